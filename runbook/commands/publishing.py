"""The last release made ready to be written: calendars for a build, feeds, invitations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.comparing import name_of
from runbook.commands.opening import Opened, RefusedError
from runbook.files import UnusableError, read, safe_names, write, write_folder
from runbook.render import ical
from runbook.render.bundle import OVERALL, Issue
from runbook.render.publication import Publication
from runbook.reports.difference import Side
from runbook.store import Store, StoreError
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.ical import Issued


def issue_of(of: Opened, location: str) -> Issue | None:
    """The last release of a ceremony, None where there is none: a store is not begun to find out."""
    try:
        with issues.store_for(str(of.asked.file), location) as store:
            return _issue(store, of)
    except StoreError as error:
        if error.code != "missing":
            raise
        return None


def released(of: Opened, location: str) -> Issue:
    """The last release. Raises RefusedError where there is none."""
    found = issue_of(of, location)
    if found is None:
        raise RefusedError("no-release", ceremony=of.ceremony.id)
    return found


def _issue(store: Store, of: Opened) -> Issue | None:
    ceremony, language = of.ceremony.id, of.ceremony.language
    with store.reading():
        rows = store.releases(ceremony)
        held = issues.held(store, ceremony)
    if not rows:
        return None
    found = [issues.release_of(row) for row in rows]
    last, sides = found[-1], None
    if len(found) > 1:
        before, now = (Side(one.plan, name_of(one, last.plan.language)) for one in found[-2:])
        sides = before, now
    names = {audience: name for release in found for audience, name in release.names.items()}
    publication = Publication(last.number, last.at, last.plan, names, tuple(held.values()), sides)
    told = ical.entries(of.schedule, language)
    behind = bool(ical.revise(held, told, last.number + 1, last.at, language))
    return Issue(publication, file_names(publication), behind)


def file_names(publication: Publication) -> dict[str, str]:
    """Each audience's file name: the same after every later release, whoever joins or leaves."""
    agencies = [audience for audience in publication.first_told if audience != ical.OVERALL]
    return {**safe_names(agencies, OVERALL), ical.OVERALL: OVERALL}


def behind(of: Opened, issue: Issue | None) -> str:
    """That the calendars are not of the file as it stands, "" where they are."""
    if issue is None or not issue.behind:
        return ""
    return say(of.language, "release.behind", number=issue.publication.number)


def feeds(of: Opened, location: str, output: Path | None, url: str) -> str:
    """Write each audience's calendar into a folder that a web server can serve; what is the same is left untouched.

    A file stays where it is for good, is never missing for a moment, and keeps its time of change until it says
    something else, so that servers answer "not modified" (RFC 9110 13.1). `url`: the web address of the folder.
    """
    issue = released(of, location)
    folder = output or Path(f"{next(iter(safe_names([of.ceremony.id]).values()))}-feeds")
    base = f"{url.rstrip('/')}/" if url else ""
    written = 0
    for audience in issue.publication.audiences:
        name = f"{issue.names[audience]}.ics"
        try:
            data = issue.publication.whole(audience, base + name if base else "")
        except ValueError:
            raise RefusedError("bad-url", url=url) from None
        written += _renewed(folder / name, data)
    count = len(issue.publication.audiences)
    return say(of.language, "feeds.done", count=count, folder=folder, written=written, same=count - written) + "\n"


def _renewed(path: Path, data: bytes) -> bool:
    """Whether the file had to be written."""
    if path.is_file() and read(path) == data:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableError.because(error, path.parent) from None
    write(path, data)
    return True


def invite(of: Opened, location: str, agency: str, since: int | None, output: Path | None) -> str:
    """Write an agency's entries as messages to be sent by mail, one file each: requests, and what calls them off."""
    issue, agency_id = released(of, location), of.agency(agency)
    publication = issue.publication
    invited = publication.plan.agency(agency_id)
    wanted = [one for one in publication.changed(agency_id, since or 0) if _can_be_attended(one)]
    if invited is None or not wanted:
        raise RefusedError("nothing-told", agency=invited.name if invited else agency_id)
    names = safe_names(one.entry.key.replace("~", "") for one in wanted)
    try:
        attendee = ical.Attendee(invited.name, invited.email)
        messages = [ical.invitation(publication.head(agency_id), one, attendee) for one in wanted]
    except ValueError:
        raise RefusedError("no-email", agency=invited.name) from None
    folder = output or Path(f"{issue.names[agency_id]}-invitations")
    count = write_folder(folder, ((f"{name}.ics", data) for name, data in zip(names.values(), messages, strict=True)))
    return say(of.language, "invite.done", count=count, folder=folder) + "\n"


def _can_be_attended(one: Issued) -> bool:
    """The ceremony and the tasks; deadlines and reminders are dates to know, not to come to."""
    return one.entry.key == "~ceremony" or "~" not in one.entry.key
