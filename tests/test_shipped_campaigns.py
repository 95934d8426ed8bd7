"""The four campaigns of `events/`: what each holds, and how it agrees with its plan where the plans are at hand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from runbook import build
from runbook.checks import warnings
from runbook.draft.letters import plain
from runbook.model import Ceremony, Part, Task
from runbook.reports.matrix import matrix
from runbook.reports.sheet import sheet
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.drafted import SHARED
from tests.paper import pages_of
from tests.reading import holidays_of
from tests.shipped import ROOT
from tests.workspace import done, files, readers, run

GOLD = SHARED.parent / "gold"
YEAR_2021, YEAR_2024 = (date(2021, 1, 1), date(2021, 12, 31)), (date(2024, 1, 1), date(2024, 12, 31))
NAMES = ("giai-phong-thu-do-2024", "dien-bien-phu-bac-giang-2024", "ktxh-ha-noi-2021", "ktxh-thanh-xuan-2024")
# Where the file has supporters that the extraction made by hand has not, by campaign and task.
BESIDE = {
    # Any press works with the units, that of the city too.
    ("giai-phong-thu-do-2024", "D3"): {"bao-chi-ha-noi"},
    # The plan gives one duty to two; one leads it in the file, the other works alongside.
    ("giai-phong-thu-do-2024", "D5"): {"bao-chi-trung-uong"},
    # The wards' estimates are written as the finance office tells them.
    ("ktxh-thanh-xuan-2024", "A4"): {"phong-tckh"},
}
# Leads that no duty of the extraction has: who signs what an office writes, who estimates what is added up.
LED_BESIDE = {("dien-bien-phu-bac-giang-2024", "A2.2"): "lanh-dao-so", ("ktxh-thanh-xuan-2024", "A4"): "cac-phuong"}
# The closing sentence of one plan only asks everybody to carry it out.
GENERAL = ("ktxh-thanh-xuan-2024", "Đoạn kết")

campaigns = pytest.mark.parametrize("name", NAMES)
beside = pytest.mark.skipif(not (SHARED.exists() and GOLD.exists()), reason="the plans are not beside the project")


@cache
def shipped(name: str) -> Ceremony:
    text = (ROOT / "events" / f"{name}.yaml").read_text("utf-8")
    ceremony, problems = build.read(text, name, holidays_of, [])
    assert problems == ()
    assert ceremony is not None
    return ceremony


@cache
def planned(name: str) -> Schedule:
    return plan(shipped(name))


@cache
def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((GOLD / f"tuyen-truyen-{name}.yaml").read_text("utf-8"))
    return found


def duties(name: str) -> list[Task]:
    """The tasks as the file states them, occurrences aside."""
    return [task for task in shipped(name).tasks if not task.series]


@campaigns
def test_nothing_is_amiss_and_everything_is_in_time(name: str) -> None:
    assert warnings(planned(name)) == ()


@campaigns
def test_whatever_the_plan_leaves_open_is_assumed_by_number(name: str) -> None:
    ceremony = shipped(name)
    used = {one.assumption for task in ceremony.tasks for one in task.assumed}
    assert used - {""} <= set(ceremony.assumptions)
    # An order that is assumed is told in a note.
    told = {number for task in ceremony.tasks for number in ceremony.assumptions if number in task.note}
    assert set(ceremony.assumptions) <= used | told
    given = {task.id for task in ceremony.tasks if task.minutes and not task.window}
    assert given <= {task.id for task in ceremony.tasks if {"work", "length"} & {one.key for one in task.assumed}}


def test_spans_peaks_and_anniversaries() -> None:
    found = {name: shipped(name).campaign for name in NAMES}
    windows = {name: one and (one.window, tuple(peak.window for peak in one.peaks)) for name, one in found.items()}
    assert windows == {
        NAMES[0]: (YEAR_2024, ((date(2024, 9, 1), date(2024, 10, 31)),)),
        NAMES[1]: (YEAR_2024, ((date(2024, 3, 1), date(2024, 5, 31)),)),
        NAMES[2]: (YEAR_2021, ()),
        NAMES[3]: (YEAR_2024, ()),
    }
    years = {
        name: [one.day.year - one.first.year for one in shipped(name).occasions if one.first and one.day]
        for name in NAMES
    }
    assert years == {NAMES[0]: [70], NAMES[1]: [70], NAMES[2]: [], NAMES[3]: [110, 120, 120, 70, 70, 70, 80, 35]}


def test_what_must_be_ready_before_the_campaign_begins_is_prepared() -> None:
    prepared = {name: [task.id for task in duties(name) if task.part is Part.PREPARATION] for name in NAMES}
    assert prepared == {
        NAMES[0]: ["A1", "A2.1", "A2.2", "B1", "B2", "B3", "B4"],
        NAMES[1]: ["A1", "A2.1", "A2.2"],
        NAMES[2]: ["A1.1", "A1.2", "A2.1", "A2.2"],
        NAMES[3]: ["A1.1", "A1.2", "A2", "A3", "A4", "A5.1", "A5.2"],
    }


def test_every_district_and_ward_owes_its_part() -> None:
    owed = {
        NAMES[0]: {"A1": 33, "H2": 33},
        NAMES[1]: {"A1": 3},
        NAMES[2]: {"H1": 35},
        NAMES[3]: {"A4": 11, "E3": 11, "G3": 11, "D2": 2},
    }
    assert {name: {one: len(shipped(name).task(one).receipts) for one in ids} for name, ids in owed.items()} == owed


def test_what_comes_back_is_opened_to_its_days() -> None:
    counts = {name: Counter(task.series for task in shipped(name).tasks if task.series) for name in NAMES}
    # The Tuesday within Tết 2021 moves back to the Tuesday before, which has its own.
    assert counts == {NAMES[0]: {}, NAMES[1]: {}, NAMES[2]: {"C1": 4, "C2": 12, "C3": 52}, NAMES[3]: {"C3": 4}}


@pytest.mark.parametrize(
    ("name", "day", "rows", "standing"),
    [
        (NAMES[0], date(2024, 9, 9), [], ["D8", "G2", "G3"]),  # a Monday of the peak
        (NAMES[1], date(2024, 3, 1), [], ["B1", "C1", "C2"]),  # day N
        (NAMES[2], date(2021, 3, 25), ["C1.2021-03-25", "C2.2021-03-25"], ["B1", "B2", "B3"]),
        (NAMES[3], date(2024, 6, 25), ["C3.2024-06-25"], ["B1", "B2", "B3"]),
    ],
)
def test_the_sheet_of_a_day(name: str, day: date, rows: list[str], standing: list[str]) -> None:
    found = sheet(planned(name), "vi", day)
    assert [row.task.id for band in (*found.bands, found.untimed) for row in band.rows] == rows
    assert [one.id for one in found.standing][:3] == standing


@campaigns
@pytest.mark.parametrize("language", ["vi", "en"])
def test_timeline_and_matrix_hold_every_duty(name: str, language: str) -> None:
    wanted = {task.id for task in duties(name)}
    assert {row.task.id for group in timeline(planned(name), language).groups for row in group.rows} == wanted
    assert {row.id for row in matrix(planned(name), language).rows} == wanted


def test_days_of_another_year_stand_in_one_piece_on_paper(tmp_path: Path) -> None:
    paper = tmp_path / "phuong.pdf"
    source = str(ROOT / "events" / "ktxh-thanh-xuan-2024.yaml")
    done(run("export", source, str(paper), "--what", "agency", "--agency", "nhan-chinh"))
    text = "\n".join(page.text for page in pages_of(paper.read_bytes()))
    assert len(re.findall(r"\b\d\d/12/2023\b", text)) == 9
    assert re.findall(r"/\d{1,3}$", text, re.MULTILINE) == []


@pytest.mark.slow
@campaigns
def test_the_whole_set_is_built_for_everybody_with_a_duty(name: str, tmp_path: Path) -> None:
    done(run("build", str(ROOT / "events" / f"{name}.yaml"), "--output", str(tmp_path / "out")))
    built = files(tmp_path / "out")
    taking_part = {agency for task in duties(name) for agency in (task.lead, *task.support, *task.receipts)}
    for document in ("lich.ics", "phan-viec.html", "phan-viec.pdf"):
        assert readers(built, document) >= taking_part


@campaigns
@beside
def test_no_sentence_is_copied_at_length(name: str) -> None:
    source = " ".join((SHARED / f"tuyen-truyen-{name}.txt").read_text("utf-8").split())
    titles = [task.title for task in duties(name)] + [task.note for task in duties(name)]
    assert [one for one in titles if len(one.split()) > 14 and one in source] == []


@campaigns
@beside
def test_the_agencies_stand_in_the_order_of_the_plan(name: str) -> None:
    known = ids_by_name(name)
    with_part = [known[plain(one["name"])] for one in gold(name)["agencies"] if one["section"]]
    places = [one.id for one in shipped(name).agencies]
    assert with_part == sorted(with_part, key=places.index)
    asked = {known[plain(one["name"])] for one in gold(name)["agencies"] if one["role"] == "requested"}
    members = {member for one in asked for member in shipped(name).agency(one).members}
    assert {one.id for one in shipped(name).agencies if one.requested} == asked | members


@campaigns
@beside
def test_every_duty_of_the_plan_has_its_lead_and_support(name: str) -> None:
    for ref, wanted in told(name).items():
        tasks = [task for task in duties(name) if ref in task.refs]
        for one in wanted if (name, ref) != GENERAL else ():
            assert any(task.lead in one.lead and one.support <= {*task.support} for task in tasks), one


@campaigns
@beside
def test_no_task_has_a_lead_or_a_supporter_that_the_plan_does_not_name(name: str) -> None:
    for task in duties(name):
        wanted = [one for ref in task.refs for one in told(name).get(ref, ())]
        named: set[str] = set().union(*(one.lead | one.support | one.receiving for one in wanted))
        if wanted:
            assert task.lead in {*named, LED_BESIDE.get((name, task.id))}, task.id
            assert {*task.support} <= named | BESIDE.get((name, task.id), set()), task.id


@dataclass(frozen=True)
class Told:
    """One duty of an extraction, its agencies by their ids in the file; `receiving` are those it is handed to."""

    id: str
    lead: frozenset[str]
    support: frozenset[str]
    receiving: frozenset[str]


def told(name: str) -> dict[str, list[Told]]:
    """The duties of the extraction by the place that files cite."""
    named = ids_by_name(name)
    known = {one["id"]: named.get(plain(one["name"]), one["id"]) for one in gold(name)["agencies"]}
    found: dict[str, list[Told]] = defaultdict(list)
    for duty in gold(name)["tasks"]:
        handed = {duty.get("report_to"), *(step["party"] for step in duty.get("approval_chain", ()))}
        groups = (duty["lead"], duty["support"], handed & known.keys())
        found[clause(duty)].append(Told(duty["id"], *(frozenset(known[one] for one in group) for group in groups)))
    return found


def clause(duty: dict[str, Any]) -> str:
    return "Đoạn kết" if duty["scope"] == "closing" else f"{duty['section']}.{duty['bullet']}"


def ids_by_name(name: str) -> dict[str, str]:
    named = ((text, one.id) for one in shipped(name).agencies for text in (one.name, one.short, *one.aliases))
    return {plain(text): agency for text, agency in named if text}
