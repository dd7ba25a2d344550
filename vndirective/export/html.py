"""Self-contained HTML pages: one document with its duties, one seminar with its coverage."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import PurePath
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from vndirective.core.records import Analysis, CoverageData, Theme, Time
from vndirective.export import findings
from vndirective.export.findings import Evidence, NearMiss
from vndirective.export.frames import document_label, one_line
from vndirective.export.labels import (
    ACTOR_TYPES,
    KINDS,
    MODALITIES,
    STANCES,
    TASK_HINTS,
    day_in_words,
    decimal,
    decimal_below,
    printable,
)
from vndirective.export.places import passage_number, place_in_words
from vndirective.export.reasons import (
    failure_in_vietnamese,
    in_vietnamese,
    value_in_vietnamese,
    warning_in_vietnamese,
)
from vndirective.export.tasks.rows import task_rows

__all__ = [
    "Mark",
    "Segment",
    "coverage_html",
    "coverage_view",
    "document_html",
    "document_view",
    "render",
    "split_marks",
]


#: Themes beside each other that a printed page has room for.
_COLUMNS = 12
#: Parts of the frame that stand at the head or the foot of a document.
_HEAD_AND_FOOT = frozenset(("header", "addressees", "recipients", "signature"))
_BORDER = re.compile(r" \| ")
_EMPTY_LINE = re.compile(r"\n\r?\n")


class Mark(NamedTuple):
    """A stretch to highlight: its kind is a CSS class, its title a tooltip."""

    start: int
    end: int
    kind: str
    title: str = ""
    anchor: str | None = None


class Segment(NamedTuple):
    """A stretch in which the same marks hold throughout."""

    text: str
    kinds: str
    title: str
    anchors: list[str]


def split_marks(text: str, marks: Iterable[Mark], start: int = 0) -> list[Segment]:
    """Cut a text at every border of a mark, so that overlapping marks are drawn once each.

    Parameters
    ----------
    text : str
    marks : iterable of Mark
        In any order; offsets count from ``start``, parts outside the text are left out.
    start : int
        The offset of the first character of ``text``.

    Returns
    -------
    list of Segment
        Joined, their texts give ``text``.

    Examples
    --------
    >>> [(s.text, s.kinds) for s in split_marks("abcd", [Mark(0, 3, "x"), Mark(2, 4, "y")])]
    [('ab', 'x'), ('c', 'x y'), ('d', 'y')]
    """
    stop = start + len(text)
    waiting = sorted(mark for mark in marks if mark.start < stop and mark.end > start)
    edges = {start, stop}
    for mark in waiting:
        edges |= {max(mark.start, start), min(mark.end, stop)}
    borders = sorted(edges)
    segments = []
    active: list[Mark] = []
    taken = 0
    for low, high in itertools.pairwise(borders):
        active = [mark for mark in active if mark.end > low]
        fresh = []
        while taken < len(waiting) and waiting[taken].start <= low:
            fresh.append(waiting[taken])
            taken += 1
        active += fresh
        segments.append(
            Segment(
                text[low - start : high - start],
                " ".join(dict.fromkeys(mark.kind for mark in active)),
                "\n".join(mark.title for mark in active if mark.title),
                [mark.anchor for mark in fresh if mark.anchor],
            )
        )
    return segments


# --- templates ----------------------------------------------------------------------------------


def _finalize(value: Any) -> Any:
    if value is None:
        return ""
    # A macro's result is Markup: it went through here piece by piece.
    return printable(value) if type(value) is str else value


def _day(value: date | datetime | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        said = value
        try:
            value = datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
        except ValueError:
            return said  # no date of ours: shown as it is, escaped
    return day_in_words(value)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("vndirective.export", "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "decimal": decimal,
        "decimal_below": decimal_below,
        "day": _day,
        "percent": _percent,
        "warning": warning_in_vietnamese,
        "failure": failure_in_vietnamese,
        "passage": passage_number,
        "place": place_in_words,
    }
    environment.globals |= {"modalities": MODALITIES, "hints": TASK_HINTS, "stances": STANCES}
    return environment


def render(template: str, **values: Any) -> str:
    """Fill one of the templates of this package; every value is escaped."""
    return _environment().get_template(template).render(**values)


# --- one document -------------------------------------------------------------------------------


def document_html(analysis: Analysis) -> str:
    """Make a page of one document: what it is, who must do what by when, the marked text.

    Parameters
    ----------
    analysis : Analysis

    Returns
    -------
    str
        A whole HTML page that loads nothing from elsewhere.
    """
    view = document_view(analysis)
    return render("document.html", **view, segments=_marked(analysis, analysis.text))


def document_view(analysis: Analysis, characters: int | None = None) -> dict[str, Any]:
    """Gather what the templates show of a document.

    Parameters
    ----------
    analysis : Analysis
    characters : int, optional
        How much of the text to mark; by default none of it.

    Returns
    -------
    dict
    """
    frame = analysis.frame
    rows = task_rows(analysis)
    facts = [
        ("Loại văn bản", KINDS.get(frame.kind, frame.kind)),
        ("Số, ký hiệu", frame.number),
        ("Cơ quan ban hành", frame.issuer),
        ("Ngày ban hành", _day(frame.issued_on)),
        ("Người ký", "; ".join(one_line(span.text) for span in frame.signers)),
        ("Kính gửi", "; ".join(one_line(span.text) for span in frame.addressees)),
        ("Tác giả", frame.author),
        ("Đơn vị", frame.unit),
        ("Tệp nguồn", analysis.source.path),
    ]
    return {
        "label": document_label(analysis),
        "title": one_line(frame.title or ""),
        "facts": [(name, value) for name, value in facts if value],
        "counts": [
            (len(rows), "nhiệm vụ, yêu cầu"),
            (sum(row["due"] is not None for row in rows), "có ngày đến hạn"),
            (sum(row["recurs"] for row in rows), "định kỳ"),
            (sum(row["needs_review"] for row in rows), "cần xem lại"),
            (len({actor.canonical for actor in analysis.actors}), "cơ quan, đối tượng"),
            (len(analysis.citations), "văn bản viện dẫn"),
        ],
        "rows": rows,
        "warnings": analysis.warnings,
        "shown": _marked(analysis, analysis.text[:characters]) if characters else [],
        "hidden": max(0, len(analysis.text) - (characters or 0)),
    }


def _marked(analysis: Analysis, text: str) -> list[Segment]:
    marks = [
        Mark(
            duty.start,
            duty.end,
            "k-forbid" if duty.modality == "prohibition" else "k-duty",
            f"Nhiệm vụ {number}: {MODALITIES[duty.modality]} ({duty.strength}/5)",
            f"d{number}",
        )
        for number, duty in enumerate(analysis.obligations, 1)
    ]
    marks += [
        Mark(actor.start, actor.end, "k-actor", f"{ACTOR_TYPES[actor.type]}: {actor.canonical}")
        for actor in analysis.actors
    ]
    marks += [Mark(time.start, time.end, "k-time", _reading(time)) for time in analysis.times]
    marks += [
        Mark(cited.start, cited.end, "k-cite", "Văn bản viện dẫn") for cited in analysis.citations
    ]
    marks += _layout(analysis)
    return split_marks(text, marks)


def _layout(analysis: Analysis) -> Iterator[Mark]:
    """Yield what makes head and foot look like those of the document, without a change to its text.

    Their columns stand in a table without lines, which the text writes as cells of one row.
    """
    text = analysis.text
    for name, span in analysis.frame.fields:
        if name == "title":
            yield Mark(span.start, span.end, "k-title")
    gaps, cells = set(), set()
    for section in analysis.sections:
        if section.kind in _HEAD_AND_FOOT:
            first = text.rfind("\n", 0, section.start) + 1
            last = (text.find("\n", section.end) + 1 or len(text) + 1) - 1
            cells |= {border.span() for border in _BORDER.finditer(text, first, last)}
            # recipients and signature may stand beside each other
            gaps |= {first - 1} if first == section.start else set()
            gaps |= {last} if last == section.end else set()
    for start, end in cells:
        yield Mark(start, end, "k-cell")
    for gap in gaps:
        if 0 < gap < len(text) - 1 and not _EMPTY_LINE.search(text, max(0, gap - 2), gap + 3):
            yield Mark(gap, gap + 1, "k-gap")


def _reading(time: Time) -> str:
    """Say how a time was understood."""
    said = (value_in_vietnamese(time.value), in_vietnamese(one_line(time.derivation)))
    return ": ".join(filter(None, ("Thời gian", " · ".join(filter(None, said)))))


# --- coverage -----------------------------------------------------------------------------------


class _Shown(NamedTuple):
    """A passage of evidence, cut for highlighting."""

    item: Evidence
    segments: list[Segment]


class _ThemeView(NamedTuple):
    theme: Theme
    gap: bool
    #: Evidence by the place of the paper, the best paper first.
    papers: list[tuple[int, list[_Shown]]]
    #: The nearest first.
    misses: list[NearMiss]


def coverage_html(data: CoverageData, directive: Analysis | None = None) -> str:
    """Make a page of a coverage: gaps, matrix, evidence, near misses, duplicates, proposals.

    Parameters
    ----------
    data : CoverageData
        With the classified papers in ``analyses``.
    directive : Analysis, optional
        What the papers speak to, which the page names.

    Returns
    -------
    str
        A whole HTML page that loads nothing from elsewhere.

    Raises
    ------
    ArgumentError
        If the classified papers are not in ``data.analyses``.
    """
    return render("coverage.html", **coverage_view(data, directive), themes=_themes(data))


def coverage_view(data: CoverageData, directive: Analysis | None = None) -> dict[str, Any]:
    """Gather what the templates show of a coverage, the evidence by theme excepted."""
    themes = data.codebook.themes
    proposed: dict[int, list[Any]] = {}
    for place, row in findings.proposals(data):
        proposed.setdefault(place, []).append(row)
    names = findings.paper_names(data.papers)
    papers = [
        {
            "name": names[place],
            "unit": one_line(paper["unit"] or ""),
            "author": paper["author"],
            "path": paper["path"],
            "file": PurePath(paper["path"] or "").name,
            "passages": paper["passages"],
            "language": paper["language"],
            "quality": paper["quality"],
            "cells": [_cell(paper["themes"].get(theme.id)) for theme in themes],
            "proposals": proposed.get(place, []),
            "subjects": findings.subjects(data, place),
            "warnings": data.analyses[place].warnings,
        }
        for place, paper in enumerate(data.papers)
    ]
    spoken = len(themes) - len(data.gaps)
    headline = directive.frame.title if directive else None
    headline = one_line(headline or data.codebook.title)
    return {
        "codebook": data.codebook,
        "headline": headline,
        "directive": _named(directive, headline) if directive else [],
        "blocks": _blocks(len(themes)),
        "papers": papers,
        "gaps": [theme for theme in themes if theme.id in data.gaps],
        "silent": [
            place
            for place, paper in enumerate(data.papers)
            if paper["passages"] and not any(findings.speaks_to(paper, t) for t in themes)
        ],
        "totals": [
            sum(findings.speaks_to(paper, theme) for paper in data.papers) for theme in themes
        ],
        "duplicates": findings.duplicates(data),
        "asked": findings.proposals_by_theme(data),
        "errors": data.errors,
        "warnings": data.warnings,
        "counts": [
            (len(papers), "tham luận"),
            (f"{spoken}/{len(themes)}", "chủ đề có tham luận nói đến"),
            (len(data.gaps), "chủ đề còn bỏ trống"),
            (sum(map(len, proposed.values())), "kiến nghị"),
            (len(data.duplicates), "cặp đoạn trùng lặp"),
            (len(data.errors), "tệp lỗi"),
        ],
    }


def _named(directive: Analysis, shown: str) -> list[tuple[str, str]]:
    """Say which document the papers speak to, without its title where that is shown already."""
    frame = directive.frame
    kind = KINDS.get(frame.kind, frame.kind)
    facts = [
        ("Văn bản chỉ đạo", f"{kind} {frame.number or ''}".strip()),
        ("Trích yếu", "" if one_line(frame.title or "") == shown else frame.title),
        ("Cơ quan ban hành", frame.issuer),
        ("Ngày ban hành", _day(frame.issued_on)),
        ("Tệp nguồn", "" if frame.number or frame.title else directive.source.path),
    ]
    return [(name, one_line(value)) for name, value in facts if value]


def _blocks(themes: int) -> list[tuple[int, int]]:
    """Part the columns of the matrix into blocks that fit a page, as equal as can be."""
    count = max(1, -(-themes // _COLUMNS))
    borders = [themes * block // count for block in range(count + 1)]
    return list(itertools.pairwise(borders))


def _cell(finding: dict[str, Any] | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    score, stance = finding["score"], finding["stance"]
    shade = 0 if stance == "quoting" else min(5, 1 + int(score * 5))
    return {"score": score, "shade": shade, "stance": stance}


def _themes(data: CoverageData) -> list[_ThemeView]:
    by_theme: dict[str, dict[int, list[_Shown]]] = {}
    for item in findings.evidence(data):
        marks = [Mark(start, end, "k-evidence") for start, end in item.spans]
        shown = _Shown(item, split_marks(item.text, marks))
        by_theme.setdefault(item.theme.id, {}).setdefault(item.paper, []).append(shown)
    misses: dict[str, list[NearMiss]] = {}
    for miss in findings.near_misses(data):
        misses.setdefault(miss.theme.id, []).append(miss)
    return [
        _ThemeView(
            theme,
            theme.id in data.gaps,
            _best_first(data, theme, by_theme.get(theme.id, {})),
            sorted(misses.get(theme.id, []), key=lambda miss: -miss.score),
        )
        for theme in data.codebook.themes
    ]


def _best_first(
    data: CoverageData, theme: Theme, papers: dict[int, list[_Shown]]
) -> list[tuple[int, list[_Shown]]]:
    return sorted(
        papers.items(), key=lambda entry: -data.papers[entry[0]]["themes"][theme.id]["score"]
    )
