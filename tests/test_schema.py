"""The shipped schema and page are what the tables make; every example in them is read; valid files fit the schema."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from runbook import build, checks, schema, syntax
from runbook.build.reader import Reader
from runbook.format import SECTIONS, page
from runbook.format.fields import Field, Section, Shape
from runbook.grammars import ALL, Grammar
from runbook.problems import CODES
from runbook.schedule import plan
from runbook.text import build_words, calendar_words, holiday_words, occasion_words, syntax_words, value_words
from runbook.text.catalogue import CATALOGUE
from tests.reading import holidays_of
from tests.shipped import ROOT

HOLIDAY_BOOK = ROOT / "runbook" / "holiday_book.py"
REGENERATE = "run python docs/regenerate.py"
VALID_FILES = [
    *sorted((ROOT / "events").glob("*.yaml")),
    *sorted((ROOT / "runbook").glob("starter*.yaml")),
    *sorted((ROOT / "tests" / "cases" / "warnings").glob("*.yaml")),
]
VALIDATOR = jsonschema.Draft202012Validator(schema.json_schema())


def plain(node: syntax.Node) -> object:
    """The node as an editor sees it: mappings, lists, numbers and truth values by the rules of YAML 1.2."""
    if isinstance(node, syntax.Mapping):
        return {key: plain(child) for key, (_, child) in node.entries.items()}
    if isinstance(node, syntax.Sequence):
        return [plain(item) for item in node.items]
    if node.text in ("true", "false"):
        return node.text == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    return node.text or None


def test_the_shipped_schema_is_the_one_that_the_tables_make() -> None:
    assert (ROOT / "runbook" / "ceremony.schema.json").read_text(encoding="utf-8") == schema.text(), REGENERATE


def test_the_page_on_the_format_is_the_one_that_the_tables_make() -> None:
    assert (ROOT / "docs" / "format.md").read_text(encoding="utf-8") == page.markdown(), REGENERATE


def test_the_page_lists_every_problem_that_can_be_reported() -> None:
    listed = set(re.findall(r"^\| ([a-z0-9-]+) \((?:error|warning)\) \|", page.markdown(), re.MULTILINE))
    warned = {path.stem for path in (ROOT / "tests" / "cases" / "checks").glob("*.yaml")}
    tables = set(re.findall(r'"(holiday-[a-z]+)"', HOLIDAY_BOOK.read_text(encoding="utf-8")))
    assert len(warned) == len(checks.CHECKS)
    assert tables
    assert listed >= CODES.keys() | warned | tables


@pytest.mark.parametrize("name", ["starter.yaml", "starter-en.yaml"])
def test_the_starter_rehearses_in_a_decorated_hall_on_the_last_working_day(name: str) -> None:
    built, _ = build.read((ROOT / "runbook" / name).read_text(encoding="utf-8"), name, holidays_of)
    assert built is not None
    schedule = plan(built)
    days = {
        one: [schedule.axis.civil(end)[0] for end in (schedule.rows[one].start, schedule.rows[one].finish)]
        for one in ("C1", "C3")
    }
    assert days == {"C1": [date(2025, 3, 21), date(2025, 3, 24)], "C3": [date(2025, 3, 24), date(2025, 3, 24)]}


def test_no_text_points_to_a_file_that_is_not_installed() -> None:
    told = [text for words in CATALOGUE.values() for text in words]
    starters = [(ROOT / "runbook" / name).read_text(encoding="utf-8") for name in ("starter.yaml", "starter-en.yaml")]
    assert not [text for text in (*told, *starters) if "docs/" in text]
    assert all("runbook format --schema" in text for text in starters)


WRONG_TONE = re.compile(r"\w*(?:oá|oà|oả|oã|oạ|uỳ|uý|uỷ|uỹ|uỵ|oé|oè|oẻ|oẽ|oẹ)(?!\w)", re.IGNORECASE)
OF_THE_FORMAT = (syntax_words, value_words, build_words, occasion_words)


def test_tones_stand_in_one_way() -> None:
    texts = [page.markdown(), schema.text(), (ROOT / "runbook" / "starter.yaml").read_text(encoding="utf-8")]
    texts += [text for module in OF_THE_FORMAT for row in module.PROBLEMS.values() for text in row]
    texts += [text for module in (holiday_words, calendar_words) for row in module.WORDS.values() for text in row]
    found = {word for text in texts for word in WRONG_TONE.findall(text)}
    assert {word for word in found if not re.search("qu[ỳýỷỹỵ]", word, re.IGNORECASE)} == set()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.json_schema())


@pytest.mark.parametrize("path", VALID_FILES, ids=lambda path: path.name)
def test_a_valid_file_satisfies_the_schema(path: Path) -> None:
    node, problems = syntax.parse(path.read_text(encoding="utf-8"), path.name)
    assert node is not None
    assert problems == ()
    assert [error.message for error in VALIDATOR.iter_errors(plain(node))] == []


@pytest.mark.parametrize("name", ["unknown-key", "missing-key", "not-a-list", "bad-id", "bad-language", "not-text"])
def test_the_schema_refuses_what_it_can(name: str) -> None:
    text = (ROOT / "tests" / "cases" / "errors" / f"{name}.yaml").read_text(encoding="utf-8")
    node, _ = syntax.parse(text, name)
    assert node is not None
    assert not VALIDATOR.is_valid(plain(node))


@pytest.mark.parametrize("grammar", ALL, ids=lambda grammar: grammar.name)
def test_every_example_of_a_kind_of_value_is_read_and_fits_its_pattern(grammar: Grammar) -> None:
    assert grammar.examples
    for example in grammar.examples:
        grammar.read(example)
        assert re.search(grammar.pattern, example)
        assert not grammar.words or example in grammar.words


@pytest.mark.parametrize(
    ("section", "field"),
    [pytest.param(part, field, id=f"{part.name}.{field.key}") for part in SECTIONS for field in part.fields],
)
def test_every_example_of_a_key_is_read(section: Section, field: Field) -> None:
    node, problems = syntax.parse(f"{field.key}: {field.example}\n", "example")
    assert node is not None
    assert problems == ()
    reader = Reader()
    row = reader.row(node, section)
    assert {problem.code for problem in reader.problems} <= {"missing-key"}
    assert field.key in row.values
    if isinstance(field.holds, Section):
        for child in inside(row.values[field.key], field.shape):
            reader.row(child, field.holds)
    assert {problem.code for problem in reader.problems} <= {"missing-key"}


def inside(node: syntax.Node, shape: Shape) -> list[syntax.Mapping]:
    """The mappings that hold the section's keys: the node itself, or its list entries or rows."""
    if shape is Shape.ONE:
        return [node] if isinstance(node, syntax.Mapping) else []
    if isinstance(node, syntax.Sequence):
        return [item for item in node.items if isinstance(item, syntax.Mapping)]
    if not isinstance(node, syntax.Mapping):
        return []
    return [child for _, child in node.entries.values() if isinstance(child, syntax.Mapping)]
