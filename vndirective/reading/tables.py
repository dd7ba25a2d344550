"""Tables as text: a row is a line with `` | `` between its cells.

A cell may hold several paragraphs, which stay in the line of its row; a merged cell says its text in
each of its rows. Tables that only place things on a page, as those of head and foot do, are told by
their shape: their paragraphs are lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Cell", "Line", "Piece", "lay_out"]

_SEPARATOR = " | "
#: Behind these a paragraph needs no other mark to be told from the next one.
_MARKS = tuple(".,;:!?…-–—/&")
#: What is longer, or cells of more paragraphs, are pages and no data.
_PAGE_ROWS, _PAGE_COLUMNS, _CELL_LINES = 3, 3, 24
#: Word has no more columns; a number beyond it is made up.
_MOST_COLUMNS = 63


class Piece(NamedTuple):
    """A stretch of text and its origin."""

    text: str
    paragraph: int = 0
    generated: bool = False
    #: A font of before Unicode, whose text has to be converted.
    font: str | None = None


@dataclass(slots=True)
class Line:
    """One line of text.

    Attributes
    ----------
    parts : list of Piece
    paragraph : int
        The one that its end belongs to.
    heading : bool
    linked : int
        How many of its characters are links.
    table, row : int
        The numbers of the outermost table and of the row that it stands in; 0 outside of tables.
    """

    parts: list[Piece] = field(default_factory=list)
    paragraph: int = 0
    heading: bool = False
    linked: int = 0
    table: int = 0
    row: int = 0

    @property
    def text(self) -> str:
        """What the file itself says."""
        return "".join(piece.text for piece in self.parts if not piece.generated)

    @property
    def shown(self) -> str:
        """All of it, with what was made."""
        return "".join(piece.text for piece in self.parts)


@dataclass(slots=True)
class Cell:
    """One cell.

    Attributes
    ----------
    lines : list of Line
    columns, rows : int
        How many of them it covers.
    continues : bool
        It is a further piece of the cell above.
    nests : bool
        It holds a table.
    """

    lines: list[Line] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    continues: bool = False
    nests: bool = False


class _Held(NamedTuple):
    """A cell that rows below may share: what it says, its columns, the rows to come."""

    piece: Piece
    columns: int
    left: int


def lay_out(rows: Sequence[Sequence[Cell]]) -> Iterator[list[Line]]:
    """Yield the lines of each row of a table.

    Parameters
    ----------
    rows : sequence of sequence of Cell
    """
    if _is_page(rows):
        for cells in rows:
            yield _as_page(cells)
        return
    above: dict[int, _Held] = {}
    for number, cells in enumerate(rows):
        above, filled = _filled(cells, above, is_head=number == 0 and len(rows) > 1)
        yield [_joined(filled)] if filled else []


def _is_page(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell a table that places head, foot or columns on a page from one that holds data."""
    if any(cell.nests or _is_long(cell) for cells in rows for cell in cells):
        return True
    columns = max(map(len, rows), default=0)
    if columns <= 1 or len(rows) == 1:
        return columns <= _PAGE_COLUMNS
    if columns >= _PAGE_COLUMNS or len(rows) > _PAGE_ROWS:
        return False
    # the heads of columns are short; the two offices over a document take lines, or capitals
    said = [[line.text for line in cell.lines if line.text.strip()] for cell in rows[0]]
    return any(len(texts) > 1 for texts in said) or "".join(map("".join, said)).isupper()


def _is_long(cell: Cell) -> bool:
    several = len(cell.lines) > 1
    return len(cell.lines) > _CELL_LINES or (several and any(li.heading for li in cell.lines))


def _as_page(cells: Sequence[Cell]) -> list[Line]:
    lines: list[Line] = []
    for index, cell in enumerate(cells):
        first, *rest = cell.lines or [Line()]
        if index:
            last = lines.pop()
            bar = Piece(_SEPARATOR, last.paragraph, generated=True)
            first = Line(
                [*last.parts, bar, *first.parts],
                first.paragraph or last.paragraph,
                last.heading and first.heading,
                last.linked + first.linked,
            )
        lines += [first, *rest]
    return lines


def _filled(
    cells: Sequence[Cell], above: dict[int, _Held], *, is_head: bool
) -> tuple[dict[int, _Held], list[tuple[Line, int]]]:
    """Put what cells above say into a row; return what rows below may share, and the row.

    Of a row that says nothing itself, nothing is said again.
    """
    speaks = any(map(_speaks, cells))
    here: dict[int, _Held] = {}
    filled: list[tuple[Line, int]] = []
    column = 0

    def again(held: _Held) -> int:
        here[column] = held._replace(left=held.left - 1)
        filled.append((Line([held.piece] if speaks else []), held.columns))
        return column + held.columns

    for cell in cells:
        while column in above and above[column].left > 0:
            column = again(above[column])
        if cell.continues and column in above and not _speaks(cell):
            column = again(above[column])
            continue
        line = _in_one(cell.lines, is_head=is_head)
        columns = max(1, min(cell.columns, _MOST_COLUMNS))
        piece = Piece(line.shown, line.parts[0].paragraph if line.parts else 0, generated=True)
        here[column] = _Held(piece, columns, cell.rows - 1)
        filled.append((line, columns))
        column += columns
    while column in above and above[column].left > 0:
        column = again(above[column])
    return here, filled


def _speaks(cell: Cell) -> bool:
    return any(line.text.strip() for line in cell.lines)


def _in_one(lines: Sequence[Line], *, is_head: bool) -> Line:
    """Join the paragraphs of a cell, and what line breaks part in them."""
    joined, before = Line(), ""
    for line in lines:
        joined.linked += line.linked
        joined.paragraph = line.paragraph
        for parts in _broken(line.parts):
            text = "".join(piece.text for piece in parts).strip()
            if not text:
                continue
            if joined.parts:
                last = joined.parts[-1]
                joined.parts[-1] = last._replace(text=last.text.rstrip())
                goes_on = _goes_on(text) or (is_head and text.isupper())
                mark = " " if goes_on or before.endswith(_MARKS) else "; "
                joined.parts.append(Piece(mark, last.paragraph, generated=True))
            joined.parts += parts
            before = text
    joined.heading = len(lines) == 1 and lines[0].heading
    return joined


def _broken(parts: Sequence[Piece]) -> Iterator[list[Piece]]:
    held: list[Piece] = []
    for piece in parts:
        first, *rest = piece.text.split("\n")
        held.append(piece._replace(text=first))
        for text in rest:
            yield held
            held = [piece._replace(text=text)]
    yield held


def _goes_on(text: str) -> bool:
    """Tell a paragraph that goes on with the one before it, which is no item of a list."""
    return text[0] == "(" or (text[0].islower() and text[1:2] not in (")", ".", "/"))


def _joined(filled: Sequence[tuple[Line, int]]) -> Line:
    """Make the line of a row; one cell over all columns stands alone."""
    row = Line(heading=all(line.heading for line, _ in filled))
    for index, (line, columns) in enumerate(filled, 1):
        row.parts += line.parts
        row.paragraph = line.paragraph or row.paragraph
        row.linked += line.linked
        bars = columns - (index == len(filled)) if len(filled) > 1 else 0
        row.parts.append(Piece(_SEPARATOR * bars, row.paragraph, generated=True))
    return row
