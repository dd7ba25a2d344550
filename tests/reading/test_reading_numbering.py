"""Automatic numbering of .docx: what Word shows, as text."""

import pytest
from reading_samples import abstract, docx, item, level, num, para

from vndirective.reading.docx import read_docx
from vndirective.reading.limits import DEFAULT_LIMITS


def lines(body: str, **parts: str) -> list[str]:
    return read_docx(docx(body, **parts), "mau.docx", DEFAULT_LIMITS).text.split("\n")


OUTLINE = abstract(level(0, "%1.", "upperRoman"), level(1, "%2."), level(2, "%3)", "lowerLetter"))
LEGAL = abstract(level(0, "Điều %1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))


def override(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


CASES = {
    "outline restarts below a new parent": (
        OUTLINE + num(),
        [(0, 1), (1, 1), (1, 1), (2, 1), (2, 1), (0, 1), (1, 1), (2, 1)],
        ["I.", "1.", "2.", "a)", "b)", "II.", "1.", "a)"],
    ),
    "numbers of the levels above are shown": (
        LEGAL + num(),
        [(0, 1), (1, 1), (2, 1), (2, 1), (1, 1), (0, 1), (1, 1)],
        ["Điều 1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "Điều 2.", "2.1."],
    ),
    "a skipped level counts as begun": (
        LEGAL + num(),
        [(1, 1), (1, 1), (0, 1), (2, 1), (1, 1)],
        ["1.1.", "1.2.", "Điều 2.", "2.1.1.", "2.2."],
    ),
    "lists of one definition count on": (
        OUTLINE + num(1) + num(2),
        [(0, 1), (0, 2), (0, 1)],
        ["I.", "II.", "III."],
    ),
    "lists of two definitions count apart": (
        OUTLINE + abstract(level(0, "%1/"), number=7) + num(1) + num(2, of=7),
        [(0, 1), (0, 2), (0, 1), (0, 2)],
        ["I.", "1/", "II.", "2/"],
    ),
    "startOverride restarts once": (
        LEGAL + num(1) + num(2, overrides=override(0, 5)),
        [(0, 1), (0, 1), (0, 2), (0, 2), (1, 2)],
        ["Điều 1.", "Điều 2.", "Điều 5.", "Điều 6.", "6.1."],
    ),
    "startOverride on a lower level": (
        OUTLINE + num(1) + num(2, overrides=override(0, 1) + override(1, 1)),
        [(0, 1), (1, 1), (1, 1), (1, 2), (1, 2)],
        ["I.", "1.", "2.", "1.", "2."],
    ),
    "lvlOverride replaces a level": (
        OUTLINE + num(1, overrides=f'<w:lvlOverride w:ilvl="1">{level(1, "(%2)")}</w:lvlOverride>'),
        [(0, 1), (1, 1), (1, 1)],
        ["I.", "(1)", "(2)"],
    ),
    "lvlRestart 0 never restarts": (
        abstract(level(0, "%1."), level(1, "Điều %2.", extra='<w:lvlRestart w:val="0"/>')) + num(),
        [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1)],
        ["1.", "Điều 1.", "Điều 2.", "2.", "Điều 3."],
    ),
    "lvlRestart 1 restarts below level 1 only": (
        abstract(
            level(0, "%1."), level(1, "%2/"), level(2, "%3)", extra='<w:lvlRestart w:val="1"/>')
        )
        + num(),
        [(0, 1), (1, 1), (2, 1), (1, 1), (2, 1), (0, 1), (2, 1)],
        ["1.", "1/", "1)", "2/", "2)", "2.", "1)"],
    ),
    "isLgl shows every level as decimal": (
        abstract(level(0, "%1.", "upperRoman"), level(1, "%1.%2.", extra="<w:isLgl/>")) + num(),
        [(0, 1), (0, 1), (1, 1)],
        ["I.", "II.", "2.1."],
    ),
    "a number fixed in the text": (
        abstract(level(0, "đ)", "lowerLetter")) + num(),
        [(0, 1)],
        ["đ)"],
    ),
    "formats": (
        abstract(
            level(0, "%1", "decimalZero", 9),
            level(1, "%2", "lowerRoman", 4),
            level(2, "%3", "upperLetter", 26),
            level(3, "%4", "lowerLetter", 28),
            level(4, "[%5]", "none"),
            level(5, "%1-%6", "decimal", 3),
        )
        + num(),
        [(0, 1), (1, 1), (2, 1), (2, 1), (3, 1), (4, 1), (5, 1), (0, 1)],
        ["09", "iv", "Z", "AA", "bb", "[]", "09-3", "10"],
    ),
    "a bullet level above has no number": (
        abstract(level(0, "-", "bullet"), level(1, "%1%2.")) + num(),
        [(0, 1), (1, 1)],
        ["-", "1."],
    ),
    "a letter beyond reason stays decimal": (
        abstract(level(0, "%1)", "lowerLetter", 99999999)) + num(),
        [(0, 1)],
        ["99999999)"],
    ),
}


@pytest.mark.parametrize(("numbering", "items", "expected"), CASES.values(), ids=CASES)
def test_number_is_the_one_word_shows(numbering, items, expected):
    body = "".join(item(lvl, "Nội dung", n) for lvl, n in items)
    assert lines(body, numbering=numbering) == [f"{label}\tNội dung" for label in expected]


BULLETS = [
    ("\uf0b7", "Symbol", "•"),
    ("\uf02d", "Symbol", "-"),
    ("\uf02b", "Wingdings", "+"),
    ("\uf0fc", "Wingdings", "✓"),
    ("\uf0d8", "Wingdings", "➢"),
    ("§", "Wingdings", "▪"),
    ("\uf0f0", "Wingdings", "•"),
    ("o", "Courier New", "◦"),
    ("-", "Times New Roman", "-"),
    ("+", "Times New Roman", "+"),
    ("–", "Times New Roman", "–"),
]


@pytest.mark.parametrize(("char", "font", "expected"), BULLETS)
def test_bullet_looks_as_its_font_draws_it(char, font, expected):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    bullet = level(0, char, "bullet").replace("</w:lvl>", f"{fonts}</w:lvl>")
    assert lines(item(0, "Ý", 1), numbering=abstract(bullet) + num()) == [f"{expected}\tÝ"]


@pytest.mark.parametrize(("suffix", "between"), [("tab", "\t"), ("space", " "), ("nothing", "")])
def test_suffix(suffix, between):
    numbering = abstract(level(0, "%1.", extra=f'<w:suff w:val="{suffix}"/>')) + num()
    assert lines(item(0, "Ý"), numbering=numbering) == [f"1.{between}Ý"]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Dieu"><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Dieu"/></w:style>
<w:style w:type="paragraph" w:styleId="KhoanCon"><w:basedOn w:val="Khoan"/></w:style>
<w:style w:type="paragraph" w:styleId="Diem"><w:basedOn w:val="Dieu"/>
  <w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Tron"><w:basedOn w:val="Dieu"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Vong1"><w:basedOn w:val="Vong2"/></w:style>
<w:style w:type="paragraph" w:styleId="Vong2"><w:basedOn w:val="Vong1"/></w:style>
"""
STYLED = (
    abstract(
        level(0, "Điều %1.", extra='<w:pStyle w:val="Dieu"/>'),
        level(1, "%2.", extra='<w:pStyle w:val="Khoan"/>'),
        level(2, "%3)", "lowerLetter"),
    )
    + num()
)


def test_numbers_that_come_from_styles():
    def styled(style: str, extra: str = "") -> str:
        return para("Ý", f'<w:pStyle w:val="{style}"/>{extra}')

    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        styled("Dieu")
        + styled("Khoan")
        + styled("KhoanCon")
        + styled("Diem")
        + styled("Tron")
        + styled("Khoan", off)
        + styled("Vong1")
        + styled("Khong-co")
        + styled("Dieu")
        + styled("Khoan")
        + styled("Khoan", '<w:numPr><w:ilvl w:val="2"/></w:numPr>')
    )
    expected = ["Điều 1.", "1.", "2.", "a)", "", "", "", "", "Điều 2.", "1.", "a)"]
    assert lines(body, numbering=STYLED, styles=STYLES) == [
        f"{label}\tÝ" if label else "Ý" for label in expected
    ]


def test_numbering_style_link():
    styles = (
        '<w:style w:type="numbering" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="5"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = (
        abstract(number=1, extra='<w:numStyleLink w:val="Muc"/>')
        + abstract(level(0, "Mục %1"), number=2, extra='<w:styleLink w:val="Muc"/>')
        + num(4, of=1)
        + num(5, of=2)
    )
    body = item(0, "Ý", 4) + item(0, "Ý", 5)
    assert lines(body, numbering=numbering, styles=styles) == ["Mục 1\tÝ", "Mục 2\tÝ"]


def test_list_that_is_not_defined_gives_no_number():
    assert lines(item(0, "Ý", 42) + item(8, "Ý"), numbering=OUTLINE + num()) == ["Ý", "Ý"]


def test_number_is_generated_in_the_map_and_counts_its_paragraph():
    content = read_docx(
        docx(para("Mở đầu") + item(0, "Ý"), numbering=OUTLINE + num()), "mau.docx", DEFAULT_LIMITS
    )
    assert content.text == "Mở đầu\nI.\tÝ"
    assert content.map == (
        (0, 7, None, 1, None),
        (7, 10, None, 2, "generated"),
        (10, 11, None, 2, None),
    )
