"""From text to features: syllable TF-IDF and the codebook's phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Self

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from vndirective.classify.grams import background, grams, syllables, tokens
from vndirective.classify.phrases import GAP, PhraseTable, quoted, spelled_out
from vndirective.core.records import Codebook, Theme

__all__ = [
    "SyllableTfidf",
    "blocked_phrases",
    "hint_phrases",
    "prose",
    "seed_phrases",
    "with_titles",
    "without_titles",
]

_MARKS = re.compile('[“”"«»]')
#: A title in quotation marks after the kind of document or event that bears it.
_TITLE = re.compile(
    r"(?:chỉ thị|nghị quyết|kết luận|quyết định|quy định|kế hoạch|chương trình|đề án|hướng dẫn"
    r"|công văn|thông báo|nghị định|tọa đàm|toạ đàm|hội nghị|hội thảo|chuyên đề)"
    r"[^“”\"«».;\n]{0,160}+(?P<title>[“\"«][^”\"»]{1,400}+[”\"»])",
    re.IGNORECASE,
)


class SyllableTfidf(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """TF-IDF of syllable 1-2-grams and of the codebook's phrases.

    Inverse document frequencies come from the shipped background, so that one passage is
    weighed like a thousand. Words inside the quoted title of a document do not count.

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
        themes = self.codebook.themes
        told = {p for t in themes for p in (*seed_phrases(t), *hint_phrases(t))}
        blocked = {phrase for theme in themes for phrase in blocked_phrases(theme)}
        self.phrases_ = tuple(sorted(told | blocked))
        self._table = PhraseTable(self.phrases_, {phrase for phrase in blocked if GAP in phrase})
        written = {g for theme in themes for g in grams(syllables(prose(theme)))}
        met = {g for text in X for g in grams(syllables(without_titles(text)))}
        first = written | background().genre.frequency.keys()
        self.grams_ = (*sorted(first), *sorted(met - first))
        self.n_codebook_columns_ = len(self.phrases_) + len(first)
        idf = background().idf
        self._idf = np.array([1.0] * len(self.phrases_) + [idf(gram) for gram in self.grams_])
        self._phrase_columns = {phrase: j for j, phrase in enumerate(self.phrases_)}
        # Looked up by one syllable, then by the next: no pair has to be spelled out.
        self._single: dict[str, int] = {}
        self._pairs: dict[str, dict[str, int]] = {}
        for j, gram in enumerate(self.grams_, start=len(self.phrases_)):
            one, _, two = gram.partition(" ")
            if two:
                self._pairs.setdefault(one, {})[two] = j
            else:
                self._single[one] = j
        return self

    def transform(self, X: Iterable[str]) -> sparse.csr_matrix:
        """Return the weights of the passages.

        Parameters
        ----------
        X : iterable of str

        Returns
        -------
        csr_matrix of shape (n_passages, n_features)
        """
        check_is_fitted(self, "grams_")
        columns: list[int] = []
        counts: list[int] = []
        ends = [0]
        for text in X:
            met = Counter(self._columns(text))
            columns += met
            counts += met.values()
            ends.append(len(columns))
        where = np.array(columns, dtype=np.int32)
        data = (1 + np.log(np.array(counts, dtype=np.float64))) * self._idf[where]
        return sparse.csr_matrix((data, where, ends), shape=(len(ends) - 1, len(self._idf)))

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Return the codebook's phrases in a text with their offsets."""
        check_is_fitted(self, "grams_")
        found = tokens(without_titles(text))
        matches = self._table.find([token[0] for token in found])
        return [(phrase, found[i][1], found[j - 1][2]) for phrase, i, j in matches]

    def _columns(self, text: str) -> Iterator[int]:
        """Yield the columns of the phrases and of the known 1-2-grams of a text."""
        sequence = syllables(without_titles(text))
        for phrase, _, _ in self._table.find(sequence):
            yield self._phrase_columns[phrase]
        single, pairs = self._single, self._pairs
        # Breaks and syllables with digits begin no pair and end none, as in `grams`.
        following: dict[str, int] | None = None
        for syllable in sequence:
            if syllable in single:
                yield single[syllable]
            if following and syllable in following:
                yield following[syllable]
            following = pairs.get(syllable)


def without_titles(text: str) -> str:
    """Blank the quoted titles of documents and events; every offset stays.

    >>> without_titles("theo Chỉ thị 5 về “Giữ kỷ luật”, cần")
    'theo Chỉ thị 5 về .............., cần'
    """
    if not _MARKS.search(text):
        return text
    return _TITLE.sub(lambda m: m[0][: m.start("title") - m.start()] + "." * len(m["title"]), text)


def with_titles(text: str) -> str:
    """Blank the quotation marks instead, so that the words of titles count; offsets stay."""
    return _MARKS.sub(" ", text)


def seed_phrases(theme: Theme) -> list[str]:
    """Return the seeds of a theme as folded syllables."""
    return _phrases(theme.seeds)


def hint_phrases(theme: Theme) -> list[str]:
    """Return the hints of a theme as folded syllables, without what is a seed as well."""
    seeds = set(seed_phrases(theme))
    return [phrase for phrase in _phrases(theme.hints) if phrase not in seeds]


def blocked_phrases(theme: Theme) -> list[str]:
    """Return the phrases between quotation marks in the theme's "out" note."""
    return _phrases(quoted(theme.exclude))


def prose(theme: Theme) -> str:
    return "\n\n".join([theme.label, theme.definition or "", *theme.examples])


def _phrases(texts: Iterable[str]) -> list[str]:
    return [phrase for text in texts for phrase in spelled_out(text)]
