"""The ceremony as frozen values: what the file says, resolved and checked, and nothing computed from it.

Durations and lags are whole minutes. Days and times are kept as written (a date, or a count from day N, or an offset
from the opening), because which day is day N is decided later, once for each candidate day of the window.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, IntEnum

from runbook.campaign import Campaign, Window
from runbook.occasion import Occasion, PlanDocument, Venue
from runbook.problems import Place
from runbook.resources import Resource, Use
from runbook.savings import Saving
from runbook.staging import UNSTAGED, Staging
from runbook.text import folded
from runbook.worktime import WorkCalendar


class End(IntEnum):
    """The two ends of a task that a link can tie."""

    START = 0
    FINISH = 1


class Relation(Enum):
    """The four precedence relations, each as (end of the predecessor, end of the successor)."""

    FS = (End.FINISH, End.START)
    SS = (End.START, End.START)
    FF = (End.FINISH, End.FINISH)
    SF = (End.START, End.FINISH)

    @property
    def predecessor_end(self) -> End:
        return self.value[0]

    @property
    def successor_end(self) -> End:
        return self.value[1]


class Part(Enum):
    """The parts of a ceremony file that hold tasks; the value is the file's key. DURING is of campaigns alone."""

    PREPARATION = "tasks"
    DAY = "day"
    PROGRAMME = "programme"
    DURING = "during"
    AFTER = "after"


class DurationKind(Enum):
    """How a duration is counted; the value is the file's key."""

    WORK = "work"  # minutes of the task's own working calendar
    ELAPSED = "elapsed"  # minutes of the wall clock, nights and holidays included
    CLOCK = "length"  # minutes of the wall clock on the day itself


