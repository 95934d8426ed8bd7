"""The same made-up plan as a ceremony file and as a TaskJuggler project: layers of tasks, finish to start."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

START = date(2024, 11, 11)  # a Monday
AGENCIES = 20
PHASES = 8


@dataclass(frozen=True)
class Step:
    """One task: its length in working hours, and the numbers of the tasks it waits for."""

    number: int
    layer: int
    hours: int
    before: tuple[int, ...]


def steps(tasks: int) -> list[Step]:
    """Every task waits for two of the layer before its own; numbers grow with the layers."""
    choice, width = random.Random(tasks), tasks // _layers(tasks)
    found = []
    for number in range(tasks):
        layer = number // width
        above = range((layer - 1) * width, layer * width)
        before = sorted(choice.sample(above, min(2, width))) if layer else []
        found.append(Step(number, layer, choice.randint(1, 16), tuple(before)))
    return found


def write(folder: str, tasks: int) -> None:
    """Three files into the folder: `<tasks>.yaml` and `<tasks>.tjp` that say the same, and `<tasks>-full.yaml`."""
    plan = steps(tasks)
    Path(folder, f"{tasks}.yaml").write_text(as_ceremony(plan), "utf-8")
    Path(folder, f"{tasks}-full.yaml").write_text(as_ceremony(plan, full=True), "utf-8")
    Path(folder, f"{tasks}.tjp").write_text(as_project(plan), "utf-8")


def as_ceremony(plan: list[Step], full: bool = False) -> str:
    """The ceremony file. `full`: with what organisers also write, phases, who works alongside, references."""
    agencies = [f"  co-quan-{one}: {{name: Cơ quan số {one}, short: CQ {one}}}" for one in range(AGENCIES)]
    phases = ["phases:", *(f"  giai-doan-{one}: Giai đoạn {one}" for one in range(PHASES))]
    tasks = [_task(one, full) for one in plan]
    return "\n".join([_HEAD.format(day=_day(plan)), *agencies, *(phases if full else []), "tasks:", *tasks]) + "\n"


def as_project(plan: list[Step]) -> str:
    length = (_day(plan) - START).days
    tasks = [
        f'task t{one.number} "{_title(one)}" {{ length {one.hours}h'
        + (" depends " + ", ".join(f"t{other}" for other in one.before) if one.before else "")
        + " }"
        for one in plan
    ]
    return "\n".join([_PROJECT.format(days=length), *tasks, _REPORT.format(tasks=len(plan))])


def _layers(tasks: int) -> int:
    return max(2, min(50, tasks // 10))


def _day(plan: list[Step]) -> date:
    """A day that the plan is sure to meet: no layer takes more than two working days."""
    return START + timedelta(days=3 * (plan[-1].layer + 1) + 14)


def _title(step: Step) -> str:
    return f"Chuẩn bị nội dung số {step.number} của đợt {step.layer}"


def _task(step: Step, full: bool) -> str:
    keys = [
        f"title: {_title(step)}",
        f"lead: co-quan-{step.number % AGENCIES}",
        f"work: {step.hours}h",
        *([f"after: [{', '.join(f't{other}' for other in step.before)}]"] if step.before else []),
    ]
    if full:
        keys += [f"phase: giai-doan-{step.layer % PHASES}", f"ref: VII.{step.layer + 1}"]
        keys += [f"support: [co-quan-{(step.number + 7) % AGENCIES}]"] if step.number % 3 == 0 else []
    return f"  t{step.number}: {{{', '.join(keys)}}}"


_HEAD = """\
ceremony: le-thu
title: Lễ kỷ niệm để đo tốc độ
start: 11/11/2024 08:00
date: {day:%d/%m/%Y}
hours: 08:30-10:30
worktime:
  office: {{days: Mon-Fri, hours: [08:00-12:00, 13:00-17:00], holidays: []}}
agencies:"""

_PROJECT = """\
project lethu "Le thu" 2024-11-11-08:00-+0700 +{days}d {{
  timezone "Asia/Ho_Chi_Minh"
  timingresolution 60min
  dailyworkinghours 8
  workinghours mon - fri 8:00 - 12:00, 13:00 - 17:00
  workinghours sat, sun off
}}"""

_REPORT = """\
taskreport "dates-{tasks}" {{ formats csv columns id, start, end timeformat "%Y-%m-%d %H:%M" }}
"""
