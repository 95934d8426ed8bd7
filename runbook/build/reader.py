"""Walking the node tree by the tables of the format, and collecting every problem on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from runbook.format.fields import Field, Section, Shape
from runbook.format.keys import meant_key
from runbook.format.tasks import CHAIN, STEP
from runbook.grammars import ID, LINE, PROSE, Grammar
from runbook.problems import Place, Problem, problem
from runbook.syntax import Mapping, Node, Scalar, Sequence
from runbook.values import MistakeError

MOST_GUESSES = 50  # a file with more wrong names than that has one cause, and each guess costs a search
SHOWN = 60  # characters of the user's text that a message repeats


@dataclass(frozen=True, slots=True)
class Row:
    """One section as read: `values` by key (only keys that were given and well formed), `node` where it stands."""

    node: Mapping
    values: dict[str, Any]
    id: Scalar | None = None

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def given(self, key: str) -> bool:
        """Whether the key was written with a value, well formed or not."""
        return key in self.node.entries

    def text(self, key: str) -> Scalar:
        """The key's value where that is a text, else the key itself. KeyError where the key was not given."""
        name, value = self.node.entries[key]
        return value if type(value) is Scalar else name

    def place(self, key: str) -> Place:
        """The place of the key's value; of the whole row where the key was not given."""
        return self.text(key).place if key in self.node.entries else self.place_of_id

    @property
    def place_of_id(self) -> Place:
        return self.id.place if self.id is not None else self.node.place


@dataclass
class Reader:
    """The problems found so far, and the steps of reading that find them."""

    problems: list[Problem] = field(default_factory=list)
    guesses: int = 0

    def report(self, code: str, place: Place | None, **facts: str) -> None:
        self.problems.append(problem(code, place, **facts))

    def row(self, node: Node, section: Section, row_id: Scalar | None = None) -> Row:
        """The section at that node; where it is something else, a row without values."""
        if type(node) is not Mapping:
            self.report("not-a-mapping", node.place, section=section.name, key=section.fields[0].key)
            return Row(Mapping(node.file, node.line, node.column), {}, row_id)
        values: dict[str, Any] = {}
        by_key = section.by_key
        for text, (key, child) in node.entries.items():
            known = by_key.get(text)
            if known is None:
                self.unknown_key(key, child, node, section)
            elif known.simple and type(child) is Scalar:
                self.take(values, known, child)
            else:
                self.take_other(values, known, child)
        for required in section.required:
            if required.key not in node.entries and required.unless not in node.entries:
                place = row_id.place if row_id is not None else node.place
                self.report("missing-key", place, key=required.key, section=section.name)
        return Row(node, values, row_id)

    def take(self, values: dict[str, Any], known: Field, node: Scalar) -> None:
        if not node.text:
            self.empty(known, node)
            return
        try:
            values[known.key] = known.holds.read(node.text)  # type: ignore[union-attr]
        except MistakeError as mistake:
            self.mistaken(mistake, node)

    def take_other(self, values: dict[str, Any], known: Field, node: Node) -> None:
        """A key that holds several texts, or a section that its builder reads."""
        if type(node) is Scalar and not node.text:
            self.empty(known, node)
        elif known.shape is Shape.MANY and isinstance(known.holds, Grammar):
            values[known.key] = tuple(self.many(node, known.holds, known.key))
        elif isinstance(known.holds, Section) or known.shape is not Shape.ONE:
            values[known.key] = node
        else:
            self.report("two-leads" if known.key == "lead" else "not-text", node.place, key=known.key)

    def empty(self, known: Field, node: Scalar) -> None:
        """A key without a value: fine where text or a whole section was left out, a slip anywhere else."""
        if known.required or not (isinstance(known.holds, Section) or known.holds in (LINE, PROSE)):
            self.report("empty-value", node.place, key=known.key)

    def many(self, node: Node, grammar: Grammar, key: str) -> Iterator[tuple[Any, Scalar]]:
        """The values of a text, of a list of texts, or (but for free text) of texts parted by commas."""
        if type(node) is Mapping:
            self.report("not-a-list", node.place, key=key)
            return
        for item in node.items if type(node) is Sequence else (node,):
            if type(item) is not Scalar:
                self.report("not-text", item.place, key=key)
                continue
            for piece in parts(item) if "," in item.text and grammar is not LINE else (item,):
                value = self.value(piece, grammar.read)
                if value is not None:
                    yield value, piece

    def value(self, node: Scalar, read: Callable[[str], Any]) -> Any:
        """The node's value, or None and a problem."""
        try:
            return read(node.text)
        except MistakeError as mistake:
            self.mistaken(mistake, node)
            return None

    def mistaken(self, mistake: MistakeError, node: Scalar) -> None:
        self.report(mistake.code, node.place, **{name: shortened(fact) for name, fact in mistake.facts.items()})

    def rows(self, node: Node | None, key: str) -> Iterator[tuple[Scalar, Node]]:
        """The entries of a mapping from id to something; ids that are none are reported and passed on."""
        if node is None:
            return
        if type(node) is not Mapping:
            self.report("not-a-mapping-of-ids", node.place, key=key)
            return
        for name, child in node.entries.values():
            self.value(name, ID.read)
            yield name, child

    def items(self, node: Node | None, key: str) -> Iterator[Node]:
        """The entries of a list."""
        if node is None:
            return
        if type(node) is not Sequence:
            self.report("not-a-list", node.place, key=key)
            return
        yield from node.items

    def unknown_key(self, key: Scalar, child: Node, node: Mapping, section: Section) -> None:
        if node.flow and type(child) is Scalar and not child.text and child.line == key.line:
            self.report("comma-in-braces", key.place, text=shortened(key.text))
        elif section is CHAIN and key.text in STEP.by_key:
            self.report("chain-key", key.place, key=key.text)
        else:
            self.guesses += 1
            near = meant_key(key.text, section) if self.guesses <= MOST_GUESSES else ""
            self.report("unknown-key", key.place, key=shortened(key.text), section=section.name, near=near)


def shortened(text: str) -> str:
    """The user's text, short enough to stand in a message."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def parts(node: Scalar) -> Iterator[Scalar]:
    """The texts parted by commas in one scalar, each with its own place."""
    start = 0
    for piece in node.text.split(","):
        bare = piece.strip()
        offset = start + len(piece) - len(piece.lstrip())
        yield Scalar(bare, node.file, node.line, node.column + offset, len(bare) or 1)
        start += len(piece) + 1
