"""From text to features: syllable TF-IDF and the codebook's phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from typing import Any, Self

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from vndirective.classify.grams import BREAK, background, grams, syllables, tokens
from vndirective.classify.phrases import GAP, PhraseTable, quoted, spelled_out
from vndirective.classify.quoting import Quoting
from vndirective.classify.task_units import without_places
from vndirective.core import arguments
from vndirective.core.patterns import CAPITAL
from vndirective.core.records import Codebook, Theme
from vndirective.core.resources import lexicon

__all__ = [
    "SyllableTfidf",
    "against_phrases",
    "blocked_phrases",
    "hint_phrases",
    "hinted",
    "prose",
    "seed_phrases",
]

#: What a passage is about it says among its first syllables: a phrase that comes later counts less.
_EARLY, _LATE = 25, 0.9
#: A body with what its name says of its work: "Sở Kế hoạch và Đầu tư", but not "Xây dựng Nông thôn mới".
_BODY = re.compile(
    rf"\b(?:{'|'.join(lexicon('common_words')['bodies'])})"
    rf"(?:(?: \w+)?(?: và|,)? {CAPITAL}\w*)+(?: \w+)?"
)


class SyllableTfidf(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """TF-IDF of syllable 1-2-grams and of the codebook's phrases.

    Inverse document frequencies come from the shipped background, so that one passage is
    weighed like a thousand. What a passage only quotes does not count, see
    :class:`vndirective.classify.quoting.Quoting`.

    Parameters
    ----------
    codebook : Codebook

    Attributes
    ----------
    phrases_ : tuple of str
        The phrases, syllables joined by spaces, in the order of the first columns.
    grams_ : tuple of str
        The 1-2-grams, in the order of the other columns.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook

    def fit(self, X: Iterable[str], y: object = None) -> Self:
        """Collect the vocabulary: the codebook's first, then that of the texts.

        Parameters
        ----------
        X : iterable of str
        y : ignored
        """
        del y
        X = arguments.texts("X", X)
        themes = self.codebook.themes
        of = (seed_phrases, hint_phrases, against_phrases)
        told = {p for theme in themes for phrases in of for p in phrases(theme)}
        blocked = {phrase for theme in themes for phrase in blocked_phrases(theme)}
        self.phrases_ = tuple(sorted(told | blocked))
        self._table = PhraseTable(self.phrases_, {phrase for phrase in blocked if GAP in phrase})
        texts = prose(self.codebook)
        if self.codebook.of_directive:
            texts += hinted(self.codebook)
        written = {g for text in texts for g in grams(syllables(text))}
        self._quoting = Quoting(self.codebook)
        met = {g for text in X for g in grams(syllables(self.own_words(text)))}
        first = written | background().genre.frequency.keys()
        self.grams_ = (*sorted(first), *sorted(met - first))
        self.n_codebook_columns_ = len(self.phrases_) + len(first)
        idf = background().idf
        self._idf = np.array([idf(gram) for gram in self.grams_])
        self._phrase_columns = {phrase: j for j, phrase in enumerate(self.phrases_)}
        parts = [gram.split() for gram in self.grams_]
        known = sorted({syllable for part in parts for syllable in part})
        self._numbers = {syllable: k for k, syllable in enumerate(known, start=1)}
        keys = np.array([self._key(*map(self._numbers.__getitem__, part)) for part in parts])
        self._order = np.argsort(keys)
        self._keys = keys[self._order]
        return self

    def own_words(self, text: str) -> str:
        """Return a text with what it only quotes blanked; every offset stays."""
        return self._quoting.own_words(text)

    def transform(self, X: Iterable[str], *, quoted: bool = False) -> sparse.csr_matrix:
        """Return the weights of the passages.

        Parameters
        ----------
        X : iterable of str
        quoted : bool, default=False
            Count what they only quote as well.

        Returns
        -------
        csr_matrix of shape (n_passages, n_features)

        Raises
        ------
        ArgumentError
            If ``X`` are no texts.
        """
        check_is_fitted(self, "grams_")
        phrase_column = self._phrase_columns
        places: list[int] = []
        rows: list[int] = []
        values: list[float] = []
        running: list[str] = []
        ends: list[int] = []
        for row, text in enumerate(arguments.texts("X", X)):
            sequence = syllables(text if quoted else self.own_words(text))
            met: dict[int, int] = {}
            for phrase, start, _ in self._table.find(sequence):
                column = phrase_column[phrase]
                met[column] = min(start, met.get(column, start))
            places += met
            rows += [row] * len(met)
            values += [1.0 if start < _EARLY else _LATE for start in met.values()]
            running += sequence
            running.append(BREAK)
            ends.append(len(running))
        # Breaks, and syllables with digits, have no number: no pair reaches over them.
        number = map(self._numbers.get, running, repeat(0))
        found = np.fromiter(number, dtype=np.int64, count=len(running))
        owner = np.repeat(np.arange(len(ends)), np.diff([0, *ends]))
        keys = np.concatenate([found, self._key(found[:-1], found[1:])])
        of = np.concatenate([owner, owner[:-1]])
        real = np.concatenate([found > 0, (found[:-1] > 0) & (found[1:] > 0)])
        keys, of = keys[real], of[real]
        place = np.searchsorted(self._keys, keys)
        place[place == len(self._keys)] = 0
        same = self._keys[place] == keys
        here = (of[same], self._order[place[same]])
        counts = sparse.csr_matrix(
            (np.ones(len(here[0])), here), shape=(len(ends), len(self.grams_))
        )
        counts.data = (1 + np.log(counts.data)) * self._idf[counts.indices]
        phrases = sparse.csr_matrix((values, (rows, places)), shape=(len(ends), len(self.phrases_)))
        both: sparse.csr_matrix = sparse.hstack([phrases, counts], format="csr")
        return both

    def _key(self, one: Any, two: Any = 0) -> Any:
        """Return one number for a gram: of its only syllable, or of both."""
        return one + (len(self._numbers) + 1) * two

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Return the codebook's phrases in a text with their offsets."""
        check_is_fitted(self, "grams_")
        found = tokens(text)
        matches = self._table.find([token[0] for token in found])
        return [(phrase, found[i][1], found[j - 1][2]) for phrase, i, j in matches]


