"""How much work falls to whom on which day, and how far the resources are taken up.

A task counts on each day the minutes it is worked on that day. What waits on the wall clock (`elapsed`) counts office
hours only: nobody works round the clock. A duty of which each member of a group hands in one counts for each of them;
other duties of a group count for the group, not for its members.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from runbook.axis import DAY
from runbook.levelling.wants import Kind, Span, Want, held_in, worked_on, working_spans
from runbook.model import DurationKind
from runbook.reports.rows import Heading, heading, labels

if TYPE_CHECKING:
    from runbook.levelling.wants import Held
    from runbook.model import Agency, Task
    from runbook.schedule import Schedule

DAYS = 56  # told day by day; a longer plan week by week
WEEK = 7


@dataclass(frozen=True, slots=True)
class Amount:
    """Minutes of one day or week. Of an agency `led` and `support`; of a resource `led` is how long it is in use,
    `most` how much of it at once."""

    led: int = 0
    support: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class LoadRow:
    """An agency or a resource with an amount for every column. `capacity` is 0 where there is none.

    `alike`: the rows of further agencies with the same amounts, all from duties that each of a group hands in.
    """

    id: str
    name: str
    capacity: int
    amounts: tuple[Amount, ...]
    alike: tuple[LoadRow, ...] = ()

    def over(self, number: int) -> bool:
        """Whether more is wanted than there is, in that column."""
        return bool(self.capacity) and self.amounts[number].most > self.capacity


@dataclass(frozen=True, slots=True)
class Load:
    """`columns`: the days, or the Mondays of the weeks. `full`: office minutes of a day, of a week five times that.

    `lasting`: how many duties last a window; they go on beside other work and are not counted.
    """

    heading: Heading
    columns: tuple[date, ...]
    weekly: bool
    full: int
    agencies: tuple[LoadRow, ...]
    resources: tuple[LoadRow, ...]
    lasting: int

    def worked(self, number: int) -> bool:
        """Whether there is anything in that column."""
        return any(row.amounts[number].led or row.amounts[number].support for row in (*self.agencies, *self.resources))


def load(schedule: Schedule, language: str, agency_id: str = "") -> Load:
    """The load of all, or of one agency and what it uses."""
    return _Counted(schedule, agency_id).report(heading(schedule, language))


def minutes_by_day(schedule: Schedule, spans: Sequence[Span]) -> Counter[date]:
    """The minutes of the spans on each day of the ceremony's zone."""
    found: Counter[date] = Counter()
    for start, end in spans:
        while start < end:
            day, minute = schedule.axis.civil(start)
            until = min(end, start + DAY - minute)
            found[day] += until - start
            start = until
    return found


