"""README.md is true: its commands run, its outputs are what they print, and it tells every command.

A line `...` in a shown output stands for any number of lines. RUNBOOK_GOLDENS=rewrite renews the outputs without one.
A ```diff block is an edit the reader makes on the way: its first line names the file.
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
BLOCK = re.compile(r"```(console|diff)\n(.*?)```", re.DOTALL)


def found() -> list[tuple[str, str]]:
    """The blocks in their order, each with its kind."""
    return BLOCK.findall(README.read_text(encoding="utf-8"))


def blocks() -> list[str]:
    return [block for kind, block in found() if kind == "console"]


def parted(block: str) -> list[tuple[str, str]]:
    """Every `$ runbook …` line of a block with the output printed below it, "" where none is."""
    parts = [part for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def examples() -> list[tuple[str, str]]:
    return [example for block in blocks() for example in parted(block)]


def edit(block: str) -> None:
    """Make the edit that a ```diff block shows; each run of lines with a minus must stand once in the file."""
    head, _, body = block.partition("\n")
    path = Path(head.removeprefix("--- "))
    text = path.read_text(encoding="utf-8")
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", body, flags=re.MULTILINE):
        old, new = (re.sub(r"^[-+]", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="")


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
    env = {"RUNBOOK_LANG": "vi", "COLUMNS": "80", "NO_COLOR": None, "RUNBOOK_ACTOR": "Nguyễn Văn Thư"}
    result = CliRunner(env=env).invoke(cli.runbook, words, prog_name="runbook")
    return result.exit_code, result.output


@pytest.mark.usefixtures("checkout")
def test_every_example_runs_and_prints_what_the_readme_shows() -> None:
    text = README.read_text(encoding="utf-8")
    steps = [step for kind, block in found() for step in (parted(block) if kind == "console" else [("", block)])]
    for command, shown in steps:
        if not command:
            edit(shown)
            continue
        code, output = printed(command)
        assert code == (1 if "tests/cases/errors" in command else 0), (command, output)
        if os.environ.get("RUNBOOK_GOLDENS") == "rewrite" and shown and "\n...\n" not in f"\n{shown}":
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
