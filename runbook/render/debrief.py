"""Planned against actual: as text for a terminal, as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from runbook.model import Part
from runbook.render.exports.table import csv_text
from runbook.render.terminal import Column, Screen, Tone, paragraph, table, wrap
from runbook.render.text import blocks, head
from runbook.reports.rows import heading, own_time, phrasing
from runbook.reports.stage import nearest
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.debrief import Compared, Debrief
    from runbook.reports.stage import Stage

FORMAT = 1  # raised when a key changes its meaning
_COLUMNS = ("kind", "planned_start", "start", "shift", "planned_length", "length", "off", "who", "remark", "suggested")


def debrief_text(report: Debrief, stage: Stage, screen: Screen) -> str:
    """The tables, then what to write next time."""
    language, seen = stage.language, stage.timing
    closing = stage.clock(stage.programme.closing)
    end = say(language, "debrief.end", end=stage.clock(seen.end), closing=closing, over=stage.over(seen.over))
    return blocks(
        [
            screen.paint(say(language, "debrief.title"), Tone.STRONG),
            head(heading(stage.schedule, language), screen, language),
            paragraph(end, screen) if report.items and not seen.coming and not seen.running else "",
            _table("debrief.programme", report.items, stage, screen),
            _table("debrief.tasks", report.tasks, stage, screen),
            _lessons(report, stage, screen),
        ]
    )


def _table(title: str, rows: Sequence[Compared], stage: Stage, screen: Screen) -> str:
    if not rows:
        return ""
    language = stage.language
    dated = any(row.task.part is not Part.PROGRAMME for row in rows)
    columns = [Column(say(language, "col.id")), Column(say(language, "revised.item"), 4)]
    columns += [Column(say(language, f"debrief.col.{key}"), 1, 9 if dated else 5) for key in ("planned", "actual")]
    columns += [Column(say(language, f"debrief.col.{key}"), 1, 4) for key in ("shift", "length", "took", "off")]
    columns.append(Column(say(language, "debrief.remark"), 2))
    cells = [tuple(_cells(row, stage, dated)) for row in rows]
    return f"{screen.paint(say(language, title), Tone.STRONG)}\n{table(columns, cells, screen)}"


def _cells(row: Compared, stage: Stage, dated: bool) -> Iterator[str]:
    phrase = phrasing(stage.schedule, stage.language)
    written = phrase.start if dated else phrase.clock
    yield from (row.task.id, row.task.title, written(nearest(row.planned_start)))
    yield "" if row.start is None else written(nearest(row.start))
    yield _signed(row, row.shift, stage, clock=True)
    yield _amount(row, row.planned_minutes, stage)
    yield "" if row.minutes is None else _amount(row, row.minutes, stage)
    yield _signed(row, row.off, stage)
    yield row.remark


def _amount(row: Compared, minutes: int, stage: Stage) -> str:
    if row.task.part is Part.PROGRAMME:
        return f"{minutes}'"
    return own_time(stage.schedule, row.task, minutes, stage.language)


def _signed(row: Compared, minutes: int | None, stage: Stage, clock: bool = False) -> str:
    """By how much it was off, "" where it was not; of a start in clock time."""
    if not minutes:
        return ""
    if row.task.part is Part.PROGRAMME:
        return f"{minutes:+}'"
    if clock:
        days, rest = divmod(abs(minutes), 1440)
        spelled = f"{days}d" if days and not rest else f"{f'{days}d ' if days else ''}{rest // 60}h{rest % 60:02}"
        return f"{'+' if minutes > 0 else '-'}{spelled}"
    return ("+" if minutes > 0 else "") + _amount(row, minutes, stage)


def _lessons(report: Debrief, stage: Stage, screen: Screen) -> str:
    language = stage.language
    title = screen.paint(say(language, "debrief.lessons"), Tone.STRONG)
    if not report.lessons:
        return paragraph(say(language, "debrief.no_lessons"), screen)
    lines = [title]
    for one in report.lessons:
        assert one.lesson is not None
        assert one.minutes is not None
        facts = {"planned": _amount(one, one.planned_minutes, stage), "actual": _amount(one, one.minutes, stage)}
        words = f"{one.task.id} {one.task.title}: {say(language, 'debrief.lesson', **facts)}"
        lines += [f"# {line}" for line in wrap(words, screen.width - 2).split("\n")]
        lines += [f"    {line}" for line in one.lesson.lines]
    return "\n".join(lines)


def debrief_csv(report: Debrief, stage: Stage) -> str:
    """Every item and task in a line: instants as ISO 8601 of the ceremony's zone, lengths in minutes."""
    language = stage.language
    heads = [say(language, f"debrief.{key}") for key in _COLUMNS]
    heads[1:1] = [say(language, key) for key in ("export.id", "revised.item", "col.lead")]
    return csv_text([heads, *(list(_line(one, stage)) for one in (*report.items, *report.tasks))])


def _line(row: Compared, stage: Stage) -> Iterator[str | int]:
    kind = "item" if row.task.part is Part.PROGRAMME else "task"
    yield from (say(stage.language, f"debrief.kind.{kind}"), row.task.id, row.task.title, row.lead)
    yield from (_iso(row.planned_start, stage), _iso(row.start, stage), _number(row.shift))
    yield from (row.planned_minutes, _number(row.minutes), _number(row.off), row.who, row.remark)
    yield ", ".join(row.lesson.lines) if row.lesson else ""


def _iso(at: int | None, stage: Stage) -> str:
    return "" if at is None else stage.schedule.axis.iso(nearest(at))[:16]


def _number(minutes: int | None) -> str | int:
    return "" if minutes is None else minutes


def debrief_json(report: Debrief, stage: Stage) -> str:
    """The same for programs: instants in ISO 8601 with their offset, amounts in minutes, null for what is unknown."""
    found = {
        "format": FORMAT,
        "ceremony": stage.schedule.ceremony.id,
        "day": stage.schedule.day.isoformat(),
        "items": [_record(one, stage) for one in report.items],
        "tasks": [_record(one, stage) for one in report.tasks],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _record(row: Compared, stage: Stage) -> dict[str, Any]:
    iso = stage.schedule.axis.iso
    return {
        "id": row.task.id,
        "title": row.task.title,
        "lead": row.task.lead,
        "planned_start": iso(nearest(row.planned_start)),
        "start": None if row.start is None else iso(nearest(row.start)),
        "shift": row.shift,
        "planned_minutes": row.planned_minutes,
        "minutes": row.minutes,
        "off": row.off,
        "who": row.who,
        "remark": row.remark,
        "suggested": list(row.lesson.lines) if row.lesson else None,
    }
