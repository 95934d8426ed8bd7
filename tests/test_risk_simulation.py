"""Monte Carlo: the planning engine with durations that are drawn."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from runbook.network import FAR_AHEAD, LONG_AGO, Network
from runbook.risk import DEFAULT, Spread, simulate
from runbook.risk.spread import draw, table
from runbook.schedule import passes
from tests.networks import CALENDARS, FRIDAY, networks

HOUR = 60


def network(minutes: list[int], links: list[tuple[int, int]]) -> Network:
    """Tasks round the clock, each link from finish to start."""
    size, ties = len(minutes), len(links)
    return Network(
        ids=tuple(f"t{position}" for position in range(size)),
        minutes=minutes,
        place=[0] * size,
        clock=[0] * size,
        not_before=[LONG_AGO] * size,
        start_by=[FAR_AHEAD] * size,
        finish_by=[FAR_AHEAD] * size,
        tail=[tail for tail, _ in links],
        head=[head for _, head in links],
        tail_end=[1] * ties,
        head_end=[0] * ties,
        lag=[0] * ties,
        lag_clock=[-1] * ties,
        calendars=CALENDARS,
    )


def chain(*minutes: int) -> Network:
    """Tasks one after another, round the clock."""
    return network(list(minutes), [(n, n + 1) for n in range(len(minutes) - 1)])


@settings(max_examples=60, deadline=None)
@given(networks())
def test_without_uncertainty_every_sample_is_the_plan(plan: Network) -> None:
    found = simulate(plan, FRIDAY, {}, targets=plan.ids, asked=plan.ids, samples=3)
    early = passes.forward(plan, FRIDAY)
    assert {name: set(found.finish[name].tolist()) for name in plan.ids} == {
        name: {early.finish[plan.position[name]]} for name in plan.ids
    }


@settings(max_examples=40, deadline=None)
@given(networks())
def test_every_sample_is_the_pass_over_its_own_durations(plan: Network) -> None:
    """Four relations, lags, working and elapsed, several calendars: sample by sample what the planner gives."""
    spreads = {name: DEFAULT.of(minutes) for name, minutes in zip(plan.ids, plan.minutes, strict=True) if minutes}
    found = simulate(plan, FRIDAY, spreads, targets=plan.ids, asked=plan.ids, samples=4, seed=7)
    took = {name: draw(spread, 7, name, 0, 4) for name, spread in spreads.items()}
    for sample in range(4):
        minutes = [int(took[name][sample]) if name in took else 0 for name in plan.ids]
        early = passes.forward(plan.retimed(minutes, plan.place), FRIDAY)
        assert [int(found.finish[name][sample]) for name in plan.ids] == early.finish
        assert int(found.ready[sample]) == max(early.finish)


def test_the_drawn_durations_have_the_mean_of_pert() -> None:
    for spread in (Spread(60, 120, 480), Spread(480, 720, 960), Spread(1, 1000, 2000), Spread(100, 100, 700)):
        values = table(spread)
        assert values.mean() == pytest.approx(spread.mean, rel=2e-3)
        assert (values.min() >= spread.least, values.max() <= spread.most) == (True, True)


def test_a_chain_takes_the_sum_of_its_means_and_variances() -> None:
    """Closed form: the sum of independent durations."""
    spread = Spread(240, 480, 1200)
    plan = chain(*[480] * 30)
    found = simulate(plan, FRIDAY, dict.fromkeys(plan.ids, spread), targets=plan.ids, samples=10_000)
    values = table(spread)
    lasted = found.ready - FRIDAY
    error = 30 * values.std() / math.sqrt(30 * 10_000)
    assert abs(lasted.mean() - 30 * values.mean()) < 4 * error
    assert lasted.std() == pytest.approx(math.sqrt(30) * values.std(), rel=0.04)
    assert found.critical.tolist() == [1.0] * 30


def test_of_two_equal_branches_each_decides_half_the_time() -> None:
    """Closed form: the larger of two independent, equal durations."""
    plan = network([600, 600, 0], [(0, 2), (1, 2)])
    spread = Spread(300, 600, 1200)
    found = simulate(
        plan, FRIDAY, {"t0": spread, "t1": spread}, targets=["t2"], asked=["t0", "t1", "t2"], samples=20_000
    )
    assert found.critical[:2] == pytest.approx([0.5, 0.5], abs=0.015)
    for limit in (500, 700, 900):
        one = float((table(spread) <= limit).mean())
        assert found.chance("t2", FRIDAY + limit) == pytest.approx(one**2, abs=0.015)
        assert found.chance("t0", FRIDAY + limit) == pytest.approx(one, abs=0.015)


def test_the_same_samples_in_networkx_give_the_same_distribution() -> None:
    """A graph, a sort and a longest path for every sample, on the durations that were drawn here."""
    plan = network(
        [60 * n for n in range(1, 13)], [(a, b) for a in range(12) for b in range(a + 1, 12) if (a * 5 + b) % 3]
    )
    spreads = {name: DEFAULT.of(minutes) for name, minutes in zip(plan.ids, plan.minutes, strict=True)}
    found = simulate(plan, 0, spreads, targets=plan.ids, samples=400, seed=3)
    took = {name: draw(spread, 3, name, 0, 400).tolist() for name, spread in spreads.items()}
    slow = []
    for sample in range(400):
        graph = nx.DiGraph()
        graph.add_nodes_from(plan.ids)
        for tail, head in zip(plan.tail, plan.head, strict=True):
            graph.add_edge(plan.ids[tail], plan.ids[head])
        finish: dict[str, int] = {}
        for name in nx.topological_sort(graph):
            before = max((finish[one] for one in graph.predecessors(name)), default=0)
            finish[name] = before + took[name][sample]
        slow.append(max(finish.values()))
    assert found.ready.tolist() == slow


def test_a_seed_gives_the_same_samples_and_another_task_does_not_disturb_them() -> None:
    plan, longer = chain(600, 900), chain(600, 900, 300)
    spreads = {name: DEFAULT.of(600) for name in ("t0", "t1")}
    first = simulate(plan, FRIDAY, spreads, ["t1"], ["t1"], samples=5_000, seed=5)
    again = simulate(longer, FRIDAY, {**spreads, "t2": Spread(1, 2, 3)}, ["t2"], ["t1"], samples=5_000, seed=5)
    other = simulate(plan, FRIDAY, spreads, ["t1"], ["t1"], samples=5_000, seed=6)
    assert np.array_equal(first.finish["t1"], again.finish["t1"])
    assert not np.array_equal(first.ready, other.ready)


def test_ready_by_is_the_instant_that_the_share_of_samples_meets() -> None:
    plan = chain(600)
    found = simulate(plan, FRIDAY, {"t0": Spread(300, 600, 1200)}, ["t0"], ["t0"], samples=1_000)
    for share in (0.1, 0.5, 0.8, 0.9, 1.0):
        instant = found.ready_by(share)
        assert found.chance("t0", instant) >= share > found.chance("t0", instant - 1) - 1e-9


def test_a_horizon_that_is_too_short_grows() -> None:
    plan = chain(*[40 * 24 * HOUR] * 30)
    found = simulate(plan, FRIDAY, {}, targets=plan.ids, samples=2)
    assert (found.ready - FRIDAY).tolist() == [1200 * 24 * HOUR] * 2
