"""Tables: heads that repeat on every sheet of paper, cells that carry their column's name for narrow screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runbook.render.page.markup import Content, Html, el


@dataclass(frozen=True, slots=True)
class Column:
    """A column's class and heading. `named`: a narrow screen shows the heading before each value."""

    cls: str
    heading: str = ""
    named: bool = True


def table(columns: Sequence[Column], *bodies: Content, cls: str = "") -> Html:
    """A table; each body is a `tbody` of `row`s."""
    heads = [el("th", column.heading, cls=column.cls, scope="col") for column in columns]
    return el("table", el("thead", el("tr", *heads)), *bodies, cls=cls)


def body(rows: Sequence[Content], title: str = "", span: int = 1, cls: str = "") -> Html:
    """Rows of a table, under a heading across `span` columns where there is one."""
    band = el("tr", el("th", title, colspan=span, scope="rowgroup"), cls="band") if title else None
    return el("tbody", band, *rows, cls=cls)


def row(columns: Sequence[Column], *cells: Content, cls: str = "") -> Html:
    """One row, a cell per column. An empty cell does not show on a narrow screen."""
    return el("tr", *(_cell(column, cell) for column, cell in zip(columns, cells, strict=True)), cls=cls)


def _cell(column: Column, content: Content) -> Html:
    if not content or content == Html(""):
        return el("td", cls=f"{column.cls} void".strip())
    return el("td", content, cls=column.cls, data_label=column.heading if column.named else "")
