"""The answer that a document is no plan that can be read."""

from __future__ import annotations


class NotAPlanError(Exception):
    """The document is not a plan that can be read: `code` says why ("no-text", "not-a-plan", "other-kind")."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
