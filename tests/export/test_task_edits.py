"""Task lists that people have put right: their cells and their deletions stay."""

from __future__ import annotations

import unicodedata
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
    MAIN,
    NEW,
    NOTE,
    RULE,
    RUNNING,
    SCHOOL,
    STATE,
    deleted,
    edit,
    later,
    reworded,
    rework,
    rows,
    with_duties,
)

from vndirective.core.records import Analysis
from vndirective.export.labels import CHANGES
from vndirective.export.tasks.sheet import write_tasks
from vndirective.export.tasks.update import update_tasks

# --- what people put right stays ------------------------------------------------------------------

LEAD, PARTNERS, DUE, PRODUCT, MARK = (
    "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm", "Cập nhật",
)  # fmt: skip
EDITED = "Người dùng sửa: "
Said = Callable[[Analysis], Analysis]


def _unsaid(d: Analysis) -> Analysis:
    """Nobody is named in o1, as far as the program sees."""
    return with_duties(d, (1, {"bearers": ()}))


def _by_others(d: Analysis) -> Analysis:
    communes = d.obligations[1].bearers
    return with_duties(d, (1, {"bearers": communes}))


def _same(d: Analysis) -> Analysis:
    return d


#: What the directive said and says; what is written into o1; how often the duty has changed, and
#: what its row shows after each of two updates.
PUT_RIGHT: list[tuple[str, Said, Said, dict[str, Any], int, dict[str, Any], list[str | None]]] = [
    ("a lead filled in", _unsaid, _unsaid, {LEAD: "Sở Y tế"}, 0, {LEAD: "Sở Y tế"},
     [EDITED + "Đơn vị chủ trì (văn bản: trống)"] * 2),
    ("a lead put right", _same, _same, {LEAD: "Sở Y tế"}, 0, {LEAD: "Sở Y tế"},
     [EDITED + f"Đơn vị chủ trì (văn bản: {SCHOOL})"] * 2),
    ("a lead cleared", _same, _same, {LEAD: None}, 0, {LEAD: None},
     [EDITED + f"Đơn vị chủ trì (văn bản: {SCHOOL})"] * 2),
    ("a date, a partner, a product", _same, _same,
     {DUE: datetime(2025, 9, 10), PARTNERS: None, PRODUCT: "Đề án"}, 0,
     {DUE: datetime(2025, 9, 10), PARTNERS: None, PRODUCT: "Đề án", LEAD: SCHOOL},
     [EDITED + "Đơn vị phối hợp (văn bản: Sở Y tế); Sản phẩm (văn bản: kế hoạch); "
      "Thời hạn (văn bản: 14/09/2025)"] * 2),
    ("a date in words", _same, _same, {DUE: "chờ ý kiến"}, 0, {DUE: "chờ ý kiến"},
     [EDITED + "Thời hạn (văn bản: 14/09/2025)"] * 2),
    ("the document comes to say so", _unsaid, _by_others, {LEAD: COMMUNES}, 0, {LEAD: COMMUNES}, [None] * 2),
    ("the document comes to say something else", _unsaid, _same, {LEAD: "Sở Y tế"}, 1, {LEAD: "Sở Y tế"},
     [RULE + f"Đơn vị chủ trì (văn bản: {SCHOOL})", EDITED + f"Đơn vị chủ trì (văn bản: {SCHOOL})"]),
    ("another cell of the document changes", _same, later, {LEAD: "Sở Y tế"}, 1,
     {LEAD: "Sở Y tế", DUE: datetime(2025, 9, 20)},
     [RULE + f"Đơn vị chủ trì (văn bản: {SCHOOL}); Thời hạn (trước: 14/09/2025)",
      EDITED + f"Đơn vị chủ trì (văn bản: {SCHOOL})"]),
    ("the place in the text", _same, _same, {"Căn cứ": "Mục 1"}, 0, {"Căn cứ": "Mục 1"},
     [EDITED + "Căn cứ (văn bản: [mục 1] 1. Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế xây dựng kế "
      "hoạch bảo đảm an toàn trường học trước ngày 15/9/2025.)"] * 2),
    ("spaces and letters in two parts", _same, _same, {LEAD: unicodedata.normalize("NFD", f" {SCHOOL} ")}, 0,
     {LEAD: SCHOOL}, [None] * 2),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "written", "changed", "shown", "marks"), cases(PUT_RIGHT)
)
def test_what_people_put_right_stays(
    directive: Analysis,
    path: Path,
    before: Said,
    after: Said,
    written: dict[str, Any],
    changed: int,
    shown: dict[str, Any],
    marks: list[str | None],
) -> None:
    write_tasks(path, [before(directive)])
    edit(path, {MAIN: {("o1", title): value for title, value in written.items()}})
    for mark, count in zip(marks, (changed, 0), strict=True):
        saved = update_tasks(path, [after(directive)])
        assert (saved.new, saved.changed, saved.gone) == (0, count, 0)
        row = rows(path)["o1"]
        assert {title: row[title] for title in shown} == shown
        assert row[MARK] == mark
        if row[LEAD]:
            assert rows(path, row[LEAD])["o1"][MARK] == mark


