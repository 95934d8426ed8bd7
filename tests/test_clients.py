"""Calendars and their updates in the programs people keep them in: each entry once, in its newest form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from caldav.calendarobjectresource import Event
from caldav.lib.error import PutError

from runbook.render import ical
from runbook.render.ical.ledger import Issued
from tests.clients import dav, khal, radicale, xandikos
from tests.clients.client import Client, of_khal, of_server
from tests.clients.readers import by_icalendar
from tests.clients.releases import DAY, MOVED_TO, conference, conference_moved, first, second
from tests.clients.shown import Shown, by_uid

CLIENTS = ["radicale", "xandikos", "khal"]
SERVERS = ["radicale", "xandikos"]
Make = Callable[[str], Any]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where each server keeps everything, its log too."""
    return {name: tmp_path_factory.mktemp(name) for name in SERVERS}


@pytest.fixture(scope="module")
def servers(homes: dict[str, Path]) -> Iterator[dict[str, Any]]:
    """A client of each server. Both are started once for all tests, each of which makes calendars of its own."""
    with (
        radicale.running(homes["radicale"]) as one,
        xandikos.running(homes["xandikos"]) as other,
        dav.client(one, radicale.USER) as to_radicale,
        dav.client(other) as to_xandikos,
    ):
        yield {"radicale": to_radicale, "xandikos": to_xandikos}


@pytest.fixture
def make(servers: dict[str, Any], request: pytest.FixtureRequest) -> Make:
    """Makes empty calendars of the test's own on the server of that name."""
    own, numbers = re.sub(r"\W+", "-", request.node.name), count(1)
    return lambda server: dav.make(servers[server], f"{own}-{next(numbers)}")


@pytest.fixture
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Client:
    """Each program in turn, with an empty calendar."""
    if request.param == "khal":
        return of_khal(tmp_path)
    make: Make = request.getfixturevalue("make")
    return of_server(make(request.param))


