"""What a file says of its text, in the segmentation: headings, tables, footnotes."""

from __future__ import annotations

import pytest

from vndirective.core.normalize import make_view
from vndirective.core.records import Block
from vndirective.segment.structure import segment

TEXT = (
    "CHỈ THỊ\nVề việc trả kết quả đúng hẹn\n\nThời gian qua còn nhiều việc chậm.\nTình hình chung\nCòn hồ sơ trễ hẹn.\n"
    "TT | Việc | Hạn\n1 | Rà soát hồ sơ | 15/12\n2 | Niêm yết | 20/12\n\nHết phần một.\n"
    "[1] Theo báo cáo quý trước.\n"
)


def block(kind: str, words: str) -> Block:
    start = TEXT.index(words)
    return Block(kind, start, start + len(words))


def sections(*layout: Block) -> list[tuple[str, str]]:
    found = segment(make_view(TEXT), layout).sections
    return [(s.kind, TEXT[s.start : s.end]) for s in found]


TABLE = "TT | Việc | Hạn\n1 | Rà soát hồ sơ | 15/12\n2 | Niêm yết | 20/12"
CASES = [
    (block("heading", "Tình hình chung"), ("heading", "Tình hình chung")),
    (block("table", TABLE), ("table", TABLE)),
    (block("footnote", "[1] Theo báo cáo quý trước."), ("footnote", "[1] Theo báo cáo quý trước.")),
]


@pytest.mark.parametrize(("layout", "expected"), CASES, ids=["heading", "table", "footnote"])
def test_layout_gives_sections(layout, expected):
    assert expected not in sections()
    assert expected in sections(layout)


def test_a_statement_in_a_heading_style_is_no_heading():
    assert "heading" not in dict(sections(block("heading", "Còn hồ sơ trễ hẹn.")))


def test_the_head_in_a_table_is_no_table():
    assert "table" not in dict(sections(block("table", "CHỈ THỊ\nVề việc trả kết quả đúng hẹn")))


def test_offsets_stay_exact_in_a_layout_of_empty_stretches():
    blank = TEXT.index("\n\n")
    assert sections(Block("table", blank, blank + 2), Block("heading", len(TEXT), len(TEXT))) == (
        sections()
    )
