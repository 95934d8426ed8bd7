"""Every state of the disk that a power cut could leave while a program ran."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.power.disk import Acknowledged, Change, Disk, Rename, Sync, Tree, Write, lay_out
from tests.power.recording import Recording

_PREFIXES = 8  # of the changes not yet promised, at one point, where there are more


@dataclass(frozen=True, slots=True)
class Left:
    """What one power cut leaves: the tree on the disk, and the lines that were acknowledged before it."""

    tree: Tree
    acknowledged: tuple[str, ...]


def cuts(recording: Recording, seed: int, draws: int) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Each state as a folder, with the lines acknowledged before; the folder is gone when the next is asked for."""
    with in_memory() as home:
        for number, left in enumerate(states(recording, seed, draws)):
            folder = home / str(number)
            lay_out(left.tree, folder)
            yield folder, left.acknowledged
            shutil.rmtree(folder)


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder for a while, in memory where the system has a disk there: thousands of states take a second."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as home:
        yield Path(home)


def states(recording: Recording, seed: int, draws: int) -> Iterator[Left]:
    """All different states: at every point what was synced, prefixes of the rest, and `draws` random parts of it."""
    random = Random(seed)
    seen: set[int] = set()
    acknowledged: tuple[str, ...] = ()
    for disk, pending, lines in _points(recording):
        acknowledged += lines
        for changes in _parts(pending, random, draws):
            left = Left(disk.after(changes).tree(), acknowledged)
            mark = hash((len(acknowledged), frozenset(left.tree.items())))
            if mark not in seen:
                seen.add(mark)
                yield left


def _points(recording: Recording) -> Iterator[tuple[Disk, list[Change], tuple[str, ...]]]:
    """After every operation: the disk as promised, what is not promised, and what was acknowledged just then."""
    disk, pending = recording.before, list[Change]()
    yield disk, pending, ()
    for operation in recording.operations:
        lines: tuple[str, ...] = ()
        if isinstance(operation, Acknowledged):
            lines = (operation.line,)
        elif isinstance(operation, Sync):
            disk = disk.after(change for change in pending if _promised(change, operation))
            pending = [change for change in pending if not _promised(change, operation)]
        else:
            pending = [*pending, operation]
        yield disk, pending, lines


def _promised(change: Change, sync: Sync) -> bool:
    """Whether a sync puts a change on the disk: data by its file, names by their folder."""
    return sync.node == (change.names[0][0] if isinstance(change, Rename) else change.file)


def _parts(pending: list[Change], random: Random, draws: int) -> Iterator[Iterable[Change]]:
    """What of the changes not yet promised may have reached the disk, always in their order."""
    lengths: Sequence[int] = range(len(pending) + 1)
    if len(lengths) > _PREFIXES:
        lengths = [0, *random.sample(lengths[1:-1], _PREFIXES - 2), len(pending)]
    yield from (pending[:length] for length in lengths)
    for draw in range(draws if pending else 0):
        chance = random.random()
        pieces = pending if draw % 2 else _pieces(pending)
        yield [piece for piece in pieces if random.random() < chance]


def _pieces(changes: Iterable[Change]) -> Iterator[Change]:
    for change in changes:
        yield from change.sectors() if isinstance(change, Write) else (change,)
