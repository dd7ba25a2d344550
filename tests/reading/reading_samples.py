"""Builders of small documents: .docx packages from raw markup, PDFs from lines of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W_NS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, content: str) -> str:
    """Return one XML part with its root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def package(members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of the members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """Return a .docx with this content of ``w:body``, and of ``styles``, ``numbering``, …"""
    members: dict[str, str | bytes] = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>")
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = part(name, content)
    return package(members)


def whole_docx(body: str, **parts: str) -> bytes:
    """Return a .docx as `docx` does, with the parts that other programs insist on."""
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
            + "".join(
                f'<Override PartName="/word/{name}.xml" ContentType="{types}.{name}+xml"/>'
                for name in parts
            )
            + "</Types>"
        ),
        "_rels/.rels": rels
        + f'<Relationship Id="r" Type="{relations}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": rels
        + "".join(
            f'<Relationship Id="r{name}" Type="{relations}/{name}" Target="{name}.xml"/>'
            for name in parts
        )
        + "</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
    }
    members |= {f"word/{name}.xml": part(name, content) for name, content in parts.items()}
    return package(members)


def run(text: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(text: str = "", properties: str = "", content: str = "") -> str:
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{run(text) if text else ''}{content}</w:p>"


def item(level: int, text: str, num: int = 1) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(index: int, text: str, fmt: str = "decimal", start: int = 1, extra: str = "") -> str:
    """Return one ``w:lvl``."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{"".join(levels)}</w:abstractNum>'


def num(number: int = 1, of: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def table(*rows: list[str]) -> str:
    """Return a table; a cell is its block content."""
    lines = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


Placed = tuple[float, float, float, str]


def pdf(
    pages: Sequence[Sequence[str | Placed]],
    *,
    mapped: bool = True,
    picture: bool = False,
    trailer: bytes = b"",
    font: str = "Sample",
    rising: bool = False,
    rotate: int = 0,
) -> bytes:
    """Return a PDF of lines of text, drawn in a font that is not embedded.

    A line stands below the one before it, or where it says: left, bottom, size, text. A letter is
    0.6 sizes wide. ``mapped`` gives the glyphs their Unicode values, ``picture`` puts an image on
    each page; in a ``rising`` text the lines run upwards, and ``rotate`` turns the page as shown.
    """
    placed = [
        [line if isinstance(line, tuple) else (50, 750 - 14 * k, 10, line) for k, line in enumerate(page)]
        for page in pages
    ]  # fmt: skip
    letters = sorted({char for page in placed for *_, line in page for char in line})
    codes = {char: index for index, char in enumerate(letters, 1)}
    ranges = "".join(
        f"<{code:04x}> <{(char if mapped else chr(0xE000 + code)).encode('utf-16-be').hex()}>\n"
        for char, code in codes.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Sample def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{ranges}endbfchar\nendcmap end end"
    ).encode()
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /Identity-H "
        b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>" % font.encode(),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%b /DW 600 /FontDescriptor 6 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        % font.encode(),
        _stream(cmap),
        b"<< /Type /FontDescriptor /FontName /%b /Flags 4 /FontBBox [0 0 600 800] "
        b"/ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >>" % font.encode(),
        _stream(
            b"\x80",
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 "
            b"/ColorSpace /DeviceGray /BitsPerComponent 8 ",
        ),
    ]
    kids = []
    for lines in placed:
        drawing = "q 500 0 0 700 50 50 cm /Im Do Q\n" if picture else ""
        for left, bottom, size, line in lines:
            glyphs = "".join(f"{codes[char]:04x}" for char in line)
            place = f"0 1 -1 0 {800 - bottom} {left} Tm" if rising else f"{left} {bottom} Td"
            drawing += f"BT /F {size} Tf {place} <{glyphs}> Tj ET\n"
        objects.append(_stream(drawing.encode()))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Rotate {rotate} /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /Im 7 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _assemble(objects, trailer)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< %b/Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


def _assemble(objects: list[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)
