"""An office file's outer form checked before anything reads it: sizes, names, and what no part may hold.

Libraries take such a file at its word. One of a few kilobytes can unpack to gigabytes, or name an entity that grows
without end; so the limits are kept here and in `parts`, in one pass over bytes that have been counted.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NoReturn

from runbook.office import OLE

MOST_BYTES = 5_000_000
MOST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 300
CHUNK = 64 * 1024

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]*)", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # those of Office; others may ask for any amount of memory
_OVERLAP = 64
_ENCRYPTED = 0x1


class RefusedError(Exception):
    """The file is not read: `code` names the problem, `facts` fill the message, which the reader of that kind has."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def opened(data: bytes, most_bytes: int = MOST_BYTES) -> zipfile.ZipFile:
    """The parts of a file that keeps the limits. Raises RefusedError."""
    if len(data) > most_bytes:
        too_large("bytes", most_bytes)
    if data.startswith(OLE):
        raise RefusedError("other-kind")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_names(archive)
        _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise RefusedError("unreadable") from error
    return archive


def too_large(what: str, limit: int) -> NoReturn:
    raise RefusedError("too-large", what=what, limit=f"{limit:,}".replace(",", " "))


def _check_names(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if len(parts) > MOST_PARTS:
        too_large("parts", MOST_PARTS)
    if len(set(names)) < len(names):
        raise RefusedError("unsafe", what="twice")
    if any(name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name) for name in names):
        raise RefusedError("unsafe", what="path")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise RefusedError("unsafe", what="encrypted")
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise RefusedError("unreadable")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        too_large("unpacked", MOST_UNPACKED)
    if "[content_types].xml" not in names:
        raise RefusedError("other-kind")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise RefusedError("macros")


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Unpack every part once, in pieces: what a zip declares of its sizes need not be true."""
    left = MOST_UNPACKED
    for part in archive.infolist():
        watched, before, first = part.filename.lower().endswith(_XML), b"", True
        for piece in pieces(archive, part.filename):
            left -= len(piece)
            if left < 0:
                too_large("unpacked", MOST_UNPACKED)
            if watched:
                _check_xml(before + piece, first)
            before, first = piece[-_OVERLAP:], False


def _check_xml(text: bytes, first: bool) -> None:
    """Refuse a document type and its entities, and encodings in which they could not be seen."""
    stated = _ENCODING.match(text.removeprefix(b"\xef\xbb\xbf")) if first else None
    if b"\0" in text or (stated and stated[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")):
        raise RefusedError("unsafe", what="encoding")
    if _DOCTYPE.search(text):
        raise RefusedError("unsafe", what="doctype")


def pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as part:
        while piece := part.read(CHUNK):
            yield piece
