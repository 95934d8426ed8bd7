"""The nodes of a ceremony as rows of texts, one table for each sheet of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook import syntax
from runbook.grammars import PROSE
from runbook.syntax import Mapping, Node, Scalar
from runbook.values import MistakeError, identifier
from runbook.workbook import labels, layout
from runbook.workbook.labels import Labels
from runbook.workbook.layout import Column, Kind, Sheet

Row = dict[str, str]
Rows = dict[str, list[Row]]
_TASK_PARTS = ("tasks", "day", "during", "after")


def rows(root: Mapping, language: str) -> Rows:
    """The rows of every sheet by its key; the occasion is one row. `root`: a ceremony file without errors."""
    agencies = list(_agencies(root, language))
    phases = [{"id": name, "title": _line(node)} for name, node in _entries(root, "phases")]
    table = _Table(language, labels.of_agencies(agencies), labels.of_phases(phases))
    for row in agencies:
        if row.get("members"):
            row["members"] = "; ".join(map(table.agencies.label, row["members"].split("; ")))
        if row.get("group"):
            row["group"] = table.agencies.label(row["group"])
    texts = [{"id": name, "text": _prose(node)} for name, node in _entries(root, "assumptions")]
    return {
        "occasion": [_occasion(table, root)],
        "tasks": [row for part in _TASK_PARTS for row in _tasks(table, root, part)],
        "programme": [table.row(layout.PROGRAMME, item) for item in _items(root, "programme")],
        "agencies": agencies,
        "contacts": list(_contacts(table, root)),
        "worktime": [row for name, node in _entries(root, "worktime") for row in _worktime(table, name, node)],
        "holidays": list(_holidays(table, root)),
        "phases": phases,
        "assumptions": texts,
        "decisions": [table.row(layout.DECISIONS, item) for item in _items(root, "decisions")],
        "resources": [_resource(table, *entry) for entry in _entries(root, "resources")],
        "savings": [table.row(layout.SAVINGS, item) for item in _items(root, "savings")],
        "peaks": [_peak(table, *entry) for entry in _entries(_child(root, "campaign"), "peaks")],
        "occasions": [table.row(layout.OCCASIONS, item) for item in _items(root, "occasions")],
    }


@dataclass(frozen=True, slots=True)
class _Table:
    """How values are shown: the language, and the labels of what they refer to."""

    language: str
    agencies: Labels
    phases: Labels

    def row(self, sheet: Sheet, node: Node, prefix: str = "") -> Row:
        """The texts of a section by column; keys without a column of that sheet are left to the caller."""
        found = {}
        for key, (_, child) in node.entries.items() if type(node) is Mapping else ():
            column = sheet.by_key.get(prefix + key)
            if column is not None and (text := self.text(column, child)):
                found[column.key] = text
        return found

    def text(self, column: Column, node: Node) -> str:
        if column.kind is Kind.LINES:
            return "\n".join(filter(None, map(_line, _listed(node))))
        if column.kind in (Kind.PIECES, Kind.AGENCIES, Kind.ASSUMED):
            return "; ".join(self.piece(column, piece) for piece in _pieces(node))
        if type(node) is not Scalar:
            return ""
        if column.field is not None and column.field.holds is PROSE:
            return _prose(node)
        return self.piece(column, _line(node))

    def piece(self, column: Column, text: str) -> str:
        if column.kind in (Kind.AGENCY, Kind.AGENCIES):
            return self.agencies.label(text)
        if column.kind is Kind.PHASE:
            return self.phases.label(text)
        if column.kind is Kind.CHOICE:
            return self.choice(column, text)
        if column.kind is Kind.ASSUMED:
            key, _, number = text.partition(" ")
            named = layout.TASKS.by_key.get(key) or layout.PROGRAMME.by_key.get(key)
            return f"{named.title(self.language) if named else key} {number.strip()}".strip()
        return text

    def choice(self, column: Column, text: str) -> str:
        """The word of this language for a choice, whatever of its words the file has."""
        assert column.field is not None
        read = column.field.holds.read  # type: ignore[union-attr]
        try:
            value = read(text)
        except MistakeError:
            return text
        same = next((choice for choice in column.choices if read(choice) == value), "")
        return layout.word(self.language, same) if same else text


def _occasion(table: _Table, root: Mapping) -> Row:
    found = table.row(layout.OCCASION, root)
    for section, whole in (("plan", "title"), ("date", "chosen"), ("campaign", "span"), ("venue", "name")):
        node = _child(root, section)
        if type(node) is Scalar:
            key = f"{section}.{whole}"
            found |= {key: table.text(layout.OCCASION.by_key[key], node)} if node.text.strip() else {}
        else:
            found |= table.row(layout.OCCASION, node or Mapping("", 1, 1), f"{section}.")
    return found


def _resource(table: _Table, name: str, node: Node) -> Row:
    return {"id": name, **({"name": _line(node)} if type(node) is Scalar else table.row(layout.RESOURCES, node))}


def _peak(table: _Table, name: str, node: Node) -> Row:
    return {"id": name, **({"window": _line(node)} if type(node) is Scalar else table.row(layout.PEAKS, node))}


def _tasks(table: _Table, root: Mapping, part: str) -> Iterator[Row]:
    for name, node in _entries(root, part):
        shown = {"part": layout.word(table.language, part)}
        chain = table.row(layout.TASKS, node) | {"id": name}
        yield shown | chain
        for number, step in enumerate(_items(node, "approval"), 1):
            row = {"chain": name, **shown, **table.row(layout.TASKS, step)}
            if not row.keys() & {"act", "title"}:
                row["title"] = chain.get("title", "")
            yield {"id": _default(f"{name}{number}"), **row}


def _default(name: str) -> str:
    """The id that a step has by its place; none where it is longer than an id that is written may be."""
    try:
        return identifier(name)
    except MistakeError:
        return ""


def _agencies(root: Mapping, language: str) -> Iterator[Row]:
    """The agencies, members stated inside a group after it; what they refer to still by id."""
    plain = _Table(language, Labels(), Labels())
    for name, node in _entries(root, "agencies"):
        members = _child(node, "members")
        row = _named(plain, name, node)
        yield row if type(members) is not Mapping else {key: text for key, text in row.items() if key != "members"}
        if type(members) is Mapping:
            yield from (_named(plain, *entry) | {"group": name} for entry in _entries(node, "members"))


def _named(table: _Table, name: str, node: Node) -> Row:
    row = {"name": _line(node)} if type(node) is Scalar else table.row(layout.AGENCIES, node)
    return {"id": name, **row}


def _contacts(table: _Table, root: Mapping) -> Iterator[Row]:
    for name, node in _entries(root, "agencies"):
        for agency, holder in ((name, node), *_entries(node, "members")):
            for contact in _items(holder, "contacts"):
                row = {"name": _line(contact)} if type(contact) is Scalar else table.row(layout.CONTACTS, contact)
                yield {"agency": table.agencies.label(agency), **row}


def _worktime(table: _Table, name: str, node: Node) -> Iterator[Row]:
    """One row, or one for each group of weekdays where hours are stated by weekday."""
    row = {"id": name, **table.row(layout.WORKTIMES, node)}
    if _child(node, "holidays") is not None and not row.get("holidays"):
        row["holidays"] = "none"
    hours = _child(node, "hours")
    if type(hours) is not Mapping:
        yield row
        return
    for number, (days, spans) in enumerate(_entries(node, "hours")):
        rest = row if number == 0 else {"id": name}
        yield {**rest, "days": days, "hours": "; ".join(_pieces(spans))}


def _holidays(table: _Table, root: Mapping) -> Iterator[Row]:
    section = _child(root, "holidays")
    for kind in ("off", "work"):
        node = _child(section, kind)
        for item in _listed(node) if node is not None else ():
            row = {"day": _line(item)} if type(item) is Scalar else table.row(layout.HOLIDAYS, item)
            if row.get("day"):
                yield {"kind": layout.word(table.language, kind), **row}


def _child(node: Node | None, key: str) -> Node | None:
    entry = node.entries.get(key) if type(node) is Mapping else None
    return entry[1] if entry else None


def _entries(node: Node | None, key: str) -> Iterator[tuple[str, Node]]:
    child = _child(node, key)
    if type(child) is Mapping:
        yield from ((name, value) for name, (_, value) in child.entries.items())


def _items(node: Node | None, key: str) -> Iterator[Node]:
    child = _child(node, key)
    if type(child) is syntax.Sequence:
        yield from child.items


def _listed(node: Node) -> list[Node]:
    return node.items if type(node) is syntax.Sequence else [node]


def _pieces(node: Node) -> Iterator[str]:
    for item in _listed(node):
        if type(item) is Scalar:
            yield from filter(None, (" ".join(piece.split()) for piece in item.text.split(",")))


def _line(node: Node) -> str:
    return " ".join(node.text.split()) if type(node) is Scalar else ""


def _prose(node: Node) -> str:
    return node.text.strip() if type(node) is Scalar else ""
