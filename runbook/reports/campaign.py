"""What a campaign and its anniversaries are called on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from runbook.campaign import Campaign, Window
from runbook.occasion import Occasion
from runbook.text import say


def spanned(campaign: Campaign, language: str) -> str:
    """Its whole span, then each peak with its own: 01/01/2024 - 31/12/2024; Cao điểm (01/09/2024 - 31/10/2024)."""
    peaks = (f"{peak.title} ({days(peak.window)})" for peak in campaign.peaks)
    theme = [say(language, "campaign.theme", theme=campaign.theme)] if campaign.theme else []
    return "; ".join([days(campaign.window), *peaks, *theme])


def days(window: Window) -> str:
    """01/09/2024 - 31/10/2024; one day alone stands once."""
    return " - ".join(f"{day:%d/%m}/{day.year:04}" for day in dict.fromkeys(window))


def commemorated(occasion: Occasion, language: str) -> str:
    """What is commemorated: kỷ niệm 70 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024)."""
    key = "occasion.years" if occasion.years else "occasion"
    told = say(language, key, years=occasion.years or "", name=occasion.name)
    known = [f"{day:%d/%m}/{day.year}" for day in (occasion.first, occasion.day) if day]
    return f"{told} ({' - '.join(known)})" if len(known) == 2 else told


def commemorations(occasions: Sequence[Occasion], language: str) -> str:
    """All that is commemorated."""
    return "; ".join(commemorated(one, language) for one in occasions)


def nearest(occasions: Sequence[Occasion], day: date, language: str) -> str:
    """Of more than two occasions the nearest to that day, with the number of others: a sheet has no room for all."""
    if len(occasions) <= 2:
        return commemorations(occasions, language)
    own = min(occasions, key=lambda one: abs((one.day or date.max) - day))
    told = commemorated(own, language)
    return say(language, "occasion.others", nearest=told, count=len(occasions) - 1)


def stage_of(campaign: Campaign, day: date, language: str) -> str:
    """Where in the campaign a day lies: the title of its peak, else before it, within it, after it."""
    if peaks := campaign.peaks_on(day):
        return peaks[0].title
    first, last = campaign.window
    return say(language, f"campaign.{'ahead' if day < first else 'behind' if day > last else 'within'}")


def begins_with(campaign: Campaign, language: str) -> str:
    """What day N opens: the first peak, else the whole campaign."""
    found = (peak.title for peak in campaign.peaks if peak.window[0] == campaign.day)
    return next(found, say(language, "campaign.whole"))
