"""Many files: order, bounded memory, and a process that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from vndirective.batch import each
from vndirective.core.errors import ArgumentError
from vndirective.core.records import Failure


# Top-level functions: what goes to another process must be picklable.
def echo(path: str) -> str:
    return f"{path} read"


def slow_if_early(path: str) -> str:
    time.sleep(0.2 if path == "0" else 0.0)
    return path


def die_on_bad(path: str) -> str:
    if path.startswith("bad"):
        os._exit(1)
    return path


def fail_on_bad(path: str) -> str | Failure:
    return Failure(path, "empty", f"{path}: it holds no text") if path == "bad" else path


def raise_on_bad(path: str) -> str:
    if path == "bad":
        raise RuntimeError("a defect of the library")
    return path


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_no_path_no_result(n_jobs: int) -> None:
    assert list(each(echo, [], n_jobs=n_jobs)) == []


@pytest.mark.parametrize("n_jobs", [1, 2, 50])
def test_one_path(n_jobs: int) -> None:
    assert list(each(echo, ["a"], n_jobs=n_jobs)) == ["a read"]


@pytest.mark.parametrize("n_jobs", [0, -1])
def test_a_number_of_processes_below_one_is_refused(n_jobs: int) -> None:
    with pytest.raises(ArgumentError, match=f"n_jobs={n_jobs} is not valid"):
        list(each(echo, ["a"], n_jobs=n_jobs))


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_results_come_in_the_order_of_the_paths(n_jobs: int) -> None:
    paths = [str(n) for n in range(12)]
    assert list(each(slow_if_early, paths, n_jobs=n_jobs)) == paths


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_failures_are_handed_on(n_jobs: int) -> None:
    results = list(each(fail_on_bad, ["a", "bad", "b"], n_jobs=n_jobs))
    assert results == ["a", Failure("bad", "empty", "bad: it holds no text"), "b"]


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_a_defect_is_not_swallowed(n_jobs: int) -> None:
    with pytest.raises(RuntimeError, match="a defect of the library"):
        list(each(raise_on_bad, ["a", "bad", "b"], n_jobs=n_jobs))


KILLED = [
    ["bad", "a", "b", "c"],
    ["a", "b", "c", "bad"],
    ["a", "bad", "b", "bad2", "c", "d", "e"],
    ["bad", "bad2"],
]


@pytest.mark.parametrize("paths", KILLED, ids=["first", "last", "two", "all"])
def test_a_killed_process_fails_its_file_only(paths: list[str]) -> None:
    results = list(each(die_on_bad, paths, n_jobs=2))
    assert len(results) == len(paths)
    for path, result in zip(paths, results, strict=True):
        if path.startswith("bad"):
            assert isinstance(result, Failure)
            assert (result.path, result.code) == (path, "killed")
            assert path in result.message
        else:
            assert result == path


def test_a_single_thread_yields_before_the_next_is_read() -> None:
    read: list[str] = []

    def note(path: str) -> str:
        read.append(path)
        return path

    results: Iterator[object] = each(note, ["a", "b", "c"], n_jobs=1)
    assert next(results) == "a"
    assert read == ["a"]


LEFT_EARLY = """
from vndirective.batch import each

for _ in range(4):
    results = each(len, [str(n) for n in range(40)], n_jobs=2)
    assert next(results) == 1
    results.close()
"""


def test_a_stream_may_be_left_early_in_silence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEFT_EARLY], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
