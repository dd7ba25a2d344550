"""What in a passage speaks for a theme: its phrases, or the words that are most like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vndirective.classify.grams import common_words, grams, tokens
from vndirective.classify.phrases import outermost

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

    from vndirective.classify.features import SyllableTfidf
    from vndirective.classify.prior import ThemePrior

__all__ = ["Hit", "explain", "heaviest"]

_TOP_GRAMS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that speaks for a theme: its place in the text and its weight in 0..1."""

    term: str
    start: int
    end: int
    weight: float


def explain(pipeline: Pipeline, text: str, theme: int) -> list[Hit]:
    """Say what in a passage speaks for a theme.

    Parameters
    ----------
    pipeline : Pipeline
        As :func:`vndirective.classify.classifier.theme_pipeline` returns it.
    text : str
        What it quotes speaks as well: without that, give what `SyllableTfidf.own_words` returns.
    theme : int
        Column of the theme.

    Returns
    -------
    list of Hit
        The theme's phrases; where there are none, the 1-2-grams that most resemble its
        definition. Heaviest first, offsets into ``text``.
    """
    tfidf: SyllableTfidf = pipeline["tfidf"]
    prior: ThemePrior = pipeline["themes"].prior
    weights = prior.phrases[[theme]].toarray().ravel()
    column = {phrase: i for i, phrase in enumerate(tfidf.phrases_)}
    hits = [
        Hit(text[start:end], start, end, float(weights[column[phrase]]))
        for phrase, start, end in tfidf.find(text)
        if weights[column[phrase]] > 0
    ]
    whole = set(outermost((hit.start, hit.end) for hit in hits))
    hits = [hit for hit in hits if (hit.start, hit.end) in whole]
    if not hits:
        first = len(tfidf.phrases_)
        row = prior.prototypes[[theme]].tocoo()
        told = zip(row.col.tolist(), row.data.tolist(), strict=True)
        return heaviest(text, {tfidf.grams_[j - first]: v for j, v in told})
    return sorted(hits, key=lambda hit: (-hit.weight, hit.start))


def heaviest(text: str, weight: Mapping[str, float]) -> list[Hit]:
    """Return where the heaviest 1-2-grams of a text stand, heaviest first.

    Those that overlap or follow each other are one: "tuyến cố" and "cố định" are "tuyến cố định".

    Parameters
    ----------
    text : str
    weight : mapping of str to float
        Of 1-2-grams; those that weigh nothing, or hold a function word, are left out.

    Returns
    -------
    list of Hit
    """
    found = tokens(text)
    sequence = [token[0] for token in found]
    empty = common_words("particles")
    best = sorted(
        (
            gram
            for gram in set(grams(sequence))
            if weight.get(gram, 0.0) > 0 and empty.isdisjoint(gram.split())
        ),
        key=lambda gram: (-weight[gram], gram),
    )[:_TOP_GRAMS]
    chosen = set(best)
    weights = [0.0] * (len(sequence) + 1)  # of the syllables that stand in one of them
    for i, syllable in enumerate(sequence):
        if syllable in chosen:
            weights[i] = max(weights[i], weight[syllable])
        pair = f"{syllable} {sequence[i + 1]}" if i + 1 < len(sequence) else ""
        if pair in chosen:
            weights[i] = max(weights[i], weight[pair])
            weights[i + 1] = max(weights[i + 1], weight[pair])
    hits = []
    first = None
    for i, told in enumerate(weights):
        if told and first is None:
            first = i
        elif not told and first is not None:
            start, end = found[first][1], found[i - 1][2]
            hits.append(Hit(text[start:end], start, end, max(weights[first:i])))
            first = None
    return sorted(hits, key=lambda hit: (-hit.weight, hit.start))
