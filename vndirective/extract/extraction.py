"""All extractors over one segmented text, in the order in which they lean on one another."""

from __future__ import annotations

from dataclasses import dataclass

from vndirective.core.records import Actor, AnalysisWarning, Citation, Obligation, Quote, Time
from vndirective.extract.actors.agencies import Agency
from vndirective.extract.actors.find import find_actors
from vndirective.extract.calendars.working_days import Swaps
from vndirective.extract.citations import find_citations
from vndirective.extract.context import Context
from vndirective.extract.deadlines.resolve import resolve
from vndirective.extract.duties.find import find_duties
from vndirective.extract.duties.obligations import to_records
from vndirective.extract.quotes import find_quotes
from vndirective.extract.tables.rows import before_columns, deadline_cells, task_rows
from vndirective.extract.times.find import find_times
from vndirective.segment.structure import Structure

__all__ = ["Extraction", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was extracted from one text."""

    actors: tuple[Actor, ...]
    times: tuple[Time, ...]
    obligations: tuple[Obligation, ...]
    citations: tuple[Citation, ...]
    quotes: tuple[Quote, ...]
    proposals: tuple[str, ...]
    warnings: tuple[AnalysisWarning, ...]


def extract(
    structure: Structure,
    anchor: str | None,
    agencies: tuple[Agency, ...] = (),
    swaps: Swaps | None = None,
) -> Extraction:
    """Extract actors, times, obligations, citations and quotations.

    Parameters
    ----------
    structure : Structure
    anchor : str or None
        Issue date, ``YYYY-MM-DD``; relative times are counted from it.
    agencies : tuple of Agency
        Bodies that the user names beside those of the library.
    swaps : Swaps, optional
        Swapped working days in place of the shipped table.

    Returns
    -------
    Extraction
    """
    ctx = Context.of(structure, anchor, swaps)
    citations = find_citations(ctx)
    to_view = ctx.view.map.to_view
    cited = [(to_view(c.start), to_view(c.end)) for c in citations]
    mentions, actors = find_actors(ctx, cited, agencies)
    rows = task_rows(ctx, mentions)
    expressions = before_columns(ctx, rows, find_times(ctx, deadline_cells(ctx, rows)))
    quotes = find_quotes(ctx, mentions)
    reader, duties = find_duties(ctx, mentions, expressions, quotes, rows)
    times, limiting = resolve(ctx, expressions, duties, citations)
    obligations, proposals = to_records(
        ctx, reader, duties, [a.canonical for a in actors], times, limiting, quotes
    )
    if anchor is None and any(map(_is_open, times)):
        ctx.warnings.append(
            AnalysisWarning(
                "no_issue_date",
                "no issue date was found: dates without a year and relative times stay open; give "
                "issued_on (--issued-on)",
            )
        )
    return Extraction(
        tuple(actors), tuple(times), tuple(obligations), tuple(citations), tuple(quotes),
        tuple(proposals), tuple(ctx.warnings),
    )  # fmt: skip


def _is_open(time: Time) -> bool:
    """Tell whether an issue date would say more of a time."""
    dated = time.type in ("DATE", "TIME", "RANGE") and "X" in (time.value or "X")
    counted = time.is_deadline and time.type == "DURATION" and time.due is None
    return dated or counted
