"""The ceremony as it stands: what is over put where it was, what is running given its remaining work.

It is planned like any other, so the forecast, its floats and its chains are the planner's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from runbook.model import Base, Ceremony, Day, DurationKind, Moment, Part, Task
from runbook.network import ALWAYS, axis_of
from runbook.tracking.progress import Done, Progress

NOTHING = Progress()


def standing(ceremony: Ceremony, progress: Mapping[str, Progress], now: int) -> Ceremony:
    """The ceremony with what is known at `now`; plan it from `now` on.

    A task that is over is a point at the instant it ended. One that is running has its remaining work before it, from
    now; who began before all it should have waited for goes on (progress override, as planners call it). A dropped
    task takes no time, and what waited for it waits for what it waited for. What lasts a window keeps it until it is
    over. In a plan that has no start everything is late by intent: that holds for what has not begun alone.
    """
    planned = _Planned(ceremony, now)
    tasks = tuple(planned.task(task, progress.get(task.id, NOTHING)) for task in ceremony.tasks)
    begun = {name for name, one in progress.items() if one.state in (Done.RUNNING, Done.DONE)}
    links = tuple(one for one in ceremony.links if one.successor not in begun)
    return replace(ceremony, tasks=tasks, links=links, start=ceremony.start or planned.moment(now))


class _Planned:
    """What turns one task into what is left of it."""

    def __init__(self, ceremony: Ceremony, now: int) -> None:
        self.ceremony = ceremony
        self.now = now
        self.axis = axis_of(ceremony)

    def task(self, task: Task, progress: Progress) -> Task:
        match progress.state:
            case Done.DONE:
                return replace(self._point(task), not_before=self.moment(progress.finished), actual=True)
            case Done.DROPPED:
                return replace(self._point(task), not_before=None, deadline=None)
            case Done.RUNNING if task.window is None:
                left = replace(self._left(task, progress), place_late=False)
                return replace(left, not_before=self.moment(self.now), fixed_start=None)
            case _:
                late = self.ceremony.start is None and task.part is Part.PREPARATION
                waiting = replace(task, place_late=True) if late else task
                if progress.until is not None and task.not_before is None and task.fixed_start is None:
                    return self._no_sooner(waiting, progress.until)
                return self._left(waiting, progress) if self._estimated(progress) else waiting

    def _point(self, task: Task) -> Task:
        return replace(task, minutes=0, fixed_start=None, place_late=False, window=None)

    @staticmethod
    def _estimated(progress: Progress) -> bool:
        return progress.remaining is not None or progress.until is not None

    def _left(self, task: Task, progress: Progress) -> Task:
        """The task with the minutes that are left of it now: as said last, else what the plan gave it less the time
        since it began."""
        if progress.until is not None:
            return self._until(task, progress.until)
        own = self.ceremony.worktimes[task.worktime]
        given = task.minutes if progress.remaining is None else progress.remaining
        since = progress.started if progress.remaining is None else max(progress.since or 0, progress.started or 0)
        spent = own.count(self.now) - own.count(min(since, self.now)) if since and progress.started is not None else 0
        return replace(task, minutes=max(1, given - spent))

    def _until(self, task: Task, until: int) -> Task:
        """A task that is told to end at an instant: in its own hours where those end there, else round the clock."""
        own = self.ceremony.worktimes[task.worktime]
        last = max(until, self.now + 1)
        minutes = own.count(last) - own.count(self.now)
        if minutes > 0 and own.end_of(own.count(last)) == last:
            return replace(task, minutes=minutes)
        return replace(task, minutes=last - self.now, worktime=ALWAYS, kind=DurationKind.ELAPSED)

    def _no_sooner(self, task: Task, until: int) -> Task:
        """A task that has not begun and is told to end at an instant: it may still wait for others, and end later."""
        own = self.ceremony.worktimes[task.worktime]
        return replace(task, not_before=self.moment(own.start_of(own.count(until) - task.minutes)))

    def moment(self, instant: int | None) -> Moment:
        day, minute = self.axis.civil(instant or 0)
        return Moment(Base.DAY, Day(day), minute)
