"""The journal's lines about tasks, folded into how each of them stands. Nothing is edited: a correction is a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class What(Enum):
    """What is said of a task."""

    START = "started"
    DONE = "done"
    LATE = "late"  # it will take longer: `remaining` working minutes, or until `until`
    REOPEN = "reopened"
    DROP = "dropped"
    NOTE = "noted"
    RECEIVE = "received"  # one of the agencies that each owe it has handed in its part
    UNDO = "undone"  # the line numbered `undoes` was never said


class Done(Enum):
    """How far a task is."""

    NOT_YET = "not-yet"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Happened:
    """One line. `number` is its place among the ceremony's lines.

    `said` is the instant it was written, `at` the one it speaks of, in minutes of the axis. `agency`: whose part was
    received.
    """

    number: int
    what: What
    task: str
    said: int
    at: int
    who: str = ""
    remaining: int | None = None
    until: int | None = None
    agency: str = ""
    words: str = ""
    undoes: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How a task stands. `remaining` working minutes counted from `since`, or `until`: None where nobody said.

    `received`: when each agency handed in its part. `notes`: what was said, newest last.
    """

    state: Done = Done.NOT_YET
    started: int | None = None
    finished: int | None = None
    remaining: int | None = None
    since: int | None = None
    until: int | None = None
    received: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Happened, ...] = ()

    @property
    def over(self) -> bool:
        return self.state in (Done.DONE, Done.DROPPED)


NOTHING = Progress()


def progress_of(happened: Iterable[Happened], receipts: Mapping[str, tuple[str, ...]]) -> dict[str, Progress]:
    """How every task stands of which anything was said, by id.

    `receipts`: the agencies that each owe a part of a task. The last part received ends it. A line that was undone,
    or that means nothing where it stands, does nothing.
    """
    lines = list(happened)
    undone = {one.undoes for one in lines if one.what is What.UNDO}
    found: dict[str, Progress] = {}
    for one in lines:
        before = found.get(one.task, NOTHING)
        if one.what is not What.UNDO and one.number not in undone and possible(before, one):
            found[one.task] = _all_received(_after(before, one), one, receipts.get(one.task, ()))
    return found


def possible(progress: Progress, one: Happened) -> bool:
    """Whether a line means anything now: what is over is reopened first, and nothing is received twice."""
    match one.what:
        case What.START:
            return progress.state is Done.NOT_YET
        case What.DONE | What.LATE | What.DROP:
            return not progress.over
        case What.REOPEN:
            return progress.over
        case What.RECEIVE:
            return not progress.over and one.agency not in progress.received
        case What.NOTE | What.UNDO:
            return True


def _after(progress: Progress, one: Happened) -> Progress:
    match one.what:
        case What.START:
            begun = replace(progress, state=Done.RUNNING, started=one.at, notes=_noted(progress, one))
            return _estimated(begun, one) if one.remaining is not None else begun
        case What.DONE:
            started = progress.started if progress.started is None else min(progress.started, one.at)
            return replace(progress, state=Done.DONE, started=started, finished=one.at, notes=_noted(progress, one))
        case What.LATE:
            return _estimated(replace(progress, notes=_noted(progress, one)), one)
        case What.REOPEN:
            state = Done.NOT_YET if progress.started is None else Done.RUNNING
            reopened = replace(progress, state=state, finished=None, notes=_noted(progress, one))
            return _estimated(reopened, one)
        case What.DROP:
            return replace(progress, state=Done.DROPPED, finished=one.at, notes=_noted(progress, one))
        case What.RECEIVE:
            received = {**progress.received, one.agency: one.at}
            return replace(progress, received=received, notes=_noted(progress, one))
        case What.NOTE | What.UNDO:
            return replace(progress, notes=_noted(progress, one))


def _noted(progress: Progress, one: Happened) -> tuple[Happened, ...]:
    return (*progress.notes, one)


def _estimated(progress: Progress, one: Happened) -> Progress:
    """The newest word on how long it takes stands alone."""
    return replace(progress, remaining=one.remaining, since=one.at, until=one.until)


def _all_received(progress: Progress, one: Happened, owed: tuple[str, ...]) -> Progress:
    if one.what is not What.RECEIVE or set(owed) - set(progress.received):
        return progress
    last = max(progress.received[agency] for agency in owed) if owed else one.at
    return replace(progress, state=Done.DONE, finished=last)
