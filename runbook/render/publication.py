"""A release on its way to the agencies: each one's calendar, what the release changed in it, its to-dos."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from runbook.releases import IssuedAgency, IssuedPlan
from runbook.render import ical
from runbook.render.ical import Issued, Masthead
from runbook.render.ical.colours import NEUTRAL
from runbook.reports.difference import EVERYBODY, Side
from runbook.text import say


@dataclass(frozen=True)
class Publication:
    """The last release of a ceremony with everything told up to it.

    `at`: the instant of issue. `names`: the calendars it told of by name. `agencies`: all there ever were, as
    they were last, in the order in which releases brought them. `held`: every entry as last told. `sides`: the plan
    before and the plan now with their names, for what changed; None for the first.
    """

    number: int
    at: int
    plan: IssuedPlan
    names: Mapping[str, str]
    agencies: Mapping[str, IssuedAgency]
    held: Sequence[Issued]
    sides: tuple[Side, Side] | None = None

    @cached_property
    def audiences(self) -> list[str]:
        """Everybody there ever was: the whole plan first, agencies in protocol order, then those that left.

        An agency that has nothing yet is among them: whoever subscribed must find a file.
        """
        return list(dict.fromkeys([ical.OVERALL, *(agency.id for agency in self.plan.agencies), *self.agencies]))

    def whole(self, audience: str, source: str = "") -> bytes:
        """An audience's calendar: what stands, and what was withdrawn until well after its day."""
        return ical.published(self.head(audience, source), ical.kept(self._of(audience), self.at))

    def changed(self, audience: str, since: int | None = None) -> list[Issued]:
        """The entries told anew after release `since` (None: by this one)."""
        after = self.number - 1 if since is None else since
        return [one for one in self._of(audience) if one.release > after]

    def update(self, audience: str, since: int | None = None) -> bytes:
        """A small calendar of only what changed and what was withdrawn.

        What changed after `since` and back again is in it too: its readers may have taken over what lay between.
        """
        return ical.published(self.head(audience), self.changed(audience, since))

    def todos(self, audience: str) -> bytes:
        """An audience's own tasks as a list of to-dos."""
        return ical.todos(self.head(audience), ical.kept(self._of(audience), self.at))

    def has_todos(self, audience: str) -> bool:
        return any(one.entry.todo for one in ical.kept(self._of(audience), self.at))

    def was_told(self, audience: str) -> bool:
        """Whether an audience ever had a calendar: it goes on having one, if an empty one, for those who subscribed."""
        return bool(self._of(audience))

    def changed_tasks(self) -> dict[str, frozenset[str]]:
        """What `tasks_of` gives for this release."""
        return tasks_of(one for one in self.held if one.release == self.number)

    def head(self, audience: str, source: str = "") -> Masthead:
        """What stands above an audience's entries. ValueError for a `source` that is no web address."""
        reader = (
            self.agencies[audience].label if audience in self.agencies else say(self.plan.language, "ical.everyone")
        )
        name = self.names.get(audience) or say(self.plan.language, "ical.name", audience=reader, title=self.plan.title)
        return Masthead(name, self.plan.zone, self._colour(audience), source)

    def _of(self, audience: str) -> list[Issued]:
        return self._by_audience.get(audience, [])

    @cached_property
    def _by_audience(self) -> dict[str, list[Issued]]:
        found: dict[str, list[Issued]] = {}
        for one in self.held:
            found.setdefault(one.audience, []).append(one)
        return found

    def _colour(self, audience: str) -> str:
        ids = [agency.id for agency in self.plan.agencies]
        return ical.colour_of(ids.index(audience)) if audience in ids else NEUTRAL


def tasks_of(changed: Iterable[Issued]) -> dict[str, frozenset[str]]:
    """By agency, and for EVERYBODY, the ids of the tasks that these entries are about; OCCASION for the ceremony."""
    found: dict[str, set[str]] = {}
    for one in changed:
        reader = EVERYBODY if one.audience == ical.OVERALL else one.audience
        found.setdefault(reader, set()).add(one.entry.key.partition("~")[0])
    return {audience: frozenset(ids) for audience, ids in found.items()}
