"""The run sheet: what one agency, or everybody, does on one day (phiếu điều hành ngày)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runbook.reports.agenda import Agenda, agenda, end_of, is_timed
from runbook.reports.campaign import stage_of
from runbook.reports.duties import phone
from runbook.reports.moments import Brief, moments
from runbook.reports.phrasing import clock, full_day
from runbook.reports.rows import Heading, TaskRow, heading, labels, phrasing, task_row
from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Agency
    from runbook.schedule import Planned, Schedule

NOON, DUSK = 12 * 60, 18 * 60  # minutes of the day at which afternoon and evening begin
COMING = 6  # lines for each coming day
STANDING = 10  # lines of what goes on, where it is everybody's


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One duty. `begins` and `ends` are ready clock texts; `ends` is "" for a moment, an arrow and a later day.

    `unknown`: what of the lead is to be written in by hand, "phone" or "person_phone"; "" on the lead's own sheet.
    `supports`: the agency of this sheet works alongside, so the row carries the tag PHỐI HỢP. `phone` is the lead's.
    """

    task: TaskRow
    begins: str
    ends: str
    phone: str
    contact: str
    supports: bool
    cue: str
    trouble: str
    unknown: str


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading."""

    title: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A duty of this sheet that waits for another agency."""

    task_id: str
    title: str
    awaited_id: str
    awaited: str
    lead: str
    phone: str
    due: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run sheet. `plate` is NGÀY N, N-3 or N+2; `agency` is "" on the sheet of all agencies.

    `bands` hold what has a clock time, `untimed` the day's work without one, `moments` the milestones common to all.
    """

    heading: Heading
    day: date
    day_text: str
    plate: str
    agency_id: str
    agency: str
    phone: str
    counts: str
    bands: tuple[Band, ...]
    untimed: Band
    moments: tuple[Brief, ...]
    waiting: tuple[Waiting, ...]
    coming: tuple[Brief, ...]
    standing: tuple[Brief, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the agency has no duty at all on that day."""
        return not self.bands and not self.untimed.rows


def sheet(schedule: Schedule, language: str, day: date, agency_id: str = "") -> Sheet:
    """The run sheet of that day, of one agency or of all. KeyError for an unknown agency."""
    return sheet_of(agenda(schedule, agency_id), language, day)


def sheet_of(mine: Agenda, language: str, day: date) -> Sheet:
    """The run sheet of an agenda, for those who want one for many days."""
    schedule, agency_id = mine.schedule, mine.agency_id
    agency = schedule.ceremony.agency(agency_id) if agency_id else None
    found = mine.of_sheet(day)
    untimed = [planned for planned in found if not is_timed(planned)]
    return Sheet(
        heading=heading(schedule, language, day),
        day=day,
        day_text=full_day(language, day),
        plate=plate(schedule, day, language),
        agency_id=agency_id,
        agency=agency.name if agency else "",
        phone=phone(agency),
        counts=_counts(found, language),
        bands=_bands(mine, day, language),
        untimed=_band("untimed", mine, untimed, day, language),
        moments=moments(schedule, language, day),
        waiting=_waiting(mine, day, language) if agency else (),
        coming=_coming(mine, day, language),
        standing=tuple(_standing(mine, day, language)),
    )


def days(schedule: Schedule, agency_id: str = "") -> tuple[date, ...]:
    """The days on which the agency (or anybody) has a duty, in order."""
    return agenda(schedule, agency_id).days()


def days_of_sheets(everybody: Agenda) -> list[date]:
    """The days that get a sheet of all agencies: those that hold a task, and the day of a sitting in any case."""
    schedule = everybody.schedule
    return sorted({*everybody.days(), *(() if schedule.ceremony.campaign else (schedule.day,))})


def plate(schedule: Schedule, day: date, language: str) -> str:
    """NGÀY N, N-3, N+2: the day counted from the day of the ceremony; where in a campaign it lies."""
    if schedule.ceremony.campaign:
        return stage_of(schedule.ceremony.campaign, day, language)
    offset = (day - schedule.day).days
    return f"N{offset:+d}" if offset else say(language, "sheet.day_n")


def _bands(mine: Agenda, day: date, language: str) -> tuple[Band, ...]:
    cuts = _cuts(mine.schedule, day)
    rows: dict[str, list[Planned]] = {key: [] for key in cuts}
    for planned in mine.of_sheet(day):
        if is_timed(planned):
            begun = [key for key, cut in cuts.items() if planned.start >= cut]
            rows[begun[-1] if begun else next(iter(cuts))].append(planned)
    return tuple(_band(key, mine, found, day, language) for key, found in rows.items() if found)


def _cuts(schedule: Schedule, day: date) -> dict[str, int]:
    """The bands of a day and the instant from which each takes what begins; what began earlier is in the first.

    Before, during and after the programme on day N; morning, afternoon and evening on the others, the night of day N
    before them where it is longer than the day.
    """
    midnight = schedule.axis.minute(day)
    if day == schedule.day and not schedule.ceremony.campaign:
        return {"before": midnight, "programme": schedule.opening, "after": schedule.closing}
    noon, dusk = schedule.axis.minute(day, NOON), schedule.axis.minute(day, DUSK)
    parts = {"morning": midnight, "afternoon": noon, "evening": dusk}
    night = end_of(schedule, schedule.day)
    if day == schedule.day + timedelta(days=1) and night > midnight:
        return {"night": midnight, **parts, "morning": night}
    return parts


