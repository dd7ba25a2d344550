"""Time expressions: where they stand and what they mean.

The pieces that the rules find are joined from fine to coarse ("17 giờ" + "chiều" + "ngày 20/9"),
then into lists and ranges; what the last member says of month and year holds for the first ones
too. Whether an expression is a deadline, and when it falls due, is decided later, with the
obligations (`deadlines.rules`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from typing import NamedTuple

from vndirective.core.patterns import compiled
from vndirective.core.records import AnalysisWarning
from vndirective.extract.context import Context
from vndirective.extract.times.joins import join_pieces
from vndirective.extract.times.point_values import Reference, value_of
from vndirective.extract.times.points import (
    ALL,
    CLOCK,
    DAY,
    MONTH,
    QUARTER,
    WEEK,
    WEEKDAY,
    Point,
    inherit,
)
from vndirective.extract.times.recurrences import recurrence
from vndirective.extract.times.rules import (
    BEFORE,
    LIMITS,
    Piece,
    TimeRules,
    find_pieces,
    time_rules,
)
from vndirective.extract.times.senses import (
    is_news_day,
    is_overtaken,
    is_so_far,
    labeled,
    next_of_each,
)
from vndirective.extract.times.values import (
    NO_SUCH_DAY,
    NO_SUCH_HOUR,
    NO_SUCH_MONTH,
    NO_SUCH_QUARTER,
    Value,
    first_day,
    last_day,
)
from vndirective.segment.kinds import is_report

__all__ = ["Expression", "find_times"]

#: What may stand around a day that is alone on its line.
_AROUND_A_DAY = " .:;*#-–"
_FULL_RANGE = r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)"
#: Within how many lines the title of a timetable says from when to when it goes.
_TITLE = 8
#: How many items a day heads at most.
_TIMETABLE = 30
_IS_DAY, _IS_LIMIT = " là ngày ", (" là hạn ", " là thời hạn ", ": hạn ", ": thời hạn ")
#: A cell that is nothing but days and what joins them: "2026", "20/6 và 20/12".
_DAYS = r"(?:[\d/.\-–,;:\s]|và)+"
#: Behind the end of every cell.
_FAR = 1 << 60
#: What a recurrence begins with before its day.
_REGULAR = r"định[ ]kỳ[ ](?:vào[ ]|từ[ ])?\Z"
#: A date in which a scan made letters of figures.
_MISREAD = r"(?<![\w/])(?=[\d/]*[OoIl])[\dOoIl]{1,2}/[\dOoIl]{1,2}/[\dOoIl]{4}(?![\w/])"
#: Its month and year: they open with a plain slash, for which the search is fast.
_MISREAD_END = r"/[\dOoIl]{1,2}/[\dOoIl]{4}(?![\w/])"
#: The same, spelled out, behind the first letter: "ngày l4 tháng 5 năm 2O24".
_MISREAD_WORDS = (
    r"gày(?<=\b[nN]gày)\s([\dOoIl]{1,2})\stháng\s([\dOoIl]{1,2})\snăm\s([\dOoIl]{4})(?!\w)"
)
_IMPOSSIBLE = (NO_SUCH_DAY, NO_SUCH_HOUR, NO_SUCH_MONTH, NO_SUCH_QUARTER)
#: The unit in which the days of a sentence come back, by the value or the end of the value of a
#: frequency that stands before them: "Hằng tháng, … vào ngày 03".
_UNITS = {
    "XXXX": "năm", "XXXX-QX": "năm", "XXXX-XX": "tháng", "XXXX-WXX": "tuần", "W": "tuần",
    "XXXX-XX-XX": "ngày",
    "M": "năm", "Y": "năm",
}  # fmt: skip


class Expression(NamedTuple):
    """One time expression in view offsets.

    Attributes
    ----------
    points : tuple of Point
        Empty for lengths, frequencies and urgency.
    ranged : bool
        The points are the two ends of a range.
    rrule : str or None
        How it comes back, RFC 5545.
    so_far : bool
        Its sentence says what had been done by then.
    overtaken : bool
        Its sentence says what has come of it since.
    """

    start: int
    end: int
    type: str
    value: Value
    relation: str | None
    rule: str
    points: tuple[Point, ...] = ()
    ranged: bool = False
    rrule: str | None = None
    so_far: bool = False
    overtaken: bool = False

    @property
    def deictic(self) -> bool:
        """Tell whether it is counted from the day of the text."""
        return any(p.shift for p in self.points)

    def is_past(self, anchor: str | None) -> bool:
        """Tell whether it lies before the issue date, its last day included."""
        last = self._last_day
        return anchor is not None and last is not None and last < anchor

    def ends_after(self, anchor: str | None) -> bool:
        """Tell whether its last day is known, and lies after the issue date."""
        last = self._last_day
        return anchor is not None and last is not None and last > anchor

    @property
    def _last_day(self) -> str | None:
        return last_day((self.value.value or "").split("/")[-1][:10])

    def is_to_come(self, anchor: str | None) -> bool:
        """Tell whether a day is named that lies after the issue date."""
        day = (self.value.value or "")[:10]
        return anchor is not None and len(day) == len(anchor) and day > anchor

    @property
    def is_day(self) -> bool:
        """Tell whether it names a day or a part of one, and no limit: "Ngày 18/11, Chủ tịch yêu cầu …"."""
        finest = self.finest
        return self.relation == "ON" and finest is not None and finest <= DAY

    @property
    def finest(self) -> int | None:
        """Rank of the finest unit that is named, of `points`; None without points."""
        return min((p.finest for p in self.points), default=None)


def find_times(ctx: Context, stated: Collection[tuple[int, int]] = ()) -> list[Expression]:
    """Find every date, clock time, period, duration, recurrence and word of urgency.

    Parameters
    ----------
    ctx : Context
        Its ``anchor`` is what relative expressions are counted from.
    stated : collection of (int, int)
        View spans that are known to say when: a cell "2026" below "Thời hạn".

    Returns
    -------
    list of Expression
        In the order of the text, not overlapping.
    """
    rules, folded = time_rules(), ctx.view.folded
    pieces = join_pieces(find_pieces(ctx), folded, rules)
    found: list[Expression] = []
    sentence, every, near = -1, None, None
    exception: Point | None = None  # the month that has a day of its own
    days, within, cells = _Days(ctx), None, sorted(stated)
    # the last day, or that of a meeting rather than a limit: "17 giờ cùng ngày" further on is on it
    named: Point | None = None
    today = False
    for piece in pieces:
        k = ctx.sentence_at(piece.start)
        if k != sentence:
            sentence, every, near, exception = k, None, None, None
        elif exception is not None and all(p.span[1] == DAY for p in piece.points):
            piece = piece._replace(points=tuple(inherit(p, exception) for p in piece.points))
        cell = _around(cells, piece.start)
        if cell is not None and compiled(_DAYS).fullmatch(folded, *cell):
            piece = piece._replace(joined=True)
        if near is None and folded.endswith("cùng ngày", piece.start, piece.end):
            near = named
        if within is not None:
            piece = piece._replace(points=tuple(_within(p, *within) for p in piece.points))
        if near is None and piece.points and piece.points[-1].finest == ALL:
            near = days.above(piece.start)
        listed = _goes_on(found, piece, folded, rules)
        listed_with = found[-1] if listed else None
        expression = _expression(ctx, rules, piece, every, near, listed_with, cell is not None)
        if expression is None:
            continue
        found.append(expression)
        if ctx.anchor is None and within is None and ctx.line_at(piece.start) < _TITLE:
            ends = compiled(_FULL_RANGE).fullmatch(expression.value.value or "")
            # "30/4/1975 - 30/4/2025" is no timetable
            brief = ends is not None and int(ends[2][:4]) - int(ends[1][:4]) <= 1
            within = (ends[1], ends[2]) if ends and brief else None
        if expression.type == "SET":
            every = _unit_of(expression) or every
        if expression.points:
            near = expression.points[-1]
            month = every == "tháng" and near.finest == MONTH and near.month and not near.every
            at = max(0, piece.start - BEFORE)
            if month and rules.contexts["except"].search(folded, at, piece.start):
                # "trước ngày 20 hằng tháng, riêng tháng 12 gửi trước ngày 10"
                every, exception = None, near if near.year else near._replace(every="năm")
            # "Hôm nay, ngày 12/3 … gửi trước ngày 25/3. Cuộc họp kết thúc lúc 16 giờ cùng ngày."
            limit = expression.relation in LIMITS
            if near.day and near.month and not (today and limit):
                named = near
                today = rules.contexts["today"].match(folded, expression.start) is not None
            days.note(expression)
    _warn_of_misread(ctx)
    return found


def _around(cells: list[tuple[int, int]], start: int) -> tuple[int, int] | None:
    """Return the cell that an expression stands in, of those that say until when."""
    k = bisect_right(cells, (start, _FAR)) - 1
    return cells[k] if k >= 0 and start < cells[k][1] else None


def _within(point: Point, first: str, last: str) -> Point:
    """Give a day the year that the title of a timetable has: "Từ ngày 10/11/2025 đến ngày 14/11/2025"."""
    if not (point.needs_year and point.day and point.month) or point.lunar:
        return point
    years = (int(first[:4]), int(last[:4]))
    said = (y for y in years if first <= f"{y}-{point.month:02d}-{point.day:02d}" <= last)
    return point._replace(year=next(said, None))


class _Days:
    """Lines that are nothing but a day: "Thứ Sáu (14/11)" heads the items of a timetable."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.of_line: dict[int, Point] = {}

    def note(self, expression: Expression) -> None:
        """Keep a day that has a line for itself."""
        point = expression.points[-1]
        if not (point.day and point.month) or len(expression.points) > 1:
            return
        n = self.ctx.line_at(expression.start)
        line, folded = self.ctx.structure.lines[n], self.ctx.view.folded
        start = line.start + (line.marker.end if line.marker else 0)
        around = folded[start : expression.start] + folded[expression.end : line.end]
        if not around.strip(_AROUND_A_DAY):
            self.of_line[n] = point._replace(clock=None, part=None)

    def above(self, offset: int) -> Point | None:
        """Return the day that heads an item: that of a unit around it, or of the line above its list."""
        if not self.of_line:
            return None
        n = self.ctx.line_at(offset)
        lines = self.ctx.structure.lines
        for start in self.ctx.units_around(lines[n].start):
            if (day := self.of_line.get(self.ctx.line_at(start))) is not None:
                return day
        last = next(reversed(self.of_line))
        if last < n and lines[last].marker is None:
            listed = all(line.marker for line in lines[max(last + 1, n - _TIMETABLE) : n + 1])
            return self.of_line[last] if listed and n - last <= _TIMETABLE else None
        return None


