"""An edit followed as far as it moves gives what planning from nothing gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.network import Network
from runbook.schedule import passes
from runbook.schedule.passes import Dates
from runbook.schedule.whatif import WhatIf
from tests.networks import FRIDAY, networks

PLACES = st.integers(0, 8)  # of a task, round and round


def replanned(network: Network, task: int, minutes: int, end: int) -> tuple[Dates, Dates]:
    durations, places = [*network.minutes], [*network.place]
    durations[task], places[task] = minutes, network.clock[task] if minutes else 0
    changed = replace(network, minutes=durations, place=places)
    return passes.forward(changed, FRIDAY), passes.backward(changed, end)


@settings(max_examples=1000, deadline=None)
@given(network=networks(bounds=True), task=PLACES, row=st.lists(st.integers(0, 3000), min_size=1, max_size=3))
def test_a_row_of_edits_equals_planning_anew_and_taking_them_back_restores_the_plan(
    network: Network, task: int, row: list[int]
) -> None:
    task %= len(network)
    early = passes.forward(network, FRIDAY)
    end = max(early.finish)
    late = passes.backward(network, end)
    trial = WhatIf(network, early, late, FRIDAY, end)
    for minutes in row:
        trial.set_minutes(task, minutes)
        assert (trial.early, trial.late) == replanned(network, task, minutes, end)
    trial.set_minutes(task, network.minutes[task])
    assert (trial.early, trial.late) == (early, late)


@settings(max_examples=300, deadline=None)
@given(network=networks(), task=PLACES, minutes=st.integers(0, 3000))
def test_what_an_edit_names_as_moved_is_exactly_what_moved(network: Network, task: int, minutes: int) -> None:
    early = passes.forward(network, FRIDAY)
    end = max(early.finish)
    trial = WhatIf(network, early, passes.backward(network, end), FRIDAY, end)
    moved = trial.set_minutes(task % len(network), minutes)
    differ = [
        task
        for task in range(len(network))
        if (early.start[task], early.finish[task]) != (trial.early.start[task], trial.early.finish[task])
    ]
    assert sorted(moved.early) == differ
