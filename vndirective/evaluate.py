"""Evaluation: an analysis, or a second annotator, against annotated documents.

The scores are those of ``docs/annotation.md``, section Scoring.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vndirective.annotation import near, unknown_themes
from vndirective.classify.codebook import DEFAULT_CODEBOOK, codebook_of
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, InputError
from vndirective.core.records import Codebook, Frame
from vndirective.gold import GoldDocument, Reading, load_corpus, reading_of
from vndirective.metrics import Score, score
from vndirective.pipeline import Analyzer
from vndirective.tally import Mistake, Tally, measures_of

__all__ = ["Evaluation", "Mistake", "evaluate"]

_SPLITS = ("train", "dev", "test")


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
        counter = Tally(document, found, layers, codebook)
        counter.count(frame)
        counts.append(counter.counts)
        mistakes += sorted(counter.mistakes, key=lambda m: (m.start, m.end))
    measures = measures_of(codebook, agreement=second)
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
