"""Fills the offsets of annotations that were written by quoting, and checks them.

An annotator writes one JSON object a line and quotes the text; ``python corpora/annotate.py
FILE ...`` checks every field and value, finds each quotation and adds ``start`` and ``end``, or
says what is wrong and writes nothing. ``docs/annotation.md`` describes the records and the way to
add a document.

How a quotation is found
------------------------
- White space in it matches any white space, line ends included; composed and decomposed letters
  match each other. It never cuts a word, a number or a date.
- ``first words [...] last words`` stands for everything between, up to the nearest last words.
- The span of a record itself is the next occurrence after the record of its layer before it, so
  records stand in the order of the text.
- A slot of an obligation, or a speaker, is the nearest occurrence to its record: inside it, before
  it, after it.
- ``"n": 3`` beside the text means the third occurrence in the document, whatever the order.
- Where there were others to choose from, a note on standard error names them.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

try:
    from vndirective.annotation import FIELDS, LAYERS, check, near, unknown_themes
    from vndirective.core.errors import InputError
    from vndirective.gold import parse_line, read_index, read_text, sha256_of
except ModuleNotFoundError as missing:
    sys.exit(f"{missing}: activate the environment first, source .venv/bin/activate")

#: The fields of each record that quote: one quotation, and lists of them.
SLOTS = {
    name: [k for k, rule in FIELDS[name].items() if rule.shape == "span" and k != "action"]
    for name in LAYERS
}
LISTS = {
    name: [k for k, rule in FIELDS[name].items() if rule.shape in ("spans", "actors")]
    for name in LAYERS
}
#: Records whose spans may lie in each other.
NESTED = ("obligation", "unit")
ELISION = " [...] "
_SHOWN = 5
Where = tuple[int, int]

# Marks belong to the letter before them; signs between figures belong to the number.
_LETTER = r"\w\u0300-\u036f"
_BEFORE = rf"(?<![{_LETTER}])"
_AFTER = rf"(?![{_LETTER}])"
_NUMBER_BEFORE, _NUMBER_AFTER = r"(?<!\d[./:,])", r"(?![./:,]\d)"


class AnnotationError(ValueError):
    """A quotation that cannot be found."""


def _words(part: str) -> str:
    """Return the pattern of words that stand together, none of them cut."""
    plain = r"\s+".join(map(re.escape, part.split()))
    first, last = part.strip()[:1], part.strip()[-1:]
    before = (_BEFORE if re.match(f"[{_LETTER}]", first) else "") + (
        _NUMBER_BEFORE if first.isdigit() else ""
    )
    after = (_AFTER if re.match(f"[{_LETTER}]", last) else "") + (
        _NUMBER_AFTER if last.isdigit() else ""
    )
    return before + plain + after


class Locator:
    """Finds quotations in one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._form = "NFC" if unicodedata.is_normalized("NFC", text) else "NFD"
        self._after: dict[str, int] = {}

    def _pattern(self, quote: str) -> re.Pattern[str]:
        parts = unicodedata.normalize(self._form, quote).split(ELISION)
        return re.compile(r"[\s\S]*?".join(map(_words, parts)))

    def all(self, quote: str) -> list[Where]:
        """Return where a quotation stands, without cutting a word."""
        return [m.span() for m in self._pattern(quote).finditer(self.text)]

    def _found(self, quote: str) -> list[Where]:
        if found := self.all(quote):
            return found
        plain = r"\s+".join(map(re.escape, unicodedata.normalize(self._form, quote).split()))
        if cut := re.search(rf"\S*{plain}\S*", self.text):
            raise AnnotationError(
                f"{quote!r} stands only inside {cut[0]!r}; quote whole words, numbers and dates"
            )
        raise AnnotationError(f"{quote!r} is not in the text; copy the words from it")

    def in_order(self, layer: str, quote: str) -> Where:
        """Return the next occurrence after the last record of the layer."""
        found = self._found(quote)
        match = self._pattern(quote).search(self.text, self._after.get(layer, 0))
        if match is None:
            raise AnnotationError(
                f"{layer}: {quote!r} is not in the text after the {layer} before it, but before, "
                f"on {lines_of(self.text, found)}; keep the records of a kind in the order of the text"
            )
        return match.span()

    def passed(self, layer: str, where: Where) -> None:
        """Note where the last record of a layer stands."""
        self._after[layer] = where[0] + 1 if layer in NESTED else where[1]

    def nearest(self, quote: str, start: int, end: int) -> Where:
        """Return the occurrence nearest to a span: inside it, before it, after it."""
        return min(self._found(quote), key=lambda s: (max(start - s[1], s[0] - end, 0), s[0]))

    def nth(self, quote: str, n: int) -> Where:
        """Return the n-th occurrence, counted from 1."""
        found = self._found(quote)
        if n > len(found):
            raise AnnotationError(
                f"{quote!r} occurs {len(found)} times, not {n}: on {lines_of(self.text, found)}"
            )
        return found[n - 1]

    def kept(self, span: dict[str, Any]) -> Where | None:
        """Return the offsets that stand there already, if they are still right."""
        start, end = span.get("start"), span.get("end")
        if start is None or end is None or "n" in span or self.text[start:end] != span["text"]:
            return None
        around = re.compile(_words(span["text"])).match(self.text, start)
        if around is None or around.end() != end:
            raise AnnotationError(f"{span['text']!r} at {start}..{end} cuts a word; quote it whole")
        return start, end


