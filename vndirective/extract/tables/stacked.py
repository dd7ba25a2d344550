"""Tables of tasks whose cells stand one below the other, as copying out of a file leaves them.

"TT / Nội dung / Đơn vị chủ trì / Thời hạn" on a line each, then "1", what to do, who, until when,
"2" and so on. Such a table is read where every row has a line for each column; where it has not,
nobody can tell which cell is which, and a warning says so.
"""

from __future__ import annotations

from vndirective.core.records import AnalysisWarning
from vndirective.extract.context import Context
from vndirective.extract.tables.task_lists import TASKS, Cells, labels

__all__ = ["stacked_rows"]

#: The fewest columns of a table, its numbers included, and the most.
_FEWEST, _MOST = 3, 9
#: How long the head of a column may be, in characters.
_HEAD = 40
#: How long the head of the column of numbers may be: "Số thứ tự".
_NUMBER = 16
_STATED = frozenset(("lead", "partner", "deadline"))


def stacked_rows(ctx: Context) -> dict[int, Cells]:
    """Return the rows, by the line of their task; the other lines of a table say nothing more."""
    rows: dict[int, Cells] = {}
    n, lines = 0, ctx.structure.lines
    while n < len(lines):
        kinds = _heads(ctx, n) if len(lines[n].text) <= _NUMBER else []
        if not kinds:
            n += 1
            continue
        first = n + len(kinds)
        span = ctx.span(lines[n].start, lines[first - 1].end)
        if "|" in span.text:
            n = first  # a table that has cells
            continue
        found = _rows(ctx, first, kinds)
        if found is None:
            message = "a table whose cells stand one below the other: its tasks were not read"
            ctx.warnings.append(AnalysisWarning("stacked_table", message, span.start, span.end))
            n = first
            continue
        rows |= dict.fromkeys(range(n, first), Cells()) | found
        n = max(found) + 1
    return rows


def _heads(ctx: Context, n: int) -> list[str]:
    """Return the kinds of the columns whose heads begin at a line: a number, a task, who or when."""
    kinds: list[str] = []
    for k in range(n, min(len(ctx.structure.lines), n + _MOST)):
        kind = _head(ctx, k)
        if kind is None or (not kinds and kind != "number"):
            break
        kinds.append(kind)
    assigns = not _STATED.isdisjoint(kinds) and any(kind in kinds for kind in TASKS)
    return kinds if len(kinds) >= _FEWEST and assigns else []


def _head(ctx: Context, n: int) -> str | None:
    """Return what the head of a column says, "" for a column of remarks; None for other lines."""
    line = ctx.structure.lines[n]
    i, end = ctx.line_tokens[n]
    if line.marker is not None or i >= end or len(line.text) > _HEAD:
        return None
    if ctx.view.folded[line.start : line.end].strip(" *.") == "ghi chú":
        return ""
    label = labels().match(ctx.tokens, i)
    return label[1] if label is not None and label[0] == end else None


def _rows(ctx: Context, first: int, kinds: list[str]) -> dict[int, Cells] | None:
    """Return the rows below the heads, None where they do not go by the number of columns."""
    lines, size = ctx.structure.lines, len(kinds)
    found: dict[int, Cells] = {}
    n, number = first, 1
    while n + size <= len(lines) and _is_number(lines[n].text, number):
        if any(_is_number(lines[k].text, number + 1) for k in range(n + 1, n + size)):
            return None
        below = n + size
        if below < len(lines) and not _is_number(lines[below].text, number + 1):
            # the last row, unless a cell has more lines than one
            rest = range(below, min(len(lines), below + size))
            if any(_is_number(lines[k].text, number + 1) for k in rest):
                return None
        cells = {kind: ctx.line_tokens[n + k] for k, kind in enumerate(kinds) if kind}
        cells = {kind: (i, end) for kind, (i, end) in cells.items() if i < end and kind != "number"}
        task = next((n + k for k, kind in enumerate(kinds) if kind in TASKS), n)
        found |= {k: Cells() for k in range(n, below) if k != task} | {task: cells}
        n, number = below, number + 1
    return found or None


def _is_number(text: str, number: int) -> bool:
    figures = text.strip(" .)")
    return figures.isdigit() and len(figures) <= 3 and int(figures) == number