class Base(Enum):
    """What a Moment is counted from."""

    DAY = "day"
    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day: a date, or day N (the day of the ceremony) plus `offset` days or working days."""

    date: date | None = None
    offset: int = 0
    working: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as written: `minute` of the `day`, or `minute` minutes (signed) from opening or closing.

    With base DAY, `minute` is None where only the day is given.
    """

    base: Base
    day: Day | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a task must be finished: `inclusive` is the file's "by" (the day counts), otherwise "before"."""

    moment: Moment
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: str = ""
    email: str = ""
    duty: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation taking part. The order of agencies in a ceremony is protocol and is never sorted.

    `requested`: asked by request (đề nghị), not by order. `standing`: cơ quan thường trực. `members`: ids of the
    agencies that make up this group. `group`: the id of the group whose `members` brought this agency in, or "".
    `capacity`: how many tasks it can lead at once; 0 where nobody has said.
    """

    id: str
    name: str
    short: str = ""
    standing: bool = False
    requested: bool = False
    phone: str = ""
    email: str = ""
    worktime: str = ""
    contacts: tuple[Contact, ...] = ()
    members: tuple[str, ...] = ()
    group: str = ""
    aliases: tuple[str, ...] = ()
    capacity: int = 0
    origin: Place | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """The short name where there is one, else the full name."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Assumed:
    """One value of a task that the plan document does not give: which key, and which numbered assumption covers it."""

    key: str
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One unit of work, in any part of the ceremony. A task of no duration is a milestone.

    `minutes` counts on the calendar named `worktime` ("always" for elapsed and clock durations). `lead` answers for
    it, `support` works alongside. `receipts` are the agencies that each hand in this one duty (fan-out).
    `chain` names the product whose approval chain this task is a step of, `act` the step.
    `item` is the number under which a programme item stands in the plan; several may share it. `staging` is only its.
    `window`: it lasts from the first of these days through the last. `series`: the duty it is one occurrence of; that
    duty is a task too, and lasts its window.
    `actual`: it is over, and `not_before` says when; nothing moves it any more.
    `range`: the optimistic and the pessimistic duration, counted like `minutes`, which lies between them.
    `uses`: the resources it holds while it is worked on.
    """

    id: str
    title: str
    lead: str
    support: tuple[str, ...] = ()
    part: Part = Part.PREPARATION
    phase: str = ""
    kind: DurationKind = DurationKind.WORK
    minutes: int = 0
    worktime: str = "office"
    not_before: Moment | None = None
    fixed_start: Moment | None = None
    deadline: Deadline | None = None
    place_late: bool = False
    location: str = ""
    refs: tuple[str, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    note: str = ""
    cue: str = ""
    trouble: str = ""
    recurs: str = ""
    item: str = ""
    staging: Staging = UNSTAGED
    chain: str = ""
    act: str = ""
    receipts: tuple[str, ...] = ()
    window: Window | None = None
    series: str = ""
    actual: bool = False
    range: tuple[int, int] | None = None
    uses: tuple[Use, ...] = ()
    origin: Place | None = field(default=None, compare=False)

    @property
    def is_milestone(self) -> bool:
        return self.minutes == 0

    @property
    def at_its_hour(self) -> bool:
        """Whether it stands at a time of its own: it has no float by nature, so having none says nothing."""
        return self.part is Part.DAY or (self.part is Part.DURING and self.fixed_start is not None)


@dataclass(frozen=True, slots=True)
class Link:
    """Precedence. `lag` is signed minutes of the wall clock; with `lag_worktime` minutes, never negative, of the
    successor's calendar."""

    predecessor: str
    successor: str
    relation: Relation = Relation.FS
    lag: int = 0
    lag_worktime: bool = False
    origin: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EventDate:
    """The possible days (inclusive), and what was decided among them.

    `weekdays`: ISO weekdays (1 = Monday) on which the organiser would hold it; other days of the window are still
    planned, and ranked behind. `part`: "morning", "afternoon", "evening" or "".
    """

    first: date
    last: date
    chosen: date | None = None
    reserve: date | None = None
    weekdays: frozenset[int] = frozenset(range(1, 8))
    part: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision point: at `when` (or when `trigger` happens), `who` chooses."""

    trigger: str
    who: tuple[str, ...]
    choose: str
    when: Moment | None = None
    origin: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ceremony:
    """The whole occasion.

    `opening` and `closing` are minutes of the day; closing is above 1,440 where it falls after midnight. `start`:
    the earliest moment preparation can begin; None makes the plan purely backward. `worktimes` holds every calendar
    by name, "always" and "office" among them. `links` refer to tasks by id, chains already expanded. A campaign opens
    with the first minute of its day N and closes with the last of its span. `savings`: how time may be won back on the
    day, in the order agreed.
    """

    id: str
    title: str
    date: EventDate
    opening: int
    closing: int
    agencies: tuple[Agency, ...]
    tasks: tuple[Task, ...]
    links: tuple[Link, ...] = ()
    worktimes: dict[str, WorkCalendar] = field(default_factory=dict)
    phases: dict[str, str] = field(default_factory=dict)
    language: str = "vi"
    zone: str = "Asia/Ho_Chi_Minh"
    start: Moment | None = None
    plan: PlanDocument | None = None
    venue: Venue = field(default_factory=Venue)
    hosts: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assumptions: dict[str, str] = field(default_factory=dict)
    campaign: Campaign | None = None
    occasions: tuple[Occasion, ...] = ()
    resources: tuple[Resource, ...] = ()
    savings: tuple[Saving, ...] = ()

    def agency(self, agency_id: str) -> Agency:
        """The agency of that id; KeyError when there is none."""
        for agency in self.agencies:
            if agency.id == agency_id:
                return agency
        raise KeyError(agency_id)

    def place_of(self, task: Task) -> str:
        """Where a task takes place: an item of the programme at the venue, where it names no other place.

        A place that is the venue's name is given with its address.
        """
        if task.location and folded(task.location) != folded(self.venue.name):
            return task.location
        return self.venue.line if task.location or task.part is Part.PROGRAMME else ""

    def task(self, task_id: str) -> Task:
        """The task of that id; KeyError when there is none."""
        for task in self.tasks:
            if task.id == task_id:
                return task
        raise KeyError(task_id)
