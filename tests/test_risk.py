"""How sure a ceremony is: chances that agree with the planner, what decides them, what would help."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.model import Ceremony
from runbook.network import Network
from runbook.reports.risk import percent, risk
from runbook.risk import Default, Prospect, Spread, Trial, simulate, worst
from runbook.risk.histogram import bars
from runbook.risk.spread import table
from runbook.risk.swings import swings
from runbook.risk.uncertain import spreads_of
from runbook.schedule import candidates, plan
from runbook.tracking import Happened, Outlook, What
from runbook.tracking.vantage import vantage
from tests import reading
from tests.campaigns import YEAR
from tests.networks import AXIS, FRIDAY, SEEDS, networks
from tests.progressed import SMALL
from tests.test_risk_simulation import chain, network
from tests.test_tracking import at

CERTAIN = Default(1.0, 1.0)
DAY = 480
WINDOW = SMALL.replace("work: 2d, after: A", "work: 2d, after: A, range: 1d..4d")


def seen(ceremony: Ceremony, *lines: Happened, now: str = "") -> Outlook:
    found = vantage(plan(ceremony), lines, at(now, ceremony) if now else None)
    assert found is not None
    return found


def prospect(text: str, *lines: tuple[What, str, str], now: str = "", default: Default = CERTAIN) -> Prospect:
    """Of the text, what was said of it, and `now`; only stated ranges vary unless a default is given."""
    ceremony = reading.ceremony(text)
    told = [
        Happened(n, what, task, at(when, ceremony), at(when, ceremony)) for n, (what, task, when) in enumerate(lines, 1)
    ]
    return Prospect(seen(ceremony, *told, now=now), Trial(default, samples=2_000))


@pytest.mark.parametrize("hours", ["08:30-10:30", "14:00-16:00"])
@pytest.mark.parametrize("work", ["1d", "2.5d", "4d"])
@pytest.mark.parametrize("dries", ["2d", "3.5d"])
def test_without_uncertainty_a_day_is_met_just_when_it_is_feasible(hours: str, work: str, dries: str) -> None:
    """As `dates` has it: milestones, one of them on a Monday morning, and paint that dries round the clock."""
    more = f"  F: {{title: Chờ sơn khô, lead: cong-an, elapsed: {dries}, after: A}}\n"
    more += "  M: {title: Xong hết, lead: cong-an, after: [E, F]}\n"
    more += "  K: {title: Mốc sáng thứ Hai, lead: cong-an, not_before: 25/11/2024 08:00}\n" * (work == "1d")
    text = SMALL.replace("08:30-10:30", hours).replace("work: 2d", f"work: {work}")
    found = prospect(text.replace("programme:", f"{more}programme:"))
    feasible = {one.day: float(one.feasible) for one in candidates(found.outlook.left, found.outlook.now)}
    assert dict(found.days) == feasible
    assert found.chance == feasible[date(2024, 11, 22)]
    assert len(set(feasible.values())) == 2


@settings(max_examples=40, deadline=None)
@given(networks(ends=(1,)), SEEDS, st.integers(5, 12))
def test_longer_durations_make_nothing_earlier(plan_of: Network, seed: int, quarters: int) -> None:
    """Sample by sample, on several calendars, with lags.

    From finish to start: a longer task that is tied by its end begins sooner, as precedence diagramming has it.
    """
    spreads = {
        name: Default(0.5, 2.0).of(minutes)
        for name, minutes in zip(plan_of.ids, plan_of.minutes, strict=True)
        if minutes
    }
    longer = {
        name: Spread(one.least, one.likely * quarters // 4, one.most * quarters // 4) for name, one in spreads.items()
    }
    longer = {name: longer[name] if number % 2 else one for number, (name, one) in enumerate(spreads.items())}
    assert all(bool((table(longer[name]) >= table(one)).all()) for name, one in spreads.items())
    found = [simulate(plan_of, FRIDAY, one, plan_of.ids, plan_of.ids, 100, seed) for one in (spreads, longer)]
    assert bool((found[1].ready >= found[0].ready).all())
    assert all(bool((found[1].finish[name] >= found[0].finish[name]).all()) for name in plan_of.ids)


@given(st.integers(1, 480), st.integers(0, 2000), st.integers(1, 2000))
def test_a_longer_pessimistic_duration_is_longer_on_average_and_from_the_middle_up(
    least: int, beyond: int, more: int
) -> None:
    """The weight of the likely duration lets the quickest third of PERT's distribution come a little sooner."""
    short, long = (table(Spread(least, 480, 481 + most)) for most in (beyond, beyond + more))
    step = 1 + (481 + beyond + more) / 1024  # as finely as shapes and minutes are told apart
    assert long.mean() >= short.mean() - step
    assert bool((long[1638:] >= short[1638:] - step).all())


