"""Documents on paper of ceremonies of any size: nothing leaves its place, and every page is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import ceil

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from runbook.render import pdf
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.gantt import gantt
from runbook.reports.matrix import matrix
from runbook.reports.plan import By, plan_report
from runbook.reports.sheet import days, sheet
from runbook.reports.show import show
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.paper import Page, letters_of, pages_of, sizes_of
from tests.paper_cells import spilled
from tests.paper_samples import AGENCIES, Sketch, printing, sketches
from tests.reading import ceremony

NUMBER = re.compile(r"Trang\s+(\d+)/(\d+)")
MARGINS = {"portrait": (20, 12), "landscape": (15, 12), "official": (30, 15)}  # left and right, in mm
ROWS = 48  # the rows of one line that the room between head and foot of an upright page holds at most
LEAST = 7  # points: smaller type is hard to read
Made = Mapping[tuple[str, str], bytes]  # by a name and the paper it is on


def papers(schedule: Schedule) -> Made:
    """Every kind of paper but drawings; run sheets of the first day, for all and for one."""
    known = printing(schedule.ceremony)
    stage = {("show", "landscape"): pdf.Edition.ORGANISER, ("technical", "landscape"): pdf.Edition.TECHNICAL}
    spoken = {("presenter", "portrait"): pdf.Edition.PRESENTER, ("delegates", "official"): pdf.Edition.DELEGATES}
    return {
        ("sheet of one", "portrait"): pdf.run_sheet(sheet(schedule, "vi", days(schedule)[0], "a0"), known),
        **{key: pdf.run_of_show(show(schedule, "vi"), known, one) for key, one in (stage | spoken).items()},
        ("matrix", "landscape"): pdf.duty_matrix(matrix(schedule, "vi"), known),
        ("tasks", "official"): pdf.assignment(schedule, known),
        ("tasks of each", "official"): pdf.assignment(schedule, known, By.AGENCY),
        ("decisions", "portrait"): pdf.decision_points(schedule, known),
        **plain(schedule),
    }


def plain(schedule: Schedule) -> Made:
    """Papers that a plan of thousands of tasks fills some hundred pages of, not thousands."""
    known = printing(schedule.ceremony)
    return {
        ("sheet", "portrait"): pdf.run_sheet(sheet(schedule, "vi", days(schedule)[0]), known),
        ("agency", "portrait"): pdf.agency_part(schedule, "a0", known),
        ("plan", "portrait"): pdf.do_first(plan_report(schedule, "vi"), known),
    }


def check(schedule: Schedule, made: Made) -> None:
    for (name, paper), one in made.items():
        pages = pages_of(one)
        faults = [words for page in pages for words in (*page.outside(*MARGINS[paper]), *page.overprinted())]
        assert (name, faults, spilled(one, centred=paper == "official" or name == "matrix")) == (name, [], [])
        assert [size for _, size in sizes_of(one) if size < LEAST - 0.001] == [], name
        assert numbers_of(pages) == [(number, len(pages)) for number in range(1, len(pages) + 1)], name
    rows = sum(len(band.rows) for band in sheet(schedule, "vi", days(schedule)[0]).bands)
    assert len(pages_of(made["sheet", "portrait"])) >= ceil(rows / ROWS)


def numbers_of(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """The number of each page and of how many, as its foot says."""
    found = [NUMBER.search(page.text) for page in pages]
    return [(int(one[1]), int(one[2])) for one in found if one]


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(sketches(25))
def test_nothing_overflows_whatever_the_names_and_however_many_tasks(sketch: Sketch) -> None:
    schedule = plan(ceremony(sketch.text))
    check(schedule, papers(schedule))


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(sketches(40))
def test_nothing_overflows_in_three_hundred_ceremonies(sketch: Sketch) -> None:
    schedule = plan(ceremony(sketch.text))
    check(schedule, papers(schedule))


@pytest.mark.slow
@settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(sketches(2000, least=1500))
def test_nothing_overflows_with_two_thousand_tasks(sketch: Sketch) -> None:
    schedule = plan(ceremony(sketch.text))
    check(schedule, plain(schedule))


@pytest.mark.parametrize("name", ["M" * 160, " ".join(AGENCIES)])
def test_names_of_any_length_stand_over_the_matrix_in_readable_type_on_as_many_sheets_as_they_take(name: str) -> None:
    schedule = plan(ceremony(Sketch("Hội nghị", "UBND", (name, *AGENCIES * 3), ("Viết báo cáo",), 20).text))
    made = pdf.duty_matrix(matrix(schedule, "vi"), printing(schedule.ceremony))
    assert min(size for _, size in sizes_of(made)) == LEAST
    pages = pages_of(made)
    assert [words for page in pages for words in (*page.outside(*MARGINS["landscape"]), *page.overprinted())] == []
    assert spilled(made, centred=True) == []
    assert letters_of(name) in letters_of(" ".join(page.text for page in pages))


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(sketches(90, least=40))
def test_a_timeline_has_as_many_pages_as_its_rows_take(sketch: Sketch) -> None:
    schedule = plan(ceremony(sketch.text))
    scenes = gantt(timeline(schedule, "vi"), schedule, Stamp("vi", "UBND", "", "Bản 1"))
    pages = pages_of(pdf.drawn(scenes, printing(schedule.ceremony), "Tiến độ"))
    assert numbers_of(pages) == [(number, len(scenes)) for number in range(1, len(scenes) + 1)]
    assert [words for page in pages for words in (*page.outside(), *page.overprinted())] == []
