"""Clashes as text for a terminal, and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from runbook.render.terminal import Screen, Tone, paragraph
from runbook.render.text import blocks
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.clashes import Clashes, ClashRow
    from runbook.schedule import Schedule

FORMAT = 1  # raised when a key changes its meaning


def clashes(report: Clashes, screen: Screen, language: str) -> str:
    """Every clash with its tasks and the way out of it."""
    count = len(report.rows)
    key = "clash.found" if count else "clash.no_clash"
    title = screen.paint(paragraph(say(language, key, count=count, files=len(report.files)), screen), Tone.STRONG)
    parts = [title, *(_row(number, row, screen) for number, row in enumerate(report.rows, 1))]
    return blocks([*parts, "\n".join(paragraph(one, screen, 0, 2) for one in report.remarks)])


def _row(number: int, row: ClashRow, screen: Screen) -> str:
    head = screen.paint(paragraph(f"!! {number}. {row.name}: {row.need}; {row.when}", screen, 0, 3), Tone.LATE)
    tasks = (paragraph(f"- {task}", screen, 3, 2) for task in row.tasks)
    return "\n".join([head, *tasks, paragraph(f"→ {row.remedy}", screen, 3, 2)])


def clashes_json(report: Clashes, schedules: Sequence[Schedule]) -> str:
    """Clashes by ids; instants in ISO 8601, amounts in minutes."""
    found = {
        "format": FORMAT,
        "files": [
            {"file": file, "ceremony": schedule.ceremony.id, "day": schedule.day.isoformat()}
            for file, schedule in zip(report.files, schedules, strict=True)
        ],
        "clashes": [_clash(row, report, schedules) for row in report.rows],
        "remarks": list(report.remarks),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _clash(row: ClashRow, report: Clashes, schedules: Sequence[Schedule]) -> dict[str, Any]:
    clash = row.clash
    iso = schedules[clash.tasks[0][0]].axis.iso
    return {
        "kind": clash.want.kind.value,
        "id": clash.want.id,
        "name": row.name,
        "capacity": clash.capacity,
        "most": clash.most,
        "first": iso(clash.first),
        "last": iso(clash.last),
        "minutes": clash.minutes,
        "tasks": [{"file": report.files[file], "id": task} for file, task in clash.tasks],
        "shift": _shift(row, report, schedules),
    }


def _shift(row: ClashRow, report: Clashes, schedules: Sequence[Schedule]) -> dict[str, Any] | None:
    if (shift := row.shift) is None:
        return None
    return {
        "file": report.files[shift.file],
        "task": shift.task or None,
        "start": schedules[shift.file].axis.iso(shift.start) if shift.task else None,
        "day": shift.day.isoformat() if shift.day else None,
        "by": shift.by,
        "float": shift.spare,
        "late": list(shift.late),
        "late_by": shift.worst,
        "others_moved": shift.others,
        "unit_minutes_left": shift.excess,
        "text": row.remedy,
    }
