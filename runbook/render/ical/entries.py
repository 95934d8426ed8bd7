"""A schedule as calendar entries, for each reader."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runbook.axis import DAY
from runbook.campaign import Window
from runbook.model import DurationKind, Part, Task
from runbook.network import ALWAYS
from runbook.render.ical.campaign import campaign_entries
from runbook.render.ical.entry import Entry, Todo, uid
from runbook.render.ical.reminders import before_a_deadline, before_the_ceremony, day_before_a_deadline
from runbook.render.ical.wording import (
    Role,
    Wording,
    ceremony_facts,
    deadline_title,
    due_facts,
    facts,
    is_settled,
    receipts,
    role_line,
    title,
    warning,
)

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule

# A tilde never stands in an id, so no agency can be this audience and no task can take this key.
OVERALL = "~all"  # the audience of the overall calendar
CEREMONY = "~ceremony"
SHORTEST = 30  # minutes an entry without a length of its own is shown with
DAY_BEFORE = DAY
NINE_THE_DAY_BEFORE = 15 * 60  # before a whole day, which begins at midnight
# On the day itself a bell a day ahead comes too early to act on, and one for each item of the programme at once.
TO_BE_THERE = 2 * 60
TO_BE_READY = 30
SELDOM = 14  # days from one time to the next, from which on each is worth a reminder of its own
LONGEST_BAR = 31  # days; a whole-day entry that lies over more than a month hides what else is on

_ALARMS = {Part.DAY: TO_BE_THERE, Part.PROGRAMME: TO_BE_READY}

Times = tuple[int, int] | tuple[date, date]


def entries(
    schedule: Schedule, language: str, audiences: Collection[str] | None = None
) -> dict[str, tuple[Entry, ...]]:
    """The entries of each audience that has any, in protocol order, OVERALL last; None asks for everybody."""
    told = Wording(schedule, language)
    members = {agency.id: agency.members for agency in schedule.ceremony.agencies}
    found: dict[str, list[Entry]] = {agency.id: [] for agency in schedule.ceremony.agencies}
    found[OVERALL] = []
    series = {row.task.series for row in schedule.rows.values()}
    for row in (row for row in schedule.rows.values() if row.task.id not in series):
        readers = _readers(row.task, members)
        wanted = [reader for reader in readers if audiences is None or reader in audiences]
        if wanted:
            draft = _draft(told, row)
            for audience in wanted:
                found[audience] += _told_to(told, draft, audience, readers[audience])
    return {audience: (*_ceremony(told, audience), *rest) for audience, rest in found.items() if rest}


def _readers(task: Task, members: dict[str, tuple[str, ...]]) -> dict[str, Role]:
    """Who reads of a task, in which part. A duty of a group is a duty of each member; the weightier part counts."""
    readers = {task.lead: Role.LEAD}
    for agency in (*task.receipts, *members.get(task.lead, ())):
        readers.setdefault(agency, Role.EACH)
    for support in task.support:
        for agency in (support, *members.get(support, ())):
            readers.setdefault(agency, Role.SUPPORT)
    readers[OVERALL] = Role.EVERYONE
    return readers


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the entries of one task have in common for all readers."""

    row: Planned
    times: Times
    busy: bool
    warning: str
    facts: str
    due: int | None
    due_facts: str
    reminder: date | None
    location: str
    categories: tuple[str, ...]


def _draft(told: Wording, row: Planned) -> _Draft:
    task, ceremony = row.task, told.schedule.ceremony
    times = _times(told.schedule, row)
    # The last item of the programme is bounded by the closing; that is no date anybody hands something in by.
    due = row.deadline if task.part is not Part.PROGRAMME else None
    return _Draft(
        row,
        times=times,
        busy=task.part in (Part.DAY, Part.PROGRAMME) or (isinstance(times[0], int) and task.fixed_start is not None),
        warning=warning(told, row),
        facts=facts(told, row),
        due=due,
        due_facts=due_facts(told, row) if due is not None else "",
        reminder=day_before_a_deadline(told, task, due) if due is not None else None,
        location=ceremony.place_of(task),
        categories=(ceremony.phases.get(task.phase, "") or told.say(f"category.{task.part.value}"),),
    )


def _told_to(told: Wording, draft: _Draft, audience: str, role: Role) -> Iterator[Entry]:
    """One task's entries for one reader: the task, and its own deadline for those who answer for it."""
    task, agency = draft.row.task, told.agencies.get(audience) if role is not Role.EVERYONE else None
    part, handed_in = role_line(told, role, agency, task.lead), receipts(told, task, role)
    start, end = draft.times
    entry = Entry(
        uid=uid(told.schedule.ceremony.id, task.id, audience),
        key=task.id,
        start=start,
        end=end,
        summary=title(told, _named(told, task), role, agency, task.lead),
        description=_lines(draft.warning, part, draft.facts, handed_in),
        location=draft.location,
        categories=draft.categories if agency is None else (*draft.categories, told.say(f"category.{role.value}")),
        status="CONFIRMED" if is_settled(told.schedule) else "TENTATIVE",
        busy=draft.busy,
        alarm=_ALARMS.get(task.part, DAY_BEFORE) if isinstance(start, int) else NINE_THE_DAY_BEFORE,
        related=uid(told.schedule.ceremony.id, CEREMONY, audience),
        organizer=told.publisher[0],
        email=told.publisher[1],
        zone=told.schedule.ceremony.zone,
        todo=_todo(told, draft, audience) if role in (Role.LEAD, Role.EACH) else None,
    )
    if task.series and draft.due is not None:
        yield from _occurrence(told, entry, draft, audience, role)
        return
    yield entry
    if draft.due is not None and role is not Role.SUPPORT:
        described = replace(entry, description=_lines(draft.warning, part, draft.due_facts, handed_in))
        deadline = _deadline(told, described, task, draft.due, audience, role)
        yield deadline
        if draft.reminder:
            yield before_a_deadline(told, deadline, task, audience, draft.reminder)


