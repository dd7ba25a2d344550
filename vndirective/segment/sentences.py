"""Sentences: every line of the view is one or more of them."""

from __future__ import annotations

from collections.abc import Iterator

from vndirective.core.patterns import MANDATE, compiled
from vndirective.segment.lines import Line

__all__ = ["sentences_of"]

# A stop, closing signs, the number of a footnote; then white space, or a capital where a crawl
# lost the space. It opens with a plain set of characters, for which the search is fast.
_END = r"[.!?…](?<![.!?…][.!?…])[.!?…]*+(?:\[\d{1,3}\])?[\"”’»)\]]*(?:\[\d{1,3}\])?(?=\s|[A-ZĐ][^\W\d_A-Z])"
# "Kết quả: 1. Đơn …": the number of an item inside a sentence.
_ITEM = r"[:;]\s(?:Điều\s)?\d{1,3}\.\Z"
# What ends in a full stop without ending a sentence. One capital letter is an initial.
_ABBREVIATION = (
    rf"(?:(?<!\w)(?:{MANDATE}|TP|Tp|tp|GS|PGS|TS|ThS|Th\.S|BS|KS|CN|NCS|TSKH|LS|ĐB|P|H|TX|TT|Tx|Ts|Gs|Đ/c|"
    r"đ/c|tr|Tr|vd|VD|x|Nxb|NXB|St|Mr|Dr|No|Art|cf|CKI{1,2}|[A-HJ-UWYZĐ])|\.[A-ZĐ]|"
    r"\b(?:Phần|phần|Chương|chương|Mục|mục)[ ][IVXLC]{1,5})\.\Z"
)


def _lost_space(text: str, start: int, stop: int, mark: str) -> bool:
    """Tell a stop before a capital without a space from the stop in an address."""
    word = text[max(start, text.rfind(" ", start, stop)) : stop - 1]
    return mark == "." and word[-2:].islower() and "." not in word and "/" not in word


def _whole_word(tail: str) -> bool:
    """Tell three small letters before a stop, with which no abbreviation ends."""
    return len(tail) > 2 and tail.isalpha() and tail.islower()


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
    item, abbreviation = compiled(_ITEM), compiled(_ABBREVIATION)
    for line, role in zip(lines, roles, strict=True):
        start, text = line.start, line.text
        if role in ("header", "signature", "recipients", "byline"):
            yield start, line.end
            continue
        at = 0
        floor = line.marker.end + 1 if line.marker else 0
        for match in end_pattern.finditer(text):
            here, stop = match.span()
            if stop <= floor:
                continue
            first = text[stop : stop + 2].lstrip()[:1]
            mark = text[here]
            if first.islower() or first in ".,;:)…":
                continue
            if text[stop] != " " and not _lost_space(text, at, stop, mark):
                continue
            if mark == "…" or match[0].startswith("..."):
                if not first.isupper():
                    continue
            elif (
                mark == "."
                and not _whole_word(text[here - 3 : here])
                and abbreviation.search(text, max(at, here - 16), here + 1)
            ):
                continue
            said = text[max(at, floor) : here].strip(" .!?…")[:12]
            if not said or said.removeprefix("Điều ").isdigit():
                continue  # ". . .", and the number of an item inside a line
            if text[here - 1].isdigit() and item.search(text, max(at, stop - 9), stop):
                continue
            yield start + at, start + stop
            at = stop
            while at < len(text) and text[at] == " ":
                at += 1
        if at < len(text):
            yield start + at, line.end
