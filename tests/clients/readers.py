"""The packages icalendar and vobject as strict readers of one file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import icalendar
import vobject

from tests.clients.shown import Shown, by_uid, moment


def by_icalendar(data: bytes) -> list[Shown]:
    """Every entry and to-do. ValueError where a property was left aside as unreadable."""
    calendar = icalendar.Calendar.from_ical(data)
    if unread := [(component.name, *error) for component in calendar.walk() for error in component.errors]:
        raise ValueError(unread)
    return by_uid([_of_icalendar(one) for one in calendar.walk() if one.name in ("VEVENT", "VTODO")])


def by_vobject(data: bytes) -> list[Shown]:
    """Every entry and to-do, checked by the rules of vobject; its errors are its own."""
    calendar = vobject.readOne(data.decode(), validate=True)
    contents: dict[str, list[Any]] = calendar.contents
    return by_uid([_of_vobject(one) for name in ("vevent", "vtodo") for one in contents.get(name, [])])


def _of_icalendar(one: Any) -> Shown:
    end: date | datetime = one["DUE" if one.name == "VTODO" else "DTEND"].dt
    return Shown(
        uid=str(one["UID"]),
        start=moment(one["DTSTART"].dt),
        end=moment(end),
        summary=str(one["SUMMARY"]),
        description=str(one.get("DESCRIPTION", "")),
        location=str(one.get("LOCATION", "")),
        status=str(one["STATUS"]),
        sequence=int(one["SEQUENCE"]),
    )


def _of_vobject(one: Any) -> Shown:
    def text(name: str) -> str:
        return one.contents[name][0].value if name in one.contents else ""

    return Shown(
        uid=text("uid"),
        start=moment(one.dtstart.value),
        end=moment(one.due.value if one.name == "VTODO" else one.dtend.value),
        summary=text("summary"),
        description=text("description"),
        location=text("location"),
        status=text("status"),
        sequence=int(text("sequence")),
    )
