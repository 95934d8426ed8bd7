"""The command line: read what was asked, call the program, print, exit 0 (fine), 1 (problems) or 2 (wrong usage).

The only user of click and the only reader of the clock. Whatever is heavy is imported where a command needs it.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runbook import __version__
from runbook.console import coloured, language_of, showable
from runbook.text import LANGUAGES, say

if TYPE_CHECKING:
    from runbook.commands import Opened


class Spoken(click.Command):
    """A command whose help and usage errors stand in the catalogue: `cmd.<name>`, `opt.<name>`, `arg.<name>`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group):
            raise click.UsageError(say(ctx.obj, "usage.extra", words=" ".join(rest)), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [
            say(ctx.obj, "usage.some_options"),
            *(_name(one, ctx.obj) for one in self.params if isinstance(one, click.Argument)),
        ]
        words += [say(ctx.obj, "usage.some_command")] if isinstance(self, click.Group) else []
        formatter.write_usage(ctx.command_path, " ".join(words), f"{say(ctx.obj, 'usage.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(ctx.obj, f"cmd.{self.name}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        with formatter.section(say(ctx.obj, "usage.options")):
            formatter.write_dl([(_spelled(one), say(ctx.obj, f"opt.{one.opts[0][2:]}")) for one in options])


class SpokenGroup(Spoken, click.Group):
    """The commands, and the one place that turns what went wrong into words and an exit code."""

    command_class = Spoken

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(say(ctx.obj, "usage.commands")):
            formatter.write_dl([(name, say(ctx.obj, f"cmd.{name}")) for name in self.commands])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args[0] not in self.commands:
            near = _near(ctx.obj, args[0], self.commands)
            raise click.UsageError(say(ctx.obj, "usage.no_command", command=args[0], near=near), ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        language = language_of(words, os.environ)
        extra |= {"standalone_mode": False, "obj": language}
        try:
            sys.exit(super().main(words, *rest, **extra) or 0)
        except click.UsageError as error:
            sys.exit(_misused(error, language))
        except RefusalError as error:
            emit(f"{error.message}\n", err=True)
            sys.exit(error.code)
        except click.Abort:
            sys.exit(130)  # as every program that is interrupted


def _misused(error: click.UsageError, language: str) -> int:
    if error.ctx:
        emit(
            error.ctx.get_usage() + "\n" + say(language, "usage.try", command=error.ctx.command_path) + "\n\n", err=True
        )
    emit(f"{say(language, 'usage.error')}: {_in_words(error, language)}\n", err=True)
    return error.exit_code


def _in_words(error: click.UsageError, language: str) -> str:
    """A usage error in the user's language; our own are so already."""
    match error:
        case click.NoSuchOption():
            near = _near(language, error.option_name, error.possibilities or ())
            return say(language, "usage.no_option", option=error.option_name, near=near)
        case click.MissingParameter() if error.param:
            return say(language, "usage.missing", name=_name(error.param, language))
        case click.BadOptionUsage():
            key = "usage.takes_none" if _is_flag(error) else "usage.needs_value"
            return say(language, key, option=error.option_name)
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return say(language, "usage.choices", name=_name(error.param, language), choices=choices)
    return error.message


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    return any(isinstance(one, click.Option) and one.is_flag and error.option_name in one.opts for one in params)


def _name(param: click.Parameter, language: str) -> str:
    return param.opts[0] if isinstance(param, click.Option) else say(language, f"arg.{param.name}")


def _spelled(option: click.Option) -> str:
    return option.opts[0] if option.is_flag else f"{option.opts[0]} {option.metavar}"


def _near(language: str, word: str, known: Iterable[str]) -> str:
    from runbook.nearest import nearest

    near = nearest(word, known)
    return say(language, "usage.near", near=near) if near else ""


class RefusalError(click.ClickException):
    """Why a command does not do what it was asked, in words, and the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


@contextmanager
def refusals(language: str) -> Iterator[None]:
    """What the user's words, a file or the disk refuse becomes a sentence and an exit code."""
    from runbook import commands

    try:
        yield
    except commands.REFUSALS as error:
        raise RefusalError(*commands.refusal(error, language)) from None


def emit(text: str, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    click.echo(showable(text, stream), nl=False, err=err, color=coloured(stream, os.environ))


def clock() -> int:
    """The present instant in minutes of the axis."""
    return int(time.time() // 60)


PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is told when it is read
FILE = click.argument("file", type=PATH)
TASK = click.argument("task")
LANG = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, metavar="vi|en")
AGENCY = click.option("--agency", default="", metavar="so-vhtt")
OUTPUT = click.option("--output", type=PATH, metavar="PATH")
DATE = click.option("--date", default="N", metavar="21/11/2024|N-1")
BY = click.option("--by", type=click.Choice(("agency", "day", "phase")), metavar="agency|day|phase")
JSON = click.option("--json", "as_json", is_flag=True)
COMMON: tuple[Callable[[Any], Any], ...] = (
    FILE,
    click.option("--set", "changes", multiple=True, metavar="E4.work=2d"),
    click.option("--now", default="", metavar="12/11/2024"),
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
    """A command that plans a FILE, and prints what `run`, or the function of that name in runbook.commands, gives."""

    def command(language: str, file: Path, changes: tuple[str, ...], now: str, day: str, **own: Any) -> None:
        from shutil import get_terminal_size

        from runbook import commands
        from runbook.render.terminal import Screen

        screen = Screen(max(40, get_terminal_size().columns), coloured(sys.stdout, os.environ))
        with refusals(language):
            opened = commands.opened(commands.Asked(file, changes, now, day, clock), screen, language)
            emit((run or getattr(commands, name))(opened, **own))
            emit(commands.moved(opened), err="output" in own or own.get("as_json", False))
            emit(commands.remarks(opened), err=True)

    declared(name, command, *params)


def declared(name: str, command: Callable[..., Any], *params: Callable[[Any], Any]) -> None:
    for decorate in reversed((*COMMON, *params)):
        command = decorate(command)
    runbook.command(name)(command)


def check(language: str, file: Path, changes: tuple[str, ...], now: str, day: str) -> int:
    from runbook import commands

    with refusals(language):
        text, code = commands.check(commands.Asked(file, changes, now, day, clock), language)
    emit(text)
    return code


def ics(opened: Opened, agency: str, output: Path | None) -> str:
    from runbook import commands

    name, data = commands.ics(opened, agency)
    if output != Path("-"):
        return commands.save(output or Path(name), data, opened.language)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return ""


def build(opened: Opened, output: Path | None) -> str:
    from runbook import commands

    label, hidden = say(opened.language, "build.label"), not sys.stderr.isatty()
    with click.progressbar(length=0, label=label, file=sys.stderr, hidden=hidden, show_eta=False) as bar:

        def step(total: int) -> None:
            bar.length = total
            bar.update(1)

        return commands.build(opened, output, step)


declared("check", check)
planned("plan", AGENCY, BY, JSON)
planned("dates")
planned("why", TASK)
planned("timeline")
planned("sheet", DATE, AGENCY)
planned("show")
planned("matrix")
planned("ics", AGENCY, OUTPUT, run=ics)
planned("build", OUTPUT, run=build)


@runbook.command()
@click.argument("file", type=PATH, required=False)
@click.option("--from", "example", default="", metavar="EXAMPLE")
@click.option("--list", "listed", is_flag=True)
@LANG
@click.pass_context
def new(ctx: click.Context, file: Path | None, example: str, listed: bool) -> None:
    from runbook import commands, files

    if not listed and file is None:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    with refusals(ctx.obj):
        names = "".join(f"{name}\n" for name in files.examples())
        emit(names if file is None else commands.new(file, example, ctx.obj))


@runbook.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None, "click knows these three"
    emit(found(runbook, {}, "runbook", "_RUNBOOK_COMPLETE").source())


def main() -> None:
    """The command `runbook`."""
    gc.disable()  # a short run makes few cycles, and looking for them is a fifth of reading a large file
    for stream in (sys.stdout, sys.stderr):
        if os.name == "nt" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    runbook.main(prog_name="runbook")


if __name__ == "__main__":
    main()