def _named(told: Wording, task: Task) -> str:
    """The title; of what lasts longer than its entry with its last day."""
    if task.window is None or not _is_long(task.window):
        return task.title
    return told.say("until", title=task.title, day=told.phrase.day(task.window[1]))


def _is_long(window: Window) -> bool:
    return (window[1] - window[0]).days >= LONGEST_BAR


def _occurrence(told: Wording, entry: Entry, draft: _Draft, audience: str, role: Role) -> Iterator[Entry]:
    """What is due again, as one entry at its deadline; a reminder of it only where it comes back seldom."""
    assert draft.due is not None
    task, name = draft.row.task, entry.summary if role is not Role.LEAD else draft.row.task.title
    due = replace(
        entry,
        start=draft.due - SHORTEST,
        end=draft.due,
        summary=deadline_title(told, name, draft.due),
        description=entry.description.replace(draft.facts, draft.due_facts),
        categories=(*entry.categories, told.say("category.deadline")),
        busy=False,
        alarm=DAY_BEFORE,
    )
    yield due
    floor = task.not_before.day.date if task.not_before and task.not_before.day else None
    seldom = draft.reminder and floor and (draft.reminder - floor).days >= SELDOM
    if draft.reminder and seldom and role is not Role.SUPPORT:
        yield before_a_deadline(told, replace(due, todo=None), task, audience, draft.reminder)


def _todo(told: Wording, draft: _Draft, audience: str) -> Todo | None:
    """The task with its planned hours, which a whole day does not show. The programme is no work to be ticked off."""
    task, (start, due) = draft.row.task, draft.times
    if task.part is Part.PROGRAMME:
        return None
    if not isinstance(start, int) or not isinstance(due, int):
        start, due = draft.row.start, draft.row.finish
    return Todo(uid(told.schedule.ceremony.id, f"{task.id}~todo", audience), start, due, missed=bool(draft.warning))


def _deadline(told: Wording, entry: Entry, task: Task, due: int, audience: str, role: Role) -> Entry:
    """The half hour that ends at the deadline."""
    key = f"{task.id}~deadline"
    named = entry.summary if role is Role.EVERYONE else task.title
    return replace(
        entry,
        uid=uid(told.schedule.ceremony.id, key, audience),
        key=key,
        start=due - SHORTEST,
        end=due,
        summary=deadline_title(told, named, due),
        categories=(*entry.categories, told.say("category.deadline")),
        busy=False,
        alarm=DAY_BEFORE,
        related=entry.uid,
        todo=None,
    )


def _ceremony(told: Wording, audience: str) -> Iterator[Entry]:
    schedule = told.schedule
    occasion = Entry(
        uid=uid(schedule.ceremony.id, CEREMONY, audience),
        key=CEREMONY,
        start=schedule.opening,
        end=max(schedule.closing, schedule.opening + 1),
        summary=schedule.ceremony.title,
        description=ceremony_facts(told),
        location=schedule.ceremony.venue.line,
        categories=(told.say("category.ceremony"),),
        status="CONFIRMED" if is_settled(schedule) else "TENTATIVE",
        busy=True,
        alarm=DAY_BEFORE,
        organizer=told.publisher[0],
        email=told.publisher[1],
        zone=schedule.ceremony.zone,
    )
    if schedule.ceremony.campaign:
        yield from campaign_entries(told, replace(occasion, alarm=NINE_THE_DAY_BEFORE), audience)
        return
    yield occasion
    yield from before_the_ceremony(told, occasion, audience)


def _lines(*said: str) -> str:
    return "\n".join(filter(None, said))


def _times(schedule: Schedule, row: Planned) -> Times:
    """Whole days for office work that fills a day or runs over several; the hours themselves for everything else."""
    task, axis = row.task, schedule.axis
    if task.window is not None:
        first, last = task.window
        return first, (first if _is_long(task.window) else last) + timedelta(days=1)
    if row.finish <= row.start:
        return _half_hour(schedule, row)
    first, last = axis.civil(row.start)[0], axis.civil(row.finish - 1)[0]
    fills = first < last or task.minutes >= schedule.ceremony.worktimes[task.worktime].day_minutes
    office_work = task.kind is DurationKind.WORK and task.worktime != ALWAYS
    if fills and office_work and task.part in (Part.PREPARATION, Part.DURING, Part.AFTER):
        return first, last + timedelta(days=1)
    return row.start, row.finish


def _half_hour(schedule: Schedule, row: Planned) -> tuple[int, int]:
    """A milestone as half an hour of working time where it can be: before the instant at the end of a working span."""
    at = min(row.start, row.finish)
    office = schedule.ceremony.worktimes[row.task.worktime]
    if office.count(at) == office.count(at + 1) and office.count(at - 1) < office.count(at):
        return at - SHORTEST, at
    return at, at + SHORTEST
