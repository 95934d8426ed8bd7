"""A ceremony as an Excel workbook, written and read: sheets to work in instead of the text of a file."""

from __future__ import annotations

from runbook.office import OLE, ZIP


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook rather than a text, by its first bytes; an old or a locked one is one too."""
    return data.startswith((ZIP, OLE))
