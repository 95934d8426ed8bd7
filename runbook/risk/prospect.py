"""How sure a ceremony as it stands is of its opening, its deadlines and its possible days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from runbook.network import ready_by
from runbook.risk import goals
from runbook.risk.goals import Goal, Trial
from runbook.risk.simulation import Simulation
from runbook.risk.spread import Spread
from runbook.risk.swings import Swing, swings
from runbook.risk.uncertain import spreads_of
from runbook.tracking import Outlook
from runbook.worktime import WorkCalendar

SHARES = (0.8, 0.9)  # of the samples that a buffer is to give


@dataclass(frozen=True, slots=True)
class Owed:
    """A task with a deadline of its own, when it is to be expected, and the chance that it keeps it."""

    task_id: str
    deadline: int
    finish: int
    chance: float


@dataclass(frozen=True, slots=True)
class Buffer:
    """What gives a share of the samples, in working minutes of the office.

    `at`: when all is ready in so many of the samples. `needed`: from when it is ready by the plan to that instant.
    `lacking`: how much of it lies after the last instant allowed.
    """

    share: float
    at: int
    needed: int
    lacking: int


@dataclass(frozen=True)
class Prospect:
    """What the samples say of a ceremony as it stands."""

    outlook: Outlook
    trial: Trial

    @property
    def office(self) -> WorkCalendar:
        return self.outlook.ceremony.worktimes["office"]

    @cached_property
    def spreads(self) -> dict[str, Spread]:
        return spreads_of(self.outlook.left, self.outlook.ceremony, self.trial.default)

    @cached_property
    def preparation(self) -> Goal:
        """What is left to prepare for the planned day."""
        return goals.preparation(self.outlook, self.outlook.planned.day)

    @cached_property
    def readiness(self) -> Simulation | None:
        """The samples of it; None where nothing is left to prepare, or the opening is over."""
        return self.preparation.tried(self.spreads, self.trial) if self.preparation.limits else None

    @property
    def chance(self) -> float | None:
        """The chance that all is ready by the opening."""
        return None if self.readiness is None else self.readiness.chance_kept

    @cached_property
    def days(self) -> tuple[tuple[date, float], ...]:
        """Every day of the window with the chance that preparation meets it, in the order of the calendar.

        A campaign has its span and no other day.
        """
        if self.chance is None or self.outlook.ceremony.campaign:
            return ()
        window, planned = self.outlook.ceremony.date, self.outlook.planned.day
        days = [window.first + timedelta(days=n) for n in range((window.last - window.first).days + 1)]
        return tuple((day, self.chance if day == planned else self._chance_on(day)) for day in days)

    def _chance_on(self, day: date) -> float:
        return goals.preparation(self.outlook, day).tried(self.spreads, self.trial).chance_kept

    @cached_property
    def owing(self) -> Goal:
        """The deadlines of what is not over."""
        return goals.deadlines(self.outlook)

    @cached_property
    def deadlines(self) -> tuple[Owed, ...]:
        """The chance of each of them, in file order."""
        limits, rows = self.owing.limits, self.outlook.expected.rows
        found = self.owing.tried(self.spreads, self.trial, asked=limits.keys()) if limits else None
        return tuple(
            Owed(name, rows[name].deadline or limit, rows[name].early_finish, found.chance(name, limit))
            for name, limit in limits.items()
            if found
        )

    @cached_property
    def critical(self) -> tuple[tuple[str, float], ...]:
        """The work before the opening with its criticality index, the highest first; none that never decides."""
        if self.readiness is None:
            return ()
        network = self.preparation.network
        found = zip(network.ids, network.minutes, self.readiness.critical.tolist(), strict=True)
        shares = [(name, share) for name, minutes, share in found if minutes and share]
        return tuple(sorted(shares, key=lambda one: -one[1]))

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """What moves the instant at which all is ready, most first."""
        if self.readiness is None:
            return ()
        return swings(self.preparation.network, self.spreads, self.readiness, self.office)

    @property
    def planned_ready(self) -> int:
        """When all is ready if every task takes what the plan gives it."""
        rows = self.outlook.expected.rows
        return max(rows[name].early_finish for name in self.preparation.limits)

    @property
    def last_ready(self) -> int:
        """When office work must be over for the opening."""
        return ready_by(self.outlook.ceremony, "office", self.outlook.planned.day)

    @property
    def in_hand(self) -> int:
        """Working minutes of the office from the one to the other, negative where it is too late."""
        return self.office.count(self.last_ready) - self.office.count(self.planned_ready)

    @cached_property
    def buffers(self) -> tuple[Buffer, ...]:
        """What would make it sure to each of SHARES."""
        if self.readiness is None:
            return ()
        ready, last = self.office.count(self.planned_ready), self.office.count(self.last_ready)
        instants = [(share, self.readiness.ready_by(share)) for share in SHARES]
        counted = [(share, at, self.office.count(at)) for share, at in instants]
        return tuple(Buffer(share, at, max(0, work - ready), max(0, work - last)) for share, at, work in counted)
