"""What a codebook says of a passage before any label."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.preprocessing import normalize

from vndirective.classify.features import (
    SyllableTfidf,
    against_phrases,
    blocked_phrases,
    hint_phrases,
    prose,
    seed_phrases,
)
from vndirective.classify.grams import background
from vndirective.classify.phrases import GAP, PhraseTable
from vndirective.core.records import Codebook

__all__ = ["ThemePrior", "prior_of"]

#: How much the likeness to a definition counts against one telling phrase: beside seeds it only
#: supports, a theme without seeds has nothing else.
_LIKENESS, _LIKENESS_ALONE = 1.0, 2.0
#: A prototype of fewer 1-2-grams counts in proportion: a bare label resembles any short text.
_RICH = 40
#: What a hint weighs against a seed: two make a theme only with some likeness to the definition,
#: for general words come in pairs everywhere.
_HINT = 0.3
#: What a phrase of another subject takes from a theme, and what all of them may: a passage on schools
#: that names training once speaks of pupils, one that goes on about it means officials.
_AGAINST, _MOST_AGAINST = 0.5, 1.2
#: Beside a theme that a passage goes on about, a single word on another is mere mention. Evidence of
#: the strongest theme counts up to the first number, and what it has beyond one more seed than
#: another theme takes the second as a share of it from that one.
_DOMINANT, _DOCKED = 4.0, 0.25
Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ThemePrior:
    """What is known of the themes before any label.

    Attributes
    ----------
    ids : tuple of str
    phrases : csr_matrix of shape (n_themes, n_columns)
        Weight of each phrase for each theme.
    against : csr_matrix of shape (n_themes, n_columns)
        What a phrase of another subject takes from the theme.
    prototypes : csr_matrix of shape (n_themes, n_columns)
        TF-IDF of label, definition and examples. The length of a row is what full likeness
        counts; it is less where they are few words.
    thresholds : ndarray of shape (n_themes,)
    n_phrases : int
        The first columns are phrases, the others 1-2-grams.
    """

    ids: tuple[str, ...]
    phrases: sparse.csr_matrix
    against: sparse.csr_matrix
    prototypes: sparse.csr_matrix
    thresholds: Matrix
    n_phrases: int

    def scores(self, X: sparse.csr_matrix) -> Matrix:
        """Score passages by the codebook alone.

        Parameters
        ----------
        X : csr_matrix of shape (n, n_features)
            The first columns are those of the prior.

        Returns
        -------
        ndarray of shape (n, n_themes), in 0..1
        """
        known = X[:, : self.phrases.shape[1]]
        met = known.astype(bool).astype(np.float64)
        evidence = met @ self.phrases.T + normalize(known) @ self.prototypes.T
        against = np.minimum((met @ self.against.T).toarray(), _MOST_AGAINST)
        own = np.maximum(evidence.toarray() - against, 0.0)
        strongest = np.minimum(own.max(axis=1, keepdims=True), _DOMINANT)
        docked = own - _DOCKED * np.maximum(strongest - own - 1.0, 0.0)
        result: Matrix = -np.expm1(-np.maximum(docked, own / 2))  # themes keep their order
        return result

    def parts(self, X: sparse.csr_matrix) -> sparse.csr_matrix:
        """Return what labels can weigh: phrases met or not, 1-2-grams as a vector of length 1."""
        n = self.n_phrases
        met = X[:, :n].astype(bool).astype(np.float64)
        return sparse.hstack([met, normalize(X[:, n:])]).tocsr()


def _inherit(
    weights: Matrix, column: dict[str, int], own: Iterable[str], blocked: Collection[str] = ()
) -> None:
    """Let a longer phrase count as the theme's seeds, or phrases against it, inside it.

    Where phrases are found the longest hides the others; without this, a phrase that is added
    to one theme would take evidence from another. A hint is hidden on purpose: the longer phrase
    says what its general word is about.
    """
    table = PhraseTable(phrase for phrase in {*own, *blocked} if GAP not in phrase)
    for phrase, j in column.items():
        if phrase not in blocked and GAP not in phrase:
            inside = (weights[column[found]] for found, _, _ in table.find(phrase.split()))
            weights[j] = max(weights[j], *inside, 0.0)


def prior_of(codebook: Codebook, tfidf: SyllableTfidf, threshold: float) -> ThemePrior:
    """Make the prior of a codebook, with one threshold for all themes."""
    width = tfidf.n_codebook_columns_
    weights = np.zeros((len(codebook.themes), len(tfidf.phrases_)))
    against = np.zeros((len(codebook.themes), width))
    column = {phrase: j for j, phrase in enumerate(tfidf.phrases_)}
    for i, theme in enumerate(codebook.themes):
        own = dict.fromkeys(hint_phrases(theme), _HINT)
        own |= dict.fromkeys(seed_phrases(theme), 1.0)
        blocked = set(blocked_phrases(theme))
        for phrase, share in own.items():
            if phrase not in blocked:
                weights[i, column[phrase]] = share * background().keyness(phrase)
        _inherit(weights[i], column, seed_phrases(theme), blocked)
        for phrase in against_phrases(theme):
            against[i, column[phrase]] = _AGAINST
        _inherit(against[i], column, against_phrases(theme))
    phrases = sparse.lil_matrix((len(codebook.themes), width))
    phrases[:, : len(tfidf.phrases_)] = weights
    vectors = tfidf.transform([prose(theme) for theme in codebook.themes])[:, :width].tolil()
    # A seed inside the definition is already a phrase; here it would count twice.
    vectors[:, : len(tfidf.phrases_)] = 0
    rows = vectors.tocsr()
    weight = np.array([_LIKENESS if t.seeds else _LIKENESS_ALONE for t in codebook.themes])
    weight *= np.minimum(1.0, np.diff(rows.indptr) / _RICH)
    return ThemePrior(
        ids=tuple(theme.id for theme in codebook.themes),
        phrases=phrases.tocsr(),
        against=sparse.csr_matrix(against),
        prototypes=sparse.csr_matrix(sparse.diags(weight) @ normalize(rows)),
        thresholds=np.full(len(codebook.themes), threshold),
        n_phrases=len(tfidf.phrases_),
    )
