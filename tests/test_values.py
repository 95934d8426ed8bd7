"""The small grammars: what they read, what they refuse and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook import values
from runbook.grammars import ALL, Grammar
from runbook.model import Base, Day, Deadline, Moment, Relation
from runbook.problems import CODES
from runbook.resources import Use
from runbook.values import Duration, LinkText, MistakeError, amounts, choices, due, extent

N = Day()
DAY = 1440


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (values.absolute_day, "8/11/2024", date(2024, 11, 8)),
        (values.absolute_day, " 08/11/2024 ", date(2024, 11, 8)),
        (values.absolute_day, "29/02/2024", date(2024, 2, 29)),
        (values.absolute_day, "1900-01-01", date(1900, 1, 1)),
        (values.absolute_day, "31/12/2200", date(2200, 12, 31)),
        (values.day, "N", N),
        (values.day, "n", N),
        (values.day, "N-3", Day(offset=-3)),
        (values.day, "N + 2w", Day(offset=2, working=True)),
        (values.day, "22/11/2024", Day(date(2024, 11, 22))),
        (values.clock, "8:30", 510),
        (values.clock, "08h30", 510),
        (values.clock, "8h", 480),
        (values.clock, "00:00", 0),
        (values.clock, "23:59", 1439),
        (values.moment, "14/11/2024 09:00", Moment(Base.DAY, Day(date(2024, 11, 14)), 540)),
        (values.moment, "2024-11-14T09:00", Moment(Base.DAY, Day(date(2024, 11, 14)), 540)),
        (values.moment, "2024-11-14 9h", Moment(Base.DAY, Day(date(2024, 11, 14)), 540)),
        (values.moment, "14/11/2024", Moment(Base.DAY, Day(date(2024, 11, 14)))),
        (values.moment, "N-1w 08:00", Moment(Base.DAY, Day(offset=-1, working=True), 480)),
        (values.moment, "N - 1w 08:00", Moment(Base.DAY, Day(offset=-1, working=True), 480)),
        (values.moment, "N", Moment(Base.DAY, N)),
        (values.moment, "N + 2", Moment(Base.DAY, Day(offset=2))),
        (values.moment, "opening", Moment(Base.OPENING, minute=0)),
        (values.moment, "opening-2h45m", Moment(Base.OPENING, minute=-165)),
        (values.moment, "closing + 15m", Moment(Base.CLOSING, minute=15)),
        (values.moment, "opening-1d", Moment(Base.OPENING, minute=-DAY)),
        (values.instant, "N 08:00", Moment(Base.DAY, N, 480)),
        (values.stage_time, "09:00", Moment(Base.DAY, N, 540)),
        (values.stage_time, "opening+30m", Moment(Base.OPENING, minute=30)),
        (due.deadline, "before 15/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 15))), inclusive=False)),
        (due.deadline, "by N-2w", Deadline(Moment(Base.DAY, Day(offset=-2, working=True)), inclusive=True)),
        (due.deadline, "By  opening-1h", Deadline(Moment(Base.OPENING, minute=-60), inclusive=True)),
        (due.deadline, "trước 15/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 15))), inclusive=False)),
        (due.deadline, "Trước ngày 15/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 15))), inclusive=False)),
        (due.deadline, "chậm nhất 14/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 14))), inclusive=True)),
        (due.deadline, "muộn nhất ngày N-1", Deadline(Moment(Base.DAY, Day(offset=-1)), inclusive=True)),
        (due.deadline, "đến hết 14/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 14))), inclusive=True)),
        (due.deadline, "trong ngày 14/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 14))), inclusive=True)),
        (due.deadline, "trước 17h00 ngày 14/11/2024", Deadline(Moment(Base.DAY, Day(date(2024, 11, 14)), 1020), False)),
        (due.deadline, "chậm nhất N-1w 8h", Deadline(Moment(Base.DAY, Day(offset=-1, working=True), 480), True)),
        (values.duration, "1d", Duration(days=1)),
        (values.duration, "0.5d", Duration(days=0.5)),
        (values.duration, "0,5d", Duration(days=0.5)),
        (values.duration, "2h30m", Duration(minutes=150)),
        (values.duration, "2h30", Duration(minutes=150)),
        (values.duration, "90m", Duration(minutes=90)),
        (values.duration, "1w", Duration(weeks=1)),
        (values.duration, "1d4h", Duration(days=1, minutes=240)),
        (values.duration, "1 w 2 d 3 h 4 m", Duration(1, 2, 184)),
        (values.duration, "2 ngày", Duration(days=2)),
        (values.duration, "3 giờ 30 phút", Duration(minutes=210)),
        (values.duration, "1 tuần", Duration(weeks=1)),
        (values.duration, "1 TUẦN", Duration(weeks=1)),
        (values.duration, "0", Duration()),
        (values.duration, "0d", Duration()),
        (amounts.spread, "1d..3d", (Duration(days=1), Duration(days=3))),
        (amounts.spread, "20 phút .. 1h", (Duration(minutes=20), Duration(minutes=60))),
        (amounts.use, "hoi-truong", Use("hoi-truong")),
        (amounts.use, " 2  doi-quay ", Use("doi-quay", 2)),
        (amounts.use, "Hội  trường", Use("Hội trường")),
        (amounts.count, " 12 ", 12),
        (values.link, "E3", LinkText("E3")),
        (values.link, "so-vhtt.3_a", LinkText("so-vhtt.3_a")),
        (values.link, "E3-4h", LinkText("E3-4h")),
        (values.link, "E3 SS", LinkText("E3", Relation.SS)),
        (values.link, "E3 ff-1d", LinkText("E3", Relation.FF, -1, Duration(days=1))),
        (values.link, "E3 FS + 2h", LinkText("E3", Relation.FS, 1, Duration(minutes=120))),
        (values.link, "E3+4h", LinkText("E3", Relation.FS, 1, Duration(minutes=240))),
        (values.link, "E3 -4h", LinkText("E3", Relation.FS, -1, Duration(minutes=240))),
        (values.link, "E3 SF+1d work", LinkText("E3", Relation.SF, 1, Duration(days=1), worktime=True)),
        (values.weekdays, "Mon-Fri", frozenset({1, 2, 3, 4, 5})),
        (values.weekdays, "Sat-Mon", frozenset({6, 7, 1})),
        (values.weekdays, "T2-T6, CN", frozenset({1, 2, 3, 4, 5, 7})),
        (values.weekdays, "thứ Hai", frozenset({1})),
        (values.weekdays, "thứ 7 - Chủ nhật", frozenset({6, 7})),
        (values.weekdays, "wednesday", frozenset({3})),
        (values.hours, "08:30-10:30", (510, 630)),
        (values.hours, "8h30 – 10h", (510, 600)),
        (values.hours, "22:00-06:00", (1320, 1800)),
        (values.hours, "00:00-24:00", (0, DAY)),
        (values.hours, "20:00-00:00", (1200, DAY)),
        (extent.window, "18/11/2024..25/11/2024", (date(2024, 11, 18), date(2024, 11, 25))),
        (extent.window, "2024-11-18 .. 2024-11-18", (date(2024, 11, 18), date(2024, 11, 18))),
        (extent.window, "18/11/2024", (date(2024, 11, 18), date(2024, 11, 18))),
        (values.line, " một \n  hai ", "một hai"),
        (values.prose, " một\nhai\n", "một\nhai"),
        (values.identifier, "so-vhtt_1.a", "so-vhtt_1.a"),
        (choices.yes_no, "Có", True),
        (choices.yes_no, "không", False),
        (choices.part_of_day, "buổi sáng", "morning"),
        (choices.part_of_day, "Evening", "evening"),
        (choices.placing, "late", True),
        (choices.placing, "early", False),
        (choices.email, "a.b@c.vn", "a.b@c.vn"),
        (choices.assumed, "work S4", ("work", "S4")),
        (choices.assumed, "work", ("work", "")),
    ],
)
def test_a_text_is_read(read: Callable[[str], Any], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "code"),
    [
        (values.absolute_day, "22-11-2024", "bad-day"),
        (values.absolute_day, "22/11/24", "bad-day"),
        (values.absolute_day, "2024/11/22", "bad-day"),
        (values.absolute_day, "2024-1-2", "bad-day"),
        (values.absolute_day, "٢٢/١١/٢٠٢٤", "bad-day"),
        (values.absolute_day, "N-1", "counted-day"),
        (values.absolute_day, "31/02/2024", "no-such-day"),
        (values.absolute_day, "29/02/2023", "no-such-day"),
        (values.absolute_day, "00/11/2024", "no-such-day"),
        (values.absolute_day, "2024-13-01", "no-such-day"),
        (values.absolute_day, "32/13/2024", "no-such-day"),
        (values.absolute_day, "11/22/2024", "month-first"),
        (values.absolute_day, "31/12/1899", "year-out-of-range"),
        (values.absolute_day, "01/01/2201", "year-out-of-range"),
        (values.day, "N-12345", "bad-day"),
        (values.day, "N-1d", "bad-day"),
        (values.clock, "24:00", "bad-clock"),
        (values.clock, "8:60", "bad-clock"),
        (values.clock, "8", "bad-clock"),
        (values.clock, "8:5", "bad-clock"),
        (values.clock, "-8:30", "bad-clock"),
        (values.moment, "", "bad-moment"),
        (values.moment, "soon", "bad-moment"),
        (values.moment, "opening 2h", "bad-moment"),
        (values.moment, "opening-soon", "bad-duration"),
        (values.moment, "11/22/2024 08:00", "month-first"),
        (values.moment, "22/11/2024 25:00", "bad-clock"),
        (values.instant, "N", "moment-without-clock"),
        (values.stage_time, "9", "bad-moment"),
        (due.deadline, "15/11/2024", "deadline-word"),
        (due.deadline, "by", "deadline-word"),
        (due.deadline, "by soon", "bad-moment"),
        (due.deadline, "trước", "deadline-word"),
        (due.deadline, "trong 14/11/2024", "deadline-word"),
        (due.deadline, "trước ngày", "bad-moment"),
        (due.deadline, "trước " + "1" * 300, "deadline-word"),
        (due.deadline, "before 31/02/2024", "no-such-day"),
        (values.duration, "", "bad-duration"),
        (values.duration, "d", "bad-duration"),
        (values.duration, "1", "bad-duration"),
        (values.duration, "1x", "bad-duration"),
        (values.duration, "-1d", "bad-duration"),
        (values.duration, "1h1d", "bad-duration"),
        (values.duration, "1d 1d", "bad-duration"),
        (values.duration, "1.d", "bad-duration"),
        (values.duration, "1 month", "bad-duration"),
        (values.duration, "1e3d", "bad-duration"),
        (values.duration, "3651d", "duration-too-long"),
        (values.duration, "999999999w", "duration-too-long"),
        (amounts.spread, "1d", "bad-range"),
        (amounts.spread, "1d..", "bad-range"),
        (amounts.spread, "0..1d", "bad-range"),
        (amounts.spread, "1..2d", "bad-duration"),
        (amounts.use, "0 doi-quay", "bad-use"),
        (amounts.use, "12345 doi-quay", "bad-use"),
        (amounts.use, "", "bad-use"),
        (amounts.count, "0", "bad-count"),
        (amounts.count, "1.5", "bad-count"),
        (amounts.count, "٣", "bad-count"),
        (values.link, "", "bad-link"),
        (values.link, "E3 XX", "bad-link"),
        (values.link, "E3 FS+", "bad-link"),
        (values.link, "E3 work", "bad-link"),
        (values.link, "E3 FS+soon", "bad-link"),
        (values.link, "E3 FS+1x", "bad-duration"),
        (values.link, "E3 FS-1d work", "lag-work-negative"),
        (values.link, "Ký quyết định", "bad-link"),
        (values.weekdays, "Mon-Tue-Wed", "bad-weekday"),
        (values.weekdays, "Mon,", "bad-weekday"),
        (values.weekdays, "T8", "bad-weekday"),
        (values.hours, "08:30", "bad-hours"),
        (values.hours, "08:30-08:30", "hours-empty"),
        (values.hours, "24:00-08:00", "bad-clock"),
        (extent.window, "25/11/2024..18/11/2024", "window-reversed"),
        (extent.window, "18/11/2024..", "bad-day"),
        (extent.window, "18/11/2024..20/11/2025", "window-too-long"),
        (values.identifier, "", "bad-id"),
        (values.identifier, "Đài", "bad-id"),
        (values.identifier, "a b", "bad-id"),
        (values.identifier, "-a", "bad-id"),
        (values.identifier, "a.", "bad-id"),
        (values.identifier, "../a", "bad-id"),
        (values.identifier, "a" * 65, "bad-id"),
        (choices.yes_no, "maybe", "bad-yes-no"),
        (choices.part_of_day, "noon", "bad-part-of-day"),
        (choices.language, "VN", "bad-language"),
        (choices.placing, "hall", "bad-place"),
        (choices.act, "sign", "bad-act"),
        (choices.email, "a@b", "bad-email"),
        (choices.email, "a@b.c, d@e.f", "bad-email"),
        (choices.zone, "../../etc/passwd", "unknown-zone"),
        (choices.zone, "/etc/localtime", "unknown-zone"),
        (choices.assumed, "", "bad-assumed"),
    ],
)
def test_a_text_is_refused(read: Callable[[str], Any], text: str, code: str) -> None:
    with pytest.raises(MistakeError) as raised:
        read(text)
    assert raised.value.code == code


def test_the_day_that_was_meant_is_named() -> None:
    with pytest.raises(MistakeError) as raised:
        values.absolute_day("11/22/2024")
    assert raised.value.facts == {"text": "11/22/2024", "turned": "22/11/2024"}


def test_a_duration_counts_on_a_calendar_and_on_the_wall_clock() -> None:
    assert [Duration(1, 1, 30).worked(480), Duration(1, 1, 30).elapsed] == [6 * 480 + 30, 8 * DAY + 30]
    assert [Duration(days=0.1).worked(450), Duration(days=0.3).worked(450)] == [45, 135]
    assert Duration(days=0.0001).worked(480) == 1
    assert Duration().worked(480) == Duration().elapsed == 0


DATES = st.dates(date(1900, 1, 1), date(2200, 12, 31))
CLOCKS = st.integers(0, DAY - 1)


@given(DATES)
def test_every_date_reads_back(day: date) -> None:
    for text in (f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        assert values.absolute_day(text) == day


@given(DATES, CLOCKS)
def test_every_moment_reads_back(day: date, minute: int) -> None:
    hour, rest = divmod(minute, 60)
    expected = Moment(Base.DAY, Day(day), minute)
    assert values.instant(f"{day:%d/%m/%Y} {hour:02}:{rest:02}") == expected
    assert values.instant(f"{day.isoformat()}T{hour:02}:{rest:02}") == expected
    assert values.instant(f"{day:%d/%m/%Y}  {hour}h{rest:02}") == expected


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 999))
def test_every_duration_reads_back(weeks: int, days: int, hours: int, minutes: int) -> None:
    expected = Duration(weeks, days, hours * 60 + minutes)
    assert values.duration(f"{weeks}w{days}d{hours}h{minutes}m") == expected
    assert values.duration(f"{weeks} tuần {days} ngày {hours} giờ {minutes} phút") == expected


@given(st.integers(-9999, 9999), st.booleans())
def test_every_counted_day_reads_back(offset: int, working: bool) -> None:
    assert values.day(f"N{offset:+}{'w' if working else ''}") == Day(offset=offset, working=working)


SIGNS = st.text("N0123456789/-+:hdwmTopening. byefor,", max_size=20)


def refusal(grammar: Grammar, text: str) -> MistakeError | None:
    try:
        grammar.read(text)
    except MistakeError as mistake:
        return mistake
    return None


@settings(max_examples=500)
@given(st.sampled_from(ALL), st.one_of(st.text(max_size=30), SIGNS))
def test_any_text_is_read_or_refused_with_a_code(grammar: Grammar, text: str) -> None:
    mistake = refusal(grammar, text)
    assert mistake is None or (mistake.code in CODES and "text" in mistake.facts)
