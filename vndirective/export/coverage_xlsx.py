"""The coverage of a seminar as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

from vndirective.core.records import AnalysisWarning, CoverageData
from vndirective.export import findings
from vndirective.export.frames import one_line, readable
from vndirective.export.labels import SCORE_HINT, STANCE_HINT, STANCES
from vndirective.export.places import passage_number
from vndirective.export.reasons import failure_in_vietnamese, warning_in_vietnamese
from vndirective.export.tasks.lines import basis_cell, due_cell
from vndirective.export.workbook import Book, Column

__all__ = ["write_coverage"]


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
    book = Book()
    names = findings.paper_names(data.papers)
    units = [one_line(paper["unit"] or "") for paper in data.papers]
    _matrix(book, data, names, units)
    book.table(
        "Bằng chứng",
        [
            Column("Chủ đề", 28, lambda item: item.theme.label),
            Column("Đơn vị", 24, lambda item: units[item.paper]),
            Column("Tham luận", 32, lambda item: names[item.paper]),
            Column("Đoạn", 8, lambda item: passage_number(item.passage)),
            Column("Câu làm bằng chứng", 70, lambda item: item.sentences),
            Column("Điểm", 8, lambda item: float(item.score), SCORE_HINT),
            Column("Thái độ", 14, lambda item: STANCES[item.stance], STANCE_HINT),
            Column("Từ ngữ quyết định", 30, lambda item: "; ".join(item.terms)),
        ],
        findings.evidence(data),
    )
    _gaps(book, data, names, units)
    book.table(
        "Trùng lặp",
        [
            *(
                column
                for side, mark in enumerate("AB")
                for column in _side(data, side, mark, names, units)
            ),
            Column("Mức giống", 10, lambda item: float(item.similarity)),
        ],
        findings.duplicates(data),
    )
    subjects = [findings.subjects(data, place) for place in range(len(data.papers))]
    book.table(
        "Kiến nghị",
        [
            Column("Đơn vị", 24, lambda item: units[item[0]]),
            Column("Tham luận", 32, lambda item: names[item[0]]),
            Column("Nội dung kiến nghị", 60, lambda item: item[1]["action"]),
            Column("Chủ đề", 36, lambda item: subjects[item[0]][item[1]["id"]]),
            Column("Gửi tới", 28, lambda item: item[1]["lead"]),
            Column("Thời hạn", 16, lambda item: due_cell(item[1])),
            Column("Nguyên văn", 60, lambda item: basis_cell(item[1])),
            Column("Trang", 7, lambda item: item[1]["page"]),
            Column("Tệp", 24, lambda item: data.papers[item[0]]["path"]),
        ],
        findings.proposals(data),
    )
    book.table(
        "Kiến nghị theo chủ đề",
        [
            Column("Chủ đề", 36, lambda item: item[0].label if item[0] else "Ngoài các chủ đề"),
            Column("Nội dung kiến nghị", 60, lambda item: item[2]["action"]),
            Column("Đơn vị", 24, lambda item: units[item[1]]),
            Column("Tham luận", 32, lambda item: names[item[1]]),
            Column("Gửi tới", 28, lambda item: item[2]["lead"]),
            Column("Thời hạn", 16, lambda item: due_cell(item[2])),
            Column("Tệp", 24, lambda item: data.papers[item[1]]["path"]),
        ],
        [
            (theme, place, row)
            for theme, group in findings.proposals_by_theme(data)
            for place, row in group
        ],
    )
    if data.errors:
        book.table(
            "Lỗi",
            [
                Column("Tệp", 40, lambda item: item.path),
                Column("Lý do", 50, failure_in_vietnamese),
                Column("Chi tiết kỹ thuật", 70, lambda item: item.message),
            ],
            data.errors,
        )
    if data.warnings:
        book.table(
            "Lưu ý",
            [
                Column("Lưu ý", 90, warning_in_vietnamese),
                Column("Chi tiết kỹ thuật", 70, lambda item: item.message),
            ],
            data.warnings,
        )
    return book.save(path)


def _side(
    data: CoverageData, side: int, mark: str, names: list[str], units: list[str]
) -> Iterator[Column]:
    """Yield what tells one paper of a pair: titles alone may be the same in both."""
    yield Column(f"Đơn vị {mark}", 24, lambda item: units[item.papers[side]])
    yield Column(f"Tham luận {mark}", 30, lambda item: names[item.papers[side]])
    yield Column(f"Tệp {mark}", 24, lambda item: data.papers[item.papers[side]]["path"])
    yield Column(f"Đoạn {mark}", 60, lambda item: readable(item.texts[side]))


def _matrix(book: Book, data: CoverageData, names: list[str], units: list[str]) -> None:
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


def _gaps(book: Book, data: CoverageData, names: list[str], units: list[str]) -> None:
    """Write one line per gap, then one per near miss."""
    gaps = [theme for theme in data.codebook.themes if theme.id in data.gaps]
    lines: list[tuple[Any, ...]] = [
        ("Chưa có tham luận nào", theme.label, "", "", theme.definition or "", None, None)
        for theme in gaps
    ]
    lines += [
        (
            "Gần đạt ngưỡng",
            *(miss.theme.label, units[miss.paper], names[miss.paper], readable(miss.text)),
            *(float(miss.score), float(miss.threshold)),
        )
        for miss in findings.near_misses(data)
    ]
    titles = (
        *(("Loại", 22), ("Chủ đề", 32), ("Đơn vị", 24), ("Tham luận", 32)),
        *(("Nội dung chủ đề hoặc đoạn văn", 80), ("Điểm", 8), ("Ngưỡng", 8)),
    )
    columns = [
        Column(title, width, itemgetter(place)) for place, (title, width) in enumerate(titles)
    ]
    book.table("Khoảng trống", columns, lines)
