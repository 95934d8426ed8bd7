"""The page of the timeline shows the sheets of the chart, one to a sheet of paper."""

from __future__ import annotations

from runbook.render import page
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.gantt import gantt
from runbook.render.drawing.scene import Text
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.drawings import large
from tests.page_samples import SMALL, Node, read
from tests.reading import ceremony


def shown(schedule: Schedule) -> Node:
    return read(page.timeline_page(timeline(schedule, "vi"), schedule, page.Imprint("vi", "UBND", "Kế hoạch số 1")))


def test_the_pictures_say_what_the_sheets_say() -> None:
    schedule = plan(large(90))
    sheets = gantt(timeline(schedule, "vi"), schedule, Stamp("vi", "UBND", "Kế hoạch số 1"))
    pictures = list(shown(schedule).all("svg"))
    assert len(pictures) == len(sheets) > 1
    for picture, sheet in zip(pictures, sheets, strict=True):
        assert [one.text for one in picture.all("text")] == [one.text for one in sheet.items if isinstance(one, Text)]


def test_every_picture_has_a_name_for_those_who_cannot_see_it() -> None:
    (picture,) = shown(plan(ceremony(SMALL))).all("svg")
    assert picture.attributes["role"] == "img"
    label = "Tiến độ thực hiện kế hoạch. Biểu đồ 6 việc từ 18/11/2024 đến 22/11/2024, trang 1."
    assert picture.attributes["aria-label"] == label


def test_the_paper_is_the_sheet_and_the_margins_are_the_sheets() -> None:
    small, big = (shown(plan(one)).one("style").text for one in (ceremony(SMALL), large(90)))
    assert "size: 297mm 210mm; margin: 0;" in small
    assert "size: 420mm 297mm; margin: 0;" in big
