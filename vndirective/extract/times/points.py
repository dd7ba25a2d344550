"""Points of the calendar: what an expression names, and what it leaves to its neighbors.

An expression seldom names a day in full: "ngày 10 và 25 hằng tháng", "từ 29 tháng Chạp đến mùng 5
tháng Giêng", "17 giờ chiều mai". Each piece is read as a `Point`, a set of fields. Pieces are
joined from fine to coarse, lists and ranges hand the coarse fields to their first members, and
only then the point is given its value (`point_values`), relative to the issue date.
"""

from __future__ import annotations

from typing import Any, NamedTuple

__all__ = ["Point", "inherit", "join"]

#: Parts of the day whose hours are counted from noon.
_AFTER_NOON = ("TAF", "TEV", "TNI")
#: Units from fine to coarse; a point spans those that its fields belong to.
CLOCK, PART, WEEKDAY, DAY, WEEK, MONTH, QUARTER, YEAR, ALL = range(9)
_UNIT_RANK = {"ngày": DAY, "tuần": WEEK, "tháng": MONTH, "quý": QUARTER, "năm": YEAR}


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
        """Tell whether a part of a year is named and nothing that says of which year."""
        return bool(self.month or self.quarter or self.half) and not (
            self.year or self.name or self.shift or self.every
        )

    @property
    def time_of_day(self) -> str:
        """Its hour as ``T17:00``, or its part of the day, or nothing."""
        if self.clock is None:
            return self.part or ""
        hour, minute = int(self.clock[:2]), self.clock[3:]
        if self.part in _AFTER_NOON and hour < 12:
            hour += 12
        return f"T{hour:02d}:{minute}"


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
