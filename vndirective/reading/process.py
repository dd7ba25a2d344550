"""Parsing in another process, which is killed when it takes too long.

One such process serves all files that its parent reads, one after the other: it costs a start
once, and then what goes through its pipes. A request is a line of JSON and the bytes of the file,
the answer a line of JSON. Nothing is pickled.
"""

from __future__ import annotations

import atexit
import json
import math
import os
import signal
import subprocess
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import asdict
from typing import Any, BinaryIO

from vndirective.core.errors import ArgumentError, InputError
from vndirective.reading.content import Content
from vndirective.reading.formats import convert
from vndirective.reading.limits import Limits

__all__ = ["convert_apart", "serve"]

#: The path of the parent, so that both run the same code; ``-P`` keeps the current folder out.
_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from vndirective.reading.process import serve; serve(sys.stdin.buffer, sys.stdout.buffer)"
)
#: A process is replaced after so many files: what libraries leak does not add up.
_MAX_FILES = 500
#: A child whose parent was killed ends itself so many seconds after the limit.
_GRACE = 5


def convert_apart(
    data: bytes, suffix: str, path: str, encoding: str | None, limits: Limits
) -> Content:
    """Do what `formats.convert` does, in the process that reads for this one.

    Raises
    ------
    ArgumentError, InputError
        As `convert`; ``timeout`` after ``limits.max_seconds``, ``killed`` if the process died.
    """
    if limits.max_seconds is None or getattr(sys, "frozen", False) or not sys.executable:
        return convert(data, suffix, path, encoding, limits)
    request = {
        "suffix": suffix,
        "path": path,
        "encoding": encoding,
        "limits": asdict(limits),
        "size": len(data),
    }
    return _content(_PARENT.ask(request, data, limits.max_seconds), path, limits.max_seconds)


class _Parent:
    """Holds the process that reads for this one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._registered = False
        self._files = 0

    def ask(self, request: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any]:
        """Send a request and wait for the answer; ``{"died": late}`` where none came."""
        with self._lock:
            child = self._ready(request["path"])
            # The timer kills, which ends the wait below: pipes know no time limit everywhere.
            late = threading.Event()
            timer = threading.Timer(seconds, _stop, (child, late))
            timer.daemon = True
            timer.start()
            answer = b""
            try:
                assert child.stdin is not None and child.stdout is not None  # noqa: S101
                child.stdin.write(json.dumps(request).encode("ascii") + b"\n")
                child.stdin.write(data)
                child.stdin.flush()
                answer = child.stdout.readline()
            except OSError:  # the pipe broke: the child died while it was written to
                pass
            finally:
                timer.cancel()
                # After an interrupt the answer would be taken for that of the next file.
                if not answer.endswith(b"\n"):
                    self._drop()
            if not answer.endswith(b"\n"):
                return {"died": late.is_set()}
            found: dict[str, Any] = json.loads(answer)
            self._files += 1
            if self._files >= _MAX_FILES or "exhausted" in found:
                self._drop()
            return found

    def _ready(self, path: str) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            try:
                self._child = subprocess.Popen(  # noqa: S603 - this very interpreter
                    [sys.executable, "-P", "-c", _START, json.dumps(sys.path)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            except OSError as error:
                raise InputError(
                    path,
                    f"no process could be started to read it ({error.strerror})",
                    "set the limit max_seconds to None, to read in the calling process",
                    "no_program",
                ) from error
            if not self._registered:
                atexit.register(self.close)
            self._registered, self._files = True, 0
        return self._child

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent yet has nowhere to go
                    pipe.close()
        child.wait()

    def forget(self) -> None:
        """Leave the process to the one that this process was forked from."""
        self._lock = threading.Lock()
        self._child = None

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._drop()


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


_PARENT = _Parent()
if hasattr(os, "register_at_fork"):
    # Another thread may hold the lock at that moment, and no one would ever release the copy.
    os.register_at_fork(after_in_child=_PARENT.forget)


def _content(answer: dict[str, Any], path: str, seconds: float) -> Content:
    if "content" in answer:
        return Content.from_plain(answer["content"])
    if "input" in answer:
        raise InputError(path, *answer["input"])
    if "argument" in answer:
        raise ArgumentError(*answer["argument"])
    if "defect" in answer:
        error = RuntimeError(answer["defect"])
        error.add_note(answer["traceback"])
        raise error
    if answer["died"]:
        raise InputError(
            path,
            f"reading it took longer than {seconds:g} seconds and was stopped",
            "split or shrink it, or raise the limit max_seconds",
            "timeout",
        )
    raise InputError(
        path,
        "the process that read it died; it is damaged, or needs more memory than max_memory",
        "open it in the program that made it and save it again, or split it",
        "killed",
    )


# The other side -------------------------------------------------------------------------------


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more; the whole life of the process that parses."""
    # Ctrl-C is for the parent, whose end closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever a library prints, in C as well, must not stand between the answers.
    answers = os.fdopen(os.dup(answers.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while line := requests.readline():
        request = json.loads(line)
        limits = Limits(**request["limits"])
        data = requests.read(request["size"])
        if len(data) < request["size"]:
            return
        if hasattr(signal, "setitimer") and limits.max_seconds is not None:
            signal.setitimer(signal.ITIMER_REAL, math.ceil(limits.max_seconds) + _GRACE)
        _limit_memory(limits.max_memory)
        answer = _answer(request, data, limits)
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        del data
        answers.write(answer + b"\n")
        answers.flush()


def _limit_memory(size: int) -> None:
    """Let allocations fail beyond a size; the system may not know how."""
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _answer(request: dict[str, Any], data: bytes, limits: Limits) -> bytes:
    try:
        answer: dict[str, Any] = {"content": _converted(request, data, limits).to_plain()}
        return json.dumps(answer).encode("ascii")
    except InputError as error:
        answer = {"input": [error.reason, error.remedy, error.code]}
    except ArgumentError as error:
        answer = {"argument": [error.argument, error.value, error.valid]}
    except MemoryError:
        reason = f"it needs more memory than {limits.max_memory / 2**20:,.0f} MiB"
        remedy = "split it, or raise the limit max_memory"
        answer = {"input": [reason, remedy, "too_large"], "exhausted": True}
    except Exception as error:
        answer = {
            "defect": f"{type(error).__name__}: {error}",
            "traceback": traceback.format_exc(),
        }
    return json.dumps(answer).encode("ascii")


def _converted(request: dict[str, Any], data: bytes, limits: Limits) -> Content:
    return convert(data, request["suffix"], request["path"], request["encoding"], limits)
