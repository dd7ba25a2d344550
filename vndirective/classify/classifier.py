"""Themes from text: syllable TF-IDF and a classifier that works with no labels at all.

What the codebook says of a theme becomes weights over phrases (its seeds) and a prototype vector
(its definition); labels, where there are some, add a linear model that gains weight with their
number. Thresholds come from text that speaks to no theme, never from answers.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from numbers import Real
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import normalize
from sklearn.utils import check_X_y, column_or_1d
from sklearn.utils.multiclass import type_of_target
from sklearn.utils.validation import check_is_fitted, validate_data

from vndirective.classify.codebook import codebook_of
from vndirective.classify.correction import learned
from vndirective.classify.doubts import doubts_about
from vndirective.classify.features import SyllableTfidf
from vndirective.classify.grams import background
from vndirective.classify.prior import TaskPrior, ThemePrior, prior_of
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError
from vndirective.core.languages import foreign_language
from vndirective.core.orthography import is_vietnamese
from vndirective.core.records import Codebook

__all__ = [
    "ThemeClassifier",
    "ThemePrior",
    "classify_passages",
    "label_matrix",
    "ready_pipeline",
    "score_passages",
    "theme_pipeline",
]

#: The score of half a theme, and what a passage needs besides at least, about one telling phrase with a
#: little likeness: on real passages a hair more than half leaves more of them alone that have no theme.
_HALF, _FLOOR = 0.5, 0.51
#: At most this share of off-topic passages may reach a threshold.
_FALSE_ALARMS = 0.02
#: How sure one unit of evidence makes, in log-odds, and the score that counts as certainty.
_STEEP, _SURE = 4.0, 0.95
#: So many passages are scored at a time, for the sake of memory.
_BATCH = 2000
#: So many code points of a passage tell its language, and fewer than so many tell nothing.
_START, _TELLING = 200, 20
_IDS = "a list of theme ids, even for a single one"
#: A letter that only Vietnamese has: most passages need no closer look.
_MARK = re.compile("[ăđơưạ-ỹ]")
Matrix = NDArray[np.float64]


class ThemeClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Classifier over sparse TF-IDF that starts from a codebook and learns from labels.

    Without labels the prior alone decides. Labels correct it: a logistic regression per theme
    starts from the evidence of the prior and learns what phrases and 1-2-grams add to it or take
    from it, so that few labels change little. Without a prior it is an ordinary linear
    classifier, for one label or several.

    Parameters
    ----------
    prior : ThemePrior, default=None
    C : float, default=10.0
        Inverse strength of regularization.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
    thresholds_ : ndarray of shape (n_classes,)
        The score from which a theme is given, in the multi-label case.
    n_features_in_ : int
    """

    def __init__(self, prior: ThemePrior | None = None, C: float = 10.0) -> None:
        self.prior = prior
        self.C = C

    def fit(self, X: ArrayLike | sparse.csr_matrix, y: ArrayLike | None = None) -> Self:
        """Fit on passages, labeled or not.

        Parameters
        ----------
        X : {array-like, sparse matrix} of shape (n, n_features)
        y : array-like of shape (n,) or (n, n_themes), default=None
            One label each, or an indicator matrix in the order of the prior's themes. May be
            left out where there is a prior.

        Raises
        ------
        ValueError
            If labels are missing without a prior, or do not fit the prior's themes, or a
            parameter is not valid.
        """
        self._check_parameters()
        if y is None:
            if self.prior is None:
                raise ValueError(
                    "ThemeClassifier requires y to be passed, but the target y is None: "
                    "give labels, or a prior made from a codebook"
                )
            X = validate_data(self, X, accept_sparse="csr", dtype=np.float64)
            self._correction: tuple[Matrix, Matrix] | None = None
            self._several = True
            self.classes_ = np.array(self.prior.ids)
            self.thresholds_ = self.prior.thresholds
            self._seen: tuple[Any, NDArray[Any]] | None = None
            return self
        X, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64, multi_output=True)
        target = type_of_target(y, input_name="y")
        several = target == "multilabel-indicator"
        if several:
            self._fit_several(sparse.csr_matrix(X), np.asarray(y))
        elif self.prior is None and target in ("binary", "multiclass"):
            self._fit_one(normalize(X), column_or_1d(y, warn=True))
        else:
            raise ValueError(
                f"Unknown label type: {target!r}; with a prior give an indicator matrix with one "
                "column per theme, such as label_matrix makes, without one also one label per passage"
            )
        self._several = several
        self._seen = (sparse.csr_matrix(X), np.asarray(y))
        return self

    def _check_parameters(self) -> None:
        if self.prior is not None:
            valid = "None, or the prior of theme_pipeline(codebook)['themes']"
            arguments.instance("prior", self.prior, ThemePrior, valid)
        if isinstance(self.C, bool) or not isinstance(self.C, Real) or not 0 < self.C < np.inf:
            raise ArgumentError("C", self.C, "a number above 0")

    def predict_proba(self, X: ArrayLike | sparse.csr_matrix) -> Matrix:
        """Return the scores.

        Parameters
        ----------
        X : {array-like, sparse matrix} of shape (n, n_features)

        Returns
        -------
        ndarray of shape (n, n_classes), in 0..1
            For several labels the columns are independent; for one label rows sum to 1.
        """
        check_is_fitted(self, "classes_")
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)
        if not self._several:
            one: Matrix = self._models[0].predict_proba(normalize(X))
            return one
        X = sparse.csr_matrix(X)
        if self.prior is not None:
            return self._corrected(self.prior, X)
        unit = normalize(X)
        columns = [
            np.full(X.shape[0], constant) if model is None else model.predict_proba(unit)[:, 1]
            for model, constant in zip(self._models, self._constant, strict=True)
        ]
        return np.column_stack(columns)

    def _corrected(self, prior: ThemePrior, X: sparse.csr_matrix) -> Matrix:
        scores = prior.scores(X)
        if self._correction is None:
            return scores
        weights, bias = self._correction
        evidence = _evidence(scores) + (prior.parts(X) @ weights.T + bias) / _STEEP
        result: Matrix = -np.expm1(-np.maximum(evidence, 0.0))
        return result

    def predict(self, X: ArrayLike | sparse.csr_matrix) -> NDArray[Any]:
        """Return the labels.

        Parameters
        ----------
        X : {array-like, sparse matrix} of shape (n, n_features)

        Returns
        -------
        ndarray of shape (n,), or (n, n_classes) of 0 and 1 for several labels
        """
        scores = self.predict_proba(X)
        if self._several:
            return (scores >= self.thresholds_).astype(int)
        chosen: NDArray[Any] = self.classes_[np.argmax(scores, axis=1)]
        return chosen

    def _fit_one(self, X: Any, y: NDArray[Any]) -> None:
        classes = np.unique(y)
        if len(classes) < 2:
            raise ValueError(
                f"the labels have one class only ({classes[0]!r}): "
                "a classifier needs passages of at least two classes"
            )
        model = LogisticRegression(C=self.C, max_iter=1000).fit(X, y)
        self._models = [model]
        self.classes_ = model.classes_
        self.thresholds_ = np.full(len(classes), _HALF)

    def _fit_several(self, X: Any, Y: NDArray[Any]) -> None:
        k = Y.shape[1]
        if self.prior is not None:
            if k != len(self.prior.ids):
                raise ValueError(
                    f"y has {k} columns, the codebook has {len(self.prior.ids)} themes"
                )
            self.classes_ = np.array(self.prior.ids)
            self.thresholds_ = self.prior.thresholds
            surplus = _evidence(self.prior.scores(X)) - _evidence(self.prior.thresholds)
            self._correction = learned(self.prior.parts(X), _STEEP * surplus, Y, 10.0 / self.C)
            return
        positives, X = Y.sum(axis=0), normalize(X)
        self._constant = (positives > 0).astype(float)
        self._models = [
            LogisticRegression(C=self.C, class_weight="balanced", max_iter=1000).fit(X, Y[:, j])
            if 0 < positives[j] < len(Y)
            else None
            for j in range(k)
        ]
        self.classes_ = np.arange(k)
        self.thresholds_ = np.full(k, _HALF)

    def partial_fit(
        self, X: ArrayLike | sparse.csr_matrix, y: ArrayLike, classes: ArrayLike | None = None
    ) -> Self:
        """Learn from further labeled passages, and again from those before.

        Labels are few here, so they are kept and the model is fitted anew: the order in which
        they come makes no difference.

        Parameters
        ----------
        X : {array-like, sparse matrix} of shape (n, n_features)
        y : array-like of shape (n, n_themes)
            As for `fit`, which forgets what was learned before.
        classes : ignored
            Part of the convention for this method; the classes are those of the labels so far.
        """
        del classes
        seen = getattr(self, "_seen", None)
        rows, labels = check_X_y(X, y, accept_sparse="csr", dtype=np.float64, multi_output=True)
        if seen is not None:
            if rows.shape[1] != seen[0].shape[1]:
                raise ValueError(
                    f"X has {rows.shape[1]} features, but ThemeClassifier is expecting "
                    f"{seen[0].shape[1]} features as input"
                )
            if labels.shape[1:] != seen[1].shape[1:]:
                raise ValueError(f"y has the shape {labels.shape}, that before {seen[1].shape}")
            rows = sparse.vstack([seen[0], rows]).tocsr()
            labels = np.concatenate([seen[1], labels])
        self.fit(rows, labels)
        return self

    def __sklearn_tags__(self) -> Any:
        """Declare sparse input and several labels."""
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.classifier_tags.multi_label = True
        tags.target_tags.required = self.prior is None
        return tags