class _Counted:
    def __init__(self, schedule: Schedule, agency_id: str) -> None:
        self.schedule, self.agency_id = schedule, agency_id
        self.tasks = [task for task in worked_on(schedule.ceremony) if task.window is None]
        self.days = {task.id: minutes_by_day(schedule, list(_worked(schedule, task))) for task in self.tasks}
        self.groups = {agency.id for agency in schedule.ceremony.agencies if agency.members}

    def report(self, head: Heading) -> Load:
        ceremony = self.schedule.ceremony
        rows = [row for agency in ceremony.agencies if (row := self.agency(agency))]
        lasting = sum(task.window is not None for task in worked_on(ceremony))
        days = ceremony.worktimes["office"].day_minutes
        full = days * (5 if self.weekly else 1)
        return Load(head, self.columns, self.weekly, full, tuple(self.folded(rows)), tuple(self.resources()), lasting)

    @cached_property
    def weekly(self) -> bool:
        first, last = self.ends
        return (last - first).days >= DAYS

    @cached_property
    def ends(self) -> tuple[date, date]:
        days = [day for task in self.tasks if self.concerns(task) for day in self.days[task.id]]
        return min(days, default=self.schedule.day), max(days, default=self.schedule.day)

    @cached_property
    def columns(self) -> tuple[date, ...]:
        first, last = self.ends
        step = WEEK if self.weekly else 1
        begin = first - timedelta(days=first.weekday()) if self.weekly else first
        return tuple(begin + timedelta(days=number * step) for number in range((last - begin).days // step + 1))

    def column(self, day: date) -> int:
        return (day - self.columns[0]).days // (WEEK if self.weekly else 1)

    def concerns(self, task: Task) -> bool:
        return not self.agency_id or self.agency_id in (task.lead, *task.support, *task.receipts)

    def leads(self, task: Task, agency_id: str) -> bool:
        """A group that each member hands in something for does nothing itself."""
        if agency_id in task.receipts:
            return True
        return task.lead == agency_id and not (task.receipts and agency_id in self.groups)

    def agency(self, agency: Agency) -> LoadRow | None:
        """Its row, None where it has no work or was not asked for."""
        if self.agency_id not in ("", agency.id):
            return None
        led: Counter[int] = Counter()
        support: Counter[int] = Counter()
        for task in self.tasks:
            leads = self.leads(task, agency.id)
            if leads or agency.id in task.support:
                for day, minutes in self.days[task.id].items():
                    (led if leads else support)[self.column(day)] += minutes
        if not led and not support:
            return None
        amounts = tuple(Amount(led[number], support[number]) for number in range(len(self.columns)))
        return LoadRow(agency.id, labels(self.schedule.ceremony)[agency.id], agency.capacity, amounts)

    def folded(self, rows: Sequence[LoadRow]) -> Iterator[LoadRow]:
        """Agencies that do nothing but hand in what many do, and the same, in one row where the first stands."""
        others = {one for task in self.tasks for one in (task.lead, *task.support)}
        alike: dict[tuple[Amount, ...], list[LoadRow]] = {}
        for row in rows:
            if row.id not in others:
                alike.setdefault(row.amounts, []).append(row)
        for row in rows:
            same = alike.get(row.amounts, [row]) if row.id not in others else [row]
            if same[0] is row:
                yield replace(row, alike=tuple(same[1:]))

    def resources(self) -> Iterator[LoadRow]:
        """Every resource that is used, also by what lasts a window."""
        concerned = {task.id for task in self.schedule.ceremony.tasks if self.concerns(task)}
        held = held_in(self.schedule)
        for resource in self.schedule.ceremony.resources:
            want = Want(Kind.RESOURCE, resource.id)
            mine = [one for one in held if one.want == want]
            if any(one.task in concerned for one in mine):
                yield LoadRow(resource.id, resource.name, resource.capacity, tuple(self.used(mine)))

    def used(self, held: Sequence[Held]) -> Iterator[Amount]:
        """How long it is in use and how much of it at once."""
        minutes: Counter[int] = Counter()
        most: Counter[int] = Counter()
        for start, end, amount in in_use(held):
            for day, part in minutes_by_day(self.schedule, [(start, end)]).items():
                if 0 <= (number := self.column(day)) < len(self.columns):
                    minutes[number] += part
                    most[number] = max(most[number], amount)
        return (Amount(minutes[number], most=most[number]) for number in range(len(self.columns)))


def in_use(held: Sequence[Held]) -> Iterator[tuple[int, int, int]]:
    """The stretches in which any of it is held: from when, to when, how much."""
    changes: Counter[int] = Counter()
    for one in held:
        for start, end in one.spans:
            changes[start] += one.amount
            changes[end] -= one.amount
    amount, since = 0, 0
    for at in sorted(changes):
        if amount:
            yield since, at, amount
        amount, since = amount + changes[at], at


def _worked(schedule: Schedule, task: Task) -> Iterator[Span]:
    """The task's working spans; of what waits on the wall clock the office hours in it."""
    if task.kind is not DurationKind.ELAPSED:
        yield from working_spans(schedule, task)
        return
    row = schedule.rows[task.id]
    for start, end in schedule.ceremony.worktimes["office"].spans_between(row.start, row.finish):
        yield max(start, row.start), min(end, row.finish)
