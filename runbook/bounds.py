"""What the days and times of the file bind, as instants, for one choice of day N."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from runbook.axis import DAY, Axis
from runbook.model import Base, Ceremony, Day, Deadline, Moment, Part, Task
from runbook.worktime import WorkCalendar

LONG_AGO, FAR_AHEAD = -(2**31) + 1, 2**31 - 1  # no floor, no bound: outside every calendar, inside 32 bits
ALWAYS = "always"


def axis_of(ceremony: Ceremony) -> Axis:
    return ceremony.worktimes[ALWAYS].axis


def instant_of(ceremony: Ceremony, moment: Moment, day: date) -> int:
    """The instant of a moment when day N is that day; a day without a clock time is its first minute."""
    return Resolver(ceremony, axis_of(ceremony), day).instant(moment)


def deadline_of(ceremony: Ceremony, task: Task, day: date) -> int | None:
    """The last instant the task's own deadline allows, at the end of a working span; None without a deadline."""
    return Resolver(ceremony, axis_of(ceremony), day).deadline(task) if task.deadline else None


def ready_by(ceremony: Ceremony, worktime: str, day: date) -> int:
    """When preparation must be over: the end of the last whole working span before the opening.

    A conference at 08:30 is prepared by 17:30 the working day before, not in its last half hour; one at 14:00 may use
    the morning. Round-the-clock work may run up to the opening itself.
    """
    opening = axis_of(ceremony).minute(day, ceremony.opening)
    return opening if worktime == ALWAYS else ceremony.worktimes[worktime].last_whole_end(opening)


def done_by(ceremony: Ceremony, worktime: str, day: date) -> int:
    """When what is done within a campaign must be over: the end of its last working minute before the closing."""
    clock = ceremony.worktimes[worktime]
    return clock.end_of(clock.last_finish(axis_of(ceremony).minute(day, ceremony.closing)))


def day_of(written: Day, day: date, office: WorkCalendar) -> date:
    """The date of a day as written, when day N is that day."""
    if written.date is not None:
        return written.date
    if written.working:
        return office.shift(day, written.offset)
    return date.fromordinal(day.toordinal() + written.offset)


@dataclass(frozen=True)
class Resolver:
    """Moments of the file -> instants, for one choice of day N."""

    ceremony: Ceremony
    axis: Axis
    day: date
    ready: dict[tuple[Part, str], int] = field(default_factory=dict)  # the part's own end on each calendar

    def instant(self, moment: Moment) -> int:
        if moment.base is Base.OPENING:
            return self.axis.minute(self.day, self.ceremony.opening) + (moment.minute or 0)
        if moment.base is Base.CLOSING:
            return self.axis.minute(self.day, self.ceremony.closing) + (moment.minute or 0)
        return self.axis.minute(self.date(moment), moment.minute or 0)

    def date(self, moment: Moment) -> date:
        assert moment.day is not None, "a moment counted from a day names it"
        return day_of(moment.day, self.day, self.ceremony.worktimes["office"])

    def floor(self, task: Task) -> int:
        if task.not_before is task.fixed_start is None:
            return LONG_AGO
        moments = [moment for moment in (task.not_before, task.fixed_start) if moment is not None]
        return max(self.instant(moment) for moment in moments)

    def latest_start(self, task: Task) -> int:
        """The fixed start, where it falls outside the task's hours the first working moment after it.

        So that both passes put the task at the same minute.
        """
        if task.fixed_start is None:
            return FAR_AHEAD
        instant = self.instant(task.fixed_start)
        if task.is_milestone:
            return instant
        calendar = self.ceremony.worktimes[task.worktime]
        return calendar.start_of(calendar.first_start(instant))

    def bound(self, task: Task) -> int:
        """The deadline; for preparation no later than the opening, within a campaign without one the closing."""
        bound = self.deadline(task) if task.deadline else FAR_AHEAD
        if task.part is Part.PREPARATION or (task.part is Part.DURING and not task.deadline):
            return min(bound, self._end_of_part(task))
        return bound

    def _end_of_part(self, task: Task) -> int:
        key = task.part, task.worktime
        if key not in self.ready:
            end_of = ready_by if task.part is Part.PREPARATION else done_by
            self.ready[key] = end_of(self.ceremony, task.worktime, self.day)
        return self.ready[key]

    def deadline(self, task: Task) -> int:
        """Before a day is the end of the last working span ahead of it; by a day includes it."""
        assert task.deadline is not None
        clock = self.ceremony.worktimes[task.worktime]
        return clock.end_of(clock.last_finish(self._last_instant(task.deadline)))

    def _last_instant(self, deadline: Deadline) -> int:
        moment = deadline.moment
        if moment.base is Base.DAY and moment.minute is None and deadline.inclusive:
            return self.axis.minute(self.date(moment), DAY)
        return self.instant(moment)