def _warn_of_misread(ctx: Context) -> None:
    """Report what a scan made of a date: "2O/6/2024" is none, and nobody would miss it."""
    text, whole = ctx.view.text, compiled(_MISREAD, 0)
    words = compiled(_MISREAD_WORDS, 0).finditer(text)
    found = [
        (match.start() - 1, match.end()) for match in words if not "".join(match.groups()).isdigit()
    ]
    for end in compiled(_MISREAD_END, 0).finditer(text):
        at = end.start()
        match = whole.match(text, max(0, at - 2)) or whole.match(text, max(0, at - 1))
        found += [match.span()] if match else []
    for start, stop in found:
        span = ctx.span(start, stop)
        message = f"{span.text}: letters stand for figures, read as no date"
        ctx.warnings.append(AnalysisWarning("misread_date", message, span.start, span.end))


def _goes_on(found: list[Expression], piece: Piece, folded: str, rules: TimeRules) -> bool:
    """Tell whether it stands in a list behind another one: "trước ngày 15/6 *và ngày 15/12*"."""
    if not found or not piece.points or not found[-1].points:
        return False
    finest = piece.points[-1].finest
    same = found[-1].finest == finest and finest in (DAY, MONTH, QUARTER)
    between = folded[found[-1].end : piece.start]
    return same and rules.gaps["list"].fullmatch(between) is not None


