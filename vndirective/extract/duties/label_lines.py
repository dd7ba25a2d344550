"""What lines of labels say of the duties around them, and who stands below a label."""

from __future__ import annotations

from vndirective.extract.clauses.openings import Openings
from vndirective.extract.clauses.phrases import Phrase
from vndirective.extract.context import Context
from vndirective.extract.duties.duty import Duty
from vndirective.extract.duties.duty_times import DutyTimes
from vndirective.extract.tables.task_lists import Cells, in_charge, label_alone, roles

__all__ = ["Named", "said_below", "say"]

#: Labels that say who.
_WHO = ("lead", "partner")

#: Whom the lines below a label name, by what it says.
Named = dict[str, list[Phrase]]


def said_below(ctx: Context, reader: Openings, times: DutyTimes, n: int) -> tuple[Cells, Named]:
    """Read what stands below a line that is a label: "a) Cơ quan chủ trì: / - Sở A. / - Sở B; Sở C.".

    Nothing where somebody acts there: "II. Phân công thực hiện / 1. Sở A rà soát …" is a heading.

    Returns
    -------
    tuple
        Until when, and who is named.
    """
    lines = ctx.structure.lines
    kind = label_alone(ctx.tokens, *ctx.line_tokens[n])
    named: list[Phrase] = []
    dated: tuple[int, int] | None = None
    for k in range(n + 1, len(lines) if kind else 0):
        i, end = ctx.line_tokens[k]
        beside = k == n + 1 and lines[k].marker is None  # one line without a mark
        inside = lines[n].start in ctx.units_around(lines[k].start)
        alone = beside and lines[n].marker is None
        if not (alone or (inside and (beside or lines[k].marker))):
            break
        if _acts(reader, i, end):
            return {}, {}
        if kind != "deadline":
            named += in_charge(reader, i, end)
        elif times.inside(i, end):
            dated = (dated[0] if dated else i, end)
    return ({"deadline": dated} if dated else {}), ({kind: named} if kind and named else {})


def _acts(reader: Openings, i: int, end: int) -> bool:
    """Tell whether a line has a verb or a cue outside of the names in it."""
    k = i
    while k < end:
        if k in reader.at:
            k = max(k + 1, reader.mentions[reader.at[k]].last)
            continue
        if reader.opener(k, end) or reader.cue(k, end) is not None:
            return True
        k += 1
    return False


def say(
    reader: Openings, times: DutyTimes, duties: list[Duty], cells: Cells, named: Named | None = None
) -> None:
    """Add what a table, labels or brackets say of duties, and whom a list below a label named."""
    if not (cells or named):
        return
    if "lead" in cells and "partner" not in cells:
        # "Cơ quan thực hiện: Sở A chủ trì, phối hợp với Sở B"
        cells = cells | (roles(reader.tokens, *cells["lead"]) or {})
    who = {kind: in_charge(reader, *cells[kind]) for kind in _WHO if kind in cells}
    who |= named or {}
    stated = times.inside(*cells["deadline"]) if "deadline" in cells else []
    case = _case(reader, *cells["deadline"]) if "deadline" in cells else None
    until = slice(*cells.get("deadline", (0, 0)))
    worded = not (stated or case) and any(map(str.isalpha, reader.keys[until]))
    for duty in duties:
        if who.get("lead") and not duty.clause.bearers:
            duty.bearers, duty.inherited, duty.far = who["lead"], True, False
        duty.partners = who.get("partner") or duty.partners
        if stated and "deadlines" in duty.inferred:
            # its own deadline, not that of a lead-in
            duty.times, duty.inferred = [], [f for f in duty.inferred if f != "deadlines"]
        duty.times = [*duty.times, *(t for t in stated if t not in duty.times)]
        duty.stated = stated or duty.stated
        duty.product = cells.get("product", duty.product)
        duty.clause.condition = duty.clause.condition or case
        duty.worded = duty.worded or worded


def _case(reader: Openings, i: int, end: int) -> tuple[int, int] | None:
    """Return in what case something is due by a cell or label: "*Sau khi có hướng dẫn*, trước 30/6"."""
    first = i + (reader.keys[i : i + 1] == ["ngay"])
    stop = next((k for k in range(first, end) if reader.keys[k] == ","), end)
    stop = reader.without_stop(first, stop)
    return (first, stop) if reader.found.conditions.get(first) else None
