"""PDF: the text layer, its pages, and the files without one."""

import pytest
from fpdf import FPDF
from pdf_documents import FONT
from reading_samples import Placed, pdf

from vndirective.core.errors import InputError
from vndirective.reading import read
from vndirective.reading.limits import DEFAULT_LIMITS, Limits
from vndirective.reading.pdf import read_pdf

PASSWORD = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >> /ID [(%b) (%b)]" % (
    b"a" * 32,
    b"b" * 32,
    b"c" * 16,
    b"c" * 16,
)
LONG = "Ủy ban nhân dân các cấp rà soát thủ tục"


def test_lines_and_pages():
    content = read_pdf(pdf([["CHỈ THỊ", "Về kỷ cương"], ["Nơi nhận:"]]), "a.pdf", DEFAULT_LIMITS)
    assert content.text == "CHỈ THỊ\nVề kỷ cương\nNơi nhận:"
    assert content.map == ((0, 20, 1, None, None), (20, 29, 2, None, None))
    assert content.warnings == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(["các cơ-", "quan rà soát"], "các cơ-quan rà soát"), (["ngày 15-", "12"], "ngày 15-\n12")],
)
def test_hyphen_at_the_end_of_a_line_survives(lines, expected):
    assert read_pdf(pdf([lines]), "a.pdf", DEFAULT_LIMITS).text == expected


REFUSED = {
    "scan": (pdf([[]], picture=True), "no_text", "scanned"),
    "glyphs without Unicode": (pdf([[LONG]], mapped=False), "no_text", "no Unicode value"),
    "password": (pdf([[LONG]], trailer=PASSWORD), "encrypted", "password"),
    "not a PDF": (b"PK\x03\x04...", "unsupported", "a ZIP package"),
    "no file of a kind that is known": (b"abc", "unsupported", "this is not a PDF"),
    "cut off": (b"%PDF-1.7\n", "damaged", "PDFium cannot open it"),
}


