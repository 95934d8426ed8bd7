"""Ceremonies planned within their capacities."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from runbook.levelling.slots import is_movable
from runbook.levelling.wants import Kind, Want, held_in, limits_of
from runbook.levelling.within import Effort, Levelled, Moved, levelled
from runbook.model import Ceremony, End
from runbook.schedule import Planned, Schedule, plan
from tests.reading import HEAD, ceremony, tasks

HALL = Want(Kind.RESOURCE, "hall")
WITH_HALL = HEAD + "resources: {hall: {name: Hội trường}}\n"
BACKWARD = WITH_HALL.replace("start: 18/11/2024 08:00\n", "")
TWO = "a: {work: 1d, uses: hall}\nb: {work: 1d, uses: hall}\nc: {work: 1d, after: b}"


def within(text: str, head: str = WITH_HALL) -> Levelled:
    return levelled(plan(tasks(text, head)))


def starts(schedule: Schedule) -> dict[str, str]:
    return {name: schedule.axis.iso(row.start)[5:16] for name, row in schedule.rows.items()}


def test_who_is_not_awaited_gives_way() -> None:
    found = within(TWO)
    assert starts(found.after) == {"a": "11-19T08:00", "b": "11-18T08:00", "c": "11-19T08:00"}
    assert found.changes == ("a.not_before=19/11/2024 08:00",)
    was, now = (plan_.rows["a"].start for plan_ in (found.before, found.after))
    assert found.moved == (Moved("a", was, now, (HALL,), ("b",), ()),)


def test_what_follows_a_moved_task_says_so() -> None:
    found = within("a: {work: 3d, uses: hall}\nb: {work: 1d, uses: hall}\nc: {work: 1h, after: b}")
    assert [(one.task, one.lacking, one.holders, one.follows) for one in found.moved] == [
        ("a", (HALL,), ("b",), ()),
    ]
    found = within(
        "a: {work: 1d, uses: hall, finish: by 18/11/2024}\nb: {work: 1d, uses: hall}\nc: {work: 1h, after: b}"
    )
    assert [(one.task, one.lacking, one.holders, one.follows) for one in found.moved] == [
        ("b", (HALL,), ("a",), ()),
        ("c", (), (), ("b",)),
    ]


def test_where_nothing_is_in_the_way_the_plan_is_the_same_object() -> None:
    for text in ("a: {work: 1d, uses: hall}\nb: {work: 1d, after: a, uses: hall}", "a: {work: 1d}\nb: {work: 1d}"):
        schedule = plan(tasks(text, WITH_HALL))
        found = levelled(schedule)
        assert found.after is schedule
        assert (found.moved, found.changes, found.left) == ((), (), ())


def test_an_agency_leads_no_more_at_once_than_it_says() -> None:
    head = HEAD.replace("{name: Văn phòng}", "{name: Văn phòng, capacity: 2}")
    found = within("a: {work: 1d}\nb: {work: 1d}\nc: {work: 1d}\nd: {work: 1d, lead: cong-an}", head)
    assert starts(found.after) == dict.fromkeys("abd", "11-18T08:00") | {"c": "11-19T08:00"}
    assert found.moved[0].lacking == (Want(Kind.AGENCY, "van-phong"),)


def test_a_plan_without_a_start_begins_earlier_and_stays_late() -> None:
    found = within("a: {work: 1d, uses: hall}\nb: {work: 1d, uses: hall}\nc: {work: 1d}", BACKWARD)
    assert starts(found.before) == dict.fromkeys("abc", "11-21T08:00")
    assert sorted(starts(found.after).values()) == ["11-20T08:00", "11-21T08:00", "11-21T08:00"]
    assert starts(found.after)["c"] == "11-21T08:00"
    assert found.after.feasible


def test_what_is_planned_late_is_as_late_as_there_is_room() -> None:
    found = within("a: {work: 4h, place: late, uses: hall}\nb: {work: 4h, place: late, uses: hall}")
    assert sorted(starts(found.after).values()) == ["11-21T08:00", "11-21T13:30"]


def test_what_stands_at_its_hour_stays() -> None:
    text = (
        WITH_HALL
        + """
