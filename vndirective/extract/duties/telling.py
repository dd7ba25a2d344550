"""What a clause tells and does not ask: what happened, what befell somebody, how a meeting went."""

from __future__ import annotations

from vndirective.extract.clauses.reader import Clause, Reader
from vndirective.extract.context import Context
from vndirective.extract.duties.command import Command
from vndirective.extract.duties.duty import Duty
from vndirective.extract.duties.inheritance import OCCASION
from vndirective.segment.kinds import is_minutes

__all__ = ["Telling"]

#: How far behind "thông báo" a closing says what for: "… biết, thực hiện", in tokens.
_CLOSING = 14
#: How long the words may be that say in which years something was done, in tokens.
_PERIOD = 12
#: Kinds of documents whose articles decide something.
_DECIDING = frozenset(("decision", "resolution"))
#: Kinds of documents whose paragraphs order throughout.
_ORDERING = frozenset(("directive", "official_dispatch", "telegram"))


class Telling:
    """Tells the clauses of one document that are told from those that ask."""

    def __init__(self, ctx: Context, reader: Reader) -> None:
        self.ctx, self.reader = ctx, reader
        self.kind = ctx.structure.frame.kind
        self.reporting = ctx.reporting
        self.prose = ctx.reporting or ctx.loose
        # what persons do at a meeting is no order, unless it stands among what was concluded
        self.tells_acts = self.prose or is_minutes(ctx.structure.lines)

    def tells(
        self, clause: Clause, start: tuple[int, int, int], command: Command, last: Duty | None,
        *, under_way: bool,
    ) -> bool:  # fmt: skip
        """Tell whether a clause says what is or was, and is no duty.

        ``start`` is its line, its sentence and its first token; ``last`` the request that is
        ``under_way``, or the duty before it.
        """
        n, s, i = start
        reader, line = self.reader, self.ctx.structure.lines[n]
        unmarked = line.marker is None
        if reader.is_formula(clause.action) or _is_over(reader, clause):
            return True
        first = self.ctx.sentence_tokens[s][0]
        if line.marker is not None:
            first = max(first, self.ctx.tokens.first_at(line.start + line.marker.end))
        first = reader.skip(first, i)
        if _bygone(reader, i, clause):
            return True
        fresh = last is None or last.sentence != s
        if clause.rule == "imperative" and (
            (self.reporting and fresh and _goes_on(reader, i, first))
            or _has_done(reader, clause)
            or _shows(reader, clause)
            or self._enacts(n, clause)
            or (n == 0 and reader.cues.announcements.match(reader.tokens, clause.action))
        ):
            return True  # a text that opens with "Thông báo kết quả …" says what it is
        if command.background and clause.rule == "topic-modal" and not clause.bearers:
            return True  # among shortcomings: "hồ sơ phải bổ sung nhiều lần"
        if command.plain and clause.cue is None and self._plain(clause, s, last):
            return True
        if self.reporting and (_opens(reader, clause) or _befalls(reader, clause)):
            return True
        says = reader.found.saying.get(clause.action) if self.reporting and clause.cue else None
        if says and says[1] == "say" and not clause.bearers:
            return True  # "Cũng *cần nhấn mạnh*, phục hồi không phải là trở lại ngày hôm qua"
        if clause.rule == "subject-verb":
            if reader.keys[i] == "qua" and clause.condition is None:
                return True  # "Qua kiểm tra, Sở Y tế phát hiện 3 cơ sở vi phạm"
            first = clause.bearers[0].first if clause.bearers else i
            anybody = reader.keys[first : clause.action] == ["người"]
            if self.prose and anybody and reader.tokens.capitals[first]:
                return True  # "Người hỏi biết mình được quyết"
            if first and reader.keys[first - 1] == "," and _runs_to_now(reader, first - 1):
                return True  # "Trong 5 ngày qua, Phòng Kinh tế kiểm tra 3 chợ"
            if unmarked and self._narrates(clause, i):
                return True
            if self.tells_acts and reader.cues.stating.match(reader.tokens, clause.action):
                return True  # minutes: "1/ Bà Nga *báo cáo:* tháng 4 giao chậm 2 đơn hàng"
            if under_way and not self._ordered(n, command, last):
                return True
            if unmarked and not under_way and self._issues(clause):
                return True
        if unmarked and _titles_annex(reader, clause):
            return True
        prose = self.reporting or (unmarked and not command.listed)
        return prose and _meets(reader, clause)

    def looks_back(self, i: int, end: int) -> bool:
        """Tell a sentence of prose about what was before: "*Trước đó*, Sở A *đã* đề nghị các xã …"."""
        before = self.prose and self.reader.cues.before_that.match(self.reader.tokens, i)
        return bool(before) and "đã" in self.reader.keys[i:end]

    def is_told(self, i: int, x: int, clause: Clause, issued: bool) -> bool:
        """Tell a clause at token ``x`` of a sentence from ``i`` on that says what was done, or is aimed at.

        "Trong 5 năm qua, chi bộ kết nạp 9 đảng viên; *phân công 3 đồng chí phụ trách thôn*", "Chi bộ
        đã giữ nền nếp; *giao Đoàn Thanh niên trồng cây*"; behind what was ``issued``, "Theo đó,
        *mục tiêu là phải hoàn thành 1.000 căn nhà*".
        """
        if issued and not clause.bearers:
            return True
        reader = self.reader
        cue = clause.cue
        if clause.speaker is not None or (cue is not None and not cue.needs_bearer):
            return False
        if not clause.bearers and self._discusses(i, clause.action):
            return True
        if x <= i:
            return False
        first = reader.skip(i, x)
        near = reader.marks_in(first, min(x, first + _PERIOD))
        comma = next((k for k in near if reader.keys[k] == ","), None)
        if comma is not None and _runs_to_now(reader, comma):
            return True
        begins = (first,) if comma is None else (first, comma + 1)
        who = (reader.subjects(k, x) for k in begins)
        return self.prose and any(
            subjects and reader.keys[after] == "đã" for subjects, after in who
        )

    def _discusses(self, i: int, k: int) -> bool:
        """Tell whether a colon before token ``k`` leads to what is only spoken of.

        "Hội nghị *thảo luận*: nâng cao chất lượng sinh hoạt; xây dựng quỹ hội".
        """
        reader = self.reader
        colon = next((m for m in reader.marks_in(i, k) if reader.keys[m] == ":"), i)
        if reader.opener(reader.skip(i, colon), colon):
            return False  # "Phục vụ kỳ họp: rà soát tài liệu"
        return any(reader.cues.discussing.match(reader.tokens, j) for j in range(i, colon))

    def says_what_is_issued(self, s: int) -> bool:
        """Tell prose that goes on with what a document says: "UBND xã ban hành Kế hoạch …. | Theo đó, …"."""
        reader, i = self.reader, self.ctx.sentence_tokens[s][0]
        if not (self.prose and s) or reader.cues.according.match(reader.tokens, i) is None:
            return False
        return reader.issues_in(self.ctx.sentence_tokens[s - 1][0], i)

    def _plain(self, clause: Clause, s: int, last: Duty | None) -> bool:
        """Tell, in a text without an outline, what is announced, or a verb that nobody is named for.

        "Khai mạc: 15 giờ", "Nhà trường thông báo …", "Trạm bơm sẽ ngừng cấp nước …", "Phòng Tổ
        chức báo cáo kết quả như sau: …"
        """
        if clause.rule == "imperative":
            # "Các xã cần theo dõi bão. *Tổ chức trực ban*": but a notice goes on to announce
            alone = last is None or (last.sentence != s and self.kind not in _ORDERING)
            return alone and not self._due(clause)
        keys = self.reader.keys[clause.action : min(clause.end, clause.action + _CLOSING)]
        follows = any(keys[k : k + 3] == ["như", "sau", ":"] for k in range(len(keys)))
        return follows or "sẽ" in keys or keys[:2] == ["thông", "báo"]

    def _enacts(self, n: int, clause: Clause) -> bool:
        """Tell what a decision does itself: "Điều 1. *Công nhận* xã đạt chuẩn …"."""
        marker = self.ctx.structure.lines[n].marker
        return (
            self.kind in _DECIDING
            and not clause.bearers
            and marker is not None
            and marker.family == "article"
            and self.reader.skip(self.ctx.line_tokens[n][0], clause.action + 1) == clause.action
            and self.reader.cues.enacting.match(self.reader.tokens, clause.action) is not None
        )

    def _issues(self, clause: Clause) -> bool:
        """Tell prose that says what was issued: "UBND tỉnh *ban hành Chỉ thị* về …"."""
        issued = self.reader.found.issuing.get(clause.action)
        cues, tokens = self.reader.cues, self.reader.tokens
        document = cues.documents.match(tokens, issued[0]) if issued else None
        return self.prose and document is not None

    def _due(self, clause: Clause) -> bool:
        """Tell whether a letter asks for something by a time: "Báo cáo kết quả *trước ngày 20/3*"."""
        reader = self.reader
        carried = reader.found.carrying_out.get(clause.action)
        if not reader.letter or (
            carried and reader.cues.documents.match(reader.tokens, carried[0])
        ):
            return False  # "Thực hiện Quyết định số 468/QĐ-TTg về Đề án giai đoạn 2016 - 2025"
        times = (reader.time_at.get(k) for k in range(clause.action, clause.end))
        return any(time is not None and not time.is_past(reader.anchor) for time in times)

    def _narrates(self, clause: Clause, i: int) -> bool:
        """Tell whether somebody's act, outside of lists, is told or closes the text."""
        if self.kind == "notice":
            return _announces(self.reader, clause)
        if not self.tells_acts:
            return False
        first = self.reader.skip(i, clause.action)
        return _narrates(self.reader, clause, first) or self.reader.tells(clause)

    def _ordered(self, n: int, command: Command, last: Duty | None) -> bool:
        """In a report "X does Y" is an order in a list, a lead-in or after a request.

        In news after one of a paragraph before, too; speeches and papers go on with what is done.
        """
        marked = self.ctx.structure.lines[n].marker is not None
        if marked or command.operative or last is None:
            return marked or command.operative
        return last.line == n or self.kind == "news" or self.ctx.loose