def seed_phrases(theme: Theme) -> tuple[str, ...]:
    """Return the seeds of a theme as folded syllables."""
    return _phrases(theme.seeds)


def hint_phrases(theme: Theme) -> tuple[str, ...]:
    """Return the hints of a theme as folded syllables, without what is a seed as well."""
    seeds = set(seed_phrases(theme))
    return tuple(phrase for phrase in _phrases(theme.hints) if phrase not in seeds)


def blocked_phrases(theme: Theme) -> tuple[str, ...]:
    """Return the phrases between quotation marks in the theme's "out" note."""
    return _phrases(tuple(quoted(theme.exclude)))


def against_phrases(theme: Theme) -> tuple[str, ...]:
    """Return the phrases that speak of another subject than the theme's."""
    return _phrases(theme.against)


def prose(codebook: Codebook) -> list[str]:
    """Return what is said of each theme.

    Of a directive's tasks seeds are words among others, and the names of bodies and places are
    none: who mentions the body does not speak of the task.
    """
    said = []
    for theme in codebook.themes:
        texts = [theme.label, theme.definition or "", *theme.examples]
        if codebook.of_directive:
            texts = [_BODY.sub(".", without_places(text)) for text in texts]
            texts += _as_prose(seed_phrases(theme))
        said.append("\n\n".join(texts))
    return said


def hinted(codebook: Codebook) -> list[str]:
    """Return the hints of each theme as text."""
    return ["\n\n".join(_as_prose(hint_phrases(theme))) for theme in codebook.themes]


def _as_prose(phrases: Iterable[str]) -> list[str]:
    return [phrase.replace(GAP, ".").replace(BREAK, ",") for phrase in phrases]


@lru_cache(maxsize=256)
def _phrases(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(phrase for text in texts for phrase in spelled_out(text))
