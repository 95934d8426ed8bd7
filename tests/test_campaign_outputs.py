"""A campaign as its readers hold it: sheets, calendars, charts, workbook, next year's file, and what it has none of."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from runbook import build, syntax
from runbook.cloning import clone
from runbook.model import Ceremony
from runbook.render import chart, ical
from runbook.render.data import plan_json
from runbook.render.drawing.paper import PEAK
from runbook.render.drawing.scene import Rect, Text
from runbook.render.ical import Entry
from runbook.render.terminal import Screen
from runbook.reports.agenda import agenda
from runbook.reports.assigned import by_agency
from runbook.reports.matrix import matrix
from runbook.reports.rows import heading
from runbook.reports.sheet import sheet
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from runbook.workbook import reading, writing
from tests.campaigns import WEEKS, YEAR
from tests.ical_rules import broken_rules
from tests.reading import ceremony, holidays_of
from tests.workspace import Workspace, done, run

SITTING = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {a: Sở A}\n"


def year() -> Schedule:
    return plan(ceremony(YEAR))


def entries(schedule: Schedule, audience: str) -> dict[str, Entry]:
    return {entry.key: entry for entry in ical.entries(schedule, "vi", {audience})[audience]}


def days(entry: Entry) -> tuple[str, str]:
    return str(entry.start), str(entry.end)


def test_every_report_says_the_span_and_the_anniversary() -> None:
    above = heading(year(), "vi")
    assert above.when("vi") == (
        "Thời gian thực hiện: 01/01/2024 - 31/12/2024; Cao điểm tháng 10 (01/10/2024 - 31/10/2024); "
        "chủ đề: Nước sạch cho mọi nhà"
    )
    assert above.occasions == "kỷ niệm 50 năm Ngày thành lập Nhà máy nước Thanh Sơn (15/10/1974 - 15/10/2024)"
    sitting = heading(plan(ceremony(SITTING)), "vi")
    assert (sitting.when("vi"), sitting.occasions) == ("Giờ tổ chức: 08h30-10h30, T6 22/11/2024", "")


def test_a_sheet_holds_what_falls_on_the_day_and_in_brief_what_goes_on() -> None:
    found = sheet(year(), "vi", date(2024, 10, 14))
    assert found.plate == "Cao điểm tháng 10"
    assert [(band.title, [row.task.id for row in band.rows]) for band in found.bands] == [
        ("Buổi sáng", ["T3.2024-10-14"])
    ]
    assert found.untimed.rows == ()
    assert [(one.when, one.id) for one in found.standing] == [
        ("đến hết T4 16/10", "T5"),
        ("đến hết T5 31/10", "T2"),
        ("đến hết T3 31/12", "T1"),
        ("đến hết T3 31/12", "T6"),
    ]
    assert [one.id for one in sheet(year(), "vi", date(2024, 10, 14), "xa-dong").standing] == ["T2"]


def test_a_sheet_of_all_agencies_names_a_few_of_what_goes_on_and_counts_the_rest() -> None:
    rows = "".join(f"  T{number}: {{title: Việc, lead: a, over: span}}\n" for number in range(14))
    head = "ceremony: dot\ntitle: Đợt\ncampaign: {span: 01/02/2024..31/05/2024}\nagencies: {a: Sở A}\nduring:\n"
    schedule = plan(ceremony(head + rows))
    told = [len(sheet(schedule, "vi", date(2024, 3, 1), agency).standing) for agency in ("", "a")]
    assert told == [10, 14]
    assert sheet(schedule, "vi", date(2024, 3, 1)).standing[-1].title == "… và 5 việc khác"


def test_the_days_on_which_something_begins_or_ends_say_so() -> None:
    told = {
        day: [one.title for one in sheet(year(), "vi", day).moments] for day in (date(2024, 10, 1), date(2024, 12, 31))
    }
    assert told == {date(2024, 10, 1): ["Ngày đầu: Cao điểm tháng 10"], date(2024, 12, 31): ["Ngày cuối: toàn đợt"]}
    plates = [sheet(year(), "vi", day).plate for day in (date(2023, 12, 29), date(2024, 3, 1), date(2025, 1, 3))]
    assert plates == ["Trước đợt", "Trong đợt", "Sau đợt"]


def test_a_duty_that_lasts_gives_no_sheet_of_its_own() -> None:
    assert agenda(year(), "nha-may").days() == (
        date(2024, 9, 30),
        *(date(2024, 10, day) for day in (7, 14, 21, 28)),
    )


def test_overviews_hold_what_comes_back_once() -> None:
    expected = ["A1", "A2", "T1", "T4", "T6", "T2", "T3", "T5", "T7", "Q1"]
    groups = timeline(year(), "vi").groups
    assert [row.task.id for group in groups for row in group.rows] == expected
    assert [group.title for group in groups] == ["Chuẩn bị", "Trong đợt", "Sau đợt"]
    assert sorted(row.id for row in matrix(year(), "vi").rows) == sorted(expected)
    assert [(row.id, row.due) for row in by_agency(year(), "vi")[2].rows] == [
        ("T4", "01/01/2024 - 31/12/2024"),
        ("T2", "01/10/2024 - 31/10/2024"),
    ]


def test_what_comes_back_says_how_often_and_has_a_sign_for_each_time() -> None:
    report = timeline(year(), "vi")
    rows = {row.task.id: (row.task.length, len(row.times)) for group in report.groups for row in group.rows}
    assert {name: rows[name] for name in ("T4", "T3", "T6", "T2")} == {
        "T4": ("12 lần", 12),
        "T3": ("4 lần", 4),
        "T6": ("366 ngày", 0),  # whenever it comes up
        "T2": ("31 ngày", 0),
    }
    text = chart.timeline(report, Screen(), "vi")
    assert "▪ mỗi lần của việc lặp lại" in text
    line = next(one for one in text.splitlines() if " T4 " in one)
    assert (line.count("▪"), line.count("█")) == (12, 0)


def test_a_year_stands_on_a_screen() -> None:
    lines = chart.timeline(timeline(year(), "vi"), Screen(), "vi").splitlines()
    assert max(map(len, lines)) <= 80
    assert next(line for line in lines if "T1" in line).count("█") == 25
    assert any(line.endswith("··················▲▲▲····") for line in lines)


def test_peaks_are_shaded_and_named_on_the_chart() -> None:
    from runbook.render.drawing.frame import Stamp
    from runbook.render.drawing.gantt import gantt

    def drawn(schedule: Schedule) -> tuple[int, list[str]]:
        items = gantt(timeline(schedule, "vi"), schedule, Stamp("vi", "", "", ""))[0].items
        tints = sum(isinstance(one, Rect) and one.fill == PEAK for one in items)
        return tints, [one.text for one in items if isinstance(one, Text) and one.text.startswith(("Cao", "Ngày N"))]

    assert drawn(year()) == (1, ["Cao điểm tháng 10"])
    assert drawn(plan(ceremony(WEEKS))) == (0, ["Ngày N 03/03"])


def test_a_calendar_has_one_day_for_what_lasts_long_and_bars_for_what_does_not() -> None:
    found = entries(year(), "phong-vh")
    assert {key: days(found[key]) for key in ("~ceremony", "~peak~cao-diem", "T1", "T6")} == {
        "~ceremony": ("2024-01-01", "2024-01-02"),
        "~peak~cao-diem": ("2024-10-01", "2024-11-01"),
        "T1": ("2024-01-01", "2024-01-02"),
        "T6": ("2024-01-01", "2024-01-02"),
    }
    assert found["T1"].summary == "Đăng tin trên cổng thông tin (đến hết T3 31/12)"
    assert [found[key].busy for key in ("~ceremony", "~peak~cao-diem", "T1", "T3.2024-10-07")] == [False] * 3 + [True]
    assert days(entries(year(), "nha-may")["T5"]) == ("2024-10-10", "2024-10-17")
    assert "T3" not in found
    assert [key for key in found if key.startswith("~peak~cao-diem~")] == [f"~peak~cao-diem~{n}" for n in (10, 3, 1)]


def test_what_is_due_again_is_one_entry_at_its_hour_and_a_reminder_where_it_is_seldom() -> None:
    monthly = entries(year(), "xa-dong")
    assert [monthly[key].summary for key in ("T4.2024-03-20", "T4.2024-03-20~reminder")] == [
        "Hạn 17h30 20/03: [Mỗi đơn vị] Báo cáo tháng",
        "Còn 2 ngày làm việc: Hạn 17h30 20/03: [Mỗi đơn vị] Báo cáo tháng",
    ]
    assert "Định kỳ: hằng tuần thứ Hai 08h30" in entries(year(), "nha-may")["T3.2024-10-07"].description
    weekly = entries(plan(ceremony(WEEKS)), "police")
    assert [key for key in weekly if key.startswith("T2")] == [f"T2.2025-03-{day:02}" for day in (7, 14, 21, 28)]


def test_a_rule_that_changes_cancels_what_is_left_out_and_keeps_the_rest() -> None:
    told = ical.entries(year(), "vi")
    first = {one.entry.uid: one for one in ical.revise({}, told, 1, 0, "vi")}
    fewer = plan(ceremony(YEAR.replace("weekly Mon 08:30", "every 2 weeks Mon 08:30")))
    changed = ical.revise(first, ical.entries(fewer, "vi"), 2, 1, "vi")
    cancelled = {one.entry.key for one in changed if one.entry.status == "CANCELLED"}
    assert cancelled == {"T3.2024-10-14", "T3.2024-10-28"}
    kept = {one.entry.key for one in changed if one.entry.status != "CANCELLED"}
    assert kept == {"T3.2024-10-07", "T3.2024-10-21"}  # their words on how often they come back


@pytest.mark.parametrize("text", [YEAR, WEEKS])
def test_a_campaign_comes_back_from_its_workbook(text: str) -> None:
    root, _ = syntax.parse(text, "dot.yaml")
    built, _ = build.ceremony(root, "dot.yaml", holidays_of)
    assert isinstance(root, syntax.Mapping)
    assert built is not None
    read = reading.read(writing.written(root, plan(built)), "dot.xlsx")
    again, problems = build.ceremony(read.root, "dot.xlsx", holidays_of)
    assert (read.problems, problems) == ((), ())
    assert again is not None
    assert told(again) == told(built)


def told(found: Ceremony) -> tuple[object, ...]:
    return found.campaign, found.occasions, found.tasks, found.links, found.agencies, found.date, found.closing


def test_a_campaign_is_cloned_by_the_days_of_the_year() -> None:
    found = clone(YEAR, "dot.yaml", ceremony(YEAR), date(2025, 10, 1), holidays_of)
    assert found.ceremony is not None
    changed = [new for old, new in zip(YEAR.splitlines(), found.text.splitlines(), strict=True) if old != new]
    days = [
        *("01/01/2025..31/12/2025", "01/10/2025..31/10/2025", "10/10/2025..16/10/2025", "by 20/01/2026"),
        *("first: 15/10/1974, day: 15/10/2025", "not_before: 01/11/2025, finish: by 15/11/2025"),
    ]
    assert [one for one in days if not any(one in line for line in changed)] == []
    assert found.ceremony.date.chosen == date(2025, 10, 1)


def test_the_end_of_a_month_stays_its_end_and_another_day_of_the_month_moves_all() -> None:
    text = "ceremony: dot\ntitle: Đợt\ncampaign: {span: 01/01/2023..28/02/2023}\nagencies: {a: Sở A}\n"
    moved = [
        clone(text, "dot.yaml", ceremony(text), to, holidays_of).text for to in (date(2024, 1, 1), date(2024, 1, 8))
    ]
    assert ["01/01/2024..29/02/2024" in moved[0], "08/01/2024..06/03/2024" in moved[1]] == [True, True]


def test_an_anniversary_keeps_its_day_whatever_day_n_does() -> None:
    whole = "occasions: [{name: Ngày thành lập, first: 29/02/1972, day: 29/02/2024}]\n"
    for text, to in ((YEAR, date(2025, 10, 8)), (SITTING + whole, date(2025, 11, 20))):
        moved = clone(text, "le.yaml", ceremony(text), to, holidays_of).ceremony
        assert moved is not None
        assert [one.day for one in moved.occasions] == [date(2025, 10, 15) if text is YEAR else date(2025, 2, 28)]


def test_the_json_says_what_lasts_and_what_comes_back() -> None:
    found = json.loads(plan_json(year()))
    assert found["campaign"]["span"] == ["2024-01-01", "2024-12-31"]
    tasks = {one["id"]: one for one in found["tasks"]}
    assert tasks["T2"]["window"] == ["2024-10-01", "2024-10-31"]
    assert tasks["T3.2024-10-07"]["series"] == "T3"
    assert {"window", "series"}.isdisjoint(tasks["A1"])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    workspace = Workspace()
    workspace.write(YEAR)
    return workspace


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["show", "le.yaml"], "show"),
        (["dates", "le.yaml"], "dates"),
        (["plan", "le.yaml", "--day", "01/11/2024"], "--day"),
        (["export", "le.yaml", "a.html", "--what", "dates"], "dates"),
        (["export", "le.yaml", "a.pdf", "--what", "presenter"], "presenter"),
    ],
)
def test_what_belongs_to_a_sitting_is_refused_in_words(desk: Workspace, words: list[str], what: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stderr.startswith(f"Lỗi: “{what}” chỉ có ở một buổi lễ")) == (1, True)


@pytest.mark.parametrize("command", ["check", "plan", "timeline", "matrix", "sheet", "ics"])
def test_every_other_command_answers(desk: Workspace, command: str) -> None:
    options = {"sheet": ["--date", "14/10/2024"], "ics": ["--output", "a.ics"]}.get(command, [])
    done(run(command, "le.yaml", *options))


def test_a_build_leaves_out_what_belongs_to_a_sitting(desk: Workspace) -> None:
    desk.release(YEAR, "20/12/2023T09:00")
    found = desk.built("pages,calendars,data")
    names = set(found)
    assert [name for name, data in found.items() if name.endswith(".ics") and broken_rules(data)] == []
    assert "phieu-ngay/2024-10-14.html" in names
    assert not [name for name in names if "kich-ban" in name or "chon-ngay" in name]
