"""A release issued, listed and shown: the numbered versions of a plan that agencies are told of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from runbook.commands import issues
from runbook.commands.issues import Release
from runbook.commands.opening import Opened, RefusedError, instant
from runbook.console import beside, typed
from runbook.releases import issued, record_of
from runbook.render import ical
from runbook.render.ical.ledger import revise, to_record
from runbook.render.terminal import Column, paragraph, table
from runbook.reports.phrasing import Phrasing
from runbook.reports.wanted import UnclearError
from runbook.store import Event, Store
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.terminal import Screen


@dataclass(frozen=True, slots=True)
class Order:
    """What a release is told beside its file. `at` and `key` are "" where the clock and the content decide."""

    message: str
    actor: str
    at: str = ""
    key: str = ""
    store: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order: the release, and whether it was issued now, before, or not at all for lack of news."""

    release: Release
    verdict: str  # "done", "again" or "unchanged"


def release(of: Opened, order: Order) -> str:
    """Issue the plan of a file as the next release, and say what that changes. Raises one of REFUSALS."""
    file = of.asked.file
    with issues.store_for(str(file), order.store, create=True) as store:
        outcome = issue(store, of, order)
        counts = _counts(store, outcome.release, of.language)
    found = outcome.release
    facts = {"number": found.number, "at": found.at_text(of.language), "message": found.message}
    lines = [paragraph(say(of.language, f"release.{outcome.verdict}", **facts), of.screen)]
    if outcome.verdict == "done":
        lines.append(paragraph(counts, of.screen))
        if not of.schedule.feasible:
            lines.append(paragraph(say(of.language, "release.infeasible"), of.screen))
        lines.append(beside(say(of.language, "release.next"), f"runbook build {typed(str(file))}", of.screen.width))
    return "\n".join(lines) + "\n"


def issue(store: Store, of: Opened, order: Order) -> Outcome:
    """The order carried out, once: a second one of the same key, or without anything new, leaves what is there.

    Raises UnclearError without a message, RefusedError, StoreError.
    """
    if not (message := " ".join(order.message.split())):
        raise UnclearError("message")
    ceremony, language = of.ceremony, of.ceremony.language
    at = instant(ceremony, order.at, of.asked.clock) if order.at else of.asked.clock()
    told, plan = ical.entries(of.schedule, language), issued(of.schedule)
    content = {
        "message": _speakable(message),
        "file": _speakable(of.asked.file.name),
        "sources": dict(of.sources),
        "names": {audience: ical.masthead(of.schedule, audience, language).name for audience in told},
        "plan": record_of(plan),
    }
    with store.writing():
        before = store.release(ceremony.id)
        number = before.event.body["number"] + 1 if before else 1
        if found := store.recorded(ceremony.id, order.key):
            return _again(found, content, order.key)
        if before and at < before.event.at // 60:
            raise _back_in_time(issues.release_of(before), at, of.language)
        changed = revise(issues.held(store, ceremony.id), told, number, at, language)
        if before and not changed and _same(before.event.body, content):
            return Outcome(issues.release_of(before), "unchanged")
        revisions = [{"uid": one.entry.uid, "sequence": one.revision.sequence, **to_record(one)} for one in changed]
        key = order.key or f"release {number}: {_digest(content)}"
        body = {"number": number, **content, "revisions": revisions}
        row = store.append(Event(ceremony.id, at * 60, _speakable(order.actor), key, "released", body))
    return Outcome(issues.release_of(row), "done")


def history(word: str, location: str, screen: Screen, language: str) -> str:
    """Every release of a ceremony, the newest first."""
    with issues.store_for(word, location) as store:
        found = [issues.release_of(row) for row in store.releases(issues.ceremony_for(store, word))]
    columns = [Column(say(language, f"col.{key}")) for key in ("number", "at", "actor")]
    columns += [Column(say(language, "col.message"), 4), Column(say(language, "col.entries"))]
    rows = [
        (
            str(one.number),
            one.at_text(language),
            one.row.event.actor,
            one.message,
            say(language, "history.counts", **one.counts),
        )
        for one in reversed(found)
    ]
    title, key = say(language, "history.title"), say(language, "history.key")
    return f"{title}\n{found[-1].plan.title}\n\n{table(columns, rows, screen)}\n\n{key}\n"


def show_release(number: str, word: str, source: bool, location: str, screen: Screen, language: str) -> str:
    """One release: who issued it when and why, what it told, and its plan; or the text of its ceremony file."""
    with issues.store_for(word, location) as store:
        found = issues.numbered(store, issues.ceremony_for(store, word), number)
        counts = _counts(store, found, language)
    if source:
        return found.sources[found.file]
    event = found.row.event
    facts = {"number": found.number, "at": found.at_text(language), "actor": event.actor, "message": found.message}
    lines = [
        paragraph(say(language, "show.release", **facts), screen),
        paragraph(found.plan.title, screen),
        paragraph(counts, screen),
        say(language, "show.source", file=found.file),
        say(language, "show.hash", hash=found.row.hash[:16]),
    ]
    return "\n".join(lines) + "\n\n" + _plan_table(found, screen, language) + "\n"


def _plan_table(found: Release, screen: Screen, language: str) -> str:
    plan = found.plan
    phrase = Phrasing(language, plan.axis, plan.date.year)
    names = {agency.id: agency.label for agency in plan.agencies}
    rows = [
        (
            task.id,
            task.title,
            names.get(task.lead, task.lead),
            phrase.start(task.start),
            phrase.start(task.finish) if task.milestone else phrase.finish(task.finish),
        )
        for task in plan.tasks
    ]
    from runbook.render.text import headed

    return table(headed(language, "id", "title", "lead", "start", "finish"), rows, screen)


def _counts(store: Store, found: Release, language: str) -> str:
    """What a release told: everything, if it is the first; else how much changed, and for how many agencies."""
    with_any = {one.audience for one in found.changed} - {ical.OVERALL}
    agencies = set(found.names) - {ical.OVERALL}
    if found.number == 1:
        return say(language, "release.first", entries=found.counts["new"], agencies=len(agencies))
    known = {one.audience for one in issues.held(store, found.plan.ceremony, found.number).values()} - {ical.OVERALL}
    same = len((known | agencies) - with_any)
    return say(language, "release.counts", **found.counts, agencies=len(with_any), same=same)


def _again(found: Any, content: Mapping[str, Any], key: str) -> Outcome:
    earlier = issues.release_of(found)
    if not _same(found.event.body, content, ("message",)):
        raise RefusedError("key-reused", key=key, number=earlier.number)
    return Outcome(earlier, "again")


def _same(body: Mapping[str, Any], content: Mapping[str, Any], more: tuple[str, ...] = ()) -> bool:
    """Whether a release says what is to be said, its message apart; compared as what it was written as."""
    told = json.loads(json.dumps({key: content[key] for key in ("sources", "names", "plan", *more)}))
    return all(body[key] == value for key, value in told.items())


def _digest(content: Mapping[str, Any]) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def _speakable(words: str) -> str:
    """Words of the command line or a file's name as UTF-8 can hold them."""
    return words.encode("utf-8", "replace").decode()


def _back_in_time(last: Release, at: int, language: str) -> RefusedError:
    said = Phrasing(language, last.plan.axis, 0).start(at)
    return RefusedError("back-in-time", at=said, number=last.number, last=last.at_text(language))
