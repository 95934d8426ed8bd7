"""Dates, chains and candidate days of small ceremonies, as an organiser would check them by hand.

Unless a test says otherwise work starts on Monday 18/11/2024 at 08:00 and the opening is on Friday 22/11 at 08:30, so
preparation has four working days of eight hours.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.model import Ceremony, DurationKind, Link, Relation, Task
from runbook.schedule import (
    Bound,
    Move,
    Schedule,
    Step,
    binding_chain,
    bound_of,
    candidates,
    critical_paths,
    drag,
    driving_chain,
    earliest_day,
    gain,
    moves,
    plan,
)
from tests.networks import SEEDS
from tests.reading import HEAD, ceremony, tasks

DAY = 480  # working minutes


def at(schedule: Schedule, text: str) -> int:
    """The instant of "21/11 17:30" in 2024."""
    day, clock = text.split()
    hours, minutes = clock.split(":")
    number, month = day.split("/")
    return schedule.axis.minute(date(2024, int(month), int(number)), int(hours) * 60 + int(minutes))


def shown(schedule: Schedule, minute: int) -> str:
    day, clock = schedule.axis.civil(minute)
    return f"{day:%d/%m} {clock // 60:02}:{clock % 60:02}"


def spans(schedule: Schedule) -> dict[str, tuple[str, str]]:
    """Planned start and finish of every task."""
    return {key: (shown(schedule, row.start), shown(schedule, row.finish)) for key, row in schedule.rows.items()}


CHAIN = tasks("""
    a: {work: 1d}
    b: {work: 2d, after: a}
    c: {work: 1d, after: a}
