"""Sketches to tasks and links: agencies, phases, calendars, assumptions and other tasks looked up, lengths counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from runbook.build.agencies import Agencies
from runbook.build.names import Names
from runbook.build.reader import Reader, shortened
from runbook.build.resources import Resources
from runbook.build.sketches import CLOSING, Sketch, Sketches
from runbook.model import Assumed, DurationKind, Link, Moment, Part, Task
from runbook.nearest import nearest
from runbook.staging import KEYS, UNSTAGED, Staging
from runbook.values import NO_LAG, LinkText
from runbook.worktime import WorkCalendar

_KINDS = tuple(kind.value for kind in DurationKind)
_ON_THE_CLOCK = (Part.DAY, Part.PROGRAMME)
_NOT_ASSUMABLE = frozenset({"assumed", "id", "act", "approval"})


@dataclass
class Resolver:
    """What tasks refer to."""

    reader: Reader
    agencies: Agencies
    worktime_names: Names
    worktimes: Mapping[str, WorkCalendar]
    phases: Names
    assumptions: Names
    resources: Resources
    calendars: dict[str, str] = field(default_factory=dict)  # by task id, for lags in working time

    def task(self, sketch: Sketch) -> Task:
        """The task, everything it names looked up."""
        values, get = sketch.values, sketch.values.get
        lead, receipts = self.lead(sketch)
        kind, minutes, worktime = self.length(sketch, lead)
        self.calendars[sketch.id] = worktime
        if "phase" in values and values["phase"] not in self.phases.places:
            self.phases.known(values["phase"], sketch.text("phase"))
        if sketch.part is Part.DAY and not sketch.chain and not values.keys() & {"at", "after", "not_before"}:
            self.reader.report("no-time-of-day", sketch.origin, id=sketch.id)
        return Task(
            id=sketch.id,
            title=get("title", ""),
            lead=lead,
            support=self.support(sketch, lead) if "support" in values else (),
            part=sketch.part,
            phase=get("phase", ""),
            kind=kind,
            minutes=minutes,
            worktime=worktime,
            not_before=_not_before(sketch),
            fixed_start=get("at"),
            deadline=get("finish"),
            place_late=get("place", False),
            location=get("location", ""),
            refs=tuple(ref for ref, _ in get("ref", ())),
            assumed=tuple(self.assumed(sketch)) if "assumed" in values else (),
            note=get("note", ""),
            cue=get("cue", ""),
            trouble=get("trouble", ""),
            recurs=get("recurs", ""),
            item=get("item", ""),
            staging=_staging(values) if sketch.part is Part.PROGRAMME else UNSTAGED,
            chain=sketch.chain,
            act=get("act", ""),
            receipts=receipts,
            range=self.range(sketch, kind, minutes, worktime) if "range" in values else None,
            uses=tuple(self.resources.uses(sketch)),
            origin=sketch.origin,
        )

    def lead(self, sketch: Sketch) -> tuple[str, tuple[str, ...]]:
        """Who leads, and who hands in a receipt; the group leads where only `each` is given."""
        values = sketch.values
        lead, each = values.get("lead", ""), values.get("each", "")
        receipts: tuple[str, ...] = ()
        if each and self.agencies.names.known(each, sketch.text("each")):
            receipts = self.agencies.receipts(each)
            if not self.agencies.by_id[each].members:
                self.reader.report("each-not-a-group", sketch.text("each").place, id=each)
        if "," in lead:
            self.reader.report("two-leads", sketch.text("lead").place)
        elif lead:
            self.agencies.names.known(lead, sketch.text("lead"))
        elif not each and not any("lead" in row.node.entries for row in sketch.rows):
            self.reader.report("missing-lead", sketch.origin, id=shortened(sketch.id))
        return lead or each, receipts

    def support(self, sketch: Sketch, lead: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for agency, node in sketch.values["support"]:
            if agency == lead:
                self.reader.report("lead-in-support", node.place, id=agency)
            elif agency in found:
                self.reader.report("support-twice", node.place, id=agency)
            elif self.agencies.names.known(agency, node):
                found[agency] = None
        return tuple(found)

    def length(self, sketch: Sketch, lead: str) -> tuple[DurationKind, int, str]:
        """How the duration is counted, its minutes, and the calendar they are counted on."""
        values = sketch.values
        given = [key for key in _KINDS if key in values]
        if len(given) > 1:
            # A step's own duration stands beside none of the chain's: chains have no durations.
            self.reader.report("several-durations", sketch.text(given[1]).place, first=given[0], second=given[1])
        own = values.get("worktime", "")
        if own and not self.worktime_names.known(own, sketch.text("worktime")):
            own = "office"
        if given and given[0] != DurationKind.WORK.value:
            return DurationKind(given[0]), values[given[0]].elapsed, "always"
        if not given and not own and sketch.part in _ON_THE_CLOCK:
            return DurationKind.CLOCK, 0, "always"
        calendar = self.calendar(own, lead)
        return DurationKind.WORK, values["work"].worked(calendar.day_minutes) if given else 0, calendar.name

    def range(self, sketch: Sketch, kind: DurationKind, minutes: int, worktime: str) -> tuple[int, int] | None:
        """The duration at best and at worst, counted as the duration is; None and a problem where it is none."""
        day = self.worktimes[worktime].day_minutes
        ends = sketch.values["range"]
        best, worst = (end.worked(day) if kind is DurationKind.WORK else end.elapsed for end in ends)
        node, own = sketch.text("range"), sketch.rows[0]
        if not minutes:
            # Of a window, and of a duration that could not be read, a problem is on record.
            if "over" not in sketch.values and not any(own.given(key) and key not in own.values for key in _KINDS):
                self.reader.report("range-without-duration", node.place, id=sketch.id)
        elif worst < best:
            self.reader.report("range-backwards", node.place, text=shortened(node.text))
        elif not best <= minutes <= worst:
            given = next(key for key in _KINDS if key in sketch.values)
            self.reader.report("range-not-around", node.place, text=own.text(given).text, key=given)
        else:
            return best, worst
        return None

    def calendar(self, own: str, lead: str) -> WorkCalendar:
        """The task's own calendar, else its lead's, else that of offices."""
        agency = self.agencies.by_id.get(lead)
        return self.worktimes.get(own or (agency.worktime if agency else "")) or self.worktimes["office"]

    def assumed(self, sketch: Sketch) -> Iterator[Assumed]:
        for (key, number), node in sketch.values["assumed"]:
            by_default = key == "lead" and "each" in sketch.values
            if key not in sketch.section.by_key or key in _NOT_ASSUMABLE:
                near = nearest(key, sketch.section.by_key)
                self.reader.report("assumed-unknown-key", node.place, key=shortened(key), near=near)
            elif not by_default and not any(key in row.node.entries for row in sketch.rows):
                self.reader.report("assumed-not-given", node.place, key=key)
            if not number or self.assumptions.known(number, node):
                yield Assumed(key, number)

    def links(self, sketches: Sketches) -> Iterator[Link]:
        """The links that `after:` states, chains standing for their last step."""
        for sketch in sketches.tasks:
            for text, node in sketch.values.get("after", ()):
                predecessor = sketches.last_steps.get(text.predecessor, text.predecessor)
                if predecessor == sketch.id:
                    self.reader.report("self-link", node.place, id=sketch.id)
                elif sketches.names.known(text.predecessor, node):
                    lag = self.lag(text, sketch) if text.lag is not NO_LAG else 0
                    yield Link(predecessor, sketch.id, text.relation, lag, text.worktime, node.place)

    def lag(self, text: LinkText, successor: Sketch) -> int:
        """Signed minutes of the wall clock, or working minutes of the successor's calendar."""
        if text.worktime:
            return text.lag.worked(self.worktimes[self.calendars[successor.id]].day_minutes)
        return text.sign * text.lag.elapsed


def _not_before(sketch: Sketch) -> Moment | None:
    """What comes after the ceremony begins no sooner than its closing."""
    stated: Moment | None = sketch.values.get("not_before")
    return CLOSING if stated is None and sketch.part is Part.AFTER and "at" not in sketch.values else stated


def _staging(values: Mapping[str, Any]) -> Staging:
    return Staging(**{key: values[key] for key in KEYS if key in values})
