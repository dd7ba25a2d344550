"""Papers against themes: what each contributes to, what nobody speaks to.

:func:`annotate` works on one paper and may run in a worker process; :func:`cover` puts the
annotated papers together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from vndirective.classify.doubts import doubts_about
from vndirective.classify.duplicates import letters_of, near_duplicates
from vndirective.classify.evidence import explain
from vndirective.classify.given import EVIDENCE, NEAR, Given, Nearest
from vndirective.classify.passages import passages_of
from vndirective.classify.slogans import said_in
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError
from vndirective.core.languages import foreign_language
from vndirective.core.orthography import is_vietnamese
from vndirective.core.records import (
    Analysis,
    AnalysisWarning,
    Codebook,
    CoverageData,
    Failure,
    Passage,
    ThemeScore,
)

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

__all__ = ["annotate", "cover", "explain_theme", "language_of"]

#: What the figures of a near miss are of, where the themes are a directive's own tasks.
_OF_TASKS = (
    "  asked for are, in this order: a passage that is sure enough of the task; the passages of the "
    "paper sure enough together, and as long as a short paragraph; and papers that say no trifle of it "
    "against what is usual. The figures are of the first that is missed"
)
#: So many papers are named where one is asked for that is none of them.
_NAMED = 20


def annotate(analysis: Analysis, codebook: Codebook, classifier: Pipeline) -> Analysis:
    """Give the passages of one document their themes.

    Parameters
    ----------
    analysis : Analysis
    codebook : Codebook
    classifier : Pipeline
        Made by :func:`vndirective.classify.classifier.theme_pipeline` from the same codebook.

    Returns
    -------
    Analysis
        With ``passages`` set; those of papers against a directive's tasks are only cut, for the papers
        teach words to each other, see `cover`. A document without passages, or not in Vietnamese,
        carries a warning, so that its empty row can be told from silence.
    """
    passages = passages_of(analysis)
    warnings = analysis.warnings + tuple(_doubts(analysis, passages))
    if not passages:
        return replace(analysis, passages=(), warnings=warnings)
    told = replace(analysis, passages=passages, warnings=warnings)
    if codebook.of_directive:
        return told
    return replace(told, passages=_Themes(analysis, codebook, classifier).of(passages))


def cover(
    papers: Iterable[Analysis],
    codebook: Codebook,
    failures: Iterable[Failure] = (),
    *,
    classifier: Pipeline | None = None,
) -> CoverageData:
    """Put annotated papers together.

    Parameters
    ----------
    papers : iterable of Analysis
        Each from :func:`annotate`.
    codebook : Codebook
    failures : iterable of Failure
        Papers that could not be read.
    classifier : Pipeline, optional
        The one that annotated the papers, where it was trained further; near misses are its.

    Returns
    -------
    CoverageData
        A theme is a gap if no paper contributes to it or criticizes its absence; a paper that
        only quotes its name leaves it open. Of several papers with the same text the first one
        is counted, and a warning names each of the others.
    """
    from vndirective.classify.classifier import theme_pipeline

    analyses, copies = _without_copies(papers)
    ready = classifier or theme_pipeline(codebook)
    nearest: Sequence[Nearest]
    if codebook.of_directive:
        from vndirective.classify.task_papers import speak_of_tasks

        analyses, nearest = speak_of_tasks(analyses, codebook, ready)
    else:
        nearest = [_nearest(analysis, ready) for analysis in analyses]
    rows = tuple(_row(analysis) for analysis in analyses)
    met = {
        identifier
        for row in rows
        for identifier, theme in row["themes"].items()
        if theme["stance"] != "quoting"
    }
    return CoverageData(
        codebook=codebook,
        papers=rows,
        gaps=tuple(theme.id for theme in codebook.themes if theme.id not in met),
        near_misses=tuple(
            _near_misses(analyses, rows, [theme.id for theme in codebook.themes], nearest)
        ),
        duplicates=tuple(_duplicates(analyses)),
        errors=tuple(failures),
        analyses=analyses,
        warnings=(*doubts_about(codebook), *copies, *_silent(analyses)),
    )


def _nearest(analysis: Analysis, classifier: Pipeline) -> Nearest:
    """Return which passage comes nearest to each theme that one comes near."""
    texts = [analysis.text[p.start : p.end] for p in analysis.passages or ()]
    if not texts:
        return {}
    scores: NDArray[np.float64] = classifier.predict_proba(texts)
    best = scores.argmax(axis=0)
    thresholds = classifier["themes"].thresholds_.tolist()
    found = zip(best.tolist(), scores.max(axis=0).tolist(), thresholds, strict=True)
    return {
        k: (i, score, least) for k, (i, score, least) in enumerate(found) if score >= NEAR * least
    }


def _silent(papers: Iterable[Analysis]) -> Iterable[AnalysisWarning]:
    """Name the papers whose row says nothing: no Vietnamese was read in them, or no passage."""
    for paper in papers:
        name = paper.source.path or paper.id
        for warning in paper.warnings:
            if warning.code == "language":
                yield AnalysisWarning("foreign_paper", f"{name}: {warning.message}")
            elif warning.code == "no_passages":
                yield AnalysisWarning("empty_paper", f"{name}: {warning.message}")


def _without_copies(
    papers: Iterable[Analysis],
) -> tuple[tuple[Analysis, ...], list[AnalysisWarning]]:
    """Take each text once: a copy is no further paper, and no other one repeats it."""
    first: dict[str, Analysis] = {}
    copies = []
    for paper in papers:
        kept = first.setdefault(letters_of(paper.text), paper)
        if kept is not paper:
            name, same = (a.source.path or a.id for a in (paper, kept))
            message = f"{name}: left out, it is the same as {same}"
            copies.append(AnalysisWarning("copy_left_out", message))
    return tuple(first.values()), copies


def explain_theme(data: CoverageData, paper: str, theme: str) -> str:
    """Say why a paper has a theme, or how near it comes, see `vndirective.Coverage.explain`."""
    arguments.text("paper", paper, "the id, the path or the name of the file of a paper")
    arguments.text("theme", theme, "the id of a theme")
    named = {a.id: a for a in data.analyses}
    for a in data.analyses:
        if a.source.path is not None:
            at = Path(a.source.path)
            named |= {name: a for name in (str(at), at.name, at.stem) if name not in named}
    if paper not in named:
        raise ArgumentError("paper", paper, _names(data.analyses))
    labels = {t.id: t.label for t in data.codebook.themes}
    if theme not in labels:
        raise ArgumentError("theme", theme, labels)
    analysis = named[paper]
    lines = [f"{labels[theme]} ({theme})"]
    for passage in analysis.passages or ():
        for given in (t for t in passage.themes if t.id == theme):
            lines.append(
                f"- passage {passage.id}, section {passage.section or 'none'}: {given.stance}, "
                f"score {given.score:.2f}, needed {given.threshold:.2f} in a passage"
            )
            lines += [f"  “{' '.join(span.text.split())}”" for span in given.evidence]
            lines.append(f"  because of: {', '.join(given.terms) or 'likeness to the definition'}")
    for miss in data.near_misses:
        if (miss["paper"], miss["theme"]) == (analysis.id, theme):
            lines.append(
                f"- near miss: passage {miss['passage']}, score {miss['score']:.2f}, "
                f"needed {miss['threshold']:.2f}"
            )
            lines += [_OF_TASKS] if data.codebook.of_directive else []
    return "\n".join(lines if len(lines) > 1 else [*lines, "- no passage comes near it"])


def _names(papers: Sequence[Analysis]) -> str:
    """Return what papers can be asked for by: the names of their files, which people know, or ids."""
    names = [Path(a.source.path).name if a.source.path else a.id for a in papers[:_NAMED]]
    more = f" … ({len(papers)} papers)" if len(papers) > _NAMED else ""
    return f"one of {', '.join(map(repr, names))}{more}, or the id or path of one"


def language_of(text: str) -> str:
    """Tell Vietnamese written with its marks (``"vi"``) from anything else (``"other"``)."""
    return "vi" if is_vietnamese(text) else "other"


class _Themes:
    """Gives the passages of one document the themes of a codebook that was written for many."""

    def __init__(self, analysis: Analysis, codebook: Codebook, classifier: Pipeline) -> None:
        self._analysis = analysis
        self._classifier = classifier
        self._thresholds = classifier["themes"].thresholds_.tolist()
        ids = [theme.id for theme in codebook.themes]
        self._given = Given(analysis, ids, self._thresholds)

    def of(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        texts = [self._analysis.text[p.start : p.end] for p in passages]
        own = [self._classifier["tfidf"].own_words(text) for text in texts]
        quoting = [i for i, text in enumerate(texts) if own[i] != text]
        scores = self._scores(own)
        named = dict(zip(quoting, self._scores([texts[i] for i in quoting]), strict=True))
        done = []
        for i, (passage, text) in enumerate(zip(passages, texts, strict=True)):
            themes = []
            for column, threshold in enumerate(self._thresholds):
                if scores[i][column] >= threshold:
                    themes.append(self._theme(passage, own[i], column, scores[i][column]))
                elif i in named and named[i][column] >= threshold:
                    theme = self._theme(passage, text, column, named[i][column])
                    themes.append(replace(theme, stance="quoting"))
            done.append(replace(passage, themes=tuple(themes)))
        return tuple(done)

    def _scores(self, texts: Sequence[str]) -> list[list[float]]:
        """Return the scores of texts as they are, with what they quote."""
        if not texts:
            return []
        weights = self._classifier["tfidf"].transform(texts, quoted=True)
        scores: list[list[float]] = self._classifier["themes"].predict_proba(weights).tolist()
        return scores

    def _theme(self, passage: Passage, said: str, column: int, score: float) -> ThemeScore:
        """Return the theme of a passage with what ``said``, all of it or its own words, proves."""
        return self._given.theme(passage, column, score, explain(self._classifier, said, column))


def _doubts(analysis: Analysis, passages: Sequence[Passage]) -> Iterable[AnalysisWarning]:
    if not passages:
        yield AnalysisWarning(
            "no_passages", "the body holds no text to classify: the document gets no themes"
        )
    elif language_of(analysis.text) == "other" and all(
        w.code != "language" for w in analysis.warnings
    ):
        yield AnalysisWarning(
            "language",
            "hardly any letter carries a Vietnamese mark: the text is in another language "
            f"({foreign_language(analysis.text)}), or its marks were lost, and themes cannot be trusted",
        )


def _row(analysis: Analysis) -> dict[str, Any]:
    passages = analysis.passages or ()
    return {
        "id": analysis.id,
        "path": analysis.source.path,
        "title": analysis.frame.title,
        "author": analysis.frame.author,
        "unit": analysis.frame.unit,
        "language": language_of(analysis.text),
        "passages": len(passages),
        "themes": _themes_of(passages),
        "proposals": list(analysis.proposals),
        "quality": {
            "slogan_share": _slogan_share(analysis, passages),
            "off_topic": _off_topic(passages),
        },
    }


def _themes_of(passages: Sequence[Passage]) -> dict[str, dict[str, Any]]:
    """Take of each theme the strongest passages; quoting ones only where there is no other."""
    found: dict[str, list[tuple[bool, float, Passage, ThemeScore]]] = {}
    for passage in passages:
        for theme in passage.themes:
            quoting = theme.stance == "quoting"
            found.setdefault(theme.id, []).append((quoting, -theme.score, passage, theme))
    rows = {}
    for identifier in sorted(found):
        ranked = sorted(found[identifier], key=lambda entry: entry[:2])
        best = ranked[0][3]
        rows[identifier] = {
            "score": best.score,
            "stance": best.stance,
            "evidence": [
                {"passage": passage.id, "start": span.start, "end": span.end, "text": span.text}
                for quoting, _, passage, theme in ranked[:EVIDENCE]
                if quoting == ranked[0][0]
                for span in theme.evidence[:1]
            ],
        }
    return rows


def _off_topic(passages: Sequence[Passage]) -> float | None:
    if not passages:
        return None
    silent = sum(all(theme.stance == "quoting" for theme in p.themes) for p in passages)
    return round(silent / len(passages), 3)


def _slogan_share(analysis: Analysis, passages: Sequence[Passage]) -> float | None:
    said = said_in(analysis, passages)
    return round(said.slogans / said.sentences, 3) if said.sentences else None


def _near_misses(
    analyses: Sequence[Analysis],
    rows: Sequence[dict[str, Any]],
    ids: Sequence[str],
    nearest: Sequence[Nearest],
) -> Iterable[dict[str, Any]]:
    """Yield, per paper and theme that it is not given, what comes near it."""
    for analysis, row, of_paper in zip(analyses, rows, nearest, strict=True):
        for column, (best, score, threshold) in of_paper.items():
            if ids[column] not in row["themes"] and score < threshold:
                yield {
                    "paper": analysis.id,
                    "theme": ids[column],
                    "score": round(score, 4),
                    "threshold": round(threshold, 4),
                    "passage": (analysis.passages or ())[best].id,
                }


def _duplicates(analyses: Sequence[Analysis]) -> Iterable[dict[str, Any]]:
    places = [(a, passage) for a in analyses for passage in a.passages or ()]
    texts = [(a.id, a.text[p.start : p.end]) for a, p in places]
    for first, second, similarity in near_duplicates(texts):
        (a, p), (b, q) = places[first], places[second]
        yield {
            "a": [a.id, p.start, p.end],
            "b": [b.id, q.start, q.end],
            "similarity": similarity,
        }
