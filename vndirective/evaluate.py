"""Evaluation: an analysis, or a second annotator, against annotated documents.

The scores are those of ``docs/annotation.md``, section Scoring.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vndirective.annotation import near, unknown_themes
from vndirective.classify.codebook import DEFAULT_CODEBOOK, codebook_of
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, InputError
from vndirective.core.records import Codebook, Frame
from vndirective.gold import ROLES, SLOTS, GoldDocument, Reading, load_corpus, reading_of
from vndirective.metrics import Measure, Score, iou, match, overlaps, score
from vndirective.pipeline import Analyzer

__all__ = ["Evaluation", "Mistake", "evaluate"]

#: Actions match when they share half of their union, other spans when they share a character.
_HALF = 0.5
_CONTEXT = 60
_SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something missed, or found where nothing is, or found wrong.

    ``what`` is ``missed``, ``false alarm`` or the name of the field that is wrong; ``before``
    and ``after`` are the characters around the text.
    """

    document: str
    layer: str
    what: str
    start: int
    end: int
    text: str
    before: str
    after: str
    expected: str = ""
    found: str = ""

    def __str__(self) -> str:
        context = " ".join(f"{self.before}⟦{self.text}⟧{self.after}".split())
        wrong = f": expected {self.expected!r}, found {self.found!r}"
        values = wrong if self.expected or self.found else ""
        return f"{self.document} {self.start}: {self.layer}, {self.what}{values}\n    …{context}…"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a corpus.

    Attributes
    ----------
    scores : tuple of Score
        Over all documents.
    by_kind : dict of str to tuple of Score
        Over the documents of each kind.
    documents : tuple of str
        What was scored.
    mistakes : tuple of Mistake
        In the order of documents and texts.
    """

    scores: tuple[Score, ...]
    by_kind: dict[str, tuple[Score, ...]]
    documents: tuple[str, ...]
    mistakes: tuple[Mistake, ...]

    def __getitem__(self, name: str) -> Score:
        scores = {found.name: found for found in self.scores}
        return scores[arguments.choice("name", name, scores)]

    def to_dict(self) -> dict[str, Any]:
        """Return the scores as plain data, without the mistakes."""
        return {
            "schema": "vndirective-evaluation/1",
            "documents": list(self.documents),
            "scores": [asdict(s) for s in self.scores],
            "by_kind": {kind: [asdict(s) for s in rows] for kind, rows in self.by_kind.items()},
        }

    def rows(self, kind: str | None = None) -> list[list[str]]:
        """Return the scores, or those of one kind, as a table: a head, a line for each measure."""
        head = ["measure", "value", "95%", "gold", "found", "documents"]
        if kind is not None:
            arguments.choice("kind", kind, self.by_kind)
        scores = self.scores if kind is None else self.by_kind[kind]
        return [head, *(_row(s) for s in scores if s.value is not None)]


def _row(s: Score) -> list[str]:
    interval = f"{s.low:.3f}-{s.high:.3f}" if s.low is not None and s.high is not None else ""
    value = f"{s.value:.3f}" if s.value is not None else ""
    return [s.name, value, interval, str(s.gold), str(s.found), str(s.documents)]


def evaluate(
    corpus: str | Path | Sequence[GoldDocument],
    *,
    split: str | None = None,
    documents: Sequence[str] = (),
    second: bool = False,
    codebook: Codebook | str | Path = DEFAULT_CODEBOOK,
) -> Evaluation:
    """Score the analysis of an annotated corpus.

    Parameters
    ----------
    corpus : str, Path or sequence of GoldDocument
        A folder laid out as ``docs/annotation.md`` says, or what `load_corpus` gave.
    split : str, optional
        ``train``, ``dev`` or ``test``; all of them by default.
    documents : sequence of str
        The ids of the documents to score; all of them by default.
    second : bool
        Score the second annotation against the first instead: the agreement of two people.
    codebook : Codebook, str or Path
        Of the themes of passages.

    Returns
    -------
    Evaluation

    Raises
    ------
    ArgumentError
        If the split or a document is unknown, or an argument is something else.
    InputError
        If the corpus cannot be read, has no document of the split, or names an unknown theme.
    """
    if split is not None:
        arguments.choice("split", split, _SPLITS)
    codebook = codebook_of(codebook)
    documents = arguments.texts("documents", documents, "a list of ids", ordered=False)
    valid = "the folder of a corpus, or what load_corpus gives"
    folder = corpus if isinstance(corpus, (str, Path)) else None
    if folder is None:
        gold = arguments.several("corpus", corpus, (GoldDocument,), valid)
    else:
        gold = load_corpus(folder)
    for name in documents:
        if all(d.id != name for d in gold):
            ids = [d.id for d in gold]
            valid = f"an annotated document; {near(name, ids)}there are {', '.join(ids)}"
            raise ArgumentError("document", name, valid)
    _check_themes(gold, [theme.id for theme in codebook.themes])
    gold = [d for d in gold if split is None or d.split == split]
    gold = [d for d in gold if not documents or d.id in documents]
    other: dict[str, GoldDocument] = {}
    if second:
        if folder is None:
            raise ArgumentError("corpus", type(corpus).__name__, "a folder, if second is asked for")
        other = {d.id: d for d in load_corpus(folder, annotations="second")}
        gold = [d for d in gold if d.id in other]
    if not gold:
        where = folder or "corpus"
        asked = f" of the split {split!r}" if split else ""
        raise InputError(
            where, f"no annotated document{asked} to score", "annotate one, or ask for another",
            "no_documents",
        )  # fmt: skip
    counts: list[Mapping[str, float]] = []
    mistakes: list[Mistake] = []
    for document in gold:
        if second:
            layers = document.layers & other[document.id].layers
            found, frame = other[document.id].reading, None
        else:
            layers = document.layers
            found, frame = _analyzed(document, codebook)
        counter = _Counter(document, found, layers, codebook)
        counter.count(frame)
        counts.append(counter.counts)
        mistakes += sorted(counter.mistakes, key=lambda m: (m.start, m.end))
    measures = _measures(codebook, agreement=second)
    kinds = sorted({d.kind for d in gold})
    by_kind = {
        kind: tuple(
            score(measures, [c for d, c in zip(gold, counts, strict=True) if d.kind == kind])
        )
        for kind in kinds
    }
    return Evaluation(
        tuple(score(measures, counts)), by_kind, tuple(d.id for d in gold), tuple(mistakes)
    )


def _check_themes(gold: Iterable[GoldDocument], themes: Sequence[str]) -> None:
    for document in gold:
        for passage in document.reading["passages"]:
            for problem in unknown_themes(passage, themes):
                where = f"{document.id}: passage at {passage['span'][0]}"
                raise InputError(where, *problem, "damaged")


def _analyzed(document: GoldDocument, codebook: Codebook) -> tuple[Reading, Frame]:
    analysis = Analyzer(issued_on=document.issued_on).analyze(text=document.text).analysis
    reading = reading_of(analysis)
    if "passages" in document.layers:
        from vndirective.classify.classifier import classify_passages, score_passages

        spans = [item["span"] for item in document.reading["passages"]]
        texts = [document.text[a:b] for a, b in spans]
        rows = zip(
            spans, classify_passages(texts, codebook), score_passages(texts, codebook), strict=True
        )
        reading["passages"] = [
            {"span": s, "themes": sorted(themes), "scores": scores} for s, themes, scores in rows
        ]
    return reading, analysis.frame


# -- what is counted ------------------------------------------------------------------------------

_OBLIGATION_SLOTS = (*ROLES, "deadlines", *SLOTS)
#: The slots that must all be right for a whole frame, beside the modality.
_WHOLE = ("bearers", "deadlines", "condition")
_TIME_FIELDS = ("type", "value", "relation", "due")
#: Layers of plain spans, and the fields that are compared on matched pairs.
_SPANS = {"actors": ("type",), "citations": ("number",), "quotes": ("type",)}


def _measures(codebook: Codebook, *, agreement: bool) -> list[Measure]:
    def f1(name: str, counts: str) -> Measure:
        return Measure(name, "f1", ((f"{counts}.gold", f"{counts}.found", f"{counts}.hits"),))

    def share(name: str, counts: str) -> Measure:
        return Measure(name, "share", ((f"{counts}.right", f"{counts}.all"),))

    themes = [theme.id for theme in codebook.themes]
    several = tuple((f"theme.{t}.gold", f"theme.{t}.found", f"theme.{t}.hits") for t in themes)
    measures = [
        share("kind", "kind"), share("number", "number"), share("issue date", "issued_on"),
        f1("units", "units"), share("units: label", "units.label"), share("units: path", "units.path"),
        f1("sentences", "sentences"),
        f1("obligations", "obligations"), share("obligations: modality", "obligations.modality"),
        *(f1(f"obligations: {s.replace('_', ' ')}", f"obligations.{s}") for s in _OBLIGATION_SLOTS),
        share("obligations: whole frame", "obligations.whole"),
        f1("times, overlapping", "times"), f1("times, same span", "times.strict"),
        *(share(f"times: {f}", f"times.{f}") for f in _TIME_FIELDS),
        f1("times: is_deadline", "times.is_deadline"),
    ]  # fmt: skip
    for layer, fields in _SPANS.items():
        measures += [
            f1(f"{layer}, overlapping", layer), f1(f"{layer}, same span", f"{layer}.strict"),
            *(share(f"{layer}: {f}", f"{layer}.{f}") for f in fields),
        ]  # fmt: skip
    measures += [
        f1("themes, micro", "themes"), Measure("themes, macro", "f1", several),
        share("themes: none right", "none"), share("themes: LRAP", "lrap"),
    ]  # fmt: skip
    if agreement:
        four = ("both", "gold_only", "found_only", "neither")
        parts = tuple(tuple(f"theme.{t}.{x}" for x in four) for t in themes)
        measures += [Measure("themes: κ, mean", "kappa", parts)]
        measures += [
            Measure(f"themes: κ, {t}", "kappa", (p,)) for t, p in zip(themes, parts, strict=True)
        ]
    return measures


class _Counter:
    """Counts one document, and keeps what is wrong in it."""

    def __init__(
        self, document: GoldDocument, found: Reading, layers: frozenset[str], codebook: Codebook
    ) -> None:
        self.document = document
        self.found = found
        self.layers = layers
        self.themes = [theme.id for theme in codebook.themes]
        self.counts: defaultdict[str, float] = defaultdict(float)
        self.mistakes: list[Mistake] = []

    def count(self, frame: Frame | None) -> None:
        """Count every layer that was annotated, and the fields of the frame."""
        if frame is not None:
            self._frame(frame)
        count: dict[str, Callable[[list[Any], list[Any]], None]] = {
            "obligations": self._obligations, "times": self._times, "units": self._units,
            "sentences": self._sentences, "passages": self._passages,
        }  # fmt: skip
        for layer in sorted(self.layers):
            gold, found = self.document.reading[layer], self.found[layer]
            if layer in _SPANS:
                self._spans(layer, gold, found, _SPANS[layer])
            else:
                count[layer](gold, found)

    def _note(self, layer: str, what: str, span: tuple[int, int], *values: Any) -> None:
        start, end = span
        text = self.document.text
        self.mistakes.append(
            Mistake(
                self.document.id, layer, what, start, end, text[start:end],
                text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT],
                *("" if value is None else str(value) for value in values),
            )
        )  # fmt: skip

    def _one(self, name: str, right: bool) -> None:
        self.counts[f"{name}.all"] += 1
        self.counts[f"{name}.right"] += right

    def _matched(
        self,
        layer: str,
        gold: list[dict[str, Any]],
        found: list[dict[str, Any]],
        similarity: Callable[[Any, Any], float],
        least: float = 1e-9,
    ) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Count a layer of spans, note what is missed and what is too much, yield the pairs."""
        pairs = match(gold, found, lambda a, b: similarity(a["span"], b["span"]), least)
        self.counts[f"{layer}.gold"] += len(gold)
        self.counts[f"{layer}.found"] += len(found)
        self.counts[f"{layer}.hits"] += len(pairs)
        for missed in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
            self._note(layer, "missed", gold[missed]["span"])
        for extra in sorted(set(range(len(found))) - {j for _, j in pairs}):
            self._note(layer, "false alarm", found[extra]["span"])
        for i, j in pairs:
            yield gold[i], found[j]

    def _strict(
        self, layer: str, gold: Sequence[Any], found: Sequence[Any], pairs: Iterable[Any]
    ) -> None:
        self.counts[f"{layer}.strict.gold"] += len(gold)
        self.counts[f"{layer}.strict.found"] += len(found)
        for a, b in pairs:
            same = a["span"] == b["span"]
            self.counts[f"{layer}.strict.hits"] += same
            if not same:
                self._note(layer, "span", a["span"], "", self._text(b["span"]))

    def _text(self, span: tuple[int, int]) -> str:
        return self.document.text[span[0] : span[1]]

    def _frame(self, frame: Frame) -> None:
        fields = self.document.fields
        if not fields and self.document.kind == "other":
            return  # a single sentence has no frame
        self._one("kind", frame.kind == self.document.kind)
        if frame.kind != self.document.kind:
            self._note("frame", "kind", (0, 0), self.document.kind, frame.kind)
        for name in ("number", "issued_on"):
            if fields.get(name) is not None:
                value = getattr(frame, name)
                self._one(name, value == fields[name])
                if value != fields[name]:
                    self._note("frame", name, (0, 0), fields[name], value)

    def _units(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        # Markup before a label may shift its start by a few characters.
        def near(a: tuple[int, int], b: tuple[int, int]) -> float:
            return 1 / (1 + abs(a[0] - b[0])) if abs(a[0] - b[0]) < 5 else 0.0

        for a, b in self._matched("units", gold, found, near):
            for name in ("label", "path"):
                plain = _plain_path(a[name]), _plain_path(b[name])
                self._one(f"units.{name}", plain[0] == plain[1])
                if plain[0] != plain[1]:
                    self._note("units", name, a["span"], a[name], b[name])

    def _sentences(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        # Boundaries: where sentences end. Both cut the same text, marks and blanks apart.
        ends = [{"span": (item["span"][1] - 1, item["span"][1])} for item in gold]
        others = [{"span": (item["span"][1] - 1, item["span"][1])} for item in found]
        for _ in self._matched("sentences", ends, others, lambda a, b: abs(a[1] - b[1]) < 3):
            pass

    def _obligations(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        pairs = self._matched("obligations", gold, found, iou, _HALF)
        whole = 0
        for a, b in pairs:
            same = {"modality": a["modality"] == b["modality"]}
            self._one("obligations.modality", same["modality"])
            if not same["modality"]:
                self._note("obligations", "modality", a["span"], a["modality"], b["modality"])
            for slot in _OBLIGATION_SLOTS:
                if slot in a:  # annotated
                    same[slot] = self._slot(slot, a, b)
            whole += same["modality"] and all(same.get(slot, True) for slot in _WHOLE)
        self.counts["obligations.whole.all"] += len(gold)
        self.counts["obligations.whole.right"] += whole

    def _slot(self, slot: str, gold: dict[str, Any], found: dict[str, Any]) -> bool:
        """Count one slot of a matched pair; return whether all of it is right."""
        want, got = _spans_in(gold[slot]), _spans_in(found[slot])
        pairs = match(want, got, self._same_mention if slot in ROLES else overlaps)
        name = f"obligations.{slot}"
        self.counts[f"{name}.gold"] += len(want)
        self.counts[f"{name}.found"] += len(got)
        self.counts[f"{name}.hits"] += len(pairs)
        right = len(pairs) == len(want) == len(got)
        if not right:
            texts = ["; ".join(map(self._text, spans)) for spans in (want, got)]
            self._note("obligations", slot, gold["span"], *texts)
        return right

    def _same_mention(self, a: tuple[int, int], b: tuple[int, int]) -> float:
        # An inherited bearer may be pointed at by any mention of the same words.
        same = " ".join(self._text(a).lower().split()) == " ".join(self._text(b).lower().split())
        return 1.0 if same or overlaps(a, b) else 0.0

    def _times(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        gold, found = ([t for t in layer if t["type"] != "URGENCY"] for layer in (gold, found))
        # A span that the annotator called optional may be found or not.
        optional = [t["span"] for t in gold if t.get("optional")]
        gold = [t for t in gold if not t.get("optional")]
        found = [
            t
            for t in found
            if not any(overlaps(t["span"], o) for o in optional)
            or any(overlaps(t["span"], g["span"]) for g in gold)
        ]
        pairs = list(self._matched("times", gold, found, iou))
        self._strict("times", gold, found, pairs)
        name = "times.is_deadline"
        self.counts[f"{name}.gold"] += sum(bool(t["is_deadline"]) for t in gold)
        self.counts[f"{name}.found"] += sum(bool(t["is_deadline"]) for t in found)
        for a, b in pairs:
            self.counts[f"{name}.hits"] += bool(a["is_deadline"] and b["is_deadline"])
            fields = [f for f in _TIME_FIELDS if a.get(f) is not None]
            for key in fields:
                self._one(f"times.{key}", a[key] == b[key])
            for key in (*fields, "is_deadline"):
                if a[key] != b[key]:
                    self._note("times", key, a["span"], a[key], b[key])

    def _spans(
        self,
        layer: str,
        gold: list[dict[str, Any]],
        found: list[dict[str, Any]],
        fields: tuple[str, ...],
    ) -> None:
        pairs = list(self._matched(layer, gold, found, iou))
        self._strict(layer, gold, found, pairs)
        for a, b in pairs:
            for key in fields:
                self._one(f"{layer}.{key}", a.get(key) == b.get(key))
                if a.get(key) != b.get(key):
                    self._note(layer, key, a["span"], a.get(key), b.get(key))

    def _passages(self, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        by_span: Mapping[Any, Any] = {item["span"]: item for item in found}
        for item in gold:
            other = by_span.get(item["span"])
            if other is None:
                continue  # the second annotator coded a part of the passages
            want, got = set(item["themes"]), set(other["themes"])
            self.counts["themes.gold"] += len(want)
            self.counts["themes.found"] += len(got)
            self.counts["themes.hits"] += len(want & got)
            for theme in self.themes:
                a, b = theme in want, theme in got
                cell = "both" if a and b else "gold_only" if a else "found_only" if b else "neither"
                for name, counted in (("gold", a), ("found", b), ("hits", a and b), (cell, True)):
                    self.counts[f"theme.{theme}.{name}"] += counted
            if not want:
                self._one("none", not got)
            elif "scores" in other:
                self._lrap(want, list(other["scores"]))
            if want != got:
                self._note("passages", "themes", item["span"], sorted(want), sorted(got))

    def _lrap(self, want: set[str], scores: list[float]) -> None:
        """Label ranking average precision of one passage with themes."""
        right = [k for k, theme in enumerate(self.themes) if theme in want]
        total = 0.0
        for k in right:
            above = [j for j in range(len(scores)) if scores[j] >= scores[k]]
            total += sum(j in right for j in above) / len(above)
        self.counts["lrap.all"] += 1
        self.counts["lrap.right"] += total / len(right)


def _spans_in(slot: Any) -> list[tuple[int, int]]:
    """Return the spans of a slot that holds one, several or none."""
    return slot if isinstance(slot, list) else [slot] if slot else []


def _plain_path(path: str) -> str:
    """Write a path as scores compare it: no kind words, no count of repeats."""
    parts = re.sub(r"~\d+", "", path).split("/")
    words = r"^(điều|chương|mục|phần|phụ lục|khoản|điểm)\s+"
    return "/".join(re.sub(words, "", part.strip("*(). ").lower()) for part in parts)
