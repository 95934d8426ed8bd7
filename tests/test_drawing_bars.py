"""The Gantt chart as numbers: they are the schedule's."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from runbook.axis import DAY
from runbook.render.drawing.axis import Scale, axes, letters
from runbook.render.drawing.bars import Bar, Tie, bars, chart, parts, place, ties
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.drawings import ceremonies
from tests.page_samples import SMALL
from tests.reading import HEAD, ceremony, tasks


def all_bars(schedule: Schedule, done: dict[str, float] | None = None) -> dict[str, Bar]:
    return bars(schedule, chart(timeline(schedule, "vi")), done)


def test_bars_stand_where_the_schedule_says() -> None:
    """Monday 18/11 is the first column: 3.5 days of work end at noon on Thursday, in the middle of the fourth."""
    assert all_bars(plan(ceremony(SMALL))) == {
        "A1": Bar("A1", start=0, finish=0, latest=0, deadline=None, milestone=True, critical=True),
        "A2": Bar("A2", start=0, finish=3.5, latest=3.5, deadline=None, milestone=False, critical=True),
        "A3": Bar("A3", start=3.5, finish=4, latest=4, deadline=4, milestone=False, critical=True),
        "Y1": Bar("Y1", start=0, finish=1, latest=3, deadline=None, milestone=False, critical=False),
        "Y2": Bar("Y2", start=1, finish=2, latest=4, deadline=None, milestone=False, critical=False),
        "Q1": Bar("Q1", start=4.1875, finish=4.6875, latest=5, deadline=5, milestone=False, critical=False),
    }


def test_a_bar_over_a_weekend_spans_it() -> None:
    head = HEAD.replace("start: 18/11/2024", "start: 15/11/2024")
    schedule = plan(tasks("A: {work: 2d, not_before: 15/11/2024}", head))
    assert all_bars(schedule)["A"] == Bar("A", 0, 4, 7, None, False, False)


def test_what_is_done_stays_between_nothing_and_all() -> None:
    found = all_bars(plan(ceremony(SMALL)), {"A2": 0.5, "A3": 1.5, "Y1": -1})
    assert {key: bar.done for key, bar in found.items()} == {"A1": 0, "A2": 0.5, "A3": 1, "Y1": 0, "Y2": 0, "Q1": 0}


@given(ceremonies(most=12))
def test_bars_follow_the_order_of_the_schedule(text: str) -> None:
    schedule = plan(ceremony(text))
    found = all_bars(schedule)
    assert list(found) == [row.task.id for row in chart(timeline(schedule, "vi")).rows]
    ends = sorted((at, place) for key, bar in found.items() for at, place in ends_of(schedule, key, bar))
    assert [place for _, place in ends] == sorted(place for _, place in ends)
    assert all(0 <= bar.start <= bar.finish for bar in found.values())


def ends_of(schedule: Schedule, key: str, bar: Bar) -> list[tuple[int, float]]:
    row = schedule.rows[key]
    return [(row.start, bar.start), (row.finish, bar.finish), (row.late_finish, bar.latest)]


@given(st.integers(0, 40 * DAY), st.integers(0, 40 * DAY))
def test_places_never_run_backwards(one: int, other: int) -> None:
    schedule = plan(ceremony(SMALL))
    first = date(2024, 11, 1)
    begins = schedule.axis.minute(first)
    early, late = sorted((one, other))
    assert place(schedule, begins + early, first) <= place(schedule, begins + late, first)
    assert int(place(schedule, begins + early, first)) in (early // DAY, early // DAY + 1)


def test_midnight_is_the_edge_of_a_column() -> None:
    schedule, first = plan(ceremony(SMALL)), date(2024, 11, 15)
    edges = [place(schedule, schedule.axis.minute(first + timedelta(days=number)), first) for number in range(5)]
    assert edges == [0, 1, 2, 3, 4]


def test_links_carry_the_ends_they_tie() -> None:
    schedule = plan(tasks("A: {work: 1d}\nB: {work: 1d, after: [A SS+2h, A FF]}\nC: {work: 1h, after: [B, A SF]}"))
    assert ties(schedule, ["A", "B"]) == (Tie("A", "B", False, False), Tie("A", "B", True, True))
    assert ties(schedule, ["A", "B", "C"])[2:] == (Tie("B", "C", True, False), Tie("A", "C", False, True))


def test_many_days_are_parted_at_day_n() -> None:
    after = "after:\n  Q: {title: Quyết toán, lead: van-phong, work: 40d}\n"
    text = HEAD + "tasks:\n  A: {title: Soạn, lead: cong-an, work: 1d}\n" + after
    first, second = parts(chart(timeline(plan(ceremony(text)), "vi")))
    assert [[row.task.id for row in part.rows] for part in (first, second)] == [["A"], ["Q"]]
    assert (first.days[0].day, first.span) == (date(2024, 11, 18), (0, 5))
    assert (second.days[0].day, second.span[0]) == (date(2024, 11, 22), 4)


def test_duties_at_clock_times_are_left_out_where_there_is_anything_else() -> None:
    shown = chart(timeline(plan(ceremony(SMALL)), "vi"))
    assert dict(zip((group.title for group in shown.groups), shown.hours, strict=True)) == {
        "Việc chung": 0,
        "Y tế": 0,
        "Việc theo giờ": 2,
        "Chương trình": 2,
        "Sau buổi lễ": 0,
    }


@given(st.integers(0, 50), st.integers(1, 5000))
@example(0, 1807)  # whole weeks, rounded up, were once more than a sheet holds
def test_the_axis_holds_every_day_once(first: int, count: int) -> None:
    found = axes(first, first + count, 180.0, 230.0)
    assert [day for axis in found for day in range(axis.first, axis.last)] == list(range(first, first + count))
    assert all(axis.left >= 180 and axis.right <= 410 + 1e-6 for axis in found)
    assert all(axis.day >= axis.scale.value - 1e-9 for axis in found)
    assert len(found) == 1 or {axis.scale for axis in found} == {Scale.WEEK}
    assert [axis.tile for axis in found] == ([""] if len(found) == 1 else [letters(n) for n in range(len(found))])


def test_tiles_are_lettered_like_columns_of_a_sheet() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_duty_that_comes_back_has_a_place_for_each_time() -> None:
    found = ceremony(
        "ceremony: dot\ntitle: Đợt\ncampaign: {span: 01/10/2024..31/10/2024}\nagencies: {a: Sở A}\n"
        "during:\n  T1: {title: Giao ban, lead: a, recurs: weekly Mon 08:30, length: 60m}\n"
    )
    schedule = plan(found)
    made = bars(schedule, chart(timeline(schedule, "vi")))
    assert [int(at) for at in made["T1"].times] == [6, 13, 20, 27]
