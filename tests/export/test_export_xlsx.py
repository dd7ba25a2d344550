from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
from tables import cases

from vndirective.core.errors import ArgumentError, InputError
from vndirective.core.records import AnalysisWarning, SavedTasks
from vndirective.export.coverage_xlsx import write_coverage
from vndirective.export.labels import STATES
from vndirective.export.tasks.sheet import write_tasks
from vndirective.export.workbook import CELL_LIMIT, Book, sheet_names


def table(path, sheet):
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def all_cells(path):
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            yield from row


def test_task_list(directive, tmp_path):
    path = tmp_path / "nhiem-vu.xlsx"
    assert write_tasks(path, [directive]) == SavedTasks(5)
    rows = table(path, "Nhiệm vụ")
    assert list(rows[0]) == [
        *("STT", "Văn bản", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp"),
        *("Sản phẩm", "Thời hạn"),
        *("Định kỳ", "Mức độ", "Căn cứ", "Trang", "Trạng thái", "Ghi chú", "Cần xem lại", "Mã"),
    ]
    assert [row["STT"] for row in rows] == [1, 2, 3, 4, 5]
    assert [row["Mã"] for row in rows] == ["o1", "o2", "o3", "o4", "o5"]
    assert rows[0]["Thời hạn"] == datetime(2025, 9, 14)
    assert rows[1]["Thời hạn"] == datetime(2025, 9, 10, 17)
    assert (rows[2]["Thời hạn"], rows[2]["Định kỳ"]) == (None, "Hằng quý")
    assert rows[3]["Mức độ"] == "Cấm (4/5)"
    assert rows[4]["Thời hạn"] == "15 ngày"
    assert rows[4]["Cần xem lại"] == (
        "Người thực hiện không rõ; chưa tính được thời hạn: thiếu ngày nhận đủ hồ sơ"
    )
    assert rows[0]["Căn cứ"].startswith("[mục 1] 1. Sở Giáo dục và Đào tạo chủ trì")
    assert rows[0]["Cần xem lại"] is None


def test_task_sheet_is_ready_for_work(directive, tmp_path):
    path = tmp_path / "nhiem-vu.xlsx"
    write_tasks(path, [directive])
    sheet = openpyxl.load_workbook(path)["Nhiệm vụ"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:O6"
    assert sheet.column_dimensions["B"].hidden
    (choice,) = sheet.data_validations.dataValidation
    assert str(choice.sqref) == "L2:L6"
    assert choice.formula1 == '"' + ",".join(STATES) + '"'
    assert choice.errorStyle == "warning"  # an office may have states of its own
    assert sheet["G2"].is_date
    assert sheet["G2"].number_format == "dd/mm/yyyy"
    assert sheet["C2"].alignment.wrap_text
    assert "suy ra" in sheet["D1"].comment.text
    assert not sheet.column_dimensions["K"].hidden
    assert sheet["D3"].font.italic
    assert not sheet["D2"].font.italic


def test_each_lead_has_a_sheet_of_its_own(directive, tmp_path):
    path = tmp_path / "x.xlsx"
    both = replace(
        directive.obligations[0],
        id="both",
        bearers=directive.obligations[0].bearers + directive.obligations[1].bearers,
    )
    write_tasks(path, [replace(directive, obligations=(*directive.obligations, both))])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("Nhiệm vụ", "Sở Giáo dục và Đào tạo", "Ủy ban nhân dân các xã", "vndirective")
    ]
    assert book["vndirective"].sheet_state == "veryHidden"
    main = {row["Mã"]: row for row in table(path, "Nhiệm vụ")}
    assert [row["Mã"] for row in table(path, "Sở Giáo dục và Đào tạo")] == ["o1", "both"]
    communes = table(path, "Ủy ban nhân dân các xã")
    assert [row["STT"] for row in communes] == [1, 2, 3, 4, 5]
    assert {row["Mã"] for row in communes} == {"o2", "o3", "o4", "o5", "both"}
    for row in communes:
        assert row | {"STT": 0} == main[row["Mã"]] | {"STT": 0}


def test_the_same_text_given_twice_is_listed_once(directive, tmp_path):
    assert write_tasks(tmp_path / "x.xlsx", [directive, directive]).written == 5


NAMES = [
    ("plain", ["Sở Y tế"], ["Sở Y tế"]),
    ("signs that Excel refuses", ["A/B: [C]? *D\\E"], ["A-B - C D-E"]),
    ("same but for case", ["Sở Y tế", "SỞ Y TẾ", "Sở Y Tế"], ["Sở Y tế", "SỞ Y TẾ (2)", "Sở Y Tế (3)"]),
    ("composed and decomposed", ["Sở", "So\u031b\u0309"], ["Sở", "Sở (2)"]),
    ("what offices write short", ["Ủy ban nhân dân các xã, phường, thị trấn"], ["UBND các xã, phường, thị trấn"]),
    ("in either placement of the tone mark", ["Uỷ ban nhân dân các xã, phường, thị trấn"], ["UBND các xã, phường, thị trấn"]),
    ("sectors", ["Giám đốc Sở Văn hóa, Thể thao và Du lịch"], ["Giám đốc Sở VHTT&DL"]),
    ("no longer forms of an abbreviation", ["Ủy ban nhân dân thành phố Hồ Chí Minh"], ["UBND thành phố Hồ Chí Minh"]),
    ("no shorter than needed", ["Ủy ban nhân dân, Hội đồng nhân dân"], ["UBND, Hội đồng nhân dân"]),
    ("what fits", ["Ủy ban nhân dân các xã"], ["Ủy ban nhân dân các xã"]),
    ("no names", ["Các văn phòng tỉnh ủy, thành ủy, công an"], ["Các văn phòng tỉnh ủy, thành ủ…"]),
    ("a colon", ["Các tỉnh: Lam, Hà"], ["Các tỉnh - Lam, Hà"]),
    ("still too long", ["Hội Bảo vệ quyền lợi người tiêu dùng A", "Hội Bảo vệ quyền lợi người tiêu dùng B"],
     ["Hội Bảo vệ quyền lợi người tiê…", "Hội Bảo vệ quyền lợi người… (2)"]),
    ("two units a letter", ["\U0001f600" * 20], ["\U0001f600" * 15 + "…"]),
    ("apostrophes", ["'Sở'", "''"], ["Sở", "Trang"]),
    ("Excel's own", ["History"], ["History (2)"]),
    ("ours", ["nhiệm vụ"], ["nhiệm vụ (2)"]),
    ("nothing", ["", "\x07"], ["Trang", "Trang (2)"]),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "expected"), cases(NAMES))
