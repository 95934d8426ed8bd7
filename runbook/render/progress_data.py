"""Progress and forecast as JSON for other programs: instants in ISO 8601 with their offset, amounts in minutes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runbook.reports.drift import Drift
    from runbook.reports.forecast import Peril
    from runbook.reports.status import Status
    from runbook.tracking import Outlook

FORMAT = 1  # raised when a key changes its meaning


def status_json(of: Outlook, report: Status) -> str:
    """How it stands: every task's state, and what follows, by ids."""
    return _text(
        _head(of, report.perils)
        | {
            "agency": report.agency,
            "tasks": [_task(of, name) for name in of.planned.rows],
            "late": [row.id for row in report.late],
            "late_in_consequence": list(report.follow),
            "ready": [row.id for row in report.ready],
            "coming": [row.id for row in report.coming],
            "unreported": list(report.unreported),
            "owed": [asdict(one) for one in report.owed],
            "agencies": [asdict(one) for one in report.agencies],
        }
    )


def forecast_json(of: Outlook, perils: Iterable[Peril], drift: Drift | None) -> str:
    """The forecast of every task, what is in danger and what to shorten; the drift where it was asked for."""
    crashes = [{"task": one.task_id, "left": one.minutes, "drag": one.drag} for one in of.crashes]
    steps, lacking = of.way_back()
    back = {"steps": [{"task": one.task_id, "by": one.minutes} for one in steps], "lacking": lacking}
    found = _head(of, perils) | {
        "crash": crashes,
        "way_back": back,
        "tasks": [_task(of, one) for one in of.planned.rows],
    }
    return _text(found | ({"drift": asdict(drift)} if drift else {}))


def _head(of: Outlook, perils: Iterable[Peril]) -> dict[str, Any]:
    ready = of.readiness()
    return {
        "format": FORMAT,
        "ceremony": of.ceremony.id,
        "title": of.ceremony.title,
        "now": _iso(of, of.now),
        "day": of.planned.day.isoformat(),
        "expected_day": of.day.isoformat() if of.day else None,
        "slack": ready.slack,
        "dangers": [
            {"task": one.of or None, "by": one.by, "chain": list(one.chain), "agencies": list(one.agencies)}
            for one in perils
        ],
    }


def _task(of: Outlook, name: str) -> dict[str, Any]:
    planned, expected, stands = of.planned.rows[name], of.expected.rows[name], of.of(name)
    received = {agency: _iso(of, at) for agency, at in stands.received.items()}
    return {
        "id": name,
        "title": planned.task.title,
        "lead": planned.task.lead,
        "state": stands.state.value,
        "started": _iso(of, stands.started),
        "finished": _iso(of, stands.finished),
        "planned_start": _iso(of, planned.start),
        "planned_finish": _iso(of, planned.finish),
        "start": _iso(of, expected.start),
        "finish": _iso(of, expected.finish),
        "latest_finish": _iso(of, planned.late_finish),
        "total_float": expected.total_float,
        "late_by": expected.late_by,
        "overdue": of.overdue(name),
        **({"received": received, "owed_by": list(planned.task.receipts)} if planned.task.receipts else {}),
    }


def _iso(of: Outlook, minute: int | None) -> str | None:
    return None if minute is None else of.planned.axis.iso(minute)


def _text(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
