"""Working time against a slow oracle that looks at every ten minutes by itself; the axis against the zone's clocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st

from runbook.axis import DAY, Axis
from runbook.worktime import ALWAYS, BeyondCalendarError, DayOff, WorkCalendar, WorkPattern

HANOI, PARIS = Axis(), Axis("Europe/Paris")
OFFICE_DAY = ((480, 720), (810, 1050))
OFFICE_WEEK = (OFFICE_DAY,) * 5 + ((), ())
AROUND = 17  # days on either side in which the oracle knows every minute
TEN = 10  # minutes that are alike: hours are drawn in tens, and the clocks of these zones change on the hour


def office(holidays: dict[date, DayOff] | None = None, axis: Axis = HANOI) -> WorkCalendar:
    return WorkCalendar("office", WorkPattern(OFFICE_WEEK, 480, holidays or {}), axis)


OFFICE = office()  # shared where a test asks for far years, which take time to build


def off(day: date) -> DayOff:
    return DayOff(day, works=False)


def work(day: date) -> DayOff:
    return DayOff(day, works=True)


@st.composite
def day_spans(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """None to three spans of a day, the last one perhaps over midnight; edges keep clear of 01:00-04:00.

    Between those hours summer time begins and ends, and a clock time may not exist or exist twice.
    """
    edges = st.integers(0, DAY // TEN + 60).map(lambda tens: tens * TEN).filter(lambda edge: not 60 < edge % DAY < 240)
    marks = sorted(draw(st.lists(edges, min_size=0, max_size=6, unique=True)))
    spans = list(zip(marks[::2], marks[1::2], strict=False))
    return tuple((start, end) for start, end in spans if start < DAY)


@st.composite
def calendars(draw: st.DrawFn, middle: date, axis: Axis) -> WorkCalendar:
    """Any week with some work in it, with a day off and up to two worked days in the weeks around the middle."""
    week = tuple(draw(st.lists(day_spans(), min_size=7, max_size=7)))
    assume(any(week))
    near = st.integers(-9, 9).map(lambda days: middle + timedelta(days=days))
    exceptions = {day: off(day) for day in draw(st.lists(near, max_size=1))}
    exceptions |= {day: work(day) for day in draw(st.lists(near, max_size=2))}
    return WorkCalendar("any", WorkPattern(week, 480, exceptions), axis)


def worked_minutes(calendar: WorkCalendar, middle: date) -> list[int]:
    """The oracle: every working minute near the middle, each ten looked at by the clock on the wall."""
    axis, pattern = calendar.axis, calendar.pattern
    first, last = (axis.minute(middle + timedelta(days=days)) for days in (-AROUND, AROUND + 1))
    spans = {
        day: pattern.spans(day) for day in (middle + timedelta(days=days) for days in range(-AROUND - 2, AROUND + 2))
    }
    found: list[int] = []
    for minute in range(first, last, TEN):
        day, clock = axis.civil(minute)
        before = day - timedelta(days=1)
        if any(start <= clock < end for start, end in spans[day]) or any(
            start <= clock + DAY < end for start, end in spans[before]
        ):
            found += range(minute, minute + TEN)
    return found


MIDDLES = st.dates(date(1912, 1, 1), date(2190, 12, 31)) | st.sampled_from(
    [date(2024, 12, 31), date(2025, 1, 1), date(2024, 11, 8), date(2024, 2, 29)]
)
PARIS_CHANGES = st.sampled_from([date(2024, 3, 31), date(2024, 10, 27), date(2025, 3, 30), date(1995, 9, 24)])


def check_snaps(calendar: WorkCalendar, middle: date, minutes: list[int]) -> None:
    worked = worked_minutes(calendar, middle)
    for minute in minutes:
        begins = worked[bisect_left(worked, minute)]
        begun = worked[bisect_right(worked, minute) - 1]
        done = worked[bisect_left(worked, minute - 1)] + 1
        ended = worked[bisect_left(worked, minute) - 1] + 1
        assert calendar.start_of(calendar.first_start(minute)) == begins
        assert calendar.start_of(calendar.last_start(minute)) == begun
        assert calendar.end_of(calendar.first_finish(minute)) == done
        assert calendar.end_of(calendar.last_finish(minute)) == ended
        later = minutes[0]
        between = bisect_left(worked, later) - bisect_left(worked, minute)
        assert calendar.count(later) - calendar.count(minute) == between


WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # the oracle is too slow to search for the smallest
OFFSETS = st.lists(st.integers(-DAY, 2 * DAY), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None, phases=WITHOUT_SHRINKING)
@given(data=st.data(), middle=MIDDLES, offsets=OFFSETS)
def test_the_four_snaps_agree_with_looking_at_every_minute(
    data: st.DataObject, middle: date, offsets: list[int]
) -> None:
    calendar = data.draw(calendars(middle, HANOI))
    check_snaps(calendar, middle, [HANOI.minute(middle) + offset for offset in offsets])


@settings(max_examples=20, deadline=None, phases=WITHOUT_SHRINKING)
@given(data=st.data(), middle=PARIS_CHANGES, offsets=OFFSETS)
def test_the_four_snaps_hold_where_clocks_are_put_forward_and_back(
    data: st.DataObject, middle: date, offsets: list[int]
) -> None:
    calendar = data.draw(calendars(middle, PARIS))
    check_snaps(calendar, middle, [PARIS.minute(middle) + offset for offset in offsets])


@settings(deadline=None)
@given(st.integers(HANOI.minute(date(1901, 1, 1)), HANOI.minute(date(2199, 1, 1))), st.integers(0, 100_000))
def test_numbers_and_instants_are_two_names_of_one_minute(minute: int, later: int) -> None:
    calendar = OFFICE
    number = calendar.count(minute)
    assert calendar.count(calendar.start_of(number)) == number
    assert calendar.end_of(number + 1) == calendar.start_of(number) + 1
    assert calendar.first_start(minute) - calendar.last_start(minute) in (0, 1)
    assert calendar.last_finish(minute) <= calendar.first_finish(minute)
    assert calendar.start_of(number + later) - calendar.start_of(number) >= later
    assert calendar.span_of(number, later) == (calendar.start_of(number), calendar.end_of(number + later))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(HANOI.minute(date(2018, 1, 1)), HANOI.minute(date(2031, 1, 1))), min_size=1, max_size=4))
def test_an_answer_does_not_depend_on_what_was_asked_before(minutes: list[int]) -> None:
    used = office()
    assert [used.count(minute) for minute in minutes] == [office().count(minute) for minute in minutes]


def test_a_night_shift_over_new_year_is_one_span() -> None:
    calendar = WorkCalendar("night", WorkPattern((((1320, 1800),),) * 7, 480), HANOI)
    midnight = HANOI.minute(date(2025, 1, 1))
    assert list(calendar.spans_between(midnight, midnight + 60)) == [(midnight - 120, midnight + 360)]
    assert calendar.start_of(calendar.first_start(midnight + 180)) == midnight + 180
    assert calendar.end_of(calendar.last_finish(midnight + 600)) == midnight + 360
    assert calendar.count(midnight + DAY) - calendar.count(midnight - DAY) == 2 * 480
    fresh = WorkCalendar("night", WorkPattern((((1320, 1800),),) * 7, 480), HANOI)
    assert fresh.count(HANOI.minute(date(1950, 1, 1), 180)) - fresh.count(HANOI.minute(date(1950, 1, 1))) == 180


def test_a_shift_that_runs_into_the_next_days_hours_counts_each_minute_once() -> None:
    week = (((1200, 1800),), ((240, 600),), (), (), (), (), ())
    calendar = WorkCalendar("overlap", WorkPattern(week, 480), HANOI)
    monday = HANOI.minute(date(2024, 11, 18))
    assert list(calendar.spans_between(monday, monday + 3 * DAY)) == [
        (monday + 1200, monday + 1800),
        (monday + 1800, monday + DAY + 600),
    ]
    assert calendar.count(monday + 3 * DAY) - calendar.count(monday) == 600 + 240


def test_the_first_working_hours_of_a_year_that_begins_with_days_off_are_found() -> None:
    # In 2022 the first of January was a Saturday and Monday the third a day off in its stead.
    calendar = office({date(2022, 1, 3): off(date(2022, 1, 3))})
    monday = HANOI.minute(date(2022, 1, 3))
    assert calendar.start_of(calendar.first_start(monday)) == monday + DAY + 480
    assert calendar.end_of(calendar.last_finish(monday)) == monday - 3 * DAY + 1050


def test_lunch_is_not_worked_and_touching_it_is_no_loss() -> None:
    calendar = office()
    friday = HANOI.minute(date(2024, 11, 8))
    noon, afternoon = friday + 720, friday + 810
    assert calendar.count(noon) == calendar.count(afternoon)
    assert calendar.end_of(calendar.last_finish(afternoon)) == noon
    assert calendar.start_of(calendar.first_start(noon)) == afternoon
    assert calendar.end_of(calendar.first_finish(noon + 1)) == afternoon + 1
    assert calendar.start_of(calendar.last_start(afternoon - 1)) == noon - 1


@settings(deadline=None)
@given(st.integers(HANOI.minute(date(1901, 1, 1)), HANOI.minute(date(2199, 1, 1))))
@example(HANOI.minute(date(2022, 1, 1)))
def test_the_end_of_the_last_span_that_is_over(minute: int) -> None:
    end = OFFICE.last_whole_end(minute)
    ends = [last for _, last in OFFICE.spans_between(minute - 5 * DAY, minute)]
    assert end == max(last for last in ends if last <= minute)


def test_friday_evening_and_monday_morning_are_one_moment() -> None:
    calendar = office()
    friday, monday = HANOI.minute(date(2024, 11, 8), 1050), HANOI.minute(date(2024, 11, 11), 480)
    assert calendar.count(friday) == calendar.count(monday)


def test_a_worked_day_off_the_pattern_has_the_hours_of_the_first_weekday_that_has_any() -> None:
    sunday, tuesday = date(2024, 11, 17), date(2024, 11, 19)
    week = ((), OFFICE_DAY, ((480, 720),), (), (), (), ())
    calendar = WorkCalendar("own", WorkPattern(week, 480, {sunday: work(sunday), tuesday: off(tuesday)}), HANOI)
    start, end = HANOI.minute(sunday), HANOI.minute(date(2024, 11, 21))
    assert [(first - start, last - start) for first, last in calendar.spans_between(start, end)] == [
        (480, 720),
        (810, 1050),
        (3 * DAY + 480, 3 * DAY + 720),
    ]
    assert (calendar.works_on(sunday), calendar.works_on(tuesday)) == (True, False)


ROUND_THE_CLOCK = WorkCalendar("always", ALWAYS, HANOI)


@settings(deadline=None)
@given(st.integers(HANOI.minute(date(1900, 1, 1)), HANOI.minute(date(2200, 1, 1))))
def test_always_counts_every_minute(minute: int) -> None:
    always = ROUND_THE_CLOCK
    assert always.start_of(always.count(minute)) == minute == always.end_of(always.last_finish(minute))
    assert always.count(minute + 1) == always.count(minute) + 1


def test_always_has_the_real_hours_of_days_on_which_clocks_change() -> None:
    always = WorkCalendar("always", ALWAYS, PARIS)
    hours = {
        day: (always.count(PARIS.minute(day + timedelta(days=1))) - always.count(PARIS.minute(day))) / 60
        for day in (date(2024, 3, 31), date(2024, 10, 27), date(2024, 11, 22))
    }
    assert list(hours.values()) == [23, 25, 24]


def test_a_night_shift_is_an_hour_shorter_or_longer_when_clocks_change() -> None:
    nights = WorkCalendar("night", WorkPattern((((1320, 1800),),) * 7, 480), PARIS)
    lengths = []
    for day in (date(2024, 3, 30), date(2024, 10, 26), date(2024, 11, 22)):
        evening, noon = PARIS.minute(day, 720), PARIS.minute(day, DAY + 720)
        lengths.append(nights.count(noon) - nights.count(evening))
    assert lengths == [7 * 60, 9 * 60, 8 * 60]


DAYS = st.dates(date(1901, 1, 1), date(2199, 1, 1))
NEARBY = st.sets(st.integers(-30, 30), max_size=10)


@settings(deadline=None)
@given(DAYS, st.integers(-60, 60), NEARBY, NEARBY)
def test_shift_passes_exactly_that_many_working_days(
    day: date, count: int, off_in: set[int], worked_in: set[int]
) -> None:
    holidays = {there: off(there) for there in (day + timedelta(days=n) for n in off_in)}
    holidays |= {there: work(there) for there in (day + timedelta(days=n) for n in worked_in)}
    calendar = office(holidays)
    reached = calendar.shift(day, count)
    step = 1 if count > 0 else -1
    passed = [day + timedelta(days=step * n) for n in range(1, abs((reached - day).days) + 1)]
    assert sum(calendar.works_on(each) for each in passed) == abs(count)
    assert reached == day if count == 0 else (passed[-1] == reached and calendar.works_on(reached))


def test_the_working_day_before_the_ceremony() -> None:
    calendar = office({date(2024, 11, 21): off(date(2024, 11, 21)), date(2024, 11, 23): work(date(2024, 11, 23))})
    assert calendar.shift(date(2024, 11, 22), -1) == date(2024, 11, 20)
    assert calendar.shift(date(2024, 11, 25), -1) == date(2024, 11, 23)
    assert calendar.shift(date(2024, 11, 24), 0) == date(2024, 11, 24)
    assert calendar.shift(date(2024, 11, 22), 2) == date(2024, 11, 25)


@pytest.mark.parametrize("year", [1898, 2203])
def test_plans_outside_the_calendar_are_refused(year: int) -> None:
    with pytest.raises(BeyondCalendarError):
        office().count(HANOI.minute(date(year, 6, 1)))


def test_a_week_without_work_is_refused_instead_of_searched_for_ever() -> None:
    with pytest.raises(BeyondCalendarError):
        WorkCalendar("none", WorkPattern(((),) * 7, 480), HANOI).start_of(0)


ZONES = ["Asia/Ho_Chi_Minh", "Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"]
AXES = {zone: Axis(zone) for zone in ZONES}


@pytest.mark.parametrize("zone", ZONES)
@given(minute=st.integers(Axis("UTC").minute(date(1900, 1, 2)), Axis("UTC").minute(date(2200, 12, 31))))
def test_an_instant_and_its_civil_time_lead_back_to_each_other(zone: str, minute: int) -> None:
    axis = AXES[zone]
    day, clock = axis.civil(minute)
    again = axis.minute(day, clock)
    assert axis.civil(again) == (day, clock)
    assert 0 <= minute - again <= 60  # not 0 only in an hour that the clocks show twice
    assert 0 <= clock < DAY


@given(st.integers(Axis("UTC").minute(date(1976, 1, 1)), Axis("UTC").minute(date(2100, 1, 1))))
def test_hanoi_is_seven_hours_ahead(minute: int) -> None:
    day, clock = HANOI.civil(minute)
    shown = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute + 420)
    assert (day, clock) == (shown.date(), shown.hour * 60 + shown.minute)
    assert HANOI.minute(day, clock) == minute
    assert HANOI.instant(minute).timestamp() == minute * 60


@given(DAYS, st.integers(0, 3 * DAY))
@example(date(2024, 12, 31), DAY)
def test_minutes_past_midnight_run_into_the_next_day(day: date, minute: int) -> None:
    days, clock = divmod(minute, DAY)
    assert HANOI.minute(day, minute) == HANOI.minute(day + timedelta(days=days), clock)


def test_a_clock_time_that_does_not_exist_and_one_that_exists_twice() -> None:
    spring, autumn = date(2024, 3, 31), date(2024, 10, 27)
    assert PARIS.civil(PARIS.minute(spring, 150)) == (spring, 210)
    twice = PARIS.minute(autumn, 150)
    assert (PARIS.civil(twice), PARIS.civil(twice + 60)) == ((autumn, 150), (autumn, 150))


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(KeyError):
        Axis("Asia/Thang_Long")


def test_hanoi_before_1911_went_by_the_sun() -> None:
    assert HANOI.minute(date(1911, 1, 1)) - Axis("UTC").minute(date(1911, 1, 1)) == -426
    assert HANOI.minute(date(1912, 1, 1)) - Axis("UTC").minute(date(1912, 1, 1)) == -420
