"""iCalendar files: one for each agency with anything to do, and one of everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from runbook.network import instant_of
from runbook.render.ical.emit import Masthead, document
from runbook.render.ical.entries import OVERALL, entries
from runbook.render.ical.entry import Entry, Revision
from runbook.render.ical.ledger import Issued
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

__all__ = [
    "EVERYONE",
    "OVERALL",
    "Entry",
    "Issued",
    "Masthead",
    "Revision",
    "calendar",
    "calendars",
    "document",
    "entries",
    "masthead",
    "published",
]

EVERYONE = "all"  # the overall calendar's name among files, where no agency's may be the same


def calendars(
    schedule: Schedule, language: str | None = None, stamp: int | None = None, sequence: int = 0
) -> dict[str, bytes]:
    """Every calendar file by agency id, and the overall one under OVERALL, which no id can be.

    `stamp` is the instant that stands as time of issue in every entry (left out: see `first_stamp`).
    """
    spoken = language or schedule.ceremony.language
    return {
        audience: _file(schedule, audience, told, spoken, stamp, sequence)
        for audience, told in entries(schedule, spoken).items()
    }


def calendar(
    schedule: Schedule,
    agency_id: str | None = None,
    language: str | None = None,
    stamp: int | None = None,
    sequence: int = 0,
) -> bytes:
    """One agency's file, the overall one without an id. KeyError for an unknown agency; one without a duty gets a
    file without entries, which is still a valid one."""
    audience = schedule.ceremony.agency(agency_id).id if agency_id is not None else OVERALL
    spoken = language or schedule.ceremony.language
    told = entries(schedule, spoken, {audience}).get(audience, ())
    return _file(schedule, audience, told, spoken, stamp, sequence)


def published(head: Masthead, held: Iterable[Issued]) -> bytes:
    """The file of issued entries: one audience's whole calendar, or an update of it with only what changed.

    ValueError where one UID stands twice. Without any entry it is still a valid file.
    """
    return document(head, ((one.entry, one.revision) for one in held))


def first_stamp(schedule: Schedule) -> int:
    """When a plan counts as issued: the start of the plan document's day, else of preparation, else of day N."""
    ceremony = schedule.ceremony
    if ceremony.plan and ceremony.plan.date:
        return schedule.axis.minute(ceremony.plan.date)
    return instant_of(ceremony, ceremony.start, schedule.day) if ceremony.start else schedule.axis.minute(schedule.day)


def masthead(schedule: Schedule, audience: str, language: str) -> Masthead:
    """The calendar's name is the reader's and the ceremony's. An agency that is no longer in it is named by its id."""
    ceremony = schedule.ceremony
    labels = {OVERALL: say(language, "ical.everyone"), **{agency.id: agency.label for agency in ceremony.agencies}}
    name = say(language, "ical.name", audience=labels.get(audience, audience), title=ceremony.title)
    return Masthead(name=name, zone=ceremony.zone)


def _file(
    schedule: Schedule, audience: str, told: Sequence[Entry], language: str, stamp: int | None, sequence: int
) -> bytes:
    issued = first_stamp(schedule) if stamp is None else stamp
    revision = Revision(issued, issued, sequence)
    return document(masthead(schedule, audience, language), ((entry, revision) for entry in told))
