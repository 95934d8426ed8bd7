"""Text to workbook to text: whatever the format can say comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runbook import build, syntax
from runbook.problems import Severity
from runbook.schedule import plan
from runbook.syntax import Mapping, Node, Scalar, Sequence
from runbook.workbook import reading, writing
from runbook.workbook.text import text as yaml_text
from tests.reading import holidays_of
from tests.shipped import ROOT
from tests.workbooks import FILE, comparable

SHIPPED = [
    *sorted((ROOT / "events").glob("*.yaml")),
    *sorted((ROOT / "runbook").glob("starter*.yaml")),
    *sorted((ROOT / "tests" / "cases" / "checks").glob("*.yaml")),
    *sorted((ROOT / "tests" / "cases" / "warnings").glob("*.yaml")),
]


def comes_back(root: Node | None) -> None:
    """The nodes, the workbook of them, and the text of either, all say the same ceremony."""
    assert isinstance(root, Mapping)
    ceremony, problems = build.ceremony(root, FILE, holidays_of)
    assert ceremony is not None, problems
    found = reading.read(writing.written(root, plan(ceremony)), FILE)
    assert found.problems == ()
    assert found.root is not None
    texts = [yaml_text(root), yaml_text(found.root)]
    read = [build.ceremony(found.root, FILE, holidays_of), *(build.read(text, FILE, holidays_of) for text in texts)]
    for same, told in read:
        assert [one for one in told if one.severity is Severity.ERROR] == []
        assert same is not None
        assert comparable(same) == comparable(ceremony)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_ceremony_file_comes_back_from_its_workbook(path: Path) -> None:
    root, _ = syntax.parse(path.read_text("utf-8"), FILE)
    comes_back(root)


SIGNS = st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyẾộừỹỳ ABZ019 =+-@#:;,.'\"[]{}&<>|*!%\\/_x0_~`?()…“”€ỹ")
LINES = st.text(SIGNS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
LINES |= st.sampled_from(
    ["=1+1", "1.10", "3/4", "_x000D_", "#N/A", "TRUE", "'x", "-", "00123", "1E5", "no", "~", "a: b"]
)
PROSE = st.lists(LINES, min_size=1, max_size=3).map("\n".join) | LINES
PROSE |= st.sampled_from(["một\n\nhai", "một\n  hai\n ba", "- một\n- hai", "a\tb", "# một\nhai"])
NAMES = LINES | st.sampled_from(["Sở Văn hóa", "Sở văn hoá", "A, B", "A; B", "a0", "a1", "g0"])
DURATIONS = st.sampled_from(["1d", "0.5d", "2h30m", "90m", "1w", "1d4h", "2 ngày", "0", "1,5d"])
DAYS = st.sampled_from(["N-3", "N-1w", "N", "14/11/2024", "2024-11-13", "N-10"])
MOMENTS = DAYS | st.sampled_from(["N-1w 08h30", "14/11/2024 09:00", "2024-11-14T09:00", "opening-2h45m", "closing+1d"])
INSTANTS = st.sampled_from(["N-1w 08h30", "14/11/2024 09:00", "opening-2h45m", "closing+1h"])
DEADLINES = st.tuples(st.sampled_from(["by", "before"]), MOMENTS).map(" ".join)
RANGES = {"1d": "0.5d..2 ngày", "0.5d": "2h..1w", "2h30m": "2h..3h", "90m": "90m..2h", "1w": "1d..2w", "1d4h": "1d..5d"}
USES = st.lists(st.sampled_from(["hoi-truong", "2 doi-quay"]), min_size=1, unique=True) | st.sampled_from(
    ["hoi-truong", "hoi-truong, doi-quay"]
)
LINKS = st.sampled_from(["", " SS", " FS+2h", " FF-1d", "+4h", " FS+1d work", " FS+0.5d"])
YES_NO = st.sampled_from(["yes", "no", "có", "không", "true"])


def some(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with any of those keys."""
    return st.fixed_dictionaries({}, optional=values)


