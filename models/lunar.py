"""Rebuild the table of lunar years from astronomy: ``python models/lunar.py``.

New moons follow J. Meeus, *Astronomical Algorithms*, 2nd ed. (1998), ch. 49, apparent longitudes
of the sun ch. 25 (low accuracy, 0.01°), the difference between dynamical and universal time the
polynomial of F. Espenak and J. Meeus. The rules of the calendar are those that Hồ Ngọc Đức
describes (*Thuật toán tính âm lịch*): days begin at midnight UTC+7; a month begins on the day of
a new moon; month 11 contains the winter solstice; where thirteen months lie between two months
11, the first without a principal term (zhongqi, trung khí) is leap and repeats the number before.

Floating point only decides on which day a moment falls, so the file is the same on every machine
as long as no moment is within a second of midnight; ``narrowest`` tells how near they come.
"""

from __future__ import annotations

import argparse
import math
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FIRST, LAST = 1989, 2051
ABOUT = (
    "Lunar years of Vietnam (UTC+7), computed by models/lunar.py; do not edit. Year: solar date "
    "of its first day (Tết); one figure a month in order, 1 for 30 days and 0 for 29; number of "
    "the month that has a leap month after it, 0 for none."
)

UTC_OFFSET = 7 / 24
#: Julian date of 2000-01-01 12:00, and the ordinal of that day.
EPOCH, EPOCH_DAY = 2451545.0, date(2000, 1, 1).toordinal()
#: Days of 100 Julian years; new moons in 100 years.
CENTURY, MOONS = 36525.0, 1236.85

#: Ch. 49, new moon: days, power of E, multiples of M (sun), M' (moon), F, Ω.
TERMS = (
    (-0.40720, 0, 0, 1, 0, 0), (0.17241, 1, 1, 0, 0, 0), (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0), (0.00739, 1, -1, 1, 0, 0), (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0), (-0.00111, 0, 0, 1, -2, 0), (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0), (-0.00042, 0, 0, 3, 0, 0), (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0), (-0.00024, 1, -1, 2, 0, 0), (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0), (0.00004, 0, 0, 2, -2, 0), (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0), (0.00003, 0, 0, 2, 2, 0), (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0), (-0.00002, 0, -1, 1, -2, 0), (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)  # fmt: skip
#: Ch. 49, additional corrections: days, argument at k = 0, argument per new moon.
PLANETS = (
    (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099), (0.000023, 331.55, 3.592518),
)  # fmt: skip


class Month(NamedTuple):
    number: int
    leap: bool
    start: int  #: ordinal of its first day
    days: int


def sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def delta_t(jd: float) -> float:
    """Dynamical minus universal time, in days."""
    years = (jd - EPOCH) / 365.25
    return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86400


def new_moon(k: int) -> float:
    """Julian date, universal time, of the ``k``-th new moon after 2000-01-06."""
    t = k / MOONS
    jde = 2451550.09766 + 29.530588861 * k
    jde += 0.00015437 * t**2 - 0.000000150 * t**3 + 0.00000000073 * t**4
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = 2.5534 + 29.10535670 * k - 0.0000014 * t**2 - 0.00000011 * t**3
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3
    moon -= 0.000000058 * t**4
    f = 160.7108 + 390.67050284 * k - 0.0016118 * t**2 - 0.00000227 * t**3 + 0.000000011 * t**4
    node = 124.7746 - 1.56375588 * k + 0.0020672 * t**2 + 0.00000215 * t**3
    for days, power, of_sun, of_moon, of_f, of_node in TERMS:
        jde += days * e**power * sin(of_sun * sun + of_moon * moon + of_f * f + of_node * node)
    for n, (days, start, step) in enumerate(PLANETS):
        jde += days * sin(start + step * k - (0.009173 * t**2 if n == 0 else 0))
    return jde - delta_t(jde)


def longitude(jd: float) -> float:
    """Apparent longitude of the sun in degrees, at a moment of universal time."""
    t = (jd + delta_t(jd) - EPOCH) / CENTURY
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t**2
    m = 357.52911 + 35999.05029 * t - 0.0001537 * t**2
    center = (1.914602 - 0.004817 * t - 0.000014 * t**2) * sin(m)
    center += (0.019993 - 0.000101 * t) * sin(2 * m) + 0.000289 * sin(3 * m)
    return (mean + center - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)) % 360


