"""The normalized view of a text: hard-wrapped lines joined into paragraphs, one a line.

An empty line of the view stands where the text has a visible break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from vndirective.core.cleaning import (
    PAGE_NUMBER,
    PhysicalLine,
    goes_on_behind_page,
    physical_lines,
    without_running_heads,
)
from vndirective.core.markers import Marker, parse_marker
from vndirective.core.patterns import any_of
from vndirective.core.records import Source
from vndirective.core.resources import lexicon
from vndirective.core.view import OffsetMap, View

__all__ = ["make_view", "page_starts"]

_PAGE_END = frozenset("0123456789-–—")
#: A line of a sentence is at least so long, where lines are not wrapped throughout.
_SENTENCE = 30
#: From how many lines on, and from what share of them on, blank lines between them say nothing.
_FEW, _NEARLY_ALL = 8, 0.9
#: From what share of items with a blank line before on one parts all paragraphs.
_MOSTLY = 0.6
#: Of so many lines one or more go on with a sentence where a text is wrapped.
_WRAPPED = 8
#: A line that ends in one of these is finished.
_TERMINAL = frozenset(".;:!?…")
_CLOSING = "\"'”’»)]}*"
_OPENING = "\"'“‘«(["
# A line that breaks after one of these goes on below: words that govern what follows, …
_GOVERNING = re.compile(
    r"(?:\b(?:của|và|với|về|cho|tại|từ|đến|theo|trong|ngoài|các|những|là|hoặc|do|bởi|trên|dưới|để|thuộc|ngang|bằng|giữa|gồm|"
    r"phải|đã|sẽ|cần|được|không|nếu|khi|nhằm)|[,(]|\((?:[ivx]+|\d+)\))\Z"
)
# … words that want a number, …
_NUMBERED = re.compile(
    r"(?:(?<!danh )(?<!tài )(?<!hằng )(?<!hàng )(?<!một )\b(?:số|ngày|tháng|năm|điều|khoản|điểm|mục|"
    r"trang|tr|quý|thứ|lần|khóa|phụ lục)|[,(])\Z",
    re.I,
)
# "ngày 15 tháng" / "12 năm 2025" and "tháng 12 năm" / "2025" are one date, wherever it was broken.
# "hằng tháng" is whole.
_HALF_DATE = re.compile(r"(?<!hằng )(?<!hàng )(?<!mỗi )\b(?:ngày|tháng|năm)\Z", re.I)
#: What a row of a table opens with, whatever the row above ends with: "… | Hoàn thành trước ngày".
_ROW = re.compile(r"\d{1,3}\.? ?\|")
# … and first syllables of names that are written with a second capital.
_HALF_NAME = re.compile(
    r"(?<!các )(?<!cơ )\b(?:tỉnh|thành phố|xã|phường|huyện|quận|đồng chí|ông|bà|bộ|sở|nghị|chỉ|quyết|ủy|kế|luật|ban|"
    r"đảng|chủ|bí|thủ|phó)\Z",
    re.I,
)
# Who asks somebody names him; a heading on requests is shorter, or lists them.
_ASKING = re.compile(
    r"(?<!và )(?<!, )(?<!kiến )(?<!dung )(?<!các )(?<!những )(?<!theo )\b(?:đề nghị|yêu cầu|giao)\Z"
)
_ASKS_AFTER = 40
_HOUR = re.compile(r"\d{1,2}(?:\s?(?:h|g|giờ)|:\d\d)(?!\w*[^\W\d])|\d{1,2}[hg]\d\d")
#: Who speaks is named in a line of its own: "Người trình bày: …".
_LABELED_WITHIN = 30
# How a paragraph opens; written with a capital, none of these goes on with a sentence.
_OPENER = re.compile(
    r"(?:Thực hiện|Căn cứ|Ngày|Để|Theo|Nhằm|Trong|Sau khi|Trên cơ sở|Tiếp theo|Triển khai|Kính thưa|Thưa|"
    r"V/v|TM\.|KT\.|PHÓ|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|GIÁM ĐỐC)\b"
)


# A greeting ends in a comma, too: "Kính thưa các đồng chí," above the first sentence.
_GREETING = re.compile(r"[\"“]?(?:Kính )?[Tt]hưa ")


@cache
def _label() -> re.Pattern[str]:
    frame = lexicon("frame")
    labels = any_of([*frame["author_labels"], *frame["unit_labels"]])
    return re.compile(rf"\(?{labels}\s?:", re.I)


def _is_labeled(text: str) -> bool:
    return ":" in text[:_LABELED_WITHIN] and _label().match(text) is not None


def _with_next_word(above: PhysicalLine, below: PhysicalLine) -> int:
    return len(above.text) + 1 + len(below.text.split(" ", 1)[0])


def _percentile(ordered: list[int], percent: int) -> int:
    return ordered[len(ordered) * percent // 100] if ordered else 0


#: Words of markers that a wrap may cut from their number.
_CUT_MARKERS = frozenset(
    ("Điều", "Chương", "CHƯƠNG", "Mục", "MỤC", "Phần", "PHẦN", "Phụ lục", "PHỤ LỤC", "Tiểu mục")
)
#: Units that are headed by the line below their marker.
_HEADED = frozenset(("part", "chapter", "section", "subsection", "article", "appendix"))
#: A line shorter than this may be the cell of a table.
_CELL = 30
#: How much longer than a wrapped line one is that was not wrapped.
_LONGER = 1.5
#: Capitals are wider: fewer of them fit on a line.
_CAPITALS = 0.8


class _Wraps:
    """Tells a hard wrap from a real line end.

    A wrap happens because the next word does not fit. So the lines that are known to be wrapped
    (the next one goes on in lower case) tell how much did not fit, line and next word together,
    for first lines of a paragraph and for the others; less than that ended on purpose. The low
    percentiles are taken because lines with markup that a crawl dropped came out shorter.
    """

    def __init__(self, lines: list[PhysicalLine]) -> None:
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
        items = [line.blank_before for line in lines[1:] if parse_marker(line.text) is not None]
        self._spaced = len(items) >= _FEW and sum(items) >= _MOSTLY * len(items)
        both = sorted(first + other)
        # where paragraphs are longer than what is wrapped, that is a head of short lines
        longer = sum(len(line.text) > _LONGER * both[-1] for line in lines) if both else 0
        self.hard = len(both) >= max(2, adjacent // _WRAPPED) and longer <= len(both)
        # A paragraph under way rarely ends without a stop, so it takes a shorter line.
        self._first = _percentile(sorted(first) if len(first) > 4 else both, 10)
        self._other = _percentile(sorted(other) if len(other) > 4 else both, 5)
        self._width = _percentile(both, 25)

    def joins(
        self,
        above: PhysicalLine,
        below: PhysicalLine,
        marker: Marker | None,
        opening: str,
        fresh: bool,
    ) -> bool:
        """Tell whether ``below`` goes on with the paragraph that ends in ``above``.

        ``marker`` is what ``below`` opens with, ``opening`` the first line of that paragraph, ``fresh`` that ``above`` is this line.
        """
        last = above.text[-1]
        if last in _CLOSING:
            last = above.text.rstrip(_CLOSING)[-1:] or last
        first = below.text[0]
        if first in _OPENING:
            first = below.text.lstrip(_OPENING)[:1] or first
        if below.blank_before:
            # a page ended inside a sentence: at a word that wants another, or with a full line
            full = self.hard and _with_next_word(above, below) >= self._width
            return (
                first.islower()
                and marker is None
                and last not in _TERMINAL
                and (full or _GOVERNING.search(above.text[-12:]) is not None)
            )
        if first.isdigit() and _ROW.match(below.text):
            return False
        if marker is not None:
            return self.hard and self._carries(above, below, marker, opening, last)
        alone = parse_marker(above.text) if len(above.text) < 12 else None
        if alone is not None and alone.end == len(above.text):
            if alone.family == "bullet" and first.isdigit() and len(below.text) < _CELL:
                return False  # "-", an empty cell, above "01/6 - 15/8"
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
        if first.isdigit() and _HALF_DATE.search(above.text[-12:]):
            return True
        if _HOUR.match(below.text) and _GOVERNING.search(above.text[-12:]):
            return True  # "… trực suốt tuần từ / 7h30 đến 17h00"
        asks = below.text.endswith(":") and len(above.text) >= _ASKS_AFTER
        if asks and parse_marker(above.text) is None and _ASKING.search(above.text[-20:]):
            return True  # "Phòng Nội vụ đề nghị / UBND các xã:"
        if not self.hard or _is_labeled(below.text):
            return False
        tail = above.text[-12:]
        full = _with_next_word(above, below) >= self._width
        if last in _TERMINAL:
            # a sentence ended with a full line, and the paragraph goes on
            same = above.bold == below.bold and upper == below.text.isupper()
            goes_on = last == "." and full and same and not _OPENER.match(below.text)
            return self._spaced and goes_on
        if fresh and last == "," and not full and _GREETING.match(above.text):
            return False
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
        fits = self._first if fresh else min(self._other, self._width)
        if fresh and (heads := parse_marker(above.text)) and heads.family in ("roman", "capital"):
            fits = self._width  # a short heading: "I. Phương hướng chung"
        return _with_next_word(above, below) >= (fits * _CAPITALS if upper else fits)

    def _carries(
        self, above: PhysicalLine, below: PhysicalLine, marker: Marker, opening: str, last: str
    ) -> bool:
        """Tell whether what looks like a marker is the rest of the sentence above."""
        tail = above.text[-12:]
        if marker.family in ("decimal", "letter", "roman", "paren", "multi"):
            return _NUMBERED.search(tail) is not None
        if marker.family != "bullet":
            return _GOVERNING.search(tail) is not None
        if marker.number not in "-–" or last in _TERMINAL or opening[0] in "-–" or above.bold:
            return False
        # A dash inside a name ("chính trị - xã hội") that the wrap put first.
        if below.text[marker.end :].lstrip()[:1].islower() and last != ",":
            return True
        # "Công nghiệp / - Viễn thông Quân đội", but "… đổi mới giáo dục / - Rà soát đội ngũ …"
        named = any(word[0].isupper() for word in above.text.split(" ")[-2:])
        return named and _with_next_word(above, below) >= self._width


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
    lines = physical_lines(raw)
    borders = sorted({*pages, *(m.end() for m in re.finditer("\x0c", raw))})
    if any(borders):
        lines = without_running_heads(lines, borders)
    _without_double_spacing(lines)
    wraps = _Wraps(lines)
    mapping = OffsetMap()
    pieces: list[str] = []
    bold: set[int] = set()
    markers: dict[int, Marker] = {}
    above: PhysicalLine | None = None
    paragraph, all_bold, opening = 0, False, ""
    fresh = True
    for index, line in enumerate(lines):
        if line.text[-1] in _PAGE_END and _is_page_number(lines, index, wraps.hard):
            goes_on_behind_page(lines[index + 1])
            continue
        marker = parse_marker(line.text)
        if above is None:
            fresh = True
        else:
            fresh = not wraps.joins(above, line, marker, opening, fresh)
            if not fresh:
                pieces.append(" ")
                all_bold = all_bold and line.bold
            else:
                if all_bold:
                    bold.add(paragraph)
                if line.blank_before and line.ended != line.newline:
                    pieces.append("\n")
                    mapping.add(1, *line.ended)
                pieces.append("\n")
        start = mapping.view_length + (above is not None)
        if opening in _CUT_MARKERS and not fresh:
            # "Điều" and, wrapped, "10. Giám sát"
            marker = parse_marker(f"{opening} {line.text}")
            if marker is not None:
                markers[paragraph] = marker
            opening = f"{opening} {line.text}"
        if fresh:
            paragraph, all_bold, opening = start, line.bold, line.text
            if marker is not None:
                markers[start] = marker
        pieces.append(line.text)
        _map_line(mapping, line, above is not None)
        above = line
    if all_bold and lines:
        bold.add(paragraph)
    return View("".join(pieces), raw, mapping, bold, markers)


def _without_double_spacing(lines: list[PhysicalLine]) -> None:
    """Let blank lines part nothing where nearly every line has one, and sentences go on behind them.

    So come texts in which a program that reads scans or PDF files made a paragraph of each line.
    """
    behind = lines[1:]
    apart = sum(line.blank_before for line in behind)
    if len(behind) < _FEW or apart < _NEARLY_ALL * len(behind):
        return
    goes_on = sum(
        line.text[0].islower()
        and above.text[-1] not in _TERMINAL
        and parse_marker(line.text) is None
        for above, line in pairwise(lines)
    )
    if goes_on >= len(behind) // _WRAPPED:
        for line in behind:
            line.blank_before = False


def _map_line(mapping: OffsetMap, line: PhysicalLine, after_newline: bool) -> None:
    """Map a line, and the one character of the view that stands for the line end before it."""
    (length, start, end), *others = line.runs
    if after_newline:
        a, b = line.newline
        if b == start and b - a == 1 and length == end - start:
            length, start = length + 1, a  # both in one run, as nearly always
        else:
            mapping.add(1, a, b)
    mapping.add(length, start, end)
    for run in others:
        mapping.add(*run)


def page_starts(source: Source) -> list[int]:
    """Return the raw offsets at which pages begin, where the reader knows them."""
    starts: dict[int, int] = {}
    for start, _, page, _, _ in source.map:
        if page is not None:
            starts.setdefault(page, start)
    return list(starts.values())


def _is_page_number(lines: list[PhysicalLine], index: int, hard: bool) -> bool:
    """A bare number between two halves of one sentence is the number of a page."""
    line = lines[index]
    if index == 0 or not PAGE_NUMBER.match(line.text) or index + 1 >= len(lines):
        return False
    above, below = lines[index - 1].text, lines[index + 1].text
    if not hard and len(above) < _SENTENCE:
        return False  # a cell a line: "Số hộ", "120", "hộ nghèo"
    wants = _NUMBERED.search(above[-12:])
    if wants is not None and wants[0].isalpha():
        return False  # "… của năm", "2024", "về việc …"
    return above[-1] not in _TERMINAL and below[0].islower() and parse_marker(below) is None