""")


def test_a_chain_is_dated_from_both_ends_with_its_float() -> None:
    schedule = plan(CHAIN)
    row = schedule.rows["b"]
    assert [shown(schedule, minute) for minute in (row.early_start, row.early_finish)] == ["19/11 08:00", "20/11 17:30"]
    assert [shown(schedule, minute) for minute in (row.late_start, row.late_finish)] == ["20/11 08:00", "21/11 17:30"]
    assert {key: (row.total_float, row.free_float) for key, row in schedule.rows.items()} == {
        "a": (DAY, 0),
        "b": (DAY, DAY),
        "c": (2 * DAY, 2 * DAY),
    }
    assert schedule.feasible


def test_a_task_placed_late_waits_for_its_successor_but_does_not_push_it() -> None:
    late = tasks("""
        a: {work: 1d, place: late}
        b: {work: 2d, after: a, not_before: 20/11/2024}
        c: {work: 1d, place: late}
    """)
    assert spans(plan(late)) == {
        "a": ("19/11 08:00", "19/11 17:30"),
        "b": ("20/11 08:00", "21/11 17:30"),
        "c": ("21/11 08:00", "21/11 17:30"),
    }


def test_without_a_start_the_plan_is_purely_backward() -> None:
    backward = tasks(
        """
        a: {work: 1d}
        b: {work: 2d, after: a}
        c: {work: 1d, after: a}
        """,
        HEAD.replace("start: 18/11/2024 08:00\n", ""),
    )
    schedule = plan(backward)
    assert spans(schedule) == {
        "a": ("19/11 08:00", "19/11 17:30"),
        "b": ("20/11 08:00", "21/11 17:30"),
        "c": ("21/11 08:00", "21/11 17:30"),
    }
    assert {key: row.total_float for key, row in schedule.rows.items()} == {"a": 0, "b": 0, "c": DAY}


def test_now_is_a_floor_under_every_task() -> None:
    schedule = plan(CHAIN, now=at(plan(CHAIN), "20/11 10:00"))
    assert spans(schedule)["a"] == ("20/11 10:00", "21/11 10:00")
    assert not schedule.feasible
    assert {key: row.total_float for key, row in schedule.rows.items()} == {"a": -600, "b": -600, "c": -120}


@pytest.mark.parametrize(
    ("finish", "last"),
    [
        ("before 21/11/2024", "20/11 17:30"),
        ("by 21/11/2024", "21/11 17:30"),
        ("before 18/11/2024", "15/11 17:30"),  # 17/11 is a Sunday, so the Friday before
        ("by 17/11/2024", "15/11 17:30"),
        ("by N-1w", "21/11 17:30"),
        ("by 20/11/2024 10:00", "20/11 10:00"),
        ("by 20/11/2024 12:45", "20/11 12:00"),
    ],
)
def test_a_deadline_is_the_end_of_the_last_working_span_it_allows(finish: str, last: str) -> None:
    schedule = plan(tasks(f"a: {{work: 1d, finish: {finish}}}"))
    row = schedule.rows["a"]
    assert row.deadline is not None
    assert shown(schedule, row.deadline) == last
    assert row.late_finish == min(row.deadline, at(schedule, "21/11 17:30"))


def test_a_deadline_inside_the_network_binds_its_predecessors_and_is_named() -> None:
    schedule = plan(
        tasks("""
        a: {work: 1d}
        b: {work: 1d, after: a, finish: before 19/11/2024}
        c: {work: 1d, after: b}
    """)
    )
    assert {key: row.total_float for key, row in schedule.rows.items()} == {"a": -DAY, "b": -DAY, "c": DAY}
    assert {key: row.late_by for key, row in schedule.rows.items()} == {"a": 0, "b": DAY, "c": 0}
    assert binding_chain(schedule, "a") == ("a", "b")
    assert bound_of(schedule, "a") == Bound("deadline", "b", at(schedule, "18/11 17:30"))
    assert bound_of(schedule, "c") == Bound("opening", "c", at(schedule, "21/11 17:30"))


def test_a_milestone_falls_at_any_instant_and_has_no_float_over_a_night() -> None:
    schedule = plan(
        tasks("""
        a: {work: 2d}
        m: {work: 0, after: a}
        b: {work: 2d, after: m}
    """)
    )
    row = schedule.rows["m"]
    assert (shown(schedule, row.early_start), shown(schedule, row.late_start)) == ("19/11 17:30", "20/11 08:00")
    assert (row.total_float, row.critical) == (0, True)


@pytest.mark.parametrize(
    ("link", "start"),
    [
        ("a", "18/11 13:30"),
        ("a FS+1d", "19/11 13:30"),
        ("a FS+4h", "18/11 16:00"),
        ("a FS+4h work", "19/11 08:00"),
        ("a FS-1h", "18/11 11:00"),
        ("a SS+1h", "18/11 09:00"),
        ("a FF", "18/11 10:00"),
        ("a FF+1h", "18/11 10:01"),  # a finish tied to the lunch hour lands one minute into the next span
        ("a SF+5h", "18/11 10:01"),
    ],
)
def test_links_tie_the_ends_they_name(link: str, start: str) -> None:
    linked = tasks(f"""
        a: {{work: 4h}}
        b: {{work: 2h, after: {link}}}
    """)
    schedule = plan(linked)
    assert spans(schedule)["b"][0] == start


def test_several_links_between_the_same_two_tasks_all_hold() -> None:
    schedule = plan(
        tasks("""
        a: {work: 2d}
        b: {work: 1d, after: [a SS+1h, a FF+2h]}
    """)
    )
    assert spans(schedule)["b"] == ("19/11 08:01", "20/11 08:01")


def test_preparation_for_an_afternoon_may_use_the_morning_and_for_a_morning_may_not() -> None:
    afternoon = tasks("a: {work: 1d}", HEAD.replace("08:30-10:30", "14:00-16:00"))
    evening = tasks("a: {work: 1d}", HEAD.replace("08:30-10:30", "19:30-22:00"))
    assert [shown(plan(one), plan(one).rows["a"].late_finish) for one in (CHAIN, afternoon, evening)] == [
        "19/11 17:30",
        "22/11 12:00",
        "22/11 17:30",
    ]


def test_a_fixed_time_outside_the_hours_of_a_task_moves_to_the_next_working_moment_in_both_passes() -> None:
    schedule = plan(tasks("a: {work: 1h, at: 20/11/2024 07:00}"))
    row = schedule.rows["a"]
    assert spans(schedule) == {"a": ("20/11 08:00", "20/11 09:00")}
    assert (row.late_start, row.total_float) == (row.early_start, 0)


def test_elapsed_time_runs_through_nights_up_to_the_opening_itself() -> None:
    schedule = plan(tasks("dry: {elapsed: 1d}"))
    row = schedule.rows["dry"]
    assert (shown(schedule, row.early_finish), shown(schedule, row.late_finish)) == ("19/11 08:00", "22/11 08:30")


def test_the_driving_chain_goes_up_to_a_task_that_waits_for_none() -> None:
    assert driving_chain(plan(CHAIN), "c") == ("a", "c")


def test_all_critical_paths_are_found_not_one() -> None:
    tied = tasks("""
        a: {work: 1d}
        b: {work: 2d, after: a}
        c: {work: 2d, after: a}
        d: {work: 1d, after: [b, c]}
        e: {work: 1d}
    """)
    assert critical_paths(plan(tied)) == (("a", "b", "d"), ("a", "c", "d"))
    assert critical_paths(plan(tied), limit=1) == (("a", "b", "d"),)


def test_drag_is_what_the_end_gains_when_a_task_takes_no_time() -> None:
    schedule = plan(
        tasks("""
        a: {work: 1d}
        b: {work: 2d, after: a}
        c: {work: 1d, after: a}
        d: {work: 1d, after: [b, c]}
        e: {work: 1d, finish: by 18/11/2024}
    """)
    )
    assert {key: drag(schedule, key) for key in schedule.rows} == {"a": DAY, "b": DAY, "c": 0, "d": DAY, "e": DAY}


def test_every_day_of_the_window_is_planned_and_ranked() -> None:
    head = HEAD.replace("date: 22/11/2024", "date: {window: 20/11/2024..25/11/2024, days: Mon-Fri}")
    window = tasks("a: {work: 3d}\nb: {work: 4h, after: a}", head)
    ranked = [(one.day.day, one.feasible, one.preferred, one.short, one.spare) for one in candidates(window)]
    assert ranked == [
        (22, True, True, 0, 240),
        (25, True, True, 0, 240 + DAY),
        (23, True, False, 0, 240 + DAY),
        (24, True, False, 0, 240 + DAY),
        (21, False, True, 240, 0),
        (20, False, True, 240 + DAY, 0),
    ]
    assert earliest_day(window) == date(2024, 11, 22)
    assert plan(window).day == date(2024, 11, 22)
    assert candidates(window)[-1].chain == ("a", "b")


def test_the_earliest_day_is_looked_for_beyond_the_window_and_may_not_exist() -> None:
    assert earliest_day(tasks("a: {work: 10d}")) == date(2024, 11, 30)
    assert earliest_day(tasks("a: {work: 500d}")) is None


def test_a_broken_deadline_does_not_move_the_day() -> None:
    broken = tasks("a: {work: 2d, finish: by 18/11/2024}")
    (only,) = candidates(broken)
    assert (only.feasible, only.broken, only.late) == (True, ("a",), 1)


def test_moves_are_the_tasks_whose_planned_dates_differ() -> None:
    before, after = plan(CHAIN), plan(tasks("a: {work: 1d}\nb: {work: 3d, after: a}\nd: {work: 1d}"))
    assert moves(before, after) == (
        Move("b", before.rows["b"].start, before.rows["b"].finish, before.rows["b"].start, after.rows["b"].finish),
        Move("d", None, None, after.rows["d"].start, after.rows["d"].finish),
        Move("c", before.rows["c"].start, before.rows["c"].finish, None, None),
    )
    assert moves(before, before) == ()


def test_gaining_a_day_names_the_longest_task_of_every_chain_that_stands_in_the_way() -> None:
    tight = tasks("""
        a: {work: 1d}
        b: {work: 3d, after: a}
        c: {work: 2d, after: a}
        d: {work: 4d}
    """)
    assert gain(plan(tight), DAY) == (
        (Step("b", DAY, ("a", "b")), Step("d", DAY, ("d",))),
        0,
    )
    assert gain(plan(tight), 3 * DAY)[1] > 0


def test_programme_items_follow_one_another_from_the_opening_and_overrun_is_negative_float() -> None:
    text = HEAD + (
        "programme:\n"
        "  - {id: p1, title: Chào cờ, lead: van-phong, length: 10m}\n"
        "  - {id: p2, title: Báo cáo, lead: van-phong, length: 1h30m}\n"
        "  - {id: p3, title: Bế mạc, lead: van-phong, length: 30m}\n"
    )
    schedule = plan(ceremony(text))
    assert spans(schedule) == {
        "p1": ("22/11 08:30", "22/11 08:40"),
        "p2": ("22/11 08:40", "22/11 10:10"),
        "p3": ("22/11 10:10", "22/11 10:40"),
    }
    assert {key: row.total_float for key, row in schedule.rows.items()} == {"p1": -10, "p2": -10, "p3": -10}
    assert bound_of(schedule, "p2") == Bound("closing", "p3", at(schedule, "22/11 10:30"))


@st.composite
def preparations(draw: st.DrawFn) -> Ceremony:
    """A ceremony of up to eight linked office and round-the-clock tasks without deadlines."""
    size, random = draw(st.integers(1, 8)), Random(draw(SEEDS))
    made = []
    for number in range(size):
        kind = random.choice((DurationKind.WORK, DurationKind.ELAPSED))
        worktime = "office" if kind is DurationKind.WORK else "always"
        minutes = random.choice((0, 480, random.randint(0, 1500), random.randint(0, 1500)))
        made.append(Task(f"t{number}", f"Việc {number}", "van-phong", kind=kind, worktime=worktime, minutes=minutes))
    links = []
    for head in range(1, size):
        for tail in random.sample(range(head), random.randint(0, min(2, head))):
            lag = random.choice((0, random.randint(-600, 600)))
            links.append(Link(f"t{tail}", f"t{head}", random.choice([*Relation]), lag))
    return replace(CHAIN, tasks=tuple(made), links=tuple(links))


@settings(max_examples=1000, deadline=None)
@given(prepared=preparations(), place=st.integers(0, 7))
def test_drag_equals_planning_again_with_the_duration_set_to_zero(prepared: Ceremony, place: int) -> None:
    schedule = plan(prepared)
    name = prepared.tasks[place % len(prepared.tasks)].id
    zeroed = tuple(replace(task, minutes=0) if task.id == name else task for task in prepared.tasks)
    again = plan(replace(prepared, tasks=zeroed))
    office = prepared.worktimes["office"]
    before, after = (office.count(max(row.early_finish for row in one.rows.values())) for one in (schedule, again))
    assert drag(schedule, name) == before - after


@settings(max_examples=1000, deadline=None)
@given(prepared=preparations(), seed=SEEDS)
def test_renaming_and_reordering_tasks_move_no_date(prepared: Ceremony, seed: int) -> None:
    order = Random(seed).sample(prepared.tasks, len(prepared.tasks))
    renamed = tuple(replace(task, id=f"x-{task.id}", title="Tên khác") for task in order)
    links = tuple(
        replace(link, predecessor=f"x-{link.predecessor}", successor=f"x-{link.successor}") for link in prepared.links
    )
    before, after = plan(prepared), plan(replace(prepared, tasks=renamed, links=links))
    for key, row in before.rows.items():
        other = after.rows[f"x-{key}"]
        assert (row.start, row.finish, row.late_start, row.late_finish) == (
            *(other.start, other.finish),
            *(other.late_start, other.late_finish),
        )
        assert (row.total_float, row.free_float) == (other.total_float, other.free_float)
