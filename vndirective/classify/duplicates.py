"""Passages that two papers share, found by MinHash in near-linear time.

Each passage is the set of its runs of four syllables. Sets that agree in one band of their
signatures are compared by the whole of them, and exactly if that looks like a copy; everything else is
never looked at.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vndirective.classify.grams import BREAK, syllables
from vndirective.core.orthography import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Runs = NDArray[np.uint32]

__all__ = ["letters_of", "near_duplicates"]

_RUN = 4
#: Shorter passages repeat each other by chance: formulas of politeness, headings.
_FEWEST_RUNS = 12
#: 48 bands of 2 rows find a pair of similarity 0.25 with probability 0.955, of 0.4 with 0.9998, and many others by chance.
_BANDS, _ROWS = 48, 2
#: Each syllable that is changed takes four runs: with one in ten of them changed a copy is left with the
#: first. Paragraphs of so many runs do not come to the second by their formulas alone.
_SIMILAR, _LONG_SIMILAR, _LONG = 0.4, 0.25, 40
#: From this share of equal numbers in two signatures on, two sets are compared exactly.
_LIKELY = 0.16
_SEED = 24
#: How many numbers of a set are mixed at once: a passage may be a whole book.
_CHUNK = 4096


def letters_of(text: str) -> str:
    """Return what is the same in two files that hold one document, be it in other formats."""
    return "".join(filter(str.isalnum, fold(text)))


def near_duplicates(passages: Sequence[tuple[str, str]]) -> list[tuple[int, int, float]]:
    """Find near-duplicate passages of different papers.

    Parameters
    ----------
    passages : sequence of (paper, text)
        In the order of the papers.

    Returns
    -------
    list of (int, int, float)
        Earlier and later passage and their Jaccard similarity, at least 0.25 for paragraphs and 0.4
        for what is shorter; sorted. Of many
        copies of one passage each is paired with an earlier one, not with every other.
    """
    import numpy as np

    places, runs = [], []
    for i, (_, text) in enumerate(passages):
        found = _runs(text)
        if len(found) >= _FEWEST_RUNS:
            places.append(i)
            runs.append(found)
    known: dict[tuple[int, int], float] = {}
    signatures = _signatures(runs)
    for band in range(0, _BANDS * _ROWS, _ROWS):
        rows = np.ascontiguousarray(signatures[:, band : band + _ROWS]).view(np.uint64).ravel()
        _, first, group = np.unique(rows, return_index=True, return_inverse=True)
        earlier = first[group]
        later = np.flatnonzero(earlier != np.arange(len(earlier)))
        alike = (signatures[later] == signatures[earlier[later]]).mean(axis=1)
        for b in later[alike >= _LIKELY].tolist():
            a = int(earlier[b])
            if (a, b) not in known and passages[places[a]][0] != passages[places[b]][0]:
                shared = len(np.intersect1d(runs[a], runs[b], assume_unique=True))
                known[a, b] = shared / (len(runs[a]) + len(runs[b]) - shared)
    return sorted(
        (places[a], places[b], round(similar, 3))
        for (a, b), similar in known.items()
        if similar >= (_LONG_SIMILAR if min(len(runs[a]), len(runs[b])) >= _LONG else _SIMILAR)
    )


def _runs(text: str) -> Runs:
    """Return the runs of a passage as different numbers in order, four bytes each."""
    import numpy as np

    words = [s for s in syllables(text) if s != BREAK]
    # zlib.crc32 rather than hash(): that one differs between processes.
    found = {
        zlib.crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(len(words) - _RUN + 1)
    }
    return np.fromiter(sorted(found), dtype=np.uint32, count=len(found))


def _signatures(sets: Sequence[Runs]) -> Runs:
    """Return a row for each set: of each of its numbers, mixed in many ways, the least."""
    import numpy as np

    random = np.random.default_rng(_SEED)
    size = _BANDS * _ROWS
    # Products wrap at 2**64: with odd 64-bit factors that is a permutation of the integers.
    factors = random.integers(0, 1 << 63, size=size, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    shifts = random.integers(0, 1 << 63, size=size, dtype=np.uint64)
    signatures = np.empty((len(sets), size), dtype=np.uint32)
    for place, members in enumerate(sets):
        least = np.full(size, np.iinfo(np.uint64).max, dtype=np.uint64)
        for at in range(0, len(members), _CHUNK):
            hashed = members[at : at + _CHUNK].astype(np.uint64)[:, None] * factors + shifts
            np.minimum(least, hashed.min(axis=0), out=least)
        signatures[place] = least >> np.uint64(32)
    return signatures
