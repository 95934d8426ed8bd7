"""What every command prints, byte for byte. RUNBOOK_GOLDENS=rewrite writes the goldens anew, for a person to read."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import cli
from runbook.render.terminal import columns_of

ROOT = Path(__file__).resolve().parents[1]
GOLDENS = Path(__file__).parent / "goldens" / "text"
CONFERENCE = "events/hoi-nghi-tong-ket-2024.yaml"
COMMANDS = {
    "check": ["check", CONFERENCE],
    "plan": ["plan", CONFERENCE],
    "plan-now": ["plan", CONFERENCE, "--now", "13/11/2024 10:00"],
    "plan-day-21": ["plan", CONFERENCE, "--day", "21/11/2024"],
    "plan-set": ["plan", CONFERENCE, "--set", "E3.work=2d", "--agency", "so-noi-vu"],
    "plan-by-agency": ["plan", CONFERENCE, "--by", "agency", "--agency", "Sở VHTT"],
    "plan-by-day": ["plan", CONFERENCE, "--by", "day", "--agency", "ubnd-tp"],
    "plan-by-phase": ["plan", CONFERENCE, "--by", "phase"],
    "plan-json": ["plan", CONFERENCE, "--json"],
    "dates": ["dates", CONFERENCE],
    "why": ["why", CONFERENCE, "D3"],
    "why-float": ["why", CONFERENCE, "g4"],
    "timeline": ["timeline", CONFERENCE],
    "sheet": ["sheet", CONFERENCE],
    "sheet-before": ["sheet", CONFERENCE, "--date", "N-1", "--agency", "dai-ptth-ha-noi"],
    "sheet-preparation": ["sheet", CONFERENCE, "--date", "14/11/2024", "--agency", "so-vhtt"],
    "sheet-empty": ["sheet", CONFERENCE, "--date", "17/11/2024", "--agency", "so-y-te"],
    "show": ["show", CONFERENCE],
    "show-over": ["show", CONFERENCE, "--set", "p4.length=40m"],
    "matrix": ["matrix", CONFERENCE],
    "load": ["load", CONFERENCE],
    "clashes": ["clashes", CONFERENCE],
    "plan-level": ["plan", CONFERENCE, "--agency", "vp-ubnd", "--level", "--set", "resources.pho-chu-tich.capacity=1"],
    "help": ["--help"],
    **{f"help-{name}": [name, "--help"] for name in cli.runbook.commands},
}


def run(args: list[str], language: str, columns: int = 80) -> Result:
    env = {"RUNBOOK_LANG": language, "COLUMNS": str(columns), "NO_COLOR": None, "TERM": "xterm"}
    return CliRunner(env=env).invoke(cli.runbook, args, prog_name="runbook")


def printed(result: Result) -> str:
    """Both channels, as one text: what a person at a terminal sees."""
    said = f"--- stderr\n{result.stderr}" if result.stderr else ""
    return f"{result.stdout}{said}--- exit {result.exit_code}\n"


def golden_of(name: str, language: str) -> Path:
    return GOLDENS / f"{name}.{language}.txt"


def lines_of(name: str, language: str, columns: int) -> list[str]:
    """What a command prints on its first channel; in 80 columns that is what stands in its golden."""
    if columns == 80:
        return re.split("--- (?:stderr|exit)", golden_of(name, language).read_text(encoding="utf-8"))[0].splitlines()
    return run(COMMANDS[name], language, columns).stdout.splitlines()


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_golden(name: str, language: str) -> None:
    golden = golden_of(name, language)
    text = printed(run(COMMANDS[name], language))
    if os.environ.get("RUNBOOK_GOLDENS") == "rewrite":
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_belongs_to_a_command() -> None:
    wanted = {f"{name}.{language}.txt" for name in COMMANDS for language in ("vi", "en")}
    assert {golden.name for golden in GOLDENS.iterdir()} == wanted


@pytest.mark.parametrize("columns", [60, 80, 132])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(language: str, columns: int) -> None:
    # A path is as long as it is, JSON is not for people, and click's runner sets help for 80 columns whatever is asked.
    names = [name for name in COMMANDS if name not in ("check", "plan-json") and (columns == 80 or "help" not in name)]
    said = [(name, line) for name in names for line in lines_of(name, language, columns)]
    assert [one for one in said if columns_of(one[1]) > columns] == []
    assert len(said) > 500


def test_a_wide_terminal_is_used() -> None:
    widest = max(columns_of(line) for line in run(COMMANDS["plan"], "vi", 132).stdout.splitlines())
    assert 110 < widest <= 132
