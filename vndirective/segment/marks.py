"""What one line of the frame says: a motto, a stamp, place and day, a name, a kind of document."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from vndirective.core.orthography import fold
from vndirective.core.patterns import NAME_WORD, compiled
from vndirective.core.resources import lexicon
from vndirective.segment.lines import Line
from vndirective.segment.press import DATED, ranks

__all__ = [
    "ADDRESS",
    "SALUTATION",
    "SIGNS",
    "WIRES",
    "bare",
    "bare_text",
    "day_alone",
    "greets",
    "is_motto",
    "is_place_and_date",
    "is_stamp",
    "kind_names",
    "known",
    "looks_like_name",
]

#: On whose behalf somebody signs.
SIGNS = r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)\s?(?:\.|(?<=/.)\s|(?<=/..)\s)"
#: Who sends a telegram: "THỦ TƯỚNG CHÍNH PHỦ điện: | Bộ Y tế; …".
WIRES = r"(?P<sender>[^.;:]{4,90}?)\s(?i:điện)\s?:\s*"
#: How whom a text is written to is named.
ADDRESS = r"(?i:(?:đồng\s+)?kính\s+(?:gửi|chuyển))\b"
# "Hà Nội, ngày 5 tháng 4 năm 2024": a few words and a comma, and no sentence
_PLACE_AND_DATE = r"[^\s,:;]+(?:\s+[^\s,:;]+){0,5}\s?,?\s*(?:(?:(?:hồi|lúc)\s)?\d[^.;:,]{0,20}\s)?ngày\s.{0,6}tháng\s.{0,6}năm\b[^.;:]{0,8}\Z"
# "Ngày 02/3/2026", "14 giờ 00 ngày 22/10/2025", "(Ban hành ngày 15/9/2025)"
_DAY_ALONE = (
    r"\W*(?:(?i:ban\s+hành|ký)\s+)?(?:(?i:hồi|lúc)\s+)?"
    r"(?:\d{1,2}\s?(?i:giờ|h|:)(?:\s?\d{1,2})?(?:\s(?i:phút))?,?\s+)?"
    rf"(?P<date>(?=(?i:ngày)\s|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}){DATED})\W*"
)
# "Hà Nội, ngày 5/4/2024": only behind a comma, since a title may end in a day
_PLACE_AND_DAY = (
    r"[^\s,:;]+(?:\s+[^\s,:;]+){0,5}\s?,\s*"
    r"(?:(?:(?:hồi|lúc)\s)?\d[^.;:,]{0,20}\s)?ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s?\.?\Z"
)
#: How who speaks greets.
SALUTATION = r"[\"“]?(?:Kính\s+thưa|Thưa)\s"


@cache
def known() -> dict[str, Any]:
    """Return the words of the frame, folded: ``lexicons/frame.json``."""
    data = lexicon("frame")
    return {key: tuple(fold(v) for v in data[key]) for key in data if key != "about"}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon("offices")["surnames"])


@cache
def kind_names() -> dict[str, str]:
    """Return the kind of document for each kind line, folded."""
    return {fold(n): k["kind"] for k in lexicon("kinds")["kinds"] for n in k["names"]}


def looks_like_name(text: str) -> bool:
    """Tell whether a line is nothing but a person's name: two to five capitalized words."""
    if text.isupper():
        words = text.split()
        named = 2 <= len(words) <= 5 and fold(words[0]) in _surnames()
        return named and fold(text) not in known()["offices"]
    return len(text) < 40 and bool(
        compiled(rf"{ranks()}*{NAME_WORD}(?:\s+{NAME_WORD}){{1,4}}\Z").match(text.strip(" ."))
    )


def is_stamp(text: str) -> bool:
    """Tell whether a line only says that it is signed or secret: "(đã ký)", "MẬT"."""
    said = (part.strip() for part in re.split(r"[()\[\]|.]", fold(text)))
    stamps = [part for part in said if part]
    return bool(stamps) and all(part in known()["stamps"] for part in stamps)


def bare(line: Line) -> str:
    """Return the folded line without brackets at its end and the punctuation around it."""
    return bare_text(line.text)


def bare_text(text: str) -> str:
    """Return the folded text without brackets at its end and the punctuation around it."""
    return fold(text).partition(" (")[0].strip(" .:*_-–")


def is_motto(folded: str) -> bool:
    """Tell whether a folded line carries the national or party motto."""
    return any(motto in folded for motto in known()["mottos"])


def is_place_and_date(text: str) -> bool:
    """Tell whether a line is nothing but "Hà Nội, ngày 5 tháng 4 năm 2024"."""
    folded = fold(text)
    return any(compiled(form).match(folded) for form in (_PLACE_AND_DATE, _PLACE_AND_DAY))


def day_alone(text: str, start: int = 0) -> re.Match[str] | None:
    """Match what is nothing but a day from ``start`` on, perhaps with an hour: "14 giờ ngày 22/10/2025".

    The group ``date`` is the day, ``day``, ``month`` and ``year`` its parts.
    """
    return compiled(_DAY_ALONE).fullmatch(text, start)


def greets(text: str) -> bool:
    """Tell whether a line opens as who speaks greets: "Kính thưa các đồng chí, …"."""
    return compiled(SALUTATION).match(text) is not None
