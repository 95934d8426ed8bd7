"""The commands about what was issued: releases, anniversaries, the store that keeps them."""

from __future__ import annotations

from pathlib import Path

import click

from runbook.commandline.declaring import answered, declared, opened_as
from runbook.commandline.params import (
    FILE,
    JSON,
    KEY,
    LANG,
    MESSAGE,
    NOW,
    ONE_AGENCY,
    OUTPUT,
    PATH,
    SINCE,
    STORE,
    WORD,
    account,
)
from runbook.spoken import emit


def release(language: str, file: Path, message: str, now: str, at: str, key: str, location: str) -> None:
    from runbook.commands import releasing, reporting

    opened = opened_as(language, file, now=now)
    emit(releasing.release(opened, releasing.Order(message, account(), at, key, location)))
    emit(reporting.remarks(opened), err=True)


CLASSES = ("round", "five", "other")
AT = click.option("--at", default="", metavar="13/11/2024T09:00")

COMMANDS = (
    declared("release", release, FILE, MESSAGE, NOW, AT, KEY, STORE, LANG, click.pass_obj),
    answered("diff", "comparing", click.argument("old", default=""), click.argument("new", default=""), WORD, STORE),
    answered("changes", "comparing", WORD, ONE_AGENCY, SINCE, STORE),
    answered("history", "releasing", WORD, STORE),
    answered(
        "show-release", "releasing", click.argument("number"), WORD, click.option("--source", is_flag=True), STORE
    ),
    answered("clone", "cloning", FILE, click.option("--to", required=True, metavar="21/11/2025"), OUTPUT),
    answered(
        "anniversaries",
        "commemorating",
        click.argument("year"),
        click.option("--class", "rank", type=click.Choice(CLASSES), metavar="round|five|other"),
        JSON,
        OUTPUT,
        click.option("--list", "own", type=PATH, metavar="FILE"),
    ),
    answered("backup", "keeping", click.argument("target", type=PATH), WORD, STORE),
    answered("restore", "keeping", click.argument("backup", type=PATH), STORE),
)
