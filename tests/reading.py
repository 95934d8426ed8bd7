"""Ceremony text -> Ceremony, for tests that speak the user's language."""

from __future__ import annotations

from textwrap import dedent

from runbook import build, whatif
from runbook.model import Ceremony
from runbook.problems import Problem
from runbook.worktime import Holidays
from tests.shipped import vietnam

HEAD = """
ceremony: le-thu
title: Lễ thử
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies:
  van-phong: {name: Văn phòng}
  cong-an: {name: Công an}
"""


def holidays_of(country: str) -> Holidays | None:
    return vietnam() if country == "vietnam" else None


def ceremony(text: str, changes: tuple[str, ...] = ()) -> Ceremony:
    """The ceremony of a text that has no problems."""
    parsed = [whatif.change(change, number) for number, change in enumerate(changes, 1)]
    wanted = [one for one in parsed if not isinstance(one, Problem)]
    assert len(wanted) == len(parsed)
    built, problems = build.read(dedent(text), "le-thu.yaml", holidays_of, wanted)
    assert problems == ()
    assert built is not None
    return built


def tasks(text: str, head: str = HEAD) -> Ceremony:
    """A ceremony of these preparation tasks, one `id: {...}` a line; the lead is van-phong unless stated."""
    lines = [line.strip() for line in text.strip().splitlines()]
    rows = [line if "lead:" in line else line.replace("{", "{lead: van-phong, ", 1) for line in lines]
    titled = [row if "title:" in row else row.replace("{", f"{{title: Việc {row.split(':')[0]}, ", 1) for row in rows]
    return ceremony(head + "tasks:\n" + "".join(f"  {row}\n" for row in titled))
