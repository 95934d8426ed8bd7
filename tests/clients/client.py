"""Programs that keep a reader's calendar, all with the same three things they can be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from tests.clients import dav, khal
from tests.clients.shown import Shown

FIRST, DAYS = date(2024, 11, 1), 90  # the days khal is asked about


@dataclass(frozen=True, slots=True)
class Client:
    """`take` imports a file into the calendar, `shown` tells all it holds, `on` the UIDs it shows for a day."""

    take: Callable[[bytes], None]
    shown: Callable[[], list[Shown]]
    on: Callable[[date], set[str]]


def of_server(calendar: Any) -> Client:
    """A calendar on a CalDAV server."""
    return Client(partial(dav.put, calendar), partial(dav.shown, calendar), partial(dav.on, calendar))


def of_khal(home: Path) -> Client:
    """khal, with everything of its own below that folder; it takes what it was given when it is asked next."""
    given: list[bytes] = []

    def listed(first: date, days: int) -> list[Shown]:
        waiting = [*given]
        given.clear()
        return khal.listed(home, first, days, waiting)

    return Client(
        take=given.append,
        shown=lambda: listed(FIRST, DAYS),
        on=lambda day: {one.uid for one in listed(day, 1)},
    )
