"""Values of time expressions: what a match of a rule means, given the issue date.

Values are those of ``docs/annotation.md``: ``2023-12-15``, ``2023-Q4``, ``2024-H1``, ``P15D``,
``XXXX-XX-25``. A reading returns no value, and says why, rather than guess.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from vndirective.core.markers import number_of
from vndirective.core.patterns import iso_date

__all__ = [
    "NO_ANCHOR",
    "NO_SUCH_DAY",
    "READINGS",
    "Value",
    "last_day",
    "read_month",
    "words_to_number",
]

_MONTH_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_UNITS = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_MODS = {"đầu": "START", "giữa": "MID", "cuối": "END"}
_SETS = {
    "ngày": "XXXX-XX-XX",
    "tuần": "XXXX-WXX",
    "tháng": "XXXX-XX",
    "quý": "XXXX-QX",
    "năm": "XXXX",
}
_SHIFTS = {"này": 0, "nay": 0, "sau": 1, "tới": 1, "trước": -1, "ngoái": -1}

NO_ANCHOR = "relative to the issue date, which is not known"
NO_SUCH_DAY = "no calendar has this day"


class Value(NamedTuple):
    """The meaning of one expression; ``value`` is None where ``reason`` says why."""

    value: str | None
    mod: str | None = None
    workday: bool = False
    reason: str = ""
    lunar: bool = False
    freq: int | None = None  #: how often in the period of a recurrence
    rolls: bool = False  #: the year was not said; the nearest or the next one was taken


def words_to_number(text: str) -> int | None:
    """Read a number below one hundred in figures or words.

    Examples
    --------
    >>> words_to_number("mười lăm"), words_to_number("ba mươi"), words_to_number("05")
    (15, 30, 5)
    """
    if text.isdigit():
        return int(text)
    words = text.split()
    if not words:
        return None
    if words[0] == "mười":
        return 10 + _UNITS.get(words[1], 0) if len(words) > 1 else 10
    if len(words) > 1 and words[1] == "mươi":
        return 10 * _UNITS[words[0]] + (_UNITS.get(words[2], 0) if len(words) > 2 else 0)
    return _UNITS.get(words[0])


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


def _get(match: re.Match[str], *names: str) -> str | None:
    groups = match.groupdict()
    return next((groups[n] for n in names if groups.get(n)), None)


def read_month(text: str) -> int:
    """Read a month in figures or words."""
    return int(text) if text.isdigit() else _MONTH_WORDS[" ".join(text.split())]


def _mod(match: re.Match[str]) -> str | None:
    found = _get(match, "mod")
    return _MODS[found] if found else None


def _anchor(anchor: str | None) -> date | None:
    return date.fromisoformat(anchor) if anchor else None


def _nearest_year(month: int, day: int, start: date, forward: bool) -> int:
    """The year of a date said without one: the next such date, or the nearest one."""
    if forward:
        return start.year + ((month, day) < (start.month, start.day))
    middle = start.month - month
    return start.year + (1 if middle > 6 else -1 if middle < -6 else 0)


def _of_day(day: str, month: int, year: str | None, anchor: str | None, forward: bool) -> Value:
    if year is None:
        start = _anchor(anchor)
        if start is None:
            if iso_date(day, month, 2024) is None:
                return Value(None, reason=NO_SUCH_DAY)
            return Value(f"XXXX-{month:02d}-{int(day):02d}", reason="the year is not said")
        year = str(_nearest_year(month, int(day), start, forward))
        iso = iso_date(day, month, year)
        return Value(iso, reason="" if iso else NO_SUCH_DAY, rolls=True)
    iso = iso_date(day, month, year)
    return Value(iso, reason="" if iso else NO_SUCH_DAY)


def _read_day(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    month = read_month(_get(match, "m", "m2") or "")
    return _of_day(match["d"], month, _get(match, "y", "y2"), anchor, forward)


def _read_clock(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    day = _read_day(match, anchor, forward)
    if day.value is None:
        return day
    hour, minute = int(match["h"]), int(_get(match, "mi", "mi2") or 0)
    if hour == 24:
        return day._replace(value=f"{day.value}T24:00")
    return day._replace(value=f"{day.value}T{hour:02d}:{minute:02d}")


def _read_days(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    month = read_month(_get(match, "m", "m3") or "")
    year = _get(match, "y", "y3")
    first = _of_day(match["d"], month, year, anchor, forward)
    last = _of_day(match["d2"], month, year, anchor, forward)
    if first.value is None or last.value is None:
        return first if first.value is None else last
    return Value(f"{first.value}/{last.value}", rolls=first.rolls)


def _read_day_range(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    first = _read_day(match, anchor, forward)
    month = read_month(_get(match, "m4", "m5") or "")
    last = _of_day(match["d2"], month, _get(match, "y4", "y5"), anchor, forward)
    if first.value is None or last.value is None:
        return first if first.value is None else last
    return Value(f"{first.value}/{last.value}")


def _read_yearly_day(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    month, day = read_month(_get(match, "m", "m2") or ""), int(match["d"])
    if iso_date(day, month, 2024) is None:
        return Value(None, reason=NO_SUCH_DAY)
    return Value(f"XXXX-{month:02d}-{day:02d}")


def _read_monthly_day(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    day = int(match["d"])
    return Value(f"XXXX-XX-{day:02d}") if 1 <= day <= 31 else Value(None, reason=NO_SUCH_DAY)


def _year_of(match: re.Match[str], anchor: str | None) -> tuple[int | None, str]:
    if said := _get(match, "y", "y2"):
        return int(said), ""
    start = _anchor(anchor)
    if start is None:
        return None, NO_ANCHOR
    return start.year + _SHIFTS.get(_get(match, "which", "which2") or "này", 0), ""


def _read_half(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    year, reason = _year_of(match, anchor)
    half = 1 if match["half"] == "đầu" else 2
    return Value(f"{year}-H{half}" if year else None, reason=reason)


def _read_month(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    month = _get(match, "m", "m2")
    which = _get(match, "which", "which2")
    year = _get(match, "y", "y2")
    number = read_month(month) if month else None
    if number is not None and not 1 <= number <= 12:
        return Value(None, reason="no calendar has this month")
    rolls = False
    if year is None:
        start = _anchor(anchor)
        if start is None:
            return Value(None, _mod(match), reason=NO_ANCHOR)
        if number is None:
            total = start.year * 12 + start.month - 1 + _SHIFTS[which or "này"]
            year, number = str(total // 12), total % 12 + 1
        else:
            rolls = which is None
            year = str(_nearest_year(number, 31, start, forward) if rolls else start.year)
    return Value(f"{year}-{number:02d}", _mod(match), rolls=rolls)


def _read_quarter(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    said = _get(match, "q", "q2")
    quarter = number_of(said) if said else None
    if quarter is None:
        start = _anchor(anchor)
        if start is None:
            return Value(None, reason=NO_ANCHOR)
        total = start.year * 4 + (start.month - 1) // 3 + _SHIFTS[match["which"]]
        return Value(f"{total // 4}-Q{total % 4 + 1}")
    rolls = _get(match, "y", "which") is None
    year, reason = _year_of(match, anchor)
    if year and rolls and forward and anchor and quarter < (int(anchor[5:7]) + 2) // 3:
        year += 1
    return Value(f"{year}-Q{quarter}" if year else None, _mod(match), reason=reason, rolls=rolls)


def _read_years(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    if match["y"] > match["y2"]:
        return Value(None, reason="the period ends before it begins")
    return Value(f"{match['y']}/{match['y2']}")


def _read_year(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    if match.groupdict().get("which") == "trước":
        return Value(None, reason="the year before one that the text speaks of")
    year, reason = _year_of(match, anchor)
    return Value(f"{year}" if year else None, _mod(match), reason=reason)


def _read_every(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    return Value(_SETS[match["u"]])


def _read_every_n(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    number = words_to_number(match["n"])
    return Value(f"P{number}{ {'tháng': 'M', 'tuần': 'W', 'năm': 'Y'}[match['u']] }")


def _read_times_per(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    times = words_to_number(match["k"]) or 1
    months = {"quý": 3, "năm": 12}.get(match["u"], 0)
    if times == 1:
        return Value(_SETS[match["u"]])
    if months and months % times == 0:
        return Value(f"P{months // times}M", freq=times)
    return Value(_SETS[match["u"]], freq=times, reason=f"{times} times each period")


def _read_day_deictic(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    start = _anchor(anchor)
    if start is None:
        return Value(None, reason=NO_ANCHOR)
    shift = {"mai": 1, "kia": 2, "qua": -1}.get(match[0].split()[-1], 0)
    return Value((start + timedelta(days=shift)).isoformat())


def _read_week(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    start = _anchor(anchor)
    if start is None:
        return Value(None, reason=NO_ANCHOR)
    year, week, _ = (start + timedelta(weeks=_SHIFTS[match["which"]])).isocalendar()
    return Value(f"{year}-W{week:02d}", _mod(match))


def _read_duration(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    groups = match.groupdict()
    unit = " ".join((groups.get("u") or "năm").split())
    number = words_to_number(re.split(r"\s*-\s*", match["n"])[-1])
    if number is None:
        return Value(None, reason="the number is not understood")
    if unit.startswith("giờ"):
        return Value(f"PT{number}H", workday=unit == "giờ làm việc")
    if unit == "phút":
        return Value(f"PT{number}M")
    letter = {"tuần": "W", "tháng": "M", "năm": "Y"}.get(unit, "D")
    return Value(f"P{number}{letter}", workday=unit == "ngày làm việc")


_WEEKDAYS = {
    "hai": 1, "2": 1, "ba": 2, "3": 2, "tư": 3, "4": 3, "năm": 4, "5": 4, "sáu": 5, "6": 5,
    "bảy": 6, "7": 6, "nhật": 7,
}  # fmt: skip


def _weekday(text: str) -> int:
    return _WEEKDAYS[text.split()[-1]]


def _read_weekdays(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    days = [match["wd"], match["wd2"]] if match["wd2"] else [match["wd"]]
    return Value(",".join(f"XXXX-WXX-{_weekday(day)}" for day in days))


def _read_weekday(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    start = _anchor(anchor)
    if start is None:
        return Value(None, reason=NO_ANCHOR)
    year, week, _ = (start + timedelta(weeks=_SHIFTS[match["which"]])).isocalendar()
    return Value(date.fromisocalendar(year, week, _weekday(match["wd"])).isoformat())


def _read_month_end(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    return Value("XXXX-XX-31")


def _read_clock_deictic(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    start = _anchor(anchor)
    if start is None:
        return Value(None, reason=NO_ANCHOR)
    shift = {"mai": 1, "kia": 2, "qua": -1}.get(match["rel"].split()[-1], 0)
    hour, minute = int(match["h"]), int(_get(match, "mi", "mi2") or 0)
    if match["part"] in ("chiều", "tối") and hour < 12:
        hour += 12
    day = (start + timedelta(days=shift)).isoformat()
    return Value(f"{day}T{hour:02d}:{minute:02d}")


def _clock(match: re.Match[str]) -> str:
    return f"{int(match['h']):02d}:{int(_get(match, 'mi', 'mi2') or 0):02d}"


def _read_clock_daily(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    return Value(f"XXXX-XX-XXT{_clock(match)}")


def _read_clock_weekly(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    return Value(f"XXXX-WXX-{_weekday(match['wd'])}T{_clock(match)}")


def _read_clock_range(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    day = _read_day(match, anchor, forward)
    if day.value is None:
        return day
    until = f"{int(match['h2']):02d}:{int(match['mi3'] or 0):02d}"
    return Value(f"{day.value}T{_clock(match)}/{day.value}T{until}")


def _read_clock_alone(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    return Value(None, reason="the day of this hour is not said")


_PARTS = {"sáng": "TMO", "trưa": "TAF", "chiều": "TAF", "tối": "TEV", "đêm": "TNI"}


def _read_part_of_day(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    day = _read_day(match, anchor, forward)
    if day.value is None:
        return day
    return day._replace(value=f"{day.value}{_PARTS[match['part']]}")


def _read_part_deictic(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    start = _anchor(anchor)
    if start is None:
        return Value(None, reason=NO_ANCHOR)
    shift = {"mai": 1, "qua": -1}.get(match["rel"], 0)
    return Value(f"{(start + timedelta(days=shift)).isoformat()}{_PARTS[match['part']]}")


def _read_short_range(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    month, year = _get(match, "m4", "m5") or "", _get(match, "y4", "y5")
    last = _of_day(match["d2"], int(month), year, anchor, forward)
    if last.value is None or "X" in last.value:
        return last if last.value is None else Value(None, reason=NO_ANCHOR)
    first_month = int(_get(match, "m", "m2") or month)
    # "25/12 đến hết 05/01/2024": the year said is that of the end
    first_year = int(last.value[:4]) - (first_month > int(month))
    first = _of_day(match["d"], first_month, str(first_year), anchor, forward)
    if first.value is None:
        return first
    return Value(f"{first.value}/{last.value}", rolls=last.rolls)


def _read_months(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    first, last = int(match["m"]), int(match["m2"])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return Value(None, reason="no calendar has this month")
    year = match["y"] or str(int(match["y2"]) - (first > last))
    return Value(f"{year}-{first:02d}/{match['y2']}-{last:02d}")


def _read_quarters(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    year, reason = _year_of(match, anchor)
    if year is None:
        return Value(None, reason=reason)
    first, last = number_of(match["q"]), number_of(match["q2"])
    return Value(f"{year}-Q{first}/{year}-Q{last}", rolls=match["y"] is None)


def _read_months_of_year(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    year, reason = _year_of(match, anchor)
    number = words_to_number(match["n"])
    if year is None or number is None or not 1 <= number <= 12:
        return Value(None, reason=reason or "no year has so many months")
    first, last = (1, number) if match["half"] == "đầu" else (13 - number, 12)
    return Value(f"{year}-{first:02d}/{year}-{last:02d}")


def _read_days_of_month(match: re.Match[str], anchor: str | None, forward: bool) -> Value:
    month, number = _read_month(match, anchor, forward), words_to_number(match["n"])
    if month.value is None or number is None:
        return month
    end = int((last_day(month.value) or "")[8:])
    if not 1 <= number <= end:
        return Value(None, reason="no month has so many days")
    first, last = (1, number) if match["half"] == "đầu" else (end - number + 1, end)
    return Value(f"{month.value}-{first:02d}/{month.value}-{last:02d}", rolls=month.rolls)


#: Readings by the name that the rules of ``lexicons/times.json`` use.
READINGS: dict[str, Callable[[re.Match[str], str | None, bool], Value]] = {
    name.removeprefix("_read_"): function
    for name, function in list(globals().items())
    if name.startswith("_read_")
}
