"""Deadlines: which time limits which duty, when it falls due, how it recurs.

A time is a deadline where it limits when somebody has to act: a limit word governs it, or it
stands in a duty and says when. Dates inside citations and reports of the past never are. ``due``
is the last moment that keeps it.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

from vndirective.core.patterns import compiled
from vndirective.core.records import Citation, Time
from vndirective.extract.command import REPORTING
from vndirective.extract.context import Context
from vndirective.extract.duty import Duty
from vndirective.extract.periods import due_of_period, event_of
from vndirective.extract.time_points import WEEK, YEAR
from vndirective.extract.time_rules import BEFORE, time_rules
from vndirective.extract.time_values import first_day, last_day
from vndirective.extract.times import Expression

__all__ = ["resolve"]

# What may stand before a time at the head of a sentence: a marker, a word that leads to it.
_OPENING = r"\W*(?:\w{1,3}[.)]\W*)?(?:(?:kể[ ]từ|từ|trong|vào|bắt[ ]đầu[ ]từ|dịp)[ ])?"
_LIMITS = ("BEFORE", "BY", "WITHIN")
# What joins the members of a list of deadlines.
_AND = (" và ", ", ", " và ")


def resolve(
    ctx: Context, expressions: list[Expression], duties: list[Duty], citations: list[Citation]
) -> tuple[list[Time], list[list[str]]]:
    """Decide what is a deadline and when it falls due.

    Parameters
    ----------
    ctx : Context
    expressions : list of Expression
    duties : list of Duty
    citations : list of Citation

    Returns
    -------
    times : list of Time
        One for each expression; ``t1`` is the first.
    deadlines : list of list of str
        Ids of the times that limit each duty.
    """
    judge = _Judge(ctx, expressions, duties, citations)
    times = []
    for n, expression in enumerate(expressions):
        limits = judge.limits(n)
        relation = judge.relation(n, limits)
        due, derivation, provisional = (None, "", False)
        event = judge.events[n]
        if limits and expression.type == "DURATION":
            due, derivation, provisional = due_of_period(
                ctx, expression, event, (expressions[k] for k in range(n + 1, len(expressions)))
            )
        elif limits:
            due, derivation, provisional = _due(expression)
        if expression.value.rolls:
            said = "the year is not said: taken from the issue date"
            derivation = f"{derivation}; {said}" if derivation else said
        span = ctx.span(expression.start, expression.end)
        value = expression.value
        times.append(
            Time(
                id=f"t{n + 1}", text=span.text, start=span.start, end=span.end,
                type=expression.type, value=value.value, relation=relation, is_deadline=limits,
                mod=value.mod, workday=value.workday, freq=value.freq,
                cal="lunar" if value.lunar else None,
                begin_event=ctx.span(*event[:2]).text if event and event.begins else None,
                end_event=ctx.span(*event[:2]).text if event and not event.begins else None,
                due=due, rrule=expression.rrule, provisional=provisional,
                derivation=derivation or value.reason,
            )
        )  # fmt: skip
    limiting = [[times[t].id for t in own if times[t].is_deadline] for own in judge.of_duties]
    return times, limiting


class _Judge:
    """Tells of each time expression of a text whether it limits when somebody has to act."""

    def __init__(
        self, ctx: Context, expressions: list[Expression], duties: list[Duty],
        citations: list[Citation],
    ) -> None:  # fmt: skip
        self.ctx, self.expressions, self.citations = ctx, expressions, citations
        self.folded = ctx.view.folded
        self.contexts = time_rules().contexts
        self.cited_starts = [c.start for c in citations]
        self.events = [
            event_of(ctx, expression, n, expressions) for n, expression in enumerate(expressions)
        ]
        self.steering = ctx.structure.frame.kind not in REPORTING
        opening = self._openings()
        #: The times of each duty, and those that open its sentence.
        self.of_duties = [
            [*(t for t in opening.get(duty.sentence, ()) if t not in duty.times), *duty.times]
            for duty in duties
        ]
        self.stated = {t for duty in duties for t in duty.stated}
        self.governed = {t for own in self.of_duties for t in own}
        self.with_duty = {duty.sentence for duty in duties}
        self._counted = 0  # where the event ends that a period before was counted from
        self._last = False  # whether the expression before is a deadline

    def limits(self, n: int) -> bool:
        """Decide of one expression; they are asked for in order."""
        expression, event = self.expressions[n], self.events[n]
        # A date that says when a period begins or ends limits nothing itself.
        counts = expression.start < self._counted
        if event is not None:
            self._counted = event.end
        self._last = (
            expression.type != "URGENCY"
            and not counts
            and not self._cited(expression)
            and (n in self.stated or self._in_body(n, expression))
        )
        return self._last

    def relation(self, n: int, limits: bool) -> str | None:
        """Return the relation of one expression, as far as it depends on its being a deadline."""
        expression, relation = self.expressions[n], self.expressions[n].relation
        if limits and relation is None:
            return "BY"  # "thông báo ít nhất 03 ngày trước ngày khai mạc"
        if (
            limits
            and relation == "ON"
            and _spans(expression)
            and not self._after(expression, "vào ")
        ):
            return "WITHIN"  # "đối thoại với dân tuần sau": any day of it will do
        return relation

    def _in_body(self, n: int, expression: Expression) -> bool:
        return (
            self.ctx.role_at(expression.start) in ("body", "closing", "caption")
            and not self._reported(expression)
            and self._acts(n, expression)
        )

    def _acts(self, n: int, expression: Expression) -> bool:
        event = self.events[n]
        if event is not None and not event.begins:
            return True
        if expression.relation in _LIMITS:
            if self._of_a_noun(expression):
                return False
            # "Trong sáu tháng đầu năm, toàn ngành thụ lý …" opens a sentence without a duty
            looks_back = expression.relation == "WITHIN" and expression.type != "DURATION"
            opens = looks_back and self._opens(expression)
            return not opens or self.ctx.sentence_at(expression.start) in self.with_duty
        if n in self.governed and (self._governs(expression) or self._listed(n)):
            return True
        return self.steering and (self._scheduled(expression) or self._recurs(expression))

    def _of_a_noun(self, expression: Expression) -> bool:
        """Tell whether a period says what is meant, not when to act.

        "các nhiệm vụ được giao trong năm 2025", "phương hướng đến tháng 6/2027", "trong nhiệm kỳ
        2020-2025", "trong ba năm qua".
        """
        before = self._before(expression)
        if expression.type == "DURATION":
            return self.folded.startswith((" qua", " vừa qua"), expression.end)
        if self.contexts["aim"].search(before) is not None:
            return True
        if expression.finest != YEAR:
            return False
        if self.folded.startswith("nhiệm kỳ", expression.start):
            return True
        return self.contexts["passive"].search(before) is not None and " phải được " not in before

    def _cited(self, expression: Expression) -> bool:
        start = self.ctx.span(expression.start, expression.end).start
        k = bisect_right(self.cited_starts, start) - 1
        return k >= 0 and start < self.citations[k].end

    def _governs(self, expression: Expression) -> bool:
        """Tell whether a time in a duty, without a limit word, says when to act."""
        if expression.type == "SET":
            return not self._attributive(expression)
        if expression.deictic:
            return True
        if expression.type == "DURATION":
            return False
        value = expression.value.value
        if expression.finest == YEAR:
            # more often part of a name: "Chương trình … giai đoạn 2021-2025"
            return self._after(expression, "trong ")
        if value is None or value.startswith("XXXX"):
            return False
        before = self._before(expression)
        exact = len(value) >= len("2024-12-20") and "/" not in value
        if not (
            self._opens(expression)
            or self.contexts["at"].search(before)
            or (expression.relation == "FROM-TO" and expression.ranged)
            # "trình UBND huyện ngày 10/12", but "bảng lương tháng 12", "lễ khánh thành ngày 19/12"
            or (exact and self.contexts["delivered"].search(before))
        ):
            return False
        # What is past already was no time to act.
        return not expression.is_past(self.ctx.anchor)

    def _listed(self, n: int) -> bool:
        """Tell whether a deadline stands before it in a list: "vào ngày 15/9 và ngày 15/12"."""
        return self._last and self.folded[
            self.expressions[n - 1].end : self.expressions[n].start
        ] in _AND  # fmt: skip

    def _scheduled(self, expression: Expression) -> bool:
        """Tell whether a range says when something is done: "thực hiện từ ngày 12 đến ngày 23/5"."""
        value = expression.value.value or ""
        return (
            expression.relation == "FROM-TO"
            and expression.ranged
            and len(value) >= len("2024-12-12/2024-12-23")
            and "X" not in value
            and not expression.is_past(self.ctx.anchor)
            and self.contexts["scheduled"].search(self._before(expression)) is not None
        )

    def _attributive(self, expression: Expression) -> bool:
        """Tell whether a recurrence belongs to a noun: "mẫu báo cáo hàng tuần của …"."""
        if expression.rule != "every" or len(expression.points) > 1:
            return False
        bare = self.folded.startswith(("hằng", "hàng"), expression.start)
        after = self.folded[expression.end : expression.end + 7]
        return bare and after.startswith((" của", " trước", " và"))

    def _recurs(self, expression: Expression) -> bool:
        """Tell whether a recurrence opens its sentence."""
        return expression.type == "SET" and not expression.value.lunar and self._opens(expression)

    def _openings(self) -> dict[int, list[int]]:
        """The times that open sentences: "Tuần tới, các tổ phải …" limits what follows."""
        found: dict[int, list[int]] = {}
        for n, expression in enumerate(self.expressions):
            if expression.type != "URGENCY" and self._opens(expression):
                found.setdefault(self.ctx.sentence_at(expression.start), []).append(n)
        return found

    def _opens(self, expression: Expression) -> bool:
        """Tell whether a time stands at the head of its sentence."""
        k = self.ctx.sentence_at(expression.start)
        start = self.ctx.structure.spans[k][0] if k >= 0 else 0
        return compiled(_OPENING).fullmatch(self.folded, start, expression.start) is not None

    def _before(self, expression: Expression) -> str:
        return self.folded[max(0, expression.start - BEFORE) : expression.start]

    def _after(self, expression: Expression, word: str) -> bool:
        return self.folded.endswith(word, 0, expression.start)

    def _reported(self, expression: Expression) -> bool:
        """Tell whether its sentence speaks of the past, which sets nobody a limit."""
        k = self.ctx.sentence_at(expression.start)
        if k < 0:
            return False
        if self.contexts["past"].search(self._before(expression)):
            return True
        if self._after(expression, " đến ") and expression.is_past(self.ctx.anchor):
            return True  # "đến ngày 30/5 đạt 85%"
        # the words of its own part of the sentence: "… đã tích hợp, hoàn thành trong tháng 9"
        before = self.folded[self.ctx.structure.spans[k][0] : expression.start]
        before = before[max(before.rfind(","), before.rfind(";")) + 1 :]
        return any(f" {word} " in f" {before} " for word in ("đã", "từng", "vừa qua"))


def _spans(expression: Expression) -> bool:
    """Tell whether an expression names more than a day, on any of which will do."""
    finest = expression.finest
    whole = expression.ranged and expression.relation == "ON"
    return finest is not None and ((expression.deictic and finest >= WEEK) or whole)


def _due(expression: Expression) -> tuple[str | None, str, bool]:
    value, relation = expression.value.value, expression.relation
    if value is None:
        return None, expression.value.reason, False
    if expression.type == "SET":
        return None, "recurs", False
    if relation == "AFTER":
        return None, f"begins with {value}; no end is said", False
    provisional = expression.value.mod is not None
    if value.startswith("XXXX"):
        return None, expression.value.reason or f"{value} names no day", False
    if expression.type == "TIME":
        if "T" in value and value[11:12].isdigit():
            return value, f"{relation} a moment: that moment", False
        return value[:10], f"{relation} a part of a day: that day", False
    end = value.split("/")[-1].split(",")[-1]
    if "T" in end[10:]:
        return end, f"{relation} {value}: its end", False
    last = last_day(end)
    if last is None:
        return None, f"{value} names no day", False
    if relation == "BEFORE":
        first = first_day(value.split("/")[0])
        if first is None:
            return None, f"{value} has no first day", False
        day = date.fromisoformat(first) - timedelta(days=1)
        return day.isoformat(), f"before {value}: the day before", provisional
    note = f"{relation} {value}: its last day"
    if provisional:
        note += f" ({expression.value.mod} of the period is not exact)"
    return last, note, provisional
