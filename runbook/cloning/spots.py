"""Every value of a ceremony file with its path of keys, its grammar and the days it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from runbook import syntax
from runbook.format import CEREMONY
from runbook.format.fields import Field, Section, Shape
from runbook.format.steps import own_id, step_ids
from runbook.format.tasks import CHAIN, ITEM, STEP, WORK
from runbook.grammars import DATE, DEADLINE, INSTANT, LINE, MOMENT, OVER, SPAN, STAGE_TIME, WINDOW, Grammar
from runbook.model import Deadline, Moment
from runbook.syntax import Mapping, Node, Scalar

TASK_PARTS = ("tasks", "day", "programme", "during", "after")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One value. A value of a task, a step or an item has the path (part, its id, key), whatever it is nested in."""

    path: Path
    grammar: Grammar
    node: Scalar

    @property
    def part(self) -> str:
        return self.path[0]

    @property
    def key(self) -> str:
        return self.path[-1]

    @property
    def label(self) -> str:
        """The path as `--set` names it: `E4.finish`, `date.window`."""
        return ".".join(self.path[1:] if self.part in TASK_PARTS else self.path)

    @property
    def value(self) -> Moment | Deadline | None:
        """The moment or the deadline that the value is, None where it is neither."""
        if self.grammar not in (MOMENT, INSTANT, STAGE_TIME, DEADLINE):
            return None
        read: Moment | Deadline = self.grammar.read(self.node.text)
        return read

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the calendar that the value names, as often as it writes them; none where counted from day N."""
        if self.grammar is DATE:
            return (DATE.read(self.node.text),)
        if self.grammar in (WINDOW, SPAN, OVER):
            days: str | tuple[date, ...] = self.grammar.read(self.node.text)
            if isinstance(days, str):
                return ()  # the id of a peak
            return days if ".." in self.node.text else days[:1]
        value = self.value
        moment = value.moment if isinstance(value, Deadline) else value
        return (moment.day.date,) if moment and moment.day and moment.day.date else ()


def spots(root: Node | None) -> tuple[Spot, ...]:
    """The values of a ceremony file that has no errors, in file order."""
    found = _section(root, CEREMONY, ()) if type(root) is Mapping else ()
    return tuple(sorted(found, key=lambda spot: (spot.node.line, spot.node.column)))


def _section(node: Mapping, section: Section, path: Path) -> Iterator[Spot]:
    for key, (_, child) in node.entries.items():
        if key in section.by_key:
            yield from _field(child, section.by_key[key], (*path, key))


def _field(node: Node, field: Field, path: Path) -> Iterator[Spot]:
    if type(node) is syntax.Sequence:
        for inner, item in zip(_paths(node, field, path), node.items, strict=True):
            yield from _held(item, field, inner)
    elif type(node) is Mapping and field.shape in (Shape.ROWS, Shape.OTHER):
        for name, (_, child) in node.entries.items():
            yield from _held(child, field, (*path, name))
    else:
        yield from _held(node, field, path)


def _held(node: Node, field: Field, path: Path) -> Iterator[Spot]:
    """What stands in the place of one value: a text, or a section."""
    if type(node) is Scalar:
        grammar = field.holds if isinstance(field.holds, Grammar) else field.short or LINE
        if node.text:
            yield Spot(path, grammar, node)
    elif type(node) is Mapping and isinstance(field.holds, Section):
        section = CHAIN if field.holds in WORK and "approval" in node.entries else field.holds
        yield from _section(node, section, path)


def _paths(node: syntax.Sequence, field: Field, path: Path) -> list[Path]:
    """The paths of a list's entries: a step and an item of the programme go by their ids, all else by its number."""
    if field.holds is STEP:
        return [(path[0], step) for step in step_ids(path[1], node.items)]
    numbered = [(number, own_id(item) if field.holds is ITEM else None) for number, item in enumerate(node.items, 1)]
    return [(path[0], own.text) if own is not None else (*path, str(number)) for number, own in numbered]
