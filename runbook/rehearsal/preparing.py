"""The preparation as it might go: every task takes a drawn time, and people tell of it as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from runbook.model import Part, Task
from runbook.risk import Spread
from runbook.risk.spread import draw
from runbook.schedule import Schedule
from runbook.tracking import Done, Happened, Outlook, What, outlook

HALF_HOUR = 30
_SAID = Spread(50, 75, 100)  # per cent of its planned work after which a task that will be late is told to be
_HANDED_IN = Spread(10, 80, 100)  # per cent of the time it takes in the end after which a unit hands in its part


def preparing(planned: Schedule, spreads: Mapping[str, Spread], seed: int) -> Iterator[Happened]:
    """The lines of all tasks but those of the programme, in the order they would be told, each with its instant.

    A task begins when the forecast of the moment has it begin, and takes what is drawn from its spread, which is what
    the plan says where it has none: without any spread all goes by the plan. What should have been over by the opening
    and is not is dropped then. One seed gives one rehearsal.
    """
    play = _Play(planned, spreads, seed)
    while lines := play.next_lines():
        yield from lines


@dataclass
class _Play:
    """What has been told so far, and when each task that runs will really be over."""

    planned: Schedule
    spreads: Mapping[str, Spread]
    seed: int
    lines: list[Happened] = field(default_factory=list)
    coming: list[Happened] = field(default_factory=list)  # of running tasks, in the order of their instants

    def next_lines(self) -> list[Happened]:
        """All that is told next at one instant; none when all is over."""
        now = self.lines[-1].at if self.lines else min((row.start for row in self.planned.rows.values()), default=0)
        begins = self._begins(outlook(self.planned, self.lines, now))
        first = min([*(at for at, _ in begins), *(one.at for one in self.coming[:1])], default=None)
        if first is None:
            return []
        if left := self._too_late(first):
            return self._dropped(left)
        told = [one for one in self.coming if one.at == first]
        if told:  # what ends now is told before anything begins, for it may let something begin
            self.coming = self.coming[len(told) :]
        else:
            told = [line for at, task in begins if at == first for line in self._begun(task, at)]
        self.lines += told
        return told

    def _too_late(self, now: int) -> list[Task]:
        """What the plan has over by the opening and will not be, once that has come."""
        opening = self.planned.opening
        if now <= opening:
            return []
        progress = outlook(self.planned, self.lines, opening).progress
        rows = (
            row for row in self.planned.rows.values() if row.task.part is Part.PREPARATION and row.finish <= opening
        )
        return [row.task for row in rows if row.task.id not in progress or not progress[row.task.id].over]

    def _dropped(self, left: list[Task]) -> list[Happened]:
        ids = {task.id for task in left}
        self.coming = [one for one in self.coming if one.task not in ids]
        told = [_line(What.DROP, task, self.planned.opening) for task in left]
        self.lines += told
        return told

    def _begins(self, seen: Outlook) -> list[tuple[int, Task]]:
        return [
            (max(row.start, seen.now), row.task)
            for name, row in seen.expected.rows.items()
            if row.task.part is not Part.PROGRAMME and name not in seen.series and seen.of(name).state is Done.NOT_YET
        ]

    def _begun(self, left: Task, at: int) -> Iterator[Happened]:
        task = self.planned.rows[left.id].task
        if task.is_milestone and task.window is None:
            yield _line(What.DONE, task, at)
            return
        yield _line(What.START, task, at)
        self.coming = sorted([*self.coming, *self._later(task, at)], key=lambda one: one.at)

    def _later(self, task: Task, start: int) -> Iterator[Happened]:
        """What will be told of a task that begins now."""
        if task.window is not None:
            yield _line(What.DONE, task, self.planned.rows[task.id].finish)
            return
        clock = self.planned.ceremony.worktimes[task.worktime]
        first, takes = clock.count(start), self._drawn(self.spreads.get(task.id), task.id, task.minutes)
        if takes > task.minutes:
            after = task.minutes * self._drawn(_SAID, f"{task.id} said", 100) // 100
            left = -(-(takes - after) // HALF_HOUR) * HALF_HOUR
            yield _line(What.LATE, task, clock.end_of(first + after) if after else start, remaining=left)
        if not task.receipts:
            yield _line(What.DONE, task, clock.end_of(first + takes))
        for agency, share in self._handed_in(task).items():
            part = max(1, takes * share // 100)
            yield _line(What.RECEIVE, task, clock.end_of(first + part), agency=agency)

    def _handed_in(self, task: Task) -> dict[str, int]:
        """The share of a task's time after which each unit hands in; the last one ends it."""
        shares = {name: self._drawn(_HANDED_IN, f"{task.id} {name}", 100) for name in task.receipts}
        last = max(shares, key=lambda name: shares[name], default="")
        return {name: 100 if name == last else share for name, share in shares.items()}

    def _drawn(self, spread: Spread | None, name: str, otherwise: int) -> int:
        return int(draw(spread, self.seed, name, 0, 1)[0]) if spread else otherwise


def _line(what: What, task: Task, at: int, remaining: int | None = None, agency: str = "") -> Happened:
    return Happened(0, what, task.id, at, at, remaining=remaining, agency=agency)
