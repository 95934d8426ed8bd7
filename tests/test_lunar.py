"""The lunar calendar is that of Việt Nam: by the known tables, against China's, and there and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.lunar import FIRST, LAST, LunarDay, NoSuchDayError, anniversaries, anniversary, day_of, lunar_of

# Tết, days in the last month before it, Đống Đa (5/1), Giỗ Tổ (10/3), the leap month (0 for none).
YEARS = [
    (date(2020, 1, 25), 30, date(2020, 1, 29), date(2020, 4, 2), 4),
    (date(2021, 2, 12), 30, date(2021, 2, 16), date(2021, 4, 21), 0),
    (date(2022, 2, 1), 29, date(2022, 2, 5), date(2022, 4, 10), 0),
    (date(2023, 1, 22), 30, date(2023, 1, 26), date(2023, 4, 29), 2),
    (date(2024, 2, 10), 30, date(2024, 2, 14), date(2024, 4, 18), 0),
    (date(2025, 1, 29), 29, date(2025, 2, 2), date(2025, 4, 7), 6),
    (date(2026, 2, 17), 29, date(2026, 2, 21), date(2026, 4, 26), 0),
    (date(2027, 2, 6), 29, date(2027, 2, 10), date(2027, 4, 16), 0),
    (date(2028, 1, 26), 29, date(2028, 1, 30), date(2028, 4, 4), 5),
    (date(2029, 2, 13), 29, date(2029, 2, 17), date(2029, 4, 23), 0),
    (date(2030, 2, 2), 29, date(2030, 2, 6), date(2030, 4, 12), 0),
]
# Where the calendar of China (UTC+8) has another day: (lunar day, Việt Nam, China).
UNLIKE_CHINA = [
    (LunarDay(1985, 1, 1), date(1985, 1, 21), date(1985, 2, 20)),
    (LunarDay(2007, 1, 1), date(2007, 2, 17), date(2007, 2, 18)),
    (LunarDay(2030, 1, 1), date(2030, 2, 2), date(2030, 2, 3)),
]
DAYS = st.dates(date(FIRST, 2, 15), date(LAST, 12, 1))


def leap_month(year: int) -> int:
    found = [month for month in range(1, 13) if exists(LunarDay(year, month, 1, leap=True))]
    return found[0] if found else 0


def exists(lunar: LunarDay) -> bool:
    try:
        return bool(day_of(lunar))
    except NoSuchDayError:
        return False


@pytest.mark.parametrize("row", YEARS, ids=lambda row: str(row[0].year))
def test_a_year_is_that_of_the_table(row: tuple[date, int, date, date, int]) -> None:
    tet, _, _, _, _ = row
    found = (
        anniversary(tet.year, 1, 1),
        30 if exists(LunarDay(tet.year - 1, 12, 30)) else 29,
        anniversary(tet.year, 1, 5),
        anniversary(tet.year, 3, 10),
        leap_month(tet.year),
    )
    assert found == row


@pytest.mark.parametrize(("lunar", "here", "china"), UNLIKE_CHINA, ids=lambda one: str(one) if one else "")
def test_the_calendar_is_not_that_of_china(lunar: LunarDay, here: date, china: date) -> None:
    assert (day_of(lunar), lunar_of(here)) == (here, lunar)
    assert lunar_of(china) != lunar


def test_the_lunar_year_has_its_name() -> None:
    assert [LunarDay(year, 1, 1).year_name for year in (1984, 2024, 2025, 2026, 2027)] == [
        "Giáp Tý",
        "Giáp Thìn",
        "Ất Tỵ",
        "Bính Ngọ",
        "Đinh Mùi",
    ]


def test_day_30_of_a_month_of_29_days_is_kept_on_day_29() -> None:
    assert not exists(LunarDay(2025, 12, 30))
    assert anniversary(2025, 12, 30) == date(2026, 2, 16) == anniversary(2025, 12, 29)
    assert anniversary(2023, 12, 30) == date(2024, 2, 9) == anniversary(2023, 12, 29) + timedelta(1)


def test_the_leap_month_is_never_taken() -> None:
    assert lunar_of(date(2025, 8, 10)) == LunarDay(2025, 6, 17, leap=True)
    assert anniversary(2025, 6, 17) == date(2025, 7, 11)
    assert list(anniversaries(2025, 6, 17)) == [(2025, date(2025, 7, 11))]


def test_the_last_month_lies_in_the_next_year() -> None:
    assert list(anniversaries(2026, 12, 23)) == [(2025, date(2026, 2, 10))]
    # Tết comes on 21/01/1985: the days before the New Year are twice in one year, and then not at all.
    assert list(anniversaries(1984, 12, 1)) == [(1983, date(1984, 1, 3)), (1984, date(1984, 12, 22))]
    assert list(anniversaries(1985, 12, 1)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        LunarDay(2025, 12, 30),
        LunarDay(2026, 6, 1, leap=True),
        LunarDay(2026, 13, 1),
        LunarDay(2026, 1, 31),
        LunarDay(1900, 1, 1),
        LunarDay(2101, 1, 1),
        LunarDay(2100, 12, 29),
    ],
)
def test_a_day_that_is_none_is_refused(wrong: LunarDay) -> None:
    with pytest.raises(NoSuchDayError):
        day_of(wrong)


@pytest.mark.parametrize("day", [date(FIRST - 1, 12, 31), date(LAST + 1, 1, 1)])
def test_years_outside_the_calendar_are_refused(day: date) -> None:
    with pytest.raises(NoSuchDayError):
        lunar_of(day)


@given(DAYS)
def test_a_day_and_its_lunar_day_name_each_other(day: date) -> None:
    assert day_of(lunar_of(day)) == day


@given(DAYS)
def test_a_lunar_day_is_followed_by_the_next_or_by_a_first(day: date) -> None:
    here, after = lunar_of(day), lunar_of(day + timedelta(1))
    if after.day == 1:
        assert here.day in (29, 30)
        assert (after.year, after.month, after.leap) > (here.year, here.month, here.leap)
    else:
        assert after == replace(here, day=here.day + 1)


@given(st.integers(FIRST + 1, LAST - 1), st.integers(1, 12), st.integers(1, 30))
def test_every_lunar_year_keeps_each_day_once(year: int, month: int, day: int) -> None:
    kept = anniversary(year, month, day)
    lunar = lunar_of(kept)
    assert (lunar.year, lunar.month, lunar.leap) == (year, month, False)
    assert lunar.day == day or (lunar.day, day) == (29, 30)
    assert (year, kept) in list(anniversaries(kept.year, month, day))


def test_every_day_there_and_back() -> None:
    day, wrong = date(1976, 2, 1), []
    while day.year <= 2050:
        if day_of(lunar_of(day)) != day:
            wrong.append(day)
        day += timedelta(1)
    assert wrong == []


@pytest.mark.parametrize("name", ["Tết Nguyên Đán", "Ngày Giỗ Tổ Hùng Vương"])
def test_the_public_holidays_of_another_package_fall_on_the_same_days(name: str) -> None:
    years = range(2008, 2051)  # the tenth of the third month is a day off since 2007
    theirs = holidays.country_holidays("VN", years=years, language="vi", observed=False)
    month, day = (1, 1) if name.startswith("Tết") else (3, 10)
    named = [one for one, names in sorted(theirs.items()) if name in names.split("; ")]
    assert named == [anniversary(year, month, day) for year in years]