def _unit_of(expression: Expression) -> str | None:
    if expression.points:
        return expression.points[-1].every
    value = expression.value.value or " "
    return _UNITS.get(value) or _UNITS.get(value[-1])


# --- from pieces to expressions ------------------------------------------------------------------


def _expression(
    ctx: Context, rules: TimeRules, piece: Piece, every: str | None, near: Point | None,
    listed: Expression | None, due: bool,
) -> Expression | None:  # fmt: skip
    """Make an expression of a piece; ``listed`` is the one before it in the same list.

    ``due``: it stands below "Thời hạn", and so lies ahead if it has no year.
    """
    folded = ctx.view.folded
    before = folded[max(0, piece.start - BEFORE) : piece.start]
    said = rules.relation(before, duration=piece.rule.type == "DURATION")
    if said is None and (name := rules.contexts["named_day"].search(before)):
        said = rules.relation(before[: name.start()])  # "trước Ngày Quốc tế Thiếu nhi 01/6"
    if said is None and folded.startswith(_IS_LIMIT, piece.end):
        said = "BY"
    if said is None and listed is not None:
        within = listed.relation == "WITHIN" and listed.finest != DAY  # "trong tháng 7 và tháng 8"
        said = listed.relation if within or listed.relation in ("BEFORE", "BY") else None
    if piece.rule.quota:
        said = None  # "báo cáo trước cử tri ít nhất 02 lần/năm" has no limit
    if piece.value is not None:
        return _finished(rules, piece, said, before, folded)
    piece = piece._replace(joined=piece.joined or listed is not None)
    points = _completed(rules, piece, every, before, folded, said)
    if points is None:
        return None
    last = points[-1]
    kind = (
        "SET" if last.every
        else "RANGE" if piece.ranged
        else "TIME" if last.clock or last.part
        else "DATE"
    )  # fmt: skip
    relation: str = labeled(rules, piece, said, kind, before, folded) or "ON"
    fixed = piece.ranged and piece.rule.id in ("months-of-year", "days-of-month")
    if kind == "SET":
        relation = said if said and said in ("BEFORE", "BY", "WITHIN") else "EVERY"
        if piece.ranged and last.finest != WEEKDAY:
            relation = "FROM-TO"
        regular = compiled(_REGULAR).search(before) if relation in ("EVERY", "FROM-TO") else None
        if regular is not None and (piece.ranged or not regular[0].endswith("từ ")):
            # "định kỳ vào ngày 15 hằng tháng": the words belong to it
            piece, relation = piece._replace(start=piece.start - len(regular[0])), "EVERY"
    elif kind == "RANGE" and not fixed and relation != "FROM-TO":
        # "từ năm học 2024-2025" begins then, "từ ngày 1 đến ngày 5" says both ends itself
        kept = ("BEFORE", "BY", "AFTER") if piece.rule.id == "years" else ("BEFORE", "BY")
        relation = said if said and said in kept else "FROM-TO"
    overtaken = last.needs_year and is_overtaken(rules, piece, folded)
    so_far = is_so_far(rules, piece, before, folded)
    ahead = relation in ("BEFORE", "BY", "WITHIN") or (due and relation != "AFTER")
    # "tổ chức trực ban từ ngày 15/5 đến ngày 30/11"
    scheduled = (
        relation == "FROM-TO"
        and not is_report(ctx.structure.frame.kind)
        and rules.contexts["scheduled"].search(before) is not None
        # "đợt cao điểm từ ngày 15/12 đến ngày 14/02 *đạt* kết quả tốt" is over
        and rules.contexts["reached"].match(folded, piece.end + 1) is None
    )
    forward = (ahead or scheduled) and not (
        rules.contexts["past"].search(before) or so_far or overtaken
    )
    # "20/11 là Ngày …" names the day of every year
    anchor = None if folded.startswith(_IS_DAY, piece.end) else ctx.anchor
    value = value_of(points, piece.ranged, Reference(anchor, forward, near, ctx.swaps))
    if piece.rule.quota:
        value = value._replace(freq=len(points))  # "02 lần/tháng (ngày 15 và ngày 30)"
    begins = first_day((value.value or "").partition("/")[0][:10])
    if begins and anchor and begins > anchor:
        so_far = False  # "Trong tháng 9/2024, các xã sửa xong đường đã hư hỏng" is to come
    if kind == "DATE" and value.value and "/" in value.value and len(points) > 1:
        kind = "RANGE"
    days = kind in ("DATE", "RANGE") and len(points) > 1 and last.finest == DAY
    if days and relation == "WITHIN" and not piece.ranged:
        relation = "ON"  # "trong các ngày 25, 26 và 27/3"
    if value.reason in _IMPOSSIBLE and said is None and _counts(folded, piece):
        return None
    if value.reason in _IMPOSSIBLE:
        span = ctx.span(piece.start, piece.end)
        ctx.warnings.append(
            AnalysisWarning("impossible_date", f"{span.text}: {value.reason}", span.start, span.end)
        )
    rule = recurrence(points, piece.ranged, relation == "BEFORE")
    return Expression(
        piece.start, piece.end, kind, value, relation, piece.rule.id, points, piece.ranged, rule,
        so_far, overtaken,
    )  # fmt: skip


