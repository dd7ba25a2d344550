"""In what words people speak of the matters that a directive names.

A directive says "nguồn nước chữa cháy", who speaks of it says that the engine did not get through the
lane. The matters are data, ``lexicons/matters.json``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache

from vndirective.classify.grams import syllables
from vndirective.classify.phrases import PhraseTable
from vndirective.core.resources import lexicon

__all__ = ["named_in", "on_other_matters", "spoken_of"]

#: A task is on so many matters, those of which it has the most terms; one in its label counts as so many more.
_MOST, _LABEL = 2, 2
#: Who uses so many terms of one matter, and whose terms hardly ever, to such a share, belong to those that he was
#: asked about, speaks of that one.
_SEVERAL, _SHARED = 3, 0.06


def spoken_of(label: str, text: str) -> tuple[str, ...]:
    """Return the words in which people speak of what a task is about.

    Parameters
    ----------
    label, text : str
        Of the task.

    Returns
    -------
    tuple of str
        The terms of the matters that are named there; none where none is.

    >>> "trụ nước" in spoken_of("Đường và nguồn nước chữa cháy", "Rà soát nguồn nước chữa cháy.")
    True
    """
    of, table = _terms("named")
    met: Counter[int] = Counter()
    for part, weight in ((label, _LABEL), (text, 1)):
        for phrase in {phrase for phrase, _, _ in table.find(syllables(part))}:
            met.update(dict.fromkeys(of[phrase], weight))
    matters = lexicon("matters")["matters"]
    # of equal ones the first in the lexicon: the result does not hang on the order of a set
    best = sorted(met, key=lambda n: (-met[n], n))[:_MOST]
    terms = (term for n in best for kind in ("named", "spoken") for term in matters[n][kind])
    return tuple(dict.fromkeys(terms))


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the terms of every matter that texts name, as folded syllables."""
    of, table = _terms("named")
    met = {n for text in texts for phrase, _, _ in table.find(syllables(text)) for n in of[phrase]}
    matters = lexicon("matters")["matters"]
    terms = (term for n in met for kind in ("named", "spoken") for term in matters[n][kind])
    return frozenset(" ".join(syllables(term)) for term in terms)


def on_other_matters(texts: Iterable[str], known: Collection[str]) -> bool:
    """Tell whether a paper speaks of a matter that a directive does not name.

    Parameters
    ----------
    texts : iterable of str
        Its passages.
    known : collection of str
        The terms of the directive's own matters, as :func:`named_in` returns them.
    """
    of, table = _terms("named", "spoken")
    met = {phrase for text in texts for phrase, _, _ in table.find(syllables(text))}
    others = Counter(n for phrase in met - set(known) for n in of[phrase])
    shared = sum(phrase in known for phrase in met)
    return max(others.values(), default=0) >= _SEVERAL and shared <= _SHARED * len(met)


@cache
def _terms(*kinds: str) -> tuple[dict[str, list[int]], PhraseTable]:
    """Return in which matters each term stands, and where to find the terms in a text."""
    of: dict[str, list[int]] = defaultdict(list)
    for n, matter in enumerate(lexicon("matters")["matters"]):
        for kind in kinds:
            for term in matter[kind]:
                of[" ".join(syllables(term))].append(n)
    return dict(of), PhraseTable(of)
