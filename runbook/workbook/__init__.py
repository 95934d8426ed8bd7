"""A ceremony as an Excel workbook, written and read: sheets to work in instead of the text of a file."""

from __future__ import annotations

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and .xlsx with a password


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook rather than a text, by its first bytes; an old or a locked one is one too."""
    return data.startswith((ZIP, OLE))
