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
    rf"(?<!\d)(?P<n>\d{{1,4}}) nam\s+(?:ky niem\s+"
    rf"|ki niem\s+)?(?P<name>[^();:.]{{3,120}}?)\s*\(\s*(?:ngay\s+)?{_DAY}\s*-\s*(?:ngay\s+)?{_DAY}"
)
_JOINED = re.compile(
    rf"\)\s*(?:,|va|;)\s+(?P<name>[^();:\d]{{3,120}}?)\s*\(\s*{_DAY}\s*-\s*{_DAY}"
)  # told without its number
_COUNTED = re.compile(
    r"k[iy] niem (?:lan thu )?(?P<n>\d{1,4}) nam\s+(?P<name>[^();:,.]{3,120})(?:\s*\((?P<a>\d{4})\s*-\s*(?P<b>\d{4}))?"
)
_AND_MORE = re.compile(
    r",? va (?:don nhan|trao|cong bo|khanh thanh|khai mac|tong ket|phat dong|tuyen duong|gap mat|ky niem|bieu duong)\b"
)  # what else is done on the day


def occasions(title: Paragraph | None, paragraphs: Iterable[Paragraph]) -> tuple[Occasion, ...]:
    """Each occasion with its days once; of the title also one without days."""
    found: dict[object, Occasion] = {}
    for paragraph in paragraphs:
        key = plain(paragraph.text)
        for match in (*_NAMED.finditer(key), *_JOINED.finditer(key)):
            if made := _paired(paragraph, match):
                found.setdefault((made.original, made.anniversary, plain(made.name)[:12]), made)
    if not found and title is not None and (counted := _COUNTED.search(plain(title.text))):
        name = title.text[counted.start("name") : counted.end("name")]
        more = _AND_MORE.search(plain(name))
        name = name[: more.start() if more else len(name)].strip(" ,;")
        return (Occasion(name, title.span(*counted.span()), None, None, int(counted["n"])),)
    return tuple(found.values())


def _paired(paragraph: Paragraph, match: re.Match[str]) -> Occasion | None:
    """Only where the years between the days are the years named."""
    first, last = _day(match.groups()[-6:-3]), _day(match.groups()[-3:])
    if first is None or last is None:
        return None
    years = last.year - first.year
    if years < 1 or years != int(match.groupdict().get("n") or years):
        return None
    name = paragraph.text[match.start("name") : match.end("name")].strip(" ,;-")
    if (first.day, first.month) != (last.day, last.month):
        return None
    nested = [one.end() for one in re.finditer(r"\d{1,4} nam (?=\S)", plain(name))]
    if nested:
        return None
    return Occasion(name, paragraph.span(*match.span()), first, last, years)


def _day(parts: tuple[str, ...]) -> date | None:
    day, month, year = (int(one) for one in parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
