"""Lines about tasks as the journal keeps them: values JSON knows, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runbook.tracking.progress import Happened, What

_OPTIONAL = ("remaining", "until", "agency", "words", "undoes")


def to_record(one: Happened) -> dict[str, Any]:
    """What is kept of a line beside its place, its time and its writer; what it does not say is left out."""
    silent = Happened(0, one.what, one.task, 0, 0)
    said = {name: getattr(one, name) for name in _OPTIONAL if getattr(one, name) != getattr(silent, name)}
    return {"what": one.what.value, "task": one.task, "at": one.at, **said}


def from_record(number: int, said: int, who: str, body: Mapping[str, Any]) -> Happened:
    """The line of a row, written at `said`. Raises ValueError, KeyError or TypeError for any other body."""
    told = {name: body[name] for name in _OPTIONAL if name in body}
    return Happened(number, What(body["what"]), str(body["task"]), said, int(body["at"]), who, **told)
