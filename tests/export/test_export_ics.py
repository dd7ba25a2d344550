from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from tables import cases

from vndirective.core.records import SavedTasks
from vndirective.export.ics import write_ics


@pytest.fixture
def todos(tmp_path):
    def read(*analyses):
        path = tmp_path / "x.ics"
        count = write_ics(path, analyses).written
        calendar = Calendar.from_ical(path.read_bytes())
        found = {str(todo["UID"]): todo for todo in calendar.walk("VTODO")}
        assert len(found) == count
        return found

    return read


def test_duties_with_a_deadline_become_todos(directive, todos, tmp_path):
    found = todos(directive)
    names = ("o1", "o2", "o3-recurring", "o5")
    assert set(found) == {f"{name}@vndirective" for name in names}
    assert write_ics(tmp_path / "y.ics", [directive, directive]) == SavedTasks(4, left_out=1)


def test_a_deadline_without_a_date_is_told_in_words(directive, todos):
    todo = todos(directive)["o5@vndirective"]
    assert not {"DUE", "DTSTART", "RRULE"} & set(todo)
    assert "Thời hạn: 15 ngày\nCách tính: thiếu ngày nhận đủ hồ sơ" in todo["DESCRIPTION"]


def test_a_day_stays_a_day(directive, todos):
    todo = todos(directive)["o1@vndirective"]
    assert todo.decoded("DUE") == date(2025, 9, 14)
    assert not isinstance(todo.decoded("DUE"), datetime)
    assert str(todo["SUMMARY"]).startswith("Chủ trì, phối hợp với Sở Y tế xây dựng")
    assert todo["CATEGORIES"].cats == ["Sở Giáo dục và Đào tạo"]
    for part in ("bảo đảm an toàn trường học", "07/CT-UBND, mục 1, trang 1", "ngày 14/9"):
        assert part in todo["DESCRIPTION"]


def test_a_moment_is_in_vietnamese_time(directive, todos, tmp_path):
    due = todos(directive)["o2@vndirective"].decoded("DUE")
    assert due.replace(tzinfo=None) == datetime(2025, 9, 10, 17)
    assert due.utcoffset() == timedelta(hours=7)
    raw = (tmp_path / "x.ics").read_bytes()
    assert b"DUE;TZID=Asia/Ho_Chi_Minh:20250910T170000" in raw
    assert raw.index(b"BEGIN:VTIMEZONE") < raw.index(b"BEGIN:VTODO")


def test_a_recurring_duty_starts_with_its_first_turn(directive, todos):
    todo = todos(directive)["o3-recurring@vndirective"]
    assert todo["RRULE"] == {"FREQ": ["MONTHLY"], "INTERVAL": [3], "BYMONTHDAY": [-1]}
    assert todo.decoded("DTSTART").replace(tzinfo=None) == datetime(2025, 8, 31)
    assert todo.decoded("DUE").replace(tzinfo=None) == datetime(2025, 8, 31, 23, 59)
    assert todo.decoded("DUE").utcoffset() == timedelta(hours=7)
    assert "DURATION" not in todo  # a to-do has one or the other


