"""Every document of a ceremony, by the ending of its file, then by name: the one list that export and build share.

The first of an ending is what is made where none is named.
"""

from __future__ import annotations

from runbook.render.products import data, foresight, levelling, office, pages, papers, pictures
from runbook.render.products.wish import Make, Wish

PRODUCTS: dict[str, dict[str, Make]] = {
    ".pdf": {**papers.PRODUCTS, **foresight.PAPERS, **levelling.PAPERS},
    ".docx": office.DOCUMENTS,
    ".xlsx": office.WORKBOOKS,
    ".yaml": data.TEXTS,
    ".html": pages.PRODUCTS,
    ".svg": {**pictures.DRAWINGS, **foresight.DRAWINGS, **levelling.DRAWINGS},
    ".png": {**pictures.PIXELS, **foresight.PIXELS, **levelling.PIXELS},
    ".mmd": data.MERMAID,
    ".dot": data.DOT,
    ".csv": {**data.TABLES, **levelling.TABLES},
    ".json": data.JSON,
}

OF_SITTINGS = frozenset({"show", "presenter", "technical", "delegates", "dates"})  # a campaign has none of these

OF_PROGRAMMES = frozenset({"show", "presenter", "technical", "delegates"})  # a sitting may go without a programme

OF_PROGRESS = frozenset({"status", "forecast", "drift", "curve"})  # there must be something reported

ON_REQUEST = frozenset({"risk", "load"})  # made by export alone: what the organiser asks, no paper of the plan

__all__ = ["OF_PROGRAMMES", "OF_PROGRESS", "OF_SITTINGS", "ON_REQUEST", "PRODUCTS", "Make", "Wish"]
