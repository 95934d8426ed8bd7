"""The load of agencies and resources by day."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import cli
from runbook.levelling.wants import working_spans
from runbook.render.dossier import Dossier
from runbook.render.load_data import load_json
from runbook.render.load_text import hours
from runbook.render.products import PRODUCTS, Wish
from runbook.reports.load import Amount, Load, load
from runbook.schedule import plan
from tests.paper import sizes_of
from tests.reading import HEAD, ceremony, tasks
from tests.shipped import ROOT
from tests.test_levelling_ceremony import drawn
from tests.workbooks import nodes

CONFERENCE = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
WITH_HALL = HEAD + "resources: {hall: {name: Hội trường}}\n"
GROUP = (
    HEAD
    + """\
  cac-quan: {name: Các quận, members: {ba-dinh: Ba Đình, dong-da: Đống Đa, tay-ho: Tây Hồ}}
tasks:
  a: {title: Báo cáo, each: cac-quan, work: 1d}
  b: {title: Phối hợp, lead: van-phong, support: [cac-quan, dong-da], work: 4h}
"""
)


def of(text: str, agency: str = "") -> Load:
    return load(plan(ceremony(text)), "vi", agency)


def amounts(report: Load) -> dict[str, list[tuple[str, int, int]]]:
    """Minutes led and in support by agency and day, days without any left out."""
    return {
        row.id: [
            (f"{day:%d/%m}", one.led, one.support)
            for day, one in zip(report.columns, row.amounts, strict=True)
            if one.led or one.support
        ]
        for row in report.agencies
    }


def test_a_task_counts_on_each_day_what_is_worked_that_day() -> None:
    found = load(plan(tasks("a: {work: 1.5d, support: [cong-an], not_before: 18/11/2024 13:30}")), "vi")
    assert amounts(found) == {
        "van-phong": [("18/11", 240, 0), ("19/11", 480, 0)],
        "cong-an": [("18/11", 0, 240), ("19/11", 0, 480)],
    }


def test_what_waits_on_the_wall_clock_counts_office_hours() -> None:
    found = load(plan(tasks("a: {elapsed: 2d, not_before: 21/11/2024 12:00}\nb: {work: 0.5d}")), "vi")
    assert amounts(found)["van-phong"] == [("18/11", 240, 0), ("21/11", 240, 0), ("22/11", 480, 0)]


def test_members_count_what_each_hands_in_and_a_group_what_it_supports() -> None:
    found = of(GROUP)
    assert amounts(found) == {
        "van-phong": [("18/11", 240, 0)],
        "cac-quan": [("18/11", 0, 240)],
        "ba-dinh": [("18/11", 480, 0)],
        "dong-da": [("18/11", 480, 240)],
    }
    assert [(row.id, [one.id for one in row.alike]) for row in found.agencies if row.alike] == [("ba-dinh", ["tay-ho"])]
    assert amounts(of(GROUP, "tay-ho")) == {"tay-ho": [("18/11", 480, 0)]}


def test_agencies_of_one_name_are_told_apart_for_programs() -> None:
    text = GROUP.replace("Đống Đa", "Tân Tiến").replace("Tây Hồ", "Tân Tiến").replace("cac-quan, dong-da", "cac-quan")
    schedule = plan(ceremony(text))
    agencies = json.loads(load_json(schedule.ceremony, load(schedule, "vi")))["agencies"]
    assert [row["alike"] for row in agencies if row["id"] == "ba-dinh"] == [["dong-da", "tay-ho"]]


def test_agencies_stand_in_the_order_of_protocol() -> None:
    found = load(plan(tasks("a: {work: 1d, lead: cong-an}\nb: {work: 1d}")), "vi")
    assert [row.id for row in found.agencies] == ["van-phong", "cong-an"]


def test_a_resource_shows_how_much_of_it_is_wanted_at_once() -> None:
    found = load(plan(tasks("a: {work: 4h, uses: hall}\nb: {work: 1d, uses: hall}", WITH_HALL)), "vi")
    (hall,) = found.resources
    assert hall.amounts == (Amount(480, 0, 2),)
    assert hall.over(0)
    assert not found.agencies[0].over(0)


def test_a_long_plan_is_told_by_weeks() -> None:
    found = load(plan(tasks("a: {work: 1d}\nb: {work: 1d, not_before: 20/01/2025}")), "vi")
    assert (found.weekly, found.full) == (True, 5 * 480)
    assert {day.isoweekday() for day in found.columns} == {1}
    assert amounts(found)["van-phong"] == [("18/11", 480, 0), ("20/01", 480, 0)]


@given(st.integers(0, 10**6), st.integers(1, 8))
@settings(max_examples=25, deadline=None)
def test_the_days_add_up_to_the_work(seed: int, size: int) -> None:
    schedule = plan(drawn(seed, size))
    found = load(schedule, "vi")
    whole = sum(end - start for task in schedule.ceremony.tasks for start, end in working_spans(schedule, task))
    assert (
        sum(one.led for row in found.agencies for one in row.amounts)
        == whole
        == sum(task.minutes for task in schedule.ceremony.tasks)
    )


def test_hours_are_written_as_people_do() -> None:
    assert [hours(minutes, "vi") for minutes in (480, 90, 4)] == ["8", "1,5", "0,1"]


def run(*words: str) -> str:
    env = {"RUNBOOK_LANG": "vi", "COLUMNS": "80", "NO_COLOR": "1"}
    result = CliRunner(env=env).invoke(cli.runbook, words, prog_name="runbook")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_shows_a_heat_map_and_a_table_within_80_columns(tmp_path: Path) -> None:
    file = tmp_path / "le.yaml"
    file.write_text(
        WITH_HALL + "tasks:\n  a: {title: A, lead: van-phong, support: cong-an, work: 1.5d, uses: hall}\n", "utf-8"
    )
    text = run("load", str(file))
    shown = text[text.index("GIỜ LÀM VIỆC") :]
    assert shown.split("Cả chủ trì")[0] == (
        "GIỜ LÀM VIỆC CỦA TỪNG ĐƠN VỊ, THEO NGÀY\n\n"
        "           11/2024\n           11\n           89\nVăn phòng  ▒░\nCông an    ▒░\n\n"
    )
    heads = "Đơn vị     T2     T3\n           18/11  19/11\n---------  -----  -----\n"
    assert heads + "Văn phòng  8      4\nCông an    +8     +4\n" in shown
    assert "Hội trường  8 1/1  4 1/1\n" in shown
    assert max(map(len, text.splitlines())) <= 80
    assert "NGUỒN LỰC" not in run("load", str(file), "--by", "agency")


def test_the_same_for_programs(tmp_path: Path) -> None:
    found = json.loads(run("load", str(CONFERENCE), "--json"))
    offices = {row["id"]: row for row in found["agencies"]}
    assert (found["unit"], found["full"], found["columns"][0]) == ("day", 480, "2024-11-08")
    assert offices["so-vhtt"]["led"][0] == 240 * 2
    assert len(offices["ba-dinh"]["alike"]) == 29
    table = tmp_path / "load.csv"
    run("export", str(CONFERENCE), str(table), "--what", "load")
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"))))
    assert rows[0] == ["Loại", "Mã", "Tên", "Từ ngày", "Giờ chủ trì", "Giờ phối hợp", "Giờ dùng", "Cần cùng lúc", "Có"]
    assert ["đơn vị", "so-vhtt", "Sở VHTT", "2024-11-08", "8.00", "0.00", "", "", ""] in rows
    assert ["nguồn lực", "nguoi-dan", "Người dẫn chương trình (MC)", "2024-11-22", "", "", "2.00", "1", "1"] in rows


@pytest.fixture(scope="module")
def wish() -> Wish:
    text = CONFERENCE.read_text("utf-8")
    return Wish(Dossier(plan(ceremony(text)), nodes(text)))


def test_the_drawing_names_every_row_and_figure(wish: Wish) -> None:
    (picture,) = PRODUCTS[".svg"]["load"](wish)
    told = [one.text for one in ElementTree.fromstring(picture).iter() if one.tag.endswith("text")]
    report = load(wish.schedule, "vi")
    assert {row.name for row in report.agencies if not row.alike} <= set(told)
    assert {row.name for row in report.resources} <= set(told)
    assert "Quận Ba Đình và 29 đơn vị như vậy" in told


def test_the_paper_is_legible(wish: Wish) -> None:
    (paper,) = PRODUCTS[".pdf"]["load"](wish)
    assert min(size for _, size in sizes_of(paper)) >= 7
