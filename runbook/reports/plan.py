"""What to do first: the late before the rest, then by latest start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.reports.bounds import bound_text
from runbook.reports.campaign import commemorations
from runbook.reports.duties import duty, groups_of
from runbook.reports.rows import Heading, TaskRow, heading, own_time, phrasing, task_row
from runbook.reports.standing import verdict
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule

CHAINS = 100  # critical paths told; there may be more of them than tasks


@dataclass(frozen=True, slots=True)
class LateRow:
    """A late task, and how late in words ("lẽ ra đã xong, chậm 1,5 ngày")."""

    task: TaskRow
    finding: str


@dataclass(frozen=True, slots=True)
class LateGroup:
    """Late tasks with one cause. `chain`: the tasks from the first of them to what binds it, `bound` in words.

    `agencies` lead the tasks of the chain, in protocol order. `rows` are what must be caught up; `follow` are ids of
    the tasks that are late only because of those.
    """

    chain: tuple[str, ...]
    agencies: tuple[str, ...]
    bound: str
    by: str
    rows: tuple[LateRow, ...]
    follow: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """Tasks under one heading (an agency, a day, a phase, or "" for all)."""

    title: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one day. `feasible`: no task is late and no deadline broken. `summary` says it in one sentence.

    `consequence`: ids of tasks that are late only because of those in `late`. `critical`: the critical paths, CHAINS at
    most. `tracked`: what was reported is counted in.
    """

    heading: Heading
    now_text: str
    feasible: bool
    summary: str
    late: tuple[LateGroup, ...]
    consequence: tuple[str, ...]
    critical: tuple[tuple[str, ...], ...]
    groups: tuple[PlanGroup, ...]
    tracked: bool = False

    @property
    def counted(self) -> str:
        """How many critical paths there are; 100+ where they were counted no further."""
        return f"{len(self.critical)}{'+' if len(self.critical) == CHAINS else ''}"


class By(Enum):
    """How the plan's rows are grouped; the value is the word of the command line."""

    NOTHING = ""
    AGENCY = "agency"
    DAY = "day"
    PHASE = "phase"


def plan_report(schedule: Schedule, language: str, agency_id: str = "", by: By = By.NOTHING) -> Plan:
    """What to do first, for all or for one agency. Duties of the day and the programme stand on the run sheets."""
    mine = _mine(schedule, agency_id)
    rows = most_urgent_first(schedule, agency_id)
    late = late_groups(schedule, language, {row.task.id for row in mine})
    told = {task_id for group in late for task_id in (*group.follow, *(row.task.id for row in group.rows))}
    return Plan(
        heading=_heading(schedule, language),
        now_text=phrasing(schedule, language).start(schedule.now) if schedule.now is not None else "",
        feasible=not any(row.total_float < 0 or row.late_by for row in schedule.rows.values()),
        summary=verdict(schedule, language),
        late=late,
        consequence=tuple(row.task.id for row in mine if row.total_float < 0 and row.task.id not in told),
        critical=_critical(schedule, {row.task.id for row in mine}),
        groups=tuple(_grouped(schedule, rows, language, by)),
        tracked=bool(schedule.done),
    )


def most_urgent_first(schedule: Schedule, agency_id: str = "") -> list[Planned]:
    """The rows of the plan in its order, for all or for one agency."""
    coming = _next_ones(schedule)
    mine = (row for row in _mine(schedule, agency_id) if _to_be_begun(row))
    rows = [row for row in mine if not row.task.series or row.task.id in coming]
    rows.sort(key=lambda row: (not row.late_by, row.total_float >= 0, row.late_start, row.late_finish, row.task.id))
    return rows


def _to_be_begun(row: Planned) -> bool:
    """Whether somebody has to begin it in time: it is not over, no duty at its hour, nor one that lasts a window."""
    return (
        not row.task.actual
        and row.task.part not in (Part.DAY, Part.PROGRAMME)
        and row.task.window is None
        and not row.task.at_its_hour
    )


def _next_ones(schedule: Schedule) -> set[str]:
    """Of each duty that comes back the next time it is due: the first, or the first that is not over by now."""
    found: dict[str, str] = {}
    for row in schedule.rows.values():
        if row.task.series and not row.task.actual and (schedule.now is None or row.finish > schedule.now):
            found.setdefault(row.task.series, row.task.id)
    return set(found.values())


def _mine(schedule: Schedule, agency_id: str) -> list[Planned]:
    groups = groups_of(schedule.ceremony, agency_id)
    return [row for row in schedule.rows.values() if not agency_id or duty(row.task, groups)]


def _heading(schedule: Schedule, language: str) -> Heading:
    """With every occasion, and without the complaint, which the summary says."""
    said = commemorations(schedule.ceremony.occasions, language)
    return replace(heading(schedule, language), complaint="", occasions=said)


def _critical(schedule: Schedule, wanted: set[str]) -> tuple[tuple[str, ...], ...]:
    """The critical paths on which a wanted task lies."""
    from runbook.schedule import critical_paths

    return tuple(path for path in critical_paths(schedule, CHAINS) if not wanted.isdisjoint(path))


