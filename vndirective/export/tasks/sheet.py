"""The task list as an Excel workbook: all duties, a sheet for each lead, a sheet of memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from vndirective.core.records import Analysis, AnalysisWarning, SavedTasks
from vndirective.export.files import replace_kept
from vndirective.export.labels import (
    CHANGES,
    DONE,
    MEMORY_COLUMNS,
    MEMORY_ISSUER,
    MEMORY_SAID,
    MEMORY_SHEET,
    MEMORY_SHOWN,
    OTHER_STATE,
    STATES,
    TASK_COLUMNS,
    TASK_HINTS,
    TASK_SHEET,
)
from vndirective.export.tasks.lines import (
    FROM_TEXT,
    Cell,
    Formula,
    Line,
    in_order,
    leads_of,
    lines_of,
)
from vndirective.export.workbook import Book, Column, same_workbook, sheet_names
from vndirective.reading.limits import DEFAULT_LIMITS, Limits

__all__ = ["OtherSheet", "write_lines", "write_tasks"]

#: A sheet that people added: its name and its rows.
OtherSheet = tuple[str, Sequence[Sequence[Cell]]]

_WIDTHS = {
    "no": 6, "document": 18, "action": 52, "lead": 26, "partners": 22, "deliverable": 18,
    "due": 16, "frequency": 14, "level": 13, "basis": 48, "page": 7, "state": 16, "note": 24,
    "change": 26, "review": 26, "id": 20,
}  # fmt: skip
_EXTRA_WIDTH = 20
_MARKED = {"new", "changed", "edited", "restored"}


def write_tasks(
    path: str | Path, analyses: Sequence[Analysis], limits: Limits = DEFAULT_LIMITS
) -> SavedTasks:
    """Write the duties of directives as a task list that an office can work with.

    One row per duty, the duties of one lead together in the order of their deadlines, those
    without a date last; then a sheet for each lead. A lead in italics was inferred from the
    context. The column "Thời hạn" holds a real date wherever one could be computed, else the
    words of the text.

    Parameters
    ----------
    path : str or Path
        An existing file is replaced, and kept beside unless it is the same.
    analyses : sequence of Analysis
        With more than one, the column that names the document is shown.
    limits : Limits
        What the workbook that is there may cost to read.

    Returns
    -------
    SavedTasks

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    lines = lines_of(analyses)
    cut, backup = write_lines(path, lines, limits=limits)
    return SavedTasks(len(lines), backup=backup, warnings=cut)


