"""Points of the calendar: what an expression names, and what it leaves to its neighbors.

An expression seldom names a day in full: "ngày 10 và 25 hằng tháng", "từ 29 tháng Chạp đến mùng 5
tháng Giêng", "17 giờ chiều mai". Each piece is read as a `Point`, a set of fields. Pieces are
joined from fine to coarse, lists and ranges hand the coarse fields to their first members, and
only then the point is given its value, relative to the issue date.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from vndirective.core.patterns import iso_date
from vndirective.extract.lunar import last_day_of, lunar_of, lunar_year_of_name, solar_of
from vndirective.extract.time_values import (
    NO_ANCHOR,
    NO_DAY,
    NO_SUCH_DAY,
    NO_SUCH_HOUR,
    NO_SUCH_MONTH,
    NO_SUCH_QUARTER,
    Value,
    first_day,
    last_day,
    nth_workday,
)

__all__ = ["Point", "inherit", "join", "recurrence", "value_of"]

#: Units from fine to coarse; a point spans those that its fields belong to.
CLOCK, PART, WEEKDAY, DAY, WEEK, MONTH, QUARTER, YEAR, ALL = range(9)
_UNIT_RANK = {"ngày": DAY, "tuần": WEEK, "tháng": MONTH, "quý": QUARTER, "năm": YEAR}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OUTSIDE = "no such lunar day, or outside the table of the years 1989 to 2051"
_NO_CODE = "no code for such a recurrence; its rule is in rrule"
#: Parts of the day whose hours are counted from noon.
_AFTER_NOON = ("TAF", "TEV", "TNI")


class Point(NamedTuple):
    """The fields that an expression names, None where it does not.

    Attributes
    ----------
    clock : str
        ``HH:MM``, ``24:00`` for the end of a day.
    part : str
        ``TMO``, ``TAF``, ``TEV``, ``TNI``.
    weekday : int
        1 is Monday.
    month_of_quarter : int
        1 to 3.
    name : str
        The two signs of a lunar year (*can chi*).
    shift : tuple of (str, int)
        A unit and how many of it after the one that the text is from: ``("tuần", 1)``.
    every : str
        The unit that comes back.
    nth : int
        Which of the days in the unit that comes back, -1 for the last: the first Monday of a month.
    week : int
        Which week of the unit that comes back.
    eve : bool
        The last day of the lunar year, by whatever number it is called.
    """

    clock: str | None = None
    part: str | None = None
    weekday: int | None = None
    day: int | None = None
    month_of_quarter: int | None = None
    month: int | None = None
    quarter: int | None = None
    half: int | None = None
    year: int | None = None
    name: str | None = None
    mod: str | None = None
    shift: tuple[str, int] | None = None
    every: str | None = None
    nth: int | None = None
    week: int | None = None
    lunar: bool | None = None
    leap: bool | None = None
    eve: bool | None = None
    workday: bool | None = None

    @property
    def finest(self) -> int:
        """Rank of the finest unit that is named, clock and part of the day left out."""
        if self.weekday:
            return WEEKDAY
        if self.workday or self.day:
            return DAY
        if self.month_of_quarter or self.month:
            return MONTH
        if self.quarter or self.half:
            return QUARTER
        if self.year or self.name:
            return YEAR
        if self.week or self.nth:
            return WEEK if self.week else DAY
        unit = (self.shift or (self.every,))[0]
        return _UNIT_RANK[unit] if unit else ALL

    @property
    def span(self) -> tuple[int, int]:
        """Ranks of the finest and the coarsest unit that is named."""
        low = CLOCK if self.clock else PART if self.part else self.finest
        if self.year or self.name or self.shift or self.every:
            return low, ALL
        for field, rank in (
            (self.quarter or self.half, QUARTER), (self.month or self.month_of_quarter, MONTH),
            (self.week, WEEK), (self.day or self.nth or self.workday, DAY),
            (self.weekday, WEEKDAY), (self.part, PART),
        ):  # fmt: skip
            if field:
                return low, rank
        return low, low

    @property
    def needs_year(self) -> bool:
        """Tell whether a day or month is named and nothing that says of which year."""
        return bool(self.month or self.quarter) and not (
            self.year or self.name or self.shift or self.every
        )


def join(fine: Point, coarse: Point) -> Point | None:
    """Return both as one point, None where they do not go together: "chiều" + "thứ Sáu"."""
    if fine.span == (CLOCK, CLOCK) and coarse.clock == "12:00" and not coarse.part:
        coarse = coarse._replace(clock=None)  # "11h30 trưa ngày 5/11"
    if fine.span[1] >= coarse.span[0]:
        return None
    if coarse.finest in (QUARTER,) and coarse.quarter and fine.month:
        return None  # "tháng 3 quý II" are two
    return inherit(fine, coarse)


def inherit(point: Point, other: Point) -> Point:
    """Fill what a point leaves open from another one, above its own coarsest unit."""
    given: dict[str, Any] = {
        field: value
        for field, value in zip(Point._fields, other, strict=True)
        if value is not None and getattr(point, field) is None
    }
    if "shift" in given and point.year:
        del given["shift"]
    return point._replace(**given)


# --- values --------------------------------------------------------------------------------------


def value_of(
    points: Sequence[Point], ranged: bool, anchor: str | None, forward: bool, near: Point | None
) -> Value:
    """Return the value of an expression.

    Parameters
    ----------
    points : sequence of Point
        One, the members of a list, or the two ends of a range.
    ranged : bool
        They are the ends of a range.
    anchor : str or None
        The issue date, ``YYYY-MM-DD``.
    forward : bool
        A day without a year is the next one, as for a deadline; otherwise the nearest.
    near : Point or None
        The last point before, in the same sentence: "cùng ngày" is its day.
    """
    start = date.fromisoformat(anchor) if anchor else None
    last = _value(points[-1], start, forward, near)
    if len(points) == 1:
        return last
    values = [_value(p, start, forward, near) for p in points[:-1]] + [last]
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
        return first._replace(value=f"{int(text[:4]) - 1}{text[4:]}")
    return first


def _consecutive(values: Sequence[str]) -> bool:
    for one, two in itertools.pairwise(values):
        end, begin = last_day(one), first_day(two)
        if end is None or begin is None:
            return False
        if date.fromisoformat(end) + timedelta(days=1) != date.fromisoformat(begin):
            return False
    return True


def _value(point: Point, anchor: date | None, forward: bool, near: Point | None) -> Value:
    if point.clock and point.clock > "24:00":
        return Value(None, point.mod, reason=NO_SUCH_HOUR)
    if point.every:
        return _recurring(point)
    value = _day_value(point, anchor, forward, near)
    if value.value is None or not (point.clock or point.part):
        return value
    return value._replace(value=f"{value.value}{_time_of_day(point)}")


def _time_of_day(point: Point) -> str:
    if point.clock is None:
        return point.part or ""
    hour, minute = int(point.clock[:2]), point.clock[3:]
    if point.part in _AFTER_NOON and hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute}"


def _day_value(point: Point, anchor: date | None, forward: bool, near: Point | None) -> Value:
    mod = point.mod
    if point.month is not None and not 1 <= point.month <= 12:
        return Value(None, mod, reason=NO_SUCH_MONTH)
    if point.lunar:
        return _lunar(point, anchor, forward)
    if point.shift:
        return _shifted(point, anchor, near)
    if point.finest == ALL:  # an hour or a part of a day alone
        return _value(near._replace(clock=None, part=None), anchor, forward, None) if (
            near is not None and near.day and near.month and not near.every
        ) else Value("" if point.clock else None, reason=NO_DAY)  # fmt: skip
    if point.month is None and point.day:
        return Value(None, mod, reason="the month of this day is not said")
    if point.weekday and not point.day:
        return Value(None, mod, reason="the week of this day is not said")
    if point.year is None:
        return _without_year(point, anchor, forward)
    return _in_year(point, point.year)


def _in_year(point: Point, year: int, rolls: bool = False) -> Value:
    if point.workday and point.nth and point.month:
        return Value(nth_workday(year, point.month, point.nth), workday=True, rolls=rolls)
    if point.day and point.month:
        day = point.day
        if day < 0:  # counted from the end of the month
            day += 1 + int((last_day(f"{year}-{point.month:02d}") or "")[8:])
        iso = iso_date(day, point.month, year)
        return Value(iso, point.mod, reason="" if iso else NO_SUCH_DAY, rolls=rolls)
    if point.month:
        text = f"{year}-{point.month:02d}"
    elif point.quarter:
        if not 1 <= point.quarter <= 4:
            return Value(None, point.mod, reason=NO_SUCH_QUARTER)
        text = f"{year}-Q{point.quarter}"
        if point.month_of_quarter:
            month = 3 * point.quarter - 3 + point.month_of_quarter
            return _in_year(point._replace(quarter=None, month=month), year, rolls)
    elif point.half:
        text = f"{year}-H{point.half}"
    else:
        text = str(year)
    return Value(text, point.mod, rolls=rolls)


def _without_year(point: Point, anchor: date | None, forward: bool) -> Value:
    if point.day and point.month and not iso_date(abs(point.day), point.month, 2024):
        return Value(None, point.mod, reason=NO_SUCH_DAY)
    if anchor is None:
        if point.day and point.day > 0 and point.month:
            return Value(f"XXXX-{point.month:02d}-{point.day:02d}", reason="the year is not said")
        return Value(None, point.mod, reason=NO_ANCHOR)
    this = _in_year(point, anchor.year, rolls=True)
    end = last_day(this.value or "")
    if forward:
        if end is not None and end < anchor.isoformat():
            return _in_year(point, anchor.year + 1, rolls=True)
        return this
    if point.half or point.quarter:
        return this
    apart = anchor.month - (point.month or anchor.month)
    return _in_year(point, anchor.year + (apart > 6) - (apart < -6), rolls=True)


def _shifted(point: Point, anchor: date | None, near: Point | None) -> Value:
    """The value of "tháng này", "quý III năm sau", "thứ Tư tuần tới"."""
    unit, n = point.shift or ("", 0)
    if unit == "năm" and n < 0 and near is not None and near.year:
        # "so với năm trước", in a sentence about a year
        return _in_year(point, near.year + n)
    if anchor is None:
        return Value(None, point.mod, reason=NO_ANCHOR)
    if unit == "năm":
        return _in_year(point, anchor.year + n)
    if unit == "quý":
        total = anchor.year * 4 + (anchor.month - 1) // 3 + n
        return _in_year(point._replace(quarter=total % 4 + 1), total // 4)
    if unit == "tháng":
        if point.month:  # "tháng 8 này", "tháng 10 vừa rồi"
            later = n > 0 and point.month < anchor.month
            earlier = n < 0 and point.month > anchor.month
            return _in_year(point, anchor.year + later - earlier)
        total = anchor.year * 12 + anchor.month - 1 + n
        return _in_year(point._replace(month=total % 12 + 1), total // 12)
    if unit == "tuần":
        year, week, _ = (anchor + timedelta(weeks=n)).isocalendar()
        if point.weekday:
            return Value(date.fromisocalendar(year, week, point.weekday).isoformat(), point.mod)
        return Value(f"{year}-W{week:02d}", point.mod)
    return Value((anchor + timedelta(days=n)).isoformat(), point.mod)


# --- lunar days ----------------------------------------------------------------------------------


def _lunar(point: Point, anchor: date | None, forward: bool) -> Value:
    """The solar date of a lunar day: in the year said, else the next such day or the nearest."""
    month, day = point.month, point.day
    if month is None or (day is not None and not 1 <= day <= 30):
        return Value(None, point.mod, reason=NO_SUCH_DAY, lunar=True)
    if day is None:
        return _lunar_month(point, anchor, forward)

    def of_year(year: int) -> date | None:
        if point.eve:
            # "30 Tết" is the eve, also where the last month has 29 days.
            length = last_day_of(year - 1, 12)
            return solar_of(year - 1, 12, min(day, length)) if length else None
        return solar_of(year, month, day, bool(point.leap))

    found, rolls, reason = _lunar_year(point, anchor, forward, of_year)
    text = found.isoformat() if found else None
    return Value(text, point.mod, reason=reason, lunar=True, rolls=rolls)


def _lunar_month(point: Point, anchor: date | None, forward: bool) -> Value:
    month, leap = point.month or 0, bool(point.leap)

    def first(year: int) -> date | None:
        return solar_of(year, month, 1, leap)

    found, rolls, reason = _lunar_year(point, anchor, forward, first)
    if found is None:
        return Value(None, point.mod, reason=reason, lunar=True)
    days = last_day_of((lunar_of(found) or (found.year,))[0], month, leap) or 29
    last = found + timedelta(days=days - 1)
    return Value(f"{found.isoformat()}/{last.isoformat()}", point.mod, lunar=True, rolls=rolls)


def _lunar_year(
    point: Point, anchor: date | None, forward: bool, of_year: Callable[[int], date | None]
) -> tuple[date | None, bool, str]:
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
    if forward:
        days = [day for day in days if day >= anchor]
    if not days:
        return None, False, _OUTSIDE
    nearest = min(days, key=lambda day: abs(day - anchor))
    return nearest, True, ""


# --- recurrences ---------------------------------------------------------------------------------


def _recurring(point: Point) -> Value:
    """The value of what comes back: ``XXXX-XX-25`` for "ngày 25 hằng tháng"."""
    text: str | None = None
    month, day = point.month, point.day
    if month is not None and not 1 <= month <= 12:
        return Value(None, point.mod, reason=NO_SUCH_MONTH)
    longest = 30 if point.lunar else 31
    if day is not None and not (
        1 <= day <= longest and (point.lunar or month is None or iso_date(day, month, 2024))
    ):
        return Value(None, point.mod, reason=NO_SUCH_DAY)
    if point.month_of_quarter and day and point.every == "quý":
        months = (point.month_of_quarter + n for n in (0, 3, 6, 9))
        return Value(",".join(f"XXXX-{m:02d}-{day:02d}" for m in months), point.mod)
    if point.workday and not point.nth and point.every == "tuần":
        return Value(",".join(f"XXXX-WXX-{n}" for n in range(1, 6)), workday=True)
    by_rule = (point.nth and (point.weekday or point.workday)) or point.week
    if by_rule or (point.month_of_quarter and point.every == "quý"):
        return Value(
            None, point.mod, workday=bool(point.workday), reason=_NO_CODE, lunar=bool(point.lunar)
        )
    if point.every == "năm":
        text = "XXXX"
        if month:
            text += f"-{month:02d}" + (f"-{day:02d}" if day else "")
        elif point.quarter or point.half:
            text += f"-Q{point.quarter}" if point.quarter else f"-H{point.half}"
    elif point.every == "quý":
        text = "XXXX-QX"
    elif point.every == "tháng":
        day = day or {1: 1, -1: 31}.get(point.nth or 0)
        text = "XXXX-XX" + (f"-{day:02d}" if day else "")
    elif point.every == "tuần":
        text = "XXXX-WXX" + (f"-{point.weekday}" if point.weekday else "")
    elif point.every == "ngày":
        text = "XXXX-XX-XX"
    if text is not None:
        text += _time_of_day(point) if point.clock or point.part else ""
    return Value(text, point.mod, lunar=bool(point.lunar))


def recurrence(points: Sequence[Point], ranged: bool, before: bool) -> str | None:
    """Return the RFC 5545 rule of a recurrence, None where the points do not come back as one.

    ``before``: the rule gives the last day that keeps "trước ngày 25 hằng tháng".
    """
    last = points[-1]
    if not last.every or last.lunar or last.week:
        return None
    rule: dict[str, Any] = {}
    members = [last] if ranged else list(points)
    if last.workday:
        rule = {"FREQ": "MONTHLY", "BYDAY": "MO,TU,WE,TH,FR", "BYSETPOS": last.nth}
        if last.nth is None:
            rule = {"FREQ": "WEEKLY", "BYDAY": "MO,TU,WE,TH,FR"}
    elif last.weekday:
        days = ",".join(f"{p.nth or ''}{_DAYS[(p.weekday or 1) - 1]}" for p in members)
        rule = {"FREQ": "MONTHLY" if last.nth else "WEEKLY", "BYDAY": days}
    elif last.every == "năm":
        months = _months(members, before)
        if months is None:
            return None
        rule = {"FREQ": "YEARLY", **months}
    elif last.every == "quý":
        rule = {"FREQ": "MONTHLY", "INTERVAL": 3}
        if last.month_of_quarter:
            first = last.month_of_quarter
            rule = {"FREQ": "YEARLY", "BYMONTH": ",".join(str(first + n) for n in (0, 3, 6, 9))}
            if last.day:
                rule["BYMONTHDAY"] = _month_day(last.day, before)
            elif last.nth:
                rule["BYMONTHDAY"] = last.nth
    elif last.every == "tháng":
        rule = {"FREQ": "MONTHLY"}
        if last.day:
            rule["BYMONTHDAY"] = ",".join(_month_day(p.day or 1, before) for p in members)
        elif last.nth:
            rule["BYMONTHDAY"] = last.nth - (before and last.nth < 0)
    else:
        rule = {"FREQ": {"tuần": "WEEKLY", "ngày": "DAILY"}[last.every]}
    if last.clock and int(last.clock[:2]) < 24:
        clock = _time_of_day(last)
        rule |= {"BYHOUR": int(clock[1:3]), "BYMINUTE": int(clock[4:])}
    return ";".join(f"{key}={value}" for key, value in rule.items())


def _month_day(day: int, before: bool) -> str:
    """The day of each month; the day before the 1st, and the 31st, are the last one."""
    day -= before
    return str(day) if 1 <= day <= 30 else "-1"


def _months(members: Sequence[Point], before: bool) -> dict[str, Any] | None:
    last = members[-1]
    if last.quarter and not last.month:
        return {"BYMONTH": 3 * last.quarter}
    if not last.month:
        return {}
    if last.day is None:
        return {"BYMONTH": ",".join(str(p.month) for p in members)}
    ends = [_day_before(p.month or 1, p.day or 1) if before else (p.month, p.day) for p in members]
    months = dict.fromkeys(str(month) for month, _ in ends)
    days = dict.fromkeys(str(day) for _, day in ends)
    if len(months) > 1 and len(days) > 1:
        return None  # 30/6 and 31/12: one rule would add 31/6 and 30/12
    return {"BYMONTH": ",".join(months), "BYMONTHDAY": ",".join(days)}


def _day_before(month: int, day: int) -> tuple[int, int]:
    if day > 1:
        return month, day - 1
    return (month - 2) % 12 + 1, -1
