"""The day as JSON for other programs: instants in ISO 8601 with their offset, amounts in seconds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from runbook.live import next_by_agency

if TYPE_CHECKING:
    from runbook.live import Expected
    from runbook.reports.stage import Stage

FORMAT = 1  # raised when a key changes its meaning


def data(stage: Stage) -> str:
    """Every item as it was or is expected, what was agreed, each agency's next cue, the end against the closing."""
    seen = stage.timing
    found = {
        "format": FORMAT,
        "ceremony": stage.schedule.ceremony.id,
        "now": _iso(stage, stage.now),
        "line": len(stage.presses),
        "running": stage.state.running or None,
        "held_since": None if stage.state.held_since is None else _iso(stage, stage.state.held_since),
        "end": _iso(stage, seen.end),
        "closing": _iso(stage, stage.programme.closing),
        "over": seen.over,
        "items": [_item(stage, row) for row in seen.rows],
        "savings": [
            {"item": one.cue, "least": one.least, "who": one.who, "how": one.words} for one in stage.programme.savings
        ],
        "next": {agency: row.cue.id for agency, row in next_by_agency(seen).items() if agency},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _item(stage: Stage, row: Expected) -> dict[str, Any]:
    run = row.run
    return {
        "id": row.cue.id,
        "title": row.cue.title,
        "planned_start": _iso(stage, row.cue.start),
        "start": _iso(stage, row.start),
        "end": _iso(stage, row.end),
        "begun": run.started is not None,
        "over": run.finished is not None,
        "skipped": run.skipped,
        "kept": run.kept,
        "added": run.added,
        "held": run.held,
        "saved": row.saved,
        "to_be_dropped": row.dropped and not run.skipped,
    }


def _iso(stage: Stage, at: int) -> str:
    """2024-11-22T08:37:20+07:00."""
    minute = stage.schedule.axis.iso(at // 60)
    return f"{minute[:16]}:{at % 60:02}{minute[16:]}"