@pytest.fixture(scope="module", params=CLIENTS)
def updated(
    request: pytest.FixtureRequest, servers: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Client:
    """Each program in turn, with everybody's first calendar and then its update. Only to be looked at."""
    khals = request.param == "khal"
    client = of_khal(tmp_path_factory.mktemp("khal")) if khals else of_server(dav.make(servers[request.param], "all"))
    client.take(first().calendar(ical.OVERALL))
    client.take(second().update(ical.OVERALL))
    return replace(client, shown=cache(client.shown))


def uid(key: str, audience: str = ical.OVERALL) -> str:
    return next(one.entry.uid for one in first().whole[audience] if one.entry.key == key)


def minute(*clock: int) -> int:
    """The instant at which that clock time is read in Greenwich, seven hours behind Hà Nội."""
    return int(datetime(*clock, tzinfo=UTC).timestamp()) // 60  # type: ignore[arg-type,misc]


def entry(shown: list[Shown], wanted: str) -> Shown:
    """The entry of that UID, which has to be there once."""
    (found,) = (one for one in shown if one.uid == wanted)
    return found


every_client = pytest.mark.parametrize("client", CLIENTS, indirect=True)
every_server = pytest.mark.parametrize("server", SERVERS)


@every_client
def test_a_calendar_and_its_update_leave_every_entry_once_in_its_newest_form(client: Client) -> None:
    client.take(first().calendar("so-y-te"))
    assert client.shown() == first().says("so-y-te")
    client.take(second().update("so-y-te"))
    assert client.shown() == second().says("so-y-te")


def test_everybody_s_calendar_too(updated: Client) -> None:
    assert updated.shown() == second().says(ical.OVERALL)


@every_client
def test_the_whole_calendar_imported_again_does_the_same_as_the_update(client: Client) -> None:
    client.take(first().calendar("so-y-te"))
    client.take(second().calendar("so-y-te"))
    assert client.shown() == second().says("so-y-te")


@every_client
def test_the_real_conference_moved_to_its_reserve_day(client: Client) -> None:
    station = "dai-ptth-ha-noi"
    client.take(conference().calendar(station))
    client.take(conference_moved().update(station))
    assert client.shown() == conference_moved().says(station)


def test_the_moved_day_is_found_at_its_new_time_only(updated: Client) -> None:
    bound_to_the_day = {uid("~ceremony"), uid("Y2"), uid("p1")}
    assert not bound_to_the_day & updated.on(DAY)
    assert bound_to_the_day <= updated.on(MOVED_TO)
    moved = entry(updated.shown(), uid("~ceremony"))
    assert (moved.start, moved.end) == (minute(2024, 11, 25, 1, 30), minute(2024, 11, 25, 3, 30))


def test_a_dropped_task_is_shown_as_cancelled(updated: Client) -> None:
    dropped = entry(updated.shown(), uid("H1"))
    assert dropped.summary.startswith("[HỦY] Mượn 50 ghế của nhà khách")
    assert (dropped.status, dropped.start, dropped.sequence) == ("CANCELLED", minute(2024, 11, 11, 1), 1)


@every_client
def test_a_task_that_changed_hands_is_cancelled_for_one_and_live_for_the_other_in_one_calendar(client: Client) -> None:
    client.take(first().calendar("van-phong"))
    client.take(second().update("van-phong"))
    client.take(second().calendar("dai-ptth"))
    shown = client.shown()
    assert shown == by_uid(second().says("van-phong") + second().says("dai-ptth"))
    assert {one.uid.split(".")[2].split("@")[0]: one.status for one in shown if ".G1." in one.uid} == {
        "van-phong": "CANCELLED",
        "dai-ptth": "CONFIRMED",
    }


def test_a_whole_calendar_put_as_a_collection_is_replaced_by_the_next(make: Make) -> None:
    collection = make("radicale")
    kind = {"Content-Type": "text/calendar; charset=utf-8"}
    for release in (first(), second()):
        done = collection.client.put(str(collection.url), release.calendar("so-y-te"), kind)
        assert done.status == 201
        assert dav.shown(collection) == release.says("so-y-te")
    downloaded = collection.client.request(str(collection.url), "GET").raw
    assert by_icalendar(downloaded.encode()) == second().says("so-y-te")


def test_radicale_refuses_several_entries_in_one_resource(make: Make) -> None:
    """RFC 4791 4.1, and the reason why a file has to be parted."""
    collection = make("radicale")
    several = Event(collection.client, url=collection.url.join("all.ics"), parent=collection)
    with pytest.raises(PutError):
        several.save(raw_data=first().calendar("so-y-te"))


def test_the_server_finds_nothing_to_complain_of(make: Make, homes: dict[str, Path]) -> None:
    log = homes["radicale"] / "log"
    before = log.read_text("utf-8")
    dav.put(make("radicale"), second().calendar(ical.OVERALL))
    assert log.read_text("utf-8") == before
    dav.put(make("radicale"), zone_unknown(second().calendar("so-y-te")))
    assert "[ERROR] 'Asia/Hue'" in log.read_text("utf-8")


# What would make the tests above fail: each spoils a file in one way and says what the calendar then holds.


def spoiled(audience: str, spoil: Callable[[Issued], Issued | None]) -> bytes:
    """The update with each entry replaced, or left out where None stands for it."""
    return second().file(audience, [one for one in map(spoil, second().changed[audience]) if one])


def zone_unknown(data: bytes) -> bytes:
    return data.replace(b";TZID=Asia/Ho_Chi_Minh:", b";TZID=Asia/Hue:")


@every_server
def test_a_day_nobody_is_told_of_would_stay(server: str, make: Make) -> None:
    collection, held = make(server), uid("~ceremony", "so-y-te")
    dav.put(collection, first().calendar("so-y-te"))
    assert [held in dav.on(collection, day) for day in (DAY, MOVED_TO)] == [True, False]


@every_client
def test_a_new_identity_would_be_a_duplicate(client: Client) -> None:
    update = spoiled("so-y-te", lambda one: replace(one, entry=replace(one.entry, uid=f"new.{one.entry.uid}")))
    client.take(first().calendar("so-y-te"))
    client.take(update)
    held = [one.start for one in client.shown() if one.summary == second().schedule.ceremony.title]
    assert held == [minute(2024, 11, 22, 1, 30), minute(2024, 11, 25, 1, 30)]


@every_client
def test_a_dropped_task_that_is_not_told_would_stay_as_a_ghost(client: Client) -> None:
    client.take(first().calendar("so-y-te"))
    client.take(spoiled("so-y-te", lambda one: None if one.entry.status == "CANCELLED" else one))
    assert entry(client.shown(), uid("H1", "so-y-te")).status == "CONFIRMED"


@every_server
def test_an_old_sequence_would_be_seen(server: str, make: Make) -> None:
    """Both take over any number, as khal does; clients that obey RFC 5546 2.1.5 would go on showing the old entry."""
    collection = make(server)
    dav.put(collection, first().calendar("so-y-te"))
    dav.put(collection, spoiled("so-y-te", lambda one: replace(one, revision=replace(one.revision, sequence=0))))
    assert dav.shown(collection) == [replace(one, sequence=0) for one in second().says("so-y-te")]


@every_server
def test_a_zone_nobody_knows_would_leave_a_time_of_no_zone(server: str, make: Make) -> None:
    collection = make(server)
    dav.put(collection, zone_unknown(first().calendar("so-y-te")))
    assert entry(dav.shown(collection), uid("~ceremony", "so-y-te")).start == datetime(2024, 11, 22, 8, 30)


def test_khal_complains_of_a_zone_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(khal.ComplaintError, match="Asia/Hue"):
        khal.take(tmp_path, zone_unknown(first().calendar("so-y-te")))
