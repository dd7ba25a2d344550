"""Reading a task list that people have worked in: what they wrote, and what stood there before."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from vndirective.core.errors import InputError
from vndirective.core.records import AnalysisWarning
from vndirective.export.labels import (
    MEMORY_SHEET,
    ON_SHEET,
    TASK_COLUMNS,
    TASK_SHEET,
    printable,
)
from vndirective.export.tasks.file import Row, plain_rows, read_sheets
from vndirective.export.tasks.lines import Cell, Formula, Line, in_words, leads_in, plain
from vndirective.export.tasks.table import NEEDED, OWN, WRITTEN, Memory, Table, memory_in, table_in
from vndirective.reading.limits import DEFAULT_LIMITS, Limits

__all__ = ["OldTasks", "read_tasks"]


@dataclass(frozen=True, slots=True)
class OldTasks:
    """A task list as people left it.

    Attributes
    ----------
    lines : list of Line
        The duties, with what people last wrote in one sheet or another. ``change`` is
        ``restored`` where somebody deleted the row in the first sheet and somebody wrote into
        that of a lead.
    own : list of Line
        Rows that people added.
    deleted : list of Line
        Duties whose rows people deleted, as they stood there before.
    others : list of tuple of str and list
        Name and rows of the sheets that people added.
    warnings : tuple of AnalysisWarning
        ``sheet_copied`` for each of those; ``list_understood`` for what was understood of a sheet
        only in part, or is not kept.
    """

    lines: list[Line]
    own: list[Line]
    deleted: list[Line] = field(default_factory=list)
    others: list[tuple[str, list[tuple[Cell, ...]]]] = field(default_factory=list)
    warnings: tuple[AnalysisWarning, ...] = ()


class _Sheet(NamedTuple):
    """A sheet of a lead: its name, the lead, where that is known, its lines."""

    name: str
    lead: str
    lines: list[Line]


def read_tasks(path: str | Path, limits: Limits = DEFAULT_LIMITS) -> OldTasks:
    """Read a task list again.

    Formulas are not computed; what a spreadsheet program last showed in their cells counts.

    Parameters
    ----------
    path : str or Path
    limits : Limits
        ``max_bytes``, ``max_members``, ``max_expanded_bytes`` and ``max_ratio`` hold.

    Returns
    -------
    OldTasks

    Raises
    ------
    InputError
        If the file cannot be read, or is no task list of this library, or its first sheet has
        lost the columns by which its duties are found.
    """
    sheets = read_sheets(path, limits)
    memory = memory_in(sheets.pop(MEMORY_SHEET, []))
    tables = {
        name: table
        for name, rows in sheets.items()
        if (table := table_in(name, rows, memory)) is not None
    }
    _check(path, sheets, tables, memory)
    main = TASK_SHEET if TASK_SHEET in tables else _first(tables, memory)
    ours = _of_leads({name: table for name, table in tables.items() if name != main}, memory)
    read = {main, *(sheet.name for sheet in ours)}
    others = [(name, plain_rows(rows)) for name, rows in sheets.items() if name not in read]
    warnings = [*_notes(tables, read), *(_copied(name, name in tables) for name, _ in others)]
    first = tables[main].lines
    if main != TASK_SHEET and main in (memory.sheets or {}):
        # The first sheet is gone, which says nothing of single duties.
        first, ours = [*first, *(line for sheet in ours for line in sheet.lines)], []
    return replace(_merged(first, ours, memory), others=others, warnings=tuple(warnings))


def _check(
    path: str | Path, sheets: dict[str, list[Row]], tables: dict[str, Table], memory: Memory
) -> None:
    """Refuse what is no task list, and one of which the duties cannot be found."""
    titles = ", ".join(TASK_COLUMNS[key] for key in NEEDED)
    if memory.lines and TASK_SHEET in sheets and TASK_SHEET not in tables:
        raise InputError(
            path,
            f"sheet {TASK_SHEET!r} has lost the titles of its columns ({titles})",
            "put them back, or take the backup",
            "unsupported",
        )
    if not tables:
        raise InputError(
            path,
            f"this is no task list: no sheet has the columns {titles}",
            "give a workbook that was written as a task list, or another path",
            "unsupported",
        )


def _first(tables: dict[str, Table], memory: Memory) -> str:
    """Return the sheet with the most duties, of several one whose name is not that of a lead.

    That is the first sheet under another name; a copy of a few rows holds fewer than a lead does.
    """

    def rank(name: str) -> tuple[int, bool]:
        duties = sum(bool(line.text("id")) for line in tables[name].lines)
        return duties, name not in (memory.sheets or ())

    return max(tables, key=rank)


def _of_leads(tables: dict[str, Table], memory: Memory) -> list[_Sheet]:
    """Return the sheets of the leads: by name, and, where one is missing, by its duties."""
    if memory.sheets is None:
        return [_Sheet(name, "", table.lines) for name, table in tables.items()]
    missing = {
        lead.casefold(): lead for name, lead in memory.sheets.items() if lead and name not in tables
    }
    found = []
    for name, table in tables.items():
        lead = memory.sheets.get(name)
        if lead is None:
            lead = next(
                (missing.pop(key) for key in _common(table, memory) if key in missing), None
            )
        if lead is not None:
            found.append(_Sheet(name, lead, table.lines))
    return found


def _common(table: Table, memory: Memory) -> list[str]:
    """Return the leads that all duties of a sheet share."""
    of = [
        memory.lines[key].leads for line in table.lines if (key := line.text("id")) in memory.lines
    ]
    return [
        lead
        for lead in map(str.casefold, of[0] if of else ())
        if all(lead in map(str.casefold, leads) for leads in of)
    ]


def _notes(tables: dict[str, Table], read: set[str]) -> list[AnalysisWarning]:
    sheets: dict[str, list[str]] = {}
    for name, table in tables.items():
        for note in table.notes if name in read else ():
            sheets.setdefault(note, []).append(repr(name))
    return [
        AnalysisWarning(
            "list_understood",
            f"{'sheet' if len(names) == 1 else 'sheets'} {', '.join(names)}: {note}",
        )
        for note, names in sheets.items()
    ]


def _copied(name: str, has_titles: bool) -> AnalysisWarning:
    message = f"sheet {name!r}: only its values are kept, without formulas, drawings and formats"
    if has_titles:
        message += "; it is no sheet of the list, and what is written there counts for no duty"
    return AnalysisWarning("sheet_copied", message)


# --- what people wrote ----------------------------------------------------------------------------


def _merged(main: list[Line], ours: list[_Sheet], memory: Memory) -> OldTasks:
    known: dict[str, Line] = {}
    own: dict[str, Line] = {}
    seen: Counter[str] = Counter()
    for line in main:
        _file_in(line, known, own, seen)
    missing = [key for key in memory.lines if key not in known]
    elsewhere: dict[str, list[tuple[str, Line]]] = {}
    for sheet in ours:
        seen.clear()  # the row that stands in two sheets is one, the row that stands twice in one two
        for line in sheet.lines:
            key = line.text("id")
            if key in known or key in memory.lines:
                elsewhere.setdefault(key, []).append((sheet.name, line))
            else:
                _file_in(_of(sheet.lead, line), known, own, seen)
    deleted = []
    for key in missing:
        before = memory.lines[key]
        found = elsewhere.get(key, [])
        if _settled(before, found, before) != before:
            # Whoever writes into a row does not want it to be gone.
            line = found[0][1]
            known[key] = replace(line, cells=line.cells | before.cells, change="restored")
        elif not key.startswith(OWN):
            deleted.append(before)
    settled = [
        _settled(line, elsewhere.get(key, ()), memory.lines.get(key, Line({})))
        for key, line in known.items()
    ]
    is_own = [line.text("id").startswith(OWN) for line in settled]
    return OldTasks(
        [line for line, mine in zip(settled, is_own, strict=True) if not mine],
        [line for line, mine in zip(settled, is_own, strict=True) if mine] + list(own.values()),
        deleted,
    )


def _of(lead: str, line: Line) -> Line:
    """Give a row that somebody added to the sheet of a lead that lead."""
    if line.text("lead") or not lead:
        return line
    return replace(line, cells=line.cells | {"lead": lead}, leads=(lead,))


def _file_in(line: Line, known: dict[str, Line], own: dict[str, Line], seen: Counter[str]) -> None:
    """Put a row among the duties, or, where it is not the one row of its id, among people's own."""
    key = line.text("id")
    if key and key not in known:
        known[key] = line
        return
    same = key and (line.cells, line.extra) == (known[key].cells, known[key].extra)
    if same and not key.startswith(OWN):
        return
    extra = {title: value for title, value in line.extra.items() if value is not None}
    content = repr((sorted((k, str(v)) for k, v in line.cells.items() if v), extra))
    seen[content] += 1
    content += f" {seen[content]}" if seen[content] > 1 else ""
    name = OWN + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    leads = leads_in(line.cells.get("lead"))
    own.setdefault(name, replace(line, cells=line.cells | {"id": name}, leads=leads, said={}))


