"""Whose paper it is and what it is called: the lines above the salutation of a submitted paper.

They stand in any order: the body that submits it, what it is ("Tham luận tại hội nghị"), its title, who
reads it out. The words are data, ``lexicons/frame.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from vndirective.core.orthography import fold
from vndirective.core.patterns import CAPITAL, NAME_WORD, PERSON_NAME, any_of, compiled
from vndirective.core.resources import lexicon
from vndirective.segment.lines import Line
from vndirective.segment.marks import bare_text, is_branch, is_motto, kind_names
from vndirective.segment.people import names_somebody
from vndirective.segment.press import DATED, ranks, titles

__all__ = ["read_paper_head"]

#: In how many lines the head of a paper stands, and how long one of them is at most.
_LINES, _LINE = 8, 160
#: How many syllables the name of a body has at most.
_LONGEST = 22

_Found = dict[str, tuple[str, int, int]]


class _Part(NamedTuple):
    """What a line of the head says, and which characters of it: offsets in the view."""

    kind: str  # unit, perhaps, office, title, author or nothing
    text: str
    start: int
    end: int


def read_paper_head(lines: list[Line], roles: list[str], kind: str, found: _Found) -> None:
    """Read unit, title and author of a paper where its head says them.

    Parameters
    ----------
    lines : list of Line
    roles : list of str
        As `frame.roles_of` gives them.
    kind : str
        Who gives a speech does so in an office, who submits a paper does so for what he heads.
    found : dict
        The fields that were read; a title that only names the unit, or what it is, is replaced.
    """
    papers = kind == "seminar_paper"
    parts = [_read(line, line is lines[0], papers=papers) for line in _head(lines, roles)]
    unit = _unit_of(parts, papers=papers)
    if unit is not None and "unit" not in found and "issuer" not in found:
        found["unit"] = unit[1:]
    titles = [part for part in parts if part.kind == "title"]
    named = [part.text for part in parts if part.kind == "unit"]
    if not titles:
        # of a line in capitals and one in small letters that both look like units the former is the title
        others = [part for part in parts[len(_top(parts)) :] if part.kind == "unit"]
        titles = [part for part in others if part.text.isupper() and part != unit]
    about = [part for part in titles if not _starts_event(part.text)] or titles
    title = found.get("title")
    if title is None or _is_no_title(title[0]) or _called().match(title[0]):
        if about:
            found["title"] = about[0][1:]
        elif title and (_says_nothing(title[0]) or any(name in title[0] for name in named)):
            del found["title"]
    for part in parts:
        if part.kind == "author":
            found.setdefault("author", part[1:])


def _read(line: Line, first: bool, *, papers: bool) -> _Part:
    """Tell what a line of the head says."""
    text = line.text

    def part(kind: str, a: int, b: int) -> _Part:
        while a < b and text[a] in "(*_ ":
            a += 1
        while b > a and text[b - 1] in ")*_ .":
            b -= 1
        if b - a > 2 and text[a] + text[b - 1] in ("“”", '""'):
            a, b = a + 1, b - 1
        return _Part(kind, text[a:b], line.start + a, line.start + b)

    if (called := _called().match(text)) is not None:
        said = part("title", *called.span("rest"))
        return said._replace(kind="unit") if _is_body(said.text) else said
    if (of := _of().match(text)) is not None:
        said = part("nothing", *of.span("unit"))
        own = papers and of["what"] and (_names(said.text) or _may_be_body(said.text))
        return said._replace(kind="unit") if _is_body(said.text) or own else said
    whole = part("title", 0, len(text))
    if _is_body(whole.text):
        return whole._replace(kind="unit")
    if (first or text.startswith("(")) and _may_be_body(whole.text):
        return whole._replace(kind="perhaps")
    if (who := _who().fullmatch(text)) is not None:
        return part("author", *who.span("name"))
    if not _says_what(text) and not names_somebody(text) and _titles(text):
        return whole
    office = _office().search(text)
    if office is not None and _is_body(text[slice(*office.span("unit"))]):
        return part("office", *office.span("unit"))
    return whole._replace(kind="nothing")


def _unit_of(parts: list[_Part], *, papers: bool) -> _Part | None:
    """Return whose paper it is: of bodies at the top, one under the other, the last."""
    if top := _top(parts):
        own, above = top[-1], top[-2:-1]
        if above and is_branch(own.text):
            return own._replace(text=f"{above[0].text} {own.text}", start=above[0].start)
        return own
    named = [part for part in parts if part.kind == "unit"]
    named = [part for part in named if not part.text.isupper()] or named
    kinds = ("perhaps", "office") if papers else ("perhaps",)
    named = named or [part for kind in kinds for part in parts if part.kind == kind]
    return named[0] if named else None


def _top(parts: list[_Part]) -> list[_Part]:
    return list(takewhile(lambda part: part.kind == "unit", parts))


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
    labels = any_of(lexicon("frame")["title_labels"])
    return re.compile(rf"(?:{_what()}|(?i:{labels}))\s*:\s*(?P<rest>\S.*)")


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


def _says_nothing(text: str) -> bool:
    return not _titles(text) or _says_what(text)


def _is_no_title(text: str) -> bool:
    whose = _is_body(text) or _of().match(text) is not None or names_somebody(text)
    return _says_nothing(text) or whose or _starts_event(text)


def _titles(text: str) -> bool:
    where = _address().fullmatch(text) and not _deeds().search(fold(text))
    known = any_of(lexicon("frame")["no_titles"])
    none = re.match(rf"{known}\s*(?::|\d)", fold(text)) or is_motto(fold(text))
    return not (text[0] == "(" or text.startswith("tại ") or where or none)


def _starts_event(text: str) -> bool:
    return re.match(rf"{any_of(lexicon('frame')['events'])}(?!\w)", fold(text)) is not None


@cache
def _who() -> re.Pattern[str]:
    """Return the pattern of a person with a degree on a line of his own: "TS. Hoàng Hữu Nghị*"."""
    tails = any_of(lexicon("frame")["author_tails"])
    return re.compile(rf"\(?{ranks()}+(?P<name>{PERSON_NAME})\W*(?:{tails})?\W*")


@cache
def _address() -> re.Pattern[str]:
    """Return the pattern of where a body is: "Khu công nghiệp Phú Lãng, quận Bình Lãng"."""
    kinds = any_of([*lexicon("organizations")["territories"], *lexicon("frame")["estates"]])
    name = rf"(?:\s(?:{NAME_WORD}|{CAPITAL}+))"
    return re.compile(rf"(?i:{kinds}){name}{{1,4}}(?:,\s(?i:{kinds}){name}{{1,4}})*")


def _names(text: str) -> bool:
    """Tell whether somebody else's name can be a body's: neither an office nor a person."""
    offices = any_of(lexicon("frame")["offices"])
    if " " not in text or re.match(rf"(?:{offices}|{titles()})(?!\w)", fold(text)):
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


def _may_be_body(text: str) -> bool:
    """Tell whether a line begins like the name of a body, and does not go on like a title."""
    head = _heads().match(fold(text))
    rest = fold(text)[head.end() :] if head is not None else ""
    return len(text.split()) <= _LONGEST and bool(rest.strip()) and not _deeds().search(rest)


def _is_body(text: str) -> bool:
    """Tell whether a line is nothing but the name of a body."""
    head = _heads().match(fold(text))
    if head is None or not text[:1].isupper() or not _may_be_body(text):
        return False
    # what a body is called begins with a capital, "Sở Y tế", or is where it is: "Công an xã Lau"
    called = text[head.end() :].lstrip(" ,-–")
    place = _place().match(called)
    return text.isupper() or called[:1].isupper() or (place is not None and not place["more"])
