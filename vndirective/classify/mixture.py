"""Which task each passage of many papers speaks of, when they say it in words of their own.

Papers seldom repeat the words of a directive, but those on one task share words with each other. A
mixture of one source of words for each task and one for all else learns them: naive Bayes, fitted by
expectation and maximization from a start that knows the tasks (Nigam et al., Text Classification
from Labeled and Unlabeled Documents using EM, Machine Learning 39, 2000).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

__all__ = ["Mixture", "in_context", "mixture", "shares"]

Matrix = NDArray[np.float64]
#: How much a passage is lent by its neighbors and by its whole paper. Where only the words of a directive tell, few
#: passages have one and much is lent; with the words that are learned most passages speak for themselves.
_AROUND, _LEARNED_AROUND = (0.3, 0.2), (0.1, 0.1)
_ROUNDS = 5
#: What is known before; what is learned weighs the rest of 1.
_KEPT = 0.2
#: What is added to the count of a word in each source, on average: in proportion to how often it is said at all,
#: so that it tells nothing of a task that nobody speaks of. And how much a passage's words count: not as if each
#: were said for itself.
_SMOOTH, _TEMPER = 0.2, 0.8
_SURE = 20.0


class Mixture(NamedTuple):
    """Attributes
    ----------
    shares : ndarray of shape (n_passages, n_tasks)
        How likely a passage speaks of each task; what is left to 1 is that it speaks of none.
    told : ndarray of shape (n_tasks, n_words)
        How much each word tells of each task, in log-odds against all passages.
    """

    shares: Matrix
    told: Matrix


def shares(odds: Matrix) -> Matrix:
    """Turn log-odds against speaking of none into shares that sum to less than 1."""
    grown = np.exp(np.clip(odds, -_SURE, _SURE))
    result: Matrix = grown / (1 + grown.sum(axis=1, keepdims=True))
    return result


def in_context(
    odds: Matrix, papers: NDArray[np.intp], lent: tuple[float, float] = _AROUND
) -> Matrix:
    """Add to each passage what its neighbors and its paper say.

    Parameters
    ----------
    odds : ndarray of shape (n_passages, n_tasks)
    papers : ndarray of shape (n_passages,)
        The number of the paper of each passage, from 0 on, in order.
    lent : tuple of float
        How much the neighbors of a passage say, and how much the whole paper does.

    Returns
    -------
    ndarray of shape (n_passages, n_tasks)
    """
    by_neighbors, by_paper = lent
    together = papers[1:] == papers[:-1]
    around = np.zeros_like(odds)
    around[1:][together] += odds[:-1][together]
    around[:-1][together] += odds[1:][together]
    neighbors = np.zeros(len(odds))
    neighbors[1:] += together
    neighbors[:-1] += together
    of_paper = sparse.csr_matrix(
        (np.ones(len(papers)), (papers, np.arange(len(papers)))),
        shape=(int(papers.max(initial=-1)) + 1, len(papers)),
    )
    sums, sizes = of_paper @ odds, np.bincount(papers, minlength=of_paper.shape[0])
    means = sums / np.maximum(sizes, 1)[:, None]
    result: Matrix = odds + by_neighbors * around / np.maximum(neighbors, 1)[:, None]
    result += by_paper * means[papers]
    return result


def mixture(
    counts: sparse.csr_matrix,
    odds: Matrix,
    papers: NDArray[np.intp],
    teaching: Matrix | None = None,
) -> Mixture:
    """Fit the mixture.

    Parameters
    ----------
    counts : csr_matrix of shape (n_passages, n_words)
        How often a passage has each word.
    odds : ndarray of shape (n_passages, n_tasks)
        What is known before, in its context: log-odds of each task against none.
    papers : ndarray of shape (n_passages,)
        The number of the paper of each passage, from 0 on, in order.
    teaching : ndarray of shape (n_passages,), optional
        How much the words of each passage count where they are learned; without it, each counts 1.

    Returns
    -------
    Mixture
    """
    found = shares(odds)
    taught = counts if teaching is None else (sparse.diags(teaching) @ counts).tocsr()
    lengths = np.sqrt(np.maximum(np.asarray(counts.sum(axis=1)), 1))
    everywhere = np.asarray(counts.sum(axis=0)).ravel() + _SMOOTH
    everywhere /= everywhere.sum()
    added = _SMOOTH * counts.shape[1] * everywhere
    told = np.zeros((odds.shape[1], counts.shape[1]))
    for _ in range(_ROUNDS):
        said = (taught.T @ found).T + added
        told = np.log(said / said.sum(axis=1, keepdims=True) / everywhere)
        learned = (counts @ told.T) / lengths * _TEMPER
        found = shares(in_context(_KEPT * odds + (1 - _KEPT) * learned, papers, _LEARNED_AROUND))
    return Mixture(found, told)
