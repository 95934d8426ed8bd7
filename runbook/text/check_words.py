"""Warnings about a plan: (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "problem.at-outside-hours": (
        "việc {id} được ấn định lúc {clock}, ngoài giờ làm việc “{worktime}”, nên lùi đến {moved}",
        "task {id} is set at {clock}, outside the hours of “{worktime}”, so it begins at {moved}",
    ),
    "problem.at-outside-hours.fix": (
        "nếu làm ngoài giờ, thêm worktime: always hoặc viết length thay cho work; nếu không, sửa at",
        "for work outside hours add worktime: always, or write length instead of work; else change at",
    ),
}
