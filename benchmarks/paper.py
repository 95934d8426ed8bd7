"""Paper and office files: run sheets by the thousand, a large chart, a Word table, a workbook, the whole build."""

from __future__ import annotations

from importlib.util import find_spec

from benchmarks import office, plans, sheets
from benchmarks.bench import ROOT, RUNBOOK, Bench, Outcome, Turn, by_turns, same
from benchmarks.report import Report, Table, ratio, size, times
from benchmarks.stopwatch import total

CEREMONY = str(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml")
_MADE = ("reports", "paper")  # the laps of ours; keeping data for the others is no part of it


def run(bench: Bench) -> Report:
    """Ours beside whichever of the others is installed; each must say what ours says."""
    tasks = bench.pick(20, 200, 2_000)
    bench.party(plans.write, folder=str(bench.folder), tasks=tasks)
    file = str(bench.folder / f"{tasks}-full.yaml")
    blocks, figures = list[str | Table](), dict[str, float]()
    for found in (_sheets(bench), _chart(bench, tasks, file), _word(bench, file), _workbook(bench, file)):
        blocks += found[0]
        figures |= found[1]
    return Report("paper", [*blocks, *_build(bench), *_missing()], figures)


Found = tuple[list[str | Table], dict[str, float]]


def installed(party: str) -> bool:
    return find_spec(party) is not None


def _sheets(bench: Bench) -> Found:
    folder, count = str(bench.folder), bench.pick(2, 6, 60)
    agencies, days = bench.pick((2, 1), (10, 3), (60, 20))
    own = bench.party(sheets.ours, agencies=agencies, days=days, folder=folder)
    others = {
        party: bench.party(sheets.theirs, party=party, count=count, folder=folder)
        for party in sheets.RIVALS
        if installed(party)
    }
    read = {party: bench.party(sheets.lost, party=party, folder=folder).result for party in ("runbook", *others)}
    same("words of run sheets", asked=[], **{party: one["lost"] for party, one in read.items()})
    rows = [_sheet_row("runbook", own, own), *(_sheet_row(party, one, own) for party, one in others.items())]
    figures = {f"paper {party}": _each(one) / _each(own) for party, one in others.items()}
    told = _SHEETS.format(agencies=agencies, days=days, reports=times(own.result["parts"]["reports"]), count=count)
    return [told, Table(_SHEETS_HEAD, rows)], figures


def _chart(bench: Bench, tasks: int, file: str) -> Found:
    own = bench.party(office.chart, file=file)
    same("titles in a chart", asked=[], runbook=own.result["missing"])
    rows, figures = [], {}
    for kind in ("pdf", "svg"):
        taken = own.result["parts"]["layout"] + own.result["parts"][kind]
        rows.append(_chart_row(f"runbook, {kind.upper()}", own, taken, own.result["octets"][kind], taken))
        if installed("matplotlib"):
            other = bench.party(office.chart_by_matplotlib, file=file, kind=kind)
            theirs = other.result["parts"][kind]
            rows.append(_chart_row(f"matplotlib, {kind.upper()}", other, theirs, other.result["octets"], taken))
            figures[f"paper matplotlib {kind}"] = theirs / taken
    return [_CHART.format(tasks=f"{tasks:,}"), Table(_CHART_HEAD, rows)], figures


def _word(bench: Bench, file: str) -> Found:
    own = bench.party(office.word, file=file, folder=str(bench.folder))
    other = bench.party(office.word_by_python_docx, folder=str(bench.folder))
    same("cells of the Word table", runbook=True, python_docx=other.result["same"])
    rows = [_file_row("runbook", own, own), _file_row("python-docx", other, own)]
    return (
        [_WORD.format(rows=f"{own.result['rows']:,}"), Table(_FILE_HEAD, rows)],
        {"paper python-docx": _taken(other) / _taken(own)},
    )


def _workbook(bench: Bench, file: str) -> Found:
    own = bench.party(office.workbook, file=file, folder=str(bench.folder))
    parties = [party for party in ("openpyxl", "xlsxwriter") if installed(party)]
    others = {
        party: bench.party(office.workbook_by_another, party=party, folder=str(bench.folder)) for party in parties
    }
    same("cells of the workbook", runbook=True, **{party: one.result["same"] for party, one in others.items()})
    rows = [_file_row("runbook", own, own), *(_file_row(f"{party}, bare", one, own) for party, one in others.items())]
    figures = {f"paper {party}": _taken(one) / _taken(own) for party, one in others.items()}
    return [_WORKBOOK.format(cells=f"{own.result['cells']:,}"), Table(_FILE_HEAD, rows)], figures


def _build(bench: Bench) -> list[str | Table]:
    """Sets of the shipped ceremony's files, each as a whole process; none of them at the size of the tests."""
    wanted = bench.pick((), ("", "pages", "office"), ("", "pages", "paper", "office", "calendars"))
    if not wanted:
        return []
    commands = {
        f"build --only {one}" if one else "build": [
            *RUNBOOK,
            *("build", CEREMONY, "--output", str(bench.folder / f"built {one}")),
            *(("--only", one) if one else ()),
        ]
        for one in wanted
    }
    turns = by_turns(commands, bench.pick(1, 2, 3), bench.folder)
    return [_BUILD, Table(_BUILD_HEAD, [_build_row(name, turn) for name, turn in turns.items()])]


def _missing() -> list[str | Table]:
    missing = [one for one in (*sheets.RIVALS, "matplotlib", "xlsxwriter") if not installed(one)]
    return [f"Not installed here, so left out: {', '.join(missing)}."] if missing else []


def _each(party: Outcome) -> float:
    """Seconds a sheet, from its data to octets."""
    return float(party.result["parts"]["paper"] / party.result["sheets"])


def _taken(party: Outcome) -> float:
    return total(party.result["parts"])


_SHEETS_HEAD = ["", "sheets", "time", "each", "against runbook", "memory", "octets each"]


def _sheet_row(name: str, party: Outcome, own: Outcome) -> list[str]:
    against = "" if party is own else ratio(_each(party) / _each(own))
    found = party.result
    cells = [name, f"{found['sheets']:,}", times(found["parts"]["paper"]), times(_each(party)), against]
    return [*cells, size(party.memory), f"{found['octets'] // found['sheets']:,}"]


_CHART_HEAD = ["", "pages", "time", "against runbook", "memory", "octets"]


def _chart_row(name: str, party: Outcome, taken: float, octets: int, own: float) -> list[str]:
    against = "" if taken == own else ratio(taken / own)
    return [name, str(party.result["pages"]), times(taken), against, size(party.memory), f"{octets:,}"]


_FILE_HEAD = ["", "time", "against runbook", "memory", "octets"]


def _file_row(name: str, party: Outcome, own: Outcome) -> list[str]:
    against = "" if party is own else ratio(_taken(party) / _taken(own))
    return [name, times(_taken(party)), against, size(party.memory), f"{party.result['octets']:,}"]


_BUILD_HEAD = ["command", "time", "processor time", "memory"]


def _build_row(name: str, turn: Turn) -> list[str]:
    return [name, times(turn.wall), times(turn.processor), size(turn.memory)]


_SHEETS = """\
### Run sheets

{agencies} agencies, {days} days, a sheet for each agency and day; processor time, and the whole process's memory. Ours
are tagged PDF/A-2a, with page heads, tags, signatures and a legend; working out what they say took {reports} more. The
others set the first {count} of them from the same data: the same heads, rows and columns at the same widths, in the
same faces, without what stands around the table, untagged. Their libraries are loaded and their fonts read before
the clock starts. Of the first sheets every word of the table is read back from every party's file."""
_CHART = """\
### A large chart

The Gantt chart of {tasks} tasks on sheets of A3, from the plan; processor time. Ours has a table of six columns, links,
slack and days off; matplotlib's has bars under their titles and an axis of dates."""
_WORD = """\
### A Word table

The table of assigned tasks, {rows} rows of six columns; processor time. python-docx writes the same cells, without
styles, borders or the head of the appendix; both files are read back and hold the same texts."""
_WORKBOOK = """\
### A workbook

All sheets of the plan's workbook, {cells} cells that hold something; processor time. The others write the same values
into the same cells and nothing else: ours also has looks, choices, guards, rules of colour and heights of rows."""
_BUILD = """\
### The whole build

The shipped ceremony, every set of files and some alone: whole processes, the middle one of several on the wall clock,
and the highest memory."""
