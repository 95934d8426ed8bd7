"""One task as every report shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runbook.axis import DAY
from runbook.model import Ceremony, Deadline, DurationKind, Part, Task
from runbook.reports.campaign import nearest, spanned
from runbook.reports.phrasing import Phrasing, amount, clock, full_day, stretch
from runbook.reports.recurring import recurs
from runbook.reports.standing import complaint
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule

LONG = 2 * DAY  # from which on the clock's hours are counted in days


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A planned task in ready texts. `late`: its total float is negative. `broken`: its own deadline is passed.

    `float_text`: how far it can slip at all. `spare`: what is left of that after the planned dates, beside which it
    stands; both are "" where it lasts a window, which leaves none. `support` and `receipts` are labels of agencies.
    `deadline` is "" where the task has none of its own. `recurs`: by which rule it comes back, "" on its single
    occurrences. `lasting`: it goes on through whole days, those off included. `done`: how much of it is reported as
    carried out, from 0 to 1.
    """

    id: str
    title: str
    lead_id: str
    lead: str
    support: tuple[str, ...]
    phase_id: str
    phase: str
    part: Part
    start: int
    finish: int
    latest_start: int
    latest_finish: int
    start_text: str
    finish_text: str
    latest_start_text: str
    latest_finish_text: str
    length: str
    total_float: int
    float_text: str
    spare: str
    critical: bool
    late: bool
    broken: bool
    late_by: str
    deadline: str
    milestone: bool
    location: str
    note: str
    refs: tuple[str, ...]
    receipts: tuple[str, ...]
    recurs: str = ""
    lasting: bool = False
    done: float = 0.0

    @property
    def over(self) -> bool:
        return self.done >= 1

    @property
    def mark(self) -> str:
        """!! where it is late, ! where it is critical: the sign that needs no colour. What is over is neither."""
        if self.over:
            return ""
        return "!!" if self.late or self.broken else "!" if self.critical else ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above every report: the ceremony, its day, its place. `complaint`: why the plan does not hold.

    `span`: of a campaign its days and peaks, which stand in place of day and hours. `occasions`: what is commemorated,
    of several the nearest, with the number of the others.
    """

    title: str
    day: date
    day_text: str
    hours: str
    venue: str
    plan: str
    complaint: str
    span: str = ""
    occasions: str = ""

    def when(self, language: str, key: str = "page.hours") -> str:
        """The day and the hours in the words of that key; of a campaign its span."""
        if self.span:
            return say(language, "campaign.when", span=self.span)
        return say(language, key, hours=self.hours, day=self.day_text)


def phrasing(schedule: Schedule, language: str) -> Phrasing:
    return Phrasing(language, schedule.axis, schedule.day.year)


def heading(schedule: Schedule, language: str, near: date | None = None) -> Heading:
    """`near`: the day whose nearest occasion is named, day N unless stated."""
    ceremony = schedule.ceremony
    hours = f"{clock(language, ceremony.opening)}-{clock(language, ceremony.closing)}"
    plan = ceremony.plan.number if ceremony.plan else ""
    day = full_day(language, schedule.day)
    return Heading(
        ceremony.title,
        schedule.day,
        day,
        hours,
        ceremony.venue.line,
        plan,
        complaint(schedule, language),
        span=spanned(ceremony.campaign, language) if ceremony.campaign else "",
        occasions=nearest(ceremony.occasions, near or schedule.day, language),
    )


def part_name(ceremony: Ceremony, part: Part, language: str) -> str:
    """What a part of the plan is called; what follows a campaign follows no sitting."""
    after_campaign = ceremony.campaign and part is Part.AFTER
    return say(language, "campaign.after" if after_campaign else f"part.{part.value}")


def labels(ceremony: Ceremony) -> dict[str, str]:
    """Each agency's label by its id, in protocol order."""
    return {agency.id: agency.label for agency in ceremony.agencies}


def task_rows(schedule: Schedule, language: str) -> dict[str, TaskRow]:
    """Every task's row by id, in file order."""
    return {key: task_row(schedule, planned, language) for key, planned in schedule.rows.items()}


