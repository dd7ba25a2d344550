"""Agendas: the lines of an invitation that say when, where and about what a meeting is.

"3. Nội dung: thống nhất phương án bồi thường" orders nothing, and "1. Thời gian: 14h00 ngày 05/11"
is no deadline. Nor does a timetable ("8h00 - 9h00: Khai mạc") or somebody's week ("Lịch công tác
tuần 33 / Thứ hai: Chủ tịch dự họp") order anything.
"""

from __future__ import annotations

from vndirective.core.patterns import compiled
from vndirective.extract.context import Context
from vndirective.extract.cues import cues
from vndirective.segment.marks import bare_text

__all__ = ["agenda_lines"]

#: Within how many lines a text says that it invites.
_TOP = 20
#: "8h00 - 9h00", "Từ 07:30 đến 08:00:" at the head of a line, with what happens then or without it.
_HOURS = r"(?i:từ\s+)?\d{1,2}\s?[hg:]\s?\d{0,2}\s*(?:[-–]|(?i:đến))\s*\d{1,2}\s?[hg:]\s?\d{0,2}\s*(?::|\Z)"
#: "Thứ Hai (12/8):", "Sáng 12/8:" at the head of a line.
_DAY = r"(?i:(?:thứ|chủ\s+nhật|sáng|chiều|tối)\b|ngày\s+\d|\d{1,2}[/.-]\d)[^:]{0,24}:"
_BULLETS = "*+- "
#: How long the title of a schedule may be.
_TITLE = 80


def agenda_lines(ctx: Context) -> frozenset[int]:
    """Return the indices of the lines that tell of a meeting, or of the hours and days of one."""
    found = _timetable(ctx)
    if not _invites(ctx):
        return frozenset(found)
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


def _timetable(ctx: Context) -> set[int]:
    """Return the lines that begin with hours, or follow them; in a schedule those of its days.

    One line of hours is no timetable, and a line that says what somebody must do is none of it.
    """
    lines, hours, day = ctx.structure.lines, compiled(_HOURS), compiled(_DAY)
    schedules, tokens = cues().schedules, ctx.tokens
    timed: list[tuple[int, ...]] = []
    days: set[int] = set()
    schedule = False
    for n, line in enumerate(lines):
        text = line.text.lstrip(_BULLETS)
        hour = hours.match(text)
        if hour is not None:
            timed.append((n,) if text[hour.end() :].strip() else (n, n + 1))
        i, end = ctx.line_tokens[n]
        i += i < end and tokens.keys[i] in _BULLETS
        if i < end and len(text) < _TITLE and schedules.match(tokens, i) is not None:
            schedule = True
        elif schedule and day.match(text):
            days.add(n)
        elif line.marker is not None:
            schedule = False  # what has a number goes on with something else
    found = days.union(*timed) if len(timed) > 1 else days
    return {n for n in found if n >= len(lines) or not _demands(ctx, n)}


def _demands(ctx: Context, n: int) -> bool:
    """Tell whether a line has a word that demands or forbids."""
    table, tokens = cues(), ctx.tokens
    return any(table.modals.match(tokens, k) for k in range(*ctx.line_tokens[n]))


def _invites(ctx: Context) -> bool:
    structure, table = ctx.structure, cues()
    if structure.frame.kind not in ("other", "official_dispatch", "notice"):
        return False
    titles = (bare_text(line.text) for line in structure.lines[:_TOP])
    return any(title.startswith(table.invitations) for title in titles)
