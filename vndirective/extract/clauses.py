"""Clauses: what stands in front of the verb, who must act, the cue, and the action.

A clause is read from the left over tokens: connectors, adjuncts ("Đối với …,", "Trường hợp …,"),
the subject, the cue, the verb. What cannot be read so is no clause of a duty.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from vndirective.extract.actors import Mention
from vndirective.extract.context import Context
from vndirective.extract.cues import Cue, Cues, cues

__all__ = ["Clause", "Reader"]

#: "Không cấp phép …" among orders.
_NOT = Cue("không", "prohibition", 4, False, None)
_PUNCTUATION = frozenset(",;:.–-…")
#: How far from its subject a verb may stand, in tokens ("theo chức năng, nhiệm vụ được giao").
_REACH = 30
#: How long a topic before a modal may be, in tokens, and how strict the modal must be.
_TOPIC = 24
_STRICT = 4
#: How many tokens of "chúng tôi xin" may stand before a request or pledge.
_SPEAKER = 5
#: How long an adjunct in front of the subject may be, in tokens.
_ADJUNCT = 90


@dataclass(slots=True)
class Clause:
    """One clause that can be a duty.

    Attributes
    ----------
    action : int
        Token that the action starts with.
    end : int
        Token after the last of the clause.
    cue : Cue or None
        What sets the modality; None for a bare imperative or "subject + verb".
    cue_span : tuple of int or None
        Its tokens.
    bearers : list of int
        Mentions that must act, said in the clause.
    speaker : int or None
        Mention that asks ("X yêu cầu …").
    condition : tuple of int or None
        Tokens of a conditional adjunct in front.
    rule : str
    """

    action: int
    end: int
    cue: Cue | None
    cue_span: tuple[int, int] | None
    bearers: list[int] = field(default_factory=list)
    speaker: int | None = None
    condition: tuple[int, int] | None = None
    rule: str = ""


class Reader:
    """Reads the clauses of one document.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention
        The actors, in order.
    """

    def __init__(self, ctx: Context, mentions: list[Mention]) -> None:
        self.keys = ctx.tokens.keys
        self.tokens = ctx.tokens
        self.mentions = mentions
        self.at = {m.first: n for n, m in enumerate(mentions)}
        self.cues: Cues = cues()

    # -- pieces ---------------------------------------------------------------------------------

    def skip(self, i: int, end: int) -> int:
        """Return the index after connectors and punctuation at the start of a clause."""
        while i < end:
            if self.keys[i] in _PUNCTUATION or self.keys[i] in '“"':
                i += 1
                continue
            found = self.cues.connectors.match(self.tokens, i)
            if found is None or found[0] > end:
                break
            after = found[0]
            # "và" and the like open a clause only before something that can go on
            i = after
        return i

    def subjects(self, i: int, end: int) -> tuple[list[int], int]:
        """Return the coordinated mentions that start at token ``i``, and the token after them."""
        found: list[int] = []
        each = self.cues.distributive.match(self.tokens, i) if i < end else None
        i = each[0] if each and each[0] in self.at else i
        at = i
        while at < end and at in self.at:
            index = self.at[at]
            found.append(index)
            at = after = self.mentions[index].last
            if at < end and self.keys[at] == "(":
                at = after = self._after_brackets(at, end)
            while after < end and (
                self.keys[after] in (",", ";") or self.keys[after] in ("và", "cùng")
            ):
                after += 1
            if after == at or after not in self.at:
                person = at in self.at and self.mentions[self.at[at]].type == "PERSON"
                if not person:
                    break
                after = at
            at = after
        last = self.mentions[found[-1]].last if found else i
        if found and last < end and self.keys[last] == "(":
            last = self._after_brackets(last, end)
        return found, last

    def _after_brackets(self, i: int, end: int) -> int:
        depth = 0
        for k in range(i, end):
            depth += (self.keys[k] == "(") - (self.keys[k] == ")")
            if depth == 0:
                return k + 1
        return i

    def opener(self, i: int, end: int) -> bool:
        """Tell whether a verb (or the adverb before it) of an imperative starts at token ``i``."""
        found = self.cues.openers.match(self.tokens, i)
        if self.cues.not_openers.match(self.tokens, i):
            return False
        return (
            found is not None
            and found[0] <= end
            and self.keys[min(found[0], end - 1)] not in ("được", "bị")
        )

    def _cue(self, i: int, end: int) -> tuple[int, Cue, bool] | None:
        """Return the token after a cue, the cue, and whether it is a performative."""
        if self.cues.negated.match(self.tokens, i):
            return None
        act = self.cues.performatives.match(self.tokens, i)
        modal = self.cues.modals.match(self.tokens, i)
        best = max((x for x in (act, modal) if x), key=lambda x: x[0], default=None)
        if best is None or best[0] > end:
            return None
        return best[0], best[1], best is act

    def starts_clause(self, i: int, end: int) -> bool:
        """Tell whether a duty can start at token ``i``: after ";", or after an adjunct."""
        i = self.skip(i, end)
        if i >= end:
            return False
        each = self.cues.distributive.match(self.tokens, i)
        if (
            i in self.at
            or (each and each[0] in self.at)
            or self.opener(i, end)
            or self._cue(i, end) is not None
        ):
            return True
        return self.cues.adjuncts.match(self.tokens, i) is not None

    def split(self, i: int, end: int) -> list[tuple[int, int]]:
        """Split a sentence at the semicolons that part clauses with verbs of their own."""
        parts = []
        depth = 0
        start = i
        for k in range(i, end):
            key = self.keys[k]
            depth += (key in "(“«") - (key in ")”»")
            if key == ";" and depth <= 0 and self.starts_clause(k + 1, end):
                parts.append((start, k))
                start = k + 1
            elif depth < 0:
                # a quotation that began before this sentence ends: what follows names its speaker
                parts.append((start, k))
                start, depth = k + 1, 0
        parts.append((start, end))
        return parts

    # -- clauses --------------------------------------------------------------------------------

    def read(self, i: int, end: int, operative: bool, speakers: bool) -> Clause | None:
        """Read one clause.

        Parameters
        ----------
        i, end : int
            Its tokens.
        operative : bool
            It stands where bare imperatives are orders.
        speakers : bool
            A subject before a performative is who asks, not who must act.
        """
        while end > i and self.keys[end - 1] in '.;,:/…”"':
            end -= 1
        i = self.skip(i, end)
        condition: tuple[int, int] | None = None
        for _ in range(4):
            adjunct = self.cues.adjuncts.match(self.tokens, i) if i < end else None
            if adjunct is None:
                break
            after = self._after_adjunct(i, end, operative)
            if after is None:
                return self._unparted(i, end) if operative else None
            if self.cues.conditions.match(self.tokens, i):
                condition = (i, after - 1)
            i = self.skip(after, end)
        if i >= end:
            return None
        clause = self._core(i, end, operative, speakers)
        if clause is None and operative:
            clause = self._unparted(i, end)
        if clause is not None:
            clause.condition = condition
        return clause

    def _unparted(self, i: int, end: int) -> Clause | None:
        """Read "đối với các chỉ tiêu không đạt *phải* nêu rõ …": a topic, a strict modal, a verb."""
        for k in range(i + 1, min(end - 1, i + _TOPIC)):
            if self.keys[k] in (",", ";", ":", "“", "("):
                return None
            found = self._cue(k, end)
            if found is not None and not found[2] and found[1].strength >= _STRICT:
                return Clause(
                    self._kept(k, found[0], found[1]),
                    end,
                    found[1],
                    (k, found[0]),
                    rule="topic-modal",
                )
        return None

    def _after_adjunct(self, i: int, end: int, operative: bool) -> int | None:
        """Return the token after the comma that closes the adjunct at ``i``."""
        depth = 0
        # "Song song với đẩy mạnh …, triển khai …, các cấp ủy cần …": the verbs belong to the adjunct.
        verbal = self.cues.verbal_adjuncts.match(self.tokens, i) is not None
        for k in range(i, min(end, i + _ADJUNCT)):
            key = self.keys[k]
            depth += (key in "(“«") - (key in ")”»")
            if key == "," and depth <= 0:
                j = self.skip(k + 1, end)
                if j >= end:
                    return None
                if (
                    (self.opener(j, end) and not verbal)
                    or self._cue(j, end)
                    or self.cues.conditions.match(self.tokens, j)
                ):
                    return k + 1
                if j in self.at:
                    _, last = self.subjects(j, end)
                    verb = self._verb(last, end, operative)
                    if verb is not None:
                        return k + 1
        return None

    def _verb(self, i: int, end: int, operative: bool) -> int | None:
        """Return the token of the cue or verb that belongs to a subject ending before ``i``."""
        while i < end and self.keys[i] in self.cues.before_cue and self._cue(i + 1, end):
            i += 1
        if i >= end:
            return None
        if self.keys[i] in self.cues.past and self._cue(i, end) is None and not self.opener(i, end):
            return None
        if self._cue(i, end) is not None or (operative and self.opener(i, end)):
            return i
        if self.keys[i] not in (",", ":", "(") and self.cues.adjuncts.match(self.tokens, i) is None:
            return None
        for k in range(i + 1, min(end, i + _REACH)):
            if self.keys[k - 1] not in (
                ",",
                ":",
                ")",
                "giao",
                "quyền",
                "mình",
                "vụ",
                "lý",
                "phương",
                "định",
                "này",
            ):
                continue
            if self._cue(k, end) is not None or (operative and self.opener(k, end)):
                return k
            if k in self.at:
                return None
        return None

    def _core(self, i: int, end: int, operative: bool, speakers: bool) -> Clause | None:
        bearers, after = self.subjects(i, end)
        if not bearers:
            return self._without_subject(i, end, operative)
        if (
            operative
            and after < end
            and self.keys[after] == "không"
            and self.opener(after + 1, end)
        ):
            return Clause(after + 1, end, _NOT, (after, after + 1), bearers, rule="prohibition")
        verb = self._verb(after, end, operative)
        if verb is None:
            return None
        found = self._cue(verb, end)
        if found is None:
            return Clause(verb, end, None, None, bearers, rule="subject-verb")
        action, cue, performative = found
        if (
            performative
            and cue.modality in ("obligation", "recommendation")
            and (speakers or cue.form in ("yêu cầu", "đề nghị", "giao", "kiến nghị", "phân công"))
        ):
            if not speakers and operative:
                return Clause(verb, end, None, None, bearers, rule="subject-verb")
            clause = self._ordered(verb, action, end, cue)
            if clause is not None:
                clause.speaker, clause.rule = bearers[0], "reported-request"
            return clause
        if cue.needs_bearer or action >= end:
            return None
        return Clause(
            self._kept(verb, action, cue), end, cue, (verb, action), bearers, rule="subject-modal"
        )

    def _mentions_in(self, i: int, end: int) -> list[tuple[int, int]]:
        return [(k, self.at[k]) for k in range(i, end) if k in self.at]

    def asks(self, i: int, end: int) -> tuple[int | None, Cue | None] | None:
        """Read a lead-in that ends in a performative: "…, Chủ tịch phường yêu cầu:".

        Returns
        -------
        tuple or None
            Who asks (a mention, or None) and the cue where it is no plain order; None where
            the lead-in does not ask.
        """
        while end > i and self.keys[end - 1] in '.;,:/…”"':
            end -= 1
        for start in range(max(i, end - 3), end):
            act = self.cues.performatives.match(self.tokens, start)
            inside = any(m <= start < self.mentions[k].last for m, k in self._mentions_in(i, end))
            if act is not None and act[0] == end and not inside:
                before = [k for k in range(i, start) if k in self.at]
                near = before and self.mentions[self.at[before[-1]]].last == start
                cue = act[1] if act[1].modality != "obligation" else None
                return (self.at[before[-1]] if near else None), cue
        return None

    def _without_subject(self, i: int, end: int, operative: bool) -> Clause | None:
        found = self._cue(i, end)
        if found is not None:
            action, cue, performative = found
            if performative:
                return self._ordered(i, action, end, cue)
            if action < end and (operative or cue.form in ("cần", "phải", "cần phải")):
                return Clause(self._kept(i, action, cue), end, cue, (i, action), rule="modal")
            return None
        if operative and self.opener(i, end):
            return Clause(i, end, None, None, rule="imperative")
        if operative and self.keys[i] == "không" and self.opener(i + 1, end):
            return Clause(i + 1, end, _NOT, (i, i + 1), rule="prohibition")
        for k in range(i + 1, min(end, i + _SPEAKER)):
            # "Chúng tôi đề nghị …", "Phường xin kiến nghị …": who speaks is no actor
            act = self.cues.performatives.match(self.tokens, k)
            if act is not None and act[1].modality in ("recommendation", "commitment"):
                return self._ordered(k, act[0], end, act[1])
            if not self.keys[k].isalpha():
                break
        return None

    def _ordered(self, i: int, action: int, end: int, cue: Cue) -> Clause | None:
        """Read what follows a performative: perhaps who must act, then the action."""
        if cue.modality == "prohibition":
            if action >= end:
                return None
            return Clause(self._kept(i, action, cue), end, cue, (i, action), rule="prohibition")
        start = action + 1 if action < end and self.keys[action] in (",", ":") else action
        bearers, after = self.subjects(start, end)
        if not bearers:
            if cue.needs_bearer or action >= end or not self._plausible_action(start, end, cue):
                return None
            return Clause(start, end, cue, (i, action), rule="performative")
        verb = self._verb(after, end, True)
        if verb is None:
            verb = after + 1 if after < end and self.keys[after] in (":", ",") else after
            if verb >= end:
                return None
        inner = self._cue(verb, end)
        if inner is not None and not inner[2] and cue.modality != "permission":
            # "đề nghị X phải …" is an obligation (guide, hard points)
            return Clause(
                self._kept(verb, inner[0], inner[1]), end, inner[1], (verb, inner[0]), bearers,
                rule="performative-modal",
            )  # fmt: skip
        return Clause(verb, end, cue, (i, action), bearers, rule="performative")

    def _plausible_action(self, i: int, end: int, cue: Cue) -> bool:
        """A performative without somebody after it must govern a verb, not a noun."""
        if cue.modality in ("commitment", "permission"):
            return True
        return (
            self.opener(i, end)
            or self.cues.modals.match(self.tokens, i) is not None
            or self._cue(i, end) is not None
        )

    def _kept(self, i: int, action: int, cue: Cue) -> int:
        """Return where the action starts: "chịu trách nhiệm" is cue and verb in one."""
        if cue.keep is None:
            return action
        return action - len(cue.keep.split())
