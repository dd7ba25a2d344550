"""Openings of clauses: what stands in front of the subject and the verb.

"Báo cáo tháng: | Trong quý II, | nếu đủ điều kiện, | Sở Nội vụ, theo chức năng, | *phải* …": a label, a time,
a condition, a subject and what goes on about it.
"""

from __future__ import annotations

from itertools import pairwise

from vndirective.extract.clauses.landmarks import CLOSE_QUOTES, OPEN_QUOTES, PUNCTUATION, STRICT
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.verbs import REACH, Verbs

__all__ = ["Openings"]

_OPEN, _CLOSE = frozenset("(“«"), frozenset(")”»")
#: How far behind a condition a request without a comma may stand, in tokens.
_NEAR = 24
#: How many tokens a place takes before its modal, at most.
_NEAR_PLACE = 6
#: Within how many tokens it is said that a decision has effect.
_DECISION = 14
#: How long a label before a subject may be, in tokens.
_LABEL = 9
#: Within how many tokens a report says who publishes it.
_PUBLISHER = 6
#: How far before a request the number of the document that asks may begin, in tokens.
_NUMBER = 14
#: How long an adjunct in front of the subject may be, in tokens.
_ADJUNCT = 90


class Openings(Verbs):
    """Reads what stands before the verbs of one document."""

    def is_formula(self, i: int) -> bool:
        """Tell whether what starts at token ``i`` is polite or defines a word, and asks nothing."""
        if self.keys[i - 2 : i] == ["trân", "trọng"]:
            return True
        keys = self.keys[i : i + 8]
        if keys[:2] == ["quyết", "định"]:
            said = self.keys[i : i + _DECISION]
            if ("hiệu", "lực") in pairwise(said):
                return True  # "Quyết định xử lý kỷ luật có hiệu lực 12 tháng"
        # "Hoàn thành tốt: Là những …" defines a word
        defines = ":" in keys and keys[keys.index(":") + 1 :][:1] == ["là"]
        return defines or self._judges(i) or " ".join(keys).startswith(self.cues.formulas)

    def _judges(self, i: int) -> bool:
        """Tell agreement and blame: "*Thống nhất với những kiến nghị* …", "*Phê bình Chủ tịch xã* …"."""
        blames = self.cues.blaming.match(self.tokens, i)
        if blames is not None and blames[0] in self.at:
            return True
        agrees = self.cues.agreeing.match(self.tokens, i)
        if agrees is None:
            return False
        at = agrees[0] + (agrees[0] in self.found.quantifiers)
        return self.cues.agreed.match(self.tokens, at) is not None

    def term(self, i: int, end: int) -> bool:
        """Tell whether a term is defined here: ""Người báo cáo" *là* viên chức phát hiện sự cố"."""
        if not i or self.keys[i - 1] not in OPEN_QUOTES:
            return False
        near = range(i, min(end, i + REACH))
        last = next((k for k in near if self.keys[k] in CLOSE_QUOTES), end)
        return self.keys[last + 1 : last + 2] == ["là"]

    def is_condition(self, i: int, end: int) -> bool:
        """Tell whether an adjunct says when: "nếu …", "đối với những hộ chưa kê khai"."""
        if self.found.conditions.get(i):
            return True
        about = self.keys[i:end] if self.keys[i : i + 2] == ["đối", "với"] else []
        # "đối với (các) trường hợp tố cáo"
        case = about[2:4] == ["trường", "hợp"] or about[3:5] == ["trường", "hợp"]
        return case or any(k in self.cues.conditional_states for k in about)

    def inner_condition(self, i: int, end: int) -> int | None:
        """Return where an adjunct goes on with a condition: "Qua kiểm tra *nếu phát hiện sai sót*, …"."""
        for k in range(i + 1, end - 1):
            if self.keys[k] == "nếu" and self.keys[k + 1 : k + 3] != ["có", ")"]:
                return k
        return None

    def condition_before(self, i: int, k: int) -> tuple[int, int] | None:
        """Return the condition that ends in the comma right before token ``k``."""
        for start in range(i, k):
            if self.keys[k - 1] == "," and self.found.conditions.get(start):
                return start, k - 1
        return None

    def after_label(self, i: int, end: int) -> int | None:
        """Return the token after a label that stands before its subject: "Báo cáo tháng: Sở …"."""
        for k in self.marks_in(i + 1, min(end - 2, i + _LABEL)):
            if self.keys[k] == ":":
                # "Ông X yêu cầu: Sở …", "Chủ trì, phối hợp với các Bộ: Nội vụ, Tài chính theo dõi …"
                if self._somebody_says(i, k) or self.helping_in(i, k):
                    return None
                subjects, after = self.subjects(k + 1, end)
                return k + 1 if subjects and self.verb(after, end, True) is not None else None
            if self.keys[k] in ";.":
                return None
        return None

    def section_label(self, i: int, end: int) -> tuple[int, str] | None:
        """Return the token behind "Mục đích:" or "Yêu cầu:", and what stands behind such a label."""
        label = self.found.section_labels.get(i)
        if label is None or label[0] + 1 >= end or self.keys[label[0]] != ":":
            return None
        asks = label[1] == "demands" or self.cues_in(label[0] + 1, end)
        if label[1] != "note" and asks and self.subjects(label[0] + 1, end)[0]:
            return None  # "Yêu cầu: các xã rà soát …", but not "Hạn chế: một số xã làm chậm"
        return label[0] + 1, label[1]

    def _somebody_says(self, i: int, k: int) -> bool:
        """Tell whether a verb of saying or asking stands right behind an actor, or before ``k``."""
        said = (j for j in range(i, k) if j in self.found.performatives or j in self.found.saying)
        before = ((j, self.last_mention(i, j)) for j in said)
        if any(n is not None and self.mentions[n].last == j for j, n in before):
            return True
        # "Kiến nghị: Sở …"
        acts = (self.found.performatives.get(j) for j in range(i, k))
        return any(act is not None and act[0] == k for act in acts)

    def after_adjunct(self, i: int, end: int, operative: bool) -> int | None:
        """Return the token after the comma or colon that closes the adjunct at ``i``."""
        if (to := self.found.addressing.get(i)) is not None:
            who, stop = self.subjects(to[0], end)
            if who and self.keys[stop : stop + 1] == [":"]:
                return stop + 1  # "Đối với Công an xã, Trạm Y tế: | rà soát …"
            alone = who and stop < end and "," not in self.keys[to[0] : stop]
            act = self.found.performatives.get(stop) if alone else None
            if act and act[1].form in self.cues.asking and self.opener(act[0], end):
                return stop  # "Riêng xã Hòa Bình | yêu cầu báo cáo …"
        # "Song song với đẩy mạnh …, triển khai …, các cấp ủy cần …": the verbs belong to the adjunct.
        if (verbal := self.found.verbal_adjuncts.get(i)) is not None:
            after = self._after_adjunct(i, end, operative, True)
            deed = self.keys[verbal[0] : verbal[0] + 1] == ["việc"]
            # "Ngoài lực lượng tại chỗ, | duy trì thêm …" has no verb of its own
            acts = deed or self.opener(verbal[0], end)
            during = "quá" in self.keys[i : verbal[0]]  # "Trong quá trình thực hiện, *bảo đảm* …"
            if after is not None or (acts and not (deed or during or i in self.found.conditions)):
                return after
        if i in self.found.purpose:
            # "Để nâng cao hiệu quả, tăng cường kiểm tra, các sở thực hiện …" if somebody follows
            after = self._after_adjunct(i, end, operative, True)
            if after is not None:
                return after
        return self._after_adjunct(i, end, operative, False)

    def _after_adjunct(self, i: int, end: int, operative: bool, verbal: bool) -> int | None:
        asked = self._asked_inside(i, end)
        conditional = i in self.found.conditions
        asked = asked or self._charged_inside(i, end)
        if (conditional or self.is_condition(i, min(end, i + _LABEL))) and not asked:
            then = self._then_at(i, end)
            if then is not None:
                return then
        listed: int | None = None  # where a verb goes on with that of a condition, if nothing else
        word = self.found.adjuncts.get(i)
        # "Đối với các quận, | huyện chưa có báo cáo, Sở …" is about all of them
        one = self.at.get(word[0]) if word else None
        named = self.mentions[one].last if one is not None else i
        if one is not None and self._charged_in_topic(i, named, end):
            return self.mentions[one].first  # "Đối với | các chủ đầu tư *cần* dọn dẹp …"
        if self.keys[i] == "về" and (named_behind := self._topic_of_somebody(i, end)) is not None:
            return named_behind
        depth = 0
        for k in self.marks_in(i, min(asked or end, i + _ADJUNCT)):
            key = self.keys[k]
            depth += (key in _OPEN) - (key in _CLOSE)
            if key in (",", ":", "thì") and depth <= 0 and k >= named:
                j = self.skip(k + 1, end)
                befalls = ("thể", "bị") in pairwise(self.keys[i:k])
                if j >= end or "sẽ" in self.keys[i:k] or befalls:
                    return None  # "nặng nhẹ thế nào sẽ bị phạt, đình chỉ …" is no order
                if conditional and key == "," and self.opening_time(j, end) is not None:
                    return k + 1  # "Khi có khiếu nại, | trong 15 ngày, các xã …"
                orders = self.opener(j, end)
                bans = (m for m in range(i + 2, k) if self.keys[m] == "không")
                this = (m for m in bans if self.keys[m - 1] in self.cues.demonstratives)
                ban = next(this, None) if orders else None
                if ban is not None and self.plain_not(ban, end):
                    return ban  # "Tại cuộc họp này | *không* tiến hành biểu quyết, bỏ phiếu"
                if orders and conditional and key == "," and self._must_before(i, k):
                    return None  # "Khi nhận tin báo phải có mặt để lập biên bản, | đình chỉ …"
                when = conditional or self.is_condition(i, k)
                if orders and key == "," and self.ends_verb(k, embedded=not when):
                    # "nếu cần sửa đổi, bổ sung quy chế, các sở …", "ngày nhận báo cáo đã được sửa đổi,
                    # bổ sung, các sở …"
                    listed = listed or k + 1
                    continue
                again = orders and conditional and key == "," and self.verb_again(i, k, j)
                if again and self._somebody_behind(j, end):
                    # "Khi học sinh chuyển lớp, chuyển trường hoặc chuyển cấp, nhà trường …"
                    listed = listed or k + 1
                    continue
                if (
                    (orders and (key == "thì" if verbal else not self._same_again(i, k, j)))
                    or self.cue(j, end)
                    or self.found.conditions.get(j)
                ):
                    return k + 1
                subjects, last = self.subjects(j, end)
                issued = self.keys[last : last + 3] == ["đã", "ban", "hành"]
                if subjects and issued and not self.asking_in(last, end):
                    return None  # "Về việc này, *Chính phủ đã ban hành* Nghị định về kết nối, chia sẻ …"
                if subjects and k in self.doers:
                    continue  # "Khi được Tỉnh ủy, | UBND tỉnh giao, các sở …"
                if subjects and self.keys[last - 1] == "mình" and self.opener(last, end):
                    return last  # "Căn cứ tình hình địa phương, đơn vị mình | xây dựng kế hoạch"
                says = last in self.found.saying or last in self.found.performatives
                if says and len(subjects) > 1 and i in self.found.addressing:
                    continue  # "Về phía các xã, các phường, | Thủ tướng yêu cầu …"
                acts = says or self.may(last, end) or self.verb(last, end, operative) is not None
                # "Nếu đất có tranh chấp thì | Phòng Kinh tế không cấp giấy"
                acts = acts or (conditional and operative and self.plain_not(last, end))
                if subjects and acts:
                    return k + 1
                musts = self.cues_in(j + 1, min(end, j + _NEAR_PLACE)) if self.news else ()
                if self.news and self.after_writing(j, end) > j:
                    return k + 1  # "Đối với ngành giáo dục, | Kế hoạch yêu cầu các trường …"
                if any(self.place(j, must) and self.modal(must, end) for must in musts):
                    return k + 1  # "Với vị thế Thủ đô, *Hà Nội phải* …"
                person = self.found.first_person.get(j)
                if person and any(
                    self.found.performatives.get(p)
                    for p in range(person[0], min(person[0] + 2, end))  # "tôi xin đề nghị"
                ):
                    return k + 1  # "Về phần mình, chúng tôi cam kết …"
        return asked or listed or (self._urged(i, end) if conditional else None)

    def _topic_of_somebody(self, i: int, end: int) -> int | None:
        """Return who must act behind a topic with commas: "Về tuyến đường từ A, B đến C: | Sở X …"."""
        marks = self.marks_in(i, min(end - 1, i + _ADJUNCT))
        k = next((k for k in marks if self.keys[k] not in (",", "và")), end)
        if k == end or self.keys[k] != ":" or self.asking_in(i, k):
            return None
        who, after = self.subjects(k + 1, end)
        return k + 1 if who and self.verb(after, end, True) is not None else None

    def _charged_in_topic(self, i: int, k: int, end: int) -> bool:
        """Tell whether a modal stands right behind whom a topic is about, and nobody else acts.

        Not in "Đối với các hộ *phải* di dời, UBND xã bố trí chỗ ở".
        """
        must = self.modal(k, end) if self.keys[i : i + 2] == ["đối", "với"] else None
        if must is None or self.keys[must[0] : must[0] + 1] == ["được"]:
            return False
        commas = [m for m in self.marks_in(k, min(end, k + _ADJUNCT)) if self.keys[m] == ","]
        urged = self.cues.urged.match(self.tokens, must[0]) is not None
        if not urged and any(self.opener(m + 1, end) for m in commas):
            return False  # "Đối với cán bộ cần học lại, lập danh sách", not "cần nhanh chóng …, …"
        behind = (self.subjects(m + 1, end) for m in commas)
        return not any(who and self.verb(after, end, True) is not None for who, after in behind)

    def _urged(self, i: int, end: int) -> int | None:
        """Return the order in "nếu có vướng mắc *kịp thời báo cáo* …", where no comma parts it."""
        adverbs = ((k, self.found.adverbs.get(k)) for k in range(i + 2, min(end, i + _ADJUNCT)))
        return next((k for k, word in adverbs if word and self.opener(word[0], end)), None)

    def _charged_inside(self, i: int, end: int) -> int | None:
        """Return who must act where no comma parts them: "Khi mượn sách *bạn đọc phải* …"."""
        when = self.found.conditions.get(i)
        if when is None and not (
            {"hạn", "vòng"} & {*self.keys[i : i + 3]} and self.keys[i] == "trong"
        ):
            return None
        # "*Trong vòng 24 giờ* kể từ khi khắc phục sự cố doanh nghiệp phải …"
        behind = when[0] if when else i + 2
        cues = self.cues_in(behind + 2, next(iter(self.marks_in(behind, end)), end))
        if not cues or self.subjects(behind, end)[0]:
            return None
        deed = self.cues.openers.match(self.tokens, behind)
        verb = deed[0] if deed else behind + 1
        for k in cues:
            index = self.last_mention(behind + 1, k)
            if index is None or self.mentions[index].last != k or self.modal(k, end) is None:
                continue
            first = self.mentions[index].first
            # "khi gặp *khách* phải chào", "khi nhận đơn *của chủ hộ* phải vào sổ"
            before = self.keys[first - 1]
            other = first == verb or before in self.cues.not_asking or before == "và"
            return None if other else first
        return None

    def _then_at(self, i: int, end: int) -> int | None:
        """Return where an order begins behind the *thì* that ends a condition, commas or not."""
        comma = end
        for k in self.marks_in(i, min(end, i + _ADJUNCT)):
            if self.keys[k] == ",":
                comma = min(comma, k)
            if self.keys[k] == "thì":
                inner = [c for c in range(comma, k) if c in self.found.conditions]
                strict = (
                    (self.modal(c, end) for c in self.cues_in(comma, inner[-1])) if inner else ()
                )
                if any(must and must[1].strength >= STRICT for must in strict):
                    return None  # "Khi đo, các hộ phải …, trường hợp vắng mặt thì …" has two
                j = self.skip(k + 1, end)
                orders = j < end and (self.opener(j, end) or self.cue(j, end) is not None)
                orders = orders or self.opening_time(j, end) is not None  # "thì *trong 5 ngày*, …"
                orders = orders or self.acts_at(j, end)
                return k + 1 if orders and "sẽ" not in self.keys[i:k] else None
        return None

    def _must_before(self, i: int, k: int) -> bool:
        """Tell whether a strict modal with its verb stands right in a condition without a comma.

        "Khi *nhận tin báo phải có mặt* …": the verb before the modal is of those who must, too.
        """
        deed = self.found.conditions[i][0]
        if (
            self.keys[i] not in ("khi", "nếu")
            or not self.keys[deed].isalpha()
            or k + 1 in self.found.performatives
        ):
            return False
        return any(
            (must := self.modal(c, k)) is not None
            and must[1].strength >= STRICT
            and (self.opener(must[0], k) or self.keys[must[0] : must[0] + 2] == ["căn", "cứ"])
            and self.keys[c - 1] not in self.cues.deeds
            for c in self.cues_in(i + 2, k)
        )

    def _somebody_behind(self, i: int, end: int) -> bool:
        """Tell whether somebody with a verb of his own stands behind a later comma."""
        near = self.marks_in(i, min(end, i + _ADJUNCT))
        return any(self.keys[k] == "," and self.acts_at(k + 1, end) for k in near)

    def _same_again(self, i: int, k: int, j: int) -> bool:
        """Tell an order from the next of a list: "liên quan đến quy hoạch tỉnh, quy hoạch vùng, …"."""
        head = self.keys[j : j + 2]
        return any(self.keys[a : a + 2] == head for a in range(i, k))

    def _asked_inside(self, i: int, end: int) -> int | None:
        """Return where an order begins without a comma: "nếu có vướng mắc *đề nghị các xã báo cáo*".

        Nobody need be asked unless others act behind a comma: "khi có ý kiến đề nghị cấp đất, …".
        """
        if not self.found.conditions.get(i):
            return None
        for k in self.cues_in(i + 2, min(end - 1, i + _NEAR)):
            act = self.found.performatives.get(k)
            if act is None or act[1].form not in self.cues.asking:
                continue
            before = self.keys[k - 1]
            if before in self.cues.not_asking or before in self.cues.past or before in PUNCTUATION:
                continue
            subjects, last = self.subjects(act[0], end)
            if subjects and self.verb(last, end, True) is not None:
                return k
            alone = not any(
                self.keys[m] == "thì" or self.subjects(m + 1, end)[0] or self.modal(m + 1, end)
                for m in self.marks_in(k, min(end, k + _ADJUNCT))
            )
            if alone and not subjects and self.opener(act[0], end):
                return k
        return None

    def after_dateline(self, i: int, end: int) -> int:
        """Return where a report begins behind who publishes it: "(TTXVN) - | Sáng 5/3, Bộ …"."""
        near = range(i, min(end - 1, i + _PUBLISHER)) if self.news else ()
        dash = next((k for k in near if self.keys[k] in ("-", "–")), i)
        bracketed = dash > i and self.keys[i] == "(" and self.keys[dash - 1] == ")"
        return dash + 1 if bracketed else i

    def after_behalf(self, i: int, end: int) -> int:
        """Return where the first person begins in "Thay mặt huyện, *tôi* xin hứa …", else ``i``."""
        if i >= end or i not in self.found.on_behalf:
            return i
        commas = (k for k in self.marks_in(i, min(end, i + REACH)) if self.keys[k] == ",")
        return next((k + 1 for k in commas if self.found.first_person.get(k + 1)), i)

    def after_occasion(self, i: int, end: int, *, persons: bool = False) -> int:
        """Return where who speaks begins in "Phát biểu tại hội nghị, *ông X* nêu rõ …", else ``i``.

        ``persons``: a request is under way, of which bodies may be told; persons go on to speak.
        """
        if i in self.at or (persons and not (self.opener(i, end) or i in self.found.saying)):
            return i
        for k in self.marks_in(i, min(end, i + REACH)):
            if self.keys[k] not in (",", "và"):
                return i
            if self.keys[k] == ",":
                subjects, after = self.subjects(k + 1, end)
                after += after < end and self.keys[after] in self.cues.before_cue
                says = after in self.found.saying or after in self.found.performatives
                if subjects and says and self.speaks(subjects[0]) and k not in self.doers:
                    return k + 1 if not persons or self.speaks(subjects[0], person=True) else i
        return i

    def after_participle(self, i: int, end: int, operative: bool) -> tuple[int, bool]:
        """Return where who acts or speaks begins, and whether he speaks, else ``i``.

        "Thực hiện chỉ đạo của tỉnh, *các xã* tổ chức …", "Trả lời cử tri, *ông X* cam kết …".
        """
        found = self.found.carrying_out.get(i) or self.found.participles.get(i)
        if found is None or found[0] >= end or self.keys[found[0]] == ",":
            return i, False
        near = self.marks_in(i, min(end, i + REACH))
        passed = {"và"} | OPEN_QUOTES | CLOSE_QUOTES
        k = next((k for k in near if self.keys[k] not in passed), end)
        if k >= end or self.keys[k] != "," or k in self.doers:
            return i, False
        subjects, after = self.subjects(k + 1, end)
        if not subjects or not (self.named(subjects[0]) or self.speaks(subjects[0])):
            return i, False
        n = subjects[0].mention
        if n is not None and self.mentions[n].type == "PERSON" and after < end:
            after += self.keys[after] == ","  # "ông X, Giám đốc Sở Y tế, | cam kết …"
        says = any(after in at for at in (self.found.saying, self.found.floor))
        says = says or after in self.found.performatives
        if says or self.modal(after, end):
            return k + 1, says
        # "hỗ trợ cho các hộ nghèo, | các hộ cận nghèo sửa nhà" goes on with those before
        before = self.last_mention(i, k)
        listed = before is not None and self.mentions[before].last == k
        if subjects[0].first in self.found.quantifiers:  # "tại các xã, | các phường tạo thuận lợi"
            listed = listed or any(
                j in self.found.quantifiers and self.keys[j - 1] in self.cues.belonging
                for j in range(found[0], k)
            )
        orders = self.cues.documents.match(self.tokens, found[0]) is not None
        acts = operative and self.opener(after, end) and (orders or not listed)
        return (k + 1 if acts else i), False

    def whom(self, i: int, end: int) -> int:
        """Return where those who are asked begin: behind *với* in "kiến nghị với Sở Y tế"."""
        to = self.found.addressing.get(i) if i < end else None
        return to[0] if to and self.subjects(to[0], end)[0] else i

    def after_writing(self, i: int, end: int) -> int:
        """Return where the order begins in "Công điện số 12 nêu rõ, các xã phải …", else ``i``.

        It is the verb itself where that asks: "Chỉ thị *yêu cầu* các xã …".
        """
        if i >= end or self.keys[i] not in self.cues.documents:
            return i
        writing = self.cues.documents.match(self.tokens, i)
        if writing is None:
            return i
        at = writing[0]
        if self.keys[at : at + 1] == ["số"] and self.keys[at + 1 : at + 2] != ["liệu"]:
            at = self.after_number_of(at, end)  # "Kết luận | số 12-KL/TU ngày 5/3 | yêu cầu …"
        for k in range(at, min(end, at + _LABEL)):
            if self.keys[k] in PUNCTUATION or k in self.told_at:
                break
            if (said := self.found.saying.get(k)) is not None:
                return self.skip(said[0], end)
            act = self.found.performatives.get(k)
            if act is not None and act[1].form in self.cues.asking:
                whom = act[0] + (self.keys[act[0] : act[0] + 1] == [","])
                # "Kết luận số 12 yêu cầu các xã …", but "Quyết định giao chỉ tiêu" is a task
                return k if self.news or self.subjects(whom, end)[0] else i
        return i

    def writing_before(self, k: int) -> bool:
        """Tell whether a document stands right before token ``k``: "*văn bản* yêu cầu …".

        So does one with its number: "*Công điện khẩn số 03/CĐ-UBND* cũng yêu cầu …".
        """
        k -= self.keys[k - 1] == "cũng"
        number = next((j for j in range(k - 2, max(0, k - _NUMBER), -1) if self.keys[j] == "số"), k)
        if number < k and self.keys[number + 1].isdigit() and self.after_number_of(number, k) == k:
            k = number - (self.keys[number - 1] in self.cues.urgencies)
        return any(
            (found := self.cues.documents.match(self.tokens, j)) is not None and found[0] == k
            for j in range(max(0, k - 3), k)
        )

    def told(self, i: int, end: int) -> list[Phrase]:
        """Return who is told in "Ông X nhắc các phường:", between who speaks and the colon."""
        end -= self.keys[end - 1] == ":"
        for k in range(end - 1, max(i, end - REACH), -1):
            if k in self.at and self.mentions[self.at[k]].last == end:
                speaks = any(j in self.at for j in range(max(i, k - REACH), k))
                return [Phrase(k, end, self.at[k])] if speaks else []
        return []

    def addressed(self, i: int, after: int) -> list[Phrase]:
        """Return the bodies that what follows is addressed to: "Đối với Sở Y tế: …"."""
        to = self.found.addressing.get(i)
        if to is None:
            return []
        bearers, stop = self.subjects(to[0], after)
        ends = stop == after or (stop == after - 1 and self.keys[stop] in (":", ","))
        return bearers if ends and all(map(self._is_body, bearers)) else []

    def _is_body(self, phrase: Phrase) -> bool:
        if phrase.mention is not None and self.mentions[phrase.mention].type in ("ORG", "ROLE"):
            return True
        several = self.found.quantifiers.get(phrase.first)
        noun = several[0] if several else phrase.first
        return self.cues.public_bodies.match(self.tokens, noun) is not None

    def together(self, i: int, end: int) -> bool:
        """Tell whether an order begins with those who help: "Cùng với Sở Y tế *rà soát* …"."""
        partners = self.found.coordinating.get(i)
        if partners is None or not partners[1].startswith("cùng"):
            return False
        subjects, after = self.subjects(partners[0], end)
        return bool(subjects) and self.opener(after, end)

    def after_question(self, i: int, end: int) -> int:
        """Return where the answer begins in "Về đề nghị …: Sở … cần …", else ``i``."""
        i = self.skip(i, end)
        if i not in self.found.colon_adjuncts:
            return i
        return next((k + 1 for k in range(i, end) if self.keys[k] == ":"), i)
