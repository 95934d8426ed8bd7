"""The lines of tasks in a drafted file: the plan's words and the questions above, the values below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from runbook.draft.findings import Duty, Scope
from runbook.draft.writing_agencies import Roster
from runbook.draft.writing_notes import Notes
from runbook.draft.writing_tasks import Step, Work
from runbook.draft.writing_yaml import clean, comment, entry, listed, one_or_more, scalar

_LONGEST = 400  # letters of a title


@dataclass
class Rows:
    """Writes tasks; `kinds` are the kinds of work met so far, which become the file's phases."""

    roster: Roster
    notes: Notes
    kinds: dict[str, None] = field(default_factory=dict)

    def phases(self) -> list[str]:
        lines = [f"  {kind}: {scalar(self.notes.say(f'phase_{kind}'))}" for kind in self.kinds]
        return ["", "phases:", *lines] if lines else []

    def lines(self, works: Sequence[Work]) -> list[str]:
        """The tasks of one part, the agency whose section they stand in above them."""
        lines: list[str] = []
        above = None
        for work in works:
            if work.duty.section != above:
                above = work.duty.section
                lines += ["", *comment(self._agency(work.duty), 2)]
            lines += ["", *self._work(work)] if lines[-1].lstrip()[:1] != "#" else self._work(work)
        return lines

    def _agency(self, duty: Duty) -> str:
        party = self.roster.parties.get(duty.owner)
        section = self.notes.say("closing") if duty.scope is Scope.CLOSING else duty.section
        return f"--- {self.notes.say('section', section=section, name=clean(party.name) if party else '')} ---"

    def _work(self, work: Work) -> list[str]:
        lines = [*comment(f"{work.refs[0]}: {work.duty.words.text}", 2)]
        for duty in work.carried:
            lines += self.notes.of_duty(duty, 2)
        for code, words in work.asks:
            lines += self.notes.ask(code, 2, work.duty, words=clean(words))
        self.kinds[work.duty.kind] = None
        lines += [f"  {work.id}:", *entry("title", work.title[:_LONGEST], 4), f"    phase: {work.duty.kind}"]
        return [*lines, *(self._chain(work) if work.steps else self._task(work))]

    def _task(self, work: Work) -> list[str]:
        lines = [f"    {'each' if work.each else 'lead'}: {work.lead}", *self._support(work, 4)]
        lines += [line for key, value in work.keys for line in entry(key, value, 4)]
        lines += one_or_more("after", work.after, 4)
        lines += [*one_or_more("ref", work.refs, 4), *self._assumed(work.assumed, 4)]
        return [*lines, *self._note(work)]

    def _support(self, work: Work, indent: int) -> list[str]:
        known = [one for one in work.support if one in self.roster.parties]
        return listed("support", known, indent) if known else []

    def _assumed(self, keys: Sequence[tuple[str, str]], indent: int) -> list[str]:
        return listed("assumed", [f"{key} {self.notes.assume(name)}" for key, name in keys], indent) if keys else []

    def _note(self, work: Work) -> list[str]:
        """Who the outcome goes to, where no step says so."""
        told = self.notes.draft.parties
        name = next((clean(one.name) for one in told if one.id == work.duty.report_to), "")
        known = {work.lead, *(step.lead for step in work.steps)}
        if not name or work.duty.report_to in known:
            return []
        return entry("note", self.notes.say("reports", name=name), 4)

    def _chain(self, work: Work) -> list[str]:
        lines = [line for key, value in work.keys for line in entry(key, value, 4)]
        lines += [*one_or_more("after", work.after, 4), *one_or_more("ref", work.refs, 4), *self._note(work)]
        lines.append("    approval:")
        for step in work.steps:
            lines += self._step(work, step)
        return lines

    def _step(self, work: Work, step: Step) -> list[str]:
        title = work.title if step.act == "draft" else self.notes.say(f"step_{step.act}", title=work.title)[:_LONGEST]
        own = step.lead == work.lead
        lines = [f"      - id: {step.id}", f"        act: {step.act}", *entry("title", title, 8)]
        lines += [f"        {'each' if step.each else 'lead'}: {step.lead}"]
        lines += self._support(work, 8) if own else []
        lines += [f"        work: {step.work}", *one_or_more("ref", step.refs, 8)]
        assumed = [*(work.assumed if own else ()), ("work", "work")]
        return [*lines, *self._assumed(list(dict.fromkeys(assumed)), 8)]
