"""How long a plan of twenty pages takes to read and to draft."""

from __future__ import annotations

import time

from runbook.draft.drafting import draft
from runbook.draft.reading import read

LETTERS_A_PAGE = 2_200
ROUNDS = 5
HEAD = """UBND TỈNH NAM SƠN
Số: 1450/KH-UBND
Nam Sơn, ngày 20 tháng 8 năm 2025

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 80 năm Ngày truyền thống

I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 15/11/2025.
2. Địa điểm: Quảng trường tỉnh.

II. TỔ CHỨC THỰC HIỆN
"""
SECTION = """{at}. Sở Số {name}
- Chủ trì, phối hợp với Sở Số {other}, Công an tỉnh và các đơn vị liên quan xây dựng phương án số {at}, xin ý kiến Ban \
Tuyên huấn, tiếp thu, hoàn thiện, trình UBND tỉnh phê duyệt trước ngày {day:02}/10/2025.
- Phối hợp với Sở Số {other} kiểm tra, đôn đốc các địa phương thực hiện; tổng hợp, báo cáo UBND tỉnh chậm nhất ngày \
{day:02}/11/2025.
- Thường xuyên cập nhật tình hình, kịp thời thông tin trên trang thông tin điện tử của đơn vị; thực hiện các nhiệm vụ \
khác theo chỉ đạo của UBND tỉnh.
"""
NAMES = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


def plan(pages: int) -> str:
    """A plan of that many pages."""
    made, at = [HEAD], 0
    while sum(map(len, made)) < pages * LETTERS_A_PAGE:
        at += 1
        made.append(SECTION.format(at=at, name=_name(at), other=_name(at + 1), day=at % 28 + 1))
    return "".join(made)


def _name(at: int) -> str:
    return " ".join(NAMES[int(digit)] for digit in str(at))


def line(pages: int = 20) -> str:
    """The best of some rounds, in milliseconds of the processor."""
    data = plan(pages).encode()
    reading, drafting = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        document = read(data, "plan.txt")
        read_at = time.process_time()
        made = draft(document)
        reading.append(read_at - began)
        drafting.append(time.process_time() - read_at)
    return (
        f"{pages} pages ({len(data.decode())} letters, {len(made.duties)} duties): read {1000 * min(reading):.0f} ms, "
        f"drafted {1000 * min(drafting):.0f} ms"
    )
