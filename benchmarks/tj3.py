"""Whole processes against TaskJuggler 3: its own file in, every date out."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

from benchmarks import plans
from benchmarks.bench import RUNBOOK, Bench, DisagreementError, Turn, by_turns, installed, output_of, whole_process
from benchmarks.report import Report, Table, number, ratio, size, times


def run(bench: Bench) -> Report:
    """Both programs by turns on plans of growing size; the dates of every task compared."""
    if not installed("tj3"):
        return Report("tj3", ["TaskJuggler (`tj3`) is not installed here: left out."])
    rows, figures = [], {}
    for tasks in bench.pick((20,), (100, 1_000), (100, 1_000, 5_000)):
        bench.party(plans.write, folder=str(bench.folder), tasks=tasks)
        compare(bench, tasks)
        commands = {"tj3": taskjuggler(tasks), "plan": ours("plan", tasks), "check": ours("check", tasks)}
        turns = by_turns(commands, bench.pick(1, 2, 7 if tasks <= 1_000 else 3), bench.folder)
        rows.append(_row(tasks, turns))
        figures[f"tj3 {tasks}"] = turns["tj3"].wall / turns["plan"].wall
    return Report("tj3", [_EXPLAINED, Table(_COLUMNS, rows)], figures)


def taskjuggler(tasks: int) -> list[str]:
    return ["tj3", "--silent", f"{tasks}.tjp"]


def ours(command: str, tasks: int) -> list[str]:
    return [*RUNBOOK, command, f"{tasks}.yaml", *(["--json"] if command == "plan" else [])]


def compare(bench: Bench, tasks: int) -> None:
    """Raise DisagreementError unless both give every task the same dates."""
    whole_process(taskjuggler(tasks), bench.folder)
    plan = bench.folder / f"plan-{tasks}.json"
    plan.write_text(output_of(ours("plan", tasks), bench.folder), "utf-8")
    differing = bench.party(differences, csv_file=str(bench.folder / f"dates-{tasks}.csv"), json_file=str(plan)).result
    if differing:
        raise DisagreementError(f"tj3 {tasks}: {len(differing)} tasks differ, first {differing[0]}")


def differences(csv_file: str, json_file: str) -> list[list[str]]:
    """The tasks on whose dates the two outputs differ.

    TaskJuggler lets a task start the moment its predecessor ends (Friday 17:00), ours at the first working minute
    (Monday 08:00): its starts are moved to the first working minute before they are compared.
    """
    with open(csv_file, encoding="utf-8", newline="") as file:
        theirs = {row["Id"]: (_worked(row["Start"]), row["End"]) for row in csv.DictReader(file, delimiter=";")}
    tasks = json.loads(Path(json_file).read_text("utf-8"))["tasks"]
    ours = {task["id"]: (_plain(task["early_start"]), _plain(task["early_finish"])) for task in tasks}
    wrong = [one for one in ours.keys() | theirs.keys() if ours.get(one) != theirs.get(one)]
    return [[one, str(ours.get(one)), str(theirs.get(one))] for one in sorted(wrong)]


def _plain(iso: str) -> str:
    return iso[:16].replace("T", " ")


def _worked(clock: str) -> str:
    """The first working minute at or after a time of the office calendar both files state."""
    from runbook.axis import Axis
    from runbook.worktime import WorkCalendar, WorkPattern

    axis = Axis()
    office = WorkCalendar("office", WorkPattern((((480, 720), (780, 1020)),) * 5 + ((), ()), 480), axis)
    minute = axis.minute(date.fromisoformat(clock[:10]), int(clock[11:13]) * 60 + int(clock[14:]))
    day, minute_of_day = axis.civil(office.start_of(office.count(minute)))
    return f"{day} {minute_of_day // 60:02}:{minute_of_day % 60:02}"


_COLUMNS = ["tasks", "tj3", "plan", "check", "tj3 / plan", "processor time", "memory: tj3", "plan", "ratio"]


def _row(tasks: int, turns: dict[str, Turn]) -> list[str]:
    theirs, plan = turns["tj3"], turns["plan"]
    return [
        f"{tasks:,}",
        *(times(turn.wall) for turn in turns.values()),
        ratio(theirs.wall / plan.wall),
        f"{number(theirs.processor / plan.processor)} ×",
        *(size(turn.memory) for turn in (theirs, plan)),
        f"{number(theirs.memory / plan.memory)} ×",
    ]


_EXPLAINED = """\
Whole processes by turns, the middle one of several, on the wall clock. Each reads its own file (a `.tjp` project; a
ceremony file in YAML, checked in full) with titles, lengths and links, ours with who leads as well, and writes every
task's dates (CSV; `runbook plan --json`, which also tells late dates and floats). Layered networks, finish to start,
weekdays 8-12 and 13-17. The dates of all tasks agree. `check` is `runbook check`: all but writing the dates."""
