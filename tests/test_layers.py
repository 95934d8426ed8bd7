"""Imports go down, and each outside library has one home."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Layer of each room, named by its longest matching prefix. A room imports its own layer and lower ones.
LAYERS = {
    "cli": 5,
    "runbook.commandline": 5,
    "runbook.spoken": 5,
    "runbook.commands": 4,
    "runbook.console": 4,
    "runbook.files": 4,
    "runbook.fullscreen": 4,
    "runbook.render": 4,
    "runbook.store": 4,
    "runbook.workbook": 4,
    "runbook.reports": 3,
    "runbook.anniversaries": 2,
    "runbook.checks": 2,
    "runbook.cloning": 2,
    "runbook.draft": 2,
    "runbook.rehearsal": 2,
    "runbook.releases": 2,
    "runbook.tracking": 2,
    "runbook.bounds": 1,
    "runbook.build": 1,
    "runbook.format": 1,
    "runbook.grammars": 1,
    "runbook.levelling": 1,
    "runbook.nearest": 1,
    "runbook.live": 1,
    "runbook.network": 1,
    "runbook.risk": 2,
    "runbook.schedule": 1,
    "runbook.schema": 1,
    "runbook.syntax": 1,
    "runbook.syntax_remedies": 1,
    "runbook.values": 1,
    "runbook.whatif": 1,
    "runbook.axis": 0,
    "runbook.campaign": 0,
    "runbook.holiday_book": 0,
    "runbook.lunar": 0,
    "runbook.model": 0,
    "runbook.occasion": 0,
    "runbook.problems": 0,
    "runbook.resources": 0,
    "runbook.savings": 0,
    "runbook.staging": 0,
    "runbook.office": 0,
    "runbook.text": 0,
    "runbook.worktime": 0,
    "runbook": 0,
}
HOMES = {
    "click": ("cli", "runbook.commandline", "runbook.spoken"),
    "ics": ("runbook.render.ical",),
    "lunar_vn": ("runbook.lunar",),
    "networkx": ("runbook.network", "runbook.schedule"),
    "numba": ("runbook.levelling.compiled",),
    "numpy": ("runbook.levelling.compiled", "runbook.risk", "runbook.schedule"),
    "openpyxl": ("runbook.workbook",),
    "ortools": ("runbook.levelling.exact",),
    "psycopg": ("runbook.store",),
    "pypdfium2": ("runbook.office.pages",),
    "tabulate": ("runbook.render",),
    "typst": ("runbook.render.pdf",),
    "yaml": ("runbook.syntax",),
}
FREE = {"pendulum", "wcwidth"}  # the value type of time, and the width of a letter: wherever they are needed
# What reaches outside, and the only rooms that may.
OUTSIDE = {
    **dict.fromkeys(("tempfile", "importlib.resources", "open"), ("runbook.files",)),
    "io": (
        "runbook.files",
        "runbook.render.word",
        "runbook.office",
        "runbook.workbook",
    ),  # a ZIP archive is written to a file, here one in memory
    "os": ("runbook.files", "runbook.fullscreen", "runbook.store", "runbook.commandline", "runbook.spoken", "cli"),
    "shutil": ("runbook.files", "runbook.commandline"),
    **dict.fromkeys(("msvcrt", "select", "signal", "termios"), ("runbook.fullscreen",)),
    "ctypes": ("runbook.fullscreen.windows", "runbook.office.pages"),
    "sys": ("cli", "runbook.fullscreen", "runbook.commandline", "runbook.spoken", "runbook.office.pages"),
    **dict.fromkeys(("time", "now", "today", "utcnow"), ("cli",)),
    **dict.fromkeys(("locale",), ("cli", "runbook.console")),
    "sqlite3": ("runbook.store",),
    "pathlib": ("runbook.files", "runbook.store", "runbook.commands", "runbook.schema", "runbook.commandline", "cli"),
    "subprocess": ("runbook.office.pages",),  # a PDF in bad faith is only ended from outside
    **dict.fromkeys(("socket", "random", "threading"), ()),
}
CLOCK = {"now", "today", "utcnow"}  # methods that read it


def modules() -> dict[str, str]:
    """Every module of the program by dotted name, with its source."""
    paths = [ROOT / "cli.py", *sorted((ROOT / "runbook").rglob("*.py"))]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return {name: path.read_text(encoding="utf-8") for name, path in zip(names, paths, strict=True)}


def imports(source: str) -> set[str]:
    """The dotted names a source imports, wherever in the file the import stands."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def calls(source: str) -> set[str]:
    """What a source calls of what reaches outside: `open(…)` and the methods that read the clock."""
    functions = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    opened = {"open" for function in functions if isinstance(function, ast.Name) and function.id == "open"}
    clocks = {one.attr for one in functions if isinstance(one, ast.Attribute) and one.attr in CLOCK}
    return opened | clocks


def layer(name: str) -> int:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        if (prefix := ".".join(parts[:length])) in LAYERS:
            return LAYERS[prefix]
    raise KeyError(name)


def faults(name: str, source: str) -> list[str]:
    """What a module imports that it may not."""
    found, used_here = [], imports(source)
    for imported in sorted(used_here):
        top = imported.split(".")[0]
        if top in ("runbook", "cli") and layer(imported) > layer(name):
            found.append(f"{name} (layer {layer(name)}) imports {imported} (layer {layer(imported)})")
        if top in HOMES and not name.startswith(HOMES[top]):
            found.append(f"{name} imports {top}, which lives in {', '.join(HOMES[top])}")
    reached = {one for one in OUTSIDE for used in used_here if used == one or used.startswith(f"{one}.")}
    for one in sorted(reached | calls(source)):
        if not name.startswith(OUTSIDE[one] or "nowhere"):
            found.append(f"{name} reaches outside with {one}")
    return found


def test_every_import_goes_down_and_every_library_stays_at_home() -> None:
    assert [fault for name, source in modules().items() for fault in faults(name, source)] == []


def test_every_room_has_a_layer_and_every_layer_a_room() -> None:
    names = modules()
    assert all(
        name in LAYERS or any(name.startswith(f"{room}.") for room in LAYERS if room != "runbook") for name in names
    )
    assert [room for room in LAYERS if room not in names] == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("runbook.model", "from runbook.reports import plan\n"),
        ("runbook.schedule.plan", "def late():\n    from runbook.render import terminal\n"),
        ("runbook.reports.plan", "import click\n"),
        ("runbook.render.text", "import networkx as nx\n"),
        ("runbook.build.tasks", "from pathlib import Path\n"),
        ("runbook.checks", "import time\n"),
        ("runbook.render.text", "import os\n"),
        ("runbook.commands", "open('x')\n"),
        ("runbook.reports.plan", "import datetime\nmoment = datetime.datetime.now()\n"),
    ],
)
def test_canary_a_forbidden_import_is_seen(name: str, source: str) -> None:
    assert len(faults(name, source)) == 1
