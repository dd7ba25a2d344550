"""Records as flat rows: data frames for research, and the names of documents in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from vndirective.core import arguments
from vndirective.core.errors import NotClassifiedError
from vndirective.core.normalize import make_view
from vndirective.core.records import (
    Actor,
    Analysis,
    AnalysisWarning,
    Citation,
    CoverageData,
    Obligation,
    Quote,
    Section,
    Span,
    Time,
)
from vndirective.export.dues import earliest

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "FRAME_KINDS",
    "coverage_frame",
    "document_label",
    "one_line",
    "readable",
    "sentence_of",
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


def sentence_of(analysis: Analysis, duty: Obligation) -> str:
    """Return the sentence that a duty stands in, as it is printed."""
    start, end = analysis.sentences[duty.sentence]
    return analysis.text[start:end]


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
        first = earliest(limits)
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
            "sentence_text": sentence_of(analysis, duty),
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
        # as `moment_of`: no timestamp holds 24:00
        days = frame["due"].astype("string").str.removesuffix("T24:00")
        frame["due"] = pd.to_datetime(days, format="ISO8601", errors="raise")
    return frame


# --- coverage -----------------------------------------------------------------------------------


def coverage_frame(data: CoverageData, kind: str = "scores") -> pd.DataFrame:
    """Make the matrix of papers and themes.

    Parameters
    ----------
    data : CoverageData
    kind : {"scores", "stances"}

    Returns
    -------
    pandas.DataFrame of shape (n_papers, 2 + n_themes)
        Indexed by the id of the paper; ``unit`` and ``title``, then one column for each theme in
        codebook order. Scores are floats, NaN where the paper does not speak to the theme or only
        quotes it, so that the columns without a number are the gaps. Stances are
        ``contributing``, ``criticizing``, ``quoting``, or None where it is not mentioned at all.

    Raises
    ------
    ArgumentError
        If ``kind`` is neither.
    """
    import pandas as pd

    arguments.choice("kind", kind, ("scores", "stances"))
    scored = kind == "scores"
    themes = [theme.id for theme in data.codebook.themes]
    index = pd.Index([paper["id"] for paper in data.papers], name="paper")
    cells = [[_cell(paper["themes"].get(key), scored) for key in themes] for paper in data.papers]
    frame = pd.DataFrame(cells, index=index, columns=themes, dtype=float if scored else object)
    for place, name in enumerate(("unit", "title")):
        frame.insert(place, name, [paper[name] for paper in data.papers])
    return frame


def _cell(theme: dict[str, Any] | None, scored: bool) -> Any:
    if theme is None:
        return None
    if not scored:
        return theme["stance"]
    return None if theme["stance"] == "quoting" else theme["score"]
