"""When a duty is due, in the words of its document: with what a time needs to stand alone."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from vndirective.core.orthography import fold
from vndirective.core.records import Analysis, Time
from vndirective.export.frames import readable
from vndirective.export.labels import LIMITS

__all__ = ["times_in_words", "with_recurrence"]

#: How many times before and behind a deadline may say how often it comes round.
_NEAR = 8


def times_in_words(times: Iterable[Time]) -> str:
    """Return the words of times in their order, each once.

    A deadline says on which side of the day it lies, which its span leaves out: "trước ngày 15/10".
    A day that comes round stands behind the word that says how often: "hằng năm, trước ngày 15/12".
    """
    said: list[str] = []
    seen = set()
    before: Time | None = None
    for time in times:
        words = _said(time)
        if words in seen:
            continue
        seen.add(words)
        if before is not None and time.rrule and _how_often(before) and not _how_often(time):
            said[-1] = f"{said[-1]}, {words}"
        else:
            said.append(words)
        before = time
    return "; ".join(filter(None, said))


def _said(time: Time) -> str:
    words = readable(time.text)
    relation = time.relation or ""
    if not time.is_deadline or time.type == "URGENCY" or relation not in LIMITS:
        return words
    whole = relation == "BY" and time.type == "DATE" and (time.value or "").count("-") < 2
    limit = LIMITS["BY-ALL" if whole else relation]
    return words if fold(words).startswith(fold(f"{limit} ")) else f"{limit} {words}"


def _how_often(time: Time) -> bool:
    return time.type == "SET" and time.relation == "EVERY"


def with_recurrence(analysis: Analysis, limits: Sequence[Time]) -> list[Time]:
    """Add, before a deadline that comes round, the time that says how often, if it has not.

    Of "hằng năm trước ngày 15/12" the day alone is the deadline.
    """
    found: list[Time] = []
    for time in limits:
        period = _period_of(analysis, time)
        if period is not None and period not in limits and period not in found:
            found.append(period)
        found.append(time)
    return found


def _period_of(analysis: Analysis, time: Time) -> Time | None:
    """Return the time of its sentence that says how often a deadline comes round, if another does."""
    if not time.rrule or _how_often(time):
        return None
    place = bisect.bisect_right(analysis.sentences, time.start, key=lambda span: span[0]) - 1
    start, end = analysis.sentences[place] if place >= 0 else (0, 0)
    here = bisect.bisect_left(analysis.times, time.start, key=lambda other: other.start)
    words = fold(time.text).split()
    near = [
        other
        for other in analysis.times[max(0, here - _NEAR) : here + _NEAR]
        if start <= other.start < end
        and _how_often(other)
        and (other.rrule or "").partition(";")[0] == time.rrule.partition(";")[0]
        # "ngày 25 hằng tháng" has its month in its own words
        and not {*fold(other.text).split()[-1:]} & {*words}
    ]
    behind = time.start  # what stands before is meant rather than what stands behind
    return min(near, key=lambda t: (t.start > behind, abs(t.start - behind)), default=None)
