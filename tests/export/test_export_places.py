"""Where a duty stands, and when it is due, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from samples import make_obligation
from tables import cases

from vndirective.core.records import Analysis, Bearer, Frame, Section, Source, Span, Time
from vndirective.export.places import passage_number, place_in_words
from vndirective.export.tasks.rows import TaskRow, task_rows

PLACES = [
    ("nothing", "", ""),
    ("item", "3", "mục 3"),
    ("letter in an item", "1/a", "mục 1, điểm a"),
    ("bullet", "3/-1", "mục 3, gạch đầu dòng thứ 1"),
    ("bullet of another sign", "3/+2", "mục 3, dấu “+” thứ 2"),
    ("bullet alone", "-2", "gạch đầu dòng thứ 2"),
    ("bullet in a bullet", "II/1/-2/+1", "mục II.1, gạch đầu dòng thứ 2, dấu “+” thứ 1"),
    ("item of a Roman section", "II/1/đ", "mục II.1, điểm đ"),
    ("item of a capital section", "A/I/3", "mục A, mục I.3"),
    ("number that names its parent", "3/3.2", "mục 3.2"),
    ("Roman number that names its parent", "II/II.1", "mục II.1"),
    ("number below a number", "2/1", "mục 2, mục 1"),
    ("article", "Chương II/Điều 5/2/b", "Chương II, Điều 5, khoản 2, điểm b"),
    ("article in capitals", "ĐIỀU 5/2", "ĐIỀU 5, khoản 2"),
    ("words", "II/Thứ nhất", "mục II, Thứ nhất"),
    ("appendix", "PHỤ LỤC/B", "PHỤ LỤC, mục B"),
    ("the same path again", "3/-1~2", "mục 3, gạch đầu dòng thứ 1"),
]


@pytest.mark.parametrize(("section", "expected"), cases(PLACES))
def test_a_place_is_said_in_words(section: str, expected: str) -> None:
    assert place_in_words(section) == expected


@pytest.mark.parametrize(("passage", "expected"), [("p9", 9), ("p10", 10), ("x", "x"), ("", "")])
def test_a_passage_is_a_number(passage: str, expected: int | str) -> None:
    assert passage_number(passage) == expected


def row_of(text: str, action: str, *times: Time, **values: Any) -> TaskRow:
    """Return the row of one duty, of which the whole text is one sentence."""
    start = text.index(action)
    sections = values.pop("sections", ())
    limits = tuple(time.id for time in times if time.is_deadline)
    duty = make_obligation(Span(action, start, start + len(action)), deadlines=limits, **values)
    analysis = Analysis(
        "doc", Frame(), Source(None, "text/plain", "0", None), text,
        sections=sections, sentences=((0, len(text)),), times=times, obligations=(duty,),
    )  # fmt: skip
    return task_rows(analysis)[0]


def table_of(text: str, key: str = "table") -> Section:
    return Section(key, "table", None, None, text.index("TT"), len(text), None)


ROWS = "Phân công:\nTT | Việc | Đơn vị\n1 | Sửa cầu | Phòng Xây dựng\n | Sơn cầu | Đội 3"
WHERE: list[tuple[str, str, dict[str, Any], str]] = [
    ("a row with a number", "Sửa cầu", {}, "bảng, dòng số 1"),
    ("a row without one", "Sơn cầu", {}, "bảng"),
    ("a row in a section", "Sửa cầu", {"section": "II"}, "mục II, bảng, dòng số 1"),
    ("a table that the file tells", "Sửa cầu", {"sections": (table_of(ROWS),)}, "bảng, dòng số 1"),
    ("the second table", "Sửa cầu",
     {"sections": (Section("table", "table", None, None, 0, 10, None), table_of(ROWS, "table-2"))},
     "bảng 2, dòng số 1"),
    ("no table", "Phân công", {}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("action", "values", "expected"), cases(WHERE))
def test_a_task_of_a_table_has_a_place(action: str, values: dict[str, Any], expected: str) -> None:
    assert row_of(ROWS, action, **values)["basis"] == expected


LEADS = [
    ("in another cell of the row", "1 | Sửa cầu | Phòng Xây dựng", "Sửa cầu", []),
    ("in the cell itself", "1 | Phòng Xây dựng: sửa cầu | tháng 5", "sửa cầu", ["bearers"]),
    (
        "in another row",
        "1 | Sửa cầu | Phòng Xây dựng\n2 | Sơn lan can |",
        "Sơn lan can",
        ["bearers"],
    ),
    ("in the heading", "1. Phòng Xây dựng\n- Sửa cầu", "Sửa cầu", ["bearers"]),
]


@pytest.mark.parametrize(("text", "action", "expected"), cases(LEADS))
def test_a_lead_that_the_row_names_is_not_inferred(
    text: str, action: str, expected: list[str]
) -> None:
    start = text.index("Phòng")
    who = Bearer("Phòng Xây dựng", start, start + 14, "Phòng Xây dựng", True)
    row = row_of(text, action, bearers=(who,), inferred=("bearers",))
    assert row["inferred"] == expected


def time_in(text: str) -> Callable[..., Time]:
    def make(part: str, kind: str = "DATE", relation: str | None = None, **values: Any) -> Time:
        start = text.index(part)
        values = {"value": None, "is_deadline": True} | values
        return Time(part, part, start, start + len(part), kind, relation=relation, **values)

    return make


DAY = "Sửa cầu xong, hạn ngày 15/10, tháng 9, 15 ngày, Trước 30/11"
SAID = [
    ("before", [("ngày 15/10", "DATE", "BEFORE", "XXXX-10-15")], "trước ngày 15/10"),
    ("by a day", [("ngày 15/10", "DATE", "BY", "XXXX-10-15")], "chậm nhất ngày 15/10"),
    ("by a month", [("tháng 9", "DATE", "BY", "XXXX-09")], "đến hết tháng 9"),
    ("by a period", [("15 ngày", "DURATION", "BY", "P15D")], "chậm nhất 15 ngày"),
    ("within", [("15 ngày", "DURATION", "WITHIN", "P15D")], "trong 15 ngày"),
    ("from", [("tháng 9", "DATE", "AFTER", "XXXX-09")], "từ tháng 9"),
    ("on", [("tháng 9", "DATE", "ON", "XXXX-09")], "tháng 9"),
    ("unknown", [("tháng 9", "DATE", None, "XXXX-09")], "tháng 9"),
    ("said by the time itself", [("Trước 30/11", "DATE", "BEFORE", "XXXX-11-30")], "Trước 30/11"),
    ("two", [("ngày 15/10", "DATE", "BEFORE", None), ("15 ngày", "DURATION", "WITHIN", None)],
     "trước ngày 15/10; trong 15 ngày"),
]  # fmt: skip


@pytest.mark.parametrize(("times", "expected"), cases(SAID))
def test_a_deadline_says_on_which_side_of_its_day_it_lies(
    times: list[tuple[str, str, str | None, str | None]], expected: str
) -> None:
    make = time_in(DAY)
    found = [make(part, kind, relation, value=value) for part, kind, relation, value in times]
    assert row_of(DAY, "Sửa cầu", *found)["deadline_text"] == expected


def test_the_shown_day_and_its_words_agree(directive: Analysis) -> None:
    before = replace(directive.times[0], relation="BEFORE")
    row = task_rows(replace(directive, times=(before, *directive.times[1:])))[0]
    assert (row["due"].isoformat(), row["deadline_text"]) == ("2025-09-14", "trước ngày 15/9/2025")


YEARLY, MONTHLY = "FREQ=YEARLY", "FREQ=MONTHLY"
RECURS: list[tuple[str, str, list[tuple[str, str | None, bool, str]], str]] = [
    ("the day alone is the deadline", "Sửa cầu hằng năm trước ngày 15/12",
     [("hằng năm", "EVERY", False, YEARLY), ("ngày 15/12", "BEFORE", True, YEARLY + ";BYMONTH=12")],
     "hằng năm, trước ngày 15/12"),
    ("both are", "Sửa cầu hằng năm, trước ngày 15/12",
     [("hằng năm", "EVERY", True, YEARLY), ("ngày 15/12", "BEFORE", True, YEARLY + ";BYMONTH=12")],
     "hằng năm, trước ngày 15/12"),
    ("the period stands behind", "Sửa cầu trước ngày 15/12 mỗi một năm",
     [("ngày 15/12", "BEFORE", True, YEARLY + ";BYMONTH=12"), ("mỗi một năm", "EVERY", False, YEARLY)],
     "mỗi một năm, trước ngày 15/12"),
    ("two days", "Sửa cầu định kỳ 6 tháng, trước ngày 15/6, và hằng năm, trước ngày 15/12",
     [("định kỳ 6 tháng", "EVERY", True, MONTHLY), ("ngày 15/6", "BEFORE", True, YEARLY + ";BYMONTH=6"),
      ("hằng năm", "EVERY", True, YEARLY), ("ngày 15/12", "BEFORE", True, YEARLY + ";BYMONTH=12")],
     "định kỳ 6 tháng, trước ngày 15/6; hằng năm, trước ngày 15/12"),
    ("the day says it itself", "Hằng tháng họp; sửa cầu chậm nhất ngày 25 hằng tháng",
     [("Hằng tháng", "EVERY", False, MONTHLY), ("ngày 25 hằng tháng", "BY", True, MONTHLY + ";BYMONTHDAY=25")],
     "chậm nhất ngày 25 hằng tháng"),
    ("another period", "Hằng quý họp; sửa cầu trước ngày 15/12",
     [("Hằng quý", "EVERY", False, MONTHLY), ("ngày 15/12", "BEFORE", True, YEARLY + ";BYMONTH=12")],
     "trước ngày 15/12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "times", "expected"), cases(RECURS))
def test_a_recurrence_is_said_in_all_its_words(
    text: str, times: list[tuple[str, str | None, bool, str]], expected: str
) -> None:
    make = time_in(text)
    found = [
        make(part, "SET", relation, is_deadline=limits, rrule=rule)
        for part, relation, limits, rule in times
    ]
    row = row_of(text, text[:3], *found)
    assert (row["frequency"], row["deadline_text"]) == (expected, expected)
