"""Clauses that begin with what they are about, or with who is meant, far from their modal or verb.

"Việc bốc mộ *cần báo trước* …", "Đề án do Sở Nội vụ *xây dựng*", "Đơn vị đóng trong rừng *phải* …".
"""

from __future__ import annotations

from vndirective.extract.clauses.landmarks import STRICT
from vndirective.extract.clauses.orders import LABEL, MAY, TOPIC, Clause
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.told import Told
from vndirective.extract.cues import Cue, cue_named

__all__ = ["Topics"]

#: What a topic before its modal does not run over.
_ENDS_TOPIC = frozenset(';:“"(')
#: How many tokens may stand before the modal that they negate.
_NEGATED = 3
#: What may follow the verb in "Kinh phí do Sở Tài chính *thẩm định trước ngày 5/4*".
_AFTER_DEED = frozenset((",", ";", "và", "trước", "trong", "theo"))
#: How far behind somebody, in tokens, he may be charged.
_CHARGED = 120
#: How many tokens of what a body has power over may stand before what it must do.
_REMIT = 6
#: How many tokens "Bước 2:" takes, and how many whoever takes that step.
_STEP, _WHO_STEPS = 3, 5
#: How many tokens "bị nghiêm cấm" takes at the end of a clause.
_CLOSING = 3


