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
_KINDS = (".docx", ".doc", ".dot", ".pdf")
_FEWEST_ALONE, _ALONE = 10, 0.05  # of the words: some are a letter with a mark, "ở" and "ý", but few


def read(data: bytes, name: str) -> Document:
    """What a file holds; its first bytes say what it is, not its name.

    Raises NotAPlanError where there is nothing to read in it, RefusedError where it is out of bounds or not what it
    says it is; `told` says both. Time and memory are bounded whatever the bytes are.
    """
    document = _read(data, name.lower())
    if _is_shredded(document):
        raise NotAPlanError("shredded")
    return document


def _read(data: bytes, name: str) -> Document:
    if data.startswith(ZIP):
        return docx.read(data)
    if data.startswith(OLE):
        raise NotAPlanError("old-word" if name.endswith((".doc", ".dot")) else "locked")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return pdf.read(data)
    if data.startswith(_PICTURES):
        raise NotAPlanError("no-text")
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_OTHERS):
        raise NotAPlanError("other-kind")
    try:
        return txt.read(data)
    except NotAPlanError as error:
        kind = next((kind for kind in _KINDS if name.endswith(kind)), "")
        if error.code != "encoding" or not kind:
            raise
        raise NotAPlanError("misnamed", ending=kind) from error


def _is_shredded(document: Document) -> bool:
    """Whether letters with marks stand apart from their words, as where a program took them from another font."""
    words = [word for paragraph in document.paragraphs for word in paragraph.text.split()]
    alone = sum(len(word) == 1 and word.isalpha() and not word.isascii() for word in words)
    return alone >= _FEWEST_ALONE and alone > len(words) * _ALONE


def told(error: NotAPlanError | RefusedError, language: str) -> str:
    """Why a document could not be read, and what to do."""
    what = f"draft.what.{error.facts.get('what')}"
    facts = {**error.facts, "what": say(language, what)} if what in CATALOGUE else error.facts
    return say(language, f"draft.read.{error.code}", **facts)
