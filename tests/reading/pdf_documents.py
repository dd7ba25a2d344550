"""PDFs of the shipped seminar papers by several producers, with the text that they show."""

from __future__ import annotations

import subprocess
import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import docx as python_docx
import matplotlib
import matplotlib.backends.backend_pdf
import matplotlib.figure
from docx.oxml import parse_xml
from fpdf import FPDF
from reading_samples import W_NS

from vndirective.reading.office import find_program

FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"
NOTE = "Số liệu do đơn vị tự tổng hợp đến hết quý ba."
HEAD = "Kỷ yếu hội thảo kỷ cương"


def papers() -> list[list[str]]:
    """Return the paragraphs of each paper."""
    folder = files("vndirective.corpora").joinpath("seminar", "papers")
    found = [
        [line for line in entry.read_text(encoding="utf-8").split("\n") if line.strip(" |")]
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
    ]
    # A running head of one page is a line like any other: the short ones get a second page.
    return [text + found[0] if len(text) < 15 else text for text in found]


class _Pages(FPDF):
    def __init__(self, note: bool, numbers: bool) -> None:
        super().__init__(format="A4")
        self._note, self._numbers = note, numbers
        self.add_font("body", fname=FONT)
        self.set_margins(25, 20, 20)
        self.set_auto_page_break(True, margin=40)

    def header(self) -> None:
        if self._numbers:
            self.set_font("body", size=9)
            self.cell(0, 12, HEAD, align="R", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_font("body", size=9)
        if self._note and self.page_no() == 1:
            self.set_y(-30)
            self.cell(0, 5, f"1 {NOTE}")
        if self._numbers:
            self.set_y(-15)
            self.cell(0, 8, f"Trang {self.page_no()}", align="C")


def by_fpdf(path: Path, paragraphs: list[str], columns: int, note: bool, numbers: bool) -> str:
    pages = _Pages(note, numbers)
    pages.add_page()
    pages.set_font("body", size=11)
    if columns > 1:
        with pages.text_columns(ncols=columns, gutter=9, text_align="J") as text:
            for line in paragraphs:
                text.write(line + "\n\n")
    else:
        for line in paragraphs:
            pages.set_font("body", size=12)
            pages.multi_cell(0, 6.5, line, align="J", new_x="LMARGIN", new_y="NEXT")
            pages.ln(2)
    pages.output(str(path))
    return "\n".join(paragraphs) + (f"\n[1] {NOTE}" if note else "")


def by_matplotlib(path: Path, paragraphs: list[str], columns: int) -> str:
    """Draw wrapped lines at places, two columns row by row."""
    lines = [part for line in paragraphs for part in textwrap.wrap(line, 80 // columns)]
    rows = 52
    with (
        matplotlib.rc_context({"pdf.fonttype": 42, "font.family": "DejaVu Serif"}),
        matplotlib.backends.backend_pdf.PdfPages(path) as pages,
    ):
        for number, at in enumerate(range(0, len(lines), rows * columns), 1):
            figure = matplotlib.figure.Figure(figsize=(8.27, 11.69))
            shown = lines[at : at + rows * columns]
            for row in range(rows):
                for column, k in enumerate(range(row, len(shown), rows)):
                    left = 0.1 + 0.44 * column
                    figure.text(left, 0.93 - row / 62, shown[k], size=10 if columns == 1 else 8)
            figure.text(0.5, 0.04, str(number), size=9)
            pages.savefig(figure)
    return "\n".join(paragraphs)


def by_libreoffice(folder: Path, name: str, paragraphs: list[str], columns: int) -> str:
    document = python_docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = HEAD
    section.footer.paragraphs[0]._p.append(
        parse_xml(
            f'<w:fldSimple xmlns:w="{W_NS}" w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
    if columns > 1:
        section._sectPr.append(
            parse_xml(f'<w:cols xmlns:w="{W_NS}" w:num="{columns}" w:space="400"/>')
        )
    document.styles["Normal"].font.name = "DejaVu Serif"
    for line in paragraphs:
        document.add_paragraph(line).alignment = 3
    source = folder / f"{name}.docx"
    document.save(source)
    subprocess.run(
        [find_program(), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
         "--convert-to", "pdf", "--outdir", folder, source],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return "\n".join(paragraphs)


def documents(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Write ten documents; yield the name of each, where it lies, and its text."""
    makers = [("fpdf2", 1, True, True), ("fpdf2", 2, False, True), ("fpdf2", 1, False, False),
              ("fpdf2", 2, True, True), ("matplotlib", 1), ("matplotlib", 2), ("matplotlib", 1),
              ("libreoffice", 1), ("libreoffice", 2), ("libreoffice", 1)]  # fmt: skip
    for index, ((producer, *options), paragraphs) in enumerate(zip(makers, papers(), strict=True)):
        name = f"{index}-{producer}-{options[0]}"
        path = folder / f"{name}.pdf"
        if producer == "libreoffice" and find_program() is None:
            producer, options = "fpdf2", [options[0], False, True]
        if producer == "fpdf2":
            text = by_fpdf(path, paragraphs, *options)
        elif producer == "matplotlib":
            text = by_matplotlib(path, paragraphs, *options)
        else:
            text = by_libreoffice(folder, name, paragraphs, *options)
        yield name, path, text