@pytest.mark.parametrize(("written", "explained"), [(None, True), (datetime(2025, 9, 10), False)])
def test_a_due_date_says_which_words_it_stands_for(
    directive: Analysis, path: Path, written: datetime | None, explained: bool
) -> None:
    write_tasks(path, [directive])
    if written:
        edit(path, {MAIN: {("o1", DUE): written}})
    update_tasks(path, [directive])
    for name in (MAIN, SCHOOL):
        sheet = openpyxl.load_workbook(path)[name]
        titles = {cell.value: cell.column for cell in sheet[1]}
        line = next(r for r in range(2, 9) if sheet.cell(r, titles["Mã"]).value == "o1")
        comment = sheet.cell(line, titles[DUE]).comment
        assert (comment is not None) is explained
        assert comment is None or "“ngày 15/9/2025”" in comment.text


def test_what_is_put_right_in_the_sheet_of_the_lead_stays(directive: Analysis, path: Path) -> None:
    edit(path, {SCHOOL: {("o1", LEAD): "Sở Y tế", ("o1", DUE): datetime(2025, 9, 1)}})
    edit(path, {MAIN: {("o1", DUE): datetime(2025, 9, 2)}})
    update_tasks(path, [directive])
    row = rows(path)["o1"]
    assert (row[LEAD], row[DUE]) == ("Sở Y tế", datetime(2025, 9, 2))
    assert row[NOTE] == f"[Trang “{SCHOOL}”] Thời hạn: 01/09/2025"
    edit(path, {"Sở Y tế": {("o1", LEAD): "Sở Nội vụ"}})
    update_tasks(path, [directive])
    assert rows(path, "Sở Nội vụ")["o1"][LEAD] == "Sở Nội vụ"


def test_what_is_put_right_stays_where_the_document_moved(directive: Analysis, path: Path) -> None:
    edit(path, {MAIN: {("o1", LEAD): "Sở Y tế", ("o1", "Nội dung nhiệm vụ"): "Lập kế hoạch"}})
    saved = update_tasks(path, [with_duties(directive, (1, {"id": "x", "section": "4"}))])
    assert (saved.written, saved.new, saved.changed, saved.gone) == (5, 0, 0, 0)
    row = rows(path)["x"]
    assert (row[LEAD], row["Nội dung nhiệm vụ"]) == ("Sở Y tế", "Lập kế hoạch")
    assert row["Căn cứ"].startswith("[mục 4]")


def test_what_is_put_right_stays_while_the_document_is_not_read(
    directive: Analysis, path: Path
) -> None:
    other = replace(directive, frame=replace(directive.frame, number="9/CT-UBND"), obligations=())
    edit(path, {MAIN: {("o1", LEAD): "Sở Y tế"}})
    for analysis, mark in ((other, CHANGES["apart"]), (directive, None)):
        update_tasks(path, [analysis])
        row = rows(path)["o1"]
        assert (row[LEAD], set(rows(path, "Sở Y tế"))) == ("Sở Y tế", {"o1"})
        assert row[MARK] == (mark or EDITED + f"Đơn vị chủ trì (văn bản: {SCHOOL})")


def test_a_doubt_that_is_cleared_up_stays_so_until_there_is_another(
    directive: Analysis, path: Path
) -> None:
    edit(path, {MAIN: {("o5", "Cần xem lại"): None}})
    other = with_duties(directive, (5, {"review_reason": "it holds words in brackets"}))
    seen = []
    for analysis in (directive, directive, other):
        update_tasks(path, [analysis])
        row = rows(path)["o5"]
        seen.append((row["Cần xem lại"], row[MARK]))
    assert seen[:2] == [(None, None)] * 2
    assert seen[2][0].startswith("Có phần ghi") and seen[2][1] is None


def test_a_column_that_is_deleted_comes_back(directive: Analysis, path: Path) -> None:
    rework(path, lambda book: book[MAIN].delete_cols(4))
    saved = update_tasks(path, [directive])
    assert (saved.changed, rows(path)["o1"][LEAD], rows(path)["o1"][MARK]) == (0, SCHOOL, None)


def test_a_list_that_does_not_remember_what_was_written_is_updated(
    directive: Analysis, path: Path
) -> None:
    """As lists of earlier versions are."""
    edit(path, {MAIN: {("o1", LEAD): "Sở Y tế", ("o1", NOTE): "a"}})
    rework(path, lambda book: (book["vndirective"].delete_cols(7, 99), deleted(2)(book)))
    saved = update_tasks(path, [directive])
    assert (saved.changed, saved.deleted) == (1, 1)
    row = rows(path)["o1"]
    assert (row[LEAD], row[NOTE]) == (SCHOOL, "a")
    assert row[MARK] == RULE + "Đơn vị chủ trì (trước: Sở Y tế)"
    edit(path, {MAIN: {("o1", LEAD): "Sở Y tế"}})
    update_tasks(path, [directive])
    assert rows(path)["o1"][LEAD] == "Sở Y tế"