def _settled(line: Line, elsewhere: Sequence[tuple[str, Line]], before: Line) -> Line:
    """Decide between the sheets: who changed a cell is right, the main sheet before the others.

    What is overruled is kept in the note.
    """
    cells, extra = dict(line.cells), dict(line.extra)
    overruled: list[str] = []
    for key in [key for key in before.cells if key != "id"] or WRITTEN:
        said = [(name, other.cells.get(key)) for name, other in elsewhere]
        cells[key], lost = _latest(before.cells.get(key), cells.get(key), said)
        title = "" if key == "note" else f"{TASK_COLUMNS[key]}: "
        overruled += [ON_SHEET.format(sheet=name, text=f"{title}{text}") for name, text in lost]
    for title in dict.fromkeys(
        t for other in (line, *(o for _, o in elsewhere)) for t in other.extra
    ):
        told = [(name, other.extra[title]) for name, other in elsewhere if title in other.extra]
        value, lost = _latest(before.extra.get(title), extra.get(title), told)
        overruled += [ON_SHEET.format(sheet=name, text=f"{title}: {text}") for name, text in lost]
        if value is not None or title in extra:  # a column that was deleted stays so
            extra[title] = value
    if overruled:
        note = cells.get("note")
        parts = [*([str(note)] if note is not None else []), *overruled]
        cells["note"] = printable("\n".join(dict.fromkeys(parts)))
    leads = line.leads
    if "lead" in before.cells and plain(cells.get("lead")) != plain(before.cells["lead"]):
        leads = leads_in(cells.get("lead"))
    return replace(line, cells=cells, leads=leads, extra=extra)


_Value = TypeVar("_Value", bound="Cell | Formula")


def _latest(
    old: _Value, value: _Value, elsewhere: Iterable[tuple[str, _Value]]
) -> tuple[_Value, list[tuple[str, str]]]:
    """Return what counts of a cell, and what other sheets say that does not count."""
    lost = []
    for name, said in elsewhere:
        if _same(said, old) or _same(said, value):
            continue
        if _same(value, old):
            value = said
        elif said is not None:
            lost.append((name, str(said) if isinstance(said, str) else in_words(said)))
    return value, lost


def _same(one: Cell | Formula, other: Cell | Formula) -> bool:
    if isinstance(one, Formula) or isinstance(other, Formula):
        return str(one) == str(other)  # the memory holds it as text
    return one == other
