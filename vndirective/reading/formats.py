"""The formats: from the bytes of a file to content, by its suffix."""

from __future__ import annotations

from typing import NamedTuple

from vndirective.reading.content import Content
from vndirective.reading.limits import Limits

__all__ = ["FORMATS", "Format", "convert"]


class Format(NamedTuple):
    """How files with one suffix are read.

    Attributes
    ----------
    media_type : str
    reader : str
        The module of this package that turns their bytes into content; `convert` has its branch.
    apart : bool
        In a process of its own, because it is parsed by a library in C.
    office : bool
        LibreOffice turns them into .docx before.
    """

    media_type: str
    reader: str
    apart: bool = True
    office: bool = False


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: Suffixes of the files that can be read.
FORMATS: dict[str, Format] = {
    ".txt": Format("text/plain", "text", apart=False),
    ".docx": Format(_DOCX, "docx"),
    ".pdf": Format("application/pdf", "pdf"),
    ".html": Format("text/html", "html"),
    ".htm": Format("text/html", "html"),
    ".doc": Format("application/msword", "docx", office=True),
    ".rtf": Format("application/rtf", "docx", office=True),
    ".odt": Format("application/vnd.oasis.opendocument.text", "docx", office=True),
}


def convert(data: bytes, suffix: str, path: str, encoding: str | None, limits: Limits) -> Content:
    """Turn bytes into content: a pure function, which may as well run in another process.

    Raises
    ------
    ArgumentError
        If ``encoding`` is no known text encoding.
    InputError
        If the bytes cannot be read.
    """
    # Each library is loaded only where its format is met.
    reader = FORMATS[suffix].reader
    if reader == "docx":
        from vndirective.reading.docx import read_docx

        return read_docx(data, path, limits)
    if reader == "pdf":
        from vndirective.reading.pdf import read_pdf

        return read_pdf(data, path, limits)
    if reader == "html":
        from vndirective.reading.html import read_html

        return read_html(data, path, limits, encoding)
    if reader == "text":
        from vndirective.reading.text import read_text

        return read_text(data, path, encoding)
    raise AssertionError(f"no branch for the reader {reader!r} of {suffix}")
