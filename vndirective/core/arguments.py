"""The checks of what callers give, in one place.

Each returns the value in the form that is worked with, or raises an `ArgumentError` that names the
argument, what was given, and what is valid. What would be taken in silence for something else is
refused: a text for the list of its letters, a table for the list of its columns.
"""

from __future__ import annotations

import operator
import os
import re
from collections.abc import Collection, Iterable, Mapping, Set
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from vndirective.core.errors import ArgumentError

__all__ = [
    "choice",
    "day",
    "instance",
    "number",
    "path",
    "several",
    "text",
    "texts",
    "values",
]

T = TypeVar("T")

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def instance(argument: str, given: object, kind: type[T], valid: str) -> T:
    """Return a value of one class."""
    if not isinstance(given, kind):
        raise ArgumentError(argument, given, valid)
    return given


def text(argument: str, given: object, valid: str = "a str") -> str:
    """Return a text."""
    return instance(argument, given, str, valid)


def choice(argument: str, given: object, valid: Collection[str]) -> str:
    """Return one of the names that are valid."""
    if not isinstance(given, str) or given not in valid:
        raise ArgumentError(argument, given, valid)
    return given


def number(argument: str, given: Any, least: int, valid: str) -> int:
    """Return a whole number, at least ``least``; those of numpy are taken as well."""
    try:
        found = None if isinstance(given, bool) else operator.index(given)
    except TypeError:
        found = None
    if found is None or found < least:
        raise ArgumentError(argument, given, valid)
    return found


def path(argument: str, given: object, valid: str) -> str | Path:
    """Return a path as the caller wrote it."""
    if isinstance(given, (str, Path)):
        return given
    if isinstance(given, os.PathLike) and isinstance(named := os.fspath(given), str):
        return named
    raise ArgumentError(argument, given, valid)


def day(argument: str, given: object) -> date:
    """Return a day: a date, a datetime, or a text ``YYYY-MM-DD``."""
    if isinstance(given, date) and given == given:  # a missing day of pandas equals nothing
        return date(given.year, given.month, given.day)
    form = "written YYYY-MM-DD, such as '2023-08-07'"
    match = _DAY.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        raise ArgumentError(argument, given, f"a date {form}")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        valid = f"a day that exists, as {given} does not, {form}"
        raise ArgumentError(argument, given, valid) from None


def values(argument: str, given: object, valid: str, *, ordered: bool = True) -> list[Any]:
    """Return the values of a list, tuple, column, array or iterator.

    A text, a mapping and a table are none of these, nor is a set where the order counts.
    """
    wrong = (str, bytes, Mapping, *([Set] if ordered else []))
    if (
        isinstance(given, wrong)
        or not isinstance(given, Iterable)
        or getattr(given, "ndim", 1) != 1
    ):
        raise ArgumentError(argument, given, valid)
    return list(given)


def texts(
    argument: str,
    given: object,
    valid: str = "a list of texts, even for a single one",
    *,
    ordered: bool = True,
) -> list[str]:
    """Return texts; a missing value among them, as tables have them, is named by its place."""
    found = values(argument, given, valid, ordered=ordered)
    for place, item in enumerate(found):
        if not isinstance(item, str):
            raise ArgumentError(f"{argument}[{place}]", item, "a str, or leave it out")
    return found


def several(argument: str, given: object, kinds: tuple[type, ...], valid: str) -> list[Any]:
    """Return one or several values of some classes as a list."""
    found = [given] if isinstance(given, kinds) else values(argument, given, valid, ordered=False)
    for place, item in enumerate(found):
        if not isinstance(item, kinds):
            raise ArgumentError(f"{argument}[{place}]", item, valid)
    return found
