"""Sentences of documents on paper, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "pdf.unissued": ("Bản dự thảo, chưa phát hành", "Draft, not released"),
}
