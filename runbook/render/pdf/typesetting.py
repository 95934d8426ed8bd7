"""Typesetting: leaves of plain data become a PDF/A-2a file, or pictures of its pages.

Templates and fonts are those beside this module and no others: a machine with nothing but Python makes the same bytes.
A letter that no bundled font has is refused under PDF/A, so an empty box can never reach paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from runbook import render

if TYPE_CHECKING:
    from types import ModuleType

    from typst import Fonts, TypstError

_FOLDER = f"{render.__path__[0]}/pdf"
_UNKNOWN = re.compile(r'the text `?"(.*?)"`? could not be displayed')


class NoTypstError(Exception):
    """The typst wheel, which sets the type, is not installed."""


class LettersError(Exception):
    """A text holds `letters` that no bundled font has."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


class TypesettingError(Exception):
    """A template is at fault, never what a ceremony says."""


def typeset(document: Mapping[str, object]) -> bytes:
    """A document as PDF/A-2a; its metadata bear the document's own date. Raises NoTypstError, LettersError."""
    typst = _typst()
    return bytes(_compiled(typst, document, format="pdf", pdf_standards=["a-2a"]))


def pictures(document: Mapping[str, object], pixels_per_inch: float = 100) -> list[bytes]:
    """A document's pages as PNG. Raises NoTypstError, LettersError."""
    typeset(document)  # a picture shows an empty box where a file for paper refuses the letter
    made = _compiled(_typst(), document, format="png", ppi=pixels_per_inch)
    return made if isinstance(made, list) else [made]


def _compiled(typst: ModuleType, document: Mapping[str, object], **wanted: Any) -> Any:
    text = json.dumps(document, ensure_ascii=False)
    try:
        made, warnings = typst.compile_with_warnings(
            f"{_FOLDER}/templates/document.typ",
            root=f"{_FOLDER}/templates",
            font_paths=_fonts(),
            sys_inputs={"data": text},
            timestamp=0,
            **wanted,
        )
    except typst.TypstError as error:
        raise _fault(error) from error
    if warnings:
        raise TypesettingError("; ".join(warning.message for warning in warnings))
    return made


def _fault(error: TypstError) -> Exception:
    found = _UNKNOWN.search(error.message)
    return LettersError(found[1]) if found else TypesettingError(error.diagnostic)


@cache
def _fonts() -> Fonts:
    fonts: Fonts = _typst().Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[f"{_FOLDER}/fonts"]
    )
    return fonts


def _typst() -> ModuleType:
    """The library, asked for only when there is something to set: everything else works without it."""
    try:
        import typst
    except ImportError as error:
        raise NoTypstError from error
    return typst