def test_of_parallel_tasks_the_chance_is_the_product_and_of_one_its_own() -> None:
    """Closed form: two independent tasks that must both be over by an instant."""
    spread, limit = Spread(300, 600, 1500), FRIDAY + 800
    plan_of = network([600, 600], [])
    limits = {"t0": limit, "t1": limit}
    found = simulate(plan_of, FRIDAY, dict.fromkeys(limits, spread), limits, samples=40_000, limits=limits)
    one = float((table(spread) <= 800).mean())
    assert found.chance_kept == pytest.approx(one**2, abs=4 * math.sqrt(one**2 * (1 - one**2) / 40_000))


def test_a_chain_gets_the_normal_distribution_of_many_sums() -> None:
    """Closed form: quantiles of a sum of many, by the central limit theorem."""
    spread = Spread(400, 480, 560)
    chained = chain(*[480] * 60)
    found = simulate(chained, FRIDAY, dict.fromkeys(chained.ids, spread), ["t59"], samples=10_000)
    values = table(spread)
    mean, deviation = FRIDAY + 60 * values.mean(), math.sqrt(60) * values.std()
    for share, score in ((0.5, 0.0), (0.8, 0.8416), (0.9, 1.2816)):
        assert found.ready_by(share) == pytest.approx(mean + score * deviation, abs=0.06 * deviation)


def test_samples_do_not_depend_on_how_many_are_taken_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from runbook.risk import simulation

    plan_of = chain(600, 900, 300)
    spreads = dict.fromkeys(plan_of.ids, Spread(300, 600, 1500))
    whole = simulate(plan_of, FRIDAY, spreads, ["t2"], ["t1"], samples=1_000, limits={"t2": FRIDAY + 1800})
    monkeypatch.setattr(simulation, "_MOST_AT_ONCE", 48)
    parts = simulate(plan_of, FRIDAY, spreads, ["t2"], ["t1"], samples=1_000, limits={"t2": FRIDAY + 1800})
    assert np.array_equal(whole.ready, parts.ready)
    assert np.array_equal(whole.kept, parts.kept)
    assert np.array_equal(whole.finish["t1"], parts.finish["t1"])
    assert np.allclose(whole.critical, parts.critical)


def test_what_varies_is_work_that_is_not_over_and_stands_at_no_hour() -> None:
    text = """
        ceremony: le
        title: Lễ
        date: 22/11/2024
        hours: 08:30-10:30
        start: 18/11/2024 08:00
        agencies: {vp: {name: Văn phòng}}
        tasks:
          A: {title: Một, lead: vp, work: 1d}
          B: {title: Hai, lead: vp, work: 2d, range: 1d..4d}
          C: {title: Mốc, lead: vp}
          D: {title: Giờ cố định, lead: vp, work: 0.5d, at: 20/11/2024 08:00}
          E: {title: Chờ, lead: vp, elapsed: 2d}
        day:
          N1: {title: Đón khách, lead: vp, at: opening-1h, length: 40m}
          N2: {title: Dọn, lead: vp, at: opening-2h, length: 40m, range: 30m..1h}
        programme:
          - {id: p1, title: Chào cờ, lead: vp, length: 15m}
          - {id: p2, title: Phim, lead: vp, length: 15m, range: 14m..20m}
        after:
          Q: {title: Báo cáo, lead: vp, work: 1d}
    """
    ceremony = reading.ceremony(text)
    assert spreads_of(ceremony, ceremony, Default(0.5, 2.0)) == {
        "A": Spread(240, 480, 960),
        "B": Spread(480, 960, 1920),
        "E": Spread(1440, 2880, 5760),
        "N2": Spread(30, 40, 60),
        "p2": Spread(14, 15, 20),
        "Q": Spread(240, 480, 960),
    }


