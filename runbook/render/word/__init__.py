"""Documents that Word opens: the assignment table, the plan's timetable."""

from __future__ import annotations
