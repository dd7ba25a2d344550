"""A user's own bodies: a table of names, short forms, level and branch."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from vndirective.core import arguments
from vndirective.core.errors import InputError

__all__ = ["BRANCHES", "LEVELS", "Agency", "load_agencies"]

LEVELS = ("central", "province", "district", "commune", "grassroots")
BRANCHES = ("party", "state", "front", "union", "enterprise")
_COLUMNS = ("name", "short", "level", "branch")
_MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Agency:
    """A body that a user names.

    Attributes
    ----------
    name : str
        The canonical name of every mention.
    short : tuple of str
        Other forms that stand for it.
    level, branch : str or None
        See `LEVELS` and `BRANCHES`.
    """

    name: str
    short: tuple[str, ...] = ()
    level: str | None = None
    branch: str | None = None


def load_agencies(path: str | Path) -> tuple[Agency, ...]:
    """Read a list of bodies.

    Parameters
    ----------
    path : str or Path
        A .csv file in UTF-8 with the columns ``name`` and, where wanted, ``short`` (forms set
        apart by ``|``), ``level`` and ``branch``; commas, semicolons or tabs between them.

    Raises
    ------
    ArgumentError
        If it is no path.
    InputError
        If the file is missing or too large, has no column ``name`` or one of another name, or
        holds an unknown level or branch.

    Examples
    --------
    A file with two bodies::

        name,short,level,branch
        Ban Quản lý Vịnh Hạ Long,BQLVHL|Ban Quản lý Vịnh,province,state
        Quỹ Vì ngày mai,,,
    """
    file = Path(arguments.path("agencies", path, "the path of a .csv file, as a str or Path"))
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise InputError(path, "is larger than 5 MB", "give a list of bodies", "too_large")
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(
            path, "no such file", "check the spelling of the path", "missing"
        ) from error
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        raise InputError(path, reason, "give a readable CSV file", "unsupported") from error
    except UnicodeDecodeError as error:
        raise InputError(
            path, "is not UTF-8 text", "save the table as CSV in UTF-8", "encoding"
        ) from error
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    try:
        return _agencies(path, rows)
    except csv.Error as error:
        remedy = "close its quotation marks and save it as CSV"
        raise InputError(path, f"is no table ({error})", remedy, "damaged") from error


def _agencies(path: str | Path, rows: csv.DictReader[str]) -> tuple[Agency, ...]:
    columns = [c.strip().lower() for c in rows.fieldnames or ()]
    if "name" not in columns:
        raise InputError(
            path, "has no column 'name'", f"head the columns {', '.join(_COLUMNS)}", "damaged"
        )
    # Programs that keep tables end each line with the separators of columns without a name.
    if unknown := [c for c in columns if c and c not in _COLUMNS]:
        raise InputError(
            path,
            f"has a column {unknown[0]!r}",
            f"head the columns {', '.join(_COLUMNS)}, and leave out others",
            "damaged",
        )
    rows.fieldnames = columns
    return tuple(
        _agency(path, number, row)
        for number, row in enumerate(rows, 2)
        if (row.get("name") or "").strip()
    )


def _agency(path: str | Path, number: int, row: dict[str, str]) -> Agency:
    values = {column: (row.get(column) or "").strip() for column in _COLUMNS}
    for column, known in (("level", LEVELS), ("branch", BRANCHES)):
        if values[column] and values[column] not in known:
            raise InputError(
                path, f"line {number}: {column} is {values[column]!r}",
                f"give one of {', '.join(known)}, or nothing", "damaged",
            )  # fmt: skip
    return Agency(
        values["name"],
        tuple(form.strip() for form in values["short"].split("|") if form.strip()),
        values["level"] or None,
        values["branch"] or None,
    )
