"""Rows of a list of tasks without a head: "Rà soát hồ sơ | Công an xã | Quý II/2025".

So lists of dashes: "1 – In tài liệu – Văn phòng Đảng ủy – 28/02/2025". What the cells are is told by
what stands in them: at the end a time, before it somebody, before that the task.
"""

from __future__ import annotations

from functools import cache

from vndirective.core.patterns import compiled
from vndirective.core.resources import lexicon
from vndirective.core.tokens import Tokens, Trie
from vndirective.extract.actors.scan import Mention
from vndirective.extract.context import Context
from vndirective.extract.tables.task_lists import Cells
from vndirective.segment.kinds import is_report

__all__ = ["headless_rows", "is_time"]

_BAR = "|"
_DASHES = frozenset("-–—")
#: What a line needs to have cells at all: two bars, or two dashes between spaces.
_CELLS = r"(?s)\|.*\||\s[-–—]\s.*\s[-–—]\s"
#: The longest names of somebody and of a time, in tokens, and the shortest task.
_LEAD, _WHEN, _TASK = 12, 10, 2
#: How many figures a year has.
_YEAR = 4


@cache
def _when() -> Trie[str]:
    return Trie((word, word) for word in lexicon("tasks")["when"])


def headless_rows(ctx: Context, mentions: list[Mention]) -> dict[int, Cells]:
    """Find the rows of lists of tasks that no head tells of.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention

    Returns
    -------
    dict of int to Cells
        By the index of the line; none in reports.
    """
    if is_report(ctx.structure.frame.kind):
        return {}
    starts = {mention.first: mention for mention in mentions}
    cells = compiled(_CELLS)
    rows: dict[int, Cells] = {}
    unsure: dict[int, Cells] = {}  # with bars, and a lead that is nobody known: "Kế toán"
    for n, line in enumerate(ctx.structure.lines):
        if ctx.structure.roles[n] != "body" or cells.search(line.text) is None:
            continue
        row = _row(ctx.tokens, *ctx.line_tokens[n])
        if row is None:
            continue
        first, last = row["lead"]
        mention = starts.get(first)
        if mention is not None and mention.last == last:
            rows[n] = row
        elif _BAR in line.text and ctx.tokens.capitals[first]:
            unsure[n] = row
    for n, row in unsure.items():
        if n - 1 in rows or n + 1 in rows:
            rows[n] = row
    return rows


def _row(tokens: Tokens, i: int, end: int) -> Cells | None:
    bars = _BAR in tokens.keys[i:end]
    apart = [k for k in range(i, end) if _parts(tokens, k, bars)]
    if len(apart) < 2:
        return None
    before, behind = apart[-2:]
    end -= end > behind + 1 and tokens.keys[end - 1] in (".", ";")
    when = behind + 1
    if not is_time(tokens, when, end) or end - when > _WHEN or not 0 < behind - before - 1 <= _LEAD:
        return None
    if len(apart) > 2 and all(key.isdigit() for key in tokens.keys[i : apart[0]]):
        i = apart[0] + 1  # "1 – In tài liệu – …"
    if before - i < _TASK:
        return None
    return {"task": (i, before), "lead": (before + 1, behind), "deadline": (when, end)}


def is_time(tokens: Tokens, i: int, end: int) -> bool:
    """Tell whether a cell says when: "Quý II", "26/3 hằng năm", "2025", not "20" and "0912345678"."""
    if i >= end:
        return False
    key = tokens.keys[i]
    if key[:1].isdigit():
        return end - i > 1 or (len(key) == _YEAR and key[:2] in ("19", "20"))
    return _when().match(tokens, i) is not None


def _parts(tokens: Tokens, k: int, bars: bool) -> bool:
    """Tell what parts cells: a bar, or a dash between spaces where there are no bars."""
    if bars:
        return tokens.keys[k] == _BAR
    inside = 0 < k < len(tokens.keys) - 1 and tokens.keys[k] in _DASHES
    return (
        inside and tokens.ends[k - 1] < tokens.starts[k] and tokens.ends[k] < tokens.starts[k + 1]
    )
