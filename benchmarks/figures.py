"""Writes ``docs/figures.md``: every score of the bundled corpora, and peers beside us.

``python benchmarks/figures.py`` (or ``make figures``). Where the environment variable
``VNDIRECTIVE_TEXTS`` names a folder of real documents with annotations, those are scored apart.
A test computes the tables of the corpora again and compares.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import warnings
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from vndirective.evaluate import Evaluation, evaluate
from vndirective.gold import LAYERS, GoldDocument, load_corpus, load_sentences
from vndirective.metrics import Measure, match, overlaps, score

TARGET = Path(__file__).parents[1] / "docs" / "figures.md"
#: The sets of sentences of ``corpora/times``, and whether rules were written on them.
SENTENCES = {
    "a": "read while the rules were written",
    "b": "read while the rules were written",
    "c": "scored only",
}
#: What follows is not computed again by the test: it needs texts that are not in the repository.
REAL = "## Real documents"


def markdown(rows: list[list[str]]) -> str:
    """Return a table; the first row is its head."""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def real_documents(folder: Path) -> Iterator[GoldDocument]:
    """Read the real documents that were annotated, in the layout they are kept in."""
    index = {}
    for line in (folder / "real" / "index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        index[entry["id"]] = entry
    for path in sorted((folder / "annotated").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        entry = index[path.stem]
        with (folder / "real" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        reading: dict[str, list[dict[str, Any]]] = {layer: [] for layer in LAYERS.values()}
        for o in data["obligations"]:
            reading["obligations"].append({
                "span": tuple(o["action"]), "modality": o["modality"],
                "bearers": [tuple(b["span"]) for b in o["bearers"]],
                "coordinated_with": [tuple(b) for b in o["coordinated_with"]],
                "deadlines": [tuple(o["deadline"])] if o["deadline"] else [],
                "condition": tuple(o["condition"]) if o["condition"] else None,
            })  # fmt: skip
        for t in data["times"]:
            reading["times"].append({"type": "DATE", **t, "span": tuple(t["span"])})
        for a in data.get("actors", []):
            reading["actors"].append({**a, "span": tuple(a["span"])})
        for u in data.get("units", []):
            reading["units"].append({**u, "span": (u["start"], u["start"] + 1)})
        layers = {"obligations", "times", "units"} | (
            {"actors"} if data.get("has_actors") else set()
        )
        fields = {
            name: entry[name] for name in ("number", "issued_on") if entry["in_text"].get(name)
        }
        yield GoldDocument(
            path.stem, entry["kind"], None, text, frozenset(layers), reading,
            data.get("issued_on"), fields,
        )  # fmt: skip


# -- peers ----------------------------------------------------------------------------------------


def _underthesea_sentences(text: str) -> list[tuple[int, int]]:
    from underthesea import sent_tokenize

    spans, at = [], 0
    for sentence in sent_tokenize(text):
        # It rewrites what it cuts; its words are found again in the text, in order.
        pattern = r"\s+".join(map(re.escape, sentence.split()))
        found = re.compile(pattern).search(text, at)
        if found:
            spans.append(found.span())
            at = found.end()
    return spans


def _regex_sentences(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S[^\n]*?(?:[.!?…]+(?=\s)|(?=\n|\Z))", text)]


def _dateparser_times(text: str) -> list[tuple[int, int]]:
    from dateparser.search import search_dates

    spans, at = [], 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(text, languages=["vi"]) or []
    for words, _ in found:
        start = text.find(words, at)
        if start >= 0:
            spans.append((start, start + len(words)))
            at = start + len(words)
    return spans


def _regex_times(text: str) -> list[tuple[int, int]]:
    pattern = r"(?i)(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?"
    return [m.span() for m in re.finditer(pattern, text)]


PEERS: list[tuple[str, str, Callable[[str], list[tuple[int, int]]]]] = [
    ("sentences", "underthesea sent_tokenize", _underthesea_sentences),
    ("sentences", "one regular expression", _regex_sentences),
    ("times", "dateparser search_dates", _dateparser_times),
    ("times", "one regular expression", _regex_times),
]


def peers(documents: list[GoldDocument], ours: Evaluation) -> list[list[str]]:
    """Score the peers that can run, on the same documents as ours."""
    names = {"sentences": "sentences", "times": "times, overlapping"}
    rows = [["layer", "tool", "F1"]]
    for layer, name in names.items():
        rows.append([layer, "vndirective", f"{ours[name].value:.3f}"])
        for own, tool, spans_of in PEERS:
            if own == layer:
                try:
                    rows.append([layer, tool, f"{_peer(documents, layer, spans_of):.3f}"])
                except ImportError:
                    rows.append([layer, tool, "not installed"])
    return rows


def _peer(
    documents: list[GoldDocument], layer: str, spans_of: Callable[[str], list[tuple[int, int]]]
) -> float:
    counts = []
    for document in documents:
        if layer not in document.layers:
            continue
        items = [i for i in document.reading[layer] if i.get("type") != "URGENCY"]
        gold = [item["span"] for item in items]
        found = spans_of(document.text)
        if layer == "sentences":
            gold, found = ([(b - 1, b) for _, b in spans] for spans in (gold, found))
            hits = match(gold, found, lambda a, b: abs(a[1] - b[1]) < 3)
        else:
            hits = match(gold, found, overlaps)
        counts.append({"gold": len(gold), "found": len(found), "hits": len(hits)})
    value = score([Measure(layer, "f1", (("gold", "found", "hits"),))], counts)[0].value
    return value or 0.0


# -- the page -------------------------------------------------------------------------------------


def of_corpora() -> str:
    """Return the part of the page that the bundled corpora give."""
    with as_file(files("vndirective.corpora")) as folder:
        documents = load_corpus(folder)
        parts = []
        for split in ("test", "dev", "train"):
            chosen = [d for d in documents if d.split == split]
            if chosen:
                result = evaluate(chosen)
                kinds = ", ".join(sorted({d.kind for d in chosen}))
                parts.append(
                    f"## {split}: {len(chosen)} documents ({kinds})\n\n{markdown(result.rows())}\n"
                )
                if split == "test":
                    parts.append(f"### Peers on test\n\n{markdown(peers(chosen, result))}\n")
        for name, seen in SENTENCES.items():
            sentences = load_sentences(folder / "times" / f"{name}.jsonl")
            parts.append(
                f"## Time expressions, {name}: {len(sentences)} sentences, {seen}\n\n"
                f"{markdown(evaluate(sentences).rows())}\n"
            )
        if any((index.parent / "second").is_dir() for index in Path(folder).glob("*/index.json")):
            result = evaluate(folder, second=True)
            parts.append(
                f"## Two annotators: {len(result.documents)} documents\n\n"
                f"The second annotation, made without sight of the first, scored against it.\n\n"
                f"{markdown(result.rows())}\n"
            )
    return "\n".join(parts)


HEAD = """# Figures

Generated by `make figures`; do not edit. Measures are defined in [annotation.md](annotation.md),
section Scoring. Intervals hold 95% of a bootstrap by document. `gold` counts what could be right,
`found` what was found. Rules were written on *train* and *dev*; *test* was scored only.
"""


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=TARGET, help="file (default: %(default)s)")
    options = parser.parse_args()
    page = [HEAD, of_corpora()]
    texts = os.environ.get("VNDIRECTIVE_TEXTS")
    if texts:
        documents = list(real_documents(Path(texts)))
        page.append(
            f"{REAL}: {len(documents)}, read while the rules were written\n\n"
            f"{markdown(evaluate(documents).rows())}\n"
        )
    options.out.write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()
