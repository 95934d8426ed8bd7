"""A workbook's parts packed so that the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from openpyxl import Workbook

_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can state
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def packed(book: Workbook, day: date) -> bytes:
    """The bytes of the workbook, as if it had been made on that day; openpyxl would state the present instant."""
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<3>"
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            part = zipfile.ZipInfo(name, _FIXED)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 3  # else that of the machine
            new.writestr(part, _STAMPS.sub(stamp, data) if name == "docProps/core.xml" else data)
    return out.getvalue()
