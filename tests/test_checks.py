"""Every warning about a plan has one small file that shows it, marked at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runbook import checks
from runbook.files import load
from runbook.problems import Problem, Severity, message, remedy
from runbook.reports.standing import verdict
from runbook.schedule import candidates, plan
from runbook.text import check_words, report_words
from runbook.text.catalogue import CATALOGUE
from tests.reading import tasks

CASES = sorted((Path(__file__).parent / "cases" / "checks").glob("*.yaml"))
ROOT = Path(__file__).resolve().parents[1]


def warnings(path: Path, *changes: str) -> tuple[Problem, ...]:
    loaded = load(path, changes)
    assert loaded.ceremony is not None, loaded.problems
    return checks.warnings(plan(loaded.ceremony))


def marked(path: Path) -> list[tuple[int, int]]:
    """The places marked in a case: a comment line of ^ under the word it means; [] where the whole file is meant."""
    lines = path.read_text(encoding="utf-8").splitlines()
    marks = [(number, re.search(r"\^+", line)) for number, line in enumerate(lines) if line.startswith("#")]
    return [(number, found.start() + 1) for number, found in marks if found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_shows_its_warning_and_no_other(case: Path) -> None:
    found = warnings(case)
    assert [(one.code, one.severity) for one in found] == [(case.stem, Severity.WARNING)]
    assert [(one.place.line, one.place.column) for one in found if one.place] == marked(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_warning_is_told_with_a_remedy(case: Path, language: str) -> None:
    (one,) = warnings(case)
    assert message(one, language) != one.code
    assert "{" not in message(one, language) + remedy(one, language)


def test_every_warning_has_a_case_and_every_case_a_warning() -> None:
    words = check_words.WORDS | report_words.WORDS
    codes = {key.split(".")[1] for key in words if key.startswith("problem.")}
    source = Path(checks.__file__).read_text(encoding="utf-8")
    assert {case.stem for case in CASES} == codes
    assert set(re.findall(r'(?:_warning|Problem)\(\s*"([a-z-]+)"', source)) == codes
    assert len(checks.CHECKS) == len(codes)
    assert all(f"problem.{code}.fix" in CATALOGUE for code in codes)


def test_the_summary_conference_raises_none() -> None:
    assert warnings(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml") == ()


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("A: {work: 3d}\nB: {work: 2d, after: A}\nM: {after: B}", 2),
        ("K: {}\nM: {after: K FS+6d}", 1),
    ],
    ids=["a milestone behind tasks", "nothing but milestones"],
)
def test_check_plan_and_dates_count_what_is_late_alike(text: str, late: int) -> None:
    schedule = plan(tasks(text))
    told = [one.facts["count"] for one in checks.warnings(schedule) if one.code == "not-ready"]
    assert told == [str(late)]
    assert verdict(schedule, "vi").startswith(f"Không kịp: {late} trong ")
    assert [one.late for one in candidates(schedule.ceremony)] == [late]


def test_a_later_deadline_takes_the_warning_away() -> None:
    case = next(case for case in CASES if case.stem == "deadline-broken")
    assert warnings(case, "E2.finish=by 21/11/2024") == ()
