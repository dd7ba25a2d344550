"""Noun phrases of duties: who must act, known actors and others, one or a list of them.

"các tỉnh, các Chủ đầu tư, Ban Quản lý dự án, nhà thầu thi công cần phải …": a list goes on over
commas and *và* until the cue or the verb. A phrase that is no known actor counts where it starts as
one does ("các", "những" and the nouns of ``lexicons/cues.json``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from vndirective.extract.actors import Mention
from vndirective.extract.context import Context
from vndirective.extract.cues import Cue, Cues, FoundCues, cues
from vndirective.extract.times import Expression

__all__ = ["DASHES", "PUNCTUATION", "Phrase", "Phrases"]

PUNCTUATION = frozenset(",;:.–-…")
DASHES = frozenset("-–—")
_QUOTES = frozenset('“"')
_LINKS = frozenset((",", ";", "và", "cùng", "hoặc", "/"))
_AROUND = frozenset('()*“”"')
_CLOSERS = frozenset(',;:.()“”"…/')
#: What can part clauses, open and close what stands apart, or end a condition.
_MARKS = frozenset((*',;:.(“«)”»"', "thì", "và"))
_SPLITS = frozenset(";)”»")
#: What ends a condition or an exception behind a verb.
_STOPS = frozenset(",;).")
#: The longest phrase that is no known actor, in tokens, and the longest list.
_LONGEST = 12
#: How long "1", "ii", "a" before a bracket may be, in characters and one more.
_LONGEST_NUMBER = 5
_LIST = 150
#: How many tokens may link two of a list: ", và cùng".
_LONGEST_LINK = 4
#: How many tokens the name of a place has, at most, and one more: "Hà Nội", "Bà Rịa - Vũng Tàu".
_PLACE = 6
#: How many tokens the rank of an officer takes: "Thiếu tá".
_RANK = 2
#: How long "đơn vị đó" may be, in tokens.
_THAT = 3
#: What may follow "được" where it says that something is achieved.
_ACHIEVED = (["sự"], ["các"], ["những"], ["nhiều"], ["vai"], ["sức"], ["tính"])


class Phrase(NamedTuple):
    """Somebody who must act: tokens ``first`` to ``last`` (exclusive), a known actor or not."""

    first: int
    last: int
    mention: int | None


def _between(tokens: Iterable[int]) -> Callable[[int, int], list[int]]:
    """Return what tells which of some tokens stand between two others."""
    ordered = sorted(tokens)

    def between(i: int, end: int) -> list[int]:
        first = bisect_left(ordered, i)
        return ordered[first : bisect_left(ordered, end, first)]

    return between


def _rarely_between(tokens: Collection[int]) -> Callable[[int, int], list[int]]:
    """Return the same, for tokens so rare that there is nearly always none."""
    between = _between(tokens)
    following: list[int] = []  # the next of them, by token
    for k in sorted(tokens):
        following += [k] * (k + 1 - len(following))
    size = len(following)

    def rarely(i: int, end: int) -> list[int]:
        return between(i, end) if i < size and following[i] < end else []

    return rarely


def _is_number(key: str) -> bool:
    """Tell whether a token can number an item: "1", "iv", "b", not "bà"."""
    if len(key) >= _LONGEST_NUMBER or not key.isalnum():
        return False
    return key.isdigit() or len(key) == 1 or set(key) <= set("ivx")


class Phrases:
    """Reads noun phrases, cues and verbs at the tokens of one document.

    Parameters
    ----------
    ctx : Context
    mentions : list of Mention
        The actors, in order.
    times : list of Expression
        The time expressions, in order.
    """

    def __init__(self, ctx: Context, mentions: list[Mention], times: list[Expression]) -> None:
        self.anchor = ctx.anchor
        self.news = ctx.structure.frame.kind == "news"
        self.keys = ctx.tokens.keys
        self.tokens = ctx.tokens
        self.mentions = mentions
        self.at = {m.first: n for n, m in enumerate(mentions)}
        #: The tokens that bodies and persons start at who are known by name.
        self.by_name = {m.first for m in mentions if m.type != "GROUP"}
        #: The time expressions by the token that they start with, "thời gian tới" included.
        dated = (t for t in times if t.type != "URGENCY" or t.relation == "WITHIN")
        self.time_at = {ctx.tokens.first_at(t.start): t for t in dated}
        self.cues: Cues = cues()
        self.found = FoundCues.of(ctx.tokens)
        #: The tokens inside set phrases, but for their first.
        self.inside = {
            k for i, (after, _) in self.found.set_phrases.items() for k in range(i + 1, after)
        }
        self._cue_at = self._all_cues()
        self._opens_line = {first for first, _ in ctx.line_tokens}
        where, acts = ctx.tokens.where, self.found.performatives.keys() - self.inside
        # Few tokens are of use to a rule. Those from one token to another that …
        self.marks_in = _between(where(_MARKS))  #: can part clauses
        self.splits_in = _rarely_between(where(_SPLITS))  #: part clauses whoever must act
        self.named_within = _rarely_between(self.by_name)  #: start the name of a body or a person
        self.cues_in = _rarely_between(acts | self.found.modals.keys())  #: start a cue
        self.asking_in = _between(acts | self.found.directing.keys())  #: ask or direct somebody
        self.slots_in = _between(where(self.cues.slot_starts))  #: may start a slot of a duty
        self.conditions_in = _rarely_between(self.found.conditions)  #: start a condition
        #: The tokens behind those by whom something is done.
        self.doers = self._behind_doers()
        #: The tokens that end a condition or an exception behind a verb, but for the comma in
        #: "khi được Tỉnh ủy, UBND tỉnh yêu cầu".
        self.stops = [k for k in where(_STOPS) if k not in self.doers or k + 1 not in self.at]
        #: The tokens that somebody may be named at.
        self._somebody = self.at.keys() | where(
            self.cues.subject_starts | self.cues.before_somebody
        )
        self._numbers = self._all_numbers()
        #: Where a run of punctuation ends, by each of its tokens: "……", ": : :".
        self._behind: dict[int, int] = {}
        for k in reversed(where(PUNCTUATION | _QUOTES)):
            self._behind[k] = self._behind.get(k + 1, k + 1)
        self._skipped = self._numbers.union(self._behind, where(self.cues.connectors.keys()))

    def _all_numbers(self) -> frozenset[int]:
        """Find where "(1)", "(ii)" and "a)" start."""
        keys = self.keys
        found: set[int] = set()
        for k in self.tokens.places.get(")", ()):
            if k and _is_number(keys[k - 1]):
                found.update((k - 1, k - 2) if k > 1 and keys[k - 2] == "(" else (k - 1,))
        return frozenset(found)

    def _all_cues(self) -> dict[int, tuple[int, Cue, bool]]:
        """Find the performatives and modals, of two the longer, with whether it is the former."""
        best = {i: (after, cue, False) for i, (after, cue) in self.found.modals.items()}
        for i, (after, cue) in self.found.performatives.items():
            if i not in best or after >= best[i][0]:
                best[i] = (after, cue, True)
        return {
            i: cue
            for i, cue in best.items()
            if i not in self.found.negated and i not in self.inside
        }

    def _behind_doers(self) -> frozenset[int]:
        """Return the tokens right behind those by whom something is done, listed or not.

        "Hoàn thành các việc được Tỉnh ủy, *UBND tỉnh giao*" asks for what they gave.
        """
        found: set[int] = set()
        for mention in self.mentions:
            before = mention.first - 1
            listed = before in found and self.keys[before] in (",", "và")
            if listed or (before >= 0 and self.keys[before] in self.cues.before_doers):
                found.add(mention.last)
        return frozenset(found)

    def skip(self, i: int, end: int) -> int:
        """Return the index after connectors and punctuation at the start of a clause."""
        while i < end and i in self._skipped:
            if i in self._behind:
                i = min(self._behind[i], end)
                continue
            after = self.after_number(i, end)
            if after > i:
                i = after
                continue
            if self.keys[i] not in self.cues.connectors:
                break
            found = self.cues.connectors.match(self.tokens, i)
            if found is None or found[0] > end:
                break
            verb = self.cues.openers.match(self.tokens, i)
            if verb is not None and verb[0] > found[0]:
                break  # "cụ thể hóa", not "cụ thể"
            i = found[0]
        return i

    def after_number(self, i: int, end: int) -> int:
        """Return the token after "(1)", "(ii)" or "a)" in a sentence, ``i`` where there is none."""
        if i not in self._numbers:
            return i
        after = i + (3 if self.keys[i] == "(" else 2)
        return after if after <= end else i

    def opener(self, i: int, end: int) -> bool:
        """Tell whether a verb (or the adverb before it) of an imperative starts at token ``i``."""
        if i >= end or i in self.at or i in self.inside:
            return False
        if self.keys[i] not in self.cues.openers:
            return self._restricted(i, end)
        if self.keys[i] in self.cues.not_openers and self.cues.not_openers.match(self.tokens, i):
            return False
        found = self.cues.openers.match(self.tokens, i)
        if found is None:
            return self._restricted(i, end)
        office = self.at.get(i + 1) if self.keys[i] in self.cues.appointing else None
        if office is not None and self.mentions[office].type == "ROLE":
            return False  # "… làm Trưởng ban"
        behind = self.keys[min(found[0], end - 1)]
        if behind == "được":  # "phát huy được sức dân", not "tổ chức được giao"
            return self.keys[found[0] + 1 : found[0] + 2] in _ACHIEVED and found[0] + 1 < end
        return found[0] <= end and behind != "bị"

    def _restricted(self, i: int, end: int) -> bool:
        """Tell whether "Chỉ *cấp phép* khi …", "Không chỉ *rà soát* …" starts at token ``i``."""
        first = i
        while i < end and self.keys[i] in self.cues.restricting:
            word = self.cues.restricting.match(self.tokens, i)
            if word is None or (i != first and (i in self.at or i in self.inside)):
                return False
            i = word[0]
        return i > first and self.opener(i, end)

    def cue(self, i: int, end: int) -> tuple[int, Cue, bool] | None:
        """Return the token after a cue, the cue, and whether it is a performative."""
        found = self._cue_at.get(i)  # nearly always there is none
        if found is None or i >= end or found[0] > end or i in self.at:
            return None  # "Giao thông vận tải" is somebody
        if i and self.tokens.capitals[i] and self.tokens.capitals[min(i + 1, end - 1)]:
            # "Giao Công an xã …" opens a clause, also behind "a)"
            before = self.keys[i - 1]
            opens = before in PUNCTUATION or before in _AROUND or i in self._opens_line
            named = not opens or self.keys[i + 1 : i + 2] == ["thơ"]
            if named and not self.all_capitals(i):
                return None  # "Cần Thơ"
        if found[1].verb_after and not self.opener(found[0], end):
            # "hứa đến ngày 31/10 sẽ trình …"
            timed = found[0] in self.time_at or self.keys[found[0]] in self.cues.before_time
            if not (found[1].modality == "commitment" and timed):
                return None
        return found

    def all_capitals(self, i: int) -> bool:
        """Tell whether token ``i`` is in capitals throughout."""
        return self.tokens.text[self.tokens.starts[i] : self.tokens.ends[i]].isupper()

    def modal(self, i: int, end: int) -> tuple[int, Cue] | None:
        """Return the token after a modal and the modal: "phải", "có trách nhiệm"."""
        found = self.cue(i, end)
        if found is None or not found[2]:
            return found and found[:2]
        # "không được" forbids with and without somebody before it
        both = self.found.modals.get(i)
        return both if both and both[0] >= found[0] else None

    # -- who ------------------------------------------------------------------------------------

    def subjects(self, i: int, end: int) -> tuple[list[Phrase], int]:
        """Return the coordinated phrases that start at token ``i``, and the token after them."""
        found: list[Phrase] = []
        if i not in self._somebody:  # asked wherever a clause may begin; there is seldom somebody
            return found, i
        at = i
        phrase = self.phrase(self._after_each(at, end), end, False)
        while phrase is not None and at < min(end, i + _LIST):
            phrase = self._with_owner(phrase, end)
            found.append(phrase)
            at = self._after_office(phrase, self.after_brackets(phrase.last, end), end)
            at = self._after_where(self._after_that(at, end), end)
            following = self._past_links(at, end)
            if following == at:
                if at not in self.at or self.mentions[self.at[at]].type != "PERSON":
                    break
                # title and name are two mentions, and one who must act
                found[-1] = phrase._replace(last=self.mentions[self.at[at]].last)
                at = found[-1].last
                following = self._past_links(at, end)
                if following == at:
                    break
            phrase = self._next(following, end)
            at = following if phrase is not None else at
        return found, at if found else i

    def _past_links(self, i: int, end: int) -> int:
        """Return the token after ", và cùng" between two who are named."""
        stop = min(end, i + _LONGEST_LINK)
        while i < stop and self.keys[i] in _LINKS:
            i += 1
        return i

    def _after_office(self, phrase: Phrase, at: int, end: int) -> int:
        """Return the token after the office behind a name: "ông A – Chủ tịch xã | phụ trách …"."""
        office = self.at.get(at + 1) if at < end and self.keys[at] in DASHES else None
        if office is None or phrase.mention is None or self.mentions[office].last > end:
            return at
        types = self.mentions[phrase.mention].type, self.mentions[office].type
        return self.mentions[office].last if types == ("PERSON", "ROLE") else at

    def _after_that(self, i: int, end: int) -> int:
        """Return the token after what was named before: "Nơi nào …, người đứng đầu | nơi đó | phải …"."""
        for k in range(i, min(i + _THAT, end - 1)):
            if k > i and self.keys[k - 1] in PUNCTUATION:
                break
            if self.keys[k] in self.cues.pointing and self.modal(k + 1, end) is not None:
                return k + 1
        return i

    def _after_where(self, i: int, end: int) -> int:
        """Return the token after where somebody belongs: "các cơ quan | trong hệ thống chính trị |"."""
        if i + 2 >= end or self.keys[i] != "trong":
            return i
        at = i + 1 + (self.keys[i + 1] == "toàn")
        realm = self.cues.realms.match(self.tokens, at)
        named = self.at.get(at)
        after = realm[0] if realm else self.mentions[named].last if named is not None else end
        goes_on = after < end and (
            self.keys[after] == "không"
            or self.opener(after, end)
            or self.cue(after, end) is not None
        )
        return after if goes_on else i

    def _with_owner(self, phrase: Phrase, end: int) -> Phrase:
        """Go on over whom somebody belongs to: "các Ban | của Hội đồng nhân dân |", "Tổ đảng | ở …"."""
        k = phrase.last
        if k + 1 >= end or self.keys[k] not in ("của", "ở") or k + 1 not in self.at:
            return phrase
        owner = self.mentions[self.at[k + 1]]
        if self.keys[k] == "ở" and owner.type != "ORG":
            return phrase  # "hộ gia đình ở các địa phương" says where
        return Phrase(phrase.first, owner.last, phrase.mention)

    def named_in(self, i: int, end: int) -> list[Phrase]:
        """Return everybody who is named from token ``i`` to ``end``."""
        found: list[Phrase] = []
        while i < end:
            subjects, after = self.subjects(i, end)
            found += subjects
            i = after if subjects else i + 1
        return found

    def named(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a body or an office, or several of somebody."""
        if phrase.mention is None:
            return phrase.first in self.found.quantifiers or self.keys[phrase.first].isdigit()
        return self.mentions[phrase.mention].type in ("ORG", "ROLE")

    def speaks(self, phrase: Phrase, *, person: bool = False) -> bool:
        """Tell whether a phrase names an actor, or a person, or stands for one: "*đồng chí* đề nghị"."""
        if phrase.mention is None:
            return phrase.first in self.found.honorifics
        return not person or self.mentions[phrase.mention].type in ("PERSON", "ROLE")

    def who_speaks(self, phrase: Phrase) -> int | None:
        """Return the mention of who speaks: of an office with a name behind it, the name."""
        index = phrase.mention
        if index is None or self.mentions[index].type not in ("ROLE", "GROUP"):
            return index
        name = self.at.get(self.mentions[index].last)
        return name if name is not None and self.mentions[name].type == "PERSON" else index

    def office_of(self, index: int) -> int | None:
        """Return the office that a mention is, or that stands right before a name."""
        if self.mentions[index].type != "PERSON":
            return index if self.mentions[index].type == "ROLE" else None
        mention, before = self.mentions[index], index - 1
        behind = before >= 0 and self.mentions[before].last == mention.first
        return before if behind and self.mentions[before].type == "ROLE" else None

    def place(self, i: int, k: int) -> Phrase | None:
        """Return a place that speaks or must act before token ``k``: "*Hà Nội* cũng yêu cầu …"."""
        end = k - (self.keys[k - 1] in self.cues.before_cue)
        named = 1 < end - i < _PLACE and all(self.tokens.capitals[i:end])
        return Phrase(i, end, None) if named else None

    def last_mention(self, i: int, k: int) -> int | None:
        """Return the last actor before token ``k``, from token ``i`` on and near it."""
        return next(
            (self.at[j] for j in range(k - 1, max(i, k - 40) - 1, -1) if j in self.at), None
        )

    def _after_each(self, i: int, end: int) -> int:
        if i >= end or self.keys[i] not in self.cues.before_somebody:
            return i
        each = self.found.distributive.get(i)
        # "100% cơ sở Đoàn": what counts them is no part of who they are
        counted = each is not None and self.keys[i][0].isdigit() and self.bearing(each[0])
        if each and (each[0] in self.at or counted):
            return each[0]
        titled = self.found.honorifics.get(i)
        ranked = titled[0] + _RANK if titled else end  # "Đ/c Thiếu tá Nông Văn Sìn"
        if titled and titled[0] not in self.at and ranked in self.at:
            return ranked if self.mentions[self.at[ranked]].type == "PERSON" else i
        if titled and titled[0] in self.at:
            # "ông" and the like do not belong to a name
            return titled[0] if self.mentions[self.at[titled[0]]].type == "PERSON" else i
        return i

    def _next(self, i: int, end: int) -> Phrase | None:
        """Return who is named at ``i``, after a comma, if the list goes on there."""
        if i >= end or self.opener(i, end) or self.cue(i, end) is not None:
            return None
        return self.phrase(self._after_each(i, end), end, True)

    def phrase(self, i: int, end: int, listed: bool) -> Phrase | None:
        """Return somebody named at token ``i``; in a list a quantifier is enough to tell."""
        if i >= end or not (i in self.at or self.keys[i] in self.cues.subject_starts):
            return None
        formula = self._formula(i, end)
        if formula is not None:
            return Phrase(i, formula, self.at.get(i))
        if i in self.at:
            index = self.at[i]
            return Phrase(i, self.mentions[index].last, index)
        if self.keys[i] == "các" and i + 1 in self.at:  # "Các Bộ Y tế, Nội vụ": one by one
            index = self.at[i + 1]
            return Phrase(i + 1, self.mentions[index].last, index)
        if self.opener(i, end) or not self.bearing(i, listed):
            return None
        passive: int | None = None  # "Người *được mời dự họp* | có quyền …" says who is meant
        for k in range(i + 1, min(end, i + _LONGEST) + 1):
            if k >= end:
                break
            if self.keys[k] in ("sẽ", "bị", "thì", "đã") and not self.modal(k, end):
                return None  # "Hộ nào lấn chiếm sẽ bị …" announces, it does not order
            closes = self.keys[k] in _CLOSERS or self.keys[k] in self.cues.phrase_ends
            closes = closes or self.keys[k] == "và" or self._when(k)
            inner = self.tokens.capitals[k] or k in self.at
            acts = not inner and self.opener(k, end)
            if acts and self.keys[k - 1] == "được" and passive is None:
                passive = k - 1
            if passive is not None and closes:
                break
            if closes or (not inner and self.modal(k, end)) or (acts and passive is None):
                things = k == i + 1 and self.keys[i] == "người" and self.keys[k] == ","
                if things:  # "Người, phương tiện, nước uống phải sẵn sàng"
                    return None
                return Phrase(i, k, None) if k > i + self._opening(i) - 1 else None
        return Phrase(i, passive, None) if passive is not None else None

    def _when(self, k: int) -> bool:
        """Tell whether a time starts at token ``k``, with its preposition or without."""
        return k in self.time_at or (
            k + 1 in self.time_at and self.keys[k] in self.cues.before_time
        )

    def _formula(self, i: int, end: int) -> int | None:
        """Return the end of a set formula, one bearer: "Bộ trưởng, Thủ trưởng cơ quan ngang bộ …"."""
        if self.keys[i] not in self.cues.formula_starts:
            return None
        prefix = self.found.formula_prefixes.get(i)
        found = self.found.bearer_formulas.get(prefix[0] if prefix else i)
        return found[0] if found and found[0] <= end else None

    def _opening(self, i: int) -> int:
        """How many tokens the word takes that shows a phrase to be somebody."""
        found = self.cues.bearer_nouns.match(self.tokens, i)
        return found[0] - i if found else 2

    def bearing(self, i: int, listed: bool = False) -> bool:
        """Tell whether a phrase at ``i`` names somebody, by its first words."""
        if i in self.found.not_bearers:
            return False  # "trường hợp", "phòng cháy"
        if self.cues.bearer_nouns.match(self.tokens, i):
            return True
        if i not in self.found.quantifiers:
            return False
        return listed or self.cues.bearer_nouns.match(self.tokens, i + 1) is not None

    def after_brackets(self, i: int, end: int) -> int:
        """Return the token after a bracket that opens at ``i``, ``i`` itself where none does."""
        if i >= end or self.keys[i] != "(":
            return i
        depth = 0
        for k in range(i, end):
            depth += (self.keys[k] == "(") - (self.keys[k] == ")")
            if depth == 0:
                return k + 1
        return i
