"""PDFs of several producers against the text they were made from, character by character."""

import re
from difflib import SequenceMatcher

import pytest

pytest.importorskip("fpdf")
pytest.importorskip("matplotlib")

from pdf_documents import documents

from vndirective.reading import read

ACCURACY = 0.998


def plain(text: str) -> str:
    """Return a text without its line ends, those after a hyphen as well."""
    return re.sub(r"-\s+(?=\S)", "-", " ".join(text.split()))


def test_text_is_that_of_the_source(tmp_path):
    found = {}
    for name, path, text in documents(tmp_path):
        got, expected = plain(read(path).text), plain(text)
        found[name] = SequenceMatcher(None, got, expected, autojunk=False).ratio()
    assert len(found) == 10
    assert min(found.values()) >= ACCURACY, found
