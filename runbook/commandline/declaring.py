"""How a command is declared, by what it does with its FILE."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from runbook.commandline.params import COMMON, FILE, KEY, LANG, STORE, Param
from runbook.console import coloured
from runbook.spoken import Spoken, emit

if TYPE_CHECKING:
    from runbook.commands.opening import Asked, Opened
    from runbook.levelling.within import Effort
    from runbook.render.terminal import Screen

CLOCK = "runbook.clock"  # where the context holds the reader of the present instant
SECONDS = "runbook.seconds"  # and the one that reads it to the second
STOPWATCH = "runbook.stopwatch"  # and the one that tells how much time has passed


def width() -> int:
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


def screen() -> Screen:
    from runbook.render.terminal import Screen

    return Screen(width(), coloured(sys.stdout, os.environ))


def clock() -> int:
    """The present instant in minutes of the axis, by the clock that `cli` hands to every command."""
    instant: int = click.get_current_context().meta[CLOCK]()
    return instant


def seconds() -> Callable[[], int]:
    """What reads the present instant in seconds since 1970 UTC."""
    read: Callable[[], int] = click.get_current_context().meta[SECONDS]
    return read


def asked(file: Path, changes: tuple[str, ...] = (), now: str = "", day: str = "", **level: Any) -> Asked:
    from runbook.commands import opening

    return opening.Asked(file, changes, now, day, clock, effort(**level))


def effort(level: bool = False, seconds: str = "", prove: bool = False) -> Effort | None:
    """How hard to try to plan within capacities, by the words of --level and what goes with it."""
    if not (level or seconds or prove):
        return None
    from runbook.levelling.within import Effort
    from runbook.reports import wanted

    stopwatch: Callable[[], float] = click.get_current_context().meta[STOPWATCH]
    return Effort(wanted.seconds(seconds) if seconds else None, prove, stopwatch)


def opened_as(
    language: str, file: Path, changes: tuple[str, ...] = (), now: str = "", day: str = "", **level: Any
) -> Opened:
    from runbook.commands import opening

    return opening.opened(asked(file, changes, now, day, **level), screen(), language)


def tell(opened: Opened, text: str, aside: bool) -> None:
    """The answer, then what tried changes moved, on the other channel where the answer is for a file; then remarks."""
    from runbook.commands import reporting

    emit(text)
    emit(reporting.moved(opened), err=aside)
    emit(reporting.remarks(opened), err=True)


def declared(name: str, command: Callable[..., Any], *params: Param) -> Spoken:
    for decorate in reversed(params):
        command = decorate(command)
    return click.command(name, cls=Spoken)(command)


def planned(name: str, *params: Param, run: Callable[..., str] | None = None) -> Spoken:
    """A command that plans a FILE, and prints what `run`, or its namesake in runbook.commands.reporting, gives."""

    def command(language: str, file: Path, changes: tuple[str, ...], now: str, day: str, **own: Any) -> None:
        from runbook.commands import reporting

        level = {key: own.pop(key) for key in ("level", "seconds", "prove") if key in own}
        opened = opened_as(language, file, changes, now, day, **level)
        aside = "output" in own or own.get("as_json", False)
        tell(opened, (run or getattr(reporting, name))(opened, **own), aside)

    return declared(name, command, *COMMON, *params)


def answered(name: str, room: str, *params: Param) -> Spoken:
    """A command that prints what its namesake in a room of runbook.commands gives."""

    def command(language: str, **own: Any) -> None:
        answer = getattr(import_module(f"runbook.commands.{room}"), name.replace("-", "_"))
        emit(answer(**own, screen=screen(), language=language))

    return declared(name, command, *params, LANG, click.pass_obj)


def recorded(name: str, what: str, *params: Param) -> Spoken:
    """A command that records what happened to tasks, and prints what that does to the plan."""

    def command(language: str, file: Path, location: str, **order: Any) -> None:
        from runbook.commands import progressing
        from runbook.tracking import What

        opened = opened_as(language, file)
        emit(progressing.tell(opened, progressing.Order(What(what), **order, store=location)))

    return declared(name, command, FILE, *params, KEY, STORE, LANG, click.pass_obj)


def followed(name: str, room: str, *params: Param) -> Spoken:
    """A command that prints what its namesake in a room of runbook.commands makes of a FILE and its records."""

    def command(language: str, file: Path, location: str, **own: Any) -> None:
        answer = getattr(import_module(f"runbook.commands.{room}"), name)
        emit(answer(opened_as(language, file), location=location, **own))

    return declared(name, command, FILE, *params, STORE, LANG, click.pass_obj)
