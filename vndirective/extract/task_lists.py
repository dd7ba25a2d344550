"""Task lists: tables with a task, a lead and a deadline in each row, and labeled lines under a task.

"Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Sản phẩm" heads a table; "Đơn vị chủ trì: …; thời gian: …"
says the same of the task above it or before it, and so does "(Trạm Y tế chủ trì)" at its end. The
labels are data, ``lexicons/tasks.json``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from vndirective.core.resources import lexicon
from vndirective.core.tokens import Tokens, Trie, token_keys
from vndirective.extract.context import Context
from vndirective.extract.openings import Openings

__all__ = [
    "Cells",
    "bracketed",
    "deadline_cells",
    "items_of",
    "labeled",
    "labels_behind",
    "task_rows",
]

#: What a column or a label says of a task, with the tokens that say it.
Cells = dict[str, tuple[int, int]]

_BAR = "|"
#: A head says at least so many things of a task.
_LEAST = 2
#: How many paragraphs the first cell of a row may have.
_PARAGRAPHS = 4
#: A cell of fewer characters may be the number of a row.
_NUMBER = 6
#: What labels behind a task must say, one of it at least: "kết quả: …" alone may tell what came out.
_ASSIGNS = frozenset(("lead", "partner", "deadline"))
#: Columns that hold the task itself, given or asked for.
_TASKS = ("task", "proposal")
#: Signs before the items of a cell, and what parts the items.
_BULLETS = frozenset("-–+•*")
_ITEM_ENDS = frozenset(";.")
#: What parts a label from what stands before it.
_PARTS = frozenset(";.,")


@cache
def _labels() -> Trie[str]:
    labels = lexicon("tasks")["labels"]
    return Trie((label, kind) for kind, some in labels.items() for label in some)


@cache
def _words(name: str) -> Trie[str]:
    return Trie((word, word) for word in lexicon("tasks")[name])


@cache
def _dittos() -> frozenset[str]:
    return frozenset("".join(token_keys(word)) for word in lexicon("tasks")["ditto"])


@dataclass(frozen=True, slots=True)
class _Head:
    """The kinds of the columns, and whether they report what was done and assign nothing."""

    kinds: tuple[str | None, ...]
    reports: bool


def labeled(tokens: Tokens, i: int, end: int) -> Cells | None:
    """Read a line of labels: "Đơn vị chủ trì: Sở A; thời hạn: tháng 5".

    Parameters
    ----------
    tokens : Tokens
    i, end : int
        The tokens of the line, after its marker.

    Returns
    -------
    dict or None
        None where the line does not start with a label and a colon.
    """
    if i >= end or tokens.keys[i] not in _labels():
        return None
    found: Cells = {}
    at, kind = i, None
    k = i
    while k < end:
        label = _labels().match(tokens, k) if k == i or tokens.keys[k - 1] in _PARTS else None
        if label is not None and label[0] < end and tokens.keys[label[0]] == ":":
            if kind is not None:
                found[kind] = (at, k - 1)
            kind, at = label[1], label[0] + 1
            k = at
            continue
        if kind is None:
            return None
        k += 1
    if kind is None or kind in ("number", *_TASKS):
        return None
    while end > at and tokens.keys[end - 1] in ".;,/":
        end -= 1
    found[kind] = (at, end)
    return found


def labels_behind(tokens: Tokens, i: int, end: int) -> tuple[int, Cells] | None:
    """Find the labels behind a task in its sentence: "Rà soát nhà trọ; chủ trì: Công an xã".

    Returns
    -------
    tuple or None
        The token after the task, and what the labels say.
    """
    depth = 0
    if ":" not in tokens.keys[i:end]:
        return None
    for k in range(i + 1, end - 1):
        mark = tokens.keys[k - 1]
        depth += (mark == "(") - (mark == ")")
        if mark not in _PARTS or depth > 0:
            continue
        label = _labels().match(tokens, k)
        if label and label[1] in _ASSIGNS and label[0] < end and tokens.keys[label[0]] == ":":
            cells = labeled(tokens, k, end)
            return (k - 1, cells) if cells else None
    return None


def bracketed(reader: Openings, i: int, end: int) -> tuple[int, Cells] | None:
    """Read brackets at the end of a task: "(chủ trì: Sở A)", "(Sở A chủ trì, phối hợp với Sở B)".

    Returns
    -------
    tuple or None
        The token after the brackets, and what they say of the task.
    """
    keys = reader.keys
    end = reader.without_stop(i, end)
    if end <= i or keys[end - 1] != ")":
        return None
    start, depth = end - 1, 1
    while depth and start > i:
        start -= 1
        depth += (keys[start] == ")") - (keys[start] == "(")
    if depth or start == i:
        return None
    cells = labeled(reader.tokens, start + 1, end - 1)
    if cells is None or not set(cells) & _ASSIGNS:
        cells = _led(reader, start + 1, end - 1)
    return None if cells is None else (end, cells)


def _led(reader: Openings, i: int, end: int) -> Cells | None:
    """Read "giao Công an xã chủ trì, phối hợp với Trạm Y tế"."""
    assigned = _words("assigning").match(reader.tokens, i)
    i = assigned[0] if assigned else i
    after = reader.subjects(i, end)[1]
    verb = _words("leading").match(reader.tokens, after) if i < after < end else None
    if verb is None or verb[0] > end or (verb[0] < end and reader.keys[verb[0]] not in _PARTS):
        return None
    return {"lead": (i, after)}


def task_rows(ctx: Context) -> dict[int, Cells]:
    """Return the rows of the tables of tasks, by the index of their line.

    The row of a table that reports what was done says nothing of a task.
    """
    rows: dict[int, Cells] = {}
    head: _Head | None = None
    above: Cells = {}
    tokens, to_raw = ctx.tokens, ctx.view.map.to_raw
    tables = [(s.start, s.end) for s in ctx.structure.sections if s.kind == "table"]
    under_head = False  # whether the line before is the head of a table
    for n, line in enumerate(ctx.structure.lines):
        start, end = to_raw(line.start, line.end)
        if _BAR not in line.text:
            # a row that is one cell over all columns does not end a table that the file tells
            k = bisect_right(tables, (start, end)) - 1
            if head is not None and not (k >= 0 and tables[k][0] < start < tables[k][1]):
                head = None
            continue
        i, stop = tokens.first_at(line.start), tokens.first_at(line.end)
        cells = [(i, i)] * _bars_in_front(ctx.view.raw, start) + _cells(tokens, i, stop)
        kinds = tuple(_kind(tokens, a, b) for a, b in cells)
        known = [kind for kind in kinds if kind]
        if _heads_tasks(known):
            head, under_head, above = _Head(kinds, _reports(known)), True, {}
            continue
        if head is not None and under_head and len(known) == sum(a < b for a, b in cells):
            # the second row of a head says more of some columns
            both = zip_longest(head.kinds, kinds)
            head = _Head(tuple(new or old for old, new in both), head.reports)
            rows[n] = {}
        elif head is not None and len(cells) >= len(head.kinds) - 1:
            said = zip(head.kinds, cells, strict=False)
            row = {kind: cell for kind, cell in said if kind and cell[0] < cell[1]}
            above = {kind: _or_above(tokens, kind, cell, above) for kind, cell in row.items()}
            counts = not any(map(str.isalpha, tokens.keys[slice(*row.get("task", (i, stop)))]))
            rows[n] = {} if head.reports or counts else _with_task(above)
        under_head = False
    return rows | _rows_of_cells(ctx)


def items_of(tokens: Tokens, i: int, end: int) -> list[tuple[int, int]]:
    """Part a cell that lists several tasks: "- Rà soát nhà trọ; - Kiểm tra bếp ăn", "1. …; 2. …".

    Returns
    -------
    list of tuple of int
        The tokens of each item, without its sign; the cell as it is where it does not open with one.
    """
    keys = tokens.keys
    at = _after_sign(keys, i, end)
    if at == i:
        return [(i, end)]
    found = []
    for k in range(at + 1, end):
        after = _after_sign(keys, k, end) if keys[k - 1] in _ITEM_ENDS else k
        if after > k:
            found.append((at, k))
            at = after
    return [(a, _without_end(keys, a, b)) for a, b in (*found, (at, end))]


def _after_sign(keys: list[str], k: int, end: int) -> int:
    """Return the token behind the sign of an item, ``k`` where there is none."""
    if keys[k] in _BULLETS:
        after = k + 1
    else:
        numbered = len(keys[k]) <= 2 and (keys[k].isdigit() or len(keys[k]) == 1)
        after = k + 2 if numbered and keys[k + 1 : k + 2] in (["."], [")"]) else k
    return after if after < end and keys[after].isalpha() else k


def _without_end(keys: list[str], i: int, end: int) -> int:
    return end - 1 if end - 1 > i and keys[end - 1] in _ITEM_ENDS else end


def deadline_cells(ctx: Context, rows: dict[int, Cells]) -> set[tuple[int, int]]:
    """Return the view spans of the cells of tables that say until when."""
    starts, ends = ctx.tokens.starts, ctx.tokens.ends
    cells = [row["deadline"] for row in rows.values() if "deadline" in row]
    return {(starts[first], ends[end - 1]) for first, end in cells}


def _bars_in_front(raw: str, start: int) -> int:
    """How many empty cells a row begins with: the view of a line begins behind them."""
    at, bars = start, 0
    while at > 0 and raw[at - 1] in _BAR + " \t":
        at -= 1
        bars += raw[at] == _BAR
    return bars


def _or_above(tokens: Tokens, kind: str, cell: tuple[int, int], above: Cells) -> tuple[int, int]:
    """Read "nt", "như trên" and the like as what the cell above says."""
    if kind not in _ASSIGNS or kind not in above:
        return cell
    said = "".join(key for key in tokens.keys[slice(*cell)] if key not in _BULLETS | _ITEM_ENDS)
    return above[kind] if said in _dittos() else cell


def _with_task(row: Cells) -> Cells:
    """What somebody asks for is the task of its row, too."""
    return row | {"task": row["proposal"]} if "proposal" in row else row


def _heads_tasks(known: list[str]) -> bool:
    """Tell whether columns of these kinds assign tasks, or report on them."""
    kinds = set(known)
    said = kinds - {"number", *_TASKS}
    return len(kinds) >= _LEAST and bool(kinds.intersection(_TASKS)) and bool(said)


def _reports(known: list[str]) -> bool:
    return "done" in known and not set(known) & _ASSIGNS


def _rows_of_cells(ctx: Context) -> dict[int, Cells]:
    """Return the rows of tables that are written a cell a line, with lines of "|" between them.

    A row of n columns takes n + 1 bars, its own and the one that ends it. The lines of a table that
    say nothing of a task are in the result, too, with no cells: they are no sentences.
    """
    rows: dict[int, Cells] = {}
    if _BAR not in ctx.view.raw:
        return rows
    lines = ctx.structure.lines
    bars = _bars_before(ctx)
    if 1 not in bars:
        return rows  # no two cells follow one another
    n = 0
    while n < len(lines):
        last = n
        while last + 1 < len(lines) and bars[last + 1] == 1:
            last += 1
        kinds = tuple(_kind_of_line(ctx, k) for k in range(n, last + 1)) if last > n else ()
        while kinds and kinds[0] is None:  # what stands before the table
            n, kinds = n + 1, kinds[1:]
        known = [kind for kind in kinds if kind]
        if not _heads_tasks(known):
            n = max(last, n + 1)
            continue
        end = _read_cells(ctx, bars, last, kinds, rows)
        if _reports(known):
            rows.update((k, {}) for k in range(n, end))
        rows.update((k, {}) for k in range(n, last + 1))
        n = end
    return rows


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
        if kind in _TASKS and task < 0:
            task, row = k, {}
        if kind is not None and first < end:
            row[kind] = (row[kind][0] if kind in row else first, end)
        if task >= 0 and row.keys() & set(_TASKS):
            rows[task] = _with_task(row)
        k += 1
    return k


def _is_text(bars: list[int], k: int, lost: bool) -> bool:
    """Tell what follows a table from its next row: no bar ends it soon."""
    paragraphs = 1
    while k + paragraphs < len(bars) and bars[k + paragraphs] == 0:
        paragraphs += 1
    return paragraphs > (1 if lost else _PARAGRAPHS) or k + paragraphs == len(bars)


def _kind_of_line(ctx: Context, n: int) -> str | None:
    line, tokens = ctx.structure.lines[n], ctx.tokens
    return _kind(tokens, tokens.first_at(line.start), tokens.first_at(line.end))


def _bars_before(ctx: Context) -> list[int]:
    """How many bars the text has between each line and the one before it."""
    found, at = [], 0
    raw, to_raw = ctx.view.raw, ctx.view.map.to_raw
    for line in ctx.structure.lines:
        start, end = to_raw(line.start, line.end)
        found.append(raw.count(_BAR, at, start))
        at = end
    return found


def _cells(tokens: Tokens, i: int, end: int) -> list[tuple[int, int]]:
    cells, start = [], i
    for k in range(i, end):
        if tokens.keys[k] == _BAR:
            cells.append((start, k))
            start = k + 1
    if start < end:
        cells.append((start, end))
    return cells


def _kind(tokens: Tokens, i: int, end: int) -> str | None:
    while i < end and tokens.keys[i] == "*":
        i += 1
    label = _labels().match(tokens, i) if i < end else None
    return label[1] if label is not None and label[0] <= end else None
