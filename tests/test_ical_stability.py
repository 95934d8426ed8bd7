"""The same plan gives the same bytes: on every machine, in every run, and as they were agreed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from runbook.render import ical
from tests.ical_samples import SMALL, planned

HERE = Path(__file__).parent
GOLDENS = HERE / "goldens" / "ical"
REWRITE = os.environ.get("RUNBOOK_GOLDENS") == "rewrite"
DIGESTS = """
import hashlib
from runbook.render import ical
from tests.ical_samples import SMALL, planned
for audience, data in ical.calendars(planned(SMALL)).items():
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
    golden = GOLDENS / f"{audience or ical.EVERYONE}.{language}.ics"
    written = ical.calendar(planned(SMALL), audience, language)
    if REWRITE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(written)
    assert golden.read_bytes() == written


def test_every_agreed_calendar_is_compared() -> None:
    assert len([*GOLDENS.glob("*.ics")]) == 10
