"""Reports as a terminal shows them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from runbook.render import chart, text
from runbook.render.data import plan_json
from runbook.render.terminal import Screen, columns_of
from runbook.reports.changes import changes
from runbook.reports.matrix import matrix
from runbook.reports.plan import plan_report
from runbook.reports.sheet import sheet
from runbook.reports.show import show
from runbook.reports.timeline import timeline
from runbook.reports.why import why
from runbook.schedule import Schedule, plan
from tests.reading import HEAD, ceremony, tasks

FORK = "A: {work: 1d}\nB: {work: 3d, after: A}\nC: {work: 3d, after: A, lead: cong-an}\nD: {work: 1h}"

FITS = "A: {work: 1d}\nB: {work: 3d, after: A, lead: cong-an}"
DAY = date(2024, 11, 22)

Printed = Callable[[Schedule, Screen], str]
REPORTS: dict[str, Printed] = {
    "plan": lambda schedule, screen: text.plan(plan_report(schedule, "vi"), screen, "vi"),
    "timeline": lambda schedule, screen: chart.timeline(timeline(schedule, "vi"), screen, "vi"),
    "sheet": lambda schedule, screen: text.sheet(sheet(schedule, "vi", DAY), screen, "vi"),
    "show": lambda schedule, screen: text.show(show(schedule, "vi"), screen, "vi"),
    "matrix": lambda schedule, screen: text.matrix(matrix(schedule, "vi"), screen, "vi"),
    "why": lambda schedule, screen: text.why(why(schedule, "vi", "A"), screen, "vi"),
}


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_of_a_plan_that_does_not_hold_says_so_once(name: str) -> None:
    late, said = plan(tasks(FITS.replace("3d", "4d"))), "Không kịp: 2 trong 2 việc chuẩn bị bị chậm."
    assert REPORTS[name](late, Screen()).count(said) == 1
    assert "ông kịp" not in REPORTS[name](plan(tasks(FITS)), Screen())


def test_what_a_change_does_to_time_in_hand_is_a_table_of_its_own() -> None:
    before, after = plan(tasks("A: {work: 1d}")), plan(tasks("A: {work: 1d, finish: by 19/11/2024}"))
    lines = text.changes(changes(before, after, "vi"), Screen(), "vi").splitlines()
    assert lines[0] == "SO VỚI KHI CHƯA THAY ĐỔI"
    cells = ["A", "Việc A", "Văn phòng", "T5 21/11", "3 ngày", "T3 19/11", "1 ngày"]
    assert [re.split("  +", line.strip()) for line in lines[-2:]] == [cells, ["17h30", "17h30"]]


WHOLE = """
tasks:
  A: {title: Ban hành kế hoạch tổng kết, lead: van-phong, work: 1d}
  B: {title: Phương án bảo vệ, lead: cong-an, support: [van-phong], work: 2d, after: A}
day:
  n1: {title: Mở cửa, lead: cong-an, at: opening-1h, length: 30m, location: Sảnh, trouble: Mở cửa phụ}
programme:
  - {id: p1, title: Khai mạc, lead: van-phong, length: 2h, cue: MC1}
"""


@pytest.mark.parametrize("width", [30, 40, 50])
@pytest.mark.parametrize("name", REPORTS)
def test_a_narrow_screen_breaks_no_line_and_no_time(name: str, width: int) -> None:
    schedule = plan(ceremony(HEAD + WHOLE))
    wide, narrow = (REPORTS[name](schedule, Screen(columns)) for columns in (200, width))
    assert max(columns_of(line) for line in narrow.splitlines()) <= width
    assert narrow.count("[ ]") == (2 if name == "sheet" else 0)
    if name != "timeline":  # which leaves its dates out
        clocks = [set(re.findall(r"\b\d\dh\d\d\b|\b\d\d/\d\d\b", shown)) for shown in (wide, narrow)]
        assert clocks[0] == clocks[1]


def test_every_critical_path_is_told() -> None:
    assert plan_report(plan(tasks(FORK)), "vi").critical == (("A", "B"), ("A", "C"))
    assert plan_report(plan(tasks(FORK)), "vi", "cong-an").critical == (("A", "C"),)
    many = plan(tasks("\n".join(f"T{number}: {{work: 4d}}" for number in range(101))))
    assert "Chuỗi việc găng: 100+ (" in REPORTS["plan"](many, Screen())
    assert "Chuỗi việc găng" not in REPORTS["plan"](plan(tasks("D: {work: 1h}")), Screen())
    assert [line for line in REPORTS["plan"](plan(tasks(FORK)), Screen()).splitlines() if " → " in line] == [
        "  A → B",
        "  A → C",
    ]


def test_the_data_hold_critical_paths_and_drags() -> None:
    found = json.loads(plan_json(plan(tasks(FORK))))
    assert found["critical_paths"] == [["A", "B"], ["A", "C"]]
    assert {task["id"]: task["drag"] for task in found["tasks"]} == {"A": 480, "B": 0, "C": 0, "D": None}


def test_drags_are_left_out_where_there_are_very_many() -> None:
    found = json.loads(plan_json(plan(tasks("\n".join(f"T{number}: {{work: 4d}}" for number in range(501))))))
    assert {task["drag"] for task in found["tasks"]} == {None}
