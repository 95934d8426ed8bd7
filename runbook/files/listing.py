"""From the shipped list of anniversaries, and a user's own on the disk, to one list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.files import disk

if TYPE_CHECKING:
    from runbook.anniversaries import Anniversary
    from runbook.problems import Problem


@dataclass(frozen=True, slots=True)
class Listed:
    """The anniversaries in their order; the problems of the user's own list; its text, by the name problems carry."""

    anniversaries: tuple[Anniversary, ...]
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def listed(own: Path | None = None) -> Listed:
    """The shipped list; an entry of `own` takes the place of that with its id, the others follow.

    Raises UnusableError where the file cannot be read.
    """
    from runbook import anniversaries, syntax

    shipped, _ = anniversaries.parse(_shipped(), "vietnam.yaml")
    if own is None:
        return Listed(shipped)
    text, wrong = syntax.decode(disk.read(own), str(own))
    added, problems = ((), (wrong,)) if wrong else anniversaries.parse(text, str(own))
    together = {one.id: one for one in (*shipped, *added)}
    return Listed(tuple(together.values()), problems, {str(own): syntax.unified(text)})


def _shipped() -> str:
    return (resources.files("runbook") / "anniversaries" / "vietnam.yaml").read_text("utf-8")
