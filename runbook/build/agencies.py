"""The agencies, in protocol order, with their groups and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runbook import syntax
from runbook.build.names import Names
from runbook.build.reader import Reader, Row, shortened
from runbook.format import AGENCY, CONTACT, MEMBER
from runbook.format.fields import Section
from runbook.grammars import ID, REFERENCE
from runbook.model import Agency, Contact
from runbook.syntax import Node, Scalar

Reference = tuple[str, Scalar]


@dataclass(frozen=True)
class Agencies:
    """All agencies by id, in file order, and their names for those who refer to them."""

    by_id: dict[str, Agency]
    names: Names

    def receipts(self, group: str) -> tuple[str, ...]:
        """The agencies of a group, its inner groups opened, each once."""
        found: dict[str, None] = {}
        open_ids, seen = [group], set()
        while open_ids:
            agency = self.by_id.get(open_ids.pop())
            if agency is None or agency.id in seen:
                continue
            seen.add(agency.id)
            if agency.members:
                open_ids.extend(reversed(agency.members))
            else:
                found[agency.id] = None
        return tuple(found)


def agencies(reader: Reader, node: Node | None, worktimes: Names) -> Agencies:
    """The section `agencies`; members stated inside a group follow their group."""
    names = Names(reader, "unknown-agency")
    found: dict[str, Agency] = {}
    references: dict[str, list[Reference]] = {}
    for name, child in reader.rows(node, "agencies"):
        row = _row(reader, name, child, AGENCY)
        members = row.get("members")
        if type(members) is syntax.Mapping:
            rows = [_row(reader, *entry, MEMBER) for entry in members.entries.values()]
            inside = [_agency(reader, member, worktimes, row) for member in rows]
        else:
            inside = []
            references[name.text] = [] if members is None else list(reader.many(members, REFERENCE, "members"))
        whole = _agency(reader, row, worktimes, None, tuple(member.id for member in inside))
        for agency, place in zip((whole, *inside), (name, *_names_of(members)), strict=False):
            names.define(place, filter(None, (agency.name, agency.short, *agency.aliases)))
            found.setdefault(agency.id, agency)
        if row.given("members") and not inside and not references[name.text]:
            reader.report("group-empty", row.place("members"), id=name.text)
    _resolve(reader, found, references, names)
    return Agencies(found, names)


def _names_of(members: Node | None) -> Iterator[Scalar]:
    if type(members) is syntax.Mapping:
        yield from (name for name, _ in members.entries.values())


def _row(reader: Reader, name: Scalar, child: Node, section: Section) -> Row:
    """An agency's row; a text in its place is its name."""
    if section is MEMBER:
        reader.value(name, ID.read)
    if type(child) is Scalar:
        row = syntax.Mapping(child.file, child.line, child.column)
        row.entries["name"] = name, child
        return reader.row(row, section, name)
    return reader.row(child, section, name)


def _agency(reader: Reader, row: Row, worktimes: Names, group: Row | None, members: tuple[str, ...] = ()) -> Agency:
    get = row.values.get
    worktime = get("worktime", group.get("worktime", "") if group else "")
    if "worktime" in row.values:
        worktimes.known(worktime, row.text("worktime"))
    assert row.id is not None
    return Agency(
        id=row.id.text,
        name=get("name", ""),
        short=get("short", ""),
        standing=get("standing", False),
        requested=get("requested", False),
        phone=get("phone", ""),
        email=get("email", ""),
        worktime=worktime,
        contacts=tuple(_contacts(reader, get("contacts"))),
        members=members,
        group=group.id.text if group and group.id else "",
        aliases=tuple(alias for alias, _ in get("aliases", ())),
        capacity=get("capacity", 0),
        origin=row.place_of_id,
    )


def _contacts(reader: Reader, node: Node | None) -> Iterator[Contact]:
    for item in reader.items(node, "contacts"):
        if type(item) is Scalar:
            yield Contact(" ".join(item.text.split()))
            continue
        row = reader.row(item, CONTACT)
        yield Contact(row.get("name", ""), row.get("phone", ""), row.get("email", ""), row.get("duty", ""))


def _resolve(reader: Reader, found: dict[str, Agency], references: dict[str, list[Reference]], names: Names) -> None:
    """Enter the members that groups refer to by id; a group that reaches itself is a problem."""
    inner: dict[str, list[str]] = {}
    for group, members in references.items():
        known = [(member, node) for member, node in members if names.known(member, node)]
        for member, node in known:
            if group == member or _reaches(inner, member, group):
                reader.report("members-cycle", node.place, id=shortened(group), member=shortened(member))
            else:
                inner.setdefault(group, []).append(member)
        if known:
            found[group] = replace(found[group], members=tuple(dict.fromkeys(inner.get(group, ()))))


def _reaches(inner: dict[str, list[str]], start: str, goal: str) -> bool:
    open_ids, seen = [start], {start}
    while open_ids:
        for member in inner.get(open_ids.pop(), ()):
            if member == goal:
                return True
            if member not in seen:
                seen.add(member)
                open_ids.append(member)
    return False
