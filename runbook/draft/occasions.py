"""What is commemorated: "70 năm Ngày Giải phóng ... (10/10/1954 - 10/10/2024)".

The days in the brackets are the first day and the anniversary, never the day of the sitting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from runbook.draft.document import Paragraph
from runbook.draft.findings import Occasion
from runbook.draft.letters import plain

_DAY = r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})"
_NAMED = re.compile(
    rf"(?<!\d)(?P<n>\d{{1,4}}) nam\s+(?:ky niem\s+|ki niem\s+)?(?P<name>[^();:.]{{3,120}}?)\s*\(\s*(?:ngay\s+)?{_DAY}\s*-\s*(?:ngay\s+)?{_DAY}"
)
_COUNTED = re.compile(
    r"k[iy] niem (?:lan thu )?(?P<n>\d{1,4}) nam\s+(?P<name>[^();:,.]{3,120})(?:\s*\((?P<a>\d{4})\s*-\s*(?P<b>\d{4}))?"
)


def occasions(title: Paragraph | None, paragraphs: Iterable[Paragraph]) -> tuple[Occasion, ...]:
    """Each occasion with its days once; of the title also one without days."""
    found: dict[object, Occasion] = {}
    for paragraph in paragraphs:
        for match in _NAMED.finditer(plain(paragraph.text)):
            if made := _paired(paragraph, match):
                found.setdefault((made.original, made.anniversary, plain(made.name)[:12]), made)
    if not found and title is not None and (counted := _COUNTED.search(plain(title.text))):
        name = title.text[counted.start("name") : counted.end("name")].strip(" ,;")
        return (Occasion(name, title.span(*counted.span()), None, None, int(counted["n"])),)
    return tuple(found.values())


def _paired(paragraph: Paragraph, match: re.Match[str]) -> Occasion | None:
    """Only where the years between the days are the years named."""
    first, last = _day(match.groups()[2:5]), _day(match.groups()[5:8])
    if first is None or last is None or last.year - first.year != int(match["n"]):
        return None
    name = paragraph.text[match.start("name") : match.end("name")].strip(" ,;-")
    nested = [one.end() for one in re.finditer(r"\d{1,4} nam (?=\S)", plain(name))]
    if nested:
        return None
    return Occasion(name, paragraph.span(*match.span()), first, last, int(match["n"]))


def _day(parts: tuple[str, ...]) -> date | None:
    day, month, year = (int(one) for one in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
