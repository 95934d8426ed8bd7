"""The morning after: what was planned against what happened."""

from __future__ import annotations

from pathlib import Path

from runbook.commands.opening import Opened, RefusedError
from runbook.commands.pressing import presses_of
from runbook.commands.tracked import lines_of
from runbook.files import save
from runbook.render.debrief import debrief_csv, debrief_json, debrief_text
from runbook.reports.debrief import debrief as report
from runbook.reports.stage import MINUTE, Stage
from runbook.reports.wanted import UnclearError
from runbook.text import say
from runbook.tracking import outlook

_MARK = "\ufeff".encode()


def debrief(of: Opened, output: Path | None, as_json: bool, location: str) -> str:
    """The report, or the sentence that it was written. The clock is not read. Raises one of REFUSALS."""
    if output is not None and output.suffix.lower() != ".csv":
        raise UnclearError("ending", words=output.name, known=".csv")
    presses, lines = presses_of(of, location), lines_of(of, location)
    if not presses and not lines:
        raise RefusedError("nothing-pressed")
    last = max([one.at for one in presses], default=of.schedule.closing * MINUTE)
    stage = Stage(of.schedule, presses, last, of.language)
    found = report(stage, outlook(of.schedule, lines, max([one.said for one in lines], default=0)))
    if output is not None:
        save(output, debrief_csv(found, stage).encode(), _MARK, of.asked.file)
        return say(of.language, "ics.done", path=output) + "\n"
    return debrief_json(found, stage) if as_json else debrief_text(found, stage, of.screen)
