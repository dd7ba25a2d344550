"""What people do to the sheets of a task list: columns, rows, cells, names, titles, formulas."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from tables import cases
from task_lists import (
    COMMUNES,
    DONE,
    MAIN,
    NOTE,
    RUNNING,
    SCHOOL,
    STATE,
    deleted,
    edit,
    later,
    rework,
    rows,
)

from vndirective.core.errors import InputError
from vndirective.core.records import Analysis
from vndirective.export.labels import CHANGES
from vndirective.export.tasks.lines import leads_in
from vndirective.export.tasks.sheet import write_tasks
from vndirective.export.tasks.update import update_tasks

ACTION, LEAD, DUE, ID = "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Mã"
#: A column of people, and where they put it.
OWN, PLACE = "Người theo dõi", 16
Change = Callable[[Any], None]


def put(sheet: str, row: int, title: str, value: Any) -> Change:
    """Return what writes a cell, and the title of its column where there is none."""

    def write(book: Any) -> None:
        titles = [cell.value for cell in book[sheet][1]]
        if title not in titles:
            titles = [*titles, title]
            book[sheet].cell(1, len(titles)).value = title
        book[sheet].cell(row, titles.index(title) + 1).value = value

    return write


def column(book: Any, title: str, sheet: str = MAIN) -> str:
    return get_column_letter([cell.value for cell in book[sheet][1]].index(title) + 1)


def both(*changes: Change) -> Change:
    def change(book: Any) -> None:
        for one in changes:
            one(book)

    return change


# --- columns that people added ---------------------------------------------------------------------

#: What is done before one update and before another one; what o2, the first row of the sheet of the
#: communes, then shows in both sheets, and in its note.
COLUMNS: list[tuple[str, Change, Change, Any, str | None]] = [
    ("in the sheet of the lead", put(COMMUNES, 2, OWN, "Chị Lụa"), both(), "Chị Lụa", None),
    ("changed there", put(MAIN, 3, OWN, "Chị Lụa"), put(COMMUNES, 2, OWN, "Anh Thao"), "Anh Thao", None),
    ("cleared there", put(MAIN, 3, OWN, "Chị Lụa"), put(COMMUNES, 2, OWN, None), None, None),
    ("changed in the first sheet", put(COMMUNES, 2, OWN, "Chị Lụa"), put(MAIN, 3, OWN, "Anh Thao"), "Anh Thao", None),
    ("different in both", both(put(MAIN, 3, OWN, "Chị Lụa"), put(COMMUNES, 2, OWN, "Anh Thao")), both(),
     "Chị Lụa", f"[Trang “{COMMUNES}”] {OWN}: Anh Thao"),
    ("the column deleted in the sheet of the lead", put(MAIN, 3, OWN, "Chị Lụa"),
     lambda book: book[COMMUNES].delete_cols(PLACE + 1), "Chị Lụa", None),
    ("a day", put(COMMUNES, 2, OWN, datetime(2025, 9, 1)), both(), datetime(2025, 9, 1), None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "value", "note"), cases(COLUMNS))
def test_a_column_of_people_is_theirs_in_every_sheet(
    directive: Analysis, path: Path, first: Change, second: Change, value: Any, note: str | None
) -> None:
    for change in (first, second):
        rework(path, change)
        update_tasks(path, [directive])
    for sheet in (MAIN, COMMUNES):
        row = rows(path, sheet)["o2"]
        assert (row[OWN], row[NOTE]) == (value, note)


def test_a_column_that_people_delete_in_the_first_sheet_is_gone(
    directive: Analysis, path: Path
) -> None:
    rework(path, put(MAIN, 3, OWN, "Chị Lụa"))
    update_tasks(path, [directive])
    rework(path, lambda book: book[MAIN].delete_cols(PLACE + 1))
    update_tasks(path, [directive])
    assert OWN not in rows(path)["o2"] and OWN not in rows(path, COMMUNES)["o2"]


def test_an_empty_column_with_a_title_stays(directive: Analysis, path: Path) -> None:
    rework(path, put(MAIN, 2, OWN, None))
    update_tasks(path, [directive])
    assert rows(path)["o1"][OWN] is None


def test_a_column_far_away_stays(directive: Analysis, path: Path) -> None:
    rework(path, lambda book: book[MAIN].cell(2, 300, "xa"))
    update_tasks(path, [directive])
    assert rows(path)["o1"]["Cột KN"] == "xa"


def test_too_many_columns_are_refused(directive: Analysis, path: Path) -> None:
    rework(path, lambda book: book[MAIN].cell(2, 1001, "xa"))
    with pytest.raises(InputError, match="sheet 'Nhiệm vụ' has more than 1,000 columns"):
        update_tasks(path, [directive])


# --- columns of the list ---------------------------------------------------------------------------


def _drop(title: str) -> Change:
    def drop(book: Any) -> None:
        titles = [cell.value for cell in book[MAIN][1]]
        book[MAIN].delete_cols(titles.index(title) + 1)

    return drop


def _clear_ids(book: Any) -> None:
    for number in range(2, 7):
        book[MAIN][f"{column(book, ID)}{number}"].value = None


def _rename(**titles: str) -> Change:
    def rename(book: Any) -> None:
        for cell in book[MAIN][1]:
            cell.value = titles.get(str(cell.value).replace(" ", "_"), cell.value)

    return rename


#: What is done to the first sheet, and what is said of it.
LOST: list[tuple[str, Change, list[str]]] = [
    ("the ids deleted", _drop(ID), []),
    ("the ids emptied", _clear_ids, []),
    ("the title of the ids", _rename(Mã="Ký hiệu"), ["the column 'Ký hiệu' was taken for 'Mã'"]),
    ("the title of the state", _rename(Trạng_thái="Tình trạng"),
     ["the column 'Tình trạng' was taken for 'Trạng thái'"]),
    ("the title of the duties", _rename(Nội_dung_nhiệm_vụ="Việc phải làm"),
     ["the column 'Việc phải làm' was taken for 'Nội dung nhiệm vụ'"]),
    ("three titles and the ids", both(_drop(ID), _rename(STT="TT", Trạng_thái="Tình trạng", Ghi_chú="Ý kiến")),
     ["the column 'TT' was taken", "the column 'Tình trạng' was taken", "the column 'Ý kiến' was taken"]),
    ("the ids deleted, own columns behind", both(put(MAIN, 2, OWN, "Chị Lụa"), _drop(ID)), []),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), cases(LOST))
def test_a_column_that_lost_its_title_or_ids_is_found(
    directive: Analysis, path: Path, change: Change, said: list[str]
) -> None:
    edit(path, {MAIN: {("o1", STATE): DONE, ("o2", STATE): RUNNING, ("o2", NOTE): "b"}})
    rework(path, change)
    saved = update_tasks(path, [later(directive)])
    assert (saved.written, saved.new, saved.changed, saved.gone, saved.deleted) == (5, 0, 1, 0, 0)
    found = rows(path)
    assert (found["o1"][STATE], found["o2"][STATE], found["o2"][NOTE]) == (DONE, RUNNING, "b")
    assert found["o1"][DUE] == datetime(2025, 9, 20)
    assert len(saved.warnings) == len(said)
    for warning, part in zip(saved.warnings, said, strict=True):
        assert warning.code == "list_understood"
        assert warning.message.startswith("sheet 'Nhiệm vụ': ") and part in warning.message


def test_rows_that_cannot_be_found_without_their_ids_are_counted(
    directive: Analysis, path: Path
) -> None:
    rework(path, both(put(MAIN, 2, ACTION, "Mua máy chiếu cho hội trường"), _drop(ID)))
    saved = update_tasks(path, [directive])
    (warning,) = saved.warnings
    assert "the column 'Mã' is not there; 1 rows are no duty" in warning.message
    assert saved.deleted == 1


def test_a_state_that_moved_is_asked_for(directive: Analysis, path: Path) -> None:
    edit(path, {MAIN: {("o1", STATE): RUNNING}})
    update_tasks(path, [directive])

    def move(book: Any) -> None:
        sheet = book[MAIN]
        values = [cell.value for cell in sheet[column(book, STATE)]]
        _drop(STATE)(book)
        for number, value in enumerate(["Tình trạng", DONE, *values[2:]], 1):
            sheet.cell(number, 17).value = value

    rework(path, move)
    saved = update_tasks(path, [directive])
    assert "no column is called 'Trạng thái'" in saved.warnings[0].message
    assert (rows(path)["o1"][STATE], rows(path)["o1"]["Tình trạng"]) == (RUNNING, DONE)


def test_a_first_sheet_without_titles_is_refused(directive: Analysis, path: Path) -> None:
    rework(path, lambda book: book[MAIN].delete_rows(1))
    before = path.read_bytes()
    with pytest.raises(InputError, match="sheet 'Nhiệm vụ' has lost the titles of its columns"):
        update_tasks(path, [directive])
    assert path.read_bytes() == before


# --- sheets ----------------------------------------------------------------------------------------


def test_a_renamed_sheet_is_still_that_of_its_lead(directive: Analysis, path: Path) -> None:
    edit(path, {COMMUNES: {("o2", STATE): DONE}})

    def rename(book: Any) -> None:
        book[COMMUNES].title = "Các xã"
        copy = book.copy_worksheet(book[SCHOOL])
        copy.title = "Bản nháp"

    rework(path, rename)
    saved = update_tasks(path, [directive])
    assert rows(path)["o2"][STATE] == DONE
    assert openpyxl.load_workbook(path).sheetnames == [
        MAIN, SCHOOL, COMMUNES, "Bản nháp", "vndirective",
    ]  # fmt: skip
    (warning,) = saved.warnings
    assert "'Bản nháp'" in warning.message
    assert "what is written there counts for no duty" in warning.message


# --- rows that people add --------------------------------------------------------------------------


def test_a_row_in_the_sheet_of_a_lead_is_of_that_lead(directive: Analysis, path: Path) -> None:
    rework(path, put(SCHOOL, 3, ACTION, "Gọi điện cho các trường"))
    update_tasks(path, [directive])
    (own,) = (row for row in rows(path).values() if row["Cập nhật"] == CHANGES["own"])
    assert own[LEAD] == SCHOOL
    assert own[ID] in rows(path, SCHOOL)


def test_equal_rows_of_people_both_stay(directive: Analysis, path: Path) -> None:
    def add(book: Any) -> None:
        for number in (7, 8):
            put(MAIN, number, ACTION, "Họp giao ban")(book)
            put(MAIN, number, LEAD, SCHOOL)(book)
        # The same row in another sheet is one of them.
        put(SCHOOL, 3, ACTION, "Họp giao ban")(book)

    rework(path, add)
    for _ in range(2):
        assert update_tasks(path, [directive]).written == 7
    assert [row[ACTION] for row in rows(path, SCHOOL).values()].count("Họp giao ban") == 2


LEADS = [
    ("one", "Sở Y tế", ["Sở Y tế"]),
    ("semicolons", "Sở Y tế; Công an tỉnh;", ["Sở Y tế", "Công an tỉnh"]),
    ("lines", "Sở Y tế\nCông an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
    ("a comma", "Sở Y tế, UBND xã Tân Hòa", ["Sở Y tế", "UBND xã Tân Hòa"]),
    ("commas inside", "Sở Văn hóa, Thể thao và Du lịch, Công an tỉnh", ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"]),
    ("a comma in a list that shares a head", "UBND các xã, phường", ["UBND các xã, phường"]),
    ("twice", "Sở Y tế; Sở Y tế", ["Sở Y tế"]),
    ("nobody", " ", []),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), cases(LEADS))
def test_leads_of_a_cell(cell: str, expected: list[str]) -> None:
    assert list(leads_in(cell)) == expected


def test_several_leads_have_the_duty_in_their_sheets(directive: Analysis, path: Path) -> None:
    edit(path, {MAIN: {("o1", LEAD): "Sở Y tế\nCông an tỉnh"}})
    update_tasks(path, [directive])
    assert set(rows(path, "Sở Y tế")) == set(rows(path, "Công an tỉnh")) == {"o1"}


# --- cells -----------------------------------------------------------------------------------------


def _merge(title: str, first: int, last: int, value: Any) -> Change:
    def merge(book: Any) -> None:
        place = column(book, title)
        book[MAIN][f"{place}{first}"].value = value
        book[MAIN].merge_cells(f"{place}{first}:{place}{last}")

    return merge


#: What is merged in the rows of o2, o3, and so on, and what o3 then shows.
MERGED: list[tuple[str, Change, dict[str, Any]]] = [
    ("a state", _merge(STATE, 3, 4, RUNNING), {STATE: RUNNING}),
    ("a lead", _merge(LEAD, 3, 6, COMMUNES), {LEAD: COMMUNES, "Cập nhật": None}),
    ("beyond the table", _merge(STATE, 3, 900, RUNNING), {STATE: RUNNING}),
    ("over columns too", lambda book: (put(MAIN, 3, STATE, RUNNING)(book), book[MAIN].merge_cells("L3:M4")),
     {STATE: RUNNING, NOTE: None}),
]  # fmt: skip


@pytest.mark.parametrize(("merge", "shown"), cases(MERGED))
def test_merged_cells_have_one_value(
    directive: Analysis, path: Path, merge: Change, shown: dict[str, Any]
) -> None:
    rework(path, merge)
    assert update_tasks(path, [directive]).written == 5
    row = rows(path)["o3"]
    assert {title: row[title] for title in shown} == shown
    assert len(rows(path, COMMUNES)) == 4


def test_a_head_merged_over_two_rows_is_one(directive: Analysis, path: Path) -> None:
    def merge(book: Any) -> None:
        book[MAIN].insert_rows(2)
        for place in range(1, 16):
            letter = get_column_letter(place)
            book[MAIN].merge_cells(f"{letter}1:{letter}2")

    rework(path, merge)
    saved = update_tasks(path, [directive])
    assert (saved.written, saved.warnings) == (5, ())


TYPED = [
    ("a day", "30/12/2025", datetime(2025, 12, 30)),
    ("a day in words", "ngày 05-09-2025", datetime(2025, 9, 5)),
    ("a moment", "17:00 ngày 1/9/2025", datetime(2025, 9, 1, 17)),
    ("a day that no calendar has", "31/11/2025", "31/11/2025"),
    ("a day of long ago", "02/09/1845", "02/09/1845"),
    ("a day with more", "trước 30/12/2025", "trước 30/12/2025"),
]


@pytest.mark.parametrize(("typed", "expected"), cases(TYPED))
def test_a_day_that_is_typed_as_text_is_a_day(
    directive: Analysis, path: Path, typed: str, expected: Any
) -> None:
    edit(path, {MAIN: {("o1", DUE): typed}})
    update_tasks(path, [directive])
    assert rows(path)["o1"][DUE] == expected


# --- titles and formulas ---------------------------------------------------------------------------


def test_titles_above_the_table_are_named(directive: Analysis, path: Path) -> None:
    def add(book: Any) -> None:
        book[MAIN].insert_rows(1, 2)
        book[MAIN]["A1"], book[MAIN]["A2"] = "BẢNG THEO DÕI", "Người lập: Lưu Thị Mận"

    rework(path, add)
    (warning,) = update_tasks(path, [directive]).warnings
    assert warning.message == (
        "sheet 'Nhiệm vụ': what stands above the table is not kept "
        "('BẢNG THEO DÕI', 'Người lập: Lưu Thị Mận')"
    )


def test_headings_inside_the_table_are_named(directive: Analysis, path: Path) -> None:
    def add(book: Any) -> None:
        book[MAIN].insert_rows(2)
        book[MAIN]["A2"] = "I. KHỐI SỞ, NGÀNH"
        book[MAIN].merge_cells("A2:O2")
        book[MAIN]["A8"] = 6  # a row that waits to be filled in

    rework(path, add)
    saved = update_tasks(path, [directive])
    assert saved.written == 5
    assert [warning.message for warning in saved.warnings] == [
        "sheet 'Nhiệm vụ': rows that hold a heading only are not kept ('I. KHỐI SỞ, NGÀNH')"
    ]


def _computed(path: Path, formula: str, shown: str) -> None:
    """Give a formula what a spreadsheet program would have shown."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    bare = f"<f>{formula}</f>".encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            for empty in (b"<v />", b"<v></v>", b"<v/>"):
                data = data.replace(bare + empty, bare + f"<v>{shown}</v>".encode())
            new.writestr(name, data)


