"""The file itself: in the order of the schema, the same bytes each time, safe whatever a ceremony's text holds."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from runbook.render.word.assignment import assignment
from runbook.render.word.markup import clean
from runbook.render.word.party import PARTY
from runbook.render.word.timetable import timetable
from runbook.reports.plan import By
from tests.page_samples import SMALL
from tests.shipped import ROOT
from tests.word_reading import SCHEMAS, W, faults, misplaced, parts, root, schema, table, text_of
from tests.word_samples import UNNUMBERED, conference, planned

EVIL = "</w:t></w:r><w:br/>]]>&amp;<?xml?>\"'{}%s ${x} {{y}}"
MADE: dict[str, Callable[[], bytes]] = {
    "assignment": lambda: assignment(conference(), "vi"),
    "by agency": lambda: assignment(conference(), "vi", by=By.AGENCY),
    "one agency": lambda: assignment(conference(), "vi", agency_id="ba-dinh"),
    "timetable": lambda: timetable(conference(), "vi"),
    "of the Party": lambda: timetable(conference(), "vi", PARTY),
    "in English": lambda: timetable(conference(), "en"),
    "without a number": lambda: timetable(planned(UNNUMBERED), "vi"),
}


@cache
def made(name: str) -> bytes:
    return MADE[name]()


@pytest.mark.parametrize("name", MADE)
def test_every_element_stands_where_the_schema_has_it(name: str) -> None:
    assert faults(made(name)) == []


def test_canary_elements_out_of_order_are_seen() -> None:
    spoilt = f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:jc/><w:spacing/></w:pPr><w:tbl/></w:p>'
    assert misplaced(etree.fromstring(spoilt)) == ["spacing in pPr", "tbl in p"]


@pytest.mark.slow  # among the trials of the night: it needs a folder that nothing brings by itself
@pytest.mark.skipif(not SCHEMAS, reason="RUNBOOK_OOXML_SCHEMAS names no folder with wml.xsd of ECMA-376")
def test_the_schemas_say_what_the_order_kept_here_says() -> None:
    spoilt = root(made("assignment"))
    properties = spoilt.find(f".//{W}tcPr")
    properties.insert(0, properties[-1])
    assert not schema().validate(spoilt)
    assert misplaced(spoilt) == ["tcW in tcPr"]


@pytest.mark.parametrize("name", MADE)
def test_another_reader_of_the_format_finds_the_same_texts(name: str) -> None:
    """python-docx goes by the relations and content types of the package, as Word does."""
    written = made(name)
    read = docx.Document(BytesIO(written))
    body = root(written).find(f"{W}body")
    assert [_plain(one.text) for one in read.paragraphs] == [text_of(one) for one in body.findall(f"{W}p")]
    for number, found in enumerate(read.tables):
        cells = [[_plain(cell.text) for cell in _once(row.cells)] for row in found.rows]
        assert cells == [[cell.replace("|", " ") for cell in row] for row in table(written, number)]
    assert {one.style.style_id for one in read.paragraphs if one.style} <= {one.style_id for one in read.styles}


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def _once(cells: Any) -> list[Any]:
    """A cell over several columns is given once for each of them."""
    return list({id(cell._tc): cell for cell in cells}.values())


def test_the_package_has_what_word_asks_for() -> None:
    found = parts(made("timetable"))
    assert list(found) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/header1.xml",
    ]
    named = re.findall(rb'PartName="/([^"]+)"', found["[Content_Types].xml"])
    assert sorted(named) == sorted(name.encode() for name in found if name.endswith(".xml") and "[" not in name)
    targets = re.findall(rb'Target="([^"]+)"', found["word/_rels/document.xml.rels"])
    assert all(f"word/{target.decode()}" in found for target in targets)
    assert b"2024-11-08T00:00:00Z" in found["docProps/core.xml"]
    assert re.search(rb'w:name="compatibilityMode" [^>]+ w:val="15"', found["word/settings.xml"])


def test_the_archive_knows_neither_the_hour_nor_the_machine() -> None:
    with zipfile.ZipFile(BytesIO(made("timetable"))) as archive:
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_every_style_used_is_there_under_a_name_of_its_own() -> None:
    for name in MADE:
        written = made(name)
        listed = root(written, "styles").findall(f"{W}style")
        names = [one.find(f"{W}name").get(f"{W}val") for one in listed]
        known = {one.get(f"{W}styleId") for one in listed}
        used = {one.get(f"{W}val") for tag in ("pStyle", "tblStyle") for one in root(written).iter(f"{W}{tag}")}
        following = {one.get(f"{W}val") for one in root(written, "styles").iter(f"{W}next")}
        assert used | following <= known
        assert len(names) == len(set(names))


def test_no_typeface_but_one_and_no_direct_formatting_of_letters() -> None:
    written = made("timetable")
    fonts = [dict(one.attrib) for one in root(written, "styles").iter(f"{W}rFonts")]
    assert fonts == [{f"{W}{key}": "Times New Roman" for key in ("ascii", "hAnsi", "eastAsia", "cs")}]
    assert list(root(written).iter(f"{W}rFonts", f"{W}sz", f"{W}b")) == []


def test_the_same_ceremony_gives_the_same_bytes_under_any_hash_seed() -> None:
    script = (
        "import hashlib; from runbook.render.word.timetable import timetable; "
        "from tests.word_samples import SMALL, planned; "
        "print(hashlib.sha256(timetable(planned(SMALL), 'vi')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/Lima"))
    }
    assert digests == {hashlib.sha256(timetable(planned(SMALL), "vi")).hexdigest()}


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=60) | st.just(EVIL))
def test_whatever_is_typed_stays_text(typed: str) -> None:
    schedule = planned(SMALL)
    whole = schedule.ceremony
    tasks = (replace(whole.tasks[0], title=typed, note=typed, location=typed), *whole.tasks[1:])
    agencies = tuple(replace(one, name=typed, short="") for one in whole.agencies)
    phases = dict.fromkeys(whole.phases, typed)
    assert whole.plan
    signed = replace(whole.plan, number=typed, issuer=typed, signer=typed, title=typed)
    changed = replace(whole, title=typed, tasks=tasks, agencies=agencies, plan=signed, hosts=(typed,), phases=phases)
    hostile = replace(schedule, ceremony=changed)
    written = timetable(hostile, "vi")
    assert faults(written) == []
    assert faults(assignment(hostile, "vi")) == []
    assert table(written)[2][1].startswith(" ".join(clean(typed).split()))


def test_control_characters_are_dropped_and_markup_is_shown() -> None:
    whole = planned(SMALL)
    task = replace(whole.ceremony.tasks[0], title=f"Họp\x00\x0b\x1f\x7f giao\n ban\ud800\ufffe {EVIL}")
    changed = replace(whole, ceremony=replace(whole.ceremony, tasks=(task, *whole.ceremony.tasks[1:])))
    assert table(assignment(changed, "vi"))[2][1] == f"Họp giao ban {EVIL}"


def test_years_and_halves_of_a_name_are_not_parted_before_their_hyphen() -> None:
    text = SMALL.replace("Ban hành kế hoạch", "Sở Thi đua - Khen thưởng 10/10/1954 - 10/10/2024")
    runs = [one.text for one in root(assignment(planned(text), "vi")).iter(f"{W}t")]
    assert "Sở Thi đua\u00a0- Khen thưởng 10/10/1954\u00a0- 10/10/2024" in runs
