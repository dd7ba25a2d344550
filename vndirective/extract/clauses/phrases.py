"""Noun phrases of duties: who must act, known actors and others, one or a list of them.

"các tỉnh, các Chủ đầu tư, Ban Quản lý dự án, nhà thầu thi công cần phải …": a list goes on over
commas and *và* until the cue or the verb. A phrase that is no known actor counts where it starts as
one does ("các", "những" and the nouns of ``lexicons/cues.json``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from vndirective.core.orthography import fold
from vndirective.core.tokens import token_keys
from vndirective.extract.actors.circles import abbreviations, is_council
from vndirective.extract.clauses.landmarks import PUNCTUATION, STRICT, Landmarks

__all__ = ["DASHES", "Phrase", "Phrases"]

DASHES = frozenset("-–—")
_LINKS = frozenset((",", ";", "và", "cùng", "hoặc", "/"))
_CLOSERS = frozenset(',;:.()“”"…/')
_EITHER = frozenset(("/", ",", "hoặc"))  #: "ông/bà", "anh, chị"
#: The longest phrase that is no known actor, in tokens, and the longest list.
_LONGEST = 12
_LIST = 150
#: How far behind leaders their modal may stand, others listed between, in tokens.
_LEADERS = 18
#: How many tokens may link two of a list: ", và cùng".
_LONGEST_LINK = 4
#: How many tokens the name of a place has, at most, and one more: "Hà Nội", "Bà Rịa - Vũng Tàu".
_PLACE = 6
#: How many tokens the rank of an officer takes: "Thiếu tá".
_RANK = 2
#: How long "đơn vị đó" may be, in tokens.
_THAT = 3


def _spelled_out(words: list[str]) -> list[str]:
    """Return the tokens of a name with its abbreviations written out: "UBND xã"."""
    full = abbreviations()
    return [part for word in words for part in fold(full.get(word, word)).split()]


class Phrase(NamedTuple):
    """Somebody who must act: tokens ``first`` to ``last`` (exclusive), a known actor or not."""

    first: int
    last: int
    mention: int | None


class Phrases(Landmarks):
    """Reads the noun phrases of one document: who must act."""

    def subjects(self, i: int, end: int) -> tuple[list[Phrase], int]:
        """Return the coordinated phrases that start at token ``i``, and the token after them."""
        found: list[Phrase] = []
        if i not in self._somebody:  # asked wherever a clause may begin; there is seldom somebody
            return found, i
        at = i
        # "thiệt hại của dân và Nhà nước; các sở phải …": another clause goes on
        whole = self.keys[i - 1] not in (",", "và")
        phrase = self.phrase(self._after_each(at, end), end, False) or self._addressee(at, end)
        while phrase is not None and at < min(end, i + _LIST):
            phrase = self._with_owner(phrase, end)
            found.append(phrase)
            at = self._after_office(phrase, self.after_brackets(phrase.last, end), end)
            at = self._after_where(self._after_that(at, end), end)
            above = self.cues.above_others.match(self.tokens, at)
            at = above[0] if above else at  # "Ban Tổ chức | nói riêng |, …"
            following = self._past_links(at, end, whole=whole)
            if following == at:
                if at not in self.at or self.mentions[self.at[at]].type != "PERSON":
                    break
                # title and name are two mentions, and one who must act
                found[-1] = phrase._replace(last=self.mentions[self.at[at]].last)
                at = found[-1].last
                following = self._past_links(at, end, whole=whole)
                if following == at:
                    break
            each = self.found.each_of_them.get(following)
            if (
                each is not None
                and self.keys[following - 1] == ","
                and (self.opener(each[0], end) or self.modal(each[0], end) is not None)
            ):
                return found, each[0]
            phrase = self._next(following, end)
            at = following if phrase is not None else at
        return found, at if found else i

    def _addressee(self, i: int, end: int) -> Phrase | None:
        """Return to whom a letter is written: "Đề nghị *ông/bà* nộp hồ sơ"."""
        titled = self.found.honorifics.get(i) if self.letter else None
        if titled is None:
            return None
        last = titled[0]
        while last < end and self.keys[last] in _EITHER and last + 1 in self.found.honorifics:
            last = self.found.honorifics[last + 1][0]
        if self.keys[last : last + 1] == ["("] and last + 1 in self.found.honorifics:
            last = self.after_brackets(last, end)  # "ông (bà)"
        named = last < end and (self.tokens.capitals[last] or last in self.at)
        return None if named else Phrase(i, last, None)

    def _past_links(self, i: int, end: int, *, whole: bool) -> int:
        """Return the token after ", và cùng" between two who are named; a ``whole`` list has semicolons."""
        stop = min(end, i + _LONGEST_LINK) if whole or self.keys[i : i + 1] != [";"] else i
        while i < stop and (
            self.keys[i] in _LINKS or self.keys[i - 2 : i + 1] == [",", "cùng", "với"]
        ):
            i += 1
        return i

    def _after_office(self, phrase: Phrase, at: int, end: int) -> int:
        """Return the token after the office behind a name: "ông A – Chủ tịch xã | phụ trách …"."""
        apart = at < end and (self.keys[at] in DASHES or self.keys[at] == ",")
        office = self.at.get(at + 1) if apart else None
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
        """Return the token after where somebody belongs: "các sở | của tỉnh |", "cơ quan | trong ngành |"."""
        where = self.cues.within.match(self.tokens, i) if i + 2 < end else None
        if where is None:
            return i
        at = where[0] + (self.keys[where[0] : where[0] + 1] == ["toàn"])
        realm = self.cues.realms.match(self.tokens, at)
        named = self.at.get(at)
        area = at if where[0] > i + 1 else end  # "trên địa bàn" by itself says where
        after = realm[0] if realm else self.mentions[named].last if named is not None else area
        while after > area and after < end and self.tokens.capitals[after]:
            after += 1  # "trên địa bàn tỉnh | Bình Lâm |"
        goes_on = after < end and (
            self.keys[after] == "không"
            or self.opener(after, end)
            or self.cue(after, end) is not None
            or self.may(after, end)
            or self.keys[after] == ":"
            or after in self.found.adjuncts
            or (self.keys[after] in _LINKS and self._past_links(after, end, whole=True) in self.at)
        )
        return after if goes_on else i

    def _with_owner(self, phrase: Phrase, end: int) -> Phrase:
        """Go on over whom somebody belongs to: "các Ban | của Hội đồng nhân dân |", "Tổ đảng | ở …".

        So "các đồng chí | trong Ban Thường trực |".
        """
        k = phrase.last
        if k + 1 >= end or self.keys[k] not in ("của", "ở", "trong") or k + 1 not in self.at:
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

    def myself(self, tokens: Iterable[int]) -> list[Phrase]:
        """Return how who speaks names himself at the first of some tokens: "*chúng tôi* sẽ …"."""
        persons = ((k, self.found.first_person.get(k)) for k in tokens)
        return next(([Phrase(k, person[0], None)] for k, person in persons if person), [])

    def sends(self, phrase: Phrase, *, office: bool = False) -> bool:
        """Tell whether a phrase names the body at the head of the document, or an ``office`` of it."""
        kind = None if phrase.mention is None else self.mentions[phrase.mention].type
        if kind != "ORG" and not (office and kind == "ROLE"):
            return False
        words = self.keys[phrase.first : phrase.last]
        # "*Chủ tịch* UBND xã": the body stands behind the office
        bodies = [words] if kind == "ORG" else [words[k:] for k in range(1, len(words) - 1)]
        return any(map(self._at_head, map(_spelled_out, bodies)))

    def _at_head(self, words: list[str]) -> bool:
        """Tell whether a body issues: "SỞ Y TẾ" above, "Sở Y tế tỉnh Hà Sơn" below, or the other way round."""
        own = self._issuing
        # "ỦY BAN NHÂN DÂN", whose place was not read, is not "UBND huyện Tân Lạc"
        whole = bool(own) and not is_council(" ".join(own)) and words[: len(own)] == own
        return whole or (len(words) > 1 and own[: len(words)] == words)

    @cached_property
    def _issuing(self) -> list[str]:
        return _spelled_out(token_keys(self._issuer))

    def who_speaks(self, phrase: Phrase) -> int | None:
        """Return the mention of who speaks: of an office with a name behind it, the name."""
        index = phrase.mention
        if index is None or self.mentions[index].type not in ("ROLE", "GROUP"):
            return index
        name = self.at.get(self.mentions[index].last)
        return name if name is not None and self.mentions[name].type == "PERSON" else index

    def person_at(self, i: int) -> bool:
        """Tell whether the name of a person starts at token ``i``."""
        return i in self.at and self.mentions[self.at[i]].type == "PERSON"

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
        # in news figures are facts: "12 hộ phải di dời"
        counted = i + 1 < end and self.keys[i].isdigit() and not self.news
        if counted and (i + 1 in self.at or self.bearing(i + 1)):
            return i + 1  # "*12 xã* ven sông phải …"
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
        return self._by_mention(i) or self._by_noun(i, end, listed)

    def _by_mention(self, i: int) -> Phrase | None:
        """Return the actor at token ``i``, or behind a word that only leads to its name."""
        leads = 0
        if self.keys[i] == "các" and i not in self.at:
            # "Các Bộ Y tế, Nội vụ": one by one; "các Sở: Y tế, Nội vụ"
            leads = 3 if self.keys[i + 2 : i + 3] == [":"] and i + 1 not in self.at else 1
        index = self.at.get(i + leads)
        if index is not None:
            return Phrase(i + leads, self.mentions[index].last, index)
        body = self.at.get(i + 2) if self.keys[i : i + 2] == ["cơ", "quan"] else None
        if body is not None and self.mentions[body].type == "ORG":
            return Phrase(i, self.mentions[body].last, body)  # "Cơ quan Ủy ban Kiểm tra xã"
        return None

    def _by_noun(self, i: int, end: int, listed: bool) -> Phrase | None:
        """Return somebody who is no actor by name: "Người được mời dự họp | có quyền …"."""
        if (self.opener(i, end) and not self._leaders(i, end)) or not self.bearing(i, listed):
            return None
        if self.keys[i] in self.cues.places and self.keys[i + 1 : i + 2] != ["nào"]:
            return None  # "Nơi để đồ phải cách phòng thi 25 mét"
        passive: int | None = None  # "Người *được mời dự họp* | có quyền …" says who is meant
        # "nhóm nghiên cứu": a verb in the noun is none
        for k in range(self._past_noun(i), min(end, i + _LONGEST + 1)):
            told = k in self.found.telling or self.keys[k] in ("sẽ", "bị", "thì", "đã")
            if told and not self.modal(k, end):
                return None  # "Hộ nào lấn chiếm sẽ bị …" announces, it does not order
            if self.keys[k] == "là" and not self.cues_in(k, end):
                return None  # "Thôn Hạ *là* một cộng đồng, gắn bó với nhau" says what it is
            if self.keys[k] == "không" and self._asked_not_to(i, k, end):
                return Phrase(i, k, None)
            inner = self.tokens.capitals[k] or k in self.at
            # "khó khăn về công tác *chuẩn bị* nhân sự"
            noun = self.keys[k - 1] in ("không", "việc") or self.keys[k - 2 : k] == ["công", "tác"]
            acts = not inner and not noun and self.opener(k, end)
            if acts and passive is None:
                passive = self._passive(k)
                if passive is None and k == i + 1 and self.keys[i] == "người":
                    must = self.strict_behind(k, end, acts=False)
                    if must is not None:
                        return Phrase(i, must, None)  # "Người *điều khiển xe* phía trước | phải …"
            closes = self._closes(k, end)
            if passive is not None and closes:
                break
            if closes or (not inner and self.modal(k, end)) or (acts and passive is None):
                # "Người, phương tiện, nước uống phải sẵn sàng"
                things = k == i + 1 and self.keys[i] == "người" and self.keys[k] == ","
                named = not things and k > i + self._opening(i) - 1
                return Phrase(i, k, None) if named else None
        if passive is None and self._past_noun(i) == end:
            return Phrase(i, end, None)  # "Đề nghị *quý cơ quan*:"
        return Phrase(i, passive, None) if passive is not None else None

    def strict_behind(self, i: int, end: int, *, acts: bool) -> int | None:
        """Return the strict modal behind token ``i``, before any mark, whatever verbs precede it.

        ``acts``: only one that a verb follows, not "người dự lễ trang phục *phải* lịch sự".
        """
        stop = next(iter(self.marks_in(i, end)), end)
        for k in self.cues_in(i + 1, stop):
            must = self.modal(k, end)
            if must and must[1].strength >= STRICT and (not acts or self.opener(must[0], end)):
                return k
        return None

    def _asked_not_to(self, i: int, k: int, end: int) -> bool:
        """Tell a ban from which of them are meant: "yêu cầu *huyện không chủ quan*", "hộ không nộp phải …"."""
        asks = (self.found.performatives.get(j) for j in range(max(0, i - 3), i))
        if not any(act is not None and act[0] == i for act in asks):
            return False
        stop = next((j for j in range(k, min(end, k + _LONGEST)) if self.keys[j] in ",;:."), end)
        musts = (self.modal(j, end) for j in self.cues_in(k + 1, stop))
        return not any(musts) and self.keys[min(stop, end - 1)] != ":"

    def _passive(self, verb: int) -> int | None:
        """Return the token of "được" before a verb, perhaps with who does it: "*được* Sở Y tế cấp"."""
        doer = self.last_mention(0, verb) if verb in self.doers else None
        before = (verb if doer is None else self.mentions[doer].first) - 1
        return before if self.keys[before] == "được" else None

    def _past_noun(self, i: int) -> int:
        """Return the token behind the noun that names somebody at ``i``."""
        noun = self.cues.bearer_nouns.match(self.tokens, i)
        if noun is not None and self.keys[i] == "lãnh":  # "lãnh đạo điểm thi"
            noun = self.cues.bearer_nouns.match(self.tokens, noun[0]) or noun
        return noun[0] if noun else i + 1

    def _closes(self, k: int, end: int) -> bool:
        """Tell whether a phrase that names somebody cannot go on at token ``k``."""
        if self.keys[k] in _CLOSERS or self.keys[k] in self.cues.phrase_ends:
            return True
        if self.keys[k] == "và" or self._when(k):
            return True
        return self.may(k, end) and not self.opener(k + 1, end)

    def _leaders(self, i: int, end: int) -> bool:
        """Tell leaders who must act from "lãnh đạo" as a verb: "Lãnh đạo điểm thi *phải* …"."""
        if self.keys[i : i + 2] != ["lãnh", "đạo"] or self.keys[i + 2 : i + 4] == [",", "chỉ"]:
            return False
        must = next(
            (k for k in self.cues_in(i + 2, min(end, i + _LEADERS)) if self.modal(k, end)), i
        )
        return must > i and not any(self.keys[k] in (";", ":", ".") for k in range(i, must))

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
