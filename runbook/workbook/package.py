"""A workbook's parts packed so that the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from xml.etree.ElementTree import canonicalize

from openpyxl import Workbook

_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can state
_STAMPS = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(book: Workbook, day: date) -> bytes:
    """The bytes of the workbook, as if it had been made on that day; openpyxl would state the present instant.

    Parts are written in the canonical form (C14N 2.0): openpyxl spells them otherwise where lxml is installed.
    """
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = rf"\g<1>{day.isoformat()}T00:00:00Z\g<3>"
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = _STAMPS.sub(stamp, canonicalize(old.read(name).decode()))
            part = zipfile.ZipInfo(name, _FIXED)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 3  # else that of the machine
            new.writestr(part, (_DECLARATION + data).encode())
    return out.getvalue()
