"""The store of releases: committed, read back, verified, and written to by many processes at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks import told
from benchmarks.bench import Bench, Outcome, same
from benchmarks.keeping import STORE, WAYS, Records
from benchmarks.report import Report, Table, number, ratio, size, times

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue
    from multiprocessing.synchronize import Barrier

    from runbook.render.ical import Issued

ALONE, TOGETHER = 1, 8  # processes
_ENTRIES = 10  # of each release that many processes issue at once


def run(bench: Bench) -> Report:
    """One large release, a long journal, and many writers; plain files beside them."""
    count, rounds = bench.pick(20, 2_000, 10_000), bench.pick(1, 3, 7)
    bare = bench.party(nothing_but_records, count=count)
    kept = {way: bench.party(keep, way=way, count=count, rounds=rounds, folder=str(bench.folder)) for way in WAYS}
    same("entries kept", issued=bare.result, **{way: one.result["digest"] for way, one in kept.items()})
    journal = bench.party(many, count=count, releases=bench.pick(3, 20, 100), folder=str(bench.folder))
    races = _races(bench)
    alone, together = (race.result for race in races if race.result["way"] == STORE)
    facts = {"count": count, "mode": journal.result["mode"], "sync": times(journal.result["sync"])}
    blocks: list[str | Table] = [
        _EXPLAINED.format(**facts),
        Table(_HEAD, [_row(way, one, kept[STORE], bare) for way, one in kept.items()]),
        _JOURNAL,
        Table(_JOURNAL_HEAD, [_journal_row(journal, bare)]),
        _RACES.format(entries=_ENTRIES),
        Table(_RACES_HEAD, [_race_row(race.result) for race in races]),
    ]
    return Report("releases", blocks, {"releases together": _rate(together) / _rate(alone)})


def nothing_but_records(count: int) -> str:
    return _digest(records(told.told(count)))


def keep(way: str, count: int, rounds: int, folder: str) -> dict[str, Any]:
    """Seconds on the wall clock, the middle of several rounds: a first release of everything, and reading it back."""
    from runbook.render.ical import from_record

    news, taken, found = records(told.told(count)), list[tuple[float, float]](), []
    for turn in range(rounds):
        path = str(Path(folder, f"{way} {turn}"))
        began = perf_counter()
        WAYS[way].commit(path, "release 1", news)
        committed = perf_counter()
        found = [from_record(one) for one in WAYS[way].told(path)]
        taken.append((committed - began, perf_counter() - committed))
    commit, read = (median(seconds) for seconds in zip(*taken, strict=True))
    octets = os.path.getsize(path)
    return {"commit": commit, "read": read, "octets": octets, "digest": _digest(_recorded(found))}


def many(count: int, releases: int, folder: str) -> dict[str, Any]:
    """A journal whose first release tells everything, each later one a hundredth: its times, and its verification.

    Raises DisagreementError where the store is not sound or does not tell what was issued last.
    """
    from runbook.store import open_store
    from runbook.store.checking import faults

    path, rows, seconds = str(Path(folder, "many")), told.told(count), list[float]()
    WAYS[STORE].commit(path, "release 1", records(rows))
    for turn in range(2, releases + 1):
        changed = told.moved(rows)
        news = records([one for one, before in zip(changed, rows, strict=True) if one != before])
        rows, began = changed, perf_counter()
        WAYS[STORE].commit(path, f"release {turn}", news)
        seconds.append(perf_counter() - began)
    began = perf_counter()
    newest = WAYS[STORE].told(path)
    read = perf_counter()
    with open_store(path) as store:
        wrong, mode = faults(store), store.backend.mode
    verified = perf_counter()
    same("a long journal", issued=(_digest(records(rows)), []), told=(_digest(newest), wrong))
    parts = {"told": read - began, "verify": verified - read, "commit": median(seconds)}
    return {**parts, "releases": releases, "octets": os.path.getsize(path), "mode": mode, "sync": _sync(folder)}


def race(way: str, processes: int, commits: int, folder: str) -> dict[str, Any]:
    """Processes that start together and issue releases one after another: what each was told is done, what is kept."""
    spawn, path = get_context("spawn"), str(Path(folder, f"{way} {processes} writers"))
    start, said = spawn.Barrier(processes + 1), spawn.SimpleQueue()
    workers = [spawn.Process(target=_writer, args=(way, path, one, commits, start, said)) for one in range(processes)]
    for worker in workers:
        worker.start()
    start.wait()
    began = perf_counter()
    done = [key for _ in workers for key in said.get()]
    seconds = perf_counter() - began
    for worker in workers:
        worker.join()
    facts = {"way": way, "processes": processes, "asked": processes * commits, "seconds": seconds}
    return {**facts, "done": len(done), "lost": len(lost(way, path, done))}


def _writer(way: str, path: str, name: int, commits: int, start: Barrier, said: SimpleQueue[list[str]]) -> None:
    rows, done = told.told(_ENTRIES), list[str]()
    start.wait()
    try:
        for turn in range(commits):
            key = f"{name}.{turn}"
            news = records([one._replace(uid=f"{key}.{one.uid}") for one in rows])
            with suppress(ValueError):  # a file that is just being written, or was spoilt, refuses
                WAYS[way].commit(path, key, news)
                done.append(key)
    finally:
        said.put(done)


def lost(way: str, path: str, done: Iterable[str]) -> set[str]:
    """The keys of the releases that were told to be done, and are not there."""
    try:
        return set(done) - set(WAYS[way].keys(path))
    except ValueError:  # two have written into each other
        return set(done)


def _races(bench: Bench) -> list[Outcome]:
    """Our store with one writer and with many, each plain file with many. Raises DisagreementError: ours lost any."""
    together, commits = bench.pick(2, TOGETHER, TOGETHER), bench.pick(2, 10, 50)
    asked = [(STORE, ALONE), *((way, together) for way in WAYS)]  # as many releases in all
    races = [
        bench.party(race, way=way, processes=many, commits=together * commits // many, folder=str(bench.folder))
        for way, many in asked
    ]
    for one in races[:2]:
        same("releases", asked=(one.result["asked"], 0), kept=(one.result["done"], one.result["lost"]))
    return races


def records(rows: Sequence[told.Told]) -> Records:
    """As the release command records them."""
    return _recorded(map(told.issued, rows))


def _recorded(found: Iterable[Issued]) -> Records:
    from runbook.render.ical import to_record

    return [{"uid": one.entry.uid, "sequence": one.revision.sequence, **to_record(one)} for one in found]


def _digest(found: Records) -> str:
    ordered = sorted(found, key=lambda one: str(one["uid"]))
    return sha256(json.dumps(ordered, sort_keys=True).encode()).hexdigest()


def _sync(folder: str) -> float:
    """Seconds that this disk takes to keep 4 KiB more of a file, the middle of twenty times."""
    seconds = []
    with open(Path(folder, "sync"), "wb") as file:
        for _ in range(20):
            began = perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            seconds.append(perf_counter() - began)
    return median(seconds)


def _rate(race: dict[str, Any]) -> float:
    """Releases a second that were told to be done."""
    return float(race["done"] / race["seconds"])


_HEAD = ["", "committed", "against runbook", "read back", "against runbook", "on the disk", "memory"]


def _row(way: str, party: Outcome, own: Outcome, bare: Outcome) -> list[str]:
    cells = [way]
    for step in ("commit", "read"):
        against = "" if party is own else ratio(party.result[step] / own.result[step])
        cells += [times(party.result[step]), against]
    return [*cells, size(party.result["octets"] / 2**20), size(party.memory - bare.memory)]


_JOURNAL_HEAD = ["releases", "each further release", "read back", "verified", "on the disk", "memory"]


def _journal_row(journal: Outcome, bare: Outcome) -> list[str]:
    found = journal.result
    cells = [str(found["releases"]), *(times(found[step]) for step in ("commit", "told", "verify"))]
    return [*cells, size(found["octets"] / 2**20), size(journal.memory - bare.memory)]


_RACES_HEAD = ["", "processes", "releases", "told to be done", "of these lost", "done a second"]


def _race_row(found: dict[str, Any]) -> list[str]:
    cells = [found["way"], *(str(found[key]) for key in ("processes", "asked", "done", "lost"))]
    return [*cells, number(_rate(found))]


_EXPLAINED = """\
A first release of {count:,} entries, then reading back what was told, to the ledger's values; seconds on the wall
clock, the middle of several rounds, each with a new file. SQLite keeps its journal in the mode `{mode}`; one `fsync`
of 4 KiB takes {sync} on this disk. Beside it what programs of this size do: one JSON file, written anew beside the
old one, synced and renamed; or written over, unsynced. The store writes every entry twice (journal and table), with
the hash of the chain, checks what it writes, and waits for the disk. Memory is that above a process that only holds
the records."""
_JOURNAL = """\
That release, and one after the other more, each with one entry in a hundred changed. *Verified*: the file's own check,
the chain of hashes, and all tables made anew from the journal and compared."""
_RACES = """\
Processes that start together, each issuing releases of {entries} entries one after another as a command does it:
open, number, commit, close. A release is lost when its writer was told that it is done and the file does not have it.
JSON files are changed without a lock; where two writers have spoilt one, it refuses from then on and all of it is
lost."""
