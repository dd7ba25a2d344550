"""What one line of the frame says: a motto, a stamp, place and day, a name, a kind of document."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from vndirective.core.orthography import fold, without_marks
from vndirective.core.patterns import MANDATE, PERSON_NAME, any_of, compiled
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
    "goes_on_about",
    "greets",
    "is_branch",
    "is_motto",
    "is_place_and_date",
    "is_stamp",
    "kind_names",
    "kind_of_symbol",
    "known",
    "looks_like_name",
    "misspelled_kind",
    "says_about",
]

#: On whose behalf somebody signs.
SIGNS = rf"{MANDATE}\s?(?:\.|(?<=/.)\s|(?<=/..)\s)"
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
#: How long a line may be that goes on with what a text is about.
_ABOUT = 120
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


def kind_of_symbol(number: str) -> str | None:
    """Return the kind that the symbol of a document says: a plan of "21/KH-UBND"."""
    codes = _codes()
    letters = re.findall(r"[A-ZĐ][A-Za-zĐđ]*", number)
    return next((codes[part] for part in letters if part in codes), None)


@cache
def _codes() -> dict[str, str]:
    return {code: k["kind"] for k in lexicon("kinds")["kinds"] for code in k["codes"]}


@cache
def _unmarked_kinds() -> frozenset[tuple[str, str]]:
    return frozenset((kind, without_marks(name)) for name, kind in kind_names().items())


def misspelled_kind(text: str, number: str | None) -> str | None:
    """Return the kind of a kind line that lacks marks, where the symbol says the same kind.

    Examples
    --------
    >>> misspelled_kind("KẾ HOACH", "21/KH-UBND"), misspelled_kind("KẾ HOACH", "21/TB-UBND")
    ('plan', None)
    """
    kind = kind_of_symbol(number) if number and text.isupper() else None
    return kind if (kind, without_marks(bare_text(text))) in _unmarked_kinds() else None


def looks_like_name(text: str) -> bool:
    """Tell whether a line is nothing but a person's name: two to five capitalized words."""
    if text.isupper():
        words = text.split()
        named = 2 <= len(words) <= 5 and fold(words[0]) in _surnames()
        return named and fold(text) not in known()["offices"]
    return len(text) < 40 and bool(compiled(rf"{ranks()}*{PERSON_NAME}\Z").match(text.strip(" .")))


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


def says_about(text: str) -> bool:
    """Tell whether a line of a head says what the text is about: "V/v …"."""
    return compiled(r"(?i:v/v|về\s+việc)\s").match(text) is not None


def goes_on_about(line: Line) -> bool:
    """Tell whether a line may go on with that: "V/v … chuẩn bị báo cáo" / "9 tháng đầu năm 2025"."""
    text = line.text
    opens = (text[0].islower() or text[0].isdigit()) and line.marker is None and not line.gap
    whole = len(text) < _ABOUT and text[-1] not in ".;:"
    return opens and whole and day_alone(text) is None


def is_branch(text: str) -> bool:
    """Tell what is called with the body above it: "CHI NHÁNH HẢI SƠN" of a bank, not that of one by name."""
    words = lexicon("frame")
    branch = rf"{any_of(words['branches'])}\s+(?!{any_of(words['unit_heads'])}(?!\w))"
    return compiled(branch).match(fold(text)) is not None


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
