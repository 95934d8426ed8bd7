"""The run of show on paper, in an edition for each who holds it (kịch bản điều hành)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, head, joined, leaf
from runbook.render.word.letterhead import full_date, spelt_out
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.show import Show, ShowRow

_CUE = re.compile(r"\b((?:SB|GO|MC|KT)\d*)\b")  # stand by, go, the speaker's and the technicians' cues
_SPOKEN = "MC"
_PERIOD = 60  # minutes: the bar of an item grows no longer


class Edition(Enum):
    """Who holds the run of show; the value names the words of its title."""

    ORGANISER = "show"
    PRESENTER = "presenter"
    TECHNICAL = "technical"
    DELEGATES = "delegates"


def show_leaf(show: Show, printing: Printing, edition: Edition = Edition.ORGANISER) -> Data:
    """The programme item by item, as one of its readers needs it."""
    if edition is Edition.DELEGATES:
        return _programme(show, printing)
    if edition is Edition.PRESENTER:
        return _spoken(show, printing)
    language, technical = printing.language, edition is Edition.TECHNICAL
    keys = ["number_item", "clock", "minutes", "content"]
    keys += ["cue_spoken", "cue_technical"] if technical else ["performer", "cue"]
    heads = [say(language, f"pdf.{key}" if key.startswith("cue_") else f"page.{key}") for key in keys]
    heads += [say(language, f"page.{key}") for key in ("where", "if_trouble", "actual_time")]
    return _leaf("stage", "landscape", show, printing, edition, heads=heads, technical=technical)


def _spoken(show: Show, printing: Printing) -> Data:
    language = printing.language
    words = {key: say(language, f"pdf.{key}") for key in ("words", "next", "trouble")}
    words["item"] = say(language, "page.number_item")
    return _leaf("spoken", "portrait", show, printing, Edition.PRESENTER, words=words)


def _leaf(kind: str, paper: str, show: Show, printing: Printing, edition: Edition, **parts: object) -> Data:
    language = printing.language
    name = say(language, f"pdf.{edition.value}")
    spare = say(language, "page.show_spare", minutes=show.spare) if show.spare > 0 else ""
    return leaf(
        kind,
        paper,
        name,
        show.heading.day_text,
        say(language, "page.means_cues"),
        head=head(show.heading, name, language),
        warning=show.warning,
        rows=[*_rows(show, printing)],
        total=joined(show.summary, spare, by=" "),
        legend=[["fixed", say(language, "page.tag_fixed"), say(language, "page.means_fixed")]],
        **parts,
    )


def _rows(show: Show, printing: Printing) -> Iterator[Data]:
    following = [*[row.title for row in show.rows[1:]], ""]
    for row, title in zip(show.rows, following, strict=False):  # without a programme there is nothing to follow
        yield _row(row, title, printing)


def _row(row: ShowRow, following: str, printing: Printing) -> Data:
    language = printing.language
    calls = _calls(row.cue)
    return {
        "gap": say(language, "page.gap", minutes=row.gap) if row.gap else "",
        "item": row.item,
        "clock": row.clock,
        "minutes": say(language, "page.minute_mark", minutes=row.minutes),
        "length": min(row.minutes, _PERIOD) / _PERIOD,
        "title": row.title,
        "fixed": [["fixed", say(language, "page.tag_fixed")]] if row.fixed else [],
        "note": row.note,
        "lead": row.lead,
        "support": ", ".join(row.support),
        "full": ", ".join(printing.names.get(one, one) for one in (row.lead, *row.support) if one),
        "cue": [part for call in calls for part in call],
        "spoken": [part for call in calls if call[0].startswith(_SPOKEN) for part in call],
        "technical": [part for call in calls if not call[0].startswith(_SPOKEN) for part in call],
        "location": row.location,
        "trouble": row.trouble,
        "following": following,
    }


def _calls(cue: str) -> list[tuple[str, str]]:
    """A cue as calls, each with what it says; what stands before the first call has "" for one.

    >>> _calls("MC1, KT2 (đèn)")
    [('MC1', ', '), ('KT2', ' (đèn)')]
    """
    before, *parts = _CUE.split(cue)
    return ([("", before)] if before else []) + list(zip(parts[::2], parts[1::2], strict=True))


def _programme(show: Show, printing: Printing) -> Data:
    """What delegates are handed: times and items, in the form of an official document."""
    language, heading = printing.language, show.heading
    return leaf(
        "programme",
        "official",
        say(language, "pdf.delegates"),
        heading.day_text,
        issuer=spelt_out(printing.imprint.issuer),
        nation=say(language, "word.decree30.nation"),
        motto=say(language, "word.decree30.motto"),
        title=say(language, "pdf.delegates"),
        ceremony=heading.title,
        when=say(language, "pdf.hours", hours=heading.hours, day=full_date(heading.day, language)),
        where=heading.venue and say(language, "pdf.at", venue=heading.venue),
        heads=[say(language, f"page.{key}") for key in ("number_item", "clock", "content")],
        rows=[*_items(show)],
    )


def _items(show: Show) -> Iterator[list[str]]:
    """Number, time, title; a number that several rows share stands before the first of them."""
    before = ""
    for row in show.rows:
        yield ["" if row.item == before else row.item, row.clock, row.title]
        before = row.item
