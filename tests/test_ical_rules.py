"""The checker itself: it passes a sound file and has been seen to fail on each kind of broken one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ical_rules import KNOWN, KNOWN_IN_MESSAGES, broken_rules

TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Asia/Ho_Chi_Minh
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
TZNAME:+07
END:STANDARD
END:VTIMEZONE
"""
ALARM = """\
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Họp
TRIGGER:-P1D
END:VALARM
"""
EVENTS = f"""\
BEGIN:VEVENT
UID:le.A1.all@runbook.invalid
DTSTAMP:20241108T000000Z
CREATED:20241108T000000Z
LAST-MODIFIED:20241108T000000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20241111
DTEND;VALUE=DATE:20241113
SUMMARY:Họp\\, viết báo cáo
CATEGORIES:Báo cáo,Khởi động
ORGANIZER;CN="Sở Văn hóa, Thể thao":mailto:vhtt@example.vn
STATUS:CONFIRMED
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
BEGIN:VEVENT
UID:le.A2.all@runbook.invalid
DTSTAMP:20241108T000000Z
CREATED:20241108T000000Z
LAST-MODIFIED:20241108T000000Z
SEQUENCE:0
DTSTART;TZID=Asia/Ho_Chi_Minh:20241112T080000
DTEND;TZID=Asia/Ho_Chi_Minh:20241112T120000
SUMMARY:Họp
DESCRIPTION:Ủy ban nhân dân thành phố\\, các sở phối hợp
 \\nNgày dự phòng: thứ Hai
RELATED-TO:le.A1.all@runbook.invalid
ORGANIZER;CN="Sở Văn hóa, Thể thao":mailto:vhtt@example.vn
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
{ALARM}END:VEVENT
"""
HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//runbook//Ceremony plan//VI
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Lễ
X-WR-CALNAME:Lễ
X-WR-TIMEZONE:Asia/Ho_Chi_Minh
COLOR:mediumblue
X-APPLE-CALENDAR-COLOR:#0000CD
SOURCE;VALUE=URI:https://lich.example.vn/so-vhtt.ics?key=Ab-1_~
URL:https://lich.example.vn/so-vhtt.ics?key=Ab-1_~
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
"""
SOUND = f"{HEAD}{TIMEZONE}{EVENTS}END:VCALENDAR\n".replace("\n", "\r\n").encode()


TODO = f"""\
BEGIN:VTODO
UID:le.A1~todo.all@runbook.invalid
DTSTAMP:20241108T000000Z
CREATED:20241108T000000Z
LAST-MODIFIED:20241108T000000Z
SEQUENCE:0
DTSTART;TZID=Asia/Ho_Chi_Minh:20241111T080000
DUE;TZID=Asia/Ho_Chi_Minh:20241112T173000
SUMMARY:Họp
RELATED-TO:le.A1.all@runbook.invalid
ORGANIZER;CN="Sở Văn hóa, Thể thao":mailto:vhtt@example.vn
PRIORITY:5
STATUS:NEEDS-ACTION
{ALARM.replace("TRIGGER:", "TRIGGER;RELATED=END:")}END:VTODO
"""
TODOS = f"{HEAD}{TIMEZONE}{TODO}END:VCALENDAR\n".replace("\n", "\r\n").encode()
ATTENDEE = (
    'ATTENDEE;CN="Sở Y tế";CUTYPE=GROUP;ROLE=REQ-PARTICIPANT\n'
    " ;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:soyte@example.vn\n"
)
ABOVE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//runbook//Ceremony plan//VI
CALSCALE:GREGORIAN
METHOD:REQUEST
X-WR-TIMEZONE:Asia/Ho_Chi_Minh
"""
INVITED = "BEGIN:VEVENT\n" + EVENTS.split("BEGIN:VEVENT\n")[2].replace("\nSTATUS:", f"\n{ATTENDEE}STATUS:")
REQUEST = f"{ABOVE}{TIMEZONE}{INVITED}END:VCALENDAR\n".replace("\n", "\r\n").encode()
CANCEL = (
    REQUEST.replace(b"METHOD:REQUEST", b"METHOD:CANCEL")
    .replace(b"STATUS:CONFIRMED", b"STATUS:CANCELLED")
    .replace(b"TRANSP:OPAQUE", b"TRANSP:TRANSPARENT")
    .replace(b"BUSYSTATUS:BUSY", b"BUSYSTATUS:FREE")
    .replace(b";PARTSTAT=NEEDS-ACTION;RSVP=TRUE", b"")
    .replace(ALARM.replace("\n", "\r\n").encode(), b"")
)
FORMS = {"calendar": SOUND, "to-dos": TODOS, "invitation": REQUEST, "called off": CANCEL}


