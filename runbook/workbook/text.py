"""The nodes of a ceremony written as the text of a ceremony file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runbook.syntax import Mapping, Node, Scalar, Sequence

_STEP = "  "
# Texts that no rule of YAML can take for anything else, in a block or in brackets.
_PLAIN = re.compile(r"[^\W_](?:[^\n\t:#,?\[\]{}\"]|:(?=\w))*", re.UNICODE)
_BLOCK = re.compile(r"[^\s].*", re.DOTALL)


def text(root: Node) -> str:
    """YAML that `syntax.parse` reads to the same keys and texts, in their order; comments are not among the nodes."""
    return "".join(f"{line}\n" for line in _lines(root, ""))


def _lines(node: Node, indent: str) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, child in node.entries.values():
            yield from _entry(f"{indent}{_scalar(key.text)}:", child, indent)
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Mapping) and item.entries:
                first, *rest = _lines(item, indent + _STEP)
                yield f"{indent}- {first.lstrip(' ')}"
                yield from rest
            else:
                yield from _entry(f"{indent}-", item, indent)
    else:
        yield indent + _scalar(node.text)


def _entry(head: str, node: Node, indent: str) -> Iterator[str]:
    """A key or a dash with its value behind it, or below it where that has several lines."""
    if isinstance(node, Scalar):
        yield from _text(head, node.text, indent + _STEP)
    elif isinstance(node, Mapping):
        yield head if node.entries else f"{head} {{}}"
        yield from _lines(node, indent + _STEP)
    elif all(isinstance(item, Scalar) and "\n" not in item.text for item in node.items):
        yield f"{head} [{', '.join(_scalar(item.text) for item in node.items if isinstance(item, Scalar))}]"
    else:
        yield head
        yield from _lines(node, indent + _STEP)


def _text(head: str, value: str, indent: str) -> Iterator[str]:
    """A text; one of several lines stands below as it is, unless its own blanks would be taken for indentation."""
    lines = value.split("\n")
    if len(lines) > 1 and _BLOCK.fullmatch(value) and lines[-1].strip() and "\t" not in value:
        yield f"{head} |-"
        yield from (indent + line if line else "" for line in lines)
    else:
        yield f"{head} {_scalar(value)}".rstrip(" ") if value else head


def _scalar(value: str) -> str:
    """A text on one line, in quotes where it needs them."""
    if _PLAIN.fullmatch(value) and value == value.strip() and not value.endswith(":") and " #" not in value:
        return value
    if "\n" not in value and "\t" not in value:
        return "'" + value.replace("'", "''") + "'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
