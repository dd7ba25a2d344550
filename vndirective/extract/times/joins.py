"""Pieces of time expressions, joined: from fine to coarse, into lists and ranges.

"17 giờ" + "chiều" + "ngày 20/9", "ngày 10 và" + "ngày 25 hằng tháng", "29 tháng Chạp đến" + …: what
the last member says of month and year holds for the first ones too.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from vndirective.core.patterns import iso_date
from vndirective.extract.times.points import (
    ALL,
    CLOCK,
    DAY,
    MONTH,
    QUARTER,
    WEEKDAY,
    YEAR,
    Point,
    inherit,
    join,
)
from vndirective.extract.times.rules import BEFORE, Piece, TimeRules
from vndirective.extract.times.values import Value

__all__ = ["join_pieces"]

#: How many days stand at most in the brackets behind a quota, and what they name, by its unit.
_MOST_DAYS = 6
_PARTS = {"tuần": (WEEKDAY,), "tháng": (DAY,), "năm": (DAY, MONTH, QUARTER)}


def join_pieces(pieces: list[Piece], folded: str, rules: TimeRules) -> list[Piece]:
    """Join the pieces of a text that say one thing together.

    Parameters
    ----------
    pieces : list of Piece
        In text order.
    folded : str
        The text.
    rules : TimeRules
    """
    return _placed(_listed(_joined(pieces, folded, rules), folded, rules), folded, rules)


def _joined(pieces: list[Piece], folded: str, rules: TimeRules) -> list[Piece]:
    """Join neighbors from fine to coarse: "chiều" + "thứ Sáu" + "hằng tuần"."""
    gap = rules.gaps["join"]
    found: list[Piece] = []
    for piece in pieces:
        if found and _names_the_same(found[-1], piece):
            found.pop()
        while found and (whole := _join(found[-1], piece, folded, gap)) is not None:
            found.pop()
            piece = whole
        found.append(piece)
    return found


def _names_the_same(one: Piece, two: Piece) -> bool:
    """Tell whether a feast stands right before its date: "Giỗ Tổ Hùng Vương mùng 10 tháng 3"."""
    if one.rule.id != "named-day" or two.start != one.end + 1 or len(two.points) != 1:
        return False
    feast, day = one.points[0], two.points[0]
    return (feast.lunar, feast.month, feast.day) == (day.lunar, day.month, day.day)


def _join(one: Piece, two: Piece, folded: str, gap: re.Pattern[str]) -> Piece | None:
    if not one.points or not two.points or one.ranged:
        return None
    between = folded[one.end : two.start]
    if gap.fullmatch(between) is None:
        return None
    coarse = two.points[0]
    if between.endswith("(") and folded.startswith(")", two.end):
        two = two._replace(end=two.end + 1)  # "Thứ Sáu (14/11)"
    if "," in between or "(" in between:
        # "8h00, thứ Hai, ngày 24/3/2025", "tháng 11, năm 2024"; but "tháng 3, quý II" are two
        day = coarse.finest in (WEEKDAY, DAY) and not coarse.every
        year = coarse.finest == YEAR and coarse.year is not None
        if not (day or year):
            return None
    joined = [join(point, coarse) for point in one.points]
    if len(two.points) > 1:
        first = join(one.points[-1], coarse)
        if first is None or len(one.points) > 1:
            return None
        fine = one.points[0]
        rest = tuple(inherit(point, fine._replace(day=None)) for point in two.points[1:])
        return two._replace(start=one.start, points=(first, *rest), joined=True)
    if any(point is None for point in joined):
        return None
    return two._replace(start=one.start, points=tuple(p for p in joined if p), joined=True)


def _listed(pieces: list[Piece], folded: str, rules: TimeRules) -> list[Piece]:
    """Fold lists and ranges: "ngày 10 và" + "ngày 25 hằng tháng", "29 tháng Chạp đến" + …."""
    found: list[Piece] = []
    for k in range(len(pieces) - 1, -1, -1):
        piece = pieces[k]
        if found:
            between = folded[piece.end : found[-1].start]
            whole = None
            if len(between) <= 12:
                if rules.gaps["range"].fullmatch(between):
                    whole = _range(piece, found[-1], folded, rules)
                elif rules.gaps["list"].fullmatch(between):
                    if k and _ends_weekdays(pieces[k - 1], piece, folded, rules):
                        piece = _of_the_same_week(piece, found[-1])
                    else:
                        whole = _list(piece, found[-1])
                        if whole is None:
                            piece = _in_its_year(piece, found[-1], folded)
            if whole is not None:
                found[-1] = whole
                continue
        found.append(piece)
    return found[::-1]


def _placed(pieces: list[Piece], folded: str, rules: TimeRules) -> list[Piece]:
    """Join how often something is done and the days on which: "02 lần/tháng (ngày 15 và ngày 30)"."""
    found: list[Piece] = []
    end = 0
    for n, piece in enumerate(pieces):
        if piece.start < end:
            continue
        if piece.rule.quota and folded.startswith(" (", piece.end):
            piece = _with_days(piece, pieces[n + 1 : n + 1 + _MOST_DAYS], folded, rules)
        found.append(piece)
        end = piece.end
    return found


def _with_days(quota: Piece, days: list[Piece], folded: str, rules: TimeRules) -> Piece:
    """Return a quota with the days in the brackets behind it, where these are as many as it says."""
    unit = folded[quota.start : quota.end].rpartition("/")[2].split()[-1]
    points: list[Point] = []
    end, opens = quota.end, False
    for day in days:
        between = folded[end : day.start]
        if day.ranged or not (rules.gaps["list"].fullmatch(between) if opens else between == " ("):
            break
        points += day.points
        opens, end = True, day.end
        if folded.startswith(")", end):
            fit = len(points) == (quota.value or Value(None)).freq
            if not fit or any(
                p.finest not in _PARTS.get(unit, ()) or p.span[1] == ALL for p in points
            ):
                break
            whole = tuple(p._replace(every=unit) for p in points)
            return quota._replace(end=end + 1, points=whole, value=None, joined=True)
    return quota


def _ends_weekdays(one: Piece, two: Piece, folded: str, rules: TimeRules) -> bool:
    """Tell whether two weekdays are the ends of a range: "thứ Hai đến thứ Sáu và …"."""
    weekdays = all(p.points and p.points[-1].finest == WEEKDAY for p in (one, two))
    return weekdays and rules.gaps["range"].fullmatch(folded, one.end, two.start) is not None


def _of_the_same_week(piece: Piece, other: Piece) -> Piece:
    """Hand on that it comes back: "thứ Hai đến thứ Sáu và sáng thứ Bảy hằng tuần"."""
    if not other.points or other.points[-1].every != "tuần":
        return piece
    return piece._replace(points=tuple(p._replace(every="tuần") for p in piece.points), joined=True)


def _in_its_year(piece: Piece, other: Piece, folded: str) -> Piece:
    """Give a quarter or month the year beside it: "xếp loại *Quý IV* và năm 2025"."""
    if _are_days(piece, other):
        # "trước ngày 20/7, 20/8 và 20/9/2025" sets three limits; of "15/12 và 15/01/2026" the first
        # is of another year, which is not said
        one, two = piece.points[0], other.points[0]
        year = None if _later(one, two) else two.year
        return piece._replace(points=(one._replace(year=year),), joined=True)
    if not piece.points or len(other.points) != 1 or other.points[0].finest != YEAR:
        return piece
    if other.points[0].mod or folded.endswith("trong ", 0, piece.start):
        return piece  # "trong quý IV và (đầu) năm 2025": of this year and in the next one
    year, last = other.points[0].year, piece.points[-1]
    if year is None or not last.needs_year or last.finest not in (MONTH, QUARTER):
        return piece
    return piece._replace(points=tuple(p._replace(year=year) for p in piece.points))


def _are_days(one: Piece, two: Piece) -> bool:
    """Tell days that each name their month and are due one after the other: "20/8 và 20/9/2025"."""
    if len(one.points) != 1 or not two.points or two.ranged:
        return False
    first, last = one.points[0], two.points[0]
    plain = all(p.day and p.month and not (p.every or p.lunar or p.shift) for p in (first, last))
    if not plain or first.year or last.year is None:
        return False
    day = iso_date(first.day or 0, first.month or 0, last.year)
    after = iso_date(last.day or 0, last.month or 0, last.year)
    if day is None or after is None:
        return False
    # "30/6 và 01/7/2025" are two days in a row
    return date.fromisoformat(day) + timedelta(days=1) != date.fromisoformat(after)


def _list(one: Piece, two: Piece) -> Piece | None:
    if not one.points or not two.points or one.ranged or two.ranged or _are_days(one, two):
        return None
    last, first = one.points[-1], two.points[0]
    if last.clock and first.clock and last.span == (CLOCK, CLOCK):
        # "lúc 6 giờ và 18 giờ hằng ngày"
        head = tuple(inherit(point, first) for point in one.points)
        return two._replace(start=one.start, points=(*head, *two.points), joined=True)
    if last.finest != first.finest:
        return None
    weekdays = last.finest == WEEKDAY
    if not weekdays and last.span[1] >= first.span[1]:
        return None  # nothing is left to the next one: two expressions
    head = tuple(inherit(point, two.points[-1]) for point in one.points)
    tail = two.points
    if weekdays:
        tail = tuple(
            p._replace(part=p.part or last.part, clock=p.clock or last.clock) for p in two.points
        )
    return two._replace(start=one.start, points=(*head, *tail), joined=True)


def _range(one: Piece, two: Piece, folded: str, rules: TimeRules) -> Piece | None:
    if len(one.points) != 1 or len(two.points) != 1 or one.ranged or two.ranged:
        return None
    first, last = one.points[0], two.points[0]
    clocks = first.clock is not None and last.clock is not None
    if first.finest != last.finest and not (first.finest == ALL and clocks):
        return None
    before = folded[max(0, one.start - BEFORE) : one.start]
    labeled_so = rules.contexts["label"].search(before)  # "Thời gian thực hiện: 01/4 - 30/6/2024"
    if rules.relation(before) in ("BEFORE", "BY") and not labeled_so:
        return None
    if one.rule.alone == two.rule.alone == "news" and "." in folded[one.start : one.end]:
        return None  # "giá từ 1.5 đến 2.9"
    if not first.shift:
        if last.shift and last.shift[0] == "năm" and last.month and _later(first, last):
            # "từ tháng 11 đến tháng 4 năm sau" begins in this year
            first = first._replace(shift=("năm", last.shift[1] - 1))
        first = inherit(first, last._replace(clock=None, part=None))
        if one.points[0].needs_year and first.year and not first.lunar and _later(first, last):
            first = first._replace(year=first.year - 1)  # "25/12 đến hết 05/01/2024"
    if last.needs_year and first.year:
        # "từ 15/12/2023 đến hết 14/02": the next such day
        last = last._replace(year=first.year + _later(first, last))
    return two._replace(start=one.start, points=(first, last), ranged=True, joined=True)


def _later(one: Point, two: Point) -> bool:
    """Tell whether a day or month comes later in its year than another one."""
    return (one.month or 0, one.day or 0) > (two.month or 0, two.day or 0)
