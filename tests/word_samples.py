"""Ceremonies as documents for Word."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from runbook.model import Ceremony
from runbook.schedule import Schedule, plan
from tests.page_samples import SMALL as SMALL
from tests.reading import ceremony
from tests.shipped import ROOT

LONG = (
    "Ban Chỉ đạo tổ chức các hoạt động kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng trong 03 năm 2023 - 2025"
)
UNNUMBERED = SMALL.replace("number: 12/KH-UBND, date: 01/11/2024, issuer: UBND Thành phố", "issuer: UBND quận Ba Đình")


def planned(text: str, day: date | None = None) -> Schedule:
    return plan(ceremony(text), day)


@cache
def conference() -> Schedule:
    """The summary conference of the shipped example."""
    return planned(Path(ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8"))


def words_of_tasks(whole: Ceremony) -> set[str]:
    """Every word of the titles of a ceremony's tasks."""
    return {word for task in whole.tasks for word in task.title.split()}
