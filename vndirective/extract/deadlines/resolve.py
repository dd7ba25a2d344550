"""Deadlines: when the times that limit duties fall due, and how they recur.

``due`` is the last moment that keeps a deadline. Which time limits which duty is decided in
`rules`.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from vndirective.core.records import Citation, Time
from vndirective.extract.calendars.working_days import Swaps, is_announced
from vndirective.extract.context import Context
from vndirective.extract.deadlines.rules import DeadlineJudge
from vndirective.extract.duties.duty import Duty
from vndirective.extract.times.find import Expression
from vndirective.extract.times.periods import due_of_period
from vndirective.extract.times.point_values import Reference, value_of
from vndirective.extract.times.rules import BEFORE, time_rules
from vndirective.extract.times.values import first_day, last_day

__all__ = ["resolve"]


def resolve(
    ctx: Context, expressions: list[Expression], duties: list[Duty], citations: list[Citation]
) -> tuple[list[Time], list[list[str]]]:
    """Decide what is a deadline and when it falls due.

    Parameters
    ----------
    ctx : Context
    expressions : list of Expression
    duties : list of Duty
    citations : list of Citation

    Returns
    -------
    times : list of Time
        One for each expression; ``t1`` is the first.
    deadlines : list of list of str
        Ids of the times that limit each duty.
    """
    expressions, named_twice = _named_twice(ctx, _to_come(ctx, expressions, duties))
    judge = DeadlineJudge(ctx, expressions, duties, citations, named_twice)
    times = []
    for n, expression in enumerate(expressions):
        limits = judge.is_deadline[n]
        relation = judge.relation(n)
        due, derivation, provisional = (None, "", False)
        event = judge.events[n]
        if limits and expression.type == "DURATION":
            due, derivation, provisional = due_of_period(
                ctx,
                expression,
                event,
                (expressions[k] for k in range(max(0, n - 1), len(expressions))),
            )
        elif limits:
            due, derivation, provisional = _due(expression, ctx.swaps)
        if expression.value.rolls:
            said = "the year is not said: taken from the issue date"
            derivation = f"{derivation}; {said}" if derivation else said
        text, start, end = ctx.printed(expression.start, expression.end)
        value = expression.value
        times.append(
            Time(
                id=f"t{n + 1}", text=text, start=start, end=end,
                type=expression.type, value=value.value, relation=relation, is_deadline=limits,
                mod=value.mod, workday=value.workday, freq=value.freq,
                cal="lunar" if value.lunar else None,
                begin_event=ctx.span(*event[:2]).text if event and event.begins else None,
                end_event=ctx.span(*event[:2]).text if event and not event.begins else None,
                due=due, rrule=expression.rrule, provisional=provisional,
                derivation=derivation or value.reason,
            )
        )  # fmt: skip
    limiting = [
        [times[t].id for t in own if times[t].is_deadline and t not in named_twice]
        for own in judge.of_duties
    ]
    return times, limiting


def _to_come(ctx: Context, expressions: list[Expression], duties: list[Duty]) -> list[Expression]:
    """Take days without a year, on which something must be done, for the next such days.

    "Sơ kết vào ngày 15/12" in March: the nearest 15 December is over.
    """
    if ctx.reporting:
        return expressions
    governed = {t for duty in duties for t in duty.times}
    on, gap = time_rules().contexts["at"], time_rules().gaps["list"]
    found = list(expressions)
    later = Reference(ctx.anchor, forward=True, swaps=ctx.swaps)
    last = None  # the end of the last one that was taken so
    for n, expression in enumerate(expressions):
        if n not in governed or not expression.value.rolls:
            continue
        start = expression.start
        placed = on.search(ctx.view.folded[max(0, start - BEFORE) : start]) is not None
        listed = last is not None and gap.fullmatch(ctx.view.folded[last:start]) is not None
        if not (placed or listed):
            continue
        last = expression.end
        if expression.is_past(ctx.anchor) and not (expression.so_far or expression.overtaken):
            value = value_of(expression.points, expression.ranged, later)
            found[n] = expression._replace(value=value)
    return found


def _named_twice(
    ctx: Context, expressions: list[Expression]
) -> tuple[list[Expression], frozenset[int]]:
    """Give days in brackets the relation of the same day before them; return which these are.

    "trước ngày 12/2 (mùng 6 Tết)", "đến hết ngày 2/2/2025 (tức mùng 5 tháng Giêng)".
    """
    opens, folded = time_rules().gaps["apposed"], ctx.view.folded
    found, again = list(expressions), set()
    for n, (first, other) in enumerate(pairwise(expressions), start=1):
        day = first.value.value or ""
        if not (
            first.type == other.type == "DATE"
            and len(day) == len("2025-02-12")
            and "X" not in day
            and opens.fullmatch(folded[first.end : other.start])
            and folded.startswith(")", other.end)
        ):
            continue
        near = Reference(day, swaps=ctx.swaps)
        value = value_of(other.points, other.ranged, near)  # "mùng 6 Tết": of the year before it
        if value.value == day:
            found[n] = other._replace(relation=found[n - 1].relation, value=value)
            again.add(n)
    return found, frozenset(again)


def _due(expression: Expression, swaps: Swaps | None) -> tuple[str | None, str, bool]:
    value, relation = expression.value.value, expression.relation
    if value is None:
        return None, expression.value.reason, False
    if expression.type == "SET":
        if expression.rrule is None:  # "ngày 20/3 và 15/6 hằng năm"
            return None, "recurs; no rule of a calendar says when", False
        return None, "recurs", False
    if relation == "AFTER":
        return None, f"begins with {value}; no end is said", False
    if value.startswith(("XXXX", "T")):
        return None, expression.value.reason or f"{value} names no day", False
    unsure = expression.value.workday and not is_announced(int(value[:4]), swaps)
    provisional = unsure or expression.value.mod is not None
    end = value.split("/")[-1].split(",")[-1]
    if expression.type == "TIME":
        if "T" in end and end[11:12].isdigit():
            return end, f"{relation} a moment: that moment", False
        return end[:10], f"{relation} a part of a day: that day", False
    if "T" in end[10:]:
        return end, f"{relation} {value}: its end", False
    last = last_day(end)
    if last is None:
        return None, f"{value} names no day", False
    if relation == "BEFORE":
        first = first_day(end if "," in value else value.split("/")[0])
        if first is None:
            return None, f"{value} has no first day", False
        day = date.fromisoformat(first) - timedelta(days=1)
        return day.isoformat(), f"before {value}: the day before", provisional
    note = f"{relation} {value}: its last day"
    if expression.value.mod:
        note += f" ({expression.value.mod} of the period is not exact)"
    return last, note, provisional
