"""iCalendar files: one for each agency with anything to do, and one of everything.

`calendar` is the draft of a plan that was never released. Once it was, `published` writes what the
ledger holds, `todos` the lists beside it, `invitation` the messages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from runbook.network import instant_of
from runbook.render.ical.colours import NEUTRAL, colour_of
from runbook.render.ical.emit import Masthead, document
from runbook.render.ical.entries import OVERALL, entries
from runbook.render.ical.entry import Entry, Revision
from runbook.render.ical.invitation import Attendee, invitation
from runbook.render.ical.ledger import Issued, from_record, kept, revise, to_record
from runbook.render.ical.todos import todos
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

__all__ = [
    "NEUTRAL",
    "OVERALL",
    "Attendee",
    "Entry",
    "Issued",
    "Masthead",
    "Revision",
    "calendar",
    "colour_of",
    "document",
    "entries",
    "first_stamp",
    "from_record",
    "invitation",
    "kept",
    "masthead",
    "published",
    "revise",
    "to_record",
    "todos",
]


def calendar(schedule: Schedule, agency_id: str | None = None, language: str | None = None) -> bytes:
    """One agency's file, the overall one without an id. KeyError for an unknown agency; one without a duty gets a
    file without entries, which is still a valid one."""
    audience = schedule.ceremony.agency(agency_id).id if agency_id is not None else OVERALL
    spoken = language or schedule.ceremony.language
    return _file(schedule, audience, entries(schedule, spoken, {audience}).get(audience, ()), spoken)


def published(head: Masthead, held: Iterable[Issued]) -> bytes:
    """The file of issued entries: one audience's whole calendar, or an update of it with only what changed.

    An update is no feed: its masthead should name no source. ValueError where one UID stands twice. Without any entry
    it is still a valid file.
    """
    return document(head, ((one.entry, one.revision) for one in held))


def first_stamp(schedule: Schedule) -> int:
    """When a draft counts as written: the start of the plan document's day, else of preparation, else of the year
    before the ceremony. Always before a release of it, which else would look older than its draft (RFC 5546 2.1.5)."""
    ceremony = schedule.ceremony
    if ceremony.plan and ceremony.plan.date:
        return schedule.axis.minute(ceremony.plan.date)
    if ceremony.start:
        return instant_of(ceremony, ceremony.start, schedule.day)
    return schedule.axis.minute(date(schedule.day.year - 1, 1, 1))


def masthead(schedule: Schedule, audience: str, language: str, source: str = "") -> Masthead:
    """The calendar's name is the reader's and the ceremony's, its colour follows from the reader's place in protocol.

    An agency that is no longer in the ceremony is named by its id. `source` is the web address of a feed, or "";
    ValueError where it is none.
    """
    ceremony = schedule.ceremony
    places = {agency.id: place for place, agency in enumerate(ceremony.agencies)}
    if audience == OVERALL:
        reader, colour = say(language, "ical.everyone"), NEUTRAL
    elif audience in places:
        reader, colour = ceremony.agency(audience).label, colour_of(places[audience])
    else:
        reader, colour = audience, NEUTRAL
    name = say(language, "ical.name", audience=reader, title=ceremony.title)
    return Masthead(name, ceremony.zone, colour, source)


def _file(schedule: Schedule, audience: str, told: Sequence[Entry], language: str) -> bytes:
    """A draft says so in every entry: all drafts have SEQUENCE 0, so clients would not take over a later one."""
    at = first_stamp(schedule)
    revision = Revision(at, at, note=say(language, "ical.draft"))
    return document(masthead(schedule, audience, language), ((entry, revision) for entry in told))