class Topics(Told):
    """Reads topics and subjects of one document, and where what they must do begins."""

    def topic_modal(self, i: int, end: int) -> Clause | None:
        """Read "Với các hộ chưa ký *phải* ghi lý do …": a topic, a strict modal, a verb."""
        stop = min(end - 1, i + TOPIC)
        if not self.cues_in(i + 1, stop) or i in self.found.negated:
            return None
        if self.cues.demanding.match(self.tokens, i) is not None:
            return None
        bearers, after = self.subjects(i, end)
        # "Điểm thi *nào* có tình huống bất thường phải báo ngay"
        whichever = self.whichever(i, end)
        if whichever and (whichever + 1 in self.at or "cũng" in self.keys[whichever:stop]):
            whichever = None  # "Lúc nào Công an xã cũng phải sẵn sàng": always
        if whichever and not bearers and self.bearing(i):
            bearers = [Phrase(i, whichever, self.at.get(i))]
        needs = self.found.conditions[i][0] if i in self.found.conditions else None
        about = needs is not None or self.keys[i : i + 2] == ["đối", "với"]
        for k in self.around_times(i + 1, stop):
            key = self.keys[k]
            if key in _ENDS_TOPIC:
                return None
            # "*có* trách nhiệm", not "người có trách nhiệm"
            charged = self.keys[k - 1] != "người" and bool(self.cues.charging.match(self.tokens, k))
            told = k in self.told_at and not (charged or about)
            things = not bearers and self.done_to_it(i, k, stop)
            told = told and not whichever and not things
            if told and not (bearers and key in self.cues.of_somebody):
                return None
            if self.cues.demanding.match(self.tokens, k) is not None:
                return None  # "Đặc thù ấy *đòi hỏi* chi ủy phải …"
            if key == "," and self.found.consequences.get(k + 1):
                return None  # "X cho biết, nước đang lên, *do đó* các xã phải …"
            if key == "," and k + 3 < end and self.keys[k - 1] in ("đó", "này"):
                return None
            if (found := self.modal(k, end)) is not None:
                if k == needs and any(self.keys[m] == "phải" for m in self.cues_in(k + 1, stop)):
                    continue  # "Trường hợp *cần* điều chỉnh phải được đồng ý"
                if k == needs and any(
                    self.keys[m] == "," and self._known_at(m + 1, end)
                    for m in self.marks_in(k, stop)
                ):
                    return None  # "Khi *cần* thêm người, tổ trưởng báo cáo …"
                if about and self.cues.threats.match(self.tokens, k - 1):
                    return None  # "Nếu nộp muộn, sinh viên *sẽ không được* dự thi"
                if self.news and after in self.found.floor:
                    bearers = []  # "Bí thư nhất trí bổ sung vốn, song phải chi đúng": he is who says so
                clause = self._behind_topic(i, k, end, found, bearers)
                if clause is not None and whichever:
                    clause.condition = (i, k - (self.keys[k - 1] == ","))
                return clause
        return None

    def to_others(self, k: int, action: int, end: int, cue: Cue) -> Clause | None:
        """Read what an authority forbids or allows others: "UBND tỉnh *nghiêm cấm tàu thuyền* ra khơi"."""
        others = self.ordered(k, action, end, cue) if cue.form in self.cues.by_authority else None
        if others is None or others.bearers or self._authority_before(k):
            return others
        return None

    def _authority_before(self, k: int) -> bool:
        """Tell one body, which forbids things, from those who are forbidden: "Các hộ *nghiêm cấm* …"."""
        who = self.last_mention(0, k)
        return who is not None and self.mentions[who].last == k and self.mentions[who].type == "ORG"

    def _behind_topic(
        self, i: int, k: int, end: int, found: tuple[int, Cue], bearers: list[Phrase]
    ) -> Clause | None:
        """Read the modal at token ``k`` behind a topic, unless it belongs to a part of that."""
        action, cue = found
        if (others := self.to_others(k, action, end, cue)) is not None:
            return others  # "Chỉ thị cũng *nghiêm cấm cán bộ* …"
        if self._frees(k) or self.keys[k - 1] in self.cues.not_before_modal:
            return None
        goes_through = self.news and k - 1 in self.found.honorifics
        if (goes_through or self.found.first_person.get(i)) and cue.keep is None:
            return None  # "Chúng tôi phải đi đò", "mỗi tuần ông phải họp" tell what is
        place = self.place(i, k) if self.news else None  # "Hà Nội phải …"
        before = self._right_before(i, k, end)
        far = (
            cue.strength >= STRICT
            or (cue.addresses and self._addresses(i, k))
            or self._thing_or_deed(i, action, end)
            or (i in self.found.conditions and self.opener(action, end))  # "Khi đốt nương *cần* …"
            or place is not None
            or cue.modality == "prohibition"  # "Các hộ ngoài đê *không nên* …"
            or (bool(before) and cue.modality == "permission")
            or self._lets_only(k, action, end)
        )
        if not far:
            return None
        who = bearers or ([place] if place else before)
        if not who and self.cues.charging.match(self.tokens, k) and not self.marks_in(i, k):
            who = [Phrase(i, k, self.at.get(i))]  # "*Ban chức sự đạo tràng* có trách nhiệm …"
        if not who and cue.addresses and self.keys[k - 1] == "," and self.bearing(i):
            who = [Phrase(i, k - 1, self.at.get(i))]  # "*Bạn ở xa*, hãy …"
        return Clause(
            self.kept(action, cue), end, cue, (k, action),
            who if who and who[-1].last <= k else [],
            condition=self._before_then(i, k), rule="topic-modal",
        )  # fmt: skip

    def enforced(self, i: int, end: int) -> Clause | None:
        """Read who carries a document out, in a list that no rule reads to its end.

        "Các Ông (Bà): Chánh Văn phòng, Thủ trưởng các đơn vị *bị thu hồi giấy phép* và các đơn vị liên
        quan chịu trách nhiệm thi hành Quyết định này": all that a comma, a colon or *và* sets apart.
        """
        end = self.without_stop(i, end)
        k = next((k for k in self.cues_in(i, end) if k in self.found.enacting_ends), end)
        must = self.modal(k, end) if k < end else None
        last = self.found.enacting_ends[k][0] if must is not None else end
        document = self.cues.documents.match(self.tokens, last) if last < end else None
        if must is None or document is None:
            return None
        who = [
            Phrase(self.mentions[n].first, self.mentions[n].last, n)
            for j in range(i, k)
            if (n := self.at.get(j)) is not None
            and (j == i or self.keys[j - 1] in self.cues.sets_apart)
            # "Các Ông (Bà): …" are those named next
            and not (self.keys[(last := self.mentions[n].last)] == ":" or last in self.at)
        ]
        deed = self.kept(*must)
        return Clause(deed, end, must[1], (k, must[0]), who, rule="subject-modal") if who else None

    def _thing_or_deed(self, i: int, action: int, end: int) -> bool:
        """Tell a topic that something must be done about: a deed, or a paper with a deadline.

        "Việc bốc mộ cần báo trước …", "Hoạt động rửa đường cần được ưu tiên …", "Dự thảo các văn
        bản cần hoàn chỉnh trước ngày …", not "Danh mục cần cắt giảm".
        """
        thing = self.keys[i] in self.cues.products and any(
            j in self.time_at for j in range(action, end)
        )
        return (thing or self.found.deeds.get(i) is not None) and (
            self.opener(action, end) or self.keys[action : action + 1] == ["được"]
        )

    def _before_then(self, i: int, k: int) -> tuple[int, int] | None:
        """Return the condition in "Giáo viên, *nếu muốn dạy thêm* thì phải …"."""
        when = next((j for j in range(i, k) if j in self.found.conditions), None)
        return (when, k - 1) if when is not None and self.keys[k - 1] == "thì" else None

    def _right_before(self, i: int, k: int, end: int) -> list[Phrase]:
        """Return who stands between a comma and the modal: "Bữa ăn 32 nghìn, *phụ huynh* phải được biết"."""
        n = self.last_mention(i, k)
        if n is not None and self.mentions[n].last == k:
            first = self.mentions[n].first
            return [Phrase(first, k, n)] if self.keys[first - 1] == "," else []
        commas = [m for m in self.marks_in(i, k) if self.keys[m] == ","]
        who, after = self.subjects(commas[-1] + 1, k) if commas else ([], k)
        if who and after == k:
            return who  # "Mua phải hàng hỏng, *khách* có quyền …"
        ruled = (m + 2 for m in range(i, k - 2) if self.keys[m : m + 2] == ["quy", "định"])
        first = next(ruled, k)
        if first < k and not commas and self.subjects(first, end)[0]:
            return [Phrase(first, k, self.at.get(first))]  # "Nội quy quy định *người gác* phải …"
        return []

    def _addresses(self, i: int, k: int) -> bool:
        """Tell a request to who is named: "Ai ở xa *hãy* …", not "thử rồi *hãy* quyết", nor a name."""
        waits = self.keys[k - 1] in self.cues.not_yet or self.found.first_person.get(i) is not None
        called = self.tokens.capitals[k] and self.keys[k - 1].isalpha()  # "Phong trào *Hãy* …"
        return not waits and not called

    def _lets_only(self, k: int, action: int, end: int) -> bool:
        """Tell what a thing may be used for alone: "Xe con *chỉ được phép* dừng ở bãi", in no news.

        "Danh mục chỉ được sửa khi Sở đồng ý", not "Lao động chỉ được trả 3 triệu đồng".
        """
        if self.news or self.cues.restricting.match(self.tokens, k) is None:
            return False
        expressly = "phép" in self.keys[k:action] or bool(self.conditions_in(action, end))
        return expressly and self.opener(action, end)

    def _frees(self, k: int) -> bool:
        """Tell whether the modal at token ``k`` is negated: "không nhất thiết *phải*"."""
        negated = (self.found.negated.get(j) for j in range(max(0, k - _NEGATED), k))
        return any(found is not None and found[0] > k for found in negated)

    def after_topic(self, i: int, end: int) -> int:
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

    def according(self, i: int, end: int) -> Clause | None:
        """Read "Việc chôn cất *thực hiện theo* …" in a regulation: nobody is named."""
        if i >= end or self.keys[i] != "việc":
            return None
        for k in range(i + 2, min(end - 3, i + TOPIC)):
            if self.keys[k] in _ENDS_TOPIC or k in self.told_at:
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

    def step(self, i: int, end: int) -> Clause | None:
        """Read who takes a step, whoever that is: "Bước 2: *CVHT* tiếp nhận danh sách lớp"."""
        numbered = i >= _STEP and self.keys[i - _STEP] == "bước" and self.keys[i - 2].isdigit()
        if not (numbered and self.keys[i - 1] in ":.-" and self.tokens.capitals[i]):
            return None
        for k in range(i + 1, min(end, i + _WHO_STEPS)):
            if self.opener(k, end) and not self.cues.not_openers.match(self.tokens, k - 1):
                who = [Phrase(i, k, self.at.get(i))]
                return Clause(k, end, None, None, who, rule="subject-verb")
            if not self.keys[k].isalpha():
                return None
        return None

    def done_by(self, i: int, end: int) -> Clause | None:
        """Read "Đại hội chi bộ không quá 2 ngày, *hoàn thành trước ngày 30/6*"."""
        for k in self.marks_in(i, min(end - 2, i + TOPIC)):
            done = self.found.finished.get(k + 1)
            when = self.time_at.get(done[0]) if done else None
            if self.keys[k] == "," and when is not None:
                # "Toàn tỉnh có 25 dự án, hoàn thành trong năm 2025" only tells
                limits = when.relation in ("BEFORE", "BY") and not when.is_past(self.anchor)
                ends = self.tokens.first_at(when.end) >= self.without_stop(k, end)
                return (
                    Clause(k + 1, end, None, None, rule="topic-verb") if limits and ends else None
                )
            if self.keys[k] != ",":
                return None
        return None

    def by_somebody(self, i: int, end: int) -> Clause | None:
        """Read "Đề án *do Sở Nội vụ* xây dựng", "Việc này *giao cho Văn phòng* theo dõi"."""
        known = i < end and (
            self.keys[i] in self.cues.products
            or i in self.found.deeds
            or self.cues.documents.match(self.tokens, i) is not None
        )
        ends = _ENDS_TOPIC | {"là"}
        harm = i < end and self.cues.harms.match(self.tokens, i) is not None
        for k in range(i + 1, min(end - 2, i + LABEL)) if not harm else ():
            if not known and self.keys[k] != "do":
                continue
            if (by := self.cues.by_whom.match(self.tokens, k)) is not None:
                bearers, after = self.subjects(by[0], end)
                whose = known or (
                    bearers and self.named(bearers[0]) and self._ends_deed(after, end)
                )
                gave = self.keys[after:end] == ["giao"]  # "nhiệm vụ do Chủ tịch tỉnh giao"
                if bearers and self.opener(after, end) and whose and not gave:
                    return Clause(after, end, None, None, bearers, rule="topic-verb")
            if self.keys[k] in ends or k in self.told_at:
                return None
            if not known and self.opener(k, end):
                return None  # "Giá tăng do Bộ A điều chỉnh" tells why
        return None

    def _ends_deed(self, verb: int, end: int) -> bool:
        """Tell whether a verb ends its clause, or only a time or another verb follows."""
        found = self.cues.openers.match(self.tokens, verb)
        if found is None:
            return False
        after = found[0]
        if after in self.time_at:
            return not self.time_at[after].is_past(self.anchor)
        return after >= end or self.keys[after] in _AFTER_DEED

    def deed_forbidden(self, i: int, end: int) -> Clause | None:
        """Read "Việc tiêu hủy tài liệu *bị nghiêm cấm*"."""
        if i not in self.found.deeds:
            return None
        for k in range(max(i + 2, end - _CLOSING), end):
            closing = self.cues.forbidden_closings.match(self.tokens, k)
            if closing is not None and closing[0] == end:
                deed = self.found.deeds[i][0]
                if self.keys[i] != "việc" and not self.opener(deed, k):
                    deed = i  # "Hoạt động trái phép bị cấm"
                return Clause(deed, k, cue_named(closing[1]), (k, end), rule="prohibition")
        return None

    def charged_at(self, i: int, end: int, *, must: bool = False) -> bool:
        """Tell whether somebody starts here who has a verb of his own, or a modal."""
        subjects, after = self.subjects(i, end)
        if must and subjects:
            return self.modal(after, end) is not None
        known = bool(subjects) and (
            subjects[0].mention is not None or subjects[0].first in self.found.quantifiers
        )
        return known and self.opener(after, end)

    def _known_at(self, i: int, end: int) -> bool:
        """Tell whether somebody known starts here, whatever he does."""
        subjects, after = self.subjects(i, end)
        return bool(subjects) and subjects[0].mention is not None and after < end

    def charged_behind(self, i: int, end: int) -> int | None:
        """Return where somebody is charged behind what says who is meant, however long that is.

        "Tổ chức có dữ liệu được lập bằng nguồn vốn ngân sách, *có trách nhiệm* giao nộp …".
        """
        for k in self.cues_in(i + 1, min(end, i + _CHARGED)):
            if self.cue(k, end) is None or self.cues.charging.match(self.tokens, k) is None:
                continue
            named = self.last_mention(i, k + 1)
            if named is not None and self.mentions[named].last > k:
                continue  # "danh sách *người có nghĩa vụ kê khai*"
            within = self.marks_in(i, k)
            marks = [self.keys[m] for m in within]
            commas = [m for m in within if self.keys[m] == ","]
            who, after = self.subjects(commas[-1] + 1, k) if commas else ([], i)
            # "quản lý, sử dụng cán bộ có trách nhiệm …": the comma parts verbs
            other = bool(who) and after == k
            apart = other or "thì" in marks or not _ENDS_TOPIC.isdisjoint(marks)
            # "Phó Chủ tịch *phụ trách* văn hóa, có trách nhiệm …"
            leads = self.keys[k - 1] == "," and any(
                self.cues.supervising.match(self.tokens, j) for j in (i, i + 2)
            )
            apart = apart or (self.keys[k - 1] in ("và", "phải", ",") and not leads)
            return None if apart else k
        return None

    def modal_behind(
        self, verb: int, end: int, relative: bool = False
    ) -> tuple[int, tuple[int, Cue, bool] | None]:
        """Read "đơn vị đóng trong rừng *phải* …": a strict modal behind what says who is meant."""
        stop = min(end, verb + TOPIC)
        stop = next(iter(self.marks_in(verb, stop)), stop)
        if (let := next((k for k in range(verb + 1, stop) if self.may(k, end)), None)) is not None:
            return let, (let + 1, MAY, False)  # "Thành viên có ý kiến khác *được* bảo lưu"
        for k in self.cues_in(verb + 1, self._ends_what_is_meant(verb, end, relative)):
            found = self.cue(k, end)
            if (
                found
                # "có quyền", not "cần"
                and (found[1].strength >= STRICT or found[1].modality == "permission")
                and self.keys[k - 1] not in self.cues.not_before_modal
                and self.keys[k - 1] != "người"  # "sử dụng *người có nghĩa vụ* kê khai"
            ):
                return k, found
        return verb, None

    def _ends_what_is_meant(self, verb: int, end: int, relative: bool) -> int:
        """Return where verbs end that say who is meant: "Người *quản lý, vận hành hồ chứa* | phải …"."""
        stop = min(end, verb + TOPIC)
        for k in self.marks_in(verb, stop):
            # "đóng trong rừng, ven rừng phải …"
            joins = relative or self.opener(k + 1, end)
            if self.keys[k] != "," or not joins:
                return k
        return stop

    def cue_behind(
        self, bearers: list[Phrase], verb: int, end: int
    ) -> tuple[list[Phrase], int, tuple[int, Cue, bool] | None]:
        """Return who must act, where the cue or the verb of theirs stands, and the cue, if any.

        It may stand behind what says who is meant: "Giáo viên *được phân công coi thi* | phải …".
        """
        found = self.cue(verb, end)
        at = verb
        if found is not None and self.keys[verb] == "được":
            must, strict = self.modal_behind(found[0], end)
            at, found = (verb, found) if strict is None else (must, strict)
        meant = any(
            self.cues.relative_verbs.match(self.tokens, k) for k in (bearers[-1].last, verb)
        )  # "Các doanh nghiệp *hoạt động khai thác cát* phải …"
        if found is None and (meant or self.anybody(bearers, verb)):
            at, found = self.modal_behind(verb, end, meant)
        if found is None and (deed := self._behind_remit(bearers[-1], verb, end)) > verb:
            if bearers[-1].mention is None:
                bearers = [*bearers[:-1], bearers[-1]._replace(last=deed)]
            return bearers, deed, None
        if at > verb and bearers[-1].mention is None:
            # "*Người làm công tác bảo tàng* có trách nhiệm …"
            bearers = [*bearers[:-1], bearers[-1]._replace(last=at)]
        if found is None and (charged := self.charged_behind(verb, end)) is not None:
            at, found = charged, self.cue(charged, end)
        return bearers, at, found

    def whereas(self, i: int, end: int) -> bool:
        """Tell a contrast from a condition: "…; *trong khi* các phường phải đẩy nhanh tiến độ"."""
        if self.keys[i : i + 2] != ["trong", "khi"] or next(iter(self.marks_in(i, end)), end) < end:
            return False
        who, verb = self.subjects(i + 2, end)
        return bool(who) and self.modal(verb, end) is not None

    def _behind_remit(self, who: Phrase, verb: int, end: int) -> int:
        """Return the verb behind what a body has power over or whom it has, else ``verb``.

        "Cấp có thẩm quyền *xử lý kỷ luật* | ra quyết định …", "cơ quan có thẩm quyền *quản lý, sử dụng*
        | đề xuất …", "Người đứng đầu đơn vị *sử dụng công chức* | chủ trì …", not "Cơ quan có thẩm
        quyền xử lý nghiêm các hành vi lập hồ sơ giả".
        """
        remit = self.cues.remits.match(self.tokens, verb)
        if self.keys[verb - 2 : verb] == ["thẩm", "quyền"] and remit is not None:
            alone = after = remit[0]
            while after + 1 < end and self.keys[after] in (",", "hoặc", "và"):
                more = self.cues.remits.match(self.tokens, after + 1)
                if more is None:
                    break
                after = more[0]
            stop = next(iter(self.marks_in(after, end)), end)
            for k in range(after, min(stop, after + _REMIT)):
                if k in self.found.quantifiers or self.keys[k] in self.cues.joins_verbs:
                    break
                if self.cues.remit_cases.match(self.tokens, k) is not None:
                    break
                if k == alone and self.cues.remit_papers.match(self.tokens, k) is not None:
                    break
                if self.cues.deciding.match(self.tokens, k) and k not in self.inside:
                    return k
            return verb
        several = who.first in self.found.quantifiers  # "Các đơn vị | quản lý công chức"
        named = verb > 1 and not several
        has = self.cues.over_people.match(self.tokens, verb - 2) if named else None
        people = self.at.get(has[0]) if has is not None else None
        if people is not None and self.mentions[people].type == "GROUP":
            deed = self.mentions[people].last
            return deed if deed == end or self.cues.deciding.match(self.tokens, deed) else verb
        return verb

    def anybody(self, bearers: list[Phrase], verb: int) -> bool:
        """Tell whether a verb says what kind of people is meant: "Người *báo* tin phải …"."""
        if verb in self.found.directing or verb in self.found.coordinating:
            return False
        return all(
            phrase.first not in self.found.quantifiers
            and (phrase.mention is None or self.mentions[phrase.mention].type == "GROUP")
            for phrase in bearers
        )

    def threatens(self, bearers: list[Phrase], verb: int, end: int) -> bool:
        """Tell whether it is said what happens to whoever does it: "Hộ nào lấn hè *sẽ bị* phạt"."""
        whoever = "nào" in self.keys[bearers[0].first : verb] or self.anybody(bearers, verb)
        for k in range(verb, min(end - 1, verb + TOPIC)):
            if (threat := self.cues.threats.match(self.tokens, k)) is not None:
                # "Các cơ sở không niêm yết giá *sẽ bị* phạt", not "Sở rà soát các hộ sẽ bị ngập"
                return whoever or (threat[1] == "sẽ bị" and "không" in self.keys[verb:k])
        return False

    def then(self, i: int, end: int) -> bool:
        """Tell whether *thì* makes a condition of what stands here: "hộ không trả thì coi như …"."""
        return any(self.keys[k] == "thì" for k in self.marks_in(i, min(end, i + TOPIC)))
