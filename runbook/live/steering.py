"""What a key means in its moment: which item it is about, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from runbook.live.cues import Press, Pressed, Programme
from runbook.live.objections import Objection, objection, undoable
from runbook.live.state import State
from runbook.live.timing import Expected, Timing

MINUTE = 60
EARLY = 60  # seconds before its hour at which an item with a fixed one may begin: clocks differ
TWICE = 2  # seconds in which the key pressed again is taken for a slip of the finger


class Key(Enum):
    """What can be pressed on the day. The value ends the key of its words, `live.key.<value>`."""

    START = "start"
    FINISH = "finish"
    SKIP = "skip"
    MORE = "more"
    LESS = "less"
    MORE_5 = "more-5"
    LESS_5 = "less-5"
    HOLD = "hold"
    KEEP = "keep"
    UNDO = "undo"
    SHEET = "sheet"


MINUTES = {Key.MORE: 1, Key.LESS: -1, Key.MORE_5: 5, Key.LESS_5: -5}


def meant(
    programme: Programme, state: State, presses: Sequence[Pressed], seen: Timing, key: Key, chosen: str, now: int
) -> Pressed | Objection:
    """The press a key means at `now`, on the chosen item where one is ("" for none), or why it means none."""
    found = _aimed(programme, state, presses, seen, key, chosen, now)
    if isinstance(found, Objection):
        return found
    return objection(programme, state, presses, found) or found


def begun(seen: Timing, cue: str, at: int, number: int) -> Pressed:
    """The press that begins an item as it is expected: shortened where an agreed saving is needed of it.

    One that is to be dropped, and is begun all the same, is not.
    """
    saved = next((row.saved for row in seen.coming if row.cue.id == cue and not row.dropped), 0)
    return Pressed(number, Press.START, at, cue, -saved)


def _aimed(
    programme: Programme, state: State, presses: Sequence[Pressed], seen: Timing, key: Key, chosen: str, now: int
) -> Pressed | Objection:
    number, running = len(presses) + 1, state.running
    following = chosen or next((row.cue.id for row in seen.coming), "")
    match key:
        case Key.START:
            return begun(seen, chosen, now, number) if chosen else _next_begun(state, seen, now, number)
        case Key.FINISH:
            return Pressed(number, Press.FINISH, now, running) if running else Objection("none-running")
        case Key.SKIP:
            return Pressed(number, Press.SKIP, now, following) if following else Objection("none-left")
        case Key.HOLD:
            return Pressed(number, Press.HOLD if state.held_since is None else Press.RESUME, now)
        case Key.KEEP:
            cue = chosen or _saving(programme, seen)
            return Pressed(number, Press.KEEP, now, cue) if cue else Objection("nothing-to-keep")
        case Key.UNDO:
            last = undoable(presses)[-1:]
            return Pressed(number, Press.UNDO, now, undoes=last[0].number) if last else Objection("nothing-to-undo")
        case Key.SHEET:
            return Pressed(number, Press.SHEET, now)
        case _:
            cue = chosen or running or following
            return Pressed(number, Press.ADD, now, cue, MINUTES[key] * MINUTE) if cue else Objection("none-left")


def _next_begun(state: State, seen: Timing, now: int, number: int) -> Pressed | Objection:
    """The next item begun. One that is chosen begins whatever speaks against it; here somebody has to choose first:
    one that is to be dropped is not passed over in silence, one with a fixed hour waits for it."""
    row, running = next(iter(seen.coming), None), seen.running
    if row is None:
        return Objection("none-left")
    if running and state.held_since is None and 0 <= now - (running.run.started or 0) < TWICE:
        return Objection("just-begun", running.cue.id)
    if row.dropped:
        return Objection("to-be-dropped", row.cue.id)
    if state.held_since is None and row.cue.fixed and now < row.cue.start - EARLY:
        return Objection("before-hour", row.cue.id, row.cue.start)
    return begun(seen, row.cue.id, now, number)


def _saving(programme: Programme, seen: Timing) -> str:
    """The item of the first agreed saving that is counted on, else of the first that could be; "" for none."""
    rows: dict[str, Expected] = {row.cue.id: row for row in seen.coming if not row.run.kept}
    agreed = [saving.cue for saving in programme.savings if saving.cue in rows]
    return next((cue for cue in agreed if rows[cue].saved), agreed[0] if agreed else "")