tasks:
  a: {title: Tập, lead: van-phong, work: 2h, uses: hall}
day:
  d: {title: Kiểm tra, lead: cong-an, at: 18/11/2024 08:00, length: 1h, uses: hall}
  e: {title: Kiểm tra lại, lead: cong-an, at: 18/11/2024 08:30, length: 30m, uses: hall}
"""
    )
    found = levelled(plan(ceremony(text)))
    assert starts(found.after) == {"a": "11-18T09:00", "d": "11-18T08:00", "e": "11-18T08:30"}
    assert [one.tasks for one in found.left] == [((0, "d"), (0, "e"))]


def test_a_task_that_wants_more_than_there_is_is_left_over() -> None:
    """As where another file says that there is less of it."""
    two = WITH_HALL.replace("trường}", "trường, capacity: 2}")
    text = tasks("a: {work: 1d, uses: 2 hall}\nb: {work: 1d, uses: hall}", two)
    found = levelled(plan(replace(text, resources=(replace(text.resources[0], capacity=1),))))
    assert sorted(starts(found.after).values()) == ["11-18T08:00", "11-19T08:00"]
    assert [(one.tasks, one.most) for one in found.left] == [(((0, "a"),), 2)]


def test_the_words_for_the_file_give_the_same_plan() -> None:
    """Also of a window's day, a task placed late, and a plan without a start."""
    head = BACKWARD.replace("date: 22/11/2024", "date: {window: 20/11/2024..22/11/2024}")
    lines = "a: {work: 1d, uses: hall}\nb: {work: 1d, place: late, uses: hall}\nc: {work: 1d}"
    found = within(lines, head)
    text = (
        head
        + "tasks:\n"
        + "".join(
            f"  {line.replace('{', '{title: Việc ' + line[0] + ', lead: van-phong, ')}\n" for line in lines.split("\n")
        )
    )
    again = plan(ceremony(text, found.changes))
    assert starts(again) == starts(found.after)
    assert again.day == found.after.day


def test_more_seconds_find_a_better_plan() -> None:
    schedule = plan(drawn(3, 12))
    begun = levelled(schedule, Effort(schedules=0))
    ticks = iter(range(10**6))
    timed = levelled(schedule, Effort(0.5, clock=lambda: next(ticks) / 10))
    assert timed.schedules > 0
    assert timed.cost < begun.cost
    assert in_the_way(timed.after) == []


def test_a_proof_says_how_far_it_came() -> None:
    pytest.importorskip("ortools", reason="OR-Tools is not installed")
    assert levelled(plan(drawn(3, 12)), Effort(2.0, prove=True)).proof in ("optimal", "feasible")


def drawn(seed: int, size: int) -> Ceremony:
    """Tasks that share a hall, two crews and an agency of two hands; some late, some with deadlines or fixed hours."""
    random = Random(seed)
    head = WITH_HALL.replace("Hội trường}", "Hội trường}, crew: {name: Kíp, capacity: 2}")
    head = head.replace("{name: Văn phòng}", "{name: Văn phòng, capacity: 2}")
    head = head.replace(
        "start: 18/11/2024 08:00", random.choice(("start: 11/11/2024 08:00", "start: 18/11/2024 08:00", ""))
    )
    lines = []
    for number in range(size):
        keys = [f"work: {random.choice(('40m', '2h', '4h', '1d', '10m', '1.5d'))}"]
        keys += [f"uses: [{', '.join(random.sample(['hall', 'crew', '2 crew'][: random.choice((2, 3))], 1))}]"] * (
            random.random() < 0.6
        )
        before = [
            f"t{one}{random.choice(('', '', ' SS', ' FS+2h', ' FF-1h', ' FS+1d'))}"
            for one in range(number)
            if random.random() < 0.2
        ]
        keys += [f"after: [{', '.join(before)}]"] * bool(before)
        keys += ["place: late"] * (random.random() < 0.2)
        keys += ["finish: by 20/11/2024"] * (random.random() < 0.2)
        keys += [f"lead: {random.choice(('van-phong', 'cong-an'))}"]
        lines.append(f"t{number}: {{{', '.join(keys)}}}")
    day = "\nday:\n  d: {title: Duyệt, lead: cong-an, at: 20/11/2024 09:07, length: 50m, uses: hall}\n"
    found = tasks("\n".join(lines), head)
    at_its_hour = ceremony(head + day)
    return replace(found, tasks=(*found.tasks, *at_its_hour.tasks))


