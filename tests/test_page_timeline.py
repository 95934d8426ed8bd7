"""The chart of the timeline: its numbers are the schedule's, its drawing is its numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.axis import DAY
from runbook.render import page
from runbook.render.page.gantt import Bar, bars, charts, links, place
from runbook.render.page.layout import (
    CHART_X,
    LEAD_ROOM,
    LEAD_SIZE,
    SIZE,
    TAG_ROOM,
    TITLE_ROOM,
    UNDER_MASTHEAD,
    WIDTH,
    sheets,
)
from runbook.render.page.lettering import lines, width
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.page_samples import SMALL, Node, read
from tests.reading import HEAD, ceremony, tasks

LONG = "Trung tâm Thông tin, Văn hóa và Thể thao quận Nam Từ Liêm phối hợp Ban Quản lý di tích và danh thắng Hà Nội"


def drawing(schedule: Schedule) -> Node:
    html = page.timeline_page(timeline(schedule, "vi"), schedule, page.Imprint("vi"))
    return read(html)


def only_chart(schedule: Schedule) -> dict[str, Bar]:
    (chart,) = charts(timeline(schedule, "vi"))
    return bars(schedule, chart)


def test_bars_stand_where_the_schedule_says() -> None:
    """Monday 18/11 is the first column: 3.5 days of work end at noon on Thursday, in the middle of the fourth."""
    assert only_chart(plan(ceremony(SMALL))) == {
        "A1": Bar("A1", left=0, right=0, latest=0, deadline=None, milestone=True, critical=True),
        "A2": Bar("A2", left=0, right=3.5, latest=3.5, deadline=None, milestone=False, critical=True),
        "A3": Bar("A3", left=3.5, right=4, latest=4, deadline=4, milestone=False, critical=True),
        "Y1": Bar("Y1", left=0, right=1, latest=3, deadline=None, milestone=False, critical=False),
        "Y2": Bar("Y2", left=1, right=2, latest=4, deadline=None, milestone=False, critical=False),
        "Q1": Bar("Q1", left=4.1875, right=4.6875, latest=5, deadline=5, milestone=False, critical=False),
    }


def test_a_bar_over_a_weekend_spans_it_and_days_off_are_grey() -> None:
    schedule = plan(
        tasks("A: {work: 2d, not_before: 15/11/2024}", HEAD.replace("start: 18/11/2024", "start: 15/11/2024"))
    )
    assert only_chart(schedule)["A"] == Bar("A", 0, 4, 7, None, False, False)
    grey = [one for one in drawing(schedule).one("svg").all("rect") if one.attributes["fill"] == "#e2e2e2"]
    day = (WIDTH - 2 - CHART_X) / 8
    places = [round(float(one.attributes["x"]) - CHART_X, 1) for one in grey if one.attributes["y"] == "16"]
    assert places == [round(day, 1), round(2 * day, 1)]


@given(st.integers(0, 40 * DAY), st.integers(0, 40 * DAY))
def test_places_never_run_backwards(one: int, other: int) -> None:
    schedule = plan(ceremony(SMALL))
    first = date(2024, 11, 1)
    begins = schedule.axis.minute(first)
    early, late = sorted((one, other))
    assert place(schedule, begins + early, first) <= place(schedule, begins + late, first)
    assert int(place(schedule, begins + early, first)) in (early // DAY, early // DAY + 1)


def test_midnight_is_the_edge_of_a_column() -> None:
    schedule, first = plan(ceremony(SMALL)), date(2024, 11, 15)
    edges = [place(schedule, schedule.axis.minute(first + timedelta(days=number)), first) for number in range(5)]
    assert edges == [0, 1, 2, 3, 4]


def test_the_drawing_holds_every_bar_to_a_hundredth_of_a_pixel() -> None:
    schedule = plan(ceremony(SMALL))
    drawn = {one.attributes["data-task"]: one for one in drawing(schedule).all("g") if "data-task" in one.attributes}
    shapes = only_chart(schedule)
    day = (WIDTH - 2 - CHART_X) / 5
    assert list(drawn) == ["A1", "A2", "A3", "Y1", "Y2", "Q1"]
    for key, bar in shapes.items():
        if bar.milestone:
            corners = [float(point.split(",")[0]) for point in drawn[key].one("polygon").attributes["points"].split()]
            assert sum(corners) / 4 == pytest.approx(CHART_X + bar.left * day, abs=0.01)
        else:
            rect = drawn[key].one("rect").attributes
            assert float(rect["x"]) == pytest.approx(CHART_X + bar.left * day, abs=0.01)
            assert float(rect["width"]) == pytest.approx((bar.right - bar.left) * day, abs=0.01)


def test_critical_bars_are_solid_with_a_thick_border_and_others_white() -> None:
    drawn = [one for one in drawing(plan(ceremony(SMALL))).all("g") if "data-task" in one.attributes]
    looks = {
        one.attributes["data-task"]: (rect.attributes["fill"], rect.attributes["stroke-width"])
        for one in drawn
        for rect in one.all("rect")
    }
    critical, plain = ("#a31621", "1.8"), ("#fff", "0.9")
    assert looks == {"A2": critical, "A3": critical, "Y1": plain, "Y2": plain, "Q1": plain}


def test_the_cells_beside_the_chart() -> None:
    texts = [one.text for one in drawing(plan(ceremony(SMALL))).one("svg").all("text")]
    row = texts.index("Y1")
    assert texts[row : row + 6] == ["Y1", "Phương án trực", "Sở Y tế", "18/11", "18/11", "1 ngày"]
    row = texts.index("A2")
    assert texts[row : row + 7] == ["A2", "Viết báo cáo", "Sở VHTT", "18/11", "21/11", "3,5 ngày", "GĂNG"]
    assert "Ngày N 22/11" in texts
    assert "Việc theo giờ (2 việc theo giờ: xem phiếu điều hành ngày)" in texts


def test_the_moment_of_planning_is_a_line_only_where_one_was_given() -> None:
    whole = ceremony(SMALL)
    quiet, asked = plan(whole), plan(whole, None, plan(whole).passes.floor + DAY)
    assert not [one for one in drawing(quiet).all("text") if one.text.startswith("Thời điểm lập")]
    assert [one.text for one in drawing(asked).all("text") if one.text.startswith("Thời điểm lập")] == [
        "Thời điểm lập 19/11"
    ]


def test_links_carry_the_ends_they_tie() -> None:
    schedule = plan(tasks("A: {work: 1d}\nB: {work: 1d, after: [A SS+2h, A FF]}\nC: {work: 1h, after: [B, A SF]}"))
    assert links(schedule, ["A", "B"]) == (("A", "B", False, False), ("A", "B", True, True))
    assert links(schedule, ["A", "B", "C"])[2:] == (("B", "C", True, False), ("A", "C", False, True))


def test_a_day_of_duties_alone_is_drawn_itself() -> None:
    schedule = plan(ceremony(HEAD + "day:\n  n1: {title: Mở cửa, lead: cong-an, at: opening-30m, length: 30m}\n"))
    assert list(only_chart(schedule)) == ["n1"]


def test_many_days_make_two_charts_parted_at_day_n() -> None:
    after = "after:\n  Q: {title: Quyết toán, lead: van-phong, work: 40d}\n"
    schedule = plan(ceremony(HEAD + "tasks:\n  A: {title: Soạn, lead: cong-an, work: 1d}\n" + after))
    parts = charts(timeline(schedule, "vi"))
    assert [[row.task.id for group in part.groups for row in group.rows] for part in parts] == [["A"], ["Q"]]
    assert parts[0].days[0].day == date(2024, 11, 18)
    assert parts[1].days[0].day == date(2024, 11, 22)


def long_plan(count: int) -> Schedule:
    head = HEAD.replace("Công an", f"'{LONG}'").replace("18/11/2024", "01/11/2024")
    rows = "\n".join(f"T{n}: {{title: '{LONG} {n}', lead: cong-an, work: 4h}}" for n in range(count))
    return plan(tasks(rows, head))


def test_a_long_plan_takes_several_sheets_and_draws_every_task_once() -> None:
    schedule = long_plan(60)
    (chart,) = charts(timeline(schedule, "vi"))
    found = sheets(chart, "vi", UNDER_MASTHEAD)
    assert [line.row.task.id for one in found for line in one.lines if line.row] == [
        row.task.id for group in chart.groups for row in group.rows
    ]
    assert len(found) > 1
    assert all(one.lines[0].row is None for one in found)
    assert {one.lines[0].title for one in found[1:]} == {("Chuẩn bị (tiếp)",)}
    assert all(one.lines[-1].row is not None for one in found)
    assert max(one.height for one in found) <= 850
    drawn = [one.attributes["data-task"] for one in drawing(schedule).all("g") if "data-task" in one.attributes]
    assert sorted(drawn) == sorted(schedule.rows)


def test_long_names_are_broken_into_lines_that_fit_their_column() -> None:
    (chart,) = charts(timeline(long_plan(2), "vi"))
    for line in sheets(chart, "vi", UNDER_MASTHEAD)[0].lines[1:]:
        assert line.row is not None
        assert " ".join(line.title) == line.row.task.title
        assert " ".join(line.lead) == LONG
        assert len(line.lead) > 3
        assert max(width(text, SIZE, bool(line.row.task.mark)) for text in line.title) <= TITLE_ROOM - TAG_ROOM
        assert max(width(text, LEAD_SIZE) for text in line.lead) <= LEAD_ROOM
        assert line.height >= 12 * len(line.lead)


@settings(max_examples=200)
@given(st.text("abc Đđấộ WM,-", max_size=120), st.floats(30, 400))
def test_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    found = lines(text, room, 10)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 10) <= room for line in found)
