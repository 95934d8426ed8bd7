"""What the store holds of the presses on an opened ceremony's day."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from runbook.commands.opening import Opened, RefusedError
from runbook.commands.releasing import speakable
from runbook.commands.tracked import read_of
from runbook.live import Pressed
from runbook.live.records import from_record, to_record
from runbook.model import Part
from runbook.reports.stage import MINUTE, Stage
from runbook.store import Event, Recorded, Store, StoreError
from runbook.store.journal import written

KIND = "press"  # of the journal's lines


def presses_in(store: Store, ceremony: str) -> tuple[Pressed, ...]:
    """Every press on a ceremony's day, numbered from 1 in its order. Raises StoreError."""
    return tuple(_press(number, row) for number, row in enumerate(store.lines(ceremony, KIND), 1))


def _press(number: int, row: Recorded) -> Pressed:
    try:
        return from_record(number, row.event.actor, row.event.body)
    except (ValueError, KeyError, TypeError):  # of a later version of the program
        raise StoreError("newer", kind=f"{KIND} {row.event.body.get('what')}") from None


def presses_of(of: Opened, location: str) -> tuple[Pressed, ...]:
    """The same of an opened file, none where nothing was ever recorded."""
    return read_of(of, location, presses_in)


def record(store: Store, ceremony: str, one: Pressed, who: str, now: int, key: str = "") -> Pressed:
    """The press written into the journal, within `writing`, as the line that its number says. Raises StoreError."""
    body = to_record(one)
    key = key or f"press {one.number}: {sha256(written(body).encode()).hexdigest()[:32]}"
    row = store.append(Event(ceremony, now, speakable(who) or "?", key, KIND, body))
    return replace(one, who=row.event.actor)


def stage_of(of: Opened, location: str) -> Stage | None:
    """The day as of --now, else of the last press; None where nothing was pressed. The clock is not read."""
    presses = presses_of(of, location)
    if not presses or of.ceremony.campaign:
        return None
    last = max(one.at for one in presses)
    now = last if of.schedule.now is None else max(last, of.schedule.now * MINUTE)
    return Stage(of.schedule, presses, now, of.language)


def require_items(of: Opened) -> None:
    """Raises RefusedError where there is no programme to steer."""
    if not any(task.part is Part.PROGRAMME for task in of.ceremony.tasks):
        raise RefusedError("no-items")
