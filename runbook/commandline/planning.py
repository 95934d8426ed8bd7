"""The commands that plan a FILE: reports, papers, calendars."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runbook.commandline.declaring import asked, declared, opened_as, planned, tell, width
from runbook.commandline.params import (
    AGENCY,
    COMMON,
    FILE,
    JSON,
    LANG,
    LEVEL,
    NOW,
    ONE_AGENCY,
    OUTPUT,
    PATH,
    SINCE,
    STORE,
    known,
)
from runbook.console import progress
from runbook.spoken import emit

if TYPE_CHECKING:
    from runbook.commands.opening import Opened


def check(language: str, file: Path, changes: tuple[str, ...], now: str, day: str) -> int:
    from runbook.commands import reporting

    text, code = reporting.check(asked(file, changes, now, day), width(), language)
    emit(text)
    return code


def invite(language: str, file: Path, now: str, agency: str, since: str, output: Path | None, location: str) -> None:
    from runbook.commands import publishing

    opened = opened_as(language, file, now=now)
    tell(opened, publishing.invite(opened, location, agency, since, output), aside=True)


def ics(opened: Opened, agency: str, output: Path | None, location: str, since: str, todos: bool) -> str:
    from runbook.commands import building

    name, data, note = building.ics(opened, agency, location, since, todos)
    if output != Path("-"):
        return building.written(opened, output or Path(name), data) + note
    click.echo(data, nl=False)
    emit(note, err=True)
    return ""


def export(opened: Opened, output: Path, what: str, agency: str, date: str, location: str) -> str:
    from runbook.commands import exporting

    return exporting.export(opened, output, what, agency, date, location)


def build(
    language: str, file: Path, output: Path | None, location: str, only: str, feeds: bool, url: str, **moment: Any
) -> int:
    from runbook.commands import building, publishing

    opened = opened_as(language, file, **moment)
    if feeds:
        tell(opened, publishing.feeds(opened, location, output, url), aside=True)
        return 0
    with progress(sys.stderr, language) as step:
        built = building.build(opened, output, location, only, step)
    tell(opened, built.said, aside=True)
    emit(built.left_out, err=True)
    return 1 if built.left_out else 0


BY = click.option("--by", type=click.Choice(("agency", "day", "phase")), metavar="agency|day|phase")
EXPORTED = click.argument("output", type=PATH)
WHAT = click.option("--what", default="", metavar="sheet")
ONLY = click.option("--only", default="", metavar="pages,calendars")
URL = click.option("--url", default="", metavar="https://…")

COMMANDS = (
    declared("check", check, *COMMON),
    planned("plan", AGENCY, BY, JSON, STORE, *LEVEL),
    planned("dates"),
    planned("why", click.argument("task", shell_complete=partial(known, "tasks")), *LEVEL),
    planned("timeline", STORE, *LEVEL),
    planned("sheet", click.option("--date", default="N", metavar="21/11/2024|N-1"), AGENCY, STORE, *LEVEL),
    planned("show", STORE),
    planned("matrix"),
    planned("ics", AGENCY, OUTPUT, STORE, SINCE, click.option("--todos", is_flag=True), *LEVEL, run=ics),
    declared("invite", invite, FILE, NOW, LANG, click.pass_obj, ONE_AGENCY, SINCE, OUTPUT, STORE),
    planned(
        "export", EXPORTED, WHAT, AGENCY, click.option("--date", default="", metavar="N-1"), STORE, *LEVEL, run=export
    ),
    declared("build", build, *COMMON, OUTPUT, STORE, ONLY, click.option("--feeds", is_flag=True), URL, *LEVEL),
)