def _evidence(scores: Matrix) -> Matrix:
    """Return the evidence behind scores, the inverse of what `ThemePrior.scores` does last."""
    result: Matrix = -np.log1p(-np.minimum(scores, _SURE))
    return result


def theme_pipeline(codebook: Codebook | str | Path) -> Pipeline:
    """Make a text classifier from a codebook, ready to use without labels.

    Parameters
    ----------
    codebook : Codebook, str or Path
        A codebook, or what `load_themes` takes.

    Returns
    -------
    Pipeline
        Fitted. ``predict(texts)`` gives an indicator matrix in codebook order,
        ``predict_proba(texts)`` the scores; ``fit(texts, label_matrix(labels, codebook))``
        adds what labels teach.

    Raises
    ------
    ArgumentError, CodebookError
        If it is no codebook, or a theme has neither definition nor seeds.
    """
    codebook = codebook_of(codebook)
    doubts_about(codebook)
    texts = list(background().texts)
    tfidf = SyllableTfidf(codebook).fit(texts)
    prior = prior_of(codebook, tfidf, _HALF)
    # the scores of a task prior are shares: half of all is the same for each
    if not isinstance(prior, TaskPrior):
        quiet = np.quantile(prior.scores(tfidf.transform(texts)), 1 - _FALSE_ALARMS, axis=0)
        prior = replace(prior, thresholds=np.clip(quiet, _FLOOR, _SURE))
    return Pipeline([("tfidf", tfidf), ("themes", ThemeClassifier(prior))]).fit(texts)


