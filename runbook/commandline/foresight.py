"""The commands that ask what may come."""

from __future__ import annotations

import click

from runbook.commandline.declaring import followed
from runbook.commandline.params import JSON, NOW

SEED = click.option("--seed", default="1", metavar="N")
SAMPLES = click.option("--samples", default="10000", metavar="N")
SPREAD = click.option("--spread", default="", metavar="80%..150%")

COMMANDS = (followed("risk", "risking", NOW, SEED, SAMPLES, SPREAD, JSON),)
