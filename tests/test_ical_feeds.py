"""What stands above the entries of a feed: name, colour, address, and how often to look again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.render import ical
from runbook.render.ical.colours import COLOURS, NEUTRAL
from tests.ical_rules import broken_rules
from tests.ical_samples import SMALL, by_icalendar, by_vobject, planned, properties

SOURCE = "https://lich.example.vn/le-50-nam/so-vhtt.ics?key=Ab-1_~%20"


def colours(data: bytes) -> list[str]:
    return [*properties(data, "COLOR"), *properties(data, "X-APPLE-CALENDAR-COLOR")]


def test_a_feed_names_its_address_and_its_colour() -> None:
    data = ical.published(ical.masthead(planned(SMALL), "so-vhtt", "vi", SOURCE), ())
    assert broken_rules(data) == []
    assert properties(data, "SOURCE") == [f"SOURCE;VALUE=URI:{SOURCE}"]
    assert properties(data, "URL") == [f"URL:{SOURCE}"]
    assert colours(data) == ["COLOR:mediumblue", "X-APPLE-CALENDAR-COLOR:#0000CD"]
    assert by_icalendar(data) == by_vobject(data) == {}


def test_a_calendar_that_is_no_feed_names_no_address() -> None:
    data = ical.calendar(planned(SMALL), "so-vhtt")
    assert properties(data, "SOURCE") == properties(data, "URL") == []


def test_each_agency_has_the_colour_of_its_place_in_protocol() -> None:
    schedule = planned(SMALL)
    found = {agency.id: ical.masthead(schedule, agency.id, "vi").colour for agency in schedule.ceremony.agencies}
    assert list(found.values()) == [ical.colour_of(place) for place in range(len(found))]
    assert ical.masthead(schedule, "~all", "vi").colour == ical.masthead(schedule, "gone", "vi").colour == NEUTRAL


def test_twelve_colours_come_round_again_and_none_is_that_of_everyone() -> None:
    assert [ical.colour_of(place + 12) for place in range(12)] == [ical.colour_of(place) for place in range(12)]
    assert len({ical.colour_of(place) for place in range(12)} | {NEUTRAL}) == 13


def test_white_letters_can_be_read_on_every_colour() -> None:
    assert min(contrast_with_white(value) for value in COLOURS.values()) >= 4.5


def contrast_with_white(colour: str) -> float:
    """The ratio of WCAG 2.1, by its formula of relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_how_often_to_look_again() -> None:
    data = ical.published(ical.Masthead("Lễ", "Asia/Ho_Chi_Minh", refresh=90), ())
    assert broken_rules(data) == []
    assert properties(data, "REFRESH-INTERVAL") == ["REFRESH-INTERVAL;VALUE=DURATION:PT90M"]
    assert properties(data, "X-PUBLISHED-TTL") == ["X-PUBLISHED-TTL:PT90M"]


NO_ADDRESSES = [
    "ftp://lich.example.vn/a.ics",
    "webcal://lich.example.vn/a.ics",
    "javascript:alert(1)",
    "file:///C:/lich.ics",
    "lich.example.vn/a.ics",
    "https://",
    "https://lịch.example.vn/a.ics",
    "https://ai@lich.example.vn/a.ics",
    "https://lich.example.vn/a b.ics",
    'https://lich.example.vn/"',
    "https://lich.example.vn/a.ics\r\nX-EVIL:1",
    "https://lich.example.vn/a.ics\n",
    "https://lich.example.vn\\a.ics",
]


@pytest.mark.parametrize("source", NO_ADDRESSES)
def test_what_is_no_address_of_the_web_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="no address of the web"):
        ical.masthead(planned(SMALL), "so-vhtt", "vi", source)


def test_other_colours_and_times_are_refused() -> None:
    with pytest.raises(ValueError, match="no colour"):
        ical.Masthead("Lễ", "Asia/Ho_Chi_Minh", "red\r\nX-EVIL:1")
    with pytest.raises(ValueError, match="no time"):
        ical.Masthead("Lễ", "Asia/Ho_Chi_Minh", refresh=0)


@given(st.text(st.characters() | st.sampled_from('\r\n;:,"/?#[]@%'), max_size=100))
def test_any_address_is_refused_or_gives_a_sound_file(typed: str) -> None:
    try:
        head = ical.Masthead("Lễ", "Asia/Ho_Chi_Minh", source=f"https://a.vn/{typed}")
    except ValueError:
        return
    data = ical.published(head, ())
    assert broken_rules(data) == []
    assert properties(data, "URL") == [f"URL:https://a.vn/{typed}"]
