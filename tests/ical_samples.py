"""Ceremonies for the calendar tests, written as their users write them, and files read back by independent readers."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import icalendar
import vobject

from runbook import build
from runbook.render import ical
from runbook.schedule import Schedule, plan

SMALL = """\
ceremony: le-50-nam
title: Lễ kỷ niệm 50 năm Ngày Giải phóng
plan: {number: 12/KH-UBND, date: 11/04/2025, issuer: UBND Thành phố}
date: 25/04/2025
hours: 08:30-10:00
start: 14/04/2025 08:00
venue: {name: Nhà hát Thành phố, address: "số 7 Lam Sơn, Quận 1"}
worktime: {office: {hours: [08:00-12:00, 13:30-17:30], holidays: none}}
assumptions: {S1: Ước lượng của người tổ chức.}
phases: {van-kien: "Văn kiện, tài liệu"}
agencies:
  so-vhtt: {name: Sở Văn hóa và Thể thao, short: Sở VHTT, standing: yes, phone: 028 3822 1234, email: vhtt@example.vn,
            contacts: [{name: Nguyễn Thị Ánh, phone: 0903 000 001, duty: đầu mối}]}
  ban-tuyen-giao: {name: Ban Tuyên giáo Thành ủy, requested: yes}
  cong-an: 'Công an Thành phố; phòng "PC08", đội 3'
  cac-quan: {name: Các quận, members: {quan-1: Quận 1, quan-3: Quận 3}}
  so-y-te: Sở Y tế
tasks:
  A1: {title: Ban hành kế hoạch, lead: so-vhtt, work: 0}
  A2: {title: Viết diễn văn, phase: van-kien, lead: so-vhtt, support: cong-an, work: 2d, after: A1, ref: [II.1, II.2],
       finish: before 17/04/2025, assumed: [work S1, lead]}
  A3: {title: Góp ý diễn văn, phase: van-kien, lead: ban-tuyen-giao, support: [cac-quan], work: 2d, after: A2}
  A4: {title: Chốt diễn văn, lead: so-vhtt, work: 0.5d, after: A3, note: "In 3 bản; giữ 1 bản"}
  B1: {title: Gửi danh sách đại biểu, each: cac-quan, work: 3d, after: A1, finish: by 18/04/2025}
  B2: {title: Chốt phương án bảo vệ, lead: cong-an, work: 1d, after: A1, recurs: hằng ngày}
day:
  n1: {title: Mở cửa, đón đại biểu, lead: cong-an, at: opening-1h, length: 30m, trouble: "Báo đội trưởng"}
programme:
  - {id: p1, item: 1, title: Chào cờ, lead: so-vhtt, length: 15m, cue: MC1}
  - {id: p2, item: 2, title: Diễn văn, lead: ban-tuyen-giao, length: 30m, location: Bục phát biểu}
after:
  Q1: {title: Báo cáo kết quả, lead: so-vhtt, support: ban-tuyen-giao, work: 1d, finish: by N+3w}
""".replace("title: Mở cửa, đón đại biểu", 'title: "Mở cửa, đón đại biểu"')

ONE = """\
ceremony: le
title: Lễ
date: {day}
hours: 08:30-10:00
start: 14/04/2025 08:00
zone: {zone}
worktime:
  office: {{hours: [08:00-12:00, 13:30-17:30], holidays: none}}
  evening: {{hours: [16:00-24:00], holidays: none}}
agencies: {{a: Cơ quan A, b: {{name: Cơ quan B, requested: yes}}, c: Cơ quan C}}
tasks:
  T: {{title: Việc, lead: a, {task}}}
"""


def planned(text: str) -> Schedule:
    """The schedule of a ceremony written without a mistake."""
    ceremony, problems = build.read(text, "le.yaml", lambda _: {})
    assert ceremony is not None, problems
    return plan(ceremony)


def with_task(task: str, day: str = "25/04/2025", zone: str = "Asia/Ho_Chi_Minh") -> Schedule:
    """A ceremony of one task, led by agency a, with those keys."""
    return planned(ONE.format(task=task, day=day, zone=zone))


def entry(schedule: Schedule, key: str, audience: str = ical.OVERALL, language: str = "vi") -> ical.Entry:
    """The entry of that key in one reader's calendar."""
    return next(one for one in ical.entries(schedule, language)[audience] if one.key == key)


def civil(schedule: Schedule, one: ical.Entry) -> tuple[datetime | date, datetime | date]:
    """An entry's times as people read them: clock times of the ceremony's zone, or dates."""
    start, end = one.start, one.end
    if isinstance(start, int) and isinstance(end, int):
        return (schedule.axis.instant(start).naive(), schedule.axis.instant(end).naive())
    assert isinstance(start, date)
    assert isinstance(end, date)
    return start, end


def properties(data: bytes, name: str) -> list[str]:
    """The unfolded lines of that property, raw."""
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line for line in lines if line.startswith((f"{name}:", f"{name};"))]


def by_icalendar(data: bytes) -> dict[str, dict[str, Any]]:
    """Each entry's values by uid, as the package icalendar reads them."""
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(event["UID"]): _values_of_icalendar(event) for event in events}


def by_vobject(data: bytes) -> dict[str, dict[str, Any]]:
    """Each entry's values by uid, as the package vobject reads them."""
    with _quiet():
        calendar = vobject.readOne(data.decode())
    return {event.uid.value: _values_of_vobject(event) for event in getattr(calendar, "vevent_list", [])}


def _values_of_icalendar(event: Any) -> dict[str, Any]:
    return {
        "start": _naive(event.decoded("DTSTART")),
        "end": _naive(event.decoded("DTEND")),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "location": str(event.get("LOCATION", "")),
        "organizer": event["ORGANIZER"].params["CN"],
    }


def _values_of_vobject(event: Any) -> dict[str, Any]:
    return {
        "start": _naive(event.dtstart.value),
        "end": _naive(event.dtend.value),
        "summary": event.summary.value,
        "description": event.description.value if hasattr(event, "description") else "",
        "location": event.location.value if hasattr(event, "location") else "",
        "organizer": event.organizer.params["CN"][0],
    }


def _naive(value: datetime | date) -> datetime | date:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def calendars(schedule: Schedule, language: str | None = None) -> dict[str, bytes]:
    """Every draft by audience: each agency with a duty, and the whole."""
    told = ical.entries(schedule, language or schedule.ceremony.language)
    ids = {audience: None if audience == ical.OVERALL else audience for audience in told}
    return {audience: ical.calendar(schedule, agency, language) for audience, agency in ids.items()}


@contextmanager
def _quiet() -> Iterator[None]:
    """Readers' own deprecation warnings are no concern of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
