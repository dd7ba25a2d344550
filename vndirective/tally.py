"""What evaluation counts in one document: right, missed, false, and what is wrong about a pair."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vndirective.core.records import Codebook, Frame
from vndirective.gold import ROLES, SLOTS, GoldDocument, Reading
from vndirective.metrics import Measure, iou, match, overlaps

__all__ = ["Mistake", "Tally", "measures_of"]

#: Actions match when they share half of their union, other spans when they share a character.
_HALF = 0.5
_CONTEXT = 60
_OBLIGATION_SLOTS = (*ROLES, "deadlines", *SLOTS)
#: The slots that must all be right for a whole frame, beside the modality.
_WHOLE = ("bearers", "deadlines", "condition")
_TIME_FIELDS = ("type", "value", "relation", "due")
#: Layers of plain spans, and the fields that are compared on matched pairs.
_SPANS = {"actors": ("type",), "citations": ("number",), "quotes": ("type",)}


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


def measures_of(codebook: Codebook, *, agreement: bool) -> list[Measure]:
    """Return the measures over the counts of documents; with ``agreement`` those of two people, too."""

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
        share("obligations: marked for review", "obligations.review"),
        share("obligations: wrong ones marked for review", "obligations.doubted"),
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


class Tally:
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
        whole: list[dict[str, Any]] = []
        for a, b in pairs:
            same = {"modality": a["modality"] == b["modality"]}
            self._one("obligations.modality", same["modality"])
            if not same["modality"]:
                self._note("obligations", "modality", a["span"], a["modality"], b["modality"])
            for slot in _OBLIGATION_SLOTS:
                if slot in a:  # annotated
                    same[slot] = self._slot(slot, a, b)
            if same["modality"] and all(same.get(slot, True) for slot in _WHOLE):
                whole.append(b)
        self.counts["obligations.whole.all"] += len(gold)
        self.counts["obligations.whole.right"] += len(whole)
        for duty in found:
            if "review" in duty:  # people mark nothing for review
                self._one("obligations.review", duty["review"])
                if duty not in whole:
                    self._one("obligations.doubted", duty["review"])

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
