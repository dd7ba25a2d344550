"""Tokens of a view, and tries over them: how phrases of the lexicons are found in one scan.

A token is a run of letters and digits, or one other character that is not white space. Rules
walk over tokens, so a phrase is found across a line wrap, in any case, and in linear time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, TypeVar

from vndirective.core.orthography import fold
from vndirective.core.patterns import compiled
from vndirective.core.view import View

__all__ = ["Tokens", "Trie", "token_keys", "tokens_of"]

_PATTERN = r"[^\W_]+|[^\w\s]|_"

T = TypeVar("T")


@dataclass(slots=True)
class Tokens:
    """The tokens of a view.

    Attributes
    ----------
    keys : list of str
        The folded tokens.
    starts, ends : list of int
        Code points in the view.
    text : str
        The view.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    text: str

    def capital(self, i: int) -> bool:
        """Tell whether token ``i`` starts with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def first_at(self, offset: int) -> int:
        """Return the index of the first token at or after a view offset."""
        return bisect_left(self.starts, offset)


def tokens_of(view: View) -> Tokens:
    """Split a view into tokens, once."""
    # Gaps and tokens by turns: their lengths add up to the offsets, without a loop of our own.
    parts = compiled(f"({_PATTERN})", 0).split(view.folded)
    offsets = list(accumulate(map(len, parts)))
    return Tokens(parts[1::2], offsets[0:-1:2], offsets[1::2], view.text)


def token_keys(phrase: str) -> list[str]:
    """Return the folded tokens of a phrase."""
    return compiled(_PATTERN, 0).findall(fold(phrase))


class Trie(dict[str, tuple[dict[str, Any], "T | None"]], Generic[T]):
    """Phrases over tokens, each with a value; the longest match wins.

    It is the dictionary of the tokens that phrases start with, so that ``key in trie`` is asked at
    every token at next to no cost, and :meth:`match` only where a phrase may start.

    Parameters
    ----------
    entries : iterable of (str, T)
        Phrase and value; of two equal phrases the first counts.
    """

    __slots__ = ()

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        super().__init__()
        for phrase, value in entries:
            node: dict[str, tuple[dict[str, Any], T | None]] = self
            keys = token_keys(phrase)
            for key in keys[:-1]:
                node = node.setdefault(key, ({}, None))[0]
            children, old = node.get(keys[-1], ({}, None))
            node[keys[-1]] = (children, value if old is None else old)

    @property
    def first(self) -> frozenset[str]:
        """The tokens that a phrase can start with."""
        return frozenset(self)

    def openings(self) -> Iterator[tuple[str, str | None]]:
        """Yield the first two tokens of each phrase; None as the second of a single token."""
        for first, (children, value) in self.items():
            yield from ((first, second) for second in children)
            if value is not None:
                yield first, None

    def match(self, tokens: Tokens, at: int) -> tuple[int, T] | None:
        """Return the index after the longest phrase that starts at token ``at``, and its value."""
        keys = tokens.keys
        try:
            found = self.get(keys[at])  # nearly always nothing: phrases are rare
        except IndexError:
            return None
        if found is None:
            return None
        node, value = found
        best: tuple[int, T] | None = None if value is None else (at + 1, value)
        for i in range(at + 1, len(keys)):
            found = node.get(keys[i])
            if found is None:
                break
            node, value = found
            if value is not None:
                best = (i + 1, value)
        return best
