"""The bytes of a plan as a document: paragraphs that know where each of their letters stands."""

from __future__ import annotations

from runbook.draft.document import Document
from runbook.draft.reading import txt


def read(data: bytes, name: str) -> Document:
    """What a file holds; its first bytes say what it is, not its name.

    Raises findings.NotAPlanError where there is nothing to read in it; the code is said as "draft.read.<code>".
    """
    return txt.read(data)
