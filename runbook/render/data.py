"""The plan as JSON for other programs: keys in English, instants in ISO 8601 with their offset, amounts in minutes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from runbook.model import Link
    from runbook.schedule import Planned, Schedule

FORMAT = 1  # raised when a key changes its meaning


def plan_json(schedule: Schedule, task_ids: Iterable[str] | None = None) -> str:
    """The whole plan, or the given tasks of it, in their order."""
    ceremony = schedule.ceremony
    rows = [schedule.rows[task_id] for task_id in (schedule.rows if task_ids is None else task_ids)]
    plan = {
        "format": FORMAT,
        "ceremony": ceremony.id,
        "title": ceremony.title,
        "day": schedule.day.isoformat(),
        "opening": _iso(schedule, schedule.opening),
        "closing": _iso(schedule, schedule.closing),
        "now": _iso(schedule, schedule.now),
        "feasible": schedule.feasible,
        "agencies": [{"id": agency.id, "name": agency.name} for agency in ceremony.agencies],
        "tasks": [_task(schedule, row) for row in rows],
        "links": [_link(link) for link in ceremony.links],
    }
    return json.dumps(plan, ensure_ascii=False, indent=1) + "\n"


def _task(schedule: Schedule, row: Planned) -> dict[str, Any]:
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
        "ref": list(task.refs),
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
    if minute is None:
        return None
    instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    return instant.astimezone(ZoneInfo(schedule.axis.zone)).isoformat(timespec="minutes")
