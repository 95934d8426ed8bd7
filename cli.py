"""The command line: read what was asked, call the program, print, exit 0 (fine), 1 (problems) or 2 (wrong usage).

The only user of click and the only reader of the clock. Whatever is heavy is imported where a command needs it.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import augment_usage_errors

from runbook import __version__
from runbook.console import coloured, language_of, meant, same_bytes, showable, system_locale
from runbook.text import LANGUAGES, say

if TYPE_CHECKING:
    from runbook.commands import Opened


class Spoken(click.Command):
    """A command whose help and usage errors stand in the catalogue: `cmd.<name>`, `opt.<name>`, `arg.<name>`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        with augment_usage_errors(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise click.UsageError(say(ctx.obj, "usage.extra", words=" ".join(rest)), ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        return showable(super().get_help(ctx), sys.stdout)  # click prints it past `emit`

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        arguments = (_name(one, ctx.obj) for one in self.params if isinstance(one, click.Argument))
        words = [say(ctx.obj, "usage.some_options"), *arguments]
        words += [say(ctx.obj, "usage.some_command")] if isinstance(self, click.Group) else []
        formatter.write_usage(ctx.command_path, " ".join(words), f"{say(ctx.obj, 'usage.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(ctx.obj, f"cmd.{self.name}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        spelled = [one.opts[0] if one.is_flag else f"{one.opts[0]} {one.metavar}" for one in options]
        told = [say(ctx.obj, f"opt.{one.opts[0][2:]}") for one in options]
        with formatter.section(say(ctx.obj, "usage.options")):
            formatter.write_dl(list(zip(spelled, told, strict=True)))


class SpokenGroup(Spoken, click.Group):
    """The commands, and the one place that turns what went wrong into words and an exit code."""

    command_class = Spoken

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(say(ctx.obj, "usage.commands")):
            formatter.write_dl([(name, say(ctx.obj, f"cmd.{name}")) for name in self.commands])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args[0] not in self.commands and not ctx.resilient_parsing:
            near = meant(ctx.obj, args[0], self.commands)
            raise click.UsageError(say(ctx.obj, "usage.no_command", command=args[0], near=near), ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        language = language_of(words, os.environ, system_locale())
        extra |= {"standalone_mode": False, "obj": language}
        try:
            sys.exit(super().main(words, *rest, **extra) or 0)
        except click.UsageError as error:
            sys.exit(_misused(error, language))
        except click.Abort:
            sys.exit(130)  # as every program that is interrupted
        except Exception as error:
            sys.exit(_refused(error, language))


def _refused(error: Exception, language: str) -> int:
    """What the user's words, a file or the disk refuse becomes a sentence and an exit code."""
    from runbook import commands

    if not isinstance(error, commands.REFUSALS):
        raise error
    text, code = commands.refusal(error, language)
    if isinstance(error, OSError):
        sys.stdout = sys.stderr  # what still waits to be written would fail again at the exit
    emit(f"{text}\n", err=True)
    return code


def _misused(error: click.UsageError, language: str) -> int:
    if error.ctx:
        see = say(language, "usage.try", command=error.ctx.command_path)
        emit(f"{error.ctx.get_usage()}\n{see}\n\n", err=True)
    emit(f"{say(language, 'usage.error')}: {_in_words(error, language)}\n", err=True)
    return error.exit_code


def _in_words(error: click.UsageError, language: str) -> str:
    """A usage error in the user's language; our own are so already."""
    match error:
        case click.NoSuchOption():
            near = meant(language, error.option_name, error.possibilities or ())
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


def emit(text: str, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    click.echo(showable(text, stream), nl=False, err=err, color=coloured(stream, os.environ))


def clock() -> int:
    """The present instant in minutes of the axis."""
    return int(time.time() // 60)


def width() -> int:
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


def known(of: str, ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """How a word may go on: as an agency or task of the FILE, which stands before it, or as an example."""
    from runbook import commands

    file = ctx.params.get("file") or next(iter(ctx.args), "")  # unread where an option still waits for its value
    return [name for name in commands.names(of, Path(file)) if name.startswith(begun)]


PATH = click.Path(path_type=Path, readable=False)  # whether it can be read is told when it is read
LANG = click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, metavar="vi|en")
AGENCY = click.option("--agency", default="", metavar="so-vhtt", shell_complete=partial(known, "agencies"))
OUTPUT = click.option("--output", type=PATH, metavar="PATH")
BY = click.option("--by", type=click.Choice(("agency", "day", "phase")), metavar="agency|day|phase")
JSON = click.option("--json", "as_json", is_flag=True)
COMMON: tuple[Callable[[Any], Any], ...] = (
    click.argument("file", type=PATH),
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
        from runbook import commands
        from runbook.render.terminal import Screen

        screen = Screen(width(), coloured(sys.stdout, os.environ))
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

    text, code = commands.check(commands.Asked(file, changes, now, day, clock), width(), language)
    emit(text)
    return code


def ics(opened: Opened, agency: str, output: Path | None) -> str:
    from runbook import commands

    name, data = commands.ics(opened, agency)
    if output != Path("-"):
        return commands.written(opened, output or Path(name), data)
    click.echo(data, nl=False)
    return ""


def build(opened: Opened, output: Path | None) -> str:
    from runbook import commands

    label, hidden = showable(say(opened.language, "build.label"), sys.stderr), not sys.stderr.isatty()
    with click.progressbar(length=0, label=label, file=sys.stderr, hidden=hidden, show_eta=False) as bar:

        def step(total: int) -> None:
            bar.length = total
            bar.update(1)

        return commands.build(opened, output, step)


declared("check", check)
planned("plan", AGENCY, BY, JSON)
planned("dates")
planned("why", click.argument("task", shell_complete=partial(known, "tasks")))
planned("timeline")
planned("sheet", click.option("--date", default="N", metavar="21/11/2024|N-1"), AGENCY)
planned("show")
planned("matrix")
planned("ics", AGENCY, OUTPUT, run=ics)
planned("build", OUTPUT, run=build)


@runbook.command()
@click.argument("file", type=PATH, required=False)
@click.option("--from", "example", default="", metavar="EXAMPLE", shell_complete=partial(known, "examples"))
@click.option("--list", "listed", is_flag=True)
@LANG
@click.pass_context
def new(ctx: click.Context, file: Path | None, example: str, listed: bool) -> None:
    from runbook import commands

    if listed and file:
        raise click.UsageError(say(ctx.obj, "usage.extra", words=file), ctx)
    if not listed and file is None:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    examples = "".join(f"{name}\n" for name in commands.names("examples"))
    emit(examples if file is None else commands.new(file, example, width(), ctx.obj))


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
