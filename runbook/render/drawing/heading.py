"""What stands above and below a drawing on every sheet: its name, its origin, its page; what its signs mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.letters import width, wrapped
from runbook.render.drawing.paper import ACCENT, INK, Paper
from runbook.render.drawing.scene import Item, Text

_NAME, _TITLE, _SMALL = 13.0, 8.5, 7.5
_STEP = 3.7
_GAP, _SIGN = 7.0, 10.0  # between two entries of the legend; the room for a sign
LEGEND_STEP = 5.0

Sign: TypeAlias = Callable[[float, float], Iterable[Item]]  # drawn from the middle of its left edge
Entry: TypeAlias = tuple[str, Sign]


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines above a drawing: its name, the ceremony's title, what is wrong with the plan; and at the right, its
    origin. `height` in mm."""

    name: str
    left: tuple[tuple[str, bool], ...]
    right: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(6.2 + _STEP * len(self.left), _STEP * (len(self.right) + 1)) + 2.0


def heading(name: str, title: str, complaint: str, stamp: Stamp, paper: Paper) -> Heading:
    """The heading of a drawing on that paper, its long lines broken."""
    room = paper.room * 0.63
    alarm = wrapped(f"!! {complaint}", room, _TITLE, True, 3) if complaint else ()
    left = [(line, False) for line in wrapped(title, room, _TITLE, False, 3)] + [(line, True) for line in alarm]
    origin = [
        line
        for text in (stamp.issuer, stamp.plan, stamp.edition)
        for line in wrapped(text, paper.room * 0.34, _SMALL, False, 2)
    ]
    return Heading(name.upper(), tuple(left), tuple(origin))


def head(of: Heading, paper: Paper, sheet: str = "") -> Iterator[Item]:
    """The heading drawn. `sheet`: its days and page, which stand at the right under the origin."""
    room = paper.room * 0.63
    yield Text(paper.left, paper.top + 4.4, of.name, _NAME, bold=True, room=room)
    for number, (line, alarm) in enumerate(of.left):
        colour = ACCENT if alarm else "#000000"
        yield Text(
            paper.left, paper.top + 9.0 + _STEP * number, line, _TITLE, "start", alarm, colour, paper.room * 0.63
        )
    room = paper.room * 0.36
    for number, line in enumerate((*of.right, sheet)):
        yield Text(paper.edge, paper.top + 3.4 + _STEP * number, line, _SMALL, "end", colour=INK, room=room)


def legend_rows(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    """The entries of a legend in rows no wider than that room."""
    rows: list[list[Entry]] = [[]]
    left = room
    for entry in entries:
        own = _SIGN + width(entry[0], _SMALL) + _GAP
        if own - _GAP > left and rows[-1]:
            rows.append([])
            left = room
        rows[-1].append(entry)
        left -= own
    return rows


def legend(rows: Sequence[Sequence[Entry]], paper: Paper) -> Iterator[Item]:
    """A legend at the foot of the paper."""
    for number, row in enumerate(rows):
        x, y = paper.left, paper.foot - LEGEND_STEP * (len(rows) - number) + 2.5
        for text, sign in row:
            yield from sign(x, y)
            room = width(text, _SMALL)
            yield Text(x + _SIGN, y + 0.95, text, _SMALL, room=room)
            x += _SIGN + room + _GAP
