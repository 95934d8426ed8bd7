"""The one sitting a plan prepares: its kind, days, hours, place, hosts, backdrop, guests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from runbook.draft import heading_words as headings
from runbook.draft.dates import days
from runbook.draft.findings import Item, Quote, Sitting, Venue, Window
from runbook.draft.header import quote
from runbook.draft.hours import clocks, part_of_day
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.matters import Told, told
from runbook.draft.outline import LETTER, TEXT, Outline
from runbook.draft.programme import programme

# What a sitting is called, in the order in which a name is tried at one place.
KINDS = (
    ("offering", r"le dang (?:hoa|huong)|dang (?:hoa|huong)|le vieng|vieng nghia trang"),
    ("rally", r"mit ?tinh"),
    (
        "performance",
        r"chuong trinh (?:bieu dien )?nghe thuat|dem (?:nghe thuat|hoi|nhac)|hoi dien|lien hoan"
        r"|giao luu nghe thuat|cau truyen hinh",
    ),
    ("exhibition", r"trien lam|trung bay"),
    ("competition", r"cuoc thi|hoi thi|hoi thao the thao|giai (?:chay|bong|viet da|dua|the thao|co|cau long)|hoi khoe"),
    ("conference", r"hoi nghi|hoi thao|toa dam|dai hoi|phien hop|sinh hoat chuyen de|gap mat|hop mat|hoi dam"),
    ("ceremony", r"le (?!ky niem cac ngay|hoi nam)\w|ngay hoi|dem giao thua|le$"),
)
_KIND = plain_pattern("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in KINDS))
_NOT_ONE = plain_pattern(
    r"(?:cac|nhung|chuoi|mot so) (?:hoat dong|su kien|le )|^(?:thong tin|tuyen truyen|cong tac|day manh"
    r"|phat dong|trien khai)|phong trao|tuyen truyen"
)
_REHEARSAL = plain_pattern(
    r"tong duyet|so duyet|luyen tap|chay thu|hop bao|chuan bi|du phong|hop ban|lap dat|don khach"
)
_COUNT = plain_pattern(r"(?<![\d/])(\d{1,2}) buoi\b")
_AT = re.compile(r"(?:,?\s+|^)(?:được tổ chức )?[Tt]ại\s+")
_TOLD_AT = re.compile(r"(?:[Đđ]ược tổ chức )?[Tt]ại\s+")
_ADDRESS = re.compile(
    r"\s*[,(–-]?\s*(?=(?:[Ss]ố(?:\s+nhà)?\s+\d|[Đđ]ịa chỉ|đường\s|phố\s|\d+[A-Za-z]?\s+(?:đường|phố|[A-ZĐ])))|\s*\("
)
_PLACED = re.compile(
    r",\s*(?=(?:số\s|đường|phố|phường|xã|quận|huyện|thị trấn|thị xã|thành phố|tỉnh|ngõ|khu|thôn|tổ\s|[Kk]m"
    r"|quốc lộ|TP|P\.|Q\.|đặc khu)(?!\w{3}))"
)
_STOP = re.compile(r"[;.]$|;\s|(?<!TP)(?<![PQ])\.\s")


def sitting(title: Quote | None, outline: Outline, year: int | None) -> Sitting | None:
    """None where the plan is of no single sitting. What it does not say stays empty."""
    kind = kind_of(title.text) if title else ""
    times = told(outline, headings.TIME)
    window = _window(times, year)
    venue = _venue(told(outline, headings.PLACE), times)
    items = programme(outline)
    hours = _hours(times)
    if not kind and not (
        title and venue and (hours[0] is not None or items) and not _NOT_ONE.search(plain(title.text))
    ):
        return None
    start, end = hours if hours[0] is not None else (_first(items), None)
    return Sitting(
        kind=kind or "other",
        name=_name(title.text) if title else "",
        window=window,
        start=start,
        end=end if end is not None else _last(items),
        venue=venue,
        hosts=tuple(_hosts(outline)),
        backdrop=tuple(_backdrop(outline)),
        programme=items,
        delegates=tuple(_delegates(outline)),
    )


def kind_of(title: str) -> str:
    """The kind of sitting a subject names, "" where it is of many things or none."""
    key = plain(title)
    match = _KIND.search(key)
    many = _NOT_ONE.search(key)
    if not match or (many and many.start() < match.start()):
        return ""
    return match.lastgroup or ""


def _name(title: str) -> str:
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", title.strip(' .“”"'))
    bare = re.sub(r"^(?:(?:[Vv]ề việc|[Vv]/v)\s+)?(?:[Tt]ổ chức|TỔ CHỨC|[Pp]hục vụ|[Tt]riển khai)\s+", "", bare)
    return bare[:1].upper() + bare[1:]


def _window(times: list[Told], year: int | None) -> Window | None:
    """The first day or span of days of the sitting itself, not of its rehearsals."""
    for one in times:
        if _REHEARSAL.search(plain(one.paragraph.text[: one.start + 40])):
            continue
        found = [
            span for span in days(one.text, year) if span.form != "year" and not _in_brackets(one.text, span.start)
        ]
        if found:
            span = found[0]
            counted = _COUNT.search(plain(one.text[: span.start]))
            begin = counted.start() if counted else _beginning(one.text, span.start)
            raw = quote(one.paragraph, one.start + begin, one.start + span.end)
            return Window(raw, span.first, span.last, part_of_day(one.text), int(counted[1]) if counted else 1)
    return None


def _in_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at) and not re.search(
        r"(?i)thứ|tức", text[text.rfind("(", 0, at) : at]
    )


def _beginning(text: str, at: int) -> int:
    """The words that belong to a day: its hour, its weekday."""
    found = clocks(text[:at])
    return min(found[0].start if found else at, at)


def _hours(times: list[Told]) -> tuple[int | None, int | None]:
    for one in times:
        found = clocks(one.text)
        if found and not _REHEARSAL.search(plain(one.paragraph.text[: one.start + 40])):
            return found[0].minutes, found[0].until
    return None, None


def _first(items: tuple[Item, ...]) -> int | None:
    return next((one.start for one in items if one.start is not None), None)


def _last(items: tuple[Item, ...]) -> int | None:
    """The hour of the end only where the last item says so: "10h30: Kết thúc", or its own span."""
    if not items:
        return None
    last = items[-1]
    closes = re.match(r"(?:ket thuc|be mac|giai tan|chia tay)", plain(last.title.text))
    return last.end if last.end is not None else last.start if closes and last.start is not None else None


def _venue(places: list[Told], times: list[Told]) -> Venue | None:
    for one in places:
        when = one.head is not None and one.start == 0 and (days(one.text, 2000) or clocks(one.text))
        if one.text.strip() and not when and not _REHEARSAL.search(plain(one.paragraph.text[: one.start])):
            return _placed(one, one.start)
    for one in times:
        match = _AT.search(one.paragraph.text, one.start)
        if match:
            return _placed(one, match.end())
    return None


def _placed(one: Told, start: int) -> Venue | None:
    """Name and address: the address begins on a line of its own, at a number, or after the first comma."""
    text = one.paragraph.text
    at = _TOLD_AT.match(text, start)
    start = at.end() if at else start
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    if end - start < 3:
        return None
    line = next((cut for cut in one.paragraph.lines if start < cut < end), None)
    found = _ADDRESS.search(text, start + 3, end)
    comma = _PLACED.search(text, start, end)
    cuts = [one.start() for one in (found, comma) if one]
    cut = line or min(cuts, default=end)
    name = text[start:cut].strip(" ,;-–(")
    return Venue(name, text[cut:end].strip(" ,;-–()."), one.paragraph.span(start, end))


def _hosts(outline: Outline) -> Iterator[str]:
    for one in told(outline, headings.HOSTS):
        for name in re.split(r"\s+[-–]\s+|;\s*", one.text):
            label = re.match(r"[^:]{3,40}:\s*", name)
            bare = (name[label.end() :] if label else name).strip(" .;:")
            if bare:
                yield bare


def _backdrop(outline: Outline) -> Iterator[str]:
    for one in told(outline, headings.BACKDROP):
        cuts = [one.start, *(cut for cut in one.paragraph.lines if cut > one.start), len(one.paragraph.text)]
        for start, end in pairwise(cuts):
            if words := one.paragraph.text[start:end].strip():
                yield words


def _delegates(outline: Outline) -> Iterator[Quote]:
    """The groups invited: numbered where there are numbers, else each paragraph."""
    places = told(outline, headings.ATTENDANCE)
    numbered = [one for one in places if one.item.level <= LETTER]
    for one in numbered or [one for one in places if one.item.level <= TEXT]:
        if one.text.strip(" :.;"):
            start = 0 if one.head else one.start
            yield quote(one.paragraph, start, len(one.paragraph.text.rstrip(" :.;")))
