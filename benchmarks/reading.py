"""Reading against the libraries below it: speed, and how much of the text comes out right.

``python benchmarks/reading.py`` prints a table; see ``benchmarks/README.md``. The documents are
made from the shipped texts, by fpdf2 and python-docx, and by LibreOffice where it is installed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import charset_normalizer
import docx as python_docx
import pypdfium2
from speed import best_of

from vndirective.core.errors import InputError
from vndirective.reading import DEFAULT_LIMITS, read
from vndirective.reading.docx import read_docx
from vndirective.reading.encodings import decode
from vndirective.reading.pdf import read_pdf

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "reading"))

from encoding_samples import ENCODERS, passages
from pdf_documents import by_fpdf, documents, papers
from test_pdf_documents import plain


def pdfium_alone(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    texts = []
    for page in document:
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return "\n".join(texts)


def python_docx_alone(path: Path) -> str:
    document = python_docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def make_docx(path: Path, times: int) -> None:
    document = python_docx.Document()
    for paragraphs in papers() * times:
        document.add_heading(paragraphs[0], 1)
        for line in paragraphs[1:]:
            document.add_paragraph(line, style="List Number" if len(line) > 80 else None)
        table = document.add_table(3, 3)
        for cell in table._cells:
            cell.text = paragraphs[-1]
    document.save(str(path))


def pdf_calls(path: Path) -> dict[str, Callable[[], object]]:
    data = path.read_bytes()
    return {
        "pypdfium2 alone": lambda: pdfium_alone(data),
        "read_pdf": lambda: read_pdf(data, str(path), DEFAULT_LIMITS),
        "read, in the other process": lambda: read(path),
    }


def docx_calls(path: Path) -> dict[str, Callable[[], object]]:
    data = path.read_bytes()
    return {
        "python-docx alone": lambda: python_docx_alone(path),
        "read_docx": lambda: read_docx(data, str(path), DEFAULT_LIMITS),
        "read, in the other process": lambda: read(path),
    }


def speeds(folder: Path, rounds: int) -> None:
    texts = [line for paper in papers() for line in paper]
    by_fpdf(folder / "one.pdf", texts, 1, False, True)
    by_fpdf(folder / "two.pdf", texts, 2, False, True)
    make_docx(folder / "short.docx", 1)
    make_docx(folder / "long.docx", 10)
    shipped = Path(__file__).parents[1] / "corpora" / "seminar" / "delivered"
    timed = [
        ("PDF in one column", pdf_calls(folder / "one.pdf")),
        ("PDF in two columns", pdf_calls(folder / "two.pdf")),
        ("PDF of two pages", pdf_calls(shipped / "02-thanh-tra.pdf")),
        ("Word, 10 papers", docx_calls(folder / "short.docx")),
        ("Word, 100 papers", docx_calls(folder / "long.docx")),
        ("Word, one directive", docx_calls(shipped / "directive.docx")),
    ]
    print(f"{'':48}{'ms':>9}{'× the first':>14}")
    for name, calls in timed:
        best = best_of(calls, rounds)
        first = next(iter(best.values()))
        for call, seconds in best.items():
            print(f"{name:22}{call:26}{1000 * seconds:9.1f}{seconds / first:14.2f}")


def accuracy(folder: Path) -> None:
    print(f"\n{'characters right':48}{'':>9}{'of 1':>14}")
    for name, path, text in documents(folder):
        got, expected = plain(read(path).text), plain(text)
        ratio = SequenceMatcher(None, got, expected, autojunk=False).ratio()
        print(f"{name:57}{ratio:14.4f}")


def encodings(number: int, length: int) -> None:
    print(f"\n{f'encoding told right, {number} texts':48}{'':>9}{'of 1':>14}{'others':>10}")
    for name, encode in ENCODERS.items():
        found = {"vndirective": 0, "charset-normalizer": 0}
        for passage in passages(number, length):
            data = encode(passage)
            try:
                text, told = decode(data, "text")
                found["vndirective"] += told == name and bool(text)
            except InputError:
                continue
            finally:
                best = charset_normalizer.from_bytes(data).best()
                guess = "" if best is None else best.encoding.replace("_", "-")
                found["charset-normalizer"] += guess in (name, name.replace("windows-", "cp"))
        print(f"{name:57}{found['vndirective'] / number:14.3f}"
              f"{found['charset-normalizer'] / number:10.3f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (default 5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        speeds(Path(folder), options.rounds)
        accuracy(Path(folder))
    encodings(200, 200)


if __name__ == "__main__":
    main()
