"""Extractions made by hand, read from their YAML files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Span = tuple[int, int]
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One plan with what stands in it. `said` is the whole extraction as its file gives it."""

    slug: str
    data: bytes
    source: str
    said: Entry

    def tasks(self, scope: str) -> list[Entry]:
        return [task for task in self.said.get("tasks") or [] if task.get("scope", "implementation") == scope]

    def span(self, entry: Entry, key: str = "span", words: str = "text") -> Span | None:
        """Where an entry stands: as its file says, else where its words are found."""
        if entry.get(key):
            start, end = entry[key]
            return int(start), int(end)
        text = entry.get(words)
        at = self.source.find(text) if text else -1
        return (at, at + len(text)) if text and at >= 0 else None


def read(plans: Path, golds: Path) -> Iterator[Gold]:
    """Every extraction of one folder, with its plan from the other."""
    for path in sorted(golds.glob("*.yaml")):
        plan = plans / f"{path.stem}.txt"
        data = plan.read_bytes()
        yield Gold(path.stem, data, data.decode("utf-8-sig"), yaml.safe_load(path.read_text("utf-8")))


def overlap(first: Span, second: Span) -> int:
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def same_place(first: Span, second: Span) -> bool:
    """At least half of each lies in the other."""
    shared = overlap(first, second)
    return shared > 0 and 2 * shared >= max(first[1] - first[0], second[1] - second[0])
