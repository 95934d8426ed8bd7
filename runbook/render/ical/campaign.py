"""What a calendar says of a campaign as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from runbook.campaign import Peak
from runbook.render.ical.entry import Entry, uid
from runbook.render.ical.reminders import before_the_ceremony
from runbook.render.ical.wording import Wording

ONE_DAY = timedelta(days=1)


def campaign_entries(told: Wording, whole: Entry, audience: str) -> Iterator[Entry]:
    """The first day of the whole span, each peak over its days, and days ahead what begins on day N.

    The span itself is no entry: months of it would lie across every day of the reader's calendar. `whole` is what the
    entries have in common.
    """
    campaign = told.schedule.ceremony.campaign
    assert campaign is not None, "asked of a campaign"
    first = campaign.window[0]
    begins = told.say("campaign.begins", title=whole.summary)
    span = replace(whole, start=first, end=first + ONE_DAY, summary=begins, status="CONFIRMED", busy=False)
    peaks = [_peak(told, span, peak, audience) for peak in campaign.peaks]
    yield from (span, *peaks)
    begun = next((entry for entry in peaks if entry.start == campaign.day), replace(span, summary=whole.summary))
    yield from before_the_ceremony(told, begun, audience)


def _peak(told: Wording, span: Entry, peak: Peak, audience: str) -> Entry:
    ceremony, key, (first, last) = told.schedule.ceremony, f"~peak~{peak.id}", peak.window
    return replace(
        span,
        uid=uid(ceremony.id, key, audience),
        key=key,
        start=first,
        end=last + ONE_DAY,
        summary=told.say("campaign.peak", peak=peak.title, title=ceremony.title),
        related=span.uid,
    )
