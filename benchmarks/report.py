"""What a benchmark found, and its Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Table:
    """Rows of cells that are text already; numbers stand right."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        rule = ["---", *["--:"] * (len(self.head) - 1)]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in (self.head, rule, *self.rows))


@dataclass(frozen=True)
class Report:
    """One benchmark's section. `figures` are the ratios the goals are set in, by name."""

    title: str
    blocks: Sequence[str | Table]
    figures: Mapping[str, float] = field(default_factory=dict)

    def markdown(self) -> str:
        blocks = [block if isinstance(block, str) else block.markdown() for block in self.blocks]
        return "\n\n".join([f"## {self.title}", *blocks]) + "\n"


def times(seconds: float) -> str:
    """A time in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{number(seconds / size)} {unit}"
    return f"{number(seconds * 1e9)} ns"


def number(value: float) -> str:
    """Three figures that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio(value: float) -> str:
    return f"**{number(value)} ×**"


def size(memory: float) -> str:
    """MiB."""
    return f"{max(memory, 0):,.0f} MiB" if memory >= 10 else f"{max(memory, 0):.1f} MiB"
