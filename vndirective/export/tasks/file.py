"""A workbook that people have worked in, as rows of cells."""

from __future__ import annotations

import io
import math
import re
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import repeat
from pathlib import Path
from typing import Any

from vndirective.core.errors import InputError
from vndirective.export.frames import one_line
from vndirective.export.tasks.lines import Cell
from vndirective.reading.limits import Limits, describe, read_bytes

__all__ = ["Computed", "Row", "plain_rows", "read_sheets"]

_MAX_COLUMNS = 1000
_MAX_ROWS = 2**20
_MAX_CELLS = 2_000_000
#: Empty cells cost time too: a colored row may have 16,384 of them.
_MAX_VISITED = 10_000_000
_RATIO_FROM = 2**20
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


@dataclass(frozen=True, slots=True)
class Computed:
    """A cell with a formula: its text, the row it stands in from 1, what it showed last."""

    text: str
    row: int
    shown: Cell


Row = tuple[Cell | Computed, ...]


def plain_rows(rows: Iterable[Row]) -> list[tuple[Cell, ...]]:
    """Return rows with what their formulas showed."""
    return [tuple(c.shown if isinstance(c, Computed) else c for c in row) for row in rows]


def read_sheets(path: str | Path, limits: Limits) -> dict[str, list[Row]]:
    """Return the rows of every sheet that holds something, by its name.

    Rows that are blank and empty cells at the end of a row are left out. A range of merged cells
    is one column, the first: each of its rows has the value. Formulas are not computed.

    Parameters
    ----------
    path : str or Path
    limits : Limits
        ``max_bytes``, ``max_members``, ``max_expanded_bytes`` and ``max_ratio`` hold.

    Raises
    ------
    InputError
        If the file cannot be read, is no .xlsx, or holds more than a list may.
    """
    data = read_bytes(path, limits)
    formulas = _check_package(data, path, limits)
    try:
        with warnings.catch_warnings():  # of what openpyxl leaves aside, such as drop-downs
            warnings.simplefilter("ignore")
            shown = _opened(data, computed=True).worksheets
            written = _opened(data, computed=False).worksheets if formulas else repeat(None)
            # What one sheet holds too much is refused before the next one is read.
            found = {
                one.title: list(_rows(one, other))
                for one, other in zip(shown, written, strict=False)
            }
    except _TooManyError as error:
        raise InputError(path, str(error), "delete what is no task", "too_large") from error
    except Exception as error:  # openpyxl lets through whatever a damaged part leads to
        raise _damaged(path, f"{type(error).__name__}: {error}") from error
    if sum(len(row) for rows in found.values() for row in rows) > _MAX_CELLS:
        raise InputError(
            path, f"more than {_MAX_CELLS:,} cells", "delete what is no task", "too_large"
        )
    return {name: rows for name, rows in found.items() if rows}


def _opened(data: bytes, *, computed: bool) -> Any:
    import openpyxl

    return openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=computed, keep_links=False
    )


class _TooManyError(Exception):
    pass


def _rows(sheet: Any, formulas: Any) -> Iterator[Row]:
    merged = _merged(sheet)
    going_on: dict[int, tuple[int, Cell | Computed]] = {}
    visited = 0
    for number, (cells, texts) in enumerate(zip(_cells(sheet), _cells(formulas), strict=False), 1):
        visited += len(cells)
        if number > _MAX_ROWS:
            raise _TooManyError(f"sheet {sheet.title!r} has more than {_MAX_ROWS:,} rows")
        if visited > _MAX_VISITED:
            raise _TooManyError(f"sheet {sheet.title!r} has more than {_MAX_VISITED:,} cells")
        row: list[Cell | Computed] = [_cell(cell.value) for cell in _trimmed(cells)]
        for place, cell in enumerate(_trimmed(texts)):
            if cell.data_type == "f":
                row.extend([None] * (place + 1 - len(row)))
                shown = row[place]
                assert not isinstance(shown, Computed)  # noqa: S101 - each place comes once
                row[place] = Computed(str(cell.value), number, shown)
        while row and row[-1] is None:
            row.pop()
        if len(row) > _MAX_COLUMNS:
            raise _TooManyError(f"sheet {sheet.title!r} has more than {_MAX_COLUMNS:,} columns")
        if not row:
            continue
        for place, (last, value) in going_on.items():
            if number <= last:
                row.extend([None] * (place + 1 - len(row)))
                row[place] = value
        for place, last in merged.get(number, ()):
            going_on[place] = (last, row[place] if place < len(row) else None)
        yield tuple(row)


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    """Return cells without the empty ones at the end."""
    end = len(cells)
    while end and cells[end - 1].value is None:
        end -= 1
    return cells[:end]


def _cells(sheet: Any) -> Iterator[Any]:
    if sheet is None:
        return repeat(())
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    return iter(sheet.iter_rows())


def _merged(sheet: Any) -> dict[int, list[tuple[int, int]]]:
    """Return by its first row the column and the last row of what is merged over several rows."""
    from xml.etree.ElementTree import iterparse

    from openpyxl.utils import range_boundaries

    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    with sheet.parent._archive.open(sheet._worksheet_path) as part:
        for _, element in iterparse(part):  # noqa: S314 - DTDs were refused
            if element.tag.endswith("}mergeCell"):
                bounds = range_boundaries(element.get("ref", ""))
                left, top, _right, bottom = (bound or 1 for bound in bounds)
                if bottom > top and left <= _MAX_COLUMNS:
                    found[top].append((left - 1, bottom))
            element.clear()
    return found


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


def _check_package(data: bytes, path: str | Path, limits: Limits) -> bool:
    """Refuse what is no .xlsx, what expands beyond the limits, and XML that declares entities.

    Returns whether there are formulas.
    """
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
            return _check_members(package, path, limits)
    except InputError:
        raise
    except Exception as error:  # zipfile lets through as much as openpyxl
        raise _damaged(path, f"not a readable ZIP package, {error}") from error


def _check_members(package: zipfile.ZipFile, path: str | Path, limits: Limits) -> bool:
    members = package.infolist()
    if len(members) > limits.max_members:
        raise _too_large(path, "its members", "max_members", limits.max_members)
    # zipfile never expands a member beyond the size that its header names.
    if sum(member.file_size for member in members) > limits.max_expanded_bytes:
        raise _too_large(path, "its parts", "max_expanded_bytes", limits.max_expanded_bytes)
    formulas = False
    for member in members:
        if member.file_size > max(_RATIO_FROM, limits.max_ratio * member.compress_size):
            raise _too_large(path, member.filename, "max_ratio", limits.max_ratio)
        # The NULs go so that a part in UTF-16 cannot hide its DTD.
        content = package.read(member).replace(b"\0", b"")
        if b"<!DOCTYPE" in content:
            raise _damaged(path, f"{member.filename} declares a DTD")
        in_sheet = member.filename.startswith("xl/worksheets/")
        formulas = formulas or (in_sheet and _HAS_FORMULA.search(content) is not None)
    return formulas


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
