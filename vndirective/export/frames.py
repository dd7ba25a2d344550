"""Records as flat rows: data frames for research, task rows and coverage rows for reports."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from vndirective.core import arguments
from vndirective.core.errors import NotClassifiedError
from vndirective.core.normalize import make_view
from vndirective.core.records import (
    Actor,
    Analysis,
    AnalysisWarning,
    Bearer,
    Citation,
    CoverageData,
    Obligation,
    Quote,
    Section,
    Span,
    Time,
)
from vndirective.export.reasons import in_vietnamese
from vndirective.extract.next_due import next_due

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "FRAME_KINDS",
    "Due",
    "TaskRow",
    "coverage_frame",
    "document_label",
    "due_order",
    "one_line",
    "readable",
    "task_rows",
    "to_frame",
]

_Row = dict[str, Any]


def one_line(text: str) -> str:
    """Return the text with every run of white space, line ends included, as one space."""
    return " ".join(text.split())


def readable(text: str) -> str:
    """Return a stretch of a text in one line, without residue of markup, its letters composed.

    Examples
    --------
    >>> readable("bảo đảm  **đến hết tháng 12**")
    'bảo đảm đến hết tháng 12'
    """
    return one_line(make_view(text).text or text)


def document_label(analysis: Analysis) -> str:
    """Name a document for people: its number, else its title, its file or its id."""
    path = analysis.source.path
    frame = analysis.frame
    return one_line(frame.number or frame.title or (PurePath(path).name if path else analysis.id))


# --- one frame per kind of record ---------------------------------------------------------------


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(one_line(part) for part in parts)


def _slot(name: str, span: Span | None) -> _Row:
    return {
        name: span.text if span else None,
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def _plain_rows(records: Iterable[Any], cls: type) -> Iterator[_Row]:
    names = [f.name for f in fields(cls)]
    for record in records:
        row = {name: getattr(record, name) for name in names}
        yield {k: _joined(v) if isinstance(v, tuple) else v for k, v in row.items()}


def _sections(analysis: Analysis) -> Iterator[_Row]:
    for section, row in zip(
        analysis.sections, _plain_rows(analysis.sections, Section), strict=True
    ):
        yield row | {"text": analysis.text[section.start : section.end]}


def _sentences(analysis: Analysis) -> Iterator[_Row]:
    for index, (start, end) in enumerate(analysis.sentences):
        yield {"id": index, "text": analysis.text[start:end], "start": start, "end": end}


def _obligations(analysis: Analysis) -> Iterator[_Row]:
    times = {time.id: time for time in analysis.times}
    headings = {section.id: section.heading for section in analysis.sections}
    for duty in analysis.obligations:
        limits = [times[key] for key in duty.deadlines]
        first = _earliest(limits)
        row: _Row = {"id": duty.id, "start": duty.start, "end": duty.end}
        row |= _slot("action", duty.action)
        row |= {"modality": duty.modality, "strength": duty.strength}
        row |= _slot("cue", duty.cue)
        row["bearers"] = _joined(bearer.text for bearer in duty.bearers)
        row["bearers_canonical"] = [bearer.canonical for bearer in duty.bearers]
        row["bearers_inherited"] = any(bearer.inherited for bearer in duty.bearers)
        for name in ("coordinated_with", "monitored_by", "report_to"):
            row[name] = _joined(bearer.text for bearer in getattr(duty, name))
        row["deadlines"] = _joined(time.text for time in limits)
        row["deadline_ids"] = list(duty.deadlines)
        row["due"] = first.due if first else None
        for name in ("condition", "exception", "purpose", "deliverable"):
            row |= _slot(name, getattr(duty, name))
        row |= {
            "speaker": duty.speaker,
            "section": duty.section,
            "section_heading": headings.get(duty.section or ""),
            "sentence": duty.sentence,
            "sentence_text": _sentence(analysis, duty),
            "inferred": _joined(duty.inferred),
            "needs_review": duty.needs_review,
            "review_reason": duty.review_reason,
            "rule": duty.rule,
        }
        yield row


def _passages(analysis: Analysis) -> Iterator[_Row]:
    if analysis.passages is None:
        raise NotClassifiedError(
            f"{document_label(analysis)}: has no passages yet; classify it against a codebook "
            "before asking for 'passages'"
        )
    for passage in analysis.passages:
        row: _Row = {
            "id": passage.id,
            "text": analysis.text[passage.start : passage.end],
            "start": passage.start,
            "end": passage.end,
            "section": passage.section,
            "themes": [theme.id for theme in passage.themes],
        }
        yield row | {f"score_{theme.id}": theme.score for theme in passage.themes}


_BUILDERS: dict[str, Callable[[Analysis], Iterator[_Row]]] = {
    "sections": _sections,
    "sentences": _sentences,
    "actors": lambda analysis: _plain_rows(analysis.actors, Actor),
    "times": lambda analysis: _plain_rows(analysis.times, Time),
    "deadlines": lambda analysis: _plain_rows((t for t in analysis.times if t.is_deadline), Time),
    "obligations": _obligations,
    "citations": lambda analysis: _plain_rows(analysis.citations, Citation),
    "quotes": lambda analysis: _plain_rows(analysis.quotes, Quote),
    "passages": _passages,
    "warnings": lambda analysis: _plain_rows(analysis.warnings, AnalysisWarning),
}

#: What :func:`to_frame` can make a frame of.
FRAME_KINDS = tuple(_BUILDERS)


def _names(cls: type) -> list[str]:
    return [f.name for f in fields(cls)]


def _slot_names(*names: str) -> list[str]:
    return [f"{name}{end}" for name in names for end in ("", "_start", "_end")]


# An analysis in which nothing was found still gives a frame with all its columns.
_COLUMNS = {
    "sections": [*_names(Section), "text"],
    "sentences": ["id", "text", "start", "end"],
    "actors": _names(Actor),
    "times": _names(Time),
    "deadlines": _names(Time),
    "obligations": [
        *("id", "start", "end", *_slot_names("action"), "modality", "strength"),
        *(*_slot_names("cue"), "bearers", "bearers_canonical", "bearers_inherited"),
        *("coordinated_with", "monitored_by", "report_to", "deadlines", "deadline_ids", "due"),
        *_slot_names("condition", "exception", "purpose", "deliverable"),
        *("speaker", "section", "section_heading", "sentence", "sentence_text", "inferred"),
        *("needs_review", "review_reason", "rule"),
    ],
    "citations": _names(Citation),
    "quotes": _names(Quote),
    "passages": ["id", "text", "start", "end", "section", "themes"],
    "warnings": _names(AnalysisWarning),
}


def to_frame(analysis: Analysis, kind: str = "obligations") -> pd.DataFrame:
    """Make a data frame of one kind of record, one row each, in the order of the text.

    Parameters
    ----------
    analysis : Analysis
    kind : str
        One of :data:`FRAME_KINDS`; ``"deadlines"`` are the times that limit when to act.

    Returns
    -------
    pandas.DataFrame
        The first column, ``document``, is the id of the document, so that frames of several
        documents can be concatenated. A span takes three columns, ``<slot>``,
        ``<slot>_start`` and ``<slot>_end`` (code points, nullable integers). ``due`` is a
        timestamp, at midnight where the deadline names no time of day; for an obligation it
        is its earliest deadline. ``passages`` have one ``score_<theme>`` column for each
        theme that was found.

    Raises
    ------
    ArgumentError
        If there is no such kind.
    NotClassifiedError
        If passages are asked of a document that has not been classified.
    """
    import pandas as pd

    arguments.choice("kind", kind, FRAME_KINDS)
    rows = [{"document": analysis.id, **row} for row in _BUILDERS[kind](analysis)]
    columns = ["document", *_COLUMNS[kind]]
    scores = sorted({key for row in rows for key in row} - set(columns))
    frame = pd.DataFrame(rows, columns=columns + scores)
    for name in columns:
        if name.rpartition("_")[2] in ("start", "end", "freq"):
            frame[name] = frame[name].astype("Int64")
    if "due" in frame:
        # as `_moment`: no timestamp holds 24:00
        days = frame["due"].astype("string").str.removesuffix("T24:00")
        frame["due"] = pd.to_datetime(days, format="ISO8601", errors="raise")
    return frame


# --- task rows ----------------------------------------------------------------------------------


class Due(NamedTuple):
    """A deadline with a date: the date, its words, how it was computed, in Vietnamese."""

    due: date | datetime
    text: str
    reason: str


class TaskRow(TypedDict):
    """One duty as a line of a task list; texts are single lines, absent ones are empty.

    ``action`` opens with a capital, and with its cue where it forbids something; ``quote`` is
    the sentence as it stands.
    ``file`` is the name of the source. ``other_deadlines`` are the words of those that neither
    ``due`` nor ``rrule`` stands for. ``due`` is a date, or a datetime in Vietnamese time where
    the deadline names one; ``due_reason`` says how it was computed or why it could not be; it and
    ``review_reason`` are in Vietnamese. ``further_due`` are the dated ones among ``other_deadlines``,
    each date once, in their order. ``recurs_from`` is the first turn of ``rrule`` since the day
    of issue, where the analysis knows it. ``page`` counts from 1.
    """

    id: str
    document: str
    file: str
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
    rrule: str | None
    recurs_from: date | datetime | None
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
    label = document_label(analysis)
    return [
        _task_row(analysis, duty, no, label, [times[key] for key in duty.deadlines])
        for no, duty in enumerate(analysis.obligations, 1)
    ]


def _task_row(
    analysis: Analysis, duty: Obligation, no: int, label: str, limits: list[Time]
) -> TaskRow:
    first = _earliest(limits)
    recurring = [time for time in limits if time.rrule]
    often = [time for time in limits if time.rrule or time.type == "URGENCY"]  # "Thường xuyên"
    others = [time for time in limits if time is not first and time not in often]
    issued = analysis.frame.issued_on
    turn = _moment(recurring[0].due) if recurring else None
    if recurring and turn is None and issued:
        turn = _moment(next_due(recurring[0], after=issued))
    return {
        "id": duty.id,
        "document": label,
        "file": PurePath(analysis.source.path or "").name,
        "no": no,
        "action": _wording(duty),
        "lead": _capitalized(_listed(map(_named, duty.bearers))),
        "lead_canonical": [readable(bearer.canonical) for bearer in duty.bearers],
        "coordinated_with": _listed(map(_named, duty.coordinated_with)),
        "deliverable": readable(duty.deliverable.text) if duty.deliverable else "",
        "deadline_text": _listed(time.text for time in limits),
        "other_deadlines": _listed(time.text for time in others),
        "due": _moment(first.due) if first else None,
        "due_reason": _listed(
            in_vietnamese(t.derivation) for t in ([first] if first else others or limits)
        ),
        "due_provisional": bool(first and first.provisional),
        "further_due": _further(first, others),
        "rrule": recurring[0].rrule if recurring else None,
        "recurs_from": turn,
        "frequency": _listed(time.text for time in often),
        "modality": duty.modality,
        "strength": duty.strength,
        "basis": duty.section or "",
        "quote": readable(_sentence(analysis, duty)),
        "page": _page(analysis, duty.start),
        "needs_review": duty.needs_review,
        "review_reason": in_vietnamese(one_line(duty.review_reason or "")),
        "inferred": list(duty.inferred),
    }


def _wording(duty: Obligation) -> str:
    """Return the action as a line that stands alone: what is forbidden must not read as a task."""
    text = readable(duty.action.text)
    cue = duty.cue
    if duty.modality == "prohibition" and (cue is None or cue.end <= duty.action.start):
        text = f"{readable(cue.text) if cue else '(Cấm)'} {text}"
    return _capitalized(text)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


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


def _sentence(analysis: Analysis, duty: Obligation) -> str:
    start, end = analysis.sentences[duty.sentence]
    return analysis.text[start:end]


def _moment(due: str | None) -> date | datetime | None:
    """Return a due as a date; None where there is none, or its year is open (``XXXX-10-03``)."""
    if due is None or "X" in due:
        return None
    # 24:00, the end of a day, is no time of day that a date cell or a calendar holds
    due = due.removesuffix("T24:00")
    return datetime.fromisoformat(due) if "T" in due else date.fromisoformat(due)


def due_order(due: date | datetime) -> tuple[str, str]:
    """Return a sort key: a day without a time of day ends after every moment of that day."""
    if isinstance(due, datetime):
        return due.date().isoformat(), due.time().isoformat()
    return due.isoformat(), "24"


def _earliest(limits: Iterable[Time]) -> Time | None:
    # A single date says more than the first turn of a recurring one.
    dated = [(time, moment) for time in limits if (moment := _moment(time.due))]
    first = min(dated, key=lambda d: (d[0].rrule is not None, due_order(d[1])), default=None)
    return first[0] if first else None


def _further(first: Time | None, others: Iterable[Time]) -> list[Due]:
    known = _moment(first.due) if first else None
    found: dict[date | datetime, Due] = {}
    for time in others:
        due = _moment(time.due)
        if due is not None and due != known:
            reason = in_vietnamese(time.derivation)
            found.setdefault(due, Due(due, readable(time.text), readable(reason)))
    return [found[due] for due in sorted(found, key=due_order)]


def _page(analysis: Analysis, offset: int) -> int | None:
    entries = analysis.source.map
    index = bisect.bisect_right(entries, offset, key=lambda entry: entry[0]) - 1
    return entries[index][2] if index >= 0 else None


# --- coverage -----------------------------------------------------------------------------------


def coverage_frame(data: CoverageData) -> pd.DataFrame:
    """Make the matrix of papers and themes.

    Parameters
    ----------
    data : CoverageData

    Returns
    -------
    pandas.DataFrame of shape (n_papers, 2 + n_themes)
        Indexed by the id of the paper; ``unit`` and ``title``, then one float column for each
        theme in codebook order: its score, or NaN where the paper does not speak to it.
    """
    import pandas as pd

    themes = [theme.id for theme in data.codebook.themes]
    index = pd.Index([paper["id"] for paper in data.papers], name="paper")
    scores = [
        [paper["themes"][key]["score"] if key in paper["themes"] else None for key in themes]
        for paper in data.papers
    ]
    frame = pd.DataFrame(scores, index=index, columns=themes, dtype=float)
    for place, name in enumerate(("unit", "title")):
        frame.insert(place, name, [paper[name] for paper in data.papers])
    return frame
