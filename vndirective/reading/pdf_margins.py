"""What stands around the text of pages: running heads and feet, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from vndirective.core.cleaning import PAGE_NUMBER
from vndirective.reading.pdf_page import Line

__all__ = ["take_footnotes", "take_margins"]

#: So many lines at the top and at the bottom may repeat from page to page.
_DEEPEST = 2
#: Running heads stand at one height, in points.
_SAME_HEIGHT = 3.0
_DIGITS = re.compile(r"\d+")
_NUMBERS = re.compile(r"(\d{1,9})")
_MAX_NUMBERS = 3
#: Letters of a footnote are smaller than those of the text by this factor at least.
_SMALLER = 0.92
_NOTE = re.compile(r"\s*\[?(\d{1,3}|\*{1,3})\]?(?=\D)\s*(?=\S)")


def take_margins(pages: Sequence[list[Line]]) -> list[str]:
    """Take running heads, running feet and page numbers out of pages.

    Parameters
    ----------
    pages : sequence of list of Line
        Changed in place.

    Returns
    -------
    list of str
        What was taken, each once; page numbers count as one where their words are the same.
    """
    taken: dict[str, str] = {}
    kept = [list(lines) for lines in pages]
    for top in (True, False):
        for page, line in _margin(pages, top):
            taken.setdefault(_pattern(line.text), line.text)
            kept[page] = [other for other in kept[page] if other is not line]
    if not any(kept):  # all pages are the same: this is the text
        return []
    for lines, rest in zip(pages, kept, strict=True):
        lines[:] = rest
    return list(taken.values())


def _margin(pages: Sequence[list[Line]], top: bool) -> list[tuple[int, Line]]:
    """Return what stands above or below the text, with the index of its page."""
    edges = [_edge(lines, top) for lines in pages]
    found: list[tuple[int, Line]] = []
    under_way = set(range(len(pages)))
    for depth in range(_DEEPEST + 1):
        lines = {page: edges[page][depth] for page in under_way if depth < len(edges[page])}
        numbered, repeated = _page_numbers(lines), _repeated(lines)
        if depth == _DEEPEST:
            # So many lines are no running head but the head of a form that is used again.
            forms = under_way & (numbered | repeated)
            return [(p, line) for p, line in found if p not in forms or _is_number(line)]
        under_way &= numbered | repeated
        found += [(page, lines[page]) for page in sorted(under_way)]
    return found


def _is_number(line: Line) -> bool:
    return PAGE_NUMBER.match(line.text.strip()) is not None


def _edge(lines: list[Line], top: bool) -> list[Line]:
    """Return the outermost lines of a page, outermost first; what was drawn when is no matter."""
    if not all(line.height > 0 for line in lines):
        return []  # the page does not tell where they stand
    ordered = sorted(lines, key=lambda line: line.bottom, reverse=top)
    return ordered[: _DEEPEST + 1] if len(lines) > 1 else []


def _pattern(text: str) -> str:
    return _DIGITS.sub("0", " ".join(text.split()))


def _repeated(found: dict[int, Line]) -> set[int]:
    """Return the pages whose line is that of another page, at the same height."""
    places: dict[str, list[int]] = defaultdict(list)
    for page, line in found.items():
        # Numbers alone are judged by their order.
        if not _is_number(line):
            for key in _keys(line.text, page):
                places[key].append(page)
    same: set[int] = set()
    for group in places.values():
        if len(group) > 1:
            heights = sorted(found[page].bottom for page in group)
            usual = heights[len(heights) // 2]
            near = {page for page in group if abs(found[page].bottom - usual) <= _SAME_HEIGHT}
            same |= near if len(near) > 1 else set()
    return same


def _keys(text: str, page: int) -> list[str]:
    """Return the text with each choice of its numbers taken to go with the page."""
    parts = _NUMBERS.split(" ".join(text.split()))
    numbers = range(1, len(parts), 2)
    if len(numbers) > _MAX_NUMBERS:
        return ["".join(parts)]
    keys = []
    for choice in product((False, True), repeat=len(numbers)):
        changed = list(parts)
        for at, moves in zip(numbers, choice, strict=True):
            if moves:
                changed[at] = f"<{int(parts[at]) - page}>"
        keys.append("".join(changed))
    return keys


def _page_numbers(found: dict[int, Line]) -> set[int]:
    """Return the pages whose line is their number: they go up by one from page to page."""
    numbers: dict[int, int] = {}
    for page, line in found.items():
        text = line.text.strip()
        if PAGE_NUMBER.match(text):
            numbers[page] = int(_DIGITS.findall(text)[0])
    shifts = Counter(number - page for page, number in numbers.items())
    if not shifts:
        return set()
    shift, count = shifts.most_common(1)[0]
    # One number alone proves nothing, unless it is that of its page: a letter of two pages has
    # a number on the second only.
    if count < 2 and shift != 1:
        return set()
    return {page for page, number in numbers.items() if number - page == shift}


def take_footnotes(pages: Sequence[list[Line]]) -> list[tuple[int, list[Line]]]:
    """Take footnotes out of pages: small letters at the bottom that begin with a mark.

    Parameters
    ----------
    pages : sequence of list of Line
        Changed in place.

    Returns
    -------
    list of tuple of int and list of Line
        Index of the page and lines of each note. Its mark stands in brackets, there and where the
        text refers to it.
    """
    usual = _usual_height(pages)
    notes: list[tuple[int, list[Line]]] = []
    for page, lines in enumerate(pages):
        # By height on the page: in columns, what stands at the bottom is not read last.
        by_height = sorted(lines, key=lambda line: line.bottom)
        count = 0
        while count < len(lines) and 0 < by_height[count].height < _SMALLER * usual:
            count += 1
        if not 0 < count < len(lines):
            continue
        top = by_height[count].bottom
        small = [line for line in lines if line.bottom < top]
        begins = [k for k, line in enumerate(small) if _NOTE.match(line.text)]
        if not begins:
            continue
        # A caption or a table in small letters above the notes stays where it is.
        small = small[begins[0] :]
        lines[:] = [line for line in lines if not any(line is other for other in small)]
        marks = {match[1] for line in small if (match := _NOTE.match(line.text))}
        for line in lines:
            _bracket_marks(line, marks)
        starts = {k - begins[0] for k in begins}
        for k, line in enumerate(small):
            if k in starts:
                notes.append((page, [_bracketed(line)]))
            else:
                notes[-1][1].append(line)
    return notes


def _bracket_marks(line: Line, marks: set[str]) -> None:
    for at in reversed(line.raised):
        piece = line.pieces[at]
        if piece[0] in marks:
            line.pieces[at : at + 1] = [("[", True), piece, ("]", True)]


def _usual_height(pages: Iterable[list[Line]]) -> float:
    # Lines of headings and cells are many and short: each counts by its length.
    weights: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weights[round(line.height, 1)] += len(line.text)
    return max(weights, key=weights.__getitem__, default=0.0)


def _bracketed(line: Line) -> Line:
    text = line.text
    match = _NOTE.match(text)
    assert match is not None  # noqa: S101 - the caller has looked
    mark, rest = match[1], text[match.end() :]
    pieces = [("[", True), (mark, False), ("] ", True), (rest, False)]
    return Line(pieces, line.left, line.bottom, line.right, line.top)
