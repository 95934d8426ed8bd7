"""The commands about who and what has to carry how much at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from runbook.commandline.declaring import declared, opened_as, planned, screen
from runbook.commandline.params import AGENCY, JSON, LANG, LEVEL, NOW, PATH, STORE
from runbook.spoken import emit

if TYPE_CHECKING:
    from runbook.commands.opening import Opened


def load(opened: Opened, by: str | None, agency: str, as_json: bool, location: str) -> str:
    from runbook.commands import levelling

    return levelling.load(opened, agency, by, as_json, location)


def clashes(language: str, files: tuple[Path, ...], now: str, as_json: bool) -> int:
    from runbook.commands import levelling

    opened = {str(file): opened_as(language, file, now=now) for file in files}
    text, code = levelling.clashes(opened, as_json, screen(), language)
    emit(text)
    return code


BY = click.option("--by", type=click.Choice(("agency", "resource")), metavar="agency|resource")
FILES = click.argument("files", type=PATH, nargs=-1, required=True)

COMMANDS = (
    planned("load", BY, AGENCY, JSON, STORE, *LEVEL, run=load),
    declared("clashes", clashes, FILES, NOW, JSON, LANG, click.pass_obj),
)
