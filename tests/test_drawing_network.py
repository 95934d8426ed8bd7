"""The network diagram: every task once, lines from left to right that touch no box, the same each time."""

from __future__ import annotations

import re
from itertools import combinations
from time import perf_counter

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runbook.network import Network, network_of
from runbook.render.drawing.bars import chart
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.layered import laid_out
from runbook.render.drawing.network_chart import network
from runbook.render.drawing.paper import A1, A3, A4, ACCENT, Paper
from runbook.render.drawing.scene import Line, Rect, Scene
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from runbook.schedule.precedence import depths, telling_links
from tests.drawings import box, ceremonies, faults, large, texts
from tests.networks import networks
from tests.page_samples import SMALL
from tests.reading import HEAD, ceremony, tasks


def drawn(schedule: Schedule, paper: Paper | None = None) -> tuple[Scene, ...]:
    return network(timeline(schedule, "vi"), schedule, Stamp("vi", "UBND", "Kế hoạch số 1", "Bản 2"), paper)


def boxes(scene: Scene) -> list[Rect]:
    return [item for item in scene.items if isinstance(item, Rect) and item.of]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ceremonies())
def test_whatever_the_ceremony_every_sheet_holds_what_it_must(text: str) -> None:
    schedule = plan(ceremony(text))
    for paper in (A3, None):
        check(schedule, drawn(schedule, paper))


def check(schedule: Schedule, scenes: tuple[Scene, ...]) -> None:
    assert [fault for scene in scenes for fault in faults(scene)] == []
    shown = [row.task.id for row in chart(timeline(schedule, "vi")).rows]
    assert sorted(one.of for scene in scenes for one in boxes(scene)) == sorted(shown)
    for scene in scenes:
        own = boxes(scene)
        assert not [pair for pair in combinations(own, 2) if meet(box(pair[0]), box(pair[1]))]
        lines = [item for item in scene.items if isinstance(item, Line) and item.colour in (ACCENT, "#6e6e6e")]
        wires = [item for item in lines if item.weight in (0.6, 1.4)]
        assert not [(wire, one.of) for wire in wires for one in own if meet(box(wire), box(one))]


def meet(one: tuple[float, ...], other: tuple[float, ...], little: float = 0.05) -> bool:
    beside = one[2] <= other[0] + little or other[2] <= one[0] + little
    return not (beside or one[3] <= other[1] + little or other[3] <= one[1] + little)


def test_what_a_box_says() -> None:
    schedule = plan(ceremony(SMALL))
    (scene,) = drawn(schedule)
    found = [one.text for one in texts(scene)]
    row = found.index("Y1")
    assert found[row - 1 : row + 5] == ["1 ngày", "Y1", "Sở Y tế", "Phương án trực", "18/11 - 18/11", "Dự trữ 2 ngày"]
    row = found.index("A2")
    assert found[row - 1 : row + 5] == ["3,5 ngày", "A2", "Sở VHTT", "Viết báo cáo", "18/11 - 21/11", "VIỆC GĂNG"]
    thick = {one.of for one in boxes(scene) if one.weight > 1 and one.stroke == ACCENT}
    assert thick == {"A1", "A2", "A3"}


def test_a_task_stands_right_of_what_it_waits_for() -> None:
    (scene,) = drawn(plan(ceremony(SMALL)))
    left = {one.of: one.x for one in boxes(scene)}
    assert left["A1"] < left["A2"] < left["A3"]
    assert left["A1"] < left["Y1"] < left["Y2"]


def test_a_small_network_is_on_one_a4_a_large_one_on_more_and_sheets_are_named_by_row_and_column() -> None:
    assert {scene.width for scene in drawn(plan(ceremony(SMALL)))} == {A4.width}
    sheets = drawn(plan(large(150)), A3)
    names = [one.text.split()[-1] for scene in sheets for one in texts(scene) if "Trang" in one.text]
    assert names[0].startswith("A1/")
    assert len(names) == len(set(names)) == len(sheets) > 4
    check(plan(large(150)), sheets)
    assert {scene.width for scene in drawn(plan(large(400)))} == {A1.width}


