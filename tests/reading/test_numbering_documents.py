"""Numbers of documents made by other programs: python-docx and LibreOffice.

The raw packages of `test_reading_numbering` are saved again by LibreOffice, too, which writes
its own definitions and names: the numbers must stay.
"""

import subprocess
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml import parse_xml
from reading_samples import W_NS, abstract, item, level, num, whole_docx
from test_reading_numbering import CASES

from vndirective.reading import read
from vndirective.reading.office import find_program

needs_libreoffice = pytest.mark.skipif(
    find_program() is None, reason="LibreOffice is not installed"
)


def labels(path: Path) -> list[str]:
    """Return what stands before "Ý" on each line."""
    return [line.partition("Ý")[0].strip() for line in read(path).text.split("\n")]


def with_numbering(markup: str):
    """Return an empty document of python-docx whose own definitions are followed by these."""
    document = python_docx.Document()
    root = document.part.numbering_part.element
    for element in parse_xml(f'<w:numbering xmlns:w="{W_NS}">{markup}</w:numbering>'):
        at = len(root.findall(f"{{{W_NS}}}abstractNum")) if "abstract" in element.tag else len(root)
        root.insert(at, element)
    return document


def numbered(document, lvl: int, list_id: int, style: str | None = None):
    paragraph = document.add_paragraph("Ý", style=style)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = list_id
    properties.get_or_add_ilvl().val = lvl
    return paragraph


ARTICLES = abstract(
    level(0, "Chương %1", "upperRoman"),
    level(1, "Điều %2.", extra='<w:lvlRestart w:val="0"/>'),
    level(2, "%3."),
    level(3, "%4)", "lowerLetter"),
    number=70,
)


def list_styles():
    document = python_docx.Document()
    for style in ("List Number", "List Number", "List Bullet", "List Number 2", "List Number"):
        document.add_paragraph("Ý", style=style)
    return document, ["1.", "2.", "•", "1.", "3."]


def articles_across_chapters():
    document = with_numbering(ARTICLES + num(71, of=70))
    for lvl in (0, 1, 2, 2, 3, 3, 1, 0, 1, 2):
        numbered(document, lvl, 71)
    expected = [
        "Chương I",
        "Điều 1.",
        "1.",
        "2.",
        "a)",
        "b)",
        "Điều 2.",
        "Chương II",
        "Điều 3.",
        "1.",
    ]
    return document, expected


def restart():
    override = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'
    document = with_numbering(ARTICLES + num(71, of=70) + num(72, of=70, overrides=override))
    for lvl, list_id in ((2, 71), (2, 71), (2, 72), (2, 72), (2, 71)):
        numbered(document, lvl, list_id)
    return document, ["1.", "2.", "1.", "2.", "3."]


def by_style():
    document = with_numbering(ARTICLES + num(71, of=70))
    parent = document.styles.add_style("Khoan", 1)
    child = document.styles.add_style("KhoanCon", 1)
    child.base_style = parent
    properties = parent.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 71
    properties.get_or_add_ilvl().val = 2
    for style in ("Khoan", "KhoanCon", "Normal", "KhoanCon"):
        document.add_paragraph("Ý", style=style)
    return document, ["1.", "2.", "", "3."]


def letter_with_a_bar():
    """A list whose fourth letter is đ, which Word writes by a level of its own."""
    replaced = f'<w:lvlOverride w:ilvl="3">{level(3, "đ)", "lowerLetter")}</w:lvlOverride>'
    document = with_numbering(ARTICLES + num(71, of=70) + num(72, of=70, overrides=replaced))
    for lvl, list_id in ((2, 71), (3, 71), (3, 71), (3, 71), (3, 71), (3, 72)):
        numbered(document, lvl, list_id)
    return document, ["1.", "a)", "b)", "c)", "d)", "đ)"]


def headings_and_tables():
    document = with_numbering(ARTICLES + num(71, of=70))
    numbered(document, 0, 71, "Heading 1")
    numbered(document, 1, 71, "Heading 2")
    cell = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    cell.add_run("Ý")
    properties = cell._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 71
    properties.get_or_add_ilvl().val = 2
    numbered(document, 2, 71)
    return document, ["Chương I", "Điều 1.", "1.", "2."]


PYTHON_DOCX = [
    list_styles,
    articles_across_chapters,
    restart,
    by_style,
    letter_with_a_bar,
    headings_and_tables,
]


@pytest.mark.parametrize("make", PYTHON_DOCX, ids=lambda make: make.__name__)
def test_documents_of_python_docx(tmp_path, make):
    document, expected = make()
    path = tmp_path / "mau.docx"
    document.save(path)
    assert labels(path) == expected


