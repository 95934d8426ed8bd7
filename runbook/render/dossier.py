"""A planned ceremony as its documents are made of it: the plan, the nodes of its file, the release it is of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from runbook.releases import issued, record_of
from runbook.render.page.shell import Imprint, imprint
from runbook.reports.agenda import Agenda, agenda
from runbook.text import say
from runbook.workbook.text import text

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.render.drawing.frame import Stamp
    from runbook.render.drawing.scene import Scene
    from runbook.render.pdf import Printing
    from runbook.render.publication import Publication
    from runbook.reports.drift import Baseline
    from runbook.reports.stage import Stage
    from runbook.reports.timeline import Timeline
    from runbook.schedule import Schedule
    from runbook.syntax import Mapping as Root
    from runbook.tracking import Outlook

OVERALL = "all"  # the file name of what is for everyone, beside those that bear an agency's


@dataclass(frozen=True, slots=True)
class Issue:
    """The release a build is made of: file names by audience, and whether the ceremony file was edited after it."""

    publication: Publication
    names: Mapping[str, str]
    behind: bool


@dataclass(frozen=True)
class Dossier:
    """What every document is made of; documents are in the ceremony's language. What several share is made once.

    `outlook`: what is to be expected by what was reported, None where nothing was. `stage`: the day as it was pressed,
    None where nothing was.
    """

    schedule: Schedule
    root: Root
    issue: Issue | None = None
    outlook: Outlook | None = None
    stage: Stage | None = None

    @property
    def ceremony(self) -> Ceremony:
        return self.schedule.ceremony

    @property
    def left(self) -> Ceremony:
        """What is left of the ceremony by what was reported, where it is planned from an instant: days are found for
        that alone."""
        return self.ceremony if self.outlook is None or self.schedule.now is None else self.outlook.left

    @property
    def language(self) -> str:
        return self.ceremony.language

    @cached_property
    def imprint(self) -> Imprint:
        """Which release the papers are of, or that they are a draft, before the first or after one."""
        issue = self.issue
        if issue is None:
            return imprint(self.ceremony, say(self.language, "edition.unreleased", mark=self._mark))
        if issue.behind:
            number = issue.publication.number
            return imprint(self.ceremony, say(self.language, "edition.draft", mark=self._mark, number=number))
        return imprint(self.ceremony, _edition(issue.publication, self.language))

    @cached_property
    def _mark(self) -> str:
        """What tells drafts apart on paper: the same for the same file planned for the same dates."""
        record = json.dumps(record_of(issued(self.schedule)), sort_keys=True)
        return sha256(f"{text(self.root)}{record}".encode()).hexdigest()[:7]

    @cached_property
    def released(self) -> Imprint:
        """The imprint of what the release changed: that is of the release, whatever was edited after it."""
        if self.issue is None:
            return self.imprint
        return replace(self.imprint, edition=_edition(self.issue.publication, self.language))

    def printing(self, made: Imprint | None = None) -> Printing:
        """What papers are printed with, under the imprint of the plan or another."""
        from runbook.render import pdf

        return pdf.printing(self.ceremony, made or self.imprint)

    def agenda(self, agency_id: str = "") -> Agenda:
        """What one agency has to do, or everybody."""
        found = self._agendas.get(agency_id) or agenda(self.schedule, agency_id)
        return self._agendas.setdefault(agency_id, found)

    @cached_property
    def _agendas(self) -> dict[str, Agenda]:
        return {}

    @cached_property
    def timeline(self) -> Timeline:
        from runbook.reports.timeline import timeline

        return timeline(self.schedule, self.language)

    @cached_property
    def bars(self) -> tuple[Scene, ...]:
        """The pages of the timeline as they are drawn."""
        from runbook.render.drawing.gantt import gantt

        return tuple(gantt(self.timeline, self.schedule, self.stamp))

    @cached_property
    def baseline(self) -> Baseline:
        """What the forecast is compared with: the last release, else the plan of the file."""
        from runbook.reports.drift import of_issued, of_schedule

        if self.issue is None:
            return of_schedule(self.schedule, self.language)
        told = self.issue.publication
        return of_issued(told.plan, _edition(told, self.language).lower())

    @cached_property
    def drift(self) -> tuple[Scene, ...]:
        """The pages of the forecast's timeline over the baseline. Something must have been reported."""
        from runbook.render.drawing.gantt import gantt
        from runbook.reports.timeline import timeline

        assert self.outlook is not None
        shown, done = self.outlook.drawn, self.outlook.shares
        stamp = self.stamp
        return tuple(gantt(timeline(shown, self.language), shown, stamp, done=done, baseline=self.baseline))

    @cached_property
    def curve(self) -> tuple[Scene, ...]:
        """The page of the S-curve. Something must have been reported."""
        from runbook.render.drawing.curve import curve as drawn
        from runbook.tracking.curve import curve

        assert self.outlook is not None
        found = curve(self.outlook, self.baseline.spans)
        return (drawn(self.outlook, found, self.baseline.name, self.stamp),)

    @cached_property
    def network(self) -> tuple[Scene, ...]:
        """The pages of the network as they are drawn."""
        from runbook.render.drawing.network_chart import network

        return tuple(network(self.timeline, self.schedule, self.stamp))

    @property
    def stamp(self) -> Stamp:
        """What drawings say of their origin."""
        from runbook.render.drawing.frame import Stamp

        made = self.imprint
        return Stamp(made.language, made.issuer, made.plan, made.edition)


def _edition(told: Publication, language: str) -> str:
    day = told.plan.axis.civil(told.at)[0]
    return say(language, "edition.release", number=told.number, day=f"{day:%d/%m}/{day.year:04}")
