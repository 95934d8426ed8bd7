"""The day's screen: as many lines as the window has, none wider than it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.render.cutting import apart, cut, padded
from runbook.render.live import parts
from runbook.render.live.figures import HIGH, figures
from runbook.render.terminal import columns_of, wrap
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.stage import Stage

LEAST = (80, 24)  # the window the screen is made for
FIGURES = 100 * 60  # seconds from which a time is written small: it would take the room of what is said beside it
WIDE = 60  # columns below which it is written small too


@dataclass(frozen=True, slots=True)
class View:
    """The window and what the person at the keys does in it. `mark`: what this is, where it is not the real thing."""

    columns: int = LEAST[0]
    rows: int = LEAST[1]
    message: str = ""
    chosen: str = ""
    mark: str = ""


def screen(stage: Stage, view: View) -> list[str]:
    """The whole screen as `view.rows` lines. In a window that is too small the middle of it gives way."""
    width, language = view.columns, stage.language
    small = view.columns < LEAST[0] or view.rows < LEAST[1]
    message = say(language, "live.small", columns=width, rows=view.rows) if small and not view.message else view.message
    edges = (apart(left, right, width) for left, right in parts.top(stage, view.mark))
    head = [*edges, "─" * width, cut(parts.current(stage), width), *_count(stage, width)]
    said = wrap(message, width).split("\n")[:2]
    foot = [*said, *parts.keys(language, width)]
    room = view.rows - len(head) - len(foot)
    if room < 0:
        head, foot = head[:4], foot[:1]
        room = view.rows - len(head) - len(foot)
    body = _body(stage, view, max(0, room))
    lines = [*head, *body, *[""] * (room - len(body)), *foot]
    return [line.rstrip() for line in lines[: view.rows]]


def _count(stage: Stage, width: int) -> list[str]:
    """The time that runs in figures, beside it what it counts and the facts of the item."""
    found, language = parts.count(stage), stage.language
    if found is None:
        return [""] * HIGH
    told = [say(language, found.key), *parts.facts(stage)][:HIGH]
    told += [""] * (HIGH - len(told))
    if found.seconds >= FIGURES or width < WIDE:
        return [
            cut(f"{told[0]} {parts.written(found.seconds, language)}", width),
            *(cut(one, width) for one in told[1:]),
        ]
    minutes, seconds = divmod(found.seconds, 60)
    sign = "+" if found.key in ("live.overrun", "live.since") else ""
    drawn = figures(f"{sign}{minutes:02}:{seconds:02}")
    wide = max(columns_of(line) for line in drawn) + 3
    return [f"{line.ljust(wide)}{cut(one, width - wide)}" for line, one in zip(drawn, told, strict=True)]


def _body(stage: Stage, view: View, room: int) -> list[str]:
    """What comes next, whose cues these are, what may be saved: each under a rule, with the room it needs."""
    width, language = view.columns, stage.language
    agreed, coming = len(stage.programme.savings), len(stage.timing.coming)
    for_savings = min(agreed, max(2, room // 5)) + 1 if agreed else 0
    left = max(0, room - for_savings - 2)
    for_items = min(coming, max(left * 5 // 7, left - len(stage.labels)))
    blocks = [
        (say(language, "live.next"), parts.following(stage, view.chosen, width, for_items) if for_items else []),
        (say(language, "live.agencies"), parts.agencies(stage, width, left - for_items) if left > for_items else []),
        (parts.savings_head(stage), parts.savings(stage, width, for_savings - 1) if agreed else []),
    ]
    lines = [line for title, body in blocks if body for line in (_rule(title, width), *body)]
    return lines[:room]


def _rule(title: str, width: int) -> str:
    return padded(f"── {title} ", width).rstrip() + " " + "─" * max(0, width - columns_of(title) - 4)
