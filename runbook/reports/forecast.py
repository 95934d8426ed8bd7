"""What is to be expected: the day, the deadlines in danger, whom that concerns, what wins time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.reports.campaign import begins_with
from runbook.reports.phrasing import amount, full_day
from runbook.reports.progress import named
from runbook.reports.rows import Heading, heading, in_hand, labels, own_time, phrasing
from runbook.text import say
from runbook.tracking import Done
from runbook.tracking.outlook import CUTS

if TYPE_CHECKING:
    from runbook.schedule import Step
    from runbook.tracking import Danger, Outlook

CRASHES = 8  # told: what wins little stands behind
ENDS, LEADS = 6, 10  # tasks told of either end of a chain, and agencies on it


@dataclass(frozen=True, slots=True)
class Peril:
    """Something in danger. `of`: the task whose deadline it is, "" for the opening. `by`: working minutes.

    `text` says it, `chain` are ids, `agencies` lead the tasks of the chain, `remedy` says what would save it.
    """

    of: str
    by: int
    text: str
    chain: tuple[str, ...]
    agencies: tuple[str, ...]
    remedy: str

    def details(self, language: str) -> tuple[str, ...]:
        """The chain, whom it concerns, what would save it: a sentence each, a long chain by its two ends."""
        ids = self.chain if len(self.chain) <= 2 * ENDS else (*self.chain[:ENDS], "…", *self.chain[-ENDS:])
        more = len(self.agencies) - LEADS
        rest = say(language, "progress.and-more", count=more) if more > 0 else ""
        concerned = ", ".join(self.agencies[:LEADS]) + rest
        chain = say(language, "forecast.chain", chain=" → ".join(ids))
        return tuple(filter(None, [chain, say(language, "forecast.concerned", agencies=concerned), self.remedy]))


@dataclass(frozen=True, slots=True)
class CrashRow:
    """A task to shorten: `wins` is what all of its remaining work costs, `share` of a day for each day of it."""

    id: str
    title: str
    lead: str
    left: str
    wins: str
    share: float


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A task planned and expected. `state` as the value of Done, `shift` in words, `shifted` in working minutes;
    `float_text` is a dash for a duty that lasts a window or has an hour of its own, which leave nothing to spare."""

    id: str
    title: str
    lead_id: str
    lead: str
    state: str
    planned: str
    expected: str
    planned_finish: int
    expected_finish: int
    shift: str
    shifted: int
    float_text: str
    total_float: int
    mark: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """The forecast at an instant. `day`: when the ceremony is to be expected; `kept`: as planned, with no deadline
    missed."""

    heading: Heading
    now_text: str
    counts: str
    day: str
    kept: bool
    perils: tuple[Peril, ...]
    crashes: tuple[CrashRow, ...]
    rows: tuple[ForecastRow, ...]
    unreported: tuple[str, ...]


def forecast(of: Outlook, language: str) -> Forecast:
    """Planned, expected and what is in hand, task by task, with all that is in danger."""
    found = perils(of, language)
    return Forecast(
        heading=replace(heading(of.planned, language), complaint=""),
        now_text=phrasing(of.planned, language).start(of.now),
        counts=counts(of, language),
        day=day_text(of, language),
        kept=not found,
        perils=found,
        crashes=_crashes(of, language) if found else (),
        rows=tuple(_row(of, name, language) for name in of.planned.rows if _is_listed(of, name)),
        unreported=of.unreported,
    )


def _is_listed(of: Outlook, name: str) -> bool:
    task = of.planned.rows[name].task
    return task.part not in (Part.DAY, Part.PROGRAMME) and name not in of.series


def counts(of: Outlook, language: str) -> str:
    """How many tasks are over, running, not begun."""
    states = [of.of(name).state for name in of.planned.rows if _is_listed(of, name)]
    facts = {one.value.replace("-", "_"): states.count(one) for one in Done}
    return say(language, "forecast.counts", total=len(states), **facts)


def day_text(of: Outlook, language: str) -> str:
    """The day that is to be expected, in a sentence."""
    ceremony, planned = of.ceremony, full_day(language, of.planned.day)
    if of.held and ceremony.campaign:
        what = begins_with(ceremony.campaign, language)
        return say(language, "forecast.campaign-held", what=what[:1].upper() + what[1:], day=planned)
    if of.held:
        return say(language, "forecast.held", day=planned)
    slack = of.readiness().slack
    if slack is None:
        return say(language, "forecast.ready", day=planned)
    office = ceremony.worktimes["office"].day_minutes
    by = amount(language, abs(slack), office) if slack else "0"
    if ceremony.campaign:
        key = "campaign-lost" if slack < 0 else "campaign-kept"
        return say(language, f"forecast.{key}", what=begins_with(ceremony.campaign, language), day=planned, by=by)
    if slack >= 0:
        return say(language, "forecast.kept", day=planned, by=by)
    if of.day is None:
        return say(language, "forecast.never", day=planned, by=by)
    outside = say(language, "forecast.outside") if of.day > ceremony.date.last else ""
    lost = say(language, "forecast.lost", day=planned, by=by, expected=full_day(language, of.day), outside=outside)
    return " ".join(filter(None, [lost, _reserve(of, language)]))


