"""The day's screen told once, as plain text: for scripts, and for who listens to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.live import parts
from runbook.render.terminal import Screen, Tone, paragraph
from runbook.render.text import blocks
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.stage import Stage


def told(stage: Stage, screen: Screen) -> str:
    """All that the screen shows but the keys, and nothing cut away for want of room."""
    language, found = stage.language, parts.count(stage)
    running = [parts.current(stage)]
    if found:
        running.append(f"{say(language, found.key)} {parts.written(found.seconds, language)}")
    running += parts.facts(stage)
    every = 1_000_000
    coming = parts.following(stage, "", screen.width, every) if stage.timing.coming else []
    agencies = parts.agencies(stage, every, every)
    agreed = parts.savings(stage, every, every)
    return blocks(
        [
            "\n".join(paragraph(words, screen) for line in parts.top(stage) for words in line),
            "\n".join(paragraph(line, screen, 0, 2) for line in running),
            _titled(say(language, "live.next"), "\n".join(coming), screen),
            _titled(say(language, "live.agencies"), _wrapped(agencies, screen), screen),
            _titled(parts.savings_head(stage), _wrapped(agreed, screen), screen) if agreed else "",
        ]
    )


def _wrapped(lines: list[str], screen: Screen) -> str:
    return "\n".join(paragraph(line, screen, 0, 7) for line in lines)


def _titled(title: str, body: str, screen: Screen) -> str:
    return f"{screen.paint(paragraph(title, screen), Tone.STRONG)}\n{body}" if body else ""
