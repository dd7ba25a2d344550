"""Vietnamese spelling variants, unified for matching only; a text is never rewritten.

The two habits of placing the tone mark (hoà/hòa, thuý/thúy) differ only where an open syllable
ends in *oa*, *oe* or *uy*; Quyết định 1989/QĐ-BGDĐT (2018) prefers the older placement, which is
taken as the key. After *q*, *u* belongs to the onset, so the tone of *quý* has one place. That *i*
and *y* both end some syllables (lí/lý, kĩ/kỹ, quí/quý, sĩ/sỹ) is free in the same rules; the usual
one is the key.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from math import ceil

__all__ = ["fold", "fold_composed", "is_vietnamese", "without_marks"]

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
# It opens with a plain set of characters, for which the search is fast.
_OPEN = re.compile(
    "[{}](?<!q.)[{}](?!\\w)".format(
        *("".join(sorted(set(part))) for part in zip(*_KEY, strict=True))
    )
)
#: Syllables that end in *i* or *y* as one likes, as they are less usual, and the usual vowel.
_FREE = ("lí", "kí", "quí", "kì", "kĩ", "mĩ", "quĩ", "tỉ", "sỹ")
_USUAL = {"í": "ý", "ì": "ỳ", "ĩ": "ỹ", "ỉ": "ỷ", "ỹ": "ĩ"}
# It opens with vowels that are rare, for which the search is fast.
_EITHER = re.compile(
    "[{}](?:{})(?!\\w)".format("".join(_USUAL), "|".join(rf"(?<=\b{s})" for s in _FREE))
)


def fold(text: str) -> str:
    """Return the matching key of a text: NFC, lower case, one placement of tone marks, one *i* or *y*.

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
    >>> fold("Hoà Bình") == fold("HÒA BÌNH"), fold("Xử lí") == fold("xử lý")
    (True, True)
    """
    return fold_composed(unicodedata.normalize("NFC", text))


def fold_composed(text: str) -> str:
    """Fold a text whose letters are composed already, as those of a view are."""
    key = _OPEN.sub(lambda m: _KEY.get(m[0], m[0]), text.lower())
    return _EITHER.sub(lambda m: _USUAL[m[0]], key)


def without_marks(text: str) -> str:
    """Return a text without the marks of its letters, in lower case.

    Examples
    --------
    >>> without_marks("Hướng dẫn") == without_marks("HUONG DẪN")
    True
    """
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")


#: Letters that Vietnamese has and other languages in Latin script have not, and their least share.
_MARKED = re.compile("[ăđơưạ-ỹ]")
_LEAST_SHARE = 0.04
#: How much of a text tells its language, in characters.
_ENOUGH = 10_000


def is_vietnamese(text: str) -> bool:
    """Tell Vietnamese written with its marks from anything else, by the share of its letters.

    Examples
    --------
    >>> is_vietnamese("Rà soát hồ sơ của các phường"), is_vietnamese("Review the files")
    (True, False)
    """
    text = text[:_ENOUGH]
    marked = _MARKED.finditer(fold(text))
    if next(islice(marked, ceil(_LEAST_SHARE * len(text)), None), None) is not None:
        return True  # as nearly always: of the letters alone it is a greater share still
    letters = sum(map(str.isalpha, text))
    return bool(letters) and len(_MARKED.findall(fold(text))) >= _LEAST_SHARE * letters
