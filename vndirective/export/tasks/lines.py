"""The lines of a task list: one duty, or one row of an older list, as the cells of a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache

from vndirective.core.orthography import fold
from vndirective.core.patterns import any_of
from vndirective.core.records import Analysis
from vndirective.core.resources import lexicon
from vndirective.export.dues import due_order
from vndirective.export.frames import one_line
from vndirective.export.labels import (
    DOCUMENT_OF,
    DUE_FROM,
    MODALITIES,
    NOT_COMPUTED,
    OTHERS,
    PROVISIONAL,
    UNSAID,
    day_in_words,
    printable,
)
from vndirective.export.tasks.origins import UNKNOWN, Origin, label_of, origins_of
from vndirective.export.tasks.rows import TaskRow, task_rows

__all__ = [
    "FROM_TEXT",
    "Cell",
    "Formula",
    "Line",
    "basis_cell",
    "due_cell",
    "due_of_people",
    "in_order",
    "in_words",
    "leads_in",
    "leads_of",
    "lines_of",
    "plain",
]

Cell = str | int | float | date | datetime | None

#: The columns that the document fills; what people write over one of them stays.
FROM_TEXT = (
    *("document", "action", "lead", "partners", "deliverable", "due", "frequency", "level"),
    *("basis", "page", "review"),
)
#: Excel counts its days from here.
_FIRST_YEAR = 1900
#: The place of what has no date: no year of four digits comes after it.
_LAST = ("~", "")
#: A text this long may have been cut when it was written.
_COMPARABLE = 30_000
#: A day as people type it, with a time of day before it as lists show it.
_TYPED = re.compile(
    r"(?:(?P<hour>[01]?\d|2[0-3])[:hg](?P<minute>[0-5]\d)\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of people over the cells of its own row.

    Attributes
    ----------
    parts : tuple of str
        Its text, the titles of columns at the odd places.
    shown : Cell
        What it showed last.
    """

    parts: tuple[str, ...]
    shown: Cell = field(default=None, compare=False)

    def __str__(self) -> str:
        return "".join(f"[{part}]" if n % 2 else part for n, part in enumerate(self.parts))

    def at(self, row: int, letters: Mapping[str, str]) -> str:
        """Return its text for a row, counted from 1, of a sheet whose columns have the letters."""
        parts = enumerate(self.parts)
        return "".join(f"{letters[part]}{row}" if n % 2 else part for n, part in parts)


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
    origin : Origin
        The document that the duty stands in.
    inferred : bool
        Whether the lead was inferred from the context.
    change : str
        What an update says of it, a key of :data:`~vndirective.export.labels.CHANGES`, or
        nothing.
    extra : dict of str to Cell or Formula
        By title, the cells of columns that people added, the empty ones too.
    said : dict of str to Cell
        What the document said in the columns of :data:`FROM_TEXT`, which is not what ``cells``
        hold where people wrote over it; nothing where that is not known.
    why_due : str
        The words of the deadline and how its last day follows from them, if it has one.
    """

    cells: dict[str, Cell]
    leads: tuple[str, ...] = ()
    origin: Origin = UNKNOWN
    inferred: bool = False
    change: str = ""
    extra: dict[str, Cell | Formula] = field(default_factory=dict)
    said: dict[str, Cell] = field(default_factory=dict)
    why_due: str = field(default="", compare=False)

    def text(self, key: str) -> str:
        """Return a cell as text, an empty one as nothing."""
        value = self.cells.get(key)
        return "" if value is None else str(value)

    def as_said(self) -> Line:
        """Return the line as the document had it, without what people wrote over it."""
        return replace(self, cells=self.cells | self.said)


def leads_in(lead: Cell) -> tuple[str, ...]:
    """Return those whom a cell of leads names.

    Examples
    --------
    >>> leads_in("Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh")
    ('Sở Văn hóa, Thể thao và Du lịch', 'Công an tỉnh')
    """
    text = unicodedata.normalize("NFC", str(lead or ""))
    # A comma parts names only where another one begins behind it.
    commas = [
        match.start()
        for match in _next_head().finditer(fold(text))
        if text[match.end() :][:1].isupper()
    ]
    for comma in commas:
        text = f"{text[:comma]};{text[comma + 1 :]}"
    names = (one_line(name) for name in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(filter(None, names)))


def leads_of(lines: Iterable[Line]) -> dict[str, str]:
    """Return the leads of lines by their case-folded names, in the order of their sheets."""
    names: dict[str, str] = {}
    for line in lines:
        for lead in line.leads:
            names.setdefault(lead.casefold(), lead[:1].upper() + lead[1:])
    return names


@cache
def _next_head() -> re.Pattern[str]:
    data = lexicon("organizations")
    heads = {head for entry in data["classes"] for head in entry["heads"]}
    heads |= {*data["alone_heads"], *data["abbreviations"]}
    return re.compile(rf",\s*(?={any_of(heads)}(?!\w))")


def due_of_people(value: Cell) -> Cell:
    """Return a day that was typed as text as the day, anything else as it is.

    Examples
    --------
    >>> due_of_people("30/12/2024"), due_of_people("31/11/2024")
    (datetime.date(2024, 12, 30), '31/11/2024')
    """
    typed = _TYPED.fullmatch(one_line(value)) if isinstance(value, str) else None
    if typed is None or int(typed["year"]) < _FIRST_YEAR:
        return value
    try:
        day = date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except ValueError:
        return value
    if typed["hour"] is None:
        return day
    return datetime(day.year, day.month, day.day, int(typed["hour"]), int(typed["minute"]))


def plain(value: Cell | Formula) -> str:
    """Return a cell in a form in which only real differences differ."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, datetime.min.time())
    text = one_line(printable(str("" if value is None else value)))
    return unicodedata.normalize("NFC", text)[:_COMPARABLE]


def in_words(value: Cell | Formula) -> str:
    """Return a cell as people read it, in one line."""
    if isinstance(value, Formula):
        value = value.shown
    if isinstance(value, date):
        return day_in_words(value)
    return one_line("" if value is None else str(value))


def lines_of(analyses: Iterable[Analysis]) -> list[Line]:
    """Return the duties of documents as lines, each once, in the order of the texts.

    A text that is given twice has the same duties with the same ids, which are one line.
    """
    lines: dict[str, Line] = {}
    issuers: dict[str, set[str]] = {}
    analyses = list(analyses)
    for analysis, origin in zip(analyses, origins_of(analyses), strict=True):
        label = label_of(analysis)
        issuers.setdefault(label, set()).add(origin.issuer)
        for row in task_rows(analysis):
            line = _line(row, label, origin)
            lines.setdefault(line.text("id"), line)
    return [
        _with_issuer(line) if len(issuers[line.text("document")]) > 1 else line
        for line in lines.values()
    ]


def _with_issuer(line: Line) -> Line:
    """Name the issuer of a document whose number and day another one has, too."""
    if not (line.origin.issued and line.origin.issuer):
        return line
    label = DOCUMENT_OF.format(document=line.text("document"), issuer=line.origin.issuer)
    return replace(line, cells=line.cells | {"document": label})


def _line(row: TaskRow, label: str, origin: Origin) -> Line:
    cells: dict[str, Cell] = {
        "document": label,
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
    dated = isinstance(cells["due"], date)
    why = DUE_FROM.format(text=row["deadline_text"], reason=row["due_reason"]) if dated else ""
    return Line(cells, leads, origin, "bearers" in row["inferred"], why_due=why)


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
    return due if due.year >= _FIRST_YEAR else row["deadline_text"]


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
