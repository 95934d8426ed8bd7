"""The bytes of a plan as a document: paragraphs that know where each of their letters stands."""

from __future__ import annotations

from runbook.draft.document import Document
from runbook.draft.reading import docx, pdf, txt
from runbook.draft.refusal import NotAPlanError
from runbook.office import OLE, ZIP
from runbook.office.guard import RefusedError
from runbook.text import say
from runbook.text.catalogue import CATALOGUE

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_OTHERS = (b"{\\rtf", b"<!doctype", b"<html", b"<?xml")


def read(data: bytes, name: str) -> Document:
    """What a file holds; its first bytes say what it is, not its name.

    Raises NotAPlanError where there is nothing to read in it, RefusedError where it is out of bounds or not what it
    says it is; `told` says both. Time and memory are bounded whatever the bytes are.
    """
    if data.startswith(ZIP):
        return docx.read(data)
    if data.startswith(OLE):
        raise NotAPlanError("old-word" if name.lower().endswith((".doc", ".dot")) else "locked")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return pdf.read(data)
    if data.startswith(_PICTURES):
        raise NotAPlanError("no-text")
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_OTHERS):
        raise NotAPlanError("other-kind")
    return txt.read(data)


def told(error: NotAPlanError | RefusedError, language: str) -> str:
    """Why a document could not be read, and what to do."""
    what = f"draft.what.{error.facts.get('what')}"
    facts = {**error.facts, "what": say(language, what)} if what in CATALOGUE else error.facts
    return say(language, f"draft.read.{error.code}", **facts)
