"""Reasons in Vietnamese: what the analysis says in codes, read by a specialist."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from tables import cases

import vndirective as vd
from vndirective.core.errors import InputError
from vndirective.core.records import AnalysisWarning, Failure
from vndirective.export.labels import FAILURES, WARNINGS
from vndirective.export.reasons import (
    failure_in_vietnamese,
    in_vietnamese,
    value_in_vietnamese,
    warning_in_vietnamese,
)

REASONS = [
    ("a day", "BY 2024-12-15: its last day", "đến 15/12/2024: lấy ngày cuối"),
    ("a quarter", "WITHIN 2024-Q4: its last day", "trong quý IV/2024: lấy ngày cuối"),
    ("a half year", "WITHIN 2024-H1: its last day", "trong 6 tháng đầu năm 2024: lấy ngày cuối"),
    ("a week", "ON 2024-W05: its last day", "vào tuần 5 năm 2024: lấy ngày cuối"),
    ("a month", "WITHIN 2024-09: its last day", "trong tháng 09/2024: lấy ngày cuối"),
    ("a year", "before 2025: the day before", "trước năm 2025: lấy ngày liền trước"),
    (
        "a list",
        "before 2024-09-15,2024-12-15: the day before",
        "trước 15/09/2024, 15/12/2024: lấy ngày liền trước",
    ),
    (
        "a range",
        "FROM-TO 2024-05-01TAF/2024-05-03: its last day",
        "trong khoảng 01/05/2024 – 03/05/2024: lấy ngày cuối",
    ),
    (
        "an inexact end",
        "WITHIN 2024-10: its last day (END of the period is not exact)",
        "trong tháng 10/2024: lấy ngày cuối (đầu, giữa hay cuối kỳ là ước chừng)",
    ),
    (
        "several parts",
        "BY 2024-12-15: its last day; the year is not said: taken from the issue date",
        "đến 15/12/2024: lấy ngày cuối; không ghi năm, lấy theo ngày ban hành",
    ),
    (
        "counted days",
        "P15D from 2024-03-05, the first day not counted; Civil Code 2015, articles 147-148",
        "15 ngày kể từ 05/03/2024, không tính ngày đầu; Điều 147, 148 Bộ luật Dân sự 2015",
    ),
    ("hours", "PT24H from a day that the text does not name", "24 giờ kể từ một ngày mà văn bản không nêu"),
    ("days back", "P2D back from a day that the text does not name", "lùi 2 ngày từ một ngày mà văn bản không nêu"),
    ("days of no rule", "recurs; no rule of a calendar says when", "lặp lại định kỳ; không có quy tắc lịch cho các ngày ấy"),
    ("a week by its number", "from which day the weeks of a year are counted is not settled", "chưa rõ số tuần tính từ ngày nào của năm"),
    ("no such period", "PT24D back from 2024-05-01", "lùi PT24D từ 01/05/2024"),
    ("a moment", "begins with 2024-05-01T08:00; no end is said", "bắt đầu từ 08:00 ngày 01/05/2024; không ghi hạn cuối"),
    ("an event", "the day of the event 'khi ký' is not known", "chưa biết ngày của mốc “khi ký”"),
    ("a far subject", "it is not sure whom or what it is said of", "chưa rõ yêu cầu này nói về ai, việc gì"),
    ("already Vietnamese", "thiếu ngày nhận đủ hồ sơ", "thiếu ngày nhận đủ hồ sơ"),
    ("unknown", "a reason of tomorrow", "a reason of tomorrow"),
    ("nothing", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "expected"), cases(REASONS))
def test_reasons(reason: str, expected: str) -> None:
    assert in_vietnamese(reason) == expected


#: Words that stand in every English reason and in no Vietnamese one.
_ENGLISH = re.compile(r"\b(?:the|is|its|of|from|not|no|who|code|day|year|before|named)\b")


def test_no_reason_of_the_shipped_documents_stays_english() -> None:
    """Fails where the analysis learned a reason that ``labels.REASONS`` does not know."""
    folder = files("vndirective.corpora").joinpath("documents")
    texts = [f for f in sorted(folder.iterdir(), key=str) if f.name.endswith(".txt")]
    found = set()
    for text in texts:
        doc = vd.analyze(text=text.read_text(encoding="utf-8"))
        found |= {time.derivation for time in doc.times}
        found |= {duty.review_reason or "" for duty in doc.obligations}
    assert len(found) > 20
    assert [r for r in map(in_vietnamese, sorted(found)) if _ENGLISH.search(r)] == []


MESSAGES = [
    ("pages", "scanned_pages", "a picture and hardly any text on page 3, 5 and 2 more: if", "trang 3, 5 là hình"),
    ("a table", "pdf_table", "a table on page 2, 4: a PDF does not", "trang 2, 4 có bảng"),
    ("one line", "no_line_ends", "the items of this text stand on one line", "các mục của văn bản nằm liền trên một dòng"),
    ("a font", "converted_font", "text in the font '.VnTime' was converted", "chữ phông .VnTime đã"),
    ("a count", "unmapped_glyphs", "12 of 90 characters have no", "12 ký tự"),
    ("a date with letters", "misread_date", "2O/6/2024: letters stand for figures, read as no date", "“2O/6/2024” giống"),
    ("a day", "impossible_date", "30/2/2024: no calendar has this day", "“30/2/2024”: lịch"),
    ("no detail", "no_issue_date", "no issue date was found", "không tìm thấy ngày ban hành"),
    ("a copy", "copy_left_out", "b/bản sao a.txt: left out, it is the same as b/a.txt",
     "bản sao a.txt: không tính, vì trùng với a.txt"),
    ("a copy of the same name", "copy_left_out", "b/1/a.txt: left out, it is the same as b/2/a.txt",
     "1/a.txt: không tính, vì trùng với 2/a.txt"),
    ("a copy far away", "copy_left_out", "b/a.txt: left out, it is the same as a.txt",
     "b/a.txt: không tính, vì trùng với a.txt"),
    ("files of other kinds", "other_kinds", "b: 2 files of other kinds were not read: c/a.jpg, b.pptx; save as",
     "không đọc các tệp thuộc loại khác trong thư mục: c/a.jpg, b.pptx; nếu là"),
    ("unknown", "of_tomorrow", "something new", "something new"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "message", "expected"), cases(MESSAGES))
def test_warnings(code: str, message: str, expected: str) -> None:
    assert warning_in_vietnamese(AnalysisWarning(code, message)).startswith(expected)


def test_every_code_has_its_words() -> None:
    code = "\n".join(
        file.read_text(encoding="utf-8") for file in Path(vd.__file__).parent.rglob("*.py")
    )
    warnings = set(re.findall(r'(?:AnalysisWarning|_warn)\(\s*"(\w+)"', code))
    # what writing a file warns of is said on the screen
    assert warnings - {"cell_cut", "sheet_copied", "list_understood"} == set(WARNINGS)
    failures = set(re.findall(r"``(\w+)``", InputError.__doc__ or ""))
    assert failures | {"internal"} == set(FAILURES)


def test_failures() -> None:
    assert failure_in_vietnamese(Failure("x", "damaged", "x: bad zip")).startswith("tệp bị hỏng")
    assert failure_in_vietnamese(Failure("x", "of_tomorrow", "x: new")) == "x: new"


VALUES = [
    ("a day", "2024-10-07", "07/10/2024"),
    ("a period", "P10D", "10 ngày"),
    ("a recurrence", "XXXX-QX", ""),
    ("a range with an open year", "XXXX-10-01/XXXX-10-03", ""),
    ("an urgency", "PRESENT_REF", ""),
    ("nothing", None, ""),
]


@pytest.mark.parametrize(("value", "expected"), cases(VALUES))
def test_values(value: str | None, expected: str) -> None:
    assert value_in_vietnamese(value) == expected
