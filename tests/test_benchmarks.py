"""Every benchmark runs at its smallest size, and its parties agree. What they measure is not looked at here."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import goals, keeping, plans, releases, tj3, told
from benchmarks.__main__ import NAMES, machine
from benchmarks.bench import ROOT, Bench, DisagreementError, FailedError, Scale, installed, same, whole_process


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_runs_and_its_parties_agree(name: str, tmp_path: Path) -> None:
    if name == "tj3" and not installed("tj3"):
        pytest.skip("TaskJuggler is not installed")
    report = importlib.import_module(f"benchmarks.{name}").run(Bench(Scale.TINY, tmp_path))
    assert report.title == name
    assert all(figure > 0 for figure in report.figures.values())
    lines = report.markdown().splitlines()
    tables = [line.count("|") for line in lines if line.startswith("|")]
    assert tables, "no table"
    assert "nan" not in report.markdown()


def test_parties_that_differ_are_seen() -> None:
    same("dates", ours=[1, 2], theirs=[1, 2])
    with pytest.raises(DisagreementError, match="dates: ours and third differ"):
        same("dates", ours=[1, 2], theirs=[1, 2], third=[1, 3])


@pytest.mark.parametrize("change", [{"sequence": 7}, {"start": told.STAMP}, {"uid": "other"}, {"summary": "khác"}])
def test_an_entry_read_back_otherwise_is_seen(change: dict[str, Any]) -> None:
    rows = told.told(3)
    found = told.read_by_icalendar(told.by_runbook(rows))
    assert told.digest(found) == told.digest(rows)
    assert told.digest([found[0]._replace(**change), *found[1:]]) != told.digest(rows)


def test_a_release_that_was_told_to_be_kept_and_is_not_counts_as_lost(tmp_path: Path) -> None:
    path = tmp_path / "state"
    way = keeping.WAYS["JSON overwritten"]
    way.commit(str(path), "1", [])
    way.commit(str(path), "2", [])
    assert releases.lost("JSON overwritten", str(path), ["1", "2", "3"]) == {"3"}
    path.write_bytes(path.read_bytes()[:-3])
    assert releases.lost("JSON overwritten", str(path), ["1", "2"]) == {"1", "2"}


def test_dates_of_taskjuggler_that_differ_are_seen(tmp_path: Path) -> None:
    theirs, ours = tmp_path / "dates.csv", tmp_path / "plan.json"
    rows = ('"t0";"2024-11-11 08:00";"2024-11-15 17:00"', '"t1";"2024-11-15 17:00";"2024-11-18 12:00"')
    theirs.write_text('"Id";"Start";"End"\n' + "\n".join(rows) + "\n", "utf-8")
    first = {"id": "t0", "early_start": "2024-11-11T08:00+07:00", "early_finish": "2024-11-15T17:00+07:00"}
    second = {"id": "t1", "early_start": "2024-11-18T08:00+07:00", "early_finish": "2024-11-18T12:00+07:00"}
    ours.write_text(json.dumps({"tasks": [first, second]}), "utf-8")
    assert tj3.differences(str(theirs), str(ours)) == []
    ours.write_text(json.dumps({"tasks": [first, {**second, "early_finish": "2024-11-18T11:00+07:00"}]}), "utf-8")
    assert [one for one, *_ in tj3.differences(str(theirs), str(ours))] == ["t1"]


def test_a_party_that_fails_says_what_went_wrong(tmp_path: Path) -> None:
    bench = Bench(Scale.TINY, tmp_path)
    with pytest.raises(FailedError, match="FileNotFoundError"):
        bench.party(plans.write, folder=str(tmp_path / "missing"), tasks=20)
    with pytest.raises(FailedError, match="RuntimeError"):
        whole_process(["python", "-c", "import os, sys; print('RuntimeError', file=sys.stderr); os._exit(3)"], tmp_path)


def test_goals_say_what_was_reached() -> None:
    outcome = {
        row[0]: row[-1] for row in _goal_rows({"entries ics": 5.0, "entries icalendar": 10.0, "tj3 5000": 120.0})
    }
    assert outcome["calendar entries, against ics"] == "reached"
    assert outcome["calendar entries, against icalendar"].startswith("short by 2.00 ×: ours writes")
    assert outcome["whole process, 5,000 tasks from the tool's own file, against TaskJuggler"] == "moonshot reached"
    assert outcome["`runbook --help` against `tj3 --version`"] == "not measured in this run"


def test_the_edits_goal_asks_for_both_ratio_and_time() -> None:
    slow = {
        "edit ceremony 1000000": 20_000.0,
        "edit seconds ceremony 1000000": 2e-3,
        "edit seconds ceremony 1000": 1e-4,
    }
    (edits,) = [row for row in _goal_rows(slow) if row[0].startswith("one edit")]
    assert edits[-2:] == ["**20,000 ×** (2.00 ms at most)", "reached"]
    (edits,) = [
        row for row in _goal_rows({**slow, "edit seconds ceremony 1000000": 9e-4}) if row[0].startswith("one e")
    ]
    assert edits[-1] == "moonshot reached"


def test_the_machine_is_told_without_its_name_or_folders() -> None:
    import platform

    assert str(ROOT) not in machine()
    assert platform.node() not in machine().split()


def _goal_rows(figures: dict[str, float]) -> list[list[str]]:
    lines = goals.report(figures).markdown().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][2:]
