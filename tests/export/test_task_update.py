"""Task lists that people have worked in: what they wrote stays, what is different is marked."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tables import cases
from task_lists import (
    COMMUNES,
    DONE,
    GONE,
    MAIN,
    NEW,
    NOTE,
    RULE,
    RUNNING,
    SCHOOL,
    STATE,
    Edits,
    edit,
    later,
    reworded,
    rework,
    rows,
    with_duties,
)

from vndirective.core.errors import InputError
from vndirective.core.records import Analysis
from vndirective.export.files import backup_of
from vndirective.export.labels import CHANGES
from vndirective.export.tasks.sheet import write_tasks
from vndirective.export.tasks.update import update_tasks
from vndirective.reading.limits import Limits

# --- what people wrote stays ---------------------------------------------------------------------

WRITTEN: list[tuple[str, Edits, tuple[str | None, str | None]]] = [
    ("nothing", {}, (None, None)),
    ("in the main sheet", {MAIN: {("o2", STATE): DONE, ("o2", NOTE): "xong"}}, (DONE, "xong")),
    ("in the sheet of the lead", {COMMUNES: {("o2", STATE): DONE, ("o2", NOTE): "xong"}}, (DONE, "xong")),
    ("one here, one there", {MAIN: {("o2", STATE): DONE}, COMMUNES: {("o2", NOTE): "xong"}}, (DONE, "xong")),
    ("the same in both", {MAIN: {("o2", NOTE): "xong"}, COMMUNES: {("o2", NOTE): "xong"}}, (None, "xong")),
    (
        "different in both",
        {MAIN: {("o2", STATE): DONE, ("o2", NOTE): "a"}, COMMUNES: {("o2", STATE): RUNNING, ("o2", NOTE): "b"}},
        (DONE, f"a\n[Trang “{COMMUNES}”] Trạng thái: {RUNNING}\n[Trang “{COMMUNES}”] b"),
    ),
    ("a state of one's own", {MAIN: {("o2", STATE): "Chờ ý kiến"}}, ("Chờ ý kiến", None)),
    ("a text like a formula", {MAIN: {("o2", NOTE): "'=1+1"}}, (None, "'=1+1")),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), cases(WRITTEN))
def test_what_people_wrote_stays(
    directive: Analysis, path: Path, edits: Edits, expected: tuple[Any, Any]
) -> None:
    edit(path, edits)
    first = update_tasks(path, [directive])
    assert (first.written, first.new, first.changed, first.gone) == (5, 0, 0, 0)
    for sheet in (MAIN, COMMUNES):
        row = rows(path, sheet)["o2"]
        assert (row[STATE], row[NOTE], row["Cập nhật"]) == (*expected, None)
    before = rows(path)
    update_tasks(path, [directive])
    assert rows(path) == before


def test_a_later_change_on_either_sheet_wins(directive: Analysis, path: Path) -> None:
    edit(path, {MAIN: {("o2", STATE): RUNNING, ("o4", STATE): RUNNING}})
    update_tasks(path, [directive])
    edit(path, {COMMUNES: {("o2", STATE): DONE}, MAIN: {("o4", STATE): None}})
    update_tasks(path, [directive])
    for sheet in (MAIN, COMMUNES):
        found = rows(path, sheet)
        assert (found["o2"][STATE], found["o4"][STATE]) == (DONE, None)


def test_rows_and_columns_of_people_stay(directive: Analysis, path: Path) -> None:
    def add(book: Any) -> None:
        sheet = book[MAIN]
        sheet["P1"], sheet["P2"], sheet["P3"] = "Người theo dõi", "Chị Mai", datetime(2025, 9, 1)
        sheet["Q2"] = 0  # in a column without a title
        at = {cell.value: cell.column for cell in sheet[1]}
        sheet.cell(7, at["Nội dung nhiệm vụ"]).value = "Họp giao ban"
        sheet.cell(7, at["Đơn vị chủ trì"]).value = "Văn phòng"
        sheet.cell(7, at[STATE]).value = DONE
        book[SCHOOL].cell(3, at["Nội dung nhiệm vụ"]).value = "Gọi điện"

    rework(path, add)
    update_tasks(path, [directive])
    found = rows(path)
    assert (found["o1"]["Người theo dõi"], found["o1"]["Cột Q"]) == ("Chị Mai", 0)
    assert found["o2"]["Người theo dõi"] == datetime(2025, 9, 1)
    own = {row["Nội dung nhiệm vụ"]: row for row in found.values() if row["Mã"].startswith("tt-")}
    assert set(own) == {"Họp giao ban", "Gọi điện"}
    assert (own["Họp giao ban"][STATE], own["Họp giao ban"]["Cập nhật"]) == (DONE, CHANGES["own"])
    assert set(rows(path, "Văn phòng")) == {own["Họp giao ban"]["Mã"]}
    update_tasks(path, [directive])
    assert rows(path) == found
    moved = own["Họp giao ban"]["Mã"]
    edit(path, {MAIN: {(moved, "Đơn vị chủ trì"): "Kế toán"}})
    update_tasks(path, [directive])
    assert set(rows(path, "Kế toán")) == {moved}


def test_a_copied_row_is_kept_unless_it_says_the_same(directive: Analysis, path: Path) -> None:
    def copy(book: Any) -> None:
        sheet = book[MAIN]
        for number, note in ((7, None), (8, "phần của xã A")):
            for cell in sheet[2]:
                sheet.cell(number, cell.column).value = cell.value
            sheet.cell(number, 13).value = note

    rework(path, copy)
    assert update_tasks(path, [directive]).written == 6
    assert [row[NOTE] for key, row in rows(path).items() if key.startswith("tt-")] == [
        "phần của xã A"
    ]


def test_sheets_of_people_stay_as_values(directive: Analysis, path: Path) -> None:
    def add(book: Any) -> None:
        book.create_sheet("Tổng hợp").append(["Quý", 3, datetime(2025, 9, 1)])
        book.copy_worksheet(book[MAIN]).title = "Bản cũ"

    rework(path, add)
    saved = update_tasks(path, [directive])
    assert [w.code for w in saved.warnings] == ["sheet_copied", "sheet_copied"]
    assert "'Tổng hợp'" in saved.warnings[0].message
    book = openpyxl.load_workbook(path)
    assert list(book["Tổng hợp"].values) == [("Quý", 3, datetime(2025, 9, 1))]
    assert book["Bản cũ"]["C1"].value == "Nội dung nhiệm vụ"


def test_titles_above_and_columns_in_another_order(directive: Analysis, path: Path) -> None:
    edit(path, {MAIN: {("o2", NOTE): "xong"}})

    def shuffle(book: Any) -> None:
        sheet = book[MAIN]
        table = [list(reversed(row)) for row in sheet.values]
        book.remove(sheet)
        other = book.create_sheet("Theo dõi")
        for row in (["BẢNG THEO DÕI"], [], table[0], *reversed(table[1:])):
            other.append(row)
        del book["vndirective"]  # and nothing remembers

    rework(path, shuffle)
    saved = update_tasks(path, [directive])
    assert (saved.new, saved.changed, saved.gone) == (0, 0, 0)
    assert rows(path)["o2"][NOTE] == "xong"
    assert openpyxl.load_workbook(path).sheetnames == [MAIN, SCHOOL, COMMUNES, "vndirective"]


def test_every_workbook_as_it_was_stays_beside(directive: Analysis, path: Path) -> None:
    states = []
    for name in ("việc.bak.xlsx", "việc.bak-2.xlsx", "việc.bak-3.xlsx"):
        edit(path, {MAIN: {("o2", NOTE): name}})
        states.append((path.with_name(name), path.read_bytes()))
        assert backup_of(path) == path.with_name(name)
        assert update_tasks(path, [directive]).backup == str(path.with_name(name))
    assert [backup.read_bytes() for backup, _ in states] == [before for _, before in states]


def test_a_note_never_becomes_a_formula(directive: Analysis, path: Path) -> None:
    def write(book: Any) -> None:
        cell = book[MAIN]["M2"]
        cell.value = "=HYPERLINK(1)"
        cell.data_type = "s"
        book.create_sheet("=x")["A1"].value = "=1+1"
        book["=x"]["A2"].value = "@SUM"

    rework(path, write)
    update_tasks(path, [directive])
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.rows for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert any(cell.value == "=HYPERLINK(1)" for cell in cells)


def test_texts_that_try_to_break_out_are_found_again(hostile: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    write_tasks(path, [hostile])
    saved = update_tasks(path, [hostile])
    assert (saved.written, saved.new, saved.changed, saved.gone) == (2, 0, 0, 0)


# --- what is different is marked ------------------------------------------------------------------

#: What became of the directive; then, by id, the marks and the notes that were "a" on o1, "b" on o2.
DIFFERENT: list[tuple[str, Callable[[Analysis], Analysis], dict[str, tuple[str | None, str | None]]]] = [
    ("all moved", lambda d: with_duties(d, (1, {"id": "x"}), (2, {"id": "y", "section": "3"})),
     {"x": (None, "a"), "y": (None, "b")}),
    ("another date", later, {"o1": (RULE + "Thời hạn (trước: 14/09/2025)", "a"), "o2": (None, "b")}),
    ("no date", lambda d: with_duties(d, (2, {"deadlines": ()})),
     {"o2": (RULE + "Thời hạn (trước: 17:00 ngày 10/09/2025)", "b")}),
    ("a partner", lambda d: with_duties(d, (2, {"coordinated_with": d.obligations[0].coordinated_with})),
     {"o2": (RULE + "Đơn vị phối hợp (trước: trống)", "b")}),
    ("reworded", lambda d: with_duties(d, (2, reworded(d, 2, "10/9", "12/9"))),
     {"other": (RULE + "Nội dung nhiệm vụ (trước: Rà soát cơ sở vật chất, hoàn thành trước 17 giờ ngày 10/9/2025)", "b")}),
    ("another duty instead", lambda d: with_duties(d, (2, reworded(d, 2, "Rà soát cơ sở vật chất, hoàn thành", "Khen thưởng"))),
     {"o2": (GONE, "b"), "other": (NEW, None)}),
    ("another lead", lambda d: with_duties(d, (2, {"id": "x", "bearers": d.obligations[0].bearers})),
     {"x": (RULE + f"Đơn vị chủ trì (trước: {COMMUNES})", "b")}),
    ("gone", lambda d: replace(d, obligations=d.obligations[:1]), {"o1": (None, "a"), "o2": (GONE, "b")}),
    ("nothing left", lambda d: replace(d, obligations=()), {"o1": (GONE, "a"), "o2": (GONE, "b")}),
    ("another number", lambda d: replace(with_duties(d, (1, {"id": "x"})), frame=replace(d.frame, number="9/CT-UBND"),
                                         obligations=(replace(d.obligations[0], id="x"),)),
     {"x": (NEW, None), "o1": (CHANGES["apart"], "a"), "o2": (CHANGES["apart"], "b")}),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), cases(DIFFERENT))
def test_what_is_different_is_marked(
    directive: Analysis,
    path: Path,
    change: Callable[[Analysis], Analysis],
    expected: dict[str, tuple[str | None, str | None]],
) -> None:
    edit(path, {MAIN: {("o1", NOTE): "a", ("o2", NOTE): "b"}})
    saved = update_tasks(path, [change(directive)])
    found = rows(path)
    assert {key: (found[key]["Cập nhật"], found[key][NOTE]) for key in expected} == expected
    assert sorted(row[NOTE] for row in found.values() if row[NOTE]) == ["a", "b"]
    marks = [row["Cập nhật"] or "" for row in found.values()]
    assert (saved.new, saved.gone) == (marks.count(NEW), marks.count(GONE))
    assert saved.changed == sum(mark.startswith(RULE) for mark in marks)


def test_marks_are_those_of_the_last_update(directive: Analysis, path: Path) -> None:
    fewer = replace(directive, obligations=directive.obligations[1:])
    seen = []
    for analysis in (fewer, fewer, directive, directive, later(directive), later(directive)):
        update_tasks(path, [analysis])
        seen.append(rows(path)["o1"]["Cập nhật"])
    assert seen == [GONE, GONE, None, None, RULE + "Thời hạn (trước: 14/09/2025)", None]


def test_a_gone_duty_is_struck_out_and_keeps_its_date(directive: Analysis, path: Path) -> None:
    update_tasks(path, [replace(directive, obligations=directive.obligations[1:])])
    assert rows(path)["o1"]["Thời hạn"] == datetime(2025, 9, 14)
    sheet = openpyxl.load_workbook(path)[MAIN]
    (line,) = [row for row in sheet.iter_rows(min_row=2) if row[-1].value == "o1"]
    assert all(cell.font.strike for cell in line)
    assert line[6].number_format == "dd/mm/yyyy"
    assert set(rows(path, SCHOOL)) == {"o1"}


def test_which_of_two_leads_took_over_is_not_guessed(directive: Analysis, tmp_path: Path) -> None:
    first, second = directive.obligations[:2]
    same = [replace(d, action=first.action, deadlines=()) for d in (first, second)]
    third = replace(first.bearers[0], text="Sở Y tế", canonical="Sở Y tế")
    path = tmp_path / "x.xlsx"
    write_tasks(path, [replace(directive, obligations=tuple(same))])
    others = tuple(
        replace(d, id=f"x{n}", bearers=(replace(third, text=f"Sở {n}"),))
        for n, d in enumerate(same)
    )
    saved = update_tasks(path, [replace(directive, obligations=others)])
    assert (saved.new, saved.changed, saved.gone) == (2, 0, 2)


def test_which_of_two_like_duties_it_was_is_not_guessed(
    directive: Analysis, tmp_path: Path
) -> None:
    def worded(*days: str) -> Analysis:
        parts = [reworded(directive, 2, "10/9", day) | {"id": day} for day in days]
        duties = (replace(directive.obligations[1], **part) for part in parts)
        return replace(directive, obligations=tuple(duties))

    path = tmp_path / "x.xlsx"
    write_tasks(path, [worded("11/9", "12/9")])
    saved = update_tasks(path, [worded("13/9")])
    assert (saved.new, saved.changed, saved.gone) == (1, 0, 2)


def test_a_list_of_many_is_updated_with_some(directive: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    other = replace(
        directive,
        frame=replace(directive.frame, number="08/CT-UBND"),
        obligations=tuple(replace(o, id=f"{o.id}b") for o in directive.obligations),
    )
    write_tasks(path, [directive, other])
    fewer = replace(other, obligations=other.obligations[:1])
    third = replace(
        directive,
        frame=replace(directive.frame, number="09/CT-UBND"),
        obligations=(replace(directive.obligations[0], id="o1c"),),
    )
    update_tasks(path, [fewer, third])
    marks = {key: row["Cập nhật"] for key, row in rows(path).items()}
    assert marks == {
        **{f"o{n}": CHANGES["apart"] for n in range(1, 6)},
        **{f"o{n}b": GONE for n in range(2, 6)},
        "o1b": None,
        "o1c": NEW,
    }


def test_a_draft_is_found_again_by_its_file(directive: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    write_tasks(path, [replace(directive, frame=replace(directive.frame, number=None))])
    moved = tuple(replace(o, id=f"{o.id}b") for o in directive.obligations)
    saved = update_tasks(path, [replace(directive, obligations=moved)])
    assert (saved.written, saved.new, saved.gone) == (5, 0, 0)


# --- what is no task list -------------------------------------------------------------------------


def _another_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nội dung nhiệm vụ", "Ghi chú"])
    book.save(path)


def _with_dtd(path: Path) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            if name.endswith("sheet1.xml"):
                data = data.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1)
            new.writestr(name, data)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/x.xml", b"\0" * 2**23)


def _far_row(path: Path) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            if name.endswith("sheet1.xml"):
                data = data.replace(b'<row r="2"', b'<row r="99999999"')
            new.writestr(name, data)


NOT_OURS: list[tuple[str, Callable[[Path], Any], str, str]] = [
    ("missing", lambda p: p.unlink(), "missing", "no such file"),
    ("empty", lambda p: p.write_bytes(b""), "empty", "0 bytes"),
    ("a text", lambda p: p.write_bytes("STT;Mã".encode()), "unsupported", "not an .xlsx"),
    ("a protected workbook", lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
     "encrypted", "password"),
    ("an old .xls", lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9), "unsupported", "old Office"),
    ("half a workbook", lambda p: p.write_bytes(p.read_bytes()[:3000]), "damaged", "ZIP"),
    ("another workbook", _another_workbook, "unsupported", "Mã, Nội dung nhiệm vụ, Trạng thái, Ghi chú"),
    ("declared entities", _with_dtd, "damaged", "declares a DTD"),
    ("a bomb", _bomb, "too_large", "max_ratio"),
    ("rows without end", _far_row, "too_large", "rows"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "code", "part"), cases(NOT_OURS))
def test_what_is_no_task_list_is_left_alone(
    directive: Analysis, path: Path, spoil: Callable[[Path], Any], code: str, part: str
) -> None:
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(InputError) as caught:
        update_tasks(path, [directive])
    assert caught.value.code == code
    assert str(path) in str(caught.value) and part in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == before
    assert [entry for entry in path.parent.iterdir() if entry != path] == []


LIMITS = [("max_bytes", 100), ("max_members", 3), ("max_expanded_bytes", 1000)]


@pytest.mark.parametrize(("name", "value"), LIMITS)
def test_limits_hold(directive: Analysis, path: Path, name: str, value: int) -> None:
    with pytest.raises(InputError, match=name) as caught:
        update_tasks(path, [directive], Limits(**{name: value}))
    assert caught.value.code == "too_large"


def test_a_list_that_cannot_be_replaced_stays(directive: Analysis, path: Path) -> None:
    before = path.read_bytes()
    backup_of(path).mkdir()
    with pytest.raises(InputError, match="close it in other programs"):
        update_tasks(path, [directive])
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.tmp"))
