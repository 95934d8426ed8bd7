"""The calendars of every ceremony the project ships."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from runbook import build
from runbook.render import ical
from runbook.schedule import Schedule, plan
from tests.ical_rules import broken_rules
from tests.ical_samples import by_icalendar, by_vobject, calendars, civil, entry
from tests.shipped import ROOT, vietnam

CEREMONIES = sorted((ROOT / "events").glob("*.yaml"))


def shipped(path: Path) -> Schedule:
    days = vietnam()
    ceremony, problems = build.read(
        path.read_text("utf-8"), path.name, lambda name: days if name == "vietnam" else None
    )
    assert ceremony is not None, problems
    return plan(ceremony)


@pytest.mark.parametrize("path", CEREMONIES, ids=lambda path: path.stem)
def test_every_calendar_is_sound_and_both_readers_see_the_planned_times(path: Path) -> None:
    schedule = shipped(path)
    for language in ("vi", "en"):
        files = calendars(schedule, language)
        for audience, told in ical.entries(schedule, language).items():
            assert broken_rules(files[audience]) == []
            times = {one.uid: civil(schedule, one) for one in told}
            for read in (by_icalendar, by_vobject):
                assert {uid: (one["start"], one["end"]) for uid, one in read(files[audience]).items()} == times


def test_the_summary_conference_as_its_plan_document_has_it() -> None:
    schedule = shipped(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml")

    def times(key: str) -> tuple[datetime | date, datetime | date]:
        return civil(schedule, entry(schedule, key))

    assert times("~ceremony") == (datetime(2024, 11, 22, 8, 30), datetime(2024, 11, 22, 10, 30))
    assert times("E4~deadline")[1] == datetime(2024, 11, 14, 17, 30)
    assert times("E6~deadline")[1] == datetime(2024, 11, 15, 17, 30)
    assert times("D2") == (date(2024, 11, 12), date(2024, 11, 16))
    assert times("R1") == (datetime(2024, 11, 21, 13, 30), datetime(2024, 11, 21, 17, 30))
