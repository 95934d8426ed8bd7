"""What changed between two releases, or since the last one: for everybody, or for one agency."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.issues import Release
from runbook.commands.opening import Asked, RefusedError, opened
from runbook.releases import issued
from runbook.render import ical
from runbook.render.ical import Entry, Issued, revise
from runbook.render.publication import tasks_of
from runbook.reports.difference import EVERYBODY, Difference, Side, difference
from runbook.reports.wanted import UnclearError, named
from runbook.store import Store
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.terminal import Screen


def diff(old: str, new: str, word: str, location: str, screen: Screen, language: str) -> str:
    """What changed for whom from one release to another, or to a ceremony file as it stands.

    Numbers name releases: without any, the one before the last and the last; with one, that and the last. A file with
    fewer than two numbers takes the place of the newer release. A file or an id names the ceremony.
    """
    from runbook.render import release_text

    words = [one for one in (old, new, word) if one]
    numbers, others = [one for one in words if one.isdecimal()], [one for one in words if not one.isdecimal()]
    if len(numbers) > 2 or len(others) > 1:
        raise UnclearError("ends", words=" ".join(words))
    other = "".join(others)
    with issues.store_for(other, location) as store:
        ceremony = issues.ceremony_for(store, other)
        last = issues.last(store, ceremony).number
        if issues.is_file(other) and len(numbers) < 2:
            before = issues.numbered(store, ceremony, *numbers or [str(last)])
            found = _to_file(store, before, Path(other), screen, language)
        else:
            ends = {0: [str(max(1, last - 1)), str(last)], 1: [*numbers, str(last)], 2: numbers}[len(numbers)]
            before, after = (issues.numbered(store, ceremony, one) for one in ends)
            if last == 1:
                return say(language, "difference.only_one") + "\n"
            found = between(store, before, after, language)
    return release_text.difference(found, screen, language)


def changes(word: str, agency: str, since: str, location: str, screen: Screen, language: str) -> str:
    """One agency's page: what the last release changed for it, or all since an earlier one."""
    from runbook.render import release_text

    with issues.store_for(word, location) as store:
        ceremony = issues.ceremony_for(store, word)
        after = issues.last(store, ceremony)
        before = issues.numbered(store, ceremony, since or str(max(1, after.number - 1)))
        known = {one.id: (one.name, one.label, *one.aliases) for one in (*before.plan.agencies, *after.plan.agencies)}
        reader = named(known, agency)
        if after.number == 1:
            return say(language, "difference.only_one") + "\n"
        found = between(store, before, after, language, reader)
    return release_text.difference(found, screen, language, known[reader][0])


def between(store: Store, before: Release, after: Release, language: str, agency_id: str = EVERYBODY) -> Difference:
    """Two releases compared by all that lies between them: what changed and changed back is the same."""
    ceremony = after.plan.ceremony
    was, now = (issues.held(store, ceremony, one.number) for one in (before, after))
    changed = [one for uid, one in {**was, **now}.items() if _said(was.get(uid)) != _said(now.get(uid))]
    old, new = (Side(one.plan, name_of(one, language), one.message) for one in (before, after))
    return difference(old, new, language, tasks_of(changed), agency_id)


def _said(one: Issued | None) -> Entry | None:
    return one.entry if one and one.entry.status != "CANCELLED" else None


def name_of(release: Release, language: str) -> str:
    return say(language, "release.name", number=release.number, at=release.at_text(language))


def _to_file(store: Store, before: Release, file: Path, screen: Screen, language: str) -> Difference:
    """What releasing a file as it stands would change."""
    of = opened(Asked(file), screen, language)
    plan = issued(of.schedule)
    if plan.ceremony != before.plan.ceremony:
        raise RefusedError("no-release", ceremony=plan.ceremony)
    told = ical.entries(of.schedule, plan.language)
    changed = revise(
        issues.held(store, plan.ceremony, before.number), told, before.number + 1, before.at, plan.language
    )
    sides = Side(before.plan, name_of(before, language)), Side(plan, say(language, "release.name_file"))
    return difference(*sides, language, tasks_of(changed))
