"""Who wrote, spoke or signed: labeled lines, "name, office", signature blocks."""

from __future__ import annotations

import re
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import NAME_WORD, any_of, compiled
from vndirective.core.records import Signer
from vndirective.core.resources import lexicon
from vndirective.core.view import View
from vndirective.segment.frame import SIGNS, is_stamp, looks_like_name
from vndirective.segment.lines import Line

__all__ = ["names_somebody", "read_author", "read_signers"]

_TITLES = r"(?:(?:Đồng\s+chí|Đ/c|Ông|Bà|Bác\s+sĩ|Tiến\s+sĩ|Thạc\s+sĩ|PGS|GS|TS|ThS|BS)[.,]?\s*)+"


@cache
def _person() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_TITLES})?(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{1,4}})(?=\s*(?:[,(–-]|\Z))"
    )


@cache
def _labeled(key: str) -> re.Pattern[str]:
    return re.compile(rf"\(?{any_of(lexicon('frame')[key])}\s?:\s*(?P<value>[^\n)]{{3,160}})")


def names_somebody(text: str) -> bool:
    """Tell whether a line says who speaks: "Người trình bày: …", "Đồng chí …, Bí thư …"."""
    folded = fold(text)
    match = _person().match(text)
    return bool(
        _labeled("author_labels").match(folded)
        or _labeled("unit_labels").match(folded)
        or (match and text[match.end() :].startswith((",", " -", " –")))
    )


def read_author(
    lines: list[Line], roles: list[str], found: dict[str, tuple[str, int, int]]
) -> None:
    """Author and unit of a speech or paper: labeled lines, "name, office", the signature."""
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
    else:
        _unlabeled_author(lines, roles, found)
    if "unit" not in found and "issuer" in found:
        found["unit"] = found["issuer"]


def _unlabeled_author(
    lines: list[Line],
    roles: list[str],
    found: dict[str, tuple[str, int, int]],
) -> None:
    for line, role in zip(lines[:14], roles, strict=False):
        match = _person().match(line.text) if len(line.text) < 160 else None
        if (
            role in ("header", "body")
            and match
            and line.text[match.end() :].startswith((",", " -", " –"))
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
    signers = []
    above: list[str] = []
    for line, role in zip(lines, roles, strict=True):
        if role != "signature":
            above = []
        elif above and looks_like_name(line.text):
            span = view.span(line.start, line.end)
            mandates = [t for t in above if compiled(SIGNS).match(t)]
            titles = [t for t in above if not is_stamp(t)]
            title = titles[-1] if titles else None
            signers.append(
                Signer(span.text, span.start, span.end, title, "\n".join(mandates) or None)
            )
            above = []
        else:
            above.append(line.text)
    return tuple(signers)
