"""Every code has one example file that gives it, and only it, at the marked place; and how a problem is shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from runbook import build, problems, syntax, whatif
from runbook.problems import CODES, Place, Problem, Severity
from runbook.text import LANGUAGES
from tests.reading import holidays_of
from tests.shipped import ROOT

CASES = ROOT / "tests" / "cases"
FILES = [*sorted((CASES / "errors").glob("*.yaml")), *sorted((CASES / "warnings").glob("*.yaml"))]
TOO_LARGE_TO_KEEP = {"file-too-large", "too-many-values", "too-many-tasks"}  # in test_syntax and test_build
OPTION = "# --set "
_CARETS = re.compile(r"#(?P<blanks> *)(?P<marks>\^+) (?P<code>[a-z0-9-]+)")
_COLUMN = re.compile(r"# column (?P<column>\d+), length (?P<length>\d+): (?P<code>[a-z0-9-]+)")


@dataclass(frozen=True)
class Case:
    """What a file holds, and the marks in it: the comment under a line names the code, under the place itself."""

    text: str
    options: tuple[str, ...]
    found: tuple[Problem, ...]
    marked: tuple[tuple[str, str, int, int, int], ...]  # code, file, line, column, length


def case(path: Path) -> Case:
    text, wrong = syntax.decode(path.read_bytes(), path.name)
    raw = path.read_bytes().decode("latin-1" if wrong else "utf-8").split("\n")
    options = tuple(line.removeprefix(OPTION) for line in raw if line.startswith(OPTION))
    parsed = [whatif.change(option, number) for number, option in enumerate(options, 1)]
    refused = tuple(one for one in parsed if isinstance(one, Problem))
    changes = [one for one in parsed if not isinstance(one, Problem)]
    _, found = ((), (wrong,)) if wrong else build.read(text, path.name, holidays_of, changes)
    return Case(text, options, (*refused, *found), tuple(marks(raw, path.name)))


def marks(lines: list[str], file: str) -> list[tuple[str, str, int, int, int]]:
    found = []
    for number, line in enumerate(lines):
        if mark := _CARETS.fullmatch(line):
            column, length = len(mark["blanks"]) + 2, len(mark["marks"])
        elif mark := _COLUMN.fullmatch(line):
            column, length = int(mark["column"]), int(mark["length"])
        else:
            continue
        if lines[number - 1].startswith(OPTION):
            found.append((mark["code"], whatif.FILE, 1, column - len(OPTION), length))
        else:
            found.append((mark["code"], file, number, column, length))
    return found


def test_every_code_has_a_file_and_every_file_a_code() -> None:
    assert sorted(path.stem for path in FILES) == sorted(CODES.keys() - TOO_LARGE_TO_KEEP)


def test_warnings_and_errors_lie_in_their_own_folders() -> None:
    assert {path.stem: path.parent.name for path in FILES} == {
        path.stem: f"{CODES[path.stem].value}s" for path in FILES
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_gives_its_problem_at_the_marked_place(path: Path) -> None:
    this = case(path)
    places = [problem.place for problem in this.found if problem.place is not None]
    found = tuple(
        (problem.code, place.file, place.line, place.column, place.length)
        for problem, place in zip(this.found, places, strict=True)
    )
    assert found == this.marked
    assert [problem.severity for problem in this.found] == [CODES[path.stem]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_problem_is_shown_whole_in_both_languages(path: Path, language: str) -> None:
    this = case(path)
    for problem in this.found:
        place = problem.place
        assert place is not None
        source = "\n".join(this.options) if place.file == whatif.FILE else this.text
        head, *lines = problems.shown(problem, source, language).split("\n")
        assert head.startswith(f"{place.file}:{place.line}:{place.column}: ")
        assert f"[{problem.code}]" in head
        assert lines[-1].startswith("  → ")
        assert not re.search(r"\{[a-z]+\}", f"{head}{lines[-1]}")
        assert [line.lstrip(" |").strip("^") for line in lines[1:-1]] in ([], [""])


def test_all_problems_of_a_file_are_reported_in_file_order() -> None:
    text = (
        "ceremony: lễ\ntitle: Lễ\ndate: 31/02/2024\nhours: 8-10\n"
        "tasks:\n  E1: {title: Ký, lead: x, work: nhanh}\n  E2: {title: In, after: E9}\n"
    )
    built, found = build.read(text, "f.yaml", holidays_of)
    assert built is None
    assert [(problem.code, problem.place.line if problem.place else 0) for problem in found] == [
        ("bad-id", 1),
        ("no-such-day", 3),
        ("bad-clock", 4),
        ("unknown-agency", 6),
        ("bad-duration", 6),
        ("missing-lead", 7),
        ("unknown-task", 7),
    ]


def test_circles_are_reported_beside_all_other_problems() -> None:
    text = (
        "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 8h-10h\nagencies: {a: A}\ntasks:\n"
        "  E1: {title: Một, lead: a, work: nhanh, after: [E3, E9]}\n"
        "  E2: {title: Hai, lead: x, work: 1d, after: E1}\n"
        "  E3: {title: Ba, lead: a, work: 1d, after: [E2, K]}\n"
        "  E3: {title: Bốn, lead: a}\n"
        "  K: {title: Bài, lead: a, approval: []}\n"
        "  G1: {title: Năm, lead: a, after: G2}\n"
        "  G2: {title: Sáu, lead: a, after: [G1, E1]}\n"
    )
    _, found = build.read(text.replace("  E3: {title: Bốn", "  e3: {title: Bốn"), "f.yaml", holidays_of)
    assert [(problem.code, problem.place.line, problem.facts.get("path")) for problem in found if problem.place] == [
        ("cycle", 7, "E1 → E2 → E3 → E1"),
        ("bad-duration", 7, None),
        ("unknown-task", 7, None),
        ("unknown-agency", 8, None),
        ("duplicate-id", 10, None),
        ("chain-without-steps", 11, None),
        ("cycle", 12, "G1 → G2 → G1"),
    ]


def test_an_id_given_twice_does_not_hide_a_circle() -> None:
    text = (
        "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 8h-10h\nagencies: {a: A}\n"
        "tasks: {E1: {title: Một, lead: a, after: E2}, E2: {title: Hai, lead: a, after: E1}}\n"
        "after: {E1: {title: Ba, lead: a, work: 1h}, E3: {title: Bốn, lead: a, work: 1h}}\n"
    )
    assert [problem.code for problem in build.read(text, "f.yaml", holidays_of)[1]] == ["duplicate-id", "cycle"]


def test_a_circle_of_very_many_tasks_is_told_in_short() -> None:
    rows = "".join(f"  E{n:03}: {{title: Việc, lead: a, after: E{(n - 1) % 200:03}}}\n" for n in range(200))
    text = f"ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 8h-10h\nagencies: {{a: A}}\ntasks:\n{rows}"
    (problem,) = build.read(text, "f.yaml", holidays_of)[1]
    path = problem.facts["path"].split(" → ")
    assert path == [*(f"E{n:03}" for n in range(29)), "…", "E000"]


BAD_DAY = Problem("bad-day", Place("le.yaml", 2, 7, 3), {"text": "mai"})


def test_a_problem_in_vietnamese() -> None:
    assert problems.shown(BAD_DAY, "title: Lễ\ndate: mai\n", "vi") == (
        "le.yaml:2:7: lỗi [bad-day]: “mai” không phải là ngày.\n"
        "    2 | date: mai\n"
        "      |       ^^^\n"
        "  → Viết ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 22/11/2024, hoặc 2024-11-22."
    )


def test_a_problem_in_english() -> None:
    assert problems.shown(BAD_DAY, "title: Lễ\r\ndate: mai\r\n", "en") == (
        "le.yaml:2:7: error [bad-day]: “mai” is not a day.\n"
        "    2 | date: mai\n"
        "      |       ^^^\n"
        "  → Write day/month/year with four digits of the year, such as 22/11/2024, or 2024-11-22."
    )


def test_the_mark_stands_under_the_place_whatever_signs_stand_before_it() -> None:
    before = unicodedata.normalize("NFD", "Lễ kỷ niệm")
    for line, blanks in ((f"{before} X", 11), ("\tX", 1), ("会议 X", 5), ("a\u200bX", 1)):
        place = Place("f", 1, line.index("X") + 1)
        _, quoted, mark, _ = problems.shown(Problem("bad-day", place, {"text": "X"}), line, "vi").split("\n")
        assert mark == f"      | {' ' * blanks}^"
        assert quoted.endswith("X")


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    problem = Problem("bad-day", Place("f", 1, 5001, 4), {"text": ""})
    _, quoted, mark, _ = problems.shown(problem, line, "vi").split("\n")
    assert len(quoted) < 120
    assert quoted[mark.index("^") : mark.rindex("^") + 1] == "HERE"


def test_control_characters_never_reach_the_terminal() -> None:
    problem = Problem("bad-day", Place("a\x1b[2Jb", 1, 1), {"text": "\x1b]0;x\x07"})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", problems.shown(problem, "\x1b[31m\u202eX", "vi"))


def test_a_problem_without_a_place_or_without_its_source_is_still_shown() -> None:
    assert problems.shown(Problem("empty-file", None), "", "en") == (
        "error [empty-file]: The file is empty.\n  → Use “runbook new” to make a commented starter file."
    )
    assert problems.shown(Problem("empty-file", Place("f", 9, 9)), "a\n", "en").count("\n") == 1


def test_a_warning_does_not_keep_the_ceremony_from_being_built() -> None:
    for path in sorted((CASES / "warnings").glob("*.yaml")):
        built, found = build.read(path.read_text(encoding="utf-8"), path.name, holidays_of)
        assert built is not None
        assert [problem.severity for problem in found] == [Severity.WARNING]
