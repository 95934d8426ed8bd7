"""A plan that is edited and released again and again, and what its readers then find in their files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

import icalendar

from runbook.render import ical
from runbook.schedule import Schedule
from tests.ical_samples import planned

FIRST = 29_072_160  # 11/04/2025 07:00 in Hà Nội
DAY = 24 * 60
AGENCIES = ("van-phong", "cong-an", "so-y-te")
HEAD = """\
ceremony: le
title: Lễ
plan: {{number: 1, date: 11/04/2025}}
date: {day:%d/%m/%Y}
hours: 08:30-10:00
start: 14/04/2025 08:00
venue: {{name: {venue}, address: số 7}}
worktime: {{office: {{hours: [08:00-12:00, 13:30-17:30], holidays: none}}}}
phases: {{dau: Đầu, cuoi: Cuối}}
agencies: {{van-phong: {{name: Văn phòng, standing: yes}}, cong-an: Công an, so-y-te: Sở Y tế}}
programme: [{{id: p1, title: Chào cờ, lead: van-phong, length: 15m}}]
"""


@dataclass(frozen=True)
class Line:
    """One task as its user writes it."""

    id: str
    title: str
    lead: str
    support: str = ""
    phase: str = "dau"
    days: int = 1
    after: str = ""
    finish: str = ""

    def __str__(self) -> str:
        return f"  {self.id}: {{{self.values}}}\n"

    @property
    def as_step(self) -> str:
        return f"      - {{id: {self.id}, {self.values}}}\n"

    @property
    def values(self) -> str:
        told = {"title": f'"{self.title}"', "lead": self.lead, "support": self.support, "phase": self.phase}
        told |= {"work": f"{self.days}d", "after": self.after, "finish": self.finish}
        return ", ".join(f"{key}: {value}" for key, value in told.items() if value)


STEPS = (
    Line("S1", "Soạn thư mời", "van-phong"),
    Line("S2", "Góp ý thư mời", "cong-an", days=2),
    Line("S3", "Ký thư mời", "van-phong", support="so-y-te"),
)
INSERTED = Line("S4", "Sửa thư mời", "cong-an")


@dataclass(frozen=True)
class Text:
    """A ceremony file; `dropped` are lines its user took out and may put back, `steps` those of an approval chain."""

    lines: tuple[Line, ...] = (
        Line("T1", "Khảo sát", "van-phong"),
        Line("T2", "Phương án bảo vệ", "cong-an", days=2, finish="by 18/04/2025"),
        Line("T3", "Trực cấp cứu", "so-y-te", support="cong-an"),
        Line("T4", "Duyệt phim", "van-phong", days=2, after="T1", finish="by N-3"),
    )
    dropped: tuple[Line, ...] = ()
    steps: tuple[Line, ...] = ()
    day: date = date(2025, 4, 25)
    venue: str = "Nhà hát"

    def __str__(self) -> str:
        present = {line.id for line in self.lines}
        kept = (replace(line, after=line.after if line.after in present else "") for line in self.lines)
        chain = "  C:\n    title: Thư mời\n    approval:\n" + "".join(step.as_step for step in self.steps)
        tasks = "tasks:\n" + "".join(map(str, kept)) + (chain if self.steps else "")
        return HEAD.format(day=self.day, venue=self.venue) + tasks

    def with_line(self, place: int, **changes: Any) -> Text:
        """The text with one of its lines changed, if it has any."""
        if not self.lines:
            return self
        place %= len(self.lines)
        changed = replace(self.lines[place], **changes)
        return replace(self, lines=(*self.lines[:place], changed, *self.lines[place + 1 :]))


def step_moved(first: int, second: int) -> Callable[[Text], Text]:
    """One step of the chain put in another place."""

    def edit(text: Text) -> Text:
        steps = [*text.steps]
        steps.insert(second % len(steps), steps.pop(first % len(steps)))
        return replace(text, steps=tuple(steps))

    return edit


def step_put_in(place: int) -> Callable[[Text], Text]:
    """A step more before another; where it is there already it is taken out."""

    def edit(text: Text) -> Text:
        others = tuple(step for step in text.steps if step.id != INSERTED.id)
        before = others[: place % len(others)]
        return replace(text, steps=others if others != text.steps else (*before, INSERTED, *others[len(before) :]))

    return edit


@dataclass
class Releases:
    """A ledger with the files it gives, released one after another."""

    at: int = FIRST - 1
    number: int = 0
    held: dict[str, ical.Issued] = field(default_factory=dict)
    changed: tuple[ical.Issued, ...] = ()

    def release(self, text: str, later: int = 1) -> Schedule:
        schedule = planned(text)
        self.at, self.number = self.at + later, self.number + 1
        self.changed = ical.revise(self.held, ical.entries(schedule, "vi"), self.number, self.at, "vi")
        self.held |= {one.entry.uid: one for one in self.changed}
        return schedule

    def files(self, schedule: Schedule) -> dict[str, bytes]:
        """Every audience's whole calendar as it is now."""
        return {one: self._file(schedule, one, ical.kept(self.held.values(), self.at)) for one in self.audiences()}

    def updates(self, schedule: Schedule) -> dict[str, bytes]:
        """Every audience's file of what the last release changed."""
        return {one: self._file(schedule, one, list(self.changed)) for one in self.audiences()}

    def forgets(self, audience: str) -> bool:
        """Whether something withdrawn has left the audience's calendar, which something else there belonged to."""
        held = [one for one in self.held.values() if one.audience == audience]
        return ical.kept(held, self.at) != held

    def todos(self, schedule: Schedule) -> dict[str, bytes]:
        held = ical.kept(self.held.values(), self.at)
        mine = {one: [issued for issued in held if issued.audience == one] for one in self.audiences()}
        return {one: ical.todos(ical.masthead(schedule, one, "vi"), mine[one]) for one in mine}

    def audiences(self) -> tuple[str, ...]:
        return (*AGENCIES, ical.OVERALL)

    def _file(self, schedule: Schedule, audience: str, held: list[ical.Issued]) -> bytes:
        mine = [one for one in held if one.audience == audience]
        return ical.published(ical.masthead(schedule, audience, "vi"), mine)


