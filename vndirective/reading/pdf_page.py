"""One page of a PDF as lines with their places, in reading order.

PDFium gives the text of a page in the order in which it was drawn, and joins what stands on one
height. So two columns that were drawn row by row come out shuffled, and the cells of a row as one
phrase. The places of a few characters of each line are enough to undo both; asking for those of
all characters would take longer than reading the page.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from pypdfium2 import raw

from vndirective.reading.legacy import from_font, looks_legacy

__all__ = ["Line", "has_ruled_table", "lines_of_page"]

#: PDFium replaces a hyphen at the end of a line by one of these.
_LINE_END_HYPHENS = str.maketrans("\ufffe\x02", "--")
_SEPARATOR = (" | ", True)
#: A gap of so many heights of a letter, where the next thing was drawn anew, borders a cell.
_CELL_GAP = 3.0
#: The number or the bullet of an item stands before a gap, too, and is no cell.
_ITEM = re.compile(r"\s*(?:[-–—+*•▪➢✓◦o]|[(\w][\w.]{0,6}[.)/:])\s*\Z")
#: A number right after a word or its punctuation; if it is small and stands high, it is a mark.
_AFTER_WORD = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?<=[^\W\d_][.,;:!?)”\"]\d))\d{0,2}(?![\d\w/-])")
_RAISED_HEIGHT = 0.85
#: The gutter of two columns stands in the middle of the page, and lines of text beside it.
_MIDDLE = (0.3, 0.7)
_BIN = 2.0
_MIN_GUTTER = 6.0
#: No page is wider, in points.
_WIDEST = 14_400.0
_MIN_COLUMN_LINES = 8
_MIN_COLUMN_SHARE = 0.3
#: A quarter of the lines fill this share of their column: ends of paragraphs do not.
_MIN_COLUMN_WIDTH = 0.7
_MAX_FONT_NAME = 128
#: A table has so many rules each way: a frame around a paragraph has two.
_RULES = 3
#: How thick a rule is at most, and how long at least, in points; a frame has no more segments.
_THICK, _LONG, _SEGMENTS = 3.0, 6.0, 5
#: Pages whose every letter was drawn alone hold more objects: only the first are looked through.
_MOST_OBJECTS = 2_000

#: Of a line that stands level, in radians.
_MAX_ANGLE = 0.1

Box = tuple[float, float, float, float]  # left, bottom, right, top
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Line:
    """One line, or what of it stands in one column.

    Attributes
    ----------
    pieces : list of tuple of str and bool
        Its text; true for what was not on the page.
    left, bottom, right, top : float
        In points from the lower left corner: the place of its first letter, with room for
        accents; on a page in columns, ``right`` is where the line ends. All 0 where the page does
        not tell.
    """

    pieces: list[tuple[str, bool]]
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    #: Which pieces are raised small numbers, the mark of a footnote or an exponent.
    raised: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        if len(self.pieces) == 1:
            return self.pieces[0][0]
        return "".join(text for text, _ in self.pieces)

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class _Span:
    """A stretch of the page's text on one line: where it starts and ends, and its place."""

    start: int
    end: int
    box: Box
    separators: list[int] = field(default_factory=list)


def lines_of_page(textpage: Any, text: str, *, upright: bool = True) -> list[Line]:
    """Return the lines of a page.

    Parameters
    ----------
    textpage : pypdfium2.PdfTextPage
    text : str
        What PDFium gives for all of it.
    upright : bool
        False for a page that is shown turned: there, nothing is done by places.

    Returns
    -------
    list of Line
        In reading order.
    """
    page = _Page(textpage, text)
    spans = page.spans(upright)
    if upright:
        spans = page.by_columns(spans)
    convert = page.converter()
    return [page.line(span, convert) for span in spans]


