"""Many files in many processes, in order, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from vndirective.core import arguments
from vndirective.core.records import Failure

__all__ = ["each"]

T = TypeVar("T")


def each(
    function: Callable[[str], T | Failure], paths: Sequence[str], *, n_jobs: int
) -> Iterator[T | Failure]:
    """Apply a function to each path, in the order of the paths.

    Parameters
    ----------
    function : callable
        Picklable where ``n_jobs`` is above 1; returns a `Failure` for a file it cannot read.
    paths : sequence of str
    n_jobs : int
        Processes, at least 1.

    Returns
    -------
    iterator of object or Failure
        A file that kills its process is a failure with the code ``killed``; the others go on.

    Raises
    ------
    ArgumentError
        If ``n_jobs`` is below 1.
    """
    n_jobs = arguments.number("n_jobs", n_jobs, 1, "a number of processes, 1 or more")
    if n_jobs == 1 or len(paths) < 2:
        return map(function, paths)
    return _parallel(function, paths, min(n_jobs, len(paths)))


def _parallel(
    function: Callable[[str], T | Failure], paths: Sequence[str], n_jobs: int
) -> Iterator[T | Failure]:
    from joblib.externals.loky import ProcessPoolExecutor
    from joblib.externals.loky.process_executor import BrokenProcessPool

    at = 0
    executor = ProcessPoolExecutor(max_workers=n_jobs)
    waiting: deque[Any] = deque()
    try:
        while at < len(paths):
            # A few tasks ahead of the one that is waited for: memory stays bounded.
            waiting = deque(executor.submit(function, p) for p in paths[at : at + 2 * n_jobs])
            ahead = at + len(waiting)
            try:
                while waiting:
                    result = waiting[0].result()
                    waiting.popleft()
                    if ahead < len(paths):
                        waiting.append(executor.submit(function, paths[ahead]))
                        ahead += 1
                    at += 1
                    yield result
            except BrokenProcessPool:
                # One of the files under way killed a process, and the pool with it. The first
                # one is tried alone, so that the guilty file is told from its neighbors.
                executor.shutdown(wait=False)
                executor = ProcessPoolExecutor(max_workers=1)
                try:
                    yield executor.submit(function, paths[at]).result()
                except BrokenProcessPool:
                    yield Failure(
                        paths[at], "killed",
                        f"{paths[at]}: the process that read it was killed; it may be too large or damaged",
                    )  # fmt: skip
                at += 1
                executor.shutdown(wait=False)
                executor = ProcessPoolExecutor(max_workers=n_jobs)
    finally:
        # A caller that stops early leaves a few tasks behind: those that have not begun are
        # dropped, the others end by themselves.
        for future in waiting:
            future.cancel()
        executor.shutdown(wait=True)