def test_names_of_sheets(wanted, expected, tmp_path):
    names = sheet_names(wanted, ["Nhiệm vụ"])
    assert names == expected
    book = Book()
    for name in names:
        book.sheet(name)  # xlsxwriter raises where Excel would not open the file
    book.save(tmp_path / "x.xlsx")
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames == expected


def test_dates_come_in_order_within_a_lead_and_undated_last(directive, tmp_path):
    last, first = directive.obligations[0], directive.obligations[1]
    same_lead = {"bearers": last.bearers}
    undated = replace(last, id="none", deadlines=())
    duties = (undated, last, replace(first, **same_lead), directive.obligations[2])
    path = tmp_path / "x.xlsx"
    write_tasks(path, [replace(directive, obligations=duties)])
    assert [row["Mã"] for row in table(path, "Nhiệm vụ")] == ["o2", "o1", "none", "o3"]


def test_several_documents_get_a_column_and_share_the_leads(directive, tmp_path):
    other = replace(
        directive,
        id="doc2",
        frame=replace(directive.frame, number="08/CT-UBND"),
        obligations=tuple(replace(o, id=f"{o.id}b") for o in directive.obligations[:1]),
    )
    path = tmp_path / "x.xlsx"
    write_tasks(path, [directive, other])
    rows = table(path, "Nhiệm vụ")
    assert [row["Văn bản"] for row in rows[:2]] == [
        "07/CT-UBND ngày 20/08/2025",
        "08/CT-UBND ngày 20/08/2025",
    ]
    assert not openpyxl.load_workbook(path)["Nhiệm vụ"].column_dimensions["B"].hidden


