"""How much of what is said could be checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vndirective.classify.given import sentences_in
from vndirective.classify.stances import does, heaps
from vndirective.core.patterns import any_of, compiled
from vndirective.core.records import Analysis, Passage
from vndirective.core.resources import lexicon

__all__ = ["Said", "said_in"]

_MARKER = r"\A\s*\d{1,2}(?:\.\d{1,2})*[.)/]\s"


class Said(NamedTuple):
    """Attributes
    ----------
    sentences : int
    bare : int
        How many of them have no figure; those of documents and items are none.
    slogans : int
        How many of these call for more, or praise, and name neither a time nor a deliverable nor a
        condition.
    """

    sentences: int
    bare: int
    slogans: int


def said_in(
    analysis: Analysis, passages: Sequence[Passage], own: Sequence[str] | None = None
) -> Said:
    """Count the sentences of passages.

    Parameters
    ----------
    analysis : Analysis
    passages : sequence of Passage
    own : sequence of str, optional
        The texts of the passages with what they quote blanked; as they stand where not given.

    Returns
    -------
    Said
    """
    text = analysis.text
    cited = sorted((c.start, c.end) for c in analysis.citations)
    # a time in figures is one of them, or a mere year
    marks = [t.start for t in analysis.times if not any(map(str.isdigit, t.text))]
    for duty in analysis.obligations:
        marks += [part.start for part in (duty.deliverable, duty.condition) if part]
    marks.sort()
    total = bare = slogans = 0
    texts = [text[p.start : p.end] for p in passages] if own is None else own
    for passage, words in zip(passages, texts, strict=True):
        for start, end in sentences_in(analysis, passage):
            said = words[start - passage.start : end - passage.start]
            for k in range(bisect_left(cited, (start, 0)), bisect_left(cited, (end, 0))):
                a, b = cited[k][0] - start, cited[k][1] - start
                said = said[:a] + "." * (b - a) + said[b:]
            total += 1
            if _figure().search(compiled(_MARKER, 0).sub("", said, count=1)):
                continue
            bare += 1
            sentence = text[start:end]
            slogans += not _any_between(marks, start, end) and (
                does("calling", sentence) or heaps("exalting", sentence)
            )
    return Said(total, bare, slogans)


@cache
def _figure() -> re.Pattern[str]:
    """Return what could be checked: a number in figures that is no year, or a large one in words.

    Not so where it counts what the directive says: "mười hai nhiệm vụ".
    """
    known = lexicon("common_words")
    return re.compile(
        r"(?<![\d/.-])(?!(?:19|20)\d\d(?!\d))\d"
        rf"|(?<!\w){any_of(known['large_numbers'])}(?!\w)"
        rf"(?!(?: \w+)? {any_of(known['counted'])}(?!\w))",
        re.IGNORECASE,
    )


def _any_between(ordered: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(ordered, start)
    return at < len(ordered) and ordered[at] < end
