"""Passages that two papers share, found by MinHash in near-linear time.

Each passage is the set of its runs of four syllables. Sets that agree in one band of their
signatures are compared exactly; everything else is never looked at.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from vndirective.classify.grams import BREAK, syllables

__all__ = ["near_duplicates"]

_RUN = 4
#: Shorter passages repeat each other by chance: formulas of politeness, headings.
_FEWEST_RUNS = 12
#: 16 bands of 4 rows find a pair of similarity 0.6 with probability 0.89, of 0.8 with 0.9998.
_BANDS, _ROWS = 16, 4
_SIMILAR = 0.6
_SEED = 24


def near_duplicates(passages: Sequence[tuple[str, str]]) -> list[tuple[int, int, float]]:
    """Find near-duplicate passages of different papers.

    Parameters
    ----------
    passages : sequence of (paper, text)
        In the order of the papers.

    Returns
    -------
    list of (int, int, float)
        Earlier and later passage and their Jaccard similarity, at least 0.6; sorted. Of many
        copies of one passage each is paired with an earlier one, not with every other.
    """
    runs = {
        i: found
        for i, (_, text) in enumerate(passages)
        if len(found := _runs(text)) >= _FEWEST_RUNS
    }
    pairs: dict[tuple[int, int], float] = {}
    first: dict[tuple[int, tuple[int, ...]], int] = {}
    for i, bands in zip(runs, _signatures(list(runs.values())), strict=True):
        for band in enumerate(bands):
            earlier = first.setdefault(band, i)
            pair = (earlier, i)
            if passages[earlier][0] == passages[i][0] or pair in pairs:
                continue
            pairs[pair] = len(runs[earlier] & runs[i]) / len(runs[earlier] | runs[i])
    return sorted((a, b, round(s, 3)) for (a, b), s in pairs.items() if s >= _SIMILAR)


def _runs(text: str) -> set[int]:
    words = [s for s in syllables(text) if s != BREAK]
    # zlib.crc32 rather than hash(): that one differs between processes.
    return {
        zlib.crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(len(words) - _RUN + 1)
    }


def _signatures(sets: list[set[int]]) -> list[list[tuple[int, ...]]]:
    import numpy as np

    random = np.random.default_rng(_SEED)
    size = _BANDS * _ROWS
    # Products wrap at 2**64: with odd 64-bit factors that is a permutation of the integers.
    factors = random.integers(0, 1 << 63, size=size, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    shifts = random.integers(0, 1 << 63, size=size, dtype=np.uint64)
    signatures: list[list[tuple[int, ...]]] = []
    for members in sets:
        values = np.fromiter(members, dtype=np.uint64, count=len(members))
        hashed: Any = values[:, None] * factors + shifts
        rows = hashed.min(axis=0).reshape(_BANDS, _ROWS).tolist()
        signatures.append([tuple(row) for row in rows])
    return signatures
