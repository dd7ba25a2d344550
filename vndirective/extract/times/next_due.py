"""When a deadline falls due next: "trước ngày 25 hằng tháng", asked on a given day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from vndirective.core import arguments
from vndirective.core.records import Time
from vndirective.extract.calendars.lunar import lunar_of, solar_of
from vndirective.extract.times.values import last_day

__all__ = ["next_due"]

#: The period of the calendar that a day lies in, by the frequency that names it.
_PERIODS: dict[str, Callable[[date], str]] = {
    "XXXX-XX-XX": lambda day: day.isoformat(),
    "XXXX-WXX": lambda day: "{}-W{:02d}".format(*day.isocalendar()[:2]),
    "XXXX-XX": lambda day: f"{day:%Y-%m}",
    "XXXX-QX": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "XXXX": lambda day: str(day.year),
}


def next_due(deadline: Time, *, after: str | date) -> str | None:
    """Return when a deadline falls due next.

    Parameters
    ----------
    deadline : Time
        An element of ``doc.deadlines`` or ``doc.times``.
    after : str or date
        The day it is asked on, ``YYYY-MM-DD``; a deadline on this day counts.

    Returns
    -------
    str or None
        ``YYYY-MM-DD``, or ``YYYY-MM-DDTHH:MM`` where a clock time is said. What comes back every
        month, quarter or year without a day is due on the last day of the period. None where it
        has passed, where nothing can be computed (``deadline.derivation`` says why), and for "6
        tháng một lần", whose first day the text does not give.

    Raises
    ------
    ArgumentError
        If ``deadline`` is no time, or ``after`` no date.

    Examples
    --------
    >>> import vndirective as vd
    >>> doc = vd.analyze(text="Các phòng gửi báo cáo trước ngày 25 hằng tháng.")
    >>> vd.next_due(doc.deadlines[0], after="2024-03-26")
    '2024-04-24'
    """
    arguments.instance("deadline", deadline, Time, "an element of doc.deadlines or doc.times")
    day = arguments.day("after", after)
    value = deadline.value or ""
    if deadline.due is not None:
        return deadline.due if deadline.due[:10] >= day.isoformat() else None
    if deadline.type != "SET":
        return None
    if deadline.cal == "lunar":
        return _next_lunar(value, day)
    if value in _PERIODS:
        return last_day(_PERIODS[value](day))
    rule = deadline.rrule
    if rule is None or not re.search(r"\bBY(?:DAY|MONTHDAY|HOUR|MONTH)=", rule):
        return None
    if rule.startswith("FREQ=YEARLY") and "DAY=" not in rule:
        rule += ";BYMONTHDAY=-1"  # "trong quý I hằng năm": its last day
    from dateutil.rrule import rrulestr

    start = datetime(day.year, day.month, day.day)
    found = rrulestr(rule, dtstart=start).after(start, inc=True)
    if found is None:
        return None
    return found.isoformat()[:16] if "BYHOUR" in rule else found.date().isoformat()


def _next_lunar(value: str, day: date) -> str | None:
    """The next solar date of a lunar day that comes back: ``XXXX-01-15``."""
    match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value)
    here = lunar_of(day)
    if match is None or here is None:
        return None
    for year in (here[0], here[0] + 1, here[0] + 2):
        found = solar_of(year, int(match[1]), int(match[2]))
        if found is not None and found >= day:
            return found.isoformat()
    return None
