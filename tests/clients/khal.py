"""khal, a calendar program of the command line that keeps one file for each entry."""

from __future__ import annotations

import json
import subprocess
import sys
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


class ComplaintError(Exception):
    """khal failed, or said something about a file it took."""


def take(home: Path, data: bytes) -> None:
    """Import the whole file into the calendar of that folder, as `khal import --batch` does.

    ComplaintError if khal says anything about it."""
    (home / "le").mkdir(parents=True, exist_ok=True)
    (home / "settings").write_text(SETTINGS.format(home=home), "utf-8")
    (home / "given.ics").write_bytes(data)
    if said := _khal(home, "import", "--batch", str(home / "given.ics")).strip():
        raise ComplaintError(said)


def listed(home: Path, first: date, days: int) -> list[Shown]:
    """What khal lists from a day on, each entry once; SEQUENCE, which it lists nowhere, from the file it keeps."""
    words = ["list", "--once", *(word for name in FIELDS for word in ("--json", name)), first.isoformat(), f"{days}d"]
    lines = [one for line in _khal(home, *words).splitlines() for one in json.loads(line)]
    sequences = {one.uid: one.sequence for one in kept(home)}
    return by_uid([_shown(line, sequences[line["uid"]]) for line in lines])


def kept(home: Path) -> list[Shown]:
    """What stands in the files khal keeps."""
    return by_uid([one for path in (home / "le").glob("*.ics") for one in by_icalendar(path.read_bytes())])


def _khal(home: Path, *words: str) -> str:
    command = [sys.executable, "-m", "khal", "-c", str(home / "settings"), "--no-color", *words]
    done = subprocess.run(command, env=surroundings(home), cwd=home, capture_output=True, timeout=60, check=False)
    if done.returncode or done.stderr:
        raise ComplaintError(done.stderr.decode())
    return done.stdout.decode()


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