def test_a_link_that_is_cut_is_told_at_both_of_its_ends_with_the_page_of_the_other() -> None:
    schedule = plan(large(150))
    sheets = drawn(schedule, A3)
    page = {one.of: page_of(scene) for scene in sheets for one in boxes(scene)}
    links = [(link.predecessor, link.successor) for link in schedule.ceremony.links]
    cut = [(tail, head) for tail, head in links if page[tail] != page[head]]
    assert len(cut) > 5
    for tail, head in cut:  # where there is no room for the names of all, their pages stand alone
        assert any(re.search(rf"‹ [^›]*({tail}\b|…).* tr\..*{page[tail]}", one) for one in above(sheets, head)), head
        assert any(re.search(rf"› .*({head}\b|…).* tr\..*{page[head]}", one) for one in above(sheets, tail)), tail


def page_of(scene: Scene) -> str:
    """The name of a sheet, as its heading says it: A1."""
    (told,) = [one.text for one in texts(scene) if "Trang" in one.text]
    return told.split()[-1].partition("/")[0]


def above(sheets: tuple[Scene, ...], task_id: str) -> list[str]:
    """What stands right above the box of a task."""
    (scene, own), *_ = [(scene, one) for scene in sheets for one in boxes(scene) if one.of == task_id]
    return [one.text for one in texts(scene) if abs(one.y - own.y + 0.9) < 0.01 and own.x <= one.x <= own.x + own.width]


def test_no_type_is_smaller_than_seven_points_whatever_the_paper() -> None:
    for schedule in (plan(large(150)), plan(ceremony(SMALL))):
        for paper in (A3, None):
            assert min(one.size for scene in drawn(schedule, paper) for one in texts(scene)) >= 7


def test_the_same_scenes_twice_and_in_good_time() -> None:
    schedule = plan(large(60))
    report = timeline(schedule, "vi")
    first = network(report, schedule, Stamp("vi"))
    begun = perf_counter()
    second = network(report, schedule, Stamp("vi"))
    assert perf_counter() - begun < 0.5  # a tenth of it, on a machine with nothing else to do
    assert first == second


def test_two_thousand_tasks_in_bounded_time() -> None:
    schedule = plan(large(2000))
    begun = perf_counter()
    scenes = drawn(schedule)
    assert perf_counter() - begun < 10
    assert sum(len(boxes(scene)) for scene in scenes) == 2000
    assert [fault for scene in scenes[:10] for fault in faults(scene)] == []


def test_lines_too_long_to_draw_are_told_in_words() -> None:
    links = [(0, head) for head in range(1, 10_001)] + [(head, head + 1) for head in range(1, 10_000)]
    found = laid_out([0, *range(1, 10_001)], links)
    assert len(found.layer) <= 10_001 + 8_000
    assert set(found.left_out) == {(0, head) for head in range(17, 10_001)}
    assert set(found.left_out) | {link for own in found.steps.values() for link in own} == set(links)


def test_a_ceremony_of_nothing_has_an_empty_sheet() -> None:
    (scene,) = drawn(plan(ceremony(HEAD)))
    assert boxes(scene) == []
    assert faults(scene) == []


@given(networks())
def test_what_links_imply_is_what_a_reduction_leaves_out(of: Network) -> None:
    kept = telling_links(of)
    whole = nx.DiGraph(zip(of.tail, of.head, strict=True))
    reduced = set(nx.transitive_reduction(whole).edges)
    pairs = [(of.tail[link], of.head[link]) for link in kept]
    assert len(pairs) == len(set(pairs))
    assert reduced <= set(pairs)
    extra = [link for link, pair in zip(kept, pairs, strict=True) if pair not in reduced]
    assert all(of.lag[link] or of.head_end[link] or not of.tail_end[link] for link in extra)


@given(networks(), st.booleans())
def test_depths_are_longest_ways(of: Network, reduce: bool) -> None:
    links = telling_links(of) if reduce else list(range(len(of.tail)))
    found = depths(of, links)
    for task, own in enumerate(found):
        assert own == max((found[of.tail[link]] + 1 for link in links if of.head[link] == task), default=0)


def test_a_lag_or_another_relation_is_kept() -> None:
    whole = tasks("A: {work: 1d}\nB: {work: 1d, after: A}\nC: {work: 1d, after: [B, A, A+2d]}\nD: {after: [C, A SS]}")
    of = network_of(whole, plan(whole).day)
    kept = [(of.ids[of.tail[link]], of.ids[of.head[link]], of.lag[link]) for link in telling_links(of)]
    assert kept == [("A", "B", 0), ("B", "C", 0), ("A", "C", pytest.approx(2880)), ("C", "D", 0), ("A", "D", 0)]
