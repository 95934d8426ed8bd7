"""One changed duration, followed as far as dates move."""

from __future__ import annotations

import random
import time
from typing import Any

from benchmarks import graphs, rival
from benchmarks.bench import Bench, Outcome, same
from benchmarks.planning import seconds
from benchmarks.report import Report, Table, ratio, times
from benchmarks.stopwatch import Parts

EDITS = 1000


def run(bench: Bench) -> Report:
    """Random edits of both kinds of network at growing sizes, against one networkx pass over all of it."""
    sizes = bench.pick((60,), (1_000, 100_000), (1_000, 100_000, 1_000_000))
    rows, figures = [], {}
    for kind in graphs.KINDS if bench.pick(True, False, False) else ("ceremony",):
        for tasks in sizes:
            path = graphs.graph_file(bench, kind, tasks)
            theirs = bench.party(rival.networkx_alone, path=path, runs=rival.runs(bench, tasks))
            ours = bench.party(edits, path=path, count=bench.pick(20, EDITS, EDITS))
            same(f"edits of {kind} {tasks}", edited=ours.result["edited"], anew=ours.result["anew"])
            rows.append(_row(kind, tasks, ours, seconds(theirs, *rival.PASSES)))
            figures[f"edit {kind} {tasks}"] = seconds(theirs, *rival.PASSES) / ours.result["parts"]["late most"]
            figures[f"edit seconds {kind} {tasks}"] = ours.result["parts"]["late most"]
    return Report("edit", [_EXPLAINED, Table(_HEAD, rows)], figures)


def edits(path: str, count: int) -> dict[str, Any]:
    """Seconds of the middle edit and of the 95th in a hundred; all dates after them, and the same planned anew."""
    network = graphs.network(graphs.read(path))
    early, late = _planned(network)
    trial = _trial(network, early.rows(), late.rows())
    choice = random.Random(len(network))
    taken, moved = [], []
    for _ in range(count):
        task, minutes = choice.randrange(len(network)), choice.randint(1, 32) * 30
        began = time.process_time_ns()
        found = trial.set_minutes(task, minutes)
        taken.append((time.process_time_ns() - began) / 1e9)
        moved.append(len(found.early) + len(found.late))
    anew = _planned(trial.network, int(late.finish.max()))
    return {
        "parts": _spread(sorted(taken)),
        "moved": sorted(moved)[len(moved) // 2],
        "edited": graphs.digest(*_dates(trial.early), *_dates(trial.late)),
        "anew": graphs.digest(*_dates(anew[0]), *_dates(anew[1])),
    }


def _planned(network: Any, end: int | None = None) -> tuple[Any, Any]:
    from runbook.schedule import level_passes, levels

    compiled = levels.levels_of(network)
    early = level_passes.forward(compiled, graphs.FLOOR)
    return early, level_passes.backward(compiled, int(early.finish.max()) if end is None else end)


def _trial(network: Any, early: Any, late: Any) -> Any:
    from runbook.schedule.whatif import WhatIf

    return WhatIf(network, early, late, graphs.FLOOR, max(late.finish))


def _dates(one: Any) -> tuple[Any, Any]:
    return one.start, one.finish


def _spread(taken: list[float]) -> Parts:
    return {"middle": taken[len(taken) // 2], "late most": taken[len(taken) * 95 // 100], "worst": taken[-1]}


_HEAD = ["network", "tasks", "middle edit", "95th of 100", "worst", "dates moved", "networkx pass"]
_HEAD += ["pass / middle", "pass / 95th"]


def _row(kind: str, tasks: int, ours: Outcome, whole: float) -> list[str]:
    parts = ours.result["parts"]
    middle, most = parts["middle"], parts["late most"]
    cells = [kind, f"{tasks:,}", times(middle), times(most), times(parts["worst"]), f"{ours.result['moved']:,}"]
    return [*cells, times(whole), ratio(whole / middle), ratio(whole / most)]


_EXPLAINED = f"""\
{EDITS:,} times a task taken at random is given another duration (half an hour to two days) and both passes' dates are
brought up to date, calendars on; edits add up. Against one pass of networkx over everything (topological order, early
and late dates; its graph stands already). After the last edit all dates equal a plan made anew. `dates moved`: tasks
whose early or late dates the middle edit moved."""
