"""The command line: read what was asked, call the program, print, exit 0 (fine), 1 (problems) or 2 (wrong usage).

The only user of click and the only reader of the clock. Whatever is heavy is imported where a command needs it.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runbook import __version__
from runbook.text import LANGUAGES, say

if TYPE_CHECKING:
    from runbook.files import Loaded
    from runbook.model import Ceremony
    from runbook.problems import Problem
    from runbook.render.terminal import Screen
    from runbook.schedule import Schedule

FINE, PROBLEMS, MISUSE = 0, 1, 2


class Spoken(click.Command):
    """A command whose help and usage errors are in the catalogue: `cmd.<name>`, `opt.<name>`, `arg.<name>`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise click.UsageError(say(ctx.obj, "usage.extra", words=" ".join(rest)), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [say(ctx.obj, "usage.some_options")]
        words += [say(ctx.obj, f"arg.{one.name}") for one in self.params if isinstance(one, click.Argument)]
        words += [say(ctx.obj, "usage.some_command")] if isinstance(self, click.Group) else []
        formatter.write_usage(ctx.command_path, " ".join(words), f"{say(ctx.obj, 'usage.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(ctx.obj, f"cmd.{self.name}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        with formatter.section(say(ctx.obj, "usage.options")):
            formatter.write_dl([(_spelled(one), say(ctx.obj, f"opt.{one.name}")) for one in options])

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(language_of([], os.environ), f"cmd.{self.name}")


class SpokenGroup(Spoken, click.Group):
    """The commands, and the one place that turns what went wrong into words and an exit code."""

    command_class = Spoken

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(say(ctx.obj, "usage.commands")):
            formatter.write_dl([(name, say(ctx.obj, f"cmd.{name}")) for name in self.commands])

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            near = _near(ctx.obj, args[0], self.commands)
            raise click.UsageError(say(ctx.obj, "usage.no_command", command=args[0], near=near), ctx)
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:
        words = list(sys.argv[1:] if args is None else args)
        language = language_of(words, os.environ)
        extra["standalone_mode"] = False
        code = _guarded(lambda: super(SpokenGroup, self).main(words, prog_name, obj=language, **extra), language)
        sys.exit(code)


def _guarded(run: Callable[[], Any], language: str) -> int:
    """Run a command; every mistake of the user becomes words and an exit code."""
    try:
        return run() or FINE
    except click.UsageError as error:
        return _misused(error, language)
    except click.Abort:
        return 130  # as every program that is interrupted
    except OSError as error:
        if error.errno != errno.EPIPE:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has left: nothing more to say
        return FINE


def _misused(error: click.UsageError, language: str) -> int:
    if error.ctx:
        emit(error.ctx.get_usage() + "\n" + say(language, "usage.try", command=error.ctx.command_path) + "\n\n", True)
    fail(_in_words(error, language), language)
    return MISUSE


def _in_words(error: click.UsageError, language: str) -> str:
    """A usage error in the user's language; our own are so already."""
    match error:
        case click.NoSuchOption():
            near = _near(language, error.option_name, error.possibilities or ())
            return say(language, "usage.no_option", option=error.option_name, near=near)
        case click.MissingParameter():
            return say(language, "usage.missing", name=_name(error.param, language))
        case click.BadOptionUsage():
            key = "usage.takes_none" if _is_flag(error) else "usage.needs_value"
            return say(language, key, option=error.option_name)
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            choices = ", ".join(str(choice) for choice in error.param.type.choices)
            return say(language, "usage.choices", name=_name(error.param, language), choices=choices)
    return error.message


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(isinstance(one, click.Option) and one.is_flag and error.option_name in one.opts for one in params)


def _name(param: click.Parameter | None, language: str) -> str:
    return "" if param is None else say(language, f"arg.{param.name}") if isinstance(param, click.Argument) else param.opts[0]


def _spelled(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or str(option.name).upper()}"


def _near(language: str, word: str, known: Iterable[str]) -> str:
    from runbook.nearest import nearest

    near = nearest(word, known)
    return say(language, "usage.near", near=near) if near else ""


def language_of(words: Sequence[str], environ: Any) -> str:
    """The language asked for: --lang anywhere in the command, RUNBOOK_LANG, the locale; Vietnamese where none says."""
    asked = [after for word, after in zip(words, [*words[1:], ""], strict=False) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    for language in (*asked, environ.get("RUNBOOK_LANG", "")):
        if language in LANGUAGES:
            return str(language)
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(key))), "")
    return "vi" if locale[:2].lower() in ("", "vi", "c", "c.", "po") else "en"


def emit(text: str, err: bool = False) -> None:
    """Print; where the terminal cannot show Vietnamese, without its marks rather than not at all."""
    stream = sys.stderr if err else sys.stdout
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        from runbook.render.terminal import without_marks

        text = without_marks(text)
    click.echo(text, nl=False, err=err, color=_colour(stream))


def fail(sentence: str, language: str) -> None:
    emit(f"{say(language, 'usage.error')}: {sentence}\n", True)


def _colour(stream: Any) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def screen() -> Screen:
    from runbook.render.terminal import Screen

    return Screen(max(40, shutil.get_terminal_size((80, 24)).columns), _colour(sys.stdout))
