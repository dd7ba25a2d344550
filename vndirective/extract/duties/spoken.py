"""Somebody's words inside a sentence: where they part it into clauses of their own.

"“Các xã phải kiểm tra áo phao”, ông X nói" and "Ông X nói: “Các xã phải …”" hold what is asked and a
frame around it, which is no part of the action.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from vndirective.core.records import Quote
from vndirective.extract.clauses.phrases import Phrases
from vndirective.extract.context import Context

__all__ = ["Stretch", "Words", "quoted_words", "speakers"]

#: How far behind a name the comma may stand that ends an aside: "bà X, 71 tuổi, …", in tokens.
_ASIDE = 6
#: How far before a name "theo" may stand: "Theo Đại tá X", in tokens.
_TITLE = 3

Offsets = tuple[int, int]


class Stretch(NamedTuple):
    """Tokens of a sentence: somebody's words, the frame around them, or neither.

    ``lead`` is the frame before words behind a colon.
    """

    start: int
    end: int
    frame: bool = False
    lead: Offsets | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The direct quotations with a speaker, as tokens: from the opening to behind the closing mark."""

    keys: list[str]
    spans: list[Offsets]

    def stretches(
        self, i: int, end: int, reads: Callable[[int, int], bool] | None
    ) -> list[Stretch]:
        """Part a sentence at the quotations that it opens with, goes on in, or leads to by a colon.

        Parameters
        ----------
        i, end : int
            The tokens of the sentence.
        reads : callable or None
            Whether tokens read as a duty: then what it quotes belongs to the duty. Without it
            what stands behind a colon is no order: directives quote sayings.
        """
        found: list[Stretch] = []
        first = bisect_right(self.spans, (i, i))
        if first and self.spans[first - 1][1] > i:
            first -= 1
        elif first == len(self.spans) or self.spans[first][0] >= end:
            return [Stretch(i, end)] if i < end else []  # nearly always
        for k in range(first, len(self.spans)):
            a, b = self.spans[k]
            if a >= end:
                break
            if a > i and self.keys[a - 1] != ":":
                continue
            if a > i and (reads is None or reads(i, a)):
                break
            if a > i:
                found.append(Stretch(i, a, True))
            lead = (i, a) if a > i else None
            found.append(Stretch(max(a, i), min(b, end), False, lead))
            i = b
        if i < end:
            found.append(Stretch(i, end, bool(found)))
        return found


def quoted_words(ctx: Context, quotes: list[Quote]) -> Words:
    """Collect the quotations that part sentences, without those inside another.

    Parameters
    ----------
    ctx : Context
    quotes : list of Quote
    """
    spans: list[Offsets] = []
    to_view, tokens = ctx.view.map.to_view, ctx.tokens
    for quote in quotes:
        if quote.type != "direct" or quote.speaker is None:
            continue
        a, b = tokens.first_at(to_view(quote.start)), tokens.first_at(to_view(quote.end))
        if not spans or a >= spans[-1][1]:
            spans.append((a, b))
    return Words(tokens.keys, spans)


def speakers(reader: Phrases) -> list[Offsets]:
    """Return who says something in a report and from which token on, in order.

    "Ông X nêu rõ, …", "Ông X, 71 tuổi, phản ánh …", "Theo Đại tá X, …".
    """
    people = [(n, m) for n, m in enumerate(reader.mentions) if m.type in ("PERSON", "ROLE")]
    keys, capitals = reader.keys, reader.tokens.capitals
    by_end: dict[int, int] = {}
    for n, m in people:
        by_end[m.last] = n
        if keys[m.last : m.last + 1] == [","]:
            commas = reader.marks_in(m.last + 1, min(m.last + _ASIDE, len(keys)))
            by_end.update((k + 1, n) for k in commas[:1] if keys[k] == ",")
    verbs = {*reader.found.saying, *reader.found.performatives, *reader.found.floor}
    says = [(k, by_end[k]) for k in verbs if k in by_end]
    for n, m in people:
        for k in range(max(0, m.first - _TITLE), m.first):
            titled = reader.found.honorifics.get(k + 1)  # the title is no part of the name
            if keys[k] == "theo" and capitals[k] and m.first in (k + 1, titled and titled[0]):
                says.append((m.last, n))
    return sorted(says)
