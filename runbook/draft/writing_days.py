"""When it is: the days and hours of a sitting or the span of a campaign, with what had to be assumed of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from runbook.draft.findings import Campaign, Draft, Sitting, Window
from runbook.draft.writing_notes import Notes, day_text
from runbook.draft.writing_yaml import clean, comment, scalar

_OPENINGS = {"morning": 8 * 60, "afternoon": 14 * 60, "evening": 19 * 60}
_LENGTH = 120  # minutes of a sitting whose end nobody says
_ITEM = 10  # minutes of its last item, at least
_LONGEST, _LONGEST_SPAN = 365, 3600  # days


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of what the plan is about; `opening` and `closing` in minutes of the day, of a sitting.

    `peaks` by id. `begun`: the day from which work can be done, None where the plan does not say when it was issued.
    """

    first: date
    last: date
    opening: int = 0
    closing: int = 0
    campaign: bool = False
    peaks: tuple[tuple[str, Window], ...] = ()
    begun: date | None = None
    stated: bool = True  # the plan itself gives the days

    @property
    def day(self) -> date:
        """Day N of a campaign."""
        return min((window.first for _, window in self.peaks), default=self.first)


def days_of(draft: Draft, today: date) -> Days:
    """The days a file is written for. `today` counts only where the plan names no year at all."""
    issued = draft.header.issued.day if draft.header.issued else None
    if draft.sitting is None:
        return _campaign(draft, draft.campaign, issued, today)
    window = draft.sitting.window
    if window is None or (window.last - window.first).days > _LONGEST:
        first = last = _likely_day(draft, issued, today)
        window = None
    else:
        first, last = window.first, window.last
    opening, closing = _hours(draft.sitting)
    begun = issued if issued and issued <= first else None
    return Days(first, last, opening, closing, begun=begun, stated=window is not None)


def _campaign(draft: Draft, found: Campaign | None, issued: date | None, today: date) -> Days:
    windows = found.windows if found else ()
    known = [*(one.first for one in windows), *(one.last for one in windows)]
    stated = any(not one.peak for one in windows)
    if not known:
        named = [day for day in (issued, *_named(draft)) if day]
        begin = min(named, default=date(_year(draft, today), 1, 1))
        known = [begin, max([*named, date(begin.year, 12, 31)])]
    first, last = min(known), max(known)
    last = min(last, first + timedelta(_LONGEST_SPAN))
    peaks = [one for one in windows if one.peak and one.last <= last and (one.last - one.first).days <= _LONGEST]
    ids = ["cao-diem"] if len(peaks) == 1 else [f"cao-diem-{number}" for number in range(1, len(peaks) + 1)]
    return Days(first, last, campaign=True, peaks=tuple(zip(ids, peaks, strict=True)), begun=issued, stated=stated)


def _named(draft: Draft) -> list[date]:
    """The days the plan itself speaks of: anniversaries of its year, and deadlines."""
    dues = [duty.due.last_day for duty in draft.duties if duty.due and duty.due.last_day]
    return [*(one.anniversary for one in draft.occasions if one.anniversary), *dues]


def _likely_day(draft: Draft, issued: date | None, today: date) -> date:
    """The day of a sitting whose day is open: its anniversary, a week after its last deadline, the end of its year."""
    floor = issued or date(_year(draft, today), 1, 1)
    anniversaries = [one.anniversary for one in draft.occasions if one.anniversary and one.anniversary >= floor]
    dues = [duty.due.last_day for duty in draft.duties if duty.due and duty.due.last_day]
    if anniversaries:
        return anniversaries[0]
    return max(dues) + timedelta(7) if dues else date(floor.year, 12, 31)


def _year(draft: Draft, today: date) -> int:
    issued = draft.header.issued
    return issued.year if issued and issued.year else today.year


def _hours(sitting: Sitting) -> tuple[int, int]:
    clocks = [one.start for one in sitting.programme if one.start is not None]
    part = sitting.window.part if sitting.window else ""
    opening = sitting.start if sitting.start is not None else clocks[0] if clocks else _OPENINGS.get(part, 8 * 60)
    if sitting.end is not None and opening < sitting.end <= opening + 1440:
        return opening, sitting.end
    ends = [one.end or one.start + _ITEM for one in sitting.programme if one.start is not None]
    return opening, max(opening + _LENGTH, *(end for end in (opening, *ends) if end <= opening + 1440))


def sitting_lines(sitting: Sitting, days: Days, notes: Notes) -> list[str]:
    """The keys date, hours, start and venue."""
    lines = [""]
    lines += _day_lines(sitting, days, notes)
    lines += _hours_lines(sitting, days, notes)
    if days.begun:
        number = notes.assume("start", day=day_text(days.begun))
        lines += ["", *comment(notes.say("start", number=number)), f"start: {day_text(days.begun)}"]
    return [*lines, "", *_venue_lines(sitting, notes)]


def _day_lines(sitting: Sitting, days: Days, notes: Notes) -> list[str]:
    lines = notes.about("day", "choose-day", "day-planned")
    if sitting.window is None or not days.stated:
        lines = lines or list(notes.ask("day"))
        number = notes.assume("date", day=day_text(days.first))
        return [*lines, *comment(notes.say("assumed", number=number)), f"date: {day_text(days.first)}"]
    lines = [*comment(notes.say("words", words=sitting.window.raw.text)), *lines]
    if days.first == days.last:
        return [*lines, f"date: {day_text(days.first)}"]
    part = [f"  part: {sitting.window.part}"] if sitting.window.part in _OPENINGS else []
    return [*lines, "date:", f"  window: {day_text(days.first)}..{day_text(days.last)}", *part]


def _hours_lines(sitting: Sitting, days: Days, notes: Notes) -> list[str]:
    lines = notes.about("hours")
    if sitting.start is None or sitting.end is None or sitting.end % 1440 != days.closing % 1440:
        missing = "hours" if sitting.start is None else "closing"
        if missing == "closing":
            lines += notes.ask("closing")
        number = notes.assume(missing, opening=clock(days.opening), closing=clock(days.closing))
        lines += comment(notes.say("assumed", number=number))
    return [*lines, f"hours: {clock(days.opening)}-{clock(days.closing)}"]


def _venue_lines(sitting: Sitting, notes: Notes) -> list[str]:
    lines = notes.about("venue")
    if sitting.venue is None:
        return lines
    lines += ["venue:", f"  name: {scalar(sitting.venue.name)}"] if clean(sitting.venue.name) else []
    address = clean(sitting.venue.address)
    return [*lines, f"  address: {scalar(address)}"] if address and clean(sitting.venue.name) else lines


def campaign_lines(found: Campaign | None, days: Days, notes: Notes) -> list[str]:
    """The key campaign with its span, peaks and theme."""
    windows = found.windows if found else ()
    lines = [
        "",
        *notes.about("span", "span-concluded", "day", "choose-day", "day-planned", "hours", "venue", "programme"),
    ]
    for window in windows:
        lines += comment(notes.say("words", words=window.raw.text))
    if not days.stated:
        span = {"first": day_text(days.first), "last": day_text(days.last)}
        lines += comment(notes.say("assumed", number=notes.assume("span", **span)))
    lines += ["campaign:", f"  span: {day_text(days.first)}..{day_text(days.last)}"]
    if days.peaks:
        lines.append("  peaks:")
        lines += [f"    {name}: {day_text(one.first)}..{day_text(one.last)}" for name, one in days.peaks]
    return [*lines, f"  theme: {scalar(found.theme.text)}"] if found and found.theme else lines


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
