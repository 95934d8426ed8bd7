"""A draft written as a ceremony file: to be checked, planned and corrected, every item with the words it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from runbook.draft.durations import Durations
from runbook.draft.findings import Draft, Duty, Occasion, Question
from runbook.draft.places import places
from runbook.draft.writing_agencies import Roster, agency_lines, proper, roster, slug
from runbook.draft.writing_days import Days, campaign_lines, days_of, sitting_lines
from runbook.draft.writing_limits import limited
from runbook.draft.writing_links import linked
from runbook.draft.writing_notes import Notes, day_text, in_order
from runbook.draft.writing_others import Beside
from runbook.draft.writing_programme import Stage
from runbook.draft.writing_rows import Rows
from runbook.draft.writing_tasks import AFTER, DURING, GENERAL, OF_DAY, TASKS, Desk, Work, place
from runbook.draft.writing_yaml import clean, comment, entry, heading, scalar

_LONGEST, _LONGEST_ID = 400, 60  # letters of a line, of the id


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a file is written. `name` is the plan document's; `today` counts where a plan names no year at all."""

    name: str
    durations: Durations
    today: date
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a ceremony file, and the questions in it in the order of the plan."""

    text: str
    questions: tuple[Question, ...]


def written(draft: Draft, wanted: Wanted) -> Written:
    """A ceremony file of the draft. What the plan does not give is marked as assumed, or left out and asked for."""
    draft = limited(draft)
    notes = Notes(draft, wanted.language)
    days = days_of(draft, wanted.today)
    works, known = _works(draft, days, wanted.durations, notes)
    rows = Rows(known, notes)
    stage = Stage(draft, days, known, places(draft), notes)
    beside = Beside(draft.others, days, known, stage.places, notes)
    head = [*_head(draft, wanted, notes), *_when(draft, days, beside, notes)]
    agencies = agency_lines(known, notes)
    body = list(_parts(works, rows, stage, beside))
    rest = [*_uncarried(draft, works, notes), *_rest(notes)]
    middle = [*_assumptions(notes), *rows.phases()]
    text = "\n".join([*head, *middle, *agencies, *body, *rest]) + "\n"
    return Written(text, tuple(in_order(notes.asked)))


def _works(draft: Draft, days: Days, durations: Durations, notes: Notes) -> tuple[list[Work], Roster]:
    """The tasks and the agencies they need: which collectives can be opened is known only with the agencies."""
    named = {party for duty in draft.duties for party in _named(duty)}
    groups = frozenset(roster(draft, named).groups)
    works = linked(Desk(draft, days, durations, groups, notes.say("closing")).works())
    used = {party for work in works for party in (work.lead, *work.support, *(step.lead for step in work.steps))}
    own = {party.id for party in draft.parties if party.section}
    return works, roster(draft, used | own)


def _named(duty: Duty) -> Iterator[str]:
    yield from (duty.owner, *duty.lead, *duty.support)


def _head(draft: Draft, wanted: Wanted, notes: Notes) -> list[str]:
    """What the file is, and of which plan."""
    title = _title(draft) or _stem(wanted.name)
    lines = [*comment(title[:_LONGEST]), "#"]
    lines += comment(notes.say("about", file=clean(wanted.name)))
    lines += [f"#   {notes.say(key)}" for key in ("about_ref", "about_assumed", "about_ask")]
    lines += comment(notes.say("about_next"))
    lines += ["", f"ceremony: {slug(_stem(wanted.name), _LONGEST_ID)}", *entry("title", title[:_LONGEST])]
    lines += [f"language: {wanted.language}", "zone: Asia/Ho_Chi_Minh", "", *_plan(draft, notes)]
    lines += _hosts(draft)
    return [*lines, *_occasions(draft.occasions, notes)]


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _title(draft: Draft) -> str:
    """The name of the sitting or campaign, else the title of the plan."""
    own = draft.sitting.name if draft.sitting else draft.campaign.name if draft.campaign else ""
    found = clean(own) or clean(draft.header.title.text if draft.header.title else "")
    return found[:1].upper() + found[1:]


def _plan(draft: Draft, notes: Notes) -> list[str]:
    """The key plan, with what its header leaves blank asked for."""
    head = draft.header
    lines = notes.about("number", "date", "issuer", "signer", indent=2)
    if head.number and head.number.value:
        lines += [f"  number: {scalar(head.number.figures)}"]
    lines += [f"  date: {day_text(head.issued.day)}"] if head.issued and head.issued.day else []
    issuer = proper(head.issuer.text, head.place)[:_LONGEST] if head.issuer else ""
    lines += entry("issuer", issuer, 2) if issuer else []
    if head.signature and head.signature.name:
        post = _post(clean(head.signature.position))
        lines += entry("signer", f"{post} {clean(head.signature.name.text)}".strip(), 2)
    lines += entry("title", head.title.text[:_LONGEST], 2) if head.title and clean(head.title.text) else []
    stated = any(not line.lstrip().startswith("#") for line in lines)
    return ["plan:", *lines] if stated else [line.lstrip() for line in lines]


def _post(words: str) -> str:
    """PHÓ CHỦ TỊCH as it is written before a name: Phó Chủ tịch."""
    deputy, _, rest = words.partition(" ")
    return f"Phó {rest.capitalize()}" if deputy.upper() == "PHÓ" and rest else words.capitalize()


def _hosts(draft: Draft) -> list[str]:
    hosts = [clean(one) for one in draft.sitting.hosts if clean(one)] if draft.sitting else []
    return ["", "hosts:", *(f"  - {scalar(one[:_LONGEST])}" for one in hosts)] if hosts else []


def _occasions(found: Sequence[Occasion], notes: Notes) -> list[str]:
    lines: list[str] = []
    for one in found:
        years = one.anniversary.year - one.original.year if one.original and one.anniversary else one.years
        apart = years is not None and (years < 0 or (one.years is not None and one.years != years))
        if not clean(one.name):
            continue
        lines += notes.ask("occasion", 2, name=clean(one.name)[:_LONGEST]) if apart else []
        name = entry("name", clean(one.name)[:_LONGEST], 4)
        lines += [f"  - {name[0].lstrip()}", *name[1:]]
        lines += [f"    first: {day_text(one.original)}"] if one.original and not apart else []
        lines += [f"    day: {day_text(one.anniversary)}"] if one.anniversary else []
        known = one.original and one.anniversary and not apart
        lines += [f"    years: {one.years}"] if one.years and not known and not apart else []
    return ["", "occasions:", *lines] if lines else []


def _when(draft: Draft, days: Days, beside: Beside, notes: Notes) -> list[str]:
    lines = sitting_lines(draft.sitting, days, notes) if draft.sitting else campaign_lines(draft.campaign, days, notes)
    asked = beside.asked()
    return [*lines, "", *asked] if asked else lines


def _assumptions(notes: Notes) -> list[str]:
    lines: list[str] = []
    for words, number in notes.assumptions.items():
        lines += entry(number, words, 2)
    return ["", "assumptions:", *lines] if lines else []


def _parts(works: Sequence[Work], rows: Rows, stage: Stage, beside: Beside) -> Iterator[str]:
    """The parts of the file that hold tasks, each under its heading."""
    notes = stage.notes
    for part in (TASKS, OF_DAY, DURING, AFTER):
        lines = rows.lines([one for one in works if one.part == part]) + beside.lines(part)
        lines += stage.before() if part == OF_DAY else []
        if lines:
            yield from (*heading(notes.say(f"part_{part}")), f"{part}:", *lines)
        if part == OF_DAY and stage.draft.sitting:
            yield from _programme(stage, notes)


def _programme(stage: Stage, notes: Notes) -> Iterator[str]:
    asked, items = notes.about("programme"), stage.lines()
    if asked or items:
        yield from (*heading(notes.say("part_programme")), *asked)
    if items:
        yield from ("programme:", *items)


def _uncarried(draft: Draft, works: Sequence[Work], notes: Notes) -> list[str]:
    """What of the plan became no task, and why."""
    lines: list[str] = []
    for duty in draft.duties:
        if duty.kind == GENERAL or not works:
            where = place(duty, notes.say("closing"))
            why = notes.say("why_general" if duty.kind == GENERAL else "why_unread")
            lines += comment(notes.say("uncarried", ref=where, why=why, words=duty.words.text))
            lines += notes.of_duty(duty.id, 0)
    for left in draft.left:
        if left.why != "heading":
            why = notes.say("why_preface" if left.why == "preface" else "why_unread")
            lines += comment(notes.say("left", why=why, words=left.words.text))
    return [*heading(notes.say("part_uncarried")), *lines] if lines else []


def _rest(notes: Notes) -> list[str]:
    lines = notes.rest()
    return [*heading(notes.say("part_questions")), *lines] if lines else []
