"""Formats that LibreOffice reads: .doc, .rtf and .odt, turned into .docx by it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from vndirective.core.errors import InputError
from vndirective.reading.limits import Limits, describe

__all__ = ["find_program", "to_docx"]

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_RTF = b"{\\rtf"
#: How a file under each suffix may begin; Word writes .doc in three ways.
_BEGINNINGS = {".doc": (_OLE, _RTF, _ZIP), ".rtf": (_RTF,), ".odt": (_ZIP,)}
_ENCRYPTED = b"manifest:algorithm-name"
#: A profile that runs no macro and fetches nothing that a document links to.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""


def find_program() -> str | None:
    """Return where LibreOffice is, or None."""
    found = (shutil.which(name) for name in _NAMES)
    return next(filter(None, found), None) or next(filter(os.path.isfile, _PLACES), None)


def to_docx(data: bytes, suffix: str, path: str, limits: Limits) -> bytes:
    """Turn a document into a .docx.

    Parameters
    ----------
    data : bytes
    suffix : str
        Of the file, in small letters.
    path : str
        Named in errors.
    limits : Limits
        LibreOffice is killed after ``max_seconds``.

    Returns
    -------
    bytes

    Raises
    ------
    InputError
        With code ``no_program`` where LibreOffice is not installed, ``unsupported``,
        ``encrypted``, ``damaged`` or ``timeout``.
    """
    if not data.startswith(_BEGINNINGS[suffix]):
        raise InputError(
            path,
            f"this is {describe(data) or 'some other kind of file'}, not a {suffix}",
            "give it its right suffix",
            "unsupported",
        )
    if suffix == ".doc" and data.startswith(_ZIP):
        return data  # a .docx by its former name, which the reader will check
    program = find_program()
    if program is None:
        raise InputError(
            path,
            f"{suffix} is read with LibreOffice, which is not installed",
            "install LibreOffice, or save the document as .docx",
            "no_program",
        )
    with tempfile.TemporaryDirectory(prefix="vndirective-", ignore_cleanup_errors=True) as folder:
        return _run(program, Path(folder), data, suffix, path, limits)


def _run(program: str, folder: Path, data: bytes, suffix: str, path: str, limits: Limits) -> bytes:
    # A profile of its own: the user's LibreOffice may be open, and holds a lock on his.
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source = folder / f"document{suffix}"
    source.write_bytes(data)
    command = [
        program,
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--convert-to", "docx:Office Open XML Text", "--outdir", str(folder / "out")),
        str(source),
    ]
    process = subprocess.Popen(  # noqa: S603 - a program of the system, arguments of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )
    try:
        process.wait(limits.max_seconds)
    except subprocess.TimeoutExpired as error:
        raise InputError(
            path,
            f"LibreOffice took longer than {limits.max_seconds:g} seconds and was stopped",
            "save it as .docx, or raise the limit max_seconds",
            "timeout",
        ) from error
    finally:
        _kill(process)
    try:
        return (folder / "out" / "document.docx").read_bytes()
    except FileNotFoundError as error:
        if suffix == ".odt" and _ENCRYPTED in data:
            raise _encrypted(path) from error
        raise InputError(
            path,
            "LibreOffice cannot open it: it is damaged or protected by a password",
            "open it in a word processor and save it as .docx",
            "damaged",
        ) from error


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice: the program that is called only starts the one that works."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):  # all of them may have ended
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _encrypted(path: str) -> InputError:
    return InputError(
        path, "it is protected by a password", "save a copy without the password", "encrypted"
    )
