"""The normalized view of a text, and the map between both.

A view is for reading by rules; the user's text is never rewritten. In the view letters are
composed (NFC), white space is plain and single, invisible characters and markup residue are
gone, and hard-wrapped lines are joined into paragraphs, one a line; an empty line stands where
the text has a visible break.

Every view character comes from a non-empty stretch of the raw text, in order, so a span of the
view always has one exact raw span.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from vndirective.core.markers import Marker, parse_marker
from vndirective.core.orthography import fold
from vndirective.core.records import Source, Span

__all__ = ["OffsetMap", "View", "make_view", "page_starts"]


class OffsetMap:
    """Maps offsets between a view and its raw text, both ways, in O(log n).

    The map is a list of runs. A run pairs a stretch of the view with a stretch of the raw text;
    inside a run both go on one by one, only a run of one view character may cover several raw
    ones (a letter and its combining marks).
    """

    __slots__ = ("_raw", "_raw_end", "_view", "raw_length", "view_length")

    def __init__(self) -> None:
        self._view: list[int] = []
        self._raw: list[int] = []
        self._raw_end: list[int] = []
        self.view_length = 0
        self.raw_length = 0

    def add(self, length: int, raw_start: int, raw_end: int) -> None:
        """Append a run of ``length`` view characters that come from ``raw_start:raw_end``."""
        if self._view and length == raw_end - raw_start and self._raw_end[-1] == raw_start:
            last = self.view_length - self._view[-1]
            if last == self._raw_end[-1] - self._raw[-1]:
                self._raw_end[-1] = raw_end
                self.view_length += length
                return
        self._view.append(self.view_length)
        self._raw.append(raw_start)
        self._raw_end.append(raw_end)
        self.view_length += length

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span of a non-empty view span.

        Parameters
        ----------
        start, end : int
            Code points in the view, ``0 <= start < end <= view_length``.

        Returns
        -------
        tuple of int
            Code points in the raw text; never reaches over characters that the view dropped
            before the first or after the last character of the span.

        Raises
        ------
        ValueError
            If the span is empty or outside the view.
        """
        if not 0 <= start < end <= self.view_length:
            raise ValueError(f"no view span {start}..{end} in a view of {self.view_length}")
        i = bisect_right(self._view, start) - 1
        raw_start = self._raw[i] + (start - self._view[i])
        j = bisect_right(self._view, end - 1, i) - 1
        run_end = self._view[j + 1] if j + 1 < len(self._view) else self.view_length
        raw_end = self._raw_end[j] if end == run_end else self._raw[j] + (end - self._view[j])
        return raw_start, raw_end

    def to_view(self, raw: int) -> int:
        """Return the view offset of the first view character at or after a raw offset."""
        i = bisect_right(self._raw, raw) - 1
        if i < 0:
            return 0
        if raw < self._raw_end[i]:
            run_end = self._view[i + 1] if i + 1 < len(self._view) else self.view_length
            return min(self._view[i] + raw - self._raw[i], run_end - 1)
        return self._view[i + 1] if i + 1 < len(self._view) else self.view_length


@dataclass(slots=True)
class View:
    """A text as the rules read it.

    Attributes
    ----------
    text : str
        The cleaned text: one paragraph or item a line.
    raw : str
        The text as it was read.
    map : OffsetMap
        From the one to the other.
    bold : set of int
        View offsets of lines that stood in bold or heading markup from end to end.
    """

    text: str
    raw: str
    map: OffsetMap
    bold: set[int] = field(default_factory=set)
    _folded: str | None = None

    @property
    def folded(self) -> str:
        """The view as a matching key of the same length (see `orthography.fold`)."""
        if self._folded is None:
            folded = fold(self.text)
            if len(folded) != len(self.text):  # letters whose lower case is two letters
                folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
            self._folded = folded
        return self._folded

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of a view span, with its raw characters."""
        a, b = self.map.to_raw(start, end)
        return Span(self.raw[a:b], a, b)


_NEWLINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, soft hyphens, joiners, marks of direction, byte order marks: first and last of each run.
_INVISIBLE_RUNS = (
    (0x00, 0x01), (0x03, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD),
    (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
)  # fmt: skip
_INVISIBLE = "".join(f"{chr(a)}-{chr(b)}" for a, b in _INVISIBLE_RUNS)
_SPACE = "\t\x1f \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARK = "\u0300-\u036f"
# What must change inside a line; everything between two matches is copied as it is.
_DIRTY = re.compile(
    rf"""
  (?P<cluster>  [^\W\d_][{_MARK}]+ )
