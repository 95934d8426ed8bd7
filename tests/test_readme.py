"""README.md is true: its commands run, its outputs are what they print, and it tells every command.

A line `...` in a shown output stands for any number of lines. RUNBOOK_GOLDENS=rewrite renews the outputs without one.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def blocks() -> list[str]:
    return BLOCK.findall(README.read_text(encoding="utf-8"))


def examples() -> list[tuple[str, str]]:
    """Every `$ runbook …` line with the output printed below it, "" where none is."""
    parts = [part for block in blocks() for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the examples read, as the working directory."""
    shutil.copytree(ROOT / "events", tmp_path / "events")
    shutil.copytree(ROOT / "tests" / "cases", tmp_path / "tests" / "cases")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(command: str) -> tuple[int, str]:
    program, *words = shlex.split(command)
    assert program == "runbook"
    env = {"RUNBOOK_LANG": "vi", "COLUMNS": "80", "NO_COLOR": None}
    result = CliRunner(env=env).invoke(cli.runbook, words, prog_name="runbook")
    return result.exit_code, result.output


@pytest.mark.usefixtures("checkout")
def test_every_example_runs_and_prints_what_the_readme_shows() -> None:
    text = README.read_text(encoding="utf-8")
    for command, shown in examples():
        code, output = printed(command)
        assert code == (1 if "tests/cases/errors" in command else 0), (command, output)
        if os.environ.get("RUNBOOK_GOLDENS") == "rewrite" and shown and "\n...\n" not in shown:
            text = text.replace(f"$ {command}\n{shown}", f"$ {command}\n{output}")
            README.write_text(text, encoding="utf-8", newline="")
        elif shown:
            pieces = [re.escape(piece) for piece in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
            assert re.fullmatch("(?:.*\n)*".join(pieces), output), (command, output)


def test_a_block_with_one_command_shows_its_output() -> None:
    alone = [block for block in blocks() if block.count("$ runbook") == 1]
    assert len(alone) >= 5
    assert [block for block in alone if block.count("\n") == 1] == []


def test_every_command_stands_in_the_readme_with_an_example() -> None:
    text = README.read_text(encoding="utf-8")
    named = {command.split()[1] for command, _ in examples()}
    assert named == set(cli.runbook.commands)
    assert [name for name in cli.runbook.commands if f"| `{name}` |" not in text] == []


def test_every_link_of_the_readme_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []
    assert "docs/format.md" in targets
