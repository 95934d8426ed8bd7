"""YAML to nodes: places, what is refused, hostile input in bounded time."""

from __future__ import annotations

import time
import unicodedata

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from runbook import build, syntax
from runbook.problems import Place, Problem
from runbook.syntax import Mapping, Node, Scalar, Sequence
from tests.reading import holidays_of
from tests.shipped import ROOT

PARSERS = [pytest.param(syntax.Parser, id="C"), pytest.param(yaml.SafeLoader, id="Python")]
LONG = 1_000_000
GENEROUS = 20.0  # seconds; what must not happen is minutes, or never


def outline(node: Node | None) -> object:
    """The node as plain values, every text with its line, column and length."""
    if isinstance(node, Scalar):
        return node.text, node.line, node.column, node.length
    if isinstance(node, Sequence):
        return [outline(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key: (outline(name), outline(value)) for key, (name, value) in node.entries.items()}
    return None


def codes(text: str) -> list[tuple[str, int, int]]:
    _, problems = syntax.parse(text, "f.yaml")
    return [(one.code, one.place.line, one.place.column) for one in problems if one.place is not None]


@pytest.mark.parametrize("parser", PARSERS)
def test_nodes_keep_text_as_written_and_where_it_stands(parser: type[yaml.SafeLoader]) -> None:
    text = "giờ: 08:30\ncó: [no, 012, 'a, b']\nnote: |\n  một\n  hai\nrỗng:\n"
    node, problems = syntax.parse(text, "f.yaml", parser)
    assert problems == ()
    assert outline(node) == {
        "giờ": (("giờ", 1, 1, 3), ("08:30", 1, 6, 5)),
        "có": (("có", 2, 1, 2), [("no", 2, 6, 2), ("012", 2, 10, 3), ("a, b", 2, 15, 6)]),
        "note": (("note", 3, 1, 4), ("một\nhai\n", 3, 7, 8)),
        "rỗng": (("rỗng", 6, 1, 4), ("", 6, 6, 1)),
    }


def test_a_place_is_in_the_named_file() -> None:
    node, _ = syntax.parse("a: [b]", "le.yaml")
    assert isinstance(node, Mapping)
    assert (node.place, node.entries["a"][1].place) == (Place("le.yaml", 1, 1), Place("le.yaml", 1, 4))
    assert node.entries["a"][0].place == Place("le.yaml", 1, 1, 1)


def test_text_is_composed_on_reading_and_zero_width_blanks_fall_out() -> None:
    node, _ = syntax.parse(unicodedata.normalize("NFD", "tên: Lễ kỷ\u200b niệm"), "f")
    assert isinstance(node, Mapping)
    assert outline(node) == {"tên": (("tên", 1, 1, 4), ("Lễ kỷ niệm", 1, 7, 16))}


def test_braces_are_told_from_lines() -> None:
    node, _ = syntax.parse("a: {b: c}", "f")
    assert isinstance(node, Mapping)
    inner = node.entries["a"][1]
    assert isinstance(inner, Mapping)
    assert (node.flow, inner.flow) == (False, True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_alike_with_every_line_end(end: str) -> None:
    assert codes(end.join(["a: b", "c: d", "a: e"])) == [("duplicate-key", 3, 1)]


def test_every_doubled_and_merged_key_is_reported() -> None:
    assert codes("a: 1\na: 2\nb: {c: 1, c: 2}\n<<: {d: 1}\n") == [
        ("duplicate-key", 2, 1),
        ("duplicate-key", 3, 11),
        ("merge-key", 4, 1),
    ]


def test_keys_equal_after_composing_are_the_same_key() -> None:
    assert codes(f"tên: 1\n{unicodedata.normalize('NFD', 'tên')}: 2\n") == [("duplicate-key", 2, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x {b: 1}\n", ("anchor", 1, 4)),
        ("a: &x [b]\n", ("anchor", 1, 4)),
        ("&k a: 1\n", ("anchor", 1, 1)),
        ("a: *nowhere\n", ("anchor", 1, 4)),
        ("a: !!python/object/apply:os.system [ls]\n", ("tag", 1, 4)),
        ("a: !!timestamp 2024-11-22\n", ("tag", 1, 4)),
        ("a: ! b\n", ("tag", 1, 4)),
        ("a: !<x> {}\n", ("tag", 1, 4)),
        ("a: 1\n--- \nb: 2\n", ("two-documents", 2, 1)),
        ("? [a]\n: b\n", ("key-not-text", 1, 3)),
        ("{a: 1}: b\n", ("key-not-text", 1, 1)),
        ("a: \x00b\n", ("unreadable-sign", 1, 4)),
        ("a: b\nc: \x85\n", ("unreadable-sign", 2, 4)),
        ("a: b\u2028c: d\n", ("unreadable-sign", 1, 5)),
        ("a: \u202eb\n", ("unreadable-sign", 1, 4)),
        ("a: b\ufeffc\n", ("unreadable-sign", 1, 5)),
        ("a: \ud800\n", ("unreadable-sign", 1, 4)),
        ("\ta: b\n", ("syntax-tab", 1, 1)),
        ("a:\n  b: 1\n\tc: 2\n", ("syntax-tab", 3, 1)),
        ("a: 'b\n", ("syntax-quote", 1, 4)),
        ("a: {b: c\nd: e\n", ("syntax-bracket", 1, 4)),
        ("a: [b, c\n", ("syntax-bracket", 1, 4)),
        ("a: b]\nc: [d}\n", ("syntax-bracket", 2, 4)),
        ("a: `b`\n", ("syntax-reserved", 1, 4)),
        ("a: 50%\nb: %c\n", ("syntax-reserved", 2, 4)),
        ("a: b: c\n", ("syntax-colon", 1, 5)),
        ("a: {b: c: d}\n", ("syntax-bracket", 1, 4)),
        ("a:\n  - b\n  c: d\n", ("syntax-indent", 3, 3)),
        ("a: [Khẩn] b\n", ("syntax-after", 1, 11)),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert syntax.parse(text, "f.yaml")[0] is None
    assert codes(text) == [expected]


@pytest.mark.parametrize("parser", PARSERS)
def test_every_anchor_alias_and_tag_is_told_at_once(parser: type[yaml.SafeLoader]) -> None:
    text = "a: &x {b: 1}\nc: *x\nd: ! e\nd: 2\n"
    node, problems = syntax.parse(text, "f", parser)
    assert node is None
    assert problems == (
        Problem("anchor", Place("f", 1, 4)),
        Problem("anchor", Place("f", 2, 4)),
        Problem("tag", Place("f", 3, 4)),
        Problem("duplicate-key", Place("f", 4, 1), {"key": "d", "line": "3"}),
    )


def test_anchors_without_end_are_told_up_to_a_limit() -> None:
    _, problems = syntax.parse("[" + "*a," * 50_000 + "]", "f")
    assert [one.code for one in problems] == ["anchor"] * syntax.MOST_REFUSED


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("escape", "sign"),
    [
        ("\\x1b", "U+001B"),
        ("\\e", "U+001B"),
        ("\\r", "U+000D"),
        ("\\N", "U+0085"),
        ("\\u202e", "U+202E"),
        ("\\u2066", "U+2066"),
        ("\\0", "U+0000"),
        ("\\U000e0041", "U+E0041"),
    ],
)
def test_a_sign_that_is_refused_is_refused_as_an_escape_too(
    escape: str, sign: str, parser: type[yaml.SafeLoader]
) -> None:
    _, problems = syntax.parse(f'title: "Lễ{escape}x"\nnote: "y{escape}"\n', "f", parser)
    assert [(one.code, one.facts, one.place.line if one.place else 0) for one in problems] == [
        ("unreadable-sign", {"sign": sign}, 1),
        ("unreadable-sign", {"sign": sign}, 2),
    ]
    assert build.read(f'title: "{escape}"\n', "f", holidays_of)[0] is None


def test_line_ends_and_tabs_may_be_written_as_escapes() -> None:
    assert codes('note: "một\\thai\\nba"\n') == []


@pytest.mark.parametrize(
    "text", ["a: 'b\n", "a: [b, c\n", "\ta: b\n", "a: b: c\n", "a: *x\n", "a: !x b\n", "a: @b\n", "a:\n  - b\n  c: d\n"]
)
def test_both_parsers_lead_to_the_same_problem(text: str) -> None:
    found = [syntax.parse(text, "f", parser)[1] for parser in (syntax.Parser, yaml.SafeLoader)]
    assert [[one.code for one in problems] for problems in found] == [[one.code for one in found[0]]] * 2


@pytest.mark.parametrize("data", ["a: Lễ".encode(), b"\xef\xbb\xbf" + "a: Lễ".encode(), "a: Lễ".encode("utf-16")])
def test_utf8_and_marked_utf16_are_read(data: bytes) -> None:
    assert syntax.decode(data, "f") == ("a: Lễ", None)


def test_other_encodings_are_refused_with_the_line() -> None:
    assert syntax.decode("a: b\nc: Lễ\xec".encode()[:-1], "f") == ("", Problem("not-utf8", Place("f", 2, 6)))
    assert syntax.decode(b"\xff\xfea\x00\n\x00\x00\xd8b\x00", "f")[1] == Problem("not-utf8", Place("f", 2, 1))


def test_a_byte_order_mark_does_not_move_places() -> None:
    assert codes("\ufeffa: 1\na: 2\n") == codes("a: 1\na: 2\n")


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("[" * 100_000, "nested-too-deep", id="brackets"),
        pytest.param("{a: " * 100_000, "nested-too-deep", id="braces"),
        pytest.param("- " * 100_000 + "x", "nested-too-deep", id="dashes"),
        pytest.param("\n".join("  " * n + "a:" for n in range(300)), "nested-too-deep", id="lines"),
        pytest.param("? " * 50_000, "key-not-text", id="questions"),
        pytest.param("a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "anchor", id="billion laughs"),
        pytest.param("a: &a {b: c}\nd: {<<: [*a, *a]}", "anchor", id="merge bomb"),
    ],
)
def test_bombs_are_refused_at_once(text: str, code: str, parser: type[yaml.SafeLoader]) -> None:
    begin = time.perf_counter()
    node, problems = syntax.parse(text, "f", parser)
    assert node is None
    assert problems[0].code == code
    assert len(problems) <= syntax.MOST_REFUSED
    assert time.perf_counter() - begin < GENEROUS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("k" * LONG + ": v", id="long key"),
        pytest.param("title: " + "v" * LONG, id="long value"),
        pytest.param("title: '" + "v" * LONG, id="long open quote"),
        pytest.param("title: " + "1" * LONG, id="huge number"),
        pytest.param("tasks: {E1: {work: " + "9" * LONG + "d}}", id="huge duration"),
        pytest.param("tasks: {E1: {after: '" + "E1," * 100_000 + "'}}", id="many links"),
        pytest.param("".join(f"k{n}: v\n" for n in range(20_000)), id="many unknown keys"),
        pytest.param("tasks:\n" + "".join(f"  T{n}: {{after: U{n}}}\n" for n in range(5_000)), id="many typos"),
        pytest.param(" " * LONG, id="blanks"),
        pytest.param("\n" * LONG, id="empty lines"),
        pytest.param("#" * LONG, id="comment"),
        pytest.param("a: '" + "''" * 100_000 + "'", id="quotes"),
        pytest.param("- - - -" * 1000, id="dashes in a line"),
        pytest.param("a: \u0301" + "\u0301" * 100_000, id="combining marks"),
        pytest.param("title: Lễ\n" * 20_000, id="one key over and over"),
        pytest.param("start: N" + " " * LONG + "8h x", id="blanks in a moment"),
        pytest.param("start: " + "1T" * LONG + "1 x y", id="clocks in a moment"),
        pytest.param("hours: 8h" + " " * LONG + "x", id="blanks in hours"),
        pytest.param("tasks: {E: {after: 'a" + "-1" * LONG + "!'}}", id="lags in a link"),
        pytest.param("agencies: {a: {name: A, email: 'a@" + "a." * LONG + "'}}", id="dots in an address"),
    ],
)
def test_hostile_files_are_answered_in_bounded_time(text: str) -> None:
    begin = time.perf_counter()
    built, problems = build.read(text, "f.yaml", holidays_of)
    assert built is None
    assert problems
    assert time.perf_counter() - begin < GENEROUS


