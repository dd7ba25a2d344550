"""Segmentation of one text: frame, outline and sentences, as records in raw offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vndirective.core.records import Block, Frame, Section
from vndirective.core.view import View
from vndirective.segment.fields import frame_of
from vndirective.segment.frame import roles_of
from vndirective.segment.kinds import is_news
from vndirective.segment.lines import Line, lines_of
from vndirective.segment.outline import Unit, is_heading, outline
from vndirective.segment.sentences import sentences_of

__all__ = ["Structure", "segment"]

_BODY = ("body", "caption", "salutation")


@dataclass(slots=True)
class Structure:
    """What segmentation found.

    Attributes
    ----------
    view : View
        The text as the rules read it.
    lines : list of Line
        Its non-blank lines, and in ``roles`` what each is.
    units : list of Unit
        The outline, in view offsets.
    spans : list of tuple of int
        The sentences, in view offsets.
    frame : Frame
    sections : tuple of Section
        Frame parts and outline units, in raw offsets, in the order of the text.
    sentences : tuple of tuple of int
        The sentences, in raw offsets.
    """

    view: View
    lines: list[Line]
    roles: list[str]
    units: list[Unit]
    spans: list[tuple[int, int]]
    frame: Frame
    sections: tuple[Section, ...]
    sentences: tuple[tuple[int, int], ...]


def segment(view: View, layout: Sequence[Block] = ()) -> Structure:
    """Segment a text into frame, outline and sentences.

    Parameters
    ----------
    view : View
    layout : sequence of Block, optional
        What the file itself says to be a heading, a table or a footnote.

    Returns
    -------
    Structure
    """
    placed = [(b.kind, view.map.to_view(b.start), view.map.to_view(b.end)) for b in layout]
    view.bold.update(
        start for kind, start, end in placed if kind == "heading" and _heads(view.text[start:end])
    )
    lines = lines_of(view)
    news = is_news(lines)
    roles = roles_of(lines, news)
    for i, _ in _lines_in("footnote", placed, lines):
        roles[i] = "footnote"
    units = outline(lines, roles)
    spans = list(sentences_of(lines, roles))
    to_raw = view.map.to_raw
    return Structure(
        view=view,
        lines=lines,
        roles=roles,
        units=units,
        spans=spans,
        frame=frame_of(view, lines, roles, news),
        sections=_sections(view, lines, roles, units, placed),
        sentences=tuple(to_raw(a, b) for a, b in spans),
    )


def _heads(text: str) -> bool:
    """Tell a heading from a statement in a heading style, which some use for its number."""
    return text.rstrip()[-1:] not in (".", ";", ",", "!")


def _lines_in(
    kind: str, placed: list[tuple[str, int, int]], lines: list[Line]
) -> Iterator[tuple[int, int]]:
    """Yield the lines inside the blocks of a kind, and the number of the block of each."""
    starts = [line.start for line in lines]
    for number, (_, start, end) in enumerate(block for block in placed if block[0] == kind):
        for i in range(bisect_left(starts, start), bisect_left(starts, end)):
            yield i, number


def _sections(
    view: View,
    lines: list[Line],
    roles: list[str],
    units: list[Unit],
    placed: list[tuple[str, int, int]],
) -> tuple[Section, ...]:
    to_raw = view.map.to_raw
    sections = [
        Section(
            u.id,
            u.kind,
            u.label,
            u.heading,
            *to_raw(u.start, u.end),
            units[u.parent].id if u.parent is not None else None,
        )
        for u in units
    ]
    counts: dict[str, int] = {}

    def name(kind: str) -> str:
        counts[kind] = counts.get(kind, 0) + 1
        return kind if counts[kind] == 1 else f"{kind}-{counts[kind]}"

    zones: list[tuple[str, int, int]] = []
    for line, role in zip(lines, roles, strict=True):
        zone = "body" if role in _BODY else role
        if zones and zones[-1][0] == zone:
            zones[-1] = (zone, zones[-1][1], line.end)
        else:
            zones.append((zone, line.start, line.end))
        if role in ("caption", "salutation") or (role == "body" and is_heading(line)):
            kind = "heading" if role == "body" else role
            heading = line.text if kind == "heading" else None
            sections.append(
                Section(name(kind), kind, None, heading, *to_raw(line.start, line.end), None)
            )
    # Head and foot stand in tables, too, which say nothing but where on the page.
    tables: dict[int, list[Line]] = {}
    for i, number in _lines_in("table", placed, lines):
        if roles[i] == "body":
            tables.setdefault(number, []).append(lines[i])
    for inside in tables.values():
        start, end = to_raw(inside[0].start, inside[-1].end)
        sections.append(Section(name("table"), "table", None, None, start, end, None))
    sections.extend(Section(name(z), z, None, None, *to_raw(a, b), None) for z, a, b in zones)
    sections.sort(key=lambda s: (s.start, -s.end))
    return tuple(sections)
