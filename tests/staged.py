"""A conference on its day, for the tests: presses, instants, and what is seen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from runbook.live import Press, Pressed
from runbook.reports.stage import Stage
from runbook.schedule import Schedule, plan
from tests.reading import ceremony

FILE = "le.yaml"
SHOW = """\
ceremony: le
title: Hội nghị tổng kết các hoạt động kỷ niệm 70 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024)
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies:
  so-vhtt: {name: Sở Văn hóa và Thể thao, short: Sở VHTT}
  dai-ptth: {name: Đài Phát thanh và Truyền hình, short: Đài PTTH}
  so-noi-vu: {name: Sở Nội vụ}
  cong-an: {name: Công an Thành phố, short: Công an}
tasks:
  A: {title: Duyệt kịch bản, lead: so-vhtt, work: 1d}
programme:
  - {id: p1, title: Giới thiệu đại biểu, lead: so-vhtt, support: [dai-ptth], length: 10m, cue: MC1}
  - {id: p2, title: Báo cáo tóm tắt, lead: so-vhtt, length: 20m}
  - {id: p3, title: Chiếu phóng sự, lead: dai-ptth, length: 15m, cue: "KT1 (tắt đèn, chạy phim)", trouble: Đổi sang p4}
  - {id: p4, title: Lãnh đạo thành phố phát biểu và giao nhiệm vụ cho các cơ quan, lead: so-vhtt, length: 25m}
  - {id: p5, title: Công bố quyết định khen thưởng, lead: so-noi-vu, length: 6m}
  - {id: p6, title: Trao thưởng, lead: so-noi-vu, support: [cong-an], length: 36m}
  - {id: p7, title: Chụp ảnh lưu niệm, lead: so-vhtt, length: 3m}
  - {id: p8, title: Kết thúc, lead: so-vhtt, length: 5m}
savings:
  - {item: p6, to: 30m, who: so-noi-vu, how: Gộp lượt 5 và 6}
  - {item: p7, who: so-vhtt, how: Bỏ chụp ảnh}
"""


def in_folder() -> None:
    """The conference in the present folder."""
    Path(FILE).write_text(SHOW, encoding="utf-8")


@cache
def schedule() -> Schedule:
    return plan(ceremony(SHOW), None, None)


def at(clock: str) -> int:
    """The instant of 08:37 or 08:37:20 on the day."""
    hour, minute, second = map(int, f"{clock}:0".split(":")[:3])
    day = schedule()
    return day.axis.minute(day.day, hour * 60 + minute) * 60 + second


def presses(*told: str) -> tuple[Pressed, ...]:
    """Presses as "08:37 start p1" or "08:50 add p2 120", numbered as they come; the last word is seconds."""
    found = []
    for number, words in enumerate(told, 1):
        clock, what, *rest = words.split()
        name = rest[0] if rest and rest[0].startswith("p") else ""
        amount = int(rest[-1]) if rest and not rest[-1].startswith("p") else 0
        undoes = amount if what == "undo" else 0
        found.append(Pressed(number, Press(what), at(clock), name, 0 if undoes else amount, undoes, "Thư"))
    return tuple(found)


def stage(now: str, *told: str, language: str = "vi") -> Stage:
    """The day at that time after these presses."""
    return Stage(schedule(), presses(*told), at(now), language)
