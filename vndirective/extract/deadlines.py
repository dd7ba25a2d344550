"""Deadlines: which time limits which duty, when it falls due, how it recurs.

A time is a deadline where it limits when somebody has to act: a limit word governs it, or it
stands in a duty and says when. Dates inside citations and reports of the past never are. ``due`` is the last moment that keeps it.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

from vndirective.core.patterns import compiled
from vndirective.core.records import Citation, Time
from vndirective.extract.command import REPORTING
from vndirective.extract.context import Context
from vndirective.extract.obligations import Duty
from vndirective.extract.periods import due_of_period, event_of
from vndirective.extract.time_points import WEEK, YEAR
from vndirective.extract.time_values import first_day, last_day
from vndirective.extract.times import Expression

__all__ = ["resolve"]

# What leads to the time of an act: "họp vào ngày 5/4", "từ ngày 01/7/2025".
_AT = r"\b(?:vào|lúc|trong|từ|dịp|hồi)[ ](?:các[ ])?\Z"
# What may stand before a time at the head of a sentence: a marker, a word that leads to it.
_OPENING = r"\W*(?:\w{1,3}[.)]\W*)?(?:(?:kể[ ]từ|từ|trong|vào|bắt[ ]đầu[ ]từ|dịp)[ ])?"
_LIMITS = ("BEFORE", "BY", "WITHIN")


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
    cited_starts = [c.start for c in citations]
    events = [event_of(ctx, expression) for expression in expressions]
    counted = 0  # where the event ends that a period before was counted from
    opening = _openings(ctx, expressions)
    of_duties = [
        [*(t for t in opening.get(duty.sentence, ()) if t not in duty.times), *duty.times]
        for duty in duties
    ]
    governed = {t for own in of_duties for t in own}
    steering = ctx.structure.frame.kind not in REPORTING
    times = []
    for n, expression in enumerate(expressions):
        event = events[n]
        span = ctx.span(expression.start, expression.end)
        k = bisect_right(cited_starts, span.start) - 1
        cited = k >= 0 and span.start < citations[k].end
        in_body = ctx.role_at(expression.start) in ("body", "closing", "caption")
        limits = (
            expression.type != "URGENCY"
            # A date that says when a period begins or ends limits nothing itself.
            and expression.start >= counted
            and not cited
            and in_body
            and (
                expression.relation in _LIMITS
                or (n in governed and _governs(ctx, expression))
                or (event is not None and not event.begins)
                or (steering and _recurs(ctx, expression))
            )
            and not _reported(ctx, expression)
        )
        due, derivation, provisional = (None, "", False)
        relation = expression.relation
        if event is not None:
            counted = event.end
        said_on = ctx.view.folded.endswith("vào ", 0, expression.start)
        if limits and relation is None:
            relation = "BY"  # "thông báo ít nhất 03 ngày trước ngày khai mạc"
        if limits and relation == "ON" and _spans(expression) and not said_on:
            relation = "WITHIN"  # "đối thoại với dân tuần sau": any day of it will do
        if limits and expression.type == "DURATION":
            due, derivation, provisional = due_of_period(
                ctx, expression, event, (expressions[k] for k in range(n + 1, len(expressions)))
            )
        elif limits:
            due, derivation, provisional = _due(expression)
        if expression.value.rolls:
            said = "the year is not said: taken from the issue date"
            derivation = f"{derivation}; {said}" if derivation else said
        if not derivation:
            derivation = expression.value.reason
        times.append(
            Time(
                id=f"t{n + 1}", text=span.text, start=span.start, end=span.end,
                type=expression.type, value=expression.value.value, relation=relation,
                is_deadline=limits, mod=expression.value.mod, workday=expression.value.workday,
                freq=expression.value.freq, cal="lunar" if expression.value.lunar else None,
                begin_event=ctx.span(*event[:2]).text if event and event.begins else None,
                end_event=ctx.span(*event[:2]).text if event and not event.begins else None,
                due=due,
                rrule=expression.rrule, provisional=provisional, derivation=derivation,
            )
        )  # fmt: skip
    limiting = [[times[t].id for t in own if times[t].is_deadline] for own in of_duties]
    return times, limiting


def _spans(expression: Expression) -> bool:
    """Tell whether an expression names more than a day, on any of which will do."""
    finest = expression.finest
    whole = expression.ranged and expression.relation == "ON"
    return finest is not None and ((expression.deictic and finest >= WEEK) or whole)


def _governs(ctx: Context, expression: Expression) -> bool:
    """Tell whether a time in a duty, without a limit word, says when to act."""
    if expression.type == "SET":
        return not _attributive(ctx, expression)
    if expression.deictic:
        return True
    if expression.type == "DURATION":
        return False
    value = expression.value.value
    if expression.finest == YEAR:
        # more often part of a name: "Chương trình … giai đoạn 2021-2025"
        return ctx.view.folded.endswith("trong ", 0, expression.start)
    if value is None or value.startswith("XXXX"):
        return False
    if not (_opens(ctx, expression) or compiled(_AT).search(_just_before(ctx, expression))):
        return False  # "bảng lương tháng 12", "lễ khánh thành ngày 19/12"
    # What is past already was no time to act.
    return not expression.is_past(ctx.anchor)


def _attributive(ctx: Context, expression: Expression) -> bool:
    """Tell whether a recurrence belongs to a noun: "mẫu báo cáo hàng tuần của …"."""
    if expression.rule != "every" or len(expression.points) > 1:
        return False
    folded = ctx.view.folded
    bare = folded.startswith(("hằng", "hàng"), expression.start)
    after = folded[expression.end : expression.end + 7]
    return bare and after.startswith((" của", " trước", " và"))


def _openings(ctx: Context, expressions: list[Expression]) -> dict[int, list[int]]:
    """Return the times that open sentences: "Tuần tới, các tổ phải …" limits what follows."""
    found: dict[int, list[int]] = {}
    for n, expression in enumerate(expressions):
        if expression.type != "URGENCY" and _opens(ctx, expression):
            found.setdefault(ctx.sentence_at(expression.start), []).append(n)
    return found


def _opens(ctx: Context, expression: Expression) -> bool:
    """Tell whether a time stands at the head of its sentence."""
    k = ctx.sentence_at(expression.start)
    start = ctx.structure.spans[k][0] if k >= 0 else 0
    return compiled(_OPENING).fullmatch(ctx.view.folded, start, expression.start) is not None


def _just_before(ctx: Context, expression: Expression) -> str:
    return ctx.view.folded[max(0, expression.start - 12) : expression.start]


def _recurs(ctx: Context, expression: Expression) -> bool:
    """A recurrence that opens its sentence, or a sentence given by itself, says when to act."""
    alone = len(ctx.structure.lines) == 1
    return (
        expression.type == "SET"
        and not expression.value.lunar
        and (alone or _opens(ctx, expression))
    )


def _reported(ctx: Context, expression: Expression) -> bool:
    """A sentence about the past sets nobody a limit."""
    k = ctx.sentence_at(expression.start)
    if k < 0:
        return False
    start = ctx.structure.spans[k][0]
    before = ctx.view.folded[start : expression.start]
    if before.rstrip().endswith(("tính đến", "tính đến hết")):
        return True
    if before.endswith(" đến ") and expression.is_past(ctx.anchor):
        return True  # "đến ngày 30/5 đạt 85%"
    return any(f" {word} " in f" {before} " for word in ("đã", "từng", "vừa qua"))


def _due(expression: Expression) -> tuple[str | None, str, bool]:
    value, relation = expression.value.value, expression.relation
    if value is None:
        return None, expression.value.reason, False
    if expression.type == "SET":
        return None, "recurs", False
    if relation == "AFTER":
        return None, f"begins with {value}; no end is said", False
    provisional = expression.value.mod is not None
    if expression.type == "TIME":
        if value.endswith("T24:00"):
            return value[:10], f"{relation} the end of the day: that day", False
        if "T" in value and value[11:12].isdigit():
            return value, f"{relation} a moment: that moment", False
        return value[:10], f"{relation} a part of a day: that day", False
    if value.startswith("XXXX"):
        return None, expression.value.reason, False
    end = value.split("/")[-1]
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
