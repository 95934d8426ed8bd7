"""What has happened on stage: the presses folded, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from runbook.live.cues import Press, Pressed, Programme


@dataclass(frozen=True, slots=True)
class Run:
    """One cue so far. `added`: seconds given to it or taken from it; `held`: seconds it stood still."""

    started: int | None = None
    finished: int | None = None
    skipped: bool = False
    added: int = 0
    held: int = 0
    kept: bool = False

    @property
    def running(self) -> bool:
        return self.started is not None and self.finished is None

    @property
    def open(self) -> bool:
        """Whether it is still to come."""
        return self.started is None and not self.skipped


@dataclass(frozen=True, slots=True)
class State:
    """Every cue's run by id, and since when all stands still, None while it goes on."""

    runs: Mapping[str, Run] = field(default_factory=dict)
    held_since: int | None = None

    def run(self, cue: str) -> Run:
        return self.runs.get(cue, NOT_YET)

    @property
    def running(self) -> str:
        """The cue that is on, "" between two."""
        return next((cue for cue, run in self.runs.items() if run.running), "")


NOT_YET = Run()


def state_of(programme: Programme, presses: Iterable[Pressed]) -> State:
    """The state after all presses. A press that was undone, or that was not possible in its moment, does nothing."""
    return _folded(programme, presses)[0]


def effective(programme: Programme, presses: Iterable[Pressed]) -> list[int]:
    """The numbers of the presses that did something."""
    return _folded(programme, presses)[1]


def _folded(programme: Programme, presses: Iterable[Pressed]) -> tuple[State, list[int]]:
    found = list(presses)
    undone = {one.undoes for one in found if one.what is Press.UNDO}
    state, numbers = State(), []
    for one in found:
        if one.number not in undone and _possible(programme, state, one):
            state = _after(state, one)
            numbers.append(one.number)
    return state, numbers


def _possible(programme: Programme, state: State, pressed: Pressed) -> bool:
    """Whether a press means anything now: only a running cue can be finished, only one cue runs at a time.

    What begins while all stands still lets it go on: nobody can press that, but whoever takes back an earlier "resume"
    leaves it so.
    """
    run, known = state.run(pressed.cue), pressed.cue in programme.place
    match pressed.what:
        case Press.START:
            return known and run.started is None
        case Press.FINISH:
            return known and run.running
        case Press.SKIP:
            return known and run.open
        case Press.ADD:
            return known and run.finished is None and not run.skipped
        case Press.KEEP:
            return known and run.open and not run.kept
        case Press.HOLD:
            return state.held_since is None
        case Press.RESUME:
            return state.held_since is not None
        case Press.UNDO | Press.SHEET:
            return True


def _after(state: State, pressed: Pressed) -> State:
    run, at = state.run(pressed.cue), pressed.at
    match pressed.what:
        case Press.START:
            begun = replace(run, started=at, skipped=False, added=run.added + pressed.seconds)
            return _with(_finished(_resumed(state, at), at), pressed.cue, begun)
        case Press.FINISH:
            return _finished(state, at)
        case Press.SKIP:
            return _with(state, pressed.cue, replace(run, skipped=True))
        case Press.ADD:
            return _with(state, pressed.cue, replace(run, added=run.added + pressed.seconds))
        case Press.KEEP:
            return _with(state, pressed.cue, replace(run, kept=True))
        case Press.HOLD:
            return replace(state, held_since=at)
        case Press.RESUME:
            return _resumed(state, at)
        case Press.UNDO | Press.SHEET:
            return state


def _finished(state: State, at: int) -> State:
    """What was running is over; a clock that was set back does not make it end before it began."""
    state = _resumed(state, at) if state.running else state
    if not (cue := state.running):
        return state
    run = state.run(cue)
    return _with(state, cue, replace(run, finished=max(at, run.started or at)))


def _resumed(state: State, at: int) -> State:
    """Time goes on: what was on stage meanwhile has stood still for as long."""
    if state.held_since is None:
        return state
    going, stood = replace(state, held_since=None), max(0, at - state.held_since)
    if not (cue := state.running):
        return going
    return _with(going, cue, replace(state.run(cue), held=state.run(cue).held + stood))


def _with(state: State, cue: str, run: Run) -> State:
    return replace(state, runs={**state.runs, cue: run})
