"""The plan as JSON for other programs: keys in English, instants in ISO 8601 with their offset, amounts in minutes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runbook.campaign import Window
    from runbook.model import Ceremony, Link
    from runbook.schedule import Planned, Schedule

FORMAT = 1  # raised when a key changes its meaning
DRAGS_AT_MOST = 500


def plan_json(schedule: Schedule, task_ids: Iterable[str] | None = None) -> str:
    """The whole plan, or the given tasks of it, in their order."""
    from runbook.schedule import critical_paths

    ceremony = schedule.ceremony
    rows = [schedule.rows[task_id] for task_id in (schedule.rows if task_ids is None else task_ids)]
    head = {
        "format": FORMAT,
        "ceremony": ceremony.id,
        "title": ceremony.title,
        **_campaign(ceremony),
        "day": schedule.day.isoformat(),
        "opening": _iso(schedule, schedule.opening),
        "closing": _iso(schedule, schedule.closing),
        "now": _iso(schedule, schedule.now),
        "feasible": schedule.feasible,
        "agencies": [{"id": agency.id, "name": agency.name} for agency in ceremony.agencies],
        "resources": [{"id": one.id, "name": one.name, "capacity": one.capacity} for one in ceremony.resources],
    }
    lists: dict[str, Iterable[Any]] = {
        "critical_paths": critical_paths(schedule),
        "tasks": map(partial(_task, schedule, _drags(schedule)), rows),
        "links": map(_link, ceremony.links),
    }
    parts = [f"{_text(key)}: {_text(value)}" for key, value in head.items()]
    # A line an entry: it can be compared line by line, and json's quick encoder, which knows no indent, writes it.
    parts += [_text(key) + ": [\n" + ",\n".join(map(_text, values)) + "\n]" for key, values in lists.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _campaign(ceremony: Ceremony) -> dict[str, Any]:
    """The span and the peaks of a campaign; a sitting has none, and is told by day, opening and closing."""
    campaign = ceremony.campaign
    if campaign is None:
        return {}
    peaks = [{"id": peak.id, "title": peak.title, "window": _window(peak.window)} for peak in campaign.peaks]
    return {"campaign": {"span": _window(campaign.window), "peaks": peaks, "theme": campaign.theme}}


def _window(window: Window) -> list[str]:
    return [day.isoformat() for day in window]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _drags(schedule: Schedule) -> dict[str, int]:
    """The drag of every critical task. Each has dates of its own to follow: none where there are too many."""
    from runbook.schedule import drags

    critical = [task_id for task_id, row in schedule.rows.items() if row.critical]
    return drags(schedule, critical) if len(critical) <= DRAGS_AT_MOST else {}


def _task(schedule: Schedule, drags: dict[str, int], row: Planned) -> dict[str, Any]:
    task = row.task
    return {
        "id": task.id,
        "title": task.title,
        "part": task.part.value,
        "phase": task.phase,
        "lead": task.lead,
        "support": list(task.support),
        "receipts": list(task.receipts),
        "duration": task.minutes,
        "counted": task.kind.value,
        "worktime": task.worktime,
        "start": _iso(schedule, row.start),
        "finish": _iso(schedule, row.finish),
        "early_start": _iso(schedule, row.early_start),
        "early_finish": _iso(schedule, row.early_finish),
        "late_start": _iso(schedule, row.late_start),
        "late_finish": _iso(schedule, row.late_finish),
        "deadline": _iso(schedule, row.deadline),
        "total_float": row.total_float,
        "free_float": row.free_float,
        "late_by": row.late_by,
        "critical": row.critical,
        "drag": drags.get(task.id),
        "ref": list(task.refs),
        **({"window": _window(task.window)} if task.window else {}),
        **({"series": task.series} if task.series else {}),
        **({"range": list(task.range)} if task.range else {}),
        **({"uses": {use.resource: use.amount for use in task.uses}} if task.uses else {}),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "from": link.predecessor,
        "to": link.successor,
        "relation": link.relation.name,
        "lag": link.lag,
        "lag_counted": "work" if link.lag_worktime else "elapsed",
    }


def _iso(schedule: Schedule, minute: int | None) -> str | None:
    return None if minute is None else schedule.axis.iso(minute)