def swap(old: str, new: str, count: int = -1) -> Callable[[bytes], bytes]:
    """Put one text for another; both with bare line feeds."""
    before, after = (text.replace("\n", "\r\n").encode() for text in (old, new))

    def break_it(data: bytes) -> bytes:
        assert before in data
        return data.replace(before, after, count)

    return break_it


# Name of the mistake: (how to make it, the rule that must be named).
MISTAKES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "last line without CRLF": (lambda data: data[:-2], "line-end"),
    "bare line feeds": (lambda data: data.replace(b"\r\n", b"\n"), "line-end"),
    "one bare CR": (swap("SUMMARY:Họp\nDESC", "SUMMARY:Họ\rp\nDESC"), "line-end"),
    "byte order mark": (lambda data: b"\xef\xbb\xbf" + data, "bom"),
    "empty line": (swap("END:VTIMEZONE\n", "END:VTIMEZONE\n\n"), "blank"),
    "line of 76 octets": (swap("SUMMARY:Họp\nDESC", f"SUMMARY:{'a' * 68}\nDESC"), "length"),
    "fold inside a character": (lambda data: data.replace("Ủy ban".encode(), b"\xe1\xbb\r\n \xa6y ban"), "fold"),
    "not UTF-8": (lambda data: data.replace("Lễ".encode(), b"L\xe3"), "utf-8"),
    "control character": (swap("X-WR-CALNAME:Lễ", "X-WR-CALNAME:L\x07ễ"), "control"),
    "line separator": (swap("X-WR-CALNAME:Lễ", "X-WR-CALNAME:L\u2028ễ"), "control"),
    "unescaped line break": (swap("SUMMARY:Họp\nDESC", "SUMMARY:Họp\nchiều\nDESC"), "grammar"),
    "injected property": (swap("SUMMARY:Họp\nDESC", "SUMMARY:Họp\nURL:https://example.vn\nDESC"), "unknown"),
    "injected attendee": (swap("SEQUENCE:0\n", "SEQUENCE:0\nATTENDEE:mailto:a@example.vn\n"), "unknown"),
    "unquoted parameter": (swap('CN="Sở Văn hóa, Thể thao"', "CN=Sở Văn hóa; Thể thao"), "grammar"),
    "parameter unquoted but simple": (swap('CN="Sở Văn hóa, Thể thao"', "CN=Sở VHTT"), "organizer"),
    "backslash in a parameter": (swap('CN="Sở Văn hóa, Thể thao"', 'CN="Sở Văn hóa\\, Thể thao"'), "caret"),
    "caret in a parameter": (swap('CN="Sở Văn hóa, Thể thao"', 'CN="Sở ^x"'), "caret"),
    "organizer without address": (swap("mailto:vhtt@example.vn", "Sở VHTT"), "organizer"),
    "no organizer": (swap('ORGANIZER;CN="Sở Văn hóa, Thể thao":mailto:vhtt@example.vn\n', ""), "missing"),
    "no DTSTAMP": (swap("DTSTAMP:20241108T000000Z\n", "", 1), "missing"),
    "no UID": (swap("UID:le.A2.all@runbook.invalid\n", ""), "missing"),
    "no METHOD": (swap("METHOD:PUBLISH\n", ""), "missing"),
    "METHOD behind the entries": (
        lambda data: swap("END:VCALENDAR\n", "METHOD:PUBLISH\nEND:VCALENDAR\n")(swap("METHOD:PUBLISH\n", "")(data)),
        "order",
    ),
    "alarm first in the entry": (
        lambda data: swap("BEGIN:VEVENT\nUID:le.A2", f"BEGIN:VEVENT\n{ALARM}UID:le.A2")(swap(ALARM, "")(data)),
        "order",
    ),
    "two alarms": (swap(ALARM, ALARM + ALARM), "alarm"),
    "alarm of the ics library": (swap("TRIGGER:-P1D", "TRIGGER:-P1W3D"), "alarm"),
    "alarm of no length": (swap("TRIGGER:-P1D", "TRIGGER:P"), "alarm"),
    "alarm after the start": (swap("TRIGGER:-P1D", "TRIGGER:PT5M"), "alarm"),
    "alarm without text": (swap("DESCRIPTION:Họp\n", ""), "missing"),
    "SUMMARY twice": (swap("SUMMARY:Họp\nDESC", "SUMMARY:Họp\nSUMMARY:Họp\nDESC"), "twice"),
    "same UID": (swap("UID:le.A2.", "UID:le.A1."), "uid"),
    "UID of Vietnamese letters": (swap("UID:le.A2.", "UID:lễ.A2."), "uid"),
    "UID too long": (swap("UID:le.A2.", "UID:" + "\n ".join(["a" * 70] * 4) + "."), "uid"),
    "stamp of local time": (swap("DTSTAMP:20241108T000000Z", "DTSTAMP:20241108T000000"), "stamp"),
    "floating time": (swap("DTSTART;TZID=Asia/Ho_Chi_Minh:20241112", "DTSTART:20241112"), "time"),
    "zone without definition": (swap("DTSTART;TZID=Asia/Ho_Chi_Minh", "DTSTART;TZID=Asia/Bangkok"), "time"),
    "local time with Z": (swap("20241112T080000", "20241112T080000Z"), "time"),
    "date without VALUE": (swap("DTSTART;VALUE=DATE:", "DTSTART:"), "time"),
    "no such day": (swap("DTEND;VALUE=DATE:20241113", "DTEND;VALUE=DATE:20241131"), "time"),
    "end before the start": (swap("DTEND;VALUE=DATE:20241113", "DTEND;VALUE=DATE:20241110"), "time"),
    "no length": (swap("20241112T120000", "20241112T080000"), "time"),
    "day and hour mixed": (swap("DTEND;VALUE=DATE:20241113", "DTEND;TZID=Asia/Ho_Chi_Minh:20241113T080000"), "time"),
    "bare comma": (swap("SUMMARY:Họp\\, viết", "SUMMARY:Họp, viết"), "escape"),
    "bare semicolon": (swap("SUMMARY:Họp\\, viết", "SUMMARY:Họp; viết"), "escape"),
    "escape without meaning": (swap("SUMMARY:Họp\\, viết", "SUMMARY:Họp\\r viết"), "escape"),
    "comma in a category": (swap("CATEGORIES:Báo cáo,", "CATEGORIES:Báo cáo\\, tổng kết,"), "categories"),
    "status of a task": (swap("STATUS:CONFIRMED", "STATUS:COMPLETED"), "value"),
    "busy and free": (swap("BUSYSTATUS:FREE", "BUSYSTATUS:BUSY"), "busy"),
    "no number": (swap("SEQUENCE:0", "SEQUENCE:một"), "sequence"),
    "related to nothing": (swap("RELATED-TO:le.A1", "RELATED-TO:le.A9"), "related"),
    "empty property": (swap("SUMMARY:Họp\nDESC", "SUMMARY:\nDESC"), "empty"),
    "no component": (swap(TIMEZONE + EVENTS, ""), "empty"),
    "zone without offset": (swap("BEGIN:STANDARD" + TIMEZONE.split("BEGIN:STANDARD")[1], "END:VTIMEZONE\n"), "missing"),
    "refresh without VALUE": (swap("REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:"), "refresh"),
    "refresh of no duration": (swap("X-PUBLISHED-TTL:PT1H", "X-PUBLISHED-TTL:1H"), "duration"),
    "entries out of order": (swap("20241112T", "20241102T"), "order"),
    "entry not closed": (swap("END:VEVENT\nEND:VCALENDAR\n", "END:VCALENDAR\n"), "nesting"),
    "task beside the entries": (swap("END:VCALENDAR\n", TODO + "END:VCALENDAR\n"), "mixed"),
    "journal beside the entries": (swap(TIMEZONE, TIMEZONE + "BEGIN:VJOURNAL\nEND:VJOURNAL\n"), "nesting"),
    "parameter of no business": (swap("SUMMARY:Họp\nDESC", "SUMMARY;LANGUAGE=vi:Họp\nDESC"), "parameter"),
    "cancelled and busy": (swap("STATUS:CONFIRMED\nTRANSP:OPAQUE", "STATUS:CANCELLED\nTRANSP:OPAQUE"), "busy"),
    "cancelled and ringing": (swap("STATUS:CONFIRMED\nTRANSP:OPAQUE", "STATUS:CANCELLED\nTRANSP:OPAQUE"), "alarm"),
    "alarm counted from the end": (swap("TRIGGER:-P1D", "TRIGGER;RELATED=END:-P1D"), "alarm"),
    "colour of several words": (swap("COLOR:mediumblue", "COLOR:medium blue"), "colour"),
    "colour of letters that are no hexadecimal": (swap("#0000CD", "#0000CG"), "colour"),
    "source without VALUE": (swap("SOURCE;VALUE=URI:", "SOURCE:"), "source"),
    "source on a disk": (swap("URI:https://lich.example.vn", "URI:file:///C:/lich"), "source"),
    "address that runs code": (swap("\nURL:https://lich.example.vn/", "\nURL:javascript:alert(1)//"), "source"),
    "address of Vietnamese letters": (swap("\nURL:https://lich.", "\nURL:https://lịch."), "source"),
    "refresh back in time": (swap("VALUE=DURATION:PT1H", "VALUE=DURATION:-PT1H"), "duration"),
    "attendee of a calendar": (
        swap("STATUS:CONFIRMED\nTRANSP:OPAQUE", f"{ATTENDEE}STATUS:CONFIRMED\nTRANSP:OPAQUE"),
        "unknown",
    ),
    "something after the end": (lambda data: data + b"X:1\r\n", "nesting"),
}


