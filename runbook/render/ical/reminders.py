"""Reminders that must be seen, as entries of their own: the feeds of many calendars ring no alarm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from runbook.model import Task
from runbook.network import ALWAYS
from runbook.render.ical.entry import Entry, uid
from runbook.render.ical.wording import Wording, days_left

CEREMONY_DAYS = (10, 3, 1)  # days before day N
DEADLINE_DAYS = 2  # working days before the day of a deadline


def before_the_ceremony(told: Wording, ceremony: Entry, audience: str) -> Iterator[Entry]:
    """Còn 10 ngày, Còn 3 ngày, Còn 1 ngày: on whole days before day N."""
    for days in CEREMONY_DAYS:
        day = told.schedule.day - timedelta(days=days)
        if _is_within(told, day):
            title = days_left(told, days, ceremony.summary)
            yield _reminder(told, ceremony, f"{ceremony.key}~{days}", audience, day, title)


def before_a_deadline(told: Wording, due: Entry, task: Task, audience: str, day: date) -> Entry:
    """The reminder of a deadline's entry on that day (see `day_before_a_deadline`)."""
    title = told.say("title.working_days_left", days=DEADLINE_DAYS, title=due.summary)
    return _reminder(told, due, f"{task.id}~reminder", audience, day, title)


def day_before_a_deadline(told: Wording, task: Task, due: int) -> date | None:
    """The whole day two working days before that of the deadline; None before the plan begins.

    Work round the clock is reminded of by the days of the office.
    """
    worktimes = told.schedule.ceremony.worktimes
    days = worktimes["office" if task.worktime == ALWAYS else task.worktime]
    day = days.shift(told.schedule.axis.civil(due - 1)[0], -DEADLINE_DAYS)
    return day if _is_within(told, day) else None


def _is_within(told: Wording, day: date) -> bool:
    """Whether the plan is there on that day to remind anybody."""
    return told.beginning is None or day >= told.beginning


def _reminder(told: Wording, of: Entry, key: str, audience: str, day: date, summary: str) -> Entry:
    return replace(
        of,
        uid=uid(told.schedule.ceremony.id, key, audience),
        key=key,
        start=day,
        end=day + timedelta(days=1),
        summary=summary,
        categories=(*of.categories, told.say("category.reminder")),
        busy=False,
        alarm=None,
        related=of.uid,
    )
