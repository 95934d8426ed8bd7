"""Files of offices (ECMA-376: a ZIP archive of XML parts) opened within limits, whatever wrote them."""

from __future__ import annotations

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls and .doc, and newer files with a password
