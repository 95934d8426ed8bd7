"""Content lines of RFC 5545: text made safe and escaped, parameters quoted, lines folded, times written.

Whatever a user types passes through `text`, `one_line` or `parameter`; none of them lets through a character that
could end a line or a quoted value, so no text can become a property.

A backslash in a parameter or a category (names of agencies and phases), and one before an n in any text, becomes a
slash: readers misread it there, however it is escaped.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from runbook.axis import DAY
from runbook.text import nfc

_LINE_BREAK = re.compile("\r\n|[\n\x85\u2028\u2029]")
_BLANK = re.compile("[\t\x0b\x0c]")
# Controls, a lone CR, lone surrogates (which UTF-8 cannot write), the byte order mark and two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0d-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# Many readers take the n of an escaped backslash followed by n for a line break, whatever stands before it.
_MISREAD = re.compile(r"\\(?=[nN\n])")
_PIECE = re.compile(rb"(?s).{1,74}(?![\x80-\xbf])")  # never ends inside a character of UTF-8
_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]")
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?")
_EPOCH = date(1970, 1, 1).toordinal()


def clean(value: str) -> str:
    """The value in NFC, with line feeds as its only control characters."""
    if not value.replace("\n", "").isprintable():
        value = _FORBIDDEN.sub("", _BLANK.sub(" ", _LINE_BREAK.sub("\n", value)))
    return nfc(value)


def one_line(value: str) -> str:
    """The value on one line, runs of white space made one space."""
    return " ".join(clean(value).split())


def text(value: str) -> str:
    """A value of type TEXT (RFC 5545 3.3.11)."""
    value = clean(value)
    if "\\" in value:
        value = _MISREAD.sub("/", value).replace("\\", "\\\\")
    return value.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def parameter(value: str) -> str:
    """A quoted parameter value; RFC 6868 gives the caret notation for what quotes cannot hold.

    Parameters have no backslash escapes, but some readers undo them all the same: a backslash becomes a slash.
    """
    return '"' + one_line(value).replace("\\", "/").replace("^", "^^").replace('"', "^'") + '"'


def category(value: str) -> str:
    """One category. Commas become dashes and backslashes slashes: some readers part names even at an escaped comma."""
    return text(one_line(re.sub(r"\s*,\s*", " - ", value).replace("\\", "/")))


def is_address(email: str) -> bool:
    """Whether an e-mail address can stand in a mailto: URI as it is."""
    return _ADDRESS.fullmatch(email) is not None


def web_address(url: str) -> str:
    """The address, which a property of type URI takes as it is. ValueError unless it is one of http or https."""
    if not _WEB_ADDRESS.fullmatch(url):
        raise ValueError(f"no address of the web: {url!r}")
    return url


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets; a character is never divided."""
    if len(line) <= 75 and line.isascii():
        return line
    octets = line.encode()
    return line if len(octets) <= 75 else b"\r\n ".join(_PIECE.findall(octets)).decode()


@lru_cache(maxsize=65536)  # entries share their times: hours of work begin and end alike
def clock_time(minute: int) -> str:
    """A minute counted from 1970 as YYYYMMDDTHHMMSS, in whatever zone it is counted."""
    days, minute_of_day = divmod(minute, DAY)
    return f"{whole_day(date.fromordinal(days + _EPOCH))}T{minute_of_day // 60:02}{minute_of_day % 60:02}00"


def whole_day(day: date) -> str:
    """YYYYMMDD."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def duration(minutes: int) -> str:
    """A signed duration (RFC 5545 3.3.6) in the largest unit that comes out whole."""
    sign, size = ("-" if minutes < 0 else ""), abs(minutes)
    if size and size % DAY == 0:
        return f"{sign}P{size // DAY}D"
    return f"{sign}PT{size // 60}H" if size and size % 60 == 0 else f"{sign}PT{size}M"
