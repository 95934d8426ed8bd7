"""Monte Carlo over a plan: drawn durations to the day on which all is ready, and how often each task decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks import graphs
from benchmarks.bench import Bench, Outcome, same
from benchmarks.report import Report, Table, number, ratio, size, times
from benchmarks.stopwatch import Stopwatch, fastest, total

if TYPE_CHECKING:
    import networkx as nx

    from runbook.network import Network
    from runbook.risk import Spread

SEED = 1
_PARTS = ("build", "sort", "pass")


def run(bench: Bench) -> Report:
    """Ours, all samples; networkx sample by sample, a part of them."""
    tasks, samples = bench.pick(300, 1_000, 5_000), bench.pick(400, 2_000, 10_000)
    few, runs = bench.pick(2, 5, 10), bench.pick(1, 2, 5)
    path = graphs.graph_file(bench, "layered", tasks)
    bare = bench.party(graphs.nothing_but_reading, path=path)
    theirs = bench.party(sample_by_sample, path=path, samples=few, runs=runs)
    ours = bench.party(all_at_once, path=path, samples=samples, runs=runs, checked=few, around_the_clock=True)
    office = bench.party(all_at_once, path=path, samples=samples, runs=runs, checked=few)
    same(f"the ends of the first {few} samples", networkx=theirs.result["digest"], runbook=ours.result["digest"])
    seconds = {part: theirs.result["parts"][part] / few * samples for part in _PARTS}
    slow = {"networkx, a graph for each sample": sum(seconds.values()), "networkx, the pass alone": seconds["pass"]}
    own = total(ours.result["parts"])
    rows = [_row(name, taken, own, theirs, bare) for name, taken in slow.items()]
    rows += [_row("runbook, round the clock", own, own, ours, bare)]
    rows += [_row("runbook, three work calendars", total(office.result["parts"]), own, office, bare)]
    told = _EXPLAINED.format(samples=samples, tasks=tasks, links=ours.result["links"], few=few)
    figures = {"risk networkx": sum(seconds.values()) / own, "risk pass": seconds["pass"] / own}
    return Report("risk", [told, Table(_HEAD, rows)], figures)


def all_at_once(path: str, samples: int, runs: int, checked: int, around_the_clock: bool = False) -> dict[str, Any]:
    """Ours: durations drawn, the forward pass, the criticality index; the ends of the first samples as a digest."""
    from runbook.risk import Simulation, simulate

    network = _network(path, around_the_clock)
    spreads = _spreads(network)
    kept: list[Simulation] = []

    def one_run(watch: Stopwatch) -> None:
        kept[:] = [simulate(network, graphs.FLOOR, spreads, network.ids, samples=samples, seed=SEED)]
        watch.lap("all")

    parts = fastest(runs, one_run)
    ends = (kept[0].ready[:checked].astype("int64") - graphs.FLOOR).tolist()
    return {"parts": parts, "digest": graphs.digest(ends), "links": len(network.tail)}


def sample_by_sample(path: str, samples: int, runs: int) -> dict[str, Any]:
    """networkx: the graph of each sample with the durations that ours drew, a sort, the longest path to every task."""
    import networkx as nx

    from runbook.risk.spread import draw

    network = _network(path, True)
    drawn = {name: draw(one, SEED, name, 0, samples).tolist() for name, one in _spreads(network).items()}
    ends: list[int] = []

    def one_run(watch: Stopwatch) -> None:
        ends.clear()
        for sample in range(samples):
            graph = _filled(nx.DiGraph(), network, {name: minutes[sample] for name, minutes in drawn.items()})
            watch.lap("build")
            order = list(nx.topological_sort(graph))
            watch.lap("sort")
            ends.append(_end(graph, order))
            watch.lap("pass")

    return {"parts": fastest(runs, one_run), "digest": graphs.digest(ends)}


def _network(path: str, around_the_clock: bool) -> Network:
    return graphs.network(graphs.read(path), graphs.ROUND if around_the_clock else graphs.MIXED)


def _spreads(network: Network) -> dict[str, Spread]:
    from runbook.risk import DEFAULT

    return {name: DEFAULT.of(own) for name, own in zip(network.ids, network.minutes, strict=True) if own}


def _filled(graph: nx.DiGraph, network: Network, minutes: dict[str, int]) -> nx.DiGraph:
    graph.add_nodes_from((name, {"minutes": minutes.get(name, 0)}) for name in network.ids)
    graph.add_edges_from((network.ids[a], network.ids[b]) for a, b in zip(network.tail, network.head, strict=True))
    return graph


def _end(graph: nx.DiGraph, order: list[str]) -> int:
    finish: dict[str, int] = {}
    for name in order:
        before = max((finish[one] for one in graph.pred[name]), default=0)
        finish[name] = before + graph.nodes[name]["minutes"]
    return max(finish.values())


def _row(name: str, taken: float, ours: float, party: Outcome, bare: Outcome) -> list[str]:
    against = "" if taken == ours else ratio(taken / ours) if taken > ours else f"{number(taken / ours)} ×"
    return [name, times(taken), against, size(party.memory - bare.memory)]


_HEAD = ["", "time", "against runbook", "memory"]
_EXPLAINED = """\
{samples:,} samples of {tasks:,} tasks and {links:,} links, finish to start; processor time. Ours draws the durations
(PERT, 80 % to 150 %), places every task in every sample and counts how often each is critical. networkx is given the
durations, drawn before the clock starts, and finds the end alone: it was measured on {few} of the samples and scaled to
all. Of both it is the fastest of several runs. Both give the same end in each of these, to the minute. "The pass alone"
is what a graph kept and sorted once would leave of it. Memory is what the process needed beyond one that only reads the
lists, libraries included; ours keeps as many samples at a time as fit 200 MB of rows."""
