"""What is worth a second look in a plan that can be read: a list of checks, each giving warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from runbook.anniversaries import YearClass, naming
from runbook.model import Part, Task
from runbook.network import instant_of
from runbook.problems import Problem, Severity
from runbook.values.recurrence import rule

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.occasion import Occasion
    from runbook.schedule import Planned, Schedule

Check = Callable[["Schedule"], Iterator[Problem]]


def warnings(schedule: Schedule) -> tuple[Problem, ...]:
    """Every warning about the plan, in file order; those about no one line come last."""
    found = [problem for check in CHECKS for problem in check(schedule)]
    return tuple(sorted(found, key=lambda problem: (problem.place is None, problem.place)))


def _warning(code: str, task: Task | None, **facts: str) -> Problem:
    return Problem(code, task.origin if task else None, facts, Severity.WARNING)


def _programme(schedule: Schedule) -> list[Planned]:
    return [row for row in schedule.rows.values() if row.task.part is Part.PROGRAMME]


def programme_passes_closing(schedule: Schedule) -> Iterator[Problem]:
    """The programme is longer than the hours of the ceremony."""
    for row in _programme(schedule)[-1:]:
        if row.finish > schedule.closing:
            yield _warning(
                "programme-passes-closing", row.task, id=row.task.id, minutes=str(row.finish - schedule.closing)
            )


def programme_ends_early(schedule: Schedule) -> Iterator[Problem]:
    """The programme leaves time before the closing that nothing fills."""
    for row in _programme(schedule)[-1:]:
        if row.finish < schedule.closing:
            yield _warning("programme-ends-early", row.task, id=row.task.id, minutes=str(schedule.closing - row.finish))


def programme_gap(schedule: Schedule) -> Iterator[Problem]:
    """An item at a fixed time begins some time after the item before it is over."""
    rows = _programme(schedule)
    for before, row in pairwise(rows):
        if row.start > before.finish:
            facts = {"id": row.task.id, "before": before.task.id, "minutes": str(row.start - before.finish)}
            yield _warning("programme-gap", row.task, **facts)


def programme_overrun(schedule: Schedule) -> Iterator[Problem]:
    """The items before an item at a fixed time are not over by then."""
    for row in _programme(schedule):
        if row.task.fixed_start is None:
            continue
        late = row.start - instant_of(schedule.ceremony, row.task.fixed_start, schedule.day)
        if late > 0:
            yield _warning("programme-overrun", row.task, id=row.task.id, minutes=str(late))


def deadline_broken(schedule: Schedule) -> Iterator[Problem]:
    """The planned dates pass a task's own deadline. The programme's closing has its own warning."""
    for row in schedule.rows.values():
        if row.late_by and row.task.part is not Part.PROGRAMME:
            yield _warning("deadline-broken", row.task, id=row.task.id, day=f"{schedule.day:%d/%m/%Y}")


def not_ready(schedule: Schedule) -> Iterator[Problem]:
    """Preparation cannot be over by the opening of the planned day, for want of time."""
    for task, facts in _unprepared(schedule) if schedule.ceremony.campaign is None else ():
        yield _warning("not-ready", task, **facts)


def campaign_not_ready(schedule: Schedule) -> Iterator[Problem]:
    """Preparation cannot be over by the day the campaign, or its first peak, begins."""
    for task, facts in _unprepared(schedule) if schedule.ceremony.campaign is not None else ():
        yield _warning("campaign-not-ready", task, **facts)


def _unprepared(schedule: Schedule) -> Iterator[tuple[Task, dict[str, str]]]:
    """The task that lacks most before the opening, with its chain."""
    from runbook.schedule import binding_chain, bound_of

    rows = [row for row in schedule.rows.values() if row.task.part is Part.PREPARATION and row.total_float < 0]
    wanting = [row for row in rows if not _told_late(schedule, row)]
    short = [row for row in wanting if bound_of(schedule, row.task.id).kind == "opening"]
    if short:
        worst = min(short, key=lambda row: (row.total_float, row.early_start))
        chain = " → ".join(binding_chain(schedule, worst.task.id))
        count = schedule.count_late(Part.PREPARATION)
        yield worst.task, {"count": str(count), "chain": chain, "day": f"{schedule.day:%d/%m/%Y}"}


def recurs_stays_words(schedule: Schedule) -> Iterator[Problem]:
    """A task outside the campaign is to come back by a rule, which only duties within it do."""
    for row in schedule.rows.values():
        words = row.task.recurs
        if schedule.ceremony.campaign and row.task.part is not Part.DURING and words and rule(words):
            yield _warning("recurs-stays-words", row.task, id=row.task.id, text=words)


def preparation_after_opening(schedule: Schedule) -> Iterator[Problem]:
    """A preparation task is told to begin when the ceremony has begun already."""
    for row in schedule.rows.values():
        if row.task.part is Part.PREPARATION and _told_late(schedule, row):
            yield _warning("preparation-after-opening", row.task, id=row.task.id)


def _told_late(schedule: Schedule, row: Planned) -> bool:
    moments = [moment for moment in (row.task.not_before, row.task.fixed_start) if moment]
    return any(instant_of(schedule.ceremony, moment, schedule.day) >= schedule.opening for moment in moments)


def at_outside_hours(schedule: Schedule) -> Iterator[Problem]:
    """A task is set at a clock time at which its own calendar does not work."""
    for row in schedule.rows.values():
        if row.task.fixed_start is None or row.task.is_milestone:
            continue
        told = instant_of(schedule.ceremony, row.task.fixed_start, schedule.day)
        calendar = schedule.ceremony.worktimes[row.task.worktime]
        moved = calendar.start_of(calendar.first_start(told))
        if moved > told:
            facts = {"clock": _clock(schedule, told), "moved": _clock(schedule, moved)}
            yield _warning("at-outside-hours", row.task, id=row.task.id, worktime=row.task.worktime, **facts)


def _clock(schedule: Schedule, instant: int) -> str:
    day, minute = schedule.axis.civil(instant)
    return f"{minute // 60:02}:{minute % 60:02} {day:%d/%m/%Y}"


def agency_without_duty(schedule: Schedule) -> Iterator[Problem]:
    """An agency is named but has no part in anything, nor has its group or a member of it."""
    ceremony = schedule.ceremony
    named = {agency for decision in ceremony.decisions for agency in decision.who}
    for task in ceremony.tasks:
        named |= {task.lead, *task.support, *task.receipts}
    groups = {member: group.id for group in ceremony.agencies for member in group.members}
    for agency in ceremony.agencies:
        if named.isdisjoint({agency.id, *agency.members, groups.get(agency.id, "")}):
            yield Problem("agency-without-duty", agency.origin, {"id": agency.id}, Severity.WARNING)


def holiday_expected(schedule: Schedule) -> Iterator[Problem]:
    """The plan rests on a day off that is expected, not yet announced."""
    first, last = _stretch(schedule)
    for day, off in sorted(schedule.ceremony.worktimes["office"].pattern.holidays.items()):
        if off.status == "expected" and first <= schedule.axis.minute(day) < last:
            yield _warning("holiday-expected", None, day=f"{day:%d/%m/%Y}", name=off.name_vi or off.name_en)


def holidays_unknown(schedule: Schedule) -> Iterator[Problem]:
    """The plan reaches years the table of holidays says nothing about."""
    first, last = (schedule.axis.civil(instant)[0].year for instant in _stretch(schedule))
    known = {day.year for day in schedule.ceremony.worktimes["office"].pattern.holidays}
    unknown = sorted(set(range(first, last + 1)) - known)
    if known and unknown:
        yield _warning("holidays-unknown", None, year=str(unknown[0]))


def _stretch(schedule: Schedule) -> tuple[int, int]:
    """The first start and the last finish of the plan."""
    rows = schedule.rows.values()
    return min([schedule.opening, *(row.start for row in rows)]), max([schedule.closing, *(row.finish for row in rows)])


def ceremony_not_round(schedule: Schedule) -> Iterator[Problem]:
    """A rite for the founding or traditional day of a state body in a year that is not round (Decree 111/2018)."""
    for one in _not_round(schedule.ceremony):
        if naming.of_the_state(one.name) and not naming.is_great(one.name):
            yield _warning("ceremony-not-round", None, name=one.name, years=str(one.years))


def great_day_not_round(schedule: Schedule) -> Iterator[Problem]:
    """A rite for a great day in a year that is not round: the national ceremony is of round years (Decree 145/2013)."""
    for one in _not_round(schedule.ceremony):
        if naming.is_great(one.name):
            yield _warning("great-day-not-round", None, name=one.name, years=str(one.years))


def _not_round(ceremony: Ceremony) -> Iterator[Occasion]:
    """What a rite is held for in a year of another class."""
    for one in naming.occasions(ceremony) if naming.is_ceremony(ceremony.title) else ():
        if one.years is not None and YearClass.of(one.years) is not YearClass.ROUND:
            yield one


def years_unlike_dates(schedule: Schedule) -> Iterator[Problem]:
    """The title tells another number of years than lies between the first day and the anniversary."""
    for one, told in naming.misnumbered(schedule.ceremony):
        yield _warning("years-unlike-dates", None, name=one.name, told=str(told), years=str(one.years))


CHECKS: tuple[Check, ...] = (
    programme_passes_closing,
    programme_ends_early,
    programme_gap,
    programme_overrun,
    deadline_broken,
    not_ready,
    campaign_not_ready,
    recurs_stays_words,
    preparation_after_opening,
    at_outside_hours,
    agency_without_duty,
    holiday_expected,
    holidays_unknown,
    ceremony_not_round,
    great_day_not_round,
    years_unlike_dates,
)
