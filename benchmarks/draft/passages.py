"""Scores of the paragraphs that are duties: found at their places, numbered, taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.draft.gold import Span, same_place
from benchmarks.draft.pairing import Pair, half
from benchmarks.draft.tally import Row, compared
from runbook.draft.findings import Scope


def _bullets(spans: Iterable[tuple[str, int, Span]]) -> dict[tuple[str, int], Span]:
    whole: dict[tuple[str, int], Span] = {}
    for section, bullet, (start, end) in spans:
        before = whole.get((section, bullet), (start, end))
        whole[section, bullet] = min(before[0], start), max(before[1], end)
    return whole


def tasks(pair: Pair) -> Row:
    """Bullets that stand at the same place."""
    gold = pair.gold
    wanted = _bullets(
        (task.get("section") or "", task.get("bullet") or 0, span)
        for task in gold.tasks("implementation")
        if (span := gold.span(task))
    )
    found = _bullets((duty.section, duty.bullet, duty.words.span) for duty in pair.duties(Scope.IMPLEMENTATION))
    row = Row()
    for place, span in wanted.items():
        hit = next((one for one, other in found.items() if same_place(span, other)), None)
        if hit:
            row.hits += 1
            del found[hit]
        else:
            row.missed.append(f"{place} {gold.source[slice(*span)]}")
    row.invented += [f"{place} {gold.source[slice(*span)]}" for place, span in found.items()]
    return row


def labels(pair: Pair) -> Row:
    """The same section and bullet numbers."""
    wanted = {(task.get("section"), task.get("bullet")) for task in pair.gold.tasks("implementation")}
    return compared(wanted, {(duty.section, duty.bullet) for duty in pair.duties(Scope.IMPLEMENTATION)})


def parts(pair: Pair) -> Row:
    """Actions within bullets: a judgement, and second to the bullets."""
    found = pair.duties(Scope.IMPLEMENTATION)
    row = Row()
    for task in pair.gold.tasks("implementation"):
        span = pair.gold.span(task)
        hit = next((duty for duty in found if span and same_place(duty.words.span, span)), None)
        if hit:
            row.hits += 1
            found.remove(hit)
        else:
            row.missed.append(task["text"])
    row.invented += [duty.words.text for duty in found]
    return row


def scoped(scope: Scope) -> Callable[[Pair], Row]:
    """Duties outside the numbered sections: recall alone says something."""

    def row(pair: Pair) -> Row:
        found = [duty.words.span for duty in pair.duties(scope)]
        counted = Row()
        for task in pair.gold.tasks(scope.value):
            span = pair.gold.span(task)
            if span and any(half(span, one) for one in found):
                counted.hits += 1
            else:
                counted.missed.append(task["text"])
        wanted = [span for task in pair.gold.tasks(scope.value) if (span := pair.gold.span(task))]
        counted.invented += [pair.gold.source[slice(*one)] for one in found if not any(half(one, s) for s in wanted)]
        return counted

    return row
