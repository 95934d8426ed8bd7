"""How time may be won back on the day, agreed before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from runbook.problems import Place


@dataclass(frozen=True, slots=True)
class Saving:
    """An item of the programme, by its id, that may be shortened to `minutes`, or dropped with 0.

    `who` decides it on the day, agencies by id; `how` says what is done ("gộp lượt 5 và 6").
    """

    item: str
    minutes: int = 0
    who: tuple[str, ...] = ()
    how: str = ""
    origin: Place | None = field(default=None, compare=False)
