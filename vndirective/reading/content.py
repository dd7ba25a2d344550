"""What a format module delivers, and the builder that keeps text and source map in step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vndirective.core.records import AnalysisWarning, Block, MapEntry
from vndirective.reading.limits import Limits, check_chars

__all__ = ["Content", "TextBuilder"]


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a document, the origin of its stretches, and what could not be read.

    Attributes
    ----------
    text : str
    map : tuple of MapEntry
        Offsets in code points, in order, without gaps.
    warnings : tuple of AnalysisWarning
    encoding : str or None
        Codec of a text file, such that ``open(path, encoding=encoding, newline="")`` reads
        ``text`` wherever Python knows that codec.
    layout : tuple of Block
        Headings, tables and footnotes, where the format tells them.
    apart : tuple of str
        Lines that stand outside the text: running heads and feet, page numbers.
    """

    text: str
    map: tuple[MapEntry, ...]
    warnings: tuple[AnalysisWarning, ...] = ()
    encoding: str | None = None
    layout: tuple[Block, ...] = ()
    apart: tuple[str, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """Return it as data that JSON can hold."""
        return {
            "text": self.text,
            "map": self.map,
            "warnings": [(w.code, w.message, w.start, w.end) for w in self.warnings],
            "encoding": self.encoding,
            "layout": [(b.kind, b.start, b.end) for b in self.layout],
            "apart": self.apart,
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Content:
        """Undo `to_plain`."""
        return cls(
            plain["text"],
            tuple((a, b, page, paragraph, kind) for a, b, page, paragraph, kind in plain["map"]),
            tuple(AnalysisWarning(*warning) for warning in plain["warnings"]),
            plain["encoding"],
            tuple(Block(*block) for block in plain["layout"]),
            tuple(plain["apart"]),
        )


class TextBuilder:
    """Collects stretches of text with their origin.

    Parameters
    ----------
    path : str
        Named in the error.
    limits : Limits
        Of which ``max_chars`` is checked while the text grows.
    """

    def __init__(self, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._parts: list[str] = []
        self._map: list[MapEntry] = []
        self._length = 0
        self._layout: list[Block] = []

    def __len__(self) -> int:
        return self._length

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        paragraph: int | None = None,
        generated: bool = False,
    ) -> None:
        """Append a stretch; it joins the entry before it where the origin is the same.

        Raises
        ------
        InputError
            With code ``too_large``.
        """
        if not text:
            return
        start, end = self._length, self._length + len(text)
        check_chars(self._path, end, self._limits)
        origin = (page, paragraph, "generated" if generated else None)
        if self._map and self._map[-1][2:] == origin:
            start = self._map.pop()[0]
        self._map.append((start, end, *origin))
        self._parts.append(text)
        self._length = end

    def mark(self, kind: str, start: int, before: int = 0) -> None:
        """Note what the stretch from ``start`` to ``before`` the end of the text so far is."""
        if self._length - before > start:
            self._layout.append(Block(kind, start, self._length - before))

    def content(
        self,
        warnings: Iterable[AnalysisWarning] = (),
        encoding: str | None = None,
        apart: Iterable[str] = (),
    ) -> Content:
        """Return everything added so far."""
        layout = tuple(sorted(self._layout, key=lambda block: (block.start, -block.end)))
        text, origin = "".join(self._parts), tuple(self._map)
        return Content(text, origin, tuple(warnings), encoding, layout, tuple(apart))
