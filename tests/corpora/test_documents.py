"""The annotated documents: what their index says, and that the tools can read all of it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import vndirective as vd

CORPORA = Path(__file__).parents[2] / "corpora"
FOLDER = CORPORA / "documents"
DOCUMENTS: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text("utf-8"))[
    "documents"
]

each_document = pytest.mark.parametrize("entry", DOCUMENTS, ids=lambda entry: entry["id"])


def read(entry: dict[str, Any]) -> str:
    with (FOLDER / entry["file"]).open(encoding="utf-8", newline="") as file:
        return file.read()


def test_the_index_names_every_text_and_no_other() -> None:
    assert {p.name for p in FOLDER.glob("*.txt")} == {entry["file"] for entry in DOCUMENTS}
    ids = [entry["id"] for entry in DOCUMENTS]
    assert len(ids) == len(set(ids))


def test_near_copies_stand_in_one_split() -> None:
    splits = {entry["id"][:2]: entry["split"] for entry in DOCUMENTS}
    assert splits["21"] == splits["23"]
    assert set(splits.values()) == {"train", "dev", "test"}


@each_document
def test_a_text_is_as_ugly_as_its_index_says(entry: dict[str, Any]) -> None:
    text, features = read(entry), set(entry.get("features", ()))
    assert unicodedata.is_normalized("NFC", text) == ("nfd" not in features)
    longest = max(map(len, unicodedata.normalize("NFC", text).split("\n")))
    if "hard_wraps" in features:
        assert longest < 120
    if "one_line" in features:
        assert text.strip().count("\n") == 0
    if "markup_residue" in features:
        assert "**" in text or "|" in text


@each_document
def test_a_text_is_read_whole(entry: dict[str, Any]) -> None:
    document = vd.analyze(text=read(entry))
    covered = {k for a, b in document.analysis.sentences for k in range(a, b)}
    for section in document.sections:
        assert 0 <= section.start < section.end <= len(document.text)
    letters = [k for k, c in enumerate(document.text) if c.isalnum()]
    assert sum(k in covered for k in letters) >= 0.99 * len(letters)


def test_every_annotation_fits_its_text() -> None:
    loaded = vd.load_corpus(CORPORA) if any(FOLDER.glob("annotations/*.jsonl")) else []
    annotated = {path.stem for path in FOLDER.glob("annotations/*.jsonl")}
    assert annotated <= {document.id for document in loaded}
