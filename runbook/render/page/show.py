"""The run of show as a page (kịch bản điều hành)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import LANDSCAPE, Imprint, Leaf, box, document, masthead
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.show import Show, ShowRow
from runbook.text import say

_MM_PER_MINUTE = 0.45
_CUE = re.compile(r"\b((?:SB|GO|MC|KT)\d*)\b")  # stand by, go, the speaker's and the technicians' cues
_CALL = re.compile(r"\b(SB|GO|(?:MC|KT)\d+)\b")  # in what is to be done on them


def show_page(show: Show, imprint: Imprint) -> str:
    """The programme item by item, with room for the actual times."""
    language, heading = imprint.language, show.heading
    name = say(language, "page.show")
    columns = _columns(language)
    rows = [one for item in show.rows for one in _rows(item, columns, language)]
    return document(
        Leaf("show", LANDSCAPE, name, heading.day_text, heading.title),
        imprint,
        _legend(language),
        masthead(heading, name, language),
        el("p", show.warning, cls="verdict bad") if show.warning else None,
        table(columns, body(rows), cls="items"),
        el("p", joined([show.summary, _spare(show, language)], " "), cls="total"),
    )


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("no", say(language, "page.number_running"), named=False),
        Column("time", say(language, "page.clock"), named=False),
        Column("length", say(language, "page.minutes"), named=False),
        Column("what", say(language, "page.content"), named=False),
        Column("who", say(language, "page.performer")),
        Column("cues", say(language, "page.cue")),
        Column("where", say(language, "page.stage")),
        Column("heard", say(language, "page.sound_light")),
        Column("seen", say(language, "page.screen")),
        Column("sign", say(language, "page.actual_time"), named=False),
    )


def _rows(item: ShowRow, columns: Sequence[Column], language: str) -> list[Html]:
    line = row(
        columns,
        joined([str(item.number), el("span", item.clause, cls="soft") if item.clause else None]),
        el("b", item.clock),
        _length(item, language),
        _what(item, language),
        _performers(item),
        _cue(item.cue),
        _parted(el("b", item.location) if item.location else None, *_called(item.staging.stage)),
        _parted(*_called(item.staging.sound), *_called(_lit(item, language))),
        _parted(*_called(item.staging.screen)),
        [el("span", "…… : ……", cls="fill"), box()],
        cls="fixed" if item.fixed else "",
    )
    if not item.gap:
        return [line]
    return [el("tr", el("td", say(language, "page.gap", minutes=item.gap), colspan=len(columns)), cls="gap"), line]


def _length(item: ShowRow, language: str) -> Html:
    width = f"width:{min(item.minutes, 30) * _MM_PER_MINUTE:.1f}mm"
    return joined([say(language, "page.minute_mark", minutes=item.minutes), el("span", cls="bar", style=width)])


def _fixed(item: ShowRow, language: str) -> Content:
    return [" ", el("span", say(language, "page.tag_fixed"), cls="tag fixed")] if item.fixed else None


def _what(item: ShowRow, language: str) -> Html:
    trouble = el("span", item.trouble, cls="trouble") if item.trouble else None
    note = el("span", item.note, cls="note") if item.note else None
    return joined([item.title, _fixed(item, language), _words(item), note, trouble])


def _words(item: ShowRow) -> Html | None:
    """The words spoken, folded up behind the first of them: a touch opens them on a screen, paper has these alone."""
    said = _paragraphs(item.staging.words)
    if not said:
        return None
    return el("details", el("summary", f"“{item.opens}”"), [el("p", one) for one in said], cls="words")


def _performers(item: ShowRow) -> Html:
    performer = el("b", item.staging.performer) if item.staging.performer else None
    support = el("span", ", ".join(item.support), cls="soft support") if item.support else None
    return joined([_parted(performer, item.lead), support])


def _lit(item: ShowRow, language: str) -> str:
    """What is done with the light, said to be that beside the sound."""
    return item.staging.light and f"{say(language, 'page.light')}: {item.staging.light}"


def _paragraphs(text: str) -> list[str]:
    return [line for line in map(str.strip, text.split("\n")) if line]


def _parted(*content: Content) -> Html:
    """Each on a line of its own."""
    filled = [one for one in content if one]
    return joined([[el("br") if number else None, one] for number, one in enumerate(filled)])


def _called(text: str) -> list[Html]:
    return [_cue(one, _CALL) for one in _paragraphs(text)]


def _cue(cue: str, calls: re.Pattern[str] = _CUE) -> Html:
    """The cue, its call words bold."""
    parts = calls.split(cue)
    return joined([el("b", part) if number % 2 else part for number, part in enumerate(parts)])


def _spare(show: Show, language: str) -> str:
    return say(language, "page.show_spare", minutes=show.spare) if show.spare > 0 else ""


def _legend(language: str) -> Html:
    fixed = el("span", say(language, "page.tag_fixed"), cls="tag fixed")
    return joined(
        [
            el("span", fixed, " " + say(language, "page.means_fixed"), cls="entry"),
            el("span", say(language, "page.means_cues"), cls="entry"),
        ]
    )
