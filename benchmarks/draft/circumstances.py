"""Scores of what is said of a duty besides who does it: by when, how often, by which steps, to whom it is reported."""

from __future__ import annotations

import re
from datetime import date, timedelta

from benchmarks.draft.gold import Entry, same_place
from benchmarks.draft.pairing import Pair
from benchmarks.draft.tally import Row, compared
from runbook.draft.findings import DueBy, Scope
from runbook.text.folding import folded

RULES = {"truoc-ngay": "before", "before": "before", "trong-vong": "within", "within": "within", "offset": "offset"}

ACTS = (
    ("xin y kien", "opinion"),
    ("tiep thu", "revise"),
    ("hoan thien", "revise"),
    ("trinh", "submit"),
    ("quyet dinh", "final"),
    ("phe duyet", "final"),
    ("tham muu", "advise"),
    ("de xuat", "advise"),
    ("bao cao", "report"),
    ("gui", "report"),
)

RECURRING = (
    "thuong xuyen",
    "thuong ky",
    "dinh ky",
    "dot xuat",
    "hang",
    "hang tuan",
    "hang thang",
    "hang quy",
    "hang nam",
)

_RHYTHM = re.compile(r"(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b")


def kinds(pair: Pair) -> Row:
    """The kind of work, where the first of either is among the other's."""
    row = Row()
    for task, duty in pair.partners:
        wanted = {task.get("kind"), *(task.get("also") or ())}
        if duty.kind in wanted or task.get("kind") in duty.also:
            row.hits += 1
        else:
            row.missed.append(f"{task['id']} {task.get('kind')} ({duty.kind}) {task['text'][:60]}")
    return row


def deadlines(pair: Pair) -> Row:
    """Rule, day named and last day that may be used, per task; a last day on a weekend may be moved back to Friday."""
    row = Row()
    for task, duty in pair.partners:
        row.add(_deadline(task, duty.due or _due_within(pair, task)))
    done = {task["id"] for task, _ in pair.partners}
    for task in pair.gold.tasks("implementation"):
        if task["id"] not in done and task.get("deadline"):
            row.missed.append(task["deadline"].get("raw") or "")
    row.invented += [duty.due.raw.text for duty in pair.alone if duty.due]
    return row


def _due_within(pair: Pair, task: Entry) -> DueBy | None:
    """The deadline of another part of a task that the draft takes apart: where a bullet is parted is a judgement."""
    span = pair.gold.span(task)
    duties = pair.duties(Scope.IMPLEMENTATION)
    inner = [duty for duty in duties if span and span[0] <= duty.words.span[0] and duty.words.span[1] <= span[1]]
    return next((duty.due for duty in inner if duty.due), None)


def _deadline(task: Entry, due: DueBy | None) -> Row:
    said = task.get("deadline")
    if not said:
        return Row(invented=[f"{task['id']}: {due.raw.text}"] if due else [])
    if due is None:
        return Row(missed=[f"{task['id']}: {said.get('raw')}"])
    rule = RULES.get(said.get("rule", ""), "by")
    counted = "within" if due.rule == "offset" and (due.days or 0) < 0 else due.rule  # N days after the sitting
    right = rule in (due.rule, counted) or not said.get("rule")
    if said.get("date"):
        right = right and str(due.day or due.last_day) == str(said["date"])
    if said.get("last_day") and due.last_day:
        right = right and due.last_day in _worked(date.fromisoformat(str(said["last_day"])))
    words = f"{task['id']}: {said.get('raw')} / {due.rule} {due.day} {due.last_day}"
    return Row(hits=1) if right else Row(missed=[words], invented=[words])


def _worked(day: date) -> tuple[date, date]:
    return day, day - timedelta(days=max(0, day.weekday() - 4))


def recurrence(pair: Pair) -> Row:
    row = Row()
    for task, duty in pair.partners:
        wanted = {_recurring(words) for words in task.get("recurrence") or []}
        row.add(
            compared(wanted, {_recurring(quote.text) for quote in duty.recurs}, f"{task['id']} {task['text'][:50]}: ")
        )
    return row


def _recurring(words: str) -> str:
    said = folded(words).replace("thuong ki", "thuong ky").replace("dinh ki", "dinh ky")
    if said.startswith(("hang", "moi ")):
        return said
    if rhythm := _RHYTHM.search(said):  # a rule told in full counts as its rhythm, which is all that is expected
        return rhythm[0]
    return next((one for one in RECURRING if one in said), "khi phat sinh")


def on_the_day(pair: Pair) -> Row:
    wanted = {task["id"] for task, _ in pair.partners if task.get("when") == "event"}
    return compared(wanted, {task["id"] for task, duty in pair.partners if duty.on_the_day})


def steps(pair: Pair) -> Row:
    """Steps of approval: the act and whose it is."""
    row = Row()
    for task, duty in pair.partners:
        wanted = {(_act(step["act"]), step.get("party")) for step in task.get("approval_chain") or []}
        found = {(one.act, pair.agency_of.get(one.party, one.party)) for one in duty.steps if one.act != "draft"}
        row.add(compared(wanted, found, f"{task['id']} {task['text'][:50]}: "))
    return row


def _act(words: str) -> str:
    said = folded(words)
    return next((act for start, act in ACTS if start in said), said)


def same(pair: Pair) -> Row:
    """One job written in two sections."""
    place = {task["id"]: duty.id for task, duty in pair.partners}
    wanted = {(task["id"], task["same_as"]) for task, _ in pair.partners if task.get("same_as")}
    duty_of = {duty_id: task_id for task_id, duty_id in place.items()}
    found = {(task["id"], duty_of.get(duty.same_as, duty.same_as)) for task, duty in pair.partners if duty.same_as}
    return compared(wanted, found)


def reports(pair: Pair) -> Row:
    row = Row()
    for task, duty in pair.partners:
        wanted = {task["report_to"]} if task.get("report_to") else set()
        found = {pair.agency_of.get(duty.report_to, duty.report_to)} if duty.report_to else set()
        row.add(compared(wanted, found, f"{task['id']} {task['text'][:50]}: "))
    return row


def uses(pair: Pair) -> Row:
    """Which duty makes what an item of the programme shows."""
    event = pair.gold.said.get("event") or {}
    items = pair.draft.sitting.programme if pair.draft.sitting else ()
    task_of = {duty.id: task["id"] for task, duty in pair.partners}
    wanted = {(item["order"], item["uses"]) for item in event.get("programme") or [] if item.get("uses")}
    if not wanted:
        return Row()
    found = {
        (said["order"], task_of.get(item.uses, item.uses))
        for said in event.get("programme") or []
        for item in items
        if item.uses and (span := pair.gold.span(said, words="title")) and same_place(span, item.title.span)
    }
    return compared(wanted, found)
