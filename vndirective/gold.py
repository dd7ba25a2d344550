"""Annotated corpora: texts, what people marked in them, and the same shape for an analysis.

A corpus is a folder with an ``index.json``, the texts it names, and stand-off annotations:
``annotations/<id>.jsonl`` by the first annotator, ``second/<id>.jsonl`` by another one.
``docs/annotation.md`` defines the records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vndirective.core.errors import InputError
from vndirective.core.records import Analysis

__all__ = ["LAYERS", "GoldDocument", "Reading", "load_corpus", "load_sentences", "reading_of"]

#: What can be annotated, by the name of its records.
LAYERS = {
    "obligation": "obligations", "time": "times", "actor": "actors", "unit": "units",
    "citation": "citations", "quote": "quotes", "sentence": "sentences", "passage": "passages",
}  # fmt: skip
SLOTS = ("condition", "exception", "purpose", "deliverable")
ROLES = ("bearers", "coordinated_with")
# The outline inside these parts of the frame is not scored.
_FRAME = frozenset(("recipients", "signature", "header", "addressees", "legal_basis"))
_MAX_BYTES = 20_000_000

#: The records of each layer, in order: plain dicts, spans as pairs of code points.
Reading = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One text and what is marked in it.

    Attributes
    ----------
    id : str
    kind : str
        Kind of the document, as the index has it.
    split : str or None
        ``train``, ``dev`` or ``test``.
    text : str
    fields : dict
        The entry of the index; ``number`` and ``issued_on`` are scored where they are given.
    layers : frozenset of str
        The layers that were annotated in full; the others are not scored.
    reading : Reading
    issued_on : str or None
        Date to read relative times by, where the text does not say it.
    """

    id: str
    kind: str
    split: str | None
    text: str
    layers: frozenset[str]
    reading: Reading
    issued_on: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)


def load_corpus(folder: str | Path, *, annotations: str = "annotations") -> list[GoldDocument]:
    """Load the annotated documents of a corpus, or of the corpora in a folder.

    Parameters
    ----------
    folder : str or Path
        Has an ``index.json``, or folders that have one.
    annotations : str
        Folder of the annotations in the corpus.

    Returns
    -------
    list of GoldDocument
        The documents that have annotations, in the order of the index.

    Raises
    ------
    InputError
        If there is no index, or an annotation does not fit its text.
    """
    root = Path(folder)
    indexes = [root / "index.json"] if (root / "index.json").is_file() else []
    indexes = indexes or sorted(root.glob("*/index.json"))
    if not indexes:
        raise InputError(
            root, "no index.json in it", "give a folder laid out as docs/annotation.md says",
            "no_documents",
        )  # fmt: skip
    return [document for index in indexes for document in _load(index, annotations)]


def load_sentences(path: str | Path) -> list[GoldDocument]:
    """Load single sentences with their time expressions, one JSON object a line.

    Parameters
    ----------
    path : str or Path
        Each line has ``id``, ``text``, ``anchor`` (the issue date) and ``spans``.

    Returns
    -------
    list of GoldDocument
        One for each sentence, with the layer ``times``.
    """
    documents = []
    for number, line in enumerate(_read(Path(path)).splitlines(), 1):
        entry = _json(Path(path), line)
        times = [
            _item(Path(path), number, {"record": "time", **s}, entry["text"])[1]
            for s in entry["spans"]
        ]
        reading: Reading = {layer: [] for layer in LAYERS.values()} | {"times": times}
        documents.append(
            GoldDocument(
                entry["id"], "other", None, entry["text"], frozenset(("times",)), reading,
                entry["anchor"],
            )
        )  # fmt: skip
    return documents


def _load(index: Path, annotations: str) -> Iterator[GoldDocument]:
    for entry in _json(index, _read(index))["documents"]:
        path = index.parent / annotations / f"{entry['id']}.jsonl"
        if not path.is_file():
            continue
        text = _read(index.parent / entry["file"])
        head, *records = _records(path)
        if head["sha256"] != hashlib.sha256(text.encode("utf-8")).hexdigest():
            raise InputError(
                path, f"was made for another version of {entry['file']}",
                "annotate the text as it is now and give its sha256", "damaged",
            )  # fmt: skip
        reading: Reading = {layer: [] for layer in LAYERS.values()}
        for number, record in enumerate(records, 2):
            layer, item = _item(path, number, record, text)
            reading[layer].append(item)
        yield GoldDocument(
            id=entry["id"],
            kind=entry["kind"],
            split=entry.get("split"),
            text=text,
            layers=frozenset(head["layers"]),
            reading=reading,
            issued_on=head.get("issued_on"),
            fields=entry,
        )


