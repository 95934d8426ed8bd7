"""A plan as it was issued first and after it had changed, with the files of both releases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from runbook import build
from runbook.axis import Axis
from runbook.render import ical
from runbook.render.ical import Issued
from runbook.schedule import Schedule, plan
from tests.clients.shown import Shown, by_uid, planned, planned_todo
from tests.reading import holidays_of
from tests.shipped import ROOT

FIRST = """\
ceremony: hoi-nghi
title: 'Hội nghị tổng kết; kỷ niệm 70 năm "Ngày Giải phóng Thủ đô", 10/10'
plan: {number: 324/KH-UBND, date: 08/11/2024, issuer: UBND thành phố Hà Nội}
date: 22/11/2024
hours: 08:30-10:30
start: 11/11/2024 08:00
venue: {name: Hội trường UBND Thành phố, address: "số 12 Lê Lai, quận Hoàn Kiếm"}
worktime: {office: {hours: [08:00-12:00, 13:30-17:30], holidays: none}}
phases: {van-kien: "Văn kiện, tài liệu"}
agencies:
  van-phong: {name: Văn phòng UBND Thành phố, short: VP UBND TP, standing: yes, email: vp@example.vn}
  dai-ptth: {name: 'Đài PTTH Hà Nội; phòng "Phim tài liệu"'}
  ban-tuyen-giao: {name: Ban Tuyên giáo Thành ủy, requested: yes}
  so-y-te: Sở Y tế
tasks:
  A1: {title: Ban hành kế hoạch, lead: van-phong, work: 0}
  D1: {title: Viết kịch bản phóng sự, phase: van-kien, lead: dai-ptth, work: 2d, after: A1, ref: [II.1, II.2]}
  D2: {title: Duyệt phóng sự, phase: van-kien, lead: ban-tuyen-giao, support: dai-ptth, work: 1d, after: D1,
       finish: before 20/11/2024}
  E1: {title: Soạn giấy mời, lead: van-phong, work: 1.5d, after: A1, note: "In 300 bản; giữ 10 bản"}
  G1: {title: In phù hiệu đại biểu, lead: van-phong, work: 3h, after: E1}
  H1: {title: Mượn 50 ghế của nhà khách, lead: so-y-te, work: 0.5d, after: A1, finish: by 15/11/2024}
  H2: {title: Gửi số liệu của ngành, lead: so-y-te, work: 1d, after: A1, finish: by 15/11/2024}
  Y1: {title: "Lập phương án y tế, cấp cứu", lead: so-y-te, work: 1d, after: A1}
day:
  Y2: {title: Trực cấp cứu tại hội trường, lead: so-y-te, at: opening-1h, length: 3h}
programme:
  - {id: p1, item: 1, title: Chào cờ, lead: van-phong, length: 5m, cue: MC1}
  - {id: p2, item: 2, title: Chiếu phóng sự, lead: dai-ptth, length: 20m, location: Màn hình sân khấu}
after:
  Q1: {title: Báo cáo kết quả, lead: van-phong, support: so-y-te, work: 1d, finish: by N+3w}