def local(jd: float) -> float:
    """Days since the ordinal 0, local time: the whole part is the day."""
    return jd - EPOCH + 0.5 + EPOCH_DAY + UTC_OFFSET


def midnight(day: int) -> float:
    """Julian date of the moment at which a local day begins."""
    return day - EPOCH_DAY - 0.5 + EPOCH - UTC_OFFSET


def sector(day: int) -> int:
    """In which twelfth of the ecliptic the sun is when a day begins; 9 begins at the solstice."""
    return int(longitude(midnight(day)) // 30)


def months(first: int, last: int) -> list[Month]:
    """Months from month 11 of the year before ``first`` to month 11 of ``last``."""
    moons = range(int((first - 2001) * 12.3685) - 2, int((last - 1999) * 12.3685) + 3)
    starts = [math.floor(local(new_moon(k))) for k in moons]
    spans = list(pairwise(starts))
    # a month contains a principal term if the sun changes its twelfth between its two ends; that
    # of the solstice may contain two, as in 2033
    eleventh = [n for n, (a, b) in enumerate(spans) if sector(a) in (7, 8) and sector(b) in (9, 10)]
    found = []
    for this, following in pairwise(eleventh):
        leap = -1
        if following - this == 13:
            leap = next(
                n for n in range(this + 1, following) if sector(spans[n][0]) == sector(spans[n][1])
            )
        number = 11
        for n in range(this, following):
            if n not in (this, leap):
                number = number % 12 + 1
            a, b = spans[n]
            found.append(Month(number, n == leap, a, b - a))
    return found


def lunar_years(first: int, last: int) -> dict[int, list[Month]]:
    """Months of each lunar year, from its first to its twelfth."""
    years: dict[int, list[Month]] = {}
    year = 0
    for month in months(first, last + 1):
        if month.number == 1 and not month.leap:
            year = date.fromordinal(month.start).year
        if first <= year <= last:
            years.setdefault(year, []).append(month)
    return years


def narrowest(first: int, last: int) -> tuple[float, float]:
    """Minutes between midnight and the nearest new moon, and the nearest term that matters.

    A principal term matters on the first day of a month, where its side of midnight says to which
    month it belongs. The algorithms are good to some seconds for the moon and, at 0.01°, to a
    quarter of an hour for the sun.
    """
    moons = range(int((first - 2000) * 12.3685), int((last - 1999) * 12.3685))
    times = [local(new_moon(k)) for k in moons]
    degrees = [longitude(midnight(math.floor(time))) % 30 for time in times]
    moon = min(abs(time - round(time)) for time in times)
    sun = min(min(past, 30 - past) for past in degrees) / 0.9856
    return moon * 1440, sun * 1440


def table(first: int = FIRST, last: int = LAST) -> str:
    rows = []
    for year, held in lunar_years(first, last).items():
        start = date.fromordinal(held[0].start)
        lengths = "".join("1" if month.days == 30 else "0" for month in held)
        leap = next((month.number for month in held if month.leap), 0)
        rows.append(f'    "{year}": ["{start}", "{lengths}", {leap}]')
    body = ",\n".join(rows)
    return f'{{\n  "about": "{ABOUT}",\n  "years": {{\n{body}\n  }}\n}}\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--out", type=Path, default=ROOT / "vndirective" / "lexicons" / "lunar.json"
    )
    args = parser.parse_args()
    args.out.write_bytes(table().encode())
    moon, sun = narrowest(FIRST, LAST)
    print(f"{args.out}: nearest to midnight: new moon {moon:.1f} min, term {sun:.1f} min")


if __name__ == "__main__":
    main()
