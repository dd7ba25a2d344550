"""The lines of a view with what the structure rules ask of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from vndirective.core.markers import Marker
from vndirective.core.patterns import MANDATE, PERSON_NAME
from vndirective.core.view import View

__all__ = ["Line", "in_one_line", "lines_of"]

# The right-hand cell of the foot: on whose behalf, or an office, in capitals to the end.
_SIGNS = (
    rf"(?:{MANDATE}\b"
    r"|(?:PHÓ|CHỦ|GIÁM|BÍ|TRƯỞNG|CHÁNH|HIỆU|BỘ|THỨ|VIỆN|CỤC|TỔNG)\b[^|a-z]*\Z)"
)
_SIGNATURE_CELL = re.compile(rf"(?<=[^|\s]) \| (?={_SIGNS})")
# Of two columns parted by a tab the left one ends as lists of recipients do, or names somebody as well.
_STAMP = r"\([^()|]{2,20}\)"
_FOOT_CELLS = re.compile(
    rf"(?:(?:-[^|]*[;,.)]|(?i:nơi\s+nhận)\s?:)(?P<listed> ?\| ?)(?:{_SIGNS}[^|]*|{PERSON_NAME}\W*)"
    rf"|{PERSON_NAME}(?P<names> ?\| ?){PERSON_NAME}\W*|{_STAMP}(?P<stamps> ?\| ?){_STAMP})"
)
_WIDEST_BAR = 3


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
    for text in view.text.split("\n"):
        end = start + len(text)
        cell = _signature_cell(text) if "|" in text else None
        if cell:  # the foot of a document in two columns, as one line of a table
            a, b = cell
            lines.append(_line(view, start, text[:a], gap))
            lines.append(_line(view, start + b, text[b:], False))
        elif text:
            lines.append(_line(view, start, text, gap))
        gap = not text
        start = end + 1
    return lines


def in_one_line(left: Line, right: Line) -> bool:
    """Tell whether two lines were the columns of one."""
    return 0 < right.start - left.end <= _WIDEST_BAR


def _signature_cell(text: str) -> tuple[int, int] | None:
    """Return what parts who signs from what stands beside."""
    if cell := _SIGNATURE_CELL.search(text):
        return cell.span()
    foot = _FOOT_CELLS.fullmatch(text)
    return foot.span(foot.lastgroup or 0) if foot else None


def _line(view: View, start: int, text: str, gap: bool) -> Line:
    end = start + len(text)
    bold, marker = start in view.bold, view.markers.get(start)
    return Line(start, end, text, gap, bold, text.isupper(), marker)
