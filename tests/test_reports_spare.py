"""Beside planned dates stands what is left after them, which is less than the float of a task placed late."""

from __future__ import annotations

from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.network_chart import network
from runbook.render.page import agency_page, imprint
from runbook.render.pdf.sheet import sheet_leaf
from runbook.reports.rows import task_rows
from runbook.reports.sheet import sheet
from runbook.reports.timeline import timeline
from runbook.schedule import plan
from tests.drawings import texts
from tests.page_samples import SMALL
from tests.paper_samples import printing
from tests.reading import ceremony, tasks

LATE = SMALL.replace("work: 1d, after: A1, location", "work: 1d, after: A1, place: late, location").replace(
    "each: cac-quan, work: 1d, after: Y1", "lead: so-y-te, work: 1d, after: Y1, place: late"
)


def test_a_task_placed_late_has_nothing_left() -> None:
    rows = task_rows(plan(ceremony(LATE)), "vi")
    assert {key: (rows[key].float_text, rows[key].spare) for key in ("A2", "Y1", "Y2", "Q1")} == {
        "A2": ("0", "0"),
        "Y1": ("2 ngày", "0"),
        "Y2": ("2 ngày", "0"),
        "Q1": ("2h30", "2h30"),
    }
    early = task_rows(plan(tasks("A: {work: 1d}\nB: {work: 1h, after: A}")), "vi")
    assert {key: row.spare == row.float_text != "0" for key, row in early.items()} == {"A": True, "B": True}


def test_every_paper_shows_what_is_left() -> None:
    whole = ceremony(LATE)
    schedule = plan(whole)
    row = schedule.rows["Y2"]
    day = schedule.axis.civil(row.start)[0]
    found = sheet_leaf(sheet(schedule, "vi", day), printing(whole))
    said = [one["latest"] for band in found["bands"] for one in band["rows"] if "trực" in one["title"]]
    assert said == ["Chậm nhất T5 21/11 17h30 (dự trữ 0)"]
    boxes = {one.text for one in texts(network(timeline(schedule, "vi"), schedule, Stamp("vi"))[0])}
    assert {one for one in boxes if one.startswith("Dự trữ")} == {"Dự trữ 0", "Dự trữ 2h30"}
    assert "2 ngày" not in agency_page(schedule, "so-y-te", imprint(whole))
