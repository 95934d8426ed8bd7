"""What-if values (`--set TASK.field=value`) laid over the nodes of a file, so that the same grammar reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from runbook import syntax
from runbook.format import CEREMONY
from runbook.format.steps import own_id, step_ids
from runbook.model import DurationKind
from runbook.nearest import nearest
from runbook.problems import Place, Problem, problem
from runbook.syntax import Mapping, Node, Scalar
from runbook.text import nfc

FILE = "--set"  # the file that places in an option name; its lines are the options in order
_OPTION = re.compile(
    r"\s*(?:(?P<target>[^\s=+]+)\.)?(?P<key>[A-Za-z0-9_-]+)\s*(?P<plus>\+?)=\s*(?P<value>.*?)\s*", re.DOTALL
)
_TASK_PARTS = ("tasks", "day", "during", "after")
_DURATIONS = frozenset(kind.value for kind in DurationKind)  # a task has one: setting it takes the others away
_OF_DURATION = _DURATIONS | {"range"}  # the range is that of the duration it lies around
_WHOLE = {"date": "chosen"}  # the key that a section's short text stands for; `name` elsewhere
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One option: `target` is a task's id or a path of keys, "" the top level. An empty value takes the key away."""

    target: str
    key: str
    value: str
    text: str
    append: bool = False
    number: int = 1  # which of the options it is
    key_column: int = 1
    value_column: int = 1

    @property
    def place(self) -> Place:
        return Place(FILE, self.number, 1, len(self.text))


def change(text: str, number: int = 1) -> Change | Problem:
    """The change that an option asks for: `E4.work=2d`, `date.chosen=25/11/2024`, `E8.after+=D2`, `E4.finish=`."""
    text = nfc(text)
    if sign := syntax.sign_in(text):
        return problem("unreadable-sign", Place(FILE, number, 1, len(text)), sign=sign)
    found = _OPTION.fullmatch(text)
    if not found:
        return problem("bad-set", Place(FILE, number, 1, max(len(text), 1)), text=text)
    return Change(
        target=found["target"] or "",
        key=found["key"],
        value=found["value"],
        text=text,
        append=bool(found["plus"]),
        number=number,
        key_column=found.start("key") + 1,
        value_column=found.start("value") + 1,
    )


def applied(node: Node, changes: Sequence[Change]) -> tuple[Node, tuple[Problem, ...]]:
    """The nodes with the changes laid over, in copies; and the problems of changes that cannot be made."""
    problems: list[Problem] = []
    for wanted in changes:
        if type(node) is not Mapping:
            break
        path = _found(node, wanted.target)
        value, wrong = _value(wanted)
        problems.extend(wrong)
        if path is None:
            near = nearest(wanted.target, _targets(node))
            problems.append(problem("unknown-target", wanted.place, id=wanted.target, near=near))
        elif not wrong:
            edit = partial(_set, wanted=wanted, value=value, marks=_marks_of_chain(node, path), problems=problems)
            node = _rebuilt(node, path, edit)
    return node, tuple(problems)


def _value(wanted: Change) -> tuple[Node | None, tuple[Problem, ...]]:
    """The value's node, None to take the key away; lists and mappings in YAML's [] and {}."""
    if wanted.value[:1] in ("[", "{"):
        before = "\n" * (wanted.number - 1) + " " * (wanted.value_column - 1)
        return syntax.parse(before + wanted.value, FILE)
    if not wanted.value:
        return None, ()
    return Scalar(wanted.value, FILE, wanted.number, wanted.value_column, len(wanted.value)), ()


def _found(root: Mapping, target: str) -> Path | None:
    """Where the target stands: a task of any part, a step of a chain, an item of the programme, or a path of keys."""
    if not target:
        return ()
    for task_id, path in _tasks(root):
        if task_id == target:
            return path
    return _keys(root, target)


def _tasks(root: Mapping) -> Iterator[tuple[str, Path]]:
    for part in _TASK_PARTS:
        tasks = _child(root, part)
        if type(tasks) is not Mapping:
            continue
        for task_id, (_, task) in tasks.entries.items():
            yield task_id, (part, task_id)
            steps = step_ids(task_id, _items(task, "approval"))
            yield from ((step, (part, task_id, "approval", index)) for index, step in enumerate(steps))
    items = map(own_id, _items(root, "programme"))
    yield from ((item.text, ("programme", index)) for index, item in enumerate(items) if item is not None)


def _items(node: Node, key: str) -> Sequence[Node]:
    """The entries of the list under the key, none where there is no list."""
    found = _child(node, key)
    return found.items if type(found) is syntax.Sequence else ()


def _child(node: Node | None, key: str) -> Node | None:
    entry = node.entries.get(key) if type(node) is Mapping else None
    return entry[1] if entry else None


