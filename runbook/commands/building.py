"""What the commands write of a planned ceremony: one calendar, or the whole folder of pages, calendars and data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from runbook.commands.opening import Opened
from runbook.files import safe_names, save, write_folder
from runbook.text import say


def ics(of: Opened, agency: str) -> tuple[str, bytes]:
    """An agency's calendar, or that of all: the file name it goes by, and its bytes."""
    from runbook.render import ical

    found, ceremony = of.agency(agency), of.ceremony
    names = safe_names(one.id for one in ceremony.agencies)
    whole = safe_names([ceremony.id], *names.values())[ceremony.id]
    return f"{names[found] if found else whole}.ics", ical.calendar(of.schedule, found or None)


def written(of: Opened, path: Path, data: bytes) -> str:
    """Write a calendar over nothing or over a calendar; a sentence that it is written."""
    save(path, data, b"BEGIN:VCALENDAR", of.asked.file)
    return say(of.language, "ics.done", path=path) + "\n"


def build(of: Opened, output: Path | None, step: Callable[[int], None]) -> str:
    """Write everything into a folder, whole or not at all. `step` is told the number of files before each is made."""
    from runbook.render import bundle

    names = safe_names((agency.id for agency in of.ceremony.agencies), bundle.OVERALL)
    pieces = bundle.pieces(of.schedule, names)
    folder = output or Path(*safe_names([of.ceremony.id]).values())

    def contents() -> Iterator[tuple[str, bytes]]:
        yield "index.html", bundle.index(of.schedule, pieces)
        for piece in pieces:
            step(len(pieces))
            yield piece.entry.path, piece.make()

    return say(of.language, "build.done", count=write_folder(folder, contents()), folder=folder) + "\n"
