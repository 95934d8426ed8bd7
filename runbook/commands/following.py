"""How a ceremony stands and what is to be expected of it, as the commands print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.comparing import name_of
from runbook.commands.opening import Opened
from runbook.commands.tracked import outlook_of, present

if TYPE_CHECKING:
    from runbook.reports.drift import Baseline


def status(of: Opened, agency: str, now: str, as_json: bool, location: str) -> str:
    """What is done, running, late; who waits for whom; the next three days. For all or for one agency."""
    from runbook.reports.status import status as report

    found = outlook_of(of, location, present(of, now))
    seen = report(found, of.language, of.agency(agency))
    if as_json:
        from runbook.render.progress_data import status_json

        return status_json(found, seen)
    from runbook.render.status_text import status as text

    return text(seen, of.asked.words, of.screen, of.language)


def forecast(of: Opened, against: str, now: str, as_json: bool, location: str) -> str:
    """Planned beside expected, what is in danger, what to shorten; with `against` the drift from that release."""
    from runbook.render.drift_text import drift as drifted
    from runbook.render.progress_text import forecast as text
    from runbook.reports.drift import drift
    from runbook.reports.forecast import forecast as report

    found = outlook_of(of, location, present(of, now))
    seen = report(found, of.language)
    shifted = drift(found, baseline(of, against, location), of.language) if against else None
    if as_json:
        from runbook.render.progress_data import forecast_json

        return forecast_json(found, seen.perils, shifted)
    told = text(seen, of.asked.words, of.screen, of.language)
    return told + ("\n" + drifted(shifted, of.screen, of.language) if shifted else "")


def baseline(of: Opened, word: str, location: str) -> Baseline:
    """The release of that number to compare with. Raises UnclearError, StoreError."""
    from runbook.reports.drift import of_issued

    with issues.store_for(str(of.asked.file), location) as store:
        found = issues.numbered(store, of.ceremony.id, word)
    return of_issued(found.plan, name_of(found, of.language))
