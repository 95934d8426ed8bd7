"""What must hold for every network, whatever its calendars, relations and lags."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.network import FAR_AHEAD, LONG_AGO, Network
from runbook.schedule import level_passes, levels, passes
from runbook.schedule.passes import Dates
from tests.networks import CALENDARS, CLOCK_ONLY, FRIDAY, MIXED, OFFICE_ONLY, SEEDS, several

SIGNS = {"positive": (1, 3000), "zero": (0, 0), "negative": (-3000, -1), "any": (-3000, 3000)}
KINDS = {"office": OFFICE_ONLY, "clock": CLOCK_ONLY, "mixed": MIXED}
EVERY = [
    pytest.param(places, sign, id=f"{kind}-{name}") for kind, places in KINDS.items() for name, sign in SIGNS.items()
]


def both_passes(network: Network) -> tuple[Dates, Dates]:
    early = passes.forward(network, FRIDAY)
    return early, passes.backward(network, max(early.finish))


def kept(network: Network, dates: Dates, link: int) -> bool:
    """Whether a link holds on the wall clock; a working-time lag counts the minutes worked in between."""
    tail, head = network.tail[link], network.head[link]
    first = (dates.start, dates.finish)[network.tail_end[link]][tail]
    then = (dates.start, dates.finish)[network.head_end[link]][head]
    if network.lag_clock[link] < 0:
        return then >= first + network.lag[link]
    calendar = network.calendars[network.lag_clock[link]]
    return calendar.count(then) - calendar.count(first) >= network.lag[link]


@pytest.mark.parametrize(("places", "lags"), EVERY)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_links_hold_on_the_wall_clock_and_no_float_is_negative_without_a_deadline(
    places: tuple[int, ...], lags: tuple[int, int], data: st.DataObject
) -> None:
    for network in data.draw(several(10, places=places, lags=lags)):
        early, late = both_passes(network)
        for dates in (early, late):
            assert all(kept(network, dates, link) for link in range(len(network.tail)))
        total, free = passes.floats(network, early, late)
        assert all(0 <= own <= whole for own, whole in zip(free, total, strict=True))
        assert min(total) == 0


@settings(max_examples=100, deadline=None)
@given(found=several(10))
def test_no_task_could_be_earlier_in_the_forward_pass_or_later_in_the_backward_pass(found: list[Network]) -> None:
    for network in found:
        early, late = both_passes(network)
        end = max(early.finish)
        for task in range(len(network)):
            sooner = _moved(network, early, task, -1)
            assert sooner.start[task] < FRIDAY or not all(
                kept(network, sooner, link) for link in network.incoming[task]
            )
            later = _moved(network, late, task, +1)
            assert later.finish[task] > end or not all(kept(network, later, link) for link in network.outgoing[task])


@settings(max_examples=100, deadline=None)
@given(found=several(10, bounds=True))
def test_float_from_starts_equals_float_from_finishes(found: list[Network]) -> None:
    for network in found:
        early, late = both_passes(network)
        for task, total in enumerate(passes.floats(network, early, late)[0]):
            own = network.calendars[network.clock[task]]
            assert total == own.count(late.start[task]) - own.count(early.start[task])
            assert total == own.count(late.finish[task]) - own.count(early.finish[task])


@settings(max_examples=100, deadline=None)
@given(found=several(10, bounds=True))
def test_bounds_hold_in_the_backward_pass_and_floors_in_the_forward_pass(found: list[Network]) -> None:
    for network in found:
        early, late = both_passes(network)
        for task in range(len(network)):
            assert late.start[task] <= network.start_by[task]
            assert late.finish[task] <= network.finish_by[task]
            assert early.start[task] >= max(FRIDAY, network.not_before[task])
        for dates in (early, late):
            assert all(kept(network, dates, link) for link in range(len(network.tail)))


@settings(max_examples=100, deadline=None)
@given(found=several(10, places=CLOCK_ONLY, ends=(1,), lags=(0, 500), working_lags=False))
def test_finish_to_start_networks_agree_with_the_longest_path_of_networkx(found: list[Network]) -> None:
    for network in found:
        graph = nx.DiGraph()
        for task, minutes in enumerate(network.minutes):
            graph.add_edge("start", task, weight=0)
            graph.add_edge(task, "end", weight=minutes)
        for tail, head, lag in zip(network.tail, network.head, network.lag, strict=True):
            weight = network.minutes[tail] + lag
            known = graph.get_edge_data(tail, head, {"weight": weight})["weight"]
            graph.add_edge(tail, head, weight=max(weight, known))
        early, _ = both_passes(network)
        assert max(early.finish) - FRIDAY == nx.dag_longest_path_length(graph)


@settings(max_examples=100, deadline=None)
@given(found=several(10, bounds=True), seed=SEEDS)
def test_reordering_tasks_and_links_moves_no_date(found: list[Network], seed: int) -> None:
    for network in found:
        tasks, random = len(network), Random(seed)
        order, links = random.sample(range(tasks), tasks), random.sample(range(len(network.tail)), len(network.tail))
        other = _reordered(network, order, links)
        for before, after in zip(both_passes(network), both_passes(other), strict=True):
            assert [before.start[task] for task in order] == after.start
            assert [before.finish[task] for task in order] == after.finish


@settings(max_examples=100, deadline=None)
@given(found=several(10, bounds=True))
def test_levels_give_the_same_minutes_as_plain_rows(found: list[Network]) -> None:
    for network in found:
        early, late = both_passes(network)
        compiled = levels.levels_of(network)
        columns = level_passes.forward(compiled, FRIDAY), level_passes.backward(compiled, max(early.finish))
        assert [column.rows() for column in columns] == [early, late]
        total, free = level_passes.floats(compiled, *columns)
        assert (total.tolist(), free.tolist()) == passes.floats(network, early, late)


def test_levels_find_their_horizon_when_a_chain_runs_for_years() -> None:
    years = Network(
        ids=("a", "b"),
        minutes=[480 * 700, 480 * 700],
        place=[1, 1],
        clock=[1, 1],
        not_before=[LONG_AGO, LONG_AGO],
        start_by=[FAR_AHEAD, FAR_AHEAD],
        finish_by=[FAR_AHEAD, FRIDAY],
        tail=[0],
        head=[1],
        tail_end=[1],
        head_end=[0],
        lag=[1000],
        lag_clock=[1],
        calendars=CALENDARS,
    )
    early, late = both_passes(years)
    compiled = levels.levels_of(years)
    assert level_passes.forward(compiled, FRIDAY).rows() == early
    assert level_passes.backward(compiled, max(early.finish)).rows() == late


def _moved(network: Network, dates: Dates, task: int, by: int) -> Dates:
    moved = Dates([*dates.number], [*dates.start], [*dates.finish])
    moved.put(network, task, dates.number[task] + by)
    return moved


def _reordered(network: Network, order: list[int], links: list[int]) -> Network:
    renumber = {task: position for position, task in enumerate(order)}
    return Network(
        ids=tuple(network.ids[task] for task in order),
        minutes=[network.minutes[task] for task in order],
        place=[network.place[task] for task in order],
        clock=[network.clock[task] for task in order],
        not_before=[network.not_before[task] for task in order],
        start_by=[network.start_by[task] for task in order],
        finish_by=[network.finish_by[task] for task in order],
        tail=[renumber[network.tail[link]] for link in links],
        head=[renumber[network.head[link]] for link in links],
        tail_end=[network.tail_end[link] for link in links],
        head_end=[network.head_end[link] for link in links],
        lag=[network.lag[link] for link in links],
        lag_clock=[network.lag_clock[link] for link in links],
        calendars=network.calendars,
    )
