"""The demonstration corpus is what its index says, and its texts are its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(__file__).parents[2] / "corpora"
SEMINAR = CORPORA / "seminar"
INDEX = json.loads((SEMINAR / "index.json").read_text(encoding="utf-8"))
DOCUMENTS: list[dict[str, Any]] = INDEX["documents"]
THEMES = {
    "dissemination", "discipline", "inspection", "leadership", "delegation", "avoidance",
    "initiative", "personnel", "competence", "admin_reform", "digital", "bottlenecks",
}  # fmt: skip
LABEL = re.compile(r"(?:[IVX]+\.|\d+\.|[a-zđ]\))\s")
SHINGLE = 12

each_document = pytest.mark.parametrize("entry", DOCUMENTS, ids=lambda entry: entry["id"])


def read(entry: dict[str, Any]) -> str:
    return (SEMINAR / entry["file"]).read_text(encoding="utf-8")


def delivered(entry: dict[str, Any]) -> Path:
    return SEMINAR / "delivered" / f"{entry['id']}.{entry['delivered']}"


def words(text: str) -> list[str]:
    """Syllables and numbers, in NFC and lower case."""
    return re.findall(r"\w+(?:[./]\w+)*", unicodedata.normalize("NFC", text).lower())


def shingles(text: str) -> set[tuple[str, ...]]:
    syllables = words(text)
    return {tuple(syllables[i : i + SHINGLE]) for i in range(len(syllables) - SHINGLE + 1)}


def papers() -> list[dict[str, Any]]:
    return [entry for entry in DOCUMENTS if entry["kind"] == "seminar_paper"]


def test_the_index_names_every_text_and_no_other():
    texts = {p.relative_to(SEMINAR).as_posix() for p in SEMINAR.rglob("*.txt")}
    texts = {name for name in texts if not name.startswith("delivered/")}
    assert texts == {entry["file"] for entry in DOCUMENTS}


def test_nothing_is_delivered_that_the_index_does_not_name():
    assert {p.name for p in (SEMINAR / "delivered").iterdir()} == {
        delivered(entry).name for entry in DOCUMENTS
    }


@each_document
def test_the_title_stands_in_the_text(entry):
    assert " ".join(words(entry["title"])) in " ".join(words(read(entry)))


@each_document
def test_the_author_stands_in_the_text(entry):
    assert " ".join(words(entry["author"])) in " ".join(words(read(entry)))


@each_document
def test_a_text_is_long_enough(entry):
    least = 120 if "short" in entry["features"] else 250
    assert least <= len(words(read(entry))) <= 1500


@each_document
def test_decomposed_letters_are_where_the_index_says(entry):
    form = "NFD" if "nfd" in entry["features"] else "NFC"
    assert unicodedata.is_normalized(form, read(entry))


@each_document
def test_hard_wraps_are_where_the_index_says(entry):
    lines = [line for line in read(entry).splitlines() if line and not LABEL.match(line)]
    broken = sum(line[0].islower() for line in lines)
    assert (broken > 20) == ("hard_wraps" in entry["features"])


@each_document
def test_markup_residue_is_where_the_index_says(entry):
    assert ("**" in read(entry)) == ("markup_residue" in entry["features"])


def test_the_mixed_paper_places_tone_marks_both_ways():
    (entry,) = (e for e in DOCUMENTS if "mixed_tone_placement" in e["features"])
    syllables = set(words(read(entry)))
    assert {"hoà", "hòa", "uỷ", "ủy"} <= syllables


def test_the_directive_speaks_to_every_theme_and_the_papers_leave_the_stated_gaps():
    addressed = {theme for entry in papers() for theme in entry["themes"]}
    (directive,) = (e for e in DOCUMENTS if e["kind"] == "directive")
    assert set(directive["themes"]) == THEMES
    assert THEMES - addressed == {*INDEX["gaps"], *INDEX["nearly_addressed"]}


def test_near_copies_share_paragraphs_and_other_papers_do_not():
    paragraphs = {
        e["id"]: {line for line in read(e).splitlines() if len(words(line)) > 25} for e in papers()
    }
    pairs = [
        [a, b]
        for a in paragraphs
        for b in paragraphs
        if a < b and len(paragraphs[a] & paragraphs[b]) >= 2
    ]
    assert pairs == INDEX["near_copies"]


@each_document
def test_a_delivered_file_has_its_format_and_is_small(entry):
    content = delivered(entry).read_bytes()
    starts = {"docx": b"PK\x03\x04", "pdf": b"%PDF-", "txt": b""}
    assert content.startswith(starts[entry["delivered"]])
    assert 500 < len(content) < 150_000


@each_document
def test_a_delivered_file_holds_the_current_text(entry):
    path = delivered(entry)
    if entry["delivered"] == "txt":
        assert path.read_bytes() == (SEMINAR / entry["file"]).read_bytes()
    elif entry["delivered"] == "docx":
        # Labels are automatic numbers in the Word file, so they are no text there.
        lines = [LABEL.sub("", line) for line in read(entry).splitlines() if line.strip("|")]
        assert docx_paragraphs(path) == lines
    else:
        assert pdf_words(path) == words(read(entry))


def docx_paragraphs(path: Path) -> list[str]:
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = ("".join(t.text for t in p.iter(f"{space}t")) for p in root.iter(f"{space}p"))
    return [text for text in found if text]


def pdf_words(path: Path) -> list[str]:
    import pypdfium2

    found: list[str] = []
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document, start=1):
        *body, footer = words(page.get_textpage().get_text_range())
        assert footer == str(number)
        found += body
    document.close()
    return found


def test_building_twice_gives_the_same_bytes(tmp_path):
    pytest.importorskip("docx", reason="python-docx is not installed: pip install .[corpora]")
    pytest.importorskip("fpdf", reason="fpdf2 is not installed: pip install .[corpora]")
    pytest.importorskip("matplotlib", reason="matplotlib, which brings the font, is not installed")
    script = str(CORPORA / "build.py")
    for name in ("once", "again"):
        subprocess.run([sys.executable, script, "--out", str(tmp_path / name)], check=True)
    for entry in DOCUMENTS:
        name = delivered(entry).name
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_no_passage_is_taken_from_the_reference_texts():
    folder = os.environ.get("VNDIRECTIVE_TEXTS")
    if not folder:
        pytest.skip("VNDIRECTIVE_TEXTS names no folder of published texts to compare with")
    own = {shingle: entry["id"] for entry in DOCUMENTS for shingle in shingles(read(entry))}
    references = sorted(Path(folder).glob("*.txt"))
    assert references, f"VNDIRECTIVE_TEXTS={folder} holds no .txt file"
    taken = {
        (own[shingle], path.name, " ".join(shingle))
        for path in references
        for shingle in own.keys() & shingles(path.read_text(encoding="utf-8"))
    }
    assert not taken