#: A formula in the row of o1; what stands there after an update, "Cập nhật" being a new column, and
#: whether something is said of it.
FORMULAS: list[tuple[str, str, str | float, bool]] = [
    ("over its own row", "G2-TODAY()", "=G2-TODAY()", False),
    ("over a column that moves", 'IF($O2="","",LEN(O2))', '=IF(P2="","",LEN(P2))', False),
    ("over columns of people", "Q2*2", "=R2*2", False),
    ("over another row", "G3-TODAY()", 12, True),
    ("over a range", "SUM(G2:G6)", 12, True),
    ("over another sheet", "vndirective!A2", 12, True),
    ("over nothing", "RAND()", "=RAND()", False),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "expected", "said"), cases(FORMULAS))
def test_a_formula_stays_with_its_row(
    directive: Analysis, path: Path, formula: str, expected: str | float, said: bool
) -> None:
    def write(book: Any) -> None:
        sheet = book[MAIN]
        sheet["P1"], sheet["P2"], sheet["Q1"], sheet["Q2"] = "Còn lại", f"={formula}", "Hệ số", 6

    rework(path, write)
    _computed(path, formula, "12")
    saved = update_tasks(path, [directive])
    assert rows(path)["o1"]["Còn lại"] == expected
    assert [("'Còn lại'" in w.message, w.code) for w in saved.warnings] == (
        [(True, "list_understood")] if said else []
    )
    update_tasks(path, [directive])
    assert rows(path)["o1"]["Còn lại"] == expected
    rework(path, deleted(2))
    assert update_tasks(path, [directive]).warnings == ()


