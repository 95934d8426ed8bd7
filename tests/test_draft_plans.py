"""Plans of other bodies: how well each field is read, so that no later rule loses it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from benchmarks.draft.__main__ import invented, scored
from benchmarks.draft.gold import read
from benchmarks.draft.tally import Row
from runbook.draft.drafting import draft
from runbook.draft.reading import read as read_document
from runbook.draft.refusal import NotAPlanError

PLANS = Path(__file__).parent / "plans"
FLOORS = {
    "header": 0.98,
    "sitting": 0.91,
    "windows": 0.98,
    "venue": 0.86,
    "programme": 0.95,
    "occasions": 0.98,
    "recipients": 0.98,
    "agencies with a section": 0.97,
    "agencies, all named": 0.94,
    "asked or assigned": 0.98,
    "collectives": 0.88,
    "tasks (bullets)": 0.98,
    "labels of bullets": 0.97,
    "parts": 0.93,
    "closing duties": 0.9,
    "lead": 0.96,
    "basis of the lead": 0.97,
    "support": 0.93,
    "deadlines": 0.95,
    "recurrence": 0.95,
    "on the day": 0.7,
    "approval steps": 0.93,
    "reports to": 0.95,
    "same duty twice": 0.8,
    "kind of duty": 0.87,
}
MOST_INVENTED = 7  # of some 500 fields; each stands against another reading of the same words
NOT_PLANS = yaml.safe_load((PLANS / "not_plans" / "expected.yaml").read_text("utf-8"))


@cache
def together() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for gold in read(PLANS, PLANS):
        for name, row in scored(gold)[0].items():
            rows.setdefault(name, Row()).add(row)
    return rows


@pytest.mark.parametrize("name", FLOORS)
def test_no_field_falls_below_what_was_reached(name: str) -> None:
    assert together()[name].f1 >= FLOORS[name]


def test_hardly_a_field_is_invented() -> None:
    assert invented(together()) <= MOST_INVENTED


def test_every_plan_is_read() -> None:
    assert "refused" not in together()


@pytest.mark.parametrize("name", NOT_PLANS)
def test_what_is_no_plan_gives_nobody_a_duty(name: str) -> None:
    try:
        made = draft(read_document((PLANS / "not_plans" / name).read_bytes(), name))
    except NotAPlanError:
        return
    assert "no-duties" in NOT_PLANS[name]["accept"]
    assert made.duties == ()
