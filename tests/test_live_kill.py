"""A killed `live` has lost nothing that its screen had acknowledged, and records nothing twice."""

from __future__ import annotations

import re
import time
from pathlib import Path
from random import Random

import pytest

from runbook.commands.pressing import presses_in
from runbook.live import Press, Pressed
from runbook.store import open_store
from runbook.store.checking import faults
from tests.driven import Driven
from tests.staged import SHOW
from tests.stores import folder

ACKNOWLEDGED = re.compile(r"Line (\d+) recorded")
KEYS = {"+": (Press.ADD, 60), "]": (Press.ADD, 300), "h": (Press.HOLD, 0)}


def held(home: Path) -> tuple[Pressed, ...]:
    with open_store(str(home)) as store:
        assert faults(store) == []
        return presses_in(store, "le")


def killed(home: Path, random: Random, longest: float) -> tuple[int, int]:
    """Steer, and kill at a random moment of so many seconds; how many presses there were before it, and at the kill."""
    before = len(held(home)) if (home / "runbook.sqlite").exists() else 0
    driven = Driven(home)
    driven.wait_for(f"{before} presses recorded" if before else "Nothing recorded yet")
    sent, end = "", time.monotonic() + random.uniform(0, longest)
    while time.monotonic() < end:
        sent += (keys := "".join(random.choices("+]h", k=random.randint(1, 4))))
        driven.press(keys)
        driven.read(random.uniform(0, 0.02))
    shown = driven.kill()
    acknowledged = max([before, *map(int, ACKNOWLEDGED.findall(shown))])
    now = held(home)
    assert acknowledged <= len(now)
    assert [_of_key(one) for one in now[before:]] == [KEYS[key] for key in sent[: len(now) - before]]
    return before, acknowledged


def _of_key(one: Pressed) -> tuple[Press, int]:
    what = Press.HOLD if one.what is Press.RESUME else one.what
    return what, one.seconds


def kills(count: int, seed: int, longest: float) -> int:
    """That many kills of one day; how many presses were acknowledged."""
    random, total = Random(seed), 0
    with folder() as home:
        (home / "le.yaml").write_text(SHOW, encoding="utf-8")
        for _ in range(count):
            before, acknowledged = killed(home, random, longest)
            total += acknowledged - before
    return total


def test_20_kills_lose_no_press_that_was_acknowledged() -> None:
    assert kills(20, 1, 0.1) > 20


@pytest.mark.slow
def test_200_kills_lose_no_press_that_was_acknowledged() -> None:
    assert sum(kills(40, seed, 0.3) for seed in range(5)) > 1000
