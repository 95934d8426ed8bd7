"""The commands that work from a plan written in prose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from runbook.commandline.declaring import clock, declared, screen
from runbook.commandline.params import FILE, JSON, LANG, OUTPUT, PATH
from runbook.spoken import emit


def draft(language: str, /, **own: Any) -> None:
    from runbook.commands import drafting

    emit(drafting.draft(drafting.Order(**own, now=clock()), screen(), language))


def coverage(language: str, file: Path, plan: Path, as_json: bool) -> int:
    from runbook.commands import drafting

    text, code = drafting.coverage(file, plan, as_json, screen(), language)
    emit(text)
    return code


DOCUMENT = click.argument("document", type=PATH)
REVIEW = click.option("--review", type=PATH, metavar="REVIEW.html")
DURATIONS = click.option("--durations", type=PATH, metavar="TABLE.csv")
PLAN = click.option("--plan", type=PATH, required=True, metavar="PLAN")

COMMANDS = (
    declared("draft", draft, DOCUMENT, OUTPUT, REVIEW, DURATIONS, LANG, click.pass_obj),
    declared("coverage", coverage, FILE, PLAN, JSON, LANG, click.pass_obj),
)
