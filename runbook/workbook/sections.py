"""The sections of a ceremony file put together from the rows of a workbook's sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from runbook.build.reader import MOST_GUESSES
from runbook.format import CEREMONY
from runbook.nearest import nearest
from runbook.problems import Cell, problem
from runbook.syntax import Mapping, Node, Scalar, Sequence
from runbook.text import folded
from runbook.workbook import layout
from runbook.workbook.layout import Column
from runbook.workbook.tables import Listing, Row
from runbook.workbook.values import Values, choice, mapping_at


@dataclass
class Sections:
    """The sections of a ceremony taken from the rows of the sheets."""

    listing: Listing
    rows: dict[str, list[Row]]
    values: Values
    ids: dict[tuple[str, str], Cell] = field(default_factory=dict)
    guesses: int = 0

    def root(self, title: str) -> Mapping:
        """The whole, its keys in the order of the format."""
        root = Mapping(self.listing.book, self.listing.line(title, 1, 1), 1)
        found: dict[str, Node] = {}
        self.occasion(found)
        self.tasks(found)
        self.agencies(found)
        self.worktimes(found)
        self.holidays(found)
        for sheet, key in ((layout.PHASES, "title"), (layout.ASSUMPTIONS, "text")):
            self.texts(found, sheet.key, key)
        self.resources(found)
        self.peaks(found)
        for name in ("programme", "savings", "decisions", "occasions"):
            kept = [self.values.mapping(row) for row in self.table(name) if self.claimed(row, name == "programme")]
            if kept:
                found[name] = _sequence(kept)
        for key in CEREMONY.by_key:
            if key in found:
                node = found[key]
                root.entries[key] = Scalar(key, self.listing.book, node.line, node.column, 1), node
        return root

    def near(self, name: str, known: Iterable[str]) -> str:
        """The id that was probably meant, ""; not looked for any more after many that were wrong."""
        self.guesses += 1
        return nearest(name, known) if self.guesses <= MOST_GUESSES else ""

    def table(self, key: str) -> Iterable[Row]:
        return self.rows.get(key, ())

    def occasion(self, found: dict[str, Node]) -> None:
        """The form; an entry `plan.number` belongs to the section `plan`."""
        for row in self.table("occasion"):
            name = row.text("entry")
            column = layout.OCCASION.by_heading.get(folded(name))
            if "value" not in row.cells:
                if column is not None and column.key in _REQUIRED:
                    found[column.key] = Scalar("", self.listing.book, row.line("value"), 1, 1)
                continue
            if column is None:
                row.report("workbook-unknown-entry", "entry", entry=name[:60])
                continue
            node = self.values.node(_as(row, column), column)
            section, _, key = column.key.rpartition(".")
            if not self.once(column.key, "occasion", row, "entry") or node is None:
                continue
            if section:
                whole = found.setdefault(section, mapping_at(row))
                assert isinstance(whole, Mapping)
                whole.entries[key] = Scalar(key, self.listing.book, node.line, node.column, 1), node
            else:
                found[key] = node

        if "campaign" in found and isinstance(hours := found.get("hours"), Scalar) and not hours.text:
            del found["hours"]

    def claimed(self, row: Row, named: bool = True) -> bool:
        """Whether the row is the first of its id; a row without one is, for the reader to tell."""
        return not named or not row.text("id") or self.once(row.text("id"), "task", row, "id")

    def once(self, name: str, kind: str, row: Row, key: str) -> bool:
        """Enter a name that may stand once; a problem where it stands for the second time."""
        line = row.line(key)
        first = self.ids.setdefault((kind, name.casefold()), self.listing.book.cells[line - 1])
        if first is self.listing.book.cells[line - 1]:
            return True
        row.report("workbook-twice", key, text=row.text(key)[:60], sheet=first.sheet, cell=first.name)
        return False

    def named(self, row: Row, kind: str) -> Scalar | None:
        """The id of a row, None and a problem where it has none or another row has it."""
        if not row.text("id"):
            row.report("workbook-empty-cell", "id", heading="id")
            return None
        return row.scalar("id") if self.once(row.text("id"), kind, row, "id") else None

    def tasks(self, found: dict[str, Node]) -> None:
        """Preparation, tasks of the day and duties afterwards; steps go to the rows whose ids they name."""
        heads: dict[str, tuple[str, Mapping]] = {}
        for row in self.table("tasks"):
            if not row.text("chain") and (name := self.named(row, "task")) is not None:
                part = self.part(row) or "tasks"
                task = self.values.mapping(row, *_TASK_KEYS)
                heads[name.text] = part, task
                _enter(found.setdefault(part, mapping_at(row)), name, task)
        for row in self.table("tasks"):
            if row.text("chain"):
                self.step(row, heads)

    def step(self, row: Row, heads: dict[str, tuple[str, Mapping]]) -> None:
        name = row.text("chain")
        if name not in heads:
            row.report("workbook-unknown-chain", "chain", id=name[:60], near=self.near(name, heads))
            return
        part, head = heads[name]
        if self.part(row) not in ("", part):
            row.report("workbook-other-part", "part")
        if not self.claimed(row):
            return
        step = self.values.mapping(row, "id", *_TASK_KEYS)
        key = Scalar("approval", head.file, head.line, head.column, 1)
        _, steps = head.entries.setdefault("approval", (key, Sequence(head.file, step.line, 1)))
        assert isinstance(steps, Sequence)
        steps.items.append(step)

    def part(self, row: Row) -> str:
        return self.word(row, "part", "workbook-unknown-part")

    def word(self, row: Row, key: str, code: str) -> str:
        """The choice of a column that the format has no key for, "" where it is empty or wrong."""
        column = row.sheet.by_key[key]
        node = self.values.node(row, column) if key in row.cells else None
        if not isinstance(node, Scalar) or choice(column, node.text) in column.choices:
            return node.text if isinstance(node, Scalar) else ""
        row.report(code, key, text=node.text[:60])
        return ""

    def agencies(self, found: dict[str, Node]) -> None:
        """Agencies in the order of rows, those that belong to a group inside it; and their people."""
        by_id: dict[str, Mapping] = {}
        whole: Mapping | None = None
        rows = [(row, name) for row in self.table("agencies") if (name := self.named(row, "agency")) is not None]
        for row, name in rows:
            by_id[name.text] = self.values.mapping(row, *_AGENCY_KEYS)
        for row, name in rows:
            whole = whole or mapping_at(row)
            holder = whole if "group" not in row.cells else self.group(row, by_id)
            if holder is not None:
                _enter(holder, name, by_id[name.text])
        if whole is not None:
            found["agencies"] = whole
        for row in self.table("contacts"):
            agency = self.referred(row, "agency", by_id)
            if agency is not None:
                person = self.values.mapping(row, *_PERSON_KEYS)
                key = Scalar("contacts", person.file, person.line, 1, 1)
                _, people = agency.entries.setdefault("contacts", (key, Sequence(person.file, person.line, 1)))
                assert isinstance(people, Sequence)
                people.items.append(person)

    def group(self, row: Row, by_id: dict[str, Mapping]) -> Mapping | None:
        """The members of the group that a row says it belongs to."""
        agency = self.referred(row, "group", by_id)
        if agency is None:
            return None
        key = Scalar("members", self.listing.book, row.line("group"), 1, 1)
        _, members = agency.entries.setdefault("members", (key, mapping_at(row)))
        if isinstance(members, Mapping):
            return members
        row.report("workbook-members", "group", id=row.text("group")[:60])
        return None

    def referred(self, row: Row, key: str, by_id: dict[str, Mapping]) -> Mapping | None:
        """The agency that a cell names, None and a problem where there is none."""
        if key not in row.cells:
            row.report("workbook-empty-cell", key, heading=key)
            return None
        node = self.values.node(row, row.sheet.by_key[key])
        if not isinstance(node, Scalar):
            return None
        if node.text not in by_id:
            near = self.near(node.text, by_id)
            self.listing.problems.append(problem("unknown-agency", node.place, id=node.text[:60], near=near))
        return by_id.get(node.text)

    def worktimes(self, found: dict[str, Node]) -> None:
        """Calendars by name; one that has several rows states its hours by weekday."""
        rows: dict[str, list[Row]] = {}
        for row in self.table("worktime"):
            if row.text("id"):
                rows.setdefault(row.text("id"), []).append(row)
            else:
                row.report("workbook-empty-cell", "id", heading="id")
        for first, *more in rows.values():
            calendar = self.values.mapping(first, "day", "holidays", *(() if more else ("days", "hours")))
            for row in more:
                for key in ("day", "holidays"):
                    if key in row.cells and key in first.cells:
                        row.report("workbook-twice", key, text=row.text(key)[:60], **self.where(first, key))
                    elif key in row.cells:
                        self.values.enter(calendar, row, row.sheet.by_key[key])
            if more:
                hours = self.by_weekday([first, *more])
                calendar.entries["hours"] = Scalar("hours", hours.file, hours.line, 1, 1), hours
            _enter(found.setdefault("worktime", mapping_at(first)), first.scalar("id"), calendar)

    def by_weekday(self, rows: list[Row]) -> Mapping:
        found = mapping_at(rows[0])
        for row in rows:
            days, spans = row.scalar("days"), None
            if "hours" in row.cells:
                spans = self.values.node(row, row.sheet.by_key["hours"])
            if self.once(f"{row.text('id')} {days.text}", "weekdays", row, "days"):
                found.entries[days.text] = days, spans or Scalar("", days.file, row.line("hours"), 1, 1)
        return found

    def where(self, row: Row, key: str) -> dict[str, str]:
        cell = self.listing.book.cells[row.line(key) - 1]
        return {"sheet": cell.sheet, "cell": cell.name}

    def holidays(self, found: dict[str, Node]) -> None:
        """Own days off, and those worked."""
        days: dict[str, list[Mapping]] = {"off": [], "work": []}
        for row in self.table("holidays"):
            kind = self.word(row, "kind", "workbook-unknown-kind") or "off"
            days[kind].append(self.values.mapping(row, "day", "name"))
        whole: Mapping | None = None
        for key, rows in days.items():
            if rows:
                whole = whole or Mapping(rows[0].file, rows[0].line, 1)
                whole.entries[key] = Scalar(key, rows[0].file, rows[0].line, 1, 1), _sequence(rows)
        if whole is not None:
            found["holidays"] = whole

    def resources(self, found: dict[str, Node]) -> None:
        for row in self.table("resources"):
            name = self.named(row, "resources")
            if name is not None:
                whole = found.setdefault("resources", mapping_at(row))
                _enter(whole, name, self.values.mapping(row, "name", "capacity"))

    def peaks(self, found: dict[str, Node]) -> None:
        """The peaks, in the campaign that the form states."""
        for row in self.table("peaks"):
            name = self.named(row, "peaks")
            if name is not None:
                campaign = found.setdefault("campaign", mapping_at(row))
                assert isinstance(campaign, Mapping)
                key = Scalar("peaks", self.listing.book, row.line("id"), 1, 1)
                _, peaks = campaign.entries.setdefault("peaks", (key, mapping_at(row)))
                _enter(peaks, name, self.values.mapping(row, "title", "window"))

    def texts(self, found: dict[str, Node], sheet: str, key: str) -> None:
        """A mapping from id to a text."""
        for row in self.table(sheet):
            name = self.named(row, sheet)
            if name is not None:
                empty = Scalar("", self.listing.book, row.line(key), 1, 1)
                node = self.values.node(row, row.sheet.by_key[key]) if key in row.cells else None
                _enter(found.setdefault(sheet, mapping_at(row)), name, node or empty)


def _keys(columns: Iterable[Column], *others: str) -> tuple[str, ...]:
    return tuple(column.key for column in columns if column.key not in others)


_REQUIRED = frozenset(field.key for field in CEREMONY.required)
_TASK_KEYS = _keys(layout.TASKS.columns, "id", "part", "chain")
_AGENCY_KEYS = _keys(layout.AGENCIES.columns, "id", "group")
_PERSON_KEYS = _keys(layout.CONTACTS.columns, "agency")


def _as(row: Row, column: Column) -> Row:
    """A row of the form as one whose value stands under the entry's own key."""
    cells, places = {column.key: row.cells["value"]}, {column.key: row.places["value"]}
    return Row(row.sheet, row.title, row.number, cells, places, row.listing)


def _enter(holder: Node, name: Scalar, node: Node) -> None:
    assert isinstance(holder, Mapping)
    holder.entries[name.text] = name, node


def _sequence(items: list[Mapping]) -> Sequence:
    found = Sequence(items[0].file, items[0].line, 1)
    found.items = [*items]
    return found
