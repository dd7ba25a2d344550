"""The tokens of a text with the vocabulary of actors, and what a mention is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from vndirective.core.tokens import Tokens
from vndirective.extract.actors.agencies import Agency
from vndirective.extract.actors.lexicon import FoundNames, actor_lexicon
from vndirective.extract.cues import cues

__all__ = ["BULLETS", "Mention", "Scan"]

BULLETS = ("-", "+", "–")
#: How many tokens before and behind a text may be asked for.
_OUTSIDE = 64


class Mention(NamedTuple):
    """One actor in view offsets, and in tokens ``first`` to ``last`` (exclusive).

    ``implied`` is the head that a list says only once: "Sở" before "Tài chính" in "Sở Nội vụ,
    Tài chính".
    """

    start: int
    end: int
    first: int
    last: int
    type: str
    level: str | None
    branch: str | None
    implied: str = ""


class Scan:
    """The tokens of a text with the vocabulary: what every rule reads.

    Attributes
    ----------
    tokens : Tokens
    lex : ActorLexicon
    cues : Cues
    found : FoundNames
        Where the phrases of ``lex`` stand.
    size : int
        How many tokens there are.
    key : callable
        Returns the folded token ``i``, or nothing outside of the text.
    capital : callable
        Tells whether token ``i`` starts with a capital.
    """

    __slots__ = ("_gaps", "capital", "cues", "found", "key", "lex", "size", "tokens")

    def __init__(self, tokens: Tokens, agencies: tuple[Agency, ...]) -> None:
        self.tokens, self.lex, self.cues = tokens, actor_lexicon(agencies), cues()
        self.found = FoundNames.of(tokens)
        self.size = len(tokens.keys)
        # Asked thousands of times, so bare look-ups. The rules ask for a few tokens before the
        # first (from the end, in Python) and behind the last: there stand tokens of nothing.
        outside = range(_OUTSIDE)
        self.key: Callable[[int], str] = [*tokens.keys, *("" for _ in outside)].__getitem__
        self.capital: Callable[[int], bool] = [
            *tokens.capitals,
            *(False for _ in outside),
        ].__getitem__
        self._gaps = [*tokens.gaps, *("\n" for _ in outside)]

    def word(self, i: int) -> str:
        """Return token ``i`` as written, nothing behind the last."""
        if i >= self.size:
            return ""
        return self.tokens.text[self.tokens.starts[i] : self.tokens.ends[i]]

    def shouted(self, i: int) -> bool:
        """Tell whether token ``i`` and a neighbor are in capitals throughout, as in headings."""
        if not self.word(i).isupper():
            return False
        return any(
            len(self.key(k)) > 1 and self.word(k).isupper()
            for k in (i - 1, i + 1)
            if 0 <= k < self.size
        )

    def close(self, i: int) -> bool:
        """Tell whether token ``i`` follows the one before it on the same line."""
        gap = self._gaps[i]
        return len(gap) < 2 and gap != "\n"

    def glued(self, i: int) -> bool:
        """Tell whether token ``i`` follows the one before it without a space."""
        return i > 0 and not self._gaps[i]

    def together(self, i: int, end: int) -> bool:
        """Tell whether the tokens ``i`` to ``end`` stand on one line, one space apart."""
        return end == i + 1 or all(map(self.close, range(i + 1, end)))

    def conjunction(self, i: int) -> int | None:
        """Return the token after a comma, *và*, *hoặc* or the dash of "quận - huyện" at token ``i``."""
        key = self.key(i)
        if key == "," and self.same_line(i):
            return i + 2 if self.key(i + 1) == "và" else i + 1
        joins = key in ("và", "hoặc") or (key in ("-", "–") and self._dash_joins(i))
        return i + 1 if joins and self.close(i) else None

    def _dash_joins(self, i: int) -> bool:
        """Tell whether a dash stands between two nouns written small: "sở - ban - ngành"."""
        apart = not (self.glued(i) or self.glued(i + 1)) and self.close(i + 1)
        known = i + 1 in self.found.territories or i + 1 in self.found.nouns
        return apart and known and not self.capital(i + 1) and self.key(i - 1).isalpha()

    def same_line(self, i: int) -> bool:
        """Tell whether no line ends between token ``i`` and the one before it."""
        return i > 0 and "\n" not in self._gaps[i]

    def starts_line(self, i: int) -> bool:
        """Tell whether token ``i`` is the first of its line."""
        return i == 0 or not self.same_line(i)

    def starts_item(self, i: int) -> bool:
        """Tell whether token ``i`` starts a line, or stands behind a bullet or "2.", "b)"."""
        bullet = self.key(i - 1) in BULLETS and self.starts_line(i - 1)
        number = self.key(i - 1) in (".", ")") and self.starts_line(i - 2)
        return self.starts_line(i) or bullet or number

    def mention(
        self, i: int, end: int, kind: str, level: str | None = None, branch: str | None = None
    ) -> Mention:
        """Return the tokens ``i`` to ``end`` as a mention."""
        t = self.tokens
        return Mention(t.starts[i], t.ends[end - 1], i, end, kind, level, branch)
