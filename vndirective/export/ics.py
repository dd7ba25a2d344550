"""A calendar file of the duties of which the text says when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneStandard, Todo, vRecur

from vndirective.core.records import Analysis, SavedTasks
from vndirective.export.files import write_whole
from vndirective.export.frames import document_label
from vndirective.export.labels import printable
from vndirective.export.tasks.rows import TaskRow, task_rows

__all__ = ["write_ics"]

_ZONE = "Asia/Ho_Chi_Minh"
_OFFSET = timedelta(hours=7)
_DAY_ENDS = time(23, 59)


def write_ics(path: str | Path, analyses: Iterable[Analysis]) -> SavedTasks:
    """Write the duties with a deadline as to-dos (VTODO) of a calendar.

    A duty with a deadline is due on that day, or at that moment in Vietnamese time; one with several
    dates is a to-do for each, the UID of the second and later ones with a number behind. A recurring
    duty starts at its first turn on or after the day of issue: what comes round without a day is
    due on the last one of the period ("hằng quý"). Where no day can be computed ("15 ngày kể từ ngày nhận hồ sơ", a
    recurrence without a first turn) the to-do has none, and its description holds the words. A
    duty without any deadline is left out: a calendar is for what has a time. The same analyses
    give the same bytes.

    Parameters
    ----------
    path : str or Path
        An existing file is replaced.
    analyses : iterable of Analysis

    Returns
    -------
    SavedTasks
        How many to-dos were written, and how many duties were left out.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//vndirective//tasks//VI")
    calendar.add("version", "2.0")
    calendar.add_component(_timezone())
    todos: dict[str, Todo] = {}
    left_out = set()
    for analysis in analyses:
        for row in task_rows(analysis):
            found = list(_todos(analysis, row))
            if not found:
                left_out.add(row["id"])
            for todo in found:
                todos.setdefault(str(todo["uid"]), todo)
    for todo in todos.values():
        calendar.add_component(todo)
    write_whole(path, calendar.to_ical())
    return SavedTasks(len(todos), left_out=len(left_out))


def _timezone() -> Timezone:
    # Written out, because what a time zone database says of the years before 1975 varies.
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))
    standard.add("tzname", "+07")
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    zone = Timezone()
    zone.add("tzid", _ZONE)
    zone.add_component(standard)
    return zone


def _todos(analysis: Analysis, row: TaskRow) -> Iterator[Todo]:
    issued = analysis.frame.issued_on
    issue_day = date.fromisoformat(issued) if issued else None
    due, turns = row["due"], row["turns"]
    firsts = {_day(turn.first) for turn in turns}
    for number, turn in enumerate(turns, 1):
        of_turn = row if len(turns) == 1 else _only(row, turn.text, turn.reason)
        key = f"{row['id']}-recurring" + (f"-{number}" if number > 1 else "")
        todo = _todo(analysis, of_turn, key, issue_day)
        # DUE must be later than DTSTART and of its type, so a turn lasts a day in minutes.
        first = _day(turn.first)
        clock = turn.first.time() if isinstance(turn.first, datetime) else _DAY_ENDS
        todo.add("dtstart", datetime.combine(first, time(), ZoneInfo(_ZONE)))
        todo.add("due", datetime.combine(first, clock, ZoneInfo(_ZONE)))
        todo.add("rrule", vRecur.from_ical(_rule(turn.rrule, first)))
        yield todo
    if due is not None and _day(due) not in firsts:
        todo = _todo(analysis, row, row["id"], issue_day)
        todo.add("due", _in_zone(due))
        yield todo
    for number, (further, text, reason) in enumerate(row["further_due"], 2):
        if _day(further) not in firsts:
            todo = _todo(analysis, _only(row, text, reason), f"{row['id']}-{number}", issue_day)
            todo.add("due", _in_zone(further))
            yield todo
    if due is None and not turns and row["deadline_text"]:
        yield _todo(analysis, row, row["id"], issue_day)


def _only(row: TaskRow, text: str, reason: str) -> TaskRow:
    """Return a duty with one of its deadlines."""
    return {**row, "deadline_text": text, "due_reason": reason}


def _in_zone(due: date | datetime) -> date | datetime:
    return due.replace(tzinfo=ZoneInfo(_ZONE)) if isinstance(due, datetime) else due


def _rule(rule: str, first: date) -> str:
    """Return a rule of which the start of the first turn is one, as RFC 5545 wants it."""
    # The hour is that of DUE, the turn begins with the day.
    parts = [part for part in rule.split(";") if not part.startswith(("BYHOUR=", "BYMINUTE="))]
    by_month = parts[0] == "FREQ=MONTHLY" or any(part.startswith("BYMONTH=") for part in parts)
    has_day = any("DAY=" in part for part in parts)
    if by_month and not has_day and (first + timedelta(days=1)).day == 1:
        parts.append("BYMONTHDAY=-1")  # from the 31st on, a rule without it skips short months
    return ";".join(parts)


def _day(due: date | datetime) -> date:
    return due.date() if isinstance(due, datetime) else due


def _todo(analysis: Analysis, row: TaskRow, key: str, issued: date | None) -> Todo:
    todo = Todo()
    todo.add("uid", f"{printable(key)}@vndirective")
    stamp = datetime.combine(issued or date(1970, 1, 1), time(), UTC)
    todo.add("dtstamp", stamp)
    todo.add("summary", printable(row["action"]))
    todo.add("description", printable(_description(analysis, row)))
    todo.add("status", "NEEDS-ACTION")
    if row["lead_canonical"]:
        todo.add("categories", [printable(lead) for lead in row["lead_canonical"]])
    return todo


def _description(analysis: Analysis, row: TaskRow) -> str:
    place = f", {row['basis']}" if row["basis"] else ""
    page = f", trang {row['page']}" if row["page"] else ""
    lines = (
        ("", row["quote"]),
        ("Chủ trì: ", row["lead"]),
        ("Phối hợp: ", row["coordinated_with"]),
        ("Sản phẩm: ", row["deliverable"]),
        ("Thời hạn: ", row["deadline_text"]),
        ("Cách tính: ", row["due_reason"]),
        ("Căn cứ: ", f"{document_label(analysis)}{place}{page}"),
        ("Cần xem lại: ", row["review_reason"]),
    )
    return "\n".join(title + text for title, text in lines if text)
