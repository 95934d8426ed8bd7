"""What several tasks want and only so many can have: a hall, a presenter, a crew, the deputy chairman."""

from __future__ import annotations

from dataclasses import dataclass, field

from runbook.problems import Place


@dataclass(frozen=True, slots=True)
class Resource:
    """Somebody or something with a `capacity`: how much of it can be in use at once.

    Two ceremony files mean the same resource by the same id.
    """

    id: str
    name: str
    capacity: int = 1
    origin: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Use:
    """How much of a resource, by its id, a task holds while it is worked on."""

    resource: str
    amount: int = 1
