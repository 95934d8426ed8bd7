"""From a ceremony file on the disk to a Ceremony with its problems, its holidays looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.files import disk
from runbook.model import Ceremony
from runbook.problems import Place, Problem, Severity, in_order, problem
from runbook.workbook import is_workbook
from runbook.worktime import DayOff

if TYPE_CHECKING:
    from runbook import whatif
    from runbook.syntax import Node


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading a file gave. `ceremony` is None where any problem is an error.

    `texts` holds the text of every file that was read, by the name that problems carry; `sources` that of the user's
    own files, by their bare names. `root`: the nodes of the file without the changes, None where it cannot be read.
    A workbook's text is the ceremony file that says the same, for problems a list of its cells.
    """

    ceremony: Ceremony | None
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]
    sources: Mapping[str, str] = field(default_factory=dict)
    root: Node | None = None


@dataclass
class _Tables:
    """Holiday tables by name: a country's shipped years, or the user's own file beside the ceremony file."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)

    def table(self, name: str) -> Mapping[date, DayOff] | None:
        return self._own(name) if name.lower().endswith(".csv") else self._country(name)

    def _own(self, name: str) -> Mapping[date, DayOff] | None:
        """Only a file that lies beside the ceremony file: a ceremony from elsewhere must not read other folders."""
        path = self.folder / name
        if Path(name).name != name or not path.is_file():
            return None
        from runbook import syntax

        text, wrong = syntax.decode(disk.read(path), str(path))
        self.own[name] = text
        return self._parsed(text, str(path), [wrong] if wrong else [])

    def _country(self, name: str) -> Mapping[date, DayOff] | None:
        folder = resources.files("runbook") / "holidays" / name
        if not name.isidentifier() or not folder.is_dir():
            return None
        days: dict[date, DayOff] = {}
        for file in sorted(_tables_in(folder), key=lambda file: file.name):
            days |= self._parsed(file.read_text("utf-8"), file.name, [])
        return days

    def _parsed(self, text: str, file: str, wrong: list[Problem]) -> Mapping[date, DayOff]:
        days, problems = _parse(text, file)
        self.texts[file] = text
        self.problems += wrong or problems
        return days


@lru_cache(maxsize=32)
def _parse(text: str, file: str) -> tuple[Mapping[date, DayOff], tuple[Problem, ...]]:
    """A table is read once, however many ceremonies of one run name it."""
    from runbook import holiday_book

    return holiday_book.parse(text, file)


def tables(folder: Path) -> Callable[[str], Mapping[date, DayOff] | None]:
    """Holidays by name, as a ceremony file in that folder finds them."""
    return _Tables(folder).table


def load(path: Path, changes: Sequence[str] = ()) -> Loaded:
    """The ceremony of a text or a workbook, with what-if changes (`E4.work=2d`) laid over it. Raises UnusableError."""
    from runbook import whatif

    data = disk.read(path)
    source = _workbook(data, path) if is_workbook(data) else _text(data, path)
    read = [whatif.change(one, number) for number, one in enumerate(changes, 1)]
    refused = [one for one in read if isinstance(one, Problem)]
    texts = {str(path): source.listing, whatif.FILE: "\n".join(changes)}
    if refused or source.root is None:
        return Loaded(None, (*refused, *source.problems), texts)
    return _built(source, path, [one for one in read if isinstance(one, whatif.Change)], texts)


@dataclass(frozen=True, slots=True)
class _Source:
    """A file as read: its nodes, its problems so far, its text, and what the places of problems count the lines of.

    `told` puts the problems of building beside those of reading.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    text: str
    listing: str
    told: Callable[[Iterable[Problem]], tuple[Problem, ...]]


def _text(data: bytes, path: Path) -> _Source:
    from runbook import syntax

    text, wrong = syntax.decode(data, str(path))
    root, problems = (None, (wrong,)) if wrong else syntax.parse(text, str(path))
    if root is None and not problems:
        problems = (problem("empty-file", Place(str(path), 1, 1)),)
    return _Source(root, problems, text, syntax.unified(text), lambda more: in_order((*problems, *more)))


def _workbook(data: bytes, path: Path) -> _Source:
    from runbook.workbook import reading
    from runbook.workbook.text import text

    read = reading.read(data, str(path))
    return _Source(read.root, read.problems, text(read.root) if read.root else "", read.listing, read.told)


def _built(source: _Source, path: Path, changes: Sequence[whatif.Change], texts: dict[str, str]) -> Loaded:
    from runbook import build

    tables = _Tables(path.parent)
    ceremony, problems = build.ceremony(source.root, str(path), tables.table, changes)
    found = (*tables.problems, *source.told(problems))
    failed = any(problem.severity is Severity.ERROR for problem in found)
    sources = {path.name: source.text, **tables.own}
    return Loaded(None if failed else ceremony, found, {**texts, **tables.texts}, sources, source.root)


def _tables_in(folder: Traversable) -> list[Traversable]:
    return [file for file in folder.iterdir() if file.name.endswith(".csv")]
