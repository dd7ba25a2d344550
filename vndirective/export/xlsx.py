"""Excel workbooks: the task list of one or several directives, the coverage of a seminar."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from vndirective.core.records import Analysis, AnalysisWarning, CoverageData
from vndirective.export import findings
from vndirective.export.files import write_whole
from vndirective.export.frames import TaskRow, due_order, one_line, task_rows
from vndirective.export.labels import MODALITIES, STANCES, printable

__all__ = ["CELL_LIMIT", "STATES", "write_coverage", "write_tasks"]

#: The most that Excel keeps in one cell, in UTF-16 units.
CELL_LIMIT = 32_767
#: What the column "Trạng thái" offers.
STATES = ("Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Quá hạn")

_CUT = "… [cắt]"
_HEADER_FILL = "#1f4e79"


class _Column(NamedTuple):
    title: str
    width: float
    value: Callable[[Any], Any]


class _Book:
    """A workbook in memory; collects a warning for every text that had to be cut."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(
            self._buffer,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        base = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#bfbfbf"}
        add = self.workbook.add_format
        self.header = add(
            base
            | {"bold": True, "font_color": "white", "bg_color": _HEADER_FILL, "align": "center"}
        )
        self.text = add(base)
        self.inferred = add(base | {"italic": True})
        self.review = add(base | {"bg_color": "#fff2cc"})
        self.gap = add(base | {"bold": True, "bg_color": "#f8cbad"})
        self.score = add(base | {"num_format": "0.00", "align": "center"})
        self.quoting = add(base | {"font_color": "#7f7f7f", "italic": True, "align": "center"})
        self.day = add(base | {"num_format": "dd/mm/yyyy", "align": "center"})
        self.moment = add(base | {"num_format": "hh:mm dd/mm/yyyy", "align": "center"})
        self.overdue = add({"font_color": "#c00000", "bold": True})
        self.warnings: list[AnalysisWarning] = []

    def write(self, sheet: Any, row: int, column: int, value: Any, style: Any = None) -> None:
        """Write one cell with the type of the value; dates as dates, nothing as a formula."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, style or self.text)
        elif isinstance(value, str):
            sheet.write_string(
                row, column, self._fit(sheet, row, column, value), style or self.text
            )
        elif isinstance(value, (date, datetime)):
            clock = isinstance(value, datetime)
            sheet.write_datetime(row, column, value, style or (self.moment if clock else self.day))
        elif isinstance(value, float):
            sheet.write_number(row, column, value, style or self.score)
        else:
            sheet.write_number(row, column, value, style or self.text)

    def table(self, name: str, columns: Sequence[_Column], rows: Sequence[Any]) -> Any:
        """Write a sheet: header row, one row per item, filter, frozen header, page set-up."""
        sheet = self.sheet(name)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            self.write(sheet, 0, place, column.title, self.header)
            for number, row in enumerate(rows, 1):
                self.write(sheet, number, place, column.value(row))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.repeat_rows(0)
        return sheet

    def sheet(self, name: str) -> Any:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def save(self, path: str | Path) -> tuple[AnalysisWarning, ...]:
        self.workbook.close()
        write_whole(path, self._buffer.getvalue())
        return tuple(self.warnings)

    def _fit(self, sheet: Any, row: int, column: int, text: str) -> str:
        text = printable(text)
        units = text.encode("utf-16-le")
        if len(units) <= 2 * CELL_LIMIT:
            return text
        cell = f"{sheet.get_name()}!{xl_rowcol_to_cell(row, column)}"
        self.warnings.append(
            AnalysisWarning(
                "cell_cut",
                f"{cell}: {len(units) // 2} characters, cut to the {CELL_LIMIT} that Excel keeps "
                "in a cell; the whole text is in the JSON output",
            )
        )
        return units[: 2 * (CELL_LIMIT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


# --- tasks --------------------------------------------------------------------------------------


def write_tasks(path: str | Path, analyses: Sequence[Analysis]) -> tuple[AnalysisWarning, ...]:
    """Write the duties of directives as a task list that an office can work with.

    One row per duty, the duties of one bearer together in the order of their deadlines, those
    without a date last. A bearer in italics was inferred from the context. The column "Thời
    hạn" holds a real date wherever one could be computed, else the words of the text.

    Parameters
    ----------
    path : str or Path
        An existing file is replaced.
    analyses : sequence of Analysis
        With more than one, a column names the document.

    Returns
    -------
    tuple of AnalysisWarning
        One, with code ``cell_cut``, for every text longer than a cell can hold.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    rows = _by_lead([row for analysis in analyses for row in task_rows(analysis)])
    columns = _task_columns(several=len(analyses) > 1)
    place = {column.title: index for index, column in enumerate(columns)}
    book = _Book()
    sheet = book.table("Nhiệm vụ", columns, list(enumerate(rows, 1)))
    sheet.freeze_panes(1, place["Nội dung nhiệm vụ"] + 1)
    for number, row in enumerate(rows, 1):
        if "bearers" in row["inferred"]:
            book.write(sheet, number, place["Đơn vị chủ trì"], row["lead"], book.inferred)
        if _review(row):
            book.write(sheet, number, place["Cần xem lại"], _review(row), book.review)
    if rows:
        state, due = place["Trạng thái"], place["Thời hạn"]
        sheet.data_validation(
            1, state, len(rows), state, {"validate": "list", "source": list(STATES)}
        )
        due_cell, state_cell = f"${xl_col_to_name(due)}2", f"${xl_col_to_name(state)}2"
        late = f'=AND(ISNUMBER({due_cell}),{due_cell}<TODAY(),{state_cell}<>"{STATES[2]}")'
        sheet.conditional_format(
            1, due, len(rows), due, {"type": "formula", "criteria": late, "format": book.overdue}
        )
    return book.save(path)


