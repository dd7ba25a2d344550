"""Values of time expressions, and of those that name no point of the calendar.

Values are those of ``docs/annotation.md``: ``2023-12-15``, ``2023-Q4``, ``2024-H1``, ``P15D``,
``XXXX-XX-25``. A reading returns no value, and says why, rather than guess.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from vndirective.core.resources import lexicon

__all__ = [
    "NO_ANCHOR",
    "NO_DAY",
    "NO_SUCH_DAY",
    "NO_SUCH_HOUR",
    "NO_SUCH_MONTH",
    "NO_SUCH_QUARTER",
    "NO_WEEK",
    "READINGS",
    "Value",
    "first_day",
    "last_day",
    "words_to_number",
]

NO_DAY = "the day of this hour is not said"
NO_WEEK = "the week of this day is not said"
NO_ANCHOR = "relative to the issue date, which is not known"
NO_SUCH_DAY = "no calendar has this day"
NO_SUCH_HOUR = "no day has this hour"
NO_SUCH_MONTH = "no calendar has this month"
NO_SUCH_QUARTER = "no year has this quarter"

_LETTERS = {
    "giây": "TS", "phút": "TM", "giờ": "TH", "h": "TH", "ngày": "D", "tuần": "W", "tháng": "M", "quý": "Q",
    "năm": "Y",
}  # fmt: skip
_PARTS = {"dawn": "TMO", "dusk": "TEV", "night": "TNI"}
_SETS = {
    "giờ": "PT1H",
    "ngày": "XXXX-XX-XX",
    "tuần": "XXXX-WXX",
    "tháng": "XXXX-XX",
    "quý": "XXXX-QX",
    "năm": "XXXX",
}
_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}


class Value(NamedTuple):
    """The meaning of one expression; ``value`` is None where ``reason`` says why."""

    value: str | None
    mod: str | None = None
    workday: bool = False
    reason: str = ""
    lunar: bool = False
    freq: int | None = None  #: how often in the period of a recurrence
    rolls: bool = False  #: the year was not said; the nearest or the next one was taken


@cache
def _numbers() -> dict[str, int]:
    numbers: dict[str, int] = lexicon("times")["words"]["numbers"]
    return numbers


def words_to_number(text: str) -> int | None:
    """Read a number in figures, or one below ten thousand in words.

    Examples
    --------
    >>> words_to_number("mười lăm"), words_to_number("ba mươi"), words_to_number("05")
    (15, 30, 5)
    >>> words_to_number("hai nghìn không trăm hai mươi mốt")
    2021
    """
    if text.isdigit():
        return int(text)
    total, digit = 0, None
    for word in text.split():
        if word in _numbers():
            digit = _numbers()[word]
        elif word == "mười":
            total, digit = total + 10, None
        elif word in ("nghìn", "ngàn", "trăm", "mươi"):
            if digit is None:
                return None
            total, digit = total + digit * {"trăm": 100, "mươi": 10}.get(word, 1000), None
        elif word not in ("linh", "lẻ"):
            return None
    return total + (digit or 0) or None


def last_day(value: str) -> str | None:
    """Return the last day of a period: ``2023-Q4`` → ``2023-12-31``.

    Parameters
    ----------
    value : str
        A day, month, quarter, half-year, year or ISO week.

    Returns
    -------
    str or None
        ``YYYY-MM-DD``, None for what is no period of the calendar.
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(match[1]), int(match[2])
    elif match := re.fullmatch(r"(\d{4})-Q(\d)", value):
        year, month = int(match[1]), 3 * int(match[2])
    elif match := re.fullmatch(r"(\d{4})-H(\d)", value):
        year, month = int(match[1]), 6 * int(match[2])
    elif match := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return date.fromisocalendar(int(match[1]), int(match[2]), 7).isoformat()
    elif re.fullmatch(r"\d{4}", value):
        year, month = int(value), 12
    else:
        return None
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


