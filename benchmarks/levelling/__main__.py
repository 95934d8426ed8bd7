"""`python -m benchmarks.levelling [--quick] [--set j120] [--cp-sat SECONDS]`: levelling measured on PSPLIB."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator

from benchmarks.levelling.psplib import FOLDER, stored
from benchmarks.levelling.ways import HEAD, PUBLISHED, SETS, Way, by_cp_sat, measured, searches
from benchmarks.report import Table, times
from runbook.levelling.compiled import PLAIN, Kernels, NotInstalledError, compiled
from runbook.levelling.search import level


def main() -> int:
    asked = _asked()
    if not (FOLDER / "best_known.csv").is_file():
        print(f"no instances in {FOLDER}; the variable PSPLIB names their folder", file=sys.stderr)
        return 1
    kernels = _kernels()
    for name in asked.sets or SETS:
        instances = list(stored(name))[:: 5 if asked.quick else 1]
        print(f"## {name}, {len(instances)} instances\n", flush=True)
        rows = [measured(title, way, instances).cells() for title, way in ways(kernels, asked)]
        print(Table(HEAD, rows).markdown(), "\n", flush=True)
    print(PUBLISHED)
    print(f"\nHighest resident memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.levelling", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="every fifth instance, low limits")
    parser.add_argument("--set", action="append", dest="sets", choices=SETS)
    parser.add_argument("--cp-sat", type=float, dest="cp_sat", metavar="SECONDS", help="CP-SAT beside it, one worker")
    return parser.parse_args()


def _kernels() -> Kernels:
    """Compiled before anything is measured."""
    try:
        kernels = compiled()
    except NotInstalledError as missing:
        print(f"{missing}; measured in plain Python\n")
        return PLAIN
    began = time.perf_counter()
    level(next(stored("j120")).project, 100, kernels=kernels)
    print(f"kernels compiled or loaded in {times(time.perf_counter() - began)}\n", flush=True)
    return kernels


def ways(kernels: Kernels, asked: argparse.Namespace) -> Iterator[tuple[str, Way]]:
    """What is compared."""
    yield from searches(kernels, asked.quick)
    if asked.cp_sat:
        title = f"CP-SAT below the first answer, {asked.cp_sat} s on the wall clock"
        yield title, lambda one: by_cp_sat(one, asked.cp_sat, 1)


if __name__ == "__main__":
    sys.exit(main())
