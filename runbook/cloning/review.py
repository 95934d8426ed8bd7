"""What a new year changes for a plan: its days off, its time in hand, the papers and people it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runbook import checks
from runbook.cloning.remarks import Fact, Remark, Topic
from runbook.cloning.spots import Spot
from runbook.network import deadline_of, instant_of
from runbook.problems import Problem
from runbook.schedule import Candidate, Schedule, candidates
from runbook.worktime import DayOff, WorkCalendar

_TOLD_OTHERWISE = ("not-ready", "campaign-not-ready", "chosen-weekday")  # by the verdict, and by the remarks on day N
_OF_HOLIDAYS = ("holiday-expected", "holidays-unknown")
_PEOPLE = ("contacts", "phone", "email")


@dataclass(frozen=True, slots=True)
class Review:
    """The plan of the old file and that of the new one, each for its day N."""

    old: Schedule
    new: Schedule

    def day(self) -> Iterator[Remark]:
        """Whether day N is a day on which one holds a ceremony."""
        if self.new.ceremony.campaign:
            return  # its day N is the first of many
        day, office = self.new.day, self.new.ceremony.worktimes["office"]
        exception = office.pattern.holidays.get(day)
        if exception and not exception.works:
            yield Remark(Topic.DAY, "to-holiday", facts={"day": day, "off": exception})
        elif not office.works_on(day):
            yield Remark(Topic.DAY, "to-rest", facts={"day": day})
        if day.isoweekday() not in self.new.ceremony.date.weekdays:
            yield Remark(Topic.DAY, "to-unwanted", facts={"day": day})

    def verdict(self, problems: Iterable[Problem]) -> Iterator[Remark]:
        """Whether the new plan is feasible, which windows of tasks have closed, and warnings that are new."""
        code = "campaign-verdict" if self.new.ceremony.campaign else "verdict"
        yield Remark(Topic.VERDICT, code, facts={"new": _candidate(self.new), "old": _candidate(self.old)})
        yield from self._reversed()
        known = {(one.code, one.facts.get("id")) for one in checks.warnings(self.old)}
        fresh = (one for one in checks.warnings(self.new) if (one.code, one.facts.get("id")) not in known)
        for problem in (*problems, *fresh):
            if problem.code not in (*_TOLD_OTHERWISE, *_OF_HOLIDAYS):
                yield warning(problem)

    def _reversed(self) -> Iterator[Remark]:
        """Tasks that may no longer begin before they are due, and could."""
        could = {task.id for task in self.old.ceremony.tasks if not _closed(self.old, task.id)}
        for task in self.new.ceremony.tasks:
            if task.id in could and _closed(self.new, task.id):
                line = task.origin.line if task.origin else 0
                yield Remark(Topic.VERDICT, "reversed", line, task.id)

    def holidays(self) -> Iterator[Remark]:
        """Days off that take more or fewer working days out of the plan than they did, and days worked instead."""
        before, after = _lost(self.old), _lost(self.new)
        for name in dict.fromkeys([*after, *before]):
            was, days = before.get(name, []), after.get(name, [])
            code, told = ("more-off", days) if len(days) > len(was) else ("less-off", was)
            if len(days) != len(was):
                counts: dict[str, Fact] = {"days": len(days), "was": len(was), "dates": _stretches(told)}
                yield Remark(Topic.HOLIDAYS, code, facts={"off": told[0], **counts})
        for day in _exceptions(self.new):
            if day.works:
                yield Remark(Topic.HOLIDAYS, "worked", facts={"day": day.day, "off": day})
        for problem in checks.warnings(self.new):
            if problem.code in _OF_HOLIDAYS:
                yield replace(warning(problem), topic=Topic.HOLIDAYS)


def warning(problem: Problem) -> Remark:
    """A problem of the new file or its plan, as a remark."""
    line = problem.place.line if problem.place else 0
    return Remark(Topic.VERDICT, "warning", line, facts={"problem": problem})


def papers(spots: Iterable[Spot]) -> Iterator[Remark]:
    """What the file says of its plan document, of recurrence and of people, none of which is changed."""
    people: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.part == "plan" and not spot.days:
            yield Remark(Topic.DOCUMENT, "document", spot.node.line, spot.label, {"text": spot.node.text})
        elif spot.key == "recurs":
            yield Remark(Topic.TEXTS, "recurs", spot.node.line, spot.label, {"text": spot.node.text})
        elif spot.part == "agencies" and not set(_PEOPLE).isdisjoint(spot.path[2:]):
            people[spot.path[1] if spot.path[2] != "members" else spot.path[3]].append(spot)
    for agency, of in people.items():
        told = tuple(spot.node.text for spot in of)
        yield Remark(Topic.PEOPLE, "people", of[0].node.line, agency, {"texts": told})


def stretch(schedule: Schedule) -> tuple[date, date]:
    """The first and the last day on which anything of the plan is done."""
    rows = schedule.rows.values()
    first = min([schedule.opening, *(row.start for row in rows)])
    last = max([schedule.closing, *(row.finish for row in rows)])
    return schedule.axis.civil(first)[0], schedule.axis.civil(last)[0]


def _candidate(schedule: Schedule) -> Candidate:
    """Day N judged by itself."""
    date = replace(schedule.ceremony.date, first=schedule.day, last=schedule.day)
    return candidates(replace(schedule.ceremony, date=date))[0]


def _closed(schedule: Schedule, task_id: str) -> bool:
    task = schedule.rows[task_id].task
    deadline = deadline_of(schedule.ceremony, task, schedule.day)
    earliest = task.fixed_start or task.not_before
    if deadline is None or earliest is None:
        return False
    return instant_of(schedule.ceremony, earliest, schedule.day) >= deadline


def _exceptions(schedule: Schedule) -> list[DayOff]:
    """The days within the plan on which the office does other than the week says, in order."""
    first, last = stretch(schedule)
    office = schedule.ceremony.worktimes["office"]
    days = sorted(office.pattern.holidays.items())
    return [off for day, off in days if first <= day <= last and off.works != _in_week(office, day)]


def _in_week(office: WorkCalendar, day: date) -> bool:
    return bool(office.pattern.week[day.weekday()])


def _lost(schedule: Schedule) -> dict[str, list[DayOff]]:
    """The working days that each holiday takes out of the plan, by its bare name."""
    found: dict[str, list[DayOff]] = defaultdict(list)
    for off in _exceptions(schedule):
        if not off.works:
            found[bare(off.name_vi or off.name_en)].append(off)
    return found


def bare(name: str) -> str:
    """The holiday that a day belongs to.

    >>> bare("Tết Nguyên đán: mùng 4 (nghỉ bù)"), bare("Quốc khánh (ngày liền kề)")
    ('Tết Nguyên đán', 'Quốc khánh')
    """
    return re.split(r"\s*[:(]", name)[0]


def _stretches(days: list[DayOff]) -> tuple[str, ...]:
    """27/01/2025-31/01/2025: days that follow one another told as one stretch."""
    runs: list[list[date]] = []
    for off in days:
        if runs and off.day - runs[-1][-1] <= timedelta(days=1):
            runs[-1].append(off.day)
        else:
            runs.append([off.day])
    return tuple("-".join(f"{day:%d/%m}/{day.year}" for day in dict.fromkeys((run[0], run[-1]))) for run in runs)
