"""The page that opens all others: every file of a build on the line of the document, day or agency it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from runbook.render.page.markup import Html, el
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, document, masthead
from runbook.reports.rows import Heading
from runbook.text import say


@dataclass(frozen=True, slots=True)
class Link:
    """A file: its path from the index page ("/" between folders), and what is clicked."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """Files of one thing in several kinds; `label` is "" where it is the line's own."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What is about one document, day or agency: the name people call it, a remark, its files."""

    name: str
    remark: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading, reached from the top of the page by its key."""

    key: str
    title: str
    lines: tuple[Line, ...]


def index_page(heading: Heading, sections: Sequence[Section], imprint: Imprint) -> str:
    """The index of a build's files."""
    language = imprint.language
    name = say(language, "page.index")
    return document(
        Leaf("index", PORTRAIT, name, "", heading.title),
        imprint,
        say(language, "page.index_legend"),
        masthead(heading, name, language),
        el("nav", *(el("a", section.title, href=f"#{section.key}") for section in sections), cls="jumps"),
        *(_section(section) for section in sections),
    )


def _section(section: Section) -> Html:
    lines = (_line(line) for line in section.lines)
    return el("section", el("h2", section.title), el("ul", *lines, cls="index-list"), id=section.key)


def _line(line: Line) -> Html:
    remark = el("span", line.remark, cls="soft") if line.remark else None
    items = (_item(item) for item in line.items)
    return el("li", el("div", el("b", line.name), remark, cls="name"), el("div", *items, cls="items"))


def _item(item: Item) -> Html:
    """Links to files beside this one: a path that is quoted can never name another protocol."""
    label = el("span", item.label, cls="soft") if item.label else None
    return el("span", label, *(el("a", link.text, href=quote(link.path, safe="/")) for link in item.links), cls="item")
