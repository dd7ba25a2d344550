"""Writing a result to disk: whole or not at all, and what was there before beside it."""

from __future__ import annotations

import contextlib
import operator
from collections.abc import Callable
from pathlib import Path

from vndirective.core.errors import InputError
from vndirective.reading.limits import DEFAULT_LIMITS, Limits, read_bytes

__all__ = ["backup_of", "check_folder", "make_folder", "replace_kept", "write_whole"]


def make_folder(path: str | Path) -> Path:
    """Make a folder, with those above it, if it is not there.

    Raises
    ------
    InputError
        If a file stands in its place, or it may not be made.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            path,
            f"no folder can be made there ({error.strerror})",
            "give another path",
            "not_a_file",
        ) from error
    return folder


def check_folder(path: str | Path) -> None:
    """Refuse a file for which there is no folder: a name that was mistyped makes none.

    Raises
    ------
    InputError
        If the folder of the file is missing.
    """
    if not Path(path).parent.is_dir():
        raise InputError(path, "the folder does not exist", "create it first", "missing")


def backup_of(path: str | Path) -> Path:
    """Return where a file is kept as it is: ``tasks.bak.xlsx``, or the next number.

    A backup that is there stays, since it may hold what a later state has lost.
    """
    suffix = Path(path).suffix
    backup, number = Path(path).with_suffix(f".bak{suffix}"), 1
    while backup.is_file():
        number += 1
        backup = Path(path).with_suffix(f".bak-{number}{suffix}")
    return backup


def replace_kept(
    path: str | Path,
    data: bytes,
    same: Callable[[bytes, bytes], bool] = operator.eq,
    limits: Limits = DEFAULT_LIMITS,
) -> Path | None:
    """Write a file; what stood there and is not the same is kept beside, see :func:`backup_of`.

    Parameters
    ----------
    path : str or Path
    data : bytes
    same : callable
        Takes what is there and ``data``.
    limits : Limits
        What the file that is there may cost to read.

    Returns
    -------
    Path or None
        Where the other content is kept, if there was any.

    Raises
    ------
    InputError
        If what is there cannot be read, or the file or the copy not be written.
    """
    there = Path(path)
    old = read_bytes(there, limits) if there.is_file() and there.stat().st_size else data
    backup = None if same(old, data) else backup_of(there)
    if backup is not None:
        write_whole(backup, old)
    write_whole(there, data)
    return backup


def write_whole(path: str | Path, data: bytes) -> None:
    """Write a file beside its final place, then move it there in one step.

    Parameters
    ----------
    path : str or Path
        An existing file is replaced.
    data : bytes

    Raises
    ------
    InputError
        If the folder is missing or the file may not be replaced (on Windows: because it is
        open in another program). A file that was there before is then unchanged.
    """
    path = Path(path)
    partial = path.with_name(path.name + ".tmp")
    try:
        if path.exists() and not path.is_file():  # a pipe or device is written to, not replaced
            path.write_bytes(data)
            return
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        check_folder(path)
        raise InputError(
            path,
            f"cannot be written ({error.strerror})",
            "close it in other programs or give another path",
            "no_permission",
        ) from error
