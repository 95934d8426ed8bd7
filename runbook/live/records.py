"""Presses as the journal keeps them: values JSON knows, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runbook.live.cues import Press, Pressed

_OPTIONAL = ("cue", "seconds", "undoes")


def to_record(one: Pressed) -> dict[str, Any]:
    """What is kept of a press beside its place and its writer; what it does not say is left out."""
    silent = Pressed(0, one.what, 0)
    said = {name: getattr(one, name) for name in _OPTIONAL if getattr(one, name) != getattr(silent, name)}
    return {"what": one.what.value, "at": one.at, **said}


def from_record(number: int, who: str, body: Mapping[str, Any]) -> Pressed:
    """The press of a row. Raises ValueError, KeyError or TypeError for any other body."""
    told = {name: body[name] for name in _OPTIONAL if name in body}
    return Pressed(number, Press(body["what"]), int(body["at"]), who=who, **told)
