"""Which language a text is in that is not Vietnamese with its marks; for messages only."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from vndirective.core.resources import lexicon

__all__ = ["foreign_language"]

#: So many code points tell the language.
_SAMPLE = 20_000


def foreign_language(text: str) -> str:
    """Name the language of a text that is not Vietnamese, as far as script and words tell.

    >>> foreign_language("The harvest festival of the village")
    'English'
    """
    known = lexicon("languages")
    letters = [sign for sign in text[:_SAMPLE] if sign.isalpha()]
    scripts = Counter(unicodedata.name(sign, "").split(" ")[0].split("-")[0] for sign in letters)
    for script, n in scripts.most_common(2):
        if script in known["scripts"] and 4 * n > len(letters):
            return str(known["scripts"][script])
    words = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower()))
    hits = {name: sum(words[w] for w in few) for name, few in known["words"].items()}
    best = max(hits, key=lambda name: hits[name])
    return str(best) if 10 * hits[best] >= sum(words.values()) > 0 else "which one is not clear"
