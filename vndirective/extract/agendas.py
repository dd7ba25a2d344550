"""Agendas: the lines of an invitation that say when, where and about what a meeting is.

"3. Nội dung: thống nhất phương án bồi thường" orders nothing, and "1. Thời gian: 14h00 ngày 05/11"
is no deadline.
"""

from __future__ import annotations

from vndirective.extract.context import Context
from vndirective.extract.cues import cues
from vndirective.segment.frame import bare_text

__all__ = ["agenda_lines"]

#: Within how many lines a text says that it invites.
_TOP = 20


def agenda_lines(ctx: Context) -> frozenset[int]:
    """Return the indices of the lines that tell of the meeting a text invites to."""
    if not _invites(ctx):
        return frozenset()
    found: set[int] = set()
    lines, tokens, table = ctx.structure.lines, ctx.tokens, cues()
    listed: str | None = None  # the marker of a label that a list stands below
    for n, line in enumerate(lines):
        i, end = ctx.line_tokens[n]
        label = table.agenda.match(tokens, i) if i < end else None
        marker = line.marker.family if line.marker else ""
        if label is not None and label[0] < end and tokens.keys[label[0]] == ":":
            found.add(n)
            listed = marker if label[0] + 1 >= end else None
        elif listed is not None and line.marker and marker != listed:
            found.add(n)
        else:
            listed = None
    return frozenset(found)


def _invites(ctx: Context) -> bool:
    structure, table = ctx.structure, cues()
    if structure.frame.kind not in ("other", "official_dispatch", "notice"):
        return False
    titles = (bare_text(line.text) for line in structure.lines[:_TOP])
    return any(title.startswith(table.invitations) for title in titles)
