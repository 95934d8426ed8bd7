"""Hostile texts and Word documents are refused, or read for what they are, within five seconds and 300 MB."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from runbook.draft.reading import read, told
from runbook.draft.refusal import NotAPlanError
from runbook.office.guard import RefusedError
from runbook.text.catalogue import CATALOGUE, LANGUAGES
from tests.test_draft_reading_word import W, item, p, packed

SECONDS, MEGABYTES = 5.0, 300  # of the processor, which other work does not change

# Reads the document named, and tells what came of it, and the most memory it took.
CHILD = """
import sys
import time
from pathlib import Path
from runbook.draft.refusal import NotAPlanError
from runbook.draft.reading import read
from runbook.office.guard import RefusedError
try:
    print(len(read(Path(sys.argv[1]).read_bytes(), sys.argv[1]).paragraphs))
except (NotAPlanError, RefusedError) as error:
    print(error.code)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
most = [line.split()[1] for line in lines if line.startswith("VmHWM")]
print(int(most[0]) // 1024 if most else 0)
print(time.process_time())
"""


def document(inner: str) -> bytes:
    return packed("", document=inner)


def with_part(name: str, part: bytes) -> bytes:
    out = io.BytesIO(packed(p("Kế hoạch")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return out.getvalue()


def nested(opening: str, closing: str, times: int) -> bytes:
    return packed(opening * times + p("Một") + closing * times)


CELL = "<w:tbl><w:tr><w:tc>"
SQUARED = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 1000}">' for n in range(9))
LINKED = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="a"/><w:numStyleLink w:val="a"/>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
FAR = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="99999999999"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 9000}"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""

# What is made, and the code it is refused with; None where it is read.
HOSTILE: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "a bomb of 60 MB": (lambda: document("<a>" + " " * 60_000_000 + "</a>"), "too-large"),
    "a document type": (lambda: document(f"<!DOCTYPE a [{SQUARED}]><a>&e8;</a>"), "unsafe"),
    "a document type elsewhere": (lambda: with_part("customXml/a.xml", b"<!DOCTYPE a><a/>"), "unsafe"),
    "macros": (lambda: with_part("word/vbaProject.bin", b"a"), "macros"),
    "a path outside": (lambda: with_part("../a.xml", b"<a/>"), "unsafe"),
    "a workbook": (lambda: document("<workbook/>"), "other-kind"),
    "no XML": (lambda: document("Kế hoạch"), "unreadable"),
    "half a file": (lambda: packed(p("Kế hoạch"))[:700], "unreadable"),
    "an archive of nothing": (lambda: b"PK\x03\x04", "unreadable"),
    "a deep tree": (lambda: document("<a>" * 3_000_000), "too-large"),
    "tables in tables": (lambda: nested(CELL, "</w:tc></w:tr></w:tbl>", 40_000), None),
    "boxes in boxes": (lambda: nested("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", 40_000), None),
    "a million paragraphs": (lambda: packed("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 300_000), "too-large"),
    "a million empty paragraphs": (lambda: packed("<w:p/>" * 1_000_000), "too-large"),
    "a table of a million cells": (
        lambda: packed(f"{CELL}<w:p/></w:tc>{'<w:tc><w:p/></w:tc>' * 500_000}"),
        "too-large",
    ),
    "a cell over a hundred million columns": (
        lambda: packed(f'{CELL}<w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{p("Một")}</w:tc></w:tr></w:tbl>'),
        None,
    ),
    "text without end": (lambda: packed(p("a" * 2_000_000)), "too-large"),
    "a list that is like itself": (lambda: packed(item("Một", 1), LINKED), None),
    "numbers without end": (lambda: packed(item("Một", 1) * 9000, FAR), None),
    "breaks without end": (lambda: packed(f"<w:p><w:r>{'<w:br/><w:t>a</w:t>' * 300_000}</w:r></w:p>"), "too-large"),
    "deleted ends without end": (
        lambda: packed("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>" * 40_000),
        None,
    ),
    "a pile of marks": (lambda: b"a" + "\u0301\u0323".encode() * 400_000, "unsafe"),
    "a pile of marks, parted": (lambda: b"a" + ("\u0301\u0323" * 9 + "\u200b").encode() * 40_000, "unsafe"),
    "stars without end": (lambda: b"**a*" * 240_000, None),
    "a million lines": (lambda: b"- a\n" * 240_000, "too-large"),
    "twenty thousand lines": (lambda: b"- a\n" * 20_000, None),
    "two million letters": (lambda: b"a " * 1_000_000, "too-large"),
    "one line": (lambda: b"1. " * 330_000, None),
    "noise": (lambda: bytes(range(256)) * 4000, "misnamed"),
}
QUICK = (
    "a document type",
    "a document type elsewhere",
    "macros",
    "a path outside",
    "a workbook",
    "no XML",
    "half a file",
)
MORE = ("an archive of nothing", "a cell over a hundred million columns", "a list that is like itself", "noise")
LAST = ("a pile of marks", "two million letters", "text without end", "a million lines")
NAMES = [pytest.param(one, marks=[] if one in (*QUICK, *MORE, *LAST) else [pytest.mark.slow]) for one in HOSTILE]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_document_is_refused_or_read(name: str) -> None:
    make, code = HOSTILE[name]
    data = make()
    if code is None:
        assert read(data, "a.docx").paragraphs
        return
    error = refusal(data)
    assert error is not None
    assert error.code == code
    for language in LANGUAGES:
        assert "{" not in told(error, language)


def refusal(data: bytes) -> NotAPlanError | RefusedError | None:
    try:
        read(data, "a.docx")
    except (NotAPlanError, RefusedError) as error:
        return error
    return None


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_time_and_memory_are_bounded(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    path = tmp_path / "a.docx"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, timeout=12 * SECONDS, check=True
    )
    found, most, seconds = done.stdout.split()
    assert float(seconds) < SECONDS
    assert found == code or (code is None and found.isdigit())
    assert int(most) < MEGABYTES


def test_every_reason_and_every_measure_has_its_words() -> None:
    for name in (
        "no-text",
        "encoding",
        "legacy",
        "old-word",
        "locked",
        "locked-pdf",
        "no-library",
        "other-kind",
        "macros",
        "shredded",
    ):
        assert f"draft.read.{name}" in CATALOGUE
    for what in ("bytes", "parts", "unpacked", "elements", "tag", "letters", "lines", "words", "pages", "seconds"):
        said = told(RefusedError("too-large", what=what, limit="9"), "vi")
        assert said.startswith("Văn bản lớn quá mức: ")
        assert what not in said
