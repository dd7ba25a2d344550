"""What a clause tells and does not ask: what happened, what befell somebody, how a meeting went."""

from __future__ import annotations

from vndirective.extract.clauses import Clause, Reader
from vndirective.extract.inheritance import OCCASION

__all__ = [
    "announces",
    "befalls",
    "is_past",
    "meets",
    "narrates",
    "opens_telling",
    "titles_annex",
]

#: How far behind "thông báo" a closing says what for: "… biết, thực hiện", in tokens.
_CLOSING = 14


def opens_telling(reader: Reader, clause: Clause) -> bool:
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


def befalls(reader: Reader, clause: Clause) -> bool:
    """Tell what befell somebody, in a report: "312 hộ phải sơ tán", "bà con phải chờ"."""
    forced = clause.cue is not None and clause.cue.form == "phải"
    return forced and reader.cues.mishaps.match(reader.tokens, clause.action) is not None


def is_past(reader: Reader, clause: Clause) -> bool:
    """Tell whether a word before the cue says that it is over: "đã phải sơ tán"."""
    if clause.cue_span is None:
        return False
    before = clause.cue_span[0] - 1
    return before >= 0 and reader.keys[before] in reader.cues.over


def narrates(reader: Reader, clause: Clause, first: int) -> bool:
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


def announces(reader: Reader, clause: Clause) -> bool:
    """Tell the closing of a notice: "Văn phòng thông báo để các sở, ngành biết, thực hiện"."""
    keys = reader.keys[clause.action : min(clause.end, clause.action + _CLOSING)]
    return keys[:2] == ["thông", "báo"] and "biết" in keys


def meets(reader: Reader, clause: Clause) -> bool:
    """Tell of a visit, outside of lists: "Chiều nay, đoàn giám sát làm việc với phường"."""
    visit = reader.cues.visits.match(reader.tokens, clause.action)
    return visit is not None and clause.cue is None


def titles_annex(reader: Reader, clause: Clause) -> bool:
    """Tell the title of an annex: "Tổ chức lễ hội (kèm theo Thông báo số 9/TB-UBND)"."""
    keys = reader.keys[clause.action : clause.end]
    if clause.cue is not None or keys[-1:] != [")"] or "(" not in keys:
        return False
    inside = keys[len(keys) - keys[::-1].index("(") :]
    return inside[:2] == ["kèm", "theo"] and "số" in inside
