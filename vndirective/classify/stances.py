"""What a sentence does with a theme: criticize, put off, call for more.

The phrases are data, see ``lexicons/stances.json``.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from vndirective.classify.grams import syllables
from vndirective.classify.phrases import PhraseTable, spelled_out
from vndirective.core.resources import lexicon

__all__ = ["Act", "does"]

Act = Literal["criticizing", "diagnosing", "ruling", "deferring", "calling"]


def does(act: Act, sentence: str) -> bool:
    """Say whether a sentence has a phrase of an act.

    >>> does("deferring", "Về kho thóc, xin được báo cáo ở dịp khác.")
    True
    """
    return bool(_table(act).find(syllables(sentence)))


@cache
def _table(act: Act) -> PhraseTable:
    return PhraseTable(p for seed in lexicon("stances")[act]["phrases"] for p in spelled_out(seed))
