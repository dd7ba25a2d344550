"""Linearization of .docx: what is text, what is not, and in which order."""

import io

import pytest
from reading_samples import (
    W_NS,
    abstract,
    docx,
    item,
    level,
    num,
    package,
    para,
    part,
    run,
    table,
)

from vndirective.reading import read
from vndirective.reading.docx import read_docx
from vndirective.reading.limits import DEFAULT_LIMITS


def content(body: str, **parts: str):
    return read_docx(docx(body, **parts), "mau.docx", DEFAULT_LIMITS)


def field(instruction: str, result: str | None = None) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    shown = "" if result is None else mark("separate") + result
    return (
        mark("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + shown + mark("end")
    )


DELETED_MARK = '<w:rPr><w:del w:id="1"/></w:rPr>'
HIDDEN_MARK = "<w:rPr><w:vanish/></w:rPr>"
TEXT_BOX = f"<w:txbxContent>{para('Trong khung')}{para('Dòng hai')}</w:txbxContent>"

INLINE = {
    "runs join": (run("Chỉ ") + run("thị"), "Chỉ thị"),
    "insertion in, deletion out": (
        f"<w:ins>{run('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>",
        "mới",
    ),
    "moved text once": (
        f"<w:moveFrom>{run('đây')}</w:moveFrom>{run('kia, ')}<w:moveTo>{run('đây')}</w:moveTo>",
        "kia, đây",
    ),
    "special characters": (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        "<w:softHyphen/><w:t>e</w:t></w:r>",
        "a\tb\nc-de",
    ),
    "symbols": (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F041"/>'
        '<w:sym w:font="Symbol" w:char="B7"/><w:sym w:char="?"/></w:r>',
        "✓□•□",
    ),
    "hyperlink, smart tag, content control": (
        f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>"
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('c')}</w:sdtContent></w:sdt>",
        "abc",
    ),
    "field result without instruction": (field("DATE", run("17")) + run(" tháng"), "17 tháng"),
    "field without result": (field('XE "x"') + run("a"), "a"),
    "field inside an instruction": (field("IF " + field("X", run("ẩn")), run("thấy")), "thấy"),
    "instruction goes on after an inner field": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + field("X", run("ẩn"))
        + run("ẩn")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("thấy"),
        "thấy",
    ),
    "simple field": (f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', "3"),
    "hidden text": (run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>'), "hiện"),
    "equation": ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
    "phonetic guide": (
        f"<w:r><w:ruby><w:rt>{run('trên')}</w:rt><w:rubyBase>{run('dưới')}</w:rubyBase></w:ruby></w:r>",
        "dưới",
    ),
    "character with a fallback": (
        "<w:r><mc:AlternateContent><mc:Choice><w:symEx/></mc:Choice>"
        "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "☺",
    ),
    "text box once, after its paragraph": (
        run("Trước")
        + "<w:r><mc:AlternateContent>"
        + f"<mc:Choice><w:drawing><wps:txbx>{TEXT_BOX}</wps:txbx></w:drawing></mc:Choice>"
        + f"<mc:Fallback><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></mc:Fallback>"
        + "</mc:AlternateContent></w:r>"
        + run(" sau"),
        "Trước sau\nTrong khung\nDòng hai",
    ),
}


@pytest.mark.parametrize(("inside", "expected"), INLINE.values(), ids=INLINE)
def test_paragraph_content(inside, expected):
    assert content(para(content=inside)).text == expected


BLOCKS = {
    "one paragraph per line, empty ones too": (para("a") + para() + para("b"), "a\n\nb"),
    "block content control": (
        f"<w:sdt><w:sdtContent>{para('a')}</w:sdtContent></w:sdt>{para('b')}",
        "a\nb",
    ),
    "deleted paragraph mark joins": (para("Một ", DELETED_MARK) + para("hai"), "Một hai"),
    "deleted mark before a table and at the end": (
        para("a", DELETED_MARK) + table([para("b", DELETED_MARK), para("c")]),
        "a\nb | c",
    ),
    "carried text stands before a note mark": (
        para("Một", DELETED_MARK)
        + para(content='<w:r><w:footnoteReference w:id="9"/></w:r>' + run(" hai")),
        "Một[1] hai",
    ),
    "deleted paragraph leaves nothing": (
        para("a") + para(properties=DELETED_MARK) + para("b"),
        "a\nb",
    ),
    "hidden paragraph leaves nothing": (
        para("a") + para(properties=HIDDEN_MARK, content=run("x", "<w:vanish/>")) + para("b"),
        "a\nb",
    ),
    "field without an end spares the next paragraph": (
        para(content='<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + para("còn"),
        "\ncòn",
    ),
    "table rows are lines": (
        table([para("TT"), para("Việc")], [para("1"), para("Rà soát")]) + para("hết"),
        "TT | Việc\n1 | Rà soát\nhết",
    ),
    "paragraphs of head and foot are lines": (
        table([para("Sở") + para("Số: 1"), para("Quốc hiệu") + para("Tiêu ngữ")]),
        "Sở\nSố: 1 | Quốc hiệu\nTiêu ngữ",
    ),
    "nested table": (
        table([para("a") + table([para("b"), para("c")], [para("d"), para("e")]), para("f")]),
        "a\nb | c\nd | e | f",
    ),
    "deleted row": (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
        + para("x")
        + "</w:tc></w:tr></w:tbl>"
        + para("y"),
        "y",
    ),
    "row and cell in content controls": (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>"
        + para("a")
        + "</w:tc><w:sdt><w:sdtContent><w:tc>"
        + para("b")
        + "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>",
        "a | b",
    ),
}


@pytest.mark.parametrize(("body", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(body, expected):
    assert content(body).text == expected


def test_nesting_that_the_parser_allows_is_read():
    body = para("đáy")
    for _ in range(80):
        body = table([body])
    assert content(body).text == "đáy"


def test_notes_stand_at_the_end_in_the_order_of_mention():
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = para("Một", content=mark("footnote", 3) + run(" hai") + mark("endnote", 2))
    body += para("ba", content=mark("footnote", 2) + mark("footnote", 9))
    result = content(
        body,
        footnotes=f'<w:footnote w:id="2">{para("Chú hai")}</w:footnote>'
        f'<w:footnote w:id="3">{para(" Chú ba")}{para("tiếp")}</w:footnote>'
        f'<w:footnote w:id="7">{para("không ai nhắc")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{para("Chú cuối")}</w:endnote>',
    )
    assert result.text.split("\n") == [
        "Một[1] hai[2]",
        "ba[3][4]",
        "[1] Chú ba",
        "tiếp",
        "[2] Chú cuối",
        "[3] Chú hai",
    ]
    generated = [result.text[a:b] for a, b, *_, kind in result.map if kind]
    assert generated == ["[1]", "[2]", "[3][4]", "[1]", "[2] ", "[3] "]
    assert [w.code for w in result.warnings] == ["not_read"]


def test_deleted_items_do_not_count():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = para(properties=numbered + DELETED_MARK, content="<w:del/>")
    result = content(
        item(0, "a") + gone + item(0, "b"), numbering=abstract(level(0, "%1.")) + num()
    )
    assert result.text == "1.\ta\n2.\tb"


def test_number_stands_before_what_a_deleted_mark_carried_over():
    numbering = abstract(level(0, "%1.")) + num()
    assert content(para("a ", DELETED_MARK) + item(0, "b"), numbering=numbering).text == "1.\ta b"


def test_hidden_by_style():
    styles = (
        '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="AnCon"><w:basedOn w:val="An"/></w:style>'
    )
    body = para(content=run("ẩn", '<w:rStyle w:val="AnCon"/>') + run("hiện"))
    assert content(body, styles=styles).text == "hiện"


def test_map_covers_the_text_and_names_the_paragraphs():
    result = content(para("a") + table([para("b"), para("c")]) + para("d"))
    assert result.text == "a\nb | c\nd"
    assert [(result.text[s:e], p, g) for s, e, _, p, g in result.map] == [
        ("a\n", 1, None),
        ("b", 2, None),
        (" | ", 2, "generated"),
        ("c\n", 3, None),
        ("d", 4, None),
    ]


LEGACY_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>'
    '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("inside", "seen", "codes"),
    [
        (run("Céng hßa x· héi chñ nghÜa"), "Cộng hòa xã hội chủ nghĩa", ["converted_font"]),
        (run("C\uf0e9ng h\uf0dfa x\uf0b7 h\uf0e9i"), "Cộng hòa xã hội", ["converted_font"]),
        (run("Cộng hòa xã hội chủ nghĩa"), "Cộng hòa xã hội chủ nghĩa", []),
        # Whoever types Unicode in such a font types some runs without a letter that says so.
        (run("Cộng hòa xã hội. ") + run("à, là"), "Cộng hòa xã hội. à, là", []),
        (
            run("céng hßa", '<w:rFonts w:ascii=".VnTimeH"/>') + run(" x· héi"),
            "CỘNG HÒA xã hội",
            ["converted_font", "converted_font"],
        ),
        (
            run("Co", '<w:rFonts w:ascii="VNI-Times"/>')
            + run("äng hoøa xaõ hoäi", '<w:rFonts w:ascii="VNI-Times"/>')
            + run(" §15 ©", '<w:rFonts w:ascii="Arial"/>'),
            "Cộng hòa xã hội §15 ©",
            ["converted_font"],
        ),
    ],
)
def test_font_of_before_unicode_is_converted(inside, seen, codes):
    result = content(para(content=inside), styles=LEGACY_STYLES)
    assert result.text == seen
    assert [w.code for w in result.warnings] == codes
    assert result.map[-1][1] == len(seen)


@pytest.mark.parametrize("fonts", ["", '<w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr>'])
def test_numbers_in_a_font_of_before_unicode(fonts):
    numbering = abstract(level(0, "§iÒu %1.").replace("</w:lvl>", f"{fonts}</w:lvl>")) + num()
    result = content(
        item(0, "Tr¸ch nhiÖm cña uû ban") + item(0, "HiÖu lùc thi hµnh"),
        numbering=numbering, styles=LEGACY_STYLES,
    )  # fmt: skip
    label = "ĐIỀU" if fonts else "Điều"
    expected = f"{label} 1.\tTrách nhiệm của uỷ ban\n{label} 2.\tHiệu lực thi hành"
    assert result.text == expected


def test_headers_and_footers_stand_apart():
    relations = "<Relationships>{}</Relationships>".format(
        '<R Type="x/header" Target="header1.xml"/><R Type="x/footer" Target="footer1.xml"/>'
        '<R Type="x/footer" Target="footer1.xml"/><R Type="x/header" Target="khong-co.xml"/>'
    )
    page = field("PAGE", run("2"))
    data = package(
        {
            "word/document.xml": part("document", f"<w:body>{para('Chỉ thị')}</w:body>"),
            "word/_rels/document.xml.rels": relations,
            "word/header1.xml": part("hdr", para("DỰ THẢO") + para()),
            "word/footer1.xml": part("ftr", table([para("Trang ", content=page)])),
        }
    )
    result = read_docx(data, "mau.docx", DEFAULT_LIMITS)
    assert result.text == "Chỉ thị"
    assert result.apart == ("DỰ THẢO", "Trang 2")


def test_a_table_of_contents_stands_apart():
    style = '<w:style w:type="paragraph" w:styleId="MucLuc1"><w:name w:val="toc 1"/></w:style>'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    page_number = field("PAGEREF _Toc1", run("3"))
    body = [
        para("Mục lục"),
        para(content=begin + run("I. Rà soát nhà trọ") + "<w:r><w:tab/></w:r>" + page_number),
        para("II. Kiểm tra bếp ăn 5", content=end),
        para("III. Lập sổ 7", '<w:pStyle w:val="MucLuc1"/>'),
        para("I. Rà soát nhà trọ"),
        para("Quỹ đã thu 12"),
    ]
    result = read_docx(docx("".join(body), styles=style), "mau.docx", DEFAULT_LIMITS)
    assert result.text == "Mục lục\nI. Rà soát nhà trọ\nQuỹ đã thu 12"
    assert result.apart == ("I. Rà soát nhà trọ\t3", "II. Kiểm tra bếp ăn 5", "III. Lập sổ 7")


def test_a_table_of_contents_without_an_end_takes_nothing_with_it():
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = para(content=begin + run("Rà soát 3")) + para("Các thôn nộp quỹ.") + para("Đã thu 12")
    result = read_docx(docx(body), "mau.docx", DEFAULT_LIMITS)
    assert result.text == "Các thôn nộp quỹ.\nĐã thu 12"


def test_what_a_form_shows_where_nothing_was_filled_in_is_left_out():
    def form(state: str, content: str) -> str:
        return f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    unfilled = "<w:showingPlcHdr/>"
    body = [
        para("Kính gửi: ", content=form(unfilled, run("Bấm để nhập"))),
        form(unfilled, para("Bấm để chọn ngày")),
        para("Ngày ", content=form('<w:showingPlcHdr w:val="0"/>', run("5/3"))),
    ]
    assert read_docx(docx("".join(body)), "mau.docx", DEFAULT_LIMITS).text == "Kính gửi: \nNgày 5/3"


HEADINGS = """
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="Thân"/><w:basedOn w:val="H1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
"""


def test_layout_tells_headings_tables_and_footnotes():
    def styled(style: str, text: str, extra: str = "") -> str:
        return para(text, f'<w:pStyle w:val="{style}"/>{extra}')

    body = (
        styled("H1", "Một")
        + styled("Con", "Hai")
        + styled("Muc", "Ba")
        + styled("Than", "Bốn")
        + para("Năm", '<w:outlineLvl w:val="0"/>')
        + styled("H1", "Sáu", '<w:outlineLvl w:val="9"/>')
        + table([para("a"), para("b") + table([para("c")])], [para("d"), para("e")])
        + table([styled("H1", "Bảy")], [styled("H1", "Tám") + para("f")])
        + table([styled("H1", "Chín"), para("g")])
        + para("Hết", content='<w:r><w:footnoteReference w:id="1"/></w:r>')
    )
    result = content(
        body,
        styles=HEADINGS,
        footnotes=f'<w:footnote w:id="1">{para("Chú")}{para("thích")}</w:footnote>',
    )
    assert [(b.kind, result.text[b.start : b.end]) for b in result.layout] == [
        ("heading", "Một"),
        ("heading", "Hai"),
        ("heading", "Ba"),
        ("heading", "Năm"),
        ("table", "a | b\nc\nd | e"),
        ("table", "Bảy\nTám\nf"),
        ("heading", "Bảy"),
        ("heading", "Tám"),
        ("table", "Chín | g"),
        ("footnote", "[1] Chú\nthích"),
    ]


def test_embedded_document_is_told():
    assert [w.code for w in content(para("a") + "<w:altChunk/>").warnings] == ["not_read"]


def test_parts_are_found_by_their_relations_and_in_strict_form():
    body = part("document", f"<w:body>{item(0, 'Ý')}</w:body>")
    strict = body.replace(W_NS, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    relations = "<Relationships>{}</Relationships>".format
    data = package(
        {
            "_rels/.rels": relations('<R Type="x/officeDocument" Target="/Van/chinh.xml"/>'),
            "Van\\chinh.xml": strict,
            "van/_rels/chinh.xml.rels": relations('<R Type="x/numbering" Target="../so.xml"/>'),
            "so.xml": part("numbering", abstract(level(0, "%1.")) + num()),
        }
    )
    assert read_docx(data, "mau.docx", DEFAULT_LIMITS).text == "1.\tÝ"


def test_document_of_python_docx(tmp_path):
    library = pytest.importorskip("docx")
    document = library.Document()
    document.add_heading("CHỈ THỊ", 0)
    document.add_paragraph("Rà soát thủ tục", style="List Number")
    document.add_paragraph("Báo cáo kết quả", style="List Number")
    document.add_paragraph("Kịp thời", style="List Bullet")
    grid = document.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Phụ lục"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "Việc", "Hạn"
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "mau.docx"
    path.write_bytes(buffer.getvalue())
    assert read(path).text.split("\n") == [
        "CHỈ THỊ",
        "1.\tRà soát thủ tục",
        "2.\tBáo cáo kết quả",
        "•\tKịp thời",
        "Phụ lục",
        "Việc | Hạn",
    ]
