"""A plan as issued: the dates and duties people were told, as plain values that are kept for good.

A kept plan is read by later versions of the program, so it holds what was said, not what it was computed from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from runbook.axis import Axis
from runbook.model import Part

if TYPE_CHECKING:
    from runbook.model import Agency, Ceremony
    from runbook.schedule import Planned, Schedule


T = TypeVar("T")


class Role(Enum):
    """An agency's part in an issued task."""

    LEAD = "lead"
    EACH = "each"  # one of many, each doing the same duty for itself
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class IssuedAgency:
    """An agency in its place of protocol. `groups`: ids of the groups whose duties are its duties; `aliases`: what else
    it is called."""

    id: str
    name: str
    label: str
    email: str = ""
    groups: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedTask:
    """A task's duties, place and dates (instants). `latest`: the latest finish that holds the plan.

    `location` is where it takes place as people are told: with the address where that is the venue.
    """

    id: str
    title: str
    lead: str
    support: tuple[str, ...]
    receipts: tuple[str, ...]
    part: str
    start: int
    finish: int
    latest: int
    deadline: int | None
    location: str
    milestone: bool


@dataclass(frozen=True)
class IssuedPlan:
    """The whole plan for one day N. `opening` and `closing` are instants; `day` as YYYY-MM-DD."""

    ceremony: str
    title: str
    language: str
    zone: str
    day: str
    opening: int
    closing: int
    venue: str
    agencies: tuple[IssuedAgency, ...]
    tasks: tuple[IssuedTask, ...]

    @cached_property
    def axis(self) -> Axis:
        return Axis(self.zone)

    @property
    def date(self) -> date:
        return date.fromisoformat(self.day)

    @cached_property
    def by_id(self) -> dict[str, IssuedTask]:
        """The tasks by id, in file order."""
        return {task.id: task for task in self.tasks}

    def agency(self, agency_id: str) -> IssuedAgency | None:
        """The agency of that id, None where the plan has none."""
        return next((agency for agency in self.agencies if agency.id == agency_id), None)


def issued(schedule: Schedule) -> IssuedPlan:
    """A schedule as it is issued."""
    ceremony = schedule.ceremony
    return IssuedPlan(
        ceremony=ceremony.id,
        title=ceremony.title,
        language=ceremony.language,
        zone=ceremony.zone,
        day=schedule.day.isoformat(),
        opening=schedule.opening,
        closing=schedule.closing,
        venue=ceremony.venue.line,
        agencies=tuple(_agency(ceremony, agency) for agency in ceremony.agencies),
        tasks=tuple(_task(ceremony, row) for row in schedule.rows.values()),
    )


def role(plan: IssuedPlan, task: IssuedTask | None, agency_id: str) -> Role | None:
    """An agency's part in a task, the weightiest where it has several; a duty of a group is one of each member."""
    agency = plan.agency(agency_id)
    if task is None or agency is None:
        return None
    names = {agency_id, *agency.groups}
    if task.lead == agency_id:
        return Role.LEAD
    if task.lead in names or not names.isdisjoint(task.receipts):
        return Role.EACH
    return Role.SUPPORT if not names.isdisjoint(task.support) else None


def record_of(plan: IssuedPlan) -> dict[str, Any]:
    """A plan as values JSON knows."""
    return asdict(plan)


def plan_from(record: Mapping[str, Any]) -> IssuedPlan:
    """The plan of a record, as it was before. What a later version of the program added to a record is left aside."""
    agencies = tuple(_one(IssuedAgency, one) for one in record["agencies"])
    tasks = tuple(_one(IssuedTask, one) for one in record["tasks"])
    return _one(IssuedPlan, {**record, "agencies": agencies, "tasks": tasks})


def _one(kind: type[T], record: Mapping[str, Any]) -> T:
    """A value of that class, its lists as tuples."""
    known = (field.name for field in fields(kind) if field.name in record)  # type: ignore[arg-type]  # a dataclass
    return kind(**{name: tuple(record[name]) if isinstance(record[name], list) else record[name] for name in known})


def _agency(ceremony: Ceremony, agency: Agency) -> IssuedAgency:
    groups = tuple(group.id for group in ceremony.agencies if agency.id in group.members)
    return IssuedAgency(agency.id, agency.name, agency.label, agency.email, groups, agency.aliases)


def _task(ceremony: Ceremony, row: Planned) -> IssuedTask:
    task = row.task
    return IssuedTask(
        task.id,
        task.title,
        task.lead,
        task.support,
        task.receipts,
        task.part.value,
        row.start,
        row.finish,
        row.late_finish,
        row.deadline if task.part is not Part.PROGRAMME else None,  # the closing, by which nobody hands in anything
        ceremony.place_of(task),
        task.is_milestone,
    )
