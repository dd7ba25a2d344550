"""Tables: a row is a line, whatever its cells hold."""

from pathlib import Path

import pytest
from reading_samples import docx, para, table

import vndirective as vd
from vndirective.reading.docx import read_docx
from vndirective.reading.limits import DEFAULT_LIMITS

HEAD = ("TT", "Việc", "Chủ trì", "Thời hạn")


def word(*rows: tuple[str, ...]):
    """Read a table of these rows; a cell has a paragraph for each line of its text."""
    cells = [["".join(map(para, cell.split("\n"))) for cell in row] for row in rows]
    return read_docx(docx(table(*cells)), "mau.docx", DEFAULT_LIMITS)


def merged(text: str = "", *, columns: int = 1, rows: str = "") -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f"<w:tcPr>{span}{rows}</w:tcPr>{para(text)}"


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

PARAGRAPHS = {
    "behind a mark": ("- Lập sổ;\n- Dán số nhà.", "- Lập sổ; - Dán số nhà."),
    "behind none": ("Trạm Y tế\nTổ dân phố", "Trạm Y tế; Tổ dân phố"),
    "empty ones count for nothing": ("\nTrạm Y tế\n \n\nTổ dân phố\n", "Trạm Y tế; Tổ dân phố"),
    "blanks at the end": ("Trạm Y tế \nTổ dân phố", "Trạm Y tế; Tổ dân phố"),
    "the first one goes on": ("Kéo cáp\nđến ba thôn\n(thôn Hạ)", "Kéo cáp đến ba thôn (thôn Hạ)"),
    "items are no going on": ("a) Lập sổ\nb) Dán số nhà", "a) Lập sổ; b) Dán số nhà"),
}


