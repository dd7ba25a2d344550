"""What a format module delivers, and the builder that keeps text and source map in step."""

from __future__ import annotations

from dataclasses import dataclass

from vndirective.core.errors import InputError
from vndirective.core.records import AnalysisWarning, MapEntry

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
    """

    text: str
    map: tuple[MapEntry, ...]
    warnings: tuple[AnalysisWarning, ...] = ()
    encoding: str | None = None


class TextBuilder:
    """Collects stretches of text with their origin.

    Parameters
    ----------
    path : str
        Named in the error.
    max_chars : int
        Code points after which the document is refused as ``too_large``.
    """

    def __init__(self, path: str, max_chars: int) -> None:
        self._path = path
        self._max_chars = max_chars
        self._parts: list[str] = []
        self._map: list[MapEntry] = []
        self._length = 0

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
        if end > self._max_chars:
            raise InputError(
                self._path,
                f"its text is longer than {self._max_chars:,} characters",
                "split the document, or raise Limits.max_chars",
                "too_large",
            )
        origin = (page, paragraph, "generated" if generated else None)
        if self._map and self._map[-1][2:] == origin:
            start = self._map.pop()[0]
        self._map.append((start, end, *origin))
        self._parts.append(text)
        self._length = end

    def content(self, warnings: list[AnalysisWarning]) -> Content:
        """Return everything added so far."""
        return Content("".join(self._parts), tuple(self._map), tuple(warnings))