def lines_of(text: str, found: Collection[Where], chosen: Where | None = None) -> str:
    """Name the lines of occurrences, each with the ``n`` that asks for it."""
    places = [
        f'line {text.count(chr(10), 0, where[0]) + 1} ("n": {k})'
        for k, where in enumerate(found, 1)
        if where != chosen
    ]
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return ", ".join(places[:_SHOWN]) + more


@dataclass
class Choice:
    """A quotation without ``n`` that occurs more than once."""

    line: int
    what: str
    quote: str
    chosen: Where
    found: list[Where]

    def note(self, path: Path, text: str) -> str:
        """Say what was chosen, and from what."""
        taken = self.found.index(self.chosen) + 1
        return (
            f"{path}:{self.line}: note: {self.what} {self.quote!r} occurs {len(self.found)} times: "
            f'taken is the one on line {text.count(chr(10), 0, self.chosen[0]) + 1} ("n": {taken}), '
            f"others are on {lines_of(text, self.found, self.chosen)}"
        )


@dataclass
class Filling:
    """Fills the records of one file, and keeps the choices it made."""

    locator: Locator
    spans: dict[str, list[Where]] = field(default_factory=dict)
    _own: list[Choice] = field(default_factory=list)
    _slots: list[Choice] = field(default_factory=list)

    def fill(self, record: dict[str, Any], line: int = 0) -> dict[str, Any]:
        """Return a record with the offsets of all its spans.

        Raises
        ------
        AnnotationError
            If a quotation is not in the text, or cuts a word.
        """
        layer = record["record"]
        action = layer == "obligation"
        span = _as_span(record["action"]) if action else record
        where = self.locator.kept(span)
        if where is None and "n" in span:
            where = self.locator.nth(span["text"], span["n"])
        if where is None:
            where = self.locator.in_order(layer, span["text"])
            self._own.append(self._choice(line, layer, span["text"], where))
        self.locator.passed(layer, where)
        self.spans.setdefault(layer, []).append(where)
        filled = self._filled(span, where)
        record = {**record, "action": filled} if action else {"record": layer, **filled}
        for name in SLOTS[layer]:
            if record.get(name) is not None:
                record[name] = self._slot(record[name], where, line, name)
        for name in LISTS[layer]:
            if name in record:
                record[name] = [self._slot(value, where, line, name) for value in record[name]]
        return record

    def _slot(self, value: Any, where: Where, line: int, name: str) -> dict[str, Any]:
        span = _as_span(value)
        found = self.locator.kept(span)
        if found is None and "n" in span:
            found = self.locator.nth(span["text"], span["n"])
        if found is None:
            found = self.locator.nearest(span["text"], *where)
            choice = self._choice(line, name, span["text"], found)
            if not self._obvious(choice, where):
                self._slots.append(choice)
        return self._filled(span, found)

    def _choice(self, line: int, what: str, quote: str, where: Where) -> Choice:
        return Choice(line, what, quote, where, self.locator.all(quote))

    def _obvious(self, choice: Choice, where: Where) -> bool:
        """Tell whether one occurrence alone stands in the record, or else in its paragraph."""
        text = self.locator.text
        line_end = text.find("\n", where[1])
        paragraph = text.rfind("\n", 0, where[0]) + 1, line_end if line_end >= 0 else len(text)
        for start, end in (where, paragraph):
            inside = [s for s in choice.found if start <= s[0] and s[1] <= end]
            if inside:
                return inside == [choice.chosen]
        return len(choice.found) == 1

    def _filled(self, span: dict[str, Any], where: Where) -> dict[str, Any]:
        rest = {k: v for k, v in span.items() if k not in ("record", "text", "start", "end", "n")}
        text = self.locator.text[where[0] : where[1]]
        return {"text": text, "start": where[0], "end": where[1], **rest}

    def choices(self) -> list[Choice]:
        """Return the choices that were not obvious, in the order of the lines, each once.

        For the span of a record that is where an occurrence is left that no record stands on.
        """
        # The items of a list often have one bearer and one speaker; the first line stands for all.
        slots = {(c.what, c.quote, c.chosen): c for c in reversed(self._slots)}
        open_ones = list(slots.values())
        for choice in self._own:
            spans = self.spans[choice.what]
            if not all(any(a <= s[0] < b for a, b in spans) for s in choice.found):
                open_ones.append(choice)
        return sorted(open_ones, key=lambda c: c.line)


