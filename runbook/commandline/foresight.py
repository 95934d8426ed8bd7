"""The commands that ask what may come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from runbook.commandline.declaring import declared, opened_as
from runbook.commandline.params import DAY, FILE, JSON, LANG, NOW, SET, STORE
from runbook.spoken import emit

SEED = click.option("--seed", default="1", metavar="N")
SAMPLES = click.option("--samples", default="10000", metavar="N")
SPREAD = click.option("--spread", default="", metavar="80%..150%")


def risk(language: str, file: Path, changes: tuple[str, ...], day: str, **own: Any) -> None:
    from runbook.commands import risking

    emit(risking.risk(opened_as(language, file, changes, day=day), **own))


COMMANDS = (declared("risk", risk, FILE, SET, NOW, DAY, SEED, SAMPLES, SPREAD, JSON, STORE, LANG, click.pass_obj),)
