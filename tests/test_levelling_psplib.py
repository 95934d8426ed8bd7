"""The reader of PSPLIB's instances and the benchmark of levelling on them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.levelling.psplib import FOLDER, Instance, read, stored
from benchmarks.levelling.ways import Row
from runbook.levelling.compiled import PLAIN
from runbook.levelling.project import Link, Project, Resource, Schedule, Task
from runbook.levelling.search import Answer, level

ROOT = Path(__file__).resolve().parents[1]
SMALL = """\
************************************************************************
projects                      :  1
jobs (incl. supersource/sink ):  4
horizon                       :  7
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     4       3    1
  3      1     3       2    0
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    4    1
************************************************************************
"""
PROJECT = Project(
    (Task(0, (0, 0)), Task(4, (3, 1)), Task(3, (2, 0)), Task(0, (0, 0))),
    (Link(0, 1), Link(0, 2), Link(1, 3), Link(2, 3)),
    (Resource(4), Resource(1)),
)


def test_an_instance_is_read() -> None:
    assert read(SMALL) == PROJECT
    assert level(PROJECT, 20, kernels=PLAIN).schedule.makespan == 7


@pytest.mark.parametrize("text", ["", "jobs: 3\n", SMALL.split("REQUESTS")[0]])
def test_what_is_no_instance_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="no single-mode instance"):
        read(text)


def test_an_answer_below_the_proved_bound_is_seen() -> None:
    instance = Instance("small", PROJECT, 7, 7, 4)
    row = Row("way")
    row.add(instance, Answer(Schedule((0, 0, 4, 7), (0, 4, 7, 7), 0, 7), 0, (0, 7)), 0.5)
    assert row.cells() == ("way", "0.00 %", "75.00 %", "1 of 1", "1", "500 ms")
    with pytest.raises(AssertionError, match="small: 6"):
        row.add(instance, Answer(Schedule((0, 0, 3, 6), (0, 4, 6, 6), 0, 6), 0, (0, 6)), 0.5)


def test_the_stored_instances_are_solved_within_their_bounds() -> None:
    if not (FOLDER / "best_known.csv").is_file():
        pytest.skip("the instances are not there")
    for instance in list(stored("j30"))[::6]:
        found = level(instance.project, 200, kernels=PLAIN)
        assert found.bound[1] <= instance.best_known <= found.schedule.makespan <= 1.1 * instance.best_known
        assert instance.critical_path <= found.bound[1]


def test_nothing_heavy_is_imported_before_it_is_wanted() -> None:
    code = "import sys, runbook.levelling.search, runbook.levelling.exact; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"numba", "numpy", "ortools", "networkx"} & set(loaded.split()) == set()