def task_row(schedule: Schedule, planned: Planned, language: str) -> TaskRow:
    """One task's row."""
    task, names, phrase = planned.task, labels(schedule.ceremony), phrasing(schedule, language)
    return TaskRow(
        id=task.id,
        title=task.title,
        lead_id=task.lead,
        lead=names.get(task.lead, task.lead),
        support=tuple(names.get(agency, agency) for agency in task.support),
        phase_id=task.phase,
        phase=schedule.ceremony.phases.get(task.phase, "") or part_name(schedule.ceremony, task.part, phrase.language),
        part=task.part,
        start=planned.start,
        finish=planned.finish,
        latest_start=planned.late_start,
        latest_finish=planned.late_finish,
        start_text=_start(phrase, task, planned.start),
        finish_text=_end(phrase, task, planned.finish),
        latest_start_text=_start(phrase, task, planned.late_start),
        latest_finish_text=_end(phrase, task, planned.late_finish),
        length=length(schedule, task, phrase.language),
        total_float=planned.total_float,
        float_text=in_hand(schedule, task, planned.total_float, phrase.language),
        spare=in_hand(schedule, task, spare(schedule, planned), phrase.language),
        critical=planned.critical,
        late=planned.total_float < 0,
        broken=planned.late_by > 0,
        late_by=own_time(schedule, task, planned.late_by, phrase.language) if planned.late_by > 0 else "",
        deadline=deadline(task.deadline, planned.deadline, phrase),
        milestone=task.is_milestone,
        location=task.location,
        note=task.note,
        refs=task.refs,
        receipts=tuple(names.get(agency, agency) for agency in task.receipts),
        recurs="" if task.series else recurs(task.recurs, phrase.language),
        lasting=task.window is not None,
        done=schedule.done.get(task.id, 0.0),
    )


def spare(schedule: Schedule, planned: Planned) -> int:
    """Minutes of its own working time from the planned dates to the latest ones: less than the float of a task that is
    placed late."""
    if planned.start == planned.early_start and planned.finish == planned.early_finish:
        return planned.total_float
    clock = schedule.ceremony.worktimes[planned.task.worktime]
    left = clock.count(planned.late_finish) - clock.count(planned.finish)
    return max(0, left) if planned.task.actual else left


def _start(phrase: Phrasing, task: Task, minute: int) -> str:
    return phrase.day(phrase.axis.civil(minute)[0]) if task.window else phrase.start(minute)


def _end(phrase: Phrasing, task: Task, minute: int) -> str:
    if task.window is not None:
        return phrase.day(phrase.axis.civil(minute - 1)[0])
    return phrase.start(minute) if task.is_milestone else phrase.finish(minute)


def own_time(schedule: Schedule, task: Task, minutes: int, language: str) -> str:
    """Minutes of the task's own calendar as people say them: days for preparation, the clock for the day itself."""
    if minutes == 0:
        return "0"
    if task.kind is DurationKind.CLOCK:
        days, left = divmod(abs(minutes), DAY) if abs(minutes) >= LONG else (0, abs(minutes))
        told = [say(language, "time.days", days=days)] if days else []
        told += [stretch(language, left)] if left or not days else []
        return ("-" if minutes < 0 else "") + " ".join(told)
    return amount(language, minutes, schedule.ceremony.worktimes[task.worktime].day_minutes)


def in_hand(schedule: Schedule, task: Task, minutes: int, language: str) -> str:
    """Its float or what is left of it; nothing where it lasts a window or has an hour of its own, unless that cannot
    hold: there it has none by nature."""
    return "" if (task.window or task.at_its_hour) and not minutes else own_time(schedule, task, minutes, language)


def length(schedule: Schedule, task: Task, language: str) -> str:
    """How long the task takes; a milestone says so, what lasts a window says its days, what comes back how often."""
    if task.window is not None and task.recurs and (count := occurrences(schedule)[task.id]):
        return say(language, "time.times", count=count)
    if task.window is not None:
        return say(language, "time.days", days=(task.window[1] - task.window[0]).days + 1)
    if task.is_milestone:
        return say(language, "row.milestone")
    return own_time(schedule, task, task.minutes, language)


def occurrences(schedule: Schedule) -> Counter[str]:
    """How many times each duty comes back, by its id."""
    return Counter(task.series for task in schedule.ceremony.tasks if task.series)


def deadline(written: Deadline | None, instant: int | None, phrase: Phrasing) -> str:
    """The last instant the deadline allows, after the day that the file's "before" names."""
    if written is None or instant is None:
        return ""
    last = say(phrase.language, "row.deadline", instant=phrase.finish(instant))
    day = written.moment.day.date if written.moment.day else None
    if written.inclusive or day is None or written.moment.minute is not None:
        return last
    return say(phrase.language, "row.deadline_before", day=f"{day:%d/%m/%Y}", last=last)
