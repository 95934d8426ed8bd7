"""The commands of the day itself, and of the morning after it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from runbook.commandline.declaring import declared, opened_as, seconds
from runbook.commandline.params import FILE, JSON, KEY, LANG, NOW, OUTPUT, STORE, WHO, known
from runbook.live import Press
from runbook.spoken import emit

if TYPE_CHECKING:
    from runbook.commands.steering import Steering


def live(language: str, file: Path, who: str, now: str, once: bool, as_json: bool, location: str) -> None:
    from runbook import fullscreen
    from runbook.commands import steering

    opened = opened_as(language, file)
    how: Steering = steering.Steering(who, now, location, seconds())
    if once or as_json or not fullscreen.present():
        emit(steering.once(opened, how, as_json))
        return
    if now and click.get_current_context().get_parameter_source("location") is ParameterSource.ENVIRONMENT:
        how = replace(how, store="")  # what the environment names is the real store
    steering.ready(opened, how)
    try:
        with fullscreen.taken() as window:
            steering.live(opened, how, window)
    except fullscreen.ClosedError:
        return  # nobody is left to be told; what was pressed is in the journal


def cue(language: str, file: Path, what: str, item: str, location: str, **told: Any) -> None:
    from runbook.commands import cueing

    opened = opened_as(language, file)
    emit(cueing.cue(opened, cueing.Cueing(Press(what), item, seconds(), store=location, **told)))


def debrief(language: str, file: Path, output: Path | None, as_json: bool, location: str) -> None:
    from runbook.commands import debriefing

    opened = opened_as(language, file)
    emit(debriefing.debrief(opened, output, as_json, location))


WHAT = click.argument("what", type=click.Choice([one.value for one in Press]))
ITEM = click.argument("item", default="", shell_complete=partial(known, "tasks"))
AT = click.option("--at", default="", metavar="08:31")
MINUTES = click.option("--minutes", type=int, default=0, metavar="5")
LINE = click.option("--line", default="", metavar="N")

COMMANDS = (
    declared("live", live, FILE, WHO, NOW, click.option("--once", is_flag=True), JSON, STORE, LANG, click.pass_obj),
    declared("cue", cue, FILE, WHAT, ITEM, AT, MINUTES, LINE, NOW, WHO, KEY, STORE, LANG, click.pass_obj),
    declared("debrief", debrief, FILE, OUTPUT, JSON, STORE, LANG, click.pass_obj),
)
