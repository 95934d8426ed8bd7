"""A body named in a text, with the names a document is known to use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from runbook.draft import name_forms as forms
from runbook.draft.letters import toned


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a text, at `start` to `end`; `many` for a name that gathers several."""

    start: int
    end: int
    name: str
    many: bool = False


@dataclass(slots=True)
class Names:
    """The names a document is known to use, matched before any name is read by its form."""

    pattern: re.Pattern[str] | None = None
    known: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, listed: Iterable[str]) -> Names:
        known = {toned(name) for name in listed if len(name) > 2}
        return cls(re.compile(rf"(?:{forms.choice(known)})(?!\w)") if known else None, known)
