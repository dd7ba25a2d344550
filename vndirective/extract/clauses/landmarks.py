"""Landmarks of clauses: where marks, cues, verbs, actors and times stand among the tokens of a text.

Found once a document; whoever reads a clause asks for them by token.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable

from vndirective.core.patterns import DOC_NUMBER, compiled
from vndirective.extract.actors.find import Mention
from vndirective.extract.context import Context
from vndirective.extract.cues import Cue, Cues, FoundCues, cues
from vndirective.extract.times.find import Expression

__all__ = ["CLOSE_QUOTES", "OPEN_QUOTES", "PUNCTUATION", "STRICT", "Landmarks"]

#: From what strength on a modal is read at some distance from its subject.
STRICT = 4
PUNCTUATION = frozenset(",;:.–-…")
OPEN_QUOTES, CLOSE_QUOTES = frozenset('“"'), frozenset('”"')
_AROUND = frozenset('()*“”"')
#: What can part clauses, open and close what stands apart, or end a condition.
_MARKS = frozenset((*',;:.(“«)”»"', "thì", "và"))
_SPLITS = frozenset(";)”»")
#: How many tokens may open with "Đơn vị *nào* …".
_WHICHEVER = 5
#: What ends a condition or an exception behind a verb.
_STOPS = frozenset(",;).:")
#: How long "1", "ii", "a" before a bracket may be, in characters and one more.
_LONGEST_NUMBER = 5
#: What stands behind the figures in the number of a document.
_NUMBERED = (["/"], ["-"], ["ngày"])
#: What may follow the number of a document that is only named.
_AFTER_A_NUMBER = r"(?:[ ]năm[ ]\d{4})?\W*"
#: What may follow "được" where it says that something is achieved.
_ACHIEVED = (["sự"], ["các"], ["những"], ["nhiều"], ["vai"], ["sức"], ["tính"])


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


class Landmarks:
    """Knows where marks, cues, verbs, actors and times stand in one document.

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
        self.reporting = ctx.reporting
        self.letter = "addressees" in ctx.structure.roles  #: somebody is written to
        self._issuer = ctx.structure.frame.issuer or ""
        self.keys = ctx.tokens.keys
        self.tokens = ctx.tokens
        self.mentions = mentions
        self.at = {m.first: n for n, m in enumerate(mentions)}
        #: The tokens that bodies and persons start at who are known by name.
        self.by_name = {m.first for m in mentions if m.type != "GROUP"}
        #: The time expressions by the token that they start with, "thời gian tới" included.
        dated = (t for t in times if t.type != "URGENCY" or t.relation == "WITHIN")
        self.time_at = {ctx.tokens.first_at(t.start): t for t in dated}
        #: The tokens behind lengths of time, which may say what they are counted from.
        self.behind_length = {ctx.tokens.first_at(t.end) for t in times if t.type == "DURATION"}
        self.cues: Cues = cues()
        self.found = FoundCues.of(ctx.tokens)
        #: The tokens inside set phrases, but for their first.
        self.inside = {
            k for i, (after, _) in self.found.set_phrases.items() for k in range(i + 1, after)
        }
        self._opens_line = {first for first, _ in ctx.line_tokens}
        for i, (after, cue) in list(self.found.performatives.items()):
            # "Nhiều hộ *xin* xã cho vay vốn", "Thực hiện *cam kết về* giảm phát thải"
            named = cue.modality == "commitment" and self.keys[after : after + 1] == ["về"]
            named = named and not self._promises(i, after)
            if named or (cue.own and not self._is_own(i)):
                del self.found.performatives[i]
        if self.news:
            for i, (_, cue) in list(self.found.modals.items()):
                if cue.own and not self._is_own(i):
                    del self.found.modals[i]  # "Nhiều hộ *vui lòng* hiến đất"
        self._cue_at = self._all_cues()
        where, acts = ctx.tokens.where, self.found.performatives.keys() - self.inside
        # Few tokens are of use to a rule. Those from one token to another that …
        decimals = self._decimals()
        words = self.found.whole_words.items()
        #: The tokens that tell what is or was: "bị", "đã", but not in "chuẩn bị".
        self.told_at = {*where(self.cues.past)} - {
            k for i, (end, _) in words for k in range(i, end)
        }
        self.marks_in = _between(set(where(_MARKS)) - decimals)  #: can part clauses
        dots = where({"."})
        #: The full stops behind an ellipsis: "hồ sơ, tài liệu,....", "ngập sâu….".
        self.trailing = frozenset(k for k in dots if self._trails_off(k))
        splits = sorted({*where(_SPLITS), *self.trailing})
        self.splits_in = _rarely_between(splits)  #: part clauses whoever must act
        self.named_within = _rarely_between(self.by_name)  #: start the name of a body or a person
        self.cues_in = _rarely_between(acts | self.found.modals.keys())  #: start a cue
        self.asking_in = _between(acts | self.found.directing.keys())  #: ask or direct somebody
        self.helping_in = _rarely_between(self.found.coordinating)  #: say with whom: "phối hợp với"
        self.slots_in = _between(where(self.cues.slot_starts))  #: may start a slot of a duty
        self.conditions_in = _rarely_between(self.found.conditions)  #: start a condition
        #: The tokens behind those by whom something is done.
        self.doers = self._behind_doers()
        #: The tokens that end a condition or an exception behind a verb, but for the comma in
        #: "khi được Tỉnh ủy, UBND tỉnh yêu cầu".
        stops = set(where(_STOPS)) - decimals
        self.stops = sorted(k for k in stops if k not in self.doers or k + 1 not in self.at)
        #: The tokens that somebody may be named at.
        figures = {key for key in self.tokens.places if key.isdigit()}
        self._somebody = self.at.keys() | where(
            self.cues.subject_starts | self.cues.before_somebody | figures
        )
        self._numbers = self._all_numbers()
        #: Where a run of punctuation ends, by each of its tokens: "……", ": : :".
        self._behind: dict[int, int] = {}
        for k in reversed(where(PUNCTUATION | OPEN_QUOTES)):
            self._behind[k] = self._behind.get(k + 1, k + 1)
        if self.news:  # a dateline: "TP - Cán bộ, công chức không được …"
            lines = (i for i in self._opens_line if i + 2 < len(self.keys))
            self._behind |= {
                i: i + 2
                for i in lines
                if self.keys[i + 1] in "-–" and len(self.keys[i]) > 1 and self.all_capitals(i)
            }
        self._skipped = self._numbers.union(self._behind, where(self.cues.connectors.keys()))

    def _trails_off(self, k: int) -> bool:
        """Tell whether an ellipsis stands before the full stop at token ``k``, and no more dots behind it."""
        before = self.keys[max(0, k - 3) : k]
        more = self.keys[k + 1 : k + 2] == ["."]
        return not more and (before[-1:] == ["…"] or before == [".", ".", "."])

    def _decimals(self) -> frozenset[int]:
        """Find the commas inside numbers: "0,8"."""
        keys, starts, ends = self.keys, self.tokens.starts, self.tokens.ends
        return frozenset(
            k
            for k in self.tokens.places.get(",", ())
            if 0 < k < len(keys) - 1
            and ends[k - 1] == starts[k]
            and ends[k] == starts[k + 1]
            and keys[k - 1].isdigit()
            and keys[k + 1].isdigit()
        )

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
        denied = {k for i, (after, _) in self.found.negated.items() for k in range(i, after)}
        return {i: cue for i, cue in best.items() if i not in denied and i not in self.inside}

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
            if self.keys[i] not in self.cues.connectors or i in self.time_at:
                break  # "thứ Năm hằng tuần" counts nothing
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
        if behind in self.cues.demonstratives:
            return False  # "Quy định *ấy*", "Tổ chức *này*"
        if behind == "số" and self.keys[found[0] + 2 : found[0] + 3] in _NUMBERED:
            return False  # "Thông báo số 25/TB-UBND", not "Thông báo số 113"
        if behind.isdigit() and found[0] < end and self._cites(i, found[0], end):
            return False
        if behind == "được":  # "phát huy được sức dân", not "tổ chức được giao"
            return self.keys[found[0] + 1 : found[0] + 2] in _ACHIEVED and found[0] + 1 < end
        return found[0] <= end and behind not in ("bị", "sẽ")

    def _cites(self, i: int, number: int, end: int) -> bool:
        """Tell a document by itself or an article: "Quyết định 435/QĐ-UBND năm 2020", "Điều 61 Luật Lâm nghiệp".

        Not "Triển khai 06/ĐA-TTg", "Thông báo 25/TB-UBND đến các hộ".
        """
        tokens = self.tokens
        document = self.cues.documents.match(tokens, i)
        if document is not None and document[0] == number:
            symbol = compiled(DOC_NUMBER).match(tokens.text, tokens.starts[number])
            if symbol is None:
                return False  # "Chỉ đạo 27 chi bộ"
            rest = tokens.folded[symbol.end() : tokens.ends[end - 1]]
            return compiled(_AFTER_A_NUMBER).fullmatch(rest) is not None
        if self.keys[i] != "điều" or number > i + 1:
            return False
        behind = self.keys[number + 1 : number + 2]
        return behind != [] and (not behind[0].isalpha() or tokens.capitals[number + 1])

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
        promised = found[1].modality == "commitment" and self.promised_when(found[0], end)
        if found[1].verb_after and not (promised or self.opener(found[0], end)):
            return None
        return found

    def _is_own(self, i: int) -> bool:
        """Tell whether who asks at token ``i`` is the first person, or is not named."""
        if not i or i in self._opens_line or self.keys[i - 1] in PUNCTUATION:
            return True
        return any(
            (person := self.found.first_person.get(k)) is not None and person[0] == i
            for k in range(max(0, i - 3), i)
        )

    def _promises(self, i: int, after: int) -> bool:
        """Tell "*UBND xã* cam kết về …", "cam kết *về đích*" from "thực hiện cam kết về giảm phát thải"."""
        verb = self.cues.openers.match(self.tokens, after)
        reaches = verb is not None and verb[0] > after + 1
        return reaches or any(mention.last == i for mention in self.mentions)

    def promised_when(self, i: int, end: int) -> bool:
        """Tell whether a time or an audience starts here: "hứa *đến ngày 31/10* sẽ trình …"."""
        return i < end and (i in self.time_at or self.keys[i] in self.cues.before_promise)

    def whichever(self, i: int, end: int) -> int | None:
        """Return the token of *nào* in "Đơn vị *nào* …" at token ``i``."""
        near = range(i + 1, min(end, i + _WHICHEVER))
        return next((k for k in near if self.keys[k] == "nào"), None)

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

    def may(self, i: int, end: int) -> bool:
        """Tell whether "được" at token ``i`` permits to act: "được huy động dân quân"."""
        if i + 1 >= end or self.keys[i] != "được" or self.cue(i, end) is not None:
            return False
        if i and self.keys[i - 1] in self.cues.not_granted:
            return False
        if self.cues.benefits.match(self.tokens, i + 1) is None:
            return False
        if i + 1 in self.at or self.cues.not_benefits.match(self.tokens, i + 1) is not None:
            return False  # "được chi hội tặng quà", "được lập thành hai bản"
        # "Dân quân được huy động *phải* có mặt": who is meant, and what they must do, but not
        # "Người học được bảo lưu kết quả *nếu* phải điều trị dài ngày"
        stop = next(iter(self.marks_in(i, end)), end)
        stop = next((k for k in range(i, stop) if self.found.conditions.get(k)), stop)
        musts = (self.modal(k, end) for k in self.cues_in(i + 2, stop))
        return not any(must and must[1].strength >= STRICT for must in musts)
