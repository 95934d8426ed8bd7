"""The reader for PSPLIB's single-mode instances and what is known of them.

Format `.sm`: Kolisch and Sprecher, "PSPLIB – a project scheduling problem library", European Journal of Operational
Research 96, 1996. The folder of instances has one subfolder a set and `best_known.csv`.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from runbook.levelling.project import Link, Project, Resource, Task

FOLDER = Path(os.environ.get("PSPLIB", Path(__file__).resolve().parents[3] / "shared" / "psplib"))


@dataclass(frozen=True, slots=True)
class Instance:
    """A project with the smallest makespan and the largest lower bound published, and its critical path."""

    name: str
    project: Project
    best_known: int
    lower_bound: int
    critical_path: int


def read(text: str) -> Project:
    """The project of a `.sm` file, its supersource and supersink included. Raises ValueError where it is none."""
    lines = [line.split() for line in text.splitlines()]
    heads = {words[0].rstrip(":"): number for number, words in enumerate(lines) if words}
    try:
        first, count = heads["PRECEDENCE"] + 2, int(lines[heads["jobs"]][-1])
        links = [
            Link(int(words[0]) - 1, int(successor) - 1)
            for words in lines[first : first + count]
            for successor in words[3:]
        ]
        first = heads["REQUESTS/DURATIONS"] + 3
        tasks = [Task(int(words[2]), tuple(map(int, words[3:]))) for words in lines[first : first + count]]
        resources = [Resource(int(word)) for word in lines[heads["RESOURCEAVAILABILITIES"] + 2]]
    except (KeyError, IndexError) as error:
        raise ValueError(f"no single-mode instance: {error}") from error
    return Project(tuple(tasks), tuple(links), tuple(resources))


def stored(group: str, folder: Path = FOLDER) -> Iterator[Instance]:
    """The instances of a set (j30, j60, j120) that lie in the folder, in order of their names."""
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        known = {row["instance"]: row for row in csv.DictReader(file)}
    for path in sorted((folder / group).glob("*.sm")):
        row = known[path.name]
        yield Instance(
            path.stem,
            read(path.read_text(encoding="utf-8")),
            int(row["best_known"]),
            int(row["lower_bound"]),
            int(row["critical_path"]),
        )
