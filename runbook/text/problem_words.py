"""Sentences of the problem side, (Vietnamese, English) by key."""

from __future__ import annotations

WARNINGS = frozenset(
    {"chosen-weekday", "part-and-hours", "reserve-outside-window", "support-twice", "window-without-weekday"}
)

WORDS: dict[str, tuple[str, str]] = {
    "act.draft": ("Dự thảo", "Draft"),
    "act.opinion": ("Xin ý kiến", "Opinion"),
    "act.revise": ("Tiếp thu, hoàn thiện", "Revise"),
    "act.final": ("Phê duyệt", "Final approval"),
    "act.title": ("{act}: {product}", "{act}: {product}"),
}