def _band(key: str, mine: Agenda, planned: Sequence[Planned], day: date, language: str) -> Band:
    return Band(say(language, f"sheet.{key}"), tuple(_sheet_row(mine, one, day, language) for one in planned))


def _sheet_row(mine: Agenda, planned: Planned, day: date, language: str) -> SheetRow:
    lead = next((agency for agency in mine.schedule.ceremony.agencies if agency.id == planned.task.lead), None)
    return SheetRow(
        task=task_row(mine.schedule, planned, language),
        begins=_begins(mine.schedule, planned, day, language),
        ends=_ends(mine.schedule, planned, day, language),
        phone=phone(lead),
        contact=_contact(lead),
        supports=mine.supports(planned),
        cue=planned.task.cue,
        trouble=planned.task.trouble,
        unknown="" if mine.leads(planned) else _unknown(lead),
    )


def _contact(lead: Agency | None) -> str:
    return next((contact.name for contact in lead.contacts), "") if lead else ""


def _unknown(lead: Agency | None) -> str:
    if lead is None or phone(lead):
        return ""
    return "phone" if _contact(lead) else "person_phone"


def _begins(schedule: Schedule, planned: Planned, day: date, language: str) -> str:
    begun, minute_of_day = schedule.axis.civil(planned.start)
    if begun > day:
        return phrasing(schedule, language).start(planned.start)
    return clock(language, minute_of_day) if begun == day else say(language, "sheet.goes_on")


def _ends(schedule: Schedule, planned: Planned, day: date, language: str) -> str:
    if planned.task.is_milestone:
        return ""
    phrase = phrasing(schedule, language)
    over = schedule.axis.civil(planned.finish - 1)[0]
    if over == day:
        return phrase.finish_clock(planned.finish)
    return f"→ {phrase.finish(planned.finish) if is_timed(planned) else phrase.day(over)}"


def _counts(planned: Sequence[Planned], language: str) -> str:
    critical, agencies = sum(row.critical for row in planned), {row.task.lead for row in planned}
    return say(language, "sheet.counts", tasks=len(planned), critical=critical, agencies=len(agencies))


def _waiting(mine: Agenda, day: date, language: str) -> tuple[Waiting, ...]:
    """What the agency's own tasks that begin that day wait for from others."""
    starting = {planned.task.id for planned in mine.starting(day) if mine.leads(planned)}
    links = [link for link in mine.schedule.ceremony.links if link.successor in starting]
    pairs = dict.fromkeys((link.successor, link.predecessor) for link in links)
    return tuple(
        _wait(mine, own, awaited, language) for own, awaited in pairs if not mine.leads(mine.schedule.rows[awaited])
    )


def _wait(mine: Agenda, own: str, awaited: str, language: str) -> Waiting:
    schedule = mine.schedule
    row = task_row(schedule, schedule.rows[awaited], language)
    lead = next((agency for agency in schedule.ceremony.agencies if agency.id == row.lead_id), None)
    return Waiting(own, schedule.rows[own].task.title, awaited, row.title, row.lead, phone(lead), row.finish_text)


def _coming(mine: Agenda, day: date, language: str) -> tuple[Brief, ...]:
    """What begins on the next two days that hold a beginning, a few lines for each."""
    later = [planned for planned in mine.tasks if mine.schedule.axis.civil(planned.start)[0] > day]
    next_two = sorted({mine.schedule.axis.civil(planned.start)[0] for planned in later})[:2]
    return tuple(brief for one in next_two for brief in _coming_day(mine, one, language))


def _coming_day(mine: Agenda, day: date, language: str) -> list[Brief]:
    briefs = [_brief(mine, planned, language) for planned in mine.starting(day)]
    if len(briefs) <= COMING:
        return briefs
    more = say(language, "sheet.more", count=len(briefs) - COMING + 1)
    return [*briefs[: COMING - 1], Brief(phrasing(mine.schedule, language).day(day), "", more, "")]


def _standing(mine: Agenda, day: date, language: str) -> Iterator[Brief]:
    """The duties that go on through the day, each until when, those that end soonest first; of all agencies a few."""
    names, phrase = labels(mine.schedule.ceremony), phrasing(mine.schedule, language)
    found = mine.standing(day)
    shown = found if mine.agency_id or len(found) <= STANDING else found[: STANDING - 1]
    for planned in shown:
        last = phrase.day(planned.task.window[1]) if planned.task.window else ""
        until = say(language, "campaign.until", day=last)
        yield Brief(until, planned.task.id, planned.task.title, names.get(planned.task.lead, ""))
    if len(shown) < len(found):
        yield Brief("", "", say(language, "sheet.more", count=len(found) - len(shown)), "")


def _brief(mine: Agenda, planned: Planned, language: str) -> Brief:
    row, phrase = task_row(mine.schedule, planned, language), phrasing(mine.schedule, language)
    day = phrase.day(mine.schedule.axis.civil(planned.start)[0])
    return Brief(row.start_text if is_timed(planned) else day, row.id, row.title, row.lead)
