"""The commands of the days of preparing: what happened, and where the plan stands by it."""

from __future__ import annotations

from functools import partial

import click

from runbook.commandline.declaring import followed, recorded
from runbook.commandline.params import AGENCY, JSON, MESSAGE, NOW, WHO, known

TASKS = click.argument("tasks", nargs=-1, shell_complete=partial(known, "tasks"))
SAYING = (TASKS, click.option("--at", default="", metavar="“18/11 16:30”"), NOW, WHO, MESSAGE)
AS_PLANNED = click.option("--as-planned", is_flag=True)
UNTIL = click.option("--until", default="", metavar="“20/11 17:30”")
ONE_TASK = click.option("--task", default="", metavar="E4", shell_complete=partial(known, "tasks"))

COMMANDS = (
    recorded("start", "started", *SAYING, AS_PLANNED),
    recorded("done", "done", *SAYING, AS_PLANNED),
    recorded("late", "late", *SAYING, click.option("--work", default="", metavar="2.5d"), UNTIL),
    recorded("reopen", "reopened", *SAYING),
    recorded("drop", "dropped", *SAYING),
    recorded("note", "noted", *SAYING),
    recorded("received", "received", *SAYING, click.option("--from", "agencies", multiple=True, metavar="so-y-te")),
    followed("undo", "undoing", click.option("--line", default="", metavar="N"), MESSAGE, WHO, NOW),
    followed("log", "progressing", ONE_TASK, NOW),
    followed("status", "following", AGENCY, NOW, JSON),
    followed("forecast", "following", click.option("--against", default="", metavar="N"), NOW, JSON),
)
