"""Named fragments of patterns that more than one stage reads, and compiling on first use.

Fragments are for `re.X`; they are composed upwards into the rules of the stages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from vndirective.core.orthography import fold

__all__ = [
    "CAPITAL",
    "DATE_WORDS",
    "DOC_NUMBER",
    "MANDATE",
    "NAME_WORD",
    "PERSON_NAME",
    "any_of",
    "compiled",
    "iso_date",
    "tidy_number",
]

#: Symbol of a document: 24-CT/TU, 30/2020/NĐ-CP, 010/CT-UBND, 72/2025/QH15, 66- NQ/TW (as typed).
#: It opens with a plain set of characters, for which the search is fast. Blanks around a long dash
#: part what stands beside it.
DOC_NUMBER = (
    r"\d(?<![\w/.-].)\d{0,4}(?:\.\d{1,2}(?=/))?[a-zA-Z]?(?:[ ]?/[ ]?\d{4})?(?:[ ]?[/–-][ ]?|—)"
    r"(?!\d)[A-ZĐ][A-Za-zĐđƯưÂâÊêÔô]*\d{0,2}(?:[.&][A-ZĐ]\w*)*"
    r"(?:(?:[ ]?[-–/][ ]?|—)[A-ZĐƯ][A-Za-zĐđƯưÂâÊêÔô]*(?:[.&][A-ZĐ]\w*)*\d{0,2}){0,4}"
)

#: A day in words or figures, with named groups day, month, year.
DATE_WORDS = (
    r"(?:ngày[ ])?(?P<day>\d{1,2})[ ]?(?:tháng[ ]|[/.-][ ]?)(?P<month>\d{1,2})"
    r"[ ]?(?:năm[ ]|[/.-][ ]?)(?P<year>\d{4})(?!\d)"
)

#: A capital, with marks or without; ranges such as "À-Ỹ" hold small letters, too.
CAPITAL = "[A-Z{}]".format("".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper()))
#: One word of a person's name: a capital and small letters.
NAME_WORD = rf"{CAPITAL}(?:['’]{CAPITAL}?)?[a-zà-ỹđ]+"

#: A person's name: two to five words, perhaps with a letter in their middle, "Giàng A Páo".
PERSON_NAME = rf"{NAME_WORD}(?:\s+(?:[AÁÀYÝÔƠUÚ]\s+)?{NAME_WORD}){{1,4}}"


#: On whose behalf somebody signs, before its stop: Nghị định 30/2020/NĐ-CP, Phụ lục I.
MANDATE = r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)"


@cache
def compiled(pattern: str, flags: int = re.X) -> re.Pattern[str]:
    """Compile a pattern once, when it is first needed."""
    return re.compile(pattern, flags)


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases in a folded text, across line wraps.

    Examples
    --------
    >>> re.match(any_of(["Luật", "Luật Đất đai"]), "luật đất  đai năm 2024")[0]
    'luật đất  đai'
    """
    # An alternative that begins like a longer one would hide it.
    ordered = sorted(map(fold, phrases), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered) + ")"


def tidy_number(text: str) -> str:
    """Write a symbol as its issuer does: without the blanks and long dashes of a wrap or a typist.

    Examples
    --------
    >>> tidy_number("66- NQ–TW")
    '66-NQ-TW'
    """
    return re.sub(r"\s+", "", text).replace("–", "-").replace("—", "-")


def iso_date(day: str | int, month: str | int, year: str | int) -> str | None:
    """Return ``YYYY-MM-DD``, or None for a day that no calendar has.

    Examples
    --------
    >>> iso_date(29, 2, 2024), iso_date(30, 2, 2024)
    ('2024-02-29', None)
    """
    from datetime import date

    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
