"""A YAML parser's complaint turned into the slip of the pen that usually causes it."""

from __future__ import annotations

import re

Spot = tuple[int, int]  # line and column, from 1

_TIGHT_COLON = re.compile(r"^\s*(?:- )?[\w.-]+(:)[^\s:/]")
_AFTER_CLOSING = re.compile(r":\s+(?:\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*([^\s#,}\]])")


def recognised(problem: str, context: str, text: str, here: Spot, began: Spot) -> tuple[str, Spot]:
    """The code of the problem, and the place to mark: where it stopped, or where the thing left open began."""
    lines = text.split("\n")
    if "quoted scalar" in context and "end of stream" in problem:
        return "syntax-quote", began
    if " tag" in context or " anchor" in context or " alias" in context:
        return ("tag" if " tag" in context else "anchor"), began
    if "escape" in problem or "hexadecimal" in problem:
        return "syntax-escape", here
    if "cannot start any token" in problem or "tab" in problem:
        return _bad_start(lines, here)
    if found := _slip_near(lines, here, began):
        return found
    if "flow" in context or ("block end" in problem and _line(lines, began)[began[1] - 1 : began[1]] in "[{"):
        return "syntax-bracket", began
    if "mapping values" in problem:
        return "syntax-colon", here
    if "':'" in problem:
        return "syntax-no-colon", began
    if "block mapping" in context or "block collection" in context or "block sequence" in context:
        return "syntax-indent", here
    return "syntax", here


def _line(lines: list[str], spot: Spot) -> str:
    return lines[spot[0] - 1] if spot[0] <= len(lines) else ""


def _bad_start(lines: list[str], here: Spot) -> tuple[str, Spot]:
    line = _line(lines, here)
    indent = line[: here[1]]
    if "\t" in indent and not indent.strip():
        return "syntax-tab", (here[0], indent.index("\t") + 1)
    return "syntax-reserved", here


def _slip_near(lines: list[str], here: Spot, began: Spot) -> tuple[str, Spot] | None:
    """A tab in the indentation, a colon without its blank, text behind a closing sign; in the line or just above."""
    before = next((n for n in range(here[0] - 1, 0, -1) if _line(lines, (n, 1)).strip(" ")[:1] not in ("", "#")), 0)
    for number in (before, here[0]):
        line = _line(lines, (number, 1)) if number else ""
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return "syntax-tab", (number, indent.index("\t") + 1)
        if found := _TIGHT_COLON.match(line):
            return "syntax-space", (number, found.start(1) + 1)
        if found := _AFTER_CLOSING.search(line):
            return "syntax-after", (number, found.start(1) + 1)
    return None
