"""Lines of a ceremony file: texts quoted where they need it, folded where long, comments that stay comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from runbook.text import nfc

WIDTH = 116  # columns of a line
# Texts that no rule of YAML can take for anything else: within brackets, and on a line of their own.
_PLAIN = re.compile(r"[^\W_](?:[^:#,?\[\]{}\"]|:(?=\w))*")
_ALONE = re.compile(r"[^\W_](?:[^:#]|:(?=\w))*")


def clean(text: str) -> str:
    """One line of signs that show: what steers a reader or a terminal is dropped, as are runs of blanks."""
    shown = "".join(sign if sign.isprintable() else " " for sign in nfc(text))
    return " ".join(shown.split())


def scalar(text: str, within: bool = False) -> str:
    """A cleaned text as a value that reads back to itself, in quotes where it needs them; `within` a list."""
    text = clean(text)
    if (_PLAIN if within else _ALONE).fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def entry(key: str, value: str, indent: int = 0) -> list[str]:
    """A key and its text; one too long for a line is folded below."""
    head = f"{' ' * indent}{key}:"
    line = f"{head} {scalar(value)}"
    lines = _folded(clean(value), indent + 2)
    return [line] if len(line) <= WIDTH or len(lines) < 2 else [f"{head} >-", *lines]


def _folded(text: str, indent: int) -> list[str]:
    margin = " " * indent
    return wrap(
        text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def listed(key: str, values: Iterable[str], indent: int = 0) -> list[str]:
    """A key with a list in brackets, over as many lines as it needs."""
    head = f"{' ' * indent}{key}: ["
    lines = [head]
    for number, value in enumerate(values):
        piece = scalar(value, within=True)
        if number:
            lines[-1] += ","
        begun = number and len(lines[-1]) + len(piece) + 3 <= WIDTH
        if begun:
            lines[-1] += f" {piece}"
        elif number:
            lines.append(" " * len(head) + piece)
        else:
            lines[-1] += piece
    return [*lines[:-1], f"{lines[-1]}]"]


def one_or_more(key: str, values: Sequence[str], indent: int = 0) -> list[str]:
    """A key with its only value, or a list of several; nothing where there is none."""
    if not values:
        return []
    return [f"{' ' * indent}{key}: {scalar(values[0])}"] if len(values) == 1 else listed(key, values, indent)


def comment(text: str, indent: int = 0) -> Iterator[str]:
    """A comment of as many lines as it needs."""
    margin = f"{' ' * indent}# "
    yield from wrap(clean(text), WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False) or [
        margin.rstrip()
    ]


def heading(text: str) -> list[str]:
    """What parts the file in chapters."""
    rule = f"# {'-' * (WIDTH - 2)}"
    return ["", rule, *comment(text), rule]