def test_no_deadline_of_several_is_lost(directive, tmp_path):
    def row(*deadlines):
        path = tmp_path / "x.xlsx"
        duty = replace(directive.obligations[4], deadlines=deadlines, needs_review=False)
        write_tasks(path, [replace(directive, obligations=(duty,))])
        (found,) = table(path, "Nhiệm vụ")
        return found["Thời hạn"], found["Định kỳ"], found["Cần xem lại"]

    reason = "Chưa tính được thời hạn: thiếu ngày nhận đủ hồ sơ"
    assert row("t1") == (datetime(2025, 9, 14), None, None)
    assert row("t3") == (None, "Hằng quý", None)
    assert row("t4", "t3") == ("15 ngày", "Hằng quý", reason)
    assert row("t4", "t1") == (datetime(2025, 9, 14), None, "Còn thời hạn khác: 15 ngày")


def test_a_text_without_pages_has_no_column_of_pages(directive, tmp_path):
    path = tmp_path / "x.xlsx"
    write_tasks(path, [replace(directive, source=replace(directive.source, map=()))])
    assert openpyxl.load_workbook(path)["Nhiệm vụ"].column_dimensions["K"].hidden


def test_nothing_to_do_gives_a_header_only(directive, tmp_path):
    path = tmp_path / "x.xlsx"
    write_tasks(path, [replace(directive, obligations=())])
    assert table(path, "Nhiệm vụ") == []


def test_a_text_is_never_a_formula(hostile, hostile_coverage, tmp_path):
    write_tasks(tmp_path / "t.xlsx", [hostile, hostile])
    write_coverage(tmp_path / "c.xlsx", hostile_coverage)
    for name in ("t.xlsx", "c.xlsx"):
        cells = list(all_cells(tmp_path / name))
        assert any(str(cell.value).startswith("=1+1") for cell in cells)
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert all(cell.hyperlink is None for cell in cells)
        assert not any("\x07" in str(cell.value) or "\u202e" in str(cell.value) for cell in cells)


@pytest.mark.parametrize("letter", ["ế", "\U0001f600"])
def test_a_long_text_is_cut_and_reported(directive, tmp_path, letter):
    duty = directive.obligations[0]
    long = replace(duty, action=replace(duty.action, text=letter * 40_000))
    saved = write_tasks(tmp_path / "x.xlsx", [replace(directive, obligations=(long,))])
    (text,) = [row["Nội dung nhiệm vụ"] for row in table(tmp_path / "x.xlsx", "Nhiệm vụ")]
    assert CELL_LIMIT - 1 <= len(text.encode("utf-16-le")) / 2 <= CELL_LIMIT
    assert text.endswith("… [cắt]")
    assert [(w.code, w.message.split(":")[0]) for w in saved.warnings] == [
        ("cell_cut", "Nhiệm vụ!C2")
    ]


@pytest.mark.parametrize("due", ["1899-05-01", "XXXX-09-14", "XXXX-09-14T15:00"])
def test_a_date_that_excel_does_not_know_stays_text(directive, tmp_path, due):
    old = tuple(replace(time, due=due) for time in directive.times)
    write_tasks(tmp_path / "x.xlsx", [replace(directive, times=old)])
    assert table(tmp_path / "x.xlsx", "Nhiệm vụ")[0]["Thời hạn"] == "ngày 15/9/2025"


def test_coverage_workbook(coverage, tmp_path):
    path = tmp_path / "bao-quat.xlsx"
    assert write_coverage(path, coverage) == ()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *(
            "Ma trận",
            "Bằng chứng",
            "Khoảng trống",
            "Trùng lặp",
            "Kiến nghị",
            "Kiến nghị theo chủ đề",
            "Lỗi",
        )
    ]
    matrix = list(book["Ma trận"].iter_rows(values_only=True))
    assert matrix[0][2:] == ("Sở Y tế", "Phòng Tài chính", "Hội Khuyến học")
    assert matrix[1][2:] == ("An toàn là trên hết", "Công khai để dân tin", "Lời chào mừng")
    assert matrix[2] == ("An toàn trường học", 2, 0.91, 0.55, None)
    assert matrix[4] == ("Đội ngũ giáo viên", 0, None, None, None)
    assert book["Ma trận"].freeze_panes == "C3"
    assert len(book["Ma trận"].conditional_formatting) == 1
    proof = table(path, "Bằng chứng")
    assert "nhắc lại văn bản" in book["Bằng chứng"]["G1"].comment.text
    assert len(proof) == 4
    assert proof[0]["Câu làm bằng chứng"] == "Mỗi trường tập huấn phòng cháy một lần"
    assert (proof[2]["Đoạn"], proof[2]["Điểm"]) == (2, 0.41)
    gap, miss = table(path, "Khoảng trống")
    assert gap["Chủ đề"] == miss["Chủ đề"] == "Đội ngũ giáo viên"
    assert (miss["Điểm"], miss["Ngưỡng"]) == (0.35, 0.4)
    (pair,) = table(path, "Trùng lặp")
    same = "Mỗi trường tập huấn phòng cháy một lần. Học sinh được thực hành."
    assert list(pair.items()) == [
        ("Đơn vị A", "Sở Y tế"), ("Tham luận A", "An toàn là trên hết"), ("Tệp A", "p-a.txt"), ("Đoạn A", same),
        ("Đơn vị B", "Phòng Tài chính"), ("Tham luận B", "Công khai để dân tin"), ("Tệp B", "p-b.txt"),
        ("Đoạn B", same), ("Mức giống", 1),
    ]  # fmt: skip
    (ask,) = table(path, "Kiến nghị")
    assert (ask["Gửi tới"], ask["Đơn vị"]) == ("Tỉnh", "Sở Y tế")
    (error,) = table(path, "Lỗi")
    assert error["Lý do"].startswith("tệp bị hỏng")
    assert "not a zip archive" in error["Chi tiết kỹ thuật"]


