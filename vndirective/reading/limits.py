"""What may be opened: size limits, and the checks made before a byte is interpreted."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, InputError

__all__ = [
    "DEFAULT_LIMITS",
    "Limits",
    "check_chars",
    "check_file",
    "describe",
    "limits_of",
    "read_bytes",
    "status",
]


#: What clocks and systems can hold.
_MOST_SECONDS, _MOST = 10**6, 2**62


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may cost.

    Attributes
    ----------
    max_bytes : int
        Size of a file on disk.
    max_members : int
        Files inside a package such as .docx.
    max_expanded_bytes : int
        Sum of the expanded sizes of the package parts that are read; pictures are not read.
    max_ratio : int
        Expanded over compressed size of one part, looked at from its first mebibyte on: small
        parts of repeated markup compress well without being an attack.
    max_pages : int
        Pages of a PDF.
    max_chars : int
        Code points of the text, whatever it is read from, a text in memory included.
    max_seconds : float or None
        Time for one file that is no plain text. Such files are parsed in a process of their own,
        which is killed then; None parses them in the calling process, for as long as it takes.
    max_memory : int
        Bytes of memory for that process, where the system can tell it (not on Windows, macOS).

    Raises
    ------
    ArgumentError
        If a limit is no number above 0.
    """

    max_bytes: int = 100 * 2**20
    max_members: int = 10_000
    max_expanded_bytes: int = 64 * 2**20
    max_ratio: int = 250
    max_pages: int = 2_000
    max_chars: int = 20_000_000
    max_seconds: float | None = 120.0
    max_memory: int = 1536 * 2**20

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            optional = field.name == "max_seconds"
            valid = isinstance(value, (int, float) if optional else int) and 0 < value <= (
                _MOST_SECONDS if optional else _MOST
            )
            if not valid and not (optional and value is None):
                kind = (
                    f"seconds above 0 up to {_MOST_SECONDS:,}, or None"
                    if optional
                    else "an int above 0"
                )
                raise ArgumentError(field.name, value, kind)

    @classmethod
    def parse(cls, settings: Iterable[str]) -> Limits:
        """Return the default limits with changes written as ``name=value``.

        Parameters
        ----------
        settings : iterable of str
            For example ``["max_pages=5000", "max_seconds=none"]``.

        Raises
        ------
        ArgumentError
            If a name or a value is not valid.
        """
        names = [field.name for field in fields(cls)]
        changed: dict[str, int | float | None] = {}
        for setting in arguments.texts("settings", settings, "a list of NAME=VALUE"):
            name, _, text = setting.partition("=")
            if name not in names:
                raise ArgumentError("limit", setting, f"NAME=VALUE, NAME one of {', '.join(names)}")
            try:
                changed[name] = _number(text.strip().replace("_", ""))
            except ValueError as error:
                raise ArgumentError("limit", setting, f"{name}=a number above 0") from error
        return cls(**changed)  # type: ignore[arg-type]


def _number(text: str) -> int | float | None:
    if text.lower() == "none":
        return None
    return float(text) if "." in text else int(text)


DEFAULT_LIMITS = Limits()


def limits_of(given: object) -> Limits:
    """Return the limits that a caller gives.

    Raises
    ------
    ArgumentError
        If they are something else.
    """
    return arguments.instance("limits", given, Limits, "Limits(...), with what shall differ")


_LONGEST_PATH = 4096  # PATH_MAX of Linux, the longest of the systems
_SHOWN = 60

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP package, such as a .docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document, such as a .doc"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
)


def describe(data: bytes) -> str | None:
    """Say in words what the first bytes of a file show it to be, or None where they do not."""
    return next((kind for magic, kind in _SIGNATURES if data.startswith(magic)), None)


def status(path: str | Path) -> os.stat_result:
    """Look a path up, links followed.

    Raises
    ------
    InputError
        With code ``missing`` or ``no_permission``.
    """
    try:
        return Path(path).stat()
    except PermissionError as error:
        raise _forbidden(path) from error
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: a NUL in the name
        if getattr(error, "errno", None) == errno.ELOOP or isinstance(error, RuntimeError):
            raise InputError(
                path, "its links lead in a circle", "give the file itself", "not_a_file"
            ) from error
        raise _missing(path) from error


def check_file(path: str | Path, limits: Limits) -> None:
    """Refuse what must not be opened: folders, devices, pipes, files above the size limit.

    Raises
    ------
    InputError
        With code ``missing``, ``no_permission``, ``not_a_file`` or ``too_large``.
    """
    found = status(path)
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "a device, pipe or socket"
        raise InputError(path, f"this is {what}, not a file", "give a document", "not_a_file")
    if found.st_size > limits.max_bytes:
        raise _too_large(path, found.st_size, limits)


def read_bytes(path: str | Path, limits: Limits) -> bytes:
    """Read a whole file once it has passed :func:`check_file`.

    Raises
    ------
    InputError
        As :func:`check_file`; ``empty`` for a file of 0 bytes.
    """
    check_file(path, limits)
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.max_bytes + 1)
    except PermissionError as error:
        raise _forbidden(path) from error
    except FileNotFoundError as error:
        raise _missing(path) from error
    except OSError as error:
        raise InputError(
            path, f"reading failed ({error.strerror})", "check the drive and try again", "damaged"
        ) from error
    if not data:
        raise InputError(path, "the file has 0 bytes", "give a document that holds text", "empty")
    if len(data) > limits.max_bytes:  # it grew after the check, or reports no size
        raise _too_large(path, len(data), limits)
    return data


def check_chars(path: str | Path, length: int, limits: Limits) -> None:
    """Refuse a text that has more code points than the limit.

    Raises
    ------
    InputError
        With code ``too_large``.
    """
    if length > limits.max_chars:
        raise InputError(
            path,
            f"its text is longer than {limits.max_chars:,} characters",
            "split the document, or raise the limit max_chars",
            "too_large",
        )


def _missing(path: str | Path) -> InputError:
    name = str(path)
    if "\n" in name or len(name) > _LONGEST_PATH:
        start = " ".join(name[:_SHOWN].split())
        remedy = "pass it as text=… to analyze"
        return InputError(f"{start}…", "this is a text, not a path", remedy, "missing")
    return InputError(path, "no such file or folder", "check the spelling of the path", "missing")


def _forbidden(path: str | Path) -> InputError:
    return InputError(
        path, "no permission to read it", "change its permissions or copy it", "no_permission"
    )


def _too_large(path: str | Path, size: int, limits: Limits) -> InputError:
    return InputError(
        path,
        f"{size:,} bytes are above the limit of {limits.max_bytes:,}",
        "split or shrink it, or raise the limit max_bytes",
        "too_large",
    )
