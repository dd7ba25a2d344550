"""Working days of Vietnamese state offices.

Monday to Friday, but for the holidays of article 112 of the labor code, the days off that stand
for holidays on a weekend, and the days the Government swaps. Holidays come from the package
``holidays``, swapped days from ``lexicons/swap_days.json`` or the user. The law fixes neither the
Tết week nor the second day of 2 September: a year that is not announced is provisional.
Saturdays before October 1999, when they were worked, count as days off.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from reprlib import repr as short
from typing import TYPE_CHECKING, Any, NamedTuple

from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, InputError
from vndirective.core.resources import lexicon

if TYPE_CHECKING:
    from holidays import HolidayBase

__all__ = [
    "SwapTable",
    "Swaps",
    "add_working_days",
    "is_announced",
    "is_working_day",
    "load_swaps",
    "next_working_day",
    "nth_working_day",
]

_SATURDAY = 5
_MAX_BYTES = 1_000_000
_ENTRY_KEYS = {"off", "work", "source"}
_TABLE_KEYS = {"about", "announced", "swaps"}
_ENTRY = '{"off": "2026-01-02", "work": "2026-01-10"}'
_VALID = f'a list of entries like {_ENTRY}, or a dict with such a list as "swaps"'


class Swaps(NamedTuple):
    """Days that differ from the calendar, and the years whose days are known."""

    off: frozenset[date]
    work: frozenset[date]
    announced: frozenset[int]


#: What a user can give in place of the shipped table.
SwapTable = Swaps | Mapping[str, Any] | Sequence[Mapping[str, Any]]


class _MalformedError(ValueError):
    """A value of a table is not valid; the argument says which."""


def _day(value: object) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        # other ISO forms, as 20260102 and 2026-W01-5, are more often slips than dates
        if isinstance(value, str) and len(value) == 10 and "W" not in value:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _MalformedError(f"{short(value)} is no date of the form 2026-01-02")


def _parse(data: object) -> Swaps:
    announced: object = []
    if isinstance(data, Mapping):
        if unknown := set(data) - _TABLE_KEYS:
            raise _MalformedError(f"{short(min(map(str, unknown)))} is no key of the table")
        announced, data = data.get("announced", []), data.get("swaps")
    if isinstance(data, str) or not isinstance(data, Sequence):
        raise _MalformedError(f"{short(data)} is no list of entries")
    if not isinstance(announced, Sequence) or not all(type(year) is int for year in announced):
        raise _MalformedError(f"announced {short(announced)} is no list of years")
    days: dict[str, set[date]] = {"off": set(), "work": set()}
    for entry in data:
        if (
            not isinstance(entry, Mapping)
            or not set(entry) <= _ENTRY_KEYS
            or not set(entry) & set(days)
        ):
            raise _MalformedError(f"{short(entry)} is no entry")
        for kind in set(entry) & set(days):
            days[kind].add(_day(entry[kind]))
    if both := days["off"] & days["work"]:
        raise _MalformedError(f"{min(both)} is both a day off and a day of work")
    return Swaps(frozenset(days["off"]), frozenset(days["work"]), frozenset(announced))


def load_swaps(path: str | Path) -> Swaps:
    """Read a table of swapped days.

    Parameters
    ----------
    path : str or Path
        A JSON file in the form of ``lexicons/swap_days.json``: a list of entries with ``off``,
        ``work`` or both (``YYYY-MM-DD``) and perhaps a ``source``, or such a list as ``swaps``
        beside ``announced``, the years for which it is complete. It replaces the shipped table.

    Returns
    -------
    Swaps

    Raises
    ------
    ArgumentError
        If it is no path.
    InputError
        If the file cannot be read or holds a value that is not valid; the message names the
        file, the value and the remedy.
    """
    path = Path(arguments.path("swap_days", path, "the path of a .json file, as a str or Path"))
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except FileNotFoundError as error:
        remedy = "check the spelling of the path"
        raise InputError(path, "no such file", remedy, "missing") from error
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise InputError(path, reason, "give a readable JSON file", "unsupported") from error
    if len(raw) > _MAX_BYTES:
        reason = f"the file has more than {_MAX_BYTES} bytes"
        raise InputError(path, reason, "give a table of swapped days", "too_large")
    try:
        return _parse(json.loads(raw.decode("utf-8-sig")))
    except _MalformedError as error:
        raise InputError(path, str(error), f"give {_VALID}", "damaged") from error
    except (ValueError, RecursionError) as error:
        reason = f"not valid JSON ({error})"
        raise InputError(path, reason, "correct it or save it as UTF-8", "damaged") from error


@cache
def _shipped() -> Swaps:
    return _parse(lexicon("swap_days"))


def _swaps(given: SwapTable | None) -> Swaps:
    if given is None:
        return _shipped()
    if isinstance(given, Swaps):
        return given
    try:
        return _parse(given)
    except _MalformedError as error:
        raise ArgumentError("swaps", str(error), _VALID) from error


@cache
def _holidays() -> HolidayBase:
    """Holidays and their substitute days; a year is worked out when first asked for."""
    from holidays import country_holidays

    table = country_holidays("VN", language="vi")
    # the package swaps days of its own; ours are the only ones, so that a user can replace them
    vars(table)["special_public_holidays"] = {}
    return table


def is_working_day(day: date, swaps: SwapTable | None = None) -> bool:
    """Tell whether state offices work on a day.

    Parameters
    ----------
    day : date
    swaps : Swaps, list or dict, optional
        In place of the shipped table; see :func:`load_swaps`.

    Raises
    ------
    ArgumentError
        If ``swaps`` holds a value that is not valid.

    Examples
    --------
    >>> is_working_day(date(2026, 1, 2)), is_working_day(date(2026, 1, 10))
    (False, True)
    """
    table = _swaps(swaps)
    if day in table.work:
        return True
    return day.weekday() < _SATURDAY and day not in table.off and day not in _holidays()


def next_working_day(day: date, swaps: SwapTable | None = None) -> date:
    """Return the day itself if it is a working day, else the first one after it.

    Civil Code 2015, art. 148(5): a period whose last day is a weekend or a holiday ends at the end
    of the next working day.

    Parameters
    ----------
    day : date
    swaps : Swaps, list or dict, optional
        In place of the shipped table.

    Examples
    --------
    >>> next_working_day(date(2024, 2, 8))
    datetime.date(2024, 2, 15)
    """
    table = _swaps(swaps)
    while not is_working_day(day, table):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, n: int, swaps: SwapTable | None = None) -> date:
    """Return the ``n``-th working day after a day.

    Civil Code 2015, art. 147(2): a period in days does not count the day of the event it runs from
    and begins with the day after; art. 148(1): it ends at the end of its last day. Counted in
    working days, its last day is one, so art. 148(5) has nothing left to move.

    Parameters
    ----------
    day : date
        Not counted, whether a working day or not.
    n : int
        Below zero, the working days before ``day`` are counted; 0 gives :func:`next_working_day`.
    swaps : Swaps, list or dict, optional
        In place of the shipped table.

    Examples
    --------
    >>> add_working_days(date(2024, 2, 7), 1), add_working_days(date(2024, 2, 15), -1)
    (datetime.date(2024, 2, 15), datetime.date(2024, 2, 7))
    """
    table = _swaps(swaps)
    if n == 0:
        return next_working_day(day, table)
    step = timedelta(days=1 if n > 0 else -1)
    for _ in range(abs(n)):
        day += step
        while not is_working_day(day, table):
            day += step
    return day


def nth_working_day(year: int, month: int, n: int, swaps: SwapTable | None = None) -> date:
    """Return a working day of a month by its place: the first is 1, the last -1.

    Parameters
    ----------
    year, month : int
    n : int
        Not 0.
    swaps : Swaps, list or dict, optional

    Returns
    -------
    date

    Raises
    ------
    OverflowError
        If it is outside the calendar.

    Examples
    --------
    >>> nth_working_day(2025, 8, -1)
    datetime.date(2025, 8, 29)
    """
    table = _swaps(swaps)
    # counted from the edge of the month, since the calendar may have no day outside of it
    edge = date(year, month, monthrange(year, month)[1] if n < 0 else 1)
    more = n - (1 if n > 0 else -1) if is_working_day(edge, table) else n
    return add_working_days(edge, more, table) if more else edge


def is_announced(year: int, swaps: SwapTable | None = None) -> bool:
    """Tell whether the days off of a year are known; what is counted in another is provisional.

    Examples
    --------
    >>> is_announced(2026), is_announced(2030)
    (True, False)
    """
    return year in _swaps(swaps).announced
