"""Compact views for notebooks and for ``repr``."""

from __future__ import annotations

from vndirective.core.records import Analysis, CoverageData
from vndirective.export.frames import document_label
from vndirective.export.html import coverage_view, document_view, render

__all__ = ["coverage_repr_html", "document_repr_html", "document_summary"]

# A notebook keeps every output in its file.
_CHARACTERS = 6_000
_ROWS = 10


def document_repr_html(analysis: Analysis) -> str:
    """Show a document in a notebook: its numbers, its first duties, the start of its text.

    Parameters
    ----------
    analysis : Analysis

    Returns
    -------
    str
        An HTML fragment with its own style.
    """
    return render("document_repr.html", **document_view(analysis, _CHARACTERS), limit=_ROWS)


def coverage_repr_html(data: CoverageData, directive: Analysis | None = None) -> str:
    """Show a coverage in a notebook: its numbers, its gaps and the matrix.

    Parameters
    ----------
    data : CoverageData
    directive : Analysis, optional
        What the papers speak to.

    Returns
    -------
    str
        An HTML fragment with its own style.
    """
    return render("coverage_repr.html", **coverage_view(data, directive))


def document_summary(analysis: Analysis) -> str:
    """Return one line about a document, for ``repr``.

    Parameters
    ----------
    analysis : Analysis

    Returns
    -------
    str
    """
    deadlines = sum(time.is_deadline for time in analysis.times)
    numbers = (
        (len(analysis.obligations), "obligations"),
        (deadlines, "deadlines"),
        (len(analysis.actors), "actors"),
        (len(analysis.warnings), "warnings"),
    )
    issued = analysis.frame.issued_on or "no issue date"
    counted = ", ".join(f"{count} {name}" for count, name in numbers)
    return f"{analysis.frame.kind} {document_label(analysis)!r}, {issued}: {counted}"
