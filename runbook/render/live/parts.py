"""The parts of the day's screen, each as lines that fit a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.live import due, next_by_agency
from runbook.render.cutting import cut, padded
from runbook.render.terminal import NARROW, columns_of
from runbook.reports.phrasing import full_day
from runbook.reports.stage import MINUTE, given, length, nearest
from runbook.text import say

if TYPE_CHECKING:
    from runbook.live import Expected, Saving
    from runbook.reports.stage import Stage

DAY = 86_400
_KEYS = ("start", "finish", "skip", "hold", "keep", "one", "five", "undo", "sheet", "choose", "quit")
_SEVERAL = {"one": ("more", "less"), "five": ("more-5", "less-5")}


@dataclass(frozen=True, slots=True)
class Count:
    """A time that runs: the word for what it counts, and its seconds."""

    key: str
    seconds: int


def top(stage: Stage, mark: str = "") -> tuple[tuple[str, str], tuple[str, str]]:
    """The ceremony and its day, the clock and the expected end: two lines, each with what stands at its edges."""
    title = " · ".join(filter(None, [mark, stage.schedule.ceremony.title]))
    return (title, full_day(stage.language, stage.schedule.day)), (stage.exact(stage.now), stage.ending)


def current(stage: Stage) -> str:
    """The item that is on, or the one that is waited for."""
    state, seen, language = stage.state, stage.timing, stage.language
    at = stage.exact(state.held_since or 0)
    if running := seen.running:
        held = state.held_since is not None
        return say(language, "live.on_hold" if held else "live.now_on", item=stage.item(running.cue.id), at=at)
    if state.held_since is not None:
        return say(language, "live.held_between", at=at)
    coming = _awaited(stage)
    return say(language, "live.waiting", item=stage.item(coming.cue.id)) if coming else say(language, "live.all_over")


def count(stage: Stage) -> Count | None:
    """What is left of the item that is on, or by how much it is over; else how far off the next one's hour is."""
    if running := stage.timing.running:
        left = due(running.cue, stage.state, stage.now) - stage.now
        return Count("live.left", left) if left >= 0 else Count("live.overrun", -left)
    coming = _awaited(stage)
    if coming is None:
        return None
    ahead = coming.cue.start - stage.now
    return Count("live.until", ahead) if ahead >= 0 else Count("live.since", -ahead)