def test_what_lasts_a_window_does_not_vary() -> None:
    ceremony = reading.ceremony(YEAR)
    windows = {task.id for task in ceremony.tasks if task.window}
    found = spreads_of(ceremony, ceremony, Default(0.5, 2.0))
    assert windows
    assert found
    assert not windows & found.keys()


def test_what_is_over_does_not_vary_and_what_runs_by_the_work_that_is_left() -> None:
    lines = [(What.DONE, "A", "18/11 17:30"), (What.START, "B", "19/11 08:00")]
    found = prospect(WINDOW, *lines, now="20/11 08:00", default=Default(0.5, 2.0))
    assert "A" not in found.spreads
    assert found.spreads["B"] == Spread(240, 480, 960)  # half of two days, half of one to four
    assert found.spreads["C"] == Spread(240, 480, 960)


def test_what_is_reported_counts() -> None:
    before = prospect(WINDOW, default=Default(0.8, 1.5)).chance
    done = [(What.DONE, name, "19/11 17:30") for name in "ABCD"]
    after = prospect(WINDOW, *done, default=Default(0.8, 1.5)).chance
    late = prospect(WINDOW, now="21/11 08:00", default=Default(0.8, 1.5)).chance
    assert before is not None
    assert 0 < before < 1
    assert (after, late) == (1.0, 0.0)


def test_nothing_is_left_of_an_opening_that_is_prepared_or_over() -> None:
    everything = [(What.DONE, name, "21/11 12:00") for name in "ABCDE"]
    for found in (prospect(SMALL, *everything), prospect(SMALL, now="25/11 08:00")):
        report = risk(found, "vi")
        assert (found.chance, found.days, found.swings, found.buffers, report.bars) == (None, (), (), (), ())
        assert [one.task_id for one in found.deadlines] == (["Q"] if found.outlook.of("C").over else ["C", "Q"])


def test_where_all_is_sure_there_is_nothing_to_do() -> None:
    found = prospect(SMALL)
    assert worst(found) is None
    assert risk(found, "vi").advice == ("Chuẩn bị và mọi hạn đều chắc trên 99 %.",)
    assert found.critical == (("A", 1.0), ("B", 1.0), ("E", 1.0))  # C and D never decide


def test_the_deadline_in_danger_is_named_with_who_stands_behind_it() -> None:
    """C must be over by 20/11, begins on the 18th, takes at worst four days."""
    text = SMALL.replace("work: 1d, finish: by 20/11/2024", "work: 2d, range: 1d..5d, finish: by 20/11/2024")
    found = prospect(text)
    (deadline,) = [one for one in found.deadlines if one.task_id == "C"]
    exact = float((table(Spread(480, 960, 2400)) <= 3 * DAY).mean())
    assert deadline.chance == pytest.approx(exact, abs=4 * math.sqrt(exact * (1 - exact) / 2_000))
    least = worst(found)
    assert least is not None
    assert (least.of, least.drivers, least.best, least.together) == ("C", ("C",), 1.0, 1.0)
    told = risk(found, "vi").advice
    assert told == (
        f"Kém chắc nhất: hạn của C Trực cấp cứu (Sở Y tế), {percent(deadline.chance)}.",
        "Quyết định nhất: C Trực cấp cứu (Sở Y tế), bắt đầu được từ T2 18/11 08h00, đừng để muộn hơn. Nếu chỉ mất "
        "1 ngày (nhanh nhất) thì khả năng là 100 %.",
    )


def test_the_tornado_is_led_by_what_moves_the_end_and_leaves_out_what_does_not() -> None:
    """A chain of two beside a short task that never decides: conditional means known from the drawn durations."""
    plan_of = network([600, 600, 60], [(0, 1)])
    spreads = {"t0": Spread(300, 600, 1500), "t1": Spread(500, 600, 700), "t2": Spread(30, 60, 90)}
    found = simulate(plan_of, FRIDAY, spreads, plan_of.ids, samples=10_000)
    assert found.critical[2] == 0
    moved = swings(plan_of, spreads, found, plan_of.calendars[0])
    assert [one.task_id for one in moved] == ["t0", "t1"]
    for one, spread in zip(moved, (spreads["t0"], spreads["t1"]), strict=True):
        values = np.sort(table(spread)).astype(float)
        fifth = len(values) // 5
        expected = values[:fifth].mean() - values.mean(), values[-fifth:].mean() - values.mean()
        assert (one.low, one.high) == pytest.approx(expected, abs=20)


