"""What is to be expected now: the plan as it stands, what it endangers, what would win time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from runbook.model import Ceremony, Part
from runbook.network import before_opening
from runbook.schedule import Planned, Schedule, Step, drags, driving_chain, earliest_day, gain, plan
from runbook.schedule.chains import binding_tasks
from runbook.schedule.passes import Dates
from runbook.schedule.plan import compute
from runbook.tracking.progress import Done, Happened, Progress, progress_of
from runbook.tracking.standing import standing

Span = tuple[int, int]
NOTHING = Progress()
AT_THEIR_HOUR = (Part.DAY, Part.PROGRAMME)
CUTS = 12  # who has to cut more than that plans anew
DRAGS_AT_MOST = 500  # each has dates of its own to follow


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether preparation meets the opening: `slack` working minutes, negative where it lacks them, on that chain.

    `slack` is None where nothing is left to prepare, or the opening is over.
    """

    slack: int | None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Danger:
    """A deadline that will be missed: of which task, by how many working minutes, through which chain."""

    task_id: str
    deadline: int
    finish: int
    by: int
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crash:
    """A task whose shortening wins time: `drag` of the `minutes` of work that are left of it."""

    task_id: str
    minutes: int
    drag: int


@dataclass(frozen=True)
class Outlook:
    """A plan, what has happened to it (`lines` in their order, `progress` by task), and what follows at `now`."""

    planned: Schedule
    lines: tuple[Happened, ...]
    progress: Mapping[str, Progress]
    now: int

    @property
    def ceremony(self) -> Ceremony:
        return self.planned.ceremony

    def of(self, task_id: str) -> Progress:
        return self.progress.get(task_id, NOTHING)

    @cached_property
    def left(self) -> Ceremony:
        """The ceremony as it stands. Duties at an hour of the day are taken to happen at it: the day has a journal of
        its own."""
        presumed = {row.task.id: found for row in self.planned.rows.values() if (found := self._presumed(row))}
        return standing(self.ceremony, {**self.progress, **presumed}, self.now)

    def _presumed(self, row: Planned) -> Progress | None:
        if row.task.part not in AT_THEIR_HOUR or self.of(row.task.id).state is not Done.NOT_YET:
            return None
        if row.finish <= self.now:
            return Progress(Done.DONE, row.start, row.finish)
        return Progress(Done.RUNNING, row.start) if row.start < self.now else None

    @cached_property
    def expected(self) -> Schedule:
        """The forecast: the plan of what is left, for the same day N."""
        return plan(self.left, self.planned.day, self.now)

    @property
    def held(self) -> bool:
        """Whether the opening is over."""
        return self.now >= self.planned.opening

    def readiness(self, day: date | None = None) -> Readiness:
        """Whether preparation meets the opening on that day, the planned one unless stated."""
        if self.held:
            return Readiness(None)
        network = before_opening(self.left, day or self.planned.day)
        both = compute(self.left, network, day or self.planned.day, self.now)
        left = [index for index, name in enumerate(network.ids) if not self.of(name).over]
        if not left:
            return Readiness(None)
        tightest = min(left, key=lambda index: (both.total[index], both.early.start[index], index))
        chain = [network.ids[index] for index in binding_tasks(network, both.late, tightest)]
        return Readiness(both.total[tightest], self.open(chain))

    @cached_property
    def day(self) -> date | None:
        """The day to be expected: the planned one where it is met, else the earliest that can be; None beyond a year.

        Of a campaign the planned one: it has its span.
        """
        if self.ceremony.campaign or (self.readiness().slack or 0) >= 0:
            return self.planned.day
        return earliest_day(self.left, self.now)

    @cached_property
    def dangers(self) -> tuple[Danger, ...]:
        """The deadlines that will be missed, in file order."""
        return tuple(
            Danger(name, row.deadline, row.finish, row.late_by, self.open(driving_chain(self.expected, name)))
            for name, row in self.expected.rows.items()
            if row.late_by and row.deadline is not None and self._is_owed(row)
        )

    def _is_owed(self, row: Planned) -> bool:
        return row.task.part not in AT_THEIR_HOUR and not self.of(row.task.id).over

    def open(self, chain: Iterable[str]) -> tuple[str, ...]:
        """Those of a chain that are not over."""
        return tuple(name for name in chain if not self.of(name).over)

    def way_back(self) -> tuple[tuple[Step, ...], int]:
        """One way to meet the planned opening after all, and what it still lacks in minutes, after CUTS at most."""
        return gain(self.expected, 0, CUTS)

    @cached_property
    def crashes(self) -> tuple[Crash, ...]:
        """What to shorten first: by the time won for each day of work, then by the time won."""
        rows = self.expected.rows
        tight = [name for name, row in rows.items() if row.critical and row.task.minutes and self._is_owed(row)]
        costs = drags(self.expected, tight) if len(tight) <= DRAGS_AT_MOST else {}
        found = [Crash(name, rows[name].task.minutes, cost) for name, cost in costs.items() if cost > 0]
        return tuple(sorted(found, key=lambda one: (-one.drag / one.minutes, -one.drag)))

    @cached_property
    def unreported(self) -> tuple[str, ...]:
        """Ids of the tasks that the plan has over by now and nobody said so of, in file order."""
        return tuple(name for name, row in self.planned.rows.items() if row.finish <= self.now and self._is_due(row))

    @cached_property
    def unbegun(self) -> tuple[str, ...]:
        """Ids of the tasks that the plan has begun by now and nobody said so of, in file order."""
        due = (row for row in self.planned.rows.values() if row.start < self.now and self._is_due(row))
        return tuple(row.task.id for row in due if self.of(row.task.id).state is Done.NOT_YET)

    def _is_due(self, row: Planned) -> bool:
        """Whether somebody still has to say that the task has begun or is over."""
        name = row.task.id
        return row.task.part not in AT_THEIR_HOUR and name not in self.series and not self.of(name).over

    def span(self, task_id: str) -> Span | None:
        """From when to when a task was and will be worked on, as far as that is known; None for one dropped."""
        stands, row = self.of(task_id), self.expected.rows[task_id]
        if stands.state is Done.DROPPED:
            return None
        if stands.state is Done.NOT_YET or row.task.window is not None:
            return row.start, row.finish
        finish = row.finish if stands.finished is None else stands.finished
        if stands.started is not None:
            return min(stands.started, finish), finish
        task = self.ceremony.task(task_id)  # nobody said when it began: as long before as the plan gave it
        clock = self.ceremony.worktimes[task.worktime]
        return (clock.start_of(clock.count(finish) - task.minutes) if task.minutes else finish), finish

    def evenly(self, task_id: str, span: Span, at: int) -> float:
        """How much of a task is done at an instant, from 0 to 1, where it is worked on evenly through that span."""
        start, finish = span
        if at >= finish:
            return 1.0
        clock = self.ceremony.worktimes[self.planned.rows[task_id].task.worktime]
        whole = clock.count(finish) - clock.count(start)
        return (clock.count(at) - clock.count(start)) / whole if at > start and whole else 0.0

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of every task that has begun is done, above 0 and up to 1."""
        begun = [name for name in self.planned.rows if self.of(name).state in (Done.RUNNING, Done.DONE)]
        spans = {name: span for name in begun if (span := self.span(name))}
        return {
            name: 1.0 if self.of(name).over else max(0.01, self.evenly(name, span, self.now))
            for name, span in spans.items()
        }

    @cached_property
    def drawn(self) -> Schedule:
        """The forecast with what is over and what runs over the time they really took, as charts show it."""
        expected, both = self.expected, self.expected.passes
        real = [
            self.span(task.id) or (row.start, row.start)
            for task, row in zip(self.ceremony.tasks, expected.rows.values(), strict=True)
        ]
        over = [self.of(task.id).over for task in self.ceremony.tasks]
        starts, ends = [span[0] for span in real], [span[1] for span in real]
        late = [
            ends[at] if done else finish for at, (done, finish) in enumerate(zip(over, both.late.finish, strict=True))
        ]
        tasks = [replace(task, actual=done) for task, done in zip(self.ceremony.tasks, over, strict=True)]
        return replace(
            expected,
            ceremony=replace(self.ceremony, tasks=tuple(tasks)),
            passes=replace(both, late=Dates(both.late.number, both.late.start, late)),
            planned=Dates(expected.planned.number, starts, ends),
        )

    @cached_property
    def told(self) -> Schedule:
        """What agencies are told next: the forecast, but what is over as the plan had it, of which they were told."""
        before, after = self.planned, self.drawn
        over = [self.of(task.id).over for task in self.ceremony.tasks]

        def either(old: Sequence[int], new: Sequence[int]) -> list[int]:
            return [was if done else now for done, was, now in zip(over, old, new, strict=True)]

        def dates(old: Dates, new: Dates) -> Dates:
            return Dates(new.number, either(old.start, new.start), either(old.finish, new.finish))

        was, now = before.passes, after.passes
        passes = replace(
            now,
            early=dates(was.early, now.early),
            late=dates(was.late, now.late),
            total=either(was.total, now.total),
            free=either(was.free, now.free),
        )
        return replace(after, ceremony=self.ceremony, passes=passes, planned=dates(before.planned, after.planned))

    @cached_property
    def series(self) -> frozenset[str]:
        """Ids of the duties that come back: each time they do stands for them."""
        return frozenset(task.series for task in self.ceremony.tasks if task.series)

    def overdue(self, task_id: str) -> int:
        """Working minutes since the task ought to have begun, or to be over; 0 where it is in time.

        It ought to where no later instant holds the plan. A duty that lasts a window is late only if it has not begun.
        """
        row, stands = self.planned.rows[task_id], self.of(task_id)
        if stands.over or row.task.part in AT_THEIR_HOUR or task_id in self.series:
            return 0
        begun = stands.state is Done.RUNNING
        if row.task.window is not None:
            since = self.now if begun else row.start
        else:
            since = row.late_finish if begun else row.late_start
        clock = self.ceremony.worktimes[row.task.worktime]
        return max(0, clock.count(self.now) - clock.count(since))


def outlook(planned: Schedule, lines: Iterable[Happened], now: int) -> Outlook:
    """What is to be expected of a plan at `now`, by what had happened until then."""
    known = tuple(one for one in lines if one.at <= now)
    receipts = {task.id: task.receipts for task in planned.ceremony.tasks if task.receipts}
    return Outlook(planned, known, progress_of(known, receipts), now)
