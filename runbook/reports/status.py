"""How the ceremony stands: what is done, running, late, who waits for whom, the next three days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from runbook.axis import DAY
from runbook.model import Part
from runbook.reports.duties import duty, groups_of
from runbook.reports.forecast import counts, day_text, perils
from runbook.reports.progress import awaited, receipts
from runbook.reports.rows import Heading, heading, labels, own_time, phrasing
from runbook.text import say
from runbook.tracking import Done

if TYPE_CHECKING:
    from runbook.reports.forecast import Peril
    from runbook.schedule import Planned
    from runbook.tracking import Outlook

DAYS = 3  # looked ahead, today not counted


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A task with what there is to say of it. `when`: since when it runs, or when it is to begin or end."""

    id: str
    title: str
    lead_id: str
    lead: str
    when: str
    finding: str
    at: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """One agency waits for another: `debtor` has `task_id` to finish for `waiting`, tasks of `creditor`."""

    debtor: str
    creditor: str
    task_id: str
    title: str
    waiting: tuple[str, ...]
    due: str
    late: bool


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency's own tasks counted; `next`: the first of them that is not over."""

    id: str
    name: str
    leads: int
    done: int
    running: int
    late: int
    next: str


@dataclass(frozen=True, slots=True)
class Status:
    """The status at an instant, of all or of one agency. `follow`: tasks late only because of others.

    `unreported`: tasks that the plan has over by now and nobody said so of.
    """

    heading: Heading
    agency: str
    now_text: str
    counts: str
    day: str
    perils: tuple[Peril, ...]
    running: tuple[StatusRow, ...]
    late: tuple[StatusRow, ...]
    follow: tuple[str, ...]
    ready: tuple[StatusRow, ...]
    coming: tuple[StatusRow, ...]
    receipts: tuple[StatusRow, ...]
    owed: tuple[Owed, ...]
    agencies: tuple[AgencyRow, ...]
    done: tuple[str, ...]
    unreported: tuple[str, ...]


def status(of: Outlook, language: str, agency_id: str = "") -> Status:
    """How it stands for all, or for one agency: its own tasks, what it owes and what it is owed."""
    seen = _Seen(of, language, agency_id)
    late = tuple(seen.late())
    named = {row.id for row in late}
    return Status(
        heading=replace(heading(of.planned, language), complaint=""),
        agency=of.ceremony.agency(agency_id).name if agency_id else "",
        now_text=phrasing(of.planned, language).start(of.now),
        counts=counts(of, language),
        day=day_text(of, language),
        perils=perils(of, language),
        running=tuple(seen.running()),
        late=late,
        follow=tuple(row.task.id for row in seen.rows if seen.behind(row) and row.task.id not in named),
        ready=tuple(seen.ready()),
        coming=tuple(sorted(seen.coming(), key=lambda row: row.at)),
        receipts=tuple(seen.receipts()),
        owed=tuple(seen.owed()),
        agencies=tuple(seen.agencies()),
        done=tuple(row.task.id for row in seen.rows if of.of(row.task.id).over),
        unreported=of.unreported,
    )


def is_reported(row: Planned) -> bool:
    """Whether people report the task: the day itself has a journal of its own."""
    return row.task.part not in (Part.DAY, Part.PROGRAMME)


