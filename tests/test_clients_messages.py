"""Invitations by mail and lists of to-dos in the programs that take them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.clients import dav, radicale, xandikos
from tests.clients.releases import first, second
from tests.clients.shown import Shown, by_uid, planned


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A user of Xandikos who gets invitations by mail: `calendar` is where they end up."""

    home: Path
    url: str
    calendar: Any

    def receive(self, data: bytes, method: str = "") -> None:
        xandikos.receive(self.home, self.url, data, method)

    def shown(self) -> list[Shown]:
        return dav.shown(self.calendar)


@pytest.fixture
def mailbox(tmp_path: Path) -> Iterator[Mailbox]:
    with xandikos.running(tmp_path) as url, dav.client(url) as client:
        yield Mailbox(tmp_path, url, client.calendar(url=f"{url}user/calendars/calendar/"))


def says(release: Any, key: str) -> Shown:
    issued = release.issued("so-y-te", key)
    return planned(issued.entry, issued.revision)


def test_an_invitation_is_kept_moved_and_called_off(mailbox: Mailbox) -> None:
    for release, key in ((first(), "Y2"), (first(), "H1")):
        mailbox.receive(release.message("so-y-te", key))
    assert mailbox.shown() == by_uid([says(first(), "Y2"), says(first(), "H1")])
    for key in ("Y2", "H1"):
        mailbox.receive(second().message("so-y-te", key))
    # Xandikos takes nothing from the message that calls an entry off but that it is.
    called_off = replace(says(first(), "H1"), status="CANCELLED")
    assert mailbox.shown() == by_uid([says(second(), "Y2"), called_off])


def test_mails_that_are_no_invitations_are_refused(mailbox: Mailbox) -> None:
    invitation = first().message("so-y-te", "Y2")
    with pytest.raises(xandikos.RefusedError, match="does not match"):
        mailbox.receive(invitation, method="CANCEL")
    with pytest.raises(xandikos.RefusedError, match="PUBLISH"):
        mailbox.receive(first().calendar("so-y-te"))
    with pytest.raises(xandikos.RefusedError, match="METHOD"):
        mailbox.receive(invitation.replace(b"METHOD:REQUEST\r\n", b""), method="REQUEST")
    assert mailbox.shown() == []


@pytest.mark.parametrize(("server", "user"), [(radicale, radicale.USER), (xandikos, "")], ids=["radicale", "xandikos"])
def test_to_dos_and_their_update_are_there_once_in_their_newest_form(server: Any, user: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        url = stack.enter_context(server.running(tmp_path))
        calendar = dav.make(stack.enter_context(dav.client(url, user)), "viec")
        dav.put(calendar, first().todos("so-y-te"))
        assert dav.shown(calendar) == first().says_to_do("so-y-te")
        dav.put(calendar, second().todos_update("so-y-te"))
        assert dav.shown(calendar) == second().says_to_do("so-y-te")
        assert [one.status for one in dav.shown(calendar)].count("CANCELLED") == 1
