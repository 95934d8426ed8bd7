"""One entry as an invitation to be sent by mail, and as the message that calls it off (iTIP, RFC 5546)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from runbook.render.ical.component import vevent
from runbook.render.ical.content import folded, is_address, one_line, parameter
from runbook.render.ical.emit import Masthead, calendar_file, zone_shown
from runbook.render.ical.ledger import CANCELLED, Issued

_ALARM = 2 * 60  # minutes before the start: who accepts an appointment has to be on the way


@dataclass(frozen=True, slots=True)
class Attendee:
    """An agency that is invited. ValueError where the e-mail is no address that a mailto: URI can hold."""

    name: str
    email: str

    def __post_init__(self) -> None:
        if not is_address(self.email):
            raise ValueError(f"no e-mail address: {self.email!r}")


def invitation(head: Masthead, issued: Issued, attendee: Attendee) -> bytes:
    """The message about one entry: METHOD:REQUEST while it lives, METHOD:CANCEL once withdrawn (RFC 5546 3.2.2, 3.2.5).

    One UID a file, because mail clients take no more. ValueError where the organizer has no e-mail address: answers go
    there.
    """
    entry, cancelled = issued.entry, issued.entry.status == CANCELLED
    if not is_address(entry.email):
        raise ValueError(f"the organizer has no e-mail address: {entry.email!r}")
    if not cancelled and isinstance(entry.start, int):
        entry = replace(entry, busy=True, alarm=_ALARM)
    event = vevent(entry, issued.revision, _attendee(attendee, answers=not cancelled))
    return calendar_file("CANCEL" if cancelled else "REQUEST", [zone_shown(head)], {entry.zone}, [event])


def _attendee(attendee: Attendee, answers: bool) -> str:
    name = f";CN={parameter(attendee.name)}" if one_line(attendee.name) else ""
    asked = ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" if answers else ""
    return folded(f"ATTENDEE{name};CUTYPE=GROUP;ROLE=REQ-PARTICIPANT{asked}:mailto:{attendee.email}")
