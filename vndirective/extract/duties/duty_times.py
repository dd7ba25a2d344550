"""Times of duties: which stand in a clause, which a lead-in or a trailing line says for several.

Whether they limit anything is decided in `deadlines.rules`.
"""

from __future__ import annotations

from bisect import bisect_left

from vndirective.extract.clauses.reader import Clause, Reader
from vndirective.extract.context import Context
from vndirective.extract.duties.command import Command
from vndirective.extract.duties.duty import Duty
from vndirective.extract.times.find import Expression
from vndirective.segment.lines import Line

__all__ = ["DutyTimes"]

#: How long a line may be that hands its deadline down, in characters.
_LEAD_LENGTH = 400
#: How far behind the word for tasks it is said which are meant, in tokens.
_NAMED = 9
#: How many tokens the words have that say when something must be finished: "hoàn thành trước".
_FINISHED = 3


class DutyTimes:
    """Finds the time expressions that belong to the duties of one document, by their index."""

    def __init__(self, ctx: Context, reader: Reader, times: list[Expression]) -> None:
        self.ctx, self.reader, self.times = ctx, reader, times
        self.starts = [t.start for t in times]
        self._of_leads: dict[int, list[int]] = {}

    def is_trailing(self, i: int, end: int) -> bool:
        """Tell whether tokens only say until when: "Thời hạn hoàn thành: …"."""
        reader = self.reader
        if i >= end:
            return False
        if reader.found.until.get(i):
            # "Thời hạn giải quyết phải được niêm yết" is a duty
            return not any(reader.modal(k, end) for k in reader.cues_in(i, end))
        if (verb := self._behind_tasks(i, end)) > i:
            return self._only_when(verb, verb + 2, end) and (
                reader.keys[verb : verb + 2] == ["hoàn", "thành"]
            )
        strives = reader.cues.striving.match(reader.tokens, i)
        finished = reader.found.finished.get(strives[0] if strives else i)
        if finished is None:
            return False
        return self._only_when(i, finished[0], end)

    def _only_when(self, i: int, after: int, end: int) -> bool:
        """Tell whether nothing but a time follows the verb at ``i``, which ends before ``after``."""
        # "hoàn thành trong tháng 9 việc cấp thẻ" says what, too
        inside = self.inside(i, end)
        if not (inside and self.ends_clause(self.times[inside[-1]], end)):
            return False
        # "Hoàn thành trước khai giảng năm học 2024 - 2025" is something to do
        first = self.ctx.tokens.first_at(self.times[inside[0]].start)
        return all(key in self.reader.cues.before_time for key in self.reader.keys[after:first])

    def speaks_of_tasks(self, i: int, end: int) -> bool:
        """Tell whether tokens say of tasks named above when they must be finished."""
        return self._behind_tasks(i, end) > i

    def _behind_tasks(self, i: int, end: int) -> int:
        """Return the verb of "Các việc ở mục này *hoàn thành trước ngày 30/4*", else ``i``."""
        reader = self.reader
        tasks = reader.cues.tasks.match(self.ctx.tokens, i + 1)
        if i not in reader.found.quantifiers or tasks is None:
            return i
        named = (
            k for k in range(tasks[0], min(end, i + _NAMED)) if reader.keys[k] in ("này", "trên")
        )
        at = next(named, i)
        return at + 1 + (reader.keys[at + 1 : at + 2] == ["phải"]) if at > i else i

    def ends_clause(self, expression: Expression, end: int) -> bool:
        """Tell whether nothing follows an expression before a token."""
        return self.ctx.tokens.first_at(expression.end) >= self.reader.without_stop(0, end)

    def inside(self, i: int, end: int) -> list[int]:
        """The time expressions of some tokens."""
        if i >= end:
            return []
        starts, ends = self.ctx.tokens.starts, self.ctx.tokens.ends
        return self._between(starts[i], ends[end - 1])

    def asked_on(self, s: int, i: int, clause: Clause) -> list[int]:
        """The days on which somebody asked for what a clause from token ``i`` on says, in sentence ``s``.

        "*Ngày 18/11*, Chủ tịch huyện yêu cầu …", "*Ngày 8/4*, UBND tỉnh ban hành văn bản …, giao Sở A …".
        """
        tokens = self.ctx.tokens
        asks = tokens.starts[clause.cue_span[0] if clause.cue_span else clause.action]
        if clause.speaker is not None:
            asks = tokens.starts[self.reader.mentions[clause.speaker].first]
        # the one that opens the sentence may stand in a part of it before
        opening = bisect_left(self.starts, tokens.starts[self.ctx.sentence_tokens[s][0]])
        days = (t for t in {opening, *self.inside(i, clause.end)} if t < len(self.starts))
        return [
            t
            for t in days
            if self.starts[t] < asks
            and self.times[t].is_day
            and (clause.speaker is not None or self._issued_on(t, asks))
        ]

    def _issued_on(self, t: int, asks: int) -> bool:
        """Tell whether a document is issued between an expression and a request at view offset ``asks``."""
        first = self.ctx.tokens.first_at
        return self.reader.issues_in(first(self.times[t].end), first(asks))

    def dated(self, times: list[int]) -> bool:
        """Tell whether some expressions say more than "kịp thời" or "thường xuyên"."""
        return any(self.times[t].type != "URGENCY" for t in times)

    def _between(self, start: int, end: int) -> list[int]:
        first = bisect_left(self.starts, start)
        return list(range(first, bisect_left(self.starts, end, first)))

    def of_leads(self, command: Command) -> list[int]:
        """The deadlines that the lead-ins of an item say for all below them."""
        return next(filter(None, map(self._of_lead, command.lines)), [])

    def _of_lead(self, n: int) -> list[int]:
        if n not in self._of_leads:
            line = self.ctx.structure.lines[n]
            # "Từ nay đến hết năm chỉ còn hai tháng, …" tells why, not until when
            start = self.ctx.structure.spans[self.ctx.sentence_at(line.end - 1)][0]
            why = self.ctx.view.folded.startswith("từ nay", start)
            says = not why and len(line.text) < _LEAD_LENGTH
            self._of_leads[n] = [
                t
                for t in (self._between(max(start, line.start), line.end) if says else ())
                if self.times[t].relation in ("BEFORE", "BY")
                or self._of_phase(line, self.times[t])
                or (
                    self.times[t].relation == "WITHIN"
                    and (self._ends(line, self.times[t].end) or self._finishes(self.times[t].start))
                )
            ]
        return self._of_leads[n]

    def _of_phase(self, line: Line, expression: Expression) -> bool:
        """Tell whether a heading says from when to when: "1. Chuẩn bị (từ ngày 20/3 đến 20/4)"."""
        return (
            expression.ranged
            and expression.relation == "FROM-TO"
            and self.ctx.view.folded[expression.end : line.end].strip(" *:.") == ")"
        )

    def _ends(self, line: Line, offset: int) -> bool:
        """Tell a limit ("Giao Công an xã trong tháng 4:") from the time that tasks are named by."""
        rest = self.ctx.view.folded[offset : line.end]
        return ":" in rest and not rest.strip(" *:")

    def _finishes(self, offset: int) -> bool:
        """Tell whether what is listed must be finished within a time: "…, hoàn thành trong tháng 4"."""
        k = self.ctx.tokens.first_at(offset)
        found = self.reader.found.finished.get(max(0, k - _FINISHED))
        return found is not None and found[0] == k

    def share_last(self, duties: list[Duty]) -> None:
        """A last ", hoàn thành trong tháng 9" holds for the duties of its item before it, too."""
        if len(duties) < 2 or not duties[-1].times:
            return
        last = self.times[duties[-1].times[-1]]
        comma = self.ctx.tokens.first_at(last.start) - _FINISHED - 1
        behind = comma >= 0 and self.reader.keys[comma] == "," and self._finishes(last.start)
        if behind and self.ends_clause(last, duties[-1].clause.end):
            for duty in duties[:-1]:
                if (
                    duty.sentence == duties[-1].sentence
                    and not self.dated(duty.times)
                    and duty.modality != "prohibition"
                ):
                    duty.times = [*duty.times, duties[-1].times[-1]]
                    duty.inferred.append("deadlines")

    def attach(self, duties: list[Duty], i: int, end: int) -> None:
        """A trailing "Thời hạn hoàn thành: …" belongs to every duty of its item."""
        extra = self.inside(i, end)
        for duty in duties:
            duty.times = [*duty.times, *extra]
