"""The bytes of calendar files: sound by every rule, and read back by independent readers as they were meant."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import ics
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.model import Ceremony, Contact
from runbook.occasion import PlanDocument, Venue
from runbook.render import ical
from runbook.schedule import Schedule, plan
from tests.ical_rules import broken_rules
from tests.ical_samples import SMALL, by_icalendar, by_vobject, calendars, civil, planned, properties, with_task

STAMP = 28_860_000
HEAD = ical.Masthead("Lễ", "Asia/Ho_Chi_Minh")


def an_entry(summary: str = "Việc", **values: Any) -> ical.Entry:
    plain = ical.Entry("le.T.all@runbook.invalid", "T", STAMP, STAMP + 30, summary, organizer="Sở VHTT")
    return dataclasses.replace(plain, **values)


def file_of(*entries: ical.Entry, head: ical.Masthead = HEAD, sequence: int = 0) -> bytes:
    return ical.document(head, [(entry, ical.Revision(STAMP, STAMP, sequence)) for entry in entries])


def test_every_calendar_keeps_every_rule() -> None:
    for language in ("vi", "en"):
        for audience, data in calendars(planned(SMALL), language).items():
            assert broken_rules(data) == [], (language, audience)


@pytest.mark.parametrize("read", [by_icalendar, by_vobject])
def test_readers_see_what_the_plan_says(read: Callable[[bytes], dict[str, dict[str, Any]]]) -> None:
    schedule = planned(SMALL)
    for audience, told in ical.entries(schedule, "vi").items():
        assert read(ical.calendar(schedule, None if audience == ical.OVERALL else audience)) == {
            one.uid: {
                "start": civil(schedule, one)[0],
                "end": civil(schedule, one)[1],
                "summary": one.summary,
                "description": "\n".join(filter(None, (one.description, "Dự thảo, chưa phát hành"))),
                "location": one.location,
                "organizer": "Sở Văn hóa và Thể thao",
            }
            for one in told
        }


# Its parser calls re.split in a way that Python 3.13 will have otherwise.
@pytest.mark.filterwarnings("ignore:'maxsplit' is passed as positional argument:DeprecationWarning")
def test_the_ics_library_reads_its_own_calendar_back() -> None:
    schedule = planned(SMALL)
    calendar = ics.Calendar(ical.calendar(schedule, "so-vhtt").decode())
    times = {event.uid: (event.begin.naive, event.end.naive) for event in calendar.events if not event.all_day}
    timed = [one for one in ical.entries(schedule, "vi")["so-vhtt"] if isinstance(one.start, int)]
    assert times == {one.uid: civil(schedule, one) for one in timed}
    assert (calendar.method, calendar.creator) == ("PUBLISH", "-//runbook//Ceremony plan//VI")


def test_an_agency_without_a_duty_gets_a_valid_file_without_entries() -> None:
    data = ical.calendar(planned(SMALL), "so-y-te")
    assert broken_rules(data) == []
    assert (data.count(b"BEGIN:VEVENT"), data.count(b"BEGIN:VTIMEZONE")) == (0, 1)
    assert by_icalendar(data) == by_vobject(data) == {}


def test_an_unknown_agency_is_an_error() -> None:
    with pytest.raises(KeyError, match="so-x"):
        ical.calendar(planned(SMALL), "so-x")


def test_name_and_publisher() -> None:
    data = ical.calendar(planned(SMALL), "cong-an")
    name = 'Công an Thành phố\\; phòng "PC08"\\, đội 3 – Lễ kỷ niệm 50 năm Ngày Giải phóng'
    assert properties(data, "X-WR-CALNAME") == [f"X-WR-CALNAME:{name}"]
    assert properties(data, "NAME") == [f"NAME:{name}"]
    assert set(properties(data, "ORGANIZER")) == {'ORGANIZER;CN="Sở Văn hóa và Thể thao":mailto:vhtt@example.vn'}


PUBLISHERS = {
    "comma, semicolon and quotes": (
        """standing: yes, name: 'Sở "Văn hóa", Thể thao; Du lịch^2'""",
        """ORGANIZER;CN="Sở ^'Văn hóa^', Thể thao; Du lịch^^2":mailto:noreply@runbook.invalid""",
    ),
    "an address": (
        "standing: yes, name: Sở A, email: a.b+c@so-a.example.vn",
        'ORGANIZER;CN="Sở A":mailto:a.b+c@so-a.example.vn',
    ),
    "an address that a URI cannot hold": (
        """standing: yes, name: Sở A, email: "o'brien@example.vn" """,
        'ORGANIZER;CN="Sở A":mailto:noreply@runbook.invalid',
    ),
    "nobody standing": ("name: Sở A", 'ORGANIZER;CN="Lễ":mailto:noreply@runbook.invalid'),
}


@pytest.mark.parametrize("name", PUBLISHERS)
def test_there_is_always_a_publisher(name: str) -> None:
    agency, line = PUBLISHERS[name]
    text = f"{{ceremony: le, title: Lễ, date: 25/04/2025, hours: 08:30-10:00, agencies: {{a: {{{agency}}}}},\n"
    data = ical.calendar(planned(text + " tasks: {T: {title: Việc, lead: a, work: 1d}}}"))
    assert set(properties(data, "ORGANIZER")) == {line}
    assert broken_rules(data) == []


TIMES = {
    "Hà Nội": ("Asia/Ho_Chi_Minh", ";TZID=Asia/Ho_Chi_Minh:20250425T083000"),
    "Bangkok": ("Asia/Bangkok", ":20250425T013000Z"),
    "New York in summer": ("America/New_York", ":20250425T123000Z"),
}


@pytest.mark.parametrize("name", TIMES)
def test_times_of_other_zones_are_in_utc(name: str) -> None:
    zone, start = TIMES[name]
    data = ical.calendar(with_task("work: 0.5d", zone=zone))
    assert f"DTSTART{start}" in properties(data, "DTSTART")
    assert broken_rules(data) == broken_rules(ical.calendar(with_task("work: 0.5d", zone=zone), "c")) == []


def test_a_zone_is_described_only_where_entries_name_it() -> None:
    paris = with_task("work: 0.5d", zone="Europe/Paris")
    told, empty = ical.calendar(paris), ical.calendar(paris, "c")
    assert properties(told, "TZID") == []
    assert properties(told, "X-WR-TIMEZONE") == ["X-WR-TIMEZONE:Europe/Paris"]
    assert all(line.endswith("Z") or "VALUE=DATE" in line for line in properties(told, "DTSTART"))
    assert properties(empty, "TZID") == ["TZID:Etc/UTC"]
    assert broken_rules(told) == broken_rules(empty) == []
    assert len(by_icalendar(told)) == len(by_vobject(told)) == len(ical.entries(paris, "vi")["~all"])


def test_an_entry_told_before_the_zone_changed_keeps_its_own() -> None:
    bangkok = dataclasses.replace(HEAD, zone="Asia/Bangkok")
    new = an_entry(uid="le.U.all@runbook.invalid", key="U", start=STAMP + 60, end=STAMP + 90, zone="Asia/Bangkok")
    data = file_of(an_entry(), new, head=bangkok)
    assert broken_rules(data) == []
    assert properties(data, "TZID") == ["TZID:Asia/Ho_Chi_Minh"]
    assert properties(data, "DTSTART")[1:] == [
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20241114T230000",
        "DTSTART:20241114T170000Z",
    ]


def test_a_backslash_in_the_name_of_an_agency_becomes_a_slash() -> None:
    named = SMALL.replace("name: Sở Văn hóa và Thể thao", "name: Sở Văn hóa\\Thể thao")
    data = ical.calendar(planned(named), "so-vhtt")
    assert named != SMALL
    assert {line.split(":")[0] for line in properties(data, "ORGANIZER")} == {'ORGANIZER;CN="Sở Văn hóa/Thể thao"'}


def test_times_before_the_zone_settled_are_in_utc() -> None:
    spring = file_of(an_entry(start=with_task("work: 1d").axis.minute(date(1975, 4, 30), 11 * 60 + 30)))
    assert properties(spring, "DTSTART")[1:] == ["DTSTART:19750430T033000Z"]


def test_a_draft_is_stamped_by_the_plan_and_never_by_the_clock() -> None:
    def stamps(text: str) -> set[str]:
        data = ical.calendar(planned(text))
        return {line for name in ("DTSTAMP", "SEQUENCE") for line in properties(data, name)}

    undated = SMALL.replace("date: 11/04/2025, ", "")
    backward = undated.replace("start: 14/04/2025 08:00\n", "")
    assert stamps(SMALL) == {"DTSTAMP:20250410T170000Z", "SEQUENCE:0"}
    assert stamps(undated) == {"DTSTAMP:20250414T010000Z", "SEQUENCE:0"}
    assert stamps(backward) == {"DTSTAMP:20231231T170000Z", "SEQUENCE:0"}


def test_entries_may_each_have_their_own_history() -> None:
    old = ical.Revision(created=STAMP - 1440, modified=STAMP, sequence=2)
    gone = an_entry("[HỦY] Họp", uid="le.U.all@runbook.invalid", key="U", status="CANCELLED")
    data = ical.document(HEAD, [(an_entry(), ical.Revision(STAMP, STAMP)), (gone, old)])
    assert broken_rules(data) == []
    assert properties(data, "SEQUENCE") == ["SEQUENCE:0", "SEQUENCE:2"]
    assert properties(data, "CREATED") == ["CREATED:20241114T160000Z", "CREATED:20241113T160000Z"]
    assert properties(data, "STATUS") == ["STATUS:CONFIRMED", "STATUS:CANCELLED"]


def test_two_entries_with_one_identity_are_refused() -> None:
    with pytest.raises(ValueError, match="same UID"):
        file_of(an_entry(), an_entry("khác"))


TEXTS = {
    "punctuation": "Họp, bàn; chốt: 50% \"đặc biệt\" 'A' (B) [C] {D} ^x",
    "backslash": "C:\\Tài liệu\\họp",
    "emoji": "Lễ 🎉👨‍👩‍👧‍👦🇻🇳 " * 40,
    "5,000 letters": "Nghiêng " * 625,
    "no spaces": "ưởng" * 1250,
    "braces": "{lead} {0} %s",
    "looks like a fold": " \t đầu dòng",
}


@pytest.mark.parametrize("name", TEXTS)
def test_titles_of_every_kind_come_back_whole(name: str) -> None:
    data = file_of(an_entry(TEXTS[name], description=TEXTS[name], alarm=1440))
    shown = " ".join(TEXTS[name].split())
    assert broken_rules(data) == []
    assert [one["summary"] for one in by_icalendar(data).values()] == [shown]
    assert [one["summary"] for one in by_vobject(data).values()] == [shown]


def test_a_backslash_that_readers_take_for_a_line_break_is_written_as_a_slash() -> None:
    assert properties(file_of(an_entry(r"D:\nghi lễ \Nội")), "SUMMARY") == [r"SUMMARY:D:/nghi lễ /Nội"]


def test_decomposed_vietnamese_is_composed() -> None:
    title = "Uỷ ban nhân dân thành phố Hà Nội tổ chức Lễ kỷ niệm"
    taken_apart = an_entry(unicodedata.normalize("NFD", title), location=unicodedata.normalize("NFD", title))
    assert file_of(taken_apart) == file_of(an_entry(title, location=title))


def test_an_empty_title_is_never_written_empty() -> None:
    assert broken_rules(file_of(an_entry("\x00 \r"))) == []


INJECTION = (
    'Họp\r\nATTENDEE:mailto:evil@example.vn\nURL:x\rX:y"\u2028;A=1:\x85BEGIN:VALARM\x0b\x0cEND:VEVENT\x00\ud800\ufeff'
)


def injected(schedule: Schedule) -> Ceremony:
    """The ceremony with a text that tries to write properties in every place where a user writes."""
    ceremony = schedule.ceremony
    bad = INJECTION
    task: Any = dict.fromkeys(("title", "location", "note", "cue", "trouble", "recurs", "item"), bad)
    agency: Any = dict.fromkeys(("name", "short", "phone", "email"), bad)
    contacts = (Contact(bad, bad, bad, bad),)
    return dataclasses.replace(
        ceremony,
        title=bad,
        hosts=(bad,),
        venue=Venue(bad, bad),
        plan=PlanDocument(bad, date(2025, 4, 11), bad, bad, bad),
        phases=dict.fromkeys(ceremony.phases, bad),
        assumptions=dict.fromkeys(ceremony.assumptions, bad),
        agencies=tuple(dataclasses.replace(one, contacts=contacts, **agency) for one in ceremony.agencies),
        tasks=tuple(dataclasses.replace(one, refs=(bad,), **task) for one in ceremony.tasks),
    )


def test_nothing_a_user_types_becomes_a_property() -> None:
    sound = planned(SMALL)
    for audience, data in calendars(plan(injected(sound))).items():
        plain = ical.calendar(sound, None if audience == ical.OVERALL else audience)
        assert broken_rules(data) == []
        assert data.count(b"\nBEGIN:") == plain.count(b"\nBEGIN:")
        assert len(by_icalendar(data)) == len(by_vobject(data)) == data.count(b"\nBEGIN:VEVENT")


def test_an_identity_of_any_characters_stays_one_line_of_ascii() -> None:
    sound = planned(SMALL)
    data = ical.calendar(plan(dataclasses.replace(sound.ceremony, id="lễ\r\nURL:x")))
    assert broken_rules(data) == []


ANY_TEXT = st.text(st.characters() | st.sampled_from('\r\n\t\\;,:"^nN \u2028\x85ặ́🇻️'), max_size=300)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, st.lists(ANY_TEXT, max_size=3))
def test_any_text_gives_a_sound_file(title: str, said: str, place: str, name: str, kinds: list[str]) -> None:
    entry = an_entry(title, description=said, location=place, categories=tuple(kinds), alarm=30)
    entry = dataclasses.replace(entry, organizer=f"Sở {name}", email=name)
    data = file_of(entry, head=dataclasses.replace(HEAD, name=f"Lễ {name}"))
    assert broken_rules(data) == []


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=300))
def test_any_printable_text_comes_back_as_it_was(typed: str) -> None:
    shown = " ".join(unicodedata.normalize("NFC", typed).replace("\\n", "/n").replace("\\N", "/N").split()) or "-"
    data = file_of(an_entry(typed, description=shown))
    for read in (by_icalendar(data), by_vobject(data)):
        assert [(one["summary"], one["description"]) for one in read.values()] == [(shown, shown)]


INSTANTS = st.integers(STAMP - 3_000_000, STAMP + 3_000_000)


@given(st.lists(st.tuples(INSTANTS, st.integers(1, 5000)), max_size=8, unique=True))
def test_entries_stand_in_order_of_time_however_they_come(spans: list[tuple[int, int]]) -> None:
    entries = [
        an_entry(uid=f"le.{start}.{length}@runbook.invalid", key=f"{start}.{length}", start=start, end=start + length)
        for start, length in spans
    ]
    data = file_of(*entries)
    assert broken_rules(data) == []
    assert data == file_of(*reversed(entries))
    read = [(one["start"], one["end"]) for one in by_icalendar(data).values()]
    in_order = sorted(spans, key=lambda span: (span[0], str(span[1])))
    assert read == [(_clock(start), _clock(start + length)) for start, length in in_order]


def _clock(minute: int) -> datetime:
    return datetime(1970, 1, 1, 7) + timedelta(minutes=minute)
