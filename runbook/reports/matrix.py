"""The duty matrix (who leads, who supports what) and the load of each agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.model import Agency, DurationKind, Part
from runbook.reports.duties import Duty
from runbook.reports.phrasing import amount
from runbook.reports.rows import Heading, heading, part_name, phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One task; `cells` has a sign per agency of the matrix: CT leads, PH supports, "" neither."""

    id: str
    title: str
    phase: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one agency carries before the opening; `work` sums its own duties' working time."""

    agency_id: str
    agency: str
    requested: bool
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    minutes: int
    work: str
    first_text: str
    last_text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tasks by agencies; only agencies with a duty have a column, in protocol order."""

    heading: Heading
    agency_ids: tuple[str, ...]
    agencies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    loads: tuple[Load, ...]


def matrix(schedule: Schedule, language: str, parts: frozenset[Part] = frozenset(Part)) -> Matrix:
    """The duty matrix of the tasks of those parts, and every agency's load in preparation."""
    planned = [row for row in schedule.rows.values() if row.task.part in parts and not row.task.series]
    involved = {agency for row in planned for agency in (row.task.lead, *row.task.support)}
    agencies = [agency for agency in schedule.ceremony.agencies if agency.id in involved]
    ids = tuple(agency.id for agency in agencies)
    return Matrix(
        heading=heading(schedule, language),
        agency_ids=ids,
        agencies=tuple(agency.label for agency in agencies),
        rows=tuple(_matrix_row(schedule, row, ids, language) for row in planned),
        loads=tuple(load(schedule, agency, language) for agency in agencies),
    )


def _matrix_row(schedule: Schedule, planned: Planned, ids: tuple[str, ...], language: str) -> MatrixRow:
    task = planned.task
    signs = {agency: say(language, f"duty.{Duty.SUPPORT.value}") for agency in task.support}
    signs[task.lead] = say(language, f"duty.{Duty.LEAD.value}")
    phase = schedule.ceremony.phases.get(task.phase, "") or part_name(schedule.ceremony, task.part, language)
    return MatrixRow(task.id, task.title, phase, tuple(signs.get(agency, "") for agency in ids))


def load(schedule: Schedule, agency: Agency, language: str) -> Load:
    """What one agency leads and supports in preparation; working time is summed in office days."""
    rows = [row for row in schedule.rows.values() if row.task.part is Part.PREPARATION]
    leads = [row for row in rows if row.task.lead == agency.id]
    days = sum(_days(schedule, row) for row in leads)
    office = schedule.ceremony.worktimes["office"].day_minutes
    phrase = phrasing(schedule, language)
    return Load(
        agency_id=agency.id,
        agency=agency.label,
        requested=agency.requested,
        leads=tuple(row.task.id for row in leads),
        supports=tuple(row.task.id for row in rows if agency.id in row.task.support),
        minutes=round(days * office),
        work=amount(language, round(days * office), office) if leads else "",
        first_text=phrase.start(min(row.start for row in leads)) if leads else "",
        last_text=phrase.finish(max(row.late_finish for row in leads)) if leads else "",
    )


def _days(schedule: Schedule, planned: Planned) -> float:
    """Days of the task's own calendar; time that merely passes (elapsed) is nobody's work."""
    task = planned.task
    if task.kind is DurationKind.ELAPSED:
        return 0
    return task.minutes / schedule.ceremony.worktimes[task.worktime].day_minutes
