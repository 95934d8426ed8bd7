"""The run of show on paper, in an edition for each who holds it (kịch bản điều hành)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, head, joined, leaf
from runbook.render.word.letterhead import name_lines
from runbook.reports.official import full_date, is_party, spelt_out
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.show import Show, ShowRow

_CUE = re.compile(r"\b((?:SB|GO|MC|KT)\d*)\b")  # stand by, go, the speaker's and the technicians' cues
_CALL = re.compile(r"\b(SB|GO|(?:MC|KT)\d+)\b")  # in what is to be done on them
_BLANK = re.compile(r"(\[[^\[\]]+\])")  # [họ tên, chức vụ]: what the plan does not say yet
_SPOKEN = "MC"
_PERIOD = 60  # minutes: the bar of an item grows no longer
_LONGEST = 1000  # letters; one show rule finds no more than some five hundred words in a text
_HIGH, _LINE_HEIGHT = 130, 4  # millimetres: a row that may stand higher than most of a page may be parted


class Edition(Enum):
    """Who holds the run of show; the value names the words of its title."""

    ORGANISER = "show"
    PRESENTER = "presenter"
    TECHNICAL = "technical"
    DELEGATES = "delegates"


# The columns of an edition, each with its width in millimetres.
_COLUMNS = {
    Edition.ORGANISER: {
        "number_running": 12,
        "clock": 19,
        "minutes": 15,
        "content": 60,
        "performer": 36,
        "cue": 24,
        "stage": 30,
        "sound_light": 30,
        "screen": 27,
        "actual_time": 17,
    },
    Edition.TECHNICAL: {
        "number_running": 12,
        "clock": 19,
        "minutes": 15,
        "content": 54,
        "cue": 30,
        "stage": 34,
        "sound": 33,
        "light": 25,
        "screen": 31,
        "actual_time": 17,
    },
}


def show_leaf(show: Show, printing: Printing, edition: Edition = Edition.ORGANISER) -> Data:
    """The programme item by item, as one of its readers needs it."""
    if edition is Edition.DELEGATES:
        return _programme(show, printing)
    if edition is Edition.PRESENTER:
        return _spoken(show, printing)
    language, columns = printing.language, _COLUMNS[edition]
    words = {key: say(language, f"pdf.{key}") for key in ("last_words", "light", "trouble")}
    return _leaf(
        "stage",
        "landscape",
        show,
        printing,
        edition,
        columns=[*columns],
        widths=[*columns.values()],
        heads=[say(language, f"page.{key}") for key in columns],
        words=words,
        technical=edition is Edition.TECHNICAL,
    )


def _spoken(show: Show, printing: Printing) -> Data:
    language = printing.language
    words = {key: say(language, f"pdf.{key}") for key in ("words", "next", "trouble", "continued")}
    words["number"] = say(language, "page.number_running")
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
        rows=[*_rows(show, printing, _COLUMNS.get(edition, {}))],
        total=joined(show.summary, spare, by=" "),
        legend=[["fixed", say(language, "page.tag_fixed"), say(language, "page.means_fixed")]],
        **parts,
    )


def _rows(show: Show, printing: Printing, widths: dict[str, int]) -> Iterator[Data]:
    following = [*[row.title for row in show.rows[1:]], ""]
    for row, title in zip(show.rows, following, strict=False):  # without a programme there is nothing to follow
        data = _row(row, title, printing)
        yield {**data, "tall": any(_height(one, widths) > _HIGH for one in _texts(row))}


def _row(row: ShowRow, following: str, printing: Printing) -> Data:
    language, staging, calls = printing.language, row.staging, _calls(row.cue)
    own = [part for call in calls if call[0].startswith(_SPOKEN) for part in call]
    return {
        "gap": say(language, "page.gap", minutes=row.gap) if row.gap else "",
        "order": str(row.number),
        "clause": row.clause,
        "clock": row.clock,
        "minutes": say(language, "page.minute_mark", minutes=row.minutes),
        "length": min(row.minutes, _PERIOD) / _PERIOD,
        "title": row.title,
        "fixed": [["fixed", say(language, "page.tag_fixed")]] if row.fixed else [],
        "note": _lines(row.note),
        "opens": row.opens,
        "ends": row.ends,
        "words": _marked(staging.words, _BLANK),
        "performer": staging.performer,
        "lead": row.lead,
        "support": ", ".join(row.support),
        "full": ", ".join(printing.names.get(one, one) for one in (row.lead, *row.support) if one),
        "cue": [part for call in calls for part in call],
        "spoken": [*own[:-1], own[-1].rstrip(" ,;")] if own else [],
        "location": row.location,
        "stage": _marked(staging.stage, _CALL),
        "sound": _marked(staging.sound, _CALL),
        "light": _marked(staging.light, _CALL),
        "screen": _marked(staging.screen, _CALL),
        "trouble": _lines(row.trouble),
        "following": following,
    }


def _texts(row: ShowRow) -> Iterator[tuple[str, Sequence[str]]]:
    """The texts of the columns that hold any of any length."""
    staging = row.staging
    yield "content", (row.title, row.opens, row.ends, row.note, row.trouble)
    yield "performer", (staging.performer, row.lead, ", ".join(row.support))
    yield "cue", (row.cue,)
    yield "stage", (row.location, staging.stage)
    yield "sound_light", (staging.sound, staging.light)
    yield from (("sound", (staging.sound,)), ("light", (staging.light,)), ("screen", (staging.screen,)))


def _height(column: tuple[str, Sequence[str]], widths: dict[str, int]) -> int:
    """Millimetres that texts in a column may take, 0 in one that the edition has not; two a letter is plenty."""
    key, texts = column
    lines = (line for text in texts for line in text.split("\n"))
    return sum(ceil(2 * len(line) / widths[key]) * _LINE_HEIGHT for line in lines) if key in widths else 0


def _lines(text: str) -> list[str]:
    """The lines of a text, none longer than typst can look through for words wider than their column."""
    return [part for line in text.split("\n") for part in wrap(line, _LONGEST)]


def _marked(text: str, marks: re.Pattern[str]) -> list[list[str]]:
    """The lines of a text in pieces, every second one a mark."""
    return [marks.split(line) for line in _lines(text)]


def _calls(cue: str) -> list[tuple[str, str]]:
    """A cue as calls, each with what it says; what stands before the first call has "" for one.

    >>> _calls("MC1, KT2 (đèn)")
    [('MC1', ', '), ('KT2', ' (đèn)')]
    """
    before, *parts = _CUE.split(cue)
    return ([("", before)] if before else []) + list(zip(parts[::2], parts[1::2], strict=True))


def _programme(show: Show, printing: Printing) -> Data:
    """What delegates are handed: times and items, in the form of an official document."""
    language, heading, issuer = printing.language, show.heading, spelt_out(printing.imprint.issuer)
    party = is_party(issuer)
    return leaf(
        "programme",
        "official",
        say(language, "pdf.delegates"),
        heading.day_text,
        issuer=name_lines(issuer),
        nation=say(language, "word.party.nation" if party else "word.decree30.nation"),
        motto="" if party else say(language, "word.decree30.motto"),
        title=say(language, "pdf.delegates"),
        ceremony=heading.title,
        when=say(language, "pdf.hours", hours=heading.hours, day=full_date(heading.day, language)),
        where=heading.venue and say(language, "pdf.at", venue=heading.venue),
        heads=[say(language, f"page.{key}") for key in ("number_running", "clock", "content")],
        rows=[*_items(show)],
    )


def _items(show: Show) -> Iterator[list[str]]:
    """Number with the plan's own below it, time, title."""
    for row in show.rows:
        yield [str(row.number), row.clause, row.clock, row.title]
