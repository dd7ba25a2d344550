"""Tables of cases: the first column names the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest


def cases(rows: Iterable[tuple[Any, ...]], bugs: Mapping[str, str] | None = None) -> list[Any]:
    """Return the rows as parameters; ``bugs`` holds the known failures, by name of the case."""
    bugs = bugs or {}
    table = list(rows)
    names = [row[0] for row in table]
    assert len(set(names)) == len(names), "two cases have the same name"
    assert set(bugs) <= set(names), "a bug names no case"
    return [
        pytest.param(
            *row[1:],
            id=row[0],
            marks=[pytest.mark.xfail(strict=True, reason=bugs[row[0]])] if row[0] in bugs else [],
        )
        for row in table
    ]
