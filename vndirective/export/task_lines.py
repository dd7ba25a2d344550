"""The lines of a task list: one duty, or one row of an older list, as the cells of a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from vndirective.core.records import Analysis
from vndirective.export.frames import TaskRow, due_order, one_line, task_rows
from vndirective.export.labels import (
    MODALITIES,
    NOT_COMPUTED,
    OTHERS,
    PROVISIONAL,
    UNSAID,
    day_in_words,
    printable,
)

__all__ = [
    "FROM_TEXT",
    "Cell",
    "Line",
    "basis_cell",
    "due_cell",
    "in_order",
    "in_words",
    "leads_in",
    "lines_of",
    "plain",
]

Cell = str | int | float | date | datetime | None

#: The columns that the document fills; what people write over one of them stays.
FROM_TEXT = (
    *("document", "action", "lead", "partners", "deliverable", "due", "frequency", "level"),
    *("basis", "page", "review"),
)
#: The place of what has no date: no year of four digits comes after it.
_LAST = ("~", "")
#: A text this long may have been cut when it was written.
_COMPARABLE = 30_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a task list.

    Attributes
    ----------
    cells : dict of str to Cell
        By the keys of :data:`~vndirective.export.labels.TASK_COLUMNS`; a key that is missing is
        an empty cell.
    leads : tuple of str
        Full names of those who bear the duty; each has a sheet of its own.
    file : str
        Name of the file that the duty stands in.
    inferred : bool
        Whether the lead was inferred from the context.
    change : str
        What an update says of it, a key of :data:`~vndirective.export.labels.CHANGES`, or
        nothing.
    extra : dict of str to Cell
        By title, the cells of columns that people added.
    said : dict of str to Cell
        What the document said in the columns of :data:`FROM_TEXT`, which is not what ``cells``
        hold where people wrote over it; nothing where that is not known.
    """

    cells: dict[str, Cell]
    leads: tuple[str, ...] = ()
    file: str = ""
    inferred: bool = False
    change: str = ""
    extra: dict[str, Cell] = field(default_factory=dict)
    said: dict[str, Cell] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a cell as text, an empty one as nothing."""
        value = self.cells.get(key)
        return "" if value is None else str(value)

    def as_said(self) -> Line:
        """Return the line as the document had it, without what people wrote over it."""
        return replace(self, cells=self.cells | self.said)


def leads_in(lead: Cell) -> tuple[str, ...]:
    """Return those whom a cell of leads names."""
    return tuple(one_line(part) for part in str(lead or "").split(";") if part.strip())


def plain(value: Cell) -> str:
    """Return a cell in a form in which only real differences differ."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, datetime.min.time())
    text = one_line(printable(str("" if value is None else value)))
    return unicodedata.normalize("NFC", text)[:_COMPARABLE]


def in_words(value: Cell) -> str:
    """Return a cell as people read it, in one line."""
    if isinstance(value, date):
        return day_in_words(value)
    return one_line("" if value is None else str(value))


def lines_of(analyses: Iterable[Analysis]) -> list[Line]:
    """Return the duties of documents as lines, each once, in the order of the texts.

    A text that is given twice has the same duties with the same ids, which are one line.
    """
    lines: dict[str, Line] = {}
    for analysis in analyses:
        for row in task_rows(analysis):
            line = _line(row)
            lines.setdefault(line.text("id"), line)
    return list(lines.values())


def _line(row: TaskRow) -> Line:
    cells: dict[str, Cell] = {
        "document": printable(row["document"]),
        "action": row["action"],
        "lead": row["lead"],
        "partners": row["coordinated_with"],
        "deliverable": row["deliverable"],
        "due": due_cell(row),
        "frequency": row["frequency"],
        "level": f"{MODALITIES[row['modality']]} ({row['strength']}/5)",
        "basis": basis_cell(row),
        "page": row["page"],
        "review": _review(row),
        "id": printable(row["id"]),  # as it will be read again
    }
    leads = tuple(dict.fromkeys(row["lead_canonical"]))
    return Line(cells, leads, row["file"], "bearers" in row["inferred"])


def in_order(lines: Sequence[Line]) -> list[Line]:
    """Sort by lead in the order of first appearance, nobody last, then by deadline."""
    order: dict[str, int] = {}
    for line in lines:
        order.setdefault(_lead_key(line), len(order))
    order[""] = len(order)

    def key(line: Line) -> tuple[int, tuple[str, str]]:
        due = line.cells.get("due")
        return order[_lead_key(line)], due_order(due) if isinstance(due, date) else _LAST

    return sorted(lines, key=key)


def _lead_key(line: Line) -> str:
    return "; ".join(line.leads).casefold()


def due_cell(row: TaskRow) -> date | datetime | str:
    """Return the due date as a date, or the words of the text where there is none."""
    due = row["due"]
    if due is None:
        return row["other_deadlines"]
    # Excel counts its days from 1900.
    return due if due.year >= 1900 else row["deadline_text"]


def basis_cell(row: TaskRow) -> str:
    """Return where the duty stands and what stands there."""
    return f"[{row['basis']}] {row['quote']}" if row["basis"] else row["quote"]


def _review(row: TaskRow) -> str:
    reasons = []
    if row["needs_review"]:
        reasons.append(row["review_reason"] or UNSAID)
    if row["due_provisional"]:
        reasons.append(PROVISIONAL.format(reason=row["due_reason"]))
    if row["other_deadlines"] and row["due"] is None:
        reasons.append(NOT_COMPUTED.format(reason=row["due_reason"]))
    elif row["other_deadlines"]:
        reasons.append(OTHERS.format(text=row["other_deadlines"]))
    text = "; ".join(reasons)
    return text[:1].upper() + text[1:]
