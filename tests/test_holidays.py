"""The shipped days off against an independent package and the law; the reader of a user's own table."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path

import holidays as package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.axis import Axis
from runbook.holiday_book import parse
from runbook.problems import Place, Problem, message, remedy
from runbook.text import LANGUAGES
from runbook.text.holiday_words import WORDS
from runbook.worktime import DayOff, WorkCalendar, WorkPattern
from tests.shipped import VIETNAM, vietnam

YEARS = range(2020, 2028)
OURS = vietnam()
OFFICE_DAY = ((480, 720), (810, 1050))
CASES = Path(__file__).parent / "cases" / "holidays"

# Where holidays 0.108 differs. When an entry here fails, the package (or our data) has changed: look which is right.
SWAP_OF_NEW_YEAR_2026 = {date(2026, 1, 2)}  # official, missing in the package
WORKED_FOR_IT = {date(2026, 1, 10)}
CULTURE_DAY = {date(2026, 11, 24), date(2027, 11, 24)}  # announced, not enacted: in the package, not with us
NAMED_SATURDAY = {date(2025, 2, 1)}  # Tết day 4 of a block that took its five days before it: no holiday by law
MISNAMED_29_TET = {date(2025, 1, 27), date(2027, 2, 4)}  # day 28 of a month of 29 days, called "29 Tết"


def theirs(year: int) -> package.HolidayBase:
    return package.country_holidays("VN", years=year, language="vi")


def of_year(days: set[date], year: int) -> set[date]:
    return {day for day in days if day.year == year}


def off(year: int) -> set[date]:
    return of_year({day for day, entry in OURS.items() if not entry.works}, year)


def worked(year: int) -> set[date]:
    return of_year({day for day, entry in OURS.items() if entry.works}, year)


def weekdays(days: set[date]) -> set[date]:
    return {day for day in days if day.isoweekday() <= 5}


@pytest.mark.parametrize("year", YEARS)
def test_weekdays_off_differ_from_the_package_only_where_we_know_it(year: int) -> None:
    official, computed = weekdays(off(year)), weekdays(set(theirs(year)))
    assert official - computed == of_year(SWAP_OF_NEW_YEAR_2026, year)
    assert computed - official == of_year(CULTURE_DAY, year)


@pytest.mark.parametrize("year", YEARS)
def test_holidays_on_a_weekend_differ_from_the_package_only_where_we_know_it(year: int) -> None:
    official, computed = off(year) - weekdays(off(year)), set(theirs(year)) - weekdays(set(theirs(year)))
    assert official - computed == set()
    assert computed - official == of_year(NAMED_SATURDAY, year)


@pytest.mark.parametrize("year", YEARS)
def test_worked_saturdays_differ_from_the_package_only_where_we_know_it(year: int) -> None:
    computed = of_year(set(theirs(year).weekend_workdays), year)
    assert worked(year) - computed == of_year(WORKED_FOR_IT, year)
    assert computed - worked(year) == set()


def test_the_28th_of_the_last_month_is_not_called_the_29th() -> None:
    called = {day for year in YEARS for day, name in theirs(year).items() if name == "29 Tết"}
    assert {day for day in called if "29 tháng Chạp" not in OURS[day].name_vi} == MISNAMED_29_TET
    assert {OURS[day].name_vi for day in MISNAMED_29_TET} == {"Tết Nguyên đán: 28 tháng Chạp"}


@pytest.mark.parametrize(
    ("year", "first"),
    [
        (2020, "25/01"),
        (2021, "12/02"),
        (2022, "01/02"),
        (2023, "22/01"),
        (2024, "10/02"),
        (2025, "29/01"),
        (2026, "17/02"),
        (2027, "06/02"),
    ],
)
def test_tet_is_named_on_its_day(year: int, first: str) -> None:
    assert [f"{day:%d/%m}" for day in sorted(off(year)) if OURS[day].name_vi == "Tết Nguyên đán: mùng 1"] == [first]


@pytest.mark.parametrize(
    ("year", "days"),
    # Weekdays of the year less the days the law gives: 10 in 2020, 11 since 2021. Swaps cancel out.
    [
        (2020, 262 - 10),
        (2021, 261 - 11),
        (2022, 260 - 11),
        (2023, 260 - 11),
        (2024, 262 - 11),
        (2025, 261 - 11),
        (2026, 261 - 11),
        (2027, 261 - 11),
    ],
)
def test_working_days_of_a_year(year: int, days: int) -> None:
    calendar = WorkCalendar("office", WorkPattern((OFFICE_DAY,) * 5 + ((), ()), 480, OURS), Axis())
    first = date(year, 1, 1)
    assert sum(calendar.works_on(first + timedelta(days=n)) for n in range((date(year + 1, 1, 1) - first).days)) == days


def test_a_saturday_worked_in_exchange_has_the_eight_hours_of_an_office_day() -> None:
    axis = Axis()
    calendar = WorkCalendar("office", WorkPattern((OFFICE_DAY,) * 5 + ((), ()), 480, OURS), axis)
    saturday, sunday = axis.minute(date(2024, 5, 4)), axis.minute(date(2024, 5, 5))
    assert calendar.count(sunday) - calendar.count(saturday) == 8 * 60
    spans = [(start - saturday, end - saturday) for start, end in calendar.spans_between(saturday, sunday)]
    assert spans == list(OFFICE_DAY)
    monday = axis.minute(date(2024, 4, 29))
    assert calendar.count(monday + 24 * 60) - calendar.count(monday) == 0


def test_one_file_per_year_and_every_row_in_order_with_names_status_and_source() -> None:
    assert [path.name for path in VIETNAM] == [f"{year}.csv" for year in YEARS]
    for path in VIETNAM:
        days, problems = parse(path.read_text("utf-8"), path.name)
        assert problems == ()
        assert list(days) == sorted(days)
        assert {day.year for day in days} == {int(path.stem)}
        assert all(entry.name_vi and entry.name_en and entry.source for entry in days.values())
        assert {entry.status for entry in days.values()} == {"expected" if path.stem == "2027" else "official"}
        assert all(day.isoweekday() == 6 for day, entry in days.items() if entry.works)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.csv")), ids=lambda path: path.stem)
def test_each_example_has_the_problem_it_is_named_after(path: Path) -> None:
    _, problems = parse(path.read_text("utf-8"), path.name)
    assert [problem.code for problem in problems] == [path.stem]
    for language in LANGUAGES:
        assert not re.search(r"[{}]|^$", message(problems[0], language) + remedy(problems[0], language))


def test_every_problem_has_an_example() -> None:
    codes = {key.removeprefix("problem.") for key in WORDS if not key.endswith(".fix")}
    assert {path.stem for path in CASES.glob("*.csv")} == codes
    assert set(WORDS) == {f"problem.{code}{ending}" for code in codes for ending in ("", ".fix")}


def test_a_table_saved_by_excel_in_a_vietnamese_locale() -> None:
    text = (
        "\ufeffsep=;\r\nNgày;Loại;Tên;Trạng thái;Nguồn\r\n"
        '3/9/2024;nghỉ;"Quốc khánh; nghỉ thêm";dự kiến;Thông báo 12\r\n;;;;\r\n07/09/2024;LÀM;Làm bù;;\r\n'
    )
    assert parse(text, "x.csv") == (
        {
            date(2024, 9, 3): DayOff(date(2024, 9, 3), False, "Quốc khánh; nghỉ thêm", "", "expected", "Thông báo 12"),
            date(2024, 9, 7): DayOff(date(2024, 9, 7), True, "Làm bù"),
        },
        (),
    )


def test_a_column_of_days_is_enough() -> None:
    assert parse("day\n2024-11-21\n", "x.csv") == ({date(2024, 11, 21): DayOff(date(2024, 11, 21), False)}, ())


def test_bad_lines_are_told_with_their_place_and_the_others_are_kept() -> None:
    text = "day,kind\n21/11/2024,off\n22-11-2024,off\n\n29/2/2023,off\n23/11/2024,làm thêm\n"
    days, problems = parse(text, "nghi.csv")
    assert list(days) == [date(2024, 11, 21)]
    assert problems == (
        Problem("holiday-day", Place("nghi.csv", 3, 1, 10), {"value": "22-11-2024"}),
        Problem("holiday-day", Place("nghi.csv", 5, 1, 9), {"value": "29/2/2023"}),
        Problem("holiday-kind", Place("nghi.csv", 6, 12, 8), {"value": "làm thêm"}),
    )


def test_an_open_quote_does_not_swallow_the_lines_after_it() -> None:
    days, problems = parse('day,name\n2024-11-21,"Nghỉ\n2024-11-22,Nghỉ\n', "x.csv")
    assert list(days) == [date(2024, 11, 22)]
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [("holiday-quote", 2)]


@pytest.mark.parametrize("text", ["", "\n\n", "sep=;\n"])
def test_an_empty_table_is_told(text: str) -> None:
    assert [problem.code for problem in parse(text, "x.csv")[1]] == ["holiday-head"]


NAMES = st.text("aàẢđ ,;'\"x0()", max_size=12).map(str.strip)
ENTRIES = st.builds(
    DayOff,
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    works=st.booleans(),
    name_vi=NAMES,
    name_en=NAMES,
    status=st.sampled_from(["official", "expected"]),
    source=NAMES,
)


TABLES = st.lists(ENTRIES, unique_by=lambda entry: entry.day)


@given(TABLES, st.sampled_from(",;\t"), st.sampled_from(["%Y-%m-%d", "%d/%m/%Y"]))
def test_a_written_table_is_read_back(entries: list[DayOff], separator: str, form: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow(["day", "kind", "name_vi", "name_en", "status", "source"])
    for entry in entries:
        kind = "work" if entry.works else "off"
        writer.writerow([entry.day.strftime(form), kind, entry.name_vi, entry.name_en, entry.status, entry.source])
    assert parse(stream.getvalue(), "x.csv") == ({entry.day: entry for entry in entries}, ())


@given(st.text("day,;\t\"'\n\r\ufeffoffwork0123456789/-=sep ngày") | st.text())
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    days, problems = parse("day,kind\n" + text, "x.csv")
    lines = text.count("\n") + text.count("\r") + 2
    assert all(problem.place is not None and 1 <= problem.place.line <= lines for problem in problems)
    assert len(days) <= lines
