"""Plain text files: decoded, never rewritten."""

from __future__ import annotations

from vndirective.core.errors import InputError
from vndirective.reading.content import Content
from vndirective.reading.encodings import decode
from vndirective.reading.limits import describe

__all__ = ["read_text"]


def read_text(data: bytes, path: str, encoding: str | None = None) -> Content:
    """Decode a text file; line ends, marks and spacing stay as they are.

    Raises
    ------
    ArgumentError, InputError
        As :func:`~vndirective.reading.encodings.decode`; ``unsupported`` for a document of
        another format, or a binary file, under the name of a text file.
    """
    if kind := describe(data):
        raise InputError(
            path, f"this is {kind}, not a text file", "rename or convert it", "unsupported"
        )
    text, name = decode(data, path, encoding)
    if "\0" in text:
        raise InputError(
            path, f"read as {name} it holds NUL characters", "give a text file", "unsupported"
        )
    return Content(text, ((0, len(text), None, None, None),), encoding=name)
