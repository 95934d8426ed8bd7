"""The page that opens all others: every file of a build by the name people call it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from runbook.render.page.markup import Html, el
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, document, masthead
from runbook.reports.rows import Heading
from runbook.text import say


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its path from the index page ("/" between folders), the name people call it, a remark."""

    path: str
    name: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Files under one heading."""

    title: str
    entries: tuple[Entry, ...]


def index_page(heading: Heading, sections: Sequence[Section], imprint: Imprint) -> str:
    """The index of a build's files."""
    language = imprint.language
    name = say(language, "page.index")
    return document(
        Leaf("index", PORTRAIT, name, "", heading.title),
        imprint,
        say(language, "page.index_legend"),
        masthead(heading, name, language),
        *(_section(section) for section in sections if section.entries),
    )


def _section(section: Section) -> Html:
    entries = (_entry(entry) for entry in section.entries)
    return el("section", el("h2", section.title), el("ul", *entries, cls="index-list"))


def _entry(entry: Entry) -> Html:
    """A link to a file beside this one: a path that is quoted can never name another protocol."""
    remark = el("span", entry.remark, cls="soft") if entry.remark else None
    return el("li", el("a", el("b", entry.name), remark, href=quote(entry.path, safe="/")))
