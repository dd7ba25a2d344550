"""The verb of who must act: behind times, asides and conditions that part it from its subject.

"Sở Nội vụ, theo chức năng, trong tháng 4 | *phải* …", "Các hộ đã vi phạm *cần* tháo dỡ …".
"""

from __future__ import annotations

from collections.abc import Iterator

from vndirective.extract.clauses.landmarks import PUNCTUATION, STRICT
from vndirective.extract.clauses.phrases import DASHES, Phrase, Phrases
from vndirective.extract.times.find import Expression

__all__ = ["REACH", "Verbs"]

#: How far from its subject a verb may stand, in tokens ("theo chức năng, nhiệm vụ được giao").
REACH = 30
#: How many words may go on about the subject before its verb.
_MODIFIERS = 4
#: How long the words may be that say what somebody lacks or is in charge of, in tokens.
_CHARGE = 12
#: How long where or when somebody must not act may be, in tokens.
_WHERE = 8
#: How many words may stand before a time that opens a clause: "chậm nhất là đến hết …".
_BEFORE_TIME = 6
#: From what length on brackets at the end of a clause are an aside, in tokens.
_ASIDE = 14
#: How many times may stand one behind another before a clause; `Reader.read` takes no more.
_OPENINGS = 4


class Verbs(Phrases):
    """Finds the verbs of subjects in one document."""

    def verb(self, i: int, end: int, operative: bool) -> int | None:
        """Return the token of the cue or verb that belongs to a subject ending before ``i``."""
        while i < end and self.keys[i] in self.cues.before_cue and self.cue(i + 1, end):
            i += 1
        own = self.found.first_person.get(i)
        if own is not None and self.cue(own[0], end):
            i = own[0]  # "Gia đình tôi cam kết …"
        if i < end and self.keys[i] in self.cues.just_now and self.found.performatives.get(i + 1):
            i += 1  # "Doanh nghiệp *đang* mong tỉnh sớm …", "Bộ Y tế *vừa* yêu cầu …"
        if i < end and self.keys[i] == "đều":
            if self.news:
                return None  # "Các trường đều thực hiện kiểm định" says what is
            i += 1
        if i >= end or i in self.found.negated or i in self.found.telling:
            return None  # "không phải nộp" frees somebody, "nhận được phản ánh" tells something
        i = self._past_asides(i, end)
        if i >= end:
            return None
        if self.keys[i] in self.cues.past and self.cue(i, end) is None and not self.opener(i, end):
            return None
        if self.keys[i : i + 2] == ["căn", "cứ"] and operative and self._for_which(i, end):
            return i  # "Các trường *căn cứ tình hình để quyết định* …"
        if self._to_act(i, end, operative):
            # a capital goes on with the name: "Ban | Quản lý dự án"
            named = self.tokens.capitals[i] and self.keys[i - 1] not in PUNCTUATION
            named = named and not self._strict_in_capitals(i, end)
            return None if named and not self._begins_behind(i) else i
        after = self._behind_where(i, end) if operative else None
        if after is None and operative:
            after = self._after_modifiers(i, end)
        return after if after is not None else self._after_comma(i, end, operative)

    def such_as(self, who: list[Phrase], i: int, end: int) -> tuple[list[Phrase], int]:
        """Take those named for several: "các đơn vị như *Cổng thông tin, Báo X*, | cần …"."""
        if i + 1 >= end or self.keys[i] != "như":
            return who, i
        named, after = self.subjects(i + 1, end)
        after += self.keys[after : after + 1] == [","]
        acts = bool(named) and after < end and self._to_act(after, end, True)
        return (named, after) if acts else (who, i)

    def _behind_where(self, i: int, end: int) -> int | None:
        """Return the verb behind where people are: "Nhà giáo *công tác ở phòng, trung tâm* | lập sổ"."""
        what = self.cues.relative_verbs.match(self.tokens, i)
        if what is None or what[0] >= end or self.keys[what[0]] not in self.cues.whereabouts:
            return None
        for k in range(what[0] + 2, min(end, what[0] + REACH)):
            if self.keys[k] in ";:(" or self.modal(k, end):
                return None
            if self.keys[k - 1] != "," and self.opener(k, end):
                return k
        return None

    def _to_act(self, k: int, end: int, operative: bool) -> bool:
        """Tell whether a cue stands at token ``k``, or a verb where verbs alone are orders."""
        return self.cue(k, end) is not None or (operative and bool(self.opener(k, end)))

    def _for_which(self, i: int, end: int) -> bool:
        """Tell whether it is said what somebody must do on a basis, with no mark before it.

        "… căn cứ quy định để thực hiện" is what letters say that say nothing.
        """
        stop = next((k for k in self.marks_in(i, end) if self.keys[k] != "và"), end)
        ends = (k + 1 for k in range(i + 3, stop) if self.keys[k] == "để")
        return any(self.opener(k, end) and k not in self.found.carrying_out for k in ends)

    def _past_asides(self, i: int, end: int) -> int:
        """Return the token behind what may stand between a subject and its verb."""
        i = self._after_dashes(self._after_above_all(i, end), end)
        partners = self.found.coordinating.get(i)
        if partners is not None and partners[1].startswith("cùng"):
            # "Phòng A cùng với Viện B | cần sửa …"
            others, after = self.subjects(partners[0], end)
            i = after if others and self.modal(after, end) else i
        # "Sở Nội vụ trong tháng 4 phải …", "Các xã, định kỳ hằng tháng, báo cáo …"
        when = i + (self.keys[i : i + 1] == [","])
        if (opening := self.opening_time(when, end)) is not None:
            i = opening[1]
        return self._after_when(self._after_aside(i, end), end) if i < end else i

    def _after_modifiers(self, i: int, end: int) -> int | None:
        """Return the verb behind words about the subject: "Bộ đội Biên phòng | tỉnh | kêu gọi …"."""
        for k in range(i + 1, min(end, i + _MODIFIERS)):
            word = self.keys[k - 1]
            # "Bộ đội Biên phòng *trước* mùa mưa", not "người lái xe phía *trước*"
            opens = self.found.adjuncts.get(k - 1) and self.keys[k - 2] != "phía"
            if not word.isalpha() or k - 1 in self.told_at or opens:
                return None
            if word == "không" and self.keys[k] != "chỉ":
                return None
            if self.modal(k, end) or (self.opener(k, end) and not self.tokens.capitals[k]):
                return k  # no part of a name: "quê ở Quỳnh Lưu"
        return None

    def _after_comma(self, i: int, end: int, operative: bool) -> int | None:
        """Return the verb behind an aside: "Sở Y tế, với vai trò là đầu mối của cụm, *rà soát* …"."""
        if self.keys[i] not in (",", ":", "(") and i not in self.found.adjuncts:
            return None
        conditional = i in self.found.conditions
        if conditional and (then := self._after_then(i, end)) is not None:
            return then
        if conditional and (strict := self.strict_behind(i + 1, end, acts=True)) is not None:
            return (
                strict  # "Trưởng phòng khi được giao chủ trì việc của phòng khác *phải* hỏi ý kiến"
            )
        at = i + (self.keys[i] == ",")
        in_office = self.cues.in_office.match(self.tokens, at) is not None
        for k in range(i + 1, min(end, i + REACH)):
            # "ngoài việc giữ rừng còn *phải* phát dọn …", "nếu dạy thêm thì *phải* báo cáo"
            besides = self.keys[k - 1] in ("còn", "thì")
            must = self.modal(k, end) if conditional or besides else None
            if must and must[1].strength >= STRICT:
                return k  # "các hộ khi dùng hè phố *phải* …"
            if self.keys[k - 1] not in self.cues.before_verb:
                continue
            if self._to_act(k, end, operative):
                return k
            if k in self.at and not in_office:
                return None
        return None

    def _after_then(self, i: int, end: int) -> int | None:
        """Return the verb behind a condition with commas: "cán bộ nếu được bầu, tuyển lại *thì phải* …"."""
        then = next((k + 1 for k in self.marks_in(i, end) if self.keys[k] == "thì"), end)
        return then if then < end and self._to_act(then, end, True) else None

    def _after_when(self, i: int, end: int) -> int:
        """Return the verb behind a condition between commas: "Công an tỉnh, khi có tin, *xác minh* …"."""
        if i + 1 >= end or self.keys[i] != "," or i + 1 not in self.found.conditions:
            return i
        commas = (k + 1 for k in self.marks_in(i + 1, end) if self.keys[k] == ",")
        return next((k for k in commas if self.opener(k, end) or self.cue(k, end)), i)

    def _after_aside(self, i: int, end: int) -> int:
        """Return the verb behind what a subject has, has not done yet, or is in charge of.

        "Hộ có nhu cầu *đăng ký* …", "Các hộ đã vi phạm *phải* tháo dỡ …", "Các đơn vị chưa có báo cáo *khẩn trương gửi* …", "Các Phó Chủ
        tịch theo lĩnh vực được phân công *đôn đốc* …"; ``i`` where nothing of the kind stands there.
        """
        having = self.cues.having.match(self.tokens, i)
        if having is not None:
            stop = min(end, i + _CHARGE)
            stop = next(iter(self.marks_in(i, stop)), stop)
            return next((k for k in range(having[0], stop) if self.opener(k, end)), i)
        if self.keys[i] == "đã":
            return self._must_after_deed(i, end)
        if (cited := self._after_cited(i, end)) is not None:
            return cited
        # "UBND các xã có vườn mẫu *thường xuyên* cập nhật …"
        lacks = self.keys[i] in ("chưa", "có") and self.cue(i, end) is None
        # not "UBND tỉnh *có công điện* gửi các xã yêu cầu chủ động …"
        lacks = lacks and not self.cues.documents.match(self.tokens, i + 1)
        if not (lacks or self.keys[i] == "theo"):
            return i
        for k in range(i + 2, min(end, i + (REACH if lacks else _CHARGE))):
            if self.keys[k] in (PUNCTUATION - {","} if lacks else PUNCTUATION):
                break
            leads = (self.cues.adverbs if lacks else self.cues.charged).match(self.tokens, k)
            if leads is not None and self.opener(leads[0], end):
                return k if lacks else leads[0]
            urged = lacks and self.keys[k - 1] != "," and self.cues.urged.match(self.tokens, k)
            if urged and self.opener(k, end) and not self.cues.asked_to_have.match(self.tokens, i):
                return k  # "Các xã có tổ chức lễ hội *xây dựng kế hoạch* …"
        return i

    def _after_cited(self, i: int, end: int) -> int | None:
        """Return the verb behind the document that somebody acts on.

        "Ban kiểm tra theo Quyết định số 973/QĐ-ĐHV ngày 19/8/2016 | *theo dõi* việc giảng dạy"
        """
        if self.keys[i] not in ("theo", "căn") or i + 1 in self.at:
            return None
        stop = min(end, i + _CHARGE)
        number = next((k for k in range(i + 1, stop) if self.keys[k] == "số"), end)
        if number + 1 >= end or not self.keys[number + 1].isdigit():
            return None
        k = self.after_number_of(number, end)
        if k + 1 < end and self.keys[k] == "của" and (issuer := self.at.get(k + 1)) is not None:
            k = self.mentions[issuer].last
        k += k < end and self.keys[k] == ","
        return k if k < end and self._to_act(k, end, True) else None

    def after_number_of(self, i: int, end: int) -> int:
        """Return the token after the number of a document and its day: "số | 97/QĐ-UBND ngày 5/3"."""
        k, tokens = i + 2, self.tokens
        while k < end and tokens.starts[k] == tokens.ends[k - 1] and self.keys[k] != ",":
            k += 1
        when = self.time_at.get(k)
        return tokens.first_at(when.end) if when is not None else k

    def _must_after_deed(self, i: int, end: int) -> int:
        """Return the strict modal behind what some have done, if it is theirs, else ``i``.

        Not in "Huyện đã chỉ đạo các xã phải …", "Các thôn đã thu đủ số tiền phải nộp".
        """
        if i + 1 in self.found.directing or i + 1 in self.found.saying:
            return i
        stop = min(end, i + _CHARGE)
        stop = next(iter(self.marks_in(i, stop)), stop)
        for k in self.cues_in(i + 2, stop):
            must = self.modal(k, end)
            # "đã được cấp giấy chứng nhận đất ở cần chuyển đổi" says of what
            loose = self.keys[i + 1] != "được"
            if must is not None and (loose or must[1].strength >= STRICT):
                others = self.last_mention(i, k)
                frees = self.keys[k - 1] in ("chưa", "không", *self.cues.amounts)
                return i if frees or others is not None else k
        return i

    def _after_above_all(self, i: int, end: int) -> int:
        """Return the token after ", đặc biệt là các thôn ven sông", which only stresses a part.

        So after ", nhất là các xã: Bắc Sơn, Nam Sơn".
        """
        above_all = self.cues.above_all.match(self.tokens, i + 1) if self.keys[i] == "," else None
        if above_all is None or above_all[0] >= end:
            return i
        after = above_all[0]
        while (stressed := self.phrase(after, end, True)) is not None and stressed.last < end:
            if self.keys[stressed.last] == ":":
                named = range(stressed.last + 1, min(end, stressed.last + REACH))
                return next(
                    (
                        k
                        for k in named
                        if self.keys[k].isalpha()
                        and not self.tokens.capitals[k]
                        and self.keys[k] != "và"
                    ),
                    i,
                )
            if self.keys[stressed.last] != ",":
                return stressed.last
            after = stressed.last + 1
        return i

    def _after_dashes(self, i: int, end: int) -> int:
        """Return the token after an aside between dashes: "Sở A – theo chức năng – thẩm định …"."""
        if self.keys[i] not in DASHES:
            return i
        closing = (k for k in range(i + 1, min(end - 1, i + REACH)) if self.keys[k] in DASHES)
        return next(closing, i - 1) + 1

    def _begins_behind(self, i: int) -> bool:
        """Tell an order with a capital right behind who must act: "Chủ tịch UBND các xã | Tập trung …"."""
        verb = self.cues.openers.match(self.tokens, i)
        whole = verb is not None and verb[0] > i + 1 and not self.tokens.capitals[i + 1]
        before = self.last_mention(0, i) if whole else None
        return before is not None and self.mentions[before].last == i

    def _strict_in_capitals(self, i: int, end: int) -> bool:
        """Tell a modal in a line of capitals from a name: "SỞ Y TẾ | PHẢI BÁO CÁO", "CẦN GIỜ"."""
        modal = self.modal(i, end) if self.all_capitals(i) else None
        return modal is not None and modal[1].strength >= STRICT

    def ends_verb(self, k: int, *, embedded: bool) -> bool:
        """Tell whether a verb ends right before token ``k``, ``embedded`` or not.

        One of two syllables; where it is asked for, one will do: "có *yêu cầu sửa*, bổ sung …".
        """
        if embedded and self.keys[k - 3] not in self.cues.before_doers:
            return False
        if self.keys[k - 3 : k - 1] == ["yêu", "cầu"] and self.opener(k - 1, k):
            return True
        found = self.cues.openers.match(self.tokens, k - 2)
        return found is not None and found[0] == k

    def without_stop(self, i: int, end: int) -> int:
        """Leave out final punctuation."""
        while end > i and self.keys[end - 1] in '.;,:/…”"*':
            end -= 1
        return end

    def before_aside(self, i: int, end: int) -> int:
        """Return where a long aside in brackets begins that ends a clause, else its end.

        What says by when is none: "(trong thời hạn 05 ngày làm việc kể từ ngày …)".
        """
        if end <= i or self.keys[end - 1] != ")":
            return end
        depth = 0
        for k in range(end - 1, i, -1):
            depth += (self.keys[k] == ")") - (self.keys[k] == "(")
            if depth == 0:
                at = self._leads_to_time(k + 1, end)
                when = self.time_at[at] if at is not None else None
                limits = when and (when.type == "DURATION" or when.ends_after(self.anchor))
                return k if end - k > _ASIDE and not limits else end
        return end

    def opening_time(
        self, i: int, end: int, more: int = _OPENINGS
    ) -> tuple[Expression, int] | None:
        """Return a time that opens a clause, and where it goes on.

        Behind a comma in "Đến ngày 30/4, | rà soát …", at the verb in "Hằng quý | báo cáo …".
        """
        k = self._leads_to_time(i, end)
        if k is None:
            return None
        when = self.time_at[k]
        after = self.tokens.first_at(when.end)
        if self.keys[after : after + 1] == ["("]:
            # "Hằng tháng (trước ngày 20), báo cáo …"
            after = next((k + 1 for k in range(after, end) if self.keys[k] == ")"), after)
        after = self._past_event(when, after, end)
        if more > 0 and self.keys[after : after + 1] == ["và"]:
            # "Trước ngày 20/6 và trước ngày 20/12 hằng năm, …"
            second = self.opening_time(after + 1, end, more - 1)
            if second is not None:
                return when, second[1]
        # "Từ 01/6 đến 31/7: các chi đoàn …", but days of a report are over
        labels = after + 1 < end and self.keys[after] == ":" and when.ends_after(self.anchor)
        if labels or (after < end and self.keys[after] == ","):
            return when, after + 1
        # "Năm 2020 tổ chức 12 lớp" looks back
        placed = k > i or when.type in ("SET", "URGENCY") or when.ends_after(self.anchor)
        verb = self.subjects(after, end)[1]
        goes_on = placed and (
            self.opener(verb, end)  # "Hằng tháng *Bí thư Đảng ủy* tiếp dân …"
            or (verb > after and self.modal(verb, end) is not None)
            or self.cue(after, end) is not None
            or (more > 0 and self.opening_time(after, end, more - 1) is not None)
        )
        return (when, after) if goes_on else None

    def _leads_to_time(self, i: int, end: int) -> int | None:
        """Return the token of a time that stands at ``i`` or behind words that lead to it."""
        for k in range(i, min(end, i + _BEFORE_TIME + 1)):
            if k in self.time_at:
                return k
            inside = k > i and self.keys[k] in self.cues.inside_before_time
            if self.keys[k] not in self.cues.before_time and not inside:
                return None
        return None

    def around_times(self, i: int, end: int) -> Iterator[int]:
        """Yield the tokens that are no part of a time: "Hồ sơ | chậm nhất là ngày 15/4 | phải …"."""
        while i < end:
            at = self._leads_to_time(i, end) if self.keys[i] in self.cues.before_time else None
            if at is None:
                yield i
                i += 1
                continue
            when = self.time_at[at]
            i = self._past_event(when, self.tokens.first_at(when.end), end)

    def _past_event(self, when: Expression, i: int, end: int) -> int:
        """Return the comma behind what a period is counted from, which starts at token ``i``, else ``i``.

        "Sáu tháng sau ngày ban hành | , tổ chức …", "Năm ngày kể từ ngày nhận hồ sơ, tài liệu | , Sở A trả …";
        without a comma, where a modal tells who goes on: "… kể từ ngày nhận hồ sơ | Sở A phải trả …".
        """
        if when.type != "DURATION" or self.cues.counted_from.match(self.tokens, i) is None:
            return i
        stop = min(end, i + REACH)
        commas = [k for k in self.marks_in(i, stop) if self.keys[k] == ","]
        if not commas:
            return self._charged_from(i, stop)
        for k in commas:
            # not "kể từ ngày nhận báo cáo đã được chỉnh sửa | , bổ sung, hiệu trưởng phải …"
            orders = self.opener(k + 1, end) and not self.ends_verb(k, embedded=True)
            if orders or self.acts_at(k + 1, end):
                return k
        return commas[0] if self.last_mention(i, commas[0]) is None else i

    def _charged_from(self, i: int, end: int) -> int:
        """Return where who must act begins, or the modal itself, behind an event at token ``i``, else ``i``."""
        must = next((k for k in self.cues_in(i + 2, end) if self.modal(k, end) is not None), None)
        if must is None:
            return i
        who = self.last_mention(i + 2, must)
        named = who is not None and self.mentions[who].last == must
        return self.mentions[who].first if named and who is not None else must

    def plain_not(self, i: int, end: int, *, opens: bool = False) -> bool:
        """Tell whether "không" at token ``i`` forbids: no longer cue, not "không có", "không ai".

        ``opens`` says that it opens an item or what is asked, where fewer words tell a state.
        """
        return (
            i + 1 < end
            and self.keys[i] == "không"
            and i not in self.found.negated
            and self.cue(i, end) is None
            and self.keys[i + 1].isalpha()
            and self.keys[i + 1] not in self.cues.not_forbidden
            and (opens or self.keys[i + 1] not in self.cues.not_forbidden_in_prose)
            and not self._not_able(i)
        )

    def ban_behind(self, i: int, end: int) -> int | None:
        """Return the "không" that forbids: "cán bộ | (trong giờ làm việc) *không* uống rượu"."""
        if i < end and self.keys[i] in self.cues.where and i not in self.found.conditions:
            mark = next(iter(self.marks_in(i, end)), end)
            ban = next(
                (k for k in range(i + 2, min(mark, i + _WHERE)) if self.keys[k] == "không"), i
            )
            # "các hộ ở vùng ngập *không* di dời kịp *phải* …" says which
            i = i if any(self.modal(k, end) for k in self.cues_in(ban + 1, mark)) else ban
        return i if self.plain_not(i, end) else None

    def _not_able(self, i: int) -> bool:
        """Tell what somebody may fail to do: "*Không làm được bài*, thí sinh phải nộp giấy"."""
        deed = self.cues.openers.match(self.tokens, i + 1)
        return deed is not None and self.keys[deed[0] : deed[0] + 1] == ["được"]

    def verb_again(self, i: int, k: int, j: int) -> bool:
        """Tell whether the verb at token ``j`` stood before: "chuyển lớp, *chuyển* trường"."""
        verb = self.cues.openers.match(self.tokens, j)
        return verb is not None and any(
            self.keys[p : p + verb[0] - j] == self.keys[j : verb[0]]
            and (before := self.cues.openers.match(self.tokens, p)) is not None
            and before[0] - p == verb[0] - j
            for p in range(i, k)
        )

    def acts_at(self, i: int, end: int) -> bool:
        """Tell whether somebody with a verb of his own starts at token ``i``."""
        subjects, last = self.subjects(i, end)
        return bool(subjects) and self.verb(last, end, True) is not None
