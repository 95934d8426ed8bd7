"""For a clash the one move that ends it with the least harm: a task later or earlier, or a ceremony on another day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from runbook.levelling.overlaps import Clash, Name, clashes, two_places
from runbook.levelling.pins import Pins
from runbook.levelling.slots import is_movable
from runbook.levelling.wants import Held, Want, held_in, limits_of
from runbook.schedule import Planned, Schedule, candidates, plan

TRIED = 6  # places looked at for one task, either way
LARGE = 500  # of more tasks, each of whose plans takes long, only so many are moved, to so many places:
TASKS, PLACES = 4, 2


@dataclass(frozen=True, slots=True)
class Shift:
    """A move and what it does. `task` is "" where the whole ceremony moves, to `day`.

    `by`: minutes of the task's own working time, negative for earlier; of these `spare` were in hand. `excess` is what
    is still wanted beyond capacities, in unit-minutes of all clashes. `late`: tasks that it makes late, or later, with
    the opening among them where preparation is no longer ready. `others`: how many other tasks begin at another time.
    """

    file: int
    task: str
    start: int
    day: date | None
    by: int
    spare: int
    excess: int
    late: tuple[str, ...]
    worst: int
    others: int

    @property
    def breaks(self) -> bool:
        return bool(self.late)

    @property
    def harm(self) -> tuple[bool, int, int, bool, bool, int, int]:
        return self.breaks, self.worst, self.excess, not self.task, self.by < 0, self.others, abs(self.by)


@dataclass(frozen=True)
class Calendar:
    """Several ceremonies as they are planned, and what they hold between them."""

    schedules: tuple[Schedule, ...]

    @cached_property
    def limits(self) -> dict[Want, int]:
        """The least capacity that any of the files states."""
        found: dict[Want, int] = {}
        for schedule in self.schedules:
            for want, amount in limits_of(schedule.ceremony).items():
                found[want] = min(amount, found.get(want, amount))
        return found

    @cached_property
    def held(self) -> tuple[list[Held], ...]:
        return tuple(held_in(schedule, file, self.limits) for file, schedule in enumerate(self.schedules))

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        return tuple(self._clashes(self.schedules, self.held))

    @cached_property
    def excess(self) -> int:
        return sum(one.excess for one in self.clashes)

    def with_plan(self, file: int, schedule: Schedule) -> int:
        """The excess of all clashes with another plan of one of the ceremonies."""
        schedules = (*self.schedules[:file], schedule, *self.schedules[file + 1 :])
        held = (*self.held[:file], held_in(schedule, file, self.limits), *self.held[file + 1 :])
        return sum(one.excess for one in self._clashes(schedules, held))

    def best(self, clash: Clash) -> Shift | None:
        """The move with the least harm of those that leave less of the clashes; None where there is none."""
        rest = self.excess - clash.excess
        found = [one for name in self._moving(clash) for one in self._task_moves(clash, name)]
        found = [one for one in found if one.excess < self.excess]
        if all(one.breaks for one in found):  # a whole ceremony moves only for what nothing less ends
            days = (one for file in sorted({file for file, _ in clash.tasks}) for one in self._days[file])
            found += [one for one in days if one.excess <= rest]
        return min(found, key=lambda one: (one.breaks, one.excess > rest, one.harm), default=None)

    @cached_property
    def _is_large(self) -> bool:
        return sum(len(schedule.rows) for schedule in self.schedules) > LARGE

    def _moving(self, clash: Clash) -> Sequence[Name]:
        """The tasks that are tried elsewhere: all, of many those with the most in hand."""
        if not self._is_large:
            return clash.tasks
        return sorted(clash.tasks, key=lambda name: -self.schedules[name[0]].rows[name[1]].total_float)[:TASKS]

    def _clashes(self, schedules: Sequence[Schedule], held: Sequence[list[Held]]) -> list[Clash]:
        found = clashes(self.limits, (one for file in held for one in file))
        found += two_places(schedules, self.limits)
        return sorted(found, key=lambda one: (one.first, one.want.kind.value, one.want.id))

    def _task_moves(self, clash: Clash, name: Name) -> Iterator[Shift]:
        file, task = name
        schedule = self.schedules[file]
        row = schedule.rows[task]
        if not is_movable(row.task):
            return
        for start in self._starts(clash, name, row):
            floor = min(schedule.passes.floor, start) if schedule.ceremony.start is None else None
            after = Pins({task: start}, floor).planned(schedule)
            yield self._weighed(file, task, after, None)

    def _starts(self, clash: Clash, name: Name, row: Planned) -> Iterator[int]:
        """Right behind the others that hold it, and right before them as far as the task can be earlier."""
        schedule = self.schedules[name[0]]
        clock = schedule.ceremony.worktimes[row.task.worktime]
        places = PLACES if self._is_large else TRIED
        others = [one for file in self.held for one in file if one.want == clash.want and (one.file, one.task) != name]
        ends = sorted({one.spans[-1][1] for one in others if one.spans[-1][1] > row.start})
        yield from (clock.start_of(clock.first_start(end)) for end in ends[:places])
        begins = sorted({one.spans[0][0] for one in others if one.spans[0][0] < row.finish}, reverse=True)
        for begin in begins[:places]:
            start = clock.start_of(clock.last_finish(begin) - row.task.minutes)
            if row.early_start <= start < row.start:
                yield start

    @cached_property
    def _days(self) -> list[list[Shift]]:
        """What each other feasible day of a ceremony's window would do."""
        return [list(self._other_days(file, schedule)) for file, schedule in enumerate(self.schedules)]

    def _other_days(self, file: int, schedule: Schedule) -> Iterator[Shift]:
        days = schedule.ceremony.date
        if schedule.ceremony.campaign or days.first == days.last:
            return
        for one in candidates(schedule.ceremony, schedule.now):
            if one.feasible and one.preferred and one.day != schedule.day:
                yield self._weighed(file, "", plan(schedule.ceremony, one.day, schedule.now), one.day)

    def _weighed(self, file: int, task: str, after: Schedule, day: date | None) -> Shift:
        before = self.schedules[file]
        worse = {
            name: by for name in before.rows if (by := _lateness(after.rows[name]) - _lateness(before.rows[name])) > 0
        }
        others = sum(after.rows[name].start != row.start for name, row in before.rows.items() if name != task)
        by = spare = start = 0
        if task:
            was, now = before.rows[task], after.rows[task]
            clock = before.ceremony.worktimes[was.task.worktime]
            by, start = clock.count(now.start) - clock.count(was.start), now.start
            spare = clock.count(was.late_start) - clock.count(was.start)
        late = tuple(name for name in before.rows if name in worse)
        excess = self.with_plan(file, after)
        return Shift(file, task, start, day, by, spare, excess, late, max(worse.values(), default=0), others)


def _lateness(row: Planned) -> int:
    return max(0, -row.total_float, row.late_by)
