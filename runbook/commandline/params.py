"""The options and arguments that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from runbook.text import LANGUAGES

Param = Callable[[Any], Any]


def known(of: str, ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """How a word may go on: as an agency or task of the FILE, which stands before it, or as an example."""
    from runbook.commands import starting

    file = (
        ctx.params.get("file") or ctx.params.get("word") or next(iter(ctx.args), "")
    )  # unread where an option still waits for its value
    return [name for name in starting.names(of, Path(file)) if name.startswith(begun)]


def account() -> str:
    """Who issues a release: RUNBOOK_ACTOR, else the account that runs the program."""
    import getpass

    try:
        return os.environ.get("RUNBOOK_ACTOR") or getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return "?"


PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is told when it is read
LANG = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, metavar="vi|en")
AGENCY = click.option("--agency", default="", metavar="so-vhtt", shell_complete=partial(known, "agencies"))
ONE_AGENCY = click.option("--agency", required=True, metavar="so-vhtt", shell_complete=partial(known, "agencies"))
OUTPUT = click.option("--output", type=PATH, metavar="PATH")
FILE = click.argument("file", type=PATH)
STORE = click.option("--store", "location", default="", envvar="RUNBOOK_STORE", metavar="PATH")
SINCE = click.option("--since", default="", metavar="N")
WORD = click.argument("word", default="")
JSON = click.option("--json", "as_json", is_flag=True)
NOW = click.option("--now", default="", metavar="12/11/2024")
KEY = click.option("--key", default="", metavar="KEY")
MESSAGE = click.option("-m", "--message", default="", metavar="TEXT")
WHO = click.option("--who", default=account, metavar="NAME")
LEVEL: tuple[Param, ...] = (
    click.option("--level", is_flag=True),
    click.option("--seconds", default="", metavar="10"),
    click.option("--prove", is_flag=True),
)
SET = click.option("--set", "changes", multiple=True, metavar="E4.work=2d")
DAY = click.option("--day", default="", metavar="25/11/2024")
COMMON: tuple[Param, ...] = (
    FILE,
    SET,
    NOW,
    DAY,
    LANG,
    click.pass_obj,
)
