"""Requests and pledges that are told: behind other words of their sentence, or as what somebody says."""

from __future__ import annotations

from vndirective.extract.clauses.orders import FORBIDS, WILL, Clause, Orders
from vndirective.extract.clauses.phrases import Phrase

__all__ = ["Told"]

#: How far before a request it is looked whether it lies back, in tokens.
_BACK = 60
#: How long a document and its number may be, in tokens.
_ISSUED = 14


class Told(Orders):
    """Reads what is asked and pledged in the middle of what one document tells."""

    asked_by: int | None = None  #: who asks at present for what bodies and offices do

    def passed(self, k: int) -> bool:
        """Tell what may stand between who asks and the verb: "*cũng* yêu cầu", "*vừa* yêu cầu"."""
        return self.keys[k] in self.cues.before_cue or self.keys[k] in self.cues.just_now

    def speaker_of(self, named: list[Phrase]) -> int | None:
        """Who speaks: of "làm việc với Sở A, Sở B, *Bộ trưởng* nhấn mạnh …" the person at the end."""
        indices = [phrase.mention for phrase in named if phrase.mention is not None]
        kinds = [self.mentions[n].type for n in indices]
        last = kinds[:1] == ["ORG"] and kinds[-1] in ("PERSON", "ROLE")
        return self.who_speaks(named[-1 if last else 0]) if named else None

    def reminds(self, k: int, end: int) -> bool:
        """Tell a reminder of what others must do: "Bộ Chính trị | *lưu ý* thực hiện …".

        To direct somebody is a task of one's own, unless somebody "cũng chỉ đạo các xã …".
        """
        also = k + 1 < end and self.passed(k)
        verb = self.found.saying.get(k + also)
        orders = verb is not None and verb[1] == "order"
        return orders and (also or k not in self.found.directing)

    def is_charged(self, clause: Clause, addressed: list[Phrase]) -> bool:
        """Tell "Đối với *Công an huyện*, cần mở đợt cao điểm" from what must be done about the poor."""
        charged = [self.mentions[p.mention].type for p in addressed if p.mention is not None]
        return clause.rule == "modal" and charged[:1] in (["ORG"], ["ROLE"])

    def past_circumstance(self, when: tuple[int, int] | None, clause: Clause) -> bool:
        """Tell what came before somebody asked: "*Sau khi đi kiểm tra*, Thủ tướng giao Bộ Y tế …"."""
        asks = self.news and clause.rule == "reported-request"
        return asks and when is not None and self.keys[when[0]] == "sau"

    def pledging(self, clause: Clause) -> list[Phrase]:
        """Who pledges in "…, *chúng tôi* sẽ thay nhà thầu", where no actor does."""
        if clause.cue is None or clause.cue.modality != "commitment" or clause.cue_span is None:
            return []
        at = clause.cue_span[0]
        return self.myself(range(at, max(-1, at - 3), -1))

    def done_to_it(self, i: int, k: int, stop: int) -> bool:
        """Tell which things are meant from a report: "Hồ sơ *đã được duyệt* phải được lưu trữ"."""
        k -= self.keys[k] == "được"
        if self.keys[k : k + 2] != ["đã", "được"]:
            return False
        must = next((j for j in self.cues_in(k, stop) if self.keys[j] == "phải"), None)
        if must is None or self.marks_in(i, must) or self.keys[must - 1] in self.cues.contrasting:
            return False
        return all(self.keys[j - 1] == "của" for j in range(i, must) if j in self.at)

    def tells(self, clause: Clause) -> bool:
        """Tell whether a clause of a report says what a person did: "Thứ trưởng A tham gia góp ý"."""
        first = clause.bearers[0].first if clause.bearers else clause.action
        named = any(self.person_at(k) for k in range(first, clause.action))
        persons = bool(clause.bearers) and self.speaks(clause.bearers[0], person=True)
        if clause.action in self.found.directing and self.asked_by is not None:
            return named  # "Tổng Bí thư yêu cầu: …. Bộ trưởng chỉ đạo xây dựng …"
        speaks = clause.action in self.found.saying or clause.action in self.found.floor
        return named or (persons and speaks)

    def others_than_asks(self, who: int | None) -> bool:
        """Tell whether the office of a speaker is another than that of who asks at present."""
        offices = [self.office_of(n) for n in (who, self.asked_by) if n is not None]
        first = [self.mentions[n].first for n in offices if n is not None]
        names = [self.keys[k : k + 2] for k in first]
        return len(names) == 2 and names[0] != names[1]

    def announced(self, i: int, end: int) -> Clause | None:
        """Read "Chủ tịch xã cho biết | xã *sẽ* trả lời …": what the body of who speaks will do."""
        bearers, after = self.subjects(i, end)
        body = self.cues.public_bodies.match(self.tokens, i) if not bearers and i < end else None
        if body is not None:  # "khẳng định *đơn vị* sẽ …"
            bearers, after = [Phrase(i, body[0], None)], body[0]
        if after >= end or self.keys[after] != "sẽ" or not all(map(self._acts, bearers)):
            return None
        if not bearers or not self.opener(after + 1, end):
            return None
        return Clause(after + 1, end, WILL, (after, after + 1), bearers, rule="subject-modal")

    def must(self, i: int, end: int) -> Clause | None:
        """Read "Đại tá A cho rằng | thời gian tới *cần* bỏ lối làm hình thức": nobody is named."""
        if i in self.found.adjuncts:  # "bên cạnh nhà để bán, | thời gian tới cần …"
            commas = (k for k in self.marks_in(i, end) if self.keys[k] == ",")
            i = next((k + 1 for k in commas), i)
        if (opening := self.opening_time(i, end)) is not None:
            i = self.skip(opening[1], end)
        found = self.modal(i, end)
        if found is None or not self.opener(found[0], end):
            return None
        return Clause(self.kept(*found), end, found[1], (i, found[0]), rule="modal")

    def _acts(self, phrase: Phrase) -> bool:
        return phrase.mention is None or self.mentions[phrase.mention].type == "ORG"

    def embedded(self, i: int, end: int) -> Clause | None:
        """Read a request that stands after something the rules cannot read.

        "Quá hạn mà chưa trả lời, đề nghị cơ quan chủ trì báo cáo …": a performative with
        somebody after it and a verb; not "theo đề nghị của …", "đã yêu cầu …".
        """
        end = self.without_stop(i, end)
        for k in self.cues_in(i + 1, end - 2):
            # "văn bản yêu cầu …" asks, "bản yêu cầu …" does not
            noun = self.keys[k - 1] in self.cues.not_asking and not self.writing_before(k)
            if noun or self.keys[k - 1] in self.cues.past:
                continue
            if self._looks_back(i, k) or k in self.doers:
                continue  # "Văn phòng đã gửi công văn yêu cầu …", "việc được Tỉnh ủy giao xã làm"
            act = self.found.performatives.get(k)
            if act is None or act[0] >= end or act[1].form not in self.cues.asking:
                continue
            bearers, after = self.subjects(act[0], end)
            sent, whom = (0, []) if bearers else self._written_to(i, k)
            if whom and (self.opener(act[0], end) or self.plain_not(act[0], end, opens=True)):
                # "có văn bản gửi các xã *đề nghị rà soát* …", "… *yêu cầu không cho* đò chạy"
                ban = self.keys[act[0]] == "không" and not self.opener(act[0], end)
                return Clause(
                    act[0] + ban, end, FORBIDS if ban else act[1], (k, act[0] + ban), whom,
                    self._writes(i, sent), rule="embedded-request",
                )  # fmt: skip
            if not bearers and self.opener(act[0], end) and self._issued(k):
                # "Chủ tịch tỉnh *ký Công điện khẩn* yêu cầu tập trung ứng phó …": all of them
                who = self._writes(i, k)
                cue = (k, act[0])
                return Clause(act[0], end, act[1], cue, [], who, rule="embedded-request")
            if not bearers or self.verb(after, end, True) is None:
                continue
            clause = self.ordered(k, act[0], end, act[1])
            if clause is not None:
                before = self.last_mention(i, k)
                if before is not None and self.mentions[before].last == k:
                    clause.speaker, clause.rule = before, "reported-request"
                else:
                    clause.rule = "embedded-request"
                    clause.speaker = self._writes(i, k) if self.writing_before(k) else None
                    clause.condition = clause.condition or self.condition_before(i, k)
                return clause
        return self._directed_in_writing(i, end)

    def _issued(self, k: int) -> bool:
        """Tell whether somebody issued the document right before token ``k``: "vừa *có* văn bản | yêu cầu"."""
        if not self.writing_before(k):
            return False
        # "trừ trường hợp người vi phạm có đơn đề nghị …"
        excepted = any(self.found.exceptions.get(j) for j in range(max(0, k - _BACK), k))
        return not excepted and self.issues_in(max(0, k - _ISSUED - 1), k)

    def issues_in(self, i: int, k: int) -> bool:
        """Tell whether somebody issues a document from token ``i`` to ``k``: "*ban hành Kế hoạch* …"."""
        return any(
            self.keys[j - 1] in self.cues.signing and self.cues.documents.match(self.tokens, j)
            for j in range(i + 1, k)
        )

    def goes_on_to_ask(self, who: Phrase, verb: int, end: int) -> Clause | None:
        """Read "Nhà trường thông báo …, *đề nghị sinh viên* nộp học phí": who makes known and asks."""
        tells = self.cues.making_known.match(self.tokens, verb)
        if tells is None:
            return None
        for k in self.cues_in(tells[0], end - 1):
            act = self.found.performatives.get(k)
            if act is None or act[1].form not in self.cues.asking:
                continue
            whom, after = self.subjects(act[0], end)
            if self.keys[k - 1] in (",", "và", "thời") and whom and self.opener(after, end):
                clause = self.ordered(k, act[0], end, act[1])
                if clause is not None:
                    clause.speaker, clause.rule = self.who_speaks(who), "reported-request"
                return clause
        return None

    def _written_to(self, i: int, k: int) -> tuple[int, list[Phrase]]:
        """Return to whom something is sent before token ``k``, and where it says so.

        "có văn bản *gửi các xã* | đề nghị …", "có văn bản *gửi các hộ* kinh doanh xăng dầu, | yêu cầu …"
        """
        while k > i and self.keys[k - 1] in ("trong", "đó"):
            k -= 1  # "… gửi các xã, *trong đó* yêu cầu …"
        for j in range(k - 1, max(i, k - _BACK) - 1, -1):
            if self.keys[j] == "gửi" and self.writing_before(j):
                whom, after = self.subjects(j + 1, k)
                meant = all(map(str.isalpha, self.keys[after : k - (self.keys[k - 1] == ",")]))
                return j, whom if meant else []
        return k, []

    def _directed_in_writing(self, i: int, end: int) -> Clause | None:
        """Read "Chủ tịch tỉnh vừa có văn bản *chỉ đạo các sở rà soát* …"."""
        for k in self.asking_in(i + 1, end - 2):
            directs = self.found.directing.get(k)
            if directs is None or not self.writing_before(k) or self._looks_back(i, k):
                continue
            whom, after = self.subjects(directs[0], end)
            must = self.modal(after, end) if whom else None
            if must is not None:  # "… chỉ đạo các sở *phải* rà soát"
                who, cue = self._writes(i, k), (after, must[0])
                deed = self.kept(*must)
                return Clause(deed, end, must[1], cue, whom, who, rule="embedded-request")
            if whom and self.opener(after, end):
                who = self._writes(i, k)
                return Clause(after, end, None, None, whom, who, rule="embedded-request")
        return None

    def _writes(self, i: int, k: int) -> int | None:
        """Return whose writing asks at token ``k``: "*Bộ Y tế* vừa có văn bản yêu cầu …"."""
        who, _ = self.subjects(self.skip(i, k), k)
        return self.who_speaks(who[0]) if who else self.last_mention(i, k)

    def pledged(self, i: int, end: int) -> Clause | None:
        """Read "Giám đốc Sở xin lỗi cử tri *và cam kết* rút thời hạn …": what somebody goes on to pledge."""
        end = self.without_stop(i, end)
        bearers, _ = self.subjects(self.skip(i, end), end)
        if not bearers or not self.speaks(bearers[0]):
            return None
        for k in self.cues_in(i + 2, end - 1):
            act = self.found.performatives.get(k)
            if (
                act is None
                or act[1].modality != "commitment"
                or self.keys[k - 1] not in (",", "và")
            ):
                continue
            if act[0] < end and self.opener(act[0], end):
                who = self.who_speaks(bearers[0])
                cue = (k, act[0])
                return Clause(act[0], end, act[1], cue, bearers[:1], who, rule="reported-request")
        return None

    def _looks_back(self, i: int, k: int) -> bool:
        """Tell whether something was done already in the words before a request.

        A comma ends them, unless what was asked goes on: "đã có công điện yêu cầu Sở Y tế …, giao Công an".
        """
        if k > i and (self.keys[k - 1] == "và" or self.keys[k - 2 : k] == ["đồng", "thời"]):
            return False  # "Bí thư đã giải đáp các kiến nghị, *đồng thời* giao Văn phòng …"
        listed = True
        for j in range(k - 1, max(i, k - _BACK) - 1, -1):
            if self.keys[j] in (";", ":"):
                return False
            if self.keys[j] == ",":
                listed = False
            if j in self.found.performatives:
                listed = True
            if self.keys[j] == "đã" and listed:
                return True
        return False
