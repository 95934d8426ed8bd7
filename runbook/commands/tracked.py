"""What the store holds of an opened ceremony's progress, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from runbook.commands import issues
from runbook.commands.opening import Opened, instant
from runbook.reports.wanted import UnclearError
from runbook.store import Recorded, Store, StoreError
from runbook.tracking import Happened, Outlook, outlook
from runbook.tracking.records import from_record
from runbook.tracking.times import Edge
from runbook.tracking.times import instant as spoken
from runbook.tracking.vantage import vantage
from runbook.values import MistakeError

Line = TypeVar("Line")
KIND = "progress"  # of the journal's lines


def lines_in(store: Store, ceremony: str) -> tuple[Happened, ...]:
    """Everything that was said of a ceremony's tasks, numbered from 1 in its order. Raises StoreError."""
    return tuple(_line(number, row) for number, row in enumerate(store.lines(ceremony, KIND), 1))


def _line(number: int, row: Recorded) -> Happened:
    try:
        return from_record(number, row.event.at // 60, row.event.actor, row.event.body)
    except (ValueError, KeyError, TypeError):  # of a later version of the program
        raise StoreError("newer", kind=f"{KIND} {row.event.body.get('what')}") from None


def lines_of(of: Opened, location: str) -> tuple[Happened, ...]:
    """The same of an opened file."""
    return read_of(of, location, lines_in)


def read_of(of: Opened, location: str, read: Callable[[Store, str], tuple[Line, ...]]) -> tuple[Line, ...]:
    """What `read` finds of an opened file, nothing where none was ever recorded: a store is not begun to find out."""
    try:
        with issues.store_for(str(of.asked.file), location) as store:
            return read(store, of.ceremony.id)
    except StoreError as error:
        if error.code != "missing":
            raise
        return ()


def present(of: Opened, words: str) -> int:
    """The instant that --now names, else that of the clock. Raises UnclearError."""
    return moment(of, words, of.asked.clock(), Edge.BEGINNING) if words else of.asked.clock()


def moment(of: Opened, words: str, now: int, edge: Edge) -> int:
    """The instant that words name at that moment. Raises UnclearError."""
    try:
        return spoken(words, now, of.ceremony.worktimes["office"], edge)
    except MistakeError:
        pass
    try:
        return instant(of.ceremony, words, lambda: now)
    except UnclearError:
        raise UnclearError("time", words=words) from None


def with_progress(of: Opened, location: str) -> Opened:
    """The same with what is reported: how much of each task is done, on the plan's own dates; with --now, on those that
    are to be expected.

    The clock is not read, so the same file and journal give the same papers on any day.
    """
    return showing(of, reported(of, location))


def showing(of: Opened, found: Outlook | None) -> Opened:
    """The same with what is already known of the progress."""
    if found is None:
        return of
    schedule = of.schedule if of.schedule.now is None else found.drawn
    return replace(of, schedule=replace(schedule, done=found.shares))


def reported(of: Opened, location: str) -> Outlook | None:
    """What is to be expected as of --now, else of the last thing that was said; None where nothing was."""
    lines = lines_of(of, location)
    return vantage(of.schedule, lines) if lines else None


def outlook_of(of: Opened, location: str, now: int) -> Outlook:
    """What is to be expected of the file's plan. Raises StoreError."""
    return outlook(of.schedule, lines_of(of, location), now)
