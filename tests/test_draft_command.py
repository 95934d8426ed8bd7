"""`draft` and `coverage` as a person runs them, and the page that sets a plan beside what was read of it."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import cli
from runbook.draft.coverage import coverage
from runbook.draft.document import Document, Quote
from runbook.draft.findings import Question
from runbook.files.shipped import draft_durations
from runbook.render.page.review import review_page
from runbook.reports.drafted import Reading
from tests.browser import looks, needs_chromium
from tests.drafted import EXAMPLE, PLANS, drafted, opened
from tests.plan_gold import NOT_PLANS, not_plans, word

IDS = re.compile(r'\bid="([^"]*)"')
LINKS = re.compile(r'href="#([^"]*)"')


def run(*words: str, language: str = "vi") -> Result:
    env = {"RUNBOOK_LANG": language, "COLUMNS": "80", "NO_COLOR": None}
    return CliRunner(env=env).invoke(cli.runbook, list(words), prog_name="runbook")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "ke-hoach.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "ke-hoach.txt"


def test_a_draft_lies_beside_its_plan_and_is_never_written_over(plan: Path) -> None:
    assert run("draft", "ke-hoach.txt").exit_code == 0
    made = plan.with_suffix(".yaml").read_bytes()
    plan.with_suffix(".yaml").write_bytes(made + b"# mine\n")
    again = run("draft", "ke-hoach.txt")
    assert (again.exit_code, plan.with_suffix(".yaml").read_bytes()) == (1, made + b"# mine\n")
    assert run("check", "ke-hoach.yaml").exit_code == 0


def test_a_word_document_gives_the_same_tasks(plan: Path) -> None:
    plan.with_name("van-ban.docx").write_bytes(word(plan.read_text("utf-8")))
    assert run("draft", "ke-hoach.txt", "--output", "a.yaml").exit_code == 0
    assert run("draft", "van-ban.docx", "--output", "b.yaml").exit_code == 0
    one, other = (Path(name).read_text("utf-8").partition("\ntasks:")[2] for name in ("a.yaml", "b.yaml"))
    assert one == other != ""


@pytest.mark.parametrize("name", sorted(not_plans()))
def test_what_is_no_plan_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    result = run("draft", str(NOT_PLANS / name), "--output", str(tmp_path / "a.yaml"))
    assert result.exit_code in ((1,) if not_plans()[name]["accept"] == ["refused"] else (0, 1))
    if result.exit_code:
        assert not (tmp_path / "a.yaml").exists()
        assert result.stderr.startswith("Lỗi: ")
        assert name in result.stderr
    else:
        assert "tasks:" not in (tmp_path / "a.yaml").read_text("utf-8")


def test_a_missing_plan_and_a_table_that_cannot_be_used_are_told(plan: Path) -> None:
    assert run("draft", "khong-co.txt").exit_code == 1
    Path("bang.csv").write_text("kind,words,work,why\nviệc,,1d,\n", encoding="utf-8")
    refused = run("draft", "ke-hoach.txt", "--durations", "bang.csv")
    assert (refused.exit_code, refused.stderr) == (1, "Lỗi: bang.csv: Dòng 2: không có loại việc “việc”.\n")
    assert not plan.with_suffix(".yaml").exists()
    assert run("draft").exit_code == 2
    assert run("coverage", "a.yaml").exit_code == 2


def test_ones_own_durations_are_used(plan: Path) -> None:
    mine = draft_durations().replace("invite,giấy mời|danh sách,1d", "invite,giấy mời,4d")
    Path("bang.csv").write_text(mine, encoding="utf-8")
    assert run("draft", str(plan), "--durations", "bang.csv").exit_code == 0
    assert "    work: 4d\n" in plan.with_suffix(".yaml").read_text("utf-8")


def test_every_question_is_printed_in_the_order_of_the_plan(plan: Path) -> None:
    printed = run("draft", str(plan), language="en").stdout
    assert re.findall(r"^  - (\S+) ", printed, re.MULTILINE) == ["III.1.2:", "III.2.1:"]
    assert "TO BE ASKED (2)" in printed


def test_coverage_ends_with_1_where_a_file_leaves_the_plan(plan: Path) -> None:
    run("draft", str(plan))
    assert run("coverage", "ke-hoach.yaml", "--plan", str(plan)).exit_code == 0
    made = Path("ke-hoach.yaml")
    made.write_text(made.read_text("utf-8").replace("ref: III.2.2", "ref: III.2.7"), encoding="utf-8")
    result = run("coverage", "ke-hoach.yaml", "--plan", str(plan))
    assert result.exit_code == 1
    assert "Việc T04 dẫn III.2.7." in result.stdout
    data = json.loads(run("coverage", "ke-hoach.yaml", "--plan", str(plan), "--json").stdout)
    assert (data["whole"], data["unknown"]) == (False, [{"task": "T04", "ref": "III.2.7"}])
    assert [one["ref"] for one in data["clauses"] if not one["by"]] == ["III.2.2"]


def page(path: Path) -> str:
    made, ceremony, _ = opened(path)
    assert ceremony is not None
    draft = drafted(path)
    return review_page(Reading(draft, ceremony, coverage(ceremony, draft), made.questions, "vi"), path.name)


@pytest.mark.parametrize("path", [EXAMPLE, *PLANS[:7]], ids=lambda path: path.stem)
def test_words_and_cards_link_both_ways(path: Path) -> None:
    html = page(path)
    ids, links = IDS.findall(html), set(LINKS.findall(html))
    assert len(ids) == len(set(ids))
    assert links <= set(ids)
    duties = {one.id for one in drafted(path).duties}
    assert {f"r:d:{one}" for one in duties} <= set(ids)
    assert {one for one in links if one.startswith("s:d:")} == {f"s:d:{one}" for one in duties}


@pytest.mark.parametrize("path", [EXAMPLE, *PLANS[:7]], ids=lambda path: path.stem)
def test_the_head_and_the_filter_count_the_same_paragraphs_without_a_task(path: Path) -> None:
    html = page(path)
    told = re.findall(r"(\d+) chưa có việc\.", html) + re.findall(r"Chưa lập thành việc \((\d+)\)", html)
    assert len(told) == 2
    assert len(set(told)) == 1
    assert bool(int(told[0])) == ('class="card open"' in html or 'class="card asked open"' in html)


def test_the_page_loads_nothing_and_allows_its_own_style_and_script_alone() -> None:
    html = unescape(page(EXAMPLE))
    style, script = (re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[0] for tag in ("style", "script"))
    for text in (style, script):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in html
    assert "default-src 'none'" in html
    assert "http" not in html.replace("http-equiv", "")


def test_hostile_words_stay_words() -> None:
    bad = "</style><script>alert(1)</script>\"'<img src=x onerror=alert(2)>\x00\u202e"
    made, ceremony, _ = opened(EXAMPLE)
    assert ceremony is not None
    draft = drafted(EXAMPLE)
    first = draft.document.paragraphs[0]
    paragraph = replace(first, text=bad, offsets=tuple(range(len(bad))), ends=())
    party, duty = replace(draft.parties[0], name=bad, aliases=(bad,)), draft.duties[0]
    changed = replace(
        draft,
        document=Document(bad, (paragraph, *draft.document.paragraphs[1:]), "txt"),
        parties=(party, *draft.parties[1:]),
        duties=(replace(duty, title=bad, words=Quote(bad, (0, len(bad)))), *draft.duties[1:]),
    )
    asked = (Question("count", (0, 5), facts=(("party", bad),)), *made.questions)
    html = review_page(Reading(changed, ceremony, coverage(ceremony, changed), asked, "vi"), bad)
    assert "<img" not in html
    assert html.count("<script>") == 1
    assert "\x00" not in html


@needs_chromium
def test_a_browser_marks_words_and_cards_together_and_shows_what_is_asked(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(EXAMPLE), encoding="utf-8")
    marked = """async (window, document) => {
      document.querySelector('a[href="#r:d:T02"]').click();
      const sides = [...document.querySelectorAll('.on')].map(one => one.closest('.side').id);
      return [[...new Set(sides)], document.querySelector('.card.on').id];
    }"""
    asked = """async (window, document) => {
      document.getElementById('show-asked').click();
      const cards = [...document.querySelectorAll('.card')];
      return cards.filter(one => window.getComputedStyle(one).display !== 'none').map(one => one.id);
    }"""
    wide = """async (window, document) =>
      document.documentElement.scrollWidth <= document.documentElement.clientWidth"""
    found = looks(tmp_path, [("a.html", marked), ("a.html", asked), ("a.html", wide)])
    assert found == [[["side-plan", "side-read"], "r:d:T02"], ["r:d:T02", "r:d:T03"], True]