def some_of(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with at least one of those keys."""
    others = {key: {name: one for name, one in values.items() if name != key} for key in values}
    return st.one_of([st.fixed_dictionaries({key: values[key]}, optional=others[key]) for key in values])


def one_or_more(values: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[Any]:
    return values | st.lists(values, min_size=1, max_size=most, unique=True)


PEOPLE = st.fixed_dictionaries({"name": LINES}, optional={"phone": LINES, "email": st.just("a@b.vn"), "duty": LINES})
AGENCY = {
    "short": NAMES,
    "standing": YES_NO,
    "requested": YES_NO,
    "phone": LINES | st.just("0912345678"),
    "email": st.just("vp@example.vn"),
    "worktime": st.sampled_from(["office", "always", "ca-dem"]),
    "aliases": one_or_more(NAMES),
    "capacity": st.just("3"),
    "contacts": st.lists(PEOPLE | LINES, min_size=1, max_size=2),
}
SPANS = st.sampled_from(["08:00-12:00", ["07:30-11:30", "13:00-17:00"], "22:00-06:00"])
WORKTIME = st.fixed_dictionaries(
    {"hours": SPANS | st.just({"Mon-Thu": ["08:00-12:00", "13:00-17:00"], "Fri": "08:00-12:00", "Sat": ""})},
    optional={"day": st.sampled_from(["8h", "7h30m"]), "holidays": st.sampled_from(["vietnam", "none", []])},
)


@st.composite
def ceremonies(draw: st.DrawFn) -> dict[str, Any]:
    """A ceremony file without errors, in everything that the format holds."""
    agencies = [f"a{number}" for number in range(draw(st.integers(1, 4)))]
    rows: dict[str, Any] = {
        name: draw(st.fixed_dictionaries({"name": NAMES}, optional=AGENCY) | NAMES) for name in agencies
    }
    group = {"name": draw(NAMES), "members": {"m1": draw(NAMES), "m2": {"name": draw(NAMES), **draw(some(**AGENCY))}}}
    other = {
        "name": draw(NAMES),
        "members": draw(st.lists(st.sampled_from([*agencies, "g0"]), min_size=1, unique=True)),
    }
    rows |= {"g0": group, "g1": other}
    phases = {f"nhom-{number}": draw(LINES) for number in range(2)}
    found: dict[str, Any] = {
        "ceremony": "le-thu",
        "title": draw(LINES),
        "date": draw(st.sampled_from(["22/11/2024", {"window": "18/11/2024..25/11/2024", "days": ["Mon-Thu", "T6"]}])),
        "hours": draw(st.sampled_from(["08:30-10:30", "20:00-01:00"])),
        "language": draw(st.sampled_from(["vi", "en"])),
        "worktime": {"office": draw(WORKTIME), "ca-dem": draw(WORKTIME)},
        "phases": phases,
        "assumptions": {"S1": draw(PROSE), "S2": draw(PROSE)},
        "agencies": rows,
        "resources": {"hoi-truong": draw(LINES), "doi-quay": {"name": draw(LINES), "capacity": "2"}},
    }
    plan_of = some_of(number=LINES, date=st.just("08/11/2024"), issuer=LINES, signer=LINES, title=LINES)
    found |= draw(
        some(
            plan=plan_of,
            hosts=one_or_more(LINES),
            start=st.just("11/11/2024 08:00"),
            venue=LINES | some(name=LINES, address=LINES),
            zone=st.just("Asia/Bangkok"),
            holidays=st.just({"off": ["20/11/2024", {"day": "21/11/2024", "name": "Nghỉ"}], "work": ["16/11/2024"]}),
        )
    )
    names = st.sampled_from([*agencies, "g0", "g1", "m1"])
    found |= dict(_parts(draw, names, st.sampled_from(list(phases))))
    decision = st.fixed_dictionaries(
        {"choose": PROSE, "trigger": LINES}, optional={"when": MOMENTS, "who": one_or_more(names)}
    )
    found["decisions"] = draw(st.lists(decision, max_size=2))
    saving = some(how=LINES, who=one_or_more(names))
    found["savings"] = [{"item": one["id"], **draw(saving)} for one in found["programme"] if draw(st.booleans())]
    for one in found["savings"]:
        length = next(item.get("length") for item in found["programme"] if item["id"] == one["item"])
        one |= {"to": "1h"} if length in ("1d", "1w", "2h30m") else {}
    return found


def _parts(draw: st.DrawFn, names: st.SearchStrategy[str], phases: st.SearchStrategy[str]) -> Iterator[tuple[str, Any]]:
    ids: list[str] = []
    texts = some(location=LINES, ref=one_or_more(LINES), note=PROSE, trouble=PROSE)

    def links() -> dict[str, Any]:
        if not ids or draw(st.booleans()):
            return {}
        chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
        return {"after": [name + draw(LINKS) for name in chosen]}

    def uses() -> dict[str, Any]:
        return draw(some(uses=USES))

    def spread(length: str = "0") -> dict[str, str]:
        return {"range": RANGES[length]} if length in RANGES and draw(st.booleans()) else {}

    def task(part: str) -> dict[str, Any]:
        lead = draw(names)
        support = [name for name in draw(st.lists(names, max_size=3, unique=True)) if name != lead]
        length = draw(st.dictionaries(st.sampled_from(["work", "elapsed", "length"]), DURATIONS, max_size=1))
        found = {"title": draw(LINES), "lead": lead, **({"support": support} if support else {}), **length, **links()}
        found |= draw(some(phase=phases, worktime=st.sampled_from(["office", "always"]), recurs=LINES))
        found |= draw(some(finish=DEADLINES, not_before=MOMENTS, place=st.sampled_from(["late", "early"])))
        found |= draw(texts) | ({"at": draw(INSTANTS)} if part == "day" else {})
        found |= uses() | (spread(*length.values()) if "work" in length else {})
        if draw(st.booleans()):
            found["each"] = draw(st.sampled_from(["g0", "g1"]))
        if draw(st.booleans()):
            found["assumed"] = [f"{key} S1" for key in (*length, "title")] + ["lead"]
        return found

    def chain() -> dict[str, Any]:
        steps = []
        for number in range(draw(st.integers(1, 3))):
            named = {"id": f"{len(ids)}-x{number}"} if draw(st.booleans()) else {}
            act = draw(some_of(act=st.sampled_from(["draft", "opinion", "revise", "final"]), title=LINES))
            steps.append({**named, **act, **draw(some(lead=names, work=DURATIONS, note=PROSE, finish=DEADLINES))})
        return {"title": draw(LINES), "lead": draw(names), **links(), **uses(), **draw(texts), "approval": steps}

    for part in ("tasks", "day", "after"):
        rows: dict[str, Any] = {}
        for number in range(draw(st.integers(0, 3))):
            name = f"{part[0]}{number}"
            rows[name] = chain() if part != "day" and draw(st.booleans()) else task(part)
            ids.append(name)
        yield part, rows
    shown = dict.fromkeys(("stage", "words", "screen", "sound", "light", "note"), PROSE)
    item = st.fixed_dictionaries(
        {"title": LINES, "lead": names},
        optional={"item": LINES, "length": DURATIONS, "uses": USES, "cue": LINES, "performer": LINES, **shown},
    )
    items = draw(st.lists(item, max_size=3))
    yield "programme", [{"id": f"p{number}", **one} for number, one in enumerate(items)]


def nodes_of(value: Any) -> Node:
    if isinstance(value, dict):
        mapping = Mapping(FILE, 1, 1)
        mapping.entries = {key: (Scalar(key, FILE, 1, 1, 1), nodes_of(one)) for key, one in value.items()}
        return mapping
    if isinstance(value, list):
        sequence = Sequence(FILE, 1, 1)
        sequence.items = [nodes_of(one) for one in value]
        return sequence
    return Scalar(value, FILE, 1, 1, 1)


@given(ceremonies())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_ceremony_comes_back_from_its_workbook(stated: dict[str, Any]) -> None:
    comes_back(nodes_of(stated))


TEXTS = st.text(SIGNS | st.sampled_from("\n\t"), max_size=40)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.map(lambda text: "k" + text), inner, max_size=4),
    max_leaves=20,
)


def plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: plain(child) for key, (_, child) in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text


@given(st.dictionaries(TEXTS.map(lambda text: "k" + text), TREES, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_nodes_written_as_text_are_read_to_the_same_nodes(stated: dict[str, Any]) -> None:
    read, problems = syntax.parse(yaml_text(nodes_of(stated)), FILE)
    assert problems == ()
    assert read is not None
    assert plain(read) == stated