def test_a_file_of_too_many_signs_is_refused_unread() -> None:
    text = "a: " + "x" * syntax.LARGEST
    assert syntax.parse(text, "f")[1] == (Problem("file-too-large", Place("f", 1, 1), {"limit": "20"}),)


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "MOST_VALUES", 1000)
    text = "[" + "a, " * 1000 + "]"
    assert syntax.parse(text, "f")[1] == (Problem("too-many-values", Place("f", 1, 2999), {"limit": "1000"}),)


YAML_SIGNS = st.text(alphabet="ab:-[]{}\"'#&*!|>%@`?, \n\t\r0N+/.ễ\u0302\x00", max_size=60)


@settings(max_examples=1500, deadline=None)
@given(st.one_of(YAML_SIGNS, st.text(max_size=60)))
@example("%YAML 9.9\n---\na")
@example("a: |9\n  b")
@example("--- >\n")
@example('"\\ud800"')
def test_any_text_gives_nodes_or_problems_with_places_in_it(text: str) -> None:
    node, problems = syntax.parse(text, "f")
    lines = syntax.unified(text).split("\n")
    for problem in problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= len(lines) + 1
    if node is None and syntax.unified(text).strip() and not problems:
        assert all(line.strip()[:1] in ("", "#", "-", ".", "%") for line in lines)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    text, problem = syntax.decode(data, "f")
    assert (problem is None) or (text == "" and problem.code == "not-utf8")


STARTER = (ROOT / "runbook" / "starter.yaml").read_text(encoding="utf-8")


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_mutation_of_a_valid_file_gives_a_ceremony_or_problems(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(STARTER)))
    end = data.draw(st.integers(start, min(len(STARTER), start + 40)))
    other = data.draw(st.integers(0, len(STARTER)))
    piece = data.draw(st.one_of(YAML_SIGNS, st.just(STARTER[other : other + 30]), st.just("")))
    built, problems = build.read(STARTER[:start] + piece + STARTER[end:], "f.yaml", holidays_of)
    assert (built is None) == any(problem.severity.value == "error" for problem in problems)
