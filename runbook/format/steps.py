"""The ids by which the steps of an approval chain go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from runbook.syntax import Mapping, Node, Scalar


def own_id(section: Node) -> Scalar | None:
    """The id that a step or an item of the programme states."""
    entry = section.entries.get("id") if type(section) is Mapping else None
    return entry[1] if entry is not None and type(entry[1]) is Scalar else None


def step_ids(chain: str, steps: Sequence[Node]) -> tuple[str, ...]:
    """The steps' own ids; the chain's id with the number of its place for a step that states none.

    A number that another step states as its id stays with that step: who has no id yet takes one after the last.
    """
    own = [own_id(step) for step in steps]
    taken = {one.text.casefold() for one in own if one is not None}
    later = (name for number in count(len(steps) + 1) if (name := f"{chain}{number}").casefold() not in taken)
    numbered = (f"{chain}{number}" for number, _ in enumerate(steps, 1))
    return tuple(
        one.text if one is not None else name if name.casefold() not in taken else next(later)
        for one, name in zip(own, numbered, strict=True)
    )