def _counts(folded: str, piece: Piece) -> bool:
    """Tell how many of all from a day: "tại 18/18 thôn"."""
    ratio = compiled(r"\d{1,3}/\d{1,3}[ ][^\W\d]").match(folded, piece.start)
    return ratio is not None and ratio.end() == piece.end + 2


def _finished(
    rules: TimeRules, piece: Piece, said: str | None, before: str, folded: str
) -> Expression:
    value = piece.value or Value(None)
    relation: str | None
    if piece.rule.type == "URGENCY":
        table = rules.urgency_relations
        relation = table.get(folded[piece.start : piece.end]) or table.get(value.value or "")
    elif piece.rule.type == "SET":
        relation = said if said in ("BEFORE", "BY") else "EVERY"
    else:
        if (
            said is None
            and piece.rule.type == "DURATION"
            and rules.contexts["long_label"].search(before)
        ):
            said = "WITHIN"
        relation = said or ("ON" if piece.rule.type in ("DATE", "TIME") else None)
        if relation is None and folded.startswith(" trước khi", piece.end):
            relation = "BEFORE"
    return Expression(
        piece.start, piece.end, piece.rule.type, value, relation, piece.rule.id,
        rrule=_frequency_rule(value) if piece.rule.type == "SET" else None,
    )  # fmt: skip


