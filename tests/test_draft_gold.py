"""Five plans of real life, held against extractions made of them by hand."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.draft.__main__ import SHARED, invented, scored
from benchmarks.draft.gold import read
from benchmarks.draft.tally import Row
from tests.shipped import ROOT

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the plans and their extractions are not here")
GOALS = {
    "agencies with a section": 0.97,
    "agencies, all named": 0.97,
    "asked or assigned": 1.0,
    "tasks (bullets)": 0.97,
    "labels of bullets": 0.97,
    "parts": 0.95,
    "closing duties": 0.9,
    "content duties": 0.9,
    "lead": 0.95,
    "support": 0.95,
    "deadlines": 1.0,
    "windows": 1.0,
    "programme": 1.0,
    "venue": 1.0,
    "header": 1.0,
    "recipients": 1.0,
    "occasions": 1.0,
    "recurrence": 0.95,
    "approval steps": 0.95,
    "reports to": 1.0,
    "kind of duty": 0.95,
    "shown in the programme": 1.0,
    "same duty twice": 0.95,
}


@cache
def together() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for gold in read(SHARED / "plans", SHARED / "gold"):
        for name, row in scored(gold)[0].items():
            rows.setdefault(name, Row()).add(row)
    return rows


@pytest.mark.parametrize("name", GOALS)
def test_drafts_agree_with_extractions_made_by_hand(name: str) -> None:
    assert together()[name].f1 >= GOALS[name]


def test_no_field_is_invented() -> None:
    assert invented(together()) == 0


def test_no_rule_knows_an_agency_or_a_day_of_these_plans() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "runbook" / "draft").glob("*.py"))
    names = [
        agency["name"]
        for gold in read(SHARED / "plans", SHARED / "gold")
        for agency in gold.said["agencies"]
        if agency.get("section") and not agency.get("fan_out")
    ]
    assert [name for name in names if f'"{name}"' in code or f"| {name.lower()} |" in code] == []
