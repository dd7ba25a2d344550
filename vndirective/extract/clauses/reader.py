"""Clauses: what stands in front of the verb, who must act, the cue, and the action.

A clause is read from the left over tokens: connectors, adjuncts ("Đối với …,", "Trường hợp …,"),
the subject, the cue, the verb. What cannot be read so is no clause of a duty.
"""

from __future__ import annotations

from enum import Enum

from vndirective.extract.clauses.landmarks import STRICT
from vndirective.extract.clauses.orders import MAY, TOPIC, Clause
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.topics import Topics

__all__ = ["Clause", "Reader", "Speakers"]

#: Rules of clauses in which somebody asks.
_ASKED = frozenset(("reported-request", "performative", "performative-modal"))
#: How many may say what another one says.
_TOLD_BY = 4
#: How far into a clause, in tokens, what follows from it may begin.
_FOLLOWING = 120
#: How long what announces a list, or who asks, may be, in tokens.
_ANNOUNCED = 24
#: How long a condition of *nào* before *thì* may be, in tokens.
_WHICHEVER = 90


class Speakers(Enum):
    """Who asks where a subject stands before a performative; others are told to ask."""

    NOBODY = 0
    PERSONS = 1
    ANYBODY = 2


class Reader(Topics):
    """Reads the clauses of one document."""

    #: A sentence of news begins, in which a body may ask: "Bộ Chính trị *giao* …".
    anew: bool = False
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
        if (enforced := self.enforced(i, end)) is not None:
            return enforced
        end = self.without_stop(i, end)
        i = self.skip(self.after_dateline(i, end), end)
        conceded = self.cues.concessions.match(self.tokens, i)
        i = i if conceded is None else self.skip(conceded[0], end)
        if self.term(i, end):
            return None
        # "Tuy nhiên, bên cạnh đó, còn …"
        assesses = conceded is not None and i in self.found.adjuncts
        i = self.after_behalf(i, end)
        i += i < end and self.keys[i] == "còn" and bool(self.subjects(i + 1, end)[0])
        i += 2 * self.whereas(i, end)
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
                found = self.topic_modal(i, end) if operative else None
                if found is not None and found.cue_span and self.is_condition(i, i + 2):
                    # "Khi đốt thực bì *phải* có người canh"
                    found.condition = condition or (i, found.cue_span[0])
                return found
            before = self.without_stop(i, after - (self.keys[after - 1] in (",", ":", "thì")))
            # "Trường hợp … thì trong 15 ngày, cơ quan …"
            before = next((k for k in self.marks_in(i, before) if self.keys[k] == "thì"), before)
            if self.found.exceptions.get(i):
                exception = (i, before)
            elif self.is_condition(i, after) or (
                self.keys[i] == "với" and self.keys[after - 1] == "thì"
            ):
                # "Trong quá trình thực hiện *nếu có vướng mắc*, các xã …"
                within = self.inner_condition(i, before) if self.keys[i] == "trong" else None
                # "Trường hợp có người chết thì *sau khi hoàn tất thủ tục*, xã …": the first of them
                later = condition is not None and self.keys[i] == "sau"
                condition = condition if later else (i if within is None else within, before)
            elif (inner := self.inner_condition(i, before)) is not None:
                condition = (inner, before)
            addressed, colon = self.addressed(i, after), self.keys[after - 1] == ":"
            i = self.skip(after, end)
        if i >= end:
            return None
        i, says = self.after_participle(i, end, operative)
        if says:  # "Phát biểu tại hội nghị, Chủ tịch tỉnh yêu cầu …" reports, in a directive, too
            operative, speakers = False, Speakers.ANYBODY
        written = self.after_writing(i, end)
        if written > i and self.news:
            # a newspaper tells what it orders: "Chỉ thị nêu rõ, Sở Y tế chủ trì …"
            operative, speakers = True, Speakers.NOBODY
        i = written
        if i >= end:
            return None  # "Thông tư nêu rõ", where a text breaks off
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
            i = self.after_topic(i, end) if operative else i
            marks = marks if i == start else self.marks_in(i + 1, min(end - 1, i + TOPIC))
        clause = self._conditional(i, end, operative, speakers, marks)
        clause = clause or self._whichever(i, end, operative, speakers)
        if clause is None:
            clause = self._core(i, end, operative, speakers)
        if clause is None:
            clause = self.topic_modal(i, end)
            if clause is None and operative:
                clause = (
                    self.step(start, end)
                    or self._topic_colon(i, end, speakers, marks)
                    or self.according(i, end)
                    or self.done_by(i, end)
                    or self.by_somebody(i, end)
                    or self.deed_forbidden(i, end)
                )
        if clause is not None and assesses and clause.rule not in _ASKED:
            return None
        if clause is not None and not (clause.bearers or clause.speaker):
            clause = self._asked_by(clause, end) or clause
        if clause is not None:
            # before a comma they are asked by a verb of asking alone, otherwise the topic
            asked = colon or clause.rule in _ASKED or self.is_charged(clause, addressed)
            clause.bearers = clause.bearers or (addressed if asked else [])
            clause.bearers = clause.bearers or self.pledging(clause)
            past = self.past_circumstance(condition, clause)
            clause.condition = clause.condition or (None if past else condition)
            clause.exception = clause.exception or exception
            clause = self._from_list(clause) if clause.bearers or clause.cue else clause
            if self.keys[clause.end - 1] == "!" and clause.end - 1 > clause.action:
                clause.end -= 1
        return clause

    def _asked_by(self, why: Clause, end: int) -> Clause | None:
        """Read who asks behind what looked like an order and is why he asks, or what about.

        "Thực hiện lời kêu gọi của X, trên tinh thần Y, *UBND tỉnh đề nghị các xã …*"; "Tăng số cấp
        phó của các phòng: *giao Sở Nội vụ chủ trì …*".
        """
        for cue in self.cues_in(why.action, end):
            asks = self.found.performatives.get(cue)
            if asks is None or asks[1].form not in self.cues.asking:
                continue
            before = cue - self.passed(cue - 1)
            if self.keys[before - 1] == ":" and why.rule == "imperative":
                clause = self._core(before, end, False, Speakers.ANYBODY)
                if clause is not None and clause.bearers:
                    return clause
            near = self.marks_in(max(why.action, before - _ANNOUNCED), before)
            commas = [k for k in near if self.keys[k] in (",", ";")]
            who, after = self.subjects(commas[-1] + 1, end) if commas else ([], why.action)
            if len(who) == 1 and who[0].mention is not None and after == before:
                clause = self._core(commas[-1] + 1, end, False, Speakers.ANYBODY)
                if clause is not None and clause.speaker is not None:
                    return clause
        return None

    def _conditional(
        self, i: int, end: int, operative: bool, speakers: Speakers, marks: list[int]
    ) -> Clause | None:
        """Read "người cố tình ở lại thì cưỡng chế": a condition without its word, *thì*, an order."""
        whichever = self.whichever(i, end)
        if whichever is not None:  # "Xã nào để …, …, … thì …", at any length
            marks = self.marks_in(i + 1, min(end - 1, i + _WHICHEVER))
        if "thì" not in [self.keys[k] for k in marks]:
            return None
        who, after = self.subjects(i, end)
        # "Người làm đúng quy trình, đúng mục đích mà có rủi ro thì phải được bảo vệ"
        anybody = bool(who) and self.opener(after, end) and self.anybody(who, after)
        anybody = anybody or whichever is not None  # "Xã nào để …, thì …"
        # "Cán bộ bị cách chức, sau đó được minh oan thì cơ quan phải bố trí công việc"
        told, comma = not anybody and bool(who) and after in self.told_at, False
        for k in marks:
            if self.keys[k] in (";", ":", "“", "(") or (
                self.keys[k] == "," and not (anybody or told)
            ):
                return None
            comma = comma or (self.keys[k] == "," and k >= after and self.keys[k + 1] != "thì")
            if self.keys[k] == "thì" and who and after == k and "nào" not in self.keys[i:k]:
                # "Thuế tỉnh *thì* quản lý chặt …", "còn các xã *thì* nên giám sát"
                if (verb := self.verb(k + 1, end, operative)) is None:
                    return None
                return self._told(who, verb, end, operative, speakers)
            if self.keys[k] == "thì":
                late = self.keys[k + 1] == "trong" or self.opening_time(k + 1, end) is not None
                read = self.read if late else self._core  # "… thì *trong 30 ngày*, cơ quan phải …"
                clause = read(k + 1, end, operative, speakers)
                if told and comma and not (clause and clause.bearers and clause.cue):
                    return None
                if clause is not None:
                    clause.condition = (i, k - (self.keys[k - 1] == ","))
                    may = clause.cue is not None and clause.cue.modality == "permission"
                    if not clause.bearers and told and may:
                        clause.bearers = who  # "*Tổ chức* có đủ điều kiện thì được đăng ký"
                    acts = bool(who) and self.keys[i] not in self.cues.places
                    if not clause.bearers and acts and whichever and whichever < k:
                        clause.bearers = [Phrase(i, whichever + 1, self.at.get(i))]
                return clause
        return None

    def _whichever(self, i: int, end: int, operative: bool, speakers: Speakers) -> Clause | None:
        """Read "Nơi *nào* để tái diễn, chủ tịch xã nơi đó phải giải trình": a condition, a comma, who."""
        if self.whichever(i, end) is None:
            return None
        for k in self.marks_in(i + 1, min(end - 1, i + _WHICHEVER)):
            if self.keys[k] != ",":
                return None
            # "hệ thống nào quá hạn, tạm ngắt khỏi mạng"
            orders = operative and self.opener(k + 1, end) and not self.cues_in(i + 1, k)
            # "Hộ nào không hợp tác, *UBND phường lập hồ sơ*"
            orders = orders or (operative and self.charged_at(k + 1, end))
            if orders or self.charged_at(k + 1, end, must=True):
                clause = self._core(k + 1, end, operative, speakers)
                if clause is not None:
                    clause.condition = (i, k)
                return clause
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
            comma = several and self.keys[k] == "," and not self.helping_in(i, k)
            # "Những năm qua, các xã tổ chức …" tells what was
            comma = comma and self.keys[k - 1] not in self.cues.looking_back
            resumed = comma and (self.found.adverbs.get(k + 1) or self.charged_at(k + 1, end))
            if self.keys[k] == ":" or resumed:
                opens = k + 1 in self.found.adjuncts or self.opening_time(k + 1, end) is not None
                if not (self.opener(k + 1, end) or self.cue(k + 1, end) or opens or resumed):
                    return None
                read = self.read if opens else self._core
                clause = read(k + 1, end, True, speakers)
                if clause is not None:
                    clause.rule = "topic-colon"
                    named, last = self.subjects(i, k)
                    if not clause.bearers and named and last == k:
                        clause.bearers = named  # "Sở A: trước ngày 10/3 báo cáo số liệu"
                    elif not clause.bearers and named and self._asks(named[0], Speakers.PERSONS):
                        clause.bearers = named[:1]  # "Đ/c X - Chủ tịch Hội: phụ trách chung"
                return clause
        return None

    def _core(self, i: int, end: int, operative: bool, speakers: Speakers) -> Clause | None:
        bearers, after = self.subjects(i, end)
        if not bearers:
            return self._pronoun_says(i, end) or self.without_subject(i, end, operative)
        if (asked := self.goes_on_to_ask(bearers[0], after, end)) is not None:
            return asked
        bearers, after = self.such_as(bearers, after, end)
        ban = self.ban_behind(after, end) if operative and not self.then(after, end) else None
        if ban is not None and not self.threatens(bearers, ban, end):
            return self.banned(ban, end, bearers)
        # among the orders of a report persons go on to say things: "Bộ trưởng lưu ý việc …"
        told, says = speakers is Speakers.PERSONS, self.found.saying.get(after)
        if speakers is Speakers.ANYBODY and says is not None:
            told = says[1] == "say"  # "Chánh Văn phòng nhấn mạnh, các xã cần …"
        speaks = told and self._asks(bearers[0], Speakers.PERSONS)
        speaks = speaks or (self.reminds(after, end) and self._asks_anew(bearers[0]))
        heard = speaks or (speakers is not Speakers.NOBODY and not operative)
        # "Thường trực Tỉnh ủy khẳng định *các huyện ủy phải* …", in a directive, too
        said_to = says is not None and says[1] == "say" and self.charged_at(says[0], end, must=True)
        heard = heard or said_to
        said = self._said(bearers, after, end) if heard else None
        if said is not None:
            return said
        if operative and self.may(after, end):
            return Clause(after + 1, end, MAY, (after, after + 1), bearers, rule="permission")
        verb = self.verb(after, end, operative)
        if verb is None or self.keys[after] == "được":
            # "Tỉnh ủy viên *được phân công phụ trách địa bàn* có trách nhiệm …"
            verb = self.charged_behind(after, end) or verb
        if verb is None:
            return None
        clause = self._told(bearers, verb, end, operative, speakers)
        when = after + (self.keys[after] == ",")
        if clause is not None and when < verb and self.found.conditions.get(when):
            # "Sở Y tế, khi có dịch, phải …", "các hộ khi dùng hè phố phải …"
            clause.condition = (when, verb - (self.keys[verb - 1] in (",", "thì")))
        return clause

    def following(self, i: int, end: int) -> Clause | None:
        """Read what goes on behind a comma: "…, *do đó* các bộ phải …", "…, *tôi* xin hứa …".

        So "Đây là việc gấp, *các xã phải* …".
        """
        for k in self.marks_in(i, min(end, i + _FOLLOWING)):
            if self.keys[k] not in (",", ":"):
                continue
            behind = self.found.consequences.get(k + 1) if self.keys[k] == "," else None
            person = self.found.first_person.get(k + 1)
            told = any(j in self.found.saying or j in self.found.floor for j in range(i, k))
            stated = self.keys[i : i + 2] == ["đây", "là"] and self.charged_at(
                k + 1, end, must=True
            )
            if (behind is None or not told) and person is None and not stated:
                continue  # "Giá xăng tăng, vì vậy người dân phải trả thêm"
            clause = self.read(behind[0] if behind else k + 1, end, False, Speakers.ANYBODY)
            if clause is None or clause.cue is None:
                continue
            # in news "tôi sẽ đi chợ" pledges nothing
            pledges = clause.cue.modality == "commitment" and not (
                self.news and self.keys[clause.cue_span[1] - 1 if clause.cue_span else k] == "sẽ"
            )
            return clause if behind or stated or pledges else None
        return None

    def _pronoun_says(self, i: int, end: int) -> Clause | None:
        """Read "*Bà* lưu ý không đưa tin giật gân", in news: who was named before says more.

        Anywhere "*Tôi* cho rằng huyện phải bố trí vốn" is what the author asks for.
        """
        pronoun = self.found.honorifics.get(i) if self.news else self.found.first_person.get(i)
        return self._said([], pronoun[0], end) if pronoun and pronoun[0] < end else None

    def _told(
        self, bearers: list[Phrase], verb: int, end: int, operative: bool, speakers: Speakers
    ) -> Clause | None:
        """Read what a subject must do, from its cue or verb on."""
        bearers, verb, found = self.cue_behind(bearers, verb, end)
        if found is None and (verb >= end or self.threatens(bearers, verb, end)):
            return None  # "… là lãnh đạo đơn vị *sử dụng công chức*" only says whom it has
        directs = self.found.directing.get(verb) if found is None and self.letter else None
        if directs is not None and self.sends(bearers[0]):
            whom, deed = self.subjects(directs[0], end)
            if whom and self.opener(deed, end):
                # "Sở Y tế *chỉ đạo các trạm rà soát thuốc*" in a letter of this department
                who = self.who_speaks(bearers[0])
                return Clause(deed, end, None, None, whom, speaker=who, rule="reported-request")
        if found is None:
            carried = self.found.carrying_out.get(verb)
            if carried and self.keys[carried[0] : carried[0] + 1] == [":"]:
                # "Công an xã thực hiện: (1) lập chốt; (2) …"
                verb = self.skip(carried[0], end)
            return Clause(verb, end, None, None, bearers, rule="subject-verb")
        action, cue, performative = found
        # "Sở Công Thương khuyến khích doanh nghiệp …" among orders is what this body has to do
        others = cue.form in self.cues.asking or (cue.strength == 1 and not cue.needs_bearer)
        if (
            performative
            and cue.modality in ("obligation", "recommendation")
            and (speakers is not Speakers.NOBODY or others)
        ):
            # "Huyện đề nghị tỉnh …" asks also where somebody asked the district before
            pleads = speakers is Speakers.PERSONS and cue.modality == "recommendation"
            pleads = pleads or self._asks_anew(bearers[0])
            # "Bà Cúc: đề nghị công ty hỗ trợ …" in minutes
            colon = self.keys[bearers[0].last : bearers[0].last + 1] == [":"]
            pleads = pleads or (colon and self.speaks(bearers[0], person=True))
            first = bearers[0].first
            singled = first > 0 and self.keys[first - 1] in self.cues.singling
            # "1. *UBND huyện* giao Phòng Nội vụ …", in a notice of this very body
            pleads = pleads or singled or self.sends(bearers[0], office=True)
            if operative and not pleads and not self._asks(bearers[0], speakers):
                return Clause(verb, end, None, None, bearers, rule="subject-verb")
            clause = self.ordered(verb, action, end, cue)
            # "UBND huyện yêu cầu, *việc giám sát phải* …"
            clause = clause or self.topic_modal(self.skip(action, end), end)
            if singled and clause and not clause.bearers:
                clause.bearers = bearers  # "*Riêng xã Hòa Bình* yêu cầu báo cáo …": he is asked
            elif clause is not None:
                clause.speaker, clause.rule = self.who_speaks(bearers[0]), "reported-request"
            return clause
        if (clause := self.to_others(verb, action, end, cue)) is not None:
            clause.speaker, clause.rule = self.who_speaks(bearers[0]), "reported-request"
            return clause
        # "Các thôn phải: (1) nạo vét rãnh; (2) …"
        deed = self.skip(action, end) if self.keys[action : action + 1] == [":"] else action
        if cue.modality == "commitment":
            deed = self.will(action, end) or deed
        if deed >= end:
            return None
        if cue.needs_bearer:
            # "Bộ đội Biên phòng kêu gọi tàu vào bờ", "Sở Nội vụ phân công …": what they must do
            return (
                Clause(verb, end, None, None, bearers, rule="subject-verb")
                if operative and self.opener(verb, end)
                else None
            )
        return Clause(self.kept(deed, cue), end, cue, (verb, action), bearers, rule="subject-modal")

    def _from_list(self, clause: Clause) -> Clause:
        """Read the first of the orders that a clause announces.

        "yêu cầu các cấp làm tốt một số việc: *Công an huyện lập chốt*; …", "làm tốt các việc sau: *rà soát* …".
        """
        colon = self.keys[clause.action - 1] == ":"
        if clause.bearers and colon and clause.rule in _ASKED:
            # "yêu cầu các đơn vị: trong tháng 5, *các trường tổ chức* …": they are meant among them
            inner = self.read(clause.action, clause.end, True, Speakers.NOBODY)
            if inner is not None and inner.bearers and inner.rule == "subject-verb":
                clause.action, clause.bearers = inner.action, inner.bearers
                return clause
        for k in self.marks_in(clause.action, min(clause.end - 2, clause.action + _ANNOUNCED)):
            listed = self.keys[k - 1] in self.cues.list_words | self.cues.list_leads
            if self.keys[k] != ":" or not listed:
                continue
            if self.charged_at(k + 1, clause.end):
                first = self._core(k + 1, clause.end, True, Speakers.NOBODY)
                if first is not None and clause.rule == "reported-request":
                    first.speaker, first.rule = clause.speaker, clause.rule
                    return first
            deed = self.skip(k + 1, clause.end)
            announces = any(j in self.found.carrying_out for j in range(clause.action, k))
            announces = announces or bool(self.cues.announcing.match(self.tokens, clause.action))
            if announces and self.opener(deed, clause.end):
                clause.action = deed
            break
        return clause

    def _asks_anew(self, phrase: Phrase) -> bool:
        """Tell a body that asks as a sentence begins from those that are told to: "UBND *các tỉnh* …"."""
        several = any(k in self.found.quantifiers for k in range(phrase.first, phrase.last))
        return self.anew and phrase.mention is not None and not several

    def _said(self, bearers: list[Phrase], after: int, end: int) -> Clause | None:
        """Read "X nhấn mạnh, các phường phải …": what X says, where it has a cue of its own."""
        while after < end and self.passed(after):
            after += 1
        verb = self.found.saying.get(after) if after < end else None
        if verb is None or (bearers and bearers[0].mention is None):
            return None
        who = self.speaker_of(bearers)
        if after in self.found.directing and self.others_than_asks(who):
            # "Tổng Bí thư yêu cầu: Bộ trưởng *chỉ đạo* xây dựng …" charges the minister
            return Clause(after, end, None, None, bearers, rule="subject-verb")
        start = verb[0]
        while start < end and (self.keys[start] in ",:" or self.keys[start] in ("rằng", "là")):
            start += 1
        if verb[1] == "order" and self.keys[start : start + 1] == ["việc"]:
            # "Bộ trưởng lưu ý việc *chuẩn bị tốt đại hội*", "… lưu ý việc xét duyệt *phải đúng hạn*"
            must = self.topic_modal(start, end)
            if must is None or must.cue is None or must.cue.strength < STRICT:
                start += 1
        if self._told_by >= _TOLD_BY:
            return None
        # "Bí thư nhấn mạnh: *Tiếp tục quán triệt* nghị quyết", not "Bí thư cho biết: giá tăng"
        goes_on = start in self.found.adverbs or bool(self.cues.urged.match(self.tokens, start))
        orders = verb[1] == "order" or (self.keys[verb[0] : start] == [":"] and goes_on)
        before, self.asked_by = self.asked_by, who
        self._told_by += 1
        try:
            clause = self.read(start, end, orders, Speakers.ANYBODY)
        finally:
            self._told_by -= 1
            self.asked_by = before
        clause = clause or self.announced(start, end) or self.must(start, end)
        if clause is None:
            return None
        if clause.cue is None and not orders and clause.action not in self.found.directing:
            return None
        if clause.speaker is None:
            clause.speaker, clause.rule = who, "reported-request"
        return clause

    def _asks(self, phrase: Phrase, speakers: Speakers) -> bool:
        if speakers is not Speakers.PERSONS:
            return speakers is Speakers.ANYBODY
        return self.speaks(phrase, person=True)