def _task_columns(several: bool) -> list[_Column]:
    """Columns of the task list; each takes the number of the line and its row."""
    document = [_Column("Văn bản", 18, lambda line: line[1]["document"])] if several else []
    return [
        _Column("STT", 6, lambda line: line[0]),
        *document,
        _Column("Nội dung nhiệm vụ", 52, lambda line: line[1]["action"]),
        _Column("Đơn vị chủ trì", 26, lambda line: line[1]["lead"]),
        _Column("Đơn vị phối hợp", 22, lambda line: line[1]["coordinated_with"]),
        _Column("Sản phẩm", 18, lambda line: line[1]["deliverable"]),
        _Column("Thời hạn", 16, lambda line: _due(line[1])),
        _Column("Định kỳ", 14, lambda line: line[1]["frequency"]),
        _Column("Mức độ", 13, lambda line: _level(line[1])),
        _Column("Căn cứ", 48, lambda line: _basis(line[1])),
        _Column("Trang", 7, lambda line: line[1]["page"]),
        _Column("Trạng thái", 15, lambda _: None),
        _Column("Ghi chú", 24, lambda _: None),
        _Column("Cần xem lại", 24, lambda line: _review(line[1])),
        _Column("Mã", 20, lambda line: line[1]["id"]),
    ]


def _by_lead(rows: Sequence[TaskRow]) -> list[TaskRow]:
    """Sort by bearer in order of first appearance, nobody last, then by deadline."""
    order: dict[str, int] = {}
    for row in rows:
        order.setdefault(_lead_key(row), len(order))
    order[""] = len(order)
    return sorted(
        rows,
        key=lambda row: (
            order[_lead_key(row)],
            row["due"] is None,
            due_order(row["due"]) if row["due"] else ("", ""),
        ),
    )


def _lead_key(row: TaskRow) -> str:
    return "; ".join(row["lead_canonical"]).casefold()


def _due(row: TaskRow) -> date | datetime | str:
    due = row["due"]
    # Excel counts its days from 1900.
    if due is None or due.year < 1900:
        return "" if row["rrule"] else row["deadline_text"]
    return due


def _level(row: TaskRow) -> str:
    return f"{MODALITIES[row['modality']]} ({row['strength']}/5)"


def _basis(row: TaskRow) -> str:
    return f"[{row['basis']}] {row['quote']}" if row["basis"] else row["quote"]


def _review(row: TaskRow) -> str:
    reasons = []
    if row["needs_review"]:
        reasons.append(row["review_reason"] or "Cần đối chiếu với văn bản")
    if row["due_provisional"]:
        reasons.append(f"Thời hạn tạm tính: {row['due_reason']}")
    if row["deadline_text"] and row["due"] is None and not row["rrule"]:
        reasons.append(f"Chưa tính được thời hạn: {row['due_reason']}")
    return "; ".join(reasons)


# --- coverage -----------------------------------------------------------------------------------


