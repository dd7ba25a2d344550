"""Builds ``seminar/delivered/``: the demonstration texts as an office would receive them.

``python corpora/build.py`` writes each document of ``seminar/index.json`` in the format that its
``delivered`` names. Word files get paragraphs, heading styles, tables and automatic outline
numbers; PDF files get justified pages with page numbers; plain texts are copied byte for byte.
The same texts, font and library versions give the same bytes.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SEMINAR = Path(__file__).parent / "seminar"
DATE = datetime(2024, 11, 22, 8, 0, tzinfo=UTC)

_TABLE = re.compile(r"^\|\n(.+?)\n\|$(?=\n\n|\n?\Z)", re.M | re.S)
_LABEL = re.compile(r"(?P<roman>[IVX]+\.)\s|(?P<decimal>\d+\.)\s|(?P<letter>[a-zđ]\))\s")
_NUMBER_FORMATS = {
    "roman": ("upperRoman", "."),
    "decimal": ("decimal", "."),
    "letter": ("lowerLetter", ")"),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_HEADING_WORDS = 20


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``role`` is title, heading, item or body, ``numbering`` names the label."""

    role: str
    label: str
    numbering: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the lines of a cell are its paragraphs."""

    rows: tuple[tuple[str, ...], ...]


def blocks(text: str) -> Iterator[Paragraph | Table]:
    """Split a text of one paragraph per line into paragraphs and tables, in order."""
    position = 0
    for match in _TABLE.finditer(text):
        yield from _paragraphs(text[position : match.start()])
        rows = match[1].split("\n|\n|\n")
        yield Table(tuple(tuple(row.split("\n|\n")) for row in rows))
        position = match.end()
    yield from _paragraphs(text[position:])


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for group in re.split(r"\n{2,}", text.strip("\n")):
        lines = group.split("\n")
        in_title = lines[0].isupper() and not _LABEL.match(lines[0])
        for line in filter(None, lines):
            label = _LABEL.match(line)
            if label and label.lastgroup:
                rest = line[label.end() :]
                is_heading = rest[-1] not in ".;:" and len(rest.split()) <= _HEADING_WORDS
                role = "heading" if is_heading else "item"
                yield Paragraph(role, label[0].strip(), label.lastgroup, rest)
            else:
                yield Paragraph("title" if in_title else "body", "", "", line)


def _ordinal(numbering: str, number: int) -> str:
    if numbering == "roman":
        return f"{_ROMAN[number - 1]}."
    return f"{number}." if numbering == "decimal" else f"{chr(ord('a') + number - 1)})"


class _Outline:
    """Automatic numbers of one Word document; a label that Word would not make is an error."""

    def __init__(self, parts: list[Paragraph | Table]) -> None:
        used = (part.numbering for part in parts if isinstance(part, Paragraph))
        self.levels = list(dict.fromkeys(filter(None, used)))
        self._counts = [0] * len(self.levels)

    def level(self, paragraph: Paragraph) -> int:
        """Return the level, from 0, of the next numbered paragraph."""
        level = self.levels.index(paragraph.numbering)
        self._counts[level:] = [self._counts[level] + 1] + [0] * (len(self.levels) - level - 1)
        expected = _ordinal(paragraph.numbering, self._counts[level])
        if paragraph.label != expected:
            raise ValueError(
                f"label {paragraph.label!r} before {paragraph.text[:40]!r}: Word would number it "
                f"{expected!r}; correct the text or deliver it as pdf or txt"
            )
        return level


def write_docx(text: str, entry: dict[str, Any], target: Path) -> None:
    """Write a text as a Word document.

    Raises
    ------
    ValueError
        If the labels of the text are not in the order in which Word counts.
    """
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    parts = list(blocks(text))
    outline = _Outline(parts)
    document = docx.Document()
    _style(document)
    numbering_id = _add_numbering(document, outline.levels)
    for part in parts:
        if isinstance(part, Table):
            _add_table(document, part)
            continue
        paragraph = document.add_paragraph(part.text)
        if part.role == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].bold = True
        if part.label:
            level = outline.level(part)
            if part.role == "heading":
                paragraph.style = document.styles[f"Heading {level + 1}"]
            numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            numbered.get_or_add_ilvl().val = level
            numbered.get_or_add_numId().val = numbering_id
    properties = document.core_properties
    properties.title, properties.author = entry["title"], entry["author"]
    properties.comments = ""
    properties.created = properties.modified = DATE.replace(tzinfo=None)
    _save_fixed(document, target)


def _style(document: Any) -> None:
    from docx.shared import Pt, RGBColor

    for name, size in (("Normal", 13), ("Heading 1", 14), ("Heading 2", 13), ("Heading 3", 13)):
        style = document.styles[name]
        if name != "Normal":
            # The template's theme fonts would win over a font name.
            style.element.rPr.rFonts.attrib.clear()
            style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.name, style.font.size = "Times New Roman", Pt(size)


def _add_numbering(document: Any, levels: list[str]) -> int:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    definitions = ""
    for level, name in enumerate(levels):
        number_format, mark = _NUMBER_FORMATS[name]
        definitions += (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="%{level + 1}{mark}"/></w:lvl>'
        )
    numbering = document.part.numbering_part.element
    outline = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="100">'
        f'<w:multiLevelType w:val="multilevel"/>{definitions}</w:abstractNum>'
    )
    # The schema wants every abstractNum before the first num.
    numbering.insert(0, outline)
    return int(numbering.add_num(100).numId)


def _add_table(document: Any, table: Table) -> None:
    # Two columns are a letterhead or a signature, which have no ruled lines.
    style = "Table Grid" if len(table.rows[0]) > 2 else "Normal Table"
    grid = document.add_table(len(table.rows), len(table.rows[0]), style=style)
    for row, cells in zip(grid.rows, table.rows, strict=True):
        for cell, content in zip(row.cells, cells, strict=True):
            first, *others = content.split("\n")
            cell.paragraphs[0].text = first
            for line in others:
                cell.add_paragraph(line)


def _save_fixed(document: Any, target: Path) -> None:
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as loose, zipfile.ZipFile(target, "w") as package:
        for name in loose.namelist():
            member = zipfile.ZipInfo(name, date_time=DATE.timetuple()[:6])
            package.writestr(member, loose.read(name), zipfile.ZIP_DEFLATED)


def write_pdf(text: str, entry: dict[str, Any], target: Path, font: Path) -> None:
    """Write a text as justified A4 pages with page numbers, the font embedded in part.

    Raises
    ------
    ValueError
        If the text has a table, or letters that the font lacks.
    """
    from fontTools.ttLib import TTFont
    from fpdf import FPDF

    class Pages(FPDF):
        def footer(self) -> None:
            self.set_y(-15)
            self.cell(0, 8, str(self.page_no()), align="C")

    lacking = {c for c in text if c > " "} - {chr(code) for code in TTFont(font).getBestCmap()}
    if lacking:
        raise ValueError(
            f"--font {font}: has no glyph for {''.join(sorted(lacking))}; "
            "give a TrueType font with Vietnamese letters, such as DejaVuSerif.ttf"
        )
    pages = Pages(format="A4")
    pages.add_font("body", fname=font)
    pages.set_creation_date(DATE)
    pages.set_title(entry["title"])
    pages.set_author(entry["author"])
    pages.set_margins(30, 20, 20)
    pages.set_auto_page_break(True, margin=20)
    pages.add_page()
    pages.set_font("body", size=12)
    for part in blocks(text):
        if isinstance(part, Table):
            raise ValueError(f"{entry['file']}: has a table; deliver it as docx")
        line = f"{part.label} {part.text}".lstrip()
        align = "C" if part.role == "title" else "J"
        pages.multi_cell(0, 6.5, line, align=align, new_x="LMARGIN", new_y="NEXT")
        pages.ln(1.5)
    pages.output(str(target))


def _default_font() -> Path:
    try:
        import matplotlib
    except ImportError as error:
        raise SystemExit(
            "--font: no font given and matplotlib, which brings DejaVu Serif, is not installed; "
            "pip install matplotlib, or give the path of a TrueType font with Vietnamese letters"
        ) from error
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"


def build(out: Path, font: Path) -> None:
    """Write every document of the index into a folder.

    Parameters
    ----------
    out : Path
        Made if it is missing; files of the same names are replaced.
    font : Path
        TrueType font for the PDF files.
    """
    out.mkdir(parents=True, exist_ok=True)
    index = json.loads((SEMINAR / "index.json").read_text(encoding="utf-8"))
    for entry in index["documents"]:
        source = SEMINAR / entry["file"]
        target = out / f"{entry['id']}.{entry['delivered']}"
        if entry["delivered"] == "docx":
            write_docx(source.read_text(encoding="utf-8"), entry, target)
        elif entry["delivered"] == "pdf":
            write_pdf(source.read_text(encoding="utf-8"), entry, target, font)
        else:
            shutil.copyfile(source, target)


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description="Build the delivered forms of the seminar corpus.")
    parser.add_argument(
        "--out", type=Path, default=SEMINAR / "delivered", help="folder (default: %(default)s)"
    )
    parser.add_argument(
        "--font", type=Path, help="TrueType font (default: matplotlib's DejaVuSerif.ttf)"
    )
    options = parser.parse_args()
    font = options.font or _default_font()
    if not font.is_file():
        parser.error(f"--font {font}: no such file; give a TrueType font with Vietnamese letters")
    try:
        build(options.out, font)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
