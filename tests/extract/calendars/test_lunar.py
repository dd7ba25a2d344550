"""The lunar calendar: known dates, every day against other programs, names of years."""

from __future__ import annotations

import runpy
from datetime import date, timedelta
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from tables import cases

from vndirective.core.resources import lexicon
from vndirective.extract.calendars.lunar import (
    last_day_of,
    lunar_of,
    lunar_year_of_name,
    solar_of,
    tet,
    year_name,
)

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = runpy.run_path(str(ROOT / "models" / "lunar.py"))
FIRST, LAST = date(1990, 1, 1), date(2050, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

TET = [
    "1995-01-31", "1996-02-19", "1997-02-07", "1998-01-28", "1999-02-16", "2000-02-05",
    "2001-01-24", "2002-02-12", "2003-02-01", "2004-01-22", "2005-02-09", "2006-01-29",
    "2007-02-17", "2008-02-07", "2009-01-26", "2010-02-14", "2011-02-03", "2012-01-23",
    "2013-02-10", "2014-01-31", "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16",
    "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
    "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02",
]  # fmt: skip
#: Years whose Tết is not the Chinese New Year: new moons between 23:00 and midnight of Hà Nội.
NOT_CHINESE = {2007: "2007-02-18", 2030: "2030-02-03"}
LEAPS = {
    1990: 5, 1993: 3, 1995: 8, 1998: 5, 2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9,
    2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6, 2039: 5, 2042: 2,
    2044: 7, 2047: 5, 2050: 3,
}  # fmt: skip


@pytest.mark.parametrize("day", TET)
def test_tet(day: str) -> None:
    assert tet(int(day[:4])) == date.fromisoformat(day)
    assert lunar_of(date.fromisoformat(day)) == (int(day[:4]), 1, 1, False)


@pytest.mark.parametrize(("year", "chinese"), NOT_CHINESE.items())
def test_tet_a_day_before_the_chinese_new_year(year: int, chinese: str) -> None:
    assert tet(year) == date.fromisoformat(chinese) - timedelta(days=1)


def test_tet_1985_is_a_month_before_the_chinese_new_year() -> None:
    # the winter solstice of 1984 fell on 21 December in Hà Nội, on the 22nd in Beijing
    months = SCRIPT["lunar_years"](1985, 1985)[1985]
    assert date.fromordinal(months[0].start) == date(1985, 1, 21)
    assert [m.number for m in months if m.leap] == [2]


def test_leap_months() -> None:
    rows = lexicon("lunar")["years"]
    found = {int(year): leap for year, (_, _, leap) in rows.items() if leap}
    assert found == LEAPS


DATES = [
    ("Hùng Kings 2024", (2024, 3, 10, False), "2024-04-18"),
    ("Hùng Kings 2025", (2025, 3, 10, False), "2025-04-07"),
    ("Hùng Kings 2026", (2026, 3, 10, False), "2026-04-26"),
    ("Hùng Kings after a leap month", (2023, 3, 10, False), "2023-04-29"),
    ("mid-autumn 2024", (2024, 8, 15, False), "2024-09-17"),
    ("mid-autumn 2025", (2025, 8, 15, False), "2025-10-06"),
    ("last day of Quý Mão", (2023, 12, 30, False), "2024-02-09"),
    ("last day of Giáp Thìn", (2024, 12, 29, False), "2025-01-28"),
    ("first day of a leap month", (2025, 6, 1, True), "2025-07-25"),
    ("the month before it", (2025, 6, 1, False), "2025-06-25"),
    ("kitchen gods 2025", (2025, 12, 23, False), "2026-02-10"),
    ("leap month 11 of 2033", (2033, 11, 1, True), "2033-12-22"),
    ("first day of the table", (1989, 1, 1, False), "1989-02-06"),
]


@pytest.mark.parametrize(("lunar", "solar"), cases(DATES))
def test_dates(lunar: tuple[int, int, int, bool], solar: str) -> None:
    assert solar_of(*lunar) == date.fromisoformat(solar)
    assert lunar_of(date.fromisoformat(solar)) == lunar


NO_DATES = [
    ("before the table", (1988, 12, 1, False)),
    ("after the table", (2052, 1, 1, False)),
    ("day 30 of a month of 29", (2024, 12, 30, False)),
    ("day 31", (2024, 1, 31, False)),
    ("day 0", (2024, 1, 0, False)),
    ("month 13", (2024, 13, 1, False)),
    ("month 0", (2024, 0, 1, False)),
    ("no leap month that year", (2024, 6, 1, True)),
    ("another leap month that year", (2025, 5, 1, True)),
]


@pytest.mark.parametrize("lunar", cases(NO_DATES))
def test_no_such_date(lunar: tuple[int, int, int, bool]) -> None:
    assert solar_of(*lunar) is None


@pytest.mark.parametrize("day", [date.min, date(1989, 2, 5), date(2052, 2, 1), date.max])
def test_outside_the_table(day: date) -> None:
    assert lunar_of(day) is None


def test_ends_of_months() -> None:
    assert (last_day_of(2023, 12), last_day_of(2024, 12)) == (30, 29)
    assert last_day_of(2025, 6, leap=True) == 29
    assert last_day_of(2024, 6, leap=True) is None
    assert last_day_of(2024, 13) is None


def test_every_day_there_and_back() -> None:
    for day in DAYS:
        lunar = lunar_of(day)
        assert lunar is not None
        assert solar_of(*lunar) == day


#: Days on which another program differs, and why. None: both are ports of Hồ Ngọc Đức's own
#: program, so they agree with each other by birth; this table is from longer series.
DIFFERENT: dict[str, set[date]] = {"lunar_vn": set(), "vnlunar.core": set()}


@pytest.mark.parametrize("module", DIFFERENT)
def test_every_day_as_in_another_program(module: str) -> None:
    pytest.importorskip(module)
    convert = import_module(module).convert_solar_to_lunar

    def of(day: date) -> tuple[int, int, int, bool]:
        found: Any = convert(day.day, day.month, day.year, 7.0)
        held = found if isinstance(found, dict) else vars_of(found)
        return held["year"], held["month"], held["day"], bool(held["leap"])

    different = {day for day in DAYS if of(day) != lunar_of(day)}
    assert different == DIFFERENT[module]


def vars_of(found: Any) -> dict[str, Any]:
    return {name: getattr(found, name) for name in ("year", "month", "day", "leap")}


def test_tet_as_in_the_holidays_package() -> None:
    holidays = pytest.importorskip("holidays")
    table = holidays.country_holidays("VN", language="vi")
    for year in range(1990, 2051):
        day = tet(year)
        assert day is not None
        assert "Tết Nguyên Đán" in table[day]
        hung = solar_of(year, 3, 10)
        assert year < 2007 or "Giỗ Tổ Hùng Vương" in table.get(hung, ""), year


def test_the_shipped_table_is_what_the_script_makes() -> None:
    shipped = (ROOT / "vndirective" / "lexicons" / "lunar.json").read_bytes()
    same = shipped == SCRIPT["table"]().encode()
    assert same, "lexicons/lunar.json is stale: run `python models/lunar.py`"


def test_no_new_moon_is_too_near_to_midnight() -> None:
    # 1998-09-21 00:01.5 is the nearest; the series is good to some seconds for the moon. The term
    # is the equinox of 2033, 8 minutes before midnight, which decides on no leap month.
    moon, term = SCRIPT["narrowest"](1989, 2051)
    assert moon > 1
    assert term > 5


NAMES = [
    ("as written", "Giáp Thìn", 2024, 2024),
    ("capitals", "GIÁP THÌN", 2024, 2024),
    ("lower case", "ất tỵ", 2024, 2025),
    ("other spelling of Tỵ", "Ất Tị", 2024, 2025),
    ("other spelling of Tý", "Canh Tí", 2024, 2020),
    ("other spelling of Quý", "Quí Mão", 2024, 2023),
    ("other spelling of Kỷ", "Kỉ Hợi", 2024, 2019),
    ("decomposed letters", normalize("NFD", "Giáp Thìn"), 2024, 2024),
    ("two spaces", "Bính  Ngọ", 2024, 2026),
    ("next year", "Đinh Mùi", 2026, 2027),
    ("the cycle before", "Mậu Thân", 1970, 1968),
    ("the cycle after", "Giáp Thìn", 2090, 2084),
    ("nearest is behind", "Nhâm Dần", 2050, 2022),
    ("thirty years away: the later", "Giáp Thìn", 1994, 2024),
    ("thirty-one years: the earlier", "Giáp Thìn", 1993, 1964),
    ("stem and branch that never meet", "Giáp Sửu", 2024, None),
    ("no name", "Giáp", 2024, None),
    ("empty", "", 2024, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "near", "year"), cases(NAMES))
def test_years_by_name(name: str, near: int, year: int | None) -> None:
    assert lunar_year_of_name(name, near=near) == year


def test_sixty_names_there_and_back() -> None:
    names = {year_name(year) for year in range(1990, 2050)}
    assert len(names) == 60
    for year, shift in product(range(1990, 2050), (-29, 0, 29)):
        assert lunar_year_of_name(year_name(year), near=year + shift) == year
