"""Tables of tasks and labeled lines: what columns and labels say of a duty."""

from __future__ import annotations

from typing import Any

import pytest
from tables import cases

import vndirective as vd
from vndirective.core.resources import lexicon
from vndirective.extract.context import Context
from vndirective.extract.tables.rows import task_rows
from vndirective.extract.tables.task_lists import labeled

PLAN = "KẾ HOẠCH\nCải cách hành chính năm 2024\n\nI. NHIỆM VỤ\n1. Rà soát quy chế làm việc.\n"
HEAD = "| STT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời hạn | Sản phẩm |\n"


def duties(text: str) -> list[dict[str, Any]]:
    doc = vd.analyze(text=text, issued_on="2024-02-01")
    due = {t.id: t.due for t in doc.times}
    return [
        {
            "action": o.action.text,
            "bearers": [b.text for b in o.bearers],
            "partners": [b.text for b in o.coordinated_with],
            "due": [due[d] for d in o.deadlines],
            "product": o.deliverable.text if o.deliverable else None,
        }
        for o in doc.obligations
    ]


LINES = [
    ("lead, partner and deadline on one line",
     "- Đơn vị chủ trì: Phòng Nội vụ; đơn vị phối hợp: Phòng Tư pháp, các xã; thời hạn: tháng 5/2024.\n",
     {"bearers": ["Phòng Nội vụ"], "partners": ["Phòng Tư pháp", "các xã"], "due": ["2024-05-31"]}),
    ("each on a line of its own",
     "- Cơ quan chủ trì: Phòng Nội vụ.\n- Thời gian hoàn thành: Quý II/2024.\n",
     {"bearers": ["Phòng Nội vụ"], "due": ["2024-06-30"]}),
    ("a product", "- Sản phẩm: Báo cáo rà soát.\n", {"product": "Báo cáo rà soát"}),
    ("a label that is none", "- Yêu cầu: đúng quy định.\n", {"bearers": [], "due": []}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), cases(LINES))
def test_labeled_lines_speak_of_the_task_above(lines: str, expected: dict[str, Any]) -> None:
    found = duties(PLAN + lines)[0]
    assert found["action"] == "Rà soát quy chế làm việc"
    assert {key: found[key] for key in expected} == expected


ROWS = [
    ("a year alone in the column of deadlines",
     HEAD + "| 1 | Xây dựng kế hoạch số hóa hồ sơ | Sở Nội vụ | | 2025 | |\n",
     [{"action": "Xây dựng kế hoạch số hóa hồ sơ", "bearers": ["Sở Nội vụ"],
       "partners": [], "due": ["2025-12-31"], "product": None}]),
    ("a verb in the cell of the task",
     HEAD + "| 1 | Xây dựng kế hoạch số hóa hồ sơ | Sở Nội vụ | Sở Tư pháp, các huyện | 30/6/2024 | Kế hoạch |\n",
     [{"action": "Xây dựng kế hoạch số hóa hồ sơ", "bearers": ["Sở Nội vụ"],
       "partners": ["Sở Tư pháp", "các huyện"], "due": ["2024-06-30"], "product": "Kế hoạch"}]),
    ("a noun in the cell of the task",
     HEAD + "| 2 | Danh mục thủ tục cần cắt giảm | Văn phòng UBND tỉnh | | Quý III/2024 | |\n",
     [{"action": "Danh mục thủ tục cần cắt giảm", "bearers": ["Văn phòng UBND tỉnh"],
       "partners": [], "due": ["2024-09-30"], "product": None}]),
    ("a row that groups others", HEAD + "| A | Thể chế | | | | |\n", []),
    ("a table of figures", "| STT | Đơn vị | Số hồ sơ | Tỷ lệ |\n| 1 | Xã An Lạc | 120 | 95% |\n", []),
]  # fmt: skip


def test_headings_above_labels_are_the_tasks() -> None:
    text = """KẾ HOẠCH
Cải cách hành chính năm 2024

I. NHIỆM VỤ

1. Rà soát quy chế làm việc

- Đơn vị chủ trì: Phòng Nội vụ.

- Thời gian hoàn thành: Quý II/2024.

2. Kinh phí

3. Mở lớp dạy nghề

a) Đơn vị chủ trì: Phòng Giáo dục.

b) Thời hạn: Tháng 9/2024.
"""
    found = [(d["action"], d["bearers"], d["due"]) for d in duties(text)]
    assert found == [
        ("Rà soát quy chế làm việc", ["Phòng Nội vụ"], ["2024-06-30"]),
        ("Mở lớp dạy nghề", ["Phòng Giáo dục"], ["2024-09-30"]),
    ]


@pytest.mark.parametrize(("table", "expected"), cases(ROWS))
def test_rows_are_duties(table: str, expected: list[dict[str, Any]]) -> None:
    text = f"KẾ HOẠCH\nCải cách hành chính năm 2024\n\nPHỤ LỤC\nDanh mục nhiệm vụ\n{table}"
    assert duties(text) == expected


@pytest.mark.parametrize("example", lexicon("tasks")["examples"], ids=lambda e: e["line"][:20])
def test_labels_are_found_in_their_examples(example: dict[str, Any]) -> None:
    line = example["line"]
    if "|" in line:
        doc = vd.analyze(text=f"{line}\n" + " | ".join("abcde") + "\n")
        assert doc.obligations == ()
        return
    from vndirective.core.normalize import make_view
    from vndirective.segment.structure import segment

    ctx = Context.of(segment(make_view(line)), None)
    found = labeled(ctx.tokens, 0, len(ctx.tokens.keys))
    assert list(found or {}) == example["labels"]
    assert task_rows(ctx, []) == {}
