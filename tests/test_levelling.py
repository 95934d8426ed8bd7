"""Levelling: schedules within capacities, on calendars, with links of all kinds."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.levelling import first as firsts
from runbook.levelling.compiled import PLAIN as PLAIN_KERNELS
from runbook.levelling.first import justified, latest_dates, listed, parallel, serial
from runbook.levelling.generation import place
from runbook.levelling.packing import pack
from runbook.levelling.project import LevellingError, Link, Project, Resource, Task, schedule_of
from runbook.levelling.search import Answer, first_answer, level
from runbook.model import Relation
from tests.levelled import PLAIN, Draw, broken, drawn, projects

TRIES = settings(max_examples=60, deadline=None)
HALL, CREW = 0, 1


def answer(project: Project, schedules: int = 60, seed: int = 1) -> Answer:
    return level(project, schedules, seed, PLAIN_KERNELS)


def test_two_rehearsals_do_not_share_the_hall() -> None:
    rehearsals = Task(4, (1, 1)), Task(3, (1, 0)), Task(5, (0, 1))
    found = first_answer(Project(rehearsals, resources=(Resource(1), Resource(2)))).schedule
    assert sorted([(found.start[0], found.finish[0]), (found.start[1], found.finish[1])]) in (
        [(0, 3), (3, 7)],
        [(0, 4), (4, 7)],
    )
    assert found.makespan == 7


def test_work_rests_outside_its_hours_and_leaves_the_hall_to_others_meanwhile() -> None:
    mornings, evenings = ((0, 4), (10, 14)), ((4, 8), (14, 18))
    build, rehearse = Task(6, (1,), calendar=0), Task(4, (1,), calendar=1)
    found = answer(Project((build, rehearse), (), (Resource(1),), (mornings, evenings), 20)).schedule
    assert (found.start, found.finish) == ((0, 4), (12, 8))


def test_a_hall_that_is_closed_is_not_used() -> None:
    found = first_answer(Project((Task(3, (1,)),), (), (Resource(1, (((2, 5), 0),)),))).schedule
    assert (found.start, found.finish) == ((5,), (8,))


def test_what_has_a_deadline_goes_first() -> None:
    tasks = Task(5, (1,)), Task(5, (1,)), Task(2, (1,), deadline=2)
    found = answer(Project(tasks, (), (Resource(1),))).schedule
    assert (found.start[2], found.cost) == (0, (0, 12))


@pytest.mark.parametrize(
    ("relation", "start"), [(Relation.FS, 6), (Relation.SS, 2), (Relation.FF, 3), (Relation.SF, 0)]
)
def test_each_relation_ties_its_own_ends(relation: Relation, start: int) -> None:
    found = first_answer(Project((Task(4), Task(3)), (Link(0, 1, relation, 2),))).schedule
    assert found.start == (0, start)


def test_a_lag_in_working_time_waits_for_the_working_slots() -> None:
    office = ((0, 4), (10, 14))
    waiting = Project((Task(3), Task(1)), (Link(0, 1, Relation.FS, 2, calendar=0),), (), (office,), 20)
    assert first_answer(waiting).schedule.start == (0, 11)


@given(projects())
@TRIES
def test_every_answer_keeps_every_rule_and_none_is_worse_than_the_first(project: Project) -> None:
    begun, later = first_answer(project), answer(project)
    assert broken(project, begun.schedule) == []
    assert broken(project, later.schedule) == []
    assert later.bound <= later.schedule.cost <= begun.schedule.cost


@given(projects(Draw(relations=False)))
@TRIES
def test_justifying_once_makes_nothing_worse_where_links_are_finish_to_start(project: Project) -> None:
    packed = pack(project, 0)
    for key in latest_dates(packed):
        dates = serial(packed.forward, listed(packed.forward, key), packed.forward.release)
        assert dates
        once = firsts._justified_once(packed, dates)
        assert once
        assert firsts.cost(packed, once) <= firsts.cost(packed, dates)


def test_what_justifying_makes_worse_is_not_taken() -> None:
    packed = pack(drawn(Draw(), 8, Random(713)), 0)
    dates = serial(packed.forward, packed.forward.topological, packed.forward.release)
    assert dates
    once = firsts._justified_once(packed, dates)
    assert once
    assert firsts.cost(packed, once) > firsts.cost(packed, dates)
    assert justified(packed, dates) == dates


@given(projects())
@TRIES
def test_kernels_weigh_a_schedule_as_it_is_told(project: Project) -> None:
    packed = pack(project, 0)
    dates = serial(packed.forward, packed.forward.topological, packed.forward.release)
    assert dates
    late, makespan = schedule_of(project, *dates).cost
    assert firsts.cost(packed, dates) == late * (project.slots + 1) + makespan


@given(projects(PLAIN))
@TRIES
def test_in_the_parallel_scheme_nothing_waits_that_could_begin(project: Project) -> None:
    way = pack(project, 0).forward
    dates = parallel(way, way.topological)
    assert dates
    start, finish = dates
    assert broken(project, schedule_of(project, start, finish)) == []
    for waiting, task in enumerate(project.tasks):
        ready = max([0, *(finish[link.tail] for link in project.links if link.head == waiting)])
        for slot in range(ready, start[waiting]):
            running = [other for other in range(len(start)) if start[other] <= slot < finish[other]]
            assert any(
                task.demand[number] + sum(project.tasks[other].demand[number] for other in running) > resource.capacity
                for number, resource in enumerate(project.resources)
            )


@given(projects())
@TRIES
def test_backwards_is_forwards_in_the_mirror(project: Project) -> None:
    """A schedule made backwards keeps every rule but the releases, which it does not know."""
    packed = pack(project, 0)
    late = serial(packed.backward, packed.backward.topological, packed.backward.release)
    assert late
    start, finish = ([project.slots - slot for slot in one] for one in (late[1], late[0]))
    free = replace(project, tasks=tuple(replace(task, release=0) for task in project.tasks))
    assert broken(free, schedule_of(free, start, finish)) == []


@given(projects(PLAIN))
@TRIES
def test_the_short_kernel_and_the_general_one_agree(project: Project) -> None:
    way = pack(project, 0).forward
    assert way.simple
    assert serial(way, way.topological, way.release) == serial(way._replace(simple=False), way.topological, way.release)


@given(projects())
@TRIES
def test_resources_in_one_word_or_in_several_are_the_same(project: Project) -> None:
    one, several = (pack(project, word).forward for word in (0, 1))
    assert several.words == max(1, len(project.resources))
    assert serial(one, one.topological, one.release) == serial(several, several.topological, several.release)


@given(projects() | projects(PLAIN), st.integers(0, 12))
@TRIES
def test_what_is_free_is_put_back_whether_there_was_room_or_not(project: Project, left: int) -> None:
    way, size = pack(project, 0).forward, len(project.tasks)
    free = list(way.available)
    for low in (0, way.slots - left):
        place(way, way.topological, [low] * size, free, [0] * size, [0] * size)
        assert free == way.available


@pytest.mark.parametrize(
    ("code", "project"),
    [
        ("circle", Project((Task(1), Task(1)), (Link(0, 1), Link(1, 0)))),
        ("too-much", Project((Task(1, (2,)),), (), (Resource(1),))),
        ("no-room", Project((Task(3), Task(3)), (Link(0, 1),), horizon=5)),
        ("no-room", Project((Task(3, (1,)), Task(3, (1,))), (), (Resource(1),), horizon=5)),
        ("no-room", Project((Task(2, calendar=0),), (), (), (((0, 1),),), 9)),
        ("ill-formed", Project((Task(-1),))),
        ("ill-formed", Project((Task(1, (1,)),))),
        ("ill-formed", Project((Task(1, calendar=0),))),
        ("ill-formed", Project((Task(1),), (Link(0, 1),))),
        ("ill-formed", Project((Task(1),), resources=(Resource(-1),))),
        ("ill-formed", Project((Task(1),), resources=(Resource(1, (((3, 2), 1),)),))),
    ],
)
def test_a_project_without_a_schedule_says_why(code: str, project: Project) -> None:
    with pytest.raises(LevellingError) as raised:
        first_answer(project)
    assert raised.value.code == code


def test_nothing_to_do_is_done_at_once() -> None:
    found = answer(Project(()))
    assert (found.schedule.cost, found.proved) == ((0, 0), True)
