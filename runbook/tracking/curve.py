"""The share of the work that is planned, done and expected to be done, day by day (the S-curve)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from runbook.model import Part, Task
from runbook.tracking.outlook import Outlook, Span

Point = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of an instant and a share from 0 to 1, in order: at the end of every day, and at now.

    `planned` runs to the end, `done` up to now, `expected` from now on.
    """

    now: int
    planned: tuple[Point, ...]
    done: tuple[Point, ...]
    expected: tuple[Point, ...]

    @property
    def shares_now(self) -> tuple[float, float]:
        """The planned share and the share done, now."""
        return next((share for at, share in reversed(self.planned) if at <= self.now), 0.0), self.done[-1][1]


def curve(of: Outlook, baseline: Mapping[str, Span]) -> Curve:
    """The curve of a ceremony's preparation, or of the duties within a campaign too; milestones and windows weigh
    nothing.

    `baseline` gives start and finish of every task of the plan compared with. Work weighs by its days, and is taken to
    be done evenly between start and finish.
    """
    tasks = [task for task in of.ceremony.tasks if _weighs(task)]
    spans = [span for task in tasks for span in (baseline.get(task.id), of.span(task.id)) if span]
    ends = list(_ends(of, spans))
    at_ends = sorted({*ends, of.now})

    def planned(task: Task, at: int) -> float:
        span = baseline.get(task.id)
        return of.evenly(task.id, span, at) if span else 0.0

    def actual(task: Task, at: int) -> float:
        return _actual(of, task, at)

    return Curve(
        of.now,
        tuple((at, _share(of, tasks, planned, at)) for at in at_ends),
        tuple((at, _share(of, tasks, actual, at)) for at in at_ends if at <= of.now),
        tuple((at, _share(of, tasks, actual, at)) for at in at_ends if at >= of.now),
    )


def _weighs(task: Task) -> bool:
    return task.part in (Part.PREPARATION, Part.DURING) and task.minutes > 0 and task.window is None


def _ends(of: Outlook, spans: list[Span]) -> Iterator[int]:
    """The end of every day, from the one before the first start to that of the last finish."""
    if not spans:
        return
    axis = of.planned.axis
    day, last = (axis.civil(at)[0] for at in (min(span[0] for span in spans), max(span[1] for span in spans) - 1))
    while day <= last + timedelta(days=1):
        yield axis.minute(day)
        day += timedelta(days=1)


def _share(of: Outlook, tasks: list[Task], share: Callable[[Task, int], float], at: int) -> float:
    weights = [task.minutes / of.ceremony.worktimes[task.worktime].day_minutes for task in tasks]
    if not weights:
        return 0.0
    return sum(weight * share(task, at) for weight, task in zip(weights, tasks, strict=True)) / sum(weights)


def _actual(of: Outlook, task: Task, at: int) -> float:
    span = of.span(task.id)
    if span is None:  # what is dropped is off the list from then on
        return 1.0 if at >= (of.of(task.id).finished or at) else 0.0
    return of.evenly(task.id, span, at)
