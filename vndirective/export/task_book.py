"""Reading a task list that people have worked in: what they wrote, and what stood there before."""

from __future__ import annotations

import hashlib
import io
import math
import unicodedata
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from vndirective.core.errors import InputError
from vndirective.export.frames import one_line
from vndirective.export.labels import (
    CHANGES,
    MEMORY_COLUMNS,
    MEMORY_SAID,
    MEMORY_SHEET,
    MEMORY_SHOWN,
    ON_SHEET,
    TASK_COLUMNS,
    TASK_SHEET,
    UNTITLED,
    printable,
)
from vndirective.export.task_lines import FROM_TEXT, Cell, Line, in_words, leads_in, plain
from vndirective.reading.limits import DEFAULT_LIMITS, Limits, describe, read_bytes

__all__ = ["OldTasks", "read_tasks"]

#: Without these a sheet is no task list.
_NEEDED = ("id", "action", "state", "note")
#: The columns that are left to people.
_WRITTEN = ("state", "note")
#: Ids of rows that people added begin so.
_OWN = "tt-"
#: People put titles above the table.
_HEADER_WITHIN = 20
_MAX_COLUMNS = 100
_MAX_ROWS = 2**20
_MAX_CELLS = 2_000_000
_RATIO_FROM = 2**20
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

