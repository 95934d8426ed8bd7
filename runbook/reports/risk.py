"""How sure a plan is of its opening, its days and its deadlines, and who can make it surer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from runbook.reports.campaign import begins_with
from runbook.reports.forecast import day_text
from runbook.reports.phrasing import amount, full_day
from runbook.reports.progress import named
from runbook.reports.rows import Heading, heading, labels, own_time, phrasing
from runbook.risk import DEFAULT, worst
from runbook.risk.histogram import Bar, bars
from runbook.risk.swings import worked
from runbook.risk.worst import SURE
from runbook.text import say
from runbook.tracking import Done

if TYPE_CHECKING:
    from runbook.risk import Prospect, Swing, Worst
    from runbook.risk.prospect import Buffer, Owed

MOST_BARS = 45
GOOD = 0.8  # the chance that a day is looked for with
QUANTILES = (0.5, 0.8, 0.9)
_QUARTER = 4  # buffers are rounded up to this part of a day


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the window and its chance."""

    day_text: str
    chance: str
    remark: str


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline and its chance. `mark`: !! where it is more likely missed than kept, ! where it is not GOOD."""

    mark: str
    id: str
    title: str
    lead: str
    deadline: str
    expected: str
    chance: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its criticality index, and with how far it moves the end in working days."""

    id: str
    title: str
    lead: str
    index: str
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Risk:
    """The answer. Everything about the opening is empty where nothing is left to prepare for it."""

    heading: Heading
    tried: str
    drawn: str
    opening: str
    advice: tuple[str, ...]
    days: tuple[DayRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    sure: int
    buffer: tuple[str, ...]
    bars: tuple[Bar, ...]
    critical: tuple[TaskRow, ...]
    swings: tuple[TaskRow, ...]


def risk(of: Prospect, language: str) -> Risk:
    """The chances of the opening, of the days and of the deadlines, and what decides them."""
    unsure = [one for one in of.deadlines if one.chance < SURE]
    return Risk(
        heading=replace(heading(of.outlook.planned, language), complaint=""),
        tried=tried(of, language),
        drawn=_drawn(of, language),
        opening=opening(of, language),
        advice=tuple(_advice(of, language)),
        days=tuple(_day(of, day, chance, language) for day, chance in of.days if len(of.days) > 1),
        deadlines=tuple(_deadline(of, one, language) for one in unsure),
        sure=len(of.deadlines) - len(unsure),
        buffer=_buffers(of, language),
        bars=bars(of.readiness, of.outlook.planned.axis, MOST_BARS) if of.readiness else (),
        critical=tuple(_task(of, name, share, language) for name, share in of.critical),
        swings=swing_rows(of, language),
    )


def percent(share: float) -> str:
    """A share as whole per cent; what is neither impossible nor certain is not called so."""
    if 0 < share < 1 - SURE:
        return "< 1 %"
    return "> 99 %" if SURE <= share < 1 else f"{round(100 * share)} %"


def bar_label(bar: Bar, year: int, language: str) -> str:
    """T6 22/11, or 18/11-24/11; with the year where it is another than the ceremony's."""
    beyond = f"/{bar.last.year}" if bar.last.year != year else ""
    if bar.first == bar.last:
        return f"{say(language, f'weekday.{bar.first.isoweekday()}')} {bar.first:%d/%m}{beyond}"
    return f"{bar.first:%d/%m}-{bar.last:%d/%m}{beyond}"


def signed(days: float, language: str) -> str:
    """Days with their sign: +0,36."""
    told = f"{days:+.2f}"
    return told.replace(".", ",") if language == "vi" else told


def tried(of: Prospect, language: str) -> str:
    """As of when, how often, from which seed."""
    now = phrasing(of.outlook.planned, language).start(of.outlook.now)
    return say(language, "risk.as_of", now=now, samples=_number(of.trial.samples, language), seed=of.trial.seed)


def _number(value: int, language: str) -> str:
    return f"{value:,}".replace(",", "." if language == "vi" else ",")


def _drawn(of: Prospect, language: str) -> str:
    ranged = sum(task.range is not None and task.id in of.spreads for task in of.outlook.ceremony.tasks)
    default = of.trial.default
    facts = {"varied": len(of.spreads), "ranged": ranged, "rest": len(of.spreads) - ranged}
    ends = {"best": f"{100 * default.best:g}", "worst": f"{100 * default.worst:g}"}
    why = say(language, "risk.by_default") if default == DEFAULT else ""
    return say(language, "risk.ranged", why=why, **facts, **ends)


def opening(of: Prospect, language: str) -> str:
    """The chance of the opening in a sentence; that it is over, or that all is ready, where there is none."""
    if of.chance is None:
        return day_text(of.outlook, language)
    facts = {"day": full_day(language, of.outlook.planned.day), "chance": percent(of.chance)}
    if campaign := of.outlook.ceremony.campaign:
        return say(language, "risk.campaign", what=begins_with(campaign, language), **facts)
    return say(language, "risk.opening", **facts)


def _advice(of: Prospect, language: str) -> list[str]:
    """What is least sure, who can do what about it."""
    found = worst(of)
    if found is None:
        key = "risk.deadlines_sure" if of.chance is None else "risk.all_sure"
        return [say(language, key)] if of.deadlines or of.chance is not None else []
    told = _drivers(of, found, language) if found.drivers else [say(language, "risk.certain")]
    if not found.of:  # its chance is told already
        return [*told, *_better_day(of, language)]
    task = named(of.outlook.planned, found.of)
    return [say(language, "risk.worst", task=task, chance=percent(found.chance)), *told]


def _drivers(of: Prospect, found: Worst, language: str) -> list[str]:
    first, row = found.drivers[0], of.outlook.expected.rows[found.drivers[0]]
    phrase = phrasing(of.outlook.planned, language)
    running = of.outlook.of(first).state is Done.RUNNING
    when = (
        say(language, "risk.running", finish=phrase.finish(row.early_finish))
        if running
        else say(language, "risk.from", start=phrase.start(row.early_start))
    )
    best = own_time(of.outlook.expected, row.task, of.spreads[first].least, language)
    facts = {"task": named(of.outlook.planned, first), "when": when, "best": best, "chance": percent(found.best)}
    told = [say(language, "risk.driver", **facts)]
    if len(found.drivers) > 1:
        told.append(say(language, "risk.together", tasks=", ".join(found.drivers), chance=percent(found.together)))
    return told


def _better_day(of: Prospect, language: str) -> list[str]:
    """The first day of the window that is sure enough, of those the file asks for."""
    asked = [(day, chance) for day, chance in of.days if day.isoweekday() in of.outlook.ceremony.date.weekdays]
    if len(asked) < 2:
        return []
    sure = next((one for one in asked if one[1] >= GOOD), None)
    day, chance = sure or max(asked, key=lambda one: one[1])
    facts = {"share": percent(GOOD), "day": full_day(language, day), "chance": percent(chance)}
    return [say(language, "risk.day_sure" if sure else "risk.no_day_sure", **facts)]


def _day(of: Prospect, day: date, chance: float, language: str) -> DayRow:
    ceremony = of.outlook.ceremony.date
    remarks = [key for key in ("chosen", "reserve") if getattr(ceremony, key) == day]
    remarks += ["unwanted"] if day.isoweekday() not in ceremony.weekdays else []
    remark = "; ".join(say(language, f"dates.{key}") for key in remarks)
    return DayRow(full_day(language, day), percent(chance), remark)


def _deadline(of: Prospect, one: Owed, language: str) -> DeadlineRow:
    task, phrase = of.outlook.planned.rows[one.task_id].task, phrasing(of.outlook.planned, language)
    mark = "!!" if one.chance < 0.5 else "!" if one.chance < GOOD else ""
    dates = phrase.finish(one.deadline), phrase.finish(one.finish)
    return DeadlineRow(mark, task.id, task.title, _lead(of, task.lead), *dates, percent(one.chance))


def _lead(of: Prospect, agency: str) -> str:
    return labels(of.outlook.ceremony).get(agency, agency)


def mean_text(of: Prospect, language: str) -> str:
    """When all is ready on average, by the working time of the office."""
    assert of.readiness is not None, "there is a mean of something"
    mean = round(float(worked(of.office, of.readiness.ready).mean()))
    return phrasing(of.outlook.planned, language).finish(of.office.end_of(mean))


def _buffers(of: Prospect, language: str) -> tuple[str, ...]:
    if not of.buffers:
        return ()
    phrase, office = phrasing(of.outlook.planned, language), of.office.day_minutes
    hand = amount(language, abs(of.in_hand), office) if of.in_hand else "0"
    had = say(language, "risk.in_hand" if of.in_hand >= 0 else "risk.short", by=hand)
    ready, last = (phrase.finish(one) for one in (of.planned_ready, of.last_ready))
    planned = say(language, "risk.planned", ready=ready, last=last, hand=had)
    return planned, *(_buffer(of, one, language) for one in of.buffers), say(language, "risk.unit")


def _buffer(of: Prospect, one: Buffer, language: str) -> str:
    at = phrasing(of.outlook.planned, language).finish(one.at)
    lacking = say(language, "risk.lacking", by=_quarters(of, one.lacking, language))
    verdict = lacking if one.lacking else say(language, "risk.enough")
    needed = _quarters(of, one.needed, language)
    return say(language, "risk.needed", share=percent(one.share), needed=needed, at=at, verdict=verdict)


def _quarters(of: Prospect, minutes: int, language: str) -> str:
    quarter = max(1, of.office.day_minutes // _QUARTER)
    return amount(language, -(-minutes // quarter) * quarter, of.office.day_minutes) if minutes else "0"


def marks(of: Prospect, language: str) -> tuple[tuple[str, date], ...]:
    """What is told beside days on which all may be ready: the shares of the samples that are, the opening."""
    if of.readiness is None:
        return ()
    civil = of.outlook.planned.axis.civil
    shares = [(f"P{round(100 * share)}", civil(of.readiness.ready_by(share) - 1)[0]) for share in QUANTILES]
    opening = say(language, "risk.begins" if of.outlook.ceremony.campaign else "risk.opens")
    return *shares, (opening, of.outlook.planned.day)


def swing_rows(of: Prospect, language: str) -> tuple[TaskRow, ...]:
    """The tornado chart's tasks, what moves the end most first."""
    shares = dict(of.critical)
    return tuple(_swing(of, one, shares.get(one.task_id, 0.0), language) for one in of.swings)


def _swing(of: Prospect, one: Swing, share: float, language: str) -> TaskRow:
    day = of.office.day_minutes
    return replace(_task(of, one.task_id, share, language), low=one.low / day, high=one.high / day)


def _task(of: Prospect, name: str, share: float, language: str) -> TaskRow:
    task = of.outlook.planned.rows[name].task
    return TaskRow(name, task.title, _lead(of, task.lead), percent(share))
