"""PDF files: the text layer, page by page, in reading order.

Running heads and page numbers stand apart, footnotes at the end of the text.
"""

from __future__ import annotations

import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from vndirective.core.errors import InputError
from vndirective.core.records import AnalysisWarning
from vndirective.reading.content import Content, TextBuilder
from vndirective.reading.limits import Limits, describe
from vndirective.reading.pdf_margins import take_footnotes, take_margins
from vndirective.reading.pdf_page import Line, has_ruled_table, lines_of_page

__all__ = ["read_pdf"]

_HEADER_WITHIN = 1024
#: Glyphs without a Unicode value come out as these.
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_DAMAGED_FROM = 0.3
_WARN_FROM = 0.02
#: Fewer letters than a heading, beside a picture: the stamp of an electronic signature, or a
#: page number, on a scanned page.
_MIN_PAGE_LETTERS = 100
_NAMED_PAGES = 10


def read_pdf(data: bytes, path: str, limits: Limits) -> Content:
    """Read the text layer of a PDF; lines and pages end in one line feed.

    Raises
    ------
    InputError
        With code ``encrypted``, ``damaged``, ``too_large`` or ``no_text``.
    """
    document = _open(data, path)
    try:
        return _read_pages(document, path, limits)
    finally:
        document.close()


def _open(data: bytes, path: str) -> pdfium.PdfDocument:
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        what = describe(data)
        said = f"this is {what}, not a PDF" if what else "this is not a PDF"
        raise InputError(path, said, "give it its right suffix", "unsupported")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if re.search("password|security", str(error), re.IGNORECASE):
            raise InputError(
                path,
                "it is protected by a password",
                "save a copy without the password",
                "encrypted",
            ) from error
        raise _damaged(path, f"PDFium cannot open it ({error})") from error


def _read_pages(document: pdfium.PdfDocument, path: str, limits: Limits) -> Content:
    if len(document) > limits.max_pages:
        raise InputError(
            path,
            f"{len(document):,} pages are above the limit of {limits.max_pages:,}",
            "split it, or raise the limit max_pages",
            "too_large",
        )
    pages: list[list[Line]] = []
    pictures: list[int] = []
    tables: list[int] = []
    unmapped = letters = 0
    for index in range(len(document)):
        number = index + 1
        try:
            text, lines, visible, scanned, ruled = _read_page(document, index)
        except pdfium.PdfiumError as error:
            raise _damaged(path, f"page {number} cannot be read ({error})") from error
        pages.append(lines)
        letters += visible
        unmapped += len(_UNMAPPED.findall(text))
        if letters > limits.max_chars:
            break  # the builder will say so
        if scanned:
            pictures.append(number)
        if ruled:
            tables.append(number)
    if not letters:
        raise InputError(
            path,
            "it has no text layer and seems to be scanned",
            "run text recognition (OCR) on it first",
            "no_text",
        )
    if unmapped > _DAMAGED_FROM * letters:
        raise InputError(
            path,
            f"{unmapped} of {letters} characters of its text layer have no Unicode value",
            "save it again from its source, or run text recognition (OCR) on it",
            "no_text",
        )
    out = TextBuilder(path, limits)
    apart = take_margins(pages)
    notes = take_footnotes(pages)
    for index, lines in enumerate(pages):
        if index:
            out.add("\n", page=index)
        _write(out, lines, index + 1)
    for page, lines in notes:
        out.add("\n", page=page + 1)
        start = len(out)
        _write(out, lines, page + 1)
        out.mark("footnote", start)
    return out.content(_warnings(pictures, tables, unmapped, letters), apart=apart)


def _write(out: TextBuilder, lines: list[Line], page: int) -> None:
    waiting = ""  # what comes from the page goes in at one stroke
    for number, line in enumerate(lines):
        if number:
            waiting += "\n"
        for text, generated in line.pieces:
            if generated:
                out.add(waiting, page=page)
                out.add(text, page=page, generated=True)
                waiting = ""
            else:
                waiting += text
    out.add(waiting, page=page)


def _read_page(document: pdfium.PdfDocument, index: int) -> tuple[str, list[Line], int, bool, bool]:
    page = document[index]
    try:
        textpage = page.get_textpage()
        try:
            text: str = textpage.get_text_range()
            lines = lines_of_page(textpage, text, upright=page.get_rotation() == 0)
        finally:
            textpage.close()
        visible = _visible(text)
        ruled = visible > 0 and has_ruled_table(page)
        scanned = visible < _MIN_PAGE_LETTERS and any(
            True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        )
    finally:
        page.close()
    return text, lines, visible, scanned, ruled


def _visible(text: str) -> int:
    return sum(map(len, text.split()))


def _named(pages: list[int]) -> str:
    more = f" and {len(pages) - _NAMED_PAGES} more" if len(pages) > _NAMED_PAGES else ""
    return ", ".join(map(str, pages[:_NAMED_PAGES])) + more


def _warnings(
    pictures: list[int], tables: list[int], unmapped: int, letters: int
) -> list[AnalysisWarning]:
    found = []
    if pictures:
        found.append(
            AnalysisWarning(
                "scanned_pages",
                f"a picture and hardly any text on page {_named(pictures)}: if that is a scan, run "
                "text recognition (OCR) on the file",
            )
        )
    if tables:
        found.append(
            AnalysisWarning(
                "pdf_table",
                f"a table on page {_named(tables)}: a PDF does not say what its cells are, so that "
                "tasks of it may be missing or mixed up; check them, or give the .docx",
            )
        )
    if unmapped > _WARN_FROM * letters:
        found.append(
            AnalysisWarning(
                "unmapped_glyphs",
                f"{unmapped} of {letters} characters have no Unicode value and stay unreadable",
            )
        )
    return found


def _damaged(path: str, reason: str) -> InputError:
    return InputError(path, reason, "open it in a PDF viewer and print it to a new PDF", "damaged")
