"""Bringing a task list up to date without losing what people wrote into it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from vndirective.core.records import Analysis, AnalysisWarning, SavedTasks
from vndirective.export.files import write_whole
from vndirective.export.frames import document_label, one_line
from vndirective.export.labels import BEFORE, CHANGES, EMPTY, TASK_COLUMNS, day_in_words, printable
from vndirective.export.task_book import OldTasks, read_tasks
from vndirective.export.task_lines import Cell, Line, lines_of
from vndirective.export.task_match import matches, same_documents
from vndirective.export.task_sheet import write_lines
from vndirective.reading.limits import DEFAULT_LIMITS, Limits, read_bytes

__all__ = ["backup_of", "update_tasks"]

#: A difference in these is a change of the duty.
_COMPARED = ("action", "lead", "partners", "deliverable", "due", "frequency", "level")
#: How much of the value before a change is shown.
_SHOWN = 300
#: A text this long may have been cut when it was written.
_COMPARABLE = 30_000


def backup_of(path: str | Path) -> Path:
    """Return where an update keeps the workbook as it was: ``tasks.bak.xlsx``."""
    return Path(path).with_suffix(".bak.xlsx")


def update_tasks(
    path: str | Path, analyses: Sequence[Analysis], limits: Limits = DEFAULT_LIMITS
) -> SavedTasks:
    """Bring a task list up to date with what its documents say now.

    State, note and the columns that people added stay with their duty. A duty that is no longer
    in its document stays as a line, marked; so do the duties of documents that are not among
    ``analyses``, and the rows that people added. The workbook as it was is kept beside the new
    one, see :func:`backup_of`.

    Parameters
    ----------
    path : str or Path
        A workbook that :func:`~vndirective.export.task_sheet.write_tasks` wrote. It is replaced
        in one step, and not at all where something goes wrong.
    analyses : sequence of Analysis
    limits : Limits
        What the workbook may cost to read.

    Returns
    -------
    SavedTasks

    Raises
    ------
    InputError
        If the workbook is missing, cannot be read, is no task list, or cannot be written.
    """
    old = read_tasks(path, limits)
    lines = _updated(old, lines_of(analyses), analyses)
    write_whole(backup_of(path), read_bytes(path, limits))
    cut = write_lines(path, lines, updated=True, others=old.others)
    copied = tuple(
        AnalysisWarning(
            "sheet_copied",
            f"sheet {name!r}: only its values are kept, without formulas, drawings and formats; "
            f"the workbook as it was: {backup_of(path).name}",
        )
        for name, _ in old.others
    )
    marks = [line.change for line in lines]
    new, changed, gone = (marks.count(name) for name in ("new", "changed", "gone"))
    return SavedTasks(len(lines), new, changed, gone, str(backup_of(path)), cut + copied)


def _updated(old: OldTasks, new: list[Line], analyses: Sequence[Analysis]) -> list[Line]:
    documents = same_documents(old.lines, new)
    pairs = matches(old.lines, new, documents)
    lines = [
        _kept(line, old.lines[pairs[place]]) if place in pairs else _added(line, old.removed)
        for place, line in enumerate(new)
    ]
    # A document was read again if it is among those given, or its duties were found in them.
    again = {printable(document_label(analysis)) for analysis in analyses}
    again |= set(documents)
    again |= {old.lines[place].text("document") for place in pairs.values()}
    matched = set(pairs.values())
    for place, line in enumerate(old.lines):
        if place not in matched:
            gone = line.change == "gone" or line.text("document") in again
            lines.append(_marked(line, "gone" if gone else "apart"))
    return lines + [_marked(line, "own") for line in old.own]


def _kept(line: Line, before: Line) -> Line:
    """Give a duty what people wrote beside it, and say what is different now."""
    changes = [
        BEFORE.format(title=TASK_COLUMNS[key], value=_shown(before.cells.get(key)))
        for key in _COMPARED
        if _plain(line.cells.get(key)) != _plain(before.cells.get(key))
    ]
    cells = line.cells | {key: before.cells.get(key) for key in ("state", "note")}
    if changes:
        cells["change"] = f"{CHANGES['changed']}: {'; '.join(changes)}"
    change = "changed" if changes else ""
    return replace(line, cells=cells, change=change, extra=before.extra)


def _added(line: Line, removed: dict[str, dict[str, Cell]]) -> Line:
    written = removed.get(line.text("id"))
    marked = _marked(line, "new" if written is None else "restored")
    return replace(marked, cells=marked.cells | (written or {}))


def _marked(line: Line, change: str) -> Line:
    return replace(line, cells=line.cells | {"change": CHANGES[change]}, change=change)


def _plain(value: Cell) -> str:
    """Return a cell in a form in which only real differences differ."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, datetime.min.time())
    text = one_line(printable(str("" if value is None else value)))
    return unicodedata.normalize("NFC", text)[:_COMPARABLE]


def _shown(value: Cell) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    text = one_line(str("" if value is None else value))
    return (text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…") or EMPTY
