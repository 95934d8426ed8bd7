"""What was set out to be reached, and whether it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.report import Report, Table, number, times

Figures = Mapping[str, float]


@dataclass(frozen=True)
class Goal:
    """A ratio to reach. `figure` names it among what the benchmarks found; a moonshot in words is no ratio.

    `short`: why it is hard, told beside a figure that falls short.
    """

    what: str
    figure: str
    goal: float
    moonshot: float | str
    reached: Callable[[Figures], bool] | None = None
    note: Callable[[Figures], str] = lambda _: ""
    short: str = ""


def _edit_seconds(figures: Figures) -> list[float]:
    return [value for name, value in figures.items() if name.startswith("edit seconds")]


def _copies(figures: Figures) -> float:
    return figures.get("instants to a copy", 0)


def _second(figures: Figures) -> str:
    """How far from the best known a second leaves us; its inverse in per cent is the figure."""
    found = figures.get("levelling j120 second")
    return f" ({1 / found:.2f} % in a second)" if found else ""


_COLD = "half of it is finding the levels and putting two million links in order"
_LEVELS = (
    "some 200 levels, each a dozen numpy calls a pass, with calendars, four relations and lags on, "
    "against elapsed minutes and links folded to one number"
)
_READER = (
    "reading and checking the YAML is half of it (the C parser's events alone a fifth), starting Python and its "
    "libraries a sixth; a plan kept compiled between runs would skip both"
)
_ENTRIES = "ours writes twice the properties an entry and folds every line; the rest is text escaped once a property"
_WHOLE = "writing the whole is most of it: entries that did not change are written anew, so nothing has to be kept by"
_RECORDS = "one JSON record an entry is read, and made an entry again; the rest is writing the whole"
_SHEETS = (
    "a tagged sheet takes its time in the typesetter: reading templates, shaping every text, writing tags and faces"
)
_TABLE = "ours also works the rows out from the plan; python-docx begins with ready cells, without styles"
_WRITERS = "writers wait for the lock by sleeping and asking again, and every release waits for the disk alone"

GOALS = (
    Goal(
        "critical path, 189,000 tasks in layers, against networkx alone", "planning layered 189000", 40, 80, short=_COLD
    ),
    Goal("the same, ceremonies (63 × 3,000)", "planning ceremony 189000", 40, 80, short=_LEVELS),
    Goal("critical path, 1,000,000 tasks in layers", "planning layered 1000000", 50, 100, short=_COLD),
    Goal("the same, ceremonies", "planning ceremony 1000000", 50, 100, short=_LEVELS),
    Goal(
        "one edit at 1,000,000 tasks, 95th of 100, against a networkx pass",
        "edit ceremony 1000000",
        10_000,
        "under 1 ms at every size",
        lambda figures: max(_edit_seconds(figures)) < 1e-3,
        lambda figures: f" ({times(max(_edit_seconds(figures)))} at most)",
    ),
    Goal(
        "whole process, 5,000 tasks from the tool's own file, against TaskJuggler", "tj3 5000", 20, 100, short=_READER
    ),
    Goal(
        "working minute to instant, in bulk, against pendulum objects with bisect",
        "instants",
        1_000,
        "within 10 × of a copy of memory",
        lambda figures: _copies(figures) <= 10,
        lambda figures: f" ({number(_copies(figures))} × a copy)",
    ),
    Goal("calendar entries, against ics", "entries ics", 5, 15),
    Goal("calendar entries, against icalendar", "entries icalendar", 20, 60, short=_ENTRIES),
    Goal(
        "a plan with 1 entry in 100 moved: update and whole, against icalendar",
        "replan icalendar",
        10,
        30,
        short=_WHOLE,
    ),
    Goal("the same, the update alone against all it can write", "replan update", 50, 150),
    Goal("the same as both, what was told read first", "replan from disk", 10, 30, short=_RECORDS),
    Goal(
        "what was told, read by the ledger, against icalendar reading its file", "replan read", 10, 30, short=_RECORDS
    ),
    Goal(
        "releases a second, eight processes against one alone, none lost", "releases together", 0.8, 1.5, short=_WRITERS
    ),
    Goal("a run sheet, tagged and archival, against WeasyPrint", "paper weasyprint", 3, 10, short=_SHEETS),
    Goal("the same, against fpdf2", "paper fpdf", 2, 10, short=_SHEETS),
    Goal("the same, against ReportLab", "paper reportlab", 1, 3, short=_SHEETS),
    Goal("a chart of 2,000 tasks as PDF, against matplotlib", "paper matplotlib pdf", 5, 20),
    Goal("the same as SVG", "paper matplotlib svg", 20, 100),
    Goal("a Word table of 2,000 rows, against python-docx", "paper python-docx", 2, 10, short=_TABLE),
    Goal(
        "levelling j120: how much nearer to the best known than CP-SAT at 10 s, in a sixtieth of its time",
        "levelling j120 cp-sat",
        1,
        "within 1.0 % in a second",
        lambda figures: figures.get("levelling j120 second", 0) >= 1,
        _second,
    ),
    Goal("Monte Carlo, 10,000 samples of 5,000 tasks, draws included, against networkx", "risk networkx", 400, 1_500),
    Goal("`runbook --help` against `tj3 --version`", "start tj3 --version", 3, 8),
    Goal("`runbook --help` against `khal --version`", "start khal --version", 1.5, 4),
)


def report(figures: Figures) -> Report:
    """The goals against the figures of one run."""
    head = ["", "goal", "moonshot", "measured", "outcome"]
    return Report("goals", [Table(head, [_row(goal, figures) for goal in GOALS])])


def _row(goal: Goal, figures: Figures) -> list[str]:
    moonshot = goal.moonshot if isinstance(goal.moonshot, str) else f"{number(goal.moonshot)} ×"
    cells = [goal.what, f"≥ {number(goal.goal)} ×", moonshot]
    if goal.figure not in figures:
        return [*cells, "–", "not measured in this run"]
    measured = figures[goal.figure]
    return [*cells, f"**{number(measured)} ×**{goal.note(figures)}", _outcome(goal, measured, figures)]


def _outcome(goal: Goal, measured: float, figures: Figures) -> str:
    if measured < goal.goal:
        return ": ".join(filter(None, (f"short by {number(goal.goal / measured)} ×", goal.short)))
    if goal.reached is not None:
        return "moonshot reached" if goal.reached(figures) else "reached"
    assert isinstance(goal.moonshot, float | int), "a moonshot in words says itself when it is reached"
    return "moonshot reached" if measured >= goal.moonshot else "reached"
