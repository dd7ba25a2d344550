"""What more than one room of the tests needs: a directive, a paper, a folder of papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import DIRECTIVE, PAPER


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