_Row = tuple[Cell, ...]


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
    """

    lines: list[Line]
    own: list[Line]
    deleted: list[Line] = field(default_factory=list)
    others: list[tuple[str, list[_Row]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the list showed when it was written, and what the documents said, by id.

    A list of an early version remembers state and note only.
    """

    written: dict[str, dict[str, Cell]]
    said: dict[str, dict[str, Cell]]
    leads: dict[str, tuple[str, ...]]
    files: dict[str, str]
    sheets: frozenset[str] | None


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
        If the file cannot be read, or is no task list of this library.
    """
    sheets = _sheets(path, limits)
    memory = _memory(sheets.pop(MEMORY_SHEET, []))
    tables = {
        name: table for name, rows in sheets.items() if (table := _table(rows, memory)) is not None
    }
    if not tables:
        titles = ", ".join(TASK_COLUMNS[key] for key in _NEEDED)
        raise InputError(
            path,
            f"this is no task list: no sheet has the columns {titles}",
            "give a workbook that was written as a task list, or another path",
            "unsupported",
        )
    main = TASK_SHEET if TASK_SHEET in tables else _renamed(tables, memory)
    ours = {
        name: table
        for name, table in tables.items()
        if name != main and (memory.sheets is None or name in memory.sheets)
    }
    others = [(name, rows) for name, rows in sheets.items() if name != main and name not in ours]
    first = tables[main]
    if main != TASK_SHEET and main in (memory.sheets or frozenset()):
        # The first sheet is gone, which says nothing of single duties.
        first, ours = [line for table in (first, *ours.values()) for line in table], {}
    return _merged(first, ours, memory, others)


def _renamed(tables: dict[str, list[Line]], memory: _Memory) -> str:
    """Return the sheet with the most duties, of several one whose name is not that of a lead.

    That is the first sheet under another name; a copy of a few rows holds fewer than a lead does.
    """

    def rank(name: str) -> tuple[int, bool]:
        duties = sum(bool(line.text("id")) for line in tables[name])
        return duties, name not in (memory.sheets or ())

    return max(tables, key=rank)


# --- the file -----------------------------------------------------------------------------------


def _sheets(path: str | Path, limits: Limits) -> dict[str, list[_Row]]:
    """Return the rows of every sheet that holds something, by its name."""
    import openpyxl

    data = read_bytes(path, limits)
    _check_package(data, path, limits)
    try:
        with warnings.catch_warnings():  # of what openpyxl leaves aside, such as drop-downs
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            found = {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except _TooManyError as error:
        raise InputError(path, str(error), "delete what is no task", "too_large") from error
    except Exception as error:  # openpyxl lets through whatever a damaged part leads to
        raise _damaged(path, f"{type(error).__name__}: {error}") from error
    if sum(len(row) for rows in found.values() for row in rows) > _MAX_CELLS:
        raise InputError(
            path, f"more than {_MAX_CELLS:,} cells", "delete what is no task", "too_large"
        )
    return {name: rows for name, rows in found.items() if rows}


class _TooManyError(Exception):
    pass


def _rows(sheet: Any) -> Iterator[_Row]:
    """Yield the rows that are not blank, without the empty cells at their end."""
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    for number, row in enumerate(sheet.iter_rows(max_col=_MAX_COLUMNS, values_only=True), 1):
        if number > _MAX_ROWS:
            raise _TooManyError(f"sheet {sheet.title!r} has more than {_MAX_ROWS:,} rows")
        cells = [_cell(value) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            yield tuple(cells)


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=None)
        # A date comes back as midnight.
        return moment.date() if moment.time() == time() else moment
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, int | float | date):
        return value
    return str(value)


def _check_package(data: bytes, path: str | Path, limits: Limits) -> None:
    """Refuse what is no .xlsx, what expands beyond the limits, and XML that declares entities."""
    if not data.startswith(b"PK"):
        if _ENCRYPTED_STREAM in data:
            raise InputError(
                *(path, "it is protected by a password"),
                *("save a copy without the password", "encrypted"),
            )
        reason = f"this is {describe(data) or 'some other kind of file'}, not an .xlsx"
        raise InputError(path, reason, "give a workbook that is a task list", "unsupported")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_members(package, path, limits)
    except InputError:
        raise
    except Exception as error:  # zipfile lets through as much as openpyxl
        raise _damaged(path, f"not a readable ZIP package, {error}") from error


def _check_members(package: zipfile.ZipFile, path: str | Path, limits: Limits) -> None:
    members = package.infolist()
    if len(members) > limits.max_members:
        raise _too_large(path, "its members", "max_members", limits.max_members)
    # zipfile never expands a member beyond the size that its header names.
    if sum(member.file_size for member in members) > limits.max_expanded_bytes:
        raise _too_large(path, "its parts", "max_expanded_bytes", limits.max_expanded_bytes)
    for member in members:
        if member.file_size > max(_RATIO_FROM, limits.max_ratio * member.compress_size):
            raise _too_large(path, member.filename, "max_ratio", limits.max_ratio)
        # The NULs go so that a part in UTF-16 cannot hide its DTD.
        if b"<!DOCTYPE" in package.read(member).replace(b"\0", b""):
            raise _damaged(path, f"{member.filename} declares a DTD")


def _damaged(path: str | Path, reason: str) -> InputError:
    return InputError(
        *(path, f"it cannot be read as a workbook ({one_line(reason)[:200]})"),
        *("open it in a spreadsheet program and save it again as .xlsx", "damaged"),
    )


def _too_large(path: str | Path, what: str, limit: str, value: int) -> InputError:
    return InputError(
        *(path, f"{what}: above the limit {limit}={value:,}"),
        *(f"check where the file comes from, or raise the limit {limit}", "too_large"),
    )


# --- its tables ---------------------------------------------------------------------------------


def _named(value: Cell) -> str:
    return unicodedata.normalize("NFC", one_line(str(value or ""))).casefold()


def _memory(rows: Sequence[_Row]) -> _Memory:
    titles = [_named(value) for value in rows[0]] if rows else []
    if not all(_named(title) in titles for title in MEMORY_COLUMNS.values()):
        return _Memory({}, {}, {}, {}, None)

    def read(columns: dict[str, str]) -> list[dict[str, Cell]]:
        at = {key: titles.index(_named(title)) for key, title in columns.items()}
        return [{key: _at(row, place) for key, place in at.items()} for row in rows[1:]]

    kept = read(MEMORY_COLUMNS)
    by_id = {str(row["id"]): row for row in kept if row["id"]}
    written = {key: {name: row[name] for name in _WRITTEN} for key, row in by_id.items()}
    said: dict[str, dict[str, Cell]] = {}
    shown, told = (
        {key: title.format(title=TASK_COLUMNS[key]) for key in FROM_TEXT}
        for title in (MEMORY_SHOWN, MEMORY_SAID)
    )
    if all(_named(title) in titles for title in (*shown.values(), *told.values())):
        for row, cells, texts in zip(kept, read(shown), read(told), strict=True):
            if row["id"]:
                written[str(row["id"])] |= cells
                said[str(row["id"])] = texts
    return _Memory(
        written,
        said,
        {key: tuple(str(row["leads"] or "").split("\n")) for key, row in by_id.items()},
        {key: str(row["file"] or "") for key, row in by_id.items()},
        frozenset(str(row["sheet"]) for row in kept if row["sheet"]),
    )


def _at(row: _Row, place: int) -> Cell:
    return row[place] if place < len(row) else None


def _table(rows: Sequence[_Row], memory: _Memory) -> list[Line] | None:
    """Return the lines of a sheet, or None where it is no task list."""
    keys = {_named(title): key for key, title in TASK_COLUMNS.items()}
    for number, header in enumerate(rows[:_HEADER_WITHIN]):
        at: dict[str, int] = {}
        extra: dict[str, int] = {}
        width = max(map(len, rows[number:]))
        for place in range(width):
            title = one_line(str(_at(header, place) or ""))
            key = keys.get(_named(title))
            if key is not None and key not in at:
                at[key] = place
            else:
                extra[_free(title or UNTITLED.format(letter=_letter(place)), extra)] = place
        if all(key in at for key in _NEEDED):
            lines = (_line(row, at, extra, memory) for row in rows[number + 1 :])
            return [line for line in lines if any(map(line.text, line.cells)) or line.extra]
    return None


def _free(title: str, taken: Iterable[str]) -> str:
    """Return a title that no other column has; none of ours, which an update would look in."""
    used = {_named(name) for name in (*taken, *TASK_COLUMNS.values())}
    found, number = title, 1
    while _named(found) in used:
        number += 1
        found = f"{title} ({number})"
    return found


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place + 1)


def _line(row: _Row, at: dict[str, int], extra: dict[str, int], memory: _Memory) -> Line:
    # Numbers are given anew.
    cells = {key: _at(row, place) for key, place in at.items() if key != "no"}
    identity = one_line(str(cells.get("id") or ""))
    cells["id"] = identity
    # A column that is not there says nothing of what stood in it.
    cells = memory.written.get(identity, {}) | cells
    extra_cells = {title: _at(row, place) for title, place in extra.items()}
    # The row of a duty keeps the leads of the text; a row of people's own has those it shows.
    known = () if identity.startswith(_OWN) else memory.leads.get(identity, ())
    return Line(
        cells,
        tuple(filter(None, known)) or leads_in(cells.get("lead")),
        memory.files.get(identity, ""),
        change="gone" if cells.get("change") == CHANGES["gone"] else "",
        extra={title: value for title, value in extra_cells.items() if value is not None},
        said=memory.said.get(identity, {}),
    )


# --- what people wrote ----------------------------------------------------------------------------


def _merged(
    main: list[Line],
    ours: dict[str, list[Line]],
    memory: _Memory,
    others: list[tuple[str, list[_Row]]],
) -> OldTasks:
    known: dict[str, Line] = {}
    own: dict[str, Line] = {}
    for line in main:
        _file_in(line, known, own)
    missing = [key for key in memory.written if key not in known]
    elsewhere: dict[str, list[tuple[str, Line]]] = {}
    for name, lines in ours.items():
        for line in lines:
            key = line.text("id")
            if key in known or key in memory.written:
                elsewhere.setdefault(key, []).append((name, line))
            else:
                _file_in(line, known, own)
    deleted = []
    for key in missing:
        before = memory.written[key]
        line = Line(
            {**before, "id": key},
            tuple(filter(None, memory.leads[key])),
            memory.files[key],
            said=memory.said.get(key, {}),
        )
        found = elsewhere.get(key, [])
        if _settled(line, found, before) != line:
            # Whoever writes into a row does not want it to be gone.
            known[key] = replace(found[0][1], cells=found[0][1].cells | before, change="restored")
        elif not key.startswith(_OWN):
            deleted.append(line)
    settled = [
        _settled(line, elsewhere.get(key, ()), memory.written.get(key, {}))
        for key, line in known.items()
    ]
    is_own = [line.text("id").startswith(_OWN) for line in settled]
    return OldTasks(
        [line for line, mine in zip(settled, is_own, strict=True) if not mine],
        [line for line, mine in zip(settled, is_own, strict=True) if mine] + list(own.values()),
        deleted,
        others,
    )


def _file_in(line: Line, known: dict[str, Line], own: dict[str, Line]) -> None:
    """Put a row among the duties, or, where it is not the one row of its id, among people's own."""
    key = line.text("id")
    if key and key not in known:
        known[key] = line
        return
    if key and (line.cells, line.extra) == (known[key].cells, known[key].extra):
        return
    content = repr((sorted((k, str(v)) for k, v in line.cells.items() if v), line.extra))
    name = _OWN + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    leads = leads_in(line.cells.get("lead"))
    own.setdefault(name, replace(line, cells=line.cells | {"id": name}, leads=leads, said={}))


def _settled(line: Line, elsewhere: Iterable[tuple[str, Line]], before: dict[str, Cell]) -> Line:
    """Decide between the sheets: who changed a cell is right, the main sheet before the others.

    What is overruled is kept in the note.
    """
    cells = dict(line.cells)
    overruled = []
    for key in before or _WRITTEN:
        old, value = before.get(key), cells.get(key)
        for name, other in elsewhere:
            said = other.cells.get(key)
            if said in (old, value):
                continue
            if value == old:
                value = said
            elif said is not None:
                text = str(said) if key == "note" else f"{TASK_COLUMNS[key]}: {in_words(said)}"
                overruled.append(ON_SHEET.format(sheet=name, text=text))
        cells[key] = value
    if overruled:
        note = cells.get("note")
        parts = [*([str(note)] if note is not None else []), *overruled]
        cells["note"] = printable("\n".join(dict.fromkeys(parts)))
    leads = line.leads
    if "lead" in before and plain(cells.get("lead")) != plain(before["lead"]):
        leads = leads_in(cells.get("lead"))
    return replace(line, cells=cells, leads=leads)
