"""Task lists: tables with a task, a lead and a deadline in each row, and labeled lines under a task.

"Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Sản phẩm" heads a table; "Đơn vị chủ trì: …; thời gian: …"
says the same of the task above it. The labels are data, ``lexicons/tasks.json``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from vndirective.core.resources import lexicon
from vndirective.core.tokens import Tokens, Trie
from vndirective.extract.context import Context

__all__ = ["Cells", "labeled", "task_rows"]

#: What a column or a label says of a task, with the tokens that say it.
Cells = dict[str, tuple[int, int]]

_BAR = "|"
#: A head says at least so many things of a task.
_LEAST = 2


@cache
def _labels() -> Trie[str]:
    labels = lexicon("tasks")["labels"]
    return Trie((label, kind) for kind, some in labels.items() for label in some)


@dataclass(frozen=True, slots=True)
class _Head:
    kinds: tuple[str | None, ...]


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
    found: Cells = {}
    at, kind = i, None
    k = i
    while k < end:
        label = _labels().match(tokens, k) if k == i or tokens.keys[k - 1] in ";.," else None
        if label is not None and label[0] < end and tokens.keys[label[0]] == ":":
            if kind is not None:
                found[kind] = (at, k - 1)
            kind, at = label[1], label[0] + 1
            k = at
            continue
        if kind is None:
            return None
        k += 1
    if kind is None or kind in ("number", "task"):
        return None
    while end > at and tokens.keys[end - 1] in ".;,/":
        end -= 1
    found[kind] = (at, end)
    return found


def task_rows(ctx: Context) -> dict[int, Cells]:
    """Return the rows of the tables of tasks, by the index of their line."""
    rows: dict[int, Cells] = {}
    head: _Head | None = None
    tokens = ctx.tokens
    for n, line in enumerate(ctx.structure.lines):
        if _BAR not in line.text:
            head = None
            continue
        cells = _cells(tokens, tokens.first_at(line.start), tokens.first_at(line.end))
        kinds = tuple(_kind(tokens, a, b) for a, b in cells)
        known = [kind for kind in kinds if kind]
        if len(set(known)) >= _LEAST and "task" in known and set(known) != {"number", "task"}:
            head = _Head(kinds)
        elif head is not None and len(cells) >= len(head.kinds) - 1:
            rows[n] = {
                kind: cell
                for kind, cell in zip(head.kinds, cells, strict=False)
                if kind and cell[0] < cell[1]
            }
    return rows


def _cells(tokens: Tokens, i: int, end: int) -> list[tuple[int, int]]:
    cells, start = [], i
    for k in range(i, end):
        if tokens.keys[k] == _BAR:
            if k > i or start > i:
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
