"""Where the command line writes: what is refused before documents are read, what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from vndirective.core.errors import ArgumentError, InputError
from vndirective.export.files import check_folder, replace_kept, write_whole
from vndirective.reading import collect
from vndirective.reading.limits import status

__all__ = ["check_outputs", "check_task_files", "write_text"]


def check_outputs(out: Iterable[Path | None], read: Iterable[Path | None]) -> None:
    """Refuse files without a folder, and files that are read themselves.

    Parameters
    ----------
    out : iterable of Path or None
        The files that will be written.
    read : iterable of Path or None
        The files and folders that will be read.

    Raises
    ------
    InputError
        If a folder is missing.
    ArgumentError
        If a file of ``out`` is one of those that are read.
    """
    wanted = [path for path in out if path is not None]
    for path in wanted:
        check_folder(path)
    there = [path for path in wanted if path.exists()]
    for source in _files(read) if there else ():
        for path in there:
            if path.samefile(source):
                raise ArgumentError(
                    "--out", str(path), f"another file: {source} is read and would be lost"
                )


def _files(read: Iterable[Path | None]) -> Iterable[Path]:
    for path in read:
        if path is None or not path.exists():
            continue
        try:
            yield from collect([path])
        except InputError:  # whoever reads it says so
            continue


def check_task_files(out: Sequence[Path], update: Path | None) -> None:
    """Refuse names of task lists that cannot be written or brought up to date.

    Raises
    ------
    ArgumentError, InputError
    """
    for path in out:
        if path.suffix.lower() not in (".xlsx", ".ics"):
            raise ArgumentError("--out", str(path), "a name that ends in .xlsx or .ics")
        if update is not None and path.resolve() == update.resolve():
            raise ArgumentError("--out", str(path), "another file than --update, or none")
    if update is not None:
        if update.suffix.lower() != ".xlsx":
            valid = "a task list that ends in .xlsx; a calendar is written anew with --out"
            raise ArgumentError("--update", str(update), valid)
        if not update.exists():
            remedy = "write the list first: --out instead of --update"
            raise InputError(update, "no such file", remedy, "missing")
        status(update)


def write_text(path: Path, text: str, *, kept: bool = False) -> Path | None:
    """Write a text; return where another text that stood there is kept, if it shall be."""
    data = text.encode("utf-8", "replace") + b"\n"
    if kept:
        return replace_kept(path, data)
    write_whole(path, data)
    return None
