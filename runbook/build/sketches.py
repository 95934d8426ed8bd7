"""The parts of tasks as read, chains opened to their steps, before anything they refer to is looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from runbook.build.names import Names
from runbook.build.reader import Reader, Row, shortened
from runbook.format.fields import Section
from runbook.format.steps import own_id, step_ids
from runbook.format.tasks import CHAIN, DUTY, ITEM, STEP, TASK
from runbook.model import Base, Deadline, Link, Moment, Part
from runbook.problems import Place
from runbook.syntax import Mapping, Node, Scalar
from runbook.text import say

OPENING, CLOSING = Moment(Base.OPENING, minute=0), Moment(Base.CLOSING, minute=0)
_MOST_IDS = 10  # that a remedy proposes in one go
_AT_ITS_ENDS = ("after", "not_before", "finish", "approval")  # keys of a chain that not every step shares


@dataclass(slots=True)
class Sketch:
    """A task before its references are resolved: `values` with the chain's filled in, `rows` to find places by."""

    id: str
    part: Part
    values: dict[str, Any]
    rows: tuple[Row, ...]
    section: Section
    origin: Place
    chain: str = ""

    def text(self, key: str) -> Scalar:
        """Where the value of a key in `values` stands: in the task's own row, else in its chain's."""
        own, *chain = self.rows
        return own.text(key) if key in own.node.entries else chain[0].text(key)


@dataclass
class Sketches:
    """All tasks in file order, the links that order brings by itself, and the last step of each chain."""

    reader: Reader
    names: Names
    language: str
    tasks: list[Sketch]
    links: list[Link]
    last_steps: dict[str, str]

    def part(self, node: Node | None, part: Part) -> None:
        """Read one of the parts that map ids to tasks."""
        section = DUTY if part is Part.DURING else TASK
        for name, child in self.reader.rows(node, part.value):
            self.names.define(name)
            if type(child) is Mapping and "approval" in child.entries:
                self.chain(name, child, part)
                continue
            row = self.reader.row(child, section, name)
            if row.node is child:
                self.tasks.append(Sketch(name.text, part, row.values, (row,), section, name.place))

    def chain(self, name: Scalar, node: Node, part: Part) -> None:
        """Open an approval chain: steps linked one after another, the chain's keys where they belong."""
        chain = self.reader.row(node, CHAIN, name)
        steps = list(self.steps(name, chain, part))
        for before, step in pairwise(steps):
            self.links.append(Link(before.id, step.id, origin=step.origin))
        if not steps:
            self.reader.report("chain-without-steps", chain.place("approval"), id=name.text)
            return
        first, last = steps[0].values, steps[-1].values
        if "after" in chain.values:
            first["after"] = (*chain.values["after"], *first.get("after", ()))
        if "not_before" in chain.values:
            first.setdefault("not_before", chain.values["not_before"])
        if "finish" in chain.values:
            last.setdefault("finish", chain.values["finish"])
        self.last_steps[name.text] = steps[-1].id
        self.tasks.extend(steps)

    def steps(self, name: Scalar, chain: Row, part: Part) -> Iterator[Sketch]:
        shared = {key: value for key, value in chain.values.items() if key not in _AT_ITS_ENDS}
        items = list(self.reader.items(chain.get("approval"), "approval"))
        ids = step_ids(name.text, items)
        self.missing_ids(name, ids, items)
        for default, item in zip(ids, items, strict=True):
            row = self.reader.row(item, STEP)
            if row.node is not item:
                continue
            step_id = own_id(item) or Scalar(default, item.file, item.line, item.column, 1)
            self.names.define(step_id)
            values = {**shared, **row.values}
            values["title"] = row.get("title") or self.step_title(row, chain)
            yield Sketch(step_id.text, part, values, (row, chain), STEP, step_id.place, name.text)

    def missing_ids(self, chain: Scalar, ids: Sequence[str], items: Sequence[Node]) -> None:
        """Tell the ids that steps of the chain should state: those they go by now, so that calendars follow them."""
        missing = [one for one in zip(ids, items, strict=True) if type(one[1]) is Mapping and own_id(one[1]) is None]
        if missing:
            told = [f"id: {shortened(step_id)}" for step_id, _ in missing[:_MOST_IDS]]
            more = ["…"] if len(missing) > _MOST_IDS else []
            place = missing[0][1].place
            self.reader.report("step-without-id", place, id=shortened(chain.text), ids=", ".join([*told, *more]))

    def step_title(self, row: Row, chain: Row) -> str:
        act, title = row.get("act", ""), str(chain.get("title", ""))
        if not row.given("act") and not row.given("title"):
            self.reader.report("step-without-act", row.node.place)
        return say(self.language, "act.title", act=say(self.language, f"act.{act}"), product=title) if act else title

    def programme(self, node: Node | None) -> None:
        """Read the items on stage: one after another from the opening, the last one held to the closing."""
        rows = [(self.reader.row(child, ITEM), child) for child in self.reader.items(node, "programme")]
        items = [self.item(row) for row, child in rows if row.node is child]
        for before, item in pairwise(items):
            self.links.append(Link(before.id, item.id, origin=item.origin))
        if items:
            items[0].values.setdefault("at", OPENING)
            items[-1].values["finish"] = Deadline(CLOSING, inclusive=True)
        self.tasks.extend(items)

    def item(self, row: Row) -> Sketch:
        item_id = own_id(row.node)
        if item_id is not None and row.given("id"):
            self.names.define(item_id)
            return Sketch(item_id.text, Part.PROGRAMME, row.values, (row,), ITEM, item_id.place)
        return Sketch("", Part.PROGRAMME, row.values, (row,), ITEM, row.node.place)