MISTAKES_OF_TODOS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no beginning": (swap("DTSTART;TZID=Asia/Ho_Chi_Minh:20241111T080000\n", ""), "missing"),
    "no end": (swap("DUE;TZID=Asia/Ho_Chi_Minh:20241112T173000\n", ""), "missing"),
    "due at the beginning": (swap("20241112T173000", "20241111T080000"), "time"),
    "due on a day": (swap("DUE;TZID=Asia/Ho_Chi_Minh:20241112T173000", "DUE;VALUE=DATE:20241112"), "time"),
    "no priority": (swap("PRIORITY:5\n", ""), "missing"),
    "priority of ten": (swap("PRIORITY:5", "PRIORITY:10"), "value"),
    "status of an entry": (swap("STATUS:NEEDS-ACTION", "STATUS:CONFIRMED"), "value"),
    "belongs to no entry": (swap("RELATED-TO:le.A1.all@runbook.invalid\n", ""), "missing"),
    "belongs to itself": (swap("RELATED-TO:le.A1.all", "RELATED-TO:le.A1~todo.all"), "related"),
    "alarm counted from the beginning": (swap("TRIGGER;RELATED=END:", "TRIGGER:"), "alarm"),
    "cancelled and ringing": (swap("NEEDS-ACTION", "CANCELLED"), "alarm"),
    "busy like an entry": (swap("PRIORITY:5", "PRIORITY:5\nTRANSP:OPAQUE"), "unknown"),
    "with an attendee": (swap("PRIORITY:5", f"{ATTENDEE}PRIORITY:5"), "unknown"),
    "without a number of changes": (swap("SEQUENCE:0\n", ""), "missing"),
    "same UID": (swap("END:VCALENDAR\n", TODO + "END:VCALENDAR\n"), "uid"),
}
MISTAKES_OF_INVITATIONS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "nobody invited": (swap(ATTENDEE, ""), "missing"),
    "two invited": (swap(ATTENDEE, ATTENDEE + ATTENDEE), "twice"),
    "an address that is none": (swap("mailto:soyte@example.vn", "Sở Y tế"), "attendee"),
    "two addresses": (swap("mailto:soyte@example.vn", "mailto:soyte@example.vn,mailto:a@example.vn"), "attendee"),
    "a name without quotes": (swap('CN="Sở Y tế"', "CN=Sở Y tế"), "attendee"),
    "already accepted": (swap("NEEDS-ACTION", "ACCEPTED"), "attendee"),
    "no answer asked for": (swap(";RSVP=TRUE", ""), "attendee"),
    "sent by another": (swap(";RSVP=TRUE", ';SENT-BY="mailto:a@x.vn"'), "parameter"),
    "an organizer nobody reaches": (swap("mailto:vhtt@example.vn", "mailto:noreply@runbook.invalid"), "message"),
    "two entries": (swap("END:VCALENDAR\n", INVITED.replace("le.A2", "le.A3") + "END:VCALENDAR\n"), "message"),
    "no entry": (swap(INVITED, ""), "message"),
    "an entry that is cancelled": (swap("STATUS:CONFIRMED", "STATUS:CANCELLED"), "message"),
    "a to-do": (swap(INVITED, TODO), "message"),
    "the name of a calendar": (swap("METHOD:REQUEST\n", "METHOD:REQUEST\nNAME:Lễ\n"), "unknown"),
    "a method of answers": (swap("METHOD:REQUEST", "METHOD:REPLY"), "value"),
}
MISTAKES_OF_CANCELLING: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "an entry that lives": (swap("STATUS:CANCELLED", "STATUS:CONFIRMED"), "message"),
    "nobody told": (swap(ATTENDEE.replace(";PARTSTAT=NEEDS-ACTION;RSVP=TRUE", ""), ""), "missing"),
    "an answer asked for": (swap("ROLE=REQ-PARTICIPANT", "ROLE=REQ-PARTICIPANT;RSVP=TRUE"), "attendee"),
    "an alarm": (swap("BUSYSTATUS:FREE\n", f"BUSYSTATUS:FREE\n{ALARM}"), "alarm"),
    "no number of changes": (swap("SEQUENCE:0\n", ""), "missing"),
    "no organizer": (swap('ORGANIZER;CN="Sở Văn hóa, Thể thao":mailto:vhtt@example.vn\n', ""), "missing"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_sound_file_breaks_no_rule(form: str) -> None:
    assert broken_rules(FORMS[form]) == []


def test_an_update_may_leave_out_what_its_entries_belong_to() -> None:
    update = SOUND.replace(b"RELATED-TO:le.A1", b"RELATED-TO:le.A9")
    assert broken_rules(update, whole=False) == []


BROKEN = {
    "calendar": MISTAKES,
    "to-dos": MISTAKES_OF_TODOS,
    "invitation": MISTAKES_OF_INVITATIONS,
    "called off": MISTAKES_OF_CANCELLING,
}


@pytest.mark.parametrize(("form", "name"), [(form, name) for form, mistakes in BROKEN.items() for name in mistakes])
def test_a_broken_file_is_found_broken(form: str, name: str) -> None:
    break_it, rule = BROKEN[form][name]
    assert rule in {found.partition(":")[0] for found in broken_rules(break_it(FORMS[form]))}


@pytest.mark.parametrize(
    ("form", "known"),
    [
        ("calendar", KNOWN["VCALENDAR"] | KNOWN["VEVENT"] | KNOWN["VALARM"]),
        ("to-dos", KNOWN["VTODO"] - {"DESCRIPTION", "CATEGORIES"}),
        ("invitation", KNOWN_IN_MESSAGES["VCALENDAR"] | KNOWN_IN_MESSAGES["VEVENT"] - {"CATEGORIES"}),
    ],
)
def test_every_property_the_checker_knows_stands_in_the_sound_file(form: str, known: set[str]) -> None:
    assert {name for name in known if not FORMS[form].count(f"\r\n{name}".encode())} <= {"LOCATION"}
