"""Real documents, which are not part of this repository: the contract must hold on each.

``VNDIRECTIVE_TEXTS`` names a folder; every .txt below it is analyzed as it is, decomposed, with a
byte order mark and line ends of Windows, and with invisible characters inside its words.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from vndirective.document import Document
from vndirective.pipeline import analyze

_FOLDER = os.environ.get("VNDIRECTIVE_TEXTS")
_FILES = sorted(Path(_FOLDER).rglob("*.txt")) if _FOLDER else []

pytestmark = [
    pytest.mark.skipif(not _FOLDER, reason="VNDIRECTIVE_TEXTS names no folder of real documents"),
    pytest.mark.skipif(bool(_FOLDER) and not _FILES, reason=f"no .txt below {_FOLDER}"),
]


def _as_it_is(text: str) -> str:
    return text


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _windows(text: str) -> str:
    return "\ufeff" + text.replace("\r\n", "\n").replace("\n", "\r\n")


def _with_invisible(text: str) -> str:
    """Put a zero-width space after every seventh letter that stands inside a word."""
    pieces, letters = [], 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        pieces.append(here)
        letters += here.isalpha()
        if here.isalpha() and after.isalpha() and letters % 7 == 0:
            pieces.append("\u200b")
    return "".join(pieces)


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": _as_it_is,
    "decomposed": _decomposed,
    "windows": _windows,
    "invisible": _with_invisible,
}


def spans(value: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every record with a start and an end, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield where, value
        for key, inner in value.items():
            yield from spans(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from spans(inner, f"{where}[{n}]")


def breaches(found: dict[str, Any]) -> list[str]:
    """Return what an analysis says against the contract."""
    return [*_of_spans(found), *_of_sections(found), *_of_sentences(found), *_of_ids(found)]


def _of_spans(found: dict[str, Any]) -> Iterator[str]:
    text = found["text"]
    for where, record in spans(found):
        a, b = record["start"], record["end"]
        if not 0 <= a < b <= len(text):
            yield f"{where}: bad span {a}..{b}"
        elif "text" in record and record["text"] != text[a:b]:
            yield f"{where}: {record['text']!r} is not {text[a:b]!r}"


def _of_sections(found: dict[str, Any]) -> Iterator[str]:
    sections = {s["id"]: s for s in found["sections"]}
    if len(sections) != len(found["sections"]):
        yield "section ids are not unique"
    open_ones: list[dict[str, Any]] = []
    for s in sorted(found["sections"], key=lambda s: (s["start"], -s["end"])):
        while open_ones and open_ones[-1]["end"] <= s["start"]:
            open_ones.pop()
        if open_ones and s["end"] > open_ones[-1]["end"]:
            yield f"section {s['id']} crosses {open_ones[-1]['id']}"
        open_ones.append(s)
        if s["parent"] is not None:
            parent = sections.get(s["parent"])
            if parent is None:
                yield f"section {s['id']}: no parent {s['parent']}"
            elif not parent["start"] <= s["start"] < s["end"] <= parent["end"]:
                yield f"section {s['id']} reaches out of {s['parent']}"


def _of_sentences(found: dict[str, Any]) -> Iterator[str]:
    text = found["text"]
    last = 0
    inside = bytearray(len(text))
    for a, b in found["sentences"]:
        if not last <= a < b <= len(text):
            yield f"sentence {a}..{b} is empty or out of order"
            return
        if text[a:b] != text[a:b].strip():
            yield f"sentence {a}..{b} is not trimmed"
        inside[a:b] = b"\x01" * (b - a)
        last = b
    lost = [i for i, c in enumerate(text) if c.isalpha() and not inside[i]]
    if lost:
        yield f"{len(lost)} letters in no sentence, from {lost[0]}: {text[lost[0] :][:40]!r}"
    for s in (s for s in found["sections"] if s["kind"] == "body"):
        lost = [i for i in range(s["start"], s["end"]) if text[i].isdigit() and not inside[i]]
        lines = {text[: i + 1].count("\n") for i in lost}
        alone = text.split("\n")
        if any(any(c.isalpha() for c in alone[n]) for n in lines):
            yield f"digits of {s['id']} in no sentence, from {lost[0]}"


def _of_ids(found: dict[str, Any]) -> Iterator[str]:
    ids = {k: {x["id"] for x in found[k]} for k in ("times", "actors", "obligations", "citations")}
    for kind, known in ids.items():
        if len(known) != len(found[kind]):
            yield f"ids of {kind} are not unique"
    sections = {s["id"] for s in found["sections"]}
    for o in found["obligations"]:
        used = {
            b["actor"] for slot in ("bearers", "coordinated_with", "report_to") for b in o[slot]
        }
        used.add(o["speaker"])
        if used - ids["actors"] - {None}:
            yield f"{o['id']}: unknown actors {used - ids['actors'] - {None}}"
        if set(o["deadlines"]) - ids["times"]:
            yield f"{o['id']}: unknown times"
        if o["section"] is not None and o["section"] not in sections:
            yield f"{o['id']}: unknown section {o['section']}"
        if not 0 <= o["sentence"] < len(found["sentences"]):
            yield f"{o['id']}: no sentence {o['sentence']}"
    for quote in found["quotes"]:
        if quote["speaker"] is not None and quote["speaker"] not in ids["actors"]:
            yield f"quote at {quote['start']}: unknown speaker"
    for citation in found["citations"]:
        if citation["refers_to"] is not None and citation["refers_to"] not in ids["citations"]:
            yield f"{citation['id']}: unknown citation {citation['refers_to']}"
    if set(found["proposals"]) - ids["obligations"]:
        yield "unknown proposals"


def _plain(text: str) -> str:
    """What is left of a text when its form is taken away."""
    shown = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
    return " ".join(shown.split())


def findings(doc: Document) -> dict[str, list[Any]]:
    """What was found, without offsets: it must not depend on the form of the text."""
    return {
        "sentences": [_plain(s.text) for s in doc.sentences],
        "sections": [(s.id, s.kind) for s in doc.sections],
        "obligations": [
            (_plain(o.action.text), o.modality, [_plain(b.text) for b in o.bearers])
            for o in doc.obligations
        ],
        "times": [(_plain(t.text), t.value, t.is_deadline, t.due) for t in doc.times],
        "actors": [(_plain(a.text), a.type) for a in doc.actors],
        "citations": [(_plain(c.text), c.number) for c in doc.citations],
        "quotes": [(_plain(q.text), q.type) for q in doc.quotes],
    }


@pytest.mark.parametrize("path", _FILES, ids=[p.stem for p in _FILES])
def test_the_contract_holds_in_every_form(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    expected = findings(analyze(text=text))
    for name, form in FORMS.items():
        given = form(text)
        doc = analyze(text=given)
        found = json.loads(doc.to_json())
        assert found["text"] == given, name
        assert breaches(found) == [], name
        assert findings(doc) == expected, name


def test_a_file_is_read_as_it_is() -> None:
    doc = analyze(_FILES[0])
    raw = _FILES[0].read_bytes().decode(doc.analysis.source.encoding or "utf-8")
    assert doc.text == raw.removeprefix("\ufeff") or doc.text == raw
