"""One critical-path calculation: links to early and late dates, total and free floats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from benchmarks import graphs, rival
from benchmarks.bench import Bench, Outcome, same
from benchmarks.report import Report, Table, number, ratio, size, times
from benchmarks.stopwatch import Stopwatch, fastest, total

PARTS = ("build", "passes", "floats")


@dataclass(frozen=True)
class Measured:
    """One size of one kind of network: what each party said."""

    tasks: int
    bare: Outcome
    networkx: Outcome
    paused: Outcome | None
    rows: Outcome | None
    levels: Outcome | None

    @property
    def ours(self) -> Outcome:
        """The way the engine takes at this size."""
        from runbook.schedule.plan import ROWS_AT_MOST

        chosen = self.levels if self.tasks > ROWS_AT_MOST else self.rows
        assert chosen is not None, "both ways are measured where they are taken"
        return chosen

    @property
    def faster(self) -> float:
        return seconds(self.networkx) / seconds(self.ours)


def run(bench: Bench) -> Report:
    """Ours and networkx alone on every size of both kinds of network."""
    sizes = bench.pick((300,), (1_000, 10_000, 100_000), (1_000, 10_000, 100_000, 189_000, 1_000_000))
    found = {kind: [_measured(bench, kind, tasks) for tasks in sizes] for kind in graphs.KINDS}
    blocks: list[str | Table] = []
    for kind, rows in found.items():
        blocks += [f"### {kind.capitalize()} networks", _times(rows), _ratios(rows)]
    figures = {f"planning {kind} {one.tasks}": one.faster for kind, rows in found.items() for one in rows}
    return Report("planning", [_EXPLAINED, *blocks], figures)


def seconds(party: Outcome, *names: str) -> float:
    return total(party.result["parts"], names or None)


def by_rows(path: str, runs: int, around_the_clock: bool = False) -> dict[str, Any]:
    """Ours in plain Python."""
    from runbook.schedule import passes

    plain = graphs.network(graphs.read(path), graphs.ROUND if around_the_clock else graphs.MIXED)
    kept: list[Any] = []

    def one_run(watch: Stopwatch) -> None:
        network = graphs.fresh(plain)
        _ = network.incoming, network.outgoing, network.order
        watch.lap("build")
        early = passes.forward(network, graphs.FLOOR)
        late = passes.backward(network, max(early.finish))
        watch.lap("passes")
        kept[:] = early, late, *passes.floats(network, early, late)
        watch.lap("floats")

    parts = fastest(runs, one_run)
    return {"parts": parts, **fingerprints(*kept)}


def by_levels(path: str, runs: int, around_the_clock: bool = False) -> dict[str, Any]:
    """Ours in numpy, level by level."""
    from runbook.schedule import level_passes, levels

    plain = graphs.network(graphs.read(path), graphs.ROUND if around_the_clock else graphs.MIXED)
    kept: list[Any] = []

    def one_run(watch: Stopwatch) -> None:
        compiled = levels.levels_of(graphs.fresh(plain))
        watch.lap("build")
        early = level_passes.forward(compiled, graphs.FLOOR)
        late = level_passes.backward(compiled, int(early.finish.max()))
        watch.lap("passes")
        kept[:] = early, late, *level_passes.floats(compiled, early, late)
        watch.lap("floats")

    parts = fastest(runs, one_run)
    return {"parts": parts, **fingerprints(*kept)}


def fingerprints(early: Any, late: Any, whole: Any, free: Any) -> dict[str, str]:
    """`all`: every date and float. `digest`: early and late starts from the first instant on, and free floats."""
    starts = ([instant - graphs.FLOOR for instant in list(dates.start)] for dates in (early, late))
    return {
        "all": graphs.digest(early.start, early.finish, late.start, late.finish, whole, free),
        "digest": graphs.digest(*starts, free),
    }


def _measured(bench: Bench, kind: str, tasks: int) -> Measured:
    path = graphs.graph_file(bench, kind, tasks)
    runs, slow = bench.pick(1, 3, 5), rival.runs(bench, tasks)
    pausing = tasks <= bench.pick(1_000, 10_000, 189_000)
    found = Measured(
        tasks,
        bare=bench.party(graphs.nothing_but_reading, path=path),
        networkx=bench.party(rival.networkx_alone, path=path, runs=slow),
        paused=bench.party(rival.networkx_alone, path=path, runs=slow, collected=False) if pausing else None,
        rows=bench.party(by_rows, path=path, runs=slow) if tasks <= 100_000 else None,
        levels=bench.party(by_levels, path=path, runs=runs),
    )
    _agree(bench, f"{kind} {tasks}", path, found)
    return found


def _agree(bench: Bench, what: str, path: str, found: Measured) -> None:
    """Ours against networkx with every task round the clock; our two ways against one another on all calendars."""
    clock = {"path": path, "runs": 1, "around_the_clock": True}
    ours = {"levels": bench.party(by_levels, **clock).result["digest"]}
    if found.rows and found.levels:
        ours["rows"] = bench.party(by_rows, **clock).result["digest"]
        same(f"{what}, calendars", rows=found.rows.result["all"], levels=found.levels.result["all"])
    same(f"{what}, round the clock", networkx=found.networkx.result["digest"], **ours)


def _times(rows: list[Measured]) -> Table:
    head = ["tasks", "networkx: build", "sort, passes", "floats", "all, collector paused"]
    head += ["rows: build", "passes", "floats", "levels: build", "passes", "floats"]
    return Table(head, [_times_row(one) for one in rows])


def _times_row(one: Measured) -> list[str]:
    theirs = [seconds(one.networkx, "build"), seconds(one.networkx, *rival.PASSES), seconds(one.networkx, "floats")]
    cells = [f"{one.tasks:,}", *map(times, theirs), times(seconds(one.paused)) if one.paused else "–"]
    for way in (one.rows, one.levels):
        cells += [times(seconds(way, part)) if way else "–" for part in PARTS]
    return cells


def _ratios(rows: list[Measured]) -> Table:
    head = ["tasks", "ours is", "networkx / ours, all", "passes alone", "networkx paused / ours"]
    return Table([*head, "memory: networkx", "ours", "ratio"], [_ratio_row(one) for one in rows])


def _ratio_row(one: Measured) -> list[str]:
    theirs, ours = (party.memory - one.bare.memory for party in (one.networkx, one.ours))
    passes = seconds(one.networkx, *rival.PASSES) / seconds(one.ours, "passes")
    return [
        f"{one.tasks:,}",
        "rows" if one.ours is one.rows else "levels",
        ratio(one.faster),
        f"{number(passes)} ×",
        f"{number(seconds(one.paused) / seconds(one.ours))} ×" if one.paused else "–",
        size(theirs),
        size(ours),
        f"{number(theirs / max(ours, 0.1))} ×",
    ]


_EXPLAINED = """\
From lists of tasks and links to early and late dates, total and free floats; processor time, the fastest of several
runs (networkx at 1,000,000: one). Ours keeps three work calendars (office, six-day week, round the clock) and, in
ceremony networks, working-time lags; networkx counts elapsed minutes. Our calendars hold their years before the clock
starts, and libraries are imported. With every task round the clock all parties give the same early and late starts
and free floats, at every size; with calendars rows and levels agree on every date and float. Memory is what the
process needed beyond one that only reads the lists, libraries included."""
