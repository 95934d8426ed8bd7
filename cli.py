"""The program `runbook`: its commands in the order of its help.

The only reader of the clock. Whatever is heavy is imported where a command needs it.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from functools import partial
from pathlib import Path

import click

from runbook import __version__
from runbook.commandline import day, drafting, foresight, levelling, planning, rehearsing, releases, tracking
from runbook.commandline.declaring import CLOCK, SECONDS, STOPWATCH, screen, width
from runbook.commandline.params import LANG, PATH, STORE, WORD, known
from runbook.console import same_bytes
from runbook.spoken import SpokenGroup, emit
from runbook.text import say


def seconds() -> int:
    """The present instant in seconds since 1970 UTC."""
    return int(time.time())


def clock() -> int:
    """The present instant in minutes of the axis."""
    return seconds() // 60


@click.group(cls=SpokenGroup, name="runbook", invoke_without_command=True)
@LANG
@click.version_option(__version__, message="runbook %(version)s")
@click.pass_context
def runbook(ctx: click.Context) -> None:
    ctx.meta[CLOCK] = clock
    ctx.meta[SECONDS] = seconds
    ctx.meta[STOPWATCH] = time.monotonic
    if ctx.invoked_subcommand is None:
        emit(ctx.get_help() + "\n")


for each in (
    *planning.COMMANDS,
    *releases.COMMANDS,
    *tracking.COMMANDS,
    *foresight.COMMANDS,
    *levelling.COMMANDS,
    *day.COMMANDS,
    *rehearsing.COMMANDS,
    *drafting.COMMANDS,
):
    runbook.add_command(each)


@runbook.command()
@WORD
@STORE
@LANG
@click.pass_obj
def doctor(language: str, word: str, location: str) -> int:
    from runbook.commands import keeping

    text, code = keeping.doctor(word, location, sys.stdout.encoding or "", screen(), language)
    emit(text)
    return code


@runbook.command()
@click.argument("file", type=PATH, required=False)
@click.option("--from", "example", default="", metavar="EXAMPLE", shell_complete=partial(known, "examples"))
@click.option("--campaign", is_flag=True)
@click.option("--list", "listed", is_flag=True)
@LANG
@click.pass_context
def new(ctx: click.Context, file: Path | None, example: str, campaign: bool, listed: bool) -> None:
    from runbook.commands import starting

    if listed and file:
        raise click.UsageError(say(ctx.obj, "usage.extra", words=file), ctx)
    if not listed and file is None:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    examples = "".join(f"{name}\n" for name in starting.names("examples"))
    emit(examples if file is None else starting.new(file, example, campaign, width(), ctx.obj))


@runbook.command("format")
@click.option("--schema", "as_schema", is_flag=True)
@LANG
def format_page(as_schema: bool) -> None:
    from runbook import schema
    from runbook.format import page

    emit(schema.text() if as_schema else page.markdown())


@runbook.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@LANG
def completion(shell: str) -> None:
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None, "click knows these three"
    emit(found(runbook, {}, "runbook", "_RUNBOOK_COMPLETE").source())


def main() -> None:
    """The command `runbook`."""
    gc.disable()  # a short run makes few cycles, and looking for them is a fifth of reading a large file
    for stream in (sys.stdout, sys.stderr) if os.name == "nt" else ():
        same_bytes(stream)
    runbook.main(prog_name="runbook")


if __name__ == "__main__":
    main()
