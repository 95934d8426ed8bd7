"""The last release made ready to be written: calendars for a build, feeds, invitations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.building import CALENDAR
from runbook.commands.comparing import name_of
from runbook.commands.issues import Release
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.releasing import content_of, says_the_same
from runbook.console import beside, typed
from runbook.files import UnusableError, read, safe_names, save, write_folder
from runbook.render import ical
from runbook.render.dossier import OVERALL, Issue
from runbook.render.ical.content import is_address
from runbook.render.publication import Publication
from runbook.reports.difference import Side
from runbook.reports.wanted import UnclearError, named
from runbook.store import Store, StoreError
from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Ceremony
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
    ceremony = of.ceremony.id
    with store.reading():
        rows = store.releases(ceremony)
        held = issues.held(store, ceremony)
    if not rows:
        return None
    found = [issues.release_of(row) for row in rows]
    last, sides = found[-1], None
    if len(found) > 1:
        before, now = (Side(one.plan, name_of(one, last.plan.language), one.message) for one in found[-2:])
        sides = before, now
    agencies = {agency.id: agency for release in found for agency in release.plan.agencies}
    publication = Publication(last.number, last.at, last.plan, last.names, agencies, tuple(held.values()), sides)
    return Issue(publication, file_names(agencies), _is_behind(of, last, held))


def file_names(agencies: Iterable[str]) -> dict[str, str]:
    """Each audience's file name: agencies go by the release that brought them, so it stays whoever joins or leaves."""
    return {**safe_names(agencies, OVERALL), ical.OVERALL: OVERALL}


def names_of_files(ceremony: Ceremony, issue: Issue | None) -> dict[str, str]:
    """The same for a build: those of the release keep theirs, those that the file has brought since come after them."""
    known = issue.publication.agencies if issue else ()
    return file_names(dict.fromkeys([*known, *(one.id for one in ceremony.agencies)]))


def _is_behind(of: Opened, last: Release, held: dict[str, Issued]) -> bool:
    """Whether releasing the plan as it is opened would tell anything new."""
    told = ical.entries(of.schedule, of.ceremony.language)
    same = says_the_same(last.row.event.body, content_of(of, told))
    return not same or bool(ical.revise(held, told, last.number + 1, last.at, of.ceremony.language))


def behind(of: Opened, issue: Issue | None, location: str) -> str:
    """That the calendars are a draft or not of the plan as it was opened, and what sends it; "" where they are."""
    if issue is None:
        command = f'runbook release {typed(str(of.asked.file))} -m "..."{issues.store_option(location)}'
        return beside(say(of.language, "release.none"), command, of.screen.width) + "\n"
    if not issue.behind:
        return ""
    number = issue.publication.number
    if of.asked.changes or of.asked.day:  # no release is made of these
        return say(of.language, "release.trial", number=number) + "\n"
    now = f" --now {typed(of.asked.now)}" if of.asked.now else ""
    command = f'runbook release {typed(str(of.asked.file))} -m "..."{now}{issues.store_option(location)}'
    return beside(say(of.language, "release.behind", number=number), command, of.screen.width) + "\n"


def agency(issue: Issue, of: Opened, words: str) -> str:
    """The id of the agency so called in the file or in any release. Raises UnclearError; RefusedError for a new one."""
    released = issue.publication.agencies
    left = {one.id: (one.name, one.label, *one.aliases) for one in released.values()}
    there = {one.id: (one.name, one.short, *one.aliases) for one in of.ceremony.agencies}
    listed = [one.id for one in of.ceremony.agencies if not one.group]
    found = named({**there, **{one: left[one] for one in left if one not in there}}, words, listed)
    if found not in released:
        raise RefusedError("not-in-release", agency=of.ceremony.agency(found).name, number=issue.publication.number)
    return found


def since(issue: Issue, word: str) -> int:
    """The number of a release as it is typed. Raises UnclearError."""
    number, last = int(word) if word.isdecimal() and len(word) < 10 else 0, issue.publication.number
    if not 1 <= number <= last:
        raise UnclearError("release", words=word, known=", ".join(map(str, range(1, last + 1))))
    return number


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
            raise UnclearError("url", words=" ".join(url.split())) from None
        written += _renewed(folder / name, data, of.asked.file)
    count = len(issue.publication.audiences)
    done = say(of.language, "feeds.done", count=count, folder=folder, written=written, same=count - written)
    return f"{done}\n{behind(of, issue, location)}"


def _renewed(path: Path, data: bytes, source: Path) -> bool:
    """Whether the file had to be written."""
    if path.is_file() and read(path) == data:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableError.because(error, path.parent) from None
    save(path, data, CALENDAR, source)
    return True


def invite(of: Opened, location: str, words: str, after: str, output: Path | None) -> str:
    """Write an agency's entries as messages to be sent by mail, one file each: requests, and what calls them off.

    `after`: only what changed after that release.
    """
    issue = released(of, location)
    agency_id = agency(issue, of, words)
    told, invited = issue.publication, issue.publication.agencies[agency_id]
    standing = ical.kept(told.changed(agency_id, since(issue, after) if after else 0), told.at)
    wanted = [one for one in standing if _can_be_attended(one)]
    if not wanted:
        raise RefusedError("nothing-told", agency=invited.name)
    if any(one.entry.email == invited.email != "" for one in wanted):
        raise RefusedError("own-invitation", agency=invited.name)
    for name, email in [(invited.name, invited.email), *((one.entry.organizer, one.entry.email) for one in wanted)]:
        if not is_address(email):
            raise RefusedError("no-email", agency=name)
    attendee, head = ical.Attendee(invited.name, invited.email), told.head(agency_id)
    names = _message_names(wanted)
    folder = output or Path(f"{issue.names[agency_id]}-invitations")
    files = ((f"{names[one.entry.key]}.ics", ical.invitation(head, one, attendee)) for one in wanted)
    cancelled = sum(one.entry.status == "CANCELLED" for one in wanted)
    count = write_folder(folder, files) - cancelled
    done = say(of.language, "invite.done", count=count, cancelled=cancelled, folder=folder)
    return f"{done}\n{behind(of, issue, location)}"


def _can_be_attended(one: Issued) -> bool:
    """The ceremony and the tasks; deadlines and reminders are dates to know, not to come to.

    What was withdrawn before its organizer had an address can never have been sent, and needs no calling off.
    """
    unsent = one.entry.status == "CANCELLED" and not is_address(one.entry.email)
    return not unsent and ("~" not in one.entry.key or _is_ceremony(one))


def _is_ceremony(one: Issued) -> bool:
    return one.entry.key == "~ceremony"


def _message_names(wanted: list[Issued]) -> dict[str, str]:
    """A file name for each entry by its key."""
    tasks = safe_names((one.entry.key for one in wanted if not _is_ceremony(one)), "ceremony")
    return {"~ceremony": "ceremony", **tasks}
