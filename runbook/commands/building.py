"""What the commands write of a planned ceremony: one calendar, or a whole folder of files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from runbook.commands.opening import Opened, RefusedError
from runbook.console import failed
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


@dataclass(frozen=True, slots=True)
class Built:
    """What a build says when it is done, and what it had to leave out and why, "" for nothing."""

    said: str
    left_out: str


def build(of: Opened, output: Path | None, store: str, only: str, step: Callable[[int, int], None]) -> Built:
    """Write the wanted sets of files into a folder, whole or not at all; all sets where `only` names none.

    What cannot be made is left out and told; where that is everything, it is refused. `only`: names of sets, parted by
    commas. `step` is told before each file how many are written, and of how many.
    """
    from runbook.commands import making, publishing
    from runbook.render import bundle

    wanted = _sets(only, list(bundle.SETS))
    dossier = making.dossier(of, store)
    pieces = bundle.pieces(dossier, publishing.names_of_files(of.ceremony, dossier.issue), wanted)
    left: dict[str, list[str]] = {}

    def contents() -> Iterator[tuple[str, bytes]]:
        written, refused = [], None
        for number, piece in enumerate(pieces):
            step(number, len(pieces))
            try:
                data = making.made(piece.make, of.language)
            except RefusedError as error:
                refused = error
                left.setdefault(say(of.language, f"refused.{error.code}", **error.facts), []).append(piece.path)
                continue
            written.append(piece)
            yield piece.path, data
        if refused and not written:
            raise refused
        yield "index.html", bundle.index(dossier, written)

    folder = output or Path(*safe_names([of.ceremony.id]).values())
    done = say(of.language, "build.done", count=write_folder(folder, contents()), folder=folder)
    told = dossier.issue is not None or "calendars" in wanted  # that calendars are a draft is told where there are some
    note = publishing.behind(of, dossier.issue, store) if told else ""
    return Built(f"{done}\n{note}", _left_out(left, of.language))


def _sets(only: str, known: list[str]) -> list[str]:
    """The sets that the words of --only name. Raises UnclearError."""
    wanted = [name.strip() for name in only.split(",")] if only else known
    if unknown := [name for name in wanted if name not in known]:
        raise UnclearError("set", words=unknown[0], near=nearest(unknown[0], known), known=", ".join(known))
    return wanted


def _left_out(left: Mapping[str, list[str]], language: str) -> str:
    """A sentence for each reason, with the first files that it keeps away."""
    lines = []
    for reason, paths in left.items():
        files = ", ".join([*paths[:3], *(["…"] if len(paths) > 3 else [])])
        lines.append(failed("build.left_out", language, count=len(paths), files=files, reason=reason) + "\n")
    return "".join(lines)
