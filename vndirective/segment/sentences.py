"""Sentences: every line of the view is one or more of them."""

from __future__ import annotations

from collections.abc import Iterator

from vndirective.core.patterns import compiled
from vndirective.segment.lines import Line

__all__ = ["sentences_of"]

_END = r"(?:[.!?]+|…)[\"”’»)\]]*(?=\s)"
# What ends in a full stop without ending a sentence. One capital letter is an initial.
_ABBREVIATION = (
    r"(?:(?<!\w)(?:TP|Tp|tp|GS|PGS|TS|ThS|Th\.S|BS|KS|CN|NCS|TSKH|LS|ĐB|Q|P|H|TX|TT|Tx|Ts|Gs|Đ/c|"
    r"đ/c|tr|Tr|vd|VD|v\.v|x|Nxb|NXB|St|Mr|Dr|No|Art|cf|[A-ZĐ])|\.[A-ZĐ]|[IVX]{1,4})\.\Z"
)


def sentences_of(lines: list[Line], roles: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences in order, as view spans.

    A line of the frame is one sentence. In the body a sentence ends at a full stop, question or
    exclamation mark before white space, with the closing quotes and brackets after it; an
    ellipsis ends one only before a capital; abbreviations and the marker of an item end none.

    Yields
    ------
    tuple of int
        Code points in the view, trimmed.
    """
    end_pattern = compiled(_END)
    abbreviation = compiled(_ABBREVIATION)
    for line, role in zip(lines, roles, strict=True):
        start, text = line.start, line.text
        if role in ("header", "signature", "recipients", "byline"):
            yield start, line.end
            continue
        at = 0
        floor = line.marker.end + 1 if line.marker else 0
        for match in end_pattern.finditer(text):
            stop = match.end()
            if stop <= floor:
                continue
            after = text[stop:].lstrip()[:2]
            first = after[:1]
            mark = text[match.start()]
            if first.islower() or first in ",;:)…":
                continue
            if mark == "…" or match[0].startswith("..."):
                if not first.isupper():
                    continue
            elif mark == "." and abbreviation.search(
                text, max(at, match.start() - 6), match.start() + 1
            ):
                continue
            yield start + at, start + stop
            at = stop + 1
            while at < len(text) and text[at] == " ":
                at += 1
        if at < len(text):
            yield start + at, line.end
