"""A plan that moved: what was told before is revised, and written as a small update and as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks import entries, keeping, releases, told
from benchmarks.bench import Bench, Outcome, same
from benchmarks.report import Report, Table, ratio, size, times
from benchmarks.stopwatch import Stopwatch, fastest, total

STEPS = ("read", "revise", "update", "whole")
IN_MEMORY = STEPS[1:]


def run(bench: Bench) -> Report:
    """One entry in a hundred moved: ours from the ledger, against icalendar that is told what moved."""
    count = bench.pick(200, 2_000, 10_000)
    before, store = told.file_of(bench.folder, "icalendar"), str(bench.folder / "replan.sqlite")
    bare = bench.party(nothing_but_telling, count=count)
    anew = bench.party(entries.write, party="icalendar", count=count, file=before)
    bench.party(first_release, count=count, store=store)
    parties = {
        "runbook": bench.party(revised, count=count, store=store, files=str(bench.folder / "ours")),
        "icalendar": bench.party(changed_in_place, count=count, before=before, files=str(bench.folder / "theirs")),
    }
    for part in ("update", "whole"):
        files = {name: str(bench.folder / f"{name}-{part}.ics") for name in ("ours", "theirs")}
        found = {name: bench.party(entries.read, party="icalendar", file=file) for name, file in files.items()}
        answers = {name: one.result["digest"] for name, one in found.items()}
        same(f"the {part} read back", told=bare.result[part], **answers)
    ours, theirs = (one.result["parts"] for one in parties.values())
    whole = anew.result["parts"]["all"]
    least = min(total(theirs, IN_MEMORY), whole)
    figures = {
        "replan icalendar": least / total(ours, IN_MEMORY),
        "replan update": least / total(ours, ("revise", "update")),
        "replan from disk": total(theirs) / total(ours),
        "replan read": theirs["read"] / ours["read"],
    }
    rows = [_row(name, one, parties["runbook"], bare) for name, one in parties.items()]
    against = ratio(whole / total(ours, IN_MEMORY))
    rows.append(["icalendar, all anew", *["–"] * 3, times(whole), times(whole), against, *["–"] * 3])
    return Report("replan", [_EXPLAINED.format(count=count), Table(_HEAD, rows)], figures)


def nothing_but_telling(count: int) -> dict[str, str]:
    first = told.told(count)
    now = told.moved(first)
    return {"update": told.digest(set(now) - set(first)), "whole": told.digest(now)}


def first_release(count: int, store: str) -> None:
    """A store in which these entries were issued once."""
    keeping.WAYS[keeping.STORE].commit(store, "release 1", releases.records(told.told(count)))


def revised(count: int, store: str, files: str) -> dict[str, Any]:
    """Ours: the ledger compares every entry with what the store holds; the update and the whole are written."""
    from runbook.render.ical import Masthead, from_record, kept, published, revise
    from runbook.store import open_store

    head, at = Masthead("Lễ thử", told.ZONE), told.STAMP + told.DAY
    entries_now = [told.entry(one) for one in told.moved(told.told(count))]
    written: dict[str, bytes] = {}

    def one_run(watch: Stopwatch) -> None:
        with open_store(store) as opened:
            held = {one.entry.uid: one for one in map(from_record, opened.told(keeping.CEREMONY))}
        watch.lap("read")
        changed = revise(held, {"all": entries_now}, 2, at, "vi")
        watch.lap("revise")
        written["update"] = published(head, changed)
        watch.lap("update")
        now = {**held, **{one.entry.uid: one for one in changed}}
        written["whole"] = published(head, kept(now.values(), at))
        watch.lap("whole")

    return _done(fastest(3, one_run), files, written)


def changed_in_place(count: int, before: str, files: str) -> dict[str, Any]:
    """icalendar changes the components of the calendar of before; it is told which entries moved, and where to."""
    from icalendar import Calendar

    first, data = told.told(count), Path(before).read_bytes()
    changed = [one for one, earlier in zip(told.moved(first), first, strict=True) if one != earlier]
    written: dict[str, bytes] = {}

    def one_run(watch: Stopwatch) -> None:
        calendar = Calendar.from_ical(data)
        held = {str(one["uid"]): one for one in calendar.walk("VEVENT")}
        watch.lap("read")
        update = Calendar(calendar)
        for one in changed:
            event = held[one.uid]
            _set(event, dtstamp=told.STAMP + told.DAY, dtstart=one.start, dtend=one.end, sequence=one.sequence)
            update.add_component(event)
        watch.lap("revise")
        written["update"] = update.to_ical()
        watch.lap("update")
        written["whole"] = calendar.to_ical()
        watch.lap("whole")

    return _done(fastest(3, one_run), files, written)


def _set(event: Any, sequence: int, **moments: int) -> None:
    for name, minute in moments.items():
        event.pop(name)
        event.add(name, told.aware(minute))
    event.pop("sequence")
    event.add("sequence", sequence)


def _done(parts: dict[str, float], files: str, written: dict[str, bytes]) -> dict[str, Any]:
    for name, data in written.items():
        Path(f"{files}-{name}.ics").write_bytes(data)
    return {"parts": parts, "octets": len(written["update"])}


_HEAD = ["", "read what was told", "revise", "update", "whole", "in memory", "against runbook", "from the disk"]
_HEAD += ["against runbook", "memory"]


def _row(name: str, party: Outcome, own: Outcome, bare: Outcome) -> list[str]:
    parts, ours = party.result["parts"], own.result["parts"]
    cells = [name, *(times(parts[step]) for step in STEPS)]
    for steps in (IN_MEMORY, STEPS):
        against = "" if party is own else ratio(total(parts, steps) / total(ours, steps))
        cells += [times(total(parts, steps)), against]
    return [*cells, size(party.memory - bare.memory)]


_EXPLAINED = """\
{count:,} entries told in a first release, one in a hundred moved by a day; from there to a file of only what changed
and one of everything; processor time, the fastest of three runs. Ours reads what was told from the store and finds out
what changed by comparing every entry. icalendar reads its own file of before and is told which entries to change, and
how; in the last row it writes everything anew from values. *In memory* leaves the reading out. The entries, SEQUENCE
too, are the same in the files of both. Memory is that above a process that only holds the values."""
