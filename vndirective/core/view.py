"""The view of a text that the rules read, and the map between both.

The user's text is never rewritten. Every view character comes from a non-empty stretch of the
raw text, in order, so a span of the view always has one exact raw span.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from vndirective.core.markers import Marker
from vndirective.core.orthography import fold_composed
from vndirective.core.records import Span

__all__ = ["OffsetMap", "View"]


class OffsetMap:
    """Maps offsets between a view and its raw text, both ways, in O(log n).

    The map is a list of runs. A run pairs a stretch of the view with a stretch of the raw text;
    inside a run both go on one by one, only a run of one view character may cover several raw
    ones (a letter and its combining marks).
    """

    __slots__ = ("_edges", "_end", "_raw", "_raw_end")

    def __init__(self) -> None:
        self._edges = [0]  # where the runs begin in the view, and where the last one ends
        self._raw: list[int] = []
        self._raw_end: list[int] = []
        self._end = -1  # where the last run ends in the raw text, if it can grow

    @property
    def view_length(self) -> int:
        """How many characters of a view are mapped."""
        return self._edges[-1]

    def add(self, length: int, raw_start: int, raw_end: int) -> None:
        """Append a run of ``length`` view characters that come from ``raw_start:raw_end``."""
        even = length == raw_end - raw_start
        if even and raw_start == self._end:
            self._raw_end[-1] = raw_end
            self._edges[-1] += length
        else:
            self._raw.append(raw_start)
            self._raw_end.append(raw_end)
            self._edges.append(self._edges[-1] + length)
        self._end = raw_end if even else -1

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
        edges = self._edges
        if not 0 <= start < end <= edges[-1]:
            raise ValueError(f"no view span {start}..{end} in a view of {edges[-1]}")
        i = bisect_right(edges, start) - 1
        raw_start = self._raw[i] + start - edges[i]
        if end < edges[i + 1]:
            return raw_start, raw_start + end - start
        j = bisect_left(edges, end, i) - 1
        raw_end = self._raw_end[j] if end == edges[j + 1] else self._raw[j] + end - edges[j]
        return raw_start, raw_end

    def to_view(self, raw: int) -> int:
        """Return the view offset of the first view character at or after a raw offset."""
        i = bisect_right(self._raw, raw) - 1
        if i < 0:
            return 0
        if raw < self._raw_end[i]:
            return min(self._edges[i] + raw - self._raw[i], self._edges[i + 1] - 1)
        return self._edges[i + 1]


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
    markers : dict of int to Marker
        The outline markers that lines open with, by the view offset of the line.
    """

    text: str
    raw: str
    map: OffsetMap
    bold: set[int] = field(default_factory=set)
    markers: dict[int, Marker] = field(default_factory=dict)
    _folded: str | None = None

    @property
    def folded(self) -> str:
        """The view as a matching key of the same length (see `orthography.fold`)."""
        if self._folded is None:
            folded = fold_composed(self.text)
            if len(folded) != len(self.text):  # a letter whose lower case is two letters, "İ"
                folded = fold_composed(
                    "".join(c if len(c.lower()) == 1 else "i" for c in self.text)
                )
            self._folded = folded
        return self._folded

    def printed(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the raw characters of a view span, and where they stand in the raw text."""
        a, b = self.map.to_raw(start, end)
        return self.raw[a:b], a, b

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of a view span, with its raw characters."""
        return Span(*self.printed(start, end))