@pytest.mark.parametrize(("data", "code", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(data, code, words):
    with pytest.raises(InputError, match=words) as caught:
        read_pdf(data, "a.pdf", DEFAULT_LIMITS)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("limits", [Limits(max_pages=1), Limits(max_chars=10)])
def test_limits(limits):
    with pytest.raises(InputError) as caught:
        read_pdf(pdf([[LONG], [LONG]]), "a.pdf", limits)
    assert caught.value.code == "too_large"


def test_scanned_page_among_others_is_told():
    pages = [[LONG] * 5, ["Ký bởi"]]
    warnings = read_pdf(pdf(pages, picture=True), "a.pdf", DEFAULT_LIMITS).warnings
    assert [w.code for w in warnings] == ["scanned_pages"]
    assert "on page 2:" in warnings[0].message


def test_a_table_is_told():
    out = FPDF()
    out.add_font("body", fname=FONT)
    for ruled in (True, False):
        out.add_page()
        out.set_font("body", size=11)
        out.cell(0, 8, "Một khung quanh một dòng", border=1, new_x="LMARGIN", new_y="NEXT")
        for cells in (("TT", "Việc", "Hạn"), ("1", "Rà soát nhà trọ", "3/5")):
            for number, text in enumerate(cells, 1):
                below = {"new_x": "LMARGIN", "new_y": "NEXT"} if number == len(cells) else {}
                out.cell(40, 8, text, border=int(ruled), **below)
    warnings = read_pdf(bytes(out.output()), "a.pdf", DEFAULT_LIMITS).warnings
    assert [w.code for w in warnings] == ["pdf_table"]
    assert "on page 1:" in warnings[0].message


LEFT = ["Phòng nội vụ rà soát lại", "toàn bộ hồ sơ còn tồn của", "năm trước, phân loại theo",
        "thời gian và nguyên nhân,", "báo cáo lãnh đạo ủy ban", "trong tuần đầu của tháng,",
        "kèm danh sách người chịu", "trách nhiệm từng hồ sơ", "và thời hạn giải quyết."]  # fmt: skip
RIGHT = ["Bộ phận một cửa niêm yết", "kết quả ở nơi dễ thấy và", "nhắn tin cho người nộp khi",
         "hồ sơ sắp đến hạn trả, để", "không ai phải đi lại hai", "lần vì một tờ giấy. Mỗi",
         "chiều thứ sáu, bộ phận ấy", "gửi bảng theo dõi cho các", "phòng chuyên môn của xã."]  # fmt: skip


def columns(first: int = 700) -> tuple[list[Placed], list[Placed]]:
    return (
        [(50, first - 14 * k, 10, line) for k, line in enumerate(LEFT)],
        [(320, first - 14 * k, 10, line) for k, line in enumerate(RIGHT)],
    )


def rows() -> list[Placed]:
    left, right = columns()
    return [line for pair in zip(left, right, strict=True) for line in pair]


TITLE: Placed = (100, 740, 14, "BẢN TIN CỦA ỦY BAN NHÂN DÂN XÃ VẠN LỘC")
BELOW: Placed = (50, 500, 10, "Bản tin ra mỗi tháng một số, phát miễn phí tại trụ sở ủy ban xã.")
IN_COLUMNS = {
    "drawn row by row": [TITLE, *rows(), BELOW],
    "drawn column by column": [TITLE, *columns()[0], *columns()[1], BELOW],
    "drawn right column first": [*columns()[1], BELOW, *columns()[0], TITLE],
    "drawn from the bottom": [TITLE, *rows(), BELOW][::-1],
}


@pytest.mark.parametrize("drawn", IN_COLUMNS.values(), ids=IN_COLUMNS)
def test_two_columns_are_read_one_after_the_other(drawn):
    lines = read_pdf(pdf([drawn]), "a.pdf", DEFAULT_LIMITS).text.split("\n")
    assert lines == [TITLE[3], *LEFT, *RIGHT, BELOW[3]]


HEAD = [
    (60, 760, 11, "UBND XÃ VẠN LỘC"), (320, 760, 11, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
    (60, 745, 11, "Số: 12/UBND"), (320, 745, 11, "Độc lập - Tự do - Hạnh phúc"),
]  # fmt: skip
CELLS = {
    "a head in two columns": (
        HEAD,
        ["UBND XÃ VẠN LỘC | CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Số: 12/UBND | Độc lập - Tự do - Hạnh phúc"],
    ),
    "rows of a table": (
        [(50, 700, 10, "TT"), (120, 700, 10, "Việc"), (300, 700, 10, "Hạn"),
         (50, 685, 10, "1"), (120, 685, 10, "Rà soát"), (300, 685, 10, "15/12")],
        ["TT | Việc | Hạn", "1 | Rà soát | 15/12"],
    ),
    "the number of an item is no cell": (
        [(50, 700, 10, "1."), (100, 700, 10, "Rà soát"), (50, 685, 10, "-"), (100, 685, 10, "Niêm yết"),
         (50, 670, 10, "a)"), (100, 670, 10, "Báo cáo"), (50, 655, 10, "Điều"), (79, 655, 10, "1.")],
        ["1. Rà soát", "- Niêm yết", "a) Báo cáo", "Điều 1."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawn", "expected"), CELLS.values(), ids=CELLS)
def test_cells(drawn, expected):
    content = read_pdf(pdf([drawn]), "a.pdf", DEFAULT_LIMITS)
    assert content.text.split("\n") == expected
    generated = {content.text[a:b] for a, b, *_, kind in content.map if kind}
    assert generated <= {" | "}


def with_margins(count: int, head: str, foot: str, first: int = 1) -> list[list[str | Placed]]:
    """Return pages whose head and foot may name the number of the page."""
    pages: list[list[str | Placed]] = []
    for k in range(count):
        lines: list[str | Placed] = [f"Phần {'abcdefgh'[k]} của bài", f"{LONG} {'mnopqrst'[k]}"]
        # Drawn last and first: where a line stands decides, not when it was drawn.
        if head:
            lines.append((50, 790, 8, head.format(k + first)))
        if foot:
            lines.insert(0, (280, 30, 8, foot.format(k + first)))
        pages.append(lines)
    return pages


MARGINS = [
    (3, "Tham luận hội nghị", "{}", ("Tham luận hội nghị", "1")),
    (2, "Xã Vạn Lộc, năm 2024", "- {} -", ("Xã Vạn Lộc, năm 2024", "- 1 -")),
    (4, "", "Trang {}/4", ("Trang 1/4",)),
    (4, "Kỷ yếu, trang {} trên 4", "", ("Kỷ yếu, trang 1 trên 4",)),
    (1, "", "{}", ("1",)),
    (1, "Một dòng đầu", "", ()),
    (1, "Một dòng đầu", "15", ()),
]


@pytest.mark.parametrize(("count", "head", "foot", "apart"), MARGINS)
def test_running_heads_and_page_numbers_stand_apart(count, head, foot, apart):
    content = read_pdf(pdf(with_margins(count, head, foot)), "a.pdf", DEFAULT_LIMITS)
    body = [line for page in with_margins(count, "", "") for line in page]
    assert content.apart == apart
    kept = content.text.split("\n")
    assert sorted(kept) == sorted(body + ([] if apart else [line for line in (head, foot) if line]))
    assert [page for *_, page, _, _ in content.map] == list(range(1, count + 1))


FORM = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "GIẤY MỜI",
    "Kính gửi:",
]


def test_the_head_of_a_form_that_is_used_again_stays():
    pages = [[*FORM, f"Ông {name}", (280, 30, 8, str(k))] for k, name in enumerate("ABC", 1)]
    content = read_pdf(pdf(pages), "a.pdf", DEFAULT_LIMITS)
    assert content.text.count(FORM[0]) == 3
    assert content.apart == ("1",)


@pytest.mark.parametrize("lines", [["Phiếu"], ["Phiếu", "lấy ý kiến"], FORM])
def test_pages_that_are_the_same_stay(lines):
    content = read_pdf(pdf([lines] * 3), "a.pdf", DEFAULT_LIMITS)
    assert (content.text, content.apart) == ("\n".join(lines * 3), ())


def test_numbers_that_do_not_count_pages_stay():
    pages = [[LONG, (50, 30, 10, str(year))] for year in (2021, 1990, 2024)]
    assert "1990" in read_pdf(pdf(pages), "a.pdf", DEFAULT_LIMITS).text


def test_lines_that_differ_in_a_number_only_stay():
    pages = [[(50, 760, 10, f"Nhiệm vụ {n}"), LONG + "." * n] for n in (3, 7, 12)]
    assert read_pdf(pdf(pages), "a.pdf", DEFAULT_LIMITS).apart == ()


def test_footnotes_stand_at_the_end():
    pages = [
        [LONG + ".", LONG + ";", (50, 60, 8, "1 Theo báo cáo quý một,"), (50, 50, 8, "bảng số 2."),
         (50, 40, 8, "2 Số liệu của xã.")],
        ["Phần sau. " + LONG, (50, 40, 8, "3 Như trên."), (280, 20, 8, "2")],
    ]  # fmt: skip
    content = read_pdf(pdf(pages), "a.pdf", DEFAULT_LIMITS)
    assert content.text.split("\n") == [
        LONG + ".",
        LONG + ";",
        "Phần sau. " + LONG,
        "[1] Theo báo cáo quý một,",
        "bảng số 2.",
        "[2] Số liệu của xã.",
        "[3] Như trên.",
    ]
    assert [content.text[b.start : b.end][:3] for b in content.layout] == ["[1]", "[2]", "[3]"]
    assert {content.text[a:b] for a, b, *_, kind in content.map if kind} == {"[", "] "}


def test_the_mark_of_a_footnote_is_told_from_an_exponent():
    width = 6.0  # of a letter
    text, rest = "Theo báo cáo", " và 25 m"
    at = 50 + width * len(text)
    page = [
        (50, 700, 10, text), (at, 704, 6, "1"), (at + 4, 700, 10, rest),
        (at + 4 + width * len(rest), 704, 6, "2"), (50, 40, 7, "1 Báo cáo số 5."),
    ]  # fmt: skip
    content = read_pdf(pdf([page]), "a.pdf", DEFAULT_LIMITS)
    assert content.text.split("\n") == ["Theo báo cáo[1] và 25 m2", "[1] Báo cáo số 5."]


def test_a_page_in_small_letters_has_no_footnotes():
    pages = [[(50, 700 - 12 * k, 8, f"{k} {LONG}") for k in range(5)]]
    assert read_pdf(pdf(pages), "a.pdf", DEFAULT_LIMITS).layout == ()


LEGACY = [
    ("ABCDEF+.VnTime", "Céng hßa x· héi chñ nghÜa", "Cộng hòa xã hội chủ nghĩa", []),
    ("ABCDEF+.VnTimeH", "Céng hßa x· héi", "CỘNG HÒA XÃ HỘI", []),
    ("VNI-Times", "Coäng hoøa xaõ hoäi", "Cộng hòa xã hội", []),
    ("Sample", "Céng hßa x· héi", "Céng hßa x· héi", ["legacy_font"]),
]


@pytest.mark.parametrize(("font", "text", "seen", "codes"), LEGACY)
def test_fonts_of_before_unicode_are_converted(tmp_path, font, text, seen, codes):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[text]], font=font))
    document = read(path)
    assert document.text == seen
    assert [w.code for w in document.warnings] == codes


def test_letters_beyond_the_basic_plane():
    lines = ["Chữ 𝐀𝐁 và số", "Rà soát 𝐂"]
    assert read_pdf(pdf([lines]), "a.pdf", DEFAULT_LIMITS).text.split("\n") == lines


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_text_that_runs_upwards(rotate):
    """A page in landscape is often stored so, and shown turned."""
    pages = [[f"Chỉ thị số {'mnp'[k]}", f"{LONG} {'abc'[k]}", "Trang sau"] for k in range(3)]
    content = read_pdf(pdf(pages, rising=True, rotate=rotate), "a.pdf", DEFAULT_LIMITS)
    if rotate:
        assert content.apart == ()
    assert content.text.startswith("\n".join(pages[0][:2]))
    assert " | " not in content.text


def test_places_far_from_the_page_cost_nothing():
    far = [(10.0**9, 700 - 14 * k, 10, "xa") for k in range(12)]
    text = read_pdf(
        pdf([[*far, *[f"{LONG} {k}" for k in range(12)]]]), "a.pdf", DEFAULT_LIMITS
    ).text
    assert text.count("rà soát") == 12


def test_many_pages_are_refused():
    with pytest.raises(InputError, match="5,000 pages are above the limit of 2,000") as caught:
        read_pdf(pdf([[LONG]] * 5000), "a.pdf", DEFAULT_LIMITS)
    assert caught.value.code == "too_large"