def write_coverage(path: str | Path, data: CoverageData) -> tuple[AnalysisWarning, ...]:
    """Write which paper speaks to which theme, with the evidence, as a workbook.

    Parameters
    ----------
    path : str or Path
        An existing file is replaced.
    data : CoverageData
        With the classified papers in ``analyses``.

    Returns
    -------
    tuple of AnalysisWarning
        One, with code ``cell_cut``, for every text longer than a cell can hold.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    book = _Book()
    names = [findings.paper_name(paper) for paper in data.papers]
    units = [one_line(paper["unit"] or "") for paper in data.papers]
    _matrix(book, data, names, units)
    book.table(
        "Bằng chứng",
        [
            _Column("Chủ đề", 28, lambda item: item.theme.label),
            _Column("Đơn vị", 24, lambda item: units[item.paper]),
            _Column("Tham luận", 32, lambda item: names[item.paper]),
            _Column("Đoạn", 8, lambda item: item.passage),
            _Column("Câu làm bằng chứng", 70, lambda item: item.sentences),
            _Column("Điểm", 8, lambda item: float(item.score)),
            _Column("Thái độ", 14, lambda item: STANCES[item.stance]),
            _Column("Từ ngữ quyết định", 30, lambda item: "; ".join(item.terms)),
        ],
        findings.evidence(data),
    )
    _gaps(book, data, names, units)
    book.table(
        "Trùng lặp",
        [
            _Column("Tham luận A", 30, lambda item: names[item.papers[0]]),
            _Column("Đoạn A", 60, lambda item: one_line(item.texts[0])),
            _Column("Tham luận B", 30, lambda item: names[item.papers[1]]),
            _Column("Đoạn B", 60, lambda item: one_line(item.texts[1])),
            _Column("Mức giống", 10, lambda item: float(item.similarity)),
        ],
        findings.duplicates(data),
    )
    subjects = [findings.subjects(data, place) for place in range(len(data.papers))]
    book.table(
        "Kiến nghị",
        [
            _Column("Đơn vị", 24, lambda item: units[item[0]]),
            _Column("Tham luận", 32, lambda item: names[item[0]]),
            _Column("Nội dung kiến nghị", 60, lambda item: item[1]["action"]),
            _Column("Chủ đề", 36, lambda item: subjects[item[0]][item[1]["id"]]),
            _Column("Gửi tới", 28, lambda item: item[1]["lead"]),
            _Column("Thời hạn", 16, lambda item: _due(item[1])),
            _Column("Nguyên văn", 60, lambda item: _basis(item[1])),
            _Column("Trang", 7, lambda item: item[1]["page"]),
        ],
        findings.proposals(data),
    )
    if data.errors:
        book.table(
            "Lỗi",
            [
                _Column("Tệp", 40, lambda item: item.path),
                _Column("Mã lỗi", 16, lambda item: item.code),
                _Column("Thông báo", 90, lambda item: item.message),
            ],
            data.errors,
        )
    return book.save(path)


def _matrix(book: _Book, data: CoverageData, names: list[str], units: list[str]) -> None:
    sheet = book.sheet("Ma trận")
    themes = data.codebook.themes
    for column, title in enumerate(("Chủ đề", "Số tham luận")):
        sheet.merge_range(0, column, 1, column, title, book.header)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 9)
    sheet.set_row(1, 75)
    for place, paper in enumerate(data.papers, 2):
        sheet.set_column(place, place, 18)
        book.write(sheet, 0, place, units[place - 2], book.header)
        book.write(sheet, 1, place, names[place - 2], book.header)
        for row, theme in enumerate(themes, 2):
            found = paper["themes"].get(theme.id)
            if found and not findings.speaks_to(paper, theme):
                book.write(sheet, row, place, STANCES["quoting"].lower(), book.quoting)
            else:
                book.write(sheet, row, place, float(found["score"]) if found else None, book.score)
    for row, theme in enumerate(themes, 2):
        count = sum(findings.speaks_to(paper, theme) for paper in data.papers)
        book.write(sheet, row, 0, theme.label, book.gap if theme.id in data.gaps else None)
        book.write(sheet, row, 1, count)
    sheet.freeze_panes(2, 2)
    sheet.repeat_rows(0, 1)
    sheet.repeat_columns(0)
    if themes and data.papers:
        sheet.conditional_format(
            *(2, 2, len(themes) + 1, len(data.papers) + 1),
            {
                "type": "2_color_scale",
                **{"min_type": "num", "min_value": 0, "min_color": "#ffffff"},
                **{"max_type": "num", "max_value": 1, "max_color": "#63be7b"},
            },
        )


def _gaps(book: _Book, data: CoverageData, names: list[str], units: list[str]) -> None:
    """Write one line per gap, then one per near miss."""
    gaps = [theme for theme in data.codebook.themes if theme.id in data.gaps]
    lines: list[tuple[Any, ...]] = [
        ("Chưa có tham luận nào", theme.label, "", "", theme.definition or "", None, None)
        for theme in gaps
    ]
    lines += [
        (
            "Gần đạt ngưỡng",
            *(miss.theme.label, units[miss.paper], names[miss.paper], one_line(miss.text)),
            *(float(miss.score), float(miss.threshold)),
        )
        for miss in findings.near_misses(data)
    ]
    titles = (
        *(("Loại", 22), ("Chủ đề", 32), ("Đơn vị", 24), ("Tham luận", 32)),
        *(("Nội dung chủ đề hoặc đoạn văn", 80), ("Điểm", 8), ("Ngưỡng", 8)),
    )
    columns = [
        _Column(title, width, itemgetter(place)) for place, (title, width) in enumerate(titles)
    ]
    book.table("Khoảng trống", columns, lines)
