"""What any client shows of one entry, in one form for all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from runbook.render import ical

Moment = int | date | datetime  # minutes since 1970 UTC, a whole day, or a clock time of no zone at all


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry as a client has it. `end` is exclusive, and the due time of a to-do."""

    uid: str
    start: Moment
    end: Moment
    summary: str
    description: str
    location: str
    status: str
    sequence: int


def planned(entry: ical.Entry, revision: ical.Revision) -> Shown:
    """What the plan itself says a client has to show."""
    description = "\n".join(filter(None, (entry.description, revision.note)))
    return Shown(
        uid=entry.uid,
        start=entry.start,
        end=entry.end,
        summary=entry.summary,
        description=description,
        location=entry.location,
        status=entry.status,
        sequence=revision.sequence,
    )


def planned_todo(entry: ical.Entry, revision: ical.Revision) -> Shown | None:
    """What the plan says of the entry's to-do, if it has one."""
    todo = entry.todo
    if todo is None:
        return None
    cancelled = todo.withdrawn or entry.status == "CANCELLED"
    status = "CANCELLED" if cancelled else "NEEDS-ACTION"
    return replace(planned(entry, revision), uid=todo.uid, start=todo.start, end=todo.due, status=status)


def moment(value: date | datetime) -> Moment:
    """A library's time. One without a zone stays a clock time, which equals no instant of a plan."""
    if not isinstance(value, datetime):
        return value
    return int(value.astimezone(UTC).timestamp()) // 60 if value.tzinfo else value


def by_uid(entries: list[Shown]) -> list[Shown]:
    """In the order of their UIDs; an entry that stands twice is there twice."""
    return sorted(entries, key=lambda one: (one.uid, one.sequence, one.summary))
