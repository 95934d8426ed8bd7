"""One job told in two sections: the side that only supports it is tied to the side that leads it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import log

from runbook.draft.findings import Basis, Scope
from runbook.draft.letters import plain
from runbook.draft.working import Draught

ALIKE = 0.34  # the share of the weight of one side's words that the other side has too
NAMED = 0.14  # of two sides that name each other, and no third one
_WORD = re.compile(r"[a-z]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_ROLE_WORDS = frozenset(("chu", "tri", "phoi", "hop", "voi", "cac", "va", "cua", "cho", "ve", "de", "tai", "theo"))


@cache
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring syllables: most Vietnamese words are of two."""
    words = [one for one in _WORD.findall(plain(_BRACKETS.sub(" ", text))) if one not in _ROLE_WORDS]
    return frozenset(pairwise(words))


class Likeness:
    """How alike two duties are, where words that every duty of the plan holds count for little."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._all = 0
        for text in texts:
            self._counts.update(_pairs(text))
            self._all += 1

    def _weight(self, pairs: Iterable[tuple[str, str]]) -> float:
        return sum(log((self._all + 2) / (1 + self._counts[pair])) for pair in pairs)

    def of(self, one: str, other: str) -> float:
        """The weight the two share, as a part of the lighter."""
        left, right = _pairs(one), _pairs(other)
        least = min(self._weight(left), self._weight(right))
        return self._weight(left & right) / least if least > 0 else 0.0


def merge(draughts: Sequence[Draught]) -> None:
    """Settle duties that leave the lead open: the partner leads where its own section says that it does the same."""
    own = [one for one in draughts if one.scope is Scope.IMPLEMENTATION]
    likeness = Likeness(action(one) for one in own)
    by_owner: dict[str, list[Draught]] = {}
    for one in own:
        by_owner.setdefault(one.owner, []).append(one)
    for one in own:
        if one.open and not one.fixed:
            _settle(one, by_owner, likeness)


def _settle(one: Draught, by_owner: dict[str, list[Draught]], likeness: Likeness) -> None:
    offers = [
        (likeness.of(action(one), action(other)), partner, other)
        for partner in one.support
        for other in by_owner.get(partner, ())
        if other.basis is Basis.STATED and not other.open and _may_meet(one, other)
    ]
    best = max(offers, key=lambda offer: offer[0], default=None)
    if best is None or best[0] < (NAMED if _name_each_other(one, best[2]) else ALIKE):
        return
    _, partner, other = best
    others = tuple(party for party in one.support if party != partner)
    one.lead, one.basis = (partner,), Basis.COUNTERPART
    one.support = (one.owner, *others)
    if one.owner in other.support:
        one.same_as = other.id


def _name_each_other(one: Draught, other: Draught) -> bool:
    """Whether this side names the leading one alone, and the leading one names this."""
    return len(one.support) == 1 and one.owner in other.support


def _may_meet(one: Draught, other: Draught) -> bool:
    """The leading side names this one, or only "các đơn vị liên quan"."""
    return one.owner in other.support or other.generic


def action(one: Draught) -> str:
    """The words of a duty after its partners: what is done, not with whom."""
    return one.paragraph.text[one.action_at : one.end]
