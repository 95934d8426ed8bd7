"""The sheets of the Gantt chart: they hold every task, nothing overflows, arrows and references lead where they say."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings

from runbook.axis import DAY
from runbook.render.drawing.bars import Bar, bars, chart, ties
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.gantt import gantt
from runbook.render.drawing.paper import A3, A4, ACCENT, DONE, OFF, Paper
from runbook.render.drawing.scene import Line, Polygon, Rect, Scene, Text
from runbook.render.drawing.signs import SHORTEST
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.drawings import box, ceremonies, faults, large, texts
from tests.page_samples import SMALL
from tests.reading import HEAD, ceremony, tasks

STAMP = Stamp("vi", "UBND Thành phố", "Kế hoạch số 12/KH-UBND ngày 01/11/2024", "Bản phát hành số 2, 13/11/2024")


def drawn(schedule: Schedule, paper: Paper | None = None, done: dict[str, float] | None = None) -> tuple[Scene, ...]:
    return gantt(timeline(schedule, "vi"), schedule, STAMP, paper, done)


def said(scene: Scene) -> list[str]:
    return [one.text for one in texts(scene)]


def standing_for(scenes: tuple[Scene, ...]) -> list[Rect | Polygon]:
    return [item for scene in scenes for item in scene.items if isinstance(item, Rect | Polygon) and item.of]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ceremonies())
def test_whatever_the_ceremony_every_sheet_holds_what_it_must(text: str) -> None:
    schedule = plan(ceremony(text))
    for paper in (A3, A4):
        check(schedule, drawn(schedule, paper))


def check(schedule: Schedule, scenes: tuple[Scene, ...]) -> None:
    assert [fault for scene in scenes for fault in faults(scene)] == []
    shown = [row.task for row in chart(timeline(schedule, "vi")).rows]
    rows = {sheet_of(scene): [one for one in said(scene) if one in schedule.rows] for scene in scenes}
    assert len(rows) == len(scenes)
    whole = {page: found for (page, tile), found in rows.items() if tile in ("", "A")}
    assert [task_id for found in whole.values() for task_id in found] == [task.id for task in shown]
    assert all(found == whole[page] for (page, _), found in rows.items())
    words = {word for scene in scenes for text in said(scene) for word in text.split()}
    assert {word for task in shown for word in task.title.split() if len(word) < 12} <= words
    page_of = {task_id: page for page, found in whole.items() for task_id in found}
    for scene in scenes:
        check_references(scene, page_of, schedule)


def sheet_of(scene: Scene) -> tuple[str, str]:
    found = re.search(r"Trang (\d+)([A-Z]*)/\d+[A-Z]*$", " ".join(one for one in said(scene) if "Trang" in one))
    assert found
    return found[1], found[2]


def check_references(scene: Scene, page_of: dict[str, str], schedule: Schedule) -> None:
    """A note names tasks of another page, that page, and stands in the row of a task they are linked with."""
    own, _ = sheet_of(scene)
    linked = {(link.predecessor, link.successor) for link in schedule.ceremony.links}
    heights = {one.text: one.y for one in texts(scene) if one.text in schedule.rows}
    for note in texts(scene):
        for sign, names, page in re.findall(r"([‹›]) ([VQ\d, ]+) tr\.(\d+)", note.text):
            (row,) = [task for task, y in heights.items() if abs(y - note.y) < 2.2]
            assert page != own
            for name in names.split(", "):
                assert page_of[name] == page
                assert ((name, row) if sign == "‹" else (row, name)) in linked


def test_bars_are_drawn_where_the_numbers_say() -> None:
    schedule = plan(ceremony(SMALL))
    own = bars(schedule, chart(timeline(schedule, "vi")))
    places = []
    for item in standing_for(drawn(schedule)):
        left, _, right, _ = box(item)
        bar = own[item.of]
        if bar.milestone:
            places.append((bar.start, (left + right) / 2))
        else:
            places += [(bar.start, left), (bar.finish, right)]
    (day0, x0), (day1, x1) = min(places), max(places)
    assert all(x == pytest.approx(x0 + (day - day0) * (x1 - x0) / (day1 - day0), abs=0.01) for day, x in places)
    assert sorted(item.of for item in standing_for(drawn(schedule))) == sorted(own)


def test_time_in_hand_ends_and_deadlines_stand_where_the_numbers_say() -> None:
    schedule = plan(ceremony(SMALL))
    own = bars(schedule, chart(timeline(schedule, "vi")))
    (scene,) = drawn(schedule)
    (day0, x0), (day1, x1) = [
        (own[item.of].start, box(item)[0]) for item in standing_for((scene,)) if item.of in ("Y1", "A3")
    ]
    rows = {one.text: one.y for one in texts(scene) if one.text in own}

    def found(lines: list[Line]) -> dict[str, float]:
        near = [(min(rows, key=lambda key: abs(rows[key] - one.points[0][1])), one.points[-1][0]) for one in lines]
        return {key: round(day0 + (x - x0) * (day1 - day0) / (x1 - x0), 2) for key, x in near if key}

    left = min(box(item)[0] for item in standing_for((scene,)))
    lines = [
        one
        for one in scene.items
        if isinstance(one, Line) and one.points[0][0] > left and one.points[0][1] < max(rows.values()) + 4
    ]
    spare = found([one for one in lines if one.dash == (0.9, 0.7)])
    assert spare == {key: round(bar.latest, 2) for key, bar in own.items() if bar.latest > bar.finish}
    upright = [one for one in lines if one.weight == 0.8 and one.points[0][0] == one.points[-1][0]]
    flags = found([one for one in upright if one.points[0][1] > one.points[1][1]])
    assert flags == {key: bar.deadline for key, bar in own.items() if bar.deadline is not None}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ceremonies())
def test_whatever_the_ceremony_bars_lie_on_one_scale_of_the_days_they_last(text: str) -> None:
    """Start and finish of the schedule and of the drawing differ by one factor on every sheet; short bars are widened,
    and those that sheets side by side share are cut."""
    schedule = plan(ceremony(text))
    own = bars(schedule, chart(timeline(schedule, "vi")))
    for scene in [one for one in drawn(schedule) if not sheet_of(one)[1]]:
        places = [pair for item in standing_for((scene,)) for pair in ends(own[item.of], item)]
        if places and min(places)[0] < max(places)[0]:
            (day0, x0), (day1, x1) = min(places), max(places)
            off = [abs(x - x0 - (day - day0) * (x1 - x0) / (day1 - day0)) for day, x in places]
            assert max(off) < 0.01


def ends(bar: Bar, item: Rect | Polygon) -> list[tuple[float, float]]:
    left, _, right, _ = box(item)
    if bar.milestone:
        return [(bar.start, (left + right) / 2)]
    return [(bar.start, left), (bar.finish, right)] if right - left > SHORTEST + 0.01 else []


def test_critical_bars_are_solid_and_others_white() -> None:
    found = {item.of: item.fill for item in standing_for(drawn(plan(ceremony(SMALL))))}
    assert found == {"A1": ACCENT, "A2": ACCENT, "A3": ACCENT, **dict.fromkeys(("Y1", "Y2", "Q1"), "#ffffff")}


def test_the_part_done_is_grey_from_the_start_of_the_bar() -> None:
    schedule = plan(ceremony(SMALL))
    (scene,) = drawn(schedule, None, {"Y1": 0.25})
    (bar,) = [item for item in standing_for((scene,)) if item.of == "Y1"]
    found = [item for item in scene.items if isinstance(item, Rect) and item.fill == DONE]
    left, _, right, _ = box(bar)
    (part,) = [box(one) for one in found if one.y == box(bar)[1]]
    assert part[0] == left
    assert part[2] == pytest.approx(left + (right - left) / 4)
    assert "Phần đã làm" in said(scene)
    assert "Phần đã làm" not in said(drawn(schedule)[0])


def test_what_a_row_says() -> None:
    found = said(drawn(plan(ceremony(SMALL)))[0])
    row = found.index("Y1")
    assert found[row : row + 6] == ["Y1", "Phương án trực", "Sở Y tế", "18/11", "18/11", "1 ngày"]
    assert "Ngày N 22/11" in found
    assert "VIỆC THEO GIỜ (2 việc theo giờ: xem phiếu điều hành ngày)" in found


def test_name_plan_edition_and_page_stand_on_every_sheet() -> None:
    for number, scene in enumerate(scenes := drawn(plan(large(90))), 1):
        found = said(scene)
        assert found[:2] == ["TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH", "Lễ lớn"]
        assert {STAMP.issuer, STAMP.plan, STAMP.edition} <= set(found)
        (last,) = [one for one in found if f"Trang {number}/{len(scenes)}" in one]
        assert last.endswith(f" · Trang {number}/{len(scenes)}")
        assert "Việc găng: chậm là ảnh hưởng cả kế hoạch" in found
    assert len(scenes) > 1


def test_a_late_task_and_the_complaint_are_said_in_words() -> None:
    whole = ceremony(SMALL)
    found = said(drawn(plan(whole, None, plan(whole).passes.floor + 2 * DAY))[0])
    assert "!! Không kịp: 2 trong 5 việc chuẩn bị bị chậm." in found
    assert found.count("ĐÃ CHẬM") == 3
    assert "Thời điểm lập 20/11" in found
    assert not [one for one in said(drawn(plan(whole))[0]) if one.startswith(("Thời điểm", "!!", "ĐÃ CHẬM"))]


def test_a_group_that_goes_on_says_so_and_no_band_ends_a_page() -> None:
    rows = "\n".join(f"V{number}: {{work: 1h}}" for number in range(90))
    scenes = drawn(plan(tasks(rows)), A3)
    assert len(scenes) == 2
    assert "CHUẨN BỊ" in said(scenes[0])
    assert "CHUẨN BỊ (tiếp)" in said(scenes[1])


def test_rows_shrink_where_that_saves_a_page_and_grow_where_there_is_room() -> None:
    def heights(count: int) -> list[float]:
        scenes = drawn(plan(tasks("\n".join(f"V{number}: {{work: 1h}}" for number in range(count)))), A3)
        places = [[one.y for one in texts(scene) if re.fullmatch(r"V\d+", one.text)] for scene in scenes]
        return [round(own[1] - own[0], 2) for own in places]

    assert heights(10) == [6.6]
    assert heights(46) == [4.8]
    assert heights(60) == [6.6, 6.6]


def test_days_off_are_shaded_and_the_scale_is_days_weeks_or_months() -> None:
    def heads(start: str) -> tuple[set[str], int]:
        schedule = plan(tasks("A: {work: 1d}", HEAD.replace("18/11/2024", start)))
        (scene,) = drawn(schedule, A3)
        shaded = [one for one in scene.items if isinstance(one, Rect) and one.fill == OFF and one.height > 10]
        return set(said(scene)), len(shaded)

    days, weekends = heads("11/11/2024")
    assert {"Tháng 11/2024", "T2", "CN", "22"} <= days
    assert weekends == 1
    weeks, weekends = heads("03/06/2024")
    assert {"Tháng 6/2024", "03", "10"} <= weeks
    assert weekends == 24
    assert "CN" not in weeks
    months, weekends = heads("03/07/2023")
    assert {"Năm 2024", "Tháng 7", "Tháng 11"} <= months
    assert weekends == 0


def test_a_plan_of_years_is_shown_on_sheets_side_by_side() -> None:
    schedule = plan(tasks("A: {work: 400d}\nB: {work: 1d, after: A}", HEAD.replace("18/11/2024", "03/01/2022")))
    scenes = drawn(schedule, A3)
    assert [sheet_of(scene) for scene in scenes] == [("1", "A"), ("1", "B"), ("1", "C"), ("1", "D")]
    assert [[item.of for item in standing_for((scene,))] for scene in scenes] == [["A"], ["A"], ["A", "B"], []]
    check(schedule, scenes)


def test_critical_arrows_are_thick_and_drawn_last() -> None:
    (scene,) = drawn(plan(ceremony(SMALL)))
    shafts = [one.weight for one in scene.items if isinstance(one, Line) and one.colour in (ACCENT, "#6e6e6e")]
    links = [weight for weight in shafts if weight in (0.6, 1.2)][:4]
    assert links == [0.6, 0.6, 1.2, 1.2]
    assert len(ties(plan(ceremony(SMALL)), ["A1", "A2", "A3", "Y1", "Y2", "Q1"])) == 4


def test_a_small_plan_is_shown_on_a4_a_large_one_on_a3() -> None:
    assert {scene.width for scene in drawn(plan(ceremony(SMALL)))} == {A4.width}
    assert {scene.width for scene in drawn(plan(large(40)))} == {A3.width}


def test_two_thousand_tasks_in_good_time() -> None:
    schedule = plan(large(2000, letters=200))
    report = timeline(schedule, "vi")
    begun = perf_counter()
    scenes = gantt(report, schedule, STAMP)
    assert perf_counter() - begun < 8
    assert {fault[0] for scene in scenes[:40] for fault in faults(scene)} == set()  # type: ignore[index]
    assert {item.of for item in standing_for(scenes)} == set(schedule.rows)


def test_a_day_of_duties_alone_and_a_ceremony_of_nothing_are_drawn() -> None:
    alone = HEAD + "day:\n  n1: {title: Mở cửa, lead: cong-an, at: opening-30m, length: 30m}\n"
    assert "n1" in said(drawn(plan(ceremony(alone)))[0])
    assert [one for one in map(faults, drawn(plan(ceremony(HEAD)))) if one] == []


def test_texts_are_drawn_to_the_words_of_their_language() -> None:
    scenes = gantt(timeline(plan(ceremony(SMALL)), "en"), plan(ceremony(SMALL)), Stamp("en"))
    assert {"Task", "Lead", "11/2024", "Day N 22/11"} <= {one.text for one in texts(scenes[0])}
    assert isinstance(texts(scenes[0])[0], Text)
