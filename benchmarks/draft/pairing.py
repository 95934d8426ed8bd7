"""One plan, its extraction and its draft, with what belongs together in the two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from benchmarks.draft import names
from benchmarks.draft.gold import Entry, Gold, Span, overlap
from runbook.draft.findings import Draft, Duty, Scope


@dataclass(frozen=True)
class Pair:
    """One plan, its extraction and its draft, with the duties and agencies that belong together."""

    gold: Gold
    draft: Draft

    @cached_property
    def agency_of(self) -> dict[str, str]:
        return names.matched(self.gold, self.draft)

    def duties(self, scope: Scope) -> list[Duty]:
        return [duty for duty in self.draft.duties if duty.scope is scope]

    @cached_property
    def partners(self) -> list[tuple[Entry, Duty]]:
        """Each task of the organisation part with the duty that covers most of it."""
        duties = self.duties(Scope.IMPLEMENTATION)
        pairs = []
        for task in self.gold.tasks("implementation"):
            span = self.gold.span(task)
            best = max(duties, key=lambda duty: overlap(duty.words.span, span) if span else 0, default=None)
            if best and span and half(best.words.span, span):
                pairs.append((task, best))
        return pairs

    @cached_property
    def alone(self) -> list[Duty]:
        """Duties of the organisation part that no task of the extraction has half of."""
        taken = {duty.id for _, duty in self.partners}
        spans = [span for task in self.gold.tasks("implementation") if (span := self.gold.span(task))]
        duties = [duty for duty in self.duties(Scope.IMPLEMENTATION) if duty.id not in taken]
        return [duty for duty in duties if not any(half(duty.words.span, span) for span in spans)]


def half(first: Span, second: Span) -> bool:
    return 2 * overlap(first, second) >= min(first[1] - first[0], second[1] - second[0])