"""
# The day moved, the appraisal of the film lengthened, one task renamed, one moved to another agency, one dropped.
CHANGES = (
    ("date: 22/11/2024", "date: 25/11/2024"),
    ("dai-ptth, work: 1d, after: D1", "dai-ptth, work: 2d, after: D1"),
    ("title: Soạn giấy mời", "title: Soạn và ký giấy mời"),
    ("title: In phù hiệu đại biểu, lead: van-phong", "title: In phù hiệu đại biểu, lead: dai-ptth"),
    ("  H1: {title: Mượn 50 ghế của nhà khách, lead: so-y-te, work: 0.5d, after: A1, finish: by 15/11/2024}\n", ""),
)
CONFERENCE = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
AXIS = Axis("Asia/Ho_Chi_Minh")
DAY, MOVED_TO = date(2024, 11, 22), date(2024, 11, 25)
ISSUED, REVISED = AXIS.minute(date(2024, 11, 8), 17 * 60), AXIS.minute(date(2024, 11, 13), 9 * 60)


@dataclass(frozen=True, slots=True)
class Release:
    """What one release tells everybody: `whole` all that stands, `changed` what it brought, by audience."""

    schedule: Schedule
    whole: Mapping[str, tuple[Issued, ...]]
    changed: Mapping[str, tuple[Issued, ...]]

    def calendar(self, audience: str) -> bytes:
        """The audience's whole calendar."""
        return self.file(audience, self.whole[audience])

    def update(self, audience: str) -> bytes:
        """The audience's update file."""
        return self.file(audience, self.changed[audience])

    def file(self, audience: str, issued: Iterable[Issued]) -> bytes:
        """A calendar file of the audience with these entries."""
        return ical.published(self.head(audience), issued)

    def todos(self, audience: str) -> bytes:
        """The audience's whole list of to-dos."""
        return ical.todos(self.head(audience), self.whole[audience])

    def todos_update(self, audience: str) -> bytes:
        """The to-dos of the audience's update."""
        return ical.todos(self.head(audience), self.changed[audience])

    def message(self, audience: str, key: str) -> bytes:
        """The invitation of the audience to the entry of that key, or what calls it off."""
        attendee = ical.Attendee("Cơ quan được mời", f"{audience}@example.vn")
        return ical.invitation(self.head(audience), self.issued(audience, key), attendee)

    def head(self, audience: str, source: str = "") -> ical.Masthead:
        """What stands above the audience's entries."""
        return ical.masthead(self.schedule, audience, "vi", source)

    def issued(self, audience: str, key: str) -> Issued:
        """The entry of that key as the audience has it."""
        return next(one for one in self.whole[audience] if one.entry.key == key)

    def says(self, audience: str) -> list[Shown]:
        """What a client of the audience has to show after the release."""
        return by_uid([planned(one.entry, one.revision) for one in self.whole[audience]])

    def says_to_do(self, audience: str) -> list[Shown]:
        """What a client has to show of the audience's to-dos."""
        found = (planned_todo(one.entry, one.revision) for one in self.whole[audience])
        return by_uid([todo for todo in found if todo])


@cache
def first() -> Release:
    """The plan as it was issued first."""
    return _release(FIRST, {}, 1, ISSUED)


@cache
def second() -> Release:
    """The changed plan, issued five days later."""
    return _release(_changed(FIRST, CHANGES), _held(first()), 2, REVISED)


@cache
def conference() -> Release:
    """The real conference as it was issued first."""
    return _release(CONFERENCE.read_text("utf-8"), {}, 1, ISSUED)


@cache
def conference_moved() -> Release:
    """The real conference on its reserve day."""
    moved = _changed(CONFERENCE.read_text("utf-8"), [("chosen: 22/11/2024", "chosen: 25/11/2024")])
    return _release(moved, _held(conference()), 2, REVISED)


def _changed(text: str, changes: Iterable[tuple[str, str]]) -> str:
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def _held(release: Release) -> dict[str, Issued]:
    return {one.entry.uid: one for told in release.whole.values() for one in told}


def _release(text: str, held: Mapping[str, Issued], number: int, at: int) -> Release:
    ceremony, problems = build.read(text, "le.yaml", holidays_of)
    assert ceremony is not None, problems
    schedule = plan(ceremony)
    revised = ical.revise(held, ical.entries(schedule, "vi"), number, at, "vi")
    return Release(
        schedule,
        whole=_by_audience({**held, **{one.entry.uid: one for one in revised}}.values()),
        changed=_by_audience(revised),
    )


def _by_audience(issued: Iterable[Issued]) -> dict[str, tuple[Issued, ...]]:
    told: dict[str, list[Issued]] = {}
    for one in issued:
        told.setdefault(one.audience, []).append(one)
    return {audience: tuple(entries) for audience, entries in told.items()}
