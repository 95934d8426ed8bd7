"""What can be wrong with a store, in our words."""

from __future__ import annotations


class StoreError(Exception):
    """A store that cannot be used. `code` names the sentence `store.<code>`, `facts` fill it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
