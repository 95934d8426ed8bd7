"""From when on a plan is looked at where nobody names an instant and the clock is not asked."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.network import instant_of
from runbook.schedule import Schedule, plan
from runbook.tracking.outlook import Outlook, outlook
from runbook.tracking.progress import Happened


def vantage(schedule: Schedule, lines: Sequence[Happened], now: int | None = None) -> Outlook | None:
    """What is to be expected as of `now`, else of the last thing that was said, else of the start of the file.

    None in a plan without a start of which nothing was said: it begins as late as it can, so that any delay is one too
    many. The same file and journal give the same on any day.
    """
    start = schedule.ceremony.start
    at = schedule.now if now is None else now
    if at is None and lines:
        at = max(one.said for one in lines)
    if at is None and start is not None:
        at = instant_of(schedule.ceremony, start, schedule.day)
    if at is None:
        return None
    planned = schedule if schedule.now is None else plan(schedule.ceremony, schedule.day)
    return outlook(planned, lines, at)