FORMATS = {
    "zeros in front": (
        "%1.",
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>',
        9,
        "009.",
    ),
    "enclosed": ("%1", '<w:numFmt w:val="decimalEnclosedCircle"/>', 3, "③"),
    "in dashes": ("%1", '<w:numFmt w:val="numberInDash"/>', 3, "- 3 -"),
    "in words": (
        "Phần thứ %1",
        '<w:numFmt w:val="vietnameseCounting"/>',
        21,
        "Phần thứ hai mươi mốt",
    ),
    "unknown": ("%1.", '<w:numFmt w:val="japaneseCounting"/>', 3, "3."),
}


@pytest.mark.parametrize(("text", "markup", "start", "label"), FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("wrapped", [False, True])
def test_formats(tmp_path, text, markup, start, label, wrapped):
    if wrapped:
        markup = f"<mc:AlternateContent><mc:Choice>{markup}</mc:Choice></mc:AlternateContent>"
    lvl = level(0, text, start=start).replace('<w:numFmt w:val="decimal"/>', markup)
    path = tmp_path / "mau.docx"
    path.write_bytes(whole_docx(item(0, "Ý"), numbering=abstract(lvl) + num()))
    assert labels(path) == [label]


# LibreOffice knows neither lvlRestart nor isLgl, and writes a letter beyond reason otherwise.
SAVED_AGAIN = {
    name: case
    for name, case in CASES.items()
    if not name.startswith(("lvlRestart", "isLgl", "a letter beyond"))
}
ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">
<office:automatic-styles><text:list-style style:name="L">{levels}</text:list-style>
</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>
</office:document>"""
ODT_LEVEL = (
    '<text:list-level-style-number text:level="{0}" style:num-prefix="{1}" '
    'style:num-format="{2}" style:num-suffix="{3}" text:display-levels="{4}"/>'
)
ODT_DOCUMENTS = {
    "articles": (
        [(1, "Điều ", "1", ".", 1), (2, "", "1", ".", 2), (3, "", "a", ")", 1)],
        [1, 2, 2, 3, 3, 1, 2],
        ["Điều 1.", "1.1.", "1.2.", "a)", "b)", "Điều 2.", "2.1."],
    ),
    "parts": (
        [(1, "", "I", ".", 1), (2, "(", "1", ")", 1), (3, "", "i", "/", 1)],
        [1, 2, 3, 3, 2, 1, 1, 2],
        ["I.", "(1)", "i/", "ii/", "(2)", "II.", "III.", "(1)"],
    ),
    "letters": ([(1, "", "A", ".", 1), (2, "", "a", ".", 2)], [1, 2, 1, 2], ["A.", "A.a.", "B.", "B.a."]),
}  # fmt: skip


def flat_odt(levels, depths) -> str:
    def nested(depth: int) -> str:
        if depth == 0:
            return "<text:p>Ý</text:p>"
        return f"<text:list><text:list-item>{nested(depth - 1)}</text:list-item></text:list>"

    lists = "".join(
        f'<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        f"{nested(depth - 1)}</text:list-item></text:list>"
        for depth in depths
    )
    return ODT.format(levels="".join(ODT_LEVEL.format(*level) for level in levels), body=lists)


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory) -> Path:
    """A folder of .docx that LibreOffice wrote."""
    folder = tmp_path_factory.mktemp("libreoffice")

    def save(kind: str, into: str, sources: list[Path]) -> None:
        subprocess.run(
            [find_program(), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
             "--convert-to", kind, "--outdir", folder / into, *sources],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip

    for index, (numbering, items, _) in enumerate(SAVED_AGAIN.values()):
        body = "".join(item(lvl, "Ý", n) for lvl, n in items)
        (folder / f"raw{index}.docx").write_bytes(whole_docx(body, numbering=numbering))
    for name, (levels, depths, _) in ODT_DOCUMENTS.items():
        (folder / f"{name}.fodt").write_text(flat_odt(levels, depths), encoding="utf-8")
    save("odt", "odt", [*folder.glob("*.docx"), *folder.glob("*.fodt")])
    save("docx:Office Open XML Text", "docx", list((folder / "odt").glob("*.odt")))
    return folder / "docx"


@needs_libreoffice
@pytest.mark.parametrize("name", SAVED_AGAIN)
def test_raw_documents_saved_again_by_libreoffice(by_libreoffice, name):
    index = list(SAVED_AGAIN).index(name)
    assert labels(by_libreoffice / f"raw{index}.docx") == SAVED_AGAIN[name][2]


@needs_libreoffice
@pytest.mark.parametrize("name", ODT_DOCUMENTS)
def test_documents_of_libreoffice(by_libreoffice, name):
    assert labels(by_libreoffice / f"{name}.docx") == ODT_DOCUMENTS[name][2]
