"""Inheritance: what a clause that orders something takes from the lines and the duties around it.

A clause rarely says all of who must act, how strictly, who asks and by when; lead-ins, headings
and the last duty say the rest. What was handed down is named in ``Duty.inferred``.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from vndirective.extract.actors.find import Offsets
from vndirective.extract.clauses.landmarks import OPEN_QUOTES
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.reader import Clause, Reader
from vndirective.extract.context import Context
from vndirective.extract.duties.command import Command
from vndirective.extract.duties.duty import Duty
from vndirective.extract.duties.duty_times import DutyTimes

__all__ = ["OCCASION", "Around", "Inheritance"]

#: How many tokens a marker may take.
_MARKER = 3
#: How long the words may be that say on which occasion somebody speaks, in tokens.
OCCASION = 14


class Around(NamedTuple):
    """What stands around a clause.

    Attributes
    ----------
    command : Command
        What the lead-ins and headings above hand down.
    last : Duty or None
        The duty before, if the clause may go on with it.
    under_way : bool
        Whether a request goes on: in a report, bare imperatives are requests only then.
    unit_bearers : list of Phrase
        Who the unit of the outline is about.
    """

    command: Command
    last: Duty | None
    under_way: bool
    unit_bearers: list[Phrase]


class Inheritance:
    """Makes duties of clauses.

    Parameters
    ----------
    ctx : Context
    reader : Reader
    times : DutyTimes
    heard : list of Offsets
        In news, from which token on which mention is said to speak, as `speakers` returns them.
    """

    def __init__(
        self, ctx: Context, reader: Reader, times: DutyTimes, heard: list[Offsets]
    ) -> None:
        self.ctx, self.reader, self.times, self.heard = ctx, reader, times, heard
        self.reporting = ctx.reporting
        self.news = ctx.structure.frame.kind == "news"

    def duty(self, n: int, s: int, i: int, clause: Clause, around: Around) -> Duty:
        """Make a duty of a clause that starts at token ``i``, with what is handed down to it."""
        command, last, under_way = around[:3]
        inferred = []
        bearers, far = clause.bearers, False
        if not bearers:
            bearers, far = self._bearers(n, clause, around)
        modality, strength, supplied = self._modality(s, clause, around)
        if supplied:
            inferred.append("modality")
        speaker = clause.speaker
        if speaker is None and (under_way or not (clause.bearers and self.reporting)):
            here = last is not None and last.sentence == s and last.speaker is not None
            speaker = last.speaker if last and (under_way or here) else command.speaker
        if clause.speaker is None and (subject := self._who_goes_on(s, clause)) is not None:
            speaker = subject
        if k := bisect_left(self.heard, (clause.action,)):
            at, said = self.heard[k - 1]  # who was last said to say something
            # "Theo ông X, các xã phải …" is no longer what the last one asked for
            since = clause.speaker is None and last is not None and at > last.clause.end
            if speaker is None or since:
                speaker = said
        if self.news and clause.bearers and modality == "commitment" and clause.speaker is None:
            speaker = self.reader.who_speaks(clause.bearers[0])  # "Ông X hứa sẽ …" is his word
        if speaker is not None and clause.speaker is None:
            inferred.append("speaker")
        if (
            not clause.bearers
            and speaker is not None
            and modality != "commitment"
            and len(bearers) == 1
            and self.reader.who_speaks(bearers[0]) == speaker
        ):
            bearers = []
        inherited = bool(bearers) and not clause.bearers
        if inherited:
            inferred.append("bearers")
        tokens = self.ctx.tokens
        times = self.times.inside(i, clause.end)
        when = self.times.inside(*clause.condition) if clause.condition else []
        told = self.times.asked_on(s, i, clause)
        times = [t for t in times if t not in when and t not in told]
        listed = not self.reporting or self.ctx.structure.lines[n].marker is not None
        if listed and not self.times.dated(times) and (handed := self.times.of_leads(command)):
            times = [*times, *handed]
            inferred.append("deadlines")
        return Duty(
            clause, bearers, inherited, far, modality, strength, speaker, n, s, times, inferred,
            command.proposes, tokens.starts[i], tokens.ends[clause.end - 1],
            inside=i > self.reader.skip(self.ctx.sentence_tokens[s][0], i + 1) + _MARKER,
            carried=inherited and under_way and last is not None and last.line != n,
            partners=command.partners if bearers is command.bearers else [], when=when, told=told,
        )  # fmt: skip

    def _who_goes_on(self, s: int, clause: Clause) -> int | None:
        """Who a sentence of news is about that goes on with a request.

        "Kết luận, *ông X* ghi nhận nỗ lực của xã; đề nghị xã …".
        """
        asks = clause.cue is not None and clause.cue.form in self.reader.cues.asking
        if not (self.news and asks and clause.cue_span):
            return None
        i, end = self.ctx.sentence_tokens[s]
        for k in (i, *(k + 1 for k in self.reader.marks_in(i, min(end, i + OCCASION)))):
            titled = self.reader.found.honorifics.get(k)
            n = self.reader.at.get(titled[0] if titled else k)
            if n is not None and self.reader.mentions[n].type in ("PERSON", "ROLE"):
                mention = self.reader.mentions[n]
                return n if mention.last < clause.cue_span[0] else None
        return None

    def _bearers(self, n: int, clause: Clause, around: Around) -> tuple[list[Phrase], bool]:
        """Who must act where the clause does not say it, and whether that is far to seek."""
        command, last = around.command, around.last
        if self.reporting and (clause.speaker is not None or clause.rule == "reported-request"):
            return [], False  # a new request, which does not say who
        pledges = clause.cue is not None and clause.cue.modality == "commitment"
        if clause.cue and last is not None and pledges != (last.modality == "commitment"):
            return command.bearers, command.far  # who pledges is not who was asked before
        if last is not None and last.bearers and not self._begins_anew(n, clause, last):
            return last.bearers, last.far
        if around.unit_bearers:
            return around.unit_bearers, False
        return command.bearers, command.far

    def _begins_anew(self, n: int, clause: Clause, last: Duty) -> bool:
        """Tell whether a clause is no concern of those who must do what stands before it."""
        # "Thợ hàn phải đeo kính; công việc *chỉ được* tiếp tục khi …": it has a subject of its own,
        # and so has "Bạn ở xa, *hãy* …"
        cue = clause.cue if clause.rule == "topic-modal" else None
        if cue is not None and (cue.addresses or cue.modality == "permission"):
            return True
        lines = self.ctx.structure.lines
        if last.line == n:
            return False
        if self.news and lines[n].text[:1] in OPEN_QUOTES:
            return True  # a quotation by itself
        if lines[n].marker is None:
            return False
        # the items of a list do not take who must act from one another, but in a report from the
        # paragraph above it, which goes on through them: "Chính phủ cần … / Thứ nhất, …"
        if not self.reporting:
            return True
        above = n
        while above and lines[above].marker is not None:
            above -= 1
        return last.line != above if lines[last.line].marker is None else not last.carried

    def _modality(self, s: int, clause: Clause, around: Around) -> tuple[str, int, bool]:
        """Modality, strength, and whether they were handed down."""
        command, last, under_way = around[:3]
        adverb = self.reader.found.strengthening.get(clause.action)
        least = adverb[1] if adverb else 0
        pledged = command.cue is not None and command.cue.modality == "commitment"
        if clause.cue is not None and not (pledged and clause.cue.keep and not clause.bearers):
            return clause.cue.modality, max(clause.cue.strength, least), False
        # "- Yêu cầu nhà thầu sửa bến; sửa cầu" below "Đề nghị UBND tỉnh:" is asked of him alike
        if last is not None and last.sentence == s and last.strength > 1:
            asked = last.clause.rule == "performative"
            nobody = asked and last.clause.bearers and not clause.bearers
            # "Đề nghị Sở A giám sát; *Báo B mở chuyên mục*; *Sở C chủ trì*"
            pleads = last.modality == "recommendation" and clause.rule == "subject-verb"
            if nobody or (pleads and (asked or last.clause.rule == "subject-verb")):
                return last.modality, last.strength, True
        if command.cue is not None:
            return command.cue.modality, command.cue.strength, True
        # "Đề nghị Bộ Y tế …; sớm ban hành …", "Khuyến khích các hộ trồng cây; thu gom rác", but not
        # "Khuyến khích …; hoàn thiện …", nor "…; hoàn thành trong tháng 5"
        dated = any(k in self.reader.time_at for k in range(clause.action, clause.end))
        asked = (
            last is not None
            and last.sentence == s
            and last.modality == "recommendation"
            and (last.strength > 1 or (bool(last.clause.bearers) and not dated))
        )
        goes_on = under_way and last is not None and last.modality != "prohibition"
        if last is not None and (goes_on or (asked and not clause.bearers)):
            return last.modality, last.strength, True
        return "obligation", max(3, least), False
