"""The programme as it is steered, and what can be pressed. All times are whole seconds on one clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Cue:
    """One item on stage. `fixed`: it does not begin before its planned start, however early the hall is."""

    id: str
    title: str
    start: int
    length: int
    lead: str = ""
    support: tuple[str, ...] = ()
    fixed: bool = False

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Saving:
    """Time that may be won back, agreed before the day: an item shortened to `least` seconds, or dropped with 0.

    `who` decides it on the day; `words` say how ("gộp lượt 5 và 6").
    """

    cue: str
    least: int = 0
    who: str = ""
    words: str = ""


@dataclass(frozen=True)
class Programme:
    """The cues in the order of the plan, the savings in the order they are used, and when it should all be over."""

    cues: tuple[Cue, ...]
    closing: int
    savings: tuple[Saving, ...] = ()

    @cached_property
    def place(self) -> Mapping[str, int]:
        return {cue.id: place for place, cue in enumerate(self.cues)}

    @cached_property
    def waits(self) -> tuple[bool, ...]:
        """For each cue whether it waits for its planned start when the hall is early.

        The first one does, one with a clock time of its own, and one that follows a gap: people come for its hour.
        Any other follows the one before at once.
        """
        before = (None, *self.cues)
        return tuple(
            cue.fixed or last is None or last.end < cue.start for last, cue in zip(before, self.cues, strict=False)
        )


class Press(Enum):
    """What a key does."""

    START = "start"  # `seconds` below zero: shortened by so much, as agreed
    FINISH = "finish"
    SKIP = "skip"
    ADD = "add"  # seconds to an item, below zero takes them away
    HOLD = "hold"
    RESUME = "resume"
    KEEP = "keep"  # an item is not shortened or dropped, whatever was agreed
    UNDO = "undo"  # the press numbered `undoes` never happened
    SHEET = "sheet"  # a revised sheet is issued


@dataclass(frozen=True, slots=True)
class Pressed:
    """One press of a key. `number` is its place in the journal."""

    number: int
    what: Press
    at: int
    cue: str = ""
    seconds: int = 0
    undoes: int = 0
    who: str = ""
