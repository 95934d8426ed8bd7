"""Sentences of the drawings, (Vietnamese, English) by key."""

from __future__ import annotations

_GANTT: dict[str, tuple[str, str]] = {
    "drawing.gantt": ("Tiến độ thực hiện kế hoạch", "Timeline of the plan"),
    "drawing.gantt_about": (
        "Biểu đồ {count} việc từ {first} đến {last}, trang {page}.",
        "A chart of {count} tasks from {first} to {last}, page {page}.",
    ),
    "drawing.id": ("Mã", "Id"),
    "drawing.task": ("Nội dung công việc", "Task"),
    "drawing.lead": ("Chủ trì", "Lead"),
    "drawing.start": ("Bắt đầu", "Starts"),
    "drawing.finish": ("Xong", "Ends"),
    "drawing.length": ("Thời gian", "Length"),
    "drawing.month": ("Tháng {month}/{year}", "{month}/{year}"),
    "drawing.month_alone": ("Tháng {month}", "{month}"),
    "drawing.year": ("Năm {year}", "{year}"),
    "drawing.continued": ("(tiếp)", "(continued)"),
    "drawing.hours_left_out": (
        "({count} việc theo giờ: xem phiếu điều hành ngày)",
        "({count} duties at clock times: see the run sheets)",
    ),
    "drawing.late": ("ĐÃ CHẬM", "LATE"),
    "drawing.overdue": ("QUÁ HẠN", "OVERDUE"),
    "drawing.day_n": ("Ngày N {day}", "Day N {day}"),
    "drawing.now": ("Thời điểm lập {day}", "As of {day}"),
    "drawing.span": ("Từ {first} đến {last}", "{first} to {last}"),
    "drawing.page": ("Trang {page}/{pages}", "Page {page}/{pages}"),
    "drawing.from": ("‹ {tasks} tr.{page}", "‹ {tasks} p.{page}"),
    "drawing.to": ("› {tasks} tr.{page}", "› {tasks} p.{page}"),
    "drawing.from_here": ("‹ {tasks}", "‹ {tasks}"),
    "drawing.to_here": ("› {tasks}", "› {tasks}"),
}

_SIGNS: dict[str, tuple[str, str]] = {
    "drawing.sign_critical": ("Việc găng: chậm là ảnh hưởng cả kế hoạch", "Critical: a delay moves the whole plan"),
    "drawing.sign_plain": ("Việc còn dự trữ", "Task with time in hand"),
    "drawing.sign_done": ("Phần đã làm", "Part done"),
    "drawing.sign_spare": ("Dự trữ, đến ngày chậm nhất", "Time in hand, to the latest finish"),
    "drawing.sign_missed": ("Lẽ ra phải xong, chậm nhất", "Latest finish, not met"),
    "drawing.sign_series": ("Mỗi lần của việc lặp lại", "Each time of a duty that comes back"),
    "drawing.sign_milestone": ("Mốc", "Milestone"),
    "drawing.sign_deadline": ("Thời hạn", "Deadline"),
    "drawing.sign_off": ("Ngày nghỉ", "Day off"),
    "drawing.sign_link": ("Việc trước, việc sau", "What waits for what"),
    "drawing.sign_elsewhere": ("Việc liên quan ở trang khác", "Linked task on another page"),
}

_NETWORK: dict[str, tuple[str, str]] = {
    "drawing.network": ("Sơ đồ mạng công việc", "Network of tasks"),
    "drawing.network_about": (
        "Sơ đồ {count} việc, việc trước bên trái việc sau, trang {page}.",
        "A diagram of {count} tasks, each to the right of what it waits for, page {page}.",
    ),
    "drawing.no_spare": ("VIỆC GĂNG", "CRITICAL"),
    "drawing.spare": ("Dự trữ {spare}", "In hand {spare}"),
    "drawing.sign_critical_box": ("Việc găng", "Critical task"),
    "drawing.sign_plain_box": ("Việc còn dự trữ", "Task with time in hand"),
    "drawing.sign_critical_link": ("Đường găng", "Critical path"),
}

_EXPORTS: dict[str, tuple[str, str]] = {
    "export.id": ("Mã", "Id"),
    "export.phase": ("Phần việc", "Phase"),
    "export.task": ("Nội dung công việc", "Task"),
    "export.lead": ("Chủ trì", "Lead"),
    "export.support": ("Phối hợp", "Supports"),
    "export.start": ("Bắt đầu", "Starts"),
    "export.finish": ("Hoàn thành", "Finishes"),
    "export.latest": ("Xong chậm nhất", "Finishes at the latest"),
    "export.length": ("Thời gian", "Length"),
    "export.spare": ("Dự trữ", "In hand"),
    "export.critical": ("Việc găng", "Critical"),
    "export.deadline": ("Thời hạn", "Deadline"),
    "export.place": ("Địa điểm", "Place"),
    "export.after": ("Chờ việc", "Waits for"),
    "export.note": ("Ghi chú", "Note"),
    "export.yes": ("có", "yes"),
}

WORDS: dict[str, tuple[str, str]] = {**_GANTT, **_SIGNS, **_NETWORK, **_EXPORTS}
