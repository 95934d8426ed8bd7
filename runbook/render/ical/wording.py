"""What the entries say: titles and descriptions, in the words of an administrative office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from runbook.model import Agency, Ceremony, Task
from runbook.network import instant_of
from runbook.occasion import PlanDocument
from runbook.reports.campaign import commemorated, days, spanned
from runbook.reports.phrasing import Phrasing
from runbook.reports.recurring import recurs
from runbook.reports.rows import deadline, own_time, phrasing
from runbook.staging import KEYS as STAGING
from runbook.text import say
from runbook.text.calendar_words import WORDS

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule

_NOT_TOLD = frozenset({*STAGING, "range", "uses"})  # assumed values of which an entry says nothing


class Role(Enum):
    """A reader's part in a task; the value is the key of its words."""

    LEAD = "lead"
    EACH = "each"  # one of many, each doing the same duty for itself
    SUPPORT = "support"
    EVERYONE = "everyone"  # the reader of the overall calendar


@dataclass(frozen=True)
class Wording:
    """A schedule with the language it is told in, and what is looked up again and again."""

    schedule: Schedule
    language: str

    @cached_property
    def phrase(self) -> Phrasing:
        return phrasing(self.schedule, self.language)

    @cached_property
    def publisher(self) -> tuple[str, str]:
        """Name and e-mail of who publishes every entry: the standing agency, else whoever stands for the ceremony."""
        ceremony = self.schedule.ceremony
        if standing := standing_agency(ceremony):
            return standing.name, standing.email
        issuer = ceremony.plan.issuer if ceremony.plan else ""
        return issuer or next(iter(ceremony.hosts), ceremony.title), ""

    @cached_property
    def beginning(self) -> date | None:
        """The day before which nobody knows of the plan: that of its document, else the start of preparation."""
        ceremony = self.schedule.ceremony
        if ceremony.plan and ceremony.plan.date:
            return ceremony.plan.date
        if ceremony.start is None:
            return None
        return self.schedule.axis.civil(instant_of(ceremony, ceremony.start, self.schedule.day))[0]

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        return {agency.id: agency for agency in self.schedule.ceremony.agencies}

    @cached_property
    def predecessors(self) -> dict[str, list[str]]:
        """For each task the tasks it waits for that another agency leads, in file order, each once."""
        rows, found = self.schedule.rows, dict[str, dict[str, None]]()
        for link in self.schedule.ceremony.links:
            if rows[link.predecessor].task.lead != rows[link.successor].task.lead:
                found.setdefault(link.successor, {})[link.predecessor] = None
        return {task_id: list(waits) for task_id, waits in found.items()}

    def say(self, key: str, **facts: object) -> str:
        return say(self.language, f"ical.{key}", **facts)

    def label(self, agency_id: str) -> str:
        agency = self.agencies.get(agency_id)
        return agency.label if agency else agency_id

    def labels(self, agency_ids: tuple[str, ...]) -> str:
        return "; ".join(self.label(agency_id) for agency_id in agency_ids)


def title(told: Wording, name: str, role: Role, agency: Agency | None, lead: str) -> str:
    """The entry's title with the mark of the reader's part."""
    return told.say(_spoken("title", role, agency), title=name, lead=told.label(lead))


def role_line(told: Wording, role: Role, agency: Agency | None, lead: str) -> str:
    """What the reader is asked to be: an order to most, a request to those who cannot be ordered."""
    if agency is None:
        return ""
    return told.say(_spoken("role", role, agency), agency=agency.label, lead=told.label(lead))


def deadline_title(told: Wording, name: str, instant: int) -> str:
    """Hạn 17h30 14/11: what is due. Midnight is the end of the day before."""
    day = told.schedule.axis.civil(instant - 1)[0]
    written = told.phrase.finish(instant).rpartition(" ")[2]
    return told.say("title.deadline", clock=written, day=f"{day:%d/%m}", title=name)


def days_left(told: Wording, days: int, title: str) -> str:
    """Còn 10 ngày: what is to come."""
    return told.say("title.day_left" if days == 1 else "title.days_left", days=days, title=title)


def warning(told: Wording, row: Planned) -> str:
    """The loud line: the planned dates break the task's own deadline, or what must follow cannot be held. Else ""."""
    if row.late_by <= 0 and row.total_float >= 0:
        return ""
    finish = told.phrase.finish(row.finish)
    if row.late_by > 0 and row.deadline is not None:
        late = own_time(told.schedule, row.task, row.late_by, told.language)
        return told.say("late", finish=finish, deadline=told.phrase.finish(row.deadline), late=late)
    short = own_time(told.schedule, row.task, -row.total_float, told.language)
    return told.say("short", finish=finish, latest=told.phrase.finish(row.late_finish), short=short)


def receipts(told: Wording, task: Task, role: Role) -> str:
    """Who all must hand in this duty; left out for one of the many, to whom it is only a long list of others."""
    if not task.receipts or role is Role.EACH:
        return ""
    return told.say("receipts", count=len(task.receipts), agencies=told.labels(task.receipts))


def facts(told: Wording, row: Planned) -> str:
    """Everything about a task that is the same for every reader, line by line.

    Floats, critical paths and the dates of what it waits for are left out: they move with other people's work, and
    every change of an entry is a message to its reader. What a reader must act on stands in `warning`.
    """
    task = row.task
    dates = (*_dates(told, row), *_due(told, row))
    lines = (_people(told, task), dates, _waits(told, task), _remarks(told, task), _sources(told, task))
    return "\n".join(chain.from_iterable(lines))