def _keys(root: Mapping, target: str) -> Path | None:
    """The path of keys that the dotted text spells; ids may hold dots, so the longest key that fits is taken."""
    node: Node | None = root
    path: list[str] = []
    words = target.split(".")
    while words:
        size = next((n for n in range(len(words), 0, -1) if _child(node, ".".join(words[:n])) is not None), 0)
        if not size:
            return (target,) if not path and target in CEREMONY.by_key else None
        path.append(".".join(words[:size]))
        node, words = _child(node, path[-1]), words[size:]
    return tuple(path)


def _targets(root: Mapping) -> Iterator[str]:
    yield from (task_id for task_id, _ in _tasks(root))
    yield from CEREMONY.by_key


def _rebuilt(node: Node | None, path: Path, edit: Callable[[Mapping], Mapping], key: str = "") -> Node:
    """A copy of the node along the path, with `edit` done to the mapping at its end."""
    if type(node) is syntax.Sequence and path and isinstance(path[0], int):
        copy = syntax.Sequence(node.file, node.line, node.column)
        copy.items = [_rebuilt(item, path[1:], edit) if n == path[0] else item for n, item in enumerate(node.items)]
        return copy
    mapping = _as_mapping(node, key)
    if not path:
        return edit(mapping)
    step = str(path[0])
    name = mapping.entries[step][0] if step in mapping.entries else Scalar(step, FILE, 1, 1, len(step))
    return _with(mapping, name, _rebuilt(_child(mapping, step), path[1:], edit, step))


def _as_mapping(node: Node | None, key: str) -> Mapping:
    """The mapping itself; a section's short text as the key it stands for; an empty mapping where there is none."""
    if type(node) is Mapping:
        return node
    if type(node) is not Scalar:
        return Mapping(FILE, 1, 1)
    mapping = Mapping(node.file, node.line, node.column)
    whole = _WHOLE.get(key, "name")
    return _with(mapping, Scalar(whole, node.file, node.line, node.column, node.length), node)


def _with(mapping: Mapping, key: Scalar, value: Node) -> Mapping:
    copy = Mapping(mapping.file, mapping.line, mapping.column, mapping.flow)
    copy.entries = {**mapping.entries, key.text: (key, value)}
    return copy


def _set(mapping: Mapping, wanted: Change, value: Node | None, marks: Node | None, problems: list[Problem]) -> Mapping:
    """The mapping with the change made. `marks` are the assumed keys that a chain states for the step it is."""
    key = Scalar(wanted.key, FILE, wanted.number, wanted.key_column, len(wanted.key))
    if value is None and wanted.key not in mapping.entries:
        near = nearest(wanted.key, mapping.entries)
        problems.append(problem("set-not-given", key.place, key=wanted.key, near=near))
        return mapping
    if value is None:
        return _without(mapping, frozenset({wanted.key}), marks)
    if not wanted.append:
        others = _OF_DURATION - {wanted.key} if wanted.key in _DURATIONS else frozenset()
        return _with(_without(mapping, others, marks), key, value)
    old = _child(mapping, wanted.key)
    if type(old) is Mapping:
        problems.append(problem("set-not-a-list", key.place, key=wanted.key))
        return mapping
    both = syntax.Sequence(FILE, wanted.number, wanted.value_column)
    both.items = [*(old.items if type(old) is syntax.Sequence else [old] if old is not None else []), value]
    return _with(mapping, key, both)


def _without(mapping: Mapping, gone: frozenset[str], marks: Node | None) -> Mapping:
    """A copy without those keys; what is no longer given is no longer marked as assumed either."""
    if gone.isdisjoint(mapping.entries):
        return mapping
    copy = Mapping(mapping.file, mapping.line, mapping.column, mapping.flow)
    copy.entries = {key: entry for key, entry in mapping.entries.items() if key not in gone}
    name, assumed = copy.entries.pop(
        "assumed", (Scalar("assumed", mapping.file, mapping.line, mapping.column, 1), marks)
    )
    kept = _unmarked(assumed, gone)
    if kept.items or (assumed is marks is not None):
        copy.entries["assumed"] = name, kept
    return copy


def _unmarked(assumed: Node | None, gone: frozenset[str]) -> syntax.Sequence:
    """The assumed values but those of the keys that are gone."""
    items = assumed.items if type(assumed) is syntax.Sequence else [assumed] if assumed is not None else []
    kept = syntax.Sequence(*((assumed.file, assumed.line, assumed.column) if assumed is not None else (FILE, 1, 1)))
    for item in items:
        if type(item) is not Scalar:
            kept.items.append(item)
            continue
        texts = [text for text in item.text.split(",") if text.split()[:1] not in [[key] for key in gone]]
        if texts:
            kept.items.append(Scalar(",".join(texts), item.file, item.line, item.column, item.length))
    return kept


def _marks_of_chain(root: Mapping, path: Path) -> Node | None:
    """What the chain of a step marks as assumed in all its steps."""
    if path[2:3] != ("approval",):
        return None
    return _child(_child(_child(root, str(path[0])), str(path[1])), "assumed")
