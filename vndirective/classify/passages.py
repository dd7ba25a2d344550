"""Passages: the paragraphs and outline items that themes are given to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from vndirective.classify.quoting import without_courtesies
from vndirective.core.records import Analysis, Passage, Section

__all__ = ["passages_of"]

#: What the frame reads off the lines that say who speaks, which are no passages.
_WHO = ("author", "unit")
_FRAME = frozenset(
    {"header", "recipients", "signature", "legal_basis", "addressees", "caption", "byline"}
)
_LONGEST = 1200
_FEWEST_SYLLABLES = 4
_WIDEST_WRAP = 130
#: A line at least this much of the wrap width may have been broken by the wrap.
_FULL_LINE = 0.7
_SENTENCE_START = re.compile(r"(?<=[.!?…])[”\"»)]*\s+(?=\S)")


def passages_of(analysis: Analysis) -> tuple[Passage, ...]:
    """Cut the body of a document into passages.

    Parameters
    ----------
    analysis : Analysis
        With ``sections`` and ``sentences`` filled, as far as they could be.

    Returns
    -------
    tuple of Passage
        In text order, not overlapping, trimmed of white space, without themes. The frame
        (head, addressees, legal bases, recipients, signatures, captions), lines that say who
        speaks, bare headings and what is only polite are left out. Longer ones than 1,200 code
        points are cut at sentence starts.
    """
    text = analysis.text
    starts = _sentence_starts(analysis)
    cuts = {0, len(text)}
    cuts.update(edge for s in analysis.sections for edge in (s.start, s.end))
    cuts.update(match.start() for match in re.finditer(r"\n[ \t]*\n", text))
    cuts.update(_line_paragraphs(text, starts))
    who = set(_who_speaks(analysis))
    cuts.update(edge for span in who for edge in span)
    passages: list[Passage] = []
    for start, end, open_sections in _stretches(sorted(cuts), analysis.sections):
        if any(s.kind in _FRAME for s in open_sections):
            continue
        if any(a <= start < b for a, b in who):
            continue
        section = open_sections[-1] if open_sections else None
        if section and _is_heading(text[start:end], section):
            continue
        for a, b in _pieces(text, start, end, starts):
            # a passage is quoted as it was written, and read with composed letters
            said = without_courtesies(unicodedata.normalize("NFC", text[a:b]))
            if len(re.findall(r"\w+", said)) >= _FEWEST_SYLLABLES:
                identifier = f"p{len(passages) + 1}"
                passages.append(Passage(identifier, a, b, section.id if section else None))
    return tuple(passages)


def _who_speaks(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Yield the sentences that the frame took author or unit from: "Người trình bày: …"."""
    for name, span in analysis.frame.fields:
        if name in _WHO:
            at = bisect_right(analysis.sentences, (span.start, len(analysis.text))) - 1
            if at >= 0 and span.start < analysis.sentences[at][1]:
                yield analysis.sentences[at]


def _sentence_starts(analysis: Analysis) -> list[int]:
    if analysis.sentences:
        return sorted(start for start, _ in analysis.sentences)
    return [0, *(match.end() for match in _SENTENCE_START.finditer(analysis.text))]


def _line_paragraphs(text: str, starts: Iterable[int]) -> Iterator[int]:
    """Yield the sentence starts that open a line, unless the line break is a hard wrap."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    lengths = sorted(end - start for start, end in lines)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    wrapped = width <= _WIDEST_WRAP
    known = set(starts)
    for (above_start, above_end), (start, end) in pairwise(lines):
        line = text[start:end]
        first = start + len(line) - len(line.lstrip())
        if first in known and (not wrapped or above_end - above_start < _FULL_LINE * width):
            yield first


def _stretches(
    cuts: list[int], sections: Iterable[Section]
) -> Iterator[tuple[int, int, list[Section]]]:
    """Yield each stretch between two cuts with the sections it lies in, outermost first."""
    waiting = sorted(sections, key=lambda s: (s.start, -s.end), reverse=True)
    opened: list[Section] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            opened.append(waiting.pop())
        opened = [section for section in opened if section.end > start]
        yield start, end, opened


def _is_heading(stretch: str, section: Section) -> bool:
    if section.kind == "heading":
        return True
    if not section.heading:
        return False
    bare = re.sub(r"\W+", " ", stretch).strip()
    heading = re.sub(r"\W+", " ", section.heading).strip()
    label = re.sub(r"\W+", " ", section.label or "").strip()
    return bare in (heading, f"{label} {heading}".strip())


def _pieces(text: str, start: int, end: int, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Trim a stretch and cut it at the last sentence start that keeps a piece short enough."""
    start, end = _trimmed(text, start, end)
    while end - start > _LONGEST:
        first = bisect_left(starts, start + 1)
        last = bisect_left(starts, start + _LONGEST + 1) - 1
        # One sentence longer than the limit stays whole: half a sentence has no theme.
        at = starts[max(first, last)] if first < len(starts) else end
        if at >= end:
            break
        yield _trimmed(text, start, at)
        start = at
    if start < end:
        yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
