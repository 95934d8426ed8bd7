"""The command line: each command's options, and which piece of the program answers it.

The only reader of the clock. Whatever is heavy is imported where a command needs it.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runbook import __version__
from runbook.console import coloured, progress, same_bytes
from runbook.spoken import SpokenGroup, emit
from runbook.text import LANGUAGES, say

if TYPE_CHECKING:
    from runbook.commands.opening import Opened
    from runbook.render.terminal import Screen


def clock() -> int:
    """The present instant in minutes of the axis."""
    return int(time.time() // 60)


def width() -> int:
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


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


CLASSES = ("round", "five", "other")
PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is told when it is read
LANG = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, metavar="vi|en")
AGENCY = click.option("--agency", default="", metavar="so-vhtt", shell_complete=partial(known, "agencies"))
ONE_AGENCY = click.option("--agency", required=True, metavar="so-vhtt", shell_complete=partial(known, "agencies"))
OUTPUT = click.option("--output", type=PATH, metavar="PATH")
FILE = click.argument("file", type=PATH)
STORE = click.option("--store", "location", default="", envvar="RUNBOOK_STORE", metavar="PATH")
SINCE = click.option("--since", default="", metavar="N")
URL = click.option("--url", default="", metavar="https://…")
EXPORTED = click.argument("output", type=PATH)
WHAT = click.option("--what", default="", metavar="sheet")
WORD = click.argument("word", default="")
BY = click.option("--by", type=click.Choice(("agency", "day", "phase")), metavar="agency|day|phase")
ONLY = click.option("--only", default="", metavar="pages,calendars")
JSON = click.option("--json", "as_json", is_flag=True)
NOW = click.option("--now", default="", metavar="12/11/2024")
COMMON: tuple[Callable[[Any], Any], ...] = (
    FILE,
    click.option("--set", "changes", multiple=True, metavar="E4.work=2d"),
    NOW,
    click.option("--day", default="", metavar="25/11/2024"),
    LANG,
    click.pass_obj,
)


@click.group(cls=SpokenGroup, name="runbook", invoke_without_command=True)
@LANG
@click.version_option(__version__, message="runbook %(version)s")
@click.pass_context
def runbook(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        emit(ctx.get_help() + "\n")


def planned(name: str, *params: Callable[[Any], Any], run: Callable[..., str] | None = None) -> None:
    """A command that plans a FILE, and prints what `run`, or its namesake in runbook.commands.reporting, gives."""

    def command(language: str, file: Path, changes: tuple[str, ...], now: str, day: str, **own: Any) -> None:
        from runbook.commands import reporting

        opened = opened_as(language, file, changes, now, day)
        aside = "output" in own or own.get("as_json", False)
        tell(opened, (run or getattr(reporting, name))(opened, **own), aside)

    declared(name, command, *COMMON, *params)


def opened_as(language: str, file: Path, changes: tuple[str, ...] = (), now: str = "", day: str = "") -> Opened:
    from runbook.commands import opening

    return opening.opened(opening.Asked(file, changes, now, day, clock), screen(), language)


def tell(opened: Opened, text: str, aside: bool) -> None:
    """The answer, then what tried changes moved, on the other channel where the answer is for a file; then remarks."""
    from runbook.commands import reporting

    emit(text)
    emit(reporting.moved(opened), err=aside)
    emit(reporting.remarks(opened), err=True)


def declared(name: str, command: Callable[..., Any], *params: Callable[[Any], Any]) -> None:
    for decorate in reversed(params):
        command = decorate(command)
    runbook.command(name)(command)


def check(language: str, file: Path, changes: tuple[str, ...], now: str, day: str) -> int:
    from runbook.commands import opening, reporting

    text, code = reporting.check(opening.Asked(file, changes, now, day, clock), width(), language)
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
    language: str, file: Path, output: Path | None, location: str, only: str, feeds: bool, url: str, **asked: Any
) -> int:
    from runbook.commands import building, publishing

    opened = opened_as(language, file, **asked)
    if feeds:
        tell(opened, publishing.feeds(opened, location, output, url), aside=True)
        return 0
    with progress(sys.stderr, language) as step:
        built = building.build(opened, output, location, only, step)
    tell(opened, built.said, aside=True)
    emit(built.left_out, err=True)
    return 1 if built.left_out else 0


declared("check", check, *COMMON)
planned("plan", AGENCY, BY, JSON, STORE)
planned("dates")
planned("why", click.argument("task", shell_complete=partial(known, "tasks")))
planned("timeline", STORE)
planned("sheet", click.option("--date", default="N", metavar="21/11/2024|N-1"), AGENCY, STORE)
planned("show")
planned("matrix")
planned("ics", AGENCY, OUTPUT, STORE, SINCE, click.option("--todos", is_flag=True), run=ics)
declared("invite", invite, FILE, NOW, LANG, click.pass_obj, ONE_AGENCY, SINCE, OUTPUT, STORE)
planned("export", EXPORTED, WHAT, AGENCY, click.option("--date", default="", metavar="N-1"), STORE, run=export)
declared("build", build, *COMMON, OUTPUT, STORE, ONLY, click.option("--feeds", is_flag=True), URL)


def screen() -> Screen:
    from runbook.render.terminal import Screen

    return Screen(width(), coloured(sys.stdout, os.environ))


@runbook.command()
@FILE
@click.option("-m", "--message", default="", metavar="TEXT")
@NOW
@click.option("--at", default="", metavar="13/11/2024T09:00")
@click.option("--key", default="", metavar="KEY")
@STORE
@LANG
@click.pass_obj
def release(language: str, file: Path, message: str, now: str, at: str, key: str, location: str) -> None:
    from runbook.commands import opening, releasing, reporting

    opened = opening.opened(opening.Asked(file, (), now, "", clock), screen(), language)
    emit(releasing.release(opened, releasing.Order(message, account(), at, key, location)))
    emit(reporting.remarks(opened), err=True)


def answered(name: str, room: str, *params: Callable[[Any], Any]) -> None:
    """A command that prints what its namesake in a room of runbook.commands gives."""

    def command(language: str, **own: Any) -> None:
        answer = getattr(import_module(f"runbook.commands.{room}"), name.replace("-", "_"))
        emit(answer(**own, screen=screen(), language=language))

    declared(name, command, *params, LANG, click.pass_obj)


answered("diff", "comparing", click.argument("old", default=""), click.argument("new", default=""), WORD, STORE)
answered("changes", "comparing", WORD, ONE_AGENCY, SINCE, STORE)
answered("history", "releasing", WORD, STORE)
answered("show-release", "releasing", click.argument("number"), WORD, click.option("--source", is_flag=True), STORE)
answered("clone", "cloning", FILE, click.option("--to", required=True, metavar="21/11/2025"), OUTPUT)
answered(
    "anniversaries",
    "commemorating",
    click.argument("year"),
    click.option("--class", "rank", type=click.Choice(CLASSES), metavar="round|five|other"),
    JSON,
    OUTPUT,
    click.option("--list", "own", type=PATH, metavar="FILE"),
)
answered("backup", "keeping", click.argument("target", type=PATH), WORD, STORE)
answered("restore", "keeping", click.argument("backup", type=PATH), STORE)


TASKS = click.argument("tasks", nargs=-1, shell_complete=partial(known, "tasks"))
MESSAGE = click.option("-m", "--message", default="", metavar="TEXT")
WHO = click.option("--who", default=account, metavar="NAME")
SAYING = (FILE, TASKS, click.option("--at", default="", metavar="“18/11 16:30”"), NOW, WHO, MESSAGE)
AS_PLANNED = click.option("--as-planned", is_flag=True)


def said(name: str, what: str, *own: Callable[[Any], Any]) -> None:
    """A command that records what happened to tasks, and prints what that does to the plan."""

    def command(language: str, file: Path, location: str, **order: Any) -> None:
        from runbook.commands import progressing
        from runbook.tracking import What

        opened = opened_as(language, file)
        emit(progressing.tell(opened, progressing.Order(What(what), **order, store=location)))

    key = click.option("--key", default="", metavar="KEY")
    declared(name, command, *SAYING, *own, key, STORE, LANG, click.pass_obj)


UNTIL = click.option("--until", default="", metavar="“20/11 17:30”")
said("start", "started", AS_PLANNED)
said("done", "done", AS_PLANNED)
said("late", "late", click.option("--work", default="", metavar="2.5d"), UNTIL)
said("reopen", "reopened")
said("drop", "dropped")
said("note", "noted")
said("received", "received", click.option("--from", "agencies", multiple=True, metavar="so-y-te"))


@runbook.command()
@FILE
@click.option("--line", default="", metavar="N")
@MESSAGE
@WHO
@NOW
@STORE
@LANG
@click.pass_obj
def undo(language: str, /, file: Path, location: str, **own: str) -> None:
    from runbook.commands import progressing

    emit(progressing.undo(opened_as(language, file), **own, location=location))


@runbook.command()
@FILE
@click.option("--task", default="", metavar="E4", shell_complete=partial(known, "tasks"))
@NOW
@STORE
@LANG
@click.pass_obj
def log(language: str, /, file: Path, location: str, **own: str) -> None:
    from runbook.commands import progressing

    emit(progressing.log(opened_as(language, file), **own, location=location))


def followed(name: str, *own: Callable[[Any], Any]) -> None:
    """A command that says how a FILE stands by what was recorded."""

    def command(language: str, file: Path, location: str, **asked: Any) -> None:
        from runbook.commands import following

        emit(getattr(following, name)(opened_as(language, file), location=location, **asked))

    declared(name, command, FILE, *own, NOW, JSON, STORE, LANG, click.pass_obj)


followed("status", AGENCY)
followed("forecast", click.option("--against", default="", metavar="N"))


@runbook.command()
@click.argument("document", type=PATH)
@OUTPUT
@click.option("--review", type=PATH, metavar="REVIEW.html")
@click.option("--durations", type=PATH, metavar="TABLE.csv")
@LANG
@click.pass_obj
def draft(language: str, /, **own: Any) -> None:
    from runbook.commands import drafting

    emit(drafting.draft(drafting.Order(**own, now=clock()), screen(), language))


@runbook.command()
@FILE
@click.option("--plan", type=PATH, required=True, metavar="PLAN")
@JSON
@LANG
@click.pass_obj
def coverage(language: str, file: Path, plan: Path, as_json: bool) -> int:
    from runbook.commands import drafting

    text, code = drafting.coverage(file, plan, as_json, screen(), language)
    emit(text)
    return code


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
