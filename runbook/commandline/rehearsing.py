"""The command that plays a ceremony through."""

from __future__ import annotations

from pathlib import Path

import click

from runbook.commandline.declaring import declared, opened_as
from runbook.commandline.foresight import SEED, SPREAD
from runbook.commandline.params import FILE, LANG
from runbook.spoken import emit


def rehearse(language: str, file: Path, seed: str, spread: str, location: str) -> None:
    from runbook.commands import rehearsing

    for step in rehearsing.rehearse(opened_as(language, file), seed, spread, location):
        emit(step)


# Not from the environment: what that names is the real store.
STORE = click.option("--store", "location", default="", metavar="PATH")

COMMANDS = (declared("rehearse", rehearse, FILE, SEED, SPREAD, STORE, LANG, click.pass_obj),)