@pytest.mark.parametrize(("cell", "line"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs_of_a_cell(cell, line):
    result = word(HEAD, ("1", cell, "Công an xã", ""), ("2", "x", "y", "z"))
    assert result.text.split("\n") == [
        "TT | Việc | Chủ trì | Thời hạn",
        f"1 | {line} | Công an xã | ",
        "2 | x | y | z",
    ]


def test_line_breaks_and_heads_of_columns():
    broken = "<w:p><w:r><w:t>Trạm Y tế</w:t><w:br/><w:br/><w:t>Tổ dân phố</w:t></w:r></w:p>"
    heads = [*map(para, ("TT", "VIỆC")), para("ĐƠN VỊ") + para("CHỦ TRÌ")]
    body = table(heads, [para("1"), para("Lập sổ"), broken])
    text = read_docx(docx(body), "mau.docx", DEFAULT_LIMITS).text
    assert text == "TT | VIỆC | ĐƠN VỊ CHỦ TRÌ\n1 | Lập sổ | Trạm Y tế; Tổ dân phố"


def test_map_of_joined_paragraphs():
    result = word(HEAD, ("1", "Lập sổ\nDán số\n", "Công an", ""), ("2", "x", "y", "z"))
    stretches = [(result.text[a:b], p, kind) for a, b, _, p, kind in result.map if 5 <= p <= 9]
    assert stretches == [
        ("1", 5, None),
        (" | ", 5, "generated"),
        ("Lập sổ", 6, None),
        ("; ", 6, "generated"),
        ("Dán số", 7, None),
        (" | ", 8, "generated"),
        ("Công an", 9, None),
        (" | ", 9, "generated"),
    ]
    assert [a for a, *_ in result.map] == [0, *(b for _, b, *_ in result.map[:-1])]


MERGED = {
    "over rows": (
        [
            [*map(para, HEAD)],
            [para("1"), para("Lập sổ"), merged("Công an", rows=BEGINS), para("3/5")],
            [para("2"), para("Dán số"), merged(rows=GOES_ON), merged("4/5", rows=BEGINS)],
            [para("3"), para("Báo cáo"), merged(rows=GOES_ON), merged(rows=GOES_ON)],
            [para("4"), para("Họp"), merged("Trạm Y tế", rows=BEGINS), para("5/5")],
        ],
        "1 | Lập sổ | Công an | 3/5\n2 | Dán số | Công an | 4/5\n3 | Báo cáo | Công an | 4/5\n"
        "4 | Họp | Trạm Y tế | 5/5",
    ),
    "over columns": (
        [
            [*map(para, HEAD)],
            [merged("1"), merged("Nhóm một", columns=2), para("5/5")],
            [para("2"), merged("Nhóm hai", columns=3)],
            [merged("A. TRẬT TỰ", columns=4)],
        ],
        "1 | Nhóm một |  | 5/5\n2 | Nhóm hai |  | \nA. TRẬT TỰ",
    ),
    "a head of two rows": (
        [
            [
                *(merged(text, rows=BEGINS) for text in ("TT", "Việc")),
                merged("Phân công", columns=2),
                merged("Thời hạn", rows=BEGINS),
            ],
            [
                *(merged(rows=GOES_ON) for _ in range(2)),
                *map(para, ("Chủ trì", "Phối hợp")),
                merged(rows=GOES_ON),
            ],
        ],
        "TT | Việc | Chủ trì | Phối hợp | Thời hạn",
    ),
    "a row that says nothing itself": (
        [
            [*map(para, HEAD)],
            [merged(text, rows=BEGINS) for text in ("1", "Lập sổ", "Công an", "3/5")],
            [merged(rows=GOES_ON) for _ in range(4)],
        ],
        "1 | Lập sổ | Công an | 3/5\n |  |  | ",
    ),
    "what says something goes on with nothing": (
        [[*map(para, HEAD)], [merged("1", rows=GOES_ON), *map(para, "abc")]],
        "1 | a | b | c",
    ),
}


@pytest.mark.parametrize(("rows", "expected"), MERGED.values(), ids=MERGED)
def test_merged_cells(rows, expected):
    lines = read_docx(docx(table(*rows)), "mau.docx", DEFAULT_LIMITS).text.split("\n")
    assert "\n".join(lines[1:]) == expected


def test_what_is_repeated_is_generated():
    rows = [
        [*map(para, HEAD)],
        [para("1"), para("a"), merged("Công an", rows=BEGINS), para("3/5")],
        [para("2"), para("b"), merged(rows=GOES_ON), para("4/5")],
    ]
    result = read_docx(docx(table(*rows)), "mau.docx", DEFAULT_LIMITS)
    said = [(p, kind) for a, b, _, p, kind in result.map if "Công an" in result.text[a:b]]
    assert said == [(7, None), (7, "generated")]


def test_columns_left_out_and_numbers_that_are_made_up():
    rows = table([*map(para, HEAD)], [merged("a", columns=10**9), para("b")])
    rows = rows.replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>', 1)
    first, second = read_docx(docx(rows), "mau.docx", DEFAULT_LIMITS).text.split("\n")
    assert first == " | TT | Việc | Chủ trì | Thời hạn"
    assert second == "a | b"


PAGES = {
    "one row": [("Sở A\nSố: 1", "Quốc hiệu\nTiêu ngữ")],
    "two rows": [("Sở A\nPHÒNG B", "Quốc hiệu\nTiêu ngữ"), ("Số: 1", "Ngày 2")],
    "two rows in capitals": [("SỞ A", "QUỐC HIỆU"), ("Số: 1", "Tiêu ngữ\nNgày 2")],
    "a frame around text": [("Điều 1\nĐiều 2",), ("Điều 3\nĐiều 4",)],
}


@pytest.mark.parametrize("rows", PAGES.values(), ids=PAGES)
def test_tables_that_place_things_on_a_page(rows):
    expected = "\n".join(" | ".join(row) for row in rows)
    assert word(*rows).text == expected


def test_duties_of_a_table_with_merged_cells_and_rows_of_one_cell(tmp_path: Path) -> None:
    rows = [
        [*map(para, ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"))],
        [merged("A. TRẬT TỰ", columns=4)],
        [para("1"), para("Rà soát nhà trọ"), merged("Công an xã", rows=BEGINS), para("3/5/2024")],
        [para("2"), para("Lập sổ") + para("Dán số nhà"), merged(rows=GOES_ON), para("4/5/2024")],
        [merged("B. Y TẾ", columns=4)],
        [
            para("3"),
            para("Kiểm tra bếp ăn"),
            para("Trạm Y tế") + para("Tổ tự quản"),
            para("5/5/2024"),
        ],
    ]
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(docx(para("KẾ HOẠCH") + para("Giữ trật tự khu trọ") + table(*rows)))
    document = vd.analyze(path)
    bearers = [[b.text for b in o.bearers] for o in document.obligations]
    assert [o.action.text for o in document.obligations] == [
        "Rà soát nhà trọ", "Lập sổ", "Dán số nhà", "Kiểm tra bếp ăn",
    ]  # fmt: skip
    assert bearers == [*[["Công an xã"]] * 3, ["Trạm Y tế", "Tổ tự quản"]]
    spans = [s for o in document.obligations for s in (o.action, *o.bearers)]
    assert all(document.text[s.start : s.end] == s.text for s in spans)