| (?P<drop>     [{_INVISIBLE}]+ )
| (?P<space>    [{_SPACE}]{{2,}} | [{_SPACE.replace(" ", "")}] )
| (?P<stars>    \*+ )
| (?P<rule>     _{{2,}} )
| (?P<hyphen>   [\x02\ufffe] )
| (?P<eth>      [ÐƉ] )
""",
    re.X,
)
# One look tells whether a line needs cleaning at all: any of the characters above, or two spaces.
_SUSPECT = re.compile(rf"[{_MARK}{_INVISIBLE}{_SPACE.replace(' ', '')}*\x02\ufffeÐƉ]|  |__")
#: What borders a line: white space, what cannot be seen, the bars of a table without cells.
_BORDER = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace())
    + "".join(chr(c) for a, b in _INVISIBLE_RUNS for c in range(a, b + 1))
    + "|"
)
_RULE_START = frozenset("|*_=~-–—.…#")
_RULE = re.compile(r"[\s|*_=~\-–—.…#]*\Z")
_HEADING = re.compile(r"#{1,6}\s+|>\s+")
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*|Trang\s+)?\d{1,4}(?:\s*[-–—]|\s*/\s*\d{1,4})?\Z")

_DIGITS = re.compile(r"\d+")
#: A line that stands at this many page borders is a running head.
_REPEATS = 3

#: A line that ends in one of these is finished.
_TERMINAL = frozenset(".;:!?…")
_CLOSING = "\"'”’»)]}*"
_OPENING = "\"'“‘«(["
# A line that breaks after one of these goes on below: words that govern what follows, …
_GOVERNING = re.compile(
    r"(?:\b(?:của|và|với|về|cho|tại|từ|đến|theo|trong|ngoài|các|những|là|hoặc|do|bởi|trên|dưới|để|"
    r"nhằm)|[,(]|\((?:[ivx]+|\d+)\))\Z"
)
# … words that want a number, …
_NUMBERED = re.compile(
    r"(?:(?<!danh )(?<!tài )(?<!hằng )(?<!hàng )(?<!một )\b(?:số|ngày|tháng|năm|điều|khoản|điểm|mục|"
    r"trang|tr|quý|thứ|lần|khóa|phụ lục)|[,(])\Z",
    re.I,
)
# … and first syllables of names that are written with a second capital.
_HALF_NAME = re.compile(
    r"(?<!các )\b(?:tỉnh|thành phố|xã|phường|huyện|quận|đồng chí|ông|bà|bộ|sở|nghị|chỉ|quyết|ủy|kế|luật|ban|"
    r"đảng|chủ|bí|thủ|phó)\Z",
    re.I,
)
# How a paragraph opens; written with a capital, none of these goes on with a sentence.
_OPENER = re.compile(
    r"(?:Thực hiện|Căn cứ|Ngày|Để|Theo|Nhằm|Trong|Sau khi|Trên cơ sở|Tiếp theo|Triển khai|Kính thưa|Thưa|"
    r"TM\.|KT\.|PHÓ|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|GIÁM ĐỐC)\b"
)


@dataclass(slots=True)
class _Line:
    """One physical line, cleaned."""

    text: str
    runs: list[tuple[int, int, int]]  # view length, raw start, raw end
    newline: tuple[int, int]  # the raw line end before this line
    opens_bold: bool  # a run of stars is open at the end of the line
    bold: bool  # all of it in bold or heading markup
    blank_before: bool = False


def _clean(raw: str, start: int, end: int, inside_bold: bool) -> _Line:
    """Clean one physical line ``raw[start:end]`` (already stripped of outer white space)."""
    heading = _HEADING.match(raw, start, end)
    if heading:
        start = heading.end()
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    at, open_stars = start, inside_bold
    plain_outside = False

    def keep(a: int, b: int) -> None:
        nonlocal plain_outside
        if pieces and a < b and raw[a] == " " and pieces[-1].endswith(" "):
            a += 1  # a blank stood on both sides of what was dropped
        if a < b:
            pieces.append(raw[a:b])
            runs.append((b - a, a, b))
            if not open_stars and not raw[a:b].isspace():
                plain_outside = True

    for match in _DIRTY.finditer(raw, start, end):
        kind, a, b = match.lastgroup, match.start(), match.end()
        if kind == "stars" and _is_literal_star(raw, start, end, a, b):
            continue
        keep(at, a)
        at = b
        if kind == "space":
            new = " "
        elif kind == "hyphen":
            new = "-"
        elif kind == "eth":
            new = "Đ"
        elif kind == "cluster":
            new = unicodedata.normalize("NFC", match[0])
            if len(new) > 1:  # no precomposed letter: keep the marks one by one
                keep(a, b)
                continue
        else:
            if kind == "stars":
                # Markup opens at the start of a line and closes at its end, whatever the
                # crawl lost in between.
                open_stars = a == start or (b < end and not open_stars)
            continue
        if new == " " and (not pieces or pieces[-1].endswith(" ") or b == end):
            continue
        pieces.append(new)
        runs.append((1, a, b) if len(new) != b - a else (b - a, a, b))
    keep(at, end)
    text = "".join(pieces)
    # Dropped characters at either end may have left a space there.
    while text[:1] == " ":
        text, runs = text[1:], _trim_first(runs)
    while text[-1:] == " ":
        text, runs = text[:-1], _trim_last(runs)
    return _Line(text, runs, (start, start), open_stars, bool(heading) or not plain_outside)


def _trim_first(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    length, a, b = runs[0]
    return runs[1:] if length == 1 else [(length - 1, a + 1, b), *runs[1:]]


def _trim_last(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    length, a, b = runs[-1]
    return runs[:-1] if length == 1 else [*runs[:-1], (length - 1, a, b - 1)]


def _is_literal_star(raw: str, start: int, end: int, a: int, b: int) -> bool:
    """Tell a star that is text (bullet, footnote, product) from markup."""
    after = raw[b] if b < end else ""
    before = raw[a - 1] if a > start else ""
    if before == "(" and after == ")":
        return True
    if b - a > 1 or not (after == " " and (before == " " or a == start)):
        return False
    # A lone star before a space opens an item, unless another closes it on the line ("* *").
    return raw.find("*", b, end) < 0 and b < end


def _physical_lines(raw: str) -> list[_Line]:
    lines: list[_Line] = []
    newline, blank, bold = (0, 0), False, False
    at = 0
    for stop, after in _line_ends(raw):
        text = raw[at:stop].strip(_BORDER)
        if not text or (text[0] in _RULE_START and _RULE.match(text) and text.strip("*_") != "-"):
            bold, blank = False, True
        else:
            start = raw.index(text[0], at) if raw[at] != text[0] else at
            end = start + len(text)
            if text[0] in "#>" or _SUSPECT.search(text):
                line = _clean(raw, start, end, bold)
            else:
                line = _Line(text, [(end - start, start, end)], newline, bold, bold)
            if line.text:
                line.newline, line.blank_before = newline, blank
                lines.append(line)
                bold, blank = line.opens_bold, False
            else:
                blank = True
        at = after
        newline = (stop, after)
    return lines


def _line_ends(raw: str) -> Iterator[tuple[int, int]]:
    """Yield where each physical line ends and the next begins."""
    for match in _NEWLINE.finditer(raw):
        yield match.span()
    yield len(raw), len(raw)


def _with_next_word(above: _Line, below: _Line) -> int:
    return len(above.text) + 1 + len(below.text.split(" ", 1)[0])


def _percentile(ordered: list[int], percent: int) -> int:
    return ordered[len(ordered) * percent // 100] if ordered else 0


#: Units that are headed by the line below their marker.
_HEADED = frozenset(("part", "chapter", "section", "subsection", "article", "appendix"))
#: Capitals are wider: fewer of them fit on a line.
_CAPITALS = 0.8


class _Wraps:
    """Tells a hard wrap from a real line end.

    A wrap happens because the next word does not fit. So the lines that are known to be wrapped
    (the next one goes on in lower case) tell how much did not fit, line and next word together,
    for first lines of a paragraph and for the others; less than that ended on purpose. The low
    percentiles are taken because lines with markup that a crawl dropped came out shorter.
    """

    def __init__(self, lines: list[_Line]) -> None:
        first: list[int] = []
        other: list[int] = []
        adjacent = 0
        fresh = True
        for above, below in pairwise(lines):
            goes_on = (
                not below.blank_before
                and below.text[0].islower()
                and above.text[-1] not in _TERMINAL
                and parse_marker(below.text) is None
            )
            adjacent += not below.blank_before
            if goes_on:
                (first if fresh else other).append(_with_next_word(above, below))
            fresh = not goes_on
        self.hard = len(first) + len(other) >= max(2, adjacent // 8)
        both = sorted(first + other)
        # A paragraph under way rarely ends without a stop, so it takes a shorter line.
        self._first = _percentile(sorted(first) if len(first) > 4 else both, 10)
        self._other = _percentile(sorted(other) if len(other) > 4 else both, 5)
        self._width = _percentile(both, 25)

    def joins(self, above: _Line, below: _Line, opening: str, fresh: bool) -> bool:
        """Tell whether ``below`` goes on with the paragraph that ends in ``above``.

        ``opening`` is the first line of that paragraph, ``fresh`` that ``above`` is this line.
        """
        last = above.text[-1]
        if last in _CLOSING:
            last = above.text.rstrip(_CLOSING)[-1:] or last
        first = below.text[0]
        if first in _OPENING:
            first = below.text.lstrip(_OPENING)[:1] or first
        if below.blank_before:
            return (
                first.islower()
                and _GOVERNING.search(above.text[-12:]) is not None
                and parse_marker(below.text) is None
            )
        marker = parse_marker(below.text)
        if marker is not None:
            return self.hard and self._carries(above, below, marker, opening, last)
        alone = parse_marker(above.text) if len(above.text) < 12 else None
        if alone is not None and alone.end == len(above.text):
            # "Điều 1" and "Chương I" are headed by the line below, "2.1." goes on with it
            return alone.family not in _HEADED or above.text[-1] in ".:"
        if above.opens_bold and self.hard:
            return True
        upper = above.text.isupper()
        if first.islower():
            if upper and " " in above.text and last not in ",-–":
                return False  # a line of the head, and its title in small letters
            # After ";" or ":" small letters may open an unmarked item; a full line went on.
            full = self.hard and _with_next_word(above, below) >= self._width
            return last not in _TERMINAL or (last in ";:" and full)
        if not self.hard or last in _TERMINAL:
            return False
        tail = above.text[-12:]
        opener = _OPENER.match(below.text) is not None
        if _GOVERNING.search(tail) and not (opener and last == ","):
            return True
        if opener or (above.bold and not below.bold):
            return False
        if first.isdigit() and _NUMBERED.search(tail):
            return True
        if not upper and _HALF_NAME.search(tail):
            return True
        if upper != below.text.isupper():
            return False
        if upper and not above.bold and " " not in above.text:
            return True  # half a title: no line of a head is one syllable
        fits = self._first if fresh else self._other
        return _with_next_word(above, below) >= (fits * _CAPITALS if upper else fits)

    def _carries(self, above: _Line, below: _Line, marker: Marker, opening: str, last: str) -> bool:
        """Tell whether what looks like a marker is the rest of the sentence above."""
        tail = above.text[-12:]
        if marker.family in ("decimal", "letter", "roman", "paren", "multi"):
            return _NUMBERED.search(tail) is not None
        if marker.family != "bullet":
            return _GOVERNING.search(tail) is not None
        if marker.number not in "-–" or last in _TERMINAL or opening[0] in "-–" or above.bold:
            return False
        # A dash inside a name ("chính trị - xã hội") that the wrap put first.
        goes_on = below.text[marker.end :].lstrip()[:1].islower()
        return (goes_on and last != ",") or _with_next_word(above, below) >= self._width


def make_view(raw: str, pages: Sequence[int] = ()) -> View:
    """Build the normalized view of a text.

    Parameters
    ----------
    raw : str
        Any text; nothing in it makes this raise.
    pages : sequence of int, optional
        Raw offsets at which pages begin, where the reader knows; form feeds count too. Running
        heads and page numbers are left out of the view.

    Returns
    -------
    View
    """
    lines = _physical_lines(raw)
    borders = sorted({*pages, *(m.end() for m in re.finditer("\x0c", raw))})
    if len(borders) > 1:
        lines = _without_running_heads(lines, borders)
    wraps = _Wraps(lines)
    mapping = OffsetMap()
    pieces: list[str] = []
    bold: set[int] = set()
    above: _Line | None = None
    paragraph, all_bold, opening = 0, False, ""
    fresh = True
    for index, line in enumerate(lines):
        if above is not None:
            if wraps.hard and _is_page_number(lines, index):
                continue
            joined = wraps.joins(above, line, opening, fresh)
            if joined:
                pieces.append(" ")
                mapping.add(1, *line.newline)
                all_bold = all_bold and line.bold
            else:
                if all_bold:
                    bold.add(paragraph)
                gap = _gap(raw, line, above)
                for a, b in gap:
                    pieces.append("\n")
                    mapping.add(1, a, b)
            fresh = not joined
        if fresh:
            paragraph, all_bold, opening = mapping.view_length, line.bold, line.text
        pieces.append(line.text)
        for length, a, b in line.runs:
            mapping.add(length, a, b)
        above = line
    if all_bold and lines:
        bold.add(paragraph)
    mapping.raw_length = len(raw)
    return View("".join(pieces), raw, mapping, bold)


def page_starts(source: Source) -> list[int]:
    """Return the raw offsets at which pages begin, where the reader knows them."""
    starts: dict[int, int] = {}
    for start, _, page, _, _ in source.map:
        if page is not None:
            starts.setdefault(page, start)
    return list(starts.values())


def _without_running_heads(lines: list[_Line], borders: list[int]) -> list[_Line]:
    """Leave out what stands at the borders of pages: their numbers, and repeated heads and feet."""
    starts = [line.runs[0][1] for line in lines]
    firsts = [bisect_left(starts, border) for border in borders]
    near: dict[int, str] = {}
    for first in firsts:
        for index in range(max(0, first - 2), min(len(lines), first + 2)):
            near[index] = _DIGITS.sub("0", lines[index].text)
    for index in range(max(0, len(lines) - 2), len(lines)):
        near[index] = _DIGITS.sub("0", lines[index].text)
    seen = Counter(near.values())
    dropped = {
        index
        for index, text in near.items()
        if _PAGE_NUMBER.match(lines[index].text) or seen[text] >= _REPEATS
    }
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    return kept or lines


def _gap(raw: str, line: _Line, above: _Line) -> list[tuple[int, int]]:
    """Return the raw stretches of one or two line ends between two paragraphs."""
    if not line.blank_before:
        return [line.newline]
    first = _NEWLINE.search(raw, above.runs[-1][2])
    if first is None or first.span() == line.newline:
        return [line.newline]
    return [first.span(), line.newline]


def _is_page_number(lines: list[_Line], index: int) -> bool:
    """A bare number between two halves of one sentence is the number of a page."""
    line = lines[index]
    if len(line.text) > 14 or not _PAGE_NUMBER.match(line.text) or index + 1 >= len(lines):
        return False
    above, below = lines[index - 1].text, lines[index + 1].text
    return above[-1] not in _TERMINAL and below[0].islower() and parse_marker(below) is None
