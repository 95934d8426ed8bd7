"""The same plan gives the same bytes: on every machine, in every run, and as they were agreed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from runbook.render import ical
from tests.ical_rules import broken_rules
from tests.ical_samples import SMALL, planned

HERE = Path(__file__).parent
GOLDENS = HERE / "goldens" / "ical"
REWRITE = os.environ.get("RUNBOOK_GOLDENS") == "rewrite"
DIGESTS = """
import hashlib
from tests.ical_samples import SMALL, calendars, planned
for audience, data in calendars(planned(SMALL)).items():
    print(audience, hashlib.sha256(data).hexdigest())
"""
SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "vi_VN.UTF-8"},
    {"PYTHONHASHSEED": "3", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "1"},
]


def test_the_same_bytes_whatever_the_hash_seed_the_zone_and_the_locale() -> None:
    printed = {_run(surroundings) for surroundings in SURROUNDINGS}
    assert len(printed) == 1
    assert len(printed.pop().splitlines()) == 7


def _run(surroundings: dict[str, str]) -> str:
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1", **surroundings}
    done = subprocess.run(
        [sys.executable, "-c", DIGESTS], cwd=HERE.parent, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_heavy_library_is_not_loaded_before_a_calendar_is_written() -> None:
    code = "import sys, runbook.render.ical; print('ics' in sys.modules, 'arrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=HERE.parent, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("audience", [None, "so-vhtt", "ban-tuyen-giao", "quan-1", "so-y-te"])
def test_calendars_are_as_agreed(audience: str | None, language: str) -> None:
    """RUNBOOK_GOLDENS=rewrite pytest tests/test_ical_stability.py writes what is now the case; read the difference."""
    as_agreed(f"{audience or 'all'}.{language}", ical.calendar(planned(SMALL), audience, language))


def test_the_files_of_two_releases_are_as_agreed() -> None:
    """B2 is dropped and A2 renamed by the second: a whole feed, its update, a list of to-dos and both messages."""
    dropped = "".join(line for line in SMALL.splitlines(keepends=True) if not line.startswith("  B2:"))
    first, second = (planned(text) for text in (SMALL, dropped.replace("Viết diễn văn", "Soạn diễn văn")))
    held = {one.entry.uid: one for one in ical.revise({}, ical.entries(first, "vi"), 1, RELEASED, "vi")}
    changed = {one.entry.uid: one for one in ical.revise(held, ical.entries(second, "vi"), 2, RELEASED + 2880, "vi")}
    told = [one for one in {**held, **changed}.values() if one.audience == "cong-an"]
    head = ical.masthead(second, "cong-an", "vi")
    feed = ical.masthead(second, "cong-an", "vi", "https://lich.example.vn/cong-an.ics")
    police = ical.Attendee("Công an Thành phố", "congan@example.vn")
    as_agreed("cong-an.feed", ical.published(feed, told))
    as_agreed("cong-an.update", ical.published(head, (one for one in told if one.release == 2)))
    as_agreed("cong-an.todos", ical.todos(head, told))
    as_agreed("cong-an.request", ical.invitation(head, held[UID.format("n1")], police))
    as_agreed("cong-an.cancel", ical.invitation(head, changed[UID.format("B2")], police))


RELEASED = 29_072_160  # 11/04/2025 07:00 in Hà Nội
UID = "le-50-nam.{}.cong-an@runbook.invalid"


def as_agreed(name: str, written: bytes) -> None:
    golden = GOLDENS / f"{name}.ics"
    if REWRITE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(written)
    assert broken_rules(written, whole="update" not in name) == []
    assert golden.read_bytes() == written


def test_every_agreed_calendar_is_compared() -> None:
    assert len([*GOLDENS.glob("*.ics")]) == 15