def has_ruled_table(page: Any) -> bool:
    """Tell whether a page of pypdfium2 shows a table, by its rules or the frames of its cells."""
    across: set[int] = set()
    down: set[int] = set()
    edges = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(edge) for edge in edges]
    for k in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page.raw, k)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(shape, *pointers):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        if not max(map(abs, (left, bottom, right, top))) < _WIDEST:
            continue  # a damaged page; NaN, too
        wide, high = right - left, top - bottom
        if wide < _THICK and high > _LONG:
            down.add(round(left))
        elif high < _THICK and wide > _LONG:
            across.add(round(bottom))
        elif min(wide, high) > _LONG and raw.FPDFPath_CountSegments(shape) <= _SEGMENTS:
            down.update((round(left), round(right)))
            across.update((round(bottom), round(top)))
        if min(len(across), len(down)) >= _RULES:
            return True
    return False


class _Page:
    def __init__(self, textpage: Any, text: str) -> None:
        self._page = textpage
        self._raw = textpage.raw
        if "\ufffe" in text or "\x02" in text:
            text = text.translate(_LINE_END_HYPHENS)
        self._text = text
        # PDFium counts in units of UTF-16, and has a list of characters beside, which nearly
        # always are the same.
        self._plain = not text or max(text) <= "\uffff"
        #: How many UTF-16 units stand before each character.
        self._units = () if self._plain else (0, *accumulate(1 + (c > "\uffff") for c in text))
        self._numbered = _AFTER_WORD.search(text) is not None
        self._same = self._plain and raw.FPDFText_CountChars(self._raw) == len(text)
        self._box = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(value) for value in self._box]
        self._loose = raw.FS_RECTF()
        self._loose_pointer = ctypes.byref(self._loose)

    def spans(self, upright: bool) -> list[_Span]:
        """Return the lines as PDFium breaks them, without blank ones."""
        spans = []
        end = 0
        for line in self._text.splitlines(keepends=True):
            start, end = end, end + len(line)
            content = line.strip()
            if content:
                start += line.index(content[0])
                box = self._place(start) if upright else _NOWHERE
                spans.append(_Span(start, start + len(content), box))
        return spans

    def by_columns(self, spans: list[_Span]) -> list[_Span]:
        """Put two columns in reading order, and find the cells of lines."""
        rects = self._rects_if_several(spans)
        if not rects:
            return spans
        gutter = _gutter(rects)
        if gutter is None:
            spans = [line for span in spans for line in self._lines(span)]
            self._find_cells(spans, rects)
            return spans
        for span in spans:
            left, bottom, right, top = span.box
            span.box = (left, bottom, max(right, self._char_box(span.end - 1)[2]), top)
        split = [part for span in spans for part in self._split(span, gutter)]
        return _in_columns(split, gutter) if _columns(split, gutter) else spans

    def line(self, span: _Span, convert: Callable[[int, int], str]) -> Line:
        """Return a span as a line, its cells separated."""
        if not (span.separators or self._numbered):
            return Line([(convert(span.start, span.end), False)], *span.box)
        line = Line([], *span.box)
        start = span.start
        for at in [*sorted(span.separators), span.end]:
            if start > span.start:
                line.pieces.append(_SEPARATOR)
            stop = start + len(self._text[start:at].rstrip())
            for number in _AFTER_WORD.finditer(self._text, start, stop):
                if number.end() <= stop and self._is_raised(number.start(), line):
                    line.pieces.append((convert(start, number.start()), False))
                    line.raised.append(len(line.pieces))
                    line.pieces.append((number[0], False))
                    start = number.end()
            if start < stop:
                line.pieces.append((convert(start, stop), False))
            start = at
        return line

    def _is_raised(self, offset: int, line: Line) -> bool:
        place = self._place(offset)
        return place[3] - place[1] < _RAISED_HEIGHT * line.height and place[1] > line.bottom

    def converter(self) -> Callable[[int, int], str]:
        """Return what gives a stretch of the text in Unicode."""
        text = self._text
        if not looks_legacy(text):
            return lambda start, end: text[start:end]
        fonts = [self._font(k) for k in range(len(text))]

        def convert(start: int, end: int) -> str:
            out: list[str] = []
            while start < end:
                stop = start + 1
                # Blanks that PDFium made have no font: they go with what stands before.
                while stop < end and fonts[stop] in (fonts[start], ""):
                    stop += 1
                out.append(from_font(text[start:stop], fonts[start]))
                start = stop
            return "".join(out)

        return convert

    # Places -------------------------------------------------------------------------------

    def _index(self, offset: int) -> int:
        """Return PDFium's number of the character at an offset of the text."""
        if self._same:
            return offset
        units = offset if self._plain else self._units[offset]
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._raw, units))

    def _char_box(self, offset: int) -> Box:
        left, right, bottom, top = self._box
        if not raw.FPDFText_GetCharBox(self._raw, self._index(offset), *self._pointers):
            return _NOWHERE
        return left.value, bottom.value, right.value, top.value

    def _place(self, start: int, end: int | None = None) -> Box:
        """Return the place of a stretch; without ``end`` that of its first character."""
        loose = self._loose
        if not raw.FPDFText_GetLooseCharBox(self._raw, self._index(start), self._loose_pointer):
            return _NOWHERE
        right = loose.right if end is None else max(loose.right, self._char_box(end - 1)[2])
        return loose.left, loose.bottom, right, loose.top

    def _font(self, offset: int) -> str:
        name = ctypes.create_string_buffer(_MAX_FONT_NAME)
        size = raw.FPDFText_GetFontInfo(self._raw, self._index(offset), name, _MAX_FONT_NAME, None)
        return name.value.decode("utf-8", "replace") if 0 < size <= _MAX_FONT_NAME else ""

    def _rects_if_several(self, spans: Sequence[_Span]) -> list[Box]:
        """Return the places of what was drawn at once, where there may be cells or columns."""
        count = raw.FPDFText_CountRects(self._raw, 0, -1)
        if count <= len(spans) and not _starts_apart(spans):
            return []
        left, right, bottom, top = self._box
        a, b, c, d = self._pointers
        rects = []
        for index in range(count):
            raw.FPDFText_GetRect(self._raw, index, a, d, b, c)
            rects.append((left.value, bottom.value, right.value, top.value))
        return rects

    # Cells and columns --------------------------------------------------------------------

    def _lines(self, span: _Span) -> list[_Span]:
        """Cut what PDFium joined though a part of it stands lower."""
        bottom, stop = span.box[1], span.end
        if self._char_box(stop - 1)[3] > bottom or self._is_turned(span):
            return [span]
        out = [span]
        for gap in re.finditer(r"(?<=\S)\s+(?=\S)", self._text[span.start : stop]):
            end, start = out[0].start + gap.start(), out[0].start + gap.end()
            last, place = self._char_box(end - 1), self._place(start)
            if last[3] <= bottom:  # a word that was divided at the end of a line
                bottom = last[1]
            if place[3] <= bottom:
                out[-1].end = end
                out.append(_Span(start, stop, place))
                bottom = place[1]
        return out

    def _is_turned(self, span: _Span) -> bool:
        angle: float = raw.FPDFText_GetCharAngle(self._raw, self._index(span.start))
        return abs(angle) > _MAX_ANGLE

    def _find_cells(self, spans: list[_Span], rects: Sequence[Box]) -> None:
        starts = [span.start for span in spans]
        for before, rect in pairwise(rects):
            height = max(before[3] - before[1], rect[3] - rect[1])
            if rect[0] - before[2] < _CELL_GAP * height or not _on_one_height(before, rect):
                continue
            offset = self._offset_at(rect)
            span = spans[max(0, bisect_right(starts, offset) - 1)]
            if span.start < offset < span.end:
                lead = self._text[span.start : offset]
                if lead[-1].isspace() and not _ITEM.match(lead):
                    span.separators.append(offset)

    def _offset_at(self, rect: Box) -> int:
        """Return the offset of the first character of what was drawn at once, or -1."""
        left, bottom, _, top = rect
        index = raw.FPDFText_GetCharIndexAtPos(
            self._raw, left + 0.5, (bottom + top) / 2, 1.0, top - bottom
        )
        if index < 0 or not self._plain:
            return -1
        return (
            index if self._same else int(raw.FPDFText_GetTextIndexFromCharIndex(self._raw, index))
        )

    def _split(self, span: _Span, gutter: tuple[float, float]) -> list[_Span]:
        """Cut a line that PDFium joined across the gutter."""
        left, bottom, right, top = span.box
        if not (left < gutter[0] and right > gutter[1]):
            return [span]
        # Characters of a line stand from left to right: the first one beyond the gutter.
        low, high = span.start + 1, span.end
        while low < high:
            middle = (low + high) // 2
            at = middle
            while at < span.end - 1 and self._text[at].isspace():
                at += 1
            if self._char_box(at)[0] >= gutter[1] - _BIN:
                high = middle
            else:
                low = at + 1
        end = span.start + len(self._text[span.start : low].rstrip())
        while low < span.end and self._text[low].isspace():
            low += 1
        if low >= span.end or end <= span.start or end == low:
            return [span]
        edge = self._char_box(end - 1)[2]
        beyond = self._place(low, span.end)
        if edge > gutter[0] + _BIN or beyond[0] - edge < _MIN_GUTTER:
            return [span]
        return [
            _Span(span.start, end, (left, bottom, edge, top)),
            _Span(low, span.end, beyond),
        ]


