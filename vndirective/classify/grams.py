"""Syllables and their 1-2-grams, and how common they are in off-topic text.

Everything is matched on syllables rather than words: a Vietnamese compound is a fixed run of
syllables, so a pair of neighbors finds it without a word segmenter.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from vndirective.core.cleaning import INVISIBLE
from vndirective.core.orthography import fold
from vndirective.core.resources import lexicon, package_bytes
from vndirective.core.store import load_store, unpack_words

__all__ = [
    "BREAK",
    "Background",
    "Counts",
    "Token",
    "background",
    "common_words",
    "grams",
    "paragraphs",
    "syllables",
    "tokens",
    "without_unseen",
]

#: A folded syllable and where it stands: text, start, end (code points, half-open).
Token = tuple[str, int, int]
#: The token that stands for clause punctuation or an empty line; no 2-gram crosses it.
BREAK = "|"
#: Combining marks belong to the syllable, so that a decomposed text has the same syllables.
_TOKEN = re.compile(r"[\w\u0300-\u036f]+|[.,;:!?…()\[\]]|\n(?=[ \t]*\n)")
#: Soft hyphens and their like, which stand inside words: "lu\u00adật" is "luật". The pattern is a plain set of
#: characters, for which the search is fast: hardly any text has them.
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_VOWEL = re.compile(r"[^\W\d_b-df-hj-np-tv-xzđ]")
_BREAKS = dict.fromkeys(".,;:!?…()[]\n", BREAK)


def tokens(text: str) -> list[Token]:
    """Split a text into folded syllables and breaks.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (str, int, int)
        Offsets into ``text``.
    """
    seen = without_unseen(text)
    found = [(_BREAKS.get(m[0]) or fold(m[0]), m.start(), m.end()) for m in _TOKEN.finditer(seen)]
    if len(seen) < len(text):
        at: list[int] = []  # where the characters that are seen stand
        last = 0
        for hidden in _UNSEEN.finditer(text):
            at += range(last, hidden.start())
            last = hidden.end()
        at += range(last, len(text))
        found = [(token, at[a], at[b - 1] + 1) for token, a, b in found]
    short = _short()
    if short.keys().isdisjoint(token for token, _, _ in found):
        return found
    return [(part, a, b) for token, a, b in found for part in short.get(token, (token,))]


def syllables(text: str) -> list[str]:
    """Return the folded syllables and breaks of a text, the first parts of :func:`tokens`.

    Without offsets to keep, the text is folded at one go.

    >>> syllables("Kỷ cương, kỷ luật")
    ['kỷ', 'cương', '|', 'kỷ', 'luật']
    >>> syllables("giảm TTHC")
    ['giảm', 'thủ', 'tục', 'hành', 'chính']
    """
    said = _TOKEN.findall(fold(without_unseen(text)))
    found: list[Any] = list(map(_BREAKS.get, said, said))
    short = _short()
    if short.keys().isdisjoint(found):
        return found
    return [part for token in found for part in short.get(token, (token,))]


def without_unseen(text: str) -> str:
    """Return a text without the characters that cannot be seen, as soft hyphens are."""
    return _UNSEEN.sub("", text)


@cache
def _short() -> dict[str, tuple[str, ...]]:
    """Return what abbreviations stand for; what is written so is matched as if it were spelled out."""
    return {
        fold(short): tuple(_BREAKS.get(token, token) for token in _TOKEN.findall(fold(full)))
        for short, full in lexicon("common_words")["short"].items()
    }


def grams(sequence: Sequence[str]) -> list[str]:
    """Return the 1-2-grams of a sequence of syllables.

    Breaks and syllables with digits are left out, and no pair reaches over them: a number says
    nothing about a theme.
    """
    found: list[str] = []
    before: str | None = None
    for syllable in sequence:
        if syllable == BREAK or not syllable.isalpha():
            before = None
            continue
        found.append(syllable)
        if before is not None:
            found.append(f"{before} {syllable}")
        before = syllable
    return found


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many of a number of passages each 1-2-gram occurs."""

    passages: int
    frequency: dict[str, int]


@dataclass(frozen=True, slots=True)
class Background:
    """How common 1-2-grams are.

    Attributes
    ----------
    genre : Counts
        Over every shipped text: what administrative prose always says weighs little.
    off_topic : Counts
        Over texts that speak to no theme: what even they say does not tell a theme.
    texts : tuple of str
        The off-topic passages themselves.
    """

    genre: Counts
    off_topic: Counts
    texts: tuple[str, ...]

    def idf(self, gram: str) -> float:
        """Return the smoothed inverse document frequency in the genre, at least 1."""
        counts = self.genre
        return math.log((1 + counts.passages) / (1 + counts.frequency.get(gram, 0))) + 1

    def rarity(self, common: int) -> float:
        """Say how rare is what so many off-topic passages have: from 1, none, to 0, all."""
        return 1 - math.log(1 + common) / math.log(1 + self.off_topic.passages)

    def keyness(self, phrase: str, common: int | None = None) -> float:
        """Say how telling a phrase is: 1 if off-topic text never has it, 0 if every passage has.

        ``common`` is in how many off-topic passages the phrase was found; without it, a phrase
        is taken to be as common as its rarest pair of syllables. A lone syllable is ambiguous
        and counts half, unless it can be no word: an abbreviation without vowels.
        """
        found = grams(phrase.split())
        if not found:
            return 0.0
        pairs = [gram for gram in found if " " in gram]
        if common is None:
            common = min(self.off_topic.frequency.get(gram, 0) for gram in pairs or found)
        rarity = self.rarity(common)
        return rarity if pairs or not _VOWEL.search(phrase) else rarity / 2


@cache
def background() -> Background:
    """Load the shipped background once.

    Raises
    ------
    ResourceError
        If a model or corpus file is missing or damaged.
    """
    store = load_store("vndirective.models", "background")
    words = unpack_words(store.arrays["grams"])
    texts = (
        package_bytes("vndirective.corpora", f"background/{name}").decode("utf-8")
        for name in store.meta["off_topic_texts"]
    )

    def counts(name: str) -> Counts:
        column = store.arrays[name].tolist()
        known = {word: n for word, n in zip(words, column, strict=True) if n}
        return Counts(int(store.meta[f"{name}_passages"]), known)

    return Background(
        counts("genre"),
        counts("off_topic"),
        tuple(part for text in texts for part in paragraphs(text)),
    )


@cache
def common_words(kind: str) -> frozenset[str]:
    """Return the words that stand in every directive, see ``lexicons/common_words.json``."""
    return frozenset(" ".join(syllables(word)) for word in lexicon("common_words")[kind])


def paragraphs(text: str) -> list[str]:
    """Split a text at its empty lines."""
    return [part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