#: Titles and paths of three papers of one unit, and what they are called.
ALIKE = [
    ("titles of their own", "Một Hai Ba", "x/a.txt x/b.txt x/c.txt", ["Một", "Hai", "Ba"]),
    ("two alike", "Một Một Ba", "x/a.txt x/b.txt x/c.txt", ["Một (a.txt)", "Một (b.txt)", "Ba"]),
    ("files alike", "Một Một Ba", "x/a.txt y/a.txt x/c.txt", ["Một (x/a.txt)", "Một (y/a.txt)", "Ba"]),
]  # fmt: skip


@pytest.mark.parametrize(("titles", "files", "expected"), cases(ALIKE))
def test_papers_with_one_title_are_told_apart_by_their_files(
    coverage, tmp_path, titles, files, expected
):
    papers = tuple(
        paper | {"title": title, "unit": "Sở Y tế", "path": file}
        for paper, title, file in zip(coverage.papers, titles.split(), files.split(), strict=True)
    )
    path = tmp_path / "bao-quat.xlsx"
    write_coverage(path, replace(coverage, papers=papers))
    matrix = list(openpyxl.load_workbook(path)["Ma trận"].iter_rows(values_only=True))
    assert list(matrix[1][2:]) == expected
    assert table(path, "Kiến nghị")[0]["Tệp"] == files.split()[0]


def test_what_was_not_counted_has_a_sheet(coverage, tmp_path):
    path = tmp_path / "bao-quat.xlsx"
    warning = AnalysisWarning("copy_left_out", "x/b.txt: left out, it is the same as x/a.txt")
    write_coverage(path, replace(coverage, warnings=(warning,)))
    (row,) = table(path, "Lưu ý")
    assert row["Lưu ý"] == "b.txt: không tính, vì trùng với a.txt"
    assert row["Chi tiết kỹ thuật"] == warning.message


def test_quoting_the_name_of_a_theme_is_not_a_score(quoting_coverage, tmp_path):
    write_coverage(tmp_path / "x.xlsx", quoting_coverage)
    matrix = list(openpyxl.load_workbook(tmp_path / "x.xlsx")["Ma trận"].values)
    assert matrix[2] == ("An toàn trường học", 0, "chỉ trích dẫn")


def test_no_errors_no_sheet(coverage, tmp_path):
    write_coverage(tmp_path / "x.xlsx", replace(coverage, errors=()))
    assert "Lỗi" not in openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames


def test_coverage_needs_the_papers(coverage, tmp_path):
    with pytest.raises(ArgumentError, match="the 3 classified papers"):
        write_coverage(tmp_path / "x.xlsx", replace(coverage, analyses=()))


def test_a_missing_folder_is_named(directive, tmp_path):
    with pytest.raises(InputError, match=r"không/x\.xlsx: the folder does not exist") as caught:
        write_tasks(tmp_path / "không" / "x.xlsx", [directive])
    assert caught.value.code == "missing"


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(directive, tmp_path):
    (tmp_path / "x.xlsx").mkdir()
    with pytest.raises(InputError, match="close it in other programs"):
        write_tasks(tmp_path / "x.xlsx", [directive])
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.xlsx"]
