"""Paper, and the few looks that all drawings share."""

from __future__ import annotations

from dataclasses import dataclass

# One accent, which a black-and-white printer turns dark grey; every meaning is a shape or a word as well.
ACCENT, BLACK, WHITE, INK, LINE = "#a31621", "#000000", "#ffffff", "#3d3d3d", "#9a9a9a"
DONE, BAND, OFF, GRID, PEAK = "#b4b4b4", "#d9d9d9", "#e4e4e4", "#c4c4c4", "#f8ecdc"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper lying on its long side; lengths in mm. The left margin leaves room for punched holes."""

    name: str
    width: float
    height: float
    left: float = 18.0
    right: float = 10.0
    top: float = 10.0
    bottom: float = 8.0

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def edge(self) -> float:
        """Where the right margin begins."""
        return self.width - self.right

    @property
    def foot(self) -> float:
        """Where the bottom margin begins."""
        return self.height - self.bottom


A4, A3, A2, A1 = (Paper(*of) for of in (("A4", 297, 210), ("A3", 420, 297), ("A2", 594, 420), ("A1", 841, 594)))
