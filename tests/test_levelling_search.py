"""The population search, plain and compiled, and the proofs."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.levelling.compiled import PLAIN as PLAIN_KERNELS
from runbook.levelling.compiled import NotInstalledError, compiled
from runbook.levelling.evolution import shift
from runbook.levelling.exact import prove
from runbook.levelling.first import serial
from runbook.levelling.packing import pack
from runbook.levelling.project import LevellingError, Project, Resource, Task
from runbook.levelling.search import _ground, _search, first_answer, level, level_within
from tests.levelled import Draw, broken, drawn, projects

TRIES = settings(max_examples=40, deadline=None)
HARD = drawn(Draw(relations=False, calendars=False, bounds=False), 30, Random(9))
WIDE = drawn(Draw(), 30, Random(28))


@pytest.mark.parametrize("project", [HARD, WIDE])
def test_the_search_finds_what_the_first_answer_misses(project: Project) -> None:
    begun, later = first_answer(project), level(project, 400, kernels=PLAIN_KERNELS)
    assert later.schedule.cost < begun.schedule.cost
    assert broken(project, later.schedule) == []


@pytest.mark.parametrize("project", [HARD, WIDE])
def test_no_answer_is_worse_than_the_first_however_short_the_search(project: Project) -> None:
    begun = first_answer(project).schedule.cost
    assert all(level(project, few, kernels=PLAIN_KERNELS).schedule.cost <= begun for few in (1, 2, 5, 12, 30))


@pytest.mark.parametrize("project", [HARD, WIDE])
def test_members_only_become_better_and_keep_lists_that_can_be_scheduled(project: Project) -> None:
    search = _search(_ground(project, PLAIN_KERNELS), 3, 8)
    size = len(project.tasks)
    search.go_on(8)
    drawn_first = before = list(search.population.costs)
    for until in range(10, 300, 10):
        search.go_on(until)
        costs = list(search.population.costs)
        assert all(later <= earlier for later, earlier in zip(costs, before, strict=True))
        before = costs
        for member in range(8):
            tasks = search.population.lists[member * size : (member + 1) * size]
            assert sorted(tasks) == list(range(size))
            assert all(tasks.index(link.head) < tasks.index(link.tail) for link in project.links)
    assert sum(later < earlier for later, earlier in zip(before, drawn_first, strict=True)) >= 4


@given(projects(), st.integers(1, 10**6))
@TRIES
def test_shifted_tasks_stay_between_those_before_and_behind(project: Project, seed: int) -> None:
    backward = pack(project, 0).backward
    child, size = list(backward.topological), len(project.tasks)
    for _ in range(20):
        shift(backward, [seed], child, [0] * size)
        assert sorted(child) == list(range(size))
        assert all(child.index(link.head) < child.index(link.tail) for link in project.links)
        seed += 1


@given(projects(Draw(most=5, relations=False, calendars=False, bounds=False)))
@TRIES
def test_small_projects_are_levelled_as_well_as_trying_every_list(project: Project) -> None:
    """Some list of the serial scheme gives the shortest schedule (Kolisch 1996)."""
    way = pack(project, 0).forward
    behind = {(link.tail, link.head) for link in project.links}
    lists = [
        order
        for order in permutations(range(len(project.tasks)))
        if all(order.index(tail) < order.index(head) for tail, head in behind)
    ]
    spans = [max(dates[1]) for order in lists if (dates := serial(way, list(order), way.release))]
    assert level(project, 400, kernels=PLAIN_KERNELS).schedule.makespan == min(spans)


@pytest.mark.parametrize("project", [HARD, WIDE])
def test_a_seed_and_a_number_of_schedules_give_one_answer(project: Project) -> None:
    once, again = (level(project, 200, 5, PLAIN_KERNELS) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("project", [HARD, WIDE])
def test_stopping_and_going_on_changes_nothing(project: Project) -> None:
    through, halting = (_search(_ground(project, PLAIN_KERNELS), 3, 20) for _ in range(2))
    through.go_on(300)
    for until in (7, 20, 21, 150, 300):
        halting.go_on(until)
    assert halting.population == through.population


def test_time_is_what_the_clock_says() -> None:
    ticks = count()
    found = level_within(HARD, 30.0, lambda: float(next(ticks)), kernels=PLAIN_KERNELS)
    assert next(ticks) in range(30, 34)
    assert found.schedule.cost < first_answer(HARD).schedule.cost
    assert broken(HARD, found.schedule) == []


def test_no_time_at_all_still_gives_the_first_answer() -> None:
    found = level_within(HARD, 0.0, lambda: 0.0, kernels=PLAIN_KERNELS)
    assert found.schedule.cost <= first_answer(HARD).schedule.cost


@pytest.mark.parametrize("project", [HARD, WIDE])
def test_compiled_kernels_give_what_plain_ones_give(project: Project) -> None:
    pytest.importorskip("numba", reason="numba is not installed")
    assert repr(level(project, 400, 2, compiled())) == repr(level(project, 400, 2, PLAIN_KERNELS))


def test_compiled_kernels_in_several_words_give_the_same() -> None:
    pytest.importorskip("numba", reason="numba is not installed")
    narrow = compiled()._replace(word=1)
    assert level(WIDE, 400, 2, narrow) == level(WIDE, 400, 2, PLAIN_KERNELS)


def test_what_is_not_installed_is_said_with_the_extra_that_brings_it() -> None:
    said = str(NotInstalledError("numba", "level"))
    assert said == 'numba is not installed: pip install "runbook[level]"'


@given(projects(Draw(most=5)), st.sampled_from((None, 0)))
@settings(max_examples=10, deadline=None)
def test_a_proof_is_no_worse_and_never_below_the_bound(project: Project, calendar: int | None) -> None:
    pytest.importorskip("ortools", reason="OR-Tools is not installed")
    alike = replace(project, tasks=tuple(replace(task, calendar=calendar) for task in project.tasks))
    found = level(alike, 60, kernels=PLAIN_KERNELS)
    proof = prove(alike, found, 0.5, workers=1)
    assert broken(alike, proof.schedule) == []
    assert found.bound <= proof.bound <= proof.schedule.cost <= found.schedule.cost


def test_no_proof_where_users_of_one_hall_keep_different_hours() -> None:
    pytest.importorskip("ortools", reason="OR-Tools is not installed")
    tasks = Task(2, (1,), calendar=0), Task(2, (1,))
    project = Project(tasks, (), (Resource(1),), (((0, 1), (2, 9)),), 20)
    with pytest.raises(LevellingError, match="mixed-calendars"):
        prove(project, first_answer(project), 5.0)


def test_a_proof_knows_the_shortest() -> None:
    pytest.importorskip("ortools", reason="OR-Tools is not installed")
    project = Project(tuple(Task(length, (1,)) for length in (4, 3, 2, 2, 1)), (), (Resource(2),))
    proof = prove(project, first_answer(project), 5.0, workers=1)
    assert (proof.status, proof.schedule.cost, proof.bound) == ("optimal", (0, 6), (0, 6))
