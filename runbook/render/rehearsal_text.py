"""A rehearsal as it is told, step by step, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runbook.console import typed
from runbook.live import Press
from runbook.model import Part
from runbook.render.terminal import Tone, paragraph
from runbook.reports.forecast import day_text, perils
from runbook.reports.phrasing import amount, full_day
from runbook.reports.progress import named
from runbook.reports.rows import labels, own_time, phrasing
from runbook.text import say
from runbook.tracking import Done, What

if TYPE_CHECKING:
    from datetime import date

    from runbook.live import Pressed
    from runbook.render.terminal import Screen
    from runbook.reports.stage import Stage
    from runbook.schedule import Planned, Schedule
    from runbook.tracking import Happened, Outlook

MINUTE = 60


@dataclass
class Account:
    """Tells each step under the heading of its day, and what it does to the ceremony only where that is news."""

    schedule: Schedule
    screen: Screen
    language: str
    day: date | None = None
    expected: date | None = None
    endangered: set[str] = field(default_factory=set)

    def title(self, seed: int, store: str) -> str:
        self.expected = self.schedule.day
        title = say(self.language, "rehearsal.title", seed=seed, title=self.schedule.ceremony.title)
        head = self.screen.paint(paragraph(title, self.screen), Tone.STRONG)
        return f"{head}\n{paragraph(say(self.language, 'rehearsal.store', store=store), self.screen)}\n"

    def released(self, at: int) -> str:
        return self._step(at, say(self.language, "rehearsal.released"))

    def told(self, lines: Sequence[Happened], seen: Outlook) -> str:
        """What is told at one instant, and what follows where that is news."""
        first = lines[0]
        names = dict.fromkeys(one.task for one in lines)
        tasks = "; ".join(map(self._titled, names))
        facts: dict[str, object] = {}
        if first.what is What.LATE:
            tasks = named(self.schedule, first.task)  # somebody will be asked
            day_minutes = self.schedule.ceremony.worktimes[self.schedule.rows[first.task].task.worktime].day_minutes
            facts = {"left": amount(self.language, first.remaining or 0, day_minutes)}
        if first.what is What.RECEIVE:
            tasks = first.task  # one of many such lines
            labelled, owed = labels(self.schedule.ceremony), self.schedule.rows[first.task].task.receipts
            agency = ", ".join(labelled.get(one.agency, one.agency) for one in lines)
            facts = {"agency": agency, "received": len(seen.of(first.task).received), "owed": len(owed)}
        step = self._step(first.at, say(self.language, f"rehearsal.{first.what.value}", tasks=tasks, **facts))
        return step + ("" if first.what in (What.START, What.RECEIVE) else self._news(seen))

    def _titled(self, task_id: str) -> str:
        return f"{task_id} {self.schedule.rows[task_id].task.title}"

    def pressed(self, stage: Stage, one: Pressed) -> str:
        """A press, and at the beginning of an item when all is expected to be over."""
        text = stage.did(one)
        if one.what is Press.START:
            text += f". {stage.ending}"
        return self._step(one.at // MINUTE, text)

    def summary(self, seen: Outlook, stage: Stage | None) -> str:
        """How it went against the plan."""
        lines = [self._tasks(seen), self._deadlines(seen)]
        if stage is not None:
            lines.append(say(self.language, "rehearsal.show", end=stage.ending))
        return "\n" + "".join(f"{paragraph(line, self.screen)}\n" for line in lines)

    def further(self, words: str, store: str) -> str:
        """The commands that look at what the rehearsal left."""
        commands = ("status", "log", "forecast", *(("debrief",) if self._has_show else ()))
        lines = [f"  runbook {name} {words} --store {typed(store)}" for name in commands]
        return "\n".join([say(self.language, "rehearsal.next"), *lines]) + "\n"

    @property
    def _has_show(self) -> bool:
        return any(task.part is Part.PROGRAMME for task in self.schedule.ceremony.tasks)

    def _step(self, at: int, text: str) -> str:
        day = self.schedule.axis.civil(at)[0]
        heading = ""
        if day != self.day:
            self.day = day
            heading = "\n" + self.screen.paint(full_day(self.language, day), Tone.STRONG) + "\n"
        clock = phrasing(self.schedule, self.language).clock(at)
        return f"{heading}{paragraph(f'{clock}  {text}', self.screen, 2, 7)}\n"

    def _news(self, seen: Outlook) -> str:
        """The day that is expected now, and the deadlines in danger, each told when it changes."""
        lines = []
        if not seen.held and seen.day != self.expected:
            self.expected = seen.day
            lines.append(f"→ {day_text(seen, self.language)}")
        found = {one.of: one for one in perils(seen, self.language, remedies=False) if one.of}
        lines += [f"!! {one.text}" for name, one in found.items() if name not in self.endangered]
        self.endangered = set(found)
        return "".join(f"{paragraph(line, self.screen, 9, 3)}\n" for line in lines)

    def _tasks(self, seen: Outlook) -> str:
        work = [row for row in self.schedule.rows.values() if row.task.part is Part.PREPARATION]
        done = [row for row in work if seen.of(row.task.id).state is not Done.DROPPED]
        behind = {row.task.id: self._behind(row, seen) for row in done}
        late = {name: by for name, by in behind.items() if by > 0}
        counts = {
            "count": len(work),
            "kept": len(done) - len(late),
            "late": len(late),
            "dropped": len(work) - len(done),
        }
        if not late:
            return say(self.language, "rehearsal.tasks", worst="", **counts)
        worst = max(late, key=lambda name: late[name])
        by_text = own_time(self.schedule, self.schedule.rows[worst].task, late[worst], self.language)
        most = say(self.language, "rehearsal.worst", task=named(self.schedule, worst), by=by_text)
        return say(self.language, "rehearsal.tasks", worst=most, **counts)

    def _behind(self, row: Planned, seen: Outlook) -> int:
        """Working minutes by which a task was over after its planned finish."""
        clock = self.schedule.ceremony.worktimes[row.task.worktime]
        return clock.count(seen.of(row.task.id).finished or row.finish) - clock.count(row.finish)

    def _deadlines(self, seen: Outlook) -> str:
        missed = [
            named(self.schedule, name)
            for name, row in self.schedule.rows.items()
            if row.deadline is not None and (seen.of(name).finished or 0) > row.deadline
        ]
        if not missed:
            return say(self.language, "rehearsal.all_kept")
        return say(self.language, "rehearsal.missed", tasks="; ".join(missed))
