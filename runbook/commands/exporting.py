"""One document of a planned ceremony in the kind of file its name ends with."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands import making
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.risking import refuse_unforeseen
from runbook.files import create, save
from runbook.render.products import OF_PROGRAMMES, OF_PROGRESS, OF_SITTINGS, PRODUCTS, Wish
from runbook.render.products.foresight import seen_from
from runbook.reports import wanted
from runbook.reports.show import has_programme
from runbook.reports.wanted import UnclearError
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.dossier import Dossier

# How each kind of file begins, so that only one of its own is written over; the others are what people write too,
# and are never written over.
_HEADS = {
    ".pdf": b"%PDF-",
    **dict.fromkeys((".docx", ".xlsx"), b"PK\x03\x04"),
    ".html": b"<!DOCTYPE html>",
    ".svg": b"<?xml",
    ".png": b"\x89PNG",
    ".dot": b"digraph",
    ".json": b"{",
}


def export(of: Opened, output: Path, what: str, agency: str, date: str, store: str) -> str:
    """Write one document; a sentence that it is there. Raises one of REFUSALS."""
    ending = output.suffix.lower()
    name = _product(output, ending, what)
    found = of.agency(agency)
    day = wanted.day_of_plan(of.ceremony, of.schedule.day, date) if date else None
    dossier = making.dossier(of, store)
    _refuse_missing(dossier, name, found)
    pages = making.made(partial(PRODUCTS[ending][name], Wish(dossier, found, day)), of.language)
    paths = _paths(output, len(pages))
    for path, data in zip(paths, pages, strict=True):
        if ending in _HEADS:
            save(path, data, _HEADS[ending], of.asked.file)
        else:
            create(path, data)
    return "".join(say(of.language, "ics.done", path=path) + "\n" for path in paths)


def _product(output: Path, ending: str, what: str) -> str:
    """The name of what is to be written. Raises UnclearError."""
    products = PRODUCTS.get(ending)
    if products is None:
        raise UnclearError("ending", words=output.name, known=", ".join(PRODUCTS))
    name = what or next(iter(products))
    if name not in products:
        raise UnclearError("product", words=what, ending=output.suffix, known=", ".join(products))
    return name


def _refuse_missing(dossier: Dossier, name: str, agency: str) -> None:
    """Some documents are of one agency only, some of what a release changed, some of a sitting or of its programme."""
    if name in OF_SITTINGS and dossier.ceremony.campaign:
        raise RefusedError("of-sittings", what=name)
    if name in OF_PROGRAMMES and not has_programme(dossier.schedule):
        raise RefusedError("no-programme", what=name)
    if name in OF_PROGRESS and dossier.outlook is None:
        raise RefusedError("no-progress")
    if name == "risk":
        refuse_unforeseen(seen_from(dossier))
    if name == "agency" and not agency:
        raise UnclearError("whose", words="")
    if name == "changes" and dossier.issue is None:
        raise RefusedError("no-release", ceremony=dossier.ceremony.id)
    if name == "changes" and dossier.issue and dossier.issue.publication.sides is None:
        raise RefusedError("only-one")


def _paths(output: Path, count: int) -> list[Path]:
    if count == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{number}{output.suffix}") for number in range(1, count + 1)]
