"""When what is still to come will be on stage: a pure function of the plan, the presses and now.

The plan is never rewritten. A delay is first taken up by the gaps of the programme, the one before its closing among
them, then by the savings that were agreed, in their order and no further than needed; what is left moves the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runbook.live.cues import Cue, Programme
from runbook.live.state import Run, State

LEEWAY = 29  # seconds after the closing for which nothing is shortened: told in minutes, that is on time


@dataclass(frozen=True, slots=True)
class Expected:
    """One cue: what happened or is expected. `saved`: seconds an agreed saving takes from it.

    `dropped`: by a key, or because a saving that drops it is needed; the seconds of its length that are not needed
    stay in its place as a reserve.
    """

    cue: Cue
    run: Run
    start: int
    end: int
    saved: int = 0
    dropped: bool = False

    @property
    def late(self) -> int:
        """Seconds after the planned start; below zero before it."""
        return self.start - self.cue.start


@dataclass(frozen=True, slots=True)
class Timing:
    """All cues in the order of the plan, and the end to be expected, or the real one once all is over.

    `over`: seconds after the closing, below zero before it.
    """

    rows: tuple[Expected, ...]
    end: int
    over: int

    @property
    def running(self) -> Expected | None:
        return next((row for row in self.rows if row.run.running), None)

    @property
    def coming(self) -> tuple[Expected, ...]:
        return tuple(row for row in self.rows if row.run.open)


def timing(programme: Programme, state: State, now: int) -> Timing:
    """Every cue's start and end as they are or will be, seen at `now`."""
    free = _free_from(programme, state, now)
    coming = [place for place, cue in enumerate(programme.cues) if state.run(cue.id).open]
    lengths = {place: _length(programme.cues[place], state) for place in coming}
    saved = _savings(programme, state, lengths, free)
    starts, end = _follow(programme, _shortened(lengths, saved), free)
    if not coming and not state.running:
        end = max((run.finished for run in state.runs.values() if run.finished is not None), default=now)
    rows = tuple(
        _coming(programme, state, place, starts[place], lengths[place], saved)
        if place in lengths
        else _been(cue, state.run(cue.id), state, now)
        for place, cue in enumerate(programme.cues)
    )
    return Timing(rows, end, end - programme.closing)


def _free_from(programme: Programme, state: State, now: int) -> int:
    """From when the stage is free: the end of what is running, or now, no sooner than the last item ended."""
    began = [cue for cue in programme.cues if state.run(cue.id).started is not None]
    ends = [_been(cue, state.run(cue.id), state, now).end for cue in began]
    return max([now, *ends])


def _been(cue: Cue, run: Run, state: State, now: int) -> Expected:
    """A cue that began, or never will. What is running ends when its time is up, and not before now."""
    if run.started is None:
        return Expected(cue, run, cue.start, cue.start, dropped=True)
    if run.finished is not None:
        return Expected(cue, run, run.started, run.finished)
    return Expected(cue, run, run.started, max(now, due(cue, state, now)))


def due(cue: Cue, state: State, now: int) -> int:
    """When the time of the cue that is on is up: while all stands still, that is put off."""
    run = state.run(cue.id)
    standing = max(0, now - state.held_since) if state.held_since is not None else 0
    return (run.started or 0) + _length(cue, state) + run.held + standing


def _length(cue: Cue, state: State) -> int:
    return max(0, cue.length + state.run(cue.id).added)


def _follow(programme: Programme, lengths: Mapping[int, int], free: int) -> tuple[dict[int, int], int]:
    """The starts of what is to come, one after another in the order of the plan, and when the last is over."""
    starts: dict[int, int] = {}
    for place, length in lengths.items():
        starts[place] = max(free, programme.cues[place].start) if programme.waits[place] else free
        free = starts[place] + length
    return starts, free


def _savings(programme: Programme, state: State, lengths: Mapping[int, int], free: int) -> dict[int, int]:
    """How many seconds each agreed saving gives, by place: in their order, as much as the end needs and no more."""
    saved: dict[int, int] = {}
    for saving in programme.savings:
        place = programme.place.get(saving.cue, -1)
        if place not in lengths or place in saved or state.run(saving.cue).kept:
            continue
        end = _follow(programme, _shortened(lengths, saved), free)[1]
        most = {**saved, place: max(0, lengths[place] - saving.least)}
        # A gap further on may take up a part of the saving: only what reaches the end counts.
        gain = min(end - programme.closing - LEEWAY, end - _follow(programme, _shortened(lengths, most), free)[1])
        if gain > 0:
            saved[place] = gain
    return saved


def _shortened(lengths: Mapping[int, int], saved: Mapping[int, int]) -> dict[int, int]:
    return {place: length - saved.get(place, 0) for place, length in lengths.items()}


def _coming(
    programme: Programme, state: State, place: int, start: int, length: int, saved: Mapping[int, int]
) -> Expected:
    cue, taken = programme.cues[place], saved.get(place, 0)
    dropped = taken > 0 and _is_dropped(programme, cue)
    return Expected(cue, state.run(cue.id), start, start + length - taken, taken, dropped)


def _is_dropped(programme: Programme, cue: Cue) -> bool:
    return next((saving.least == 0 for saving in programme.savings if saving.cue == cue.id), False)


def next_by_agency(found: Timing) -> dict[str, Expected]:
    """For each agency the next cue it leads or supports, those of the running cue left out."""
    first: dict[str, Expected] = {}
    coming: Sequence[Expected] = [row for row in found.coming if not row.dropped]
    for row in coming:
        for agency in (row.cue.lead, *row.cue.support):
            first.setdefault(agency, row)
    return first
