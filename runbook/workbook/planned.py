"""What a plan says of each row of a workbook: the columns that are computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from runbook.text import say
from runbook.workbook.rows import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runbook.schedule import Planned, Schedule

Dates = dict[str, datetime | str]


@dataclass(frozen=True, slots=True)
class Plan:
    """The planned dates by id, a chain being its steps together."""

    schedule: Schedule
    language: str
    steps: Mapping[str, list[Planned]]

    def dates(self, row: Row) -> Dates:
        """The computed cells of a row; none for one that the plan does not know."""
        found = self.steps.get(row.get("id", ""), [])
        if not found:
            return {}
        late = any(one.late_by > 0 or one.total_float < 0 for one in found)
        mark = "workbook.late" if late else "workbook.critical" if any(one.critical for one in found) else ""
        return {
            "planned.start": self.instant(min(one.start for one in found)),
            "planned.finish": self.instant(max(one.finish for one in found)),
            "planned.mark": say(self.language, mark) if mark else "",
        }

    def instant(self, minute: int) -> datetime:
        day, minute_of_day = self.schedule.axis.civil(minute)
        return datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute_of_day)


def plan(schedule: Schedule, language: str) -> Plan:
    steps: dict[str, list[Planned]] = {}
    for name, row in schedule.rows.items():
        steps[name] = [row]
        if row.task.chain:
            steps.setdefault(row.task.chain, []).append(row)
    return Plan(schedule, language, steps)
