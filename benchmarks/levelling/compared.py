"""Levelling on PSPLIB's instances beside CP-SAT, each set in a process of its own."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from benchmarks.bench import Bench, Scale
from benchmarks.levelling.psplib import FOLDER, stored
from benchmarks.levelling.ways import HEAD, PUBLISHED, SETS, Row, by_cp_sat, measured, searches
from benchmarks.report import Report, Table, size
from runbook.levelling.compiled import PLAIN, Kernels, NotInstalledError, compiled
from runbook.levelling.search import level

CP_SAT, WORKERS = 10.0, 2  # seconds on the wall clock
EVERY = 3  # of the instances that CP-SAT is given, and ours again for the comparison
_EXPLAINED = """Instances of PSPLIB (single mode: 30, 60 and 120 tasks, four resources), the thirty stored of each set;
deviations from the best makespan known to anybody and from the critical path. Every answer is a schedule that keeps all
links and capacities; none is below the proved lower bound. `first answer` and the schedules are the same on any
machine; seconds are of the processor, of one core. CP-SAT has two workers and so many seconds on the wall clock, on
every third instance; the rows below it are ours on the same ones. Its processor time is that of both workers: where
other work shares the machine it gets less done in its seconds, ours does not."""


def run(bench: Bench) -> Report:
    """Our ways over each set, and CP-SAT over a part of it."""
    if not (FOLDER / "best_known.csv").is_file():
        return Report("levelling", ["The instances are not here: left out (the variable PSPLIB names their folder).\n"])
    blocks: list[str | Table] = [_EXPLAINED]
    figures: dict[str, float] = {}
    for group in bench.pick(SETS[:1], SETS, SETS):
        step = bench.pick(30, 6, 1)
        seconds = 0.0 if bench.scale is Scale.TINY else bench.pick(0.0, 2.0, CP_SAT)
        found = bench.party(levelled, group=group, step=step, quick=bench.scale is not Scale.FULL, seconds=seconds)
        count = found.result["count"]
        blocks += [f"### {group}, {count} instances ({found.result['kernels']}, {size(found.memory)} in all)"]
        blocks += [Table(HEAD, found.result["rows"])]
        figures |= {f"levelling {group} {name}": value for name, value in found.result["figures"].items()}
    return Report("levelling", [*blocks, PUBLISHED], figures)


def levelled(group: str, step: int, quick: bool, seconds: float) -> dict[str, Any]:
    """The table of a set, and how much further from the best known CP-SAT ends than ours in a sixtieth of its time."""
    kernels, name = _kernels()
    instances = list(stored(group))[::step]
    rows = [measured(title, way, instances) for title, way in searches(kernels, quick)]
    figures = {"second": 1 / max(100 * rows[-1].deviation, 0.01)} if not quick else {}
    if seconds and find_spec("ortools"):
        part = instances[:: 1 if quick else EVERY]
        theirs = measured(f"CP-SAT, {seconds:g} s", lambda one: by_cp_sat(one, seconds, WORKERS), part)
        again = [measured(f"{title}, the same ones", way, part) for title, way in searches(kernels, True)][-2:]
        figures["cp-sat"] = _further(theirs, again[-1])
        rows += [theirs, *again]
    return {"rows": [row.cells() for row in rows], "count": len(instances), "kernels": name, "figures": figures}


def _further(theirs: Row, ours: Row) -> float:
    """The ratio of the deviations; both at the best known is level."""
    return max(theirs.deviation, 1e-4) / max(ours.deviation, 1e-4)


def _kernels() -> tuple[Kernels, str]:
    """Compiled before anything is measured."""
    try:
        kernels = compiled()
    except NotInstalledError:
        return PLAIN, "plain Python: numba is not installed"
    level(next(stored("j120")).project, 100, kernels=kernels)
    return kernels, "compiled by numba"
