"""Values of lunar dates: "Tết Giáp Thìn", "mùng 6 Tết", "rằm tháng Giêng", "10/3 âm lịch".

A lunar day in one year is given as the solar date; one that comes back every year stays lunar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from vndirective.extract.lunar import last_day_of, lunar_of, lunar_year_of_name, solar_of
from vndirective.extract.time_values import NO_ANCHOR, NO_SUCH_DAY, Value, read_month

__all__ = ["LUNAR_READINGS"]

OUTSIDE = "no such lunar day, or outside the table of the years 1989 to 2051"


def _said_year(match: re.Match[str], anchor: str | None) -> int | None:
    """Return the lunar year that the words name, by number or by its two signs."""
    groups = match.groupdict()
    if said := groups.get("ly") or groups.get("ly2"):
        return int(said)
    name = next((groups[k] for k in ("name", "name2", "name3") if groups.get(k)), None)
    if name is None or anchor is None:
        return None  # the names come back every sixty years
    return lunar_year_of_name(name, int(anchor[:4]))


def _solar(
    year: int | None,
    anchor: str | None,
    forward: bool,
    of_year: Callable[[int], date | None],
    mod: str | None = None,
) -> Value:
    """The solar date in the year said, else the next such date, or the nearest one."""
    if year is not None:
        found = of_year(year)
        return Value(
            found.isoformat() if found else None, mod, reason="" if found else OUTSIDE, lunar=True
        )
    if anchor is None:
        return Value(None, mod, reason=NO_ANCHOR, lunar=True)
    start = date.fromisoformat(anchor)
    here = lunar_of(start)
    if here is None:
        return Value(None, mod, reason=OUTSIDE, lunar=True)
    days = [day for n in (-1, 0, 1, 2) if (day := of_year(here[0] + n)) is not None]
    if forward:
        days = [day for day in days if day >= start]
    if not days:
        return Value(None, mod, reason=OUTSIDE, lunar=True)
    nearest = min(days, key=lambda day: abs(day - start))
    return Value(nearest.isoformat(), mod, lunar=True, rolls=True)


def _month_day(match: re.Match[str]) -> tuple[int, int] | None:
    month = read_month(match["lm"])
    day = 15 if match["full"] else int(match["d"])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 30 else None


def _read_lunar_day(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    said = _month_day(match)
    if said is None:
        return Value(None, reason=NO_SUCH_DAY, lunar=True)
    month, day = said
    if match[0].endswith("năm") and re.search(r"h[ằà]ng\s+năm\Z", match[0]):
        return Value(f"XXXX-{month:02d}-{day:02d}", lunar=True)
    return _solar(_said_year(match, anchor), anchor, forward, lambda y: solar_of(y, month, day))


def _read_tet(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    return _solar(_said_year(match, anchor), anchor, forward, lambda y: solar_of(y, 1, 1))


def _read_tet_day(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    if match["first"]:
        first = int(match["first"])
        return _solar(_said_year(match, anchor), anchor, forward, lambda y: solar_of(y, 1, first))
    last = int(match["last"])

    def eve(year: int) -> date | None:
        # "30 Tết" is the eve, also where the last month has 29 days.
        length = last_day_of(year - 1, 12)
        return solar_of(year - 1, 12, min(last, length)) if length else None

    return _solar(_said_year(match, anchor), anchor, forward, eve)


#: Readings by the name that the rules of ``lexicons/times.json`` use.
LUNAR_READINGS: dict[str, Callable[[re.Match[str], str | None, bool], Value]] = {
    "lunar_day": _read_lunar_day, "tet": _read_tet, "tet_day": _read_tet_day,
}  # fmt: skip
