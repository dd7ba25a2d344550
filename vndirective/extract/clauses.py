"""Clauses: what stands in front of the verb, who must act, the cue, and the action.

A clause is read from the left over tokens: connectors, adjuncts ("Đối với …,", "Trường hợp …,"),
the subject, the cue, the verb. What cannot be read so is no clause of a duty.
"""

from __future__ import annotations

from enum import Enum

from vndirective.extract.cues import Cue, cue_named
from vndirective.extract.openings import STRICT
from vndirective.extract.orders import FORBIDS, LABEL, MAY, TOPIC, Clause
from vndirective.extract.phrases import Phrase
from vndirective.extract.told import Told

__all__ = ["Clause", "Reader", "Speakers"]

#: What a topic before its modal does not run over.
_ENDS_TOPIC = frozenset(';:“"(')
#: Rules of clauses in which somebody asks.
_ASKED = frozenset(("reported-request", "performative", "performative-modal"))
#: How many tokens may stand before the modal that they negate.
_NEGATED = 3
#: How many tokens may open with "Đơn vị *nào* …".
_WHICHEVER = 5
#: How many tokens "bị nghiêm cấm" takes at the end of a clause.
_CLOSING = 3
#: How many may say what another one says.
_TOLD_BY = 4


class Speakers(Enum):
    """Who asks where a subject stands before a performative; others are told to ask."""

    NOBODY = 0
    PERSONS = 1
    ANYBODY = 2


