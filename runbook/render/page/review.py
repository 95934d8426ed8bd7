"""A plan document beside what was read of it, as one page that needs no network.

Everything is in the page and works by links alone; its policy names the one style sheet and the one script by their
digests, and forbids all else.
"""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.markup import Content, Html, el
from runbook.render.page.review_cards import Card, cards
from runbook.render.page.review_script import SCRIPT
from runbook.render.page.review_style import STYLE
from runbook.render.page.review_words import Words
from runbook.render.page.sealed import sealed
from runbook.reports.drafted import Reading, line
from runbook.text import say

_SHOWN = ("all", "asked", "open")


def review_page(read: Reading, name: str) -> str:
    """The page for a document of that file name."""
    language = read.language
    parts = cards(read)
    marks = [mark for part in parts.values() for one in part for mark in one.marks()]
    words = Words(marks)
    plan = words.paragraphs(read.draft.document, say(language, "review.page"))
    told = [_part(key, some, words.placed, language) for key, some in parts.items() if some]
    title = f"{say(language, 'review.name')} · {name}"
    body = el(
        "body",
        el("header", el("h1", title), el("p", line(read.coverage, language), cls="soft")),
        el(
            "nav",
            el("a", say(language, "review.document"), href="#side-plan"),
            el("a", say(language, "review.part_whole"), href="#side-read"),
        ),
        *_chooser(language, parts, len(read.coverage.open)),
        el(
            "main",
            el("section", el("h2", say(language, "review.document")), plan, id="side-plan", cls="side plan"),
            el("section", told, id="side-read", cls="side"),
            cls="sides",
        ),
        el("script", Html(SCRIPT)),
    )
    return f"<!DOCTYPE html>\n{el('html', sealed(title, STYLE, SCRIPT), body, lang=language).text}"


def _chooser(language: str, parts: dict[str, list[Card]], uncarried: int) -> list[Html]:
    """Which cards are shown: the boxes stand beside the two sides, so that a style sheet alone can mind them.

    `uncarried`: how many paragraphs have no task, as the head of the page counts them; one may be two duties.
    """
    every = [one for part in parts.values() for one in part]
    counts = {"all": len(every), "asked": sum(bool(one.asks) for one in every), "open": uncarried}
    boxes: list[Html] = []
    for key in _SHOWN:
        checked = "checked" if key == "all" else None
        boxes.append(el("input", type="radio", name="show", id=f"show-{key}", checked=checked))
        boxes.append(
            el("label", f"{say(language, f'review.show_{key}')} ({counts[key]})", for_=f"show-{key}", cls="choose")
        )
    return boxes


def _part(key: str, some: Sequence[Card], placed: set[str], language: str) -> Html:
    return el(
        "div", el("h2", say(language, f"review.part_{key}")), *(_card(one, one.id in placed, language) for one in some)
    )


def _card(card: Card, placed: bool, language: str) -> Html:
    back: Content = None
    if placed:
        label = say(language, "review.back")
        back = el("a", "↩", href=f"#s:{card.id}", data_of=card.id, cls="back", aria_label=label)
    rows: list[Content] = []
    for what, value in card.rows:
        rows += [el("dt", what), el("dd", value)]
    return el(
        "div",
        el("h3", back, " " if back else "", card.title),
        el("dl", rows) if rows else None,
        *(el("p", one, cls="ask") for one in card.asks),
        id=f"r:{card.id}",
        data_of=card.id,
        cls=f"card {card.cls}".strip(),
    )
