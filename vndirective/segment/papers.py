"""Whose paper it is and what it is called: the lines above the salutation of a submitted paper.

They stand in any order: the body that submits it, what it is ("Tham luận tại hội nghị"), its title, who
reads it out. The words are data, ``lexicons/frame.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import CAPITAL, NAME_WORD, any_of, compiled
from vndirective.core.resources import lexicon
from vndirective.segment.frame import bare_text, kind_names
from vndirective.segment.lines import Line
from vndirective.segment.people import names_somebody
from vndirective.segment.press import DATED

__all__ = ["read_paper_head"]

#: In how many lines the head of a paper stands, and how long one of them is at most.
_LINES, _LINE = 8, 160
#: How many syllables the name of a body has at most.
_LONGEST = 22

_Found = dict[str, tuple[str, int, int]]


def read_paper_head(lines: list[Line], roles: list[str], kind: str, found: _Found) -> None:
    """Read unit and title of a paper where its head says them.

    Parameters
    ----------
    lines : list of Line
    roles : list of str
        As `frame.roles_of` gives them.
    kind : str
        Who gives a speech does so in an office, who submits a paper does so for what he heads.
    found : dict
        The fields that were read; a title that only names the unit is replaced.
    """
    titles: list[tuple[str, int, int]] = []
    units: list[tuple[str, int, int]] = []
    headed: list[tuple[str, int, int]] = []
    known = "unit" in found or "issuer" in found
    papers = kind == "seminar_paper"
    for line in _head(lines, roles):
        text = line.text
        called = _called().match(text)
        a, b = called.span("rest") if called else (0, len(text))
        of = _of().match(text) if called is None else None
        if of is not None:
            a, b = of.span("unit")
        while a < b and text[a] in "(*_ ":
            a += 1
        while b > a and text[b - 1] in ")*_. ":
            b -= 1
        part = (text[a:b], line.start + a, line.start + b)
        if _is_body(part[0]) or (papers and of and of["what"] and _names(part[0])):
            units.append(part)
        elif of is None and not _says_what(text) and not names_somebody(text) and _titles(text):
            titles.append(part)
        elif (office := _office().search(text)) and _is_body(text[slice(*office.span("unit"))]):
            a, b = office.span("unit")
            headed.append((text[a:b], line.start + a, line.start + b))
    if units and units[0][1] > lines[0].start:
        units.sort(
            key=_upper
        )  # of a line in capitals and one in small letters the former is the title
    if (named := units or headed * papers) and not known:
        found["unit"] = named[0]
        titles += [part for part in units if part != named[0] and _upper(part) and not titles]
    title = found.get("title")
    own = title is None or _is_no_title(title[0])
    if titles and (own or (title and _called().match(title[0]))):
        found["title"] = titles[0]
    elif own and title and "unit" in found and found["unit"][0] in title[0]:
        del found["title"]


def _head(lines: list[Line], roles: list[str]) -> Iterator[Line]:
    """Yield the lines above the salutation, or above the first sentence."""
    for line, role in zip(lines[:_LINES], roles, strict=False):
        sentence = line.text[-1] in ".;:…" or len(line.text) > _LINE
        if role not in ("header", "body") or line.marker or (sentence and role == "body"):
            return
        if not compiled(DATED).search(line.text):
            yield line


@cache
def _what() -> str:
    """Return the pattern of what a paper is: "Báo cáo tham luận", "Ý kiến"."""
    return rf"(?i:{any_of(lexicon('frame')['papers'])})"


@cache
def _called() -> re.Pattern[str]:
    """Return the pattern of a line that says what it is, and its title: "Tham luận: Giữ rừng"."""
    return re.compile(rf"{_what()}\s*:\s*(?P<rest>\S.*)")


@cache
def _of() -> re.Pattern[str]:
    """Return the pattern of a line that says whose it is: "(Tham luận của Sở Y tế)", "Của Sở Y tế"."""
    return re.compile(
        rf"\(?(?P<what>{_what()}\s+)?(?i:của)\s+(?P<unit>[^():;]+?)\)?(?:\s*\([^()]*\))?\Z"
    )


@cache
def _office() -> re.Pattern[str]:
    """Return the pattern of whom somebody heads: "Nguyễn Văn Hòa, Trưởng *Ban Quản lý chợ*"."""
    heads = tuple(f" {head}" for head in lexicon("frame")["unit_heads"])
    # "Trưởng ban" is the head of a body whose name begins with "Ban"
    offices = any_of(
        [*(o for o in lexicon("frame")["offices"] if not o.endswith(heads)), "trưởng", "phó trưởng"]
    )
    return re.compile(rf",\s+(?i:{offices})\s+(?P<unit>{CAPITAL}[^,();:]{{3,}}?)\W*\Z")


def _says_what(text: str) -> bool:
    """Tell whether a line says nothing but what it is, and where it is read: "Tham luận tại hội nghị"."""
    if bare_text(text) in kind_names():
        return True
    where = any_of(lexicon("frame")["paper_places"])
    return re.fullmatch(rf"\(?{_what()}(?:\s+(?i:{where})\b.*)?", text.rstrip(" .*)")) is not None


def _is_no_title(text: str) -> bool:
    return not _titles(text) or _is_body(text) or _says_what(text) or _of().match(text) is not None


def _titles(text: str) -> bool:
    where = _address().fullmatch(text) and not _deeds().search(fold(text))
    return text[0] != "(" and not text.startswith("tại ") and not where


@cache
def _address() -> re.Pattern[str]:
    """Return the pattern of where a body is: "Khu công nghiệp Phú Lãng, quận Bình Lãng"."""
    kinds = any_of([*lexicon("organizations")["territories"], "khu công nghiệp", "cụm công nghiệp"])
    name = rf"(?:\s(?:{NAME_WORD}|{CAPITAL}+))"
    return re.compile(rf"(?i:{kinds}){name}{{1,4}}(?:,\s(?i:{kinds}){name}{{1,4}})*")


def _upper(part: tuple[str, int, int]) -> bool:
    return part[0].isupper()


def _names(text: str) -> bool:
    """Tell whether somebody else's name can be a body's: neither an office nor a person."""
    folded = fold(text)
    if " " not in text or folded.startswith(
        (*lexicon("frame")["offices"], "đồng chí", "ông ", "bà ")
    ):
        return False
    return text[:1].isupper() and not _deeds().search(fold(text)) and not names_somebody(f"{text},")


@cache
def _heads() -> re.Pattern[str]:
    known = lexicon("frame")
    events = any_of(known["events"])
    return re.compile(rf"(?:các\s+)?(?!{events}(?!\w)){any_of(known['unit_heads'])}(?!\w)")


@cache
def _place() -> re.Pattern[str]:
    """Return the pattern of a territory, with what goes on behind its name: "xã Lau *bám bản*"."""
    kinds = any_of(lexicon("organizations")["territories"])
    return re.compile(rf"(?i:{kinds})(?!\w)(?:\s{NAME_WORD})*(?P<more>\s[^\W\d_]+)?")


@cache
def _deeds() -> re.Pattern[str]:
    """Return the pattern of words that stand in titles and not in the names of bodies."""
    return re.compile(rf"(?<!\w){any_of(lexicon('frame')['title_words'])}(?!\w)|[:?!“”\"…]")


def _is_body(text: str) -> bool:
    """Tell whether a line is nothing but the name of a body."""
    folded = fold(text).strip(" .*()")
    head = _heads().match(folded)
    if head is None or not text.lstrip(" *(")[:1].isupper():
        return False
    rest = folded[head.end() :]
    if len(folded.split()) > _LONGEST or not rest.strip() or _deeds().search(rest):
        return False
    # what a body is called begins with a capital, "Sở Y tế", or is where it is: "Công an xã Lau"
    called = text.strip(" .*()")[head.end() :].lstrip(" ,-–")
    place = _place().match(called)
    return text.isupper() or called[:1].isupper() or (place is not None and not place["more"])
