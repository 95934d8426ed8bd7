"""A campaign in the ceremony file: its days, what lasts, what comes back, and what of it is urgent."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook import build
from runbook.campaign import Campaign, Peak
from runbook.model import Ceremony, DurationKind, Part
from runbook.occasion import Occasion
from runbook.reports.plan import most_urgent_first
from runbook.reports.recurring import recurs, told
from runbook.reports.standing import verdict
from runbook.schedule import bound_of, critical_paths, plan
from runbook.values.recurrence import Rule, begins_like_a_rule, rule
from tests.campaigns import WEEKS, YEAR
from tests.reading import ceremony, holidays_of

YEAR_OF_2024 = (date(2024, 1, 1), date(2024, 12, 31))
OCTOBER = (date(2024, 10, 1), date(2024, 10, 31))


def dates(found: Ceremony, *ids: str) -> dict[str, str]:
    """The planned dates of tasks: 2024-10-07T08:30/09:30 within a day."""
    schedule = plan(found)
    told = {}
    for one in ids:
        start, finish = (schedule.axis.iso(end)[:16] for end in (schedule.rows[one].start, schedule.rows[one].finish))
        told[one] = f"{start}/{finish[11:] if start[:10] == finish[:10] else finish}"
    return told


def occurrences(found: Ceremony, series: str) -> list[str]:
    return [task.id.removeprefix(f"{series}.") for task in found.tasks if task.series == series]


def during(*rows: str, span: str = "01/01/2024..31/12/2024") -> Ceremony:
    head = f"ceremony: dot\ntitle: Đợt\ncampaign: {{span: {span}}}\nagencies: {{a: Sở A}}\nduring:\n"
    return ceremony(head + "".join(f"  {row.replace('{', '{title: Việc, lead: a, ', 1)}\n" for row in rows))


def test_day_n_is_the_first_day_of_the_first_peak_else_of_the_span() -> None:
    year, weeks = ceremony(YEAR), ceremony(WEEKS)
    assert year.campaign == Campaign(
        YEAR_OF_2024, (Peak("cao-diem", "Cao điểm tháng 10", OCTOBER),), "Nước sạch cho mọi nhà"
    )
    assert [one.date.chosen for one in (year, weeks)] == [date(2024, 10, 1), date(2025, 3, 3)]
    schedule = plan(year)
    assert [schedule.axis.iso(end)[:16] for end in (schedule.opening, schedule.closing)] == [
        "2024-10-01T00:00",
        "2025-01-01T00:00",
    ]


def test_an_anniversary_counts_its_years() -> None:
    born = Occasion("Ngày thành lập Nhà máy nước Thanh Sơn", date(1974, 10, 15), date(2024, 10, 15))
    assert ceremony(YEAR).occasions == (born,)
    assert [born.years, Occasion("Ngày sinh", count=120).years, Occasion("Ngày sinh").years] == [50, 120, None]


def test_preparation_is_ready_before_day_n_and_what_follows_begins_after_the_last_day() -> None:
    assert dates(ceremony(YEAR), "A1", "A2", "T7", "Q1") == {
        "A1": "2024-09-23T08:00/2024-09-27T17:30",
        "A2": "2024-09-30T08:00/17:30",
        "T7": "2024-11-01T08:00/2024-11-04T17:30",
        "Q1": "2025-01-02T08:00/2025-01-06T17:30",
    }
    assert critical_paths(plan(ceremony(YEAR))) == (("A1", "A2"),)


def test_what_lasts_takes_its_whole_window_and_is_never_critical() -> None:
    schedule = plan(ceremony(YEAR))
    assert dates(schedule.ceremony, "T1", "T2", "T5") == {
        "T1": "2024-01-01T00:00/2025-01-01T00:00",
        "T2": "2024-10-01T00:00/2024-11-01T00:00",
        "T5": "2024-10-10T00:00/2024-10-17T00:00",
    }
    lasting = [row for row in schedule.rows.values() if row.task.window]
    assert [(row.total_float, row.critical, row.late_by) for row in lasting] == [(0, False, 0)] * 6
    assert schedule.ceremony.task("T2").receipts == ("xa-dong", "xa-tay")


def test_what_lasts_waits_for_nobody_so_that_what_it_needs_is_late() -> None:
    late = ceremony(YEAR, ("A1.work=300d", "start=01/07/2024"))
    schedule = plan(late)
    assert not schedule.feasible
    assert (schedule.rows["T2"].total_float < 0, schedule.rows["T1"].total_float) == (True, 0)
    assert schedule.axis.iso(schedule.rows["T2"].start)[:10] == "2024-10-01"
    assert "ngày đầu Cao điểm tháng 10" in verdict(schedule, "vi")


def test_what_comes_back_keeps_ids_by_the_day_its_rule_names() -> None:
    found = ceremony(YEAR)
    assert occurrences(found, "T3") == ["2024-10-07", "2024-10-14", "2024-10-21", "2024-10-28"]
    assert occurrences(found, "T4") == [f"2024-{month:02}-20" for month in range(1, 13)]
    assert dates(found, "T3", "T3.2024-10-07", "T4.2024-02-20", "T4.2024-10-20") == {
        "T3": "2024-10-01T00:00/2024-11-01T00:00",
        "T3.2024-10-07": "2024-10-07T08:30/09:30",
        "T4.2024-02-20": "2024-02-20T08:00/17:30",
        "T4.2024-10-20": "2024-10-18T08:00/17:30",  # a Sunday: the Friday before
    }
    one = found.task("T4.2024-10-20")
    assert (one.lead, one.receipts, one.minutes, one.part) == ("cac-xa", ("xa-dong", "xa-tay"), 480, Part.DURING)


def test_a_holiday_that_runs_out_of_the_window_moves_forward() -> None:
    found = during("T: {recurs: yearly 01/01}", "S: {recurs: 'weekly Mon', over: 05/02/2024..18/02/2024}")
    assert dates(found, "T.2024-01-01", "S.2024-02-05", "S.2024-02-12") == {
        "T.2024-01-01": "2024-01-02T17:30/17:30",
        "S.2024-02-05": "2024-02-05T17:30/17:30",
        "S.2024-02-12": "2024-02-07T17:30/17:30",  # Tết: the last working day before
    }


def test_a_day_met_twice_is_kept_once() -> None:
    found = during("T: {recurs: 'weekly Mon-Fri', over: 05/02/2024..16/02/2024}")
    assert occurrences(found, "T") == ["2024-02-05", "2024-02-06", "2024-02-07", "2024-02-15", "2024-02-16"]


def test_a_rule_without_a_window_runs_from_not_before_to_finish() -> None:
    found = during("T: {recurs: monthly last, not_before: 15/03/2024, finish: before 30/06/2024}")
    assert occurrences(found, "T") == ["2024-03-31", "2024-04-30", "2024-05-31"]
    assert found.task("T").window == (date(2024, 3, 15), date(2024, 6, 29))


def test_words_that_are_no_rule_stay_words() -> None:
    found = during("T: {over: span, recurs: thường xuyên}", "S: {over: span, recurs: hằng tuần}")
    assert [(task.id, task.recurs, task.series) for task in found.tasks] == [
        ("T", "thường xuyên", ""),
        ("S", "hằng tuần", ""),
    ]


def test_a_task_within_the_campaign_begins_with_it_and_is_done_within_it() -> None:
    found = during("T: {work: 2d}", "S: {work: 1d, place: late}", "R: {work: 1d, finish: by 10/01/2025, place: late}")
    assert dates(found, "T", "S", "R") == {
        "T": "2024-01-02T08:00/2024-01-03T17:30",
        "S": "2024-12-31T08:00/17:30",
        "R": "2025-01-10T08:00/17:30",
    }
    assert [bound_of(plan(found), one).kind for one in ("T", "S", "R")] == ["closing", "closing", "deadline"]


def test_what_waits_for_a_duty_that_comes_back_waits_for_its_last_day() -> None:
    found = during("T: {recurs: 'weekly Fri', over: 01/03/2024..31/03/2024}", "S: {work: 1d, after: T}")
    assert dates(found, "S") == {"S": "2024-04-01T08:00/17:30"}


def test_of_what_comes_back_the_next_is_urgent() -> None:
    found = ceremony(YEAR)
    axis = plan(found).axis
    for now, expected in ((None, "T4.2024-01-20"), (date(2024, 3, 21), "T4.2024-04-20")):
        schedule = plan(found, now=axis.minute(now) if now else None)
        rows = [row.task.id for row in most_urgent_first(schedule)]
        assert [one for one in rows if one.startswith("T")] == [expected, "T7"]
        assert schedule.feasible  # a meeting of last month is not held late, it is over


def test_within_a_campaign_nothing_is_rushed_because_preparation_begins_late() -> None:
    found = ceremony(
        YEAR.replace("work: 2d, not_before: 01/11/2024, finish: by 15/11/2024", "work: 2d, finish: by 15/03/2024")
    )
    assert plan(found).rows["T7"].total_float > 0


def test_an_elapsed_window_counts_the_clock() -> None:
    task = ceremony(YEAR).task("T5")
    assert (task.kind, task.minutes, task.worktime) == (DurationKind.ELAPSED, 7 * 1440, "always")


@pytest.mark.parametrize("section", ["", "2024", "{}", "{span: }", "{peaks: {a: 01/01/2024}}", "{span: 2024}", "[a]"])
def test_a_campaign_without_its_days_is_told_and_not_planned(section: str) -> None:
    text = f"ceremony: dot\ntitle: Đợt\ncampaign: {section}\nagencies: {{a: Sở A}}\n"
    built, problems = build.read(text, "dot.yaml", holidays_of)
    assert built is None
    assert [one.place.line for one in problems if one.place] == [3] * len(problems) != []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("weekly Mon", Rule("week", weekdays=frozenset({1}))),
        ("weekly T2, T5 14h", Rule("week", weekdays=frozenset({1, 4}), clock=840)),
        ("Định kỳ hằng tuần vào thứ Hai lúc 8h30", Rule("week", weekdays=frozenset({1}), clock=510)),
        ("thứ Sáu hàng tuần", Rule("week", weekdays=frozenset({5}))),
        ("every 2 weeks Mon", Rule("week", 2, weekdays=frozenset({1}))),
        ("2 tuần một lần thứ Tư", Rule("week", 2, weekdays=frozenset({3}))),
        ("monthly 20", Rule("month", day=20)),
        ("every 2 months 15", Rule("month", 2, day=15)),
        ("ngày cuối tháng hằng tháng", Rule("month", day=31)),
        ("định kỳ ngày 20 hằng tháng", Rule("month", day=20)),
        ("quarterly 25", Rule("quarter", months=frozenset({3, 6, 9, 12}), day=25)),
        ("hằng quý ngày 25 tháng cuối", Rule("quarter", months=frozenset({3, 6, 9, 12}), day=25)),
        ("hằng năm ngày 10/10", Rule("year", months=frozenset({10}), day=10)),
        *((words, None) for words in ("hằng tuần", "thường xuyên", "khi phát sinh", "", "monthly 32", "yearly 30/2")),
        *((words, None) for words in ("every 0 weeks Mon", "hằng tuần đến khi có quyết định", "weekly Mon 25:00")),
    ],
)
def test_rules_of_recurrence(words: str, expected: Rule | None) -> None:
    assert rule(words) == expected


RULES = st.one_of(
    st.builds(
        partial(Rule, "week"),
        st.integers(1, 9),
        weekdays=st.frozensets(st.integers(1, 7), min_size=1),
        clock=st.none() | st.integers(0, 1439),
    ),
    st.builds(
        partial(Rule, "month"), st.integers(1, 9), day=st.integers(1, 31), clock=st.none() | st.integers(0, 1439)
    ),
    st.builds(partial(Rule, "quarter", months=frozenset({3, 6, 9, 12})), day=st.integers(1, 31)),
    st.builds(
        partial(Rule, "year"),
        months=st.builds(lambda one: frozenset({one}), st.integers(1, 12)),
        day=st.integers(1, 28),
    ),
)


@pytest.mark.parametrize(
    ("words", "vietnamese", "english"),
    [
        ("weekly Tue 08:30", "hằng tuần thứ Ba 08h30", "weekly on Tuesday at 08:30"),
        ("hằng tuần thứ Ba lúc 8h30", "hằng tuần thứ Ba 08h30", "weekly on Tuesday at 08:30"),
        ("weekly Mon-Fri", "hằng tuần thứ Hai–thứ Sáu", "weekly on Monday–Friday"),
        ("every 2 weeks T2, CN", "2 tuần một lần thứ Hai, Chủ nhật", "every 2 weeks on Monday, Sunday"),
        ("monthly 20", "hằng tháng ngày 20", "monthly on day 20"),
        ("monthly last", "hằng tháng ngày cuối tháng", "monthly on the last day"),
        ("quarterly 25 15:00", "hằng quý ngày 25 tháng cuối 15h00", "quarterly on day 25 of its last month at 15:00"),
        ("yearly 10/10", "hằng năm ngày 10/10", "yearly on 10/10"),
        *((words, words, words) for words in ("khi phát sinh", "hằng tuần", "as needed")),
    ],
)
def test_a_rule_is_told_in_the_language_of_its_reader(words: str, vietnamese: str, english: str) -> None:
    assert (recurs(words, "vi"), recurs(words, "en")) == (vietnamese, english)


@given(RULES, st.sampled_from(("vi", "en")))
def test_a_rule_told_reads_back_as_the_same_rule(found: Rule, language: str) -> None:
    assert rule(told(found, language)) == found


def test_every_second_month_is_counted_from_the_first_day_named() -> None:
    found = Rule("month", 2, day=15).days(date(2024, 1, 20), date(2024, 9, 30))
    assert list(found) == [date(2024, 2, 15), date(2024, 4, 15), date(2024, 6, 15), date(2024, 8, 15)]
    quarters = Rule("quarter", months=frozenset({3, 6, 9, 12}), day=31).days(date(2024, 4, 1), date(2024, 12, 31))
    assert list(quarters) == [date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]


def test_only_words_that_open_as_a_rule_are_held_for_a_slip() -> None:
    words = ["weekly Modnay", "hằng tháng ngày 40", "hằng tuần", "khi phát sinh", "cuộc thi hằng năm"]
    assert [begins_like_a_rule(one) for one in words] == [True, True, False, False, False]


DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@given(DAYS, st.integers(0, 500), st.integers(1, 4), st.sets(st.integers(1, 7), min_size=1))
def test_weeks_are_counted_from_the_first_day_named(first: date, length: int, step: int, chosen: set[int]) -> None:
    last = first + timedelta(days=length)
    found = list(Rule("week", step, frozenset(chosen)).days(first, last))
    named = [day for day in (first + timedelta(days=n) for n in range(length + 1)) if day.isoweekday() in chosen]
    monday = named[0] - timedelta(days=named[0].weekday()) if named else first
    assert found == [day for day in named if ((day - monday).days // 7) % step == 0]


@given(DAYS, st.integers(0, 800), st.integers(1, 31))
def test_a_month_too_short_gives_its_last_day(first: date, length: int, day: int) -> None:
    last = first + timedelta(days=length)
    every = [first + timedelta(days=n) for n in range(length + 1)]
    expected = [one for one in every if one.day == day or (one.day < day and (one + timedelta(days=1)).day == 1)]
    assert list(Rule("month", day=day).days(first, last)) == expected


def test_a_time_that_a_holiday_moves_onto_another_goes_to_the_next_free_working_day() -> None:
    """In the week of Tết 2021 the briefing of Tuesday 16/02 cannot move back to the 9th, which has one of its own."""
    found = during("T1: {recurs: weekly Tue 08:30, length: 60m}", span="01/02/2021..28/02/2021")
    starts = dates(found, *(f"T1.{day}" for day in occurrences(found, "T1")))
    assert [when[:10] for when in starts.values()] == ["2021-02-02", "2021-02-09", "2021-02-17", "2021-02-23"]
