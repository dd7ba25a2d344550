"""Which document of a list is which: the number alone does not say, as it comes again each year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tables import cases
from task_lists import MAIN, STATE, edit, rework, rows

from vndirective.core.records import Analysis
from vndirective.export.labels import CHANGES
from vndirective.export.tasks.sheet import write_tasks
from vndirective.export.tasks.update import update_tasks


def other(analysis: Analysis, **frame: Any) -> Analysis:
    """Return the same duties in another document."""
    duties = tuple(replace(duty, id=f"{duty.id}x") for duty in analysis.obligations)
    found = replace(analysis.frame, **frame)
    return replace(analysis, frame=found, obligations=duties)


#: What the other document says of itself, and whether it is the one of the list.
ANOTHER: list[tuple[str, dict[str, Any], bool]] = [
    ("the same", {}, True),
    ("of another year", {"issued_on": "2026-08-20"}, False),
    ("of another office", {"issuer": "ỦY BAN NHÂN DÂN XÃ TÂN HÒA"}, False),
    ("of which no day is known", {"issued_on": None}, True),
    ("of which no office is known", {"issuer": None}, True),
    ("of an office in small letters", {"issuer": "Ủy ban nhân dân tỉnh"}, True),
    ("with another number", {"number": "17/CT-UBND"}, False),
]


@pytest.mark.parametrize(("frame", "same"), cases(ANOTHER))
def test_a_document_is_its_number_its_day_and_its_office(
    directive: Analysis, tmp_path: Path, frame: dict[str, Any], same: bool
) -> None:
    path = tmp_path / "x.xlsx"
    document = replace(directive, frame=replace(directive.frame, issuer="ỦY BAN NHÂN DÂN TỈNH"))
    write_tasks(path, [document])
    edit(path, {MAIN: {(f"o{n}", STATE): "Hoàn thành" for n in range(1, 6)}})
    saved = update_tasks(path, [other(document, **frame)])
    assert (saved.written, saved.new, saved.gone) == ((5, 0, 0) if same else (10, 5, 0))
    found = rows(path)
    marks = {key: (row[STATE], row["Cập nhật"]) for key, row in found.items()}
    if same:
        assert set(marks.values()) == {("Hoàn thành", None)}
    else:
        assert {marks[f"o{n}"] for n in range(1, 6)} == {("Hoàn thành", CHANGES["apart"])}
        assert {marks[f"o{n}x"] for n in range(1, 6)} == {(None, CHANGES["new"])}


def test_of_two_years_only_the_one_that_is_read_is_touched(
    directive: Analysis, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    next_year = other(directive, issued_on="2026-08-20")
    write_tasks(path, [directive, next_year])
    fewer = replace(next_year, obligations=next_year.obligations[:4])
    assert update_tasks(path, [fewer]).gone == 1
    found = rows(path)
    assert {found[f"o{n}"]["Cập nhật"] for n in range(1, 6)} == {CHANGES["apart"]}
    assert {row["Văn bản"] for row in found.values()} == {
        "07/CT-UBND ngày 20/08/2025", "07/CT-UBND ngày 20/08/2026",
    }  # fmt: skip


def test_the_office_is_named_where_number_and_day_are_the_same(
    directive: Analysis, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    write_tasks(path, [directive, other(directive, issuer="ỦY BAN NHÂN DÂN XÃ TÂN HÒA")])
    shown = {row["Văn bản"] for row in rows(path).values()}
    assert "07/CT-UBND ngày 20/08/2025 (ỦY BAN NHÂN DÂN XÃ TÂN HÒA)" in shown
    assert len(shown) == 2
    assert update_tasks(path, [directive]).gone == 0


def _as_of_before(book: Any) -> None:
    """An early list names the number alone and remembers no office."""
    memory = book["vndirective"]
    titles = [cell.value for cell in memory[1]]
    memory.delete_cols(titles.index("Nơi ban hành") + 1)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "07/CT-UBND ngày 20/08/2025":
                    cell.value = "07/CT-UBND"


#: The documents that are read, with how many duties are new and gone.
EARLY: list[tuple[str, Callable[[Analysis], list[Analysis]], tuple[int, int]]] = [
    ("the one", lambda d: [other(d)], (0, 0)),
    ("it, and one of the next year", lambda d: [d, other(d, issued_on="2026-08-20")], (5, 0)),
]


@pytest.mark.parametrize(("read", "counts"), cases(EARLY))
def test_a_list_without_days_is_brought_up_to_date(
    directive: Analysis,
    path: Path,
    read: Callable[[Analysis], list[Analysis]],
    counts: tuple[int, int],
) -> None:
    rework(path, _as_of_before)
    saved = update_tasks(path, read(directive))
    assert (saved.new, saved.gone) == counts
    assert "07/CT-UBND ngày 20/08/2025" in {row["Văn bản"] for row in rows(path).values()}


def test_a_document_in_two_files_is_one(directive: Analysis, path: Path) -> None:
    copy = replace(directive, source=replace(directive.source, path="bản chụp.pdf"), obligations=())
    saved = update_tasks(path, [copy, other(directive)])
    assert (saved.new, saved.gone) == (0, 0)
