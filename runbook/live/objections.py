"""Why a press means nothing in its moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runbook.live.cues import Press, Pressed, Programme
from runbook.live.state import Run, State, effective


@dataclass(frozen=True, slots=True)
class Objection:
    """What stands against a press. `code` names the sentence `live.no.<code>`; the others fill it, 0 for none."""

    code: str
    cue: str = ""
    at: int = 0
    line: int = 0


def objection(programme: Programme, state: State, presses: Sequence[Pressed], one: Pressed) -> Objection | None:
    """What stands against this press after those presses, None where nothing does."""
    if one.what in (Press.START, Press.SKIP, Press.ADD, Press.KEEP, Press.FINISH) and one.cue not in programme.place:
        return Objection("unknown", one.cue)
    run = state.run(one.cue)
    match one.what:
        case Press.START:
            return _to_start(state, run, one)
        case Press.FINISH:
            return None if run.running else _not_open(one.cue, run) or Objection("not-running", one.cue)
        case Press.SKIP:
            return _running(one.cue, run) or _not_open(one.cue, run)
        case Press.ADD:
            return _to_add(programme, run, one)
        case Press.KEEP:
            return _to_keep(programme, run, one)
        case Press.HOLD:
            return None if state.held_since is None else Objection("held", at=state.held_since)
        case Press.RESUME:
            return None if state.held_since is not None else Objection("not-held")
        case Press.UNDO:
            return _to_undo(programme, presses, one)
        case Press.SHEET:
            return None


def undoable(presses: Sequence[Pressed]) -> list[Pressed]:
    """The presses that can be taken back, in their order; a sheet that is out cannot be called in."""
    undone = {one.undoes for one in presses if one.what is Press.UNDO}
    return [one for one in presses if one.what not in (Press.UNDO, Press.SHEET) and one.number not in undone]


def _to_start(state: State, run: Run, one: Pressed) -> Objection | None:
    if state.held_since is not None:
        return Objection("held", at=state.held_since)
    return Objection("begun", one.cue, run.started) if run.started is not None else None


def _to_add(programme: Programme, run: Run, one: Pressed) -> Objection | None:
    length = programme.cues[programme.place[one.cue]].length
    if found := _not_open(one.cue, run):
        return found
    return Objection("no-time-left", one.cue) if one.seconds < 0 and length + run.added + one.seconds < 0 else None


def _to_undo(programme: Programme, presses: Sequence[Pressed], one: Pressed) -> Objection | None:
    """What was pressed later must not lose its meaning in silence."""
    if one.undoes not in {press.number for press in undoable(presses)}:
        return Objection("nothing-to-undo")
    before, after = (effective(programme, told) for told in (presses, (*presses, one)))
    lost = set(before) - {*after, one.undoes}
    return Objection("rests", line=max(lost)) if lost else None


def _to_keep(programme: Programme, run: Run, one: Pressed) -> Objection | None:
    if not any(saving.cue == one.cue for saving in programme.savings):
        return Objection("no-saving", one.cue)
    if run.kept:
        return Objection("kept", one.cue)
    return _running(one.cue, run) or _not_open(one.cue, run)


def _running(cue: str, run: Run) -> Objection | None:
    return Objection("begun", cue, run.started or 0) if run.running else None


def _not_open(cue: str, run: Run) -> Objection | None:
    """What stands against a press on an item that is over or was skipped."""
    if run.skipped:
        return Objection("skipped", cue)
    return Objection("over", cue, run.finished) if run.finished is not None else None
