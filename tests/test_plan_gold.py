"""Every extraction of tests/plans agrees with its document."""

from __future__ import annotations

import hashlib
import io
import itertools
import unicodedata
from datetime import date

import docx
import pytest

from tests.plan_gold import NOT_PLANS, Entry, Plan, not_plans, plans, word

PLANS = plans()
KINDS = {"prepare", "approve", "report", "operate", "broadcast", "coordinate", "finance", "secure", "award"}
KINDS |= {"invite", "monitor", "train", "catchall"}
BASES = {"chu-tri", "default", "counterpart", "ambiguous", "inferred"}


def of_each(*asked: str) -> pytest.MarkDecorator:
    chosen = [plan for plan in PLANS if not asked or plan.slug in asked]
    return pytest.mark.parametrize("plan", chosen, ids=[plan.slug for plan in chosen])


def flat(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))


@of_each()
def test_every_span_holds_the_words_said(plan: Plan) -> None:
    spans = list(plan.spanned())
    assert len(spans) > 10
    assert [where for where, words, (start, end) in spans if not 0 <= start < end <= len(plan.source)] == []
    assert [where for where, words, span in spans if not flat(plan.source[slice(*span)]).startswith(flat(words))] == []
    assert [task["id"] for task in plan.gold["tasks"] if plan.source[slice(*task["span"])] != task["text"]] == []


@of_each()
def test_an_extraction_is_of_this_very_text(plan: Plan) -> None:
    data = plan.source.encode()
    assert plan.gold["source"] == {
        "file": f"{plan.slug}.txt",
        "encoding": "utf-8",
        "chars": len(plan.source),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


@of_each()
def test_agencies_named_in_tasks_are_listed_once(plan: Plan) -> None:
    listed = [agency["id"] for agency in plan.gold["agencies"]]
    assert sorted(set(listed)) == sorted(listed)
    assert [(task["id"], one) for task in plan.gold["tasks"] for one in named(task) if one not in listed] == []


def named(task: Entry) -> list[str]:
    chain = [step["party"] for step in task.get("approval_chain", [])]
    return [task["owner"], *task["lead"], *task["support"], *chain, *filter(None, [task.get("report_to")])]


@of_each()
def test_tasks_keep_to_the_schema(plan: Plan) -> None:
    tasks = plan.gold["tasks"]
    assert [task["id"] for task in tasks] == [f"T{at:02}" for at in range(1, len(tasks) + 1)]
    assert [task["id"] for task in tasks if task["kind"] not in KINDS or task["lead_basis"] not in BASES] == []
    assert [task["id"] for task in tasks if task.get("same_as", "T01") not in {one["id"] for one in tasks}] == []


@of_each()
def test_items_use_tasks_that_are_there(plan: Plan) -> None:
    items = (plan.gold.get("event") or {}).get("programme", [])
    assert {item["uses"] for item in items if "uses" in item} <= {task["id"] for task in plan.gold["tasks"]}


@of_each()
def test_tasks_stand_apart_in_the_order_of_the_text(plan: Plan) -> None:
    tasks = plan.gold["tasks"]
    assert [later["id"] for first, later in itertools.pairwise(tasks) if first["span"][1] > later["span"][0]] == []


@of_each()
def test_bullets_are_counted_without_gaps(plan: Plan) -> None:
    last: dict[str, int] = {}
    for task in plan.gold["tasks"]:
        if task["scope"] != "implementation":
            continue
        before = last.get(task["section"], 0)
        assert task["bullet"] == before + (task.get("part", "a") == "a"), task["id"]
        last[task["section"]] = task["bullet"]


@of_each()
def test_deadlines_that_leave_a_day_out_leave_that_one_out(plan: Plan) -> None:
    for task in plan.gold["tasks"]:
        due = task.get("deadline", {})
        if due.get("rule") == "truoc-ngay" and "last_day" in due:
            assert (date.fromisoformat(due["date"]) - date.fromisoformat(due["last_day"])).days == 1, task["id"]


@of_each()
def test_a_year_class_is_that_of_its_number_of_years(plan: Plan) -> None:
    for occasion in (plan.gold.get("event") or plan.gold.get("campaign") or {}).get("occasion", []):
        years = date.fromisoformat(occasion["anniversary"]).year - date.fromisoformat(occasion["original"]).year
        assert occasion["years"] == years
        named = {0: "năm tròn", 5: "năm lẻ 5"}.get(years % 10, "năm khác")
        assert occasion["year_class"] == named


@of_each("bang-phan-cong-so-nn-2024", "tinh-doan-ngay-hoi-2016")
def test_tasks_of_a_table_are_cells_of_the_same_plan_in_word(plan: Plan) -> None:
    table = docx.Document(io.BytesIO(word(plan.source))).tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    at = cells[0].index(next(head for head in cells[0] if head.startswith("Nội dung")))
    tasks = [task["text"] for task in plan.gold["tasks"] if task["scope"] == "implementation"]
    assert [row[at] for row in cells[1:] if row[0].isdecimal()] == tasks


def test_every_document_that_is_no_plan_says_what_it_is() -> None:
    assert sorted(not_plans()) == sorted(path.name for path in NOT_PLANS.glob("*.txt"))
    assert {answer for said in not_plans().values() for answer in said["accept"]} == {"refused", "no-duties"}
