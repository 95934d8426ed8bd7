"""How an item of the programme is staged: what those who run the show hold in their hands, and no calendar tells."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Staging:
    """What is said, seen and heard while an item runs; the names are the keys of the file.

    `performer`: who is on, by name and post. `stage`: who stands where, who comes up and goes off. `words`: what the
    presenter says, in full.
    """

    performer: str = ""
    stage: str = ""
    words: str = ""
    screen: str = ""
    sound: str = ""
    light: str = ""


UNSTAGED = Staging()
KEYS = tuple(one.name for one in fields(Staging))
