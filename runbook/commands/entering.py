"""Lines about tasks entered into the journal, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from runbook.commands.opening import RefusedError
from runbook.commands.releasing import speakable
from runbook.commands.tracked import KIND, lines_in
from runbook.store import Event, Store
from runbook.store.journal import written
from runbook.tracking import Happened
from runbook.tracking.records import to_record

Lines = tuple[Happened, ...]


def entered(store: Store, ceremony: str, new: Sequence[Happened], known: int, who: str, key: str = "") -> Lines:
    """The new lines behind the `known` ones, each with its number; within `writing`. `key`: of the command."""
    kept = []
    for number, one in enumerate(new):
        body, line = to_record(one), known + number + 1
        own = _numbered(key, number) if key else _key(line, written(body))
        row = store.append(Event(ceremony, one.said * 60, speakable(who) or "?", own, KIND, body))
        kept.append(replace(one, number=line, who=row.event.actor))
    return tuple(kept)


def left_by(store: Store, ceremony: str, key: str, told: Sequence[Happened]) -> Lines:
    """What a command of that key has left, nothing where there was none. Raises RefusedError for another command."""
    found = store.recorded(ceremony, key) if key else None
    if found is None:
        return ()
    if found.event.kind != KIND:
        raise RefusedError("progress-key", key=key, line="–")
    rows = store.lines(ceremony, KIND)
    line = {row.seq: one for row, one in zip(rows, lines_in(store, ceremony), strict=True)}
    there = line[found.seq]
    if (there.what, there.task, there.agency) != (told[0].what, told[0].task, told[0].agency):
        raise RefusedError("progress-key", key=key, line=there.number)
    parts = (store.recorded(ceremony, _numbered(key, number)) for number in range(len(told)))
    return tuple(line[row.seq] for row in parts if row)


def _numbered(key: str, number: int) -> str:
    return f"{key} +{number}" if number else key


def _key(number: int, body: str) -> str:
    return f"progress {number}: {sha256(body.encode()).hexdigest()[:32]}"