#: Issued on 2025-08-20: value and rule of a time, then the first turn, and the rule in the file.
TURNS = [
    ("a month", "XXXX-XX", "FREQ=MONTHLY", "2025-08-31T23:59", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("a quarter", "XXXX-QX", "FREQ=MONTHLY;INTERVAL=3", "2025-09-30T23:59", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    ("a year", "XXXX", "FREQ=YEARLY", "2025-12-31T23:59", "FREQ=YEARLY"),
    ("a quarter of each year", "XXXX-Q1", "FREQ=YEARLY;BYMONTH=3", "2026-03-31T23:59", "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=3"),
    ("a day of each month", "XXXX-XX-25", "FREQ=MONTHLY;BYMONTHDAY=25", "2025-08-25T23:59", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("an hour of a weekday", "XXXX-WXX-5T15:00", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0", "2025-08-22T15:00", "FREQ=WEEKLY;BYDAY=FR"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "rule", "due", "written"), cases(TURNS))
def test_turns(directive, todos, value, rule, due, written):
    time = replace(directive.times[2], value=value, rrule=rule)
    times = (*directive.times[:2], time, *directive.times[3:])
    todo = todos(replace(directive, times=times))["o3-recurring@vndirective"]
    assert todo.decoded("DUE").isoformat() == f"{due}:00+07:00"
    assert todo.decoded("DTSTART").isoformat() == f"{due[:10]}T00:00:00+07:00"
    assert todo["RRULE"].to_ical().decode() == written
    start = todo.decoded("DTSTART").replace(tzinfo=None)
    assert next(iter(rrulestr(written, dtstart=start))) == start


@pytest.mark.parametrize("clock", ["T17:00", "T00:30"])
def test_a_turn_at_an_hour_is_due_at_that_hour(directive, todos, clock):
    times = tuple(
        replace(time, due=f"2025-09-30{clock}") if time.rrule else time for time in directive.times
    )
    todo = todos(replace(directive, times=times))["o3-recurring@vndirective"]
    assert todo.decoded("DUE").isoformat() == f"2025-09-30{clock}:00+07:00"
    assert todo.decoded("DTSTART") < todo.decoded("DUE")


def test_the_same_text_given_twice_gives_each_duty_once(directive, todos):
    assert set(todos(directive, directive)) == set(todos(directive))


def test_the_turn_that_the_analysis_computed_comes_first(directive, todos):
    times = tuple(
        replace(time, due="2025-09-30") if time.rrule else time for time in directive.times
    )
    undated = replace(directive.frame, issued_on=None)
    for frame in (directive.frame, undated):
        found = todos(replace(directive, frame=frame, times=times))
        assert found["o3-recurring@vndirective"].decoded("DTSTART").date() == date(2025, 9, 30)
        assert "o3@vndirective" not in found


def test_a_date_beside_a_recurrence_is_a_todo_of_its_own(directive, todos):
    both = replace(directive.obligations[0], deadlines=("t1", "t3"))
    found = todos(replace(directive, obligations=(both,)))
    assert set(found) == {"o1@vndirective", "o1-recurring@vndirective"}


#: The deadlines of one duty; by UID, the days and the words that the to-dos of it have.
SEVERAL = [
    ("two days", ("t1", "t2"), {
        "o1": ("2025-09-10T17:00:00+07:00", "17 giờ ngày 10/9/2025; ngày 15/9/2025"),
        "o1-2": ("2025-09-14", "ngày 15/9/2025\nCách tính: trước 15/9: ngày 14/9"),
    }),
    ("a day without a date", ("t1", "t4"), {"o1": ("2025-09-14", "15 ngày; ngày 15/9/2025")}),
    ("the same day twice", ("t1", "t6"), {"o1": ("2025-09-14", "ngày 15/9/2025; năm học mới")}),
    ("three days and a recurrence", ("t1", "t2", "t3", "t7"), {
        "o1": ("2025-09-10T17:00:00+07:00", ""), "o1-2": ("2025-09-14", ""),
        "o1-3": ("2025-10-01", "năm học mới"), "o1-recurring": ("2025-08-31T23:59:00+07:00", ""),
    }),
]  # fmt: skip


@pytest.mark.parametrize(("deadlines", "expected"), cases(SEVERAL))
def test_each_date_of_a_duty_is_a_todo(directive, todos, deadlines, expected):
    event = replace(directive.times[4], is_deadline=True)
    times = (
        *directive.times[:4],
        replace(event, id="t6", due="2025-09-14"),
        replace(event, id="t7", due="2025-10-01"),
    )
    one = replace(directive.obligations[0], deadlines=deadlines)
    found = todos(replace(directive, times=times, obligations=(one,)))
    assert set(found) == {f"{name}@vndirective" for name in expected}
    for name, (due, words) in expected.items():
        todo = found[f"{name}@vndirective"]
        assert todo.decoded("DUE").isoformat() == due
        for part in words.split("; "):
            assert part in todo["DESCRIPTION"]
    if "o1-2" in expected:
        assert "17 giờ" not in found["o1-2@vndirective"]["DESCRIPTION"].split("Thời hạn: ")[1]


#: Issued on 2025-08-20, the recurrences of one duty as value and rule; by UID, the first turns.
RECURRENCES = [
    ("a period that names no day", [("P6M", "FREQ=MONTHLY;INTERVAL=6")], {"o1": None}),
    ("a month with its day", [("XXXX-XX", "FREQ=MONTHLY"), ("XXXX-XX-25", "FREQ=MONTHLY;BYMONTHDAY=24")],
     {"o1-recurring": "2025-08-24"}),
    ("a quarter with its days", [("XXXX-QX", "FREQ=MONTHLY;INTERVAL=3"), ("XXXX-03-15", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14")],
     {"o1-recurring": "2025-09-14"}),
    ("half a year with both days", [("P6M", "FREQ=MONTHLY;INTERVAL=6"), ("XXXX-06-15", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14"),
                                    ("XXXX-12-15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14")],
     {"o1-recurring": "2026-06-14", "o1-recurring-2": "2025-12-14"}),
    ("each month, and a day of each year", [("XXXX-XX", "FREQ=MONTHLY"), ("XXXX-12-15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14")],
     {"o1-recurring": "2025-08-31", "o1-recurring-2": "2025-12-14"}),
    ("a quarter and a year", [("XXXX-QX", "FREQ=MONTHLY;INTERVAL=3"), ("XXXX", "FREQ=YEARLY")],
     {"o1-recurring": "2025-09-30", "o1-recurring-2": "2025-12-31"}),
    ("a lunar day of each year", [("XXXX", "FREQ=YEARLY"), ("XXXX-01-15", None)], {"o1": None}),
    ("the same twice", [("XXXX-XX", "FREQ=MONTHLY"), ("XXXX-XX", "FREQ=MONTHLY")], {"o1-recurring": "2025-08-31"}),
]  # fmt: skip


@pytest.mark.parametrize(("recurrences", "expected"), cases(RECURRENCES))
def test_what_names_a_day_comes_round_then(directive, todos, recurrences, expected):
    times = tuple(
        replace(
            directive.times[2], id=f"r{n}", text=f"kỳ {n}", value=value, rrule=rule,
            cal=None if rule else "lunar",
        )
        for n, (value, rule) in enumerate(recurrences)
    )  # fmt: skip
    one = replace(directive.obligations[0], deadlines=tuple(time.id for time in times))
    found = todos(replace(directive, times=times, obligations=(one,)))
    days = {key: str(t.decoded("DUE").date()) if "DUE" in t else None for key, t in found.items()}
    assert days == {f"{key}@vndirective": day for key, day in expected.items()}
    for key, todo in found.items():
        assert ("RRULE" in todo) == ("recurring" in key)


def test_without_a_day_of_issue_a_recurrence_has_no_first_turn(directive, todos):
    undated = replace(directive, frame=replace(directive.frame, issued_on=None))
    todo = todos(undated)["o3@vndirective"]
    assert not {"DUE", "DTSTART", "RRULE"} & set(todo)
    assert "Thời hạn: Hằng quý" in todo["DESCRIPTION"]


def test_two_runs_give_the_same_bytes(directive, tmp_path):
    for name in ("a.ics", "b.ics"):
        write_ics(tmp_path / name, [directive])
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_text_cannot_add_lines_to_the_calendar(directive, todos):
    duty = directive.obligations[0]
    bad = "x\r\nEND:VTODO\r\nATTACH:file:///x;,\\\x00"
    evil = replace(duty, action=replace(duty.action, text=bad))
    (todo,) = todos(replace(directive, obligations=(evil,))).values()
    assert "ATTACH" not in todo
    assert str(todo["SUMMARY"]) == "X END:VTODO ATTACH:file:///x;,\\"


def test_nothing_dated_gives_an_empty_calendar(directive, todos):
    assert todos(replace(directive, obligations=())) == {}