def due_facts(told: Wording, row: Planned) -> str:
    """The same of a task's deadline, without the planned dates: they may move while the deadline stands."""
    task = row.task
    lines = (_people(told, task), _due(told, row), _remarks(told, task), _sources(told, task))
    return "\n".join(chain.from_iterable(lines))


def ceremony_facts(told: Wording) -> str:
    """The description of the ceremony itself."""
    ceremony = told.schedule.ceremony
    failing = any(row.total_float < 0 or row.late_by > 0 for row in told.schedule.rows.values())
    lines = [told.say("infeasible")] if failing else []
    if not is_settled(told.schedule):
        first, last = (told.phrase.day(day) for day in (ceremony.date.first, ceremony.date.last))
        lines.append(told.say("open_day", first=first, last=last))
    if ceremony.campaign:
        lines.append(told.say("lasting", days=spanned(ceremony.campaign, told.language)))
    lines += [commemorated(one, told.language) for one in ceremony.occasions]
    if ceremony.hosts:
        lines.append(told.say("hosts", hosts="; ".join(ceremony.hosts)))
    if standing := standing_agency(ceremony):
        lines += _agency(told, "standing", standing)
    if ceremony.date.reserve:
        lines.append(told.say("reserve", day=told.phrase.day(ceremony.date.reserve)))
    return "\n".join([*lines, *_plan(told, ceremony.plan)])


def is_settled(schedule: Schedule) -> bool:
    """Whether the day planned for is the day decided on, or the only one there is."""
    possible = schedule.ceremony.date
    return schedule.day == possible.chosen or possible.first == possible.last


def standing_agency(ceremony: Ceremony) -> Agency | None:
    return next((agency for agency in ceremony.agencies if agency.standing), None)


def _spoken(kind: str, role: Role, agency: Agency | None) -> str:
    return f"{kind}.{role.value}" + (".requested" if agency is not None and agency.requested else "")


def _people(told: Wording, task: Task) -> Iterator[str]:
    lead = told.agencies.get(task.lead)
    if lead:
        yield from _agency(told, "lead", lead)
    if task.support:
        yield told.say("support", agencies=told.labels(task.support))


def _agency(told: Wording, key: str, agency: Agency) -> Iterator[str]:
    reach = ", ".join(filter(None, (agency.phone, agency.email)))
    yield told.say(key, agency=f"{agency.name} ({reach})" if reach else agency.name)
    for person in agency.contacts:
        told_of = filter(None, (person.name, person.duty, person.phone, person.email))
        yield told.say("contact", contact=", ".join(told_of))


def _dates(told: Wording, row: Planned) -> Iterator[str]:
    phrase = told.phrase
    if row.task.window is not None:
        yield told.say("lasting", days=days(row.task.window))
        return
    if row.task.is_milestone:
        yield told.say("milestone", start=phrase.start(row.start))
    else:
        yield told.say("planned", start=phrase.start(row.start), finish=_finish_after(told, row))
    yield told.say("latest", finish=phrase.finish(row.late_finish))


def _due(told: Wording, row: Planned) -> Iterator[str]:
    if row.deadline is not None:
        yield told.say("deadline", deadline=deadline(row.task.deadline, row.deadline, told.phrase))


def _finish_after(told: Wording, row: Planned) -> str:
    """The planned finish, its day left out where it is the day of the start."""
    finish, axis = told.phrase.finish(row.finish), told.schedule.axis
    same_day = axis.civil(row.start)[0] == axis.civil(row.finish - 1)[0]
    return finish.rpartition(" ")[2] if same_day else finish


def _waits(told: Wording, task: Task) -> Iterator[str]:
    for task_id in told.predecessors.get(task.id, ()):
        waited_for = told.schedule.rows[task_id].task
        yield told.say("waits", title=waited_for.title, lead=told.label(waited_for.lead))


def _remarks(told: Wording, task: Task) -> Iterator[str]:
    for key in ("item", "cue", "trouble", "recurs", "note"):
        if value := getattr(task, key):
            yield told.say(key, **{key: recurs(value, told.phrase.language) if key == "recurs" else value})


def _sources(told: Wording, task: Task) -> Iterator[str]:
    plan = told.schedule.ceremony.plan
    if task.refs and plan and plan.number:
        yield told.say("refs.plan", refs=", ".join(task.refs), number=plan.number)
    elif task.refs:
        yield told.say("refs", refs=", ".join(task.refs))
    yield from _assumptions(told, task)


def _assumptions(told: Wording, task: Task) -> Iterator[str]:
    """One line for each numbered assumption, and one for all values assumed without a number.

    Only of what the entry says: how an item is staged stands in the run of show; what a task holds, or how much longer
    it may take, is for those who plan.
    """
    keys: dict[str, list[str]] = {}
    for assumed in (one for one in task.assumed if one.key not in _NOT_TOLD):
        known = f"ical.assumed.{assumed.key}" in WORDS
        keys.setdefault(assumed.assumption, []).append(told.say(f"assumed.{assumed.key}") if known else assumed.key)
    for number, names in keys.items():
        values, text = ", ".join(names), told.schedule.ceremony.assumptions.get(number, "")
        numbered = told.say("assumed.numbered", number=number, values=values, text=text).strip()
        yield numbered if number else told.say("assumed", values=values)


def _plan(told: Wording, plan: PlanDocument | None) -> Iterator[str]:
    if plan and plan.number and plan.date:
        yield told.say("plan.dated", number=plan.number, day=f"{plan.date:%d/%m}/{plan.date.year:04}")
    elif plan and plan.number:
        yield told.say("plan", number=plan.number)
