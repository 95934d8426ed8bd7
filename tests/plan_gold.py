"""The plan documents of tests/plans with the extractions made of them by hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import yaml

FOLDER = Path(__file__).parent / "plans"
NOT_PLANS = FOLDER / "not_plans"
SPANNED = ("span", "heading_span", "title_span", "hosts_span")
WORDS = ("text", "heading", "raw", "ref", "title")  # of an entry with a span: what stands there, the first that is said

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """One document as text, and its extraction as its YAML file gives it."""

    slug: str
    source: str
    gold: Entry

    def spanned(self) -> Iterator[tuple[str, str, tuple[int, int]]]:
        """Every span of the extraction: where it is said, the words it should hold ("" for none said), the span."""
        yield from _spanned(self.slug, self.gold)


def plans() -> list[Plan]:
    return [_read(path) for path in sorted(FOLDER.glob("*.yaml"))]


def not_plans() -> dict[str, Entry]:
    """By file name: what each document is, and whether it must be refused or may be read as having no duties."""
    said: dict[str, Entry] = extraction(NOT_PLANS / "expected.yaml")
    return said


def extraction(path: Path) -> Any:
    """What a file of YAML says, read by the compiled parser where PyYAML has it: ten times faster."""
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def word(source: str) -> bytes:
    """The text as a Word document: a paragraph per line, each run of lines with bars or tabs a table."""
    made = docx.Document()
    rows: list[list[str]] = []
    for line in [*source.split("\n"), ""]:
        sign = "|" if "|" in line else "\t"
        if sign in line:
            rows.append([cell.strip() for cell in line.split(sign)])
            continue
        _table(made, rows)
        rows = []
        made.add_paragraph(line)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _table(made: Any, rows: list[list[str]]) -> None:
    if not rows:
        return
    table = made.add_table(len(rows), max(len(row) for row in rows))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words


def _read(path: Path) -> Plan:
    source = path.with_suffix(".txt").read_bytes().decode("utf-8")
    return Plan(path.stem, source, extraction(path))


def _spanned(where: str, said: Any) -> Iterator[tuple[str, str, tuple[int, int]]]:
    if isinstance(said, list):
        for at, one in enumerate(said):
            yield from _spanned(f"{where}[{at}]", one)
    if not isinstance(said, dict):
        return
    for key in SPANNED:
        if said.get(key):
            start, end = said[key]
            yield f"{where}.{key}", _words(said, key), (start, end)
    for key, one in said.items():
        yield from _spanned(f"{where}.{key}", one)


def _words(said: Entry, key: str) -> str:
    beside = key.removesuffix("span").rstrip("_")
    keys = (beside,) if beside else WORDS
    return next((str(said[one]) for one in keys if isinstance(said.get(one), str)), "")