def write_lines(
    path: str | Path,
    lines: Sequence[Line],
    *,
    updated: bool = False,
    others: Sequence[OtherSheet] = (),
    deleted: Sequence[Line] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[tuple[AnalysisWarning, ...], str | None]:
    """Write lines as a task list; a workbook that is there is kept beside, unless it is the same.

    Parameters
    ----------
    path : str or Path
    lines : sequence of Line
        In any order.
    updated : bool
        Whether to show what an update says of each line.
    others : sequence of OtherSheet
        Written behind the sheets of the list, as values.
    deleted : sequence of Line
        Duties that are remembered but not shown, because people deleted their rows.
    limits : Limits
        What the workbook that is there may cost to read.

    Returns
    -------
    tuple of AnalysisWarning
        One, with code ``cell_cut``, for every text longer than a cell can hold.
    str or None
        Where the workbook is kept that was there before.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    lines = in_order(lines)
    columns = _columns(lines, updated)
    groups = _by_lead(lines)
    fixed = (TASK_SHEET, MEMORY_SHEET)
    names = sheet_names([*groups, *(name for name, _ in others)], fixed)
    ours, theirs = names[: len(groups)], names[len(groups) :]
    book = Book()
    _sheet(book, TASK_SHEET, columns, lines)
    for name, group in zip(ours, groups.values(), strict=True):
        _sheet(book, name, columns, group)
    for name, (_, rows) in zip(theirs, others, strict=True):
        sheet = book.sheet(name)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if value is not None:
                    book.write(sheet, number, place, value, _plain(book, value))
    _remember(book, [*lines, *deleted], [TASK_SHEET, *ours])
    kept = replace_kept(path, book.made(), same_workbook, limits)
    # The sheets of the leads repeat what the first one holds.
    cut = tuple(w for w in book.warnings if w.message.startswith(f"{TASK_SHEET}!"))
    return cut, None if kept is None else str(kept)


def _columns(lines: Sequence[Line], updated: bool) -> list[Column]:
    """Columns of the task list; each takes the number of the line and the line."""

    def value(key: str) -> Any:
        if key == "no":
            return lambda item: item[0]
        return lambda item: item[1].cells.get(key)

    def extra(title: str) -> Any:
        return lambda item: _shown(item[1].extra.get(title))

    keys = [key for key in TASK_COLUMNS if updated or key != "change"]
    added = _added(lines)
    return [
        *(Column(TASK_COLUMNS[key], _WIDTHS[key], value(key), TASK_HINTS.get(key)) for key in keys),
        *(Column(title, _EXTRA_WIDTH, extra(title)) for title in added),
    ]


def _added(lines: Iterable[Line]) -> list[str]:
    """Return the titles of the columns that people added."""
    return list(dict.fromkeys(title for line in lines for title in line.extra))


def _shown(value: Cell | Formula) -> Cell:
    return value.shown if isinstance(value, Formula) else value


def _by_lead(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Group the lines by each of their leads, under the name that comes first."""
    names = leads_of(lines)
    groups: dict[str, list[Line]] = {name: [] for name in names.values()}
    for line in lines:
        for lead in line.leads:
            group = groups[names[lead.casefold()]]
            if not (group and group[-1] is line):  # one lead in two spellings
                group.append(line)
    return groups


def _sheet(book: Book, name: str, columns: list[Column], lines: Sequence[Line]) -> None:
    place = {column.title: index for index, column in enumerate(columns)}
    letters = {title: xl_col_to_name(index) for title, index in place.items()}
    at = {key: place[title] for key, title in TASK_COLUMNS.items() if title in place}

    def style(column: Column, item: tuple[int, Line]) -> Any:
        line = item[1]
        value = column.value(item)
        if line.change == "gone":
            return _plain(book, value, gone=True)
        if column.title == TASK_COLUMNS["lead"] and line.inferred:
            return book.inferred
        if column.title == TASK_COLUMNS["review"] and value:
            return book.review
        if column.title == TASK_COLUMNS["change"] and line.change in _MARKED:
            return book.new if line.change == "new" else book.review
        return _plain(book, value)

    sheet = book.table(name, columns, list(enumerate(lines, 1)), style)
    for index, column in enumerate(columns):
        for number, line in enumerate(lines, 1):
            formula = line.extra.get(column.title)
            if isinstance(formula, Formula):
                text = formula.at(number + 1, letters)
                book.formula(
                    sheet, number, index, text, formula.shown, style(column, (number, line))
                )
    for number, line in enumerate(lines, 1):
        due = line.cells.get("due")
        if line.why_due and line.said.get("due", due) == due:
            # "trước ngày 30/6" stands as 29/06: the cell says why
            sheet.write_comment(number, at["due"], line.why_due, {"x_scale": 2, "y_scale": 0.7})
    sheet.freeze_panes(1, at["action"] + 1)
    # Hidden rather than left out, because an update has to know whose duties these are.
    if len({line.text("document") for line in lines} - {""}) < 2:
        _hide(sheet, at["document"])
    if not any(line.text("page") for line in lines):
        _hide(sheet, at["page"])
    if lines:
        _help(book, sheet, at, len(lines))


def _hide(sheet: Any, column: int) -> None:
    sheet.set_column(column, column, None, None, {"hidden": True})


def _help(book: Book, sheet: Any, at: dict[str, int], count: int) -> None:
    """Offer the states, and show which duties are late."""
    state, due = at["state"], at["due"]
    choice = {
        "validate": "list",
        "source": list(STATES),
        # an office may have states of its own
        "error_type": "warning",
        "error_title": TASK_COLUMNS["state"],
        "error_message": OTHER_STATE,
    }
    sheet.data_validation(1, state, count, state, choice)
    due_at, state_at = f"${xl_col_to_name(due)}2", f"${xl_col_to_name(state)}2"
    late = f'AND(ISNUMBER({due_at}),{due_at}<TODAY(),{state_at}<>"{DONE}")'
    if "change" in at:
        gone = f'{xl_col_to_name(at["change"])}2<>"{CHANGES["gone"]}"'
        late = f"AND({late},${gone})"
    rule = {"type": "formula", "criteria": f"={late}", "format": book.overdue}
    sheet.conditional_format(1, due, count, due, rule)


def _plain(book: Book, value: Any, *, gone: bool = False) -> Any:
    """Return the format that shows a value as it is."""
    if isinstance(value, datetime):
        return book.gone_moment if gone else book.moment
    if isinstance(value, date):
        return book.gone_day if gone else book.day
    return book.gone if gone else book.text


def _remember(book: Book, lines: Sequence[Line], sheets: list[str]) -> None:
    """Write what an update has to know: what stood in the cells, and what the documents said."""
    columns: dict[str, list[Cell]] = {
        **{key: [line.cells.get(key) for line in lines] for key in ("id", "state", "note")},
        "leads": ["\n".join(line.leads) for line in lines],
        "file": [line.origin.file for line in lines],
        "sheet": [*sheets],
    }
    columns = {MEMORY_COLUMNS[key]: values for key, values in columns.items()}
    columns[MEMORY_ISSUER] = [line.origin.issuer for line in lines]
    said = [line.as_said() for line in lines]
    for title, those in ((MEMORY_SHOWN, lines), (MEMORY_SAID, said)):
        columns |= {
            title.format(title=TASK_COLUMNS[key]): [line.cells.get(key) for line in those]
            for key in FROM_TEXT
        }
    for title in _added(lines):
        own = [line.extra.get(title) for line in lines]
        columns[MEMORY_SHOWN.format(title=title)] = [
            str(value) if isinstance(value, Formula) else value for value in own
        ]
    sheet = book.sheet(MEMORY_SHEET)
    for place, (title, values) in enumerate(columns.items()):
        for number, value in enumerate([title, *values]):
            book.write(sheet, number, place, value, _plain(book, value))
    sheet.very_hidden()
