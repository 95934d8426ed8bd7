"""What changed for whom between two issues of a plan, from when to when, in ready sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from runbook.releases import Change, IssuedAgency, IssuedPlan, IssuedTask, Kind, Role, changes_for, role
from runbook.reports.phrasing import Phrasing, clock, full_day
from runbook.text import say

EVERYBODY = ""  # the reader of the whole plan, beside the agencies
OCCASION = ""  # the ceremony itself, among the ids of tasks


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One task: the reader's part in it, and a sentence for each way in which it differs. `kinds` are the same bare."""

    id: str
    title: str
    role: str
    kinds: tuple[Kind, ...]
    what: tuple[str, ...]

    @property
    def mark(self) -> str:
        """The sign that needs no colour: + new, x dropped, ! sooner than before."""
        signs = {Kind.NEW: "+", Kind.DROPPED: "×", Kind.DEADLINE_NEARER: "!", Kind.LATEST_NEARER: "!"}
        return next((signs[kind] for kind in self.kinds if kind in signs), "")


@dataclass(frozen=True, slots=True)
class Section:
    """What changed for one agency."""

    agency: str
    name: str
    rows: tuple[DifferenceRow, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two issues compared, `old` and `new` by name. `occasion`: what became of the ceremony itself, a sentence each.

    `reason`: why the newer one was issued, "" where it is not yet. `count`: tasks that differ for anybody.
    """

    title: str
    old: str
    new: str
    reason: str
    occasion: tuple[str, ...]
    count: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two issues: the plan, what it is called ("bản phát hành số 2, 14/11/2024 09h00"), why it was made."""

    plan: IssuedPlan
    name: str
    reason: str = ""


def difference(
    old: Side, new: Side, language: str, told: Mapping[str, Collection[str]], agency_id: str = EVERYBODY
) -> Difference:
    """What changed, for every agency in protocol order or for one.

    `told`: by agency, and for EVERYBODY, the ids of the tasks of which its calendar says something else, OCCASION for
    the ceremony. A member of a group is left out among all where only the group's own section would be repeated.
    """
    before, after = old.plan, new.plan
    agencies = [one for one in _agencies(before, after) if agency_id in (EVERYBODY, one.id)]
    own = {one.id: changes_for(before, after, one.id, told.get(one.id, ())) for one in agencies}
    listed = [one for one in agencies if own[one.id] and not (agency_id == EVERYBODY and _repeats(one, own))]
    return Difference(
        after.title,
        old.name,
        new.name,
        new.reason,
        tuple(_occasion(before, after, agency_id, language)) if OCCASION in told.get(agency_id, ()) else (),
        len({change.task_id for found in own.values() for change in found}),
        tuple(_section(before, after, agency, own[agency.id], language) for agency in listed),
    )


def _agencies(before: IssuedPlan, after: IssuedPlan) -> list[IssuedAgency]:
    """Those of the newer plan in protocol order, then those that left."""
    staying = {agency.id for agency in after.agencies}
    return [*after.agencies, *(agency for agency in before.agencies if agency.id not in staying)]


def _repeats(agency: IssuedAgency, own: Mapping[str, tuple[Change, ...]]) -> bool:
    of_groups = {change.task_id: {*change.kinds} for group in agency.groups for change in own.get(group, ())}
    return all({*change.kinds} <= of_groups.get(change.task_id, set()) for change in own[agency.id])


def _section(
    before: IssuedPlan, after: IssuedPlan, agency: IssuedAgency, found: tuple[Change, ...], language: str
) -> Section:
    rows = tuple(_row(before, after, agency.id, change, language) for change in found)
    return Section(agency.label, agency.name, rows)


def _row(before: IssuedPlan, after: IssuedPlan, agency_id: str, change: Change, language: str) -> DifferenceRow:
    part = role(after, change.after, agency_id) or role(before, change.before, agency_id) or Role.SUPPORT
    said = _Said(before, after, language)
    sentences = tuple(said.sentence(kind, change) for kind in change.kinds)
    task = change.task
    return DifferenceRow(task.id, task.title, say(language, f"difference.role.{part.value}"), change.kinds, sentences)


def _occasion(before: IssuedPlan, after: IssuedPlan, agency_id: str, language: str) -> Iterator[str]:
    """What the calendar says otherwise of the ceremony itself; or that it comes into a calendar, or leaves."""
    was_in, is_in = (agency_id == EVERYBODY or _has_part(plan, agency_id) for plan in (before, after))
    if was_in and is_in:
        yield from list(_facts(before, after, language)) or [say(language, "difference.occasion.details")]
    else:
        yield say(language, "difference.occasion.new" if is_in else "difference.occasion.dropped")


def _has_part(plan: IssuedPlan, agency_id: str) -> bool:
    return any(role(plan, task, agency_id) for task in plan.tasks)


def _facts(before: IssuedPlan, after: IssuedPlan, language: str) -> Iterator[str]:
    """Day, hours, venue and name, from what to what."""
    said = [
        ("day", *(full_day(language, plan.date) for plan in (before, after))),
        ("hours", _hours(before, language), _hours(after, language)),
        ("venue", before.venue, after.venue),
        ("title", before.title, after.title),
    ]
    for key, was, now in said:
        if was != now:
            yield say(language, f"difference.occasion.{key}", before=was or "–", after=now or "–")


def _hours(plan: IssuedPlan, language: str) -> str:
    return "-".join(clock(language, plan.axis.civil(instant)[1]) for instant in (plan.opening, plan.closing))


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences about one change, each side in its own plan's words."""

    before: IssuedPlan
    after: IssuedPlan
    language: str

    def sentence(self, kind: Kind, change: Change) -> str:
        if change.before is None or change.after is None:
            plan = self.after if change.after else self.before
            return self.say(kind, when=self._span(plan, change.task))
        was = self._facts(kind, change.before, self.before, change.after)
        now = self._facts(kind, change.after, self.after, change.before)
        return self.say(kind, before=was or "–", after=now or "–")

    def say(self, kind: Kind, **facts: str) -> str:
        return say(self.language, f"difference.{kind.value}", **facts)

    def _facts(self, kind: Kind, task: IssuedTask, plan: IssuedPlan, other: IssuedTask) -> str:
        """What one side says in that respect; of several agencies, those that the other side has not."""
        phrase = self._phrase(plan)
        match kind:
            case Kind.MOVED:
                return self._span(plan, task)
            case Kind.LEAD:
                return _label(plan, task.lead)
            case Kind.SUPPORT:
                return _labels(plan, task.support, other.support)
            case Kind.RECEIPTS:
                return _labels(plan, task.receipts, other.receipts)
            case Kind.PLACE:
                return task.location
            case Kind.DEADLINE_NEARER | Kind.DEADLINE_LATER:
                return "" if task.deadline is None else phrase.finish(task.deadline)
            case Kind.LATEST_NEARER | Kind.LATEST_LATER:
                return phrase.finish(task.latest)
            case _:
                return task.title

    def _span(self, plan: IssuedPlan, task: IssuedTask) -> str:
        """From when to when; the second day left out where it is the first."""
        phrase, axis = self._phrase(plan), plan.axis
        if task.milestone or task.finish <= task.start:
            return phrase.start(task.start)
        same_day = axis.civil(task.start)[0] == axis.civil(task.finish - 1)[0]
        finish = phrase.finish_clock(task.finish) if same_day else phrase.finish(task.finish)
        return say(self.language, "difference.span", start=phrase.start(task.start), finish=finish)

    def _phrase(self, plan: IssuedPlan) -> Phrasing:
        return Phrasing(self.language, plan.axis, self.after.date.year)  # of the year before, it is said


def _labels(plan: IssuedPlan, agency_ids: Collection[str], others: Collection[str]) -> str:
    return ", ".join(_label(plan, one) for one in agency_ids if one not in others)


def _label(plan: IssuedPlan, agency_id: str) -> str:
    agency = plan.agency(agency_id)
    return agency.label if agency else agency_id