def test_a_formula_moves_with_its_row(directive: Analysis, path: Path) -> None:
    def write(book: Any) -> None:
        book[MAIN].move_range("A6:O6", rows=3)
        book[MAIN]["P1"], book[MAIN]["P9"] = "Còn lại", "=LEN(L9)"

    rework(path, write)
    assert update_tasks(path, [directive]).warnings == ()
    place = column(openpyxl.load_workbook(path), "Còn lại")
    assert openpyxl.load_workbook(path)[MAIN][f"{place}6"].value == "=LEN(L6)"


def test_a_formula_in_a_column_of_the_list_is_its_value(directive: Analysis, path: Path) -> None:
    rework(path, put(MAIN, 2, NOTE, "=1+1"))
    _computed(path, "1+1", "2")
    (warning,) = update_tasks(path, [directive]).warnings
    assert "the formulas in 'Ghi chú' are kept as values" in warning.message
    assert rows(path)["o1"][NOTE] == 2


# --- what is there already -------------------------------------------------------------------------


def test_a_list_that_is_written_over_is_kept(directive: Analysis, path: Path) -> None:
    assert write_tasks(path, [directive]).backup is None  # nobody has written into it
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]
    edit(path, {MAIN: {("o1", STATE): DONE}})
    saved = write_tasks(path, [directive])
    assert saved.backup == str(path.with_name("việc.bak.xlsx"))
    assert rows(Path(saved.backup))["o1"][STATE] == DONE
    assert rows(path)["o1"][STATE] is None


def test_days_are_days(directive: Analysis, path: Path) -> None:
    edit(path, {MAIN: {("o1", DUE): date(2025, 9, 3)}})
    update_tasks(path, [directive])
    assert rows(path, SCHOOL)["o1"][DUE] == datetime(2025, 9, 3)