def _opens(reader: Reader, clause: Clause) -> bool:
    """Tell what somebody does on an occasion: "Kết luận cuộc họp, *ông X* đánh giá …".

    So does how an event goes on: "Kết thúc buổi đối thoại, 26 ý kiến được ghi nhận".
    """
    if clause.rule != "imperative":
        return False
    commas = reader.marks_in(clause.action, min(clause.end, clause.action + OCCASION))
    k = next((k for k in commas if reader.keys[k] == ","), None)
    if k is None:
        return False
    if reader.cues.occasions.match(reader.tokens, clause.action) is not None:
        return True
    named, _ = reader.subjects(k + 1, clause.end)
    mention = named[0].mention if named else None
    return mention is not None and reader.mentions[mention].type in ("PERSON", "ROLE")


def _bygone(reader: Reader, i: int, clause: Clause) -> bool:
    """Tell of times long past: "Ngày ấy, cấp trên yêu cầu …", "Theo ông, *trước kia* muốn … phải …".

    Not "Các xã, trước đây thuộc huyện A, phải bàn giao hồ sơ".
    """
    near = (
        reader.marks_in(i, min(clause.action, i + OCCASION)) if i in reader.found.adjuncts else ()
    )
    commas = (k + 1 for k in near if reader.keys[k] == ",")
    return any(reader.cues.bygone.match(reader.tokens, k) for k in (i, *commas))


