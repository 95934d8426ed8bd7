"""A ceremony run by the commands people type, at instants of the tests' choosing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from click.testing import Result

from runbook.commands.tracked import lines_in
from runbook.store import open_store
from runbook.tracking import Happened
from tests.shipped import ROOT
from tests.workspace import run

CONFERENCE = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
FILE = "le.yaml"
SMALL = """\
ceremony: le
title: Lễ thử
date: {window: 20/11/2024..29/11/2024, chosen: 22/11/2024, reserve: 25/11/2024}
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies:
  van-phong: {name: Văn phòng UBND, short: Văn phòng}
  cong-an: {name: Công an Thành phố, short: Công an}
  so-y-te: {name: Sở Y tế}
  cac-quan: {name: Các quận, members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ, cau-giay: Quận Cầu Giấy}}
tasks:
  A: {title: Lập danh sách khách, lead: van-phong, work: 1d}
  B: {title: Phương án bảo vệ, lead: cong-an, work: 2d, after: A}
  C: {title: Trực cấp cứu, lead: so-y-te, work: 1d, finish: by 20/11/2024}
  D: {title: Nộp báo cáo, each: cac-quan, work: 1d}
  E: {title: Tổng hợp báo cáo, lead: van-phong, work: 0.5d, after: [D, B FS]}
programme:
  - {id: p1, title: Chào cờ, lead: van-phong, length: 15m}
after:
  Q: {title: Báo cáo kết quả, lead: van-phong, work: 1d, finish: by 29/11/2024}
"""


def small() -> None:
    """The small ceremony in the present folder."""
    Path(FILE).write_text(SMALL, encoding="utf-8")


def conference() -> None:
    """The summary conference in the present folder."""
    shutil.copy(CONFERENCE, FILE)


def at(now: str, *words: str, code: int = 0) -> str:
    """What a command on the file says at that moment of 2024: `at("18/11 08:00", "done", "A")`."""
    name, *rest = words
    day, clock = now.split()
    result: Result = run(name, FILE, *rest, "--now", f"{day}/2024 {clock}", columns=80)
    assert result.exit_code == code, result.output
    return str(result.output)


def as_planned(now: str) -> None:
    """All that the plan has over by now is, and what it has begun runs."""
    at(now, "done", "--as-planned")
    at(now, "start", "--as-planned")


def told(now: str, name: str, *words: str) -> dict[str, Any]:
    """The JSON of a command at that moment."""
    found: dict[str, Any] = json.loads(at(now, name, *words, "--json"))
    return found


def recorded() -> tuple[Happened, ...]:
    """What the journal of the present folder holds of the small ceremony's tasks."""
    with open_store("") as store:
        return lines_in(store, "le")
