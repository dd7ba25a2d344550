"""Who wrote, spoke or signed: labeled lines, "name, office", signature blocks."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from vndirective.core.orthography import fold
from vndirective.core.patterns import PERSON_NAME, any_of, compiled
from vndirective.core.records import Signer
from vndirective.core.resources import lexicon
from vndirective.core.view import View
from vndirective.segment.lines import Line, in_one_line
from vndirective.segment.marks import SIGNS, is_branch, is_place_and_date, is_stamp, looks_like_name
from vndirective.segment.press import DATED, byline, pen_name, stamp, titles

__all__ = ["names_somebody", "names_speaker", "read_author", "read_signers"]

#: In how many lines at the top and at the end a report says who wrote it.
_TOP, _END = 8, 8

#: A title that begins with whose paper it is.
_OF_UNIT = r"(?i:của)\s+(?P<unit>[^\W\d_][^,.;:]{3,80}?)\s+(?=(?:về|tại|trong|với|nhằm)\s)"


@cache
def _titled() -> str:
    """Return the pattern of what stands before a name: "Đồng chí", "Đại tá, ThS."."""
    return rf"(?:(?i:{titles()})\b[.,]?\s*)+"


@cache
def _person() -> re.Pattern[str]:
    titled = _titled()
    # "(Đồng chí …, Bí thư Đảng ủy)", "của thầy giáo …, Hiệu trưởng"
    return re.compile(
        rf"\(?(?:(?i:của|do)\s+(?={titled}))?(?:{titled})?(?P<name>{PERSON_NAME})(?=\s*(?:[,(–-]|\Z))"
    )


@cache
def _speaker() -> re.Pattern[str]:
    """Return the pattern of a title that names who speaks, in capitals or not."""
    word = r"[A-ZÀ-ỸĐ]\w+"
    return re.compile(
        rf"(?:[^,.;:()]{{0,40}}\s)?(?i:của)\s+{_titled()}(?P<name>{word}(?:\s{word}){{1,4}})(?=\s*[,(–-]|\Z)"
    )


@cache
def _labeled(key: str) -> re.Pattern[str]:
    return re.compile(rf"\(?{any_of(lexicon('frame')[key])}\s?:\s*(?P<value>[^\n)]{{3,160}})")


@cache
def _bare_bodies() -> frozenset[str]:
    return frozenset(map(fold, lexicon("frame")["bare_bodies"]))


@cache
def _offices() -> tuple[str, ...]:
    return tuple(map(fold, lexicon("frame")["offices"]))


def names_somebody(text: str) -> bool:
    """Tell whether a line says who speaks: "Người trình bày: …", "Đồng chí …, Bí thư …"."""
    folded = fold(text)
    match = _person().match(text)
    return bool(
        _labeled("author_labels").match(folded)
        or _labeled("unit_labels").match(folded)
        or (match and text[match.end() :].startswith((",", " -", " –")))
    )


def names_speaker(text: str) -> bool:
    """Tell whether a line says nothing but who speaks: by a label, or in brackets."""
    return bool(_labeled("author_labels").match(fold(text))) or (
        text.startswith("(") and text.endswith(")") and names_somebody(text)
    )


def read_author(
    lines: list[Line], roles: list[str], kind: str, found: dict[str, tuple[str, int, int]]
) -> None:
    """Author and unit of a report: labeled lines, "name, office", the signature or byline."""
    near = [*lines[:14], *lines[-6:]]
    for field, key in (("author", "author_labels"), ("unit", "unit_labels")):
        pattern = _labeled(key)
        for line in near:
            match = pattern.match(fold(line.text)) if len(line.text) < 260 else None
            if match and field not in found:
                a, b = match.span("value")
                found[field] = (line.text[a:b].strip(" .*"), line.start + a, line.start + b)
    if "author" in found:
        value, a, _ = found["author"]
        if match := _person().match(value):
            found["author"] = (match["name"], a + match.start("name"), a + match.end("name"))
    elif not (kind == "news" and _credited(lines, found)):
        _unlabeled_author(lines, roles, kind, found)
    if "unit" not in found and "title" in found:
        _unit_in_title(found)
    if "unit" not in found and "issuer" in found:
        found["unit"] = found["issuer"]
        if "superior" in found and fold(found["issuer"][0]) in _bare_bodies():
            # "ĐẢNG ỦY" below the school of which it is
            (above, start, _), (own, _, end) = found["superior"], found["issuer"]
            found["unit"] = (f"{own} {above}", start, end)
        elif "superior" in found and is_branch(found["issuer"][0]):
            (above, start, _), (own, _, end) = found["superior"], found["issuer"]
            found["unit"] = (f"{above} {own}", start, end)


def _unit_in_title(found: dict[str, tuple[str, int, int]]) -> None:
    """Read whose paper it is in its title: "Tham luận / *của Sở Y tế* về công tác tiêm chủng"."""
    title, start, end = found["title"]
    match = compiled(_OF_UNIT, 0).match(title)
    whole = end - start == len(title)  # no line end inside
    if match is None or not whole or fold(match["unit"]).startswith(_offices()):
        return
    if match["unit"][0].isupper() and not looks_like_name(match["unit"]):
        a, b = match.span("unit")
        found["unit"] = (match["unit"], start + a, start + b)


def _credited(lines: list[Line], found: dict[str, tuple[str, int, int]]) -> bool:
    """Read who wrote a report: "Tin, ảnh: Hải Vân", "HẢI VÂN 02/08/2025 18:20"."""
    below = len(lines) - _END
    near = [line for i, line in enumerate(lines) if 0 < i < _TOP or i >= below]
    for line in near:
        span = byline(line.text)
        if span is None and (match := stamp(line.text)) and match["name"]:
            span = match.span("name")
        if span:
            a, b = span
            found["author"] = (line.text[a:b], line.start + a, line.start + b)
            return True
    for line, under in pairwise(lines[1:_TOP]):
        # the name alone over the day
        if looks_like_name(line.text) and stamp(under.text):
            found["author"] = (line.text, line.start, line.end)
            return True
    if pen_name(lines[-1].text):
        found["author"] = (lines[-1].text, lines[-1].start, lines[-1].end)
        return True
    return False


def _unlabeled_author(
    lines: list[Line], roles: list[str], kind: str, found: dict[str, tuple[str, int, int]]
) -> None:
    # whom the paragraphs of a report name with an office is quoted in it
    for line, role in zip(lines[:14] if kind != "news" else [], roles, strict=False):
        text = line.text
        match = None
        if len(text) < 160 and not is_place_and_date(text):
            match = _person().match(text) or _speaker().match(text)
        if match and not all(word[0].isupper() for word in match["name"].split()):
            match = None
        if match and fold(match["name"].split()[0]) in lexicon("frame")["no_pen_names"]:
            match = None  # "(Xã Tân Sơn, huyện …)"
        if match and compiled(rf"\s*[,(–-]\s*{DATED}").match(text, match.end()):
            match = None  # a place with the day
        sentence = role == "body" and text[-1] in ".:;!?…"
        if (
            role in ("header", "body")
            and not sentence
            and match
            and text[match.end() :].startswith((",", " -", " –"))
        ):
            a, b = match.span("name")
            found["author"] = (match["name"], line.start + a, line.start + b)
            return
    for line, role in zip(reversed(lines), reversed(roles), strict=True):
        if role in ("signature", "byline") and looks_like_name(line.text):
            found["author"] = (line.text, line.start, line.end)
            return
        if role == "body":
            return


def read_signers(view: View, lines: list[Line], roles: list[str]) -> tuple[Signer, ...]:
    """Read who signs: names below offices, in one column or in two.

    Parameters
    ----------
    view : View
    lines : list of Line
    roles : list of str
        As `frame.roles_of` gives them.

    Returns
    -------
    tuple of Signer
    """
    signers: list[Signer] = []
    above: list[str] = []
    offices: list[str] = []
    named: Line | None = None
    for line, role in zip(lines, roles, strict=True):
        if role == "recipients":
            continue  # they may stand beside
        if role != "signature":
            above, named = [], None
        elif looks_like_name(line.text) and named is not None and in_one_line(named, line):
            # "THƯ KÝ   CHỦ TRÌ" over "Mai Thị Cúc   Võ Thanh Sang": the right one has the office on the right
            first = signers.pop()
            left, right = offices[-2:] if len(offices) > 1 else (first.title, first.title)
            signers += [replace(first, title=left), _signer(view, line, right, first.mandate)]
            named = None
        elif above and looks_like_name(line.text):
            mandates = [t for t in above if compiled(SIGNS).match(t)]
            offices = [t for t in above if not is_stamp(t)]
            title = offices[-1] if offices else None
            signers.append(_signer(view, line, title, "\n".join(mandates) or None))
            above, named = [], line
        else:
            above.append(line.text)
    return tuple(signers)


def _signer(view: View, line: Line, title: str | None, mandate: str | None) -> Signer:
    span = view.span(line.start, line.end)
    return Signer(span.text, span.start, span.end, title, mandate)