def _read(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > _MAX_BYTES:
            raise InputError(
                path, f"has {size} bytes", f"at most {_MAX_BYTES} are read", "too_large"
            )
        # newline="": offsets count the characters as they are
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(path, reason, "give a file that can be read", "missing") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "is not UTF-8", "save it as UTF-8", "encoding") from error


def _json(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            path, f"is no JSON: {error}", "mend it at that place", "damaged"
        ) from error


def _records(path: Path) -> list[dict[str, Any]]:
    records = [_json(path, line) for line in _read(path).split("\n") if line.strip()]
    if not records or records[0].get("record") != "document":
        raise InputError(
            path, 'does not open with {"record": "document", …}',
            "say there the sha256 of the text, the layers and how they were made", "damaged",
        )  # fmt: skip
    return records


def _item(path: Path, number: int, record: dict[str, Any], text: str) -> tuple[str, dict[str, Any]]:
    try:
        layer = LAYERS[record["record"]]
        if layer == "obligations":
            item = {
                "span": _span(record["action"], text),
                "modality": record["modality"],
                "deadlines": [_span(d, text) for d in record.get("deadlines", [])],
            }
            item |= {name: [_span(b, text) for b in record.get(name, [])] for name in ROLES}
            for name in SLOTS:
                item[name] = _span(record[name], text) if record.get(name) else None
        else:
            item = {k: v for k, v in record.items() if k not in ("record", "text", "start", "end")}
            item["span"] = _span(record, text)
        return layer, item
    except (KeyError, TypeError, ValueError) as error:
        problem = f"no {error.args[0]!r}" if isinstance(error, KeyError) else str(error)
        raise InputError(
            f"{path}:{number}", problem, "run corpora/annotate.py on the file", "damaged"
        ) from error


def _span(span: dict[str, Any], text: str) -> tuple[int, int]:
    start, end = span["start"], span["end"]
    if text[start:end] != span["text"]:
        raise ValueError(f"{span['text'][:40]!r} does not stand at {start}..{end}")
    return start, end


def reading_of(analysis: Analysis) -> Reading:
    """Return what an analysis found, in the shape of annotations."""
    times = {time.id: (time.start, time.end) for time in analysis.times}
    # Urgency limits no duty; the guide leaves it out of deadlines.
    urgent = {time.id for time in analysis.times if time.type == "URGENCY"}
    parents = {section.id: section for section in analysis.sections}

    def in_frame(name: str | None) -> bool:
        while name is not None:
            if parents[name].kind in _FRAME:
                return True
            name = parents[name].parent
        return False

    def pair(span: Any) -> tuple[int, int] | None:
        return (span.start, span.end) if span else None

    return {
        "obligations": [
            {
                "span": pair(o.action),
                "modality": o.modality,
                "bearers": [pair(b) for b in o.bearers],
                "coordinated_with": [pair(b) for b in o.coordinated_with],
                "deadlines": [times[d] for d in o.deadlines if d not in urgent],
                **{name: pair(getattr(o, name)) for name in SLOTS},
            }
            for o in analysis.obligations
        ],
        "times": [
            {
                "span": pair(t), "type": t.type, "value": t.value, "relation": t.relation,
                "is_deadline": t.is_deadline, "due": t.due, "mod": t.mod, "workday": t.workday,
            }
            for t in analysis.times
        ],
        "actors": [{"span": pair(a), "type": a.type} for a in analysis.actors],
        "units": [
            {"span": pair(s), "label": s.label, "path": s.id}
            for s in analysis.sections
            if s.label is not None and not in_frame(s.id)
        ],
        "citations": [{"span": pair(c), "number": c.number} for c in analysis.citations],
        "quotes": [{"span": pair(q), "type": q.type} for q in analysis.quotes],
        "sentences": [{"span": tuple(s)} for s in analysis.sentences],
        "passages": [],
    }  # fmt: skip
