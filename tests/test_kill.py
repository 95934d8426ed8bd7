"""A process killed at any moment loses nothing that it said was done, and leaves no torn file."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from runbook.store import open_store
from tests.power.cuts import in_memory
from tests.power.processes import start
from tests.power.workspaces import (
    build,
    ceremony,
    files,
    mark,
    next_build_begins,
    numbers,
    release,
    release_and_build,
    releases_left,
)

AT_ONCE = 3  # workspaces, each with a process of its own


def work_on(folder: Path) -> None:
    """Go on where the workspace was left: build what was released last, then release and build without end."""
    number = last_release(folder)
    while True:
        if number:
            build(folder)
            os.write(1, f"Built: {mark(folder / 'out')}\n".encode())
        number += 1
        release(folder, number)


def last_release(folder: Path) -> int:
    """The number of the last release, after the ceremony file is put back to what it was released from."""
    if not (folder / "runbook.sqlite").exists():
        return 0
    with open_store(str(folder)) as store:
        number = len(store.releases("le"))
    (folder / "le.yaml").write_text(ceremony(number), "utf-8")
    return number


def build_left(folder: Path, said: list[str]) -> str:
    """What is left of the folder built: as a command said it was done, or whole but not yet told."""
    out = folder / "out"
    built = [line for line in said if line.startswith("Built: ")]
    next_build_begins(out)
    if not out.exists():
        return "lost" if built else "none yet"
    if built and built[-1] == f"Built: {mark(out)}":
        return "as told"
    found = files(out)
    last_release(folder)
    build(folder)
    return "new" if found == files(out) else "torn"


def careless(folder: Path) -> None:
    """Write a file in place, without end."""
    while True:
        with open(folder / "plan.ics", "wb", buffering=0) as file:
            for _ in range(1000):
                file.write(b"BEGIN")


def killed(work: Callable[[Path], None], folders: list[Path], random: Random, longest: float) -> None:
    """Let a process work in each folder, and kill them at random moments of that many seconds."""
    processes = [start(work, folder, said(folder)) for folder in folders]
    moments = [0.0, *sorted(random.uniform(0, longest) for _ in processes)]
    for process, before, moment in zip(processes, moments, moments[1:], strict=False):
        time.sleep(moment - before)
        process.kill()
        process.join()


def two_builds() -> float:
    """Seconds that two releases take here, with a build after each: any later moment is one like those before."""
    with in_memory() as home:
        begun = time.monotonic()
        release_and_build(home, 2)
        return time.monotonic() - begun


def said(folder: Path) -> Path:
    return folder.with_suffix(".said")


def test_300_processes_killed_lose_nothing() -> None:
    found = Counter[str]()
    two_builds()  # the first ones are slower
    for seed in range(10):
        with in_memory() as home:
            longest = two_builds()
            folders = [home / str(number) for number in range(AT_ONCE)]
            for folder in folders:
                folder.mkdir()
                said(folder).touch()
            for kill in range(30 // AT_ONCE):
                killed(work_on, folders, Random(100 * seed + kill), longest)
                found.update(left for folder in folders for left in all_left(folder))
    assert found.keys() <= {"sound", "none yet", "as told", "new"}
    assert found["sound"] == 300
    assert found["as told"] > 0


def all_left(folder: Path) -> tuple[str, str]:
    """What is left of the releases and of the folder built, against what was said."""
    lines = said(folder).read_text("utf-8").splitlines()
    return releases_left(folder, max(numbers(tuple(lines)), default=0)), build_left(folder, lines)


def test_a_file_written_in_place_is_seen_torn() -> None:
    with in_memory() as home:
        folder, torn = home / "workspace", 0
        folder.mkdir()
        for kill in range(10):
            killed(careless, [folder], Random(kill), longest=0.2)
            torn += (folder / "plan.ics").exists() and (folder / "plan.ics").stat().st_size != 5000
    assert torn > 0
