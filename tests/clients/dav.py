"""A calendar on a CalDAV server, by way of the package caldav."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from caldav.calendarobjectresource import Event, Todo
from caldav.davclient import DAVClient

from tests.clients.readers import by_icalendar
from tests.clients.shown import Shown, by_uid

COMPONENT = re.compile(rb"BEGIN:(VEVENT|VTODO)\r\n.*?\r\nEND:\1\r\n", re.DOTALL)
UID = re.compile(rb"^UID:(.*?)\r\n(?! )", re.DOTALL | re.MULTILINE)
METHOD = re.compile(rb"^METHOD:.*\r\n", re.MULTILINE)
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
KINDS = {"VEVENT": Event, "VTODO": Todo}


@contextmanager
def client(url: str, user: str = "") -> Iterator[Any]:
    """A client of that server; neither proxies nor passwords of this machine's user are looked for."""
    with DAVClient(url, username=user or None, password=user or None, enable_rfc6764=False) as connected:
        connected.session.trust_env = False
        yield connected


def make(connected: Any, name: str) -> Any:
    """A new calendar of that name."""
    return connected.principal().make_calendar(name=name, cal_id=name)


def resources(data: bytes) -> dict[str, bytes]:
    """The file as the resources a client's import makes of it, by UID, every entry's own lines untouched.

    A resource holds one UID and no METHOD, and describes the zones it names (RFC 4791 4.1).
    """
    parts = {_uid(found[0]): found[0] for found in COMPONENT.finditer(data)}
    around = METHOD.sub(b"", COMPONENT.sub(b"", data))
    head, end = around[: -len(b"END:VCALENDAR\r\n")], b"END:VCALENDAR\r\n"
    return {uid: head + part + end for uid, part in parts.items()}


def put(calendar: Any, data: bytes) -> None:
    """Every resource of the file, each at the address its UID gives, byte for byte."""
    for uid, resource in resources(data).items():
        kind = KINDS["VTODO" if b"BEGIN:VTODO" in resource else "VEVENT"]
        address = calendar.url.join(quote(uid, safe="") + ".ics")
        kind(calendar.client, url=address, parent=calendar).save(raw_data=resource)


def shown(calendar: Any) -> list[Shown]:
    """Everything the calendar holds, as the server hands it out now."""
    found = [*calendar.get_events(), *calendar.get_todos(include_completed=True)]
    return by_uid([one for resource in found for one in by_icalendar(resource.raw_data)])


def on(calendar: Any, day: date) -> set[str]:
    """UIDs of the entries the server itself finds between midnight and midnight of that day in Hà Nội."""
    start = datetime(day.year, day.month, day.day, tzinfo=HANOI).astimezone(UTC)
    found = calendar.search(event=True, start=start, end=start + timedelta(days=1), post_filter=False)
    return {one.uid for resource in found for one in by_icalendar(resource.raw_data)}


def _uid(component: bytes) -> str:
    found = UID.search(component)
    assert found is not None
    return found[1].replace(b"\r\n ", b"").decode()
