"""Where the cells of a file's tables stand, as its structure tells: what one says must stay in its own column."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

GAP = 2.0  # points that part what a cell says from the next column, so that slanting letters do not touch


@dataclass(frozen=True)
class Cell:
    """What a cell says lies between these two places, in points from the page's left edge."""

    left: float
    right: float
    head: bool


def spilled(pdf: bytes, centred: bool = False) -> list[tuple[int, Cell]]:
    """Cells that run out of their column, with the number of their page: into the next, be it empty, or off the paper.

    The columns are those of the table's head, which is told once, on the first of its pages; with heads that are
    `centred` over their columns or stand upright there only what meets another cell's text is found.
    """
    found, edges = list[tuple[int, Cell]](), list[float]()
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        page = document[number]
        for rows in _tables(page):
            heads = next((row for row in rows if len(row) > 1 and all(cell.head for cell in row)), [])
            edges = [] if centred else [cell.left for cell in heads] or edges
            found += [(number + 1, cell) for row in rows for cell in _faults(row, edges, page.get_width())]
    return found


def _faults(row: list[Cell], edges: list[float], width: float) -> Iterator[Cell]:
    """A row of one cell spans all columns."""
    for cell, following in pairwise(row):
        if cell.right > following.left:
            yield cell
    for cell in row:
        ends = [edge for edge in edges if edge > cell.left + GAP] if len(row) > 1 else []
        if cell.right > min([*ends, width]) - GAP:
            yield cell


def _tables(page: Any) -> Iterator[list[list[Cell]]]:
    """The rows of every table of a page; empty cells are not among them."""
    places = _places(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    roots = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    for table in (one for root in roots if root for one in _named(root, ("Table",))):
        yield [
            [cell for one in _named(row, ("TD", "TH")) if (cell := _cell(one, places))]
            for row in _named(table, ("TR",))
        ]
    pdfium.FPDF_StructTree_Close(tree)


def _places(page: Any) -> dict[int, list[tuple[float, ...]]]:
    found: dict[int, list[tuple[float, ...]]] = {}
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        found.setdefault(pdfium.FPDFPageObj_GetMarkedContentID(one.raw), []).append(one.get_bounds())
    return found


def _cell(element: Any, places: dict[int, list[tuple[float, ...]]]) -> Cell | None:
    boxes = [box for mark in _marks(element) for box in places.get(mark, ()) if box[2] > box[0]]
    if not boxes:
        return None
    return Cell(min(box[0] for box in boxes), max(box[2] for box in boxes), _name(element) == "TH")


def _named(element: Any, names: tuple[str, ...]) -> Iterator[Any]:
    """The elements of that kind at or below one, but not those within another of them."""
    if _name(element) in names:
        yield element
        return
    for child in _children(element):
        yield from _named(child, names)


def _marks(element: Any) -> Iterator[int]:
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
        if mark >= 0:
            yield mark
    for child in _children(element):
        yield from _marks(child)


def _children(element: Any) -> Iterator[Any]:
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, number):
            yield child


def _name(element: Any) -> str:
    room = ctypes.create_string_buffer(64)
    pdfium.FPDF_StructElement_GetType(element, room, len(room))
    return room.raw.decode("utf-16-le").split("\0", 1)[0]