def _runs_to_now(reader: Reader, comma: int) -> bool:
    """Tell whether a comma closes a time that ends today: "Trong 5 năm *qua,* …", "… *đến nay,* …"."""
    return " ".join(reader.keys[max(0, comma - 2) : comma]).endswith(reader.cues.until_now)


def _shows(reader: Reader, clause: Clause) -> bool:
    """Tell a survey, whose name looks like a verb: "Điều tra 400 hộ *cho thấy* …"."""
    return any(k in reader.found.showing for k in range(clause.action, clause.end))


def _befalls(reader: Reader, clause: Clause) -> bool:
    """Tell what befell somebody, in a report: "312 hộ phải sơ tán", "bà con phải chờ"."""
    forced = clause.cue is not None and clause.cue.form == "phải"
    return forced and reader.cues.mishaps.match(reader.tokens, clause.action) is not None


def _is_over(reader: Reader, clause: Clause) -> bool:
    """Tell whether a word before the cue says that it is over: "đã phải sơ tán"."""
    if clause.cue_span is None:
        return False
    before = clause.cue_span[0] - 1
    if (
        clause.rule == "reported-request"
        and before >= 0
        and reader.keys[before] in reader.cues.just_now
    ):
        return False  # "Bộ Y tế *vừa yêu cầu* …" is news
    return before >= 0 and reader.keys[before] in reader.cues.over


