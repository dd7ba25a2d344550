"""Tokens of a view, and tries over them: how phrases of the lexicons are found in one scan.

A token is a run of letters and digits, or one other character that is not white space. Rules
walk over tokens, so a phrase is found across a line wrap, in any case, and in linear time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import Any, Generic, TypeVar

from vndirective.core.orthography import fold
from vndirective.core.patterns import compiled
from vndirective.core.view import View

__all__ = ["Places", "Tables", "Tokens", "Trie", "token_keys", "tokens_of"]

_PATTERN = r"[^\W_]+|[^\w\s]|_"
#: The same for a text without "_", as nearly every one is: faster.
_PLAIN = r"\w+|\S"

T = TypeVar("T")

#: Where phrases stand in a text: by the first token of each the token after it, and its value.
Places = dict[int, tuple[int, T]]


@dataclass
class Tokens:
    """The tokens of a view.

    Attributes
    ----------
    keys : list of str
        The folded tokens.
    starts, ends : list of int
        Code points in the view.
    gaps : list of str
        The white space before each token.
    capitals : list of bool
        Whether each token starts with a capital letter.
    text, folded : str
        The view, as it is and as a matching key.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    capitals: list[bool]
    text: str
    folded: str

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each folded token stands, in order."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for i, key in enumerate(self.keys):
            places[key].append(i)
        return places

    @cached_property
    def following(self) -> list[str]:
        """The folded token behind each token, nothing behind the last."""
        return [*self.keys[1:], ""]

    def where(self, words: Set[str]) -> list[int]:
        """Return the tokens that are one of some words, in order."""
        places = self.places
        return sorted(chain.from_iterable([places[word] for word in places.keys() & words]))

    def find(self, tables: Tables) -> dict[str, Places[Any]]:
        """Find all phrases of several tries, by the name of each: what `Trie.match` returns, where."""
        places, following, tries = self.places, self.following, tables.tries
        found: dict[str, Places[Any]] = {name: {} for name in tries}
        for word in places.keys() & tables.openings.keys():
            values, seconds = tables.openings[word]
            for name, value in values:
                found[name].update({i: (i + 1, value) for i in places[word]})
            # most words that open a phrase of one of the tries go on in another way
            for i in [i for i in places[word] if following[i] in seconds] if seconds else ():
                for name, longer, value in seconds[following[i]]:
                    if longer and following[i + 1] in longer:
                        if (match := tries[name].match(self, i)) is not None:
                            found[name][i] = match
                    elif value is not None:
                        found[name][i] = (i + 2, value)
        return found

    def first_at(self, offset: int) -> int:
        """Return the index of the first token at or after a view offset."""
        return bisect_left(self.starts, offset)


def tokens_of(view: View) -> Tokens:
    """Split a view into tokens, once."""
    # Gaps and tokens by turns: their lengths add up to the offsets, without a loop of our own.
    folded = view.folded
    parts = compiled(f"({_PATTERN if '_' in folded else _PLAIN})", 0).split(folded)
    offsets = list(accumulate(map(len, parts)))
    starts, text = offsets[0:-1:2], view.text
    capitals = [text[start].isupper() for start in starts]
    return Tokens(parts[1::2], starts, offsets[1::2], parts[0:-1:2], capitals, text, folded)


def token_keys(phrase: str) -> list[str]:
    """Return the folded tokens of a phrase."""
    return compiled(_PATTERN, 0).findall(fold(phrase))


def _with_either_dash(entries: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Add to phrases with a hyphen between words how they stand with a dash: "chính trị – xã hội"."""
    for phrase, value in entries:
        yield phrase, value
        if " - " in phrase:
            yield phrase.replace(" - ", " – "), value


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
        for phrase, value in _with_either_dash(entries):
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
        at += 1
        best: tuple[int, T] | None = None if value is None else (at, value)
        size = len(keys)
        while node and at < size and (found := node.get(keys[at])) is not None:
            node, value = found
            at += 1
            if value is not None:
                best = (at, value)
        return best


class Tables:
    """Several tries, for `Tokens.find`, which looks at a word once for all of them.

    Attributes
    ----------
    tries : mapping of str to Trie
    openings : dict
        By each word that a phrase opens with: the tries that hold it alone, with its values; and by
        the word behind it the tries that go on so, with their values where two words are all.
    """

    __slots__ = ("openings", "tries")

    def __init__(self, tries: Mapping[str, Trie[Any]]) -> None:
        self.tries = tries
        self.openings: dict[
            str, tuple[list[tuple[str, Any]], dict[str, list[tuple[str, Set[str], Any]]]]
        ] = {}
        for name, trie in tries.items():
            for word, (children, alone) in trie.items():
                values, seconds = self.openings.setdefault(word, ([], {}))
                if alone is not None:
                    values.append((name, alone))
                for second, (longer, value) in children.items():
                    seconds.setdefault(second, []).append((name, longer.keys(), value))
