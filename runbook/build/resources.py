"""Resources, and what of them tasks hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook.build.names import Names
from runbook.build.reader import Reader, Row, shortened
from runbook.build.sketches import Sketch
from runbook.format.resources import RESOURCE
from runbook.resources import Resource, Use
from runbook.syntax import Mapping, Node, Scalar


@dataclass(frozen=True)
class Resources:
    """The resources by id, in file order; their names for those who refer to them, and what each can bear."""

    by_id: dict[str, Resource]
    names: Names
    limits: dict[str, int]  # of the resources whose capacity is well written

    def uses(self, sketch: Sketch) -> Iterator[Use]:
        """What the task holds, each resource once."""
        report, seen = self.names.reader.report, set()
        for use, node in sketch.values.get("uses", ()):
            limit = self.limits.get(use.resource)
            if use.resource in seen:
                report("use-twice", node.place, id=shortened(use.resource))
            elif self.names.known(use.resource, node):
                if limit is not None and use.amount > limit:
                    report("use-above-capacity", node.place, id=use.resource, limit=str(limit))
                yield use
            seen.add(use.resource)


def resources(reader: Reader, node: Node | None) -> Resources:
    """The section `resources`."""
    found = Resources({}, Names(reader, "unknown-resource"), {})
    for name, child in reader.rows(node, "resources"):
        row = _row(reader, name, child)
        title, capacity = row.get("name", ""), row.get("capacity", 1)
        found.names.define(name, filter(None, (title,)))
        found.by_id.setdefault(name.text, Resource(name.text, title, capacity, name.place))
        if "capacity" in row.values or not row.given("capacity"):
            found.limits.setdefault(name.text, capacity)
    return found


def _row(reader: Reader, name: Scalar, child: Node) -> Row:
    """A resource's row; a text in its place is its name."""
    if type(child) is not Scalar:
        return reader.row(child, RESOURCE, name)
    row = Mapping(child.file, child.line, child.column)
    row.entries["name"] = name, child
    return reader.row(row, RESOURCE, name)
