"""Cells of tables: those of a row, and the items and sentences of one."""

from __future__ import annotations

from vndirective.core.tokens import Tokens
from vndirective.extract.context import Context
from vndirective.extract.tables.task_lists import BULLETS, Cells

__all__ = ["BAR", "ITEM_ENDS", "Cell", "bars_around", "cells_of", "items_of", "sentences_of"]

#: What parts the cells of a row.
BAR = "|"
#: What stands in an empty cell: blanks, and in texts that keep their markup entities, all as long.
_BLANKS = " \t\u00a0"
_ENTITIES = ("&nbsp;", "&#160;")
#: What parts the items of a cell.
ITEM_ENDS = frozenset(";.")
#: What the items of a cell of tasks may have each for itself in the other cells.
_SHARED = ("lead", "partner", "deadline", "product")

#: The first token of a cell, and the one behind it.
Cell = tuple[int, int]


def cells_of(ctx: Context, n: int) -> list[Cell]:
    """Return the cells of the row in line ``n``, the empty ones at its ends among them."""
    i, stop = _row_of(ctx, n)
    line = ctx.structure.lines[n]
    front, behind = bars_around(ctx.view.raw, *ctx.view.map.to_raw(line.start, line.end))
    return [*[(i, i)] * front, *_parts(ctx.tokens, i, stop), *[(stop, stop)] * behind]


def bars_around(raw: str, start: int, end: int) -> tuple[int, int]:
    """How many empty cells a row begins and ends with: the view of a line leaves them out."""
    at, front, behind = start, 0, 0
    while at > 0:
        if raw[at - 1] in BAR + _BLANKS:
            at -= 1
            front += raw[at] == BAR
        elif raw.endswith(_ENTITIES, 0, at):
            at -= len(_ENTITIES[0])
        else:
            break
    at = end
    while at < len(raw):
        if raw[at] in BAR + _BLANKS:
            behind += raw[at] == BAR
            at += 1
        elif raw.startswith(_ENTITIES, at):
            at += len(_ENTITIES[0])
        else:
            break
    return front, behind


def _row_of(ctx: Context, n: int) -> Cell:
    """Return the tokens of a row, without the number that a task begins with: "3.1 Rà soát | …".

    A heading may hold the head of the table in brackets: "3. Phân công (nội dung | đầu mối | …)".
    """
    tokens, line = ctx.tokens, ctx.structure.lines[n]
    i, stop = tokens.first_at(line.start), tokens.first_at(line.end)
    first = ctx.line_tokens[n][0]
    bar = next(k for k in range(i, stop) if tokens.keys[k] == BAR)
    opening = next((k for k in range(i, bar) if tokens.keys[k] == "("), None)
    closed = opening is not None and ")" in tokens.keys[opening:bar]
    if opening is not None and not closed and tokens.keys[stop - 1] == ")":
        return opening + 1, stop - 1
    numbered = line.marker is not None and line.marker.family in ("decimal", "multi")
    return (first if numbered and first < bar else i), stop


def _parts(tokens: Tokens, i: int, end: int) -> list[Cell]:
    cells, start = [], i
    for k in range(i, end):
        if tokens.keys[k] == BAR:
            cells.append((start, k))
            start = k + 1
    if start < end:
        cells.append((start, end))
    return cells


def items_of(tokens: Tokens, row: Cells) -> list[tuple[list[Cell], Cells]]:
    """Part a row whose task lists several: "- Rà soát nhà trọ; - Kiểm tra bếp ăn", "1. …; 2. …".

    Returns
    -------
    list of tuple
        Tasks, without their signs, and what the row says of them: of all at once, or of each where
        other cells list something under the same numbers ("1. 20/10/2024; 2. 30/10/2024").
    """
    items = _items(tokens, *row["task"], words=True)
    signs = [sign for sign, _ in items]
    own: list[Cells] = [{} for _ in items]
    # "1. …; 2. …", or as many dashes
    if len(items) > 1 and (len(set(signs)) == len(signs) or set(signs) <= BULLETS):
        for kind in row.keys() & set(_SHARED):
            cells = _items(tokens, *row[kind], words=False)
            if [sign for sign, _ in cells] == signs:
                for cell, (_, said) in zip(own, cells, strict=True):
                    cell[kind] = said
    if not any(own):
        return [([task for _, task in items], row)]
    return [([task], row | said) for (_, task), said in zip(items, own, strict=True)]


def sentences_of(ctx: Context, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the sentences of a cell, which its lines do not end: their index and their tokens."""
    tokens, spans = ctx.tokens, ctx.structure.spans
    found: list[tuple[int, int, int]] = []
    s, at = max(ctx.sentence_at(tokens.starts[start]), 0), start
    for k in range(s + 1, len(spans)):
        a = tokens.first_at(spans[k][0])
        if a >= end:
            break
        if tokens.keys[a - 1] in ".;!?…":
            found.append((s, at, a))
            s, at = k, a
    return [*found, (s, at, end)]


def _items(tokens: Tokens, i: int, end: int, *, words: bool) -> list[tuple[str, Cell]]:
    """Part a cell at the signs of its items, each with its sign; they are words, or anything."""
    keys = tokens.keys
    at = _after_sign(tokens, i, end, words)
    if at == i:
        return [("", (i, end))]
    found, sign = [], keys[i]
    for k in range(at + 1, end):
        after = _after_sign(tokens, k, end, words) if keys[k - 1] in ITEM_ENDS else k
        if after > k:
            found.append((sign, (at, _without_end(keys, at, k))))
            at, sign = after, keys[k]
    return [*found, (sign, (at, _without_end(keys, at, end)))]


def _after_sign(tokens: Tokens, k: int, end: int, words: bool) -> int:
    """Return the token behind the sign of an item, ``k`` where there is none."""
    keys = tokens.keys
    if keys[k] in BULLETS:
        after = k + 1
    else:
        numbered = len(keys[k]) <= 2 and (keys[k].isdigit() or len(keys[k]) == 1)
        after = k + 2 if numbered and keys[k + 1 : k + 2] in (["."], [")"]) else k
    if after <= k or after >= end:
        return k
    # "2. 30/10/2024" is an item, "30.10.2024" is none
    return after if keys[after].isalpha() or not (words or tokens.gaps[after] == "") else k


def _without_end(keys: list[str], i: int, end: int) -> int:
    return end - 1 if end - 1 > i and keys[end - 1] in ITEM_ENDS else end
