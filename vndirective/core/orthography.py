"""Vietnamese spelling variants, unified for matching only; a text is never rewritten.

The two habits of placing the tone mark (hoà/hòa, thuý/thúy) differ only where an open syllable
ends in *oa*, *oe* or *uy*; Quyết định 1989/QĐ-BGDĐT (2018) prefers the older placement, which is
taken as the key. After *q*, *u* belongs to the onset, so *quý* has one spelling.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_TONES = {
    "oa": ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
    "oe": ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
    "uy": ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
}
_KEY = {
    new: old
    for news, olds in _TONES.values()
    for new, old in zip(news.split(), olds.split(), strict=True)
}
_OPEN = re.compile("(?<!q)(" + "|".join(_KEY) + r")(?!\w)")


def fold(text: str) -> str:
    """Return the matching key of a text: NFC, lower case, one placement of tone marks.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Not aligned with the input where that was decomposed; of the same length otherwise
        (``İ`` and a few other letters without a one-letter lower case excepted).

    Examples
    --------
    >>> fold("Hoà Bình") == fold("HÒA BÌNH")
    True
    """
    low = unicodedata.normalize("NFC", text).lower()
    return _OPEN.sub(lambda m: _KEY[m[1]], low)
