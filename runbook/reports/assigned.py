"""Who does what until when, as rows of ready texts in groups: by phase, or by agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runbook.model import Agency, Ceremony, Part
from runbook.reports.duties import Duty, duty, groups_of
from runbook.reports.official import short_date, spelt_out
from runbook.reports.phrasing import clock
from runbook.reports.rows import TaskRow, task_rows
from runbook.reports.timeline import timeline
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

AT_THE_HOUR = frozenset([Part.DAY, Part.PROGRAMME])


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One task. `details`: where it is done and its note; `remarks`: what stands against it."""

    id: str
    title: str
    details: str
    lead: str
    support: str
    due: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """The tasks of a phase, or what an agency leads and then what it supports."""

    title: str
    rows: tuple[DutyRow, ...]


def by_phase(schedule: Schedule, language: str) -> tuple[DutyGroup, ...]:
    """Every task. Order: phase in plan order, then start, then id."""
    groups = timeline(schedule, language).groups
    return tuple(
        DutyGroup(group.title, tuple(_row(schedule, row.task, language) for row in group.rows)) for group in groups
    )


def by_agency(schedule: Schedule, language: str) -> tuple[DutyGroup, ...]:
    """What each agency leads and then what it supports, by its own name. Order: protocol, then start."""
    rows = task_rows(schedule, language)
    found = ((agency, duties_of(schedule, agency)) for agency in schedule.ceremony.agencies)
    return tuple(
        DutyGroup(addressed(agency, language), _chosen(schedule, rows, own, language)) for agency, own in found if own
    )


def of_agency(schedule: Schedule, language: str, agency_id: str) -> tuple[DutyGroup, ...]:
    """What one agency leads and what it supports, the duties of its groups too. KeyError for an unknown id."""
    own = duties_of(schedule, schedule.ceremony.agency(agency_id), grouped=True)
    rows = task_rows(schedule, language)
    kinds = ((kind, [one for one in own if one[1] is kind]) for kind in Duty)
    return tuple(
        DutyGroup(say(language, f"word.duty.{kind.value}"), _chosen(schedule, rows, found, language))
        for kind, found in kinds
        if found
    )


def _chosen(
    schedule: Schedule, rows: Mapping[str, TaskRow], duties: Sequence[tuple[str, Duty]], language: str
) -> tuple[DutyRow, ...]:
    return tuple(_row(schedule, rows[task_id], language) for task_id, _ in duties)


def addressed(agency: Agency, language: str) -> str:
    """An agency as a plan's orders call it: asked where it cannot be told, the standing one named so."""
    name = spelt_out(agency.name)
    if agency.requested:
        return say(language, "word.requested", agency=name)
    return say(language, "word.standing", agency=name) if agency.standing else name


def numbers_of(schedule: Schedule, language: str) -> dict[str, int]:
    """The number under which each task stands in the table by phase."""
    ids = (one.task.id for group in timeline(schedule, language).groups for one in group.rows)
    return {task_id: number for number, task_id in enumerate(ids, 1)}


def duties_of(schedule: Schedule, agency: Agency, grouped: bool = False) -> list[tuple[str, Duty]]:
    """The tasks that an agency leads or supports by its own name, leading first, then by start.

    With `grouped` also what it owes as a member of a group, or as one of many that each hand something in.
    """
    groups = groups_of(schedule.ceremony, agency.id) if grouped else frozenset([agency.id])
    found = []
    for key, planned in schedule.rows.items():
        has = duty(planned.task, groups) if not planned.task.series else None
        if has and (grouped or agency.id in (planned.task.lead, *planned.task.support)):
            found.append((key, has))
    order = list(Duty)
    return sorted(found, key=lambda one: (order.index(one[1]), schedule.rows[one[0]].start, one[0]))


def _row(schedule: Schedule, task: TaskRow, language: str) -> DutyRow:
    written = schedule.rows[task.id].task
    return DutyRow(
        id=task.id,
        title=task.title,
        details=_details(task, language),
        lead=named(schedule.ceremony, (written.lead,)),
        support=named(schedule.ceremony, written.support),
        due=due(schedule, task.id, language),
        remarks=tuple(_remarks(schedule, task, language)),
    )


def named(ceremony: Ceremony, agency_ids: tuple[str, ...]) -> str:
    """Agencies by their names in full, as no document to be signed explains a short one; semicolons between, because
    names have commas.
    """
    return "; ".join(spelt_out(ceremony.agency(agency_id).name) for agency_id in agency_ids)


def day_of(schedule: Schedule, task_id: str) -> date:
    """The day on which a task is to be finished; midnight ends the day before."""
    planned = schedule.rows[task_id]
    return schedule.axis.civil(planned.finish - (0 if planned.task.is_milestone else 1))[0]


def due(schedule: Schedule, task_id: str, language: str) -> str:
    """The day a task is to be finished, for duties of the day itself with the hour."""
    planned = schedule.rows[task_id]
    if window := planned.task.window:
        return " - ".join(short_date(day) for day in dict.fromkeys(window))
    day = short_date(day_of(schedule, task_id))
    if planned.task.part not in AT_THE_HOUR:
        return day
    return say(language, "word.due", clock=clock(language, schedule.axis.civil(planned.finish)[1]), day=day)


def _details(task: TaskRow, language: str) -> str:
    place = say(language, "word.location", location=task.location) if task.location else ""
    each = say(language, "word.each", count=len(task.receipts)) if task.receipts else ""
    return " ".join(f"{one.rstrip('.')}." for one in (each, place, task.note) if one)


def _remarks(schedule: Schedule, task: TaskRow, language: str) -> Iterator[str]:
    late = [(task.late, "page.tag_late"), (task.broken, "page.tag_broken")]
    yield from (say(language, key) for holds, key in late if holds and not task.over)
    tight = task.critical and not (task.late or task.broken)
    if tight and task.part not in AT_THE_HOUR:  # the programme has no float by its nature
        yield say(language, "word.critical")
    written = schedule.rows[task.id].task.deadline
    day = written.moment.day.date if written and written.moment.day else None
    if written and day and written.moment.minute is None:
        yield say(language, "word.by" if written.inclusive else "word.before", day=short_date(day))
