"""What agencies and resources have to carry, and where they are wanted twice, as the commands print it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from runbook.commands.opening import FINE, PROBLEMS, Opened
from runbook.commands.tracked import with_progress

if TYPE_CHECKING:
    from runbook.render.terminal import Screen


def load(of: Opened, agency: str, by: str | None, as_json: bool, location: str) -> str:
    """The load of every agency and resource by day; with what is reported, as it is to be expected."""
    from runbook.reports.load import load as report

    seen = report(with_progress(of, location).schedule, of.language, of.agency(agency))
    if as_json:
        from runbook.render.load_data import load_json

        return load_json(of.ceremony, seen)
    from runbook.render.load_text import load as text

    return text(seen, by or "", of.screen, of.language)


def clashes(opened: Mapping[str, Opened], as_json: bool, screen: Screen, language: str) -> tuple[str, int]:
    """What several planned files want twice at once, by the names of the files; the exit code."""
    from runbook.render import clashes_text
    from runbook.reports.clashes import clashes as report

    schedules = {name: of.schedule for name, of in opened.items()}
    found = report(schedules, language)
    code = PROBLEMS if found.rows else FINE
    if as_json:
        return clashes_text.clashes_json(found, list(schedules.values())), code
    return clashes_text.clashes(found, screen, language), code
