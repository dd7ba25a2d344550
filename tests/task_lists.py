"""Task lists that people work in, as the tests of updates read and change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl

from vndirective.core.records import Analysis
from vndirective.export.labels import CHANGES

MAIN, SCHOOL, COMMUNES = "Nhiệm vụ", "Sở Giáo dục và Đào tạo", "Ủy ban nhân dân các xã"
#: By id of the duty and column, what is written into a sheet.
Edits = dict[str, dict[tuple[str, str], Any]]
DONE, RUNNING = "Hoàn thành", "Đang thực hiện"
STATE, NOTE = "Trạng thái", "Ghi chú"
GONE, NEW = CHANGES["gone"], CHANGES["new"]
RULE = "Thay đổi: "


def rows(path: Path, sheet: str = MAIN) -> dict[str, dict[str, Any]]:
    """Return the rows of a sheet by id; what people added has none before the first update."""
    found = list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))
    listed = [dict(zip(found[0], row, strict=True)) for row in found[1:]]
    assert len({row["Mã"] for row in listed}) == len(listed)
    return {row["Mã"]: row for row in listed}


def edit(path: Path, edits: Edits) -> None:
    book = openpyxl.load_workbook(path)
    for name, cells in edits.items():
        sheet = book[name]
        at = {cell.value: cell.column for cell in sheet[1]}
        lines = {sheet.cell(n, at["Mã"]).value: n for n in range(2, sheet.max_row + 1)}
        for (key, title), value in cells.items():
            sheet.cell(lines[key], at[title]).value = value
    book.save(path)


def rework(path: Path, change: Callable[[Any], None]) -> None:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def with_duties(analysis: Analysis, *changes: tuple[int, dict[str, Any]]) -> Analysis:
    duties = list(analysis.obligations)
    for number, values in changes:
        duties[number - 1] = replace(duties[number - 1], **values)
    return replace(analysis, obligations=tuple(duties))


def reworded(analysis: Analysis, number: int, old: str, new: str) -> dict[str, Any]:
    action = analysis.obligations[number - 1].action
    assert old in action.text
    return {"id": "other", "action": replace(action, text=action.text.replace(old, new))}


def later(d: Analysis) -> Analysis:
    return replace(d, times=(replace(d.times[0], due="2025-09-20"), *d.times[1:]))


def deleted(*numbers: int, sheet: str = MAIN) -> Callable[[Any], None]:
    """Return what deletes the rows of duties, by their numbers in a sheet."""

    def delete(book: Any) -> None:
        for number in sorted(numbers, reverse=True):
            book[sheet].delete_rows(number + 1)

    return delete
