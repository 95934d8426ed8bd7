"""The same job by networkx alone, as one would write it: dates as attributes of a DiGraph, no work calendars.

Its job is the easier one. All four relations are folded beforehand to one number a link (the least distance from start
to start), durations and lags are elapsed minutes, dates are minutes from the first start.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import networkx as nx

from benchmarks import graphs
from benchmarks.stopwatch import Parts, Stopwatch, fastest

if TYPE_CHECKING:
    from benchmarks.bench import Bench

PASSES = ("sort", "early and late")


def runs(bench: Bench, tasks: int) -> int:
    """How often a party this slow is run: the largest networks take most of a minute."""
    return bench.pick(1, 1, 1 if tasks > 200_000 else 2) if tasks > 50_000 else bench.pick(1, 3, 5)


def networkx_alone(path: str, runs: int, collected: bool = True) -> dict[str, Any]:
    """Times by part and the fingerprint of early starts, late starts and free floats.

    `collected`: with Python's garbage collector at work, as it is unless one knows better.
    """
    columns = graphs.read(path)
    kept: list[Any] = []

    def one_run(watch: Stopwatch) -> None:
        kept.clear()
        if not collected:
            gc.disable()
        graph = built(columns)
        watch.lap("build")
        order = list(nx.topological_sort(graph))
        watch.lap("sort")
        early_and_late(graph, order)
        watch.lap("early and late")
        free_floats(graph)
        watch.lap("floats")
        gc.enable()
        kept.append(graph)

    parts: Parts = fastest(runs, one_run)
    rows = [row for _, row in sorted(kept[0].nodes(data=True))]
    return {"parts": parts, "digest": graphs.digest(*([row[key] for row in rows] for key in ("early", "late", "free")))}


def built(columns: graphs.Columns) -> nx.DiGraph:
    minutes = columns["minutes"]
    links = zip(*(columns[name] for name in ("tail", "head", "tail_end", "head_end", "lag")), strict=True)
    graph = nx.DiGraph()
    graph.add_nodes_from((task, {"minutes": own}) for task, own in enumerate(minutes))
    graph.add_weighted_edges_from(
        (tail, head, lag + tail_end * minutes[tail] - head_end * minutes[head])
        for tail, head, tail_end, head_end, lag in links
    )
    return graph


def early_and_late(graph: nx.DiGraph, order: list[int]) -> None:
    nodes, before, after = graph.nodes, graph.pred, graph.succ
    for task in order:
        early = 0
        for other, link in before[task].items():
            early = max(early, nodes[other]["early"] + link["weight"])
        nodes[task]["early"] = early
    end = max(row["early"] + row["minutes"] for _, row in nodes(data=True))
    for task in reversed(order):
        late = end - nodes[task]["minutes"]
        for other, link in after[task].items():
            late = min(late, nodes[other]["late"] - link["weight"])
        nodes[task]["late"] = late


def free_floats(graph: nx.DiGraph) -> None:
    nodes, after = graph.nodes, graph.succ
    for task, row in nodes(data=True):
        free = row["late"] - row["early"]
        for other, link in after[task].items():
            free = min(free, nodes[other]["early"] - link["weight"] - row["early"])
        row["free"] = free