def _on_one_height(a: Box, b: Box) -> bool:
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    return overlap >= 0.5 * min(a[3] - a[1], b[3] - b[1])


def _starts_apart(spans: Sequence[_Span]) -> bool:
    """Tell whether many lines begin far to the right of the others."""
    lefts = sorted(span.box[0] for span in spans)
    middle = (lefts[0] + lefts[-1]) / 2 if lefts else 0.0
    return len(lefts) - bisect_right(lefts, middle) >= _MIN_COLUMN_LINES


def _gutter(rects: Sequence[Box]) -> tuple[float, float] | None:
    """Return where a strip goes down the middle that hardly anything crosses."""
    least, most = min(r[0] for r in rects), max(r[2] for r in rects)
    if not 0 < most - least < _WIDEST:  # a damaged page; NaN is not between them either
        return None
    bins = int((most - least) / _BIN) + 2
    changes = [0] * (bins + 1)
    for left, _, right, _ in rects:
        changes[int((left - least) / _BIN)] += 1
        changes[int((right - least) / _BIN) + 1] -= 1
    covered, depth = [], 0
    for change in changes:
        depth += change
        covered.append(depth)
    first, last = (int(share * bins) for share in _MIDDLE)
    fewest = min(covered[first:last], default=0)
    best = (0, 0)
    start = None
    for k in range(first, last + 1):
        if k < last and covered[k] <= fewest:
            start = k if start is None else start
        elif start is not None:
            best = max(best, (k - start, start))
            start = None
    width, start_bin = best
    gutter = (least + start_bin * _BIN, least + (start_bin + width) * _BIN)
    beside = [
        sum(r[2] <= gutter[0] + _BIN for r in rects),
        sum(r[0] >= gutter[1] - _BIN for r in rects),
    ]
    enough = min(beside) >= _MIN_COLUMN_LINES and fewest < min(beside)
    return gutter if enough and gutter[1] - gutter[0] >= _MIN_GUTTER else None


