"""How long a command takes to answer: whole processes by turns."""

from __future__ import annotations

import sys

from benchmarks.bench import ROOT, RUNBOOK, Bench, Turn, by_turns, installed
from benchmarks.report import Report, Table, number, size, times

CEREMONY = str(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml")
HEAVY = "click, ics, networkx, numpy, pendulum, tabulate, yaml"
HELP = "runbook --help"
PEERS = ("tj3 --version", "khal --version")


def run(bench: Bench) -> Report:
    """Ours on the shipped ceremony, two peers saying their version, and ours had it loaded everything at once."""
    commands = {
        HELP: [*RUNBOOK, "--help"],
        "runbook check": [*RUNBOOK, "check", CEREMONY],
        "runbook plan": [*RUNBOOK, "plan", CEREMONY],
        "runbook --help, every library loaded": [sys.executable, "-c", f"import {HEAVY}\n{RUNBOOK[-1]}", "--help"],
        **{peer: peer.split() for peer in PEERS if installed(peer.split()[0])},
        "(python that does nothing)": [sys.executable, "-c", "pass"],
    }
    turns = by_turns(commands, bench.pick(1, 3, 15), bench.folder)
    rows = [_row(name, turn, turns[HELP]) for name, turn in turns.items()]
    missing = [f"`{peer}` is not installed here: left out." for peer in PEERS if peer not in turns]
    figures = {f"start {peer}": turns[peer].wall / turns[HELP].wall for peer in PEERS if peer in turns}
    return Report("start", [_EXPLAINED, Table(_HEAD, rows), *missing], figures)


_HEAD = ["command", "time", "processor time", "memory", "against `runbook --help`"]


def _row(name: str, turn: Turn, own: Turn) -> list[str]:
    return [name, times(turn.wall), times(turn.processor), size(turn.memory), f"{number(turn.wall / own.wall)} ×"]


_EXPLAINED = """\
Whole processes by turns, the middle one of several; the time is that of the wall clock. `check` and `plan` read the
shipped ceremony of 106 tasks. Its byte code is kept, as that of an installed program is."""
