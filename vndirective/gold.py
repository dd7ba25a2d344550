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

from vndirective.annotation import LAYERS, SPAN, check, check_entry, near
from vndirective.core import arguments
from vndirective.core.errors import InputError
from vndirective.core.records import Analysis

__all__ = [
    "LAYERS", "GoldDocument", "Reading", "load_corpus", "load_sentences", "parse_line", "read_index",
    "read_lines", "read_text", "reading_of", "sha256_of",
]  # fmt: skip

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
    ArgumentError
        If ``folder`` or ``annotations`` is no name.
    InputError
        If there is no index, or an annotation does not fit its text.
    """
    root = Path(arguments.path("folder", folder, "the folder of a corpus, as a str or Path"))
    arguments.text("annotations", annotations, "the name of a folder, such as 'annotations'")
    indexes = [root / "index.json"] if (root / "index.json").is_file() else []
    indexes = indexes or sorted(root.glob("*/index.json"))
    if root.is_file():
        owner = next((f for f in root.parents if (f / "index.json").is_file()), "FOLDER")
        one = "" if root.name == "index.json" else f", and ask for the document {root.stem!r} of it"
        raise InputError(
            root, "is a file", f"give the folder of the corpus, {owner}{one}", "no_documents"
        )
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
    for number, entry in read_lines(Path(path)):
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
    entries = read_index(index)
    ids = [entry["id"] for entry in entries]
    for path in sorted((index.parent / annotations).glob("*.jsonl")):
        if path.stem not in ids:
            raise InputError(
                path, f"belongs to no document: {index} has no id {path.stem!r}",
                f"{near(path.stem, ids)}name the file as the id of its document", "missing",
            )  # fmt: skip
    for entry in entries:
        path = index.parent / annotations / f"{entry['id']}.jsonl"
        if not path.is_file():
            continue
        text = read_text(index.parent / entry["file"])
        head, *records = _records(path)
        if head["sha256"] != sha256_of(text):
            raise InputError(
                path, f"was made for another version of {entry['file']}",
                "run corpora/annotate.py on the file, which says what to do", "damaged",
            )  # fmt: skip
        reading: Reading = {layer: [] for layer in LAYERS.values()}
        for number, record in records:
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


def read_text(path: Path) -> str:
    """Return a text as its offsets count it: UTF-8, line ends kept, no byte order mark.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > _MAX_BYTES:
            raise InputError(
                path, f"has {size} bytes", f"at most {_MAX_BYTES} are read", "too_large"
            )
        # newline="": offsets count the characters as they are
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(path, reason, "give a file that can be read", "missing") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "is not UTF-8", "save it as UTF-8", "encoding") from error


def sha256_of(text: str) -> str:
    """Return the hash that annotations name their text by."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_index(path: Path) -> list[dict[str, Any]]:
    """Return what an index says of each document.

    Parameters
    ----------
    path : Path
        An ``index.json``.

    Returns
    -------
    list of dict

    Raises
    ------
    InputError
        If an entry lacks a field, has one that is not known, or stands there twice.
    """
    index = _json(path, None, read_text(path))
    entries = index.get("documents") if isinstance(index, dict) else None
    if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise InputError(
            path, "holds no list of documents",
            'lay it out as {"documents": [{"id": …, "kind": …, "file": …, "split": …}, …]}',
            "damaged",
        )  # fmt: skip
    seen: dict[str, int] = {}
    with_split = any("split" in entry for entry in entries)
    for number, entry in enumerate(entries, 1):
        where = f"{path}: document {number} ({entry.get('id')!r})"
        for problem in check_entry(entry):
            raise InputError(where, *problem, "damaged")
        if with_split and "split" not in entry:
            raise InputError(
                where, "has no 'split', and others have one", "give train, dev or test", "damaged"
            )
        if entry["id"] in seen:
            raise InputError(
                where, f"has the id of document {seen[entry['id']]}", "give each its own", "damaged"
            )
        seen[entry["id"]] = number
    return entries


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a .jsonl file with the numbers of their lines, from 1.

    Raises
    ------
    InputError
        If a line is no JSON object.
    """
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            yield number, parse_line(path, number, line)


def parse_line(path: Path, number: int, line: str) -> dict[str, Any]:
    """Return the object on one line of a .jsonl file.

    Raises
    ------
    InputError
        If it is no JSON object.
    """
    found = _json(path, number, line)
    if not isinstance(found, dict):
        raise InputError(
            f"{path}:{number}", f"is no JSON object but {line.strip()[:40]!r}",
            'write {"record": …, …} on each line', "damaged",
        )  # fmt: skip
    return found


def _json(path: Path, number: int | None, text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = number or error.lineno
        remedy = (
            "mend it there" if number is None else "mend it there; an object stands on one line"
        )
        raise InputError(
            f"{path}:{line}", f"is no JSON: {error.msg} at column {error.colno}", remedy, "damaged"
        ) from error


def _records(path: Path) -> tuple[Any, ...]:
    """Return the first record, and the others with the numbers of their lines."""
    records = list(read_lines(path))
    if not records or records[0][1].get("record") != "document":
        raise InputError(
            f"{path}:{records[0][0] if records else 1}",
            'the file does not open with {"record": "document", …}',
            "say there the layers and how they were made", "damaged",
        )  # fmt: skip
    number, head = records[0]
    for problem in check(head):
        raise InputError(f"{path}:{number}", *problem, "damaged")
    return head, *records[1:]


def _item(path: Path, number: int, record: dict[str, Any], text: str) -> tuple[str, dict[str, Any]]:
    where = f"{path}:{number}"
    for problem in check(record):
        raise InputError(where, *problem, "damaged")
    if record["record"] == "document":
        raise InputError(where, "is a second 'document'", "leave it on the first line", "damaged")
    layer = LAYERS[record["record"]]
    try:
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
            item = {k: v for k, v in record.items() if k not in ("record", *SPAN)}
            item["span"] = _span(record, text)
        return layer, item
    except ValueError as error:
        raise InputError(
            where, str(error), f"run python corpora/annotate.py {path}", "damaged"
        ) from error


def _span(span: Any, text: str) -> tuple[int, int]:
    if isinstance(span, str) or "start" not in span:
        words = span if isinstance(span, str) else span["text"]
        raise ValueError(f"{words[:40]!r} has no offsets yet")
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
                "review": o.needs_review,
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
