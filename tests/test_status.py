"""How a ceremony stands, for all and for one agency."""

from __future__ import annotations

from pathlib import Path

import pytest

from runbook.reports.rows import own_time
from runbook.reports.status import Status, status
from runbook.schedule import plan
from runbook.tracking import Happened, What, outlook
from tests import reading
from tests.progressed import SMALL, as_planned, at, conference, small, told
from tests.test_tracking import at as minute
from tests.workspace import done, run

DONE, START, LATE = What.DONE, What.START, What.LATE


def seen(now: str, *lines: tuple[What, str, str], agency: str = "") -> Status:
    """The status of the small ceremony after these lines."""
    ceremony = reading.ceremony(SMALL)
    found = [
        Happened(number, what, task, minute(when, ceremony), minute(when, ceremony))
        for number, (what, task, when) in enumerate(lines, 1)
    ]
    return status(outlook(plan(ceremony), found, minute(now, ceremony)), "vi", agency)


def test_what_is_done_runs_is_late_and_can_begin() -> None:
    report = seen("20/11 10:00", (DONE, "A", "18/11 16:00"), (START, "B", "19/11 08:00"))
    assert report.counts == "6 việc: 1 xong, 1 đang làm, 4 chưa bắt đầu, 0 bỏ."
    assert report.done == ("A",)
    assert [(row.id, row.finding) for row in report.running] == [("B", "xong T4 20/11 17h30")]
    assert [(row.id, row.finding) for row in report.late] == [("C", "lẽ ra bắt đầu từ T4 20/11 08h00; quá 0,25 ngày")]
    assert [row.id for row in report.ready] == ["C", "D"]
    assert report.unreported == ("C", "D")


def test_the_next_three_days_say_whom_a_task_waits_for() -> None:
    report = seen("19/11 09:00", (DONE, "A", "18/11 16:00"), (START, "B", "19/11 08:00"))
    assert [(row.id, row.when, row.finding) for row in report.coming] == [
        ("C", "T3 19/11 09h00", "bắt đầu"),
        ("D", "T3 19/11 09h00", "bắt đầu"),
        ("B", "T4 20/11 17h30", "xong"),
        ("E", "T5 21/11 08h00", "bắt đầu; chờ D (Các quận), B (Công an)"),
        ("Q", "T6 22/11 10h30", "bắt đầu"),
    ]


def test_what_each_agency_owes_the_others() -> None:
    owed = [(one.debtor, one.task_id, one.creditor, one.waiting) for one in seen("18/11 08:00").owed]
    assert owed == [
        ("Văn phòng", "A", "Công an", ("B",)),
        ("Các quận", "D", "Văn phòng", ("E",)),
        ("Công an", "B", "Văn phòng", ("E",)),
    ]
    assert [one.task_id for one in seen("18/11 08:00", agency="cong-an").owed] == ["A", "B"]
    assert seen("21/11 08:00", *((DONE, task, "20/11 17:30") for task in "ABD")).owed == ()


def test_one_agency_sees_its_own_and_a_member_its_groups() -> None:
    assert [row.id for row in seen("18/11 09:00", agency="so-y-te").ready] == ["C"]
    assert [row.id for row in seen("18/11 09:00", agency="ba-dinh").receipts] == ["D"]
    assert [(one.name, one.leads) for one in seen("18/11 09:00", agency="cong-an").agencies] == [("Công an", 1)]


def test_every_agency_is_counted() -> None:
    report = seen("20/11 10:00", (DONE, "A", "18/11 16:00"), (START, "B", "19/11 08:00"))
    assert [(one.name, one.leads, one.done, one.running, one.late, one.next) for one in report.agencies] == [
        ("Văn phòng", 3, 1, 0, 0, "E Tổng hợp báo cáo"),
        ("Công an", 1, 0, 1, 0, "B Phương án bảo vệ"),
        ("Sở Y tế", 1, 0, 0, 1, "C Trực cấp cứu"),
        ("Các quận", 1, 0, 0, 0, "D Nộp báo cáo"),
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen(
    language: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    conference()
    as_planned("18/11 08:00")
    at("18/11 08:00", "late", "D3", "--work", "2.5d")
    at("18/11 08:00", "received", "Q6", "--from", "ba-dinh")
    for name in ("status", "forecast"):
        shown = run(name, "le.yaml", "--now", "18/11/2024 08:00", language=language, columns=width)
        wide = [line for line in done(shown).output.splitlines() if len(line) > width]
        assert [line for line in wide if "runbook " not in line] == []


def test_a_ceremony_nobody_reported_on_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small()
    assert "runbook done le.yaml --as-planned" in at("19/11 08:00", "status")
    assert not Path("runbook.sqlite").exists()
    found = told("19/11 08:00", "forecast")
    assert [one["state"] for one in found["tasks"]] == ["not-yet"] * 7
    assert (found["expected_day"], found["slack"]) == ("2024-11-23", -240)


def test_progress_of_a_campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.campaigns import YEAR

    monkeypatch.chdir(tmp_path)
    Path("le.yaml").write_text(YEAR, encoding="utf-8")
    said = at("02/10 08:00", "start", "T1", "--at", "01/01/2024")
    assert "Không kịp chuẩn bị cho Cao điểm tháng 10" not in said  # its first day is over
    assert "của một đợt" not in at("02/10 08:00", "forecast")
    at("02/10 08:00", "late", "T1", "--work", "2d", code=1)
    series = [one["id"] for one in told("02/10 08:00", "status")["tasks"] if one["id"].startswith("T3.")]
    at("08/10 08:00", "done", series[0], "--at", "07/10 09:30")
    state = {one["id"]: one["state"] for one in told("08/10 09:00", "status")["tasks"]}
    assert [state[one] for one in series[:2]] == ["done", "not-yet"]


def test_as_planned_begins_and_ends_standing_duties_and_leaves_series_to_their_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.campaigns import YEAR

    monkeypatch.chdir(tmp_path)
    Path("le.yaml").write_text(YEAR, encoding="utf-8")
    for name in ("done", "start"):
        at("15/10 08:00", name, "--as-planned")
    found = told("15/10 08:00", "status")
    state = {one["id"]: one["state"] for one in found["tasks"]}
    assert [state[one] for one in ("T1", "T2", "T5", "T3", "T3.2024-10-14", "T3.2024-10-21")] == [
        "running", "running", "running", "not-yet", "done", "not-yet",
    ]  # fmt: skip
    assert (found["late"], found["unreported"], found["ready"]) == ([], [], [])
    assert sum(one["leads"] for one in found["agencies"]) == len([one for one in state if one not in ("T3", "T4")])
    assert "Cao điểm tháng 10 đã bắt đầu từ T3 01/10/2024." in at("15/10 08:00", "forecast")


def test_long_after_an_hour_of_the_clock_days_are_told() -> None:
    schedule = plan(reading.ceremony(SMALL))
    item = schedule.rows["p1"].task
    lengths = [own_time(schedule, item, minutes, "en") for minutes in (15, 2_879, 2_880, -2_977_265)]
    assert lengths == ["15 min", "47h59", "2 d", "-2067 d 13h05"]
