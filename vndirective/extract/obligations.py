"""Obligations: who must, must not, may or should do what, with whom, by when.

Rules over clauses, actors and the outline; every duty names the rule that found it and what was
inferred rather than read.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass

from vndirective.core.records import Bearer, Obligation, Quote, Span
from vndirective.core.tokens import Trie
from vndirective.extract import slots
from vndirective.extract.actors import Mention
from vndirective.extract.clauses import Clause, Reader, Speakers
from vndirective.extract.command import Command, commands
from vndirective.extract.context import Context
from vndirective.extract.phrases import Phrase
from vndirective.extract.times import Expression
from vndirective.segment.lines import Line

__all__ = ["Duty", "find_duties", "to_records"]

#: Openings that say a rule of law or a form of words, not a duty.
_FORMULAS = ("có hiệu lực", "trân trọng", "thông báo để", "ban hành kèm theo")


@dataclass(slots=True)
class Duty:
    """One duty in working form; `to_records` makes the record."""

    clause: Clause
    bearers: list[Phrase]
    inherited: bool
    far: bool
    modality: str
    strength: int
    speaker: int | None
    line: int
    sentence: int
    times: list[int]
    inferred: list[str]
    proposal: bool
    start: int
    end: int


def find_duties(
    ctx: Context, mentions: list[Mention], times: list[Expression]
) -> tuple[Reader, list[Duty]]:
    """Find the duties of a text.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention
    times : list of Expression

    Returns
    -------
    reader : Reader
    duties : list of Duty
        In the order of the text.
    """
    reader = Reader(ctx, mentions, times)
    inherited = commands(ctx, reader)
    finder = _Finder(ctx, reader, times)
    for n, command in enumerate(inherited):
        if ctx.structure.roles[n] in ("body", "closing", "caption"):
            finder.line(n, command)
    return reader, finder.duties


class _Finder:
    def __init__(self, ctx: Context, reader: Reader, times: list[Expression]) -> None:
        self.ctx, self.reader, self.times = ctx, reader, times
        self.duties: list[Duty] = []
        self.time_starts = [t.start for t in times]
        self.spans = ctx.structure.spans
        self.reporting = ctx.structure.frame.kind in ("news", "speech", "seminar_paper")
        self.before: Duty | None = None  # the last request of the paragraphs before, in a report

    def line(self, n: int, command: Command) -> None:
        """Read the duties of one line."""
        line = self.ctx.structure.lines[n]
        first = self.ctx.sentence_at(line.start)
        found: list[Duty] = []
        last: Duty | None = None
        for s in range(max(first, 0), len(self.spans)):
            a, b = self.spans[s]
            if a >= line.end:
                break
            i, end = self.ctx.tokens.first_at(a), self.ctx.tokens.first_at(b)
            if s == first and line.marker:
                i = self.ctx.tokens.first_at(line.start + line.marker.end)
            if self._is_trailing_deadline(i, end):
                self._attach(found, a, b)
                continue
            i = self.reader.after_question(i, end)
            parts = self.reader.split(i, end, lambda x, y: self._reads(n, x, y, command))
            for p, (x, y) in enumerate(parts):
                if p and self._is_trailing_deadline(x, y):
                    self._attach(found[-1:], self.ctx.tokens.starts[x], self.ctx.tokens.ends[y - 1])
                    continue
                leads = command.leads and p == len(parts) - 1 and b == line.end
                if leads:
                    continue
                duty = self._clause(n, s, x, y, command, last)
                if duty is not None:
                    found.append(duty)
                    last = duty
                elif not p:
                    last = None
        self.duties += found
        if found:
            self.before = found[-1]
        elif not (command.leads or _heads(line)):
            self.before = None

    def _clause(
        self, n: int, s: int, i: int, end: int, command: Command, last: Duty | None
    ) -> Duty | None:
        # In a report a bare imperative is a request only where one is under way.
        under_way = self.reporting and (last or self.before) is not None
        if under_way and last is None:
            last = self.before
        operative = command.operative or under_way
        # In a paragraph between the items the issuer speaks: "Ủy ban nhân dân tỉnh yêu cầu …"
        unmarked = self.ctx.structure.lines[n].marker is None
        speakers = Speakers.NOBODY
        if self.reporting or unmarked or not command.operative:
            speakers = Speakers.PERSONS if self.reporting and under_way else Speakers.ANYBODY
        clause = self.reader.read(i, end, operative, speakers)
        if clause is None and command.operative:
            clause = self._delivery(i, end)
        if clause is None and (operative or self.reporting):
            clause = self.reader.embedded(i, end)
        if clause is None or clause.action >= clause.end:
            return None
        if clause.rule == "subject-verb" and under_way and not self._told(n, command, last):
            return None
        if self._is_formula(clause) or self._is_past(clause):
            return None
        own = clause.bearers
        bearers, inherited, far, inferred = own, False, False, []
        if not own:
            inherited = True
            if self.reporting and clause.speaker is not None:
                bearers = []  # a new request, which does not say who
            elif last is not None and last.bearers:
                bearers, far = last.bearers, last.far
            else:
                bearers, far = command.bearers, command.far
            if bearers:
                inferred.append("bearers")
        cue = clause.cue
        modality, strength = (cue.modality, cue.strength) if cue else ("obligation", 3)
        adverb = self.reader.cues.strengthening.match(self.ctx.tokens, clause.action)
        strength = max(strength, adverb[1]) if adverb else strength
        if cue is None:
            lead = command.cue
            if lead is not None:
                modality, strength = lead.modality, lead.strength
                inferred.append("modality")
            elif under_way and last is not None:
                modality, strength = last.modality, last.strength
                inferred.append("modality")
        speaker = clause.speaker
        if speaker is None and not (own and self.reporting):
            speaker = last.speaker if under_way and last else command.speaker
            if speaker is not None:
                inferred.append("speaker")
        if not own and speaker is not None and [b.mention for b in bearers] == [speaker]:
            bearers = []
        start, stop = (
            self.ctx.tokens.starts[self.reader.skip(i, end)],
            self.ctx.tokens.ends[clause.end - 1],
        )
        times = self._times(start, stop)
        listed = not self.reporting or self.ctx.structure.lines[n].marker is not None
        if not times and listed and (times := self._lead_times(command)):
            inferred.append("deadlines")
        return Duty(
            clause, bearers, inherited and bool(bearers), far, modality, strength, speaker, n, s,
            times, inferred,
            command.proposes, start, stop,
        )  # fmt: skip

    def _told(self, n: int, command: Command, last: Duty | None) -> bool:
        """In a report "X does Y" is an order in a list, a lead-in or right after a request."""
        marked = self.ctx.structure.lines[n].marker is not None
        return marked or command.operative or (last is not None and last.line == n)

    def _reads(self, n: int, i: int, end: int, command: Command) -> bool:
        return self.reader.read(i, end, command.operative, Speakers.ANYBODY) is not None

    def _delivery(self, i: int, end: int) -> Clause | None:
        """Read "Các báo cáo trên gửi … trước ngày …": a product, a verb of delivery, a deadline."""
        reader = self.reader
        i = reader.skip(i, end)
        start, stop = (
            self.ctx.tokens.starts[min(i, len(reader.keys) - 1)],
            self.ctx.tokens.ends[end - 1],
        )
        if not any(self.times[t].relation in ("BEFORE", "BY") for t in self._times(start, stop)):
            return None
        for k in range(i + 1, min(end, i + 20)):
            if reader.keys[k] in ("đã", "được", ",", ":", "do"):
                return None
            if reader.cues.delivery.match(reader.tokens, k) and k > i + 1:
                while end > k and reader.keys[end - 1] in ".;,:/":
                    end -= 1
                return Clause(k, end, None, None, rule="delivery")
        return None

    def _is_formula(self, clause: Clause) -> bool:
        keys = self.reader.keys[clause.action : clause.action + 8]
        # "Hoàn thành tốt: Là những …" defines a word
        defines = ":" in keys and keys[keys.index(":") + 1 :][:1] == ["là"]
        return defines or " ".join(keys).startswith(_FORMULAS)

    def _is_past(self, clause: Clause) -> bool:
        if clause.cue_span is None:
            return False
        before = self.reader.keys[max(0, clause.cue_span[0] - 1) : clause.cue_span[0]]
        return bool(before) and before[0] in ("đã", "vừa", "từng")

    def _is_trailing_deadline(self, i: int, end: int) -> bool:
        keys = self.reader.keys[i : min(i + 3, end)]
        if keys[:2] == ["thời", "hạn"] or keys == ["thời", "gian", "hoàn"]:
            return True
        return (
            end - i < 14
            and keys[:2] == ["hoàn", "thành"]
            and keys[2:] in (["trước"], ["trong"], ["chậm"])
        )

    def _times(self, start: int, end: int) -> list[int]:
        a, b = bisect_left(self.time_starts, start), bisect_left(self.time_starts, end)
        return list(range(a, b))

    def _lead_times(self, command: Command) -> list[int]:
        """The deadlines that the lead-ins of an item say for all below them."""
        for n in command.lines:
            line = self.ctx.structure.lines[n]
            found = [
                t
                for t in self._times(line.start, line.end)
                if self.times[t].relation in ("BEFORE", "BY", "WITHIN")
            ]
            if found and len(line.text) < 400:
                return found
        return []

    def _attach(self, duties: list[Duty], start: int, end: int) -> None:
        """A trailing "Thời hạn hoàn thành: …" belongs to every duty of its item."""
        extra = self._times(start, end)
        for duty in duties:
            duty.times = [*duty.times, *extra]


def _heads(line: Line) -> bool:
    """Tell whether a line of a report is a heading between its paragraphs."""
    return line.bold or line.text.rstrip()[-1:] not in '.;!?…”"'


def _quoted(quotes: list[Quote], offset: int) -> str | None:
    """Return who is quoted at a raw offset."""
    inner = [q for q in quotes if q.start <= offset < q.end and q.speaker is not None]
    return inner[-1].speaker if inner else None


def to_records(
    ctx: Context,
    reader: Reader,
    duties: list[Duty],
    canonical: list[str],
    deadlines: list[list[str]],
    quotes: list[Quote],
) -> tuple[list[Obligation], list[str]]:
    """Make the records of the duties.

    Parameters
    ----------
    ctx : Context
    reader : Reader
    duties : list of Duty
    canonical : list of str
        Canonical name of each mention.
    deadlines : list of list of str
        Ids of the times that limit each duty.
    quotes : list of Quote
        A duty inside somebody's words has them for its speaker.

    Returns
    -------
    obligations : list of Obligation
    proposals : list of str
        Ids of those that are proposals of a seminar paper.
    """
    digest = hashlib.sha256(ctx.view.raw.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    units = ctx.structure.units
    of_start = [u.start for u in units]
    table = reader.cues
    records, proposals = [], []
    for duty, limits in zip(duties, deadlines, strict=True):
        clause = duty.clause

        def span(tokens: tuple[int, int] | None) -> Span | None:
            if tokens is None or tokens[0] >= tokens[1]:
                return None
            return ctx.span(ctx.tokens.starts[tokens[0]], ctx.tokens.ends[tokens[1] - 1])

        def bearer(phrase: Phrase, inherited: bool) -> Bearer:
            s = ctx.span(ctx.tokens.starts[phrase.first], ctx.tokens.ends[phrase.last - 1])
            k = phrase.mention
            if k is None:
                return Bearer(s.text, s.start, s.end, " ".join(s.text.split()), inherited, None)
            return Bearer(s.text, s.start, s.end, canonical[k], inherited, f"a{k + 1}")

        def partners(verbs: Trie[str], clause: Clause = clause) -> tuple[Bearer, ...]:
            return tuple(bearer(p, False) for p in slots.partners(reader, clause, verbs))

        action = span((clause.action, clause.end))
        start, end = ctx.view.map.to_raw(duty.start, duty.end)
        if action is None:
            continue
        line = ctx.structure.lines[duty.line]
        k = bisect_left(of_start, max(line.start, duty.start) + 1) - 1
        section = (
            units[k].id
            if k >= 0 and units[k].start <= duty.start < max(units[k].end, line.end)
            else None
        )
        reasons = []
        if not duty.bearers and duty.modality not in ("prohibition", "commitment"):
            reasons.append("nobody is named to act")
        if duty.far and duty.inherited:
            reasons.append("who must act is taken from the opening of the document")
        identity = f"o-{digest}-{start}-{action.end}"
        records.append(
            Obligation(
                id=identity, start=start, end=end, action=action, modality=duty.modality,
                cue=span(clause.cue_span), strength=duty.strength,
                bearers=tuple(bearer(b, duty.inherited) for b in duty.bearers),
                coordinated_with=partners(table.coordinating), monitored_by=partners(table.monitoring),
                report_to=partners(table.reporting_to), deadlines=tuple(limits),
                condition=span(slots.condition(reader, clause)),
                exception=span(slots.exception(reader, clause)),
                purpose=span(slots.purpose(reader, clause)),
                deliverable=span(slots.deliverable(reader, clause)),
                speaker=_quoted(quotes, start) or (None if duty.speaker is None else f"a{duty.speaker + 1}"),
                section=section, sentence=duty.sentence, inferred=tuple(duty.inferred),
                needs_review=bool(reasons), rule=clause.rule, review_reason="; ".join(reasons) or None,
            )
        )  # fmt: skip
        asks = duty.modality in ("recommendation", "obligation", "permission")
        paper = ctx.structure.frame.kind == "seminar_paper"
        if asks and (duty.proposal or (paper and duty.modality == "recommendation")):
            proposals.append(identity)
    return records, proposals
