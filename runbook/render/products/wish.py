"""What a document is asked to be about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from runbook.reports.difference import Difference, difference

if TYPE_CHECKING:
    from runbook.render.dossier import Dossier
    from runbook.reports.agenda import Agenda
    from runbook.schedule import Schedule


@dataclass(frozen=True)
class Wish:
    """The dossier, the agency's id ("" for all), the day (None for the day of the ceremony)."""

    dossier: Dossier
    agency: str = ""
    on: date | None = None

    @property
    def schedule(self) -> Schedule:
        return self.dossier.schedule

    @property
    def language(self) -> str:
        return self.dossier.language

    @property
    def agenda(self) -> Agenda:
        return self.dossier.agenda(self.agency)

    @property
    def day(self) -> date:
        return self.on or self.schedule.day

    @cached_property
    def changes(self) -> Difference:
        """What the last release changed; there must be one before it."""
        assert self.dossier.issue is not None
        told = self.dossier.issue.publication
        assert told.sides is not None
        return difference(*told.sides, self.language, told.changed_tasks(), self.agency)

    @property
    def name(self) -> str:
        """The name of the agency, "" for all."""
        return self.dossier.ceremony.agency(self.agency).name if self.agency else ""

    @property
    def reader(self) -> str:
        """The name of the agency that changes are for: it may have left the plan, or not be released yet."""
        issued = self.dossier.issue.publication.agencies.get(self.agency) if self.dossier.issue else None
        return issued.name if issued else self.name


# A document's files: one, or one for each page where a file holds a single page.
Make = Callable[[Wish], list[bytes]]
