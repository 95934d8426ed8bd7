"""A workspace as its user leaves it: a ceremony edited, released and built again and again through the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

import cli
from runbook.files import write_folder
from runbook.store import StoreError, open_store
from runbook.store.checking import faults
from runbook.store.opening import NAME
from tests.power.disk import alike

_CEREMONY = """\
ceremony: le
title: Lễ lần {0}
date: 22/11/2024
hours: 08:30-10:30
worktime: {{office: {{hours: [08:00-12:00]}}}}
agencies: {{a: Cơ quan A}}
tasks:
  E1: {{title: Họp lần {0}, lead: a, work: 1d}}
"""


def ceremony(number: object) -> str:
    """The ceremony file as its edit of that number."""
    return _CEREMONY.format(number)


def runbook(*words: str) -> int:
    """A command of the program, in this process; its exit code."""
    with pytest.raises(SystemExit) as done:
        cli.runbook.main([*words, "--lang", "en"])
    return int(done.value.code or 0)


def fine(*words: str) -> None:
    assert runbook(*words) == 0, words


def release(folder: Path, number: int) -> None:
    """Edit the ceremony and release it."""
    (folder / "le.yaml").write_text(ceremony(number), "utf-8")
    fine("release", str(folder / "le.yaml"), "-m", str(number), "--at", "01/11/2024T09:00")


def build(folder: Path) -> None:
    fine("build", str(folder / "le.yaml"), "--only", "pages,calendars", "--output", str(folder / "out"))


def release_and_build(folder: Path, times: int) -> None:
    """The user's day, from the first release on. Every command acknowledges by its own success line."""
    for number in range(1, times + 1):
        release(folder, number)
        build(folder)


def numbers(lines: tuple[str, ...]) -> list[int]:
    """The releases that success lines acknowledge."""
    return [int(found[1]) for line in lines if (found := re.match(r"Released as number (\d+),", line))]


def releases_left(folder: Path, least: int) -> str:
    """What is left of the releases: "sound" with at least so many, each as it was issued and followed by the next."""
    if not (folder / NAME).exists():
        return "sound" if least == 0 else "lost"
    mark = alike(folder / NAME)
    if mark not in _SEEN:
        _SEEN[mark] = _releases(folder)
    found = _SEEN[mark]
    return found if isinstance(found, str) else "sound" if found >= least else "lost"


_SEEN: dict[int, int | str] = {}  # stores that were looked at before


def _releases(folder: Path) -> int | str:
    """How many releases there are, each as it was issued; else what is wrong with the store."""
    try:
        with open_store(str(folder)) as store:
            if found := faults(store):
                return found[0].code
            told = [one.event.body for one in store.releases("le")]
    except StoreError as error:
        return error.code
    issued = [(one["number"], one["message"], one["sources"]) for one in told]
    if issued != [(number, str(number), {"le.yaml": ceremony(number)}) for number in range(1, len(told) + 1)]:
        return "other"
    return len(told)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mark(folder: Path) -> str:
    """A short word for the content of a folder."""
    told = repr(sorted(files(folder).items()))
    return sha256(told.encode()).hexdigest()


def next_build_begins(out: Path) -> None:
    """What a next build does before it puts anything in place: it mends what an earlier one left."""

    def breaking() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b""
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_folder(out, breaking())