def first_day(value: str) -> str | None:
    """Return the first day of a period: ``2023-Q4`` → ``2023-10-01``.

    Parameters and result are those of `last_day`.
    """
    last = last_day(value)
    if last is None or len(value) == 10:
        return last
    if "W" in value:
        return date.fromisocalendar(int(value[:4]), int(value[6:]), 1).isoformat()
    months = {"Q": 3, "H": 6}.get(value[5:6], 12 if len(value) == 4 else 1)
    return f"{value[:4]}-{int(last[5:7]) - months + 1:02d}-01"


def _read_duration(match: re.Match[str]) -> Value:
    unit, workday = match["u"], match["work"] is not None
    if "half" in match.re.groupindex and match["half"]:
        half = {"năm": "P6M", "giờ": "PT30M"}.get(unit)
        return Value(half, workday=workday, reason="" if half else "half of it has no code")
    if "," in match["n"] or "." in match["n"]:  # "2,5 ngày"
        time, letter = ("T", "H") if unit == "giờ" else ("", _LETTERS[unit])
        return Value(f"P{time}{match['n'].replace(',', '.')}{letter}", workday=workday)
    number = words_to_number(match["n"])
    if number is None:
        return Value(None, workday=workday, reason="the number is not understood")
    if match["n2"]:
        number = words_to_number(match["n2"]) or number  # the longest: "03 đến 05 ngày"
    if unit == "quý":
        return Value(f"P{3 * number}M")
    letter = _LETTERS[unit]
    time, letter = ("T", letter[1]) if len(letter) == 2 else ("", letter)
    return Value(f"P{time}{number}{letter}", workday=workday)


def _read_every_n(match: re.Match[str]) -> Value:
    if "half" in match.re.groupindex and match["half"]:
        half = {"năm": "P6M"}.get(match["u"])
        return Value(half, reason="" if half else "half of it has no code")
    number = words_to_number(match["n"])
    if number is None:
        return Value(None, reason="the number is not understood")
    if number == 1:
        return Value(_SETS.get(match["u"]))
    if match["u"] == "quý":
        return Value(f"P{3 * number}M")
    letter = _LETTERS[match["u"]]
    return Value(f"PT{number}{letter[1]}" if len(letter) == 2 else f"P{number}{letter}")


def _read_every_list(match: re.Match[str]) -> Value:
    """Read several periods, the shortest first: "định kỳ 6 tháng, năm" is ``P6M,XXXX``."""
    found = []
    for number, unit in re.findall(r"(\d+)?\s*(tuần|tháng|quý|năm|ngày)", match["units"]):
        several = int(number or 1) > 1
        found.append(f"P{int(number)}{_LETTERS[unit]}" if several else _SETS[unit])
    return Value(",".join(found))


def _read_times_per(match: re.Match[str]) -> Value:
    times, unit = words_to_number(match["k"]) or 1, match["u"]
    if times == 1:
        return Value(_SETS[unit], freq=1)
    months = _MONTHS.get(unit, 0)
    if months > 1 and months % times == 0:
        return Value(f"P{months // times}M", freq=times)
    return Value(_SETS[unit], freq=times, reason=f"{times} times each period")


def _read_days_per(match: re.Match[str]) -> Value:
    return Value(_SETS[match["u"]], freq=words_to_number(match["k"]))


def _read_numbered_week(match: re.Match[str]) -> Value:
    return Value(None, reason="which days the weeks of a month have is not settled")


def _read_week_of_the_year(match: re.Match[str]) -> Value:
    return Value(None, reason="from which day the weeks of a year are counted is not settled")


def _read_part(match: re.Match[str]) -> Value:
    return Value(_PARTS[next(name for name in _PARTS if match[name])], reason=NO_DAY)


#: Readings by the name that the rules of ``lexicons/times.json`` use, beside ``point``.
READINGS: dict[str, Callable[[re.Match[str]], Value]] = {
    "duration": _read_duration, "every_n": _read_every_n, "every_list": _read_every_list,
    "times_per": _read_times_per, "days_per": _read_days_per, "part": _read_part,
    "numbered_week": _read_numbered_week, "week_of_the_year": _read_week_of_the_year,
}  # fmt: skip