def _reserve(of: Outlook, language: str) -> str:
    """That the reserve day is not met either."""
    day = of.ceremony.date.reserve
    if day is None or of.day is None or not of.planned.day < day < of.day:
        return ""
    slack = of.readiness(day).slack or 0
    short = amount(language, -slack, of.ceremony.worktimes["office"].day_minutes)
    return say(language, "forecast.reserve", day=full_day(language, day), by=short)


def perils(of: Outlook, language: str, remedies: bool = True) -> tuple[Peril, ...]:
    """What is in danger, the opening first, then the deadlines in file order. `remedies`: whether to look for any."""
    ready = of.readiness()
    found = [_missed(of, danger, language) for danger in of.dangers]
    if ready.slack is None or ready.slack >= 0:
        return tuple(found)
    agencies, back = _agencies(of, ready.chain), _back(of, language) if remedies else ""
    return (Peril("", -ready.slack, day_text(of, language), ready.chain, agencies, back), *found)


def _missed(of: Outlook, danger: Danger, language: str) -> Peril:
    phrase, task = phrasing(of.planned, language), of.planned.rows[danger.task_id].task
    text = say(
        language,
        "forecast.deadline",
        task=named(of.planned, danger.task_id),
        finish=phrase.finish(danger.finish),
        deadline=phrase.finish(danger.deadline),
        by=own_time(of.planned, task, danger.by, language),
    )
    return Peril(danger.task_id, danger.by, text, danger.chain, _agencies(of, danger.chain), "")


def _agencies(of: Outlook, chain: Iterable[str]) -> tuple[str, ...]:
    leads = {of.planned.rows[name].task.lead for name in chain}
    return tuple(agency.label for agency in of.ceremony.agencies if agency.id in leads)


def _back(of: Outlook, language: str) -> str:
    """One way to meet the planned opening after all."""
    steps, lacking = of.way_back()
    cuts = [_cut(of, step, language) for step in steps]
    if lacking and len(steps) == CUTS:
        cuts.append(say(language, "forecast.many"))
    elif lacking:
        by = amount(language, lacking, of.ceremony.worktimes["office"].day_minutes)
        cuts.append(say(language, "forecast.lacking", by=by))
    return say(language, "forecast.back", day=full_day(language, of.planned.day), cuts="; ".join(cuts))


def _cut(of: Outlook, step: Step, language: str) -> str:
    row = of.expected.rows[step.task_id]
    by, left = (own_time(of.expected, row.task, minutes, language) for minutes in (step.minutes, row.task.minutes))
    return say(language, "forecast.cut", id=step.task_id, by=by, left=left)


def _crashes(of: Outlook, language: str) -> tuple[CrashRow, ...]:
    names, office = labels(of.ceremony), of.ceremony.worktimes["office"].day_minutes
    return tuple(
        CrashRow(
            one.task_id,
            (task := of.expected.rows[one.task_id].task).title,
            names.get(task.lead, task.lead),
            own_time(of.expected, task, one.minutes, language),
            amount(language, one.drag, office),
            one.drag / one.minutes,
        )
        for one in of.crashes[:CRASHES]
    )


def _row(of: Outlook, name: str, language: str) -> ForecastRow:
    planned, expected, phrase = of.planned.rows[name], of.expected.rows[name], phrasing(of.planned, language)
    task, state, clock = planned.task, of.of(name).state, of.ceremony.worktimes[planned.task.worktime]
    shifted = 0 if state is Done.DROPPED else clock.count(expected.finish) - clock.count(planned.finish)
    over = of.of(name).over
    late = not over and (expected.late_by or expected.total_float < 0)
    return ForecastRow(
        name,
        task.title,
        task.lead,
        labels(of.ceremony).get(task.lead, task.lead),
        state.value,
        phrase.finish(planned.finish),
        say(language, "forecast.dropped") if state is Done.DROPPED else phrase.finish(expected.finish),
        planned.finish,
        expected.finish,
        _signed(of, name, shifted, language),
        shifted,
        "" if over else in_hand(of.planned, task, expected.total_float, language) or "—",
        expected.total_float,
        "x" if state is Done.DONE else "-" if over else "!!" if late else "!" if expected.critical else "",
    )


def _signed(of: Outlook, name: str, minutes: int, language: str) -> str:
    if not minutes:
        return ""
    return ("+" if minutes > 0 else "") + own_time(of.planned, of.planned.rows[name].task, minutes, language)