class Reader(Told):
    """Reads the clauses of one document."""

    asked_by: int | None = None  #: who asks at present for what bodies and offices do
    _told_by = 0  # how many say at present what the one before says: "A nhấn mạnh B nhấn mạnh …"

    # -- clauses --------------------------------------------------------------------------------

    def read(self, i: int, end: int, operative: bool, speakers: Speakers) -> Clause | None:
        """Read one clause.

        Parameters
        ----------
        i, end : int
            Its tokens.
        operative : bool
            It stands where bare imperatives are orders.
        speakers : Speakers
            Whether a subject before a performative is who asks, or who must ask others.
        """
        if end > i and self.keys[end - 1] == "?":
            return None
        end = self.without_stop(i, end)
        i = self.after_behalf(self.skip(i, end), end)
        condition: tuple[int, int] | None = None
        exception: tuple[int, int] | None = None
        addressed: list[Phrase] = []
        colon = False
        for _ in range(4):
            if (opening := self.opening_time(i, end)) is not None:
                when, behind = opening
                # "Ba tháng cuối năm, các sở phải …"; "Năm 2020, các sở mở 12 lớp" looks back
                operative = operative and (when.value.rolls or not when.is_past(self.anchor))
                i = self.skip(behind, end)
                continue
            if i >= end or i not in self.found.adjuncts or self.together(i, end):
                break
            after = self.after_adjunct(i, end, operative)
            if after is None:
                found = self._topic_modal(i, end) if operative else None
                if found is not None and found.cue_span and self.is_condition(i, i + 2):
                    # "Khi đốt thực bì *phải* có người canh"
                    found.condition = condition or (i, found.cue_span[0])
                return found
            before = self.without_stop(i, after - (self.keys[after - 1] in (",", ":", "thì")))
            if self.found.exceptions.get(i):
                exception = (i, before)
            elif self.is_condition(i, after) or (self.keys[i], self.keys[after - 1]) == ("với", "thì"):
                condition = (i, before)
            elif (inner := self.inner_condition(i, before)) is not None:
                condition = (inner, before)
            addressed, colon = self.addressed(i, after), self.keys[after - 1] == ":"
            i = self.skip(after, end)
        if i >= end:
            return None
        if (carried := self._carried_out(i, end)) is not None:
            return carried
        written = self.after_writing(i, end)
        if written > i and self.news:
            # a newspaper tells what it orders: "Chỉ thị nêu rõ, Sở Y tế chủ trì …"
            operative, speakers = True, Speakers.NOBODY
        i = written
        heard = speakers is Speakers.PERSONS or (speakers is Speakers.ANYBODY and not operative)
        if heard and (behind := self.after_occasion(i, end, persons=operative)) > i:
            i = behind
        elif (operative or speakers is Speakers.NOBODY) and (
            label := self.section_label(i, end)
        ) is not None:
            if label[1] == "background":
                return None  # "Mục đích: nâng cao …"
            i = self.skip(label[0], end)  # "Yêu cầu: việc số hóa phải …"
        start, marks = i, self.marks_in(i + 1, min(end - 1, i + TOPIC))
        if marks:
            i = self.after_label(i, end) or i
            i = self._after_topic(i, end) if operative else i
            marks = marks if i == start else self.marks_in(i + 1, min(end - 1, i + TOPIC))
        clause = self._conditional(i, end, operative, speakers, marks)
        if clause is None:
            clause = self._core(i, end, operative, speakers)
        if clause is None:
            clause = self._topic_modal(i, end)
            if clause is None and operative:
                clause = (
                    self._topic_colon(i, end, speakers, marks)
                    or self._according(i, end)
                    or self._by_somebody(i, end)
                    or self._deed_forbidden(i, end)
                )
        if clause is not None and clause.rule == "imperative":
            clause = self._asked_behind(i, end) or clause
        if clause is not None:
            # before a comma they are asked by a verb of asking alone, otherwise the topic
            asked = colon or clause.rule in _ASKED
            clause.bearers = clause.bearers or (addressed if asked else [])
            clause.condition = clause.condition or condition
            clause.exception = clause.exception or exception
        return clause

    def _asked_behind(self, i: int, end: int) -> Clause | None:
        """Read "Tăng số cấp phó của các phòng: *giao Sở Nội vụ chủ trì …*": the matter, a colon, whom."""
        for k in self.marks_in(i + 1, end - 2):
            if self.keys[k] == ":" and self.cues.performatives.match(self.tokens, k + 1):
                return self.embedded(k, end)
        return None

    def _carried_out(self, i: int, end: int) -> Clause | None:
        """Read "Thực hiện Công văn số 45 …, UBND xã *yêu cầu các thôn …*": who asks, after a comma."""
        verb = self.found.carrying_out.get(i)
        if verb is None or not self.cues.documents.match(self.tokens, verb[0]):
            return None
        clause = self.embedded(i, end)
        return clause if clause is not None and clause.speaker is not None else None

    def _conditional(
        self, i: int, end: int, operative: bool, speakers: Speakers, marks: list[int]
    ) -> Clause | None:
        """Read "người cố tình ở lại thì cưỡng chế": a condition without its word, *thì*, an order."""
        if "thì" not in [self.keys[k] for k in marks]:
            return None
        who, after = self.subjects(i, end)
        # "Người làm đúng quy trình, đúng mục đích mà có rủi ro thì phải được bảo vệ"
        anybody = bool(who) and self.opener(after, end) and self._anybody(who, after)
        whichever = next((k for k in range(i + 1, end) if self.keys[k] == "nào"), end)
        anybody = anybody or whichever < i + _WHICHEVER  # "Xã nào để …, thì …"
        for k in marks:
            if self.keys[k] in (";", ":", "“", "(") or (self.keys[k] == "," and not anybody):
                return None
            if self.keys[k] == "thì":
                clause = self._core(k + 1, end, operative, speakers)
                if clause is not None and who and after == k:  # "Thuế tỉnh *thì* quản lý chặt …"
                    clause.bearers = clause.bearers or who
                elif clause is not None:
                    clause.condition = (i, k)
                    acts = bool(who) and self.keys[i] not in self.cues.places
                    if not clause.bearers and acts and whichever < min(k, i + _WHICHEVER):
                        clause.bearers = [Phrase(i, whichever + 1, self.at.get(i))]
                return clause
        return None

    def _topic_modal(self, i: int, end: int) -> Clause | None:
        """Read "Với các hộ chưa ký *phải* ghi lý do …": a topic, a strict modal, a verb."""
        stop = min(end - 1, i + TOPIC)
        if not self.cues_in(i + 1, stop) or i in self.found.negated:
            return None
        if self.cues.demanding.match(self.tokens, i) is not None:
            return None
        bearers, after = self.subjects(i, end)
        for k in range(i + 1, stop):
            key = self.keys[k]
            if key in _ENDS_TOPIC:
                return None
            if key in self.cues.past and not (bearers and key in self.cues.of_somebody):
                return None
            if self.cues.demanding.match(self.tokens, k) is not None:
                return None  # "Đặc thù ấy *đòi hỏi* chi ủy phải …"
            if key == "," and k + 3 < end and self.keys[k - 1] in ("đó", "này"):
                return None
            if (found := self.modal(k, end)) is not None:
                if self._frees(k):
                    return None
                goes_through = self.news and k - 1 in self.found.honorifics
                if (goes_through or self.found.first_person.get(i)) and found[1].keep is None:
                    return None  # "Chúng tôi phải đi đò", "mỗi tuần ông phải họp" tell what is
                # "Việc bốc mộ cần báo trước …", "Hoạt động rửa đường cần được ưu tiên …"
                # "Dự thảo các văn bản cần hoàn chỉnh trước ngày …", not "Danh mục cần cắt giảm"
                thing = self.keys[i] in self.cues.products and any(
                    j in self.time_at for j in range(found[0], end)
                )
                deed = (thing or self.found.deeds.get(i) is not None) and (
                    self.opener(found[0], end) or self.keys[found[0] : found[0] + 1] == ["được"]
                )
                # "Khi đốt nương *cần* báo thôn"
                when = i in self.found.conditions and self.opener(found[0], end)
                place = self.place(i, k) if self.news else None  # "Hà Nội phải …"
                if self.news and after in self.found.floor:
                    bearers = []  # "Bí thư nhất trí bổ sung vốn, song phải chi đúng": he is who says so
                before = self._right_before(i, k)
                bearers = bearers or ([place] if place else before)
                if (found[1].strength < STRICT and not (deed or when or place)) or self.keys[
                    k - 1
                ] in self.cues.not_before_modal:
                    return None
                return Clause(
                    self.kept(k, *found),
                    end,
                    found[1],
                    (k, found[0]),
                    bearers if bearers and bearers[-1].last <= k else [],
                    rule="topic-modal",
                )
        return None

    def _right_before(self, i: int, k: int) -> list[Phrase]:
        """Return who stands between a comma and the modal: "Bữa ăn 32 nghìn, *phụ huynh* phải được biết"."""
        n = self.last_mention(i, k)
        if n is None or self.mentions[n].last != k or self.keys[self.mentions[n].first - 1] != ",":
            return []
        return [Phrase(self.mentions[n].first, k, n)]

    def _frees(self, k: int) -> bool:
        """Tell whether the modal at token ``k`` is negated: "không nhất thiết *phải*"."""
        negated = (self.found.negated.get(j) for j in range(max(0, k - _NEGATED), k))
        return any(found is not None and found[0] > k for found in negated)

    def _after_topic(self, i: int, end: int) -> int:
        """Return where the order begins after a topic that is a verb: "Xếp loại viên chức: Thực hiện …"."""
        act = self.found.performatives.get(i)
        if not self.opener(i, end) or (act and self.subjects(act[0], end)[0]):
            return i  # "Giao Sở Nội vụ: theo dõi …" says who
        for k in self.marks_in(i + 1, min(end - 1, i + TOPIC)):
            if self.keys[k] in ";.“(":
                return i
            if self.keys[k] == ":":
                starts = self.tokens.capitals[k + 1] or k - i < LABEL
                if any(d in self.found.directing for d in range(i, min(i + 3, k))):
                    return i  # "Trực tiếp chỉ đạo các trạm y tế: Bảo đảm …" is one order
                return k + 1 if starts and self.opener(k + 1, end) else i
        return i

    def _according(self, i: int, end: int) -> Clause | None:
        """Read "Việc chôn cất *thực hiện theo* …" in a regulation: nobody is named."""
        if i >= end or self.keys[i] != "việc":
            return None
        for k in range(i + 2, min(end - 3, i + TOPIC)):
            if self.keys[k] in _ENDS_TOPIC or self.keys[k] in self.cues.past:
                return None
            done = self.found.finished.get(k)
            if done and done[0] in self.time_at:
                # "Việc rà soát hoàn thành trong tháng 4"
                return Clause(k, end, None, None, rule="topic-verb")
            # "… thực hiện theo quy định" only refers
            if self.keys[k : k + 3] == ["thực", "hiện", "theo"] and self.keys[k + 3 : k + 4] != [
                "quy"
            ]:
                return Clause(k, end, None, None, rule="topic-verb")
        return None

    def _by_somebody(self, i: int, end: int) -> Clause | None:
        """Read "Đề án *do Sở Nội vụ* xây dựng", "Việc này *giao cho Văn phòng* theo dõi"."""
        known = i < end and (
            self.keys[i] in self.cues.products
            or i in self.found.deeds
            or self.cues.documents.match(self.tokens, i) is not None
        )
        harm = i < end and self.cues.harms.match(self.tokens, i) is not None
        for k in range(i + 1, min(end - 2, i + LABEL)) if not harm else ():
            if not known and self.keys[k] != "do":
                continue
            if (by := self.cues.by_whom.match(self.tokens, k)) is not None:
                bearers, after = self.subjects(by[0], end)
                if bearers and self.opener(after, end) and (known or self.named(bearers[0])):
                    return Clause(after, end, None, None, bearers, rule="topic-verb")
            if self.keys[k] in _ENDS_TOPIC or self.keys[k] in self.cues.past:
                return None
        return None

    def _deed_forbidden(self, i: int, end: int) -> Clause | None:
        """Read "Việc tiêu hủy tài liệu *bị nghiêm cấm*"."""
        if i not in self.found.deeds:
            return None
        for k in range(max(i + 2, end - _CLOSING), end):
            closing = self.cues.forbidden_closings.match(self.tokens, k)
            if closing is not None and closing[0] == end:
                return Clause(i + 1, k, cue_named(closing[1]), (k, end), rule="prohibition")
        return None

    def _topic_colon(self, i: int, end: int, speakers: Speakers, marks: list[int]) -> Clause | None:
        """Read "Đường 12: *lập* lại tiến độ …": what the order is about, a colon, the order.

        After several things a comma will do: "Các vị trí sạt lở, khẩn trương dọn dẹp …", "Những
        việc vượt thẩm quyền, các xã báo cáo sớm".
        """
        several = i in self.found.quantifiers
        for k in marks:
            if self.keys[k] in (";", ".", "“"):
                return None
            comma = several and self.keys[k] == ","
            resumed = comma and (self.found.adverbs.get(k + 1) or self._charged_at(k + 1, end))
            if self.keys[k] == ":" or resumed:
                opens = k + 1 in self.found.adjuncts or self.opening_time(k + 1, end) is not None
                if not (self.opener(k + 1, end) or self.cue(k + 1, end) or opens or resumed):
                    return None
                read = self.read if opens else self._core
                clause = read(k + 1, end, True, speakers)
                if clause is not None:
                    clause.rule = "topic-colon"
                    named = self.subjects(i, k)[0][:1]
                    if not clause.bearers and named and self._asks(named[0], Speakers.PERSONS):
                        clause.bearers = named  # "Đ/c X - Chủ tịch Hội: phụ trách chung"
                return clause
        return None

    def _charged_at(self, i: int, end: int) -> bool:
        """Tell whether somebody starts here who has a verb of his own."""
        subjects, after = self.subjects(i, end)
        return bool(subjects) and self.opener(after, end)

    def _core(self, i: int, end: int, operative: bool, speakers: Speakers) -> Clause | None:
        bearers, after = self.subjects(i, end)
        if not bearers:
            return self._pronoun_says(i, end) or self.without_subject(i, end, operative)
        if operative and self.plain_not(after, end) and not self._then(after, end):
            return Clause(after + 1, end, FORBIDS, (after, after + 1), bearers, rule="prohibition")
        # among the orders of a report persons go on to say things: "Bộ trưởng lưu ý việc …"
        speaks = speakers is Speakers.PERSONS and self._asks(bearers[0], speakers)
        heard = speaks or (speakers is not Speakers.NOBODY and not operative)
        said = self._said(bearers, after, end) if heard else None
        if said is not None:
            return said
        may = operative and after < end and self.keys[after] == "được"
        if (
            may
            and self.cue(after, end) is None
            and self.cues.benefits.match(self.tokens, after + 1)
        ):
            return Clause(after + 1, end, MAY, (after, after + 1), bearers, rule="permission")
        if (verb := self.verb(after, end, operative)) is None:
            verb = self._charged_behind(after, end)
        if verb is None:
            return None
        clause = self._told(bearers, verb, end, operative, speakers)
        when = after + (self.keys[after] == ",")
        if clause is not None and when < verb and self.found.conditions.get(when):
            # "Sở Y tế, khi có dịch, phải …", "các hộ khi dùng hè phố phải …"
            clause.condition = (when, verb - (self.keys[verb - 1] == ","))
        return clause

    def _pronoun_says(self, i: int, end: int) -> Clause | None:
        """Read "*Bà* lưu ý không đưa tin giật gân", in news: who was named before says more."""
        pronoun = self.found.honorifics.get(i) if self.news else None
        return self._said([], pronoun[0], end) if pronoun and pronoun[0] < end else None

    def _told(
        self, bearers: list[Phrase], verb: int, end: int, operative: bool, speakers: Speakers
    ) -> Clause | None:
        """Read what a subject must do, from its cue or verb on."""
        found = self.cue(verb, end)
        if found is None and (
            self.cues.relative_verbs.match(self.tokens, verb) or self._anybody(bearers, verb)
        ):
            verb, found = self._modal_behind(verb, end)
        if found is None and (charged := self._charged_behind(verb, end)) is not None:
            verb, found = charged, self.cue(charged, end)
        if found is None and self._threatens(bearers, verb, end):
            return None
        if found is None:
            carried = self.found.carrying_out.get(verb)
            if carried and self.keys[carried[0] : carried[0] + 1] == [":"]:
                # "Công an xã thực hiện: (1) lập chốt; (2) …"
                verb = self.skip(carried[0], end)
            return Clause(verb, end, None, None, bearers, rule="subject-verb")
        action, cue, performative = found
        if (
            performative
            and cue.modality in ("obligation", "recommendation")
            and (speakers is not Speakers.NOBODY or cue.form in self.cues.asking)
        ):
            # "Huyện đề nghị tỉnh …" asks also where somebody asked the district before
            pleads = speakers is Speakers.PERSONS and cue.modality == "recommendation"
            if operative and not pleads and not self._asks(bearers[0], speakers):
                return Clause(verb, end, None, None, bearers, rule="subject-verb")
            clause = self.ordered(verb, action, end, cue)
            if clause is not None:
                clause.speaker, clause.rule = self.who_speaks(bearers[0]), "reported-request"
            return clause
        # "Các thôn phải: (1) nạo vét rãnh; (2) …"
        deed = self.skip(action, end) if self.keys[action : action + 1] == [":"] else action
        if deed >= end:
            return None
        if cue.needs_bearer:
            # "Bộ đội Biên phòng kêu gọi tàu vào bờ", "Sở Nội vụ phân công …": what they must do
            return (
                Clause(verb, end, None, None, bearers, rule="subject-verb")
                if operative and self.opener(verb, end)
                else None
            )
        return Clause(
            self.kept(verb, deed, cue), end, cue, (verb, action), bearers, rule="subject-modal"
        )

    def _charged_behind(self, i: int, end: int) -> int | None:
        """Return where somebody is charged behind what says who is meant, however long that is.

        "Tổ chức có dữ liệu được lập bằng nguồn vốn ngân sách, *có trách nhiệm* giao nộp …".
        """
        for k in self.cues_in(i + 1, end):
            if self.cues.charging.match(self.tokens, k) is None:
                continue
            marks = [self.keys[m] for m in self.marks_in(i, k)]
            before = self.last_mention(i, k)
            other = "," in marks and before is not None and self.mentions[before].last == k
            apart = other or "thì" in marks or not _ENDS_TOPIC.isdisjoint(marks)
            return None if apart or self.keys[k - 1] in ("và", "phải", ",") else k
        return None

    def _modal_behind(self, verb: int, end: int) -> tuple[int, tuple[int, Cue, bool] | None]:
        """Read "đơn vị đóng trong rừng *phải* …": a strict modal behind what says who is meant."""
        stop = min(end, verb + TOPIC)
        for k in self.cues_in(verb + 1, next(iter(self.marks_in(verb, stop)), stop)):
            found = self.cue(k, end)
            if (
                found
                and found[1].strength >= STRICT
                and self.keys[k - 1] not in self.cues.not_before_modal
            ):
                return k, found
        return verb, None

    def _anybody(self, bearers: list[Phrase], verb: int) -> bool:
        """Tell whether a verb says what kind of people is meant: "Người *báo* tin phải …"."""
        if verb in self.found.directing or verb in self.found.coordinating:
            return False
        return all(
            phrase.first not in self.found.quantifiers
            and (phrase.mention is None or self.mentions[phrase.mention].type == "GROUP")
            for phrase in bearers
        )

    def _threatens(self, bearers: list[Phrase], verb: int, end: int) -> bool:
        """Tell whether it is said what happens to whoever does it: "Hộ nào lấn hè *sẽ bị* phạt"."""
        whoever = "nào" in self.keys[bearers[0].first : verb]
        return (whoever or self._anybody(bearers, verb)) and any(
            self.keys[k] == "sẽ" and self.keys[k + 1] in ("bị", "không")
            for k in range(verb, min(end - 1, verb + TOPIC))
        )

    def _then(self, i: int, end: int) -> bool:
        """Tell whether *thì* makes a condition of what stands here: "hộ không trả thì coi như …"."""
        return any(self.keys[k] == "thì" for k in self.marks_in(i, min(end, i + TOPIC)))

    def tells(self, clause: Clause) -> bool:
        """Tell whether a clause of a report says what a person did: "Thứ trưởng A tham gia góp ý"."""
        first = clause.bearers[0].first if clause.bearers else clause.action
        named = any(
            k in self.at and self.mentions[self.at[k]].type == "PERSON"
            for k in range(first, clause.action)
        )
        persons = bool(clause.bearers) and self._asks(clause.bearers[0], Speakers.PERSONS)
        if clause.action in self.found.directing and self.asked_by is not None:
            return named  # "Tổng Bí thư yêu cầu: …. Bộ trưởng chỉ đạo xây dựng …"
        speaks = clause.action in self.found.saying or clause.action in self.found.floor
        return named or (persons and speaks)

    def _said(self, bearers: list[Phrase], after: int, end: int) -> Clause | None:
        """Read "X nhấn mạnh, các phường phải …": what X says, where it has a cue of its own."""
        while after < end and self.keys[after] in self.cues.before_cue:
            after += 1
        verb = self.found.saying.get(after) if after < end else None
        if verb is None or (bearers and bearers[0].mention is None):
            return None
        who = self.who_speaks(bearers[0]) if bearers else None
        if after in self.found.directing and self._others(who):
            # "Tổng Bí thư yêu cầu: Bộ trưởng *chỉ đạo* xây dựng …" charges the minister
            return Clause(after, end, None, None, bearers, rule="subject-verb")
        start = verb[0]
        while start < end and (self.keys[start] in ",:" or self.keys[start] in ("rằng", "là")):
            start += 1
        if verb[1] == "order" and self.keys[start : start + 1] == ["việc"]:
            start += 1  # "Bộ trưởng lưu ý việc chuẩn bị tốt đại hội"
        if self._told_by >= _TOLD_BY:
            return None
        before, self.asked_by = self.asked_by, who
        self._told_by += 1
        try:
            clause = self.read(start, end, verb[1] == "order", Speakers.ANYBODY)
        finally:
            self._told_by -= 1
            self.asked_by = before
        clause = clause or self.announced(start, end) or self.must(start, end)
        if clause is None:
            return None
        if clause.cue is None and verb[1] != "order" and clause.action not in self.found.directing:
            return None
        if clause.speaker is None:
            clause.speaker, clause.rule = who, "reported-request"
        return clause

    def _others(self, who: int | None) -> bool:
        """Tell whether the office of a speaker is another than that of who asks at present."""
        offices = [self.office_of(n) for n in (who, self.asked_by) if n is not None]
        first = [self.mentions[n].first for n in offices if n is not None]
        names = [self.keys[k : k + 2] for k in first]
        return len(names) == 2 and names[0] != names[1]

    def _asks(self, phrase: Phrase, speakers: Speakers) -> bool:
        if speakers is not Speakers.PERSONS:
            return speakers is Speakers.ANYBODY
        return self.speaks(phrase, person=True)
