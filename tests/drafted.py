"""Plan documents read, written as ceremony files and read again, for tests."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent

from runbook import build
from runbook.draft.document import Document
from runbook.draft.drafting import draft, weekend
from runbook.draft.durations import Durations, table
from runbook.draft.findings import Draft
from runbook.draft.reading import read
from runbook.draft.writing import Wanted, Written, written
from runbook.files.shipped import draft_durations
from runbook.model import Ceremony
from runbook.problems import Problem
from tests.plan_gold import FOLDER
from tests.reading import holidays_of
from tests.shipped import ROOT

SHARED = ROOT.parent / "shared" / "plans"
TODAY = date(2026, 11, 21)
EXAMPLE = ROOT / "tests" / "cases" / "plans" / "le-ky-niem-30-4.txt"
PLANS = [*sorted(SHARED.glob("*.txt")), *sorted(FOLDER.glob("*.txt"))]


def durations() -> Durations:
    return table(draft_durations())


@cache
def drafted(path: Path) -> Draft:
    return draft(read(path.read_bytes(), path.name))


@cache
def opened(path: Path) -> tuple[Written, Ceremony | None, tuple[Problem, ...]]:
    """The file of a plan, and what `check` makes of it."""
    made = file_of(drafted(path), path.name)
    return made, *ceremony_of(made)


def of_text(text: str) -> Draft:
    return draft(read(dedent(text).encode(), "ke-hoach.txt"), weekend)


def document(text: str) -> Document:
    return read(dedent(text).encode(), "ke-hoach.txt")


def file_of(found: Draft, name: str = "ke-hoach.txt", language: str = "vi") -> Written:
    return written(found, Wanted(name, durations(), TODAY, language))


def ceremony_of(made: Written) -> tuple[Ceremony | None, tuple[Problem, ...]]:
    """What `check` makes of the file."""
    return build.read(made.text, "ke-hoach.yaml", holidays_of, [])


def built(found: Draft) -> Ceremony:
    """The ceremony of a draft whose file has no problem at all."""
    ceremony, problems = ceremony_of(file_of(found))
    assert problems == ()
    assert ceremony is not None
    return ceremony
