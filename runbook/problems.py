"""A mistake in what the user wrote, as a value: what, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from runbook.text.problem_words import WARNINGS, WORDS


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: line and column count from 1, `length` is the number of characters to mark."""

    file: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `code` names its message in the catalogue, `facts` fill the message's blanks."""

    code: str
    place: Place | None
    facts: dict[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR


# Every code that the reading of a ceremony file can report, with its severity.
CODES: dict[str, Severity] = {
    code: Severity.WARNING if code in WARNINGS else Severity.ERROR
    for key in WORDS
    if key.startswith("problem.") and (code := key.removeprefix("problem.")).count(".") == 0
}


def problem(code: str, place: Place | None, **facts: str) -> Problem:
    """A problem with the severity of its code."""
    return Problem(code, place, facts, CODES.get(code, Severity.ERROR))
