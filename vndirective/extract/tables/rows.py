"""Tables of tasks: a task, a lead and a deadline in each row.

"Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Sản phẩm" heads one. Where columns say who leads and until
when and none says what to do, the column that says most is that of the tasks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from vndirective.core.resources import lexicon
from vndirective.core.tokens import Tokens, token_keys
from vndirective.extract.actors.scan import Mention
from vndirective.extract.context import Context
from vndirective.extract.cues import cues
from vndirective.extract.tables.cells import BAR, ITEM_ENDS, Cell, bars_around, cells_of, items_of
from vndirective.extract.tables.headless import headless_rows, is_time
from vndirective.extract.tables.heads import (
    Heading,
    assumed_columns,
    columns_of,
    is_numbered,
    is_timetable,
    may_be_budget,
    only_reports,
    read_heading,
)
from vndirective.extract.tables.stacked import stacked_rows
from vndirective.extract.tables.task_lists import ASSIGNS, BULLETS, TASKS, Cells, roles
from vndirective.extract.times.find import Expression

__all__ = ["before_columns", "deadline_cells", "task_rows"]

#: How many paragraphs the first cell of a row may have.
_PARAGRAPHS = 4
#: A cell of fewer characters may be the number of a row.
_NUMBER = 6
#: How long a row that is a time may be, in tokens: "Trước ngày 30/6/2025".
_LONGEST_TIME = 9
#: What the first of several columns says.
_ONCE = frozenset(("deadline", "before", "product"))


@cache
def _dittos() -> frozenset[str]:
    return frozenset("".join(token_keys(word)) for word in lexicon("tasks")["ditto"])


@dataclass(slots=True)
class _Table:
    """The kinds of the columns, and the rows below: the index of their line, and their cells.

    ``assumed`` says that only the rows can tell whether tasks are assigned here; ``heads`` are the
    lines of the head. A timetable has no ``kinds``, so that its rows say nothing. ``periods`` are
    the columns that a quarter or month heads, in which rows have a mark.
    """

    kinds: tuple[str | None, ...]
    heads: list[int]
    assumed: bool
    periods: dict[int, Cell] = field(default_factory=dict)
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    above: dict[int, Cells] = field(default_factory=dict)  # of rows, who and when by a row above


def task_rows(ctx: Context, mentions: list[Mention]) -> dict[int, Cells]:
    """Return the rows of the tables of tasks, by the index of their line.

    The head of a table and the row of one that reports what was done say nothing of a task.
    """
    rows: dict[int, Cells] = {}
    if BAR in ctx.view.text:
        named = {mention.first: mention.last for mention in mentions}
        for table in _tables(ctx, named):
            if not table.assumed or _assigns(ctx.tokens, table, named):
                rows |= dict.fromkeys(table.heads, Cells())
                _read_rows(ctx.tokens, table, rows)
    if BAR in ctx.view.raw:
        _rows_of_cells(ctx, rows)
    rows |= {n: _completed(row) for n, row in stacked_rows(ctx).items()}
    rows = headless_rows(ctx, mentions) | rows
    for n, row in rows.items():
        if "lead" in row and (said := roles(ctx.tokens, *row["lead"])) is not None:
            rows[n] = row | said
    return rows


def _tables(ctx: Context, named: dict[int, int]) -> list[_Table]:
    """Find the tables that have a row a line; ``named`` is where actors begin and end."""
    found: list[_Table] = []
    table: _Table | None = None
    tokens, to_raw = ctx.tokens, ctx.view.map.to_raw
    told = [(s.start, s.end) for s in ctx.structure.sections if s.kind == "table"]
    under_head = False  # whether the line before is the head of a table
    above = Cells()  # whom, and what time, rows name that say nothing else
    for n, line in enumerate(ctx.structure.lines):
        start, end = to_raw(line.start, line.end)
        if BAR not in line.text:
            # a row that is one cell over all columns, or whose other cells are empty, ends no table
            # that the file tells, nor does a line that is a day or somebody
            k = bisect_right(told, (start, end)) - 1
            within = k >= 0 and told[k][0] < start < told[k][1]
            within = within or bars_around(ctx.view.raw, start, end) != (0, 0)
            before, above = above, _held_below(tokens, ctx.line_tokens[n], named, above)
            if not within and above.items() <= before.items():
                table = None
            continue
        cells = cells_of(ctx, n)
        headings = [read_heading(tokens, a, b) for a, b in cells]
        head = not is_numbered(tokens, cells)
        kinds = columns_of(headings) if head else None
        assumed = assumed_columns(headings) if head and kinds is None else None
        said = [h.kind or h.weak for h in headings]
        if (columns := kinds or assumed) is not None:
            table = _Table(columns, [n], assumed=kinds is None or may_be_budget(kinds))
            table.periods = {
                k: (a, b)
                for k, (a, b) in enumerate(cells)
                if columns[k] is None and is_time(tokens, a, b)
            }
            found.append(table)
            under_head, above = True, Cells()
            continue
        if head and is_timetable(headings):
            table = _Table((), [n], assumed=False)
            found.append(table)
            under_head, above = False, Cells()
            continue
        if table is not None and under_head and all(
            kind is not None for kind, (a, b) in zip(said, cells, strict=True) if a < b
        ):  # fmt: skip
            # the second row of a head says more of some columns
            both = zip_longest(table.kinds, said)
            table.kinds = tuple(new or old for old, new in both)
            table.heads.append(n)
        elif table is not None and len(cells) >= len(table.kinds) - 1:
            table.rows.append((n, cells))
            filled = [(a, b) for a, b in cells[is_numbered(tokens, cells) :] if a < b]
            alone = len(filled) == 1 or (len(filled) == 2 and _numbers_group(tokens, filled[0]))
            held = _held_below(tokens, filled[-1], named, above) if alone else above
            if not alone or (is_numbered(tokens, cells) and held.items() <= above.items()):
                table.above[n] = above
            else:
                above = held  # "II | Sở Tài chính | | "
        under_head = False
    return found


def _read_rows(tokens: Tokens, table: _Table, rows: dict[int, Cells]) -> None:
    kinds = table.kinds
    if not set(kinds).intersection(TASKS):
        widest = _widest(tokens, table)
        kinds = tuple("task" if k == widest else kind for k, kind in enumerate(kinds))
    reported, above = only_reports(kinds), Cells()
    for n, cells in table.rows:
        row = table.above.get(n, Cells()).copy()
        first: set[str] = set()  # of two columns that say until when the first counts
        for kind, cell in zip(kinds, cells, strict=False):
            if kind and cell[0] < cell[1] and kind not in first:
                row[kind] = cell
                first |= {kind} & _ONCE
        if "deadline" not in row and (until := _marked(tokens, table.periods, cells)) is not None:
            row["deadline"] = until
        row = {kind: _or_above(tokens, kind, cell, above) for kind, cell in row.items()}
        above = above if row.keys() <= {"number", "task"} else row  # over "II | Về bếp ăn | | "
        whole = (cells[0][0], cells[-1][1])
        counts = not any(map(str.isalpha, tokens.keys[slice(*row.get("task", whole))]))
        rows[n] = {} if reported or counts else _completed(row)


def _marked(tokens: Tokens, periods: dict[int, Cell], cells: list[Cell]) -> Cell | None:
    """Return the heads of the columns that have a mark: "Quý I | Quý II" above " | x"."""
    marks = set(lexicon("tasks")["marks"])
    said = [
        k
        for k in periods
        if k < len(cells) and cells[k][1] - cells[k][0] == 1 and tokens.keys[cells[k][0]] in marks
    ]
    if not said or said[-1] - said[0] >= len(said):
        return None  # none, or with a gap between them
    return periods[said[0]][0], periods[said[-1]][1]


def _widest(tokens: Tokens, table: _Table) -> int | None:
    """Return the column without a label whose cells say most."""
    size = [0] * len(table.kinds)
    for _, cells in table.rows:
        for k, (i, end) in enumerate(cells[: len(size)]):
            if table.kinds[k] is None and i < end:
                size[k] += tokens.ends[end - 1] - tokens.starts[i]
    return size.index(max(size)) if any(size) else None


def deadline_cells(ctx: Context, rows: dict[int, Cells]) -> set[tuple[int, int]]:
    """Return the view spans of the cells of tables, and of their items, that say until when."""
    starts, ends, tokens = ctx.tokens.starts, ctx.tokens.ends, ctx.tokens
    found: set[tuple[int, int]] = set()
    for row in rows.values():
        if "deadline" in row:
            items = items_of(tokens, row) if "task" in row else []
            for first, end in (row["deadline"], *(said["deadline"] for _, said in items)):
                found.add((starts[first], ends[end - 1]))
    return found


def before_columns(
    ctx: Context, rows: dict[int, Cells], expressions: list[Expression]
) -> list[Expression]:
    """Read the days below "Hoàn thành trước" as the days before which something must be done."""
    starts = [expression.start for expression in expressions]
    found = list(expressions)
    for row in rows.values():
        if "before" in row:
            i, end = row["before"]
            first = bisect_left(starts, ctx.tokens.starts[i])
            for n in range(first, bisect_left(starts, ctx.tokens.ends[end - 1], first)):
                if found[n].relation == "ON":
                    found[n] = found[n]._replace(relation="BEFORE")
    return found


def _or_above(tokens: Tokens, kind: str, cell: Cell, above: Cells) -> Cell:
    """Read "nt", "như trên" and the like as what the cell above says."""
    if kind not in above or kind not in ASSIGNS | {"before"}:
        return cell
    said = "".join(key for key in tokens.keys[slice(*cell)] if key not in BULLETS | ITEM_ENDS)
    return above[kind] if said in _dittos() else cell


def _completed(row: Cells) -> Cells:
    """What somebody asks for is the task of its row, and what it must be done before its deadline."""
    for kind, meant in (("proposal", "task"), ("before", "deadline")):
        if kind in row:
            row = row | {meant: row[kind]}
    return row


def _held_below(tokens: Tokens, cell: Cell, named: dict[int, int], above: Cells) -> Cells:
    """Return what holds below a row that is one cell: "Sở Tài chính" and "Tháng 4/2025" do.

    Whatever else it says ends what a body above it leads.
    """
    i, end = cell
    if i < end and named.get(i) == end:
        return above | {"lead": cell}
    if i < end and end - i <= _LONGEST_TIME and is_time(tokens, i, end):
        return above | {"deadline": cell}
    return {kind: said for kind, said in above.items() if kind != "lead"}


def _numbers_group(tokens: Tokens, cell: Cell) -> bool:
    """Tell the number of a group of rows: "II", "A.", "3"."""
    i, end = cell
    return end - i <= 2 and (set(tokens.keys[i]) <= set("ivx") or len(tokens.keys[i]) == 1)


def _assigns(tokens: Tokens, table: _Table, named: dict[int, int]) -> bool:
    """Tell whether most rows of a table name somebody, and begin their task with a verb."""
    lead, task = table.kinds.index("lead"), table.kinds.index("task")
    rows = [cells for _, cells in table.rows if len(cells) > max(lead, task)]
    # "(1) | (2) | (3)" is none
    rows = [cells for cells in rows if any(map(str.isalpha, tokens.keys[slice(*cells[task])]))]
    names = [cells for cells in rows if cells[lead][0] in named]
    spent = set(lexicon("tasks")["spending"])  # "Chi công tác phí" is no order
    orders = [
        cells
        for cells in rows
        if cues().openers.match(tokens, cells[task][0]) and tokens.keys[cells[task][0]] not in spent
    ]
    return min(len(names), len(orders)) * 2 > len(rows)


# --- tables that are written a cell a line ---------------------------------------------------------


def _rows_of_cells(ctx: Context, rows: dict[int, Cells]) -> None:
    """Find the rows of tables that are written a cell a line, with lines of "|" between them.

    A row of n columns takes n + 1 bars, its own and the one that ends it. The lines of a table that
    say nothing of a task are in the result, too, with no cells: they are no sentences.
    """
    lines = ctx.structure.lines
    bars = _bars_before(ctx)
    if 1 not in bars:
        return  # no two cells follow one another
    n = 0
    while n < len(lines):
        last = n
        while last + 1 < len(lines) and bars[last + 1] == 1:
            last += 1
        headings = [_heading_of_line(ctx, k) for k in range(n, last + 1)] if last > n else []
        # behind what stands before the table
        first = next((k for k, heading in enumerate(headings) if heading.kind), len(headings))
        kinds = columns_of(headings[first:]) if first < len(headings) else None
        n += first
        if kinds is None or not set(kinds).intersection(TASKS):
            n = max(last, n + 1)
            continue
        end = _read_cells(ctx, bars, last, kinds, rows)
        if only_reports(kinds):
            rows.update((k, {}) for k in range(n, end))
        rows.update((k, {}) for k in range(n, last + 1))
        n = end


def _read_cells(
    ctx: Context, bars: list[int], last: int, kinds: tuple[str | None, ...], rows: dict[int, Cells]
) -> int:
    """Read the rows below the head that ends in line ``last``; return the line after the table."""
    lines, tokens = ctx.structure.lines, ctx.tokens
    numbered = kinds[0] == "number"
    column = len(kinds) - 1
    row: Cells = {}
    task, lost = -1, False
    k = last + 1
    while k < len(lines):
        column += bars[k]
        number = numbered and bars[k] > 1 and len(lines[k].text) < _NUMBER
        if column > len(kinds) or (number and column > 0):
            # the next row; cells that rows share make it begin early or late
            column -= len(kinds) + 1
            row, task = {}, -1
            lost = numbered and not number
            column = 0 if number or lost else column
            if column == 0 and _is_text(bars, k, lost):
                break
        if not 0 <= column < len(kinds):
            break
        rows[k] = {}
        kind = None if lost else kinds[column]
        first, end = tokens.first_at(lines[k].start), tokens.first_at(lines[k].end)
        if kind in TASKS and task < 0:
            task, row = k, {}
        if kind is not None and first < end:
            row[kind] = (row[kind][0] if kind in row else first, end)
        if task >= 0 and row.keys() & set(TASKS):
            rows[task] = _completed(row)
        k += 1
    return k


def _is_text(bars: list[int], k: int, lost: bool) -> bool:
    """Tell what follows a table from its next row: no bar ends it soon."""
    paragraphs = 1
    while k + paragraphs < len(bars) and bars[k + paragraphs] == 0:
        paragraphs += 1
    return paragraphs > (1 if lost else _PARAGRAPHS) or k + paragraphs == len(bars)


def _heading_of_line(ctx: Context, n: int) -> Heading:
    line, tokens = ctx.structure.lines[n], ctx.tokens
    return read_heading(tokens, tokens.first_at(line.start), tokens.first_at(line.end))


def _bars_before(ctx: Context) -> list[int]:
    """How many bars the text has between each line and the one before it."""
    found, at = [], 0
    raw, to_raw = ctx.view.raw, ctx.view.map.to_raw
    for line in ctx.structure.lines:
        start, end = to_raw(line.start, line.end)
        found.append(raw.count(BAR, at, start))
        at = end
    return found
