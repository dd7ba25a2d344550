"""The lines of a view with what the structure rules ask of them."""

from __future__ import annotations

from typing import NamedTuple

from vndirective.core.markers import Marker, parse_marker
from vndirective.core.normalize import View

__all__ = ["Line", "lines_of"]


class Line(NamedTuple):
    """One non-blank line of the view: a paragraph, an item or a line of the frame.

    Attributes
    ----------
    start, end : int
        Code points in the view.
    text : str
        The characters of the line.
    gap : bool
        A blank line stands before it.
    bold : bool
        It stood in bold or heading markup from end to end.
    upper : bool
        All its letters are capitals.
    marker : Marker or None
        The outline marker it opens with.
    """

    start: int
    end: int
    text: str
    gap: bool
    bold: bool
    upper: bool
    marker: Marker | None


def lines_of(view: View) -> list[Line]:
    """Return the non-blank lines of a view, in order."""
    lines = []
    start, gap = 0, False
    bold = view.bold
    for text in view.text.split("\n"):
        end = start + len(text)
        if text:
            lines.append(
                Line(start, end, text, gap, start in bold, text.isupper(), parse_marker(text))
            )
        gap = not text
        start = end + 1
    return lines
