"""The duties of a document as flat rows, for task lists, calendars and pages."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypedDict

from vndirective.core.records import Analysis, Bearer, Obligation, Section, Span, Time
from vndirective.export.dues import due_order, earliest, moment_of
from vndirective.export.frames import one_line, readable, sentence_of
from vndirective.export.places import in_one_row, place_of
from vndirective.export.reasons import in_vietnamese
from vndirective.export.when import times_in_words, with_recurrence
from vndirective.extract.times.next_due import next_due

__all__ = ["Due", "TaskRow", "Turn", "task_rows"]


class Due(NamedTuple):
    """A deadline with a date: the date, its words, how it was computed, in Vietnamese."""

    due: date | datetime
    text: str
    reason: str


class Turn(NamedTuple):
    """A deadline that comes round: its rule, its first turn, its words, how it was computed."""

    rrule: str
    first: date | datetime
    text: str
    reason: str


class TaskRow(TypedDict):
    """One duty as a line of a task list; texts are single lines, absent ones are empty.

    ``action`` opens with a capital, and with its cue where it forbids something; ``quote`` is
    the sentence as it stands; ``basis`` where it stands, in words. ``inferred`` leaves out bearers
    whom the row of a table names.
    ``other_deadlines`` are the words of those that neither ``due`` nor ``frequency`` stands for. ``due`` is a date, or a datetime in Vietnamese time where
    the deadline names one; ``due_reason`` says how it was computed or why it could not be; it and
    ``review_reason`` are in Vietnamese. ``further_due`` are the dated ones among ``other_deadlines``,
    each date once, in their order. ``turns`` are the recurrences of which the first turn since the
    day of issue is known, those of a duty that ``recurs``. ``page`` counts from 1.
    """

    id: str
    no: int
    action: str
    lead: str
    lead_canonical: list[str]
    coordinated_with: str
    deliverable: str
    deadline_text: str
    other_deadlines: str
    due: date | datetime | None
    due_reason: str
    due_provisional: bool
    further_due: list[Due]
    recurs: bool
    turns: list[Turn]
    frequency: str
    modality: str
    strength: int
    basis: str
    quote: str
    page: int | None
    needs_review: bool
    review_reason: str
    inferred: list[str]


def task_rows(analysis: Analysis) -> list[TaskRow]:
    """Flatten the duties of a document for task lists, calendars and tables.

    Parameters
    ----------
    analysis : Analysis

    Returns
    -------
    list of TaskRow
        In the order of the text, numbered from 1.
    """
    times = {time.id: time for time in analysis.times}
    tables = [section for section in analysis.sections if section.kind == "table"]
    return [
        _task_row(analysis, duty, no, [times[key] for key in duty.deadlines], tables)
        for no, duty in enumerate(analysis.obligations, 1)
    ]


def _task_row(
    analysis: Analysis, duty: Obligation, no: int, limits: list[Time], tables: list[Section]
) -> TaskRow:
    first = earliest(limits)
    said = with_recurrence(analysis, limits)
    recurring = [time for time in limits if time.rrule]
    often = [time for time in limits if time.rrule or time.type == "URGENCY"]  # "Thường xuyên"
    others = [time for time in limits if time is not first and time not in often]
    periods = [time for time in said if time in often or time not in limits]
    return {
        "id": duty.id,
        "no": no,
        "action": _wording(duty),
        "lead": _capitalized(_listed(map(_named, duty.bearers))),
        "lead_canonical": [readable(bearer.canonical) for bearer in duty.bearers],
        "coordinated_with": _listed(map(_named, duty.coordinated_with)),
        "deliverable": readable(duty.deliverable.text) if duty.deliverable else "",
        "deadline_text": times_in_words(said),
        "other_deadlines": times_in_words(others),
        "due": moment_of(first.due) if first else None,
        "due_reason": _listed(
            in_vietnamese(t.derivation) for t in ([first] if first else others or limits)
        ),
        "due_provisional": bool(first and first.provisional),
        "further_due": _further(first, others),
        "recurs": bool(recurring),
        "turns": _turns(analysis, limits),
        "frequency": times_in_words(periods),
        "modality": duty.modality,
        "strength": duty.strength,
        "basis": place_of(analysis, duty, tables),
        "quote": readable(sentence_of(analysis, duty)),
        "page": _page(analysis, duty.start),
        "needs_review": duty.needs_review,
        "review_reason": in_vietnamese(one_line(duty.review_reason or "")),
        "inferred": [
            name for name in duty.inferred if name != "bearers" or not _named_in_row(analysis, duty)
        ],
    }


def _named_in_row(analysis: Analysis, duty: Obligation) -> bool:
    """Tell whether who must act is said in another cell of the row, where no clause has a subject."""
    start = duty.action.start
    return all(in_one_row(analysis.text, start, bearer.start) for bearer in duty.bearers)


def _wording(duty: Obligation) -> str:
    """Return the action as a line that stands alone.

    What is forbidden must not read as a task, nor what is due in one case as due in all of them.
    """
    text = readable(duty.action.text)
    cue, condition = duty.cue, duty.condition
    if duty.modality == "prohibition" and (cue is None or cue.start < duty.action.start):
        # "Không để | xảy ra cháy rừng": the cue may reach into the action
        before = readable(cue.text[: duty.action.start - cue.start]) if cue else "(Cấm)"
        text = f"{before} {text}"
    if condition is not None and not _overlap(condition, duty.action):
        text = f"{readable(condition.text)}: {_uncapitalized(text)}"
    return _capitalized(text)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _uncapitalized(text: str) -> str:
    """Write the first letter small, unless the word is written in capitals: "UBND"."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _listed(parts: Iterable[str]) -> str:
    """Join what is different, as two times or bodies of a duty may be said in the same words."""
    return "; ".join(dict.fromkeys(filter(None, map(readable, parts))))


