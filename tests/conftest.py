"""What more than one room of the tests needs: a directive, a paper, a folder of papers, the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from runs import Cli, Run
from samples import DIRECTIVE, PAPER

from vndirective.cli import main


@pytest.fixture
def directive_text() -> str:
    return DIRECTIVE


@pytest.fixture
def paper_text() -> str:
    return PAPER


@pytest.fixture
def directive(tmp_path: Path) -> Path:
    """A directive as a file."""
    path = tmp_path / "chi-thi.txt"
    path.write_text(DIRECTIVE, encoding="utf-8")
    return path


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with two papers and one file that holds nothing."""
    folder = tmp_path / "tham-luan"
    folder.mkdir()
    (folder / "1-ben-dinh.txt").write_text(PAPER, encoding="utf-8")
    other = PAPER.replace("Bến Đình", "Hải Lộc").replace("phần mềm theo dõi", "sổ theo dõi")
    (folder / "2-hai-loc.txt").write_text(other, encoding="utf-8")
    (folder / "3-trong.txt").write_bytes(b"")
    return folder


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Cli:
    """Run the program in this process, in a folder of its own."""
    home = tmp_path / "cwd"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str | Path) -> Run:
        monkeypatch.setattr(sys, "argv", ["vndirective", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfdbinary.readouterr()
        return Run(int(end.value.code or 0), out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def program(tmp_path: Path) -> Cli:
    """Run the program as a program, on a console that knows ASCII only."""
    roots = os.pathsep.join(p for p in sys.path if p)
    environment = os.environ | {"PYTHONPATH": roots, "PYTHONIOENCODING": "ascii", "COLUMNS": "200"}

    def run(*arguments: str | Path) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "vndirective", *map(str, arguments)],
            capture_output=True, cwd=tmp_path, env=environment, timeout=120, check=False,
        )  # fmt: skip
        return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("ascii"))

    return run
