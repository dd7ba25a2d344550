"""The reasons of an analysis in Vietnamese, as the reader of a task list needs them."""

from __future__ import annotations

import re
from functools import cache

from vndirective.core.records import AnalysisWarning, Failure
from vndirective.export.labels import FAILURES, PERIODS, QUARTERS, REASONS, RELATIONS, WARNINGS

__all__ = ["failure_in_vietnamese", "in_vietnamese", "value_in_vietnamese", "warning_in_vietnamese"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)|T[A-Z]{2})?")
_PERIOD = re.compile(r"P(T?)(\d+)([A-Z])")


def in_vietnamese(reason: str) -> str:
    """Return a derivation or a reason for review in Vietnamese.

    Parameters
    ----------
    reason : str
        Parts joined by ``"; "``. A part that the table :data:`~vndirective.export.labels.REASONS`
        does not know stays as it is: an unfamiliar reason is better than none.

    Returns
    -------
    str

    Examples
    --------
    >>> in_vietnamese("before 2025-09-15: the day before")
    'trước 15/09/2025: lấy ngày liền trước'
    >>> in_vietnamese("P15D from a day that the text does not name")
    '15 ngày kể từ một ngày mà văn bản không nêu'
    """
    return "; ".join(map(_part, reason.split("; ")))


def warning_in_vietnamese(warning: AnalysisWarning) -> str:
    """Return what a warning says; the message as it is where its code is not known."""
    if warning.code not in WARNINGS:
        return warning.message
    pattern, words = WARNINGS[warning.code]
    found = re.search(pattern, warning.message)
    return words.format(**{"w": ""} | (found.groupdict("") if found else {}))


def failure_in_vietnamese(failure: Failure) -> str:
    """Return why a file could not be read; the message as it is where its code is not known."""
    return FAILURES.get(failure.code, failure.message)


def value_in_vietnamese(value: str | None) -> str:
    """Return the value of a time as a reader needs it, nothing where no day or period is known.

    Examples
    --------
    >>> value_in_vietnamese("2025-Q3"), value_in_vietnamese("XXXX-XX")
    ('quý III/2025', '')
    """
    words = _code(value or "")
    return "" if words == value or "X" in words else words


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), words) for pattern, words in REASONS]


def _part(part: str) -> str:
    for pattern, words in _patterns():
        if match := pattern.fullmatch(part):
            found = match.groupdict()
            values = {name: _code(found[name]) for name in "ab" if name in found}
            if "r" in found:
                values["r"] = RELATIONS.get(found["r"], found["r"])
            return words.format(**{"w": found.get("w", "")} | values)
    return part


def _code(code: str) -> str:
    """Read the code of a date, a period or a range aloud: ``2025-Q3`` as "quý III/2025"."""
    if "/" in code:
        return " – ".join(map(_code, code.split("/")))
    if "," in code:
        return ", ".join(map(_code, code.split(",")))
    if day := _DAY.fullmatch(code):
        clock = f"{day[4]} ngày " if day[4] else ""
        return f"{clock}{day[3]}/{day[2]}/{day[1]}"
    if period := _PERIOD.fullmatch(code):
        unit = PERIODS.get(period[1] + period[3])
        return f"{period[2]} {unit}" if unit else code
    year, _, part = code.partition("-")
    if not (len(year) == 4 and year.isdecimal()):
        return code
    if not part:
        return f"năm {year}"
    if part[0] == "Q" and part[1:] in ("1", "2", "3", "4"):
        return f"quý {QUARTERS[int(part[1:]) - 1]}/{year}"
    if part in ("H1", "H2"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} năm {year}"
    if part[0] == "W" and part[1:].isdecimal():
        return f"tuần {int(part[1:])} năm {year}"
    return f"tháng {part}/{year}" if part.isdecimal() else code
