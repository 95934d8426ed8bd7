"""How sure a plan is as JSON for other programs: instants in ISO 8601, chances from 0 to 1, amounts in minutes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from runbook.render.progress_data import FORMAT
from runbook.reports.risk import MOST_BARS
from runbook.risk import worst
from runbook.risk.histogram import bars

if TYPE_CHECKING:
    from runbook.risk import Prospect

QUANTILES = (0.1, 0.5, 0.8, 0.9)
_FIGURES = 6  # of a mean


def risk_json(of: Prospect) -> str:
    """All that the samples say."""
    found = {
        "format": FORMAT,
        "ceremony": of.outlook.ceremony.id,
        "title": of.outlook.ceremony.title,
        "as_of": _iso(of, of.outlook.now),
        "day": of.outlook.planned.day.isoformat(),
        "seed": of.trial.seed,
        "samples": of.trial.samples,
        "default_spread": [of.trial.default.best, of.trial.default.worst],
        "opening": _opening(of),
        "days": [{"day": day.isoformat(), "chance": chance} for day, chance in of.days],
        "deadlines": [_deadline(of, one.task_id, one.deadline, one.finish, one.chance) for one in of.deadlines],
        "worst": _worst(of),
        "tasks": _tasks(of),
        "tornado": [
            {"task": one.task_id, "low": round(one.low, _FIGURES), "high": round(one.high, _FIGURES)}
            for one in of.swings
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _opening(of: Prospect) -> dict[str, Any] | None:
    """None where nothing is left to prepare for it."""
    if of.readiness is None:
        return None
    days = bars(of.readiness, of.outlook.planned.axis, MOST_BARS)
    return {
        "at": _iso(of, of.outlook.planned.opening),
        "chance": of.chance,
        "planned_ready": _iso(of, of.planned_ready),
        "last_ready": _iso(of, of.last_ready),
        "in_hand": of.in_hand,
        "quantiles": {f"P{round(100 * share)}": _iso(of, of.readiness.ready_by(share)) for share in QUANTILES},
        "buffers": [{"share": one.share, "needed": one.needed, "lacking": one.lacking} for one in of.buffers],
        "histogram": [
            {"first": one.first.isoformat(), "last": one.last.isoformat(), "kept": one.kept, "late": one.late}
            for one in days
        ],
    }


def _deadline(of: Prospect, task_id: str, deadline: int, finish: int, chance: float) -> dict[str, Any]:
    return {"task": task_id, "deadline": _iso(of, deadline), "expected": _iso(of, finish), "chance": chance}


def _worst(of: Prospect) -> dict[str, Any] | None:
    found = worst(of)
    if found is None:
        return None
    names = {"of": found.of or None, "chance": found.chance, "drivers": list(found.drivers)}
    return {**names, "first_at_best": found.best, "all_at_best": found.together}


def _tasks(of: Prospect) -> list[dict[str, Any]]:
    """What varies, and what is ever on the chain that sets when all is ready, in file order."""
    shares = dict(of.critical)
    names = (task.id for task in of.outlook.ceremony.tasks if task.id in of.spreads or task.id in shares)
    return [{"id": name, **_durations(of, name), "criticality": shares.get(name, 0.0)} for name in names]


def _durations(of: Prospect, name: str) -> dict[str, Any]:
    spread, minutes = of.spreads.get(name), of.outlook.left.task(name).minutes
    least, most = (spread.least, spread.most) if spread else (minutes, minutes)
    return {"least": least, "likely": minutes, "most": most}


def _iso(of: Prospect, minute: int) -> str:
    return of.outlook.planned.axis.iso(minute)