def test_a_bar_no_longer_than_chance_is_left_out() -> None:
    """Two tasks beside one another, of which the one decides once in some hundred samples."""
    plan_of = network([600, 600], [])
    spreads = {"t0": Spread(300, 600, 1500), "t1": Spread(60, 90, 500)}
    found = simulate(plan_of, FRIDAY, spreads, plan_of.ids, samples=10_000)
    assert 0 < found.critical[1] < 0.01
    assert [one.task_id for one in swings(plan_of, spreads, found, plan_of.calendars[0])] == ["t0"]


def test_the_buffer_is_the_working_time_from_the_planned_end_to_that_of_the_share() -> None:
    """One task of two days, at worst four, before an opening with half a day in hand."""
    text = reading.HEAD + "tasks:\n  A: {title: Việc, lead: van-phong, work: 3.5d, range: 2d..7d}\n"
    found = prospect(text)
    assert found.in_hand == DAY // 2
    for one in found.buffers:
        minutes = np.sort(table(Spread(2 * DAY, 7 * DAY // 2, 7 * DAY)))[math.ceil(one.share * 4096) - 1]
        assert one.needed == pytest.approx(minutes - 3.5 * DAY, abs=0.1 * DAY)
        assert one.lacking == max(0, one.needed - DAY // 2)
    told = risk(found, "vi").buffer
    assert told[0] == (
        "Nếu mọi việc mất đúng thời lượng dự kiến thì xong T5 21/11 12h00; chậm nhất phải xong T5 21/11 17h30: dự trữ "
        "0,5 ngày."
    )
    assert told[1].startswith("Để chắc 80 %: cần 1")


def test_the_histogram_holds_every_sample_and_parts_those_in_time() -> None:
    found = prospect(WINDOW, default=Default(0.8, 1.5))
    assert found.readiness is not None
    for most in (40, 6, 3):
        shown = bars(found.readiness, found.outlook.planned.axis, most)
        assert len(shown) <= most
        assert sum(one.count for one in shown) == 2_000
        assert sum(one.kept for one in shown) == int(found.readiness.kept.sum())
        assert all((one.last - one.first) == (shown[0].last - shown[0].first) for one in shown)
    days = bars(found.readiness, found.outlook.planned.axis, 40)
    assert all(not one.late for one in days if one.last < date(2024, 11, 22))
    assert all(not one.kept for one in days if one.first >= date(2024, 11, 22))


def test_what_ends_at_midnight_ends_on_the_day_before() -> None:
    found = simulate(chain(2 * 1440), AXIS.minute(date(2024, 11, 8)), {}, ["t0"], samples=100)
    (bar,) = bars(found, AXIS, 40)
    assert (bar.first, bar.last, bar.count) == (date(2024, 11, 9), date(2024, 11, 9), 100)


def test_a_plan_without_a_start_is_seen_from_what_was_said_or_asked() -> None:
    ceremony = reading.ceremony(SMALL.replace("start: 18/11/2024 08:00\n", ""))
    planned, now = plan(ceremony), at("18/11 08:00", ceremony)
    line = Happened(1, What.START, "A", now, now)
    assert vantage(planned, ()) is None
    for found in (vantage(planned, (), now), vantage(planned, (line,)), vantage(plan(ceremony, None, now), ())):
        assert found is not None
        assert (found.now, found.planned.now) == (now, None)
        assert Prospect(found, Trial(CERTAIN, 100)).chance == 1.0


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.0, "0 %"), (0.004, "< 1 %"), (0.5, "50 %"), (0.996, "> 99 %"), (0.99, "99 %"), (1.0, "100 %")],
)
def test_only_what_is_certain_is_called_so(share: float, told: str) -> None:
    assert percent(share) == told
