"""Orders without a subject: a cue or a verb, perhaps who must act behind it, the action."""

from __future__ import annotations

from dataclasses import dataclass, field

from vndirective.extract.clauses.landmarks import OPEN_QUOTES, STRICT
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.splits import Splits
from vndirective.extract.cues import Cue

__all__ = ["FORBIDS", "LABEL", "MAY", "TOPIC", "WILL", "Clause", "Orders"]

#: "Không cấp phép …" among orders.
FORBIDS = Cue("không", "prohibition", 4)
#: "Học sinh nghèo được xét miễn", among orders.
MAY = Cue("được", "permission", 2)
#: "Xã sẽ trả lời dân", where somebody says so of his office.
WILL = Cue("sẽ", "commitment", 3)
#: How long a topic before a modal or a colon may be, in tokens.
TOPIC = 24
#: How long a topic before a colon may be where the order begins with a small letter, in tokens.
LABEL = 8
#: How many tokens of "chúng tôi xin" may stand before a request or pledge.
_SPEAKER = 5
#: How long a time between a promise and its verb may be, in tokens.
_PROMISE = 12
#: How far before what comes of it a cause may begin, in tokens.
_CAUSE = 60
#: How many tokens the name of a matter takes behind "hai là".
_NAMED = 2


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
    bearers : list of Phrase
        Who must act, said in the clause.
    speaker : int or None
        Mention that asks ("X yêu cầu …").
    condition, exception : tuple of int or None
        Tokens of an adjunct in front, or between who must act and the modal.
    rule : str
    """

    action: int
    end: int
    cue: Cue | None
    cue_span: tuple[int, int] | None
    bearers: list[Phrase] = field(default_factory=list)
    speaker: int | None = None
    condition: tuple[int, int] | None = None
    exception: tuple[int, int] | None = None
    rule: str = ""


class Orders(Splits):
    """Reads what a cue or a bare verb orders."""

    def without_subject(self, i: int, end: int, operative: bool) -> Clause | None:
        if i >= end:
            return None  # the text breaks off: "Lưu ý: -"
        found = self.cue(i, end)
        if found is not None:
            action, cue, performative = found
            if performative:
                clause = self.ordered(i, action, end, cue)
                if clause is None and operative and cue.needs_bearer and self.opener(i, end):
                    # "đề xuất biện pháp …", "phân công rõ nhiệm vụ": what the others must do
                    clause = Clause(i, end, None, None, rule="imperative")
                return clause
            # "*Nên* giảm thuế cho doanh nghiệp" begins a sentence, "nên gặp khó" says what follows
            advises = self.tokens.capitals[i] and self._advises(i, action, end)
            if self.keys[i] == "nên" and self._caused(i):
                return None
            if action < end and (operative or cue.impersonal or cue.addresses or advises):
                return Clause(self.kept(action, cue), end, cue, (i, action), rule="modal")
            return None
        if (asked := self._product_asked(i, end)) is not None:
            return asked
        if operative and (self.opener(i, end) or self.together(i, end)):
            if (led := self._led(i, end)) is not None:
                return led
            named = end - i <= _NAMED and self.keys[i - 1] == "là"  # "Hai là phân cấp."
            if named or self._defines(i, end) or self.keys[end - 1] == "!":
                return None  # "Kỷ cương là sức mạnh!" is a slogan
            then = [k for k in self.marks_in(i, end) if self.keys[k] == "thì"]
            if any(self.cues.threats.match(self.tokens, k + 1) for k in then):
                return None  # "Nộp muộn *thì sẽ bị* trừ điểm"
            if then and self.cues.documents.match(self.tokens, i) is not None:
                return None  # "*Quyết định* đã bị hủy thì cơ quan phải công bố"
            if self._is_how(i, end):
                return None
            return Clause(i, end, None, None, rule="imperative")
        if (nobody := self._nobody(i, end)) is not None:
            return nobody
        if operative and self.keys[i] == "được" and self._deed_allowed(i + 1, end):
            # "Tổ công tác: … được yêu cầu các xã cung cấp hồ sơ"
            return Clause(i + 1, end, MAY, (i, i + 1), rule="permission")
        if operative and self.plain_not(i, end, opens=True):
            return Clause(i + 1, end, FORBIDS, (i, i + 1), rule="prohibition")
        for k in self.cues_in(i + 1, min(end, i + _SPEAKER)):
            # "Chúng tôi đề nghị …", "Phường xin kiến nghị …": who speaks is no actor
            act = self.found.performatives.get(k)
            asks = act is not None and act[1].modality in ("recommendation", "commitment")
            # "Hà Nội yêu cầu nghiên cứu …": a place speaks; "Ông cũng giao Văn phòng …": who was
            # named before does
            quotes = not OPEN_QUOTES.isdisjoint(self.keys[k : k + LABEL + _SPEAKER])
            speaks = self.place(i, k) is not None or (i in self.found.honorifics and not quotes)
            speaks = speaks or i in self.found.first_person
            asking = act is not None and (act[1].form in self.cues.asking or act[1].needs_bearer)
            asks = asks or (asking and speaks)
            noun = self.keys[k - 1] in self.cues.said_words  # "Lời *khuyên* các hộ là …"
            if (
                act is not None
                and asks
                and not noun
                and all(map(str.isalpha, self.keys[i + 1 : k]))
            ):
                clause = self.ordered(k, act[0], end, act[1])
                if clause is not None and act[1].modality == "commitment":
                    clause.bearers = clause.bearers or self.myself((i,))
                return clause
        return None

    def _led(self, i: int, end: int) -> Clause | None:
        """Read "Chỉ đạo *Sở Y tế: bảo đảm thuốc*": whom somebody directs, a colon, what they must do."""
        directs = self.found.directing.get(i) or self.found.directing.get(i + 2)  # "Trực tiếp …"
        if directs is None:
            return None
        whom, after = self.subjects(directs[0], end)
        if not whom:
            return None
        # "… các trạm y tế trên địa bàn xã: …"
        colon = next(iter(self.marks_in(after, min(end - 1, after + LABEL))), end)
        if colon >= end or self.keys[colon] != ":" or not self.opener(colon + 1, end):
            return None
        return Clause(colon + 1, end, None, None, whom, rule="imperative")

    def _of_whichever(
        self, start: int, which: int, end: int, bearers: list[Phrase]
    ) -> Clause | None:
        """Read "yêu cầu *chủ đầu tư nào không đạt* phải kiểm điểm": a condition, and who it holds for."""
        for k in self.cues_in(which + 1, end):
            must = self.modal(k, end)
            if must is not None and must[1].strength >= STRICT and must[0] < end:
                return Clause(
                    self.kept(*must), end, must[1], (k, must[0]), bearers,
                    condition=(start, k), rule="performative-modal",
                )  # fmt: skip
        return None

    def _behind_who_is_meant(self, i: int, end: int) -> int:
        """Return the verb behind what says which of them are meant.

        "các cô giáo *của hệ thống trường* | nỗ lực …", "các đơn vị *quản lý hồ chứa* | vận hành …";
        ``i`` where nothing tells the verb from those that may stand in such words.
        """
        if i >= end:
            return i
        # "các đơn vị liên quan *đến vụ việc* | giải trình …"
        at = i - 2 if self.keys[i - 2 : i] == ["liên", "quan"] else i
        meant = self.cues.which_of_them.match(self.tokens, at) or self.cues.relative_verbs.match(
            self.tokens, i
        )
        if not meant or self.cues.asked_to_have.match(self.tokens, i):
            return i
        stop = next(iter(self.marks_in(i, min(end, i + TOPIC))), min(end, i + TOPIC))
        for k in range(max(i + 2, meant[0]), stop):
            # a verb may belong to where that is: "các cơ sở tại chợ kinh doanh …"
            how = self.cues.adverbs.match(self.tokens, k)
            verb = how[0] if how else k
            if (how or self.cues.urged.match(self.tokens, k)) and self.opener(verb, end):
                return i if self.keys[k - 1] in self.cues.joins_verbs else k
        return i

    def _advises(self, i: int, action: int, end: int) -> bool:
        """Tell "*Nên* giảm thuế" from "*Nên* thu hoạch chậm hơn mọi năm", which tells what follows."""
        if self.keys[i] != "nên" or not self.opener(action, end):
            return False
        stop = next(iter(self.marks_in(action, end)), end)
        behind = self.keys[action : min(stop, action + LABEL)]
        return self.cues.past.isdisjoint(behind) and self.cues.not_advised.isdisjoint(behind)

    def _caused(self, i: int) -> bool:
        """Tell what came of something: "Do ảnh hưởng của không khí lạnh, *nên* toàn tỉnh rét đậm"."""
        opens = max((k for k in range(max(0, i - _CAUSE), i) if self.keys[k] in ".;:"), default=-1)
        return self.keys[i - 1] == "," and self.keys[opens + 1] in self.cues.causes

    def _deed_allowed(self, i: int, end: int) -> bool:
        """Tell whether a deed follows "được": a verb, a benefit, or a request to somebody."""
        act = self.found.performatives.get(i)
        if self.opener(i, end) or self.cues.benefits.match(self.tokens, i) is not None:
            return True
        return act is not None and bool(self.subjects(act[0], end)[0])

    def _nobody(self, i: int, end: int) -> Clause | None:
        """Read "Không *một đơn vị nào được* tự ý thu": whoever is named, none of them may."""
        if self.keys[i] != "không":
            return None
        first = i + 1
        while first < end and self.keys[first] in self.cues.none_of:
            first += 1
        for k in range(first + 1, min(end - 2, first + LABEL)):
            if self.keys[k] == "nào":
                may = k + 1 + (self.keys[k + 1] == "cũng")
                if self.keys[may] != "được":
                    return None
                action = may + 1 + (self.keys[may + 1] == "phép")
                who = [Phrase(first, k, self.at.get(first))]
                return Clause(action, end, FORBIDS, (i, action), who, rule="prohibition")
        return None

    def _product_asked(self, i: int, end: int) -> Clause | None:
        """Read "Báo cáo *đề nghị gửi* về Sở Nội vụ trước ngày …": a product, a request, a delivery."""
        if self.keys[i] not in self.cues.products:
            return None
        for k in self.cues_in(i + 1, min(end, i + _SPEAKER)):
            act = self.found.performatives.get(k)
            if (
                act is not None
                and act[1].form in self.cues.asking
                and self.found.delivery.get(act[0])
            ):
                return self.ordered(k, act[0], end, act[1])
        return None

    def _defines(self, i: int, end: int) -> bool:
        """Tell a statement from an order: "Chữa cháy rừng là trách nhiệm của toàn dân"."""
        if "là" not in self.keys[i + 1 : min(end, i + TOPIC)] or self.found.naming_verbs.get(i):
            return False
        near = min(end, i + LABEL)
        near = next(iter(self.marks_in(i, near)), near)
        # not "Xác nhận đối tượng là hộ nghèo", nor "…, xem đây là khâu đột phá"; but
        # "Nạo vét kênh, tiêu độc chuồng trại là nhiệm vụ trước mắt"
        return any(
            self.keys[k] == "là"
            and self.keys[k - 1] not in self.cues.before_which
            and not self._says_which(i, k)
            and (k < near or self.cues.predicates.match(self.tokens, k + 1) is not None)
            for k in range(i + 1, min(end, i + TOPIC))
        )

    def _says_which(self, i: int, k: int) -> bool:
        """Tell who is meant from what something is: "kết nạp đảng viên *là* đoàn viên công đoàn"."""
        n = self.last_mention(i, k)
        if n is None or self.mentions[n].last != k or self.mentions[n].type != "GROUP":
            return False
        owned = self.keys[self.mentions[n].first - 1] in self.cues.belonging
        return not owned and self.cues.predicates.match(self.tokens, k + 1) is None

    def ordered(self, i: int, action: int, end: int, cue: Cue) -> Clause | None:
        """Read what follows a performative: perhaps who must act, then the action.

        A condition may stand before them: "khuyến cáo: *khi phát hiện cháy*, người dân cần …".
        """
        start = self.skip(action + 1, end) if self.keys[action : action + 1] == [":"] else action
        again = self.found.performatives.get(start) if start > action else None
        if again is not None and again[1].form in self.cues.asking:
            # "Cử tri kiến nghị: *Đề nghị huyện* sửa đường"
            return self._ordered(start, again[0], end, again[1])
        if start > action and start in self.found.adjuncts:
            after = self.after_adjunct(start, end, True)
            clause = self._ordered(i, after, end, cue) if after is not None else None
            if clause is not None and after is not None:
                if self.found.conditions.get(start):
                    clause.condition = (start, after - 1)
                return clause
        return self._ordered(i, action, end, cue)

    def _ordered(self, i: int, action: int, end: int, cue: Cue) -> Clause | None:
        if cue.modality == "prohibition":
            if action >= end:
                return None
            if self.keys[action] == "và" and self.opener(action + 1, end):
                # "Nghiêm cấm *và xử lý nghiêm* hành vi đốt rừng": what is to be done about it
                return Clause(action + 1, end, None, None, rule="imperative")
            let = cue.form in self.cues.letting
            bearers, after = ([], action) if let else self.subjects(action, end)
            if bearers and after < end and self.keys[after] in self.cues.belonging:
                where, behind = self.subjects(after + 1, end)
                after = behind if where else after  # "cán bộ *ở các cơ quan* uống rượu"
            if bearers and self._deed(after, end):
                # "Nghiêm cấm các hộ đốt rác"
                return Clause(after, end, cue, (i, action), bearers, rule="prohibition")
            acts = self.after_acts(action, end)
            if acts is not None:
                return Clause(acts, end, cue, (i, action), bearers, rule="acts")
            # "Nghiêm cấm *việc* lấn chiếm …"
            named = self.keys[action] == "việc" and action + 1 < end and cue.keep is None
            deed = action + named
            return Clause(self.kept(deed, cue), end, cue, (i, action), rule="prohibition")
        start = action
        if action < end and self.keys[action] in (",", ":"):
            start = self.skip(action + 1, end)  # "Kiến nghị: 1) Sở Y tế …"
        if cue.modality == "commitment" and (will := self.will(action, end)) is not None:
            return Clause(will, end, cue, (i, action), rule="performative")
        if cue.modality == "recommendation":
            whom = self.whom(start, end)
            # "Đề xuất với tỉnh: …"; who is charged to propose something does that
            behind = self.subjects(whom, end)[1]
            start = start if cue.needs_bearer and self.keys[behind : behind + 1] != [":"] else whom
        start = self._before_whom(start, end)
        start += self._counts(start, end)
        bearers, after = self.subjects(start, end)
        if not bearers and self.news and (place := self._place_asked(start, end)) is not None:
            bearers, after = [place], place.last
        if self.keys[after : after + 1] == ["và"] and (
            also := self.found.performatives.get(after + 1)
        ):
            # "yêu cầu các cơ quan *và khuyến khích các hộ* treo cờ": one deed for all of them
            others, behind = self.subjects(also[0], end)
            if bearers and others:
                bearers, after = [*bearers, *others], behind
        if not bearers:
            if cue.modality == "obligation" and self.plain_not(start, end, opens=True):
                # "Yêu cầu không làm khó doanh nghiệp"
                return Clause(start + 1, end, FORBIDS, (start, start + 1), rule="prohibition")
            if cue.strength == 1 and self.keys[start : start + 1] == ["việc"]:
                # "Khuyến khích *việc* tái sử dụng nước"
                return Clause(start + 1, end, cue, (i, action), rule="performative")
            # "Về phía các xã, Thủ tướng *giao rà soát* …": who must was said before
            asked = self.news and cue.form in self.cues.asking and self.opener(start, end)
            if (cue.needs_bearer and not asked) or action >= end:
                return None
            if not self._plausible_action(start, end, cue):
                return None
            must = self.modal(start, end)
            if must is not None and must[0] < end and cue.modality != "permission":
                # "đề nghị *cần* tập trung giải ngân"
                return Clause(
                    self.kept(*must), end, must[1], (start, must[0]),
                    rule="performative-modal",
                )  # fmt: skip
            return Clause(start, end, cue, (i, action), rule="performative")
        if cue.modality == "obligation" and (ban := self.ban_behind(after, end)) is not None:
            # "Yêu cầu các thôn không đốt rơm"
            return self.banned(ban, end, bearers)
        if self.keys[after : after + 1] == ["nào"]:
            return self._of_whichever(start, after, end, bearers)
        if cue.needs_bearer and bearers[0].mention is None and self.keys[start] == "người":
            return None  # "Sở Nội vụ: *phân công người trực ban*" is what the department must do
        verb = self._modal_of(after, end) or self.verb(after, end, True)
        if verb is None:
            if bearers[0].mention is None and self.keys[after : after + 1] != ["không"]:
                return None
            verb = self.skip(after + 1, end) if self.keys[after : after + 1] == [":"] else after
            verb += self.keys[after : after + 1] == [","]
            if verb >= end:
                return None
        verb = self._behind_who_is_meant(verb, end)
        when: tuple[int, int] | None = None
        if after < verb and self.found.conditions.get(after):
            when = after, verb - (self.keys[verb - 1] == "đều")
        inner = self.cue(verb, end)
        if inner is not None and inner[2] and inner[1].modality != "prohibition":
            inner = None
        if inner is not None and inner[1].addresses:
            # "đề nghị mỗi thầy cô *hãy* dành thời gian …" asks once
            deed = self.kept(*inner[:2])  # "yêu cầu bà con *không nên ra đồng*"
            return Clause(deed, end, cue, (i, action), bearers, rule="performative")
        if inner is not None and cue.modality != "permission":
            # "đề nghị X phải …" is an obligation (guide, hard points)
            return Clause(
                self.kept(*inner[:2]), end, inner[1], (verb, inner[0]), bearers,
                condition=when, rule="performative-modal",
            )  # fmt: skip
        # "Cho phép các xã *được* giữ lại phần tăng thu"
        verb += cue.modality == "permission" and self.keys[verb : verb + 1] == ["được"]
        return Clause(verb, end, cue, (i, action), bearers, rule="performative")

    def banned(self, ban: int, end: int, bearers: list[Phrase]) -> Clause:
        """Read what somebody must not do, behind the "không" at token ``ban``."""
        return Clause(ban + 1, end, FORBIDS, (ban, ban + 1), bearers, rule="prohibition")

    def _place_asked(self, i: int, end: int) -> Phrase | None:
        """Return a place that is asked: "đề nghị *Tây Ninh* tiếp tục tập trung …"."""
        last = i
        while last < end and self.tokens.capitals[last] and self.keys[last].isalpha():
            last += 1
        return self.place(i, last) if last > i and self.opener(last, end) else None

    def _before_whom(self, i: int, end: int) -> int:
        """Return where those who are asked begin behind when or in what way: "đề nghị, *thời gian tới*, các sở …"."""
        if (opening := self.opening_time(i, end)) is not None:
            return self.skip(opening[1], end)
        if i in self.found.adjuncts and self.keys[i - 1] == ",":
            # "yêu cầu, *trên tinh thần tiết kiệm*, cần tiếp tục …"
            after = self.after_adjunct(i, end, True)
            return i if after is None else self.skip(after, end)
        behind = self.skip(i, end)
        if behind > i and self._asked_at(behind, end):
            return behind  # "yêu cầu *trước mắt* các xã …"
        k = i
        while k < end and k not in self.time_at and self.keys[k] in self.cues.before_time:
            k += 1
        if k < end and (when := self.time_at.get(k)) is not None:
            behind = self.tokens.first_at(when.end)
            # "yêu cầu *thời gian tới* ngành kiểm sát tập trung …"
            return behind if self.subjects(behind, end)[0] else i
        after = self.after_adjunct(i, end, True) if i in self.found.adjuncts else None
        if after is not None and self._asked_at(after, end):
            return after  # "yêu cầu *ngay sau hội nghị*, các xã …"
        return i

    def _asked_at(self, i: int, end: int) -> bool:
        """Tell whether somebody is named who has a verb right behind."""
        who, verb = self.subjects(i, end)
        return bool(who) and (self.opener(verb, end) or self.cue(verb, end) is not None)

    def _is_how(self, i: int, end: int) -> bool:
        """Tell how something is to be done from an order: "*Nghỉ học phải* có lý do".

        So "*Đánh giá, phân loại phải* sát thực tế", not "Rà soát những việc phải làm".
        """
        deed = self.cues.openers.match(self.tokens, i)
        if deed is None:
            return False
        must = self.modal(deed[0], end)
        if must is not None and must[1].strength >= STRICT:
            return True
        for k in self.cues_in(deed[0], min(end, i + LABEL)):
            if self.keys[k] != "phải" or self.modal(k, end) is None:
                continue
            marks = [m for m in self.marks_in(i, k) if not self.opener(m + 1, end)]
            named = any(j in self.at or j in self.found.quantifiers for j in range(i, k))
            return not marks and not named and self.keys[k - 1] not in self.cues.not_before_modal
        return False

    def _counts(self, i: int, end: int) -> bool:
        """Tell whether a number says how many are asked: "yêu cầu *hai công ty* …", "… *4 bộ* …"."""
        number = i + 1 < end and (self.keys[i].isdigit() or self.keys[i] in self.cues.numerals)
        return number and (i + 1 in self.at or self.bearing(i + 1))

    def _modal_of(self, i: int, end: int) -> int | None:
        """Return the modal behind what says who is asked: "các địa phương | đang có dịch *phải* …"."""
        if i >= end:
            return None
        where = self.keys[i] in self.cues.where
        meant = where or self.keys[i] in self.cues.of_somebody
        meant = meant or self.cues.relative_verbs.match(self.tokens, i) is not None
        stop = min(end, i + TOPIC)
        for k in self.cues_in(i + 1, next(iter(self.marks_in(i, stop)), stop)):
            found = self.cue(k, end)
            if found is None or any(j in self.by_name for j in range(i, k)):
                continue
            if where and any(j in self.found.directing for j in range(i, k)):
                return None  # "yêu cầu các sở trong tháng 4 *chỉ đạo* các xã phải …"
            if found[1].addresses or (meant and not found[2] and found[1].strength >= STRICT):
                return k
        return None

    def will(self, i: int, end: int) -> int | None:
        """Return what is promised, behind a time or to whom: "xin hứa mỗi tháng sẽ *tiếp dân*"."""
        if not self.promised_when(i, end):
            return None
        stop = min(end - 1, i + _PROMISE)
        for k in range(i + 1, next(iter(self.marks_in(i, stop)), stop)):
            if self.keys[k] == "sẽ" and self.opener(k + 1, end):
                return k + 1
        return None

    def _deed(self, i: int, end: int) -> bool:
        """Tell whether what follows somebody forbidden is what he must not do."""
        if i >= end or not self.keys[i].isalpha() or self.tokens.capitals[i]:
            return False
        return self.keys[i] not in self.cues.after_somebody

    def _plausible_action(self, i: int, end: int, cue: Cue) -> bool:
        """A performative without somebody after it must govern a verb, not a noun."""
        if i >= end:
            return False
        if cue.modality in ("commitment", "permission"):
            # not "nhắc lại cam kết năm 2023", "hứa với bà con, …"
            return i not in self.time_at and self.keys[i] not in ("với", "trước")
        if cue.strength == 1 and i not in self.found.quantifiers:
            return True  # "Khuyến khích liên doanh", not "khuyến khích các dự án …"
        if self.keys[i - 1] == "," and self.found.performatives.get(i):
            return False  # "các kiến nghị, đề xuất nêu trong báo cáo"
        return self.opener(i, end) or self.cue(i, end) is not None

    def kept(self, action: int, cue: Cue) -> int:
        """Return where the action starts: "chịu trách nhiệm" is cue and verb in one."""
        if cue.keep is None:
            # "có trách nhiệm: tự kiểm tra …", "có nhiệm vụ *và* chủ động kiểm tra …"
            return action + (self.keys[action : action + 1] in ([":"], ["và"]))
        return action - len(cue.keep.split())
