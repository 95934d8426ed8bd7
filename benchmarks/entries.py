"""Calendar files: the same entries written by runbook, by ics and by icalendar, and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import told
from benchmarks.bench import Bench, Outcome, same
from benchmarks.report import Report, Table, ratio, size, times
from benchmarks.stopwatch import Stopwatch, fastest

WRITERS = ("runbook", "ics", "icalendar")


def run(bench: Bench) -> Report:
    """Time and memory of writing and of reading; every reader must find in every file what was to be written."""
    count = bench.pick(20, 2_000, 10_000)
    bare = bench.party(nothing_but_telling, count=count)
    files = {name: told.file_of(bench.folder, name) for name in WRITERS}
    written = {name: bench.party(write, party=name, count=count, file=files[name]) for name in WRITERS}
    found = {name: bench.party(read, party="icalendar", file=file) for name, file in files.items()}
    readers = {"icalendar": found["runbook"]}
    if bench.pick(True, False, True):  # it takes a minute
        readers["ics"] = bench.party(read, party="ics", file=files["runbook"])
    answers = {**{f"in the file by {name}": one for name, one in found.items()}, "by ics": readers.get("ics", bare)}
    same(
        "entries read back", told=bare.result["digest"], **{name: one.result["digest"] for name, one in answers.items()}
    )
    rows = [_written_row(name, one, written["runbook"], bare, found[name]) for name, one in written.items()]
    empty = bench.party(nothing_but_opening, file=files["runbook"])
    read_rows = [_read_row(name, one, empty) for name, one in readers.items()]
    own = _seconds(written["runbook"])
    figures = {f"entries {name}": _seconds(written[name]) / own for name in ("ics", "icalendar")}
    blocks: list[str | Table] = [
        _EXPLAINED.format(count=count),
        Table(_HEAD, rows),
        _READ,
        Table(_READ_HEAD, read_rows),
    ]
    return Report("entries", blocks, figures)


def nothing_but_telling(count: int) -> dict[str, Any]:
    return {"digest": told.digest(told.told(count))}


def nothing_but_opening(file: str) -> int:
    return len(Path(file).read_bytes())


def write(party: str, count: int, file: str) -> dict[str, Any]:
    """Write a party's file of that many entries."""
    rows, data = told.told(count), b""
    written = {"runbook": told.by_runbook, "ics": told.by_ics, "icalendar": told.by_icalendar}[party]

    def one_run(watch: Stopwatch) -> None:
        nonlocal data
        data = written(rows)
        watch.lap("all")

    parts = fastest(3, one_run)
    Path(file).write_bytes(data)
    return {"parts": parts, "octets": len(data), "count": count}


def read(party: str, file: str) -> dict[str, Any]:
    """What a party finds in a file, read once, and what the file lacks."""
    data, found = Path(file).read_bytes(), list[told.Found]()
    reader = {"icalendar": told.read_by_icalendar, "ics": told.read_by_ics}[party]

    def one_run(watch: Stopwatch) -> None:
        found.extend(reader(data))
        watch.lap("all")

    parts = fastest(1, one_run)
    return {"parts": parts, "count": len(found), "digest": told.digest(found), "lacks": told.lacks(data)}


def _seconds(party: Outcome) -> float:
    return float(party.result["parts"]["all"])


_HEAD = ["", "time", "each", "against runbook", "memory", "octets", "the file"]


def _written_row(name: str, party: Outcome, own: Outcome, bare: Outcome, read: Outcome) -> list[str]:
    against = "" if party is own else ratio(_seconds(party) / _seconds(own))
    cells = [name, times(_seconds(party)), times(_seconds(party) / party.result["count"]), against]
    cells += [size(party.memory - bare.memory), f"{party.result['octets']:,}"]
    return [*cells, "; ".join(read.result["lacks"]) or "valid"]


_READ_HEAD = ["reader", "time", "each", "memory"]


def _read_row(name: str, party: Outcome, empty: Outcome) -> list[str]:
    each = times(_seconds(party) / party.result["count"])
    return [name, times(_seconds(party)), each, size(party.memory - empty.memory)]


_EXPLAINED = """\
{count:,} entries with Vietnamese texts, from values to the octets of the file; processor time, the fastest of three
runs, and the memory above a process that only holds the values (libraries included). icalendar finds the same entries
(UID, start, end, title, SEQUENCE) in all three files."""
_READ = """\
The file by runbook read back, from its octets to those five values of every entry: once, memory above a process that
only holds the octets. All are what was to be written."""
