"""Lists of tasks and units, and the lines below them that speak of all their duties.

"Thời hạn hoàn thành: 20/9" on a line of its own behind "1. …", "2. …", "3. …" holds for the whole
list, unless another item follows: then each item has lines of its own.
"""

from __future__ import annotations

from bisect import bisect_left

from vndirective.extract.context import Context
from vndirective.extract.duties.command import Command
from vndirective.extract.duties.duty import Duty
from vndirective.extract.duties.duty_times import DutyTimes
from vndirective.extract.tables.task_lists import label_alone, labeled
from vndirective.segment.lines import Line

__all__ = ["ItemLists"]

#: Behind how many more lines of labels the next item is looked for.
_LABELS = 6
#: How many lines back a list may begin.
_MOST = 200
#: Markers of items that may stand in a list; articles and parts are titles.
_LISTED = frozenset(("decimal", "multi", "letter", "paren", "bullet"))
#: Markers of what is part of an item, not an item of its own.
_PARTS = frozenset(("letter", "paren", "bullet"))

#: Which list an item is in: its marker, the unit around it, and the lead-ins above.
_List = tuple[str, int, tuple[int, ...]]


class ItemLists:
    """Remembers where the lists of one document begin among its duties."""

    def __init__(self, ctx: Context, inherited: list[Command], times: DutyTimes) -> None:
        self.ctx, self.inherited, self.times = ctx, inherited, times
        self._before: dict[int, int] = {}  # how many duties stand before a line with a marker
        self._undated: list[int] = []  # the duties that had no time when they were last looked at
        self._seen = 0  # how many duties were looked at

    def open(self, n: int, count: int) -> None:
        """Note that a line may begin a list, behind so many duties."""
        if self.ctx.structure.lines[n].marker is not None:
            self._before[n] = count

    def undated(self, duties: list[Duty], first: int) -> list[Duty]:
        """Return those of the duties from one on that have no time of their own.

        One that has is never looked at again: below many paragraphs that end "Hoàn thành trước
        ngày 15/12." all of a unit would be, for each.
        """
        self._undated += range(self._seen, len(duties))
        self._seen = len(duties)
        at = bisect_left(self._undated, first)
        open_ = [k for k in self._undated[at:] if not self.times.dated(duties[k].times)]
        self._undated[at:] = open_
        return [duties[k] for k in open_]

    def above(self, line: Line, duties: list[Duty], group: int) -> int:
        """Return from which duty on those of the nearest unit stand that has some; their number if none.

        Of the units around a labeled line, and of the duties those since other labels, the
        ``group``. Under "a) Nội dung: …" and "b) Ai làm: - Đơn vị chủ trì: …" those are all of a);
        but those of "1. …" have nothing to do with labels below "2. …".
        """
        for start in self.ctx.units_around(line.start):
            first = bisect_left(duties, start, lo=min(group, len(duties)), key=_start)
            if first < len(duties):
                return first
            head = self.ctx.line_at(start)
            marker = self.ctx.structure.lines[head].marker
            alone = label_alone(self.ctx.tokens, *self.ctx.line_tokens[head])
            if marker is None or (marker.family not in _PARTS and alone is None):
                break
        return len(duties)

    def below(self, n: int, duties: list[Duty], group: int) -> int:
        """Return from which duty on those of the list stand that a line of labels closes.

        Their number if it closes none, or one of a single line.
        """
        line = self.ctx.structure.lines[n]
        item = n if line.marker else self._item_of(line.start)
        key = self._list_of(item) if item >= 0 else None
        if key is None or (item != n and self._goes_on(n, key)):
            return len(duties)
        first = len(duties)
        for k in range(item, max(-1, item - _MOST), -1):
            if k in self._before and self._list_of(k) == key:
                first = self._before[k]
        first = max(group, first)
        several = first < len(duties) and duties[first].line != duties[-1].line
        return first if several else len(duties)

    def _item_of(self, offset: int) -> int:
        start = next(self.ctx.units_around(offset), None)
        return -1 if start is None else self.ctx.line_at(start)

    def _list_of(self, n: int) -> _List | None:
        line = self.ctx.structure.lines[n]
        if line.marker is None or line.marker.family not in _LISTED:
            return None
        around = (u for u in self.ctx.units_around(line.start) if u != line.start)
        outer, lines = next(around, -1), self.inherited[n].lines
        return (line.marker.family, outer, lines) if outer >= 0 or lines else None

    def _goes_on(self, n: int, key: _List) -> bool:
        """Tell whether another item of a list follows a line of labels."""
        lines = self.ctx.structure.lines
        for k in range(n + 1, min(len(lines), n + 1 + _LABELS)):
            if lines[k].marker is not None:
                return self._list_of(k) == key
            i, end = self.ctx.line_tokens[k]
            if i < end and not (labeled(self.ctx.tokens, i, end) or self.times.is_trailing(i, end)):
                return False
        return False


def _start(duty: Duty) -> int:
    return duty.start
