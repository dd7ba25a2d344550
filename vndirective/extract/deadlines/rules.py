"""Rules of deadlines: which time limits which duty.

A time is a deadline where it limits when somebody has to act: a limit word governs it, or it
stands in a duty and says when. Dates inside citations never are, nor those that a report tells
of the past: a latest day and a moment to come are not told as past.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from vndirective.core.records import Citation
from vndirective.extract.context import Context
from vndirective.extract.deadlines.words import DeadlineWords
from vndirective.extract.duties.agendas import agenda_lines
from vndirective.extract.duties.duty import Duty
from vndirective.extract.times.find import Expression
from vndirective.extract.times.periods import event_of, lasts
from vndirective.extract.times.points import WEEK, YEAR
from vndirective.extract.times.rules import BEFORE, LIMITS
from vndirective.extract.times.values import first_day
from vndirective.segment.kinds import is_report

__all__ = ["DeadlineJudge"]

#: How far behind the beginning of a duty a time may start that opens it, in characters.
_NEAR = 12
# What joins the members of a list of deadlines.
_AND = (" và ", ", ", ", và ")


class DeadlineJudge(DeadlineWords):
    """Tells of each time expression of a text whether it limits when somebody has to act.

    Attributes
    ----------
    is_deadline : list of bool
        One for each expression, in their order; those in ``named_twice`` are what the one before is.
    """

    def __init__(
        self, ctx: Context, expressions: list[Expression], duties: list[Duty],
        citations: list[Citation], named_twice: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        super().__init__(ctx)
        self.expressions, self.citations = expressions, citations
        self.agenda = agenda_lines(ctx)
        self.cited_starts = [c.start for c in citations]
        self.events = [
            event_of(ctx, expression, n, expressions) for n, expression in enumerate(expressions)
        ]
        self.steering = not is_report(ctx.structure.frame.kind)
        self.of_duties = self._of_duties(duties)
        starts = ctx.tokens.starts
        # where the words begin that say what is done, of the first duty of a time
        self.deeds = {t: starts[d.clause.action] for d in reversed(duties) for t in d.times}
        self.stated = {t for duty in duties for t in duty.stated}
        self.governed = {t for own in self.of_duties for t in own}
        self.conditional = {t for duty in duties for t in duty.when} - self.governed
        self.with_duty = {duty.sentence for duty in duties}
        self._last = False  # whether the expression before is a deadline
        self.is_deadline: list[bool] = []
        counted = 0  # where the event ends that a period before was counted from
        for n, expression in enumerate(expressions):
            # A date that says when a period begins or ends limits nothing itself.
            following = self.events[n + 1] if n + 1 < len(expressions) else None
            # "trước Tết 15 ngày"
            back = following is not None and following.start == expression.start
            counts = back or expression.start < counted
            if (event := self.events[n]) is not None:
                counted = event.end
            if n not in named_twice:
                self._last = not counts and self._limits(n, expression)
            self.is_deadline.append(self._last)

    def _limits(self, n: int, expression: Expression) -> bool:
        if expression.type == "URGENCY":  # "Thời hạn: Thường xuyên"
            return n in self.stated and expression.value.value == "FREQ_REF"
        if n in self.conditional:
            return False  # "Trường hợp có 2 ca trở lên trong 14 ngày, …"
        before = self._before(expression)
        if expression.type == "SET" and self.contexts["at_most"].search(before) is not None:
            return False  # "không quá 02 lần/tháng"
        asks = self.ctx.sentence_at(expression.start) in self.with_duty
        of_year = expression.finest == YEAR or not asks
        if of_year and self.contexts["opens_a_year"].search(before) is not None:
            return False  # "Trước khai giảng năm học 2025-2026": an event, whose day nobody names
        return not self._cited(expression) and (n in self.stated or self._in_body(n, expression))

    def relation(self, n: int) -> str | None:
        """Return the relation of one expression, as far as it depends on its being a deadline."""
        limits = self.is_deadline[n]
        expression, relation = self.expressions[n], self.expressions[n].relation
        if limits and relation is None:
            return "BY"  # "thông báo ít nhất 03 ngày trước ngày khai mạc"
        if (
            limits
            and relation == "ON"
            and _spans(expression)
            and expression.value.mod is None
            and not self._after(expression, "vào ")
            and not (self._current(expression) or self._at_session(expression))
        ):
            return "WITHIN"  # "đối thoại với dân tuần sau": any day of it will do
        return relation

    def _in_body(self, n: int, expression: Expression) -> bool:
        return (
            self.ctx.role_at(expression.start) in ("body", "closing", "caption")
            and self.ctx.line_at(expression.start) not in self.agenda
            and not self._reported(n, expression)
            and self._acts(n, expression)
        )

    def _acts(self, n: int, expression: Expression) -> bool:
        event = self.events[n]
        if event is not None and (not event.begins or self._after_an_event(expression)):
            # "Trước Tết hai tháng, công an đi tuần dày hơn" asks for nothing
            asks = self.ctx.sentence_at(expression.start) in self.with_duty
            return asks or event.begins or event.start > expression.start
        if (
            self._of_leave(expression)
            or self._parted(expression)
            or self._of_an_occasion(expression)
            # "tinh thần “mỗi ngày làm một việc tốt”"
            or self.contexts["slogan"].search(self._before(expression)) is not None
        ):
            return False
        if expression.relation in LIMITS:
            if n and self._beside_an_aim(aim := self.expressions[n - 1], expression):
                return self._last and aim.finest == YEAR and aim.relation == "BY"
            if (
                self._of_a_noun(expression)
                or lasts(self.folded, expression, self._following(n))
                or self._of_a_plan(expression)
                or self._of_results(n, expression)
                or self._observed(expression)
                or self._forecast(n, expression)
                or self._as_of(expression)
                or _is_vague(expression)
            ):
                return False
            # "Trong sáu tháng đầu năm, toàn ngành thụ lý …" opens a report of what is over
            looks_back = expression.relation == "WITHIN" and expression.type != "DURATION"
            # so does "kết quả đạt được trong năm 2020" in the news
            told = self._opens(expression) or not (self.steering or n in self.governed)
            over = self._over(expression) and not expression.overtaken
            return not (looks_back and told and over)
        if n in self.governed and (
            self._governs(expression)
            or self._listed(n)
            or (n in self.deeds and self._held(expression, self.deeds[n]))
        ):
            return True
        if self._demanded_in(expression):
            return True
        return self.steering and (
            self._scheduled(expression)
            or self._planned(expression)
            or self._at_session(expression)
            or self._halted(expression)
            or self._aimed_at(expression)
            or self._to_come(expression)
            or self._recurs(n, expression)
        )

    def _following(self, n: int) -> Expression | None:
        return self.expressions[n + 1] if n + 1 < len(self.expressions) else None

    def _forecast(self, n: int, expression: Expression) -> bool:
        """Tell whether a period opens a sentence that asks nothing: "Trong 24 giờ tới, bão …".

        Nor does "Dự kiến số người nghỉ việc trong năm 2025 là 115" ask for anything.
        """
        asks = self.ctx.sentence_at(expression.start) in self.with_duty
        if not asks and self.contexts["expected"].search(self._sentence_before(expression)):
            return True
        return (
            expression.type == "DURATION"
            and self.events[n] is None
            and self._opens(expression)
            and not asks
        )

    def _as_of(self, expression: Expression) -> bool:
        """Tell whether a sentence that asks nothing says how things stood on a day: "Đến ngày 30/4, còn …"."""
        return (
            expression.relation == "BY"
            and expression.is_past(self.ctx.anchor)
            and self.ctx.sentence_at(expression.start) not in self.with_duty
            and self.contexts["until_here"].search(self._before(expression)) is not None
        )

    def _over(self, expression: Expression) -> bool:
        """Tell whether a period that opens a sentence is over, as far as can be told."""
        asks = self.ctx.sentence_at(expression.start) in self.with_duty
        if self.ctx.anchor is None:
            return not asks
        if expression.is_past(self.ctx.anchor):
            return True
        # "Trong 6 tháng đầu năm, thu ngân sách đạt 55% dự toán" in June
        begun = (first_day(expression.value.value or "") or "9") <= self.ctx.anchor
        return begun and not asks and self._goes_on(expression, "reports")

    def _of_a_noun(self, expression: Expression) -> bool:
        """Tell whether a period says what is meant, not when to act.

        "số vốn được cấp trong năm 2025", "phương hướng đến tháng 6/2027", "trong nhiệm kỳ
        2020-2025", "trong ba năm qua", "đại hội không quá 2 ngày".
        """
        before = self._before(expression)
        if expression.type == "DURATION":
            over = self.contexts["gone_by"].match(self.folded, expression.end + 1) is not None
            return over or self.contexts["length"].search(before) is not None
        if self.contexts["aim"].search(before) is not None:
            # "Phấn đấu …, tầm nhìn đến năm 2045 hình thành đội ngũ …", "Mục tiêu đến năm 2030, …":
            # the goal is what follows
            goal = self.contexts["goal"].search(before) is not None and (
                self.folded.startswith((",", ":", " là "), expression.end)
                or not self._rest_of_sentence(expression).strip(" *.")
            )
            strives = self.contexts["striving"].match(self._sentence_before(expression))
            return not (goal or strives is not None)
        if expression.finest != YEAR:
            return False
        if self._in_office(expression):
            return True
        return self.contexts["passive"].search(before) is not None and " phải được " not in before

    def _after_an_event(self, expression: Expression) -> bool:
        """Tell whether a length opens a duty: "Sáu tháng sau ngày ban hành, tổ chức kiểm tra …"."""
        return (
            expression.relation is None
            and self._opens(expression)
            and self.ctx.sentence_at(expression.start) in self.with_duty
        )

    def _observed(self, expression: Expression) -> bool:
        """Tell whether something is seen at an hour: "Đến 01 giờ ngày 31/10, tâm bão ở …"."""
        return (
            expression.type == "TIME"
            and expression.relation == "BY"
            and self.ctx.sentence_at(expression.start) not in self.with_duty
            and self.contexts["until_here"].search(self._before(expression)) is not None
        )

    def _of_results(self, n: int, expression: Expression) -> bool:
        """Tell whether it says of when results are that are due on a day that follows.

        "Tổng hợp kết quả trong quý III, gửi Sở chậm nhất ngày 28/9".
        """
        following = self._following(n)
        if expression.relation != "WITHIN" or following is None:
            return False
        return (
            following.relation in ("BEFORE", "BY")
            and following.start < expression.end + BEFORE
            and self.ctx.sentence_at(following.start) == self.ctx.sentence_at(expression.start)
            and self.contexts["results"].search(self._before(expression)) is not None
        )

    def _cited(self, expression: Expression) -> bool:
        start = self.ctx.view.map.to_raw(expression.start, expression.end)[0]
        k = bisect_right(self.cited_starts, start) - 1
        return k >= 0 and start < self.citations[k].end

    def _governs(self, expression: Expression) -> bool:
        """Tell whether a time in a duty, without a limit word, says when to act."""
        if expression.type == "SET":
            return not self._attributive(expression) and not self._of_an_event(expression)
        if expression.rule == "year-end" and expression.relation == "ON":
            # "…; cuối năm, tổng kết", not "tiêu chí xếp loại cuối năm"
            if expression.value.mod == "START":
                return False  # "Đầu năm, …" says no last day
            before = self._before(expression)
            apart = before.endswith((", ", "; ")) or self._opens(expression)
            return apart or self.contexts["at"].search(before) is not None
        if expression.deictic:
            return not self._now(expression) and not self._looks_back(expression)
        if expression.type == "DURATION":
            return False
        value = expression.value.value
        if expression.relation == "AFTER" and self._closes_clause(expression):
            # "nâng suất ăn ca *kể từ ngày 01/8*", "*từ năm học 2026-2027*"
            return not expression.is_past(self.ctx.anchor)
        if expression.finest == YEAR and expression.value.mod is None:
            # more often part of a name: "Chương trình … giai đoạn 2021-2025", or means those who
            # hold office: "kết quả trong nhiệm kỳ 2020-2025"
            return (
                (self._after(expression, "trong ") and not self._in_office(expression))
                or (self._after(expression, "vào ") and not expression.is_past(self.ctx.anchor))
                or self._after(expression, "ngay từ ")
                or self._phase(expression)
                or self._of_a_goal(expression)
            )
        before = self._before(expression)
        if value is None and expression.rule == "numbered-week":
            return self.contexts["at"].search(before) is not None
        if value is None or value.startswith("XXXX"):
            return False
        if self.contexts["takes_place"].search(before) or self._sits(expression):
            return False
        feast = expression.value.lunar or self._is(expression, "tet")
        if feast and self.contexts["occasion"].search(before):
            return False
        exact = len(value) >= len("2024-12-20") and "/" not in value
        if not (
            self._opens(expression)
            or self.contexts["at"].search(before)
            or self.contexts["completed"].search(before)
            or self._finishes(expression)
            or (
                # "…, đầu tháng 8 hoàn thành cắm mốc"
                before.endswith((", ", "; ")) and self._goes_on(expression, "done_in")
            )
            or (expression.relation == "FROM-TO" and expression.ranged)
            # "Tổng kết đợt thi đua: ngày 20/12/2025."
            or (
                exact
                and before.endswith(": ")
                and not self._rest_of_sentence(expression).strip(" .;")
            )
            # "trình UBND huyện ngày 10/12", but "bảng lương tháng 12", "lễ khánh thành ngày 19/12"
            or (exact and self.contexts["delivered"].search(before))
        ):
            return False
        # What is past already was no time to act.
        return not expression.is_past(self.ctx.anchor)

    def _closes_clause(self, expression: Expression) -> bool:
        """Tell whether a start ends a clause that it does not open, and is that of what is done.

        "… *kể từ ngày 01/8*", "Tắt điều hòa *sau 17 giờ*", "… *từ năm học 2026-2027*", but not "các
        hộ tạm trú từ ngày 01/01", "cấp tỉnh sẽ vận hành từ ngày 30/8".
        """
        before = self._sentence_before(expression)
        if self._opens(expression) or " sẽ " in before:
            return False
        of_deed = self.contexts["starting"].search(before) is not None
        if not (of_deed or expression.type == "TIME" or self._is(expression, "school_year")):
            return False
        rest = self._rest_of_sentence(expression).lstrip(" *)")
        return not rest or rest[0] in ".;,"

    def _phase(self, expression: Expression) -> bool:
        """Tell whether a phase says when a work without a name of its own is done.

        "phát triển nhà ở xã hội giai đoạn 2021-2025.", "Giai đoạn 2026-2030, giảm 3% biên chế".
        """
        if not self._is(expression, "phase") or expression.is_past(self.ctx.anchor):
            return False
        if self._opens(expression):
            return True
        k = self.ctx.sentence_at(expression.start)
        before = self.ctx.span(self._start(k), expression.start).text
        before = before[before.rfind(";") + 1 :].strip()
        ends = self.folded.startswith((".", ";"), expression.end)
        return ends and not any(letter.isupper() for letter in before[1:])

    def _of_a_goal(self, expression: Expression) -> bool:
        """Tell whether a year says by when to reach something.

        "Phấn đấu năm 2025 đạt chuẩn", "Năm 2025, mỗi xã xây dựng một mô hình".
        """
        return (
            not expression.ranged
            and not expression.is_past(self.ctx.anchor)
            and (
                self.contexts["strives_by"].search(self._before(expression)) is not None
                or self._opens(expression)
            )
        )

    def _to_come(self, expression: Expression) -> bool:
        """Tell whether a phase opens a sentence that has yet to begin: a goal, not a report."""
        value, anchor = expression.value.value or "", self.ctx.anchor or "9"
        return value >= anchor[:4] and self._phase(expression) and self._opens(expression)

    def _listed(self, n: int) -> bool:
        """Tell whether a deadline stands before it in a list: "vào ngày 15/9 và ngày 15/12"."""
        return self._last and self.folded[
            self.expressions[n - 1].end : self.expressions[n].start
        ] in _AND  # fmt: skip

    def _recurs(self, n: int, expression: Expression) -> bool:
        """Tell whether a recurrence is somebody's routine, not that of a feast or of figures.

        It opens its sentence or says more than that something is yearly or monthly: "Chi đoàn sinh
        hoạt 02 tháng một lần", but "thi đua khen thưởng hằng năm", "Phiên chợ họp vào thứ Bảy …".
        """
        if expression.type != "SET" or expression.value.lunar or self._in_heading(expression):
            return False
        before = self.expressions[n - 1] if n else None
        if self._opens(expression) or (
            # "Giai đoạn 2026-2030, mỗi năm trồng mới …"
            before is not None
            and self.folded[before.end : expression.start] == ", "
            and self._opens(before)
        ):
            return True
        bare = self.contexts["bare"].match(self.folded, expression.start)
        return bare is None and not self._of_an_event(expression)

    def _of_duties(self, duties: list[Duty]) -> list[list[int]]:
        """The times of each duty, and those that open its sentence.

        "Năm 2022 toàn ngành số hóa 41% hồ sơ; yêu cầu các đơn vị hoàn thành …": here the time
        opens a part of the sentence that is no duty.
        """
        opening, ahead = self._openings(), self._ahead(duties)
        first: dict[int, int] = {}
        told: defaultdict[int, set[int]] = defaultdict(set)
        for duty in duties:
            told[duty.sentence].update(duty.told)
            first[duty.sentence] = min(duty.start, first.get(duty.sentence, duty.start))
        return [
            [
                *(
                    t
                    for t in (
                        *opening.get(duty.sentence, ()),
                        *(ahead.get(duty.sentence, ()) if self._goes_on_asking(duty) else ()),
                    )
                    if t not in duty.times
                    and t not in told[duty.sentence]
                    # "Hằng quý, sơ kết; cuối năm, tổng kết": the second has its own
                    and not (
                        duty.start > first[duty.sentence]
                        and (self._begins_dated(duty) or self._in_its_case(duty))
                    )
                    and ";" not in self.folded[self.expressions[t].end : first[duty.sentence]]
                ),
                *duty.times,
            ]
            for duty in duties
        ]

    def _goes_on_asking(self, duty: Duty) -> bool:
        """Tell whether a duty is one more of what the same are asked for, by no day of its own."""
        asked = duty.modality in ("obligation", "recommendation") and not duty.clause.bearers
        times = (self.expressions[t] for t in duty.times)
        # "…; thường xuyên kiểm tra"
        return asked and all(t.type == "URGENCY" and t.value.value != "FREQ_REF" for t in times)

    def _begins_dated(self, duty: Duty) -> bool:
        times = (self.expressions[t] for t in duty.times)
        return any(t.type != "URGENCY" and 0 <= t.start - duty.start <= _NEAR for t in times)

    def _in_its_case(self, duty: Duty) -> bool:
        """Tell a part of a sentence that a case opens: "…; *phường nào để xảy ra cháy*, …"."""
        condition = duty.clause.condition
        keys = self.ctx.tokens.keys
        return condition is not None and condition[0] > 0 and keys[condition[0] - 1] == ";"

    def _openings(self) -> dict[int, list[int]]:
        """The times that open sentences: "Tuần tới, các tổ phải …" limits what follows."""
        found: dict[int, list[int]] = {}
        for n, expression in enumerate(self.expressions):
            if expression.type != "URGENCY" and self._opens(expression):
                found.setdefault(self.ctx.sentence_at(expression.start), []).append(n)
        return found

    def _ahead(self, duties: list[Duty]) -> dict[int, list[int]]:
        """The times of the first request of a sentence that stand before who must act.

        "… yêu cầu *trước 30/6*, các xã kiểm kê thuốc; gửi báo cáo": they limit what else is asked.
        """
        found: dict[int, list[int]] = {}
        for duty in duties:
            if duty.speaker is None or not duty.clause.bearers or duty.sentence in found:
                continue
            who = self.ctx.tokens.starts[duty.clause.bearers[0].first]
            found[duty.sentence] = [t for t in duty.times if self.expressions[t].end < who]
        return found

    def _reported(self, n: int, expression: Expression) -> bool:
        """Tell whether its sentence speaks of the past, which sets nobody a limit."""
        if n in self.governed and expression.relation == "BEFORE" and self.ctx.anchor is None:
            return False  # "cung cấp danh sách tàu đã bán trước ngày 25/5"
        reported = self._told_as_past(expression)
        return reported and not self.contexts["at_latest"].search(self._before(expression))


def _spans(expression: Expression) -> bool:
    """Tell whether an expression names more than a day, on any of which will do."""
    finest = expression.finest
    whole = expression.ranged and expression.relation == "ON"
    return finest is not None and ((expression.deictic and finest >= WEEK) or whole)


def _is_vague(expression: Expression) -> bool:
    """Tell whether a stretch of no particular year is named: "trong những tháng cuối năm"."""
    stretch = expression.rule == "months-of-the-year-end" and expression.relation == "WITHIN"
    return stretch and expression.points[-1].year is None
