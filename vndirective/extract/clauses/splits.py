"""Clauses of a sentence: where one ends and the next begins, at semicolons and at some commas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vndirective.extract.clauses.landmarks import STRICT
from vndirective.extract.clauses.openings import Openings
from vndirective.extract.clauses.phrases import Phrase

__all__ = ["Splits"]

_OPEN, _CLOSE = frozenset("(“«"), frozenset(")”»")
#: Behind which somebody else may act.
_JOINS = frozenset((",", "và"))
#: Within how many tokens a part says who takes the lead and who helps.
_HEADED = 24
#: How far after a semicolon a verb of its own may stand, in tokens.
_NEAR = 24
#: How far before a comma it is looked whether somebody was asked, in tokens.
_OWN = 60
#: How far before "như:" it is said what is listed, in tokens.
_NAMED = 6
#: How long a verb of directing may be, in tokens.
_VERB = 3
#: How far before "là:" it is said that tasks are listed, in tokens.
_TASKS = 24
#: How long a list of those who are asked may be, in tokens.
_ASKED = 180
#: How far before the colon of a list of acts the ban on them may stand, in tokens.
_BEFORE_ACTS = 24


class Splits(Openings):
    """Parts the sentences of one document into clauses."""

    def split(
        self, i: int, end: int, reads: Callable[[int, int], bool] | None = None
    ) -> list[tuple[int, int]]:
        """Split a sentence at the semicolons that part clauses with verbs of their own.

        With ``reads``, which tells whether tokens read as a duty, it is split at the commas, too,
        after which somebody else must act: "… tự kê khai, các phường phải …".
        """
        cues = self.cues_in(i, end) if reads is not None else ()
        several = reads is not None and len(self.named_within(i, end)) > 1
        if not (cues or several or self.splits_in(i, end)):
            return [(i, end)]
        parts = []
        depth = 0
        paired, quoted = self.keys[i:end].count('"') % 2 == 0, False
        start = i
        acts = False  # after "Nghiêm cấm các hành vi:" each is a duty of its own
        last_cue = cues[-1] if cues else -1  # behind it nobody else must act
        listing = False  # after "các lĩnh vực: đất đai; …" a semicolon parts what is listed
        head: list[str] = []  # what the first thing listed begins with
        for k in self._marks(i, end, cues):
            key = self.keys[k]
            if key == ":" and depth == 0:
                acts = acts or self._forbids(start, k)
                # "quy đổi giờ chuẩn các *hoạt động*: soạn đề thi; …"
                before = (self.cues.before_list.match(self.tokens, j) for j in (k - 2, k - 1))
                listed = k > 1 and any(found is not None and found[0] == k for found in before)
                # "thực hiện một số nội dung như: lập chốt; …" lists orders
                listed = listed and not self._announced(start, k)
                listing = k > start and (listed or not self.starts_clause(k + 1, end))
                # "sửa các đề án: (i) Đề án …; (ii) …" lists what is reported
                first = self.skip(k + 1, end)
                head = self.keys[first : first + 2]
                listing = listing or self.keys[k - 2 : k] == head
                asked = self.found.performatives.get(first)
                # "kiến nghị như: đề nghị tỉnh …; đề nghị huyện …"
                listing = listing and not (asked and asked[1].modality == "recommendation")
            if key == ")" and depth == 0 and k - 1 in self._numbers:
                # "1) Sở Y tế …" closes nothing; an item may begin inside a line: "… xóm. b) Rào …"
                if self.keys[k - 2] in (".", ";") and k - 1 > start:
                    parts.append((start, k - 1))
                    start = k + 1
                continue
            depth += (key in _OPEN) - (key in _CLOSE)
            if key == '"' and paired:
                quoted = not quoted
                depth += 1 if quoted else -1
            if depth < 0:
                # a quotation that began before this sentence ends: what follows names its speaker
                parts.append((start, k))
                start, depth = k + 1, 0
            elif (
                (key == ";" or (k in self.trailing and self._begins_anew(start, k, end)))
                and depth == 0
                and not self._only_names(start, k)
                and (
                    acts
                    or (
                        (not listing or self._goes_on_anew(k + 1, end, head))
                        and (self.starts_clause(k + 1, end) or self._has_modal(k + 1, end))
                    )
                )
            ) or (
                depth == 0
                and reads is not None
                and self._goes_on_with_another(k, end, start, last_cue)
                and (reads(start, k) or self._only_lets(start, k))
            ):
                parts.append((start, k))
                start, listing = k + 1, False
        parts.append((start, end))
        return parts

    def _marks(self, i: int, end: int, cues: Sequence[int]) -> list[int]:
        """The marks of a sentence, and each "nhưng" before a modal: "được phép …, nhưng | phải …"."""
        contrasts = [k - 1 for k in cues if k - 1 > i and self.keys[k - 1] in self.cues.contrasting]
        marks = self.marks_in(i, end)
        if not contrasts:
            return marks
        first = self._first_let(i, end, cues)
        let = [k for k in contrasts if k > first and self.modal(k + 1, end)]
        return sorted([*marks, *let]) if let else marks

    def _first_let(self, i: int, end: int, cues: Sequence[int]) -> int:
        """Return where something is first allowed or forbidden: "được …", "không được …"."""
        lets = (
            k
            for k in cues
            if (cue := self.cue(k, end)) and cue[1].modality in ("permission", "prohibition")
        )
        plain = (k for k in range(i, end) if self.keys[k] == "được")
        return min(next(lets, end), next(plain, end))

    def _another_acts(self, k: int, end: int, start: int, last_cue: int) -> bool:
        """Tell whether somebody else must act behind a comma or *và* at token ``k``."""
        others = k < last_cue and (
            self._others_act(k + 1, end, start) or (self.news and self._asks_others(k + 1, end))
        )
        if not (others or (self.keys[k] == "," and self._assigns_another(k + 1, end, start))):
            return False
        if self.after_participle(self.skip(start, k), end, True)[0] == k + 1:
            return False  # "Kết thúc năm học, | các trường phải …" is one clause
        if self.keys[k] == "và" and self._directs_both(start, k):
            return False
        return not self._only_names(start, k) and not self._only_condition(start, k, end)

    def _goes_on_with_another(self, k: int, end: int, start: int, last_cue: int) -> bool:
        """Tell whether another clause starts behind the mark at token ``k``."""
        key = self.keys[k]
        return (
            key in self.cues.contrasting
            or (key in _JOINS and self._another_acts(k, end, start, last_cue))
            or (
                key == ","
                and k < last_cue
                and (self._therefore(k + 1, end) or self._but_must(k + 1, end))
            )
        )

    def _begins_anew(self, start: int, k: int, end: int) -> bool:
        """Tell what follows an ellipsis from its own clause: "Sở A phối hợp với Sở B,…. kiểm tra …"."""
        capital = k + 1 < end and self.tokens.capitals[k + 1]
        return capital or not self.helping_in(start, k) or bool(self.subjects(k + 1, end)[0])

    def _but_must(self, i: int, end: int) -> bool:
        """Tell what must be done though something else may: "…, *nhưng trong 3 ngày phải* lập biên bản"."""
        if self.keys[i] not in self.cues.contrasting:
            return False
        opening = self.opening_time(i + 1, end)
        i = opening[1] if opening is not None else i + 1
        must = self.modal(self.subjects(i, end)[1], end)
        return must is not None and must[1].strength >= STRICT

    def _only_lets(self, start: int, k: int) -> bool:
        """Tell what asks nothing and has no subject: "Khi khẩn cấp, lệnh có thể bằng lời, | *nhưng* …"."""
        return self.keys[k + 1] in self.cues.contrasting and not self.subjects(start, k)[0]

    def _therefore(self, i: int, end: int) -> bool:
        """Tell what must be done in consequence: "… cam kết hoàn thành, | *do đó cần* huy động …"."""
        behind = self.found.consequences.get(i)
        return behind is not None and self.modal(behind[0], end) is not None

    def _announced(self, start: int, k: int) -> bool:
        """Tell orders from things listed behind a colon: "thực hiện một số *nhiệm vụ* trọng tâm như: …".

        So "*Nhiệm vụ* của các hội quý IV là: …", wherever the clause from ``start`` on says so.
        """
        first = max(start, k - (_TASKS if self.keys[k - 1] == "là" else _NAMED))
        pairs = (" ".join(self.keys[j : j + 2]) for j in range(first, k - 1))
        return any(pair in self.cues.announced for pair in pairs)

    def _directs_both(self, start: int, k: int) -> bool:
        """Tell whether those before *và* are only directed: "chỉ đạo các trường | *và* các xã phải …"."""
        before = self.last_mention(start, k)
        if before is None or self.mentions[before].last != k:
            return False
        first = self.mentions[before].first
        verbs = (self.found.directing.get(j) for j in range(max(start, first - _VERB), first))
        return any(verb is not None and verb[0] == first for verb in verbs)

    def _asks_others(self, i: int, end: int) -> bool:
        """Tell a request to others behind that to the first: "…, *đồng thời yêu cầu các xã* …"."""
        first = self.skip(i, end)
        act = self.found.performatives.get(first) if first > i else None
        if act is None or act[1].form not in self.cues.asking:
            return False
        others, after = self.subjects(act[0], end)
        return bool(others) and self.opener(after, end)

    def _assigns_another(self, i: int, end: int, start: int) -> bool:
        """Tell the next who is charged: "Phân công ông A trực ngày 1, | bà B trực ngày 2"."""
        contrast = i < end and self.keys[i] == "còn"  # "các xã vận động dân, | còn Sở A đo đất"
        i += contrast
        first = self._after_each(i, end)
        if first not in self.by_name and first + 1 not in self.by_name:
            return False  # "các sở" and the like: nobody who is charged
        subjects, after = self.subjects(i, end)
        if contrast and subjects:
            return self.verb(after, end, True) is not None
        if len(subjects) != 1 or not self._charged(subjects[0], after, end):
            return False
        before = self.last_mention(start, i - 1)
        if before is not None and self.mentions[before].last == i - 1:
            return False  # "báo cáo Sở A, Sở B tổng hợp"
        first = self.skip(start, i)
        first = self.after_label(first, i) or first  # "Về vốn: Sở A bổ sung …, | Kho bạc B …"
        act = self.found.performatives.get(first)
        others, verb = self.subjects(act[0] if act else first, i)
        if len(others) != 1:
            return False
        # "Các phòng nộp báo cáo, | đ/c Nam tổng hợp"
        person = subjects[0].mention
        titled = person is not None and self.mentions[person].type == "PERSON"
        return self._charged(others[0], verb, i, group=titled)

    def _charged(self, phrase: Phrase, verb: int, end: int, *, group: bool = False) -> bool:
        """Tell whether somebody known by name has a verb of his own, and does not only help.

        ``group``: a group will do.
        """
        if phrase.mention is None or (self.mentions[phrase.mention].type == "GROUP" and not group):
            return False
        return self.opener(verb, end) and verb not in self.found.coordinating

    def _only_condition(self, start: int, k: int, end: int) -> bool:
        """Tell a condition from a clause: "Trường hợp rà soát, phát hiện sai sót, | các thôn phải …"."""
        i = self.skip(start, k)
        then = next((m + 1 for m in reversed(self.marks_in(i, k)) if self.keys[m] == "thì"), i)
        if self._dated_up_to(i, k, end) or self._dated_up_to(then, k, end):
            return True  # "Hồ sơ đã đủ thì trong 5 ngày, | các xã phải …", "6 tháng một lần, | các xã …"
        if i in self.found.adjuncts and (self.after_adjunct(i, end, True) or 0) > k:
            return True  # "Trong 20 ngày kể từ ngày báo cáo được chỉnh sửa, bổ sung, | các thôn phải …"
        if i in self.found.adjuncts and i not in self.found.conditions:
            # "Trong thời gian thẩm định, | trường hợp có yêu cầu sửa, bổ sung hồ sơ, …"
            i = self.skip(self.after_adjunct(i, k, True) or k, k)
        if i not in self.found.conditions:
            return False
        after = self.after_adjunct(i, k, True)
        return after is None or not self.subjects(self.skip(after, k), k)[0]

    def _dated_up_to(self, i: int, k: int, end: int) -> bool:
        """Tell whether a comma at token ``k`` closes the times that stand before a clause."""
        while i <= k and (opening := self.opening_time(i, end)) is not None:
            i = opening[1]
        return i == k + 1

    def _forbids(self, i: int, k: int) -> bool:
        """Tell whether the acts that somebody is forbidden are listed behind the colon at ``k``."""
        acts = (self.found.acts.get(j) for j in range(max(i, k - 4), k))
        if not any(found and found[0] == k for found in acts):
            return False
        bans = (self.cue(j, k) for j in self.cues_in(max(i, k - _BEFORE_ACTS), k))
        return any(ban is not None and ban[1].modality == "prohibition" for ban in bans)

    def after_acts(self, i: int, end: int) -> int | None:
        """Return where the first act begins in "Nghiêm cấm các hành vi: đổ rác; xả nước thải"."""
        found = self.found.acts.get(i)
        k = found[0] if found else end
        return k + 1 if k + 1 < end and self.keys[k] == ":" else None

    def _only_names(self, i: int, end: int) -> bool:
        """Tell whether a part names who must act and no more: "Đề nghị Sở A, Sở B; Chủ tịch …"."""
        i = self.skip(i, end)
        act = self.found.performatives.get(i) if i < end else None
        subjects, after = self.subjects(act[0] if act else i, end)
        if self._names_helpers(i, end):
            return True
        for k in self.cues_in(max(i + 1, end - _ASKED), end) if act is None else ():
            # "Chủ tịch UBND tỉnh yêu cầu: Sở A; Sở B …", "… vừa có công điện yêu cầu Sở A; Sở B …"
            asks = self.found.performatives.get(k)
            if asks is not None and asks[1].form in self.cues.asking:
                whom, behind = self.subjects(asks[0] + (self.keys[asks[0]] == ":"), end)
                if whom and behind == end:
                    return True
        # "các hội được Nhà nước giao việc; …"
        about = after < end and self.keys[after] in self.cues.about_somebody
        # "trực thuộc …", not "trực ban", "được nghỉ"
        about = about and not (self.opener(after, end) or self.may(after, end))
        return bool(subjects) and (after == end or (about and self.cue(after, end) is None))

    def _names_helpers(self, i: int, end: int) -> bool:
        """Tell the first of those who help: "Chủ trì, phối hợp với Sở A; | các xã rà soát …"."""
        for k in range(i + 2, min(end - 1, i + _HEADED)):
            helpers = self.found.coordinating.get(k)
            leads = ["chủ", "trì"] in (self.keys[k - 2 : k], self.keys[k - 3 : k - 1])
            if helpers is not None and leads:
                return self.subjects(helpers[0], end)[1] == end
        return False

    def _has_modal(self, i: int, end: int) -> bool:
        """Tell whether what follows a semicolon goes on with a verb of its own: "ai … sẽ bị …"."""
        if self.whichever(i, end) is not None:
            # "; máy nào quá hạn, tạm ngắt khỏi mạng", not "; thôn nào ở lại"
            return any(
                self.keys[k] in ("thì", "sẽ")
                or self.modal(k, end) is not None
                or (self.keys[k] == "," and self.opener(k + 1, end))
                for k in range(i + 2, min(end, i + _NEAR))
            )
        for k in range(i + 1, min(end, i + _NEAR)):
            if self.keys[k] in ",;:.":
                return False
            if self.keys[k] in ("thì", "sẽ") or self.modal(k, end) is not None:
                return True
            if self.keys[i] in self.cues.products and self.found.delivery.get(k):
                return True  # "; danh sách hộ nghèo gửi về …"
        return False

    def _others_act(self, i: int, end: int, start: int) -> bool:
        """Tell whether a subject with a modal of its own, or an order to somebody, starts here.

        The clause before it starts at token ``start``.
        """
        before, i = i, self.skip(i, end)
        i += i < end and self.keys[i] == "còn"
        act = self.found.performatives.get(i) if i < end else None
        if act is not None and act[1].needs_bearer and act[1].modality == "obligation":
            verbs = (
                self.found.directing.get(j) for j in range(max(start, before - 1 - _VERB), before)
            )
            if any(verb is not None and verb[0] == before - 1 for verb in verbs):
                return False  # "phải *chỉ đạo*, giao các phòng tham mưu …" is one
            if act[1].form in self.cues.own_acts and self._acts_itself(start, before - 1):
                return False  # "Trưởng thôn chuyển giấy mời, nhắc các hộ đến họp"
            return bool(self.subjects(act[0], end)[0])
        again = i > before or (self.reporting and self.keys[before - 1] == "và")
        if act is not None and act[1].form in self.cues.asking and again:
            # "Ông X yêu cầu các xã …, *đồng thời đề nghị tỉnh* …", "… *và đề nghị tỉnh* …"
            asked = any(k in self.found.performatives for k in self.cues_in(start, before))
            return asked and bool(self.subjects(act[0], end)[0])
        if i > before and i in self.found.conditions:
            i = self.after_adjunct(i, end, True) or i  # "…, *và khi trả sách bạn đọc phải* …"
        subjects, after = self.subjects(i, end)
        known = subjects and (subjects[0].mention is not None or self.found.quantifiers.get(i))
        return bool(known) and self.modal(after, end) is not None

    def _acts_itself(self, start: int, end: int) -> bool:
        """Tell whether a clause says what somebody must do himself: no act of asking in it."""
        i = self.skip(start, end)
        near = range(max(i, end - _OWN), end)
        return not any(k in self.found.performatives for k in near) and (
            self.opener(i, end) or bool(self.subjects(i, end)[0])
        )

    def _goes_on_anew(self, i: int, end: int, head: list[str]) -> bool:
        """Tell whether a clause begins after a list: with a connector, an adverb or somebody.

        What begins as the first thing listed goes on with the list: "như: yêu cầu nộp bản gốc;
        yêu cầu có mặt".
        """
        at = self.skip(i, end)
        if self.after_number(i, end) > i or self.keys[at : at + 2] == head:
            return False
        return (
            at > i
            or (at < end and self.cues.resuming.match(self.tokens, at) is not None)
            or (at < end and at in self.found.adjuncts)
            or bool(self.subjects(at, end)[0])
        )

    def starts_clause(self, i: int, end: int) -> bool:
        """Tell whether a duty can start at token ``i``: after ";", or after an adjunct."""
        i = self.skip(i, end)
        if i >= end:
            return False
        subjects, after = self.subjects(i, end)
        opening = self.opening_time(i, end)
        return (
            # "… của các sở; UBND các xã và các đơn vị" goes on with a list
            (bool(subjects) and after < self.without_stop(i, end))
            or self.opener(i, end)
            or self.cue(i, end) is not None
            or i in self.found.adjuncts
            or (opening is not None and self._dated_clause(opening[1], end))
            or self.plain_not(i, end)
            or self.may(i, end)
            or self._may_ask(i, end)
        )

    def _dated_clause(self, i: int, end: int) -> bool:
        """Tell whether something of its own follows a time that opens a part of a sentence."""
        return self.keys[i - 1] == "," or self.opener(self.skip(i, end), end)

    def _may_ask(self, i: int, end: int) -> bool:
        """Tell whether a right to ask somebody starts here: "; được yêu cầu các xã cung cấp …"."""
        act = self.found.performatives.get(i + 1) if self.keys[i] == "được" else None
        return act is not None and bool(self.subjects(act[0], end)[0])
