"""Where the time goes from a ceremony file to its dates."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks import plans
from benchmarks.bench import Bench, same
from benchmarks.report import Report, Table, number, times
from benchmarks.stopwatch import Stopwatch, fastest, total


def run(bench: Bench) -> Report:
    """Our steps one by one, and what PyYAML takes for the bare text."""
    tasks = bench.pick(20, 1_000, 5_000)
    bench.party(plans.write, folder=str(bench.folder), tasks=tasks)
    file = str(bench.folder / f"{tasks}-full.yaml")
    ours, theirs = bench.party(read, file=file), bench.party(loaded, file=file)
    same("reader", runbook=ours.result["texts"], pyyaml=theirs.result["texts"])
    whole = total(ours.result["parts"])
    rows = [_row(name, taken, whole, tasks) for name, taken in ours.result["parts"].items()]
    rows += [_row("**together**", whole, whole, tasks)]
    rows += [_row(f"({name})", taken, whole, tasks) for name, taken in theirs.result["parts"].items()]
    figures = {"reader against pyyaml": theirs.result["parts"][_SAFE] / ours.result["parts"]["parse"]}
    explained = _EXPLAINED.format(tasks=tasks, lines=f"{ours.result['lines']:,}", memory=round(ours.memory))
    return Report("reader", [explained, Table(["step", "time", "share", "each task"], rows)], figures)


def read(file: str) -> dict[str, Any]:
    """The steps of `runbook plan --json` but for finding the file and printing."""
    from runbook import build, checks, network, syntax
    from runbook.render import data
    from runbook.schedule import plan

    octets = Path(file).read_bytes()
    kept: list[Any] = []

    def one_run(watch: Stopwatch) -> None:
        text, _ = syntax.decode(octets, file)
        node, _ = syntax.parse(text, file)
        watch.lap("parse")
        ceremony, problems = build.ceremony(node, file, lambda _: None)
        watch.lap("build")
        assert ceremony is not None, problems
        network.cycle_problems(ceremony)
        watch.lap("look for circles")
        schedule = plan(ceremony)
        watch.lap("plan")
        list(checks.warnings(schedule))
        watch.lap("warnings")
        data.plan_json(schedule)
        watch.lap("write JSON")
        kept[:] = [ceremony]

    parts = fastest(3, one_run)
    titles = [(task.id, task.title) for task in kept[0].tasks]
    return {"parts": parts, "texts": _digest(titles), "lines": octets.count(b"\n")}


def loaded(file: str) -> dict[str, Any]:
    """PyYAML's C parser: its events, and its safe loader, which keeps no places and checks nothing of ours."""
    import yaml
    from yaml import cyaml

    text = Path(file).read_text("utf-8")
    kept: list[Any] = []

    def one_run(watch: Stopwatch) -> None:
        events = cyaml.CParser(text)  # type: ignore[attr-defined]  # not in the types of PyYAML
        while events.check_event():
            events.get_event()
        watch.lap("the events of PyYAML's C parser alone")
        kept[:] = [yaml.load(text, Loader=yaml.CSafeLoader)]
        watch.lap(_SAFE)

    parts = fastest(3, one_run)
    titles = [(name, row["title"]) for name, row in kept[0]["tasks"].items()]
    return {"parts": parts, "texts": _digest(titles)}


def _digest(titles: list[tuple[str, str]]) -> str:
    return sha256(repr(titles).encode()).hexdigest()


_SAFE = "PyYAML's CSafeLoader, no places, no checks"


def _row(name: str, taken: float, whole: float, tasks: int) -> list[str]:
    return [name, times(taken), f"{number(100 * taken / whole)} %", times(taken / tasks)]


_EXPLAINED = """\
A ceremony file of {tasks:,} tasks on {lines} lines, one task a line in braces, with titles, agencies, phases and
references; processor time, the fastest of three runs, all in one process
({memory} MiB at the highest). All parties read the same ids and titles."""
