"""What a passage is given with a theme: the sentences that prove it, the terms, the stance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vndirective.classify.stances import does
from vndirective.core.records import Analysis, Passage, Span, ThemeScore

if TYPE_CHECKING:
    from vndirective.classify.evidence import Hit

__all__ = ["EVIDENCE", "NEAR", "Given", "Nearest", "sentences_in"]

#: What comes near in one paper, by the number of the theme: the number of its best passage, a score, and
#: what is asked for.
Nearest = dict[int, tuple[int, float, float]]
#: A passage comes near from this share of the threshold on.
NEAR = 0.6

#: How many sentences prove a theme at most, and how many terms are named.
EVIDENCE = 3
_TERMS = 8


class Given:
    """Makes the theme scores of the passages of one document.

    Parameters
    ----------
    analysis : Analysis
    ids : sequence of str
    thresholds : sequence of float
    """

    def __init__(self, analysis: Analysis, ids: Sequence[str], thresholds: Sequence[float]) -> None:
        self._analysis, self._ids, self._thresholds = analysis, ids, thresholds

    def theme(self, passage: Passage, column: int, score: float, hits: Sequence[Hit]) -> ThemeScore:
        """Return the theme of a passage with what proves it; offsets of ``hits`` are in the passage."""
        evidence = self._evidence(passage, hits)
        return ThemeScore(
            id=self._ids[column],
            score=round(score, 4),
            threshold=round(self._thresholds[column], 4),
            stance=_stance(evidence, self._analysis.text[passage.start : passage.end]),
            evidence=tuple(evidence),
            terms=tuple(dict.fromkeys(" ".join(hit.term.split()) for hit in hits))[:_TERMS],
        )

    def _evidence(self, passage: Passage, hits: Sequence[Hit]) -> list[Span]:
        """Return the sentences that hold the hits, heaviest first."""
        text = self._analysis.text
        sentences = sentences_in(self._analysis, passage) or [(passage.start, passage.end)]
        weights: dict[tuple[int, int], float] = {}
        for hit in hits:
            at = passage.start + hit.start
            holder = next((s for s in sentences if s[0] <= at < s[1]), sentences[0])
            weights[holder] = weights.get(holder, 0.0) + hit.weight
        ranked = sorted(weights or sentences[:1], key=lambda s: (-weights.get(s, 0.0), s))
        return [Span(text[a:b], a, b) for a, b in ranked[:EVIDENCE]]


def _stance(evidence: Sequence[Span], passage: str) -> str:
    """Read the stance off the sentences that decided.

    A theme that is named only to be put off is no contribution, so it counts as quoted. Where
    the passage says that it tells what is wrong, its sentences need not say so again.
    """
    if evidence and all(does("deferring", span.text) for span in evidence):
        return "quoting"
    decisive = evidence[0].text if evidence else ""
    bad = does("criticizing", decisive) or does("diagnosing", passage)
    critical = bad and not does("ruling", decisive)
    return "criticizing" if critical else "contributing"


def sentences_in(analysis: Analysis, passage: Passage) -> list[tuple[int, int]]:
    """Return the sentences of a passage, cut to it."""
    sentences = analysis.sentences
    first = max(bisect_right(sentences, (passage.start, len(analysis.text))) - 1, 0)
    last = bisect_left(sentences, (passage.end, 0))
    clipped = ((max(a, passage.start), min(b, passage.end)) for a, b in sentences[first:last])
    return [(a, b) for a, b in clipped if a < b]
