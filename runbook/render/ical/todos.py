"""An audience's own tasks as a list of to-dos, in a file beside its calendar.

RFC 5546 3.2.1 wants no VTODO beside the entries of a calendar, and several clients refuse such a file.
"""

from __future__ import annotations

from collections.abc import Iterable

from runbook.render.ical.component import vtodo
from runbook.render.ical.emit import Masthead, calendar_file, names
from runbook.render.ical.ledger import Issued


def todos(head: Masthead, held: Iterable[Issued]) -> bytes:
    """The to-dos of the entries that have one, by planned start. Without any it is still a valid file.

    ValueError where one UID stands twice.
    """
    found = [(one.entry.todo, one) for one in held if one.entry.todo]
    if len({todo.uid for todo, _ in found}) < len(found):
        raise ValueError("two to-dos of one list have the same UID")
    ordered = sorted(found, key=lambda one: (one[0].start, one[0].uid))
    zones = {head.zone, *(one.entry.zone for _, one in ordered)}
    components = [vtodo(one.entry, todo, one.revision) for todo, one in ordered]
    return calendar_file("PUBLISH", names(head), zones, components)
