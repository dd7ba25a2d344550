"""The day of a text that its head does not say: a dateline, a stamp, the foot, "Hôm nay, ngày …"."""

from __future__ import annotations

import re

from vndirective.core.patterns import compiled, iso_date
from vndirective.segment.lines import Line
from vndirective.segment.press import DATED, MOMENT, STAMP_LINE, WEEKDAY, stamp

__all__ = ["PLACE", "TOP_LINES", "read_below", "read_dateline", "read_published"]

Found = dict[str, tuple[str, int, int]]

# "Thứ Sáu, 05/04/2024 10:48", "08:12 - 27/03/2025"
_STAMPED = rf"(?:(?:{WEEKDAY}\s*,?|\d{{1,2}}:\d\d\s*[-–,|]?)\s+(?P<date>{DATED}))"
# What may stand around a day that is alone on its line, or behind a label or a sign:
# "Đăng lúc 10:20, 12/05/2023", "Minh Tấn | 12/05/2023 09:10 (GMT+7)", "2023-05-12"
_LABELED = (
    rf"(?:.*(?:[-–|:(,]|(?i:đăng(?:\s+tải)?|cập\s+nhật|xuất\s+bản)(?:\s+(?:ngày|lúc))?)\s*)?"
    rf"{MOMENT}"
)
#: How far down the day of a speech or report may stand, and how long its line may be.
TOP_LINES, _TOP_LINE = 8, 160
#: Within how many lines at its end a report may say where and when, and within how many at its
#: beginning a speech comes to "Hôm nay, ngày …".
_END_LINES, _OPENING_LINES = 6, 16
#: A name of where a document is of.
PLACE = r"(?:TP\.?\s?)?[A-ZÀ-ỸĐ][\w.]*(?:[\s-]+[A-ZÀ-ỸĐ][\w.]*){0,5}"
# "Hôm nay, ngày 5 tháng 9 năm 2024", "Hôm nay, vào hồi 08h30 ngày 17/9/2025"
_OF_TODAY = (
    r"(?i:hôm|sáng|chiều|tối)\s(?i:nay),?\s+(?i:(?:vào\s+)?(?:hồi|lúc)\s+\d[^.;:,]{0,20},?\s)?"
    rf"\(?(?P<date>{DATED})"
)
# The day of a form: "Ngày giao: 04/8/2025"
_OF_A_PAPER = rf"(?i:ngày\s+(?:giao(?:\s+việc)?|lập|ban\s+hành)\s?:)\s+(?P<date>{DATED})\W*\Z"


def read_dateline(lines: list[Line], roles: list[str], found: Found) -> None:
    """The day of a speech or report: alone on a line of its top, or with weekday or hour."""
    stamped = compiled(_STAMPED)
    for line in lines[:TOP_LINES]:
        # what is nothing but a stamp says more than a day in the text above it
        match = stamp(line.text)
        if match and _put_day(line, match, found):
            return
    for line, role in zip(lines[:TOP_LINES], roles, strict=False):
        short = len(line.text) <= _TOP_LINE and role != "salutation"
        match = stamped.search(line.text, 0, 600)
        if match is None and len(line.text) <= STAMP_LINE:
            match = compiled(_LABELED).match(line.text)
        if match is None and short:
            match = compiled(
                rf"(?:\W*|.*[(,])\s*(?:(?i:sáng|chiều|tối)\s+)?(?P<date>{DATED})"
            ).match(line.text)
        if match is None and role == "body":
            # "Ngày 31/3/2025, UBND huyện ra Công điện …", not what lies back:
            # "Ngày 3/12/2020, tỉnh đã ban hành …"
            match = compiled(
                rf"(?:(?i:sáng|chiều|tối)\s+)?(?P<date>(?=(?i:ngày)\s){DATED})(?![^.;]{{0,80}}\sđã\s)"
            ).match(line.text)
        if (match and _put_day(line, match, found)) or role == "salutation":
            return


def _put_day(line: Line, match: re.Match[str], found: Found) -> bool:
    iso = _day_of(match)
    if iso:
        a, b = match.span("date")
        found["issued_on"] = (iso, line.start + a, line.start + b)
    return iso is not None


def read_below(lines: list[Line], roles: list[str], found: Found) -> None:
    """Place and day that stand below a text, or the day it says it is of or is held on."""
    for line in lines[-_END_LINES:]:
        # "Hải Sơn, ngày 16 tháng 5 năm 2025", with nothing else on the line
        match = compiled(rf"\W*(?P<place>{PLACE}),\s+(?P<date>{DATED})\W*\Z").match(line.text)
        if match and _put_day(line, match, found):
            a, b = match.span("place")
            found.setdefault("place", (match["place"], line.start + a, line.start + b))
            return
    for line, role in zip(lines[:_OPENING_LINES], roles, strict=False):
        # "Hôm nay, ngày 5 tháng 9 năm 2024, thầy trò chúng ta …"
        match = compiled(_OF_TODAY).match(line.text) or compiled(_OF_A_PAPER).match(line.text)
        if role in ("body", "header") and match and _put_day(line, match, found):
            return


def _day_of(match: re.Match[str]) -> str | None:
    """Return the day of a match, in the order of the language or of ISO 8601."""
    group = match.groupdict()
    if group["day"] is None:
        return iso_date(group["day2"], group["month2"], group["year2"])
    return iso_date(group["day"], group["month"], group["year"])


def read_published(lines: list[Line], roles: list[str], found: Found) -> None:
    """The day of a report that stands below it: "Ngày đăng: 15:50 05/06/2025"."""
    dated = compiled(rf"(?P<date>{DATED})")
    for line, role in zip(lines, roles, strict=True):
        match = dated.search(line.text) if role == "byline" else None
        if match and _put_day(line, match, found):
            return
