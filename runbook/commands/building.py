"""What the commands write of a planned ceremony: one calendar, or the whole folder of pages, calendars and data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from runbook.commands.opening import Opened, RefusedError
from runbook.files import safe_names, save, write_folder
from runbook.nearest import nearest
from runbook.reports.wanted import UnclearError
from runbook.text import say

CALENDAR = b"BEGIN:VCALENDAR"  # how every calendar file begins


def ics(of: Opened, agency: str, store: str, since: str, todos: bool) -> tuple[str, bytes, str]:
    """An agency's calendar, or that of all: the file name it goes by, its bytes, a note where it is not of this plan.

    `since`: only what changed after that release; `todos`: the list of to-dos instead.
    """
    from runbook.commands import publishing
    from runbook.render import ical

    ceremony = of.ceremony
    issue = publishing.released(of, store) if since or todos else publishing.issue_of(of, store)
    found = publishing.agency(issue, of, agency) if issue and agency else of.agency(agency)
    names = issue.names if issue else safe_names(one.id for one in ceremony.agencies)
    whole = safe_names([ceremony.id], *names.values())[ceremony.id]
    name, note = f"{names[found] if found else whole}.ics", publishing.behind(of, issue, store)
    if issue is None:
        return name, ical.calendar(of.schedule, found or None), note
    audience, told = found or ical.OVERALL, issue.publication
    if todos:
        return name, told.todos(audience), note
    update = told.update(audience, publishing.since(issue, since)) if since else told.whole(audience)
    return name, update, note


def written(of: Opened, path: Path, data: bytes) -> str:
    """Write a calendar over nothing or over a calendar; a sentence that it is written."""
    save(path, data, CALENDAR, of.asked.file)
    return say(of.language, "ics.done", path=path) + "\n"


def build(of: Opened, output: Path | None, store: str, only: str, step: Callable[[int], None]) -> str:
    """Write the wanted sets of files into a folder, whole or not at all.

    `only`: names of sets, parted by commas. `step` is told the number of files before each is made.
    """
    from runbook.commands import publishing
    from runbook.render import bundle, pdf

    wanted = [name.strip() for name in only.split(",")] if only else bundle.USUAL
    if unknown := [name for name in wanted if name not in bundle.SETS]:
        raise UnclearError("set", words=unknown[0], near=nearest(unknown[0], bundle.SETS), known=", ".join(bundle.SETS))

    issue = publishing.issue_of(of, store)
    names = safe_names((agency.id for agency in of.ceremony.agencies), bundle.OVERALL)
    pieces = bundle.pieces(of.schedule, names, issue, wanted)
    folder = output or Path(*safe_names([of.ceremony.id]).values())

    def contents() -> Iterator[tuple[str, bytes]]:
        yield "index.html", bundle.index(of.schedule, pieces, issue)
        for piece in pieces:
            step(len(pieces))
            yield piece.entry.path, piece.make()

    try:
        count = write_folder(folder, contents())
    except pdf.NoTypstError:
        raise RefusedError("no-typst") from None
    except pdf.LettersError as error:
        raise RefusedError("letters", letters=error.letters) from None
    done = say(of.language, "build.done", count=count, folder=folder)
    return f"{done}\n{publishing.behind(of, issue, store)}"