def _side(span: _Span, gutter: tuple[float, float]) -> int:
    if span.box[2] <= gutter[0] + _BIN:
        return 0
    return 1 if span.box[0] >= gutter[1] - _BIN else 2


def _columns(spans: Sequence[_Span], gutter: tuple[float, float]) -> bool:
    """Tell columns of running text from a head or a table, which has few and short lines."""
    least, most = min(s.box[0] for s in spans), max(s.box[2] for s in spans)
    for side, width in ((0, gutter[0] - least), (1, most - gutter[1])):
        inside = [s for s in spans if _side(s, gutter) == side]
        if len(inside) < max(_MIN_COLUMN_LINES, _MIN_COLUMN_SHARE * len(spans)):
            return False
        widths = sorted(s.box[2] - s.box[0] for s in inside)
        if widths[len(widths) * 3 // 4] < _MIN_COLUMN_WIDTH * width:
            return False
    return True


def _in_columns(spans: list[_Span], gutter: tuple[float, float]) -> list[_Span]:
    """Order spans: between two lines across the page, the left column before the right one."""
    out: list[_Span] = []
    columns: tuple[list[_Span], list[_Span]] = ([], [])
    for span in sorted(spans, key=lambda s: -s.box[1]):
        side = _side(span, gutter)
        if side < 2:
            columns[side].append(span)
            continue
        out += columns[0] + columns[1] + [span]
        columns = ([], [])
    return out + columns[0] + columns[1]
