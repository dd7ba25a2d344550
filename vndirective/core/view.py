"""The view of a text that the rules read, and the map between both.

The user's text is never rewritten. Every view character comes from a non-empty stretch of the
raw text, in order, so a span of the view always has one exact raw span.
"""

from __future__ import annotations

from bisect import bisect_right
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

    __slots__ = ("_end", "_raw", "_raw_end", "_view", "view_length")

    def __init__(self) -> None:
        self._view: list[int] = []
        self._raw: list[int] = []
        self._raw_end: list[int] = []
        self.view_length = 0
        self._end = -1  # where the last run ends in the raw text, if it can grow

    def add(self, length: int, raw_start: int, raw_end: int) -> None:
        """Append a run of ``length`` view characters that come from ``raw_start:raw_end``."""
        even = length == raw_end - raw_start
        if even and raw_start == self._end:
            self._raw_end[-1] = raw_end
        else:
            self._view.append(self.view_length)
            self._raw.append(raw_start)
            self._raw_end.append(raw_end)
        self._end = raw_end if even else -1
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
        j = i
        run_end = self._view[j + 1] if j + 1 < len(self._view) else self.view_length
        if end > run_end:
            j = bisect_right(self._view, end - 1, j) - 1
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

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of a view span, with its raw characters."""
        a, b = self.map.to_raw(start, end)
        return Span(self.raw[a:b], a, b)