@dataclass(frozen=True)
class Seen:
    """One entry as a reader finds it. `says`: all it says but its stamps, its number and the release it belongs to."""

    says: Mapping[str, object]
    sequence: int
    modified: datetime
    cancelled: bool
    end: datetime
    octets: bytes


def seen(data: bytes, component: str = "VEVENT") -> dict[str, Seen]:
    """The entries of a file by UID, as the package icalendar reads them; a UID that stands twice fails."""
    found = re.findall(rb"BEGIN:%s\r\n.*?END:%s\r\n" % ((component.encode(),) * 2), data, re.DOTALL)
    entries = dict(map(_seen, found))
    assert len(entries) == len(found)
    return entries


STAMPS = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"}


@lru_cache(maxsize=4096)  # most entries of a file are as they were in the one before
def _seen(octets: bytes) -> tuple[str, Seen]:
    calendar: Any = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + octets + b"END:VCALENDAR\r\n")
    (entry,) = calendar.subcomponents
    says: dict[str, object] = {
        name: (value.to_ical(), sorted(value.params.items())) if hasattr(value, "params") else value.to_ical()
        for name, value in entry.items()
        if name not in STAMPS
    }
    *described, note = str(entry.get("DESCRIPTION")).split("\n")
    assert re.fullmatch(r"Bản phát hành số \d+, \d\d/\d\d/\d{4}", note)
    says["DESCRIPTION"] = described
    says["VALARM"] = [alarm.to_ical() for alarm in entry.subcomponents]
    end = entry.decoded("DTEND" if "DTEND" in entry else "DUE")
    midnight = end if isinstance(end, datetime) else datetime.combine(end, datetime.min.time())
    return str(entry["UID"]), Seen(
        says=says,
        sequence=int(entry["SEQUENCE"]),
        modified=entry.decoded("LAST-MODIFIED"),
        cancelled=entry["STATUS"] == "CANCELLED",
        end=midnight.replace(tzinfo=None),
        octets=octets,
    )


def is_past(end: datetime, at: int, days: int = 60) -> bool:
    """Whether more than so many days lie between that hour in Hà Nội and an instant."""
    return datetime(1970, 1, 1, 7) + timedelta(minutes=at) > end + timedelta(days=days)
