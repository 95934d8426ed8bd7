"""Counting what was found, what was missed and what was made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

SHORT = 110


@dataclass
class Row:
    """One measured field: how many were right, and the words of those that were not."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return _share(self.hits, self.hits + len(self.invented))

    @property
    def recall(self) -> float:
        return _share(self.hits, self.hits + len(self.missed))

    @property
    def f1(self) -> float:
        return _share(2 * self.hits, 2 * self.hits + len(self.invented) + len(self.missed))

    def add(self, other: Row) -> None:
        self.hits += other.hits
        self.missed += other.missed
        self.invented += other.invented


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def short(text: str) -> str:
    """Words for a list, in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHORT else f"{flat[: SHORT - 3]}..."


def compared(wanted: Iterable[object], found: Iterable[object], label: str = "") -> Row:
    """Two sets of values held against each other."""
    left, right = set(wanted), set(found)
    return Row(
        hits=len(left & right),
        missed=sorted(f"{label}{one}" for one in left - right),
        invented=sorted(f"{label}{one}" for one in right - left),
    )


def table(rows: dict[str, Row]) -> str:
    """The rows as text, one line each."""
    lines = [f"{'':28}{'wanted':>7}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}"]
    for name, row in rows.items():
        wanted, found = row.hits + len(row.missed), row.hits + len(row.invented)
        if wanted or found:
            lines.append(f"{name:28}{wanted:7}{found:7}{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}")
    return "\n".join(lines)


def faults(rows: dict[str, Row]) -> str:
    """Every miss and every invention with its words."""
    return "\n".join(
        f"  {sign} {name}: {short(words)}"
        for name, row in rows.items()
        for sign, listed in (("missed  ", row.missed), ("invented", row.invented))
        for words in listed
    )
