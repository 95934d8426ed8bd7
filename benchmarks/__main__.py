"""`python -m benchmarks [--quick] [--write] [name ...]`: measure, and print or keep the tables."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import goals
from benchmarks.bench import ROOT, Bench, DisagreementError, FailedError, Scale, compiled
from benchmarks.report import Report

NAMES = (
    "planning",
    "tj3",
    "edit",
    "instants",
    "entries",
    "replan",
    "releases",
    "paper",
    "risk",
    "levelling",
    "start",
    "reader",
)
RESULTS = ROOT / "benchmarks" / "RESULTS.md"


def main() -> int:
    asked = _asked()
    scale = Scale.QUICK if asked.quick else Scale.FULL
    sections: list[str] = []
    try:
        for section in measured(scale, asked.names or NAMES):
            print(section, flush=True)
            sections.append(section)
    except (DisagreementError, FailedError) as error:
        print(error, file=sys.stderr)
        return 1
    if asked.write:
        RESULTS.write_text("\n".join(sections), encoding="utf-8")
    return 0


def measured(scale: Scale, names: Sequence[str]) -> Iterator[str]:
    """The sections of one run as Markdown: the machine, each benchmark, the goals."""
    began = time.perf_counter()
    compiled()
    yield f"# Measured figures\n\n{machine()}\n\nHow to read them: README.md.\n"
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        bench = Bench(scale, Path(folder))
        for name in names:
            found: Report = importlib.import_module(f"benchmarks.{name}").run(bench)
            figures |= found.figures
            yield found.markdown()
    yield goals.report(figures).markdown()
    yield f"All of it took {time.perf_counter() - began:,.0f} s.\n"


def machine() -> str:
    """What the figures were measured on and with; no names of machines or folders."""
    import os
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    libraries = []
    for name in ("networkx", "numpy", "pendulum", "PyYAML", "ics", "icalendar"):
        try:
            libraries.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            libraries.append(f"{name} absent")
    python = f"{platform.python_implementation()} {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    here = f"{os.cpu_count()} processors ({_processor()}), {platform.system()}, {python}"
    return f"Machine: {here}; {', '.join(libraries)}. Load before the run: {os.getloadavg()[0]:.1f}."


def _processor() -> str:
    """The model where the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, as ratios.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"any of {', '.join(NAMES)}; all when left out")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, under a minute")
    parser.add_argument("--write", action="store_true", help="keep the tables in benchmarks/RESULTS.md")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in NAMES]:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(NAMES)}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
