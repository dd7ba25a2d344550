"""From text to features: syllable TF-IDF and the codebook's phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
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

#: Marks the features that are phrases of the codebook; no syllable contains it.
_PHRASE = "="
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
    vectorizer_ : TfidfVectorizer
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
        names = [_PHRASE + phrase for phrase in self.phrases_]
        columns = [*names, *sorted(first), *sorted(met - first)]
        self._known = first | met
        self.n_codebook_columns_ = len(names) + len(first)
        self.vectorizer_ = TfidfVectorizer(
            analyzer=self._features, vocabulary=columns, norm=None, sublinear_tf=True
        )
        idf = background().idf
        self.vectorizer_.idf_ = np.array([1.0 if c[0] == _PHRASE else idf(c) for c in columns])
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
        check_is_fitted(self, "vectorizer_")
        return sparse.csr_matrix(self.vectorizer_.transform(X))

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """Return the codebook's phrases in a text with their offsets."""
        check_is_fitted(self, "vectorizer_")
        found = tokens(without_titles(text))
        matches = self._table.find([token[0] for token in found])
        return [(phrase, found[i][1], found[j - 1][2]) for phrase, i, j in matches]

    def _features(self, text: str) -> list[str]:
        sequence = syllables(without_titles(text))
        found = [_PHRASE + phrase for phrase, _, _ in self._table.find(sequence)]
        # An unknown feature costs the vectorizer an exception each.
        return found + [gram for gram in grams(sequence) if gram in self._known]


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