def late_groups(schedule: Schedule, language: str, wanted: set[str]) -> tuple[LateGroup, ...]:
    """The late tasks by the chain that binds them, the worst first; only causes, and only chains with a wanted task.

    A chain is a cause where something on it is overdue or breaks its deadline; where nothing is, because no moment was
    asked about, where it adds two late tasks or more. What is late but on no such chain is late in consequence.
    """
    late = [row for row in schedule.rows.values() if row.total_float < 0 or row.late_by]
    chains = list(_chains(schedule, sorted(late, key=lambda row: (row.total_float, row.late_start, row.early_start))))
    causes = [(chain, new) for chain, new in chains if any(_urgent(schedule, row) for row in new)]
    causes = causes or [(chain, new) for chain, new in chains if len(new) > 1] or chains
    return tuple(_late_group(schedule, chain, new, language) for chain, new in causes if not wanted.isdisjoint(chain))


def _chains(schedule: Schedule, late: list[Planned]) -> Iterator[tuple[tuple[str, ...], list[Planned]]]:
    """Binding chains that together hold every late task, each with the late tasks that no earlier one holds."""
    from runbook.schedule import binding_chain

    left = {row.task.id: row for row in late}
    for row in late:
        if row.task.id in left:
            chain = binding_chain(schedule, row.task.id)
            yield chain, [left.pop(task_id) for task_id in chain if task_id in left]


def _late_group(schedule: Schedule, chain: tuple[str, ...], new: list[Planned], language: str) -> LateGroup:
    first = [row for row in new if _urgent(schedule, row)] or new[:1]
    worst = min(new, key=lambda row: row.total_float)
    return LateGroup(
        chain=chain,
        agencies=_leads(schedule, chain),
        bound=bound_text(schedule, chain[0], language),
        by=own_time(schedule, worst.task, -worst.total_float, language),
        rows=tuple(LateRow(task_row(schedule, row, language), _finding(schedule, row, language)) for row in first),
        follow=tuple(row.task.id for row in new if row not in first),
    )


def _leads(schedule: Schedule, chain: tuple[str, ...]) -> tuple[str, ...]:
    own = {schedule.rows[task_id].task.lead for task_id in chain}
    return tuple(agency.label for agency in schedule.ceremony.agencies if agency.id in own)


def _urgent(schedule: Schedule, row: Planned) -> bool:
    return _overdue(schedule, row) or row.late_by > 0


def _overdue(schedule: Schedule, row: Planned) -> bool:
    return schedule.now is not None and row.late_start < schedule.now


def _finding(schedule: Schedule, row: Planned, language: str) -> str:
    """How late a task is: should be finished, should have begun, or cannot be finished in time."""
    phrase, now = phrasing(schedule, language), schedule.now
    if schedule.done.get(row.task.id) and not row.late_by:
        by = own_time(schedule, row.task, -row.total_float, language)
        return say(language, "status.will_short", finish=phrase.finish(row.finish), by=by)
    if now is not None and row.late_finish <= now:
        return _overdue_since(schedule, row, "late.finish", row.late_finish, phrase.finish(row.late_finish), language)
    if now is not None and row.late_start < now:
        return _overdue_since(schedule, row, "late.start", row.late_start, phrase.start(row.late_start), language)
    if row.late_by:
        by, last = own_time(schedule, row.task, row.late_by, language), phrase.finish(row.deadline or row.finish)
        return say(language, "late.deadline", when=phrase.finish(row.finish), deadline=last, by=by)
    by = own_time(schedule, row.task, -row.total_float, language)
    return say(language, "late.short", when=phrase.start(row.late_start), by=by)


def _overdue_since(schedule: Schedule, row: Planned, key: str, since: int, when: str, language: str) -> str:
    """With the working time gone by since then; none has where a night or a weekend lies between."""
    clock = schedule.ceremony.worktimes[row.task.worktime]
    gone = clock.count(schedule.now or since) - clock.count(since)
    told = say(language, key, when=when)
    return say(language, "late.by", told=told, by=own_time(schedule, row.task, gone, language)) if gone else told


def _grouped(schedule: Schedule, rows: list[Planned], language: str, by: By) -> Iterator[PlanGroup]:
    titles: dict[str, list[TaskRow]] = {title: [] for title in _titles(schedule, language, by)}
    for planned in rows:
        row = task_row(schedule, planned, language)
        titles.setdefault(_title(schedule, planned, row, language, by), []).append(row)
    return (PlanGroup(title, tuple(found)) for title, found in titles.items() if found)


def _titles(schedule: Schedule, language: str, by: By) -> list[str]:
    """The groups in their own order: protocol, plan order, the calendar."""
    if by is By.AGENCY:
        return [agency.label for agency in schedule.ceremony.agencies]
    if by is By.PHASE:
        return list(schedule.ceremony.phases.values())
    if by is By.DAY:
        days = sorted({schedule.axis.civil(row.late_start)[0] for row in schedule.rows.values()})
        return [phrasing(schedule, language).day(day) for day in days]
    return []


def _title(schedule: Schedule, planned: Planned, row: TaskRow, language: str, by: By) -> str:
    if by is By.DAY:
        return phrasing(schedule, language).day(schedule.axis.civil(planned.late_start)[0])
    return {By.AGENCY: row.lead, By.PHASE: row.phase}.get(by, "")
