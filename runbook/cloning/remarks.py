"""What a person has to look at in a cloned file, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from runbook.problems import Problem
from runbook.schedule import Candidate
from runbook.worktime import DayOff

Fact = str | int | date | DayOff | Problem | Candidate | tuple[str, ...]


class Topic(Enum):
    """What a remark is about, the most pressing first; the value is the end of its heading's key."""

    DAY = "day"
    VERDICT = "verdict"
    HOLIDAYS = "holidays"
    DATES = "dates"
    DOCUMENT = "document"
    TEXTS = "texts"
    PEOPLE = "people"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at. `code` names its sentence `clone.<code>`, `facts` fill it.

    `line` of the new file, 0 where it is about no one line; `place` is the path of keys there, as `--set` writes it.
    """

    topic: Topic
    code: str
    line: int = 0
    place: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