def _narrates(reader: Reader, clause: Clause, first: int) -> bool:
    """Tell what somebody does at an event, or has done, in a clause from token ``first`` on.

    "Tại hội nghị, UBND tỉnh công bố nền tảng số", "Sáng 28/6, UBND tỉnh họp", "Huyện ủy tặng giấy
    khen", "UBND tỉnh ban hành Công văn số 65".
    """
    subject = clause.bearers[0].first if clause.bearers else first + 1
    if any(reader.cues.scenes.match(reader.tokens, k) for k in range(first, subject)):
        return True
    when = reader.time_at.get(first)
    if when is not None and when.type in ("DATE", "TIME") and not when.ends_after(reader.anchor):
        return True
    if reader.cues.ceremonies.match(reader.tokens, clause.action) is not None:
        return True
    issued = reader.found.issuing.get(clause.action)
    document = reader.cues.documents.match(reader.tokens, issued[0]) if issued else None
    return document is not None and reader.keys[document[0] : document[0] + 1] == ["số"]


def _goes_on(reader: Reader, i: int, start: int) -> bool:
    """Tell whether a part of a sentence that starts at ``start`` goes on with what was done.

    "Đảng ủy *đã* giữ vững ổn định; | nâng cao chất lượng sinh hoạt chi bộ".
    """
    subjects, after = reader.subjects(start, i) if start < i else ([], i)
    return bool(subjects) and after < i and reader.keys[after] == "đã"


def _has_done(reader: Reader, clause: Clause) -> bool:
    """Tell what somebody has done from an order: "Thực hiện nhiệm vụ được giao, *Ban X đã xây dựng* …"."""
    for k in reader.marks_in(clause.action, min(clause.end - 2, clause.action + OCCASION)):
        if reader.keys[k] == ",":
            subjects, after = reader.subjects(k + 1, clause.end)
            return bool(subjects) and after < clause.end and reader.keys[after] == "đã"
    return False


def _announces(reader: Reader, clause: Clause) -> bool:
    """Tell the closing of a notice: "Văn phòng thông báo để các sở, ngành biết, thực hiện"."""
    keys = reader.keys[clause.action : min(clause.end, clause.action + _CLOSING)]
    return keys[:2] == ["thông", "báo"] and "biết" in keys


def _meets(reader: Reader, clause: Clause) -> bool:
    """Tell of a visit, outside of lists: "Chiều nay, đoàn giám sát làm việc với phường"."""
    visit = reader.cues.visits.match(reader.tokens, clause.action)
    return visit is not None and clause.cue is None


def _titles_annex(reader: Reader, clause: Clause) -> bool:
    """Tell the title of an annex: "Tổ chức lễ hội (kèm theo Thông báo số 9/TB-UBND)"."""
    keys = reader.keys[clause.action : clause.end]
    if clause.cue is not None or keys[-1:] != [")"] or "(" not in keys:
        return False
    inside = keys[len(keys) - keys[::-1].index("(") :]
    return inside[:2] == ["kèm", "theo"] and "số" in inside
