"""The one sitting a plan prepares: its kind, days, hours, place, hosts, backdrop, guests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from runbook.draft import heading_words as headings
from runbook.draft.approximate import opened
from runbook.draft.dates import days
from runbook.draft.document import Quote
from runbook.draft.findings import Item, Sitting, Window
from runbook.draft.gatherings import Gathering, first_of, gatherings
from runbook.draft.header import quote
from runbook.draft.hours import Clock, clocks, part_of_day
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.matters import Told, labelled, told
from runbook.draft.occasion_words import REHEARSAL, is_of_many, is_session, kind_of
from runbook.draft.outline import LETTER, TEXT, Outline
from runbook.draft.programme import programme
from runbook.draft.venues import venue

_COUNT = plain_pattern(r"(?<![\d/])(\d{1,2}) buoi\b")
_BARE = re.compile(r"(?i)\s+cấp (?:quốc gia|bộ|ngành|tỉnh|thành phố|huyện|quận|trường|xã|phường|cơ sở)$")
_ACTIVITIES = re.compile(
    r"(?i)^(?:các|chuỗi|một số)\s+(?:hoạt động|sự kiện)\s+(?:(?:hướng tới|chào mừng|nhân dịp|trong)\s+)?"
)
_FEWEST_WORDS = 6  # of a name that says what is held: "Lễ khai mạc" does not say of what
_NIGHT = re.compile(r"(?:tu|bat dau)\s+$")


def sittings(title: Quote | None, outline: Outline, year: int | None) -> tuple[Sitting | None, tuple[Sitting, ...]]:
    """The one sitting the plan is for, and what else is held.

    None where the plan is of no single sitting. What it does not say stays empty.
    """
    parts = gatherings(outline, year)
    whole = _whole(title, outline, year)
    if whole and (not parts or _has_own_time(outline, parts)):
        return whole, tuple(_of_part(one, year) for one in parts)
    first = first_of(parts)
    if first is None or (whole is None and first.weight < 0):
        return whole, tuple(_of_part(one, year) for one in parts)
    main = _of_part(replace(first, outline=replace(first.outline, annex=outline.annex)), year)
    if whole is None and main.kind not in ("ceremony", "rally", "conference", "performance"):
        return None, tuple(_of_part(one, year) for one in parts)
    others = (_of_part(one, year) for one in parts if one is not first)
    return _completed(main, title, _beside(outline, parts)), tuple(_session(one, title) for one in others)


def _session(one: Sitting, title: Quote | None) -> Sitting:
    """A further session with what it is a session of."""
    return replace(one, name=f"{one.name}: {_name(title.text)}") if title and is_session(one.name) else one


def beside(outline: Outline, year: int | None) -> Outline:
    """The plan without what it tells of each sitting."""
    return _beside(outline, gatherings(outline, year))


def _beside(outline: Outline, parts: list[Gathering]) -> Outline:
    told_of = {one.paragraph.span() for part in parts for one in part.outline.items}
    kept = [item for item in outline.items if item.paragraph.span() not in told_of]
    return replace(outline, items=tuple(replace(item, number=number) for number, item in enumerate(kept)))


def _completed(main: Sitting, title: Quote | None, rest: Outline) -> Sitting:
    """The sitting with what the plan tells of it elsewhere: whose it is, where, its programme."""
    items = main.programme or programme(rest)
    start = main.start if main.start is not None else _first(items)
    return replace(
        main,
        name=_full_name(main.name, title),
        hosts=main.hosts or tuple(_hosts(rest)),
        venue=main.venue or venue(told(rest, headings.PLACE), []),
        programme=items,
        start=start,
        end=main.end if main.end is not None else _last(items),
    )


def _whole(title: Quote | None, outline: Outline, year: int | None) -> Sitting | None:
    """The sitting that the subject of the plan names."""
    kind = kind_of(title.text) if title else ""
    times = told(outline, headings.TIME)
    held = _sitting(kind, _name(title.text) if title else "", outline, times, told(outline, headings.PLACE), year)
    placed = held.venue and (held.start is not None or held.programme)
    return held if kind or (title and placed and not is_of_many(title.text)) else None


def _has_own_time(outline: Outline, parts: list[Gathering]) -> bool:
    """Whether the plan gives the time of the whole beside that of its parts."""
    inner = {id(one.paragraph) for part in parts for one in part.times}
    return any(
        days(one.text, 2000) and id(one.paragraph) not in inner and _is_of_time(one.item.text)
        for one in told(outline, headings.TIME)
    )


def _is_of_time(text: str) -> bool:
    """Whether a line tells of time alone, not by its label of something that is held then."""
    label = labelled(text)[0]
    return not label or bool(headings.TIME.search(plain(label)))


def _of_part(one: Gathering, year: int | None) -> Sitting:
    return _sitting(one.kind, one.name, one.outline, list(one.times), list(one.places), year)


def _full_name(name: str, title: Quote | None) -> str:
    """ "Lễ khai mạc" with what is opened, as the subject of the plan names it."""
    bare = _BARE.sub("", name)
    if title and kind_of(title.text) and (is_session(name) or plain(bare) in plain(title.text)):
        return _name(title.text)
    if title is None or len(bare.split()) >= _FEWEST_WORDS:
        return name
    first = bare[:1].upper() + (bare[1:].lower() if bare.isupper() else bare[1:])
    of = _ACTIVITIES.sub("", _name(title.text))
    again = " ".join(of.split()[:2])  # "Lễ kỷ niệm" and "kỷ niệm 70 năm ..."
    return f"{first} {of[len(again) :].strip() if plain(first).endswith(plain(again)) else of}"


def _sitting(
    kind: str, name: str, outline: Outline, times: list[Told], places: list[Told], year: int | None
) -> Sitting:
    items = programme(outline)
    hours = _hours(times)
    start, end = hours if hours[0] is not None else (_first(items), None)
    return Sitting(
        kind=kind or "other",
        name=name,
        window=_window(times, year),
        start=start,
        end=end if end is not None else _last(items),
        venue=venue(places, times),
        hosts=tuple(_hosts(outline)),
        backdrop=tuple(_backdrop(outline)),
        programme=items,
        delegates=tuple(_delegates(outline)),
    )


def _name(title: str) -> str:
    bare = re.sub(r"\s*\([^()]*\)\s*$", "", title.strip(' .“”"'))
    bare = re.sub(r"^(?:(?:[Vv]ề việc|[Vv]/v)\s+)?(?:[Tt]ổ chức|TỔ CHỨC|[Pp]hục vụ|[Tt]riển khai)\s+", "", bare)
    return bare[:1].upper() + bare[1:]


def _window(times: list[Told], year: int | None) -> Window | None:
    """The first day or span of days of the sitting itself, not of its rehearsals."""
    for one in times:
        if REHEARSAL.search(plain(one.paragraph.text[: one.start + 40])):
            continue
        found = [
            span for span in days(one.text, year) if span.form != "year" and not _in_brackets(one.text, span.start)
        ]
        if found:
            span = found[0]
            counted = _COUNT.search(plain(one.text[: span.start]))
            wide = opened(one.text, span)
            begin = min(counted.start() if counted else _beginning(one.text, span.start), wide.start)
            raw = quote(one.paragraph, one.start + begin, one.start + span.end)
            return Window(raw, wide.first, wide.last, part_of_day(one.text), int(counted[1]) if counted else 1)
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
        said = _of_first_day(one.text)
        found = clocks(said)
        if found and not REHEARSAL.search(plain(one.paragraph.text[: one.start + 40])):
            return found[0].minutes, found[0].until or _over_midnight(said, found)
    return None, None


def _of_first_day(text: str) -> str:
    """The words on the first day named, without those on another: "từ 10/11 đến 18/11; phường: 19h30 ngày 16/11"."""
    parts = text.split(";")
    dated = [part for part in parts if days(part, 2000)]
    return dated[0] if len(dated) > 1 else text


def _over_midnight(text: str, found: list[Clock]) -> int | None:
    """ "từ 20h30 ngày 31/12 đến 00h15 ngày 01/01": minutes of the first day, so more than it has."""
    if len(found) < 2 or not _NIGHT.search(plain(text[: found[0].start])):
        return None
    between = plain(text[found[0].end : found[1].start])
    if not re.search(r"\bden\s*$", between) or found[1].minutes >= found[0].minutes:
        return None
    return found[1].minutes + 1440


def _first(items: tuple[Item, ...]) -> int | None:
    return next((one.start for one in items if one.start is not None), None)


def _last(items: tuple[Item, ...]) -> int | None:
    """The hour of the end only where the last item says so: "10h30: Kết thúc", or its own span."""
    if not items:
        return None
    last = items[-1]
    closes = re.match(r"(?:ket thuc|be mac|giai tan|chia tay)", plain(last.title.text))
    return last.end if last.end is not None else last.start if closes and last.start is not None else None


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
