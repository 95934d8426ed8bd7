"""What changed between two releases, or since the last one: for everybody, or for one agency."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.issues import Release
from runbook.commands.opening import Asked, RefusedError, opened
from runbook.releases import issued
from runbook.render import ical
from runbook.render.ical import revise
from runbook.render.publication import tasks_of
from runbook.reports.difference import Difference, Side, difference
from runbook.reports.wanted import named
from runbook.store import Store
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.terminal import Screen


def diff(old: str, new: str, location: str, screen: Screen, language: str) -> str:
    """What changed for whom from one release to another, or to a ceremony file as it stands.

    Without words: from the release before the last to the last. With one word: from that release to the last, or from
    the last to that file.
    """
    from runbook.render import release_text

    words = [word for word in (old, new) if word]
    file = next((word for word in words if not word.isdecimal()), "")
    with issues.store_for(file, location) as store:
        ceremony = issues.ceremony_for(store, file)
        first, second = _ends(words, store, ceremony)
        before = issues.numbered(store, ceremony, first)
        if second.isdecimal():
            after = issues.numbered(store, ceremony, second)
            found = between(store, before, after, language)
        else:
            found = _to_file(store, before, Path(second), screen, language)
    return release_text.difference(found, screen, language)


def changes(word: str, agency: str, since: str, location: str, screen: Screen, language: str) -> str:
    """One agency's page: what the last release changed for it, or all since an earlier one."""
    from runbook.render import release_text

    with issues.store_for(word, location) as store:
        ceremony = issues.ceremony_for(store, word)
        after = issues.last(store, ceremony)
        before = issues.numbered(store, ceremony, since or str(max(1, after.number - 1)))
        known = {one.id: (one.name, one.label) for one in (*before.plan.agencies, *after.plan.agencies)}
        reader = named(known, agency)
        found = between(store, before, after, language, reader)
    return release_text.difference(found, screen, language, known[reader][0])


def between(store: Store, before: Release, after: Release, language: str, agency_id: str = "") -> Difference:
    """Two releases compared."""
    early, late = sorted((before.number, after.number))
    changed = [one for one in issues.held(store, after.plan.ceremony, late).values() if one.release > early]
    old, new = (Side(one.plan, name_of(one, language)) for one in (before, after))
    return difference(old, new, language, tasks_of(changed), agency_id)


def name_of(release: Release, language: str) -> str:
    return say(language, "release.name", number=release.number, at=release.at_text(language))


def _ends(words: list[str], store: Store, ceremony: str) -> tuple[str, str]:
    last = issues.last(store, ceremony).number
    if len(words) == 2:
        return words[0], words[1]
    if not words:
        return str(max(1, last - 1)), str(last)
    return (words[0], str(last)) if words[0].isdecimal() else (str(last), words[0])


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
