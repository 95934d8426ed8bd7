"""A release issued, listed and shown: the numbered versions of a plan that agencies are told of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from runbook.commands import issues
from runbook.commands.issues import Release
from runbook.commands.opening import Opened, RefusedError, instant
from runbook.commands.tracked import reported
from runbook.console import beside
from runbook.releases import issued, record_of
from runbook.render import ical
from runbook.render.ical.ledger import revise, to_record
from runbook.render.terminal import Column, paragraph, table
from runbook.reports.phrasing import Phrasing
from runbook.reports.wanted import UnclearError
from runbook.store import Event, Store
from runbook.syntax import sign_in
from runbook.text import say
from runbook.values import LONGEST_LINE

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
    """Issue the plan of a file as the next release, and say what that changes. Raises one of REFUSALS.

    With --now it is what is to be expected then; what is over stays as it was told.
    """
    message = _message(order)  # what is unclear in an order begins no store
    if of.schedule.now is not None and (found := reported(of, order.store)):
        of = replace(of, schedule=found.told)
    at = instant(of.ceremony, order.at, of.asked.clock) if order.at else None
    with issues.store_for(str(of.asked.file), order.store, create=True) as store:
        outcome = issue(store, of, order, message, at)
        counts, renamed = _counts(store, outcome.release, of.language), _renamed(store, of, outcome.release)
    told = outcome.release
    facts = {"number": told.number, "at": told.at_text(of.language), "message": told.message}
    lines = [paragraph(say(of.language, f"release.{outcome.verdict}", **facts), of.screen)]
    if outcome.verdict == "done":
        lines += [paragraph(counts, of.screen), renamed, *_advice(of, order.store)]
    return "\n".join(filter(None, lines)) + "\n"


def _advice(of: Opened, location: str) -> Iterator[str]:
    """What to look at and to do next, each with its command."""
    if not of.schedule.feasible:
        yield beside(say(of.language, "release.infeasible"), f"runbook plan {of.asked.words}", of.screen.width)
    command = f"runbook build {of.asked.words}{issues.store_option(location)}"
    yield beside(say(of.language, "release.next"), command, of.screen.width)


def _renamed(store: Store, of: Opened, found: Release) -> str:
    """That the file was released as another ceremony before, whose entries stay in everybody's calendar; else ""."""
    others = (store.release(one) for one in store.ceremonies() if one != found.plan.ceremony)
    before = next((one for one in others if one and one.event.body["file"] == found.file), None)
    if found.number > 1 or before is None:
        return ""
    said = say(of.language, "release.renamed", old=before.event.ceremony, new=found.plan.ceremony)
    return paragraph(said, of.screen)


def _message(order: Order) -> str:
    """Why it is issued, on one line. Raises UnclearError."""
    message = speakable(order.message)
    if not message:
        raise UnclearError("message")
    if len(message) > LONGEST_LINE:
        raise UnclearError("long-message", count=str(len(message)), most=str(LONGEST_LINE))
    return message


def content_of(of: Opened, told: Iterable[str]) -> dict[str, Any]:
    """What a release of the plan holds beside its entries; `told` are the audiences that have any."""
    language = of.ceremony.language
    return {
        "file": speakable(of.asked.file.name),
        "sources": {speakable(name): text for name, text in of.sources.items()},
        "names": {audience: ical.masthead(of.schedule, audience, language).name for audience in told},
        "plan": record_of(issued(of.schedule)),
    }


def issue(store: Store, of: Opened, order: Order, message: str, given: int | None) -> Outcome:
    """The order carried out, once: a second one of the same key, or without anything new, leaves what is there.

    `given`: the instant of issue; None for the present one, which is asked for when nobody else can write any more.
    Raises RefusedError, StoreError.
    """
    ceremony, language = of.ceremony, of.ceremony.language
    told = ical.entries(of.schedule, language)
    content = {"message": message, **content_of(of, told)}
    with store.writing():
        at = of.asked.clock() if given is None else given
        before = store.release(ceremony.id)
        number = before.event.body["number"] + 1 if before else 1
        if found := store.recorded(ceremony.id, order.key):
            return _again(found, content, order.key)
        if before and at < before.event.at // 60:
            raise _back_in_time(issues.release_of(before), at, of.language)
        changed = revise(issues.held(store, ceremony.id), told, number, at, language)
        if before and not changed and says_the_same(before.event.body, content):
            return Outcome(issues.release_of(before), "unchanged")
        revisions = [{"uid": one.entry.uid, "sequence": one.revision.sequence, **to_record(one)} for one in changed]
        key = order.key or f"release {number}: {_digest(content)}"
        body = {"number": number, **content, "revisions": revisions}
        row = store.append(Event(ceremony.id, at * 60, speakable(order.actor) or "?", key, "released", body))
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
    return f"{title}\n{paragraph(found[-1].plan.title, screen)}\n\n{table(columns, rows, screen)}\n\n{key}\n"


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
    if not says_the_same(found.event.body, content) or earlier.message != content["message"]:
        raise RefusedError("key-reused", key=key, number=earlier.number)
    return Outcome(earlier, "again")


def says_the_same(body: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    """Whether a release holds what is to be said, its message and what its files are called apart.

    Compared as what it was written as.
    """
    told = json.loads(json.dumps({key: content[key] for key in ("names", "plan")}))
    texts, written = (sorted(one["sources"].values()) for one in (content, body))
    return texts == written and all(body[key] == value for key, value in told.items())


def _digest(content: Mapping[str, Any]) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def speakable(words: str) -> str:
    """Words of the command line, a file's or a person's name on one line, without signs that no text may hold."""
    return " ".join("".join(" " if sign_in(sign) else sign for sign in words).split())


def _back_in_time(last: Release, at: int, language: str) -> RefusedError:
    said = Phrasing(language, last.plan.axis, 0).start(at)
    return RefusedError("back-in-time", at=said, number=last.number, last=last.at_text(language))
