"""Three independent readers take every file without a word, and read what the plan says."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject

from runbook.render import ical
from tests.clients import icaljs
from tests.clients.icaljs import by_icaljs
from tests.clients.readers import by_icalendar, by_vobject
from tests.clients.releases import Release, conference, conference_moved, first, second
from tests.clients.shown import Shown, planned

Read = Callable[[bytes], list[Shown]]
needs_icaljs = pytest.mark.skipif(bool(icaljs.missing()), reason=icaljs.missing())
READERS = [by_icalendar, by_vobject, pytest.param(by_icaljs, marks=needs_icaljs)]
# The releases, and whose calendars are read: everybody's where none is named.
FILES: list[tuple[Callable[[], Release], tuple[str, ...]]] = [
    (first, ()),
    (second, ()),
    (conference, (ical.OVERALL, "so-vhtt")),
    (conference_moved, ("so-y-te", "ba-vi")),
]

every_reader = pytest.mark.parametrize("read", READERS)


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged as a warning or worse."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def ceremony_entry(shown: list[Shown]) -> Shown:
    (found,) = (one for one in shown if ".~ceremony." in one.uid)
    return found


@every_reader
@pytest.mark.parametrize(("issue", "audiences"), FILES)
def test_every_file_is_read_in_silence_and_as_planned(
    read: Read, issue: Callable[[], Release], audiences: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    release = issue()
    for audience in audiences or release.whole:
        assert read(release.calendar(audience)) == release.says(audience)
        changed = {one.entry.uid for one in release.changed[audience]}
        assert read(release.update(audience)) == [one for one in release.says(audience) if one.uid in changed]
    assert said(caplog) == []


@every_reader
def test_the_day_is_the_one_on_the_invitation(read: Read) -> None:
    """Half past eight in Hà Nội is half past one in Greenwich; nothing of this is worked out by the plan."""
    times = [ceremony_entry(read(release.calendar("so-y-te"))) for release in (first(), second())]
    moments = [(one.start, one.end) for one in times]
    days = [datetime(2024, 11, day, 1, 30, tzinfo=UTC) for day in (22, 25)]
    assert moments == [(minutes(day), minutes(day + timedelta(hours=2))) for day in days]


@every_reader
@pytest.mark.parametrize("issue", [first, second])
def test_to_dos_are_read_in_silence_and_as_planned(
    read: Read, issue: Callable[[], Release], caplog: pytest.LogCaptureFixture
) -> None:
    release = issue()
    for audience in ("dai-ptth", "so-y-te"):
        assert read(release.todos(audience)) == release.says_to_do(audience) != []
    assert said(caplog) == []


@every_reader
def test_messages_are_read_in_silence_and_as_planned(read: Read, caplog: pytest.LogCaptureFixture) -> None:
    """An invitation to a timed entry, its change, one to days of work, and the one that calls a task off."""
    for release, key in ((first(), "Y2"), (second(), "Y2"), (first(), "Y1"), (second(), "H1")):
        issued = release.issued("so-y-te", key)
        assert read(release.message("so-y-te", key)) == [planned(issued.entry, issued.revision)]
    assert said(caplog) == []


def minutes(instant: datetime) -> int:
    return int(instant.timestamp()) // 60


# What ical.js may call each property; `unknown` is its word for the properties of other makers and some of RFC 7986.
STAMPS = "created date-time, dtstamp date-time, last-modified date-time, sequence integer, status text, uid text"
TOLD = "categories text, description text, location text, organizer cal-address, related-to text, summary text"
KINDS = {
    "vcalendar": "calscale text, method text, prodid text, version text, refresh-interval duration, source uri, "
    "url uri, name unknown, color unknown, x-published-ttl unknown, x-wr-calname unknown, x-wr-timezone unknown, "
    "x-apple-calendar-color unknown",
    "vtimezone": "tzid text",
    "standard": "dtstart date-time, tzname text, tzoffsetfrom utc-offset, tzoffsetto utc-offset",
    "vevent": f"{STAMPS}, {TOLD}, dtstart date, dtstart date-time, dtend date, dtend date-time, transp text, "
    "x-microsoft-cdo-busystatus unknown, attendee cal-address",
    "vtodo": f"{STAMPS}, {TOLD}, dtstart date-time, due date-time, priority integer",
    "valarm": "action text, description text, trigger duration",
}
KNOWN = {f"{component} {kind}" for component, kinds in KINDS.items() for kind in kinds.split(", ")}


@needs_icaljs
def test_every_property_is_of_the_type_its_standard_gives_it() -> None:
    feed = ical.published(second().head("so-y-te", "https://example.vn/so-y-te.ics"), second().whole["so-y-te"])
    files = (feed, second().todos("so-y-te"), second().message("so-y-te", "Y2"))
    of_feed, of_todos, of_message = (set(icaljs.read(data).types) for data in files)
    assert (of_feed | of_todos | of_message) - KNOWN == set()
    assert of_feed >= {f"vevent {kind}" for kind in STAMPS.split(", ")} | {
        "vevent dtstart date",
        "vcalendar source uri",
    }
    assert of_todos >= {"vtodo due date-time", "vtodo priority integer"}
    assert of_message >= {"vevent attendee cal-address", "vevent dtend date-time"}


# Each reader is seen to object, and where none does, the comparison with the plan is.


def a_day_early(data: bytes) -> bytes:
    """Every whole day as the day before, as it comes of counting midnight in Hà Nội in UTC."""

    def early(found: re.Match[bytes]) -> bytes:
        day = date.fromisoformat(found[1].decode()) - timedelta(days=1)
        return f";VALUE=DATE:{day:%Y%m%d}".encode()

    return re.sub(rb";VALUE=DATE:(\d{8})", early, data)


@every_reader
def test_a_file_a_day_early_is_taken_in_silence_and_differs_from_the_plan(
    read: Read, caplog: pytest.LogCaptureFixture
) -> None:
    shown, says = read(a_day_early(first().calendar("so-y-te"))), first().says("so-y-te")
    assert said(caplog) == []
    assert [one.start for one in shown if isinstance(one.start, date)] == [
        one.start - timedelta(days=1) for one in says if isinstance(one.start, date)
    ]


@every_reader
def test_a_zone_the_file_does_not_describe_leaves_a_clock_time(read: Read) -> None:
    unknown = first().calendar("so-y-te").replace(b";TZID=Asia/Ho_Chi_Minh:", b";TZID=Asia/Hue:")
    assert ceremony_entry(read(unknown)).start == datetime(2024, 11, 22, 8, 30)


@pytest.mark.parametrize("read", READERS[1:])
def test_the_zone_is_taken_from_the_file(read: Read) -> None:
    """icalendar knows the zones of the world by itself; the other two believe the file."""
    data = first().calendar("so-y-te").replace(b"Asia/Ho_Chi_Minh", b"Asia/Elsewhere").replace(b"+0700", b"+0800")
    says = ceremony_entry(first().says("so-y-te"))
    assert isinstance(says.start, int)
    assert isinstance(says.end, int)
    assert ceremony_entry(read(data)) == replace(says, start=says.start - 60, end=says.end - 60)


def test_icalendar_tells_what_it_could_not_read() -> None:
    with pytest.raises(ValueError, match="SEQUENCE"):
        by_icalendar(first().calendar("so-y-te").replace(b"SEQUENCE:0", b"SEQUENCE:none", 1))


def test_vobject_misses_a_required_property() -> None:
    with pytest.raises(vobject.base.ValidateError, match="DTSTAMP"):
        by_vobject(re.sub(rb"DTSTAMP:\w+\r\n", b"", first().calendar("so-y-te")))


@needs_icaljs
@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (b"TRIGGER:-P1D", b"TRIGGER:P"),
        (b"TRANSP:OPAQUE", b"TRANSP OPAQUE"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nBEGIN:VEVENT\r\n"),
    ],
)
def test_ical_js_refuses_what_is_broken(sound: bytes, broken: bytes) -> None:
    data = first().calendar("so-y-te")
    assert sound in data
    with pytest.raises(icaljs.UnreadableError):
        icaljs.read(data.replace(sound, broken))
