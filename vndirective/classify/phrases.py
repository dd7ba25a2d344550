"""The phrases of a codebook: how a seed is written, and finding phrases in a text.

Phrases are runs of syllables. They are found by one trie, whatever their number, in time that is
linear in the length of the text: a gap is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from vndirective.classify.grams import BREAK, syllables

__all__ = ["GAP", "PhraseTable", "outermost", "quoted", "spelled_out"]

#: What stands in a phrase for a few syllables of any kind.
GAP = "…"
_WIDEST_GAP = 6
_MOST_GAPS = 2
_MOST_PHRASES = 400
#: Text outside of parentheses, or a pair of them with what they hold.
_GROUPS = re.compile(r"([^()]+)|(\([^()]*\))")
#: A trie: syllables lead to nodes, the key that no syllable equals to the phrase that ends here.
_Node = dict[str, Any]
_END = ""


class PhraseTable:
    """Finds runs of syllables, fixed or with gaps.

    Parameters
    ----------
    phrases : iterable of str
        As :func:`spelled_out` returns them: folded syllables joined by spaces, with at most two
        gaps ("chậm … hồ sơ"), which up to six syllables each may fill but no punctuation.
    silent : collection of str
        Gapped phrases that hide what lies inside them, as fixed phrases do.
    """

    def __init__(self, phrases: Iterable[str], silent: Collection[str] = ()) -> None:
        self._root: _Node = {}
        self._silent = frozenset(silent)
        for phrase in sorted(set(phrases)):
            node = self._root
            for syllable in phrase.split():
                node = node.setdefault(syllable, {})
            node[_END] = phrase

    def find(self, sequence: Sequence[str]) -> list[tuple[str, int, int]]:
        """Return the phrases met, each with its first and past-the-end token.

        A fixed phrase inside a longer one is left out, and so is what lies inside a silent
        gapped one; phrases that merely overlap are all returned, and other gapped phrases
        neither hide nor are hidden.
        """
        fixed: list[tuple[str, int, int]] = []
        gapped: list[tuple[str, int, int]] = []
        reached, n = 0, len(sequence)
        for i, node in enumerate(map(self._root.get, sequence)):
            if node is None:
                continue
            longest, at = None, i + 1
            while True:
                # Seldom does any second part follow, and a set says so faster than a loop.
                if GAP in node and not (tails := node[GAP]).keys().isdisjoint(
                    sequence[at : at + _WIDEST_GAP + 1]
                ):
                    self._over_gap(sequence, tails, i, at, set(), gapped)
                if _END in node:
                    longest, end = node[_END], at
                if at == n or (node := node.get(sequence[at])) is None:
                    break
                at += 1
            if longest is not None and end > reached:
                fixed.append((longest, i, end))
                reached = end
        if not gapped:
            return fixed
        found = fixed + gapped
        hiding = outermost((i, j) for phrase, i, j in gapped if phrase in self._silent)
        if hiding:
            starts = [i for i, _ in hiding]

            def hidden(i: int, j: int) -> bool:
                k = bisect_right(starts, i) - 1  # of those that begin before it, it ends last
                return k >= 0 and j <= hiding[k][1] and hiding[k] != (i, j)

            found = [match for match in found if not hidden(*match[1:])]
        return sorted(found, key=lambda match: match[1:])

    @staticmethod
    def _over_gap(
        sequence: Sequence[str],
        tails: _Node,
        start: int,
        at: int,
        met: set[str],
        found: list[tuple[str, int, int]],
    ) -> None:
        """Add the phrases whose second part follows; of each, ``met`` once, the nearest."""
        n = len(sequence)
        for j in range(at, min(at + _WIDEST_GAP + 1, n)):
            syllable = sequence[j]
            if syllable == BREAK:
                return
            node, k = tails.get(syllable), j + 1
            while node is not None:
                if _END in node and (phrase := node[_END]) not in met:
                    met.add(phrase)
                    found.append((phrase, start, k))
                if GAP in node:
                    PhraseTable._over_gap(sequence, node[GAP], start, k, met, found)
                if k == n:
                    break
                node, k = node.get(sequence[k]), k + 1


def outermost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of some spans that stand inside no other, in order: starts and ends both rise.

    >>> outermost([(4, 6), (0, 3), (1, 3), (2, 5), (0, 3)])
    [(0, 3), (2, 5), (4, 6)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


_QUOTED = re.compile(r"[“\"«]([^”\"»]{1,200}+)[”\"»]")


def quoted(note: str | None) -> list[str]:
    """Return the phrases between quotation marks in the "out" note of a theme."""
    return _QUOTED.findall(note or "")


def spelled_out(seed: str) -> list[str]:
    """Return the phrases that a seed of a codebook stands for, folded.

    ``a|b`` are alternatives, also in parentheses and empty there; ``…`` is a gap.

    Raises
    ------
    ValueError
        If parentheses do not close or are nested, if there are more than two gaps or one without
        syllables on both sides, or if the seed stands for more than 400 phrases.

    >>> spelled_out("(chậm|để chậm) … hồ sơ|ngâm hồ sơ")
    ['chậm … hồ sơ', 'để chậm … hồ sơ', 'ngâm hồ sơ']
    """
    phrases: list[str] = []
    for choice in _split(seed):
        built = [""]
        for fixed, group in _GROUPS.findall(choice):
            options = group[1:-1].split("|") if group else [fixed]
            built = [head + option for head in built for option in options]
            if len(built) > _MOST_PHRASES:
                raise ValueError(f"stands for more than {_MOST_PHRASES} phrases")
        phrases += built
    if len(phrases) > _MOST_PHRASES:
        raise ValueError(f"stands for more than {_MOST_PHRASES} phrases")
    return list(dict.fromkeys(phrase for text in phrases if (phrase := _phrase(text))))


def _split(seed: str) -> list[str]:
    """Split a seed at the bars outside of parentheses."""
    depth, choices = 0, [""]
    for sign in seed:
        depth += (sign == "(") - (sign == ")")
        if not 0 <= depth <= 1:
            raise ValueError("parentheses that do not close, or stand inside others")
        if sign == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += sign
    if depth:
        raise ValueError("parentheses that do not close")
    return choices


def _phrase(text: str) -> str:
    parts = [" ".join(syllables(part)) for part in re.split(r"…|\.\.\.", text)]
    if len(parts) > _MOST_GAPS + 1 or (len(parts) > 1 and not all(parts)):
        raise ValueError(
            f"gaps stand between syllables, at most {_MOST_GAPS} of them, not as in {text.strip()!r}"
        )
    return f" {GAP} ".join(parts)
