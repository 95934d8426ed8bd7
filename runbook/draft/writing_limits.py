"""A draft without the days that no ceremony file can hold: slips of a scan (08/11/9999), which must be asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from runbook.draft.findings import Campaign, Draft, DueBy, Duty, Occasion, Sitting, Window
from runbook.draft.outer import Header
from runbook.worktime import FIRST_YEAR, LAST_YEAR


def limited(draft: Draft) -> Draft:
    """The draft with such days taken for not said."""
    return replace(
        draft,
        header=_header(draft.header),
        occasions=tuple(map(_occasion, draft.occasions)),
        sitting=_sitting(draft.sitting) if draft.sitting else None,
        campaign=_campaign(draft.campaign) if draft.campaign else None,
        others=tuple(map(_sitting, draft.others)),
        duties=tuple(map(_duty, draft.duties)),
    )


def _holds(day: date | None) -> bool:
    return day is None or FIRST_YEAR < day.year < LAST_YEAR  # room for what is counted from it on both sides


def _header(header: Header) -> Header:
    issued = header.issued
    if issued is None or (_holds(issued.day) and FIRST_YEAR < (issued.year or FIRST_YEAR + 1) < LAST_YEAR):
        return header
    return replace(header, issued=replace(issued, day=None, year=None))


def _occasion(one: Occasion) -> Occasion:
    return one if _holds(one.anniversary) else replace(one, anniversary=None)


def _window(window: Window) -> bool:
    return _holds(window.first) and _holds(window.last)


def _sitting(sitting: Sitting) -> Sitting:
    return replace(sitting, window=None) if sitting.window and not _window(sitting.window) else sitting


def _campaign(campaign: Campaign) -> Campaign:
    return replace(campaign, windows=tuple(one for one in campaign.windows if _window(one)))


def _duty(duty: Duty) -> Duty:
    return replace(duty, due=_due(duty.due)) if duty.due else duty


def _due(due: DueBy) -> DueBy:
    return due if _holds(due.day) and _holds(due.last_day) else replace(due, day=None, last_day=None)
