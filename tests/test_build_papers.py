"""What a build holds is chosen by name: pages, calendars, data, papers, Word documents."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.test_cli import run
from tests.workspace import CEREMONY

OVERVIEWS = (
    "book",
    "decisions",
    "delegates",
    "matrix",
    "network",
    "presenter",
    "show",
    "tasks",
    "technical",
    "timeline",
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("le.yaml").write_text(CEREMONY, encoding="utf-8")


def built(only: str) -> dict[str, bytes]:
    result = run("build", "le.yaml", "--only", only, "--output", "ra")
    assert result.exit_code == 0, result.output
    return {one.relative_to("ra").as_posix(): one.read_bytes() for one in Path("ra").rglob("*") if one.is_file()}


def test_papers_are_pdf_for_all_and_for_each_agency_and_day() -> None:
    found = built("paper")
    papers = {name: data for name, data in found.items() if name.startswith("paper/")}
    assert set(found) - set(papers) == {"index.html", "runbook-build.json"}
    assert {name for name in papers if name.count("/") == 1} == {f"paper/{name}.pdf" for name in OVERVIEWS}
    assert {data[:5] for data in papers.values()} == {b"%PDF-"}
    assert "paper/agencies/so-y-te.pdf" in papers
    days = {name for name in papers if name.startswith("paper/sheets/") and name.count("/") == 2}
    pages = {name for name in built("pages") if name.startswith("sheets/") and name.count("/") == 1}
    assert {name.removeprefix("paper/").removesuffix(".pdf") for name in days} == {
        name.removesuffix(".html") for name in pages
    }


def test_what_is_not_asked_for_is_not_there() -> None:
    assert {name.split("/")[0] for name in built("office,data")} == {
        "index.html",
        "office",
        "plan.json",
        "runbook-build.json",
    }
    usual = run("build", "le.yaml", "--output", "ra")
    assert usual.exit_code == 0
    assert not Path("ra", "paper").exists()


def test_papers_are_the_same_bytes_twice() -> None:
    assert built("paper,office") == built("paper,office")


def test_a_part_that_is_none_is_told_and_nothing_is_written() -> None:
    refused = run("build", "le.yaml", "--only", "papier", "--output", "ra")
    said = "Lỗi: không có phần “papier”. Có phải ý bạn là “paper”? Các phần: pages, calendars, data, paper, office."
    assert (refused.exit_code, refused.stderr.splitlines()[-1]) == (2, said)
    assert not Path("ra").exists()


def test_a_ceremony_without_a_programme_is_printed_as_well() -> None:
    """Its names hold what each kind of file must take for text; it is written as a Mac spells Vietnamese."""
    bare = """\
ceremony: le
title: Lễ kỷ niệm "70 năm"; Hà Nội
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies: {x: 'Sở A, "B"; <b>C</b>', y: Công an}
tasks:
  A: {title: 'Họp, =1+1 <script>alert(1)</script>', lead: x, work: 1d, support: y}
  B: {title: Gửi, lead: y, work: 1d, after: A, finish: by 20/11/2024}
"""
    Path("le.yaml").write_text(normalize("NFD", bare), encoding="utf-8")
    found = built("pages,calendars,paper,office")
    assert {f"paper/{name}.pdf" for name in OVERVIEWS} <= set(found)
    assert [name for name, data in found.items() if b"<script>" in data and name.endswith((".html", ".svg"))] == []
