"""What the words around a time expression say of it, as far as they alone can tell."""

from __future__ import annotations

from vndirective.core.patterns import compiled
from vndirective.extract.context import Context
from vndirective.extract.times.find import Expression
from vndirective.extract.times.points import YEAR
from vndirective.extract.times.rules import BEFORE, time_rules

__all__ = ["DeadlineWords"]

_MARKER = r"\W*(?:\w{1,3}[.)]\W*)?"
# What may stand before a time at the head of a sentence: a marker, a word that leads to it.
_OPENING = _MARKER + r"(?:ngay[ ])?(?:(?:kể[ ]từ|từ|trong|vào|bắt[ ]đầu[ ]từ|dịp)[ ])?"
#: What ends a part of a sentence.
_PARTS = (",", ";", " thì")
#: How much of a sentence is looked back over, in characters.
_LONGEST_SENTENCE = 2000
#: How many years lie between a founding and the anniversary that is celebrated, at least.
_JUBILEE = 5
#: How long the name of a plan may be up to its year, in characters.
_PLAN = 200


class DeadlineWords:
    """Reads the words around time expressions.

    Parameters
    ----------
    ctx : Context
    """

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.folded = ctx.view.folded
        self.contexts = time_rules().contexts

    def _of_leave(self, expression: Expression) -> bool:
        """Tell whether it says when people are off: "được nghỉ từ ngày 28/4 đến hết ngày 01/5".

        Nor does "thẻ hết giá trị trước ngày 31/12" say when to act.
        """
        return (
            expression.relation in ("ON", "BEFORE", "BY", "AFTER", "FROM-TO")
            and self.contexts["leave"].search(self._before(expression)) is not None
        )

    def _parted(self, expression: Expression) -> bool:
        """Tell whether a range begins with it whose end stands apart: "Từ ngày 10/2 (mùng 1) đến …"."""
        return expression.relation == "AFTER" and self._goes_on(expression, "parted_range")

    def _of_an_occasion(self, expression: Expression) -> bool:
        """Tell whether it is that of a feast: "hưởng ứng Ngày Môi trường thế giới 5/6", "để kịp dịp 2/9"."""
        before = self._before(expression)
        first, _, last = (expression.value.value or "").partition("/")
        whole = expression.ranged and len(last) == len("2025-02-03") and first[4:] == last[4:]
        if whole and int(last[:4]) - int(first[:4]) >= _JUBILEE:
            return True  # "kỷ niệm 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2025)"
        return expression.relation in ("ON", "EVERY") and (
            self.contexts["occasion_day"].search(before) is not None
            or self.contexts["so_that"].search(before) is not None
        )

    def _of_a_plan(self, expression: Expression) -> bool:
        """Tell whether a year belongs to a plan called by its name: "rà soát *Đề án* phát triển đô thị đến năm 2026"."""
        first = max(0, expression.start - _PLAN)
        before = self.ctx.view.text[first : expression.start]
        return expression.finest == YEAR and self.contexts["plan"].search(before) is not None

    def _halted(self, expression: Expression) -> bool:
        """Tell whether something is forbidden from or on it: "Tạm dừng các bến phà từ 12 giờ …"."""
        return (
            # "tạm dừng thu phí từ ngày 01/5" says when to begin, "cấm biển từ 12 giờ …" is an order
            (expression.relation, expression.type)
            in (
                ("AFTER", "TIME"),
                ("ON", "TIME"),
                ("ON", "DATE"),
            )
            and not expression.is_past(self.ctx.anchor)
            and (
                self.contexts["halted"].search(self._before(expression)) is not None
                # "Từ 0 giờ ngày 21/7, thành phố cấm xe tải"
                or (
                    expression.relation == "AFTER"
                    and self.folded.startswith(", ", expression.end)
                    and self.contexts["halts"].match(self.folded, expression.end + 2) is not None
                )
            )
        )

    def _beside_an_aim(self, aim: Expression, expression: Expression) -> bool:
        """Tell the year behind that of an aim: "Quy hoạch đến năm 2030, *tầm nhìn 2050*"."""
        between = self.folded[aim.end : expression.start]
        return self.contexts["horizon"].fullmatch(between.lstrip(" ,;")) is not None

    def _current(self, expression: Expression) -> bool:
        """Tell whether a sentence opens with the year, month or week it speaks in: "Năm nay, …"."""
        shift = expression.points[0].shift
        return shift is not None and shift[1] == 0 and self._opens(expression)

    def _sits(self, expression: Expression) -> bool:
        """Tell what is held at a part of a day: "Sáng 11/3, Chủ tịch tỉnh *chủ trì họp* giao ban"."""
        opens = expression.type == "TIME" and self._opens(expression)
        return opens and self._goes_on(expression, "sits")

    def _in_office(self, expression: Expression) -> bool:
        """Tell the term of those who hold office from one in which a work is finished.

        So is one that begins: "thực hiện 39 chỉ tiêu trong nhiệm kỳ 2025 - 2030", "Trong nhiệm kỳ
        2025 - 2030, mỗi đại biểu …".
        """
        before = self._before(expression)
        if not self._is(expression, "term") or self.contexts["finishes"].search(before):
            return False
        begins = (expression.value.value or "") >= (self.ctx.anchor or "9")[:4]
        tasks = self.contexts["term_tasks"].search(before) is not None
        return not (begins and (tasks or self._opens(expression)))

    def _at_session(self, expression: Expression) -> bool:
        """Tell whether it is a session to come: "báo cáo Thường trực tại phiên họp tháng 8"."""
        return (
            expression.type == "DATE"
            and not expression.is_past(self.ctx.anchor)
            and self.contexts["at_session"].search(self._before(expression)) is not None
        )

    def _held(self, expression: Expression, start: int) -> bool:
        """Tell on what day to come something is held: "Phòng Nội vụ *kiểm tra thực địa ngày 28/6*".

        ``start`` is where the words begin that say what is done. None of them may have days of its
        own: "kiểm tra việc chuẩn bị lễ ngày 28/6".
        """
        return (
            expression.is_day
            and expression.is_to_come(self.ctx.anchor)
            and 0 < expression.start - start <= BEFORE
            and self.contexts["holds"].fullmatch(self.folded, start, expression.start) is not None
            and not self._rest_of_sentence(expression).strip(" .;")
        )

    def _aimed_at(self, expression: Expression) -> bool:
        """Tell whether something is to be reached then: "mục tiêu cuối năm 2025 tăng gấp đôi"."""
        return (
            expression.value.mod == "END"
            and expression.ends_after(self.ctx.anchor)
            and self.contexts["aims_at"].search(self._before(expression)) is not None
            and self._goes_on(expression, "reaches")
        )

    def _scheduled(self, expression: Expression) -> bool:
        """Tell whether a range says when something is done: "thực hiện từ ngày 12 đến ngày 23/5"."""
        value = expression.value.value or ""
        return (
            expression.relation == "FROM-TO"
            and expression.ranged
            and len(value) >= len("2024-10/2024-12")
            and "X" not in value
            and not expression.is_past(self.ctx.anchor)
            and self.contexts["scheduled"].search(self._before(expression)) is not None
        )

    def _demanded_in(self, expression: Expression) -> bool:
        """Tell what opens a demand: "Từ ngày 15/6 đến ngày 15/9, các hồ *phải* điều tiết"."""
        before = self._sentence_before(expression)
        clause = self._rest_of_sentence(expression).partition(";")[0]
        return (
            expression.relation == "FROM-TO"
            and not expression.is_past(self.ctx.anchor)
            and (self._opens(expression) or before.endswith(", từ "))
            and clause.startswith(", ")
            and self.contexts["demanded"].search(clause) is not None
        )

    def _finishes(self, expression: Expression) -> bool:
        """Tell by when something is finished: "bàn giao mặt bằng cho nhà thầu đầu tháng 3/2026"."""
        return (
            expression.value.mod is not None
            and not self._rest_of_sentence(expression).strip(" .;")
            and self.contexts["finishes"].search(self._sentence_before(expression)) is not None
        )

    def _planned(self, expression: Expression) -> bool:
        """Tell whether it stands in a line of a schedule: "Tiến độ: lập hồ sơ mời thầu T8/2024".

        So "Thời gian xét tuyển bổ sung *từ ngày 21/8 đến hết ngày 30/11*".
        """
        before = self._sentence_before(expression)
        if self.contexts["schedule"].match(before) is not None:
            return True
        lasts = expression.ranged and not expression.is_past(self.ctx.anchor)
        return lasts and self.contexts["time_of"].fullmatch(before) is not None

    def _attributive(self, expression: Expression) -> bool:
        """Tell whether a recurrence belongs to a noun: "mẫu báo cáo hàng tuần của …", "ngân sách hằng năm"."""
        if expression.rule != "every" or len(expression.points) > 1:
            return False
        if self.contexts["budget"].search(self._before(expression)) is not None:
            return True
        bare = self.folded.startswith(("hằng", "hàng"), expression.start)
        after = self.folded[expression.end : expression.end + 7]
        return bare and after.startswith((" của", " trước", " và"))

    def _in_heading(self, expression: Expression) -> bool:
        k = self.ctx.sentence_at(expression.start)
        return k >= 0 and self.folded.endswith(":", 0, self.ctx.structure.spans[k][1])

    def _of_an_event(self, expression: Expression) -> bool:
        """Tell whether a recurrence is that of a feast, a market, a statistic."""
        return self.contexts["event"].search(self._sentence_before(expression)) is not None

    def _looks_back(self, expression: Expression) -> bool:
        """Tell whether it is past from where the text speaks: "hôm qua", "tuần trước"."""
        shift = expression.points[0].shift
        return expression.is_past(self.ctx.anchor) or (shift is not None and shift[1] < 0)

    def _now(self, expression: Expression) -> bool:
        """Tell whether it says when the text speaks: "Sáng nay, đoàn công tác khảo sát …"."""
        return (
            expression.points[0].shift == ("ngày", 0)
            and self._opens(expression)
            and not self._rest_of_sentence(expression).startswith((" phải ", ", phải "))
        )

    def _told_as_past(self, expression: Expression) -> bool:
        k = self.ctx.sentence_at(expression.start)
        if k < 0:
            return False
        if self.contexts["past"].search(self._before(expression)):
            return True
        if expression.so_far and not expression.is_to_come(self.ctx.anchor):
            return True
        if self._after(expression, " đến ") and expression.is_past(self.ctx.anchor):
            # "đến ngày 30/5 đạt 85%", but "đến ngày 30/5 phải đạt 85%"
            start, end = self.ctx.structure.spans[k]
            return self.contexts["demanded"].search(self.folded, start, end) is None
        if expression.relation == "BEFORE" and expression.is_to_come(self.ctx.anchor):
            return False  # "báo cáo số tàu đã vào nơi neo đậu trước 11 giờ"
        # the words of its own part of the sentence: "… đã lắp, chạy thử trong tháng 9", "hồ sơ đã
        # đủ thì trong 5 ngày phải trả kết quả"
        before = self._sentence_before(expression)
        part = before[max(map(before.rfind, _PARTS)) + 1 :]
        told = [match.end() for match in self.contexts["told"].finditer(part)]
        # "Các đơn vị đã được giao vốn phải giải ngân đến hết ngày 31/12"
        return bool(told) and self.contexts["demanded"].search(part, told[-1]) is None

    def _opens(self, expression: Expression) -> bool:
        """Tell whether a time stands at the head of its sentence."""
        k = self.ctx.sentence_at(expression.start)
        start = self.ctx.structure.spans[k][0] if k >= 0 else 0
        return compiled(_OPENING).fullmatch(self.folded, start, expression.start) is not None

    def _before(self, expression: Expression) -> str:
        return self.folded[max(0, expression.start - BEFORE) : expression.start]

    def _sentence_before(self, expression: Expression) -> str:
        k = self.ctx.sentence_at(expression.start)
        if k < 0:
            return ""
        # each of many times looks back: not over all of an endless sentence
        start = max(self._start(k), expression.start - _LONGEST_SENTENCE)
        return self.folded[start : expression.start]

    def _start(self, k: int) -> int:
        """Where the words of a sentence begin, behind the marker of its item."""
        start, end = self.ctx.structure.spans[k]
        marker = compiled(_MARKER).match(self.folded, start, end)
        return marker.end() if marker is not None else start

    def _rest_of_sentence(self, expression: Expression) -> str:
        k = self.ctx.sentence_at(expression.start)
        return self.folded[expression.end : self.ctx.structure.spans[k][1]] if k >= 0 else ""

    def _is(self, expression: Expression, what: str) -> bool:
        """Tell whether an expression opens with the words of a context: "giai đoạn 2021-2025"."""
        return self.contexts[what].match(self.folded, expression.start) is not None

    def _after(self, expression: Expression, word: str) -> bool:
        return self.folded.endswith(word, 0, expression.start)

    def _goes_on(self, expression: Expression, how: str) -> bool:
        """Tell whether the words of a context stand behind an expression."""
        return self.contexts[how].match(self.folded, expression.end + 1) is not None
