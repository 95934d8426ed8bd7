"""Hostile workbooks are refused, or read for what they are, within five seconds of processor time and 300 MB."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workbooks import with_parts, written

MAIN = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TASKS = "xl/worksheets/sheet3.xml"
SECONDS, MEGABYTES = 5.0, 300

# Reads the workbook named, and tells the codes of its problems, the cell of the first, and the most memory it took.
CHILD = """
import sys
import time
from pathlib import Path
from runbook.files import load
loaded = load(Path(sys.argv[1]))
print(*dict.fromkeys(one.code for one in loaded.problems))
cells = [one.place.cell for one in loaded.problems if one.place]
print(*[f"{cell.sheet} {cell.name}" for cell in cells[:1] if cell])
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
most = [line.split()[1] for line in lines if line.startswith("VmHWM")]
print(int(most[0]) // 1024 if most else 0)
print(time.process_time())
"""


def sheet(rows: str, after: str = "") -> bytes:
    return f"{SHEET}{rows}</sheetData>{after}</worksheet>".encode()


def in_tasks(part: bytes) -> bytes:
    return with_parts({TASKS: part})


def inline(text: str, cell: str = "A1") -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'


def head(rows: str = "") -> str:
    return f'<row r="1">{inline("Mã")}{inline("Nội dung", "B1")}{inline("Chủ trì", "C1")}</row>{rows}'


def lying_zip() -> bytes:
    """A part of 60 MB that the archive declares to have ten bytes."""
    data = bytearray(in_tasks(b"<a>" + b" " * 60_000_000 + b"</a>"))
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            if struct.unpack_from("<I", data, at + offset)[0] > 50_000_000:
                struct.pack_into("<I", data, at + offset, 10)
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(written())
    struct.pack_into("<H", data, data.rfind(b"PK\x01\x02") + 8, 1)
    return bytes(data)


def twice() -> bytes:
    out = io.BytesIO(written())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr(TASKS, b"<a/>")
    return out.getvalue()


def entities(levels: int) -> bytes:
    names = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 1000}">' for n in range(levels)]
    return f"<!DOCTYPE a [{''.join(names)}]><a>&e{levels - 1};</a>".encode()


def quadratic() -> bytes:
    return b'<!DOCTYPE a [<!ENTITY e "' + b"x" * 100_000 + b'">]><a>' + b"&e;" * 100_000 + b"</a>"


def external_links() -> bytes:
    """A reference to another file, and a formula that uses it outside of what is filled in."""
    link = b'<externalLink xmlns="x"><externalBook xmlns:r="r" r:id="rId1"/></externalLink>'
    target = b'<Relationships xmlns="x"><Relationship Id="rId1" Type="t/externalLinkPath" TargetMode="External" '
    rels = target + b'Target="file:///etc/passwd"/></Relationships>'
    return with_parts(
        {"xl/externalLinks/externalLink1.xml": link, "xl/externalLinks/_rels/externalLink1.xml.rels": rels}
    )


def shared(part: str) -> bytes:
    """The workbook with a table of shared strings, which it is told of."""
    relation = b'<Relationship Id="rId99" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        rels = archive.read("xl/_rels/workbook.xml.rels").replace(b"</Relationships>", relation)
    return with_parts({"xl/_rels/workbook.xml.rels": rels, "xl/sharedStrings.xml": part.encode()})


def many_of_one() -> bytes:
    """One text of 30,000 signs in 90,000 cells."""
    rows = "".join(f'<row r="{n}">{"""<c t="s"><v>0</v></c>""" * 9}</row>' for n in range(2, 10_000))
    data = shared(f"{MAIN}<si><t>{'x' * 30_000}</t></si></sst>")
    return with_parts({TASKS: sheet(head(rows))}, data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb of 60 MB": (lambda: in_tasks(b"<a>" + b" " * 60_000_000 + b"</a>"), "workbook-too-large"),
    "a bomb that lies": (lying_zip, "workbook-unreadable"),
    "six megabytes": (lambda: written() + bytes(6_000_000), "workbook-too-large"),
    "a thousand parts": (lambda: with_parts({f"xl/x{n}.xml": b"<a/>" for n in range(1000)}), "workbook-too-large"),
    "an encrypted part": (encrypted, "workbook-unsafe"),
    "two parts of a name": (twice, "workbook-unsafe"),
    "a part by its case": (lambda: with_parts({"XL/Workbook.xml": b"<a/>"}), "workbook-unsafe"),
    "a path outside": (lambda: with_parts({"../../etc/x.xml": b"<a/>"}), "workbook-unsafe"),
    "an absolute path": (lambda: with_parts({"/etc/x.xml": b"<a/>"}), "workbook-unsafe"),
    "entities of entities": (lambda: in_tasks(entities(9)), "workbook-unsafe"),
    "quadratic entities": (lambda: in_tasks(quadratic()), "workbook-unsafe"),
    "a document type in UTF-16": (
        lambda: in_tasks(entities(9).decode().encode("utf-16")),
        "workbook-unsafe",
    ),
    "a document type in EBCDIC": (
        lambda: in_tasks(b'<?xml version="1.0" encoding="cp037"?>' + entities(2).decode().encode("cp037")),
        "workbook-unsafe",
    ),
    "a document type in a part nobody reads": (lambda: with_parts({"customXml/x.xml": entities(2)}), "workbook-unsafe"),
    "macros": (lambda: with_parts({"xl/vbaProject.bin": b"x"}), "workbook-macros"),
    "links to other files": (external_links, ""),
    "two million shared strings": (lambda: shared(f"{MAIN}{'<si><t/></si>' * 2_000_000}</sst>"), "workbook-too-large"),
    "a shared string of 30 MB": (
        lambda: shared(f"{MAIN}<si><t>{'x' * 30_000_000}</t></si></sst>"),
        "workbook-too-large",
    ),
    "one shared string everywhere": (many_of_one, "workbook-too-large"),
    "a shared string that is not there": (
        lambda: in_tasks(sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')),
        "workbook-unreadable",
    ),
    "two million cells": (
        lambda: in_tasks(sheet("<row>" + "<c><v>1</v></c>" * 2_000_000 + "</row>")),
        "workbook-far-cell",
    ),
    "a million rows": (lambda: in_tasks(sheet("<row><c><v>1</v></c></row>" * 1_000_000)), "workbook-far-cell"),
    "a million rows of nothing": (lambda: in_tasks(sheet(head('<row r="9"/>' * 1_000_000))), ""),
    "a far row": (
        lambda: in_tasks(sheet(head(f'<row r="99999999999">{inline("x", "A1048577")}</row>'))),
        "workbook-far-cell",
    ),
    "an endless row": (
        lambda: in_tasks(sheet('<row r="99999999999"><c t="inlineStr"><is><t>x</t></is></c></row>')),
        "workbook-far-cell",
    ),
    "a far column": (lambda: in_tasks(sheet(head(f'<row r="2">{inline("x", "XFD2")}</row>'))), "workbook-far-cell"),
    "a column beyond all": (
        lambda: in_tasks(sheet(head(f'<row r="2">{inline("x", "ZZZZZZ2")}</row>'))),
        "workbook-far-cell",
    ),
    "all cells merged": (
        lambda: in_tasks(
            sheet(
                head(f'<row r="2">{inline("x", "A2")}</row>'),
                '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            )
        ),
        "workbook-merged",
    ),
    "a million merged ranges": (
        lambda: in_tasks(sheet(head(), '<mergeCell ref="A2:B3"/>' * 800_000)),
        "workbook-too-large",
    ),
    "a tag without end": (
        lambda: in_tasks(b"<a " + b" ".join(b'a%d=">"' % n for n in range(1_500_000)) + b"/>"),
        "workbook-too-large",
    ),
    "a deep tree": (lambda: in_tasks(b"<a>" * 3_000_000), "workbook-too-large"),
    "a million styles": (
        lambda: with_parts({"xl/styles.xml": b"<a><cellXfs>" + b"<xf/>" * 1_000_000 + b"</cellXfs></a>"}),
        "",
    ),
    "a date beyond all": (
        lambda: with_parts({TASKS: sheet(head('<row r="2"><c r="A2" s="1"><v>1e300</v></c></row>'))}),
        "",
    ),
    "no XML": (lambda: in_tasks(b"\xff\xfe not XML"), "workbook-unreadable"),
    "half a file": (lambda: written()[:20_000], "workbook-unreadable"),
    "an empty archive": (lambda: b"PK\x05\x06" + bytes(18), "unreadable-sign"),
    "another archive": (lambda: with_parts({"[Content_Types].xml": None}), "workbook-other-kind"),
    "an old workbook, or a locked one": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000),
        "workbook-other-kind",
    ),
}
# Where those are told to be that were found while a sheet was read; of one beyond all, the cell before it.
CELLS = {
    "one shared string everywhere": "Công việc F31",
    "a shared string that is not there": "Công việc A1",
    "two million cells": "Công việc BM1",
    "a million rows": "Công việc A10001",
    "a far row": "Công việc A1048577",
    "an endless row": "Công việc A99999999",
    "a far column": "Công việc XFD2",
    "a column beyond all": "Công việc A2",
    "all cells merged": "Công việc A1",
    "a million merged ranges": "Công việc A2",
    "a tag without end": "Công việc A1",
    "a deep tree": "Công việc A1",
    "no XML": "Công việc A1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_read_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "la.xlsx"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    codes, cell, megabytes, seconds = done.stdout.splitlines()
    if code:
        assert codes.split()[0] == code
        assert cell == CELLS.get(name, "")
    assert float(seconds) < SECONDS
    assert int(megabytes) < MEGABYTES
    print(f"{name}: {float(seconds):.2f} s, {megabytes} MB, {codes}")