_FREQUENCIES = {
    "XXXX-XX-XX": "FREQ=DAILY", "XXXX-WXX": "FREQ=WEEKLY", "XXXX-XX": "FREQ=MONTHLY",
    "XXXX-QX": "FREQ=MONTHLY;INTERVAL=3", "XXXX": "FREQ=YEARLY",
}  # fmt: skip
_PERIODS = {
    "TH": "HOURLY", "TM": "MINUTELY", "D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY",
}  # fmt: skip


def _frequency_rule(value: Value) -> str | None:
    text = (value.value or "").split(",")[0]  # the others fall on its days
    if not text.startswith("P"):
        return _FREQUENCIES.get(text)
    time = "T" in text
    number = text[2:-1] if time else text[1:-1]
    return f"FREQ={_PERIODS[('T' if time else '') + text[-1]]};INTERVAL={number}"


def _completed(
    rules: TimeRules, piece: Piece, every: str | None, before: str, folded: str, said: str | None
) -> tuple[Point, ...] | None:
    """Return the points with what their sentence says of them, None for what is no time."""
    points, last = piece.points, piece.points[-1]
    if report := rules.contexts["report_of"].search(before):
        every = report["every"]  # "báo cáo tháng trước ngày 20"
    if last.needs_year and every == "năm":
        # "Hằng năm, trước ngày 31/01, …"
        return tuple(p._replace(every="năm") for p in points)
    if unit := next_of_each(rules, piece, every, before, folded):
        return tuple(p._replace(every=unit, shift=None) for p in points)
    alone = piece.rule.alone and not piece.joined
    if last.span == (CLOCK, CLOCK) and every == "ngày":
        return tuple(p._replace(every="ngày") for p in points)  # "hằng ngày trước 16 giờ"
    if last.finest == WEEKDAY and last.span[1] < WEEK:
        plural = rules.contexts["plural"].search(before)
        if plural or every == "tuần":
            return tuple(p._replace(every="tuần") for p in points)
        if alone or not (last.part or last.clock):
            # "nộp trước thứ Hai" is a limit, of whatever week
            return points if said in ("BEFORE", "BY") and not piece.ranged else None
        return points  # "trước 9h thứ Hai"
    if last.finest == DAY and last.day and not last.month and last.span[1] == DAY:
        # "Hằng tháng, … vào ngày 15 và *ngày 30*"
        said_so = piece.joined or rules.contexts["on_a_day"].search(before)
        monthly = every == "tháng" and said_so
        return tuple(p._replace(every="tháng") for p in points) if monthly else None
    if not alone:
        return points
    name = piece.rule.alone
    if name == "weekly":
        return points if last.shift else None
    if name == "bound":
        said = rules.relation(before)
        bound = said in ("BEFORE", "BY", "AFTER") or before.endswith("vào ")
        bound = bound or folded.startswith((_IS_DAY, *_IS_LIMIT), piece.end)
        bound = bound or before.endswith("dịp ")
        return points if bound or rules.contexts["named_day"].search(before) else None
    if name == "news":
        return points if is_news_day(rules, piece, before, folded) else None
    if name == "horizon":
        if rules.contexts["horizon"].search(before):
            return points
        # "Hiến pháp 2013", "Công điện 49/CĐ-BCT 2025", not "… Luật Cư trú, 2000 người dự"
        goes_on = rules.contexts["cited_year_and_on"].match(folded, piece.start)
        return points if goes_on and rules.contexts["cited_year"].search(before) else None
    return None
