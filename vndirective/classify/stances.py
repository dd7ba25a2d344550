"""What a sentence does with a theme: criticize, put off, call for more, praise.

The phrases are data, see ``lexicons/stances.json``.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from vndirective.classify.grams import BREAK, syllables
from vndirective.classify.phrases import PhraseTable, spelled_out
from vndirective.core.resources import lexicon

__all__ = ["Act", "does", "heaps", "may", "met"]

Act = Literal["criticizing", "diagnosing", "ruling", "deferring", "calling", "exalting"]


def does(act: Act, sentence: str) -> bool:
    """Say whether a sentence has a phrase of an act.

    >>> does("deferring", "Về kho thóc, xin được báo cáo ở dịp khác.")
    True
    """
    sequence = syllables(sentence)
    found = _table(act).find(sequence)
    return bool(found) and not all(_says_which(act, sequence, i, j) for _, i, j in found)


def may(act: Act, text: str) -> bool:
    """Say whether a text has one of the marks of an act, without which it has none of its phrases.

    >>> may("deferring", "Về kho thóc, xin phép chưa bàn."), may("deferring", "Kho thóc đã xây.")
    (True, False)
    """
    return any(mark in text for mark in _marks(act))


@cache
def _marks(act: Act) -> tuple[str, ...]:
    return tuple(lexicon("stances")[act]["marks"])


def met(act: Act, sequence: list[str]) -> list[tuple[int, int]]:
    """Return where the phrases of an act stand in a sequence of syllables, each half-open.

    >>> met("deferring", syllables("Về kho thóc, xin phép chưa bàn."))
    [(4, 8)]
    """
    return [(i, j) for _, i, j in _table(act).find(sequence)]


def heaps(act: Act, sentence: str) -> bool:
    """Say whether a sentence has two phrases of an act.

    >>> heaps("exalting", "Toàn ngành một lòng, khí thế sục sôi."), heaps("exalting", "Thiệt hại to lớn.")
    (True, False)
    """
    return len({phrase for phrase, _, _ in _table(act).find(syllables(sentence))}) > 1


def _says_which(act: Act, sequence: list[str], start: int, end: int) -> bool:
    """Tell whether a phrase says where or for whom something was done: "đã lắp ở các ấp chưa có …"."""
    return any(
        a <= start and end <= b and _done_before(act, sequence, a)
        for _, a, b in _table(act, "which").find(sequence)
    )


def _done_before(act: Act, sequence: list[str], at: int) -> bool:
    """Tell whether the clause says, before a place in it, that something was done."""
    before = sequence[:at]
    while BREAK in before:
        before = before[before.index(BREAK) + 1 :]
    return bool(_table(act, "done").find(before))


@cache
def _table(act: Act, kind: str = "phrases") -> PhraseTable:
    seeds = lexicon("stances")[act].get(kind, ())
    return PhraseTable(phrase for seed in seeds for phrase in spelled_out(seed))
