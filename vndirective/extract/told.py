"""Clauses that tell of something, though their words could order it."""

from __future__ import annotations

from vndirective.extract.clauses import Clause, Reader
from vndirective.extract.inheritance import OCCASION

__all__ = ["befalls", "is_past", "meets", "opens_telling", "titles_annex"]


def opens_telling(reader: Reader, clause: Clause) -> bool:
    """Tell what somebody does on an occasion: "Kết luận cuộc họp, *ông X* đánh giá …"."""
    commas = reader.marks_in(clause.action, min(clause.end, clause.action + OCCASION))
    k = next((k for k in commas if reader.keys[k] == ","), None)
    if k is None:
        return False
    named, _ = reader.subjects(k + 1, clause.end)
    mention = named[0].mention if named else None
    return mention is not None and reader.mentions[mention].type in ("PERSON", "ROLE")


def befalls(reader: Reader, clause: Clause) -> bool:
    """Tell what befell somebody: "312 hộ phải sơ tán", "bà con phải chờ"."""
    forced = clause.cue is not None and clause.cue.form == "phải"
    return forced and reader.cues.mishaps.match(reader.tokens, clause.action) is not None


def is_past(reader: Reader, clause: Clause) -> bool:
    """Tell whether what was ordered is over."""
    if clause.cue_span is None:
        return False
    before = clause.cue_span[0] - 1
    return before >= 0 and reader.keys[before] in reader.cues.over


def meets(reader: Reader, clause: Clause) -> bool:
    """Tell of a visit, outside of lists: "Chiều nay, đoàn giám sát làm việc với phường"."""
    visit = reader.keys[clause.action : clause.action + 3] == ["làm", "việc", "với"]
    return visit and clause.cue is None


def titles_annex(reader: Reader, clause: Clause) -> bool:
    """Tell the title of an annex: "Tổ chức lễ hội (kèm theo Thông báo số 9/TB-UBND)"."""
    keys = reader.keys[clause.action : clause.end]
    if clause.cue is not None or keys[-1:] != [")"] or "(" not in keys:
        return False
    inside = keys[len(keys) - keys[::-1].index("(") :]
    return inside[:2] == ["kèm", "theo"] and "số" in inside
