"""Orders whose verb is in no list, told by where they stand or by what stands in them."""

from __future__ import annotations

from dataclasses import replace

from vndirective.extract.clauses.orders import MAY
from vndirective.extract.clauses.reader import Clause, Reader, Speakers
from vndirective.extract.context import Context
from vndirective.extract.duties.command import Command
from vndirective.extract.duties.duty_times import DutyTimes

__all__ = ["assigned", "dated", "delivery", "item", "own_act", "under_condition"]

#: How far behind a product its verb of delivery stands, in tokens.
_DELIVERED = 20
#: What stands before the days that somebody has for something.
_ALLOWED = ("trong vòng ", "trong thời hạn ")


def item(reader: Reader, first: int, i: int, end: int, *, banned: bool) -> Clause | None:
    """Read an item right below who is asked: its verb is in no list, "Vẽ sơ đồ thoát nước".

    ``first`` is the first token of its line. Below what is ``banned`` nouns say what it is, too.
    """
    i, end = reader.skip(i, end), reader.without_stop(i, end)
    if i >= end or reader.skip(first, end) != i or not reader.keys[i].isalpha():
        return None
    if banned:
        return Clause(i, end, None, None, rule="item")
    if reader.keys[i] in reader.cues.noun_starts or reader.keys[i + 1 : i + 2] == [":"]:
        return None
    if i in reader.at or reader.bearing(i) or reader.found.adjuncts.get(i):
        return None
    return Clause(i, end, None, None, rule="item")


def delivery(reader: Reader, times: DutyTimes, i: int, end: int, operative: bool) -> Clause | None:
    """Read "Hai danh sách này nộp … trước ngày …": a product, a verb of delivery, a deadline.

    To whom it goes will do: "kết quả thực hiện báo cáo về Công an tỉnh".
    """
    i, end = reader.skip(i, end), reader.without_stop(i, end)
    product = i < end and reader.keys[i] in reader.cues.products
    if i >= end or not (operative or product):
        return None
    relations = [times.times[t].relation for t in times.inside(i, end)]
    due = any(relation in ("BEFORE", "BY", "EVERY") for relation in relations)
    for k in range(i + 1, min(end, i + _DELIVERED) if due or (product and operative) else i):
        if reader.keys[k] in reader.cues.not_before_delivery:
            return None
        delivers = reader.found.delivery.get(k)
        if delivers and k > i + 1:
            to = delivers[0] + (reader.keys[delivers[0] : delivers[0] + 1] == ["về"])
            goes = to in reader.at and "gồm" not in reader.keys[k:end]
            return Clause(k, end, None, None, rule="delivery") if due or goes else None
    return None


def assigned(reader: Reader, i: int, end: int) -> int | None:
    """Return where a label's order begins: "Phân công: *Phòng Kinh tế chuẩn bị báo cáo*"."""
    label = reader.cues.assigning_labels.match(reader.tokens, i) if i < end else None
    if label is None or label[0] + 1 >= end or reader.keys[label[0]] != ":":
        return None
    subjects, after = reader.subjects(label[0] + 1, end)
    orders = bool(subjects) and reader.verb(after, end, True) is not None
    return label[0] + 1 if orders else None


def under_condition(reader: Reader, i: int, end: int) -> Clause | None:
    """Read "Trường hợp chậm *phải* báo cáo": a condition in prose, a strict modal, nobody named."""
    i = reader.skip(i, end)
    if i >= end or i not in reader.found.conditions:
        return None
    clause = reader.read(i, end, True, Speakers.NOBODY)
    strict = clause is not None and clause.rule == "topic-modal" and clause.condition is not None
    return clause if strict else None


def dated(ctx: Context, reader: Reader, times: DutyTimes, i: int, end: int) -> Clause | None:
    """Read "Các xã rà soát hộ nghèo trước ngày 30/9" in prose: its deadline tells that it asks."""
    first = reader.skip(i, end)
    if first not in reader.at:
        return None
    inside = (times.times[t] for t in times.inside(first, end))
    if not any(
        (t.relation in ("BEFORE", "BY") and not t.is_past(ctx.anchor))
        # "trong vòng 05 ngày"; "trong một ngày" may tell how much water somebody needs
        or (t.type == "DURATION" and ctx.view.folded.endswith(_ALLOWED, 0, t.start))
        for t in inside
    ):
        return None
    clause = reader.read(first, end, True, Speakers.ANYBODY)
    return clause if clause is not None and clause.rule == "subject-verb" else None


def own_act(reader: Reader, clause: Clause, command: Command, charged: bool) -> Clause:
    """To ask is what somebody himself must or may do: "Thanh tra: … kiến nghị xử lý vi phạm".

    ``charged`` says that the lines above name who must act.
    """
    if clause.cue is None or clause.cue_span is None or clause.speaker is not None:
        return clause
    cue, cues = clause.cue.form, reader.cues
    # "Tổ trưởng có quyền: b) Đề nghị thay thế thành viên"
    may = command.cue is not None and command.cue.modality == "permission"
    asked = clause.rule == "performative"
    if may and cue == "được yêu cầu":  # "Người tố cáo có quyền: b) Được yêu cầu giữ bí mật họ tên"
        asks = replace(clause, action=clause.cue_span[0] + 1, cue=MAY)
        return replace(asks, cue_span=(clause.cue_span[0], asks.action), rule="permission")
    if (
        (may and asked)
        or (charged and (cue in cues.advising or _employs(reader, clause)))
        or (charged and not clause.bearers and cue in cues.proposing)
        # "Vụ Tổ chức cán bộ: *Đề xuất cấp có thẩm quyền* hoàn thiện quy định", not among proposals
        or (charged and command.cue is None and cue in cues.proposing and asked)
        or (charged and _of_one(reader, command) and cue in cues.own_requests and asked)
    ):
        own = replace(clause, action=clause.cue_span[0], cue=None, cue_span=None)
        return replace(own, bearers=[], rule="imperative")
    return clause


def _of_one(reader: Reader, command: Command) -> bool:
    """Tell whether a heading says what one body or office is in charge of, not "các sở, ngành"."""
    named = command.bearers
    return command.remit and len(named) == 1 and named[0].first not in reader.found.quantifiers


def _employs(reader: Reader, clause: Clause) -> bool:
    """Tell "Sở Y tế: *Phân công cán bộ theo dõi*" from "Phân công ông A theo dõi", for him.

    Its deputy, whose body is not said, is its own, too: "phân công Phó Giám đốc phụ trách".
    """
    asks = clause.cue is not None and clause.cue.form in reader.cues.own_acts
    named = [reader.mentions[b.mention] for b in clause.bearers if b.mention is not None]
    if any(reader.person_at(m.last) for m in named):
        return False  # "phân công Phó Thủ tướng *Trần Văn A* chỉ đạo"
    own = (m.type == "GROUP" or (m.type == "ROLE" and reader.keys[m.first] == "phó") for m in named)
    # "Phó Giám đốc Sở Y tế" says whose
    whole = (m.level is None and m.branch is None for m in named)
    return asks and 0 < len(named) == len(clause.bearers) and all(own) and all(whole)
