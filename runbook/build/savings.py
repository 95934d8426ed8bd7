"""How time may be won back on the day, as the file agrees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runbook.build.names import Names
from runbook.build.reader import Reader, Row, shortened
from runbook.format.resources import SAVING
from runbook.model import Part, Task
from runbook.problems import Place
from runbook.savings import Saving
from runbook.syntax import Node
from runbook.text import folded


def savings(reader: Reader, node: Node | None, tasks: Iterable[Task], agencies: Names) -> Iterator[Saving]:
    """The section `savings`, in the order of use."""
    items = {task.id: task for task in tasks if task.part is Part.PROGRAMME}
    titles = {folded(item.title): item.id for item in items.values()}
    names = Names(reader, "unknown-item", {item.id: item.origin for item in items.values()}, titles)
    seen: dict[str, Place] = {}
    for child in reader.items(node, "savings"):
        row = reader.row(child, SAVING)
        item = row.get("item", "")
        if item in seen:
            reader.report("saving-twice", row.place("item"), id=shortened(item), line=str(seen[item].line))
        elif item and names.known(item, row.text("item")):
            seen[item] = row.place("item")
            _check_length(reader, row, items[item])
        who = tuple(agency for agency, node in row.get("who", ()) if agencies.known(agency, node))
        yield Saving(item, _minutes(row), who, row.get("how", ""), row.place("item"))


def _minutes(row: Row) -> int:
    """What is left of the item; nothing where it is dropped."""
    return row.values["to"].elapsed if "to" in row.values else 0


def _check_length(reader: Reader, row: Row, item: Task) -> None:
    if "to" in row.values and _minutes(row) >= item.minutes:
        reader.report("saving-not-shorter", row.place("to"), id=shortened(item.id), minutes=str(item.minutes))
