"""Levelling: a first answer at once, a better one the longer it may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isqrt
from typing import Any, NamedTuple

from runbook.levelling.compiled import PLAIN, Kernels, fastest
from runbook.levelling.evolution import BEST, BITS, SCHEDULES, Population, Sheet
from runbook.levelling.first import Dates, bound, cost, first, latest_dates, listed
from runbook.levelling.generation import COUNTS
from runbook.levelling.packing import Column, Direction, Packed, pack
from runbook.levelling.project import Project, Schedule, schedule_of

LEAST, MOST = 8, 400  # members of a population
TRIAL = 200  # schedules that tell how many a second there will be
LOOKS = 50  # times the clock is looked at


@dataclass(frozen=True, slots=True)
class Answer:
    """The best schedule found, after how many; no schedule has less than the lateness and makespan of `bound`."""

    schedule: Schedule
    schedules: int
    bound: tuple[int, int]

    @property
    def proved(self) -> bool:
        """Whether nothing better can exist."""
        return self.schedule.cost <= self.bound


class _Ground(NamedTuple):
    """What is known before a population begins. `taken` is `packed` as the kernels take it."""

    project: Project
    kernels: Kernels
    packed: Packed
    taken: Packed
    latest: list[int]
    answer: Answer

    @property
    def done(self) -> bool:
        return self.answer.proved or len(self.project.tasks) < 2


class _Search(NamedTuple):
    """All a population lives in."""

    ground: _Ground
    latest: Column
    population: Population
    sheet: Sheet
    bound: int

    def go_on(self, until: int) -> bool:
        """Until that many schedules are made; whether more could help."""
        evolve = self.ground.kernels.evolve
        evolve(self.ground.taken, self.latest, self.population, self.sheet, until, self.bound)
        return bool(self.population.record[BEST] > self.bound)

    def answer(self) -> Answer:
        population = self.population
        schedule = schedule_of(self.ground.project, population.start, population.finish)
        return Answer(schedule, int(population.record[SCHEDULES]), self.ground.answer.bound)


def first_answer(project: Project) -> Answer:
    """Best of both schemes and two rules, justified; milliseconds for hundreds of tasks. Raises LevellingError."""
    return _ground(project, PLAIN).answer


def level(project: Project, schedules: int, seed: int = 1, kernels: Kernels | None = None) -> Answer:
    """A population search of that many schedules, never worse than the first answer; the same for the same seed.

    Compiled kernels are used where they are installed, and give what plain ones give. Raises LevellingError.
    """
    ground = _ground(project, kernels or fastest())
    if ground.done:
        return ground.answer
    search = _search(ground, seed, members_for(schedules))
    search.go_on(schedules)
    return search.answer()


def level_within(
    project: Project, seconds: float, clock: Callable[[], float], seed: int = 1, kernels: Kernels | None = None
) -> Answer:
    """A population search of that many seconds by the clock, the first answer and a trial of speed included.

    The population is as large as suits the number of schedules there will be time for. Raises LevellingError.
    """
    kernels = kernels or fastest()
    end = clock() + seconds
    ground = _ground(project, kernels)
    if ground.done:
        return ground.answer
    trial, before = _search(ground, seed, LEAST), clock()
    trial.go_on(TRIAL)
    now = clock()
    expected = int(TRIAL * max(0.0, end - now) / max(now - before, 1e-6))
    search = _search(ground, seed, members_for(expected))
    step = max(2, expected // LOOKS)
    while clock() < end and search.go_on(search.population.record[SCHEDULES] + step):
        pass
    found = trial.answer(), search.answer()
    best = min(found, key=lambda one: one.schedule.cost)
    return replace(best, schedules=sum(one.schedules for one in found))


def members_for(schedules: int) -> int:
    """Members of a population that has time for so many schedules, as PSPLIB's instances of 120 tasks suggest."""
    return max(LEAST, min(MOST, isqrt(schedules) // 6))


@lru_cache(maxsize=1)  # whoever asks for a first answer mostly goes on from it
def _ground(project: Project, kernels: Kernels) -> _Ground:
    packed = pack(project, kernels.word)
    finishes, starts = latest_dates(packed)
    schedule = schedule_of(project, *first(packed, (finishes, starts)))
    answer = Answer(schedule, 0, bound(packed, project))
    return _Ground(project, kernels, packed, _columns(packed, kernels), finishes, answer)


def _search(ground: _Ground, seed: int, members: int) -> _Search:
    """A population of one member, the first answer, and room for the others."""
    packed, column, begun = ground.packed, ground.kernels.column, ground.answer.schedule
    dates: Dates = list(begun.start), list(begun.finish)
    best = cost(packed, dates)
    member = listed(packed.backward, [begun.makespan - end for end in dates[1]])
    lists = member + list(packed.backward.topological) * (members - 1)
    costs = [best] + [_worst(packed)] * (members - 1)
    state = (seed * 2654435761 + 88172645) & BITS or 1
    population = Population(*map(column, (lists, costs, *dates, [state, 0, 1, 0, best])))
    blanks = [column([0] * len(member)) for _ in range(8)]
    free, back = column(list(packed.forward.available)), column(list(packed.backward.available))
    sheet = Sheet(free, back, column([0] * COUNTS), *blanks)
    late, makespan = ground.answer.bound
    least = late * (packed.forward.slots + 1) + makespan
    return _Search(ground, column(list(ground.latest)), population, sheet, least)


def _worst(packed: Packed) -> int:
    """More than any schedule costs, with the whole horizon as its makespan."""
    late = sum(packed.weight) * packed.forward.slots + 1
    return late * (packed.forward.slots + 1) + packed.forward.slots


def _columns(packed: Packed, kernels: Kernels) -> Packed:
    """The packed project as the kernels take it."""

    def taken(way: Direction) -> Direction:
        columns: Any = {name: kernels.column(one) for name, one in way._asdict().items() if isinstance(one, list)}
        return way._replace(**columns)

    rest = (kernels.column(list(one)) for one in (packed.due, packed.deadline, packed.weight))
    return Packed(taken(packed.forward), taken(packed.backward), *rest)