def score_passages(texts: Sequence[str], codebook: Codebook | str | Path) -> Matrix:
    """Score passages against every theme, without labels.

    Parameters
    ----------
    texts : sequence of str
    codebook : Codebook, str or Path
        A codebook, or what `load_themes` takes.

    Returns
    -------
    ndarray of shape (n_texts, n_themes), in 0..1, columns in codebook order

    Raises
    ------
    ArgumentError
        If ``texts`` are no texts, or ``codebook`` is no codebook.

    Warns
    -----
    UserWarning
        Of passages that hold no text or are not in Vietnamese: their scores say nothing.
    """
    return _scores(arguments.texts("texts", texts), codebook_of(codebook))


def _scores(texts: list[str], codebook: Codebook) -> Matrix:
    if not texts:
        return np.zeros((0, len(codebook.themes)))
    _warn_of_strange(texts)
    ready = ready_pipeline(codebook)
    parts = [ready.predict_proba(texts[i : i + _BATCH]) for i in range(0, len(texts), _BATCH)]
    return np.concatenate(parts)


def _warn_of_strange(texts: Sequence[str]) -> None:
    strange = [
        i
        for i, text in enumerate(texts)
        if not _MARK.search(start := text[:_START])
        and not is_vietnamese(start)
        and (len(start.strip()) >= _TELLING or not start.strip())
    ]
    if not strange:
        return
    first = texts[strange[0]]
    what = (
        f"is in another language ({foreign_language(first)}), or its marks were lost"
        if first.strip()
        else "is empty"
    )
    warnings.warn(
        f"{len(strange)} of {len(texts)} passages cannot be classified; the first of them, "
        f"texts[{strange[0]}], {what}",
        stacklevel=4,  # past score_passages or classify_passages
    )


def classify_passages(texts: Sequence[str], codebook: Codebook | str | Path) -> list[set[str]]:
    """Give each passage its themes, without labels.

    Parameters
    ----------
    texts : sequence of str
    codebook : Codebook, str or Path
        A codebook, or what `load_themes` takes.

    Returns
    -------
    list of set of str
        Theme ids; an empty set where no theme fits.

    Raises
    ------
    ArgumentError
        If ``texts`` are no texts, or ``codebook`` is no codebook.
    """
    codebook = codebook_of(codebook)
    scores = _scores(arguments.texts("texts", texts), codebook)
    above = (scores >= ready_pipeline(codebook)["themes"].thresholds_).tolist()
    ids = [theme.id for theme in codebook.themes]
    return [{theme for theme, given in zip(ids, row, strict=True) if given} for row in above]


def label_matrix(
    labels: Sequence[Iterable[str]], codebook: Codebook | str | Path
) -> NDArray[np.int_]:
    """Turn sets of theme ids into an indicator matrix.

    Parameters
    ----------
    labels : sequence of iterable of str
    codebook : Codebook, str or Path
        A codebook, or what `load_themes` takes.

    Returns
    -------
    ndarray of shape (n, n_themes) of 0 and 1

    Raises
    ------
    ArgumentError
        If they are no lists of ids, or an id is not in the codebook.
    """
    codebook = codebook_of(codebook)
    labels = arguments.values("labels", labels, "a list with the theme ids of each passage")
    column = {theme.id: j for j, theme in enumerate(codebook.themes)}
    matrix = np.zeros((len(labels), len(column)), dtype=int)
    for i, ids in enumerate(labels):
        for identifier in arguments.texts(f"labels[{i}]", ids, _IDS, ordered=False):
            arguments.choice(f"labels[{i}]", identifier, column)
            matrix[i, column[identifier]] = 1
    return matrix


@lru_cache(maxsize=8)
def ready_pipeline(codebook: Codebook) -> Pipeline:
    """Return the pipeline of a codebook, made once in a process; it is not to be trained further."""
    return theme_pipeline(codebook)
