"""Reading: from files to text that is never changed afterwards.

``read`` takes one file, ``collect`` finds the files, ``from_text`` takes a text in memory.
Between the checks of :mod:`.limits` and the record stands one pure step, bytes to content.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from vndirective.core import arguments
from vndirective.core.errors import InputError
from vndirective.core.records import AnalysisWarning, RawDocument, Source
from vndirective.reading.content import Content
from vndirective.reading.formats import FORMATS, convert
from vndirective.reading.legacy import looks_legacy
from vndirective.reading.limits import (
    DEFAULT_LIMITS,
    Limits,
    check_chars,
    check_file,
    read_bytes,
    status,
)

__all__ = [
    "DEFAULT_LIMITS",
    "READABLE",
    "REPORT",
    "Limits",
    "collect",
    "from_text",
    "other_kinds",
    "read",
]

#: Suffixes of the files that can be read.
READABLE: tuple[str, ...] = tuple(FORMATS)

#: So many files of other kinds are named.
_NAMED = 20
#: What Windows keeps in a folder for itself.
_OF_SYSTEMS = frozenset(("desktop.ini", "thumbs.db"))
#: The files of a report on papers: a folder that holds them all holds a report, and these are no papers.
REPORT = ("coverage.html", "coverage.xlsx", "coverage.json", "papers.jsonl", "errors.jsonl")

#: How long a line may be on average, in characters, and how many items may stand inside lines.
_LONGEST_LINE, _ITEMS = 2500, 4
_ITEM = re.compile(r"(?<=[.;:] )(?:[IVX]{1,4}\.|\d{1,2}\.|[a-zđ]\)|Điều \d+\.|[-+–]) (?=[^\W\d_])")
#: More than blanks, invisible marks and the rules of an empty table.
_VISIBLE = re.compile(r"[^\s|\ufeff\u200b-\u200f\u2060]")


def read(
    path: str | Path, *, encoding: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> RawDocument:
    """Read one document.

    Parameters
    ----------
    path : str or Path
    encoding : str, optional
        Of a text file, instead of finding it out; other formats carry their own.
    limits : Limits, optional

    Returns
    -------
    RawDocument

    Raises
    ------
    InputError
        If the file cannot be read; ``code`` says why.
    ArgumentError
        If ``encoding`` is no known text encoding.
    """
    name = os.fspath(path)
    check_file(path, limits)
    suffix = Path(path).suffix.lower()
    if suffix not in FORMATS:
        kind = f"of the kind {suffix}" if suffix else "without a suffix"
        raise InputError(
            name,
            f"files {kind} cannot be read, only {', '.join(READABLE)}",
            "convert it, for example to .docx",
            "unsupported",
        )
    data = read_bytes(path, limits)
    content = _convert(data, suffix, name, encoding, limits)
    check_chars(name, len(content.text), limits)
    if not _VISIBLE.search(content.text):
        raise InputError(
            name,
            "it holds no text",
            "give a document that holds text; pictures of text need recognition (OCR) first",
            "empty",
        )
    source = Source(
        path=name,
        media_type=FORMATS[suffix].media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=content.encoding,
        map=content.map,
        apart=content.apart,
    )
    warnings = content.warnings
    if not any(warning.code == "legacy_font" for warning in warnings):
        warnings += _plain_warnings(content.text)
    return RawDocument(content.text, source, warnings, content.layout)


def from_text(text: str, *, limits: Limits = DEFAULT_LIMITS) -> RawDocument:
    """Take a text from memory as it is.

    Parameters
    ----------
    text : str
    limits : Limits, optional
        Of which ``max_chars`` holds.

    Raises
    ------
    ArgumentError
        If ``text`` is no string.
    InputError
        With code ``empty`` if it holds no text, or ``too_large``.
    """
    arguments.text("text", text)
    check_chars("<text>", len(text), limits)
    if not _VISIBLE.search(text):
        raise InputError("<text>", "it holds no text", "give a text", "empty")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    whole = ((0, len(text), None, None, None),)
    return RawDocument(text, Source(None, "text/plain", digest, None, whole), _plain_warnings(text))


def collect(paths: Iterable[str | Path]) -> list[Path]:
    """Find the documents: files as given, folders searched to the bottom.

    Hidden files, lock files of word processors (``~$…``), reports (`REPORT`) and symbolic links to
    folders are passed over in a folder; so are files of other kinds, which `other_kinds` names.

    Parameters
    ----------
    paths : iterable of str or Path

    Returns
    -------
    list of Path
        In the order given, the files of a folder sorted; each once.

    Raises
    ------
    InputError
        With code ``missing``, ``no_permission``, or ``no_documents`` for a folder without any.
    """
    if isinstance(paths, (str, Path)):
        paths = [paths]
    found: list[Path] = []
    for path in map(Path, paths):
        if stat.S_ISDIR(status(path).st_mode):
            found += _search(path)
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def other_kinds(path: str | Path) -> tuple[AnalysisWarning, ...]:
    """Name the files in a folder that are of no kind that can be read.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    tuple of AnalysisWarning
        One, or none; of a path that is no folder none.
    """
    folder = Path(path)
    found = _files(folder) if folder.is_dir() else []
    names = [
        file.relative_to(folder).as_posix()
        for file in found
        if not file.name.lower().endswith(READABLE)
    ]
    if not names:
        return ()
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    of = "file of another kind was" if len(names) == 1 else "files of other kinds were"
    message = f"{folder}: {len(names)} {of} not read: {shown}; save as .docx what holds a document"
    return (AnalysisWarning("other_kinds", message),)


def _search(folder: Path) -> list[Path]:
    found = [file for file in _files(folder) if file.name.lower().endswith(READABLE)]
    if not found:
        raise InputError(
            folder,
            f"the folder holds no document that can be read ({', '.join(READABLE)})",
            "give another folder or name the files",
            "no_documents",
        )
    return found


def _files(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise InputError(
            error.filename,
            f"the folder cannot be searched ({error.strerror})",
            "change its permissions",
            "no_permission",
        ) from error

    found = []
    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        reported = frozenset(REPORT if set(REPORT) <= set(files) else ())
        found += [
            Path(parent, name)
            for name in files
            if not name.startswith((".", "~$")) and name.lower() not in _OF_SYSTEMS | reported
        ]
    return sorted(found)


def _convert(data: bytes, suffix: str, path: str, encoding: str | None, limits: Limits) -> Content:
    how = FORMATS[suffix]
    if not how.apart:
        return convert(data, suffix, path, encoding, limits)
    if how.office:
        from vndirective.reading.office import to_docx

        data, suffix = to_docx(data, suffix, path, limits), ".docx"
    from vndirective.reading.process import convert_apart

    return convert_apart(data, suffix, path, encoding, limits)


def _plain_warnings(text: str) -> tuple[AnalysisWarning, ...]:
    found = []
    if looks_legacy(text):
        message = (
            "the text seems to be written in a font of before Unicode (TCVN3, VNI) and will not be "
            "understood: convert the document to Unicode"
        )
        found.append(AnalysisWarning("legacy_font", message))
    if text.count("\n") * _LONGEST_LINE < len(text) and len(_ITEM.findall(text)) >= _ITEMS:
        message = (
            "the items of this text stand on one line, so which of them belong together cannot be "
            "told: paste the text with its line ends, or give the file"
        )
        found.append(AnalysisWarning("no_line_ends", message))
    return tuple(found)
