"""Scores of the organisation part: who leads and supports each duty, and all its other rows by name."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.draft import bodies, circumstances, passages
from benchmarks.draft.pairing import Pair
from benchmarks.draft.tally import Row, compared
from runbook.draft.findings import Duty, Scope


def _related(pair: Pair, key: str, own: Callable[[Duty], tuple[str, ...]]) -> Row:
    row = Row()
    for task, duty in pair.partners:
        wanted = set(task.get(key) or [])
        found = {pair.agency_of.get(one, one) for one in own(duty)}
        row.add(compared(wanted, found, f"{task['id']} {' '.join(task['text'].split())[:60]}: "))
    done = {task["id"] for task, _ in pair.partners}
    lost = [task for task in pair.gold.tasks("implementation") if task["id"] not in done]
    row.missed += [f"{task['id']}: {one}" for task in lost for one in task.get(key) or []]
    row.invented += [f"{duty.words.text[:60]}: {one}" for duty in pair.alone for one in own(duty)]
    return row


def lead(pair: Pair) -> Row:
    return _related(pair, "lead", lambda duty: duty.lead)


def support(pair: Pair) -> Row:
    return _related(pair, "support", lambda duty: duty.support)


def basis(pair: Pair) -> Row:
    row = Row()
    for task, duty in pair.partners:
        if task.get("lead_basis"):
            row.add(compared([task["lead_basis"]], [duty.basis.value], f"{task['id']} {task['text'][:60]}: "))
    return row


INNER: dict[str, Callable[[Pair], Row]] = {
    "agencies with a section": bodies.sections,
    "agencies, all named": bodies.agencies,
    "asked or assigned": bodies.asked,
    "collectives": bodies.collectives,
    "tasks (bullets)": passages.tasks,
    "labels of bullets": passages.labels,
    "parts": passages.parts,
    "closing duties": passages.scoped(Scope.CLOSING),
    "content duties": passages.scoped(Scope.CONTENT),
    "lead": lead,
    "basis of the lead": basis,
    "support": support,
    "deadlines": circumstances.deadlines,
    "recurrence": circumstances.recurrence,
    "on the day": circumstances.on_the_day,
    "approval steps": circumstances.steps,
    "reports to": circumstances.reports,
    "same duty twice": circumstances.same,
    "kind of duty": circumstances.kinds,
    "shown in the programme": circumstances.uses,
}
