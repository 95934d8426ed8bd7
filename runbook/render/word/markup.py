"""Elements of WordprocessingML as values: every plain text is escaped where it becomes part of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, slots=True)
class Xml:
    """Finished markup. Only this module makes it from text, so a title can never be taken for markup."""

    text: str


Content: TypeAlias = "Xml | Sequence[Content] | None"

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BLANKS = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")  # not the no-break space, which is written on purpose
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # XML has no place for most of them
_YEARS = re.compile(r"(?<![\d/])(\d+) - (\d+)(?![\d/])")  # not dates, which are too long to stand in one line


def el(name: str, /, *content: Content, **attributes: str | int | None) -> Xml:
    """An element of the main namespace; an attribute that is None is left out."""
    said = "".join(
        f" w:{key.rstrip('_')}={quoteattr(clean(str(value)))}" for key, value in attributes.items() if value is not None
    )
    inner = joined(content).text
    return Xml(f"<w:{name}{said}>{inner}</w:{name}>" if inner else f"<w:{name}{said}/>")


def joined(content: Content) -> Xml:
    """Several contents as one."""
    if content is None:
        return Xml("")
    return content if isinstance(content, Xml) else Xml("".join(joined(one).text for one in content))


def related(name: str, relation: str) -> Xml:
    """A reference to another part of the file: the page head of most pages."""
    return Xml(f'<w:{name} w:type="default" r:id="{relation}"/>')


def words(text: str) -> Xml:
    """Text within a run: blanks kept, years and the two halves of a name not parted before a hyphen."""
    bound = _YEARS.sub("\\1\u00a0-\u00a0\\2", clean(text)).replace(" - ", "\u00a0- ")
    return Xml(f'<w:t xml:space="preserve">{escape(bound)}</w:t>')


def clean(text: str) -> str:
    """Text on one line without the control characters that an XML file cannot hold.

    >>> clean("Họp\\x00\\n  giao ban")
    'Họp giao ban'
    """
    return _FORBIDDEN.sub("", _BLANKS.sub(" ", text))


def part(root: str, *content: Content) -> str:
    """A whole part of the file with that root element."""
    return f"{_DECLARATION}<w:{root} {NAMESPACES}>{joined(content).text}</w:{root}>"


def plain(text: str) -> str:
    """Text of a part that is not WordprocessingML."""
    return escape(clean(text))


def twips(millimetres: float) -> int:
    """Twentieths of a point, the format's unit of length."""
    return round(millimetres * 1440 / 25.4)