def written(seconds: int, language: str) -> str:
    """04:21, 1:02:03, 3 ngày 02:15:00."""
    days, rest = divmod(seconds, DAY)
    hours, minutes = divmod(rest // 60, 60)
    tail = f"{minutes:02}:{rest % 60:02}"
    if days:
        return say(language, "live.days", days=days, clock=f"{hours:02}:{tail}")
    return f"{hours}:{tail}" if hours else tail


def facts(stage: Stage) -> list[str]:
    """What there is to know of the item that is on, or that is waited for."""
    language, row = stage.language, stage.timing.running or _awaited(stage)
    if row is None:
        return []
    task, key = stage.tasks[row.cue.id], "live.began" if row.run.started is not None else "live.begins"
    lines = [
        say(language, key, at=stage.clock(row.start), planned=stage.clock(row.cue.start)),
        say(language, "live.lasts", length=length(language, row.end - row.start), end=stage.clock(row.end)),
        say(language, "live.led", lead=stage.lead(row.cue)),
    ]
    lines += [say(language, "live.cue", cue=task.cue)] if task.cue else []
    return lines + ([say(language, "live.trouble", trouble=task.trouble)] if task.trouble else [])


def following(stage: Stage, chosen: str, width: int, rows: int) -> list[str]:
    """The items to come, each on a line; the chosen one is always among them."""
    coming = stage.timing.coming
    place = next((number for number, row in enumerate(coming) if row.cue.id == chosen), 0)
    first = max(0, min(place - rows // 2, len(coming) - rows)) if place >= rows else 0
    shown = coming[first : first + rows]
    lines = [_item(stage, row, chosen, width) for row in shown]
    if left := len(coming) - first - len(shown):
        lines[-1:] = [say(stage.language, "live.more", count=left + 1)] if shown[-1].cue.id != chosen else lines[-1:]
    return [cut(line, width) if line.startswith("…") else line for line in lines]


def _item(stage: Stage, row: Expected, chosen: str, width: int) -> str:
    language, cue = stage.language, row.cue
    ids = max(columns_of(one.id) for one in stage.programme.cues)
    lead = min(30, max(16, width // 4))
    late = nearest(row.late)
    marks = [
        ">" if cue.id == chosen else " ",
        padded(cue.id, min(ids, 8)),
        padded(f"{stage.clock(row.start)}{'=' if cue.fixed else ''}", 6),
        padded(_shift(late), 5),
        padded(_length(row, language), 9),
    ]
    head = " ".join(marks)
    room = width - columns_of(head) - lead - 3
    if room < NARROW:
        return cut(f"{head} {cue.title}", width)
    return f"{head} {padded(cue.title, room)}  {padded(stage.lead(cue), lead)}".rstrip()


def _shift(minutes: int) -> str:
    """+7', or hours where the minutes would be too many to be read."""
    if abs(minutes) < 1000:
        return f"{minutes:+}'" if minutes else ""
    return f"{minutes // 60:+}h" if abs(minutes) < 6000 else ">99h"


def _length(row: Expected, language: str) -> str:
    if row.dropped:
        return say(language, "live.drop")
    whole = nearest(row.end - row.start)
    return f"{whole}' (-{-(-row.saved // MINUTE)})" if row.saved else f"{whole}'"


def agencies(stage: Stage, width: int, rows: int) -> list[str]:
    """For each agency the next cue it has a part in: a line each where there is room, else run together."""
    found = {name: row for name, row in next_by_agency(stage.timing).items() if name in stage.labels}
    near = sorted(found.items(), key=lambda pair: pair[1].start)
    if len(near) <= rows:
        return [cut(_agency(stage, name, row), width) for name, row in near]
    words = [f"{stage.labels[name]} {stage.clock(row.start)} {row.cue.id}" for name, row in near]
    lines = _joined(words, width)
    if len(lines) > rows:
        lines[rows - 1] = cut(f"{lines[rows - 1]} ·", width - 2) + " …"
    return lines[:rows]


def _agency(stage: Stage, name: str, row: Expected) -> str:
    cue = stage.tasks[row.cue.id].cue
    return f"{stage.clock(row.start)}  {stage.labels[name]}: {stage.item(row.cue.id)}{f' · {cue}' if cue else ''}"


def _joined(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} · {word}" if lines else word
        if lines and columns_of(longer) <= width - 2:
            lines[-1] = longer
        else:
            lines.append(cut(word, width - 2))
    return lines


def savings_head(stage: Stage) -> str:
    """How much of what was agreed is counted on now, and how much more there is."""
    used = sum(row.saved for row in stage.timing.coming)
    left = sum(_more(stage, saving) for saving in stage.programme.savings)
    language = stage.language
    return say(language, "live.savings", used=given(language, used), left=length(language, left))


def savings(stage: Stage, width: int, rows: int) -> list[str]:
    """What was agreed, in its order, with who decides it; what can no longer be used comes last."""
    live = {row.cue.id for row in stage.timing.coming}
    ordered = sorted(stage.programme.savings, key=lambda one: one.cue not in live)
    return [cut(_saving(stage, one), width) for one in ordered[:rows]]


def _saving(stage: Stage, saving: Saving) -> str:
    decides = say(stage.language, "live.decides", who=stage.decides(saving.cue))
    words = f" ({saving.words})" if saving.words else ""
    return f"{saving.cue} · {_standing(stage, saving)} · {decides} · {stage.item(saving.cue)}{words}"


def _standing(stage: Stage, saving: Saving) -> str:
    language, row = stage.language, _row(stage, saving.cue)
    if row is None or not row.run.open:
        taken = -min(0, row.run.added) if row and row.run.started is not None else 0
        return say(language, "live.saving.taken" if taken else "live.saving.gone", minutes=given(language, taken))
    if row.run.kept:
        return say(language, "live.saving.kept")
    if row.saved:
        return say(language, f"live.saving.{'drop' if row.dropped else 'used'}", minutes=given(language, row.saved))
    return say(language, "live.saving.left", minutes=length(language, _more(stage, saving)))


def _more(stage: Stage, saving: Saving) -> int:
    """Seconds that a saving could still give."""
    row = _row(stage, saving.cue)
    if row is None or not row.run.open or row.run.kept:
        return 0
    return max(0, row.end - row.start - saving.least)


def _row(stage: Stage, cue: str) -> Expected | None:
    return next((row for row in stage.timing.rows if row.cue.id == cue), None)


def _awaited(stage: Stage) -> Expected | None:
    """The next item that is not to be dropped."""
    return next((row for row in stage.timing.coming if not row.dropped), None)


def keys(language: str, width: int) -> list[str]:
    """The keys and what each does."""
    told = [f"{_keys(name, language)}: {say(language, f'live.help.{name}')}" for name in _KEYS]
    lines = [told[0]]
    for one in told[1:]:
        longer = f"{lines[-1]}  {one}"
        lines[-1:] = [longer] if columns_of(longer) <= width else [lines[-1], one]
    return lines


def _keys(name: str, language: str) -> str:
    if name == "choose":
        return "↑↓"
    return "/".join(say(language, f"live.key.{key}") for key in _SEVERAL.get(name, (name,)))
