"""The one rooted tree of errors.

Every message names the file or argument, the value met, what is valid and the remedy, on one
line, so that a command line can print it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

__all__ = [
    "ArgumentError",
    "CodebookError",
    "InputError",
    "MissingPackageError",
    "NotClassifiedError",
    "ResourceError",
    "VndirectiveError",
]


class VndirectiveError(Exception):
    """Base of every error that this library raises on purpose."""

    #: A short stable name of the failure, as written to ``errors.jsonl``.
    code: str = "error"


#: So much of a value is shown: the start and, as of a path, the end.
_START, _END = 70, 40


def _shown(value: object) -> str:
    """Return a value as it is written in Python, in one line, shortened."""
    written = " ".join(repr(value).split())
    if len(written) <= _START + _END:
        return written
    return f"{written[:_START]}…{written[-_END:]}"


class InputError(VndirectiveError):
    """A file or folder cannot be read.

    Parameters
    ----------
    path : str or Path
        The file as the caller named it.
    reason : str
        What is wrong with it.
    remedy : str
        What the user can do about it.
    code : str
        A short stable name: ``missing``, ``empty``, ``encoding``, ``unsupported``,
        ``encrypted``, ``damaged``, ``too_large``, ``no_text``, ``no_permission``,
        ``not_a_file``, ``no_documents``, ``no_program``, ``timeout``, ``killed``.
    """

    def __init__(self, path: str | Path, reason: str, remedy: str, code: str) -> None:
        super().__init__(path, reason, remedy, code)
        self.path = str(path)
        self.reason = reason
        self.remedy = remedy
        self.code = code

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.remedy}"


class ArgumentError(VndirectiveError, ValueError):
    """An argument has a value that is not valid.

    Parameters
    ----------
    argument : str
        Name of the argument.
    value : object
        The value given.
    valid : str or iterable of str
        What would have been valid: a sentence, or the valid values.
    """

    code = "argument"

    def __init__(self, argument: str, value: object, valid: str | Iterable[str]) -> None:
        valid = valid if isinstance(valid, str) else "one of " + ", ".join(map(repr, valid))
        super().__init__(argument, value, valid)
        self.argument = argument
        self.value = value
        self.valid = valid

    def __str__(self) -> str:
        return self.named(self.argument)

    def named(self, argument: str) -> str:
        """Return the message with another name of the argument, such as that of an option."""
        if argument.startswith("-") and self.value is None:
            return f"{argument} is missing: give {self.valid}"
        return f"{argument}={_shown(self.value)} is not valid: give {self.valid}"


class CodebookError(VndirectiveError, ValueError):
    """A codebook of themes is missing, malformed or contradicts itself."""

    code = "codebook"

    def __init__(self, path: str | Path, reason: str, remedy: str) -> None:
        super().__init__(path, reason, remedy)
        self.path = str(path)
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.remedy}"


class ResourceError(VndirectiveError):
    """A lexicon or a model file is missing, damaged or of another format version."""

    code = "resource"


class MissingPackageError(VndirectiveError, ImportError):
    """A package is missing that only this function needs.

    Parameters
    ----------
    function : str
        What was called.
    package : str
        What it needs.
    """

    code = "no_package"

    def __init__(self, function: str, package: str) -> None:
        super().__init__(function, package)
        self.function = function
        self.package = package

    def __str__(self) -> str:
        return (
            f"{self.function} needs {self.package}, which is not installed; "
            f"pip install {self.package}"
        )


class NotClassifiedError(VndirectiveError, AttributeError):
    """Themes were asked of a document that has not been classified yet."""

    code = "not_classified"
