"""khal, a calendar program of the command line that keeps one file for each entry."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.clients.readers import by_icalendar
from tests.clients.server import surroundings
from tests.clients.shown import Moment, Shown, by_uid

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FIELDS = ("uid", "start-long-full", "end-long-full", "all-day", "title", "description", "location", "status")
SETTINGS = """\
[calendars]
[[le]]
path = {home}/le
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Asia/Ho_Chi_Minh
default_timezone = Asia/Ho_Chi_Minh
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = le
"""
# Commands one after another, each reading and writing its files as if it were typed; a form feed ends what it says.
TYPED = """
import json
import sys
from khal.cli import main_khal
for words in json.loads(sys.argv[1]):
    try:
        main_khal(words, prog_name="khal")
    except SystemExit as ended:
        if ended.code:
            raise
    print(end="\\f", flush=True)
"""


class ComplaintError(Exception):
    """khal failed, or said something about a file it took."""


def take(home: Path, data: bytes) -> None:
    """Import the whole file into the calendar of that folder, as `khal import --batch` does.

    ComplaintError if khal says anything about it."""
    _taken(home, [data])


def listed(home: Path, first: date, days: int, given: Sequence[bytes] = ()) -> list[Shown]:
    """What khal lists from a day on after it has taken the files given, each entry once; SEQUENCE, which it lists
    nowhere, from the file it keeps."""
    words = ["list", "--once", *(word for name in FIELDS for word in ("--json", name)), first.isoformat(), f"{days}d"]
    lines = [one for line in _taken(home, given, words).splitlines() for one in json.loads(line)]
    sequences = {one.uid: one.sequence for one in kept(home)}
    return by_uid([_shown(line, sequences[line["uid"]]) for line in lines])


def kept(home: Path) -> list[Shown]:
    """What stands in the files khal keeps."""
    return by_uid([one for path in (home / "le").glob("*.ics") for one in by_icalendar(path.read_bytes())])


def _taken(home: Path, given: Sequence[bytes], *further: Sequence[str]) -> str:
    """Import the files in their order; what the further commands say. ComplaintError if an import says anything."""
    (home / "le").mkdir(parents=True, exist_ok=True)
    (home / "settings").write_text(SETTINGS.format(home=home), "utf-8")
    paths = [home / f"given-{number}.ics" for number in range(len(given))]
    for path, data in zip(paths, given, strict=True):
        path.write_bytes(data)
    said = _khal(home, *(["import", "--batch", str(path)] for path in paths), *further)
    if complaint := "".join(said[: len(given)]).strip():
        raise ComplaintError(complaint)
    return "".join(said[len(given) :])


def _khal(home: Path, *commands: Sequence[str]) -> list[str]:
    """What each command says, all run by one process: to start it takes longer than any of them."""
    words = [["-c", str(home / "settings"), "--no-color", *command] for command in commands]
    command = [sys.executable, "-c", TYPED, json.dumps(words)]
    done = subprocess.run(command, env=surroundings(home), cwd=home, capture_output=True, timeout=60, check=False)
    said = done.stdout.decode().split("\f")
    if done.returncode or done.stderr or len(said) != len(commands) + 1:
        raise ComplaintError(done.stderr.decode())
    return said[:-1]


def _shown(line: dict[str, Any], sequence: int) -> Shown:
    start, end = (datetime.fromisoformat(line[name]) for name in ("start-long-full", "end-long-full"))
    whole = line["all-day"] == "True"
    return Shown(
        uid=line["uid"],
        start=start.date() if whole else _minute(start),
        end=end.date() + timedelta(days=1) if whole else _minute(end),  # khal names the last day
        summary=line["title"],
        description=line["description"],
        location=line["location"],
        status=line["status"].strip(),
        sequence=sequence,
    )


def _minute(clock: datetime) -> Moment:
    return int(clock.replace(tzinfo=HANOI).timestamp()) // 60
