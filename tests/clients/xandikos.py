"""Xandikos, a CalDAV server that keeps its calendars in git."""

from __future__ import annotations

import subprocess
import sys
from contextlib import AbstractContextManager
from email.message import EmailMessage
from pathlib import Path

from tests.clients.server import serving, surroundings


def running(home: Path) -> AbstractContextManager[str]:
    """The URL of a Xandikos that keeps everything in that folder."""
    return serving(lambda port: _command(port, home), home)


class RefusedError(Exception):
    """Xandikos did not take a mail."""


def receive(home: Path, url: str, data: bytes, method: str = "") -> None:
    """Hand the server of that URL the file as a mail that has come, as a mail server would; `method` is what the mail
    says of it, else what the file says itself.

    Xandikos keeps an invitation in the user's first calendar and cancels there what is called off. RefusedError for a
    mail that is no invitation, or says another method than its file.
    """
    command = [sys.executable, "-m", "xandikos", "import-imip", f"--principal-url={url}user/"]
    mail = bytes(_mail(data, method or data.partition(b"METHOD:")[2].partition(b"\r\n")[0].decode()))
    done = subprocess.run(
        command, input=mail, env=surroundings(home), cwd=home, capture_output=True, timeout=60, check=False
    )
    if done.returncode:
        raise RefusedError(done.stderr.decode())


def _mail(data: bytes, method: str) -> EmailMessage:
    """An invitation by mail (RFC 6047 2.4): the method of the file stands in its type too."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "vp@example.vn", "user@example.vn"
    mail.set_content(data.decode(), subtype="calendar", charset="utf-8", cte="base64", params={"method": method})
    return mail


def _command(port: int, home: Path) -> list[str]:
    folders = [f"--directory={home / 'collections'}", f"--state-dir={home / 'state'}", "--defaults"]
    here = ["--listen-address=127.0.0.1", f"--port={port}", "--no-detect-systemd"]
    return [sys.executable, "-m", "xandikos", "serve", *folders, *here]
