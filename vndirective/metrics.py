"""Measures over counts: F1, shares, κ, and their bootstrap intervals by document.

A document is scored into counts that add up over documents; a `Measure` says which counts make
a figure. So a figure over any set of documents, and of any resample of them, is one sum away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Measure", "Score", "iou", "match", "overlaps", "score"]

A = TypeVar("A")
B = TypeVar("B")
Offsets = tuple[int, int]

#: Resamples of the documents behind an interval, and the percentiles that bound it.
_BOOTSTRAP = 1000
_BOUNDS = (2.5, 97.5)


def iou(a: Offsets, b: Offsets) -> float:
    """Return the overlap of two spans as a share of their union.

    Examples
    --------
    >>> iou((0, 10), (5, 15))
    0.3333333333333333
    """
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def overlaps(a: Offsets, b: Offsets) -> bool:
    """Tell whether two spans share a character."""
    return min(a[1], b[1]) > max(a[0], b[0])


def match(
    gold: Sequence[A],
    found: Sequence[B],
    similarity: Callable[[A, B], float],
    least: float = 1e-9,
) -> list[tuple[int, int]]:
    """Pair two sequences one to one, the most similar first.

    Parameters
    ----------
    gold, found : sequence
    similarity : callable
        From one item of each to a number; 0 for what does not belong together.
    least : float
        Pairs below this similarity are none.

    Returns
    -------
    list of tuple of int
        Positions in both.
    """
    pairs = [
        (value, i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if (value := similarity(a, b)) >= least
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matched = []
    for _, i, j in pairs:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            matched.append((i, j))
    return sorted(matched)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, and the names of the counts it is made of.

    Attributes
    ----------
    name : str
    kind : str
        ``f1``: each part names counts of gold, found and hits; ``share``: hits and all;
        ``kappa``: both, gold only, found only, neither. Of several parts the mean is taken.
    parts : tuple of tuple of str
        The names of the counts.
    """

    name: str
    kind: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A figure with its interval, and what it was counted on.

    ``low`` and ``high`` bound the middle 95% of the bootstrap by document; all three are None
    where there was nothing to measure. ``gold`` counts what could be right, ``found`` what was
    found.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    gold: int
    found: int
    documents: int


def score(
    measures: Iterable[Measure],
    counts: Sequence[Mapping[str, float]],
    *,
    seed: int = 0,
) -> list[Score]:
    """Compute measures over documents.

    Parameters
    ----------
    measures : iterable of Measure
    counts : sequence of mapping of str to float
        The counts of each document; a missing one is 0.
    seed : int
        Of the resamples; the same seed gives the same intervals.

    Returns
    -------
    list of Score
        In the order of ``measures``.
    """
    import numpy as np

    measures = list(measures)
    names = sorted({name for measure in measures for part in measure.parts for name in part})
    column = {name: k for k, name in enumerate(names)}
    table = np.array([[row.get(name, 0.0) for name in names] for row in counts]).reshape(
        len(counts), len(names)
    )
    total = table.sum(axis=0, keepdims=True)
    resamples = _resample(table, seed) if len(counts) > 1 else total
    results = []
    for measure in measures:
        parts = [tuple(column[name] for name in part) for part in measure.parts]
        value = _value(measure.kind, parts, total)[0]
        # A document counts if it has anything that the measure is made of.
        used = sorted({k for part in parts for k in part})
        with_any = int((table[:, used].sum(axis=1) > 0).sum())
        low = high = None
        if with_any > 1 and not np.isnan(value):
            values = _value(measure.kind, parts, resamples)
            low, high = (float(x) for x in np.nanpercentile(values, _BOUNDS))
        gold, found = _sizes(measure.kind, parts, total[0])
        known = None if np.isnan(value) else float(value)
        results.append(Score(measure.name, known, low, high, gold, found, with_any))
    return results


def _resample(table: np.ndarray[Any, Any], seed: int) -> np.ndarray[Any, Any]:
    import numpy as np

    random = np.random.default_rng(seed)
    size = len(table)
    weights = random.multinomial(size, [1 / size] * size, size=_BOOTSTRAP)
    return np.asarray(weights @ table)


def _value(
    kind: str, parts: list[tuple[int, ...]], table: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    import numpy as np

    columns = [[table[:, k] for k in part] for part in parts]
    with np.errstate(divide="ignore", invalid="ignore"):
        if kind == "f1":
            values = [2 * hits / (gold + found) for gold, found, hits in columns]
        elif kind == "share":
            values = [hits / every for hits, every in columns]
        else:
            values = [_kappa(*four) for four in columns]
    stacked = np.array(values)
    known = ~np.isnan(stacked)
    counted = known.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(
            np.where(known, stacked, 0.0).sum(axis=0) / np.where(counted, counted, np.nan)
        )


def _kappa(
    both: np.ndarray[Any, Any],
    gold: np.ndarray[Any, Any],
    found: np.ndarray[Any, Any],
    neither: np.ndarray[Any, Any],
) -> np.ndarray[Any, Any]:
    """Cohen's kappa of one yes-or-no decision made by two."""
    import numpy as np

    n = both + gold + found + neither
    observed = (both + neither) / n
    yes = (both + gold) * (both + found) / n**2
    no = (found + neither) * (gold + neither) / n**2
    return np.asarray((observed - yes - no) / (1 - yes - no))


def _sizes(kind: str, parts: list[tuple[int, ...]], total: np.ndarray[Any, Any]) -> tuple[int, int]:
    if kind == "f1":
        return int(sum(total[p[0]] for p in parts)), int(sum(total[p[1]] for p in parts))
    if kind == "share":
        every = int(sum(total[p[1]] for p in parts))
        return every, every
    return (
        int(sum(total[p[0]] + total[p[1]] for p in parts)),
        int(sum(total[p[0]] + total[p[2]] for p in parts)),
    )
