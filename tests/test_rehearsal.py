"""A ceremony played through: it goes by the plan where nothing is uncertain, and holds its own order where all is."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.files import load
from runbook.live import Cue, Press, Programme, Saving, state_of, timing
from runbook.model import Ceremony, Part
from runbook.rehearsal import preparing, showing
from runbook.risk import DEFAULT, Spread
from runbook.schedule import Schedule, plan
from runbook.tracking import What, outlook
from tests.reading import ceremony
from tests.shipped import ROOT

SOON = Spread(0, 0, 0)
PROGRAMME = Programme(
    (
        Cue("p1", "Giới thiệu đại biểu", 0, 600),
        Cue("p2", "Báo cáo tóm tắt", 600, 1200),
        Cue("p3", "Trao thưởng", 1800, 2160),
        Cue("p4", "Chụp ảnh chung", 3960, 180),
        Cue("p5", "Cảm ơn, kết thúc", 4140, 300),
    ),
    closing=4440,
    savings=(Saving("p3", 1800), Saving("p4")),
)
EACH = """
ceremony: le
title: Lễ kỷ niệm
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies:
  so-vhtt: {name: Sở Văn hóa và Thể thao}
  quan-1: {name: Quận Một}
  quan-2: {name: Quận Hai}
  cac-quan: {name: Các quận, members: [quan-1, quan-2]}
tasks:
  A1: {title: Kế hoạch ban hành, lead: so-vhtt}
  B1: {title: Gửi báo cáo, each: cac-quan, work: 1d, after: A1}
  B2: {title: Tổng hợp báo cáo, lead: so-vhtt, work: 1d, after: B1}
"""


def uncertain(of: Ceremony) -> dict[str, Spread]:
    work = (task for task in of.tasks if task.part is Part.PREPARATION and task.minutes)
    return {task.id: DEFAULT.of(task.minutes) for task in work}


def conference() -> Schedule:
    found = load(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").ceremony
    assert found is not None
    return plan(found, None, None)


def test_without_any_spread_all_goes_by_the_plan() -> None:
    planned = conference()
    told: dict[str, dict[What, int]] = defaultdict(dict)
    for line in preparing(planned, {}, 1):
        told[line.task][line.what] = line.at
    for name, row in planned.rows.items():
        if row.task.part is Part.PROGRAMME:
            assert name not in told
        elif row.task.is_milestone:
            assert told[name] == {What.DONE: row.start}
        else:
            ended = What.RECEIVE if row.task.receipts else What.DONE
            assert told[name] == {What.START: row.start, ended: row.finish}, name


@given(st.integers(1, 10_000))
@settings(max_examples=5)
def test_whatever_is_drawn_every_task_is_told_to_be_over_after_what_it_waits_for(seed: int) -> None:
    planned = plan(ceremony(EACH), None, None)
    lines = list(preparing(planned, uncertain(planned.ceremony), seed))
    assert lines == list(preparing(planned, uncertain(planned.ceremony), seed))
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    seen = outlook(planned, lines, lines[-1].at)
    assert all(seen.of(name).over for name in ("A1", "B1", "B2"))
    finished, started = seen.of("B1").finished, seen.of("B2").started
    assert finished is not None
    assert started is not None
    assert finished <= started
    assert set(seen.of("B1").received) == {"quan-1", "quan-2"}


def test_a_task_that_takes_longer_is_told_to_be_late_before_it_should_have_been_over() -> None:
    planned = plan(ceremony(EACH), None, None)
    day = planned.ceremony.worktimes["office"].day_minutes
    lines = list(preparing(planned, {"B2": Spread(2 * day, 2 * day, 2 * day)}, 3))
    (late,) = (line for line in lines if line.what is What.LATE)
    begun, over = (
        next(one for one in lines if one.task == "B2" and one.what is what) for what in (What.START, What.DONE)
    )
    clock = planned.ceremony.worktimes["office"]
    assert begun.at < late.at <= planned.rows["B2"].finish
    assert clock.count(over.at) - clock.count(begun.at) == 2 * day
    assert late.remaining is not None
    assert 0 <= late.remaining - (clock.count(over.at) - clock.count(late.at)) < 30


def test_what_cannot_be_over_by_the_opening_is_dropped_then() -> None:
    planned = plan(ceremony(EACH), None, None)
    day = planned.ceremony.worktimes["office"].day_minutes
    lines = list(preparing(planned, {"B1": Spread(9 * day, 9 * day, 9 * day)}, 3))
    assert [(one.task, one.what) for one in lines if one.at == planned.opening] == [
        ("B1", What.DROP),
        ("B2", What.DROP),
    ]
    assert max(one.at for one in lines) == planned.opening


def test_a_day_without_delay_goes_by_the_programme() -> None:
    pressed = [(one.cue, one.what, one.at) for one in showing(PROGRAMME, {}, 1, SOON)]
    assert pressed == [
        (cue.id, what, at) for cue in PROGRAMME.cues for what, at in ((Press.START, cue.start), (Press.FINISH, cue.end))
    ]


def test_a_day_that_begins_ten_minutes_late_uses_what_was_agreed() -> None:
    presses = list(showing(PROGRAMME, {}, 1, Spread(600, 600, 600)))
    assert [one.cue for one in presses if one.what is Press.START] == ["p1", "p2", "p3", "p5"]
    assert [(one.cue, one.what) for one in presses if one.what is Press.SKIP] == [("p4", Press.SKIP)]
    assert [one.seconds for one in presses if one.seconds] == [-360]
    over = timing(PROGRAMME, state_of(PROGRAMME, presses), presses[-1].at)
    assert (over.end, over.over) == (4440 + 600 - 360 - 180, 60)


@given(st.integers(1, 10_000))
@settings(max_examples=20)
def test_items_of_a_drawn_day_follow_one_another_in_their_order(seed: int) -> None:
    spreads = {cue.id: DEFAULT.of(cue.length) for cue in PROGRAMME.cues}
    presses = list(showing(PROGRAMME, spreads, seed))
    assert presses == list(showing(PROGRAMME, spreads, seed))
    assert [one.at for one in presses] == sorted(one.at for one in presses)
    begun = [PROGRAMME.place[one.cue] for one in presses if one.what is Press.START]
    assert begun == sorted(begun)
    assert {PROGRAMME.cues[place].id for place in begun} >= {"p1", "p2", "p3", "p5"}  # only p4 may be dropped
