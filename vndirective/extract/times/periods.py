"""Counted periods: "15 ngày làm việc kể từ ngày ký", "03 ngày trước ngày khai mạc".

Counted as in the Civil Code 2015: the first day does not count (article 147), a period of months
or years ends on the day of the same number or the last of the month, and a last day that is no
working day moves to the next one (article 148).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple

from vndirective.core.patterns import DATE_WORDS, any_of, compiled, iso_date
from vndirective.core.resources import lexicon
from vndirective.extract.calendars.working_days import (
    Swaps,
    add_working_days,
    is_announced,
    next_working_day,
)
from vndirective.extract.context import Context
from vndirective.extract.times.find import Expression
from vndirective.extract.times.rules import time_rules

__all__ = ["Event", "due_of_period", "event_of", "lasts"]

# What an event runs to: the end of its clause, or the words that say who must act; none is longer,
# so that a text without marks is not read to its end for each period.
_RUN = r"(?P<event>[^.,;:()\n]{1,240}?)(?=[.,;:()\n]|[ ](?:phải|có[ ]trách[ ]nhiệm|thì|và|trước|để)[ ]|\Z)"
_BEGIN = rf"(?:[ ]liên[ ]tục)?[ ,]{{0,2}}(?:(?:kể|tính|bắt[ ]đầu)(?:[ ]từ)?|từ|sau)[ ](?=khi|ngày|lúc|thời[ ]điểm|có|nhận|hôm[ ]nay|\d){_RUN}"
#: How much stands between "trước" and a period, in characters.
_EVENT_LENGTH = 90
#: Between a day and the length that is counted back from it.
_BACK = r"[ ](?:(?:ít[ ]nhất|tối[ ]thiểu)[ ])?"
_IN_DAYS = r"P\d+[DWM]"
#: Between a length and the range that it fills.
_RUNS = r",?[ ][(]?(?:từ[ ])?"
_END = rf"[ ]trước[ ](?=khi|ngày|lúc|thời[ ]điểm|phiên|kỳ|cuộc|buổi|hội[ ]nghị|đại[ ]hội|khai[ ]|bế[ ]mạc|giờ[ ]){_RUN}"


@cache
def _issued() -> re.Pattern[str]:
    """Events whose day is the issue date: "ngày ký ban hành Kế hoạch này"."""
    kinds = any_of(lexicon("citations")["numbered"])
    return re.compile(rf"ngày (?:ký|ban hành|ký ban hành)(?: {kinds}(?:(?: \w+){{0,2}} này)?)?\Z")


@cache
def _in_force() -> re.Pattern[str]:
    """When a text says that it comes into force: "Quyết định này có hiệu lực từ ngày 01/6/2024"."""
    kinds = any_of(lexicon("citations")["numbered"])
    since = rf"(?:ngày ký(?: ban hành)?|{DATE_WORDS})"
    return re.compile(rf"(?P<kind>{kinds}) này có hiệu lực(?: thi hành)?,?(?: kể)? từ {since}")


@cache
def _when_in_force() -> re.Pattern[str]:
    """The day on which a text comes into force: "ngày Quyết định này có hiệu lực"."""
    kinds = any_of(lexicon("citations")["numbered"])
    return re.compile(rf"ngày (?P<kind>{kinds})(?: này)? có hiệu lực(?: thi hành)?\Z")


class Event(NamedTuple):
    """What a period is counted from or to, in view offsets."""

    start: int
    end: int
    begins: bool


def lasts(folded: str, expression: Expression, following: Expression | None) -> bool:
    """Tell how long something lasts from which day on: "mở lớp *trong 03 ngày*, từ 10 đến 12/9"."""
    return (
        expression.type == "DURATION"
        and following is not None
        and following.relation == "FROM-TO"
        and compiled(_RUNS).fullmatch(folded, expression.end, following.start) is not None
    )


def event_of(
    ctx: Context, expression: Expression, n: int, expressions: Sequence[Expression]
) -> Event | None:
    """Return the event that a duration is counted from or to, if the text names one.

    Parameters
    ----------
    ctx : Context
    expression : Expression
    n : int
        Its place among ``expressions``: the one after it may be the event.
    expressions : sequence of Expression
    """
    if expression.type != "DURATION":
        return None
    folded = ctx.view.folded
    following = expressions[n + 1] if n + 1 < len(expressions) else None
    if following and folded[expression.end : following.start] == " trước ":
        return Event(following.start, following.end, False)  # "05 ngày trước Tết Nguyên đán"
    if lasts(ctx.view.folded, expression, following):
        return None
    for pattern, begins in ((_BEGIN, True), (_END, False)):
        match = compiled(pattern).match(folded, expression.end)
        if match:
            return Event(*match.span("event"), begins)
    if n and _counts_back(folded, expressions[n - 1], expression):
        return Event(expressions[n - 1].start, expressions[n - 1].end, False)
    at = max(0, expression.start - _EVENT_LENGTH)
    held = time_rules().contexts["before_event"].search(folded, at, expression.start)
    return Event(*held.span("event"), False) if held else None


def _counts_back(folded: str, before: Expression, expression: Expression) -> bool:
    """Tell how long before a day something is due: "trước Tết Nguyên đán *15 ngày*"."""
    return (
        before.relation == "BEFORE"
        and before.type in ("DATE", "TIME")
        and compiled(_BACK).fullmatch(folded, before.end, expression.start) is not None
        and compiled(_IN_DAYS).fullmatch(expression.value.value or "") is not None
    )


def due_of_period(
    ctx: Context, expression: Expression, event: Event | None, around: Iterable[Expression]
) -> tuple[str | None, str, bool]:
    """Return the last day of a counted period, how it was found, and whether it may change.

    ``around`` are the time expressions from the one before this one on, in order.

    Returns
    -------
    due : str or None
        A day, or a moment where hours are counted; None where the day of the event is not known.
    derivation : str
    provisional : bool
        The calendar of the year is not announced yet.
    """
    value = expression.value.value
    if value is None:
        return None, expression.value.reason, False
    if event is None:
        back = " back" if expression.relation == "BEFORE" else ""  # "báo trước 01 ngày"
        return None, f"{value}{back} from a day that the text does not name", False
    words = ctx.view.folded[event.start : event.end]
    named = ctx.view.text[event.start : event.end]
    if _issued().match(words) and " này" not in words and _of_another(ctx, expression):
        known = None
    else:
        known = _day_of(ctx, words, event, around)
    if known is None:
        return None, f"the day of the event {named!r} is not known", False
    try:
        return _counted(expression, event, known, named, ctx.swaps)
    except (OverflowError, ValueError):
        return None, f"{value} from {known} is outside the calendar", False


def _of_another(ctx: Context, expression: Expression) -> bool:
    """Tell a paper that is issued later: "kết luận thanh tra *phải công khai* trong 10 ngày kể từ ngày ban hành"."""
    at = max(0, expression.start - _EVENT_LENGTH)
    return _issued_later().search(ctx.view.folded, at, expression.start) is not None


@cache
def _issued_later() -> re.Pattern[str]:
    kinds = any_of(lexicon("citations")["numbered"])
    return re.compile(rf"(?<!\w){kinds}(?: (?!này )\w+){{0,4}} (?:phải|được)(?: \w+){{1,6}} \Z")


def _counted(
    expression: Expression, event: Event, known: str, named: str, swaps: Swaps | None
) -> tuple[str | None, str, bool]:
    value = expression.value.value or ""
    hours = re.fullmatch(r"PT(\d+)H", value)
    if hours and "T" in known:
        moment = datetime.fromisoformat(known) + timedelta(hours=int(hours[1]))
        return moment.isoformat()[:16], f"{value} from {known}", False
    match = re.fullmatch(r"P(\d+)([DWMY])", value)
    if "." in value:
        return None, f"{value} is no whole number of days", False
    if match is None:
        return None, f"{value} needs the hour of the event {named!r}", False
    start, n, unit = date.fromisoformat(known[:10]), int(match[1]), match[2]
    if not event.begins:
        if expression.value.workday:
            last = add_working_days(start, -n, swaps)
        else:
            last = _shifted(start, -n, unit)
        return last.isoformat(), f"{value} back from {known}", not is_announced(last.year, swaps)
    if expression.value.workday:
        last = add_working_days(start, n, swaps)
    else:
        last = next_working_day(_shifted(start, n, unit), swaps)
    note = f"{value} from {known}, the first day not counted; Civil Code 2015, articles 147-148"
    return last.isoformat(), note, not is_announced(last.year, swaps)


def _day_of(ctx: Context, words: str, event: Event, around: Iterable[Expression]) -> str | None:
    """The day of an event: the issue date, a date that its words hold, the day of coming into force."""
    if _issued().match(words):
        return ctx.anchor
    own = _when_in_force().match(words)
    if own or "này có hiệu lực" in words:
        said = ctx.first(_in_force())
        if said is None or (own is not None and own["kind"] != said["kind"]):
            return None
        day = said["day"] and iso_date(said["day"], said["month"], said["year"])
        return day or (ctx.anchor if said["day"] is None else None)
    for other in around:
        # "ngày bế mạc hội thi (12/5/2023)"
        if other.start > event.end + len(" ("):
            break
        value = other.value.value
        if event.start <= other.start and value and "X" not in value:
            whole = len(value) == len("2024-03-01" if other.type == "DATE" else "2024-03-01T16:00")
            return value if whole and other.type in ("DATE", "TIME") else None
    return None


def _shifted(start: date, n: int, unit: str) -> date:
    if unit in "DW":
        return start + timedelta(days=n * (7 if unit == "W" else 1))
    from dateutil.relativedelta import relativedelta

    return start + (relativedelta(months=n) if unit == "M" else relativedelta(years=n))
