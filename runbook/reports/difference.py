"""What changed for whom between two issues of a plan, from when to when, in ready sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runbook.releases import Change, IssuedAgency, IssuedPlan, IssuedTask, Kind, Role, changes, changes_for, role
from runbook.reports.phrasing import Phrasing, clock, full_day
from runbook.text import say


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
    """Two issues compared. `occasion`: what became of the ceremony itself, a sentence each; `names` of both issues.

    `day_text`: day N as it is now. `count`: tasks that differ for anybody.
    """

    title: str
    day_text: str
    old: str
    new: str
    occasion: tuple[str, ...]
    count: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two issues: the plan, and what it is called ("bản phát hành số 2, 14/11/2024 09h00")."""

    plan: IssuedPlan
    name: str


def difference(
    old: Side, new: Side, language: str, told: Mapping[str, frozenset[str]], agency_id: str = ""
) -> Difference:
    """What changed, for every agency in protocol order or for one.

    `told`: by agency the ids of the tasks of which its calendar says something else. A member of a group is left out
    among all where only the group's own section would be repeated.
    """
    before, after = old.plan, new.plan
    agencies = _agencies(before, after)
    wanted = [agency for agency in agencies if agency_id in ("", agency.id)]
    own = {agency.id: changes_for(before, after, agency.id, told.get(agency.id, frozenset())) for agency in agencies}
    listed = [agency for agency in wanted if agency_id or not _repeats(agency, own)]
    sections = [_section(before, after, agency, own[agency.id], language) for agency in listed if own[agency.id]]
    differ = changes(before, after) if not agency_id else own.get(agency_id, ())
    return Difference(
        after.title,
        full_day(language, after.date),
        old.name,
        new.name,
        tuple(_occasion(before, after, language)),
        len(differ),
        tuple(sections),
    )


def _agencies(before: IssuedPlan, after: IssuedPlan) -> list[IssuedAgency]:
    """Those of the newer plan in protocol order, then those that left."""
    staying = {agency.id for agency in after.agencies}
    return [*after.agencies, *(agency for agency in before.agencies if agency.id not in staying)]


def _repeats(agency: IssuedAgency, own: Mapping[str, tuple[Change, ...]]) -> bool:
    of_groups = {change.task_id for group in agency.groups for change in own.get(group, ())}
    return bool(agency.groups) and {change.task_id for change in own[agency.id]} <= of_groups


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


def _occasion(before: IssuedPlan, after: IssuedPlan, language: str) -> Iterator[str]:
    """The ceremony's own changes: day, hours, venue, name."""
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
        was, now = self._facts(kind, change.before, self.before), self._facts(kind, change.after, self.after)
        return self.say(kind, before=was or "–", after=now or "–")

    def say(self, kind: Kind, **facts: str) -> str:
        return say(self.language, f"difference.{kind.value}", **facts)

    def _facts(self, kind: Kind, task: IssuedTask, plan: IssuedPlan) -> str:
        """What one side says in that respect."""
        phrase = self._phrase(plan)
        match kind:
            case Kind.MOVED:
                return self._span(plan, task)
            case Kind.LEAD:
                return _label(plan, task.lead)
            case Kind.SUPPORT:
                return ", ".join(_label(plan, one) for one in (*task.support, *task.receipts))
            case Kind.PLACE:
                return task.location or plan.venue
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
        return Phrasing(self.language, plan.axis, plan.date.year)


def _label(plan: IssuedPlan, agency_id: str) -> str:
    agency = plan.agency(agency_id)
    return agency.label if agency else agency_id
