"""The lunar calendar of Vietnam, read from the table that ``models/lunar.py`` computes.

It differs from the Chinese one where a new moon or a solar term falls between 23:00 and midnight
of Hà Nội: Tết 2007 was on 17 February, a day before the Chinese New Year.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon

__all__ = [
    "last_day_of",
    "lunar_of",
    "lunar_year_of_name",
    "solar_of",
    "tet",
    "year_name",
    "year_name_form",
]

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
#: Spellings beside those of the list above.
_SPELLINGS = {"kỉ": "kỷ", "quí": "quý", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}
_CYCLE = 60
#: The year in the middle of the table.
_MIDDLE = 2020
#: A year of the name Giáp Tý, with which a cycle begins.
_CYCLE_START = 1984


class _Year(NamedTuple):
    first: date
    months: tuple[tuple[int, bool], ...]  #: number, leap, in order
    starts: tuple[int, ...]  #: days from the first to the start of each month, and to the end


@cache
def _years() -> dict[int, _Year]:
    years = {}
    for year, (first, lengths, leap) in lexicon("lunar")["years"].items():
        months = [(number, False) for number in range(1, 13)]
        if leap:
            months.insert(leap, (leap, True))
        starts = accumulate((29 + int(long) for long in lengths), initial=0)
        years[int(year)] = _Year(date.fromisoformat(first), tuple(months), tuple(starts))
    return years


def solar_of(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """Return the solar date of a lunar one.

    Parameters
    ----------
    year : int
        Lunar year; it begins with Tết, in January or February of the solar year of that number.
    month : int
        1 to 12.
    day : int
        1 to 30.
    leap : bool, default False
        The leap month (*tháng nhuận*) that follows the month of that number.

    Returns
    -------
    date or None
        None where the table does not hold the year, or the year has no such month or day.

    Examples
    --------
    >>> solar_of(2024, 3, 10)
    datetime.date(2024, 4, 18)
    """
    held = _years().get(year)
    if held is None or (month, leap) not in held.months:
        return None
    n = held.months.index((month, leap))
    if not 1 <= day <= held.starts[n + 1] - held.starts[n]:
        return None
    return held.first + timedelta(days=held.starts[n] + day - 1)


def lunar_of(day: date) -> tuple[int, int, int, bool] | None:
    """Return the lunar date of a solar one.

    Parameters
    ----------
    day : date

    Returns
    -------
    tuple of (int, int, int, bool) or None
        Lunar year, month, day, and whether the month is leap; None outside the table.

    Examples
    --------
    >>> lunar_of(date(2024, 2, 9))
    (2023, 12, 30, False)
    """
    for year in (day.year, day.year - 1):
        held = _years().get(year)
        passed = day.toordinal() - held.first.toordinal() if held else -1
        if held and 0 <= passed < held.starts[-1]:
            n = bisect_right(held.starts, passed) - 1
            month, leap = held.months[n]
            return year, month, passed - held.starts[n] + 1, leap
    return None


def tet(year: int) -> date | None:
    """Return the first day of a lunar year, None outside the table.

    Examples
    --------
    >>> tet(2007)
    datetime.date(2007, 2, 17)
    """
    return solar_of(year, 1, 1)


def last_day_of(year: int, month: int, leap: bool = False) -> int | None:
    """Return how many days a lunar month has: 29 or 30, None where there is no such month.

    Examples
    --------
    >>> last_day_of(2023, 12), last_day_of(2024, 12)
    (30, 29)
    """
    return next((d for d in (30, 29) if solar_of(year, month, d, leap)), None)


def year_name(year: int) -> str:
    """Return the name of a lunar year in the cycle of sixty (*can chi*).

    Examples
    --------
    >>> year_name(2024)
    'Giáp Thìn'
    """
    n = year - _CYCLE_START
    return f"{_STEMS[n % 10]} {_BRANCHES[n % 12]}"


def year_name_form() -> str:
    """Return a pattern, for `re.X`, of the names of lunar years in a folded text."""
    stems, branches = (
        [*names, *(said for said, usual in _SPELLINGS.items() if usual in names)]
        for names in (list(map(fold, _STEMS)), list(map(fold, _BRANCHES)))
    )
    return f"(?:{'|'.join(stems)})[ ](?:{'|'.join(branches)})"


@cache
def _places() -> dict[str, int]:
    return {fold(year_name(_CYCLE_START + n)): n for n in range(_CYCLE)}


def lunar_year_of_name(name: str, near: int | None = None) -> int | None:
    """Return the lunar year of a name that is nearest to a given one.

    Parameters
    ----------
    name : str
        For example ``"Giáp Thìn"``, in any case and either spelling of *Tý, Tí* or *Tỵ, Tị*.
    near : int, optional
        A name returns every sixty years; this year says which of them is meant. Of two that are
        thirty years away, the later is returned. Without one it is the year that the table holds.

    Returns
    -------
    int or None
        None for what is no name of a year, as *Giáp Sửu*. The year need not be in the table.

    Examples
    --------
    >>> lunar_year_of_name("GIÁP THÌN", near=2024), lunar_year_of_name("Ất Tị", near=2020)
    (2024, 2025)
    """
    words = (_SPELLINGS.get(word, word) for word in fold(name).split())
    place = _places().get(" ".join(words))
    if place is None:
        return None
    near = _MIDDLE if near is None else near
    ahead = (place - (near - _CYCLE_START)) % _CYCLE
    return near + (ahead if 2 * ahead <= _CYCLE else ahead - _CYCLE)