def in_the_way(schedule: Schedule) -> list[tuple[str, ...]]:
    """Tasks that hold more than there is at some minute, one of which could be moved; counted minute by minute."""
    limits = limits_of(schedule.ceremony)
    movable = {task.id for task in schedule.ceremony.tasks if is_movable(task)}
    holding: dict[tuple[Want, int], list[tuple[str, int]]] = {}
    for one in held_in(schedule):
        for start, end in one.spans:
            for minute in range(start, end):
                holding.setdefault((one.want, minute), []).append((one.task, one.amount))
    return [
        tuple(name for name, _ in of)
        for (want, _), of in holding.items()
        if sum(amount for _, amount in of) > limits[want] and movable.intersection(name for name, _ in of)
    ]


def waits(schedule: Schedule) -> list[str]:
    """Links whose lag on the wall clock is not kept."""
    rows = schedule.rows
    return [
        f"{link.predecessor} {link.successor}"
        for link in schedule.ceremony.links
        if not link.lag_worktime
        and _end(rows[link.successor], link.relation.successor_end)
        < _end(rows[link.predecessor], link.relation.predecessor_end) + link.lag
    ]


def _end(row: Planned, end: End) -> int:
    return row.start if end is End.START else row.finish


@given(st.integers(0, 10**6), st.integers(2, 9))
@example(19953, 8)  # a finish tied to another: its duration must not be rounded
@settings(max_examples=40, deadline=None)
def test_a_levelled_plan_keeps_capacities_links_and_what_the_planner_knows(seed: int, size: int) -> None:
    schedule = plan(drawn(seed, size))
    begun, found = (levelled(schedule, Effort(schedules=count)) for count in (0, 60))
    assert in_the_way(found.after) == in_the_way(begun.after) == []
    assert waits(found.after) == waits(schedule) == []
    assert found.cost <= begun.cost
    assert levelled(schedule, Effort(schedules=60)) == found
    again = found.pins.planned(schedule)
    assert starts(again) == starts(found.after)
    if not in_the_way(schedule):
        assert found.after is schedule


def test_no_proof_where_users_keep_different_hours_but_an_answer() -> None:
    pytest.importorskip("ortools", reason="OR-Tools is not installed")
    long, short = "{work: 4d, uses: hall}", "{elapsed: 30h, uses: hall}"
    lines = f"a: {long}\nb: {short}\nc: {{work: 2d, uses: hall, after: b}}\nd: {{elapsed: 5h, uses: hall}}"
    found = levelled(plan(tasks(lines, WITH_HALL)), Effort(0.2, prove=True))
    assert in_the_way(found.after) == []
    assert found.proof in ("impossible", "optimal"), found.proof


def test_large_plans_are_tried_less_often() -> None:
    assert [Effort().count_for(tasks) for tasks in (1, 500, 1_000, 2_000, 9_000)] == [500, 500, 125, 31, 20]
    assert Effort(schedules=7).count_for(9_000) == 7


def test_many_tasks_take_turns_within_a_short_horizon() -> None:
    """Of so many pins it is told what a task waits for, not who holds it."""
    many = "".join(f"  T{number}: {{title: T, lead: a, work: 1h, uses: r{number % 40}}}\n" for number in range(520))
    things = "".join(f"  r{number}: R{number}\n" for number in range(40))
    head = "ceremony: many\ntitle: M\ndate: 18/12/2026\nhours: 08:00-09:00\nstart: 02/11/2026 08:00\n"
    schedule = plan(ceremony(f"{head}agencies: {{a: {{name: A}}}}\nresources:\n{things}tasks:\n{many}"))
    found = levelled(schedule, Effort(schedules=0))
    assert (len(found.moved), found.left, found.after.feasible) == (480, (), True)
    assert {one.holders for one in found.moved} == {()}
    assert all(len(one.lacking) == 1 for one in found.moved)
