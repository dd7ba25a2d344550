"""Word documents: the text as the reader of the page sees it, one paragraph per line.

Automatic numbers, note marks and the separators of table cells are not in the file; they are
made here and marked ``generated`` in the map. Tracked changes are taken as accepted. Headers, footers
and tables of contents stand apart; comments, hidden text, field instructions and what a form shows
where nothing was filled in are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from vndirective.core.records import AnalysisWarning
from vndirective.reading.content import Content, TextBuilder
from vndirective.reading.docx_numbering import Numbering
from vndirective.reading.docx_package import Package, W
from vndirective.reading.docx_styles import Styles, is_on, plain_symbols, symbol, value
from vndirective.reading.legacy import font_encoding, from_font, looks_legacy
from vndirective.reading.limits import Limits
from vndirective.reading.tables import Cell, Line, Piece, lay_out

__all__ = ["read_docx"]

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXT_BOX = W + "txbxContent"

#: Containers that a reader of the page does not see.
_WRAPPERS = {W + n for n in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_DELETED = {W + "del", W + "moveFrom"}
_SKIPPED = _DELETED | {
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblGrid"),
        *("tblPrEx", "trPr", "tcPr", "sectPr"),
        *("instrText", "delText", "delInstrText", "rt"),
    )
}
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_UNKNOWN_SYMBOL = "□"
#: A number of columns has fewer digits.
_DIGITS = 5
_XML_SPACES = str.maketrans("\n\r\t", "   ")


def read_docx(data: bytes, path: str, limits: Limits) -> Content:
    """Linearize a .docx.

    Table rows are lines, as `lay_out` makes them; text boxes follow the paragraph they hang on;
    notes stand at the end.

    Raises
    ------
    InputError
        With code ``encrypted``, ``unsupported``, ``damaged`` or ``too_large``.
    """
    package = Package(data, path, limits)
    reader = _Reader(package, path, limits)
    content = reader.read()
    fonts = reader.legacy_fonts()
    if not fonts:
        return content
    # Whether a font holds Unicode after all is known when all of its text has been seen.
    return _Reader(package, path, limits, fonts).read()


class _Reader:
    def __init__(
        self, package: Package, path: str, limits: Limits, converted: frozenset[str] = frozenset()
    ) -> None:
        self._converted = converted
        self._package = package
        self.styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self.styles)
        self._out = TextBuilder(path, limits)
        self._warnings: list[AnalysisWarning] = []
        self._paragraph = 0
        #: Paragraph of the line that the next one must break off from, if any.
        self._open_line: int | None = None
        #: What stands before a paragraph mark that was deleted or is hidden: it goes on in
        #: the next paragraph.
        self._carried: list[Piece] = []
        self._notes: list[tuple[str, str | None]] = []
        self._note_numbers: dict[tuple[str, str | None], int] = {}
        self._legacy: dict[str, list[str]] = {}
        #: The lines of the cell that is being read, if any.
        self._cell: list[Line] | None = None
        #: How many fields are open since that of a table of contents began, it included.
        self.contents = 0
        self._apart: list[str] = []

    def read(self) -> Content:
        for body in self._package.document.findall(W + "body"):
            self._blocks(body)
        self._write_notes()
        for font in sorted(self._converted):
            self._warn(
                "converted_font",
                f"text in the font {font!r} was converted from {font_encoding(font)} to Unicode: "
                "check its capitals",
            )
        return self._out.content(self._warnings, apart=self._margins())

    def _margins(self) -> list[str]:
        """Return the lines of headers, footers and tables of contents, each once."""
        lines: dict[str, None] = dict.fromkeys(self._apart)
        for root in self._package.margins():
            for paragraph in root.iter(W + "p"):
                style = self._style_of(paragraph.find(W + "pPr"))
                pieces = _Inline(self, style, 0, []).pieces(paragraph)
                lines["".join(p.text for p in self._in_unicode(list(pieces))).strip()] = None
        return [line for line in lines if line]

    # Blocks -----------------------------------------------------------------------------

    def _blocks(self, container: Any) -> None:
        for block in _seen(container):
            if block.tag == W + "p":
                self._write_paragraph(block)
            elif block.tag == W + "tbl":
                self._flush()
                start = self._next_line()
                self._write_table(block)
                if self._cell is None:
                    self._out.mark("table", start)
            elif block.tag == W + "altChunk":
                self._warn("not_read", "a document embedded in this one (altChunk) was not read")
        self._flush()

    def _write_table(self, table: Any) -> None:
        outer = self._cell
        rows = [
            list(self._cells(row))
            for row in _seen(table)
            if row.tag == W + "tr" and row.find(f"{W}trPr/{W}del") is None
        ]
        self._cell = outer
        for lines in lay_out(rows):
            for line in lines:
                self._write_line(line)

    def _cells(self, row: Any) -> Iterator[Cell]:
        """Read the cells of a row, and the columns that it leaves out at its beginning."""
        if skipped := _number(row.find(f"{W}trPr/{W}gridBefore"), 0):
            yield Cell(columns=skipped)
        for cell in _seen(row):
            if cell.tag != W + "tc":
                continue
            self._cell = []
            self._blocks(cell)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            yield Cell(
                self._cell,
                _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1),
                continues=merged is not None and merged.get(W + "val") != "restart",
                nests=next(cell.iter(W + "tbl"), None) is not None,
            )

    def _write_paragraph(self, paragraph: Any) -> None:
        self._paragraph += 1
        number = self._paragraph
        properties = paragraph.find(W + "pPr")
        style = self._style_of(properties)
        boxes: list[Any] = []
        inline = _Inline(self, style, number, boxes)
        listed = self.contents > 0 or self.styles.is_contents(style)
        pieces = [piece for piece in inline.pieces(paragraph) if piece.text]
        if self._stands_apart(pieces, listed or self.contents > 0):
            return
        mark = None if properties is None else properties.find(W + "rPr")
        deleted = mark is not None and any(mark.find(tag) is not None for tag in _DELETED)
        hidden = mark is not None and is_on(mark, "vanish")
        counts = not deleted and (pieces or not hidden)
        label, font = self._numbering.label(properties, style) if counts else ("", None)
        font = font or self.styles.font_of_run(mark, style) or ""
        lead = [Piece(label, number, True, self.legacy_font(font, label))] if label else []
        if deleted or hidden:
            self._carried += lead + pieces
        else:
            heading = self.styles.is_heading(properties, style)
            self._end_line(lead + self._carried + pieces, heading=heading)
            self._carried = []
        for box in boxes:
            self._blocks(box)

    def _stands_apart(self, pieces: list[Piece], listed: bool) -> bool:
        """Put an entry of a table of contents aside: it says a heading again, and its page.

        What ends in no figure is none, and ends the table: its field may lack an end.
        """
        text = "".join(piece.text for piece in self._in_unicode(pieces)).strip() if listed else ""
        if not text:
            return False
        if not text[-1].isdigit():
            self.contents = 0
            return False
        self._apart.append(text)
        return True

    def _style_of(self, properties: Any | None) -> str | None:
        own = None if properties is None else value(properties, "pStyle")
        return own or self.styles.default

    def _flush(self) -> None:
        if self._carried:
            self._end_line(self._carried)
            self._carried = []

    def _next_line(self) -> int:
        """Return where the next line will begin."""
        return len(self._out) + (self._open_line is not None)

    def _end_line(self, pieces: list[Piece], *, heading: bool = False) -> None:
        if self._converted:
            pieces = list(self._in_unicode(pieces))
        self._write_line(Line(pieces, self._paragraph, heading))

    def _write_line(self, line: Line) -> None:
        if self._cell is not None:
            self._cell.append(line)
            return
        if self._open_line is not None:
            self._out.add("\n", paragraph=self._open_line)
        self._open_line = line.paragraph
        start = len(self._out)
        for piece in line.parts:
            self._out.add(piece.text, paragraph=piece.paragraph, generated=piece.generated)
        if line.heading:
            self._out.mark("heading", start)

    def _in_unicode(self, pieces: list[Piece]) -> Iterator[Piece]:
        """Convert what stands in a font of before Unicode; a letter may stand in two runs."""
        for (paragraph, generated, font), group in groupby(pieces, key=lambda piece: piece[1:]):
            text = "".join(piece.text for piece in group)
            yield Piece(from_font(text, font) if font else text, paragraph, generated)

    # Notes and warnings -----------------------------------------------------------------

    def note_number(self, kind: str, note_id: str | None) -> int:
        """Return the number of a note, counted in the order of first mention."""
        key = (kind, note_id)
        if key not in self._note_numbers:
            self._notes.append(key)
            self._note_numbers[key] = len(self._notes)
        return self._note_numbers[key]

    def _write_notes(self) -> None:
        if not self._notes:
            return
        roots = {kind: self._package.part(f"{kind}s") for kind in ("footnote", "endnote")}
        notes = {
            (kind, note.get(W + "id")): note
            for kind, root in roots.items()
            if root is not None
            for note in root.findall(W + kind)
        }
        for number, key in enumerate(self._notes, 1):  # a note may mention a further one
            if key not in notes:
                self._warn("not_read", f"{key[0]} {key[1]} is referred to but missing")
                continue
            note = notes[key]
            text = next(note.iter(W + "t"), None)
            spaced = text is not None and (text.text or "").startswith(" ")
            label = f"[{number}]" if spaced else f"[{number}] "
            start = self._next_line()
            self._write_line(Line([Piece(label, self._paragraph + 1, generated=True)]))
            self._open_line = None
            self._blocks(note)
            self._open_line = self._paragraph
            self._out.mark("footnote", start)

    def legacy_font(self, font: str, text: str) -> str | None:
        """Return the font if its text is converted, and remember text that may have to be."""
        if font in self._converted:
            return font
        if font_encoding(font):
            self._legacy.setdefault(font, []).append(text)
        return None

    def legacy_fonts(self) -> frozenset[str]:
        """Return the fonts of before Unicode that hold text of before Unicode.

        Fonts of one encoding are judged together: there may be a few words only in one of them.
        """
        texts: dict[str | None, list[str]] = {}
        for font, held in self._legacy.items():
            texts.setdefault(font_encoding(font), []).extend(held)
        legacy = {encoding for encoding, held in texts.items() if looks_legacy(" ".join(held))}
        return frozenset(font for font in self._legacy if font_encoding(font) in legacy)

    def _warn(self, code: str, message: str) -> None:
        self._warnings.append(AnalysisWarning(code, message))


class _Inline:
    """The visible content of one paragraph; text boxes are put aside in ``boxes``."""

    def __init__(self, reader: _Reader, style: str | None, number: int, boxes: list[Any]) -> None:
        self._reader = reader
        self._style = style
        self._number = number
        self._boxes = boxes
        #: Whether text is seen here, and was outside each open field: an instruction is not.
        #: Both start afresh in every paragraph, so that a field without an end costs one
        #: paragraph and not the rest.
        self._shown = True
        self._outside: list[bool] = []

    def pieces(self, parent: Any) -> Iterator[Piece]:
        for node in parent:
            if node.tag in _SKIPPED or _is_unfilled(node):
                continue
            if node.tag == W + "r":
                yield from self._run(node)
            elif node.tag == _TEXT_BOX:
                self._boxes.append(node)
            elif node.tag == _ALTERNATE:
                yield from self.pieces(_alternative(node))
            elif node.tag == _MATH_TEXT:
                yield self._piece(node.text or "")
            else:
                yield from self.pieces(node)

    def _run(self, run: Any) -> Iterator[Piece]:
        properties = run.find(W + "rPr")
        hidden = self._reader.styles.hides_run(properties, self._style)
        font = self._reader.styles.font_of_run(properties, self._style) or ""
        for node in run:
            if node.tag == W + "fldChar":
                self._follow_field(node.get(W + "fldCharType"))
            elif node.tag == W + "instrText":
                if not self._reader.contents and (node.text or "").split()[:1] == ["TOC"]:
                    self._reader.contents = 1
            elif self._shown and not hidden:
                yield from self._run_content(node, font)

    def _run_content(self, node: Any, font: str) -> Iterator[Piece]:
        if node.tag == W + "t":
            text = (node.text or "").translate(_XML_SPACES)
            legacy = self._reader.legacy_font(font, text)
            yield Piece(text if legacy else plain_symbols(text), self._number, False, legacy)
        elif node.tag in _CHARACTERS:
            yield self._piece(_CHARACTERS[node.tag])
        elif node.tag == W + "sym":
            yield self._piece(_symbol(node))
        elif node.tag in _NOTES:
            number = self._reader.note_number(_NOTES[node.tag], node.get(W + "id"))
            yield Piece(f"[{number}]", self._number, generated=True)
        elif node.tag == _ALTERNATE:
            for child in _alternative(node):
                yield from self._run_content(child, font)
        elif node.tag not in _SKIPPED:
            yield from self.pieces(node)

    def _follow_field(self, kind: str | None) -> None:
        if self._reader.contents:
            self._reader.contents += (kind == "begin") - (kind == "end")
        if kind == "begin":
            self._outside.append(self._shown)
            self._shown = False
        elif kind == "separate" and self._outside:
            self._shown = self._outside[-1]
        elif kind == "end" and self._outside:
            self._shown = self._outside.pop()

    def _piece(self, text: str) -> Piece:
        return Piece(text, self._number)


def _seen(container: Any) -> Iterator[Any]:
    """Yield the children of a block container, looking through what only wraps them."""
    for child in container:
        if _is_unfilled(child):
            continue
        if child.tag in _WRAPPERS:
            yield from _seen(child)
        elif child.tag == _ALTERNATE:
            yield from _seen(_alternative(child))
        elif child.tag not in _DELETED:
            yield child


def _is_unfilled(node: Any) -> bool:
    """Tell a field of a form that shows what to write into it: "Click or tap here to enter text."."""
    form = node.find(W + "sdtPr") if node.tag == W + "sdt" else None
    if form is None or not is_on(form, "showingPlcHdr"):
        return False
    return node.find(f"{W}sdtContent/{W}tc") is None  # a row keeps its cells


def _number(element: Any | None, default: int) -> int:
    """Read a number of columns; what is malformed is none."""
    said = "" if element is None else element.get(W + "val") or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < _DIGITS else default


def _alternative(node: Any) -> Any:
    """Return the branch of mc:AlternateContent to read: its branches repeat one content.

    The first branch that holds text serves; pictures have none in any.
    """
    texts = (W + "t", _MATH_TEXT)
    return next((branch for branch in node if next(branch.iter(*texts), None) is not None), ())


def _symbol(node: Any) -> str:
    try:
        code = int(node.get(W + "char") or "", 16)
    except ValueError:
        return _UNKNOWN_SYMBOL
    return symbol(code, _UNKNOWN_SYMBOL)