def _named(bearer: Bearer) -> str:
    """Return the whole name, which a line outside its text needs ("Giám đốc" alone is anybody).

    The words of the text stand where the whole name is known from a letterhead in capitals only.
    """
    words = [word.isupper() for word in bearer.canonical.split()]
    shouted = any(one and two for one, two in itertools.pairwise(words))
    return bearer.text if shouted else bearer.canonical


def _further(first: Time | None, others: Iterable[Time]) -> list[Due]:
    known = moment_of(first.due) if first else None
    found: dict[date | datetime, Due] = {}
    for time in others:
        due = moment_of(time.due)
        if due is not None and due != known:
            reason = in_vietnamese(time.derivation)
            found.setdefault(due, Due(due, times_in_words([time]), readable(reason)))
    return [found[due] for due in sorted(found, key=due_order)]


def _turns(analysis: Analysis, limits: Iterable[Time]) -> list[Turn]:
    """Return what recurs, each rule once; of "hằng tháng, trước ngày 25" the day alone.

    What names no day stands for itself where it comes round more often than all days together.
    """
    issued = analysis.frame.issued_on
    sets = [time for time in limits if time.rrule or time.type == "SET"]
    dated = {t.rrule or t.value for t in sets if t.cal == "lunar" or "BY" in (t.rrule or "")}
    often = sum(_in_a_year(rule) for rule in dated if rule)
    found: dict[str, Turn] = {}
    for time in sets:
        rule = time.rrule
        if rule and (rule in dated or not dated or _in_a_year(rule) > often):
            due = time.due or (next_due(time, after=issued) if issued else None)
            first = moment_of(due)
            if first is not None:
                reason = readable(in_vietnamese(time.derivation))
                words = times_in_words(with_recurrence(analysis, [time]))
                found.setdefault(rule, Turn(rule, first, words, reason))
    return list(found.values())


def _in_a_year(rule: str) -> int:
    """Return how many turns a rule has in a year; a lunar day, which has no rule, has one.

    All days of the week come equally often, though the year begins and ends with one of them.
    """
    if not rule.startswith("FREQ="):
        return 1
    from dateutil.rrule import rrulestr

    start, end = datetime(2001, 1, 1), datetime(2001, 12, 31, 23, 59)
    last = end if "WEEKLY" not in rule else end - timedelta(days=1)
    return len(rrulestr(rule, dtstart=start).between(start, last, True))


def _page(analysis: Analysis, offset: int) -> int | None:
    entries = analysis.source.map
    index = bisect.bisect_right(entries, offset, key=lambda entry: entry[0]) - 1
    return entries[index][2] if index >= 0 else None
