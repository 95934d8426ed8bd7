"""Sentences of documents on paper, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "pdf.unissued": ("Bản dự thảo, chưa phát hành", "Draft, not released"),
    "pdf.book": ("Sổ tay điều hành", "Runbook"),
    "pdf.contents": ("Mục lục", "Contents"),
    "pdf.more_chains": (
        "Chỉ in {count} chuỗi đầu.",
        "Only the first {count} are printed.",
    ),
    "pdf.tasks": ("Bảng phân công nhiệm vụ", "Table of assigned tasks"),
    "pdf.show": ("Kịch bản điều hành chương trình", "Run of show"),
    "pdf.presenter": ("Kịch bản dẫn chương trình", "Run of show: presenter's edition"),
    "pdf.technical": ("Kịch bản kỹ thuật", "Run of show: technical edition"),
    "pdf.delegates": ("Chương trình", "Programme"),
    "pdf.words": ("Lời dẫn:", "Words:"),
    "pdf.last_words": ("Lời cuối:", "Last words:"),
    "pdf.light": ("Ánh sáng:", "Light:"),
    "pdf.continued": ("(tiếp)", "(continued)"),
    "pdf.next": ("Tiếp theo:", "Next:"),
    "pdf.trouble": ("Khi trục trặc:", "If something goes wrong:"),
    "pdf.hours": ("Thời gian: {hours}, {day}", "Time: {hours}, {day}"),
    "pdf.at": ("Địa điểm: {venue}", "Place: {venue}"),
}
