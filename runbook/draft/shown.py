"""What the programme shows, tied to the duty that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from runbook.draft.findings import Item, Scope, Sitting
from runbook.draft.merging import Likeness, action
from runbook.draft.working import Draught

ALIKE = 0.5


def shown(sitting: Sitting | None, draughts: Sequence[Draught], many: frozenset[str]) -> Sitting | None:
    """The sitting with, for each item, the duty whose words it shares.

    A duty told twice is that of its leader; what each of many does (`many`: ids of collectives) is not on stage.
    """
    if sitting is None:
        return None
    own = [one for one in draughts if one.scope is Scope.IMPLEMENTATION and not (one.same_as or set(one.lead) & many)]
    likeness = Likeness([*(_whole(one) for one in own), *(item.title.text for item in sitting.programme)])
    return replace(sitting, programme=tuple(_tied(item, own, likeness) for item in sitting.programme))


def _whole(one: Draught) -> str:
    """Its words, those in brackets too: "Báo cáo (bản đầy đủ, bản tóm tắt)" tells what is read out."""
    return action(one).replace("(", " ").replace(")", " ")


def _tied(item: Item, own: Sequence[Draught], likeness: Likeness) -> Item:
    offers = [(likeness.of(item.title.text, _whole(one)), -at, one.id) for at, one in enumerate(own)]
    best = max(offers, default=(0.0, 0, ""))
    return replace(item, uses=best[2]) if best[0] >= ALIKE else item
