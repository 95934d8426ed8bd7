"""The XML parts of an office file read as a stream of elements, with a bound on every measure of them."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable
from xml.parsers import expat

from runbook.office.guard import CHUNK, RefusedError, pieces, too_large

MOST_ELEMENTS = 1_000_000  # of all parts that are read
LONGEST_TAG = 256 * 1024  # bytes of a tag with its attributes

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """The parts of a file by name, and how many of their elements may still be read."""

    def __init__(self, archive: zipfile.ZipFile, most: int = MOST_ELEMENTS) -> None:
        self.archive = archive
        self.most = most
        self.names = {name.lower(): name for name in archive.namelist()}
        self.elements = 0

    def read(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Hand on the elements of a part by their local names; one that is not there has none. Raises RefusedError."""
        if name.lower() not in self.names:
            return
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def opened(tag: str, attributes: Attributes) -> None:
            self.elements += 1
            if self.elements > self.most:
                too_large("elements", self.most)
            start(_local(tag), attributes)

        def closed(tag: str) -> None:
            if end is not None:
                end(_local(tag))

        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        if text is not None:
            parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = _doctype
        self._feed(parser, name)

    def _feed(self, parser: expat.XMLParserType, name: str) -> None:
        """Feed the part piece by piece: what of it the parser cannot hand on yet is a tag without its end."""
        fed = 0
        try:
            for piece in pieces(self.archive, self.names[name.lower()]):
                parser.Parse(piece, False)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > LONGEST_TAG + CHUNK:
                    too_large("tag", LONGEST_TAG)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise RefusedError("unreadable") from error

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: by id the last word of the type, and the name of the part."""
        folder, _, file = name.rpartition("/")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, attributes.get("Target", ""))).lstrip("/")
                found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target

        self.read(f"{folder}/_rels/{file}.rels".lstrip("/"), start)
        return found


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _doctype(*_: object) -> None:
    raise RefusedError("unsafe", what="doctype")
