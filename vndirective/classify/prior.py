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
    hinted,
    prose,
    seed_phrases,
)
from vndirective.classify.grams import BREAK, background, common_words
from vndirective.classify.phrases import GAP, PhraseTable
from vndirective.core.records import Codebook

__all__ = ["UNLIKE", "TaskPrior", "ThemePrior", "prior_of"]

#: How much the likeness to a definition counts against one telling phrase: beside seeds it only
#: supports, a theme without seeds has nothing else.
_LIKENESS, _LIKENESS_ALONE = 1.0, 2.0
#: A prototype of fewer 1-2-grams counts in proportion: a bare label resembles any short text.
_RICH = 40
#: A theme of which the codebook says so much, in 1-2-grams of its prose, seeds and hints, is asked for
#: likeness to all of it. A seed then weighs the second number, a little less than a theme, and likeness the
#: third: one seed gives the theme where its field is spoken of, and not where it fell in passing. With so
#: many seeds there are general ones among them, and those that come late in a passage count less.
_MANY, _SEED, _LIKENESS_ASKED = 300, 0.66, 2.0
#: What a hint weighs against a seed: two make a theme only with some likeness to the definition,
#: for general words come in pairs everywhere.
_HINT = 0.3
#: What a word among the hints of a directive's task weighs against one that the directive has.
_TASK_HINT = 0.4
#: What a phrase of another subject takes from a theme, and what all of them may: a passage on schools
#: that names training once speaks of pupils, one that goes on about it means officials.
_AGAINST, _MOST_AGAINST = 0.5, 1.2
#: Beside a theme that a passage goes on about, a single word on another is mere mention. Evidence of
#: the strongest theme counts up to the first number, and what it has beyond one more seed than
#: another theme takes the second as a share of it from that one, unless likeness is asked for.
_DOMINANT, _DOCKED = 4.0, 0.25
#: From this cosine on a passage is as likely to speak of a task as of none, and by how much the odds
#: grow with it.
_ALIKE, _STEEP = 0.08, 50.0
#: From so many 1-2-grams on the length of a passage makes no difference.
_LONG = 90
#: The log-odds of a task against none, for a passage that shares no word with it.
UNLIKE = -_ALIKE * _STEEP
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
    asked : ndarray of shape (n_themes,), in 0..1
        How much of a passage's likeness to the theme is asked for beside a seed.
    early : ndarray of shape (n_themes,), in 0..1
        How much less a phrase counts that comes late in a passage.
    thresholds : ndarray of shape (n_themes,)
    n_phrases : int
        The first columns are phrases, the others 1-2-grams.
    """

    ids: tuple[str, ...]
    phrases: sparse.csr_matrix
    against: sparse.csr_matrix
    prototypes: sparse.csr_matrix
    asked: Matrix
    early: Matrix
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
        told = (met @ self.phrases.T).toarray()
        told -= self.early * (told - (known @ self.phrases.T).toarray())  # what comes late
        likeness = (normalize(known) @ self.prototypes.T).toarray()
        against = np.minimum((met @ self.against.T).toarray(), _MOST_AGAINST)
        own = np.maximum(told + likeness - against, 0.0)
        strongest = np.minimum(own.max(axis=1, keepdims=True), _DOMINANT)
        docked = own - _DOCKED * (1 - self.asked) * np.maximum(strongest - own - 1.0, 0.0)
        result: Matrix = -np.expm1(-np.maximum(docked, own / 2))  # themes keep their order
        return result

    def parts(self, X: sparse.csr_matrix) -> sparse.csr_matrix:
        """Return what labels can weigh: phrases met or not, 1-2-grams as a vector of length 1."""
        n = self.n_phrases
        met = X[:, :n].astype(bool).astype(np.float64)
        return sparse.hstack([met, normalize(X[:, n:])]).tocsr()


class TaskPrior(ThemePrior):
    """What is known of the tasks of a directive: what a passage is most like, or none of them.

    Tasks of one directive share their subject, and its words; what tells them apart is how much of
    its own each has in a passage. So they compete, and seeds count as words among others.
    """

    def scores(self, X: sparse.csr_matrix) -> Matrix:
        """Score passages by their likeness to the tasks; the scores of one sum to less than 1."""
        known = X[:, : self.prototypes.shape[1]].tolil()
        known[:, : self.n_phrases] = 0
        rows = known.tocsr()
        alike = (normalize(rows) @ self.prototypes.T).toarray()
        # in a few words likeness is chance sooner: its spread goes with the root of their number
        alike *= np.sqrt(np.minimum(1.0, np.diff(rows.indptr) / _LONG))[:, None]
        odds = np.exp(_STEEP * (alike - _ALIKE))
        shares: Matrix = odds / (1 + odds.sum(axis=1, keepdims=True))
        return shares


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
    if codebook.of_directive:
        return _of_tasks(codebook, tfidf, threshold)
    width, n_phrases = tfidf.n_codebook_columns_, len(tfidf.phrases_)
    spoken = _spoken(codebook, tfidf)
    asked = np.array([bool(theme.seeds) for theme in codebook.themes])
    asked = asked * np.minimum(1.0, np.diff(spoken.indptr) / _MANY)
    early = np.minimum(1.0, [len(seed_phrases(theme)) / _MANY for theme in codebook.themes])
    weights = np.zeros((len(codebook.themes), n_phrases))
    against = np.zeros((len(codebook.themes), width))
    column = {phrase: j for j, phrase in enumerate(tfidf.phrases_)}
    off_topic = tfidf.transform(background().texts)[:, :n_phrases].astype(bool)
    common = np.asarray(off_topic.sum(axis=0)).ravel().tolist()
    for i, theme in enumerate(codebook.themes):
        own = dict.fromkeys(hint_phrases(theme), _HINT)
        own |= dict.fromkeys(seed_phrases(theme), 1 - (1 - _SEED) * asked[i])
        blocked = set(blocked_phrases(theme))
        for phrase, share in own.items():
            if phrase not in blocked:
                weights[i, column[phrase]] = share * background().keyness(
                    phrase, common[column[phrase]]
                )
        _inherit(weights[i], column, seed_phrases(theme), blocked)
        for phrase in against_phrases(theme):
            against[i, column[phrase]] = _AGAINST
        _inherit(against[i], column, against_phrases(theme))
    phrases = sparse.lil_matrix((len(codebook.themes), width))
    phrases[:, :n_phrases] = weights
    defined = _without_phrases(tfidf, prose(codebook))
    weight = np.array([_LIKENESS if t.seeds else _LIKENESS_ALONE for t in codebook.themes])
    weight *= np.minimum(1.0, np.diff(defined.indptr) / _RICH) * (1 - asked)
    likeness = sparse.diags(weight) @ normalize(defined)
    likeness += sparse.diags(_LIKENESS_ASKED * asked) @ normalize(spoken)
    return ThemePrior(
        ids=tuple(theme.id for theme in codebook.themes),
        phrases=phrases.tocsr(),
        against=sparse.csr_matrix(against),
        prototypes=sparse.csr_matrix(likeness),
        asked=asked,
        early=early,
        thresholds=np.full(len(codebook.themes), threshold),
        n_phrases=n_phrases,
    )


def _of_tasks(codebook: Codebook, tfidf: SyllableTfidf, threshold: float) -> TaskPrior:
    """Make the prior of a directive's tasks.

    A word counts the less, the more tasks have it; what every directive says does not count.
    """
    said = _without_phrases(tfidf, prose(codebook), quoted=True)
    said += _TASK_HINT * _without_phrases(tfidf, hinted(codebook), quoted=True)
    k, width = said.shape
    having = np.asarray(said.astype(bool).sum(axis=0)).ravel()
    # all words of a single task tell it from none
    telling = np.log((1 + k) / (1 + having)) if k > 1 else np.ones(width)
    first = len(tfidf.phrases_)
    common = [gram in common_words("words") for gram in tfidf.grams_[: width - first]]
    telling[first:][common] = 0
    nothing = np.zeros(k)
    return TaskPrior(
        ids=tuple(theme.id for theme in codebook.themes),
        phrases=sparse.csr_matrix((k, width)),
        against=sparse.csr_matrix((k, width)),
        prototypes=normalize((said @ sparse.diags(telling)).tocsr()),
        asked=nothing,
        early=nothing,
        thresholds=np.full(k, threshold),
        n_phrases=len(tfidf.phrases_),
    )


def _without_phrases(
    tfidf: SyllableTfidf, texts: list[str], *, quoted: bool = False
) -> sparse.csr_matrix:
    """Return the codebook's columns of texts; a seed in a definition would count twice."""
    vectors = tfidf.transform(texts, quoted=quoted)[:, : tfidf.n_codebook_columns_].tolil()
    vectors[:, : len(tfidf.phrases_)] = 0
    rows: sparse.csr_matrix = vectors.tocsr()
    return rows


def _spoken(codebook: Codebook, tfidf: SyllableTfidf) -> sparse.csr_matrix:
    """Return what each theme is spoken of with: the 1-2-grams of its prose, seeds and hints.

    One weighs the less the commoner it is off topic, and in each theme by the share of it that
    this theme has: what all themes say tells none of them.
    """
    texts = [
        "\n\n".join([text, *seed_phrases(theme), *hint_phrases(theme)]).replace(BREAK, ",")
        for text, theme in zip(prose(codebook), codebook.themes, strict=True)
    ]
    rows = _without_phrases(tfidf, texts)
    first, width = len(tfidf.phrases_), rows.shape[1]
    known, frequency = background(), background().off_topic.frequency
    rarity = np.ones(width)
    rarity[first:] = [
        known.rarity(frequency.get(gram, 0)) for gram in tfidf.grams_[: width - first]
    ]
    total = np.asarray(rows.sum(axis=0)).ravel()
    share = np.divide(rarity, total, out=np.zeros(width), where=total > 0)
    shares: sparse.csr_matrix = rows.multiply(rows).multiply(share).tocsr()
    return shares
