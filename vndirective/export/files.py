"""Writing a result to disk: whole or not at all."""

from __future__ import annotations

import contextlib
from pathlib import Path

from vndirective.core.errors import InputError

__all__ = ["write_whole"]


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
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        missing = not path.parent.is_dir()
        raise InputError(
            path,
            "the folder does not exist" if missing else f"cannot be written ({error.strerror})",
            "create it first" if missing else "close it in other programs or give another path",
            "missing" if missing else "no_permission",
        ) from error
