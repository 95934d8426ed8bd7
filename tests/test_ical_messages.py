"""Invitations to be sent by mail, and the messages that call them off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.render import ical
from tests.ical_rules import broken_rules
from tests.ical_samples import SMALL, by_vobject, entry, planned, properties

STAMP = 28_860_000
HEAD = ical.Masthead("Lễ", "Asia/Ho_Chi_Minh")
HEALTH = ical.Attendee("Sở Y tế", "soyte@example.vn")
REVISION = ical.Revision(STAMP - 2880, STAMP, 3, "Bản phát hành số 4, 14/11/2024")


def held(key: str, agency: str = "cong-an", **changes: object) -> ical.Issued:
    """The entry of that key as last told to the agency."""
    one = entry(planned(SMALL), key, agency)
    return ical.Issued(agency, replace(one, **changes), REVISION, 4)  # type: ignore[arg-type]


def withdrawn(key: str) -> ical.Issued:
    one = held(key)
    (gone,) = ical.revise({one.entry.uid: one}, {}, 5, STAMP + 1440, "vi")
    return gone


def test_an_invitation_asks_one_agency_to_one_entry() -> None:
    data = ical.invitation(HEAD, held("n1"), HEALTH)
    assert broken_rules(data) == []
    assert {name: properties(data, name) for name in ("METHOD", "ATTENDEE", "ORGANIZER", "UID", "SEQUENCE", "DTSTAMP",
            "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "TRIGGER", "NAME", "SUMMARY")} == {
        "METHOD": ["METHOD:REQUEST"],
        "ATTENDEE": ['ATTENDEE;CN="Sở Y tế";CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE'
                     ":mailto:soyte@example.vn"],
        "ORGANIZER": ['ORGANIZER;CN="Sở Văn hóa và Thể thao":mailto:vhtt@example.vn'],
        "UID": ["UID:le-50-nam.n1.cong-an@runbook.invalid"],
        "SEQUENCE": ["SEQUENCE:3"],
        "DTSTAMP": ["DTSTAMP:20241114T160000Z"],
        "STATUS": ["STATUS:CONFIRMED"],
        "TRANSP": ["TRANSP:OPAQUE"],
        "X-MICROSOFT-CDO-BUSYSTATUS": ["X-MICROSOFT-CDO-BUSYSTATUS:BUSY"],
        "TRIGGER": ["TRIGGER:-PT2H"],
        "NAME": [],
        "SUMMARY": ["SUMMARY:Mở cửa\\, đón đại biểu"],
    }  # fmt: skip


def test_readers_see_who_is_invited() -> None:
    data = ical.invitation(HEAD, held("n1"), HEALTH)
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert (event["ATTENDEE"], event["ATTENDEE"].params["CN"]) == ("mailto:soyte@example.vn", "Sở Y tế")
    assert len(by_vobject(data)) == 1


def test_work_of_whole_days_leaves_them_free_and_keeps_its_alarm() -> None:
    data = ical.invitation(HEAD, held("A2"), HEALTH)
    assert broken_rules(data) == []
    assert properties(data, "DTSTART")[1:] == ["DTSTART;VALUE=DATE:20250414"]
    assert properties(data, "TRANSP") == ["TRANSP:TRANSPARENT"]
    assert properties(data, "TRIGGER") == ["TRIGGER:-PT15H"]


def test_hours_of_work_take_their_time_once_an_agency_is_invited_and_ring_when_it_must_leave() -> None:
    one = held("~ceremony", busy=False)
    assert (one.entry.busy, one.entry.alarm) == (False, 1440)
    data = ical.invitation(HEAD, one, HEALTH)
    assert properties(data, "TRANSP") == ["TRANSP:OPAQUE"]
    assert properties(data, "TRIGGER") == ["TRIGGER:-PT2H"]


def test_a_withdrawn_entry_is_called_off() -> None:
    data = ical.invitation(HEAD, withdrawn("n1"), HEALTH)
    assert broken_rules(data) == []
    assert {name: properties(data, name) for name in ("METHOD", "ATTENDEE", "UID", "SEQUENCE", "DTSTAMP", "STATUS",
            "TRANSP", "TRIGGER", "SUMMARY")} == {
        "METHOD": ["METHOD:CANCEL"],
        "ATTENDEE": ['ATTENDEE;CN="Sở Y tế";CUTYPE=GROUP;ROLE=REQ-PARTICIPANT:mailto:soyte@example.vn'],
        "UID": ["UID:le-50-nam.n1.cong-an@runbook.invalid"],
        "SEQUENCE": ["SEQUENCE:4"],
        "DTSTAMP": ["DTSTAMP:20241115T160000Z"],
        "STATUS": ["STATUS:CANCELLED"],
        "TRANSP": ["TRANSP:TRANSPARENT"],
        "TRIGGER": [],
        "SUMMARY": ["SUMMARY:[HỦY] Mở cửa\\, đón đại biểu"],
    }  # fmt: skip


def test_every_entry_of_every_agency_can_be_sent_and_called_off() -> None:
    schedule = planned(SMALL)
    told = ical.entries(schedule, "vi")
    issued = {one.entry.uid: one for one in ical.revise({}, told, 1, STAMP, "vi")}
    for one in (*issued.values(), *ical.revise(issued, {}, 2, STAMP, "vi")):
        assert broken_rules(ical.invitation(HEAD, one, HEALTH)) == []


def test_times_of_other_zones_are_in_utc() -> None:
    head = ical.Masthead("Lễ", "Europe/Paris")
    data = ical.invitation(head, held("n1", zone="Europe/Paris"), HEALTH)
    assert broken_rules(data) == []
    assert properties(data, "X-WR-TIMEZONE") == ["X-WR-TIMEZONE:Europe/Paris"]
    assert properties(data, "TZID") == []


NO_ADDRESSES = [
    "",
    "soyte",
    "sở@example.vn",
    "soyte@example.vn,evil@example.vn",
    "soyte@example.vn?cc=evil@example.vn",
    "soyte@example.vn\r\nATTENDEE:mailto:evil@example.vn",
    "soyte@example.vn\n",
    "Sở Y tế <soyte@example.vn>",
    "o'brien@example.vn",
]


@pytest.mark.parametrize("email", NO_ADDRESSES)
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(ValueError, match="no e-mail address"):
        ical.Attendee("Sở Y tế", email)
    with pytest.raises(ValueError, match="organizer has no e-mail address"):
        ical.invitation(HEAD, held("n1", email=email), HEALTH)


ANY_TEXT = st.text(st.characters() | st.sampled_from('\r\n\t\\;,:"^ \u2028'), max_size=200)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.booleans())
def test_any_text_gives_a_sound_message(name: str, said: str, note: str, gone: bool) -> None:
    status = "CANCELLED" if gone else "CONFIRMED"
    one = ical.Entry("le.T.a@runbook.invalid", "T", STAMP, STAMP + 60, said, said, said, (said,), status)
    issued = ical.Issued("a", replace(one, organizer=f"Sở {name}", email="a@b.vn"), replace(REVISION, note=note), 1)
    assert broken_rules(ical.invitation(HEAD, issued, ical.Attendee(name, "c@d.vn"))) == []


def test_the_days_of_an_invitation_are_those_of_the_calendar() -> None:
    one = held("A2")
    assert (one.entry.start, one.entry.end) == (date(2025, 4, 14), date(2025, 4, 16))
    (event,) = icalendar.Calendar.from_ical(ical.invitation(HEAD, one, HEALTH)).walk("VEVENT")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (one.entry.start, one.entry.end)