class _Seen:
    """One agency's view, or that of all."""

    def __init__(self, of: Outlook, language: str, agency_id: str) -> None:
        self.of, self.language, self.agency_id = of, language, agency_id
        self.phrase, self.names = phrasing(of.planned, language), labels(of.ceremony)
        groups = groups_of(of.ceremony, agency_id)
        planned = of.planned.rows.values()
        self.reported = [row for row in planned if is_reported(row) and row.task.id not in of.series]
        self.rows = [row for row in self.reported if not agency_id or duty(row.task, groups)]

    def say(self, key: str, **facts: object) -> str:
        return say(self.language, f"status.{key}", **facts)

    def row(self, row: Planned, when: str, finding: str, at: int, mark: str = "") -> StatusRow:
        task = row.task
        return StatusRow(task.id, task.title, task.lead, self.names.get(task.lead, task.lead), when, finding, at, mark)

    def behind(self, row: Planned) -> bool:
        """Whether the forecast leaves it less than no time, or past its deadline."""
        expected = self.of.expected.rows[row.task.id]
        return not self.of.of(row.task.id).over and bool(expected.total_float < 0 or expected.late_by)

    def running(self) -> Iterator[StatusRow]:
        for row in self.rows:
            stands = self.of.of(row.task.id)
            if stands.state is Done.RUNNING and stands.started is not None:
                finish = self.of.expected.rows[row.task.id].finish
                mark = "!!" if self.behind(row) else ""
                ends = self.say("ends", when=self.phrase.finish(finish))
                yield self.row(row, self.phrase.start(stands.started), ends, stands.started, mark)

    def late(self) -> Iterator[StatusRow]:
        """What is overdue itself, or runs into lateness; what is late only because of it is left to `follow`."""
        for row in self.rows:
            stands, expected = self.of.of(row.task.id), self.of.expected.rows[row.task.id]
            if by := self.of.overdue(row.task.id):
                begun = stands.state is Done.RUNNING
                latest = row.late_finish if begun else row.start if row.task.window else row.late_start
                said = self.phrase.finish(latest) if begun else self.phrase.start(latest)
                told = own_time(self.of.planned, row.task, by, self.language)
                yield self.row(row, said, self.say("unended" if begun else "unbegun", when=said, by=told), latest, "!!")
            elif self.behind(row) and (stands.state is Done.RUNNING or expected.late_by):
                by = expected.late_by or -expected.total_float
                facts = {"finish": self.phrase.finish(expected.finish)}
                key = "will_miss" if expected.late_by else "will_short"
                told = own_time(self.of.planned, row.task, by, self.language)
                yield self.row(row, facts["finish"], self.say(key, by=told, **facts), expected.finish, "!!")

    def ready(self) -> Iterator[StatusRow]:
        """What nobody has begun, though all it waits for is over and its time has come."""
        for row in self.rows:
            if self.of.of(row.task.id).state is not Done.NOT_YET or row.start > self.of.now or row.task.is_milestone:
                continue
            if row.task.window is None and not awaited(self.of, row.task.id):
                latest = self.say("unbegun_yet", when=self.phrase.start(row.late_start))
                yield self.row(row, self.phrase.start(row.start), latest, row.late_start)

    def coming(self) -> Iterator[StatusRow]:
        """What is to begin or to end within the days ahead."""
        axis = self.of.planned.axis
        until = axis.minute(axis.civil(self.of.now)[0] + timedelta(days=DAYS), DAY)
        for row in self.rows:
            expected, state = self.of.expected.rows[row.task.id], self.of.of(row.task.id).state
            if state is Done.NOT_YET and self.of.now <= expected.start < until and row.task.id not in self.of.series:
                missing = awaited(self.of, row.task.id)
                waits = self.say("waits", awaited=", ".join(map(self._whom, missing))) if missing else ""
                told = "; ".join(filter(None, [self.say("begins"), waits]))
                yield self.row(row, self.phrase.start(expected.start), told, expected.start)
            elif state is Done.RUNNING and self.of.now <= expected.finish < until:
                yield self.row(row, self.phrase.finish(expected.finish), self.say("to_end"), expected.finish)

    def _whom(self, task_id: str) -> str:
        return f"{task_id} ({self._lead(task_id)})"

    def _lead(self, task_id: str) -> str:
        lead = self.of.planned.rows[task_id].task.lead
        return self.names.get(lead, lead)

    def receipts(self) -> Iterator[StatusRow]:
        """The duties of many that are due or partly in: how many are, and who is missing."""
        for row in self.rows:
            stands = self.of.of(row.task.id)
            due = row.start <= self.of.now or stands.received
            if row.task.receipts and not stands.over and due and row.task.window is None:
                missing = receipts(self.of, row.task.id, self.language)
                yield self.row(row, self.phrase.finish(row.finish), missing, row.finish)

    def owed(self) -> Iterator[Owed]:
        """Who has to finish what for whom, where it is due within the days ahead, the latest first."""
        waiting: dict[str, dict[str, list[str]]] = {}
        for link in self.of.ceremony.links:
            lead = self.of.planned.rows[link.successor].task.lead
            if not self.of.of(link.successor).over and lead != self.of.planned.rows[link.predecessor].task.lead:
                waiting.setdefault(link.predecessor, {}).setdefault(lead, []).append(link.successor)
        axis = self.of.planned.axis
        until = axis.minute(axis.civil(self.of.now)[0] + timedelta(days=DAYS), DAY)
        for name, creditors in waiting.items():
            row, expected = self.of.planned.rows[name], self.of.expected.rows[name]
            if self.of.of(name).over or not is_reported(row) or min(row.finish, expected.finish) >= until:
                continue
            for creditor, tasks in creditors.items():
                if self.agency_id in ("", creditor, row.task.lead):
                    yield self._owed(name, creditor, tuple(dict.fromkeys(tasks)))

    def _owed(self, name: str, creditor: str, tasks: tuple[str, ...]) -> Owed:
        row, finish = self.of.planned.rows[name], self.of.expected.rows[name].finish
        due, late = self.phrase.finish(finish), self.behind(row)
        return Owed(self._lead(name), self.names.get(creditor, creditor), name, row.task.title, tasks, due, late)

    def agencies(self) -> Iterator[AgencyRow]:
        """Every agency that leads a task, in protocol order."""
        for agency in self.of.ceremony.agencies:
            own = [row for row in self.reported if row.task.lead == agency.id]
            if not own or self.agency_id not in ("", agency.id):
                continue
            states = [self.of.of(row.task.id).state for row in own]
            left = [row for row in own if not self.of.of(row.task.id).over and not row.task.window]
            late = sum(bool(self.of.overdue(row.task.id)) or self.behind(row) for row in own)
            following = min(left, key=lambda row: self.of.expected.rows[row.task.id].start, default=None)
            told = f"{following.task.id} {following.task.title}" if following else ""
            done = states.count(Done.DONE) + states.count(Done.DROPPED)
            running = states.count(Done.RUNNING)
            yield AgencyRow(agency.id, agency.label, len(own), done, running, late, told)
