"""The smaller slots of a duty: condition, exception, purpose, product, partners.

All are found in one scan over the action.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.clauses.reader import Clause, Reader
from vndirective.extract.tables.task_lists import taking_part

__all__ = ["Slots", "slots_of"]

#: How far behind its verb a product may stand, and how long it may be, in tokens.
_PRODUCT = 4
_LONGEST_PRODUCT = 30
#: How far after its verb "khi …" says when to act; farther away it belongs to a noun.
_NEAR = 12
#: How long what goes on with a condition behind a comma may be, in tokens, and how many parts it has.
_GOES_ON, _PARTS = 24, 8

#: How many tokens those who help may take.
_HELPERS = 40
_ENDS = frozenset(",;.:(")

TokenSpan = tuple[int, int]


@dataclass(slots=True)
class Slots:
    """What an action says besides the deed, in tokens."""

    condition: TokenSpan | None = None
    exception: TokenSpan | None = None
    purpose: TokenSpan | None = None
    deliverable: TokenSpan | None = None
    coordinated_with: list[Phrase] = field(default_factory=list)
    monitored_by: list[Phrase] = field(default_factory=list)
    report_to: list[Phrase] = field(default_factory=list)


def slots_of(reader: Reader, clause: Clause) -> Slots:
    """Find the slots of a clause.

    Parameters
    ----------
    reader : Reader
    clause : Clause
    """
    cues, keys, tokens, seen = reader.cues, reader.keys, reader.tokens, reader.found
    found = Slots(condition=clause.condition, exception=clause.exception)
    found.coordinated_with = taking_part(tokens, clause.bearers)
    produced = -_PRODUCT  # where the last verb ends that yields a paper
    quoted = _quoted(reader, clause)
    for k in reader.slots_in(clause.action, clause.end):
        apart = keys[k - 1] in (",", "(")
        if (
            found.condition is None
            and k in seen.conditions
            and k not in quoted
            and _when(reader, clause, k, apart, found.purpose)
        ):
            found.condition = k, _stop(reader, k, clause.end)
        except_here = apart or keys[k - 1] in cues.before_exception
        if except_here and found.exception is None and k in seen.exceptions:
            found.exception = k, _stop(reader, k, clause.end)
        if (
            found.purpose is None
            and k > clause.action + 1
            and keys[k - 1] not in cues.not_before_purpose
            and k in seen.purpose
            and cues.let_happen.match(tokens, k) is None
        ):
            found.purpose = (k, clause.end)
        if found.deliverable is None:
            product = cues.deliverables.match(tokens, k) if k < produced + _PRODUCT else None
            if product and keys[k - 1] != "các" and keys[product[0] : product[0] + 1] != ["số"]:
                after = _end_of_product(reader, product[0], clause.end, k)
                found.deliverable = (k, after)
                if after + 1 < clause.end and keys[after] in cues.towards:
                    # "gửi danh sách *về Văn phòng*"
                    found.report_to = reader.subjects(after + 1, clause.end)[0]
            elif verb := seen.producing.get(k):
                produced = verb[0]
        partners = seen.coordinating.get(k) if not found.coordinated_with else None
        # "Cùng các xã rà soát …", but not "đồng hành cùng chính quyền"
        if partners and (partners[1] != "cùng" or k == clause.action):
            named = reader.subjects(partners[0], clause.end)[0]
            found.coordinated_with = named or _helpers(reader, clause, k)
        if not found.report_to and (verb := seen.reporting_to.get(k)):
            found.report_to = reader.subjects(verb[0], clause.end)[0]
        if not found.monitored_by and (verb := seen.monitoring.get(k)):
            found.monitored_by = reader.subjects(verb[0], clause.end)[0]
    return found


def _helpers(reader: Reader, clause: Clause, k: int) -> list[Phrase]:
    """Who stands before a verb of helping: "chủ trì, *Sở Tài chính và các xã* phối hợp, …"."""
    for i in range(max(clause.action + 1, k - _HELPERS), k):
        if reader.keys[i - 1] in (",", "(", ";"):
            named, after = reader.subjects(i, k)
            if named and after == k:
                return named
    return []


def _when(
    reader: Reader, clause: Clause, k: int, apart: bool, purpose: tuple[int, int] | None
) -> bool:
    """Tell whether the word of a condition at token ``k`` begins one.

    "báo kẻng nếu nước lên", "không để lộ bí mật khi chuyển trụ sở", but not inside a purpose, nor
    "(nếu có)", "(nếu cần)", nor "trong 24 giờ sau khi nước rút", which is counted from there.
    """
    keys, cues = reader.keys, reader.cues
    idle = cues.idle_conditions.match(reader.tokens, k)
    if idle is not None and keys[idle[0] : idle[0] + 1] in ([","], [")"], [";"]):
        return False
    if apart:
        return True
    if k <= clause.action + 1 or keys[k - 1] in cues.not_before_when:
        return False
    if cues.while_acting.match(reader.tokens, k) is not None:
        return False  # "nhắc cán bộ giữ thái độ đúng mực *khi thi hành* công vụ"
    if purpose is not None:
        # "cử đại diện để trình bày | trong trường hợp có nhiều người": the deed depends on it
        in_case = keys[k : k + 3] == ["trong", "trường", "hợp"] and keys[purpose[0]] == "để"
        return in_case and _stop(reader, k, clause.end) == clause.end
    if k in reader.behind_length and keys[k] == "sau":
        return False
    near = k < clause.action + _NEAR or _stop(reader, k, clause.end) == clause.end
    return keys[k] == "nếu" or (
        near and cues.closing_conditions.match(reader.tokens, k) is not None
    )


def _end_of_product(reader: Reader, at: int, end: int, start: int) -> int:
    keys, cues = reader.keys, reader.cues
    while at < end and keys[at] not in _ENDS and at - start < _LONGEST_PRODUCT:
        # "lộ *trình*", "danh mục công *trình*" is no verb
        ends = keys[at] in cues.after_product and keys[at - 1] not in cues.before_half
        towards = keys[at] in cues.towards and at + 1 < end
        if ends or (towards and (at + 1 in reader.at or reader.bearing(at + 1))):
            break
        if keys[at] == "và" and reader.opener(at + 1, end):
            break  # "lập danh mục *và báo cáo* UBND tỉnh"
        at += 1
    return at


def _quoted(reader: Reader, clause: Clause) -> set[int]:
    """Return the tokens of an action inside quotation marks, which may be left open."""
    found: set[int] = set()
    opened: int | None = None
    for k in reader.marks_in(clause.action, clause.end):
        if reader.keys[k] == "“":
            opened = k if opened is None else opened
        elif reader.keys[k] == "”" and opened is not None:
            found.update(range(opened, k))
            opened = None
    return found if opened is None else found | {*range(opened, clause.end)}


def _stop(reader: Reader, start: int, end: int) -> int:
    """Return where a condition or an exception ends that starts at token ``start``."""
    first = bisect_left(reader.stops, start)
    near = [at for at in reader.stops[first : first + _PARTS] if at < end]
    for k in range(start + 2, near[0] if near else end):
        # "…, nếu phát hiện ca bệnh | *thì* phải báo cáo", "khi có sự cố | *nhằm* giữ an toàn"
        if reader.keys[k] in reader.cues.after_condition:
            return k
    for at, following in pairwise([*near, end]):
        if reader.keys[at] != "," or not _goes_on(reader, at + 1, following):
            return at
    return end


def _goes_on(reader: Reader, i: int, end: int) -> bool:
    """Tell whether a condition goes on behind a comma: "khi lợn ốm, *chết bất thường*"."""
    if not i < end <= i + _GOES_ON or i in reader.at or reader.keys[i] in reader.cues.not_going_on:
        return False
    acts = reader.opener(i, end) or reader.cue(i, end) is not None
    return not acts and reader.cues.adverbs.match(reader.tokens, i) is None
