"""The moments of a day that everybody must know: opening, milestones, deadlines, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runbook.model import Decision, Part
from runbook.network import instant_of
from runbook.reports.agenda import end_of
from runbook.reports.rows import labels, phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Brief:
    """One line about a moment of the day, or about a coming duty."""

    when: str
    id: str
    title: str
    lead: str


_Mark = tuple[int, str, str, str]  # instant, id, title, who


def moments(schedule: Schedule, language: str, day: date) -> tuple[Brief, ...]:
    """That day's moments in order of time. Midnight at the end of the day belongs to it only where it is a deadline,
    or where the night of day N goes on.
    """
    marks = [*_stage(schedule, language), *_milestones(schedule), *_decisions(schedule, language)]
    first, midnight, end = (
        schedule.axis.minute(day),
        schedule.axis.minute(day + timedelta(days=1)),
        end_of(schedule, day),
    )
    today = [mark for mark in marks if first <= mark[0] < midnight or (midnight <= mark[0] <= end and midnight < end)]
    today += [mark for mark in _deadlines(schedule, language) if first < mark[0] <= end]
    phrase = phrasing(schedule, language)
    whole = tuple(Brief("", "", title, "") for title in _turns(schedule, day, language))
    said = ((phrase.start if instant > midnight else phrase.clock)(instant) for instant, *_ in sorted(today))
    return (*whole, *(Brief(when, *rest) for when, (_, *rest) in zip(said, sorted(today), strict=True)))


def _turns(schedule: Schedule, day: date, language: str) -> Iterator[str]:
    """What of a campaign begins or ends on that day: the whole, its peaks."""
    campaign = schedule.ceremony.campaign
    if campaign is None:
        return
    spans = [(say(language, "campaign.whole"), campaign.window), *((one.title, one.window) for one in campaign.peaks)]
    for what, window in spans:
        for key, end in zip(("begins", "ends"), window, strict=True):
            if end == day:
                yield say(language, f"campaign.{key}", what=what)


def _stage(schedule: Schedule, language: str) -> Iterator[_Mark]:
    if schedule.ceremony.campaign:
        return
    yield schedule.opening, "", say(language, "sheet.opening"), ""
    yield schedule.closing, "", say(language, "sheet.closing"), ""


def _milestones(schedule: Schedule) -> Iterator[_Mark]:
    names = labels(schedule.ceremony)
    for key, row in schedule.rows.items():
        told_as_due = row.task.series and row.deadline is not None
        if row.task.is_milestone and row.task.part is not Part.PROGRAMME and not told_as_due:
            yield row.start, key, row.task.title, names.get(row.task.lead, "")


def _deadlines(schedule: Schedule, language: str) -> Iterator[_Mark]:
    names = labels(schedule.ceremony)
    for key, row in schedule.rows.items():
        if row.deadline is not None and row.task.part is not Part.PROGRAMME:
            yield row.deadline, key, say(language, "sheet.due", title=row.task.title), names.get(row.task.lead, "")


def _decisions(schedule: Schedule, language: str) -> Iterator[_Mark]:
    for decision in schedule.ceremony.decisions:
        if decision.when:
            instant = instant_of(schedule.ceremony, decision.when, schedule.day)
            yield (instant, "", *_choice(schedule, decision, language))


def _choice(schedule: Schedule, decision: Decision, language: str) -> tuple[str, str]:
    names = labels(schedule.ceremony)
    what = " → ".join(part for part in (decision.trigger, decision.choose) if part)
    title = say(language, "sheet.decide", what=what)
    return title, ", ".join(names.get(agency, agency) for agency in decision.who)
