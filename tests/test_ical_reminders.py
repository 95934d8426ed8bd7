"""Reminders as entries of their own: on which days, for whom, and what they are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from runbook.render import ical
from runbook.schedule import Schedule
from tests.ical_samples import SMALL, planned, with_task

PREPARED = "start: 14/04/2025 08:00\n"


def reminders(schedule: Schedule, audience: str, language: str = "vi") -> dict[str, tuple[date, str]]:
    """Day and title of each reminder, by key."""
    word = {"vi": "Nhắc việc", "en": "Reminder"}[language]
    found = [one for one in ical.entries(schedule, language).get(audience, ()) if word in one.categories]
    assert all(isinstance(one.start, date) and one.end == one.start + timedelta(days=1) for one in found)
    return {one.key: (one.start, one.summary) for one in found if isinstance(one.start, date)}


def april(day: int) -> date:
    return date(2025, 4, day)


def test_the_lead_is_reminded_of_the_day_and_of_its_deadlines() -> None:
    assert reminders(planned(SMALL), "so-vhtt") == {
        "~ceremony~10": (april(15), "Còn 10 ngày: Lễ kỷ niệm 50 năm Ngày Giải phóng"),
        "~ceremony~3": (april(22), "Còn 3 ngày: Lễ kỷ niệm 50 năm Ngày Giải phóng"),
        "~ceremony~1": (april(24), "Còn 1 ngày: Lễ kỷ niệm 50 năm Ngày Giải phóng"),
        "A2~reminder": (april(14), "Còn 2 ngày làm việc: Hạn 17h30 16/04: Viết diễn văn"),
        "Q1~reminder": (april(28), "Còn 2 ngày làm việc: Hạn 17h30 30/04: Báo cáo kết quả"),
    }


def test_in_english() -> None:
    said = {key: title for key, (_, title) in reminders(planned(SMALL), "quan-1", "en").items()}
    assert said == {
        "~ceremony~10": "10 days left: Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "~ceremony~3": "3 days left: Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "~ceremony~1": "1 day left: Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "B1~reminder": "2 working days left: Due 17:30 18/04: Gửi danh sách đại biểu",
    }


def test_everybody_else_is_reminded_of_the_day_alone_and_the_whole_plan_of_every_deadline() -> None:
    schedule = planned(SMALL)
    assert reminders(schedule, "cong-an").keys() == {"~ceremony~10", "~ceremony~3", "~ceremony~1"}
    assert reminders(schedule, "~all").keys() == {
        *("~ceremony~10", "~ceremony~3", "~ceremony~1"),
        *("A2~reminder", "B1~reminder", "Q1~reminder"),
    }
    assert reminders(schedule, "~all")["B1~reminder"][1].endswith("Gửi danh sách đại biểu – Các quận")


# What the deadline is, and the day of its reminder.
DAYS = {
    "over a weekend": ("finish: by 21/04/2025", april(17)),
    "on a day off, which ends on the Friday": ("finish: by 20/04/2025", april(16)),
    "by the days of its own calendar": ("worktime: every-day, finish: by 21/04/2025", april(19)),
    "round the clock, by the days of the office": ("worktime: always, finish: by 21/04/2025", april(17)),
    "midnight belongs to the day it ends": ("worktime: evening, finish: by 18/04/2025", april(16)),
}


@pytest.mark.parametrize("name", DAYS)
def test_two_working_days_before_the_day_of_the_deadline(name: str) -> None:
    task, day = DAYS[name]
    schedule = planned(WITH_EVERY_DAY.replace("{task}", f"work: 0.5d, {task}"))
    assert reminders(schedule, "a")["T~reminder"][0] == day


WITH_EVERY_DAY = """\
ceremony: le
title: Lễ
date: 25/04/2025
hours: 08:30-10:00
start: 14/04/2025 08:00
worktime:
  office: {hours: [08:00-12:00, 13:30-17:30], holidays: none}
  every-day: {days: Mon-Sun, hours: [08:00-12:00, 13:30-17:30], holidays: none}
  evening: {hours: [16:00-24:00], holidays: none}
agencies: {a: Cơ quan A}
tasks:
  T: {title: Việc, lead: a, {task}}
"""


def test_nobody_is_reminded_before_the_plan_begins() -> None:
    begun = WITH_EVERY_DAY.replace("{task}", "work: 0.5d, finish: by 16/04/2025")
    late = begun.replace("start: 14/04", "start: 15/04")
    issued = late.replace("date: 25/04/2025\n", "plan: {number: 1, date: 14/04/2025}\ndate: 25/04/2025\n")
    unknown = begun.replace(PREPARED, "")
    days = {"~ceremony~10": april(15), "~ceremony~3": april(22), "~ceremony~1": april(24)}
    everything = {**days, "T~reminder": april(14)}
    assert {key: day for key, (day, _) in reminders(planned(begun), "a").items()} == everything
    assert {key: day for key, (day, _) in reminders(planned(late), "a").items()} == days
    assert {key: day for key, (day, _) in reminders(planned(issued), "a").items()} == everything
    assert {key: day for key, (day, _) in reminders(planned(unknown), "a").items()} == everything


def test_a_reminder_only_reminds() -> None:
    told = {one.key: one for one in ical.entries(with_task("work: 1d, finish: by 21/04/2025"), "vi")["a"]}
    for reminder, of in (("T~reminder", told["T~deadline"]), ("~ceremony~3", told["~ceremony"])):
        one = told[reminder]
        assert (one.busy, one.alarm, one.todo, one.related) == (False, None, None, of.uid)
        assert one.uid == f"le.{reminder}.a@runbook.invalid"
        assert one.categories == (*of.categories, "Nhắc việc")
        assert one == replace(
            of, uid=one.uid, key=reminder, start=one.start, end=one.end, summary=one.summary, busy=False, alarm=None,
            related=of.uid, categories=one.categories,
        )  # fmt: skip
