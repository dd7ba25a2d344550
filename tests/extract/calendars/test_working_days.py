"""Working days: Tết weeks, substitute days, swapped days, counting, and tables of the user."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tables import cases

from vndirective.core.errors import ArgumentError, InputError
from vndirective.core.resources import lexicon
from vndirective.extract.calendars.working_days import (
    add_working_days,
    is_announced,
    is_working_day,
    load_swaps,
    next_working_day,
    nth_working_day,
)

iso = date.fromisoformat

#: First day off and first day worked of each Tết week, as the Government announced it.
TET_WEEKS = [
    ("Tân Mão", "2011-01-31", "2011-02-08"),
    ("Quý Tỵ", "2013-02-09", "2013-02-18"),
    ("Giáp Ngọ", "2014-01-28", "2014-02-06"),
    ("Ất Mùi", "2015-02-15", "2015-02-24"),
    ("Bính Thân", "2016-02-06", "2016-02-15"),
    ("Đinh Dậu", "2017-01-26", "2017-02-02"),
    ("Mậu Tuất", "2018-02-14", "2018-02-21"),
    ("Kỷ Hợi", "2019-02-02", "2019-02-11"),
    ("Canh Tý", "2020-01-23", "2020-01-30"),
    ("Tân Sửu", "2021-02-10", "2021-02-17"),
    ("Nhâm Dần", "2022-01-29", "2022-02-07"),
    ("Quý Mão", "2023-01-20", "2023-01-27"),
    ("Giáp Thìn", "2024-02-08", "2024-02-15"),
    ("Ất Tỵ", "2025-01-25", "2025-02-03"),
    ("Bính Ngọ", "2026-02-14", "2026-02-23"),
]


@pytest.mark.parametrize(("first", "back"), cases(TET_WEEKS))
def test_a_tet_week_is_off_whole(first: str, back: str) -> None:
    day = iso(first)
    assert is_working_day(day - timedelta(days=1))
    while day < iso(back):
        assert not is_working_day(day), day
        day += timedelta(days=1)
    assert is_working_day(day)


DAYS = [
    ("Monday", "2024-03-11", True),
    ("Friday", "2024-03-15", True),
    ("Saturday", "2024-03-16", False),
    ("Sunday", "2024-03-17", False),
    ("New Year", "2025-01-01", False),
    ("day after New Year", "2025-01-02", True),
    ("New Year on a Sunday: Monday", "2023-01-02", False),
    ("New Year on a Saturday: Monday", "2022-01-03", False),
    ("and Tuesday is worked", "2022-01-04", True),
    ("Hùng Kings on a Thursday", "2024-04-18", False),
    ("day after Hùng Kings", "2024-04-19", True),
    ("Hùng Kings on a Monday", "2025-04-07", False),
    ("Hùng Kings on a Sunday: Monday", "2026-04-27", False),
    ("and Tuesday is worked 2026", "2026-04-28", True),
    ("Hùng Kings on a Saturday: Monday", "2016-04-18", False),
    ("Hùng Kings before it was a holiday", "2006-04-07", True),
    ("Hùng Kings 2023 on a Saturday, with 30 April: Tuesday", "2023-05-02", False),
    ("and Wednesday", "2023-05-03", False),
    ("Thursday is worked 2023", "2023-05-04", True),
    ("30 April", "2025-04-30", False),
    ("1 May", "2025-05-01", False),
    ("30 April and 1 May on a weekend: Monday", "2022-05-02", False),
    ("and the Tuesday", "2022-05-03", False),
    ("and Wednesday is worked", "2022-05-04", True),
    ("1 May on a Saturday: Monday", "2021-05-03", False),
    ("2 September", "2024-09-02", False),
    ("second day after it 2024", "2024-09-03", False),
    ("day before it is worked 2021", "2021-09-01", True),
    ("second day after it 2021", "2021-09-03", False),
    ("second day before it 2022", "2022-09-01", False),
    ("second day before it 2025", "2025-09-01", False),
    ("day after it is worked 2025", "2025-09-03", True),
    ("2 September on a Saturday: Monday", "2023-09-04", False),
    ("before the second day was law", "2020-09-03", True),
    ("2 September on a Sunday 2018: Monday", "2018-09-03", False),
    ("swap of 2010: off", "2010-09-03", False),
    ("swap of 2010: worked Saturday", "2010-09-11", True),
    ("swap of 2011: worked Saturday", "2011-01-29", True),
    ("swap of 2011: worked Sunday", "2011-01-30", True),
    ("swap of 2011, Hùng Kings: off", "2011-04-11", False),
    ("swap of 2011, Hùng Kings: worked", "2011-04-09", True),
    ("swap over New Year: off", "2012-12-31", False),
    ("swap over New Year: worked", "2013-01-05", True),
    ("swap of 2013, Tết: worked", "2013-02-23", True),
    ("swap of 2014, Tết: worked before", "2014-01-25", True),
    ("swap of 2014, Tết: worked after", "2014-02-08", True),
    ("swap of 2015: worked the year before", "2014-12-27", True),
    ("swap of 2015: off", "2015-01-02", False),
    ("swap of 2018: off", "2018-12-31", False),
    ("swap of 2018: worked the year after", "2019-01-05", True),
    ("swap of 2019: off", "2019-04-29", False),
    ("swap of 2019: worked", "2019-05-04", True),
    ("swap of 2024: off", "2024-04-29", False),
    ("swap of 2024: worked", "2024-05-04", True),
    ("Saturday without a swap", "2024-05-11", False),
    ("swap of 2025: off", "2025-05-02", False),
    ("swap of 2025: worked", "2025-04-26", True),
    ("swap of New Year 2026: off", "2026-01-02", False),
    ("swap of New Year 2026: worked", "2026-01-10", True),
    ("swap of 2 September 2026: off", "2026-08-31", False),
    ("swap of 2 September 2026: worked", "2026-08-22", True),
    ("Christmas is worked", "2024-12-25", True),
    ("Tết 2007 by the Vietnamese calendar", "2007-02-16", False),
    ("a year without notice", "2031-03-12", True),
]


@pytest.mark.parametrize(("day", "works"), cases(DAYS))
def test_days(day: str, works: bool) -> None:
    assert is_working_day(iso(day)) is works


COUNTS = [
    ("next day", "2024-03-11", 1, "2024-03-12"),
    ("over a weekend", "2024-03-15", 1, "2024-03-18"),
    ("from a Saturday", "2024-03-16", 1, "2024-03-18"),
    ("a week", "2024-03-11", 5, "2024-03-18"),
    ("fifteen", "2024-03-11", 15, "2024-04-01"),
    ("from inside a Tết week", "2024-02-10", 1, "2024-02-15"),
    ("over a Tết week", "2024-02-05", 5, "2024-02-19"),
    ("over Tết 2025", "2025-01-24", 1, "2025-02-03"),
    ("over Tết 2026", "2026-02-12", 2, "2026-02-23"),
    ("a swapped Saturday counts", "2024-05-03", 1, "2024-05-04"),
    ("over 30 April 2024 with its swap", "2024-04-26", 2, "2024-05-03"),
    ("over 30 April 2025 with its swap", "2025-04-25", 3, "2025-04-29"),
    ("over 2 September 2026 with its swap", "2026-08-21", 6, "2026-08-28"),
    ("and one more", "2026-08-21", 7, "2026-09-03"),
    ("over New Year 2026 with its swap", "2025-12-31", 6, "2026-01-10"),
    ("backwards", "2024-03-18", -1, "2024-03-15"),
    ("backwards over Tết", "2024-02-15", -2, "2024-02-06"),
    ("none, from a working day", "2024-03-15", 0, "2024-03-15"),
    ("none, from a Saturday", "2024-03-16", 0, "2024-03-18"),
]


@pytest.mark.parametrize(("day", "n", "expected"), cases(COUNTS))
def test_counts(day: str, n: int, expected: str) -> None:
    assert add_working_days(iso(day), n) == iso(expected)


NEXT = [
    ("the day itself", "2024-03-15", "2024-03-15"),
    ("Saturday", "2024-03-16", "2024-03-18"),
    ("Tết", "2024-02-08", "2024-02-15"),
    ("Saturday that is worked", "2026-08-22", "2026-08-22"),
    ("Sunday before a substitute day", "2022-01-02", "2022-01-04"),
    ("30 April 2023", "2023-04-30", "2023-05-04"),
]


@pytest.mark.parametrize(("day", "expected"), cases(NEXT))
def test_next(day: str, expected: str) -> None:
    assert next_working_day(iso(day)) == iso(expected)


def test_forth_and_back() -> None:
    day = date(2010, 1, 4)
    while day.year < 2027:
        after = add_working_days(day, 1)
        assert add_working_days(after, -1) == day
        assert add_working_days(day, 7) == add_working_days(after, 6)
        day = after


@pytest.mark.parametrize("year", [2009, 2010, 2014, 2026, 2027, 2050])
def test_announced(year: int) -> None:
    assert is_announced(year) is (2010 <= year <= 2026)


def test_the_shipped_table_holds_what_the_package_swaps() -> None:
    holidays = pytest.importorskip("holidays")
    years = range(2000, 2031)
    table = holidays.country_holidays("VN", language="vi", years=years)
    for day in table:
        assert not is_working_day(day), f"{day}: {table[day]}"
    for day in table.weekend_workdays:
        assert is_working_day(day), day


def test_every_shipped_entry_is_sourced_and_changes_its_days() -> None:
    data = lexicon("swap_days")
    assert data["about"]
    years = set()
    for entry in data["swaps"]:
        assert entry["source"]
        days = [iso(entry[kind]) for kind in ("off", "work") if kind in entry]
        assert days[0].weekday() < 5
        assert all(day.weekday() >= 5 for day in days[1:])
        assert max(days) - min(days) <= timedelta(days=14)
        years |= {day.year for day in days}
    assert years <= set(data["announced"])
    off = [entry["off"] for entry in data["swaps"]]
    assert off == sorted(set(off))


MINE = [{"off": "2027-01-04", "work": "2027-01-09"}]


@pytest.mark.parametrize(
    "swaps",
    [
        MINE,
        {"swaps": MINE},
        {"swaps": MINE, "announced": [2027], "about": "ours"},
        [{"off": date(2027, 1, 4)}, {"work": date(2027, 1, 9), "source": "ours"}],
    ],
)
def test_a_table_of_the_user_replaces_the_shipped_one(swaps: Any) -> None:
    assert not is_working_day(iso("2027-01-04"), swaps)
    assert is_working_day(iso("2027-01-09"), swaps)
    assert is_working_day(iso("2024-04-29"), swaps), "the swap that the package knows is gone, too"
    assert not is_working_day(iso("2024-05-04"), swaps)
    assert not is_working_day(iso("2024-04-30"), swaps), "holidays stay"
    assert next_working_day(iso("2027-01-04"), swaps) == iso("2027-01-05")
    assert add_working_days(iso("2027-01-08"), 1, swaps) == iso("2027-01-09")
    assert not is_announced(2026, swaps)
    assert is_announced(2027, swaps) is (isinstance(swaps, dict) and "announced" in swaps)


def test_an_empty_table_swaps_nothing() -> None:
    assert is_working_day(iso("2026-01-02"), [])
    assert not is_working_day(iso("2026-01-10"), [])


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_of_the_user(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "mine.json"
    data = {"announced": [2027], "swaps": MINE}
    path.write_text(mark + json.dumps(data), encoding="utf-8")
    swaps = load_swaps(path)
    assert not is_working_day(iso("2027-01-04"), swaps)
    assert is_announced(2027, swaps)
    assert load_swaps(str(path)) == swaps


MALFORMED = [
    ("a date that no calendar has", '[{"off": "2027-02-30"}]', "2027-02-30"),
    ("a date of another form", '[{"off": "04/01/2027"}]', "04/01/2027"),
    ("a date without hyphens", '[{"off": "20270104"}]', "20270104"),
    ("a week", '[{"off": "2027-W01-1"}]', "2027-W01-1"),
    ("a number", '[{"off": 20270104}]', "20270104"),
    ("null", '[{"off": null}]', "None"),
    ("an unknown key", '[{"offf": "2027-01-04"}]', "offf"),
    ("an entry without a day", '[{"source": "ours"}]', "ours"),
    ("an entry that is no object", '["2027-01-04"]', "2027-01-04"),
    ("an unknown key of the table", '{"swap": []}', "swap"),
    ("a table without entries", '{"announced": [2027]}', "None"),
    ("years that are text", '{"announced": ["2027"], "swaps": []}', "2027"),
    ("years that are true", '{"announced": [true], "swaps": []}', "True"),
    ("off and worked", '[{"off": "2027-01-04", "work": "2027-01-04"}]', "2027-01-04"),
    ("text", '"2027-01-04"', "2027-01-04"),
    ("no JSON", "off: 2027-01-04", "JSON"),
    ("empty", "", "JSON"),
    ("nested without end", "[" * 100_000, "JSON"),
]


@pytest.mark.parametrize(("text", "value"), cases(MALFORMED))
def test_a_malformed_file_is_named_with_its_value(tmp_path: Path, text: str, value: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_swaps(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert value in message
    assert caught.value.remedy in message
    assert caught.value.code == "damaged"
    assert "\n" not in message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as caught:
        load_swaps(tmp_path / "none.json")
    assert caught.value.code == "missing"
    with pytest.raises(InputError, match="cannot be read"):
        load_swaps(tmp_path)
    big = tmp_path / "big.json"
    big.write_bytes(b" " * 1_000_001)
    with pytest.raises(InputError, match="more than") as caught:
        load_swaps(big)
    assert caught.value.code == "too_large"
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'[{"off": "2027-01-04", "source": "c\xf4ng v\x83n"}]')
    with pytest.raises(InputError, match="UTF-8"):
        load_swaps(latin)


@pytest.mark.parametrize("swaps", ["2027-01-04", [{"off": "tomorrow"}], {"swap": []}, 7])
def test_an_argument_that_is_malformed(swaps: Any) -> None:
    with pytest.raises(ArgumentError, match=r"^swaps="):
        is_working_day(date(2027, 1, 4), swaps)


def test_the_working_days_of_the_first_and_the_last_month() -> None:
    assert nth_working_day(9999, 12, -1) == date(9999, 12, 31)
    assert nth_working_day(9999, 12, -2) == date(9999, 12, 30)
    assert nth_working_day(1, 1, 1) in (date(1, 1, 1), date(1, 1, 2))
    assert [nth_working_day(2025, 9, n) for n in (1, 2, -1)] == [
        date(2025, 9, 3), date(2025, 9, 4), date(2025, 9, 30),
    ]  # fmt: skip
    with pytest.raises(OverflowError):
        nth_working_day(9999, 12, 40)
