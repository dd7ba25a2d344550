"""The process that parses: killed at a limit, replaced when it dies, and one for all files."""

import json
import os
import subprocess
import sys
import time

import pytest
from reading_samples import docx, para, pdf

from vndirective.core.errors import ArgumentError, InputError
from vndirective.reading import Limits, process, read
from vndirective.reading.limits import DEFAULT_LIMITS


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "tot.docx"
    path.write_bytes(docx(para("Chỉ thị")))
    return path


@pytest.fixture
def fresh():
    """End the process before and after, so that another start is used."""
    process._PARENT.close()
    yield
    process._PARENT.close()


DEATHS = {
    "hangs": ("import time; time.sleep(60)", "timeout", "0.5 seconds"),
    "hangs in the middle of an answer": (
        "import sys, time; print('{', end='', flush=True); time.sleep(60)",
        "timeout",
        "max_seconds",
    ),
    "dies": ("import os; os._exit(9)", "killed", "died"),
    "dies with the request read": (
        "import sys, os; sys.stdin.buffer.readline(); os._exit(9)",
        "killed",
        "died",
    ),
}


@pytest.mark.parametrize(("start", "code", "words"), DEATHS.values(), ids=DEATHS)
def test_a_process_that_hangs_or_dies_costs_one_file(good, fresh, monkeypatch, start, code, words):
    with monkeypatch.context() as patched:
        patched.setattr(process, "_START", start)
        begun = time.monotonic()
        with pytest.raises(InputError, match=words) as caught:
            read(good, limits=Limits(max_seconds=0.5))
        assert time.monotonic() - begun < 10
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert process._PARENT._child is None
    assert read(good).text == "Chỉ thị"


def test_one_process_serves_all_files(good, tmp_path):
    other = tmp_path / "b.pdf"
    other.write_bytes(pdf([["Kế hoạch"]]))
    read(good)
    pid = process._PARENT._child.pid
    assert pid != os.getpid()
    assert read(other).text == "Kế hoạch"
    (tmp_path / "c.docx").write_bytes(b"PK\3\4")
    with pytest.raises(InputError):
        read(tmp_path / "c.docx")
    assert process._PARENT._child.pid == pid


def test_a_process_is_replaced_in_time(good, fresh, monkeypatch):
    monkeypatch.setattr(process, "_MAX_FILES", 2)
    pids = set()
    for _ in range(4):
        assert read(good).text == "Chỉ thị"
        pids.add(process._PARENT._child and process._PARENT._child.pid)
    assert len(pids - {None}) == 2


def test_without_a_limit_of_time_nothing_is_started(good, fresh):
    assert read(good, limits=Limits(max_seconds=None)) == read(good)
    process._PARENT.close()
    read(good, limits=Limits(max_seconds=None))
    assert process._PARENT._child is None


def test_plain_text_needs_no_process(tmp_path, fresh):
    path = tmp_path / "a.txt"
    path.write_text("Chỉ thị", encoding="utf-8")
    read(path)
    assert process._PARENT._child is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_fork_reads_for_itself(good):
    read(good)
    inherited = process._PARENT._child.pid
    pid = os.fork()
    if pid == 0:
        same = read(good).text == "Chỉ thị" and process._PARENT._child.pid != inherited
        process._PARENT.close()
        os._exit(0 if same else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert read(good).text == "Chỉ thị"
    assert process._PARENT._child.pid == inherited


def test_nothing_is_left_behind(good):
    code = (
        "import sys; from vndirective.reading import read, process; read(sys.argv[1]);"
        "print(process._PARENT._child.pid)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(good)],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(int(done.stdout), 0)


def test_errors_keep_their_kind(tmp_path):
    content = process.convert_apart(
        docx(para("a\u00adb")), ".docx", "\udcff.docx", None, DEFAULT_LIMITS
    )
    assert content.text == "a\u00adb"
    with pytest.raises(InputError) as caught:
        process.convert_apart(b"x", ".docx", "\udcff.docx", None, DEFAULT_LIMITS)
    assert (caught.value.path, caught.value.code) == ("\udcff.docx", "unsupported")
    with pytest.raises(ArgumentError, match="encoding='khong-co'"):
        process.convert_apart(b"<p>a", ".html", "a.html", "khong-co", DEFAULT_LIMITS)
    with pytest.raises(RuntimeError, match="KeyError") as defect:
        process.convert_apart(b"x", ".nothing", "a", None, DEFAULT_LIMITS)
    assert "Traceback" in defect.value.__notes__[0]


def test_no_process_can_be_started(good, fresh, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(good.parent / "khong-co"))
    with pytest.raises(InputError, match="max_seconds") as caught:
        read(good)
    assert caught.value.code == "no_program"


def test_modules_of_the_current_folder_are_not_imported(good, fresh, monkeypatch):
    (good.parent / "json.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(good.parent)
    assert read(good).text == "Chỉ thị"


@pytest.mark.skipif(sys.platform != "linux", reason="the system cannot limit memory")
def test_memory_is_limited(good, tmp_path, fresh):
    path = tmp_path / "lon.docx"
    path.write_bytes(docx("<w:p/>" * 1_000_000))
    with pytest.raises(InputError, match="max_memory") as caught:
        read(path, limits=Limits(max_memory=200 * 2**20, max_ratio=10_000))
    assert caught.value.code in ("too_large", "killed")
    assert process._PARENT._child is None
    assert read(good).text == "Chỉ thị"


LIMITS = [
    ([], Limits()),
    (["max_pages=5000", "max_bytes=1_000"], Limits(max_pages=5000, max_bytes=1000)),
    (["max_seconds=0.5"], Limits(max_seconds=0.5)),
    (["max_seconds=none"], Limits(max_seconds=None)),
]


@pytest.mark.parametrize(("settings", "limits"), LIMITS)
def test_limits_are_written_as_settings(settings, limits):
    assert Limits.parse(settings) == limits


@pytest.mark.parametrize(
    "setting", ["pages=3", "max_pages", "max_pages=0", "max_pages=1.5", "max_pages=none", "max_seconds=x"]
)  # fmt: skip
def test_limits_that_are_not_valid(setting):
    with pytest.raises(ArgumentError, match="give"):
        Limits.parse([setting])


def test_the_answer_is_plain_data(good):
    plain = process.convert(good.read_bytes(), ".docx", "a", None, DEFAULT_LIMITS).to_plain()
    assert json.loads(json.dumps(plain))["text"] == "Chỉ thị"
