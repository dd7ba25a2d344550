"""What every extractor reads: the view, its tokens, its lines and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from vndirective.core.records import AnalysisWarning, Span
from vndirective.core.tokens import Tokens, tokens_of
from vndirective.core.view import View
from vndirective.extract.calendars.working_days import Swaps
from vndirective.segment.kinds import is_report
from vndirective.segment.structure import Structure

__all__ = ["Context"]


@dataclass(slots=True)
class Context:
    """The working state of one analysis.

    Attributes
    ----------
    structure : Structure
    view : View
    tokens : Tokens
    anchor : str or None
        The issue date that relative times are counted from, ``YYYY-MM-DD``.
    swaps : Swaps or None
        Swapped working days in place of the shipped table.
    warnings : list of AnalysisWarning
        What the stages could not do.
    line_tokens : list of tuple of int
        The tokens of each line, after its marker.
    sentence_tokens : list of tuple of int
        The tokens of each sentence.
    """

    structure: Structure
    view: View
    tokens: Tokens
    anchor: str | None
    swaps: Swaps | None = None
    warnings: list[AnalysisWarning] = field(default_factory=list)
    line_tokens: list[tuple[int, int]] = field(default_factory=list)
    sentence_tokens: list[tuple[int, int]] = field(default_factory=list)
    _line_starts: list[int] = field(default_factory=list)
    _sentence_starts: list[int] = field(default_factory=list)
    _unit_starts: list[int] = field(default_factory=list)
    _firsts: dict[re.Pattern[str], re.Match[str] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, structure: Structure, anchor: str | None, swaps: Swaps | None = None) -> Context:
        """Prepare a segmented text for extraction."""
        tokens = tokens_of(structure.view)
        starts = tokens.starts
        return cls(
            structure,
            structure.view,
            tokens,
            anchor,
            swaps,
            line_tokens=[
                (
                    bisect_left(starts, line.start + (line.marker.end if line.marker else 0)),
                    bisect_left(starts, line.end),
                )
                for line in structure.lines
            ],
            sentence_tokens=[
                (bisect_left(starts, a), bisect_left(starts, b)) for a, b in structure.spans
            ],
            _line_starts=[line.start for line in structure.lines],
            _sentence_starts=[a for a, _ in structure.spans],
            _unit_starts=[unit.start for unit in structure.units],
        )

    @property
    def reporting(self) -> bool:
        """Whether it tells what others said and did: news, minutes."""
        return is_report(self.structure.frame.kind)

    @property
    def loose(self) -> bool:
        """Whether it is prose of no known kind, in which requests go on as in a report."""
        return self.structure.frame.kind == "other" and not self.structure.units

    def line_at(self, offset: int) -> int:
        """Return the index of the line that a view offset stands in (-1: before the first)."""
        return bisect_right(self._line_starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that a view offset stands in (-1: before it)."""
        return bisect_right(self._sentence_starts, offset) - 1

    def units_around(self, offset: int) -> Iterator[int]:
        """Yield where the units begin that a view offset stands in, innermost first."""
        units = self.structure.units
        at: int | None = bisect_right(self._unit_starts, offset) - 1
        while at is not None and at >= 0:
            unit = units[at]
            if offset < unit.end:
                yield unit.start
            at = unit.parent

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first match of a pattern in the folded text, which is searched once for it."""
        if pattern not in self._firsts:
            self._firsts[pattern] = pattern.search(self.view.folded)
        return self._firsts[pattern]

    def role_at(self, offset: int) -> str:
        """Return the role of the line at a view offset."""
        index = self.line_at(offset)
        return self.structure.roles[index] if index >= 0 else "body"

    def printed(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the raw characters of a view span, and where they stand in the raw text."""
        return self.view.printed(start, end)

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of a view span."""
        return self.view.span(start, end)
