"""Where a sitting is held: the name of the place, and its address."""

from __future__ import annotations

import re

from runbook.draft.dates import days
from runbook.draft.findings import Venue
from runbook.draft.hours import clocks
from runbook.draft.letters import plain
from runbook.draft.matters import Told, labelled
from runbook.draft.occasion_words import REHEARSAL

_AT = re.compile(r"(?:,?\s+|^)(?:được tổ chức )?[Tt]ại\s+")
_TOLD_AT = re.compile(r"(?:[Đđ]ược tổ chức )?[Tt]ại\s+")
_ADDRESS = re.compile(
    r"(?<![Tt]hành)(?<![Tt]hành\s)(?<!THÀNH)(?<!THÀNH\s)"
    r"\s*[,(–-]?\s*(?=(?:[Ss]ố(?:\s+nhà)?\s+\d|[Đđ]ịa chỉ|(?<=[,(–-])\s?(?:đường|phố)\s|(?<=[,(–-]\s)(?:đường|phố)\s"
    r"|\d+[A-Za-z]?\s+(?:đường|phố|[A-ZĐ])))|\s*\("
)
_PLACED = re.compile(
    r",\s*(?=(?:số\s|đường|phố|phường|xã|quận|huyện|thị trấn|thị xã|thành phố|tỉnh|ngõ|khu|thôn|tổ\s|[Kk]m"
    r"|quốc lộ|TP|P\.|Q\.|đặc khu)(?!\w{3}))"
)
_STOP = re.compile(r"[;.]$|;\s|(?<!TP)(?<![PQ])\.\s")

_LABEL = re.compile(r"(?:thoi gian|dia diem|thanh phan)(?: va)?(?:,? (?:thoi gian|dia diem|thanh phan))*")
_OPEN = re.compile(r"^(?:dia diem )?(?:se|chua|du kien)(?!\w)|thong bao sau|xac dinh sau")  # not for certain
_INSTEAD = re.compile(r"\s*\((?:phuong an|du phong|neu|khi|truong hop|hoac)(?!\w)")  # another place, in case
_IN_NAME = re.compile(r"(?i)(?<!\w)(?:thành|thị)\s*$")  # "Thành | phố" is one word over two lines


def venue(places: list[Told], times: list[Told]) -> Venue | None:
    """The first place named under its own heading or label, else after "tại" beside the time."""
    for one in places:
        when = one.head is not None and one.start == 0 and (days(one.text, 2000) or clocks(one.text))
        if one.text.strip() and not when and not REHEARSAL.search(plain(one.paragraph.text[: one.start])):
            found = _placed(one, one.start)
            if found is None or not _LABEL.fullmatch(plain(found.name)):
                return found
    for one in times:
        match = _AT.search(one.paragraph.text, one.start)
        if match:
            return _placed(one, match.end())
    return None


def _placed(one: Told, start: int) -> Venue | None:
    """Name and address: the address begins on a line of its own, at a number, or after the first comma."""
    text = one.paragraph.text
    start += labelled(text[start:])[1]
    at = _TOLD_AT.match(text, start)
    start = at.end() if at else start
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    instead = _INSTEAD.search(plain(text), start + 3, end)
    end = instead.start() if instead else end
    if end - start < 3 or _OPEN.search(plain(text[start:end])):
        return None
    line = next((cut for cut in one.paragraph.lines if start < cut < end and not _IN_NAME.search(text[:cut])), None)
    found = _ADDRESS.search(text, start + 3, end)
    comma = _PLACED.search(text, start, end)
    cuts = [one.start() for one in (found, comma) if one]
    cut = line or min(cuts, default=end)
    name = text[start:cut].strip(" ,;-–(")
    return Venue(name, text[cut:end].strip(" ,;-–()."), one.paragraph.span(start, end))
