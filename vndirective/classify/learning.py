"""Labels: which passages to label next, and what labels would gain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import clone
from sklearn.pipeline import Pipeline

from vndirective.classify.classifier import label_matrix, theme_pipeline
from vndirective.classify.codebook import codebook_of
from vndirective.core import arguments
from vndirective.core.errors import ArgumentError, MissingPackageError
from vndirective.core.records import Codebook

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["CurvePoint", "learning_curve", "plot_learning_curve", "suggest"]

_SIZES = (0, 5, 10, 20, 50)
_FOLDS = 5
#: From this share of its threshold on a score comes near a theme.
_COMES_NEAR = 0.2
_SEED = 24


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """F1 on documents that gave no labels.

    Attributes
    ----------
    labels : int
        Labeled passages of each theme, as far as there were so many.
    passages : float
        Labeled passages in all, the mean of the folds.
    micro, macro : float
        Macro over the themes that occur.
    """

    labels: int
    passages: float
    micro: float
    macro: float


def suggest(pipeline: Pipeline, texts: Sequence[str], n: int = 20) -> list[int]:
    """Name the passages that are most worth labeling.

    Themes take turns; each names the passage whose score is nearest to its threshold, where a
    label settles most, of those that come near it at all. The others follow, the most doubtful first.

    Parameters
    ----------
    pipeline : Pipeline
        As :func:`~vndirective.classify.classifier.theme_pipeline` returns it, trained or not.
    texts : sequence of str
    n : int

    Returns
    -------
    list of int
        Positions in ``texts``, at most ``n``, no position twice.

    Raises
    ------
    ArgumentError
        If one of them is something else.
    """
    valid = "what theme_pipeline(codebook) returns"
    arguments.instance("pipeline", pipeline, Pipeline, valid)
    if "themes" not in pipeline.named_steps:
        raise ArgumentError("pipeline", pipeline, valid)
    n = arguments.number("n", n, 1, "a number of passages, 1 or more")
    texts = arguments.texts("texts", texts)
    if not texts:
        return []
    scores, thresholds = pipeline.predict_proba(texts), pipeline["themes"].thresholds_
    doubt = np.abs(scores - thresholds)
    ranked = [
        iter([i for i in np.argsort(doubt[:, k], kind="stable").tolist() if near[i]])
        for k, near in enumerate((scores >= _COMES_NEAR * thresholds).T)
    ]
    chosen: dict[int, None] = {}
    while ranked and len(chosen) < n:
        for column in ranked.copy():
            best = next((i for i in column if i not in chosen), None)
            if best is None:
                ranked.remove(column)
            else:
                chosen[best] = None
    rest = np.argsort(doubt.min(axis=1), kind="stable").tolist()
    return list(dict.fromkeys([*chosen, *rest]))[:n]


def learning_curve(
    texts: Sequence[str],
    labels: Sequence[Iterable[str]],
    groups: Sequence[str],
    codebook: Codebook | str | Path,
    *,
    sizes: Sequence[int] = _SIZES,
    folds: int = _FOLDS,
) -> list[CurvePoint]:
    """Measure what labels gain, by cross-validation grouped by document.

    Parameters
    ----------
    texts : sequence of str
    labels : sequence of iterable of str
        Theme ids of each passage.
    groups : sequence of str
        The document of each passage: passages of one document are never in both parts.
    codebook : Codebook, str or Path
        A codebook, or what `load_themes` takes.
    sizes : sequence of int
        Labeled passages per theme.
    folds : int

    Returns
    -------
    list of CurvePoint
        One for each size, in order.

    Raises
    ------
    ArgumentError
        If lengths differ, there are fewer documents than folds, or one is something else.
    """
    codebook = codebook_of(codebook)
    texts = arguments.texts("texts", texts)
    labels = arguments.values("labels", labels, "a list with the theme ids of each passage")
    groups = arguments.texts("groups", groups, "the names of the documents, one for each passage")
    least = "numbers of labeled passages, each 0 or more"
    sizes = [
        arguments.number(f"sizes[{n}]", size, 0, least)
        for n, size in enumerate(arguments.values("sizes", sizes, least))
    ]
    if not len(texts) == len(labels) == len(groups):
        raise ArgumentError("labels, groups", (len(labels), len(groups)), "as many as texts")
    documents = sorted(set(groups))
    if len(documents) < 2:
        raise ArgumentError("groups", documents, "the names of two documents or more")
    valid = f"between 2 and {len(documents)}, the documents"
    if arguments.number("folds", folds, 2, valid) > len(documents):
        raise ArgumentError("folds", folds, valid)
    random = np.random.default_rng(_SEED)
    random.shuffle(documents)
    fold_of = {document: i % folds for i, document in enumerate(documents)}
    fold = np.array([fold_of[group] for group in groups])
    Y = label_matrix(labels, codebook)
    pipeline = theme_pipeline(codebook)
    X = pipeline["tfidf"].transform(texts)
    order = random.permutation(len(texts))
    points = []
    for size in sizes:
        found, used = np.zeros_like(Y), 0
        for k in range(folds):
            rows = _few(Y, order[fold[order] != k], size)
            used += len(rows)
            model = clone(pipeline["themes"])
            model = model.fit(X[rows], Y[rows]) if rows else model.fit(X)
            found[fold == k] = model.predict(X[fold == k])
        points.append(CurvePoint(size, used / folds, *_f1(Y, found)))
    return points


def plot_learning_curve(curve: Sequence[CurvePoint], ax: Axes | None = None) -> Axes:
    """Draw a learning curve; without ``ax`` it needs matplotlib, which is installed apart.

    Parameters
    ----------
    curve : sequence of CurvePoint
    ax : Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    Axes

    Raises
    ------
    ArgumentError
        If ``curve`` is no learning curve.
    MissingPackageError
        If matplotlib is not installed.
    """
    curve = arguments.several("curve", curve, (CurvePoint,), "what learning_curve returns")
    if ax is None:
        try:
            from matplotlib import pyplot as plt
        except ModuleNotFoundError as error:
            raise MissingPackageError("plot_learning_curve", "matplotlib") from error
        _, ax = plt.subplots()
    sizes = [point.labels for point in curve]
    ax.plot(sizes, [point.micro for point in curve], marker="o", label="micro-F1")
    ax.plot(sizes, [point.macro for point in curve], marker="s", label="macro-F1")
    ax.set_xlabel("labeled passages per theme")
    ax.set_ylabel("F1 on other documents")
    ax.set_ylim(0, 1)
    ax.legend()
    return ax


def _few(Y: Any, order: Any, size: int) -> list[int]:
    """Take passages until every theme has its number, and as many without a theme as of one."""
    if not size:
        return []
    rows: list[int] = []
    have, silent = np.zeros(Y.shape[1], dtype=int), 0
    for i in order.tolist():
        wanted = (have[Y[i] > 0] < size).any() if Y[i].any() else silent < size
        if wanted:
            rows.append(i)
            have += Y[i]
            silent += not Y[i].any()
    return rows


def _f1(gold: Any, found: Any) -> tuple[float, float]:
    hits, sums = (gold & found).sum(axis=0), gold.sum(axis=0) + found.sum(axis=0)
    occurring = sums > 0  # as `metrics` counts them: found where nobody sees it is a miss
    each = 2 * hits[occurring] / sums[occurring]
    micro = 2 * hits.sum() / sums.sum() if sums.sum() else 0.0
    return float(micro), float(each.mean()) if len(each) else 0.0