def _as_span(value: Any) -> dict[str, Any]:
    return {"text": value} if isinstance(value, str) else dict(value)


def fill_hash(head: dict[str, Any], text: str) -> dict[str, Any]:
    """Return the first record with the hash of the text.

    Raises
    ------
    AnnotationError
        If another hash stands there.
    """
    given, actual = head.get("sha256"), sha256_of(text)
    if given is None or (isinstance(given, str) and not re.search(r"[^\W_xX]", given)):
        return {"record": "document", "sha256": actual} | {
            k: v for k, v in head.items() if k not in ("record", "sha256")
        }
    if given != actual:
        raise AnnotationError(
            f"sha256 is {given}, that of the text is {actual}: the text is not the one that was "
            'annotated; bring it back, or compare the quotations with it, take "sha256" out of this '
            "line and run again"
        )
    return head


def text_of(annotations: Path) -> str:
    """Return the text that a file of annotations belongs to, by the index of its corpus.

    Raises
    ------
    InputError
        If there is no index, or no such document in it.
    """
    folders = annotations.resolve().parents
    folder = next((f for f in folders if (f / "index.json").is_file()), None)
    if folder is None:
        raise InputError(
            annotations, "no folder above it has an index.json",
            "put it into the folder annotations of a corpus, or name its text with --text", "missing",
        )  # fmt: skip
    entries = {entry["id"]: entry for entry in read_index(folder / "index.json")}
    if annotations.stem not in entries:
        raise InputError(
            annotations, f"{folder / 'index.json'} has no document {annotations.stem!r}",
            f"{near(annotations.stem, entries)}name the file as the id of its document", "missing",
        )  # fmt: skip
    return read_text(folder / entries[annotations.stem]["file"])


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def annotate(
    path: Path, text: str, *, themes: Collection[str] = (), note: Callable[[str], None] = _say
) -> list[str]:
    """Fill one file in place where everything in it is right; return what is wrong otherwise.

    Parameters
    ----------
    path : Path
        The annotations.
    text : str
        What they quote.
    themes : collection of str
        Ids of the codebook; not checked where empty.
    note : callable
        Takes a line about each quotation whose place was not obvious.

    Returns
    -------
    list of str
        A line for each problem; the file was written where there is none.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    filling = Filling(Locator(text))
    lines: list[str] = []
    problems: list[str] = []
    first = True
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = parse_line(path, number, line)
            if (record.get("record") == "document") != first:
                raise AnnotationError(
                    'the first line, and no other, is {"record": "document", "layers": […], …}'
                )
            if first:
                record = fill_hash(record, text)
            found = check(record)
            if themes and not found and record["record"] == "passage":
                found = unknown_themes(record, themes)
            problems += [f"{path}:{number}: {reason}; {remedy}" for reason, remedy in found]
            if not found and not first:
                record = filling.fill(record, number)
            lines.append(json.dumps(record, ensure_ascii=False))
        except AnnotationError as error:
            problems.append(f"{path}:{number}: {error}")
        except InputError as error:
            problems.append(str(error))
        first = False
    if first:
        problems.append(f"{path}: is empty; write a record on each line")
    if not problems:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
        for choice in filling.choices():
            note(choice.note(path, text))
    return problems


def main() -> None:
    """Read the command line, fill the files, print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", help="annotations, .jsonl")
    parser.add_argument("--text", type=Path, help="the text, where no index.json names it")
    options = parser.parse_args()
    from vndirective.classify.codebook import load_themes

    themes = [theme.id for theme in load_themes("hanoi-24").themes]
    failed = False
    for path in options.files:
        try:
            text = read_text(options.text) if options.text else text_of(path)
            problems = annotate(path, text, themes=themes)
        except InputError as error:
            problems = [str(error)]
        except OSError as error:
            problems = [f"{path}: cannot be written ({error.strerror}); check its permissions"]
        failed = failed or bool(problems)
        print("\n".join(problems) if problems else f"{path}: offsets filled and checked")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
