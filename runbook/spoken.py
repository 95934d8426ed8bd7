"""Commands of click in the user's language: help, usage errors and refusals come from the catalogue.

The one place that turns what went wrong into words and an exit code: 0 (fine), 1 (problems), 2 (wrong usage).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click
from click.core import augment_usage_errors

from runbook.console import coloured, language_of, meant, showable, system_locale
from runbook.text import say
from runbook.text.catalogue import CATALOGUE


class Spoken(click.Command):
    """A command whose help and usage errors stand in the catalogue: `cmd.<name>`, `opt.<name>`, `arg.<name>`.

    `opt.<command>.<name>` is the option of one command, where it means something else there.
    """

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
        named = ((_name(one, ctx.obj), one.required) for one in self.params if isinstance(one, click.Argument))
        arguments = (name if required else f"[{name}]" for name, required in named)
        words = [say(ctx.obj, "usage.some_options"), *arguments]
        words += [say(ctx.obj, "usage.some_command")] if isinstance(self, click.Group) else []
        formatter.write_usage(ctx.command_path, " ".join(words), f"{say(ctx.obj, 'usage.usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(ctx.obj, f"cmd.{self.name}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        words = [", ".join(one.opts) for one in options]
        spelled = [word if one.is_flag else f"{word} {one.metavar}" for word, one in zip(words, options, strict=True)]
        told = [say(ctx.obj, self._told(one.opts[-1][2:])) for one in options]
        with formatter.section(say(ctx.obj, "usage.options")):
            formatter.write_dl(list(zip(spelled, told, strict=True)))

    def _told(self, option: str) -> str:
        """The key of what an option does: that of this command, else that of all."""
        own = f"opt.{self.name}.{option}"
        return own if own in CATALOGUE else f"opt.{option}"


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
    from runbook.commands import opening

    if not isinstance(error, opening.REFUSALS):
        raise error
    text, code = opening.refusal(error, language)
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
        case click.NoSuchOption(option_name="--level"):
            return say(language, "usage.no_level")
        case click.NoSuchOption():
            near = meant(language, error.option_name, error.possibilities or ())
            return say(language, "usage.no_option", option=error.option_name, near=near)
        case click.MissingParameter() if error.param:
            return say(language, "usage.missing", name=_name(error.param, language).removesuffix("..."))
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
