"""Outline markers at the start of a line: ``Điều 3.``, ``I-``, ``1.2.``, ``a)``, ``-``, ``Một là,``.

One table serves the view, which must not join a line that opens an item to the line before it,
and the outline, which nests the items.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

__all__ = ["ORDINALS", "Marker", "number_of", "parse_marker"]

#: Words of "Một là, … Hai là, …" and "Thứ nhất, … Thứ hai, …", by value.
ORDINALS = {
    word: value
    for value, words in enumerate(
        (
            "một nhất", "hai nhì", "ba", "bốn tư", "năm", "sáu", "bảy bẩy", "tám", "chín",
            "mười",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip

_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_CAPITALIZED = "|".join([*map(str.capitalize, _WORDS.split("|")), *_WORDS.upper().split("|")])

#: The signs of bullets; the hyphen stands first, as a set of a pattern wants it.
_SIGNS = "-–—+*•▪◦·●○■□►➢✓✔❖\u2212\u2010\u2011\uf0b7"

# Each named group is one family of markers. A marker ends before a space or the end of the line,
# so that "1.500 đồng", "6/2027." and "30/6" open nothing; nor does "Thứ tư, 15/12/2024". "Điêu 1." lost a mark.
_FORMS = rf"""
  (?P<part>      (?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?(?P<part_n>[IVXLC]+|\d{{1,2}}|{_WORDS}|{_WORDS.upper()})\b[.:]?(?=\s|$))
| (?P<chapter>   (?:Chương|CHƯƠNG)\s+(?P<chapter_n>[IVXLC]+|\d{{1,2}})\b[.:]?(?=\s|$))
| (?P<section>   (?:Mục|MỤC)\s+(?P<section_n>[IVXLC]+|\d{{1,2}})\b[.:]?(?=\s|$))
| (?P<subsection>(?:Tiểu\s+mục|TIỂU\s+MỤC)\s+(?P<subsection_n>[IVXLC]+|\d{{1,2}})\b[.:]?(?=\s|$))
| (?P<article>   (?:Điều|ĐIỀU|(?:Đi[eê]u|ĐI[EÊ]U)(?=\s\d{{1,3}}\s?[.:]))\s+(?P<article_n>\d{{1,3}}[a-zđ]?)\b(?:\s?[.:]|(?=\s*$)))
| (?P<appendix>  (?:Phụ\s+lục|PHỤ\s+LỤC)(?:\s+(?:số\s+|SỐ\s+)?(?P<appendix_n>[IVXLC]+|\d{{1,2}}|[A-Z]))?\b[.:]?(?=\s|$))
| (?P<capital>   (?P<capital_n>[A-HĐ])(?P<capital_p>[.)\-])(?=\s|$|[^\W\d_a-z]{{2}}))
| (?P<roman>     (?P<roman_n>[IVXL]+)\s?[.\-–/)](?=\s|$|[^\W\d_a-z]{{2}}))
| (?P<multi>     (?P<multi_n>(?:\d{{1,2}}|[IVX]{{1,4}})(?:\.\d{{1,2}}){{1,4}})(?:[.)]|[ ]?[-–](?=[ ]?[^\W\d_])|(?=\s+[^\W\d_]))(?=\s|$|[^\W\d_]))
| (?P<decimal>   (?P<decimal_n>\d{{1,3}})(?P<decimal_p>[ ]?[.)]|/|[ ]?[-–](?=[ ]?[^\W\d_]))(?=\s|$|[^\W\d_]))
| (?P<letter>    (?P<letter_n>[a-zđ]\d?|[ivx]{{2,4}})(?P<letter_p>[.)/]|,(?=[ ][^\W\d_]{{2}})|[-–](?=[ ]?[^\W\d_]))(?=\s|$|[^\W\d_]))
| (?P<paren>     \((?P<paren_n>[ivx]{{1,5}}|\d{{1,2}}|[a-zđ])\)\.?(?=\s|$|[^\W\d_]))
| (?P<ordinal>   (?:(?P<la>{_CAPITALIZED})(?:\s+(?:là|LÀ)(?=\s?[,:]|\s)|(?=,\s))|(?:(?:Việc|Điều)\s+thứ|Thứ|THỨ)\s+(?P<thu>{_WORDS}|{_WORDS.upper()})(?:\s+là)?(?=\s?[,:])(?!,\s+(?:ngày\s+)?\d{{1,2}}[/.-]\d)|(?:Bước|BƯỚC|Giai\s+đoạn|GIAI\s+ĐOẠN|Đợt|ĐỢT)\s+(?P<step>\d{{1,2}})(?=\s?[.:](?:\s|$))))
| (?P<bullet>    (?P<bullet_n>[{_SIGNS}])(?=\s|$|[^\W\d_])(?![-–—+*•]))
"""
_MARKER = re.compile(_FORMS, re.X)
_FIRST = frozenset(f"PCMTĐIVXLABDEFGHNS(0123456789abcdefghijklmnopqrstuvwxyzđ_~{_SIGNS}")
# How the words of markers begin: Phần, Chương, Mục, Tiểu mục, Điều, Việc thứ, Phụ lục, Thứ, Bước,
# Giai đoạn, Đợt, Một là …
_WORD_STARTS = frozenset(["Vi", "Ph", "Ch", "Mụ", "Ti", "Đi", "Th", "Bư", "Gi", "Đợ"]) | frozenset(
    word.capitalize()[:2] for word in ORDINALS
)
_AFTER_LETTER = frozenset(".)/,-–0123456789ivx")
# "a, Rà soát …" opens an item, a line that begins within "điểm a, b, khoản 2" does not.
_BEFORE_COMMA = frozenset("abcdđegh")
_AFTER_COMMA = ("khoản ", "điểm ", "mục ", "điều ", "và ", "hoặc ")
_ROMAN = re.compile(r"[IVXL]+\b")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABET_PLAIN = "abcdđefghijklmnopqrstuvwxyz"


class Marker(NamedTuple):
    """One marker at the start of a line.

    Attributes
    ----------
    family : str
        ``part``, ``chapter``, ``section``, ``subsection``, ``article``, ``appendix``, ``capital``,
        ``roman``, ``multi``, ``decimal``, ``letter``, ``paren``, ``ordinal`` or ``bullet``.
    style : str
        Markers of one list share it: family and punctuation, for bullets the sign.
    label : str
        As printed, without punctuation.
    number : str
        What counts: ``3`` of ``Điều 3``, ``iv``, ``1.2``; for a bullet its sign.
    end : int
        Where the marker ends in the line, punctuation included; code points.
    """

    family: str
    style: str
    label: str
    number: str
    end: int


#: What programs that read scans make of hyphens; bullets before a blank alone.
_BLURRED = "_~"
# A sign before a blank is read without the table: half of all markers are such bullets.
_BULLETS = {sign: Marker("bullet", f"bullet{sign}", sign, sign, 1) for sign in _SIGNS} | {
    sign: Marker("bullet", "bullet-", sign, sign, 1) for sign in _BLURRED
}


def parse_marker(line: str) -> Marker | None:
    """Read the outline marker that a line opens with.

    Parameters
    ----------
    line : str
        One line of the view, without leading space.

    Returns
    -------
    Marker or None

    Examples
    --------
    >>> parse_marker("Điều 3. Tổ chức thực hiện").label
    'Điều 3'
    >>> parse_marker("1.500 đồng") is None
    True
    """
    if not line or line[0] not in _FIRST:
        return None
    if line[1:2] == " " and line[0] in _BULLETS:
        return _BULLETS[line[0]]
    # Nearly every line ends here: a wrapped one, or one that opens with a plain word.
    if line[0].islower():
        if line[1:2] not in _AFTER_LETTER:
            return None
    elif line[0].isupper() and line[1:2].islower() and line[:2] not in _WORD_STARTS:
        return None
    match = _MARKER.match(line)
    if match is None:
        return None
    # Named sub-groups close before their family does, so lastgroup is the family.
    family = match.lastgroup or ""
    if family == "ordinal":
        kind = next(name for name in ("la", "thu", "step") if match[name])
        return Marker(family, f"ordinal-{kind}", match[0], match[kind].lower(), match.end())
    number = match[f"{family}_n"] or ""
    if family == "bullet":
        return Marker(family, f"bullet{number}", number, number, match.end())
    if family in ("part", "chapter", "section", "subsection", "article", "appendix"):
        label = " ".join(match[0].rstrip(".: ").split())
        return Marker(family, family, label, number.lower(), match.end())
    after = line[match.end() : match.end() + 3].lstrip()[:1]
    if family in ("letter", "decimal") and match[f"{family}_p"].strip() in "-–":
        # "1- Về …" opens an item, "5 - 10 người", "24-CT/TU" and "a-xít" do not
        joined = line[match.end() : match.end() + 2]
        if not after.isupper() or (joined[:1] != " " and not joined[1:].islower()):
            return None
    elif family == "letter" and match["letter_p"] == ",":
        rest = line[match.end() :].lstrip().lower()
        if number not in _BEFORE_COMMA or rest.startswith(_AFTER_COMMA):
            return None
    elif family == "letter" and line[match.end() : match.end() + 1].islower():
        return None  # "v.v."
    if family == "multi" and match[0][-1] not in ".)" and not after.isupper():
        return None  # "1.5 triệu", "20.11 là", "1.5 - hai triệu"
    if family == "roman" and _ROMAN.match(line[match.end() : match.end() + 12].lstrip()):
        return None  # "I - V"
    if family == "multi":
        style = f"multi{number.count('.') + 1}"
    elif family == "paren":
        style = "paren-" + ("1" if number.isdigit() else "i" if set(number) <= set("ivx") else "a")
    elif family == "roman":
        style = "roman"
    elif family == "letter" and len(number) > 1:
        style = "letter-digit" if number[-1].isdigit() else "roman" + match["letter_p"].strip()
    else:
        style = family + match[f"{family}_p"].strip()
    return Marker(family, style, number, number.lower(), match.end())


@cache
def number_of(label: str) -> int | None:
    """Return the value of a roman, decimal, letter or ordinal number, or None.

    Letters follow the Vietnamese legal order *a, b, c, d, đ, e, g, h …*; a letter that is also
    a roman digit is read as a letter where it stands alone.

    Examples
    --------
    >>> number_of("iv"), number_of("đ"), number_of("1.12"), number_of("hai")
    (4, 5, 12, 2)
    """
    if label.isdigit():
        return int(label)
    if "." in label:
        return number_of(label.rsplit(".", 1)[1])
    if label in ORDINALS:
        return ORDINALS[label]
    if len(label) == 1 and label in _ALPHABET_PLAIN and label not in "ivxlc":
        return _ALPHABET_PLAIN.index(label) + 1
    if label and set(label) <= set(_ROMAN_DIGITS):
        total = 0
        for digit, after in zip(label, label[1:] + " ", strict=True):
            value = _ROMAN_DIGITS[digit]
            total += -value if value < _ROMAN_DIGITS.get(after, 0) else value
        return total
    return None
