"""What papers say of duties without days of their own, of several anniversaries, of a programme that is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runbook.render import text
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.network_chart import network
from runbook.render.drawing.scene import Rect
from runbook.render.terminal import Screen
from runbook.reports.plan import plan_report
from runbook.reports.rows import heading, task_row
from runbook.reports.sheet import sheet
from runbook.reports.timeline import timeline
from runbook.reports.work import work
from runbook.schedule import Schedule, plan
from tests.campaigns import YEAR
from tests.reading import ceremony
from tests.workspace import run

SITTING = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {a: Sở A}\n"


def year() -> Schedule:
    return plan(ceremony(YEAR))


def test_an_agency_is_told_by_which_rule_its_duties_come_back_and_no_time_in_hand() -> None:
    rows = {row.id: row for row in work(year(), "vi", "phong-vh").leads}
    assert [(one, rows[one].length, rows[one].recurs, rows[one].spare) for one in ("T1", "T3", "T6", "A1")] == [
        ("T1", "366 ngày", "", ""),
        ("T3", "4 lần", "hằng tuần thứ Hai 08h30", ""),
        ("T6", "366 ngày", "khi phát sinh", ""),
        ("A1", "5 ngày", "", rows["A1"].float_text),
    ]
    assert rows["A1"].spare
    assert task_row(year(), year().rows["T3.2024-10-14"], "vi").recurs == ""


def test_a_sheet_of_standing_duties_alone_says_that_the_day_has_none_of_its_own() -> None:
    told = text.sheet(sheet(year(), "vi", date(2024, 2, 3), "phong-vh"), Screen(80), "vi")
    assert "\n\nKhông có việc riêng trong ngày này.\n\n" in told
    assert "\n\nHAI NGÀY CÓ VIỆC TIẾP THEO\n" in told


def test_of_many_occasions_a_sheet_names_the_nearest_and_the_plan_all() -> None:
    many = [f"{{name: Ngày {month}, day: 05/{month:02}/2024}}" for month in (2, 5, 8, 11)]
    first = YEAR.index("occasions:")
    listed = f"occasions: [{', '.join(many)}]" + YEAR[YEAR.index("\n", first) :]
    schedule = plan(ceremony(YEAR[:first] + listed))
    above = [heading(schedule, "vi"), sheet(schedule, "vi", date(2024, 5, 20)).heading]
    assert [one.occasions for one in above] == [
        "kỷ niệm Ngày 11 và 3 ngày kỷ niệm khác",
        "kỷ niệm Ngày 5 và 3 ngày kỷ niệm khác",
    ]
    assert plan_report(schedule, "vi").heading.occasions == (
        "kỷ niệm Ngày 2; kỷ niệm Ngày 5; kỷ niệm Ngày 8; kỷ niệm Ngày 11"
    )


def test_the_network_leaves_out_standing_duties_that_nothing_waits_for() -> None:
    (scene,) = network(timeline(year(), "vi"), year(), Stamp("vi", "", ""))
    boxes = {item.of for item in scene.items if isinstance(item, Rect) and item.of}
    assert boxes == {"A1", "A2", "T2", "T7", "Q1"}


@pytest.mark.parametrize("what", ["show", "presenter", "technical", "delegates"])
def test_a_sitting_without_a_programme_has_no_paper_of_one(tmp_path: Path, what: str) -> None:
    file = tmp_path / "le.yaml"
    file.write_text(SITTING, encoding="utf-8")
    told = run("export", str(file), str(tmp_path / "a.pdf"), "--what", what)
    assert (told.exit_code, told.stderr) == (
        1,
        f"Lỗi: “{what}” là giấy tờ của chương trình; tệp này chưa có chương trình buổi lễ, bổ sung ở mục programme.\n",
    )
