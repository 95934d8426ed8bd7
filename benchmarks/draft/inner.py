"""Scores of the organisation part: agencies, duties, who leads, deadlines, recurrence, steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from benchmarks.draft import names
from benchmarks.draft.gold import Entry, Gold, Span, overlap, same_place
from benchmarks.draft.tally import Row, compared
from runbook.draft.findings import Draft, DueBy, Duty, Role, Scope
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
            if best and span and _half(best.words.span, span):
                pairs.append((task, best))
        return pairs

    @cached_property
    def alone(self) -> list[Duty]:
        """Duties of the organisation part that no task of the extraction has half of."""
        taken = {duty.id for _, duty in self.partners}
        spans = [span for task in self.gold.tasks("implementation") if (span := self.gold.span(task))]
        duties = [duty for duty in self.duties(Scope.IMPLEMENTATION) if duty.id not in taken]
        return [duty for duty in duties if not any(_half(duty.words.span, span) for span in spans)]


def _half(first: Span, second: Span) -> bool:
    return 2 * overlap(first, second) >= min(first[1] - first[0], second[1] - second[0])


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
            if span and any(_half(span, one) for one in found):
                counted.hits += 1
            else:
                counted.missed.append(task["text"])
        wanted = [span for task in pair.gold.tasks(scope.value) if (span := pair.gold.span(task))]
        counted.invented += [pair.gold.source[slice(*one)] for one in found if not any(_half(one, s) for s in wanted)]
        return counted

    return row


def sections(pair: Pair) -> Row:
    """Agencies that have a section of their own."""
    wanted = {agency["id"]: agency["name"] for agency in pair.gold.said.get("agencies") or [] if agency.get("section")}
    found = [party for party in pair.draft.parties if party.section]
    row = Row()
    hit = {pair.agency_of.get(party.id) for party in found}
    row.hits = len(set(wanted) & hit)
    row.missed = [name for one, name in wanted.items() if one not in hit]
    row.invented = [party.name for party in found if pair.agency_of.get(party.id) not in wanted]
    return row


def agencies(pair: Pair) -> Row:
    """All agencies, those only named within a duty as well, be it as one whose guidance it rests on."""
    said = pair.gold.said.get("agencies") or []
    found = set(pair.agency_of.values())
    row = Row(hits=len(found), missed=[agency["name"] for agency in said if agency["id"] not in found])
    guides = _guides(pair.gold)
    rest = {names.key(party.name): party.name for party in pair.draft.parties if party.id not in pair.agency_of}
    row.add(Row(len(guides & set(rest)), sorted(guides - set(rest)), [rest[one] for one in rest if one not in guides]))
    return row


def _guides(gold: Gold) -> set[str]:
    """Bodies that a need of a task names in words, not by the id of an agency of the list."""
    listed = {agency["id"] for agency in gold.said.get("agencies") or []}
    needs = [need for task in gold.said.get("tasks") or [] for need in task.get("depends") or []]
    return {names.key(need["party"]) for need in needs if need.get("party") and need["party"] not in listed}


def asked(pair: Pair) -> Row:
    """Whether an agency with a section is assigned or asked."""
    said = {
        agency["id"]: agency.get("role") for agency in pair.gold.said.get("agencies") or [] if agency.get("section")
    }
    found = {
        (agency, "requested" if party.role is Role.REQUESTED else "assigned")
        for party in pair.draft.parties
        if party.section and (agency := pair.agency_of.get(party.id)) in said
    }
    present = {agency for agency, _ in found}
    return compared({(one, role) for one, role in said.items() if one in present}, found)


def collectives(pair: Pair) -> Row:
    """Which agencies stand for many, and how many they are."""
    said = pair.gold.said.get("agencies") or []
    wanted = {(one["id"], one["fan_out"].get("count")) for one in said if one.get("fan_out") and one.get("section")}
    found = {
        (pair.agency_of.get(party.id, party.name), party.collective.count)
        for party in pair.draft.parties
        if party.collective and party.section
    }
    return Row(
        hits=len(wanted & found),
        missed=[str(one) for one in wanted - found],
        invented=[str(one) for one in found - wanted],
    )


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


_RHYTHM = re.compile(r"(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b")


def _recurring(words: str) -> str:
    said = folded(words).replace("thuong ki", "thuong ky").replace("dinh ki", "dinh ky").replace("hang ", "hang ")
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


INNER: dict[str, Callable[[Pair], Row]] = {
    "agencies with a section": sections,
    "agencies, all named": agencies,
    "asked or assigned": asked,
    "collectives": collectives,
    "tasks (bullets)": tasks,
    "labels of bullets": labels,
    "parts": parts,
    "closing duties": scoped(Scope.CLOSING),
    "content duties": scoped(Scope.CONTENT),
    "lead": lead,
    "basis of the lead": basis,
    "support": support,
    "deadlines": deadlines,
    "recurrence": recurrence,
    "on the day": on_the_day,
    "approval steps": steps,
    "reports to": reports,
    "same duty twice": same,
    "kind of duty": kinds,
    "shown in the programme": uses,
}
