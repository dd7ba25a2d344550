"""Values of points: the day, month, quarter or year that an expression means.

A point that leaves something open is completed from its `Reference`, as a rule the issue date.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from vndirective.core.patterns import iso_date
from vndirective.extract.calendars.lunar import last_day_of, lunar_of, lunar_year_of_name, solar_of
from vndirective.extract.calendars.working_days import Swaps, nth_working_day
from vndirective.extract.times.points import ALL, Point
from vndirective.extract.times.recurrences import recurring
from vndirective.extract.times.values import (
    NO_ANCHOR,
    NO_DAY,
    NO_SUCH_DAY,
    NO_SUCH_HOUR,
    NO_SUCH_MONTH,
    NO_SUCH_QUARTER,
    NO_WEEK,
    Value,
    first_day,
    last_day,
)

__all__ = ["Reference", "value_of"]

_OUTSIDE = "no such lunar day, or outside the table of the years 1989 to 2051"


class Reference(NamedTuple):
    """What a value is relative to.

    Attributes
    ----------
    anchor : str or None
        The issue date, ``YYYY-MM-DD``.
    forward : bool
        A day without a year is the next one, as for a deadline; otherwise the nearest.
    near : Point or None
        The last point before, in the same sentence: "cùng ngày" is its day.
    swaps : Swaps or None
        In place of the shipped table of swapped working days.
    """

    anchor: str | None
    forward: bool = False
    near: Point | None = None
    swaps: Swaps | None = None

    @property
    def day(self) -> date | None:
        """The issue date."""
        return date.fromisoformat(self.anchor) if self.anchor else None


def value_of(points: Sequence[Point], ranged: bool, by: Reference) -> Value:
    """Return the value of an expression.

    Parameters
    ----------
    points : sequence of Point
        One, the members of a list, or the two ends of a range.
    ranged : bool
        They are the ends of a range.
    by : Reference
    """
    last = _value(points[-1], by)
    if len(points) == 1:
        return last
    values = [_value(p, by) for p in points[:-1]] + [last]
    if ranged and "X" not in (values[0].value or "X") + (last.value or "X"):
        values[0] = _before(values[0], last)
    wrong = next((v for v in values if v.value is None), None)
    if wrong is not None:
        return wrong
    if ranged:
        return last._replace(value=f"{values[0].value}/{last.value}")
    text = [v.value or "" for v in values]
    if "X" not in "".join(text) and _consecutive(text):
        return last._replace(value=f"{text[0]}/{text[-1]}")
    return last._replace(value=",".join(text))


def _before(first: Value, last: Value) -> Value:
    """Take the start of a range a year back where its year was supplied and it lies behind."""
    text = first.value or ""
    if first.rolls and text > (last.value or ""):
        if text[4:10] == "-02-29":  # the year before has no such day
            return Value(None, first.mod, reason=NO_SUCH_DAY)
        year = int(text[:4]) - 1
        if year < MINYEAR:
            return Value(None, first.mod, reason=NO_SUCH_DAY)
        return first._replace(value=f"{year:04d}{text[4:]}")
    return first


def _consecutive(values: Sequence[str]) -> bool:
    for one, two in itertools.pairwise(values):
        end, begin = last_day(one), first_day(two)
        if end is None or begin is None:
            return False
        if date.fromisoformat(end).toordinal() + 1 != date.fromisoformat(begin).toordinal():
            return False
    return True


def _value(point: Point, by: Reference) -> Value:
    if point.clock and point.clock > "24:00":
        return Value(None, point.mod, reason=NO_SUCH_HOUR)
    if point.every:
        return recurring(point)
    value = _day_value(point, by)
    if value.value is None or not (point.clock or point.part):
        return value
    return value._replace(value=f"{value.value}{point.time_of_day}")


def _day_value(point: Point, by: Reference) -> Value:
    mod = point.mod
    if point.month is not None and not 1 <= point.month <= 12:
        return Value(None, mod, reason=NO_SUCH_MONTH)
    if point.lunar:
        return _lunar(point, by)
    if point.shift:
        return _shifted(point, by)
    if point.finest == ALL:  # an hour or a part of a day alone
        near = by.near
        if near is not None and near.day and near.month and not near.every:
            return _value(near._replace(clock=None, part=None), by._replace(near=None))
        return Value("" if point.clock else None, reason=NO_DAY)
    if point.month is None and point.day:
        return Value(None, mod, reason="the month of this day is not said")
    if point.weekday and not point.day:
        return Value(None, mod, reason=NO_WEEK)
    if point.year is None:
        return _without_year(point, by)
    return _in_year(point, point.year, by)


def _in_year(point: Point, year: int, by: Reference, rolls: bool = False) -> Value:
    if not MINYEAR <= year <= MAXYEAR:  # "năm sau" in a document dated 31/12/9999
        return Value(None, point.mod, reason=NO_SUCH_DAY)
    if point.workday and point.nth and point.month:
        try:
            worked = nth_working_day(year, point.month, point.nth, by.swaps)
        except OverflowError:
            return Value(None, point.mod, reason=NO_SUCH_DAY)
        return Value(worked.isoformat(), workday=True, rolls=rolls)
    if point.day and point.month:
        day = point.day
        if day < 0:  # counted from the end of the month
            day += 1 + int((last_day(f"{year:04d}-{point.month:02d}") or "")[8:])
        iso = iso_date(day, point.month, year)
        return Value(iso, point.mod, reason="" if iso else NO_SUCH_DAY, rolls=rolls)
    if point.month:
        text = f"{year:04d}-{point.month:02d}"
    elif point.quarter:
        if not 1 <= point.quarter <= 4:
            return Value(None, point.mod, reason=NO_SUCH_QUARTER)
        text = f"{year:04d}-Q{point.quarter}"
        if point.month_of_quarter:
            month = 3 * point.quarter - 3 + point.month_of_quarter
            return _in_year(point._replace(quarter=None, month=month), year, by, rolls)
    elif point.half:
        text = f"{year:04d}-H{point.half}"
    else:
        text = f"{year:04d}"
    return Value(text, point.mod, rolls=rolls)


def _without_year(point: Point, by: Reference) -> Value:
    anchor = by.day
    if point.day and point.month and not iso_date(abs(point.day), point.month, 2024):
        return Value(None, point.mod, reason=NO_SUCH_DAY)
    if anchor is None:
        if point.day and point.day > 0 and point.month:
            return Value(f"XXXX-{point.month:02d}-{point.day:02d}", reason="the year is not said")
        return Value(None, point.mod, reason=NO_ANCHOR)
    this = _in_year(point, anchor.year, by, rolls=True)
    end = last_day(this.value or "")
    if by.forward:
        if end is not None and end < anchor.isoformat():
            return _in_year(point, anchor.year + 1, by, rolls=True)
        return this
    if point.half or point.quarter:
        return this
    apart = anchor.month - (point.month or anchor.month)
    return _in_year(point, anchor.year + (apart > 6) - (apart < -6), by, rolls=True)


def _shifted(point: Point, by: Reference) -> Value:
    """The value of "tháng này", "quý III năm sau", "thứ Tư tuần tới"."""
    anchor = by.day
    unit, n = point.shift or ("", 0)
    if unit == "năm" and n < 0 and by.near is not None and by.near.year:
        # "so với năm trước", in a sentence about a year
        return _in_year(point, by.near.year + n, by)
    if anchor is None:
        return Value(None, point.mod, reason=NO_ANCHOR)
    if unit == "năm":
        return _in_year(point, anchor.year + n, by)
    if unit == "quý":
        total = anchor.year * 4 + (anchor.month - 1) // 3 + n
        return _in_year(point._replace(quarter=total % 4 + 1), total // 4, by)
    if unit == "tháng":
        if point.month:  # "tháng 8 này", "tháng 10 vừa rồi"
            later = n > 0 and point.month < anchor.month
            earlier = n < 0 and point.month > anchor.month
            return _in_year(point, anchor.year + later - earlier, by)
        total = anchor.year * 12 + anchor.month - 1 + n
        return _in_year(point._replace(month=total % 12 + 1), total // 12, by)
    if unit == "thứ":  # "thứ Hai tới"
        if anchor.isoweekday() < (point.weekday or 0):
            # said on a Wednesday, "thứ Sáu tới" is that of this week to some, of the next to others
            return Value(None, point.mod, reason=NO_WEEK)
        unit, n = "tuần", 1
    try:
        if unit != "tuần":
            return Value((anchor + timedelta(days=n)).isoformat(), point.mod)
        year, week, _ = (anchor + timedelta(weeks=n)).isocalendar()
        if point.weekday:
            return Value(date.fromisocalendar(year, week, point.weekday).isoformat(), point.mod)
    except (OverflowError, ValueError):  # "ngày mai" in a document dated 31/12/9999
        return Value(None, point.mod, reason=NO_SUCH_DAY)
    return Value(f"{year:04d}-W{week:02d}", point.mod)


# --- lunar days ----------------------------------------------------------------------------------


def _lunar(point: Point, by: Reference) -> Value:
    """The solar date of a lunar day: in the year said, else the next such day or the nearest."""
    month, day = point.month, point.day
    if month is None or (day is not None and not 1 <= day <= 30):
        return Value(None, point.mod, reason=NO_SUCH_DAY, lunar=True)
    if day is None:
        return _lunar_month(point, by)

    def of_year(year: int) -> date | None:
        if point.eve:
            # "30 Tết" is the eve, also where the last month has 29 days.
            length = last_day_of(year - 1, 12)
            return solar_of(year - 1, 12, min(day, length)) if length else None
        return solar_of(year, month, day, bool(point.leap))

    found, rolls, reason = _lunar_year(point, by, of_year)
    text = found.isoformat() if found else None
    return Value(text, point.mod, reason=reason, lunar=True, rolls=rolls)


def _lunar_month(point: Point, by: Reference) -> Value:
    month, leap = point.month or 0, bool(point.leap)

    def first(year: int) -> date | None:
        return solar_of(year, month, 1, leap)

    found, rolls, reason = _lunar_year(point, by, first)
    if found is None:
        return Value(None, point.mod, reason=reason, lunar=True)
    days = last_day_of((lunar_of(found) or (found.year,))[0], month, leap) or 29
    last = found + timedelta(days=days - 1)
    return Value(f"{found.isoformat()}/{last.isoformat()}", point.mod, lunar=True, rolls=rolls)


def _lunar_year(
    point: Point, by: Reference, of_year: Callable[[int], date | None]
) -> tuple[date | None, bool, str]:
    anchor = by.day
    year = point.year
    if point.shift and point.shift[0] == "năm" and anchor:
        year = anchor.year + point.shift[1]
    if year is None and point.name is not None:
        year = lunar_year_of_name(point.name, anchor.year if anchor else None)
    if year is not None:
        found = of_year(year)
        return found, False, "" if found else _OUTSIDE
    here = lunar_of(anchor) if anchor else None
    if anchor is None or here is None:
        return None, False, _OUTSIDE if anchor else NO_ANCHOR
    days = [day for n in (-1, 0, 1, 2) if (day := of_year(here[0] + n)) is not None]
    if by.forward:
        days = [day for day in days if day >= anchor]
    if not days:
        return None, False, _OUTSIDE
    nearest = min(days, key=lambda day: abs(day - anchor))
    return nearest, True, ""
