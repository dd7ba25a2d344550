"""Runs of the command line, as tests see them: exit code, output, errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

RIGHT, WRONG, PARTLY = 0, 2, 3


class Run(NamedTuple):
    code: int
    out: str
    err: str


Cli = Callable[..., Run]


#: A codebook with a place for an id and for a key.
CODEBOOK = """id: thu
title: Thử
version: "1"
themes:
  - {{id: so, label: Chuyển đổi số, definition: Dùng phần mềm{extra}}}
  - {{id: {second}, label: Kỷ luật, definition: Đi làm đúng giờ}}
"""


def assert_refused(run: Run, *parts: str, code: int = WRONG) -> None:
    """Assert an exit code and one line of error that names what the parts say."""
    assert run.code == code, run
    lines = run.err.splitlines()
    assert len(lines) == 1, run.err
    assert "Traceback" not in run.err
    for part in parts:
        assert part in lines[0], lines[0]
