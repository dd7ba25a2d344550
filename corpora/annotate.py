"""Fills the offsets of annotations that were written by quoting, and checks them.

An annotator writes one JSON object a line and quotes the text; ``python corpora/annotate.py
FILE ...`` finds each quotation and adds ``start`` and ``end``, or says what it cannot find.
``docs/annotation.md`` describes the records and the way to add a document.

How a quotation is found
------------------------
- White space in it matches any white space, line ends included; composed and decomposed letters
  match each other.
- ``first words [...] last words`` stands for everything between, up to the nearest last words.
- The span of a record itself is searched after the start of the record of its layer before it,
  so records stand in the order of the text.
- A slot of an obligation, or a speaker, is the nearest occurrence to its record.
- ``"n": 3`` beside the text means the third occurrence in the document, whatever the order.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

#: The span that each record has of its own: the name of the field, or None for the record itself.
OWN = {
    "obligation": "action", "time": None, "actor": None, "unit": None, "citation": None,
    "quote": None, "sentence": None, "passage": None,
}  # fmt: skip
#: Fields with one quotation, and with a list of them.
SLOTS = ("cue", "condition", "exception", "purpose", "deliverable", "speaker")
LISTS = ("bearers", "coordinated_with", "monitored_by", "report_to", "deadlines")
ELISION = " [...] "


class AnnotationError(ValueError):
    """A quotation that cannot be found, or a record that says something the guide lacks."""


def _pattern(quote: str, form: str) -> re.Pattern[str]:
    parts = unicodedata.normalize(form, quote).split(ELISION)
    words = [r"\s+".join(map(re.escape, part.split())) for part in parts]
    return re.compile(r"[\s\S]*?".join(words))


class Locator:
    """Finds quotations in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._form = "NFC" if unicodedata.is_normalized("NFC", text) else "NFD"
        self._after: dict[str, int] = {}

    def _all(self, quote: str) -> list[tuple[int, int]]:
        return [m.span() for m in _pattern(quote, self._form).finditer(self.text)]

    def in_order(self, layer: str, quote: str) -> tuple[int, int]:
        """Return the next occurrence after the last record of the layer."""
        match = _pattern(quote, self._form).search(self.text, self._after.get(layer, 0))
        if match is None:
            elsewhere = len(self._all(quote))
            raise AnnotationError(
                f"{layer}: {quote!r} is not in the text after the {layer} before it"
                + (f" ({elsewhere} times before; mind the order)" if elsewhere else "")
            )
        self.passed(layer, match.start())
        return match.span()

    def passed(self, layer: str, start: int) -> None:
        """Note where the last record of a layer begins."""
        self._after[layer] = start + 1

    def nearest(self, quote: str, start: int, end: int) -> tuple[int, int]:
        """Return the occurrence nearest to a span: inside it, before it, after it."""
        found = self._all(quote)
        if not found:
            raise AnnotationError(f"{quote!r} is not in the text")
        return min(found, key=lambda s: (max(start - s[1], s[0] - end, 0), s[0]))

    def nth(self, quote: str, n: int) -> tuple[int, int]:
        """Return the n-th occurrence, counted from 1."""
        found = self._all(quote)
        if not 1 <= n <= len(found):
            raise AnnotationError(f"{quote!r} occurs {len(found)} times, not {n}")
        return found[n - 1]


def _filled(span: Any, where: tuple[int, int], text: str) -> dict[str, Any]:
    rest = {k: v for k, v in span.items() if k not in ("text", "start", "end", "n")}
    return {"text": text[where[0] : where[1]], "start": where[0], "end": where[1], **rest}


def _kept(span: dict[str, Any], text: str) -> tuple[int, int] | None:
    """Return the offsets that stand there already, if they are still right."""
    start, end = span.get("start"), span.get("end")
    if start is None or end is None:
        return None
    return (start, end) if text[start:end] == span["text"] else None


def fill(record: dict[str, Any], locator: Locator) -> dict[str, Any]:
    """Return a record with the offsets of all its spans.

    Raises
    ------
    AnnotationError
        If a quotation is not in the text.
    """
    layer, text = record["record"], locator.text
    if layer not in OWN:
        raise AnnotationError(f"record {layer!r}: not one of {', '.join(OWN)}")
    own = OWN[layer]
    span = record if own is None else _as_span(record[own])
    where = _kept(span, text)
    if where is None and "n" in span:
        where = locator.nth(span["text"], span["n"])
    if where is None:
        where = locator.in_order(layer, span["text"])
    locator.passed(layer, where[0])
    filled = _filled(span, where, text)
    record = {"record": layer, **filled} if own is None else {**record, own: filled}

    def slot(value: Any) -> dict[str, Any]:
        value = _as_span(value)
        found = _kept(value, text)
        if found is None and "n" in value:
            found = locator.nth(value["text"], value["n"])
        return _filled(value, found or locator.nearest(value["text"], *where), text)

    for name in SLOTS:
        if record.get(name):
            record[name] = slot(record[name])
    for name in LISTS:
        if name in record:
            record[name] = [slot(value) for value in record[name]]
    return record


def _as_span(value: Any) -> dict[str, Any]:
    return {"text": value} if isinstance(value, str) else dict(value)


def text_of(annotations: Path) -> str:
    """Return the text that a file of annotations belongs to, by the index of its corpus."""
    folder = next(f for f in annotations.resolve().parents if (f / "index.json").is_file())
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    for entry in index["documents"]:
        if entry["id"] == annotations.stem:
            # newline="": offsets count the characters as they are
            with (folder / entry["file"]).open(encoding="utf-8", newline="") as file:
                return file.read()
    raise AnnotationError(f"{annotations}: no document {annotations.stem!r} in {folder}/index.json")


def annotate(path: Path, text: str) -> list[str]:
    """Fill one file in place where every quotation is found; return what is wrong otherwise."""
    locator = Locator(text)
    lines, problems = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if record["record"] != "document":
                record = fill(record, locator)
            lines.append(json.dumps(record, ensure_ascii=False))
        except (AnnotationError, KeyError, TypeError, json.JSONDecodeError) as error:
            problems.append(f"{path}:{number}: {error}")
    if not problems:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return problems


def main() -> None:
    """Read the command line, fill the files, print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", help="annotations, .jsonl")
    parser.add_argument("--text", type=Path, help="the text, where no index.json names it")
    options = parser.parse_args()
    failed = False
    for path in options.files:
        if options.text:
            with options.text.open(encoding="utf-8", newline="") as file:
                text = file.read()
        else:
            text = text_of(path)
        problems = annotate(path, text)
        failed = failed or bool(problems)
        print("\n".join(problems) if problems else f"{path}: offsets filled and checked")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
