"""ical.js, the reader of Thunderbird and Nextcloud, run by node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.clients.shown import Moment, Shown, by_uid

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("icaljs_reader.mjs")


class UnreadableError(Exception):
    """ical.js refused the file or complained of it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What ical.js made of a file: `types` has a line "component property type" for each kind of property."""

    types: list[str]
    entries: list[Shown]


def package() -> Path:
    """Where ical.js is: below RUNBOOK_ICALJS, else below the root of the tree, as `npm install --prefix` puts it."""
    return Path(os.environ.get("RUNBOOK_ICALJS", ROOT)) / "node_modules" / "ical.js"


def missing() -> str:
    """Why the reader cannot be run on this machine; "" where it can."""
    if not shutil.which("node"):
        return "node is not installed"
    if not package().is_dir():
        return "ical.js is not installed: npm install ical.js@2.2.1, in the root of the tree or below RUNBOOK_ICALJS"
    return ""


def read(data: bytes) -> Read:
    """The file in ical.js's eyes. UnreadableError if it does not take it in silence."""
    done = subprocess.run(
        ["node", str(READER), str(package())], input=data, capture_output=True, timeout=60, check=False
    )
    if done.returncode or done.stderr:
        raise UnreadableError(done.stderr.decode())
    found = json.loads(done.stdout)
    return Read(found["types"], by_uid([_shown(one) for one in found["entries"]]))


def by_icaljs(data: bytes) -> list[Shown]:
    """Every entry and to-do."""
    return read(data).entries


def _shown(one: dict[str, Any]) -> Shown:
    return Shown(**{**one, "start": _moment(one["start"]), "end": _moment(one["end"])})


def _moment(found: dict[str, Any]) -> Moment:
    if "day" in found:
        return date.fromisoformat(found["day"])
    return datetime.fromisoformat(found["clock"]) if "clock" in found else int(found["minute"])
