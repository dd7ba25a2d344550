"""Recurrences: the code of what comes back, and its rule in RFC 5545."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from typing import Any

from vndirective.core.patterns import iso_date
from vndirective.extract.times.points import Point
from vndirective.extract.times.values import NO_SUCH_DAY, NO_SUCH_MONTH, Value

__all__ = ["recurrence", "recurring"]

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NO_CODE = "no code for such a recurrence; its rule is in rrule"


def recurring(point: Point) -> Value:
    """Return the value of what comes back: ``XXXX-XX-25`` for "ngày 25 hằng tháng"."""
    text: str | None = None
    month, day = point.month, point.day
    if month is not None and not 1 <= month <= 12:
        return Value(None, point.mod, reason=NO_SUCH_MONTH)
    longest = 30 if point.lunar else 31
    if day is not None and not (
        1 <= day <= longest and (point.lunar or month is None or iso_date(day, month, 2024))
    ):
        return Value(None, point.mod, reason=NO_SUCH_DAY)
    if point.month_of_quarter and day and point.every == "quý":
        months = (point.month_of_quarter + n for n in (0, 3, 6, 9))
        return Value(",".join(f"XXXX-{m:02d}-{day:02d}" for m in months), point.mod)
    if point.workday and not point.nth and point.every == "tuần":
        return Value(",".join(f"XXXX-WXX-{n}" for n in range(1, 6)), workday=True)
    by_rule = (point.nth and (point.weekday or point.workday)) or point.week
    if by_rule or (point.month_of_quarter and point.every == "quý"):
        return Value(
            None, point.mod, workday=bool(point.workday), reason=_NO_CODE, lunar=bool(point.lunar)
        )
    if point.every == "năm":
        text = "XXXX"
        if month:
            text += f"-{month:02d}" + (f"-{day:02d}" if day else "")
        elif point.quarter or point.half:
            text += f"-Q{point.quarter}" if point.quarter else f"-H{point.half}"
    elif point.every == "quý":
        text = "XXXX-QX"
    elif point.every == "tháng":
        day = day or {1: 1, -1: 31}.get(point.nth or 0)
        text = "XXXX-XX" + (f"-{day:02d}" if day else "")
    elif point.every == "tuần":
        text = "XXXX-WXX" + (f"-{point.weekday}" if point.weekday else "")
    elif point.every == "ngày":
        text = "XXXX-XX-XX"
    if text is not None:
        text += point.time_of_day
    return Value(text, point.mod, lunar=bool(point.lunar))


def recurrence(points: Sequence[Point], ranged: bool, before: bool) -> str | None:
    """Return the RFC 5545 rule of a recurrence, None where the points do not come back as one.

    ``before``: the rule gives the last day that keeps "trước ngày 25 hằng tháng".
    """
    last = points[-1]
    if not last.every or last.lunar or last.week:
        return None
    rule: dict[str, Any] = {}
    members = [last] if ranged else list(points)
    if last.workday:
        rule = {"FREQ": "MONTHLY", "BYDAY": "MO,TU,WE,TH,FR", "BYSETPOS": last.nth}
        if last.nth is None:
            rule = {"FREQ": "WEEKLY", "BYDAY": "MO,TU,WE,TH,FR"}
    elif last.weekday:
        days = ",".join(f"{p.nth or ''}{_DAYS[(p.weekday or 1) - 1]}" for p in members)
        rule = {"FREQ": "MONTHLY" if last.nth else "WEEKLY", "BYDAY": days}
    elif last.every == "năm":
        months = _months(members, before)
        if months is None:
            return None
        rule = {"FREQ": "YEARLY", **months}
    elif last.every == "quý":
        rule = {"FREQ": "MONTHLY", "INTERVAL": 3}
        if last.month_of_quarter:
            first = last.month_of_quarter
            rule = {"FREQ": "YEARLY", "BYMONTH": ",".join(str(first + n) for n in (0, 3, 6, 9))}
            if last.day:
                rule["BYMONTHDAY"] = _month_day(last.day, before)
            elif last.nth:
                rule["BYMONTHDAY"] = last.nth
    elif last.every == "tháng":
        rule = {"FREQ": "MONTHLY"}
        if last.day:
            rule["BYMONTHDAY"] = ",".join(_month_day(p.day or 1, before) for p in members)
        elif last.nth:
            rule["BYMONTHDAY"] = last.nth - (before and last.nth < 0)
    else:
        rule = {"FREQ": {"tuần": "WEEKLY", "ngày": "DAILY"}[last.every]}
    if last.clock and int(last.clock[:2]) < 24:
        clock = last.time_of_day
        rule |= {"BYHOUR": int(clock[1:3]), "BYMINUTE": int(clock[4:])}
    return ";".join(f"{key}={value}" for key, value in rule.items())


def _month_day(day: int, before: bool) -> str:
    """The day of each month; the day before the 1st, and the 31st, are the last one."""
    day -= before
    return str(day) if 1 <= day <= 30 else "-1"


def _months(members: Sequence[Point], before: bool) -> dict[str, Any] | None:
    last = members[-1]
    if last.quarter and not last.month:
        return {"BYMONTH": 3 * last.quarter}
    if not last.month:
        return {}
    if last.day is None:
        return {"BYMONTH": ",".join(str(p.month) for p in members)}
    ends = [_day_before(p.month or 1, p.day or 1) if before else (p.month, p.day) for p in members]
    months = dict.fromkeys(str(month) for month, _ in ends)
    days = dict.fromkeys(str(day) for _, day in ends)
    if len(months) > 1 and len(days) > 1 and all(_ends_month(p) for p in members) and not before:
        days = {"-1": "-1"}  # "30/6, 30/9 và 31/12": the last day of each
    if len(months) > 1 and len(days) > 1:
        return None  # 30/6 and 31/12: one rule would add 31/6 and 30/12
    return {"BYMONTH": ",".join(months), "BYMONTHDAY": ",".join(days)}


def _ends_month(point: Point) -> bool:
    """Tell the last day of a month that is of one length in all years."""
    month = point.month or 0
    return month != 2 and point.day == monthrange(2023, month)[1]


def _day_before(month: int, day: int) -> tuple[int, int]:
    if day > 1:
        return month, day - 1
    return (month - 2) % 12 + 1, -1
