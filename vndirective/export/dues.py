"""When a duty is due, of the deadlines that it has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from vndirective.core.records import Time

__all__ = ["due_order", "earliest", "moment_of"]


def moment_of(due: str | None) -> date | datetime | None:
    """Return a due as a date; None where there is none, or its year is open (``XXXX-10-03``)."""
    if due is None or "X" in due:
        return None
    # 24:00, the end of a day, is no time of day that a date cell or a calendar holds
    due = due.removesuffix("T24:00")
    return datetime.fromisoformat(due) if "T" in due else date.fromisoformat(due)


def due_order(due: date | datetime) -> tuple[str, str]:
    """Return a sort key: a day without a time of day ends after every moment of that day."""
    if isinstance(due, datetime):
        return due.date().isoformat(), due.time().isoformat()
    return due.isoformat(), "24"


def earliest(limits: Iterable[Time]) -> Time | None:
    """Return the deadline with the first date; a date before what comes round."""
    # A single date says more than the first turn of a recurring one.
    dated = [(time, moment) for time in limits if (moment := moment_of(time.due))]
    first = min(dated, key=lambda d: (d[0].rrule is not None, due_order(d[1])), default=None)
    return first[0] if first else None
