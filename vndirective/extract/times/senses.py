"""What the words around a piece of a time expression make of it."""

from __future__ import annotations

import re

from vndirective.extract.times.points import MONTH, QUARTER, YEAR
from vndirective.extract.times.rules import Piece, TimeRules

__all__ = ["is_news_day", "is_overtaken", "is_so_far", "labeled", "next_of_each"]

#: How far ahead the words are read that say what had come of a day.
_AHEAD = 110
_CLAUSE_END = re.compile(r"[.;]\s|\n")
_SENTENCE_END = re.compile(r"[.]\s|\n")


def labeled(
    rules: TimeRules, piece: Piece, said: str | None, kind: str, before: str, folded: str
) -> str | None:
    """Return the relation that a label says: "Thời gian: 08 giờ …; địa điểm: …" is that of an event.

    Any day of a period will do: "Thời hạn hoàn thành: Quý III/2024".
    """
    if said != "BY" or rules.contexts["label"].search(before) is None:
        return said
    if rules.contexts["event_label"].search(before):
        place = folded.find("địa điểm", piece.end, piece.end + _AHEAD) >= 0
        if kind == "TIME" or place:
            return None
    periods = all(p.finest in (MONTH, QUARTER, YEAR) and not p.every for p in piece.points)
    if piece.ranged:
        return "FROM-TO"
    return "WITHIN" if periods else said


def _clause_behind(piece: Piece, folded: str) -> str:
    return _CLAUSE_END.split(folded[piece.end : piece.end + _AHEAD], 1)[0]


def is_so_far(rules: TimeRules, piece: Piece, before: str, folded: str) -> bool:
    """Tell whether it says until or in when was counted: "Đến ngày 4/1, hai xã vẫn chưa nộp".

    "Trong 6 tháng đầu năm, cấp ủy đã kiểm tra 450 tổ chức" reports as well.
    """
    if not any(rules.contexts[where].search(before) for where in ("until_here", "inside")):
        return False
    after = _clause_behind(piece, folded)
    told = rules.contexts["so_far"].search(after)
    return told is not None and rules.contexts["demanded"].search(after) is None


def is_overtaken(rules: TimeRules, piece: Piece, folded: str) -> bool:
    """Tell whether it has passed: "yêu cầu gửi trước ngày 20/4 nhưng mới có ba xã gửi"."""
    after = _SENTENCE_END.split(folded[piece.end : piece.end + _AHEAD], 1)[0]
    return rules.contexts["overtaken"].search(after) is not None


def next_of_each(
    rules: TimeRules, piece: Piece, every: str | None, before: str, folded: str
) -> str | None:
    """Return the unit whose next one is meant each time.

    "Báo cáo theo tháng, gửi chậm nhất ngày 15 tháng sau", "ngày 30/01 năm sau năm phát sinh".
    """
    last = piece.points[-1]
    unit, n = last.shift or ("", 0)
    if (
        n != 1
        or not last.day
        or unit not in ("tháng", "năm")
        or (unit == "năm") != bool(last.month)
    ):
        return None
    said = rules.contexts["each_unit"].search(before)
    each = unit in (every, said and said["every"])
    return unit if each or folded.startswith(f" {unit} ", piece.end) else None


def is_news_day(rules: TimeRules, piece: Piece, before: str, folded: str) -> bool:
    """Tell whether "22.4", "25-7" is a day: "dịp 2.9", "Đến 22.4, …", but "tăng đến 2.5"."""
    if rules.contexts["news_day"].search(before):
        return True
    if rules.contexts["up_to"].search(before) is None:
        return False
    if folded.startswith((",", ")", ";"), piece.end):
        return True
    return rules.contexts["behind_a_day"].match(folded, piece.end + 1) is not None