# --- rows that people deleted ---------------------------------------------------------------------

#: What became of the directive after the row of o2 was deleted, with what stays in the list.
DELETED: list[tuple[str, Callable[[Analysis], Analysis], dict[str, str | None], tuple[int, int]]] = [
    ("unchanged", lambda d: d, {}, (0, 1)),
    ("all moved", lambda d: with_duties(d, (2, {"id": "y", "section": "3"})), {}, (0, 1)),
    ("another date", lambda d: with_duties(d, (2, {"id": "y", "deadlines": ()})), {}, (0, 1)),
    ("one more duty", lambda d: replace(d, obligations=(*d.obligations, replace(
        d.obligations[1], **reworded(d, 2, "Rà soát cơ sở vật chất, hoàn thành", "Khen thưởng")))), {"other": NEW}, (1, 1)),
    ("reworded", lambda d: with_duties(d, (2, reworded(d, 2, "10/9", "12/9"))), {"other": CHANGES["restored"]}, (0, 0)),
    ("gone too", lambda d: replace(d, obligations=d.obligations[:1]), {}, (0, 0)),
    ("not read", lambda d: replace(d, frame=replace(d.frame, number="9/CT-UBND"), obligations=()), {}, (0, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected", "counts"), cases(DELETED))
def test_a_deleted_row_stays_deleted(
    directive: Analysis,
    path: Path,
    change: Callable[[Analysis], Analysis],
    expected: dict[str, str | None],
    counts: tuple[int, int],
) -> None:
    rework(path, deleted(2))
    for run in range(2):
        saved = update_tasks(path, [change(directive)])
        assert (saved.new, saved.deleted) == (counts[0] if run == 0 else 0, counts[1])
        found = rows(path)
        assert {"o2", "y"}.isdisjoint(found)
        if run == 0:
            marks = {key: str(found[key]["Cập nhật"]).split(":")[0] for key in expected}
            assert marks == expected


def test_a_deleted_row_is_not_gone_where_somebody_writes_into_it(
    directive: Analysis, path: Path
) -> None:
    edit(path, {MAIN: {("o2", NOTE): "b"}})
    update_tasks(path, [directive])
    rework(path, deleted(2))
    edit(path, {COMMUNES: {("o2", STATE): RUNNING}})
    assert update_tasks(path, [directive]).deleted == 0
    row = rows(path)["o2"]
    assert (row["Cập nhật"], row[STATE], row[NOTE]) == (CHANGES["restored"], RUNNING, "b")
    assert rows(path, COMMUNES)["o2"] == row | {"STT": rows(path, COMMUNES)["o2"]["STT"]}


def test_a_row_that_is_put_back_is_there_again(directive: Analysis, path: Path) -> None:
    kept: list[Any] = []

    def cut(book: Any) -> None:
        kept.extend(cell.value for cell in book[MAIN][3])
        book[MAIN].delete_rows(3)

    rework(path, cut)
    assert update_tasks(path, [directive]).deleted == 1
    # Without "Cập nhật", which the list did not have yet.
    rework(path, lambda book: book[MAIN].append([*kept[:13], None, *kept[13:]]))
    saved = update_tasks(path, [directive])
    assert (saved.written, saved.new, saved.deleted) == (5, 0, 0)


def test_a_first_sheet_that_is_deleted_deletes_no_duty(directive: Analysis, path: Path) -> None:
    edit(path, {COMMUNES: {("o2", NOTE): "b"}})
    rework(path, lambda book: book.remove(book[MAIN]))
    saved = update_tasks(path, [directive])
    assert (saved.written, saved.new, saved.deleted) == (5, 0, 0)
    assert rows(path)["o2"][NOTE] == "b"


def test_a_first_sheet_is_found_under_another_name_and_at_another_place(
    directive: Analysis, path: Path
) -> None:
    edit(path, {MAIN: {("o1", NOTE): "a"}})

    def rename(book: Any) -> None:
        book[MAIN].title = "Tổng hợp"
        book.move_sheet("Tổng hợp", offset=len(book.sheetnames))

    rework(path, rename)
    saved = update_tasks(path, [directive])
    assert (saved.written, saved.new, saved.deleted, saved.warnings) == (5, 0, 0, ())
    assert rows(path)["o1"][NOTE] == "a"


def test_a_copy_of_some_rows_is_not_the_first_sheet(directive: Analysis, path: Path) -> None:
    def leave_a_copy(book: Any) -> None:
        copy = book.create_sheet("Của tôi", 0)
        for row in list(book[MAIN].iter_rows(values_only=True))[:2]:
            copy.append(row)
        book.remove(book[MAIN])

    rework(path, leave_a_copy)
    saved = update_tasks(path, [directive])
    assert (saved.written, saved.new, saved.deleted) == (5, 0, 0)
