"""Text for other programs: Mermaid, DOT and CSV."""

from __future__ import annotations

import csv as reading
import io
import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.render.exports.dot import dot
from runbook.render.exports.mermaid import flowchart, gantt
from runbook.render.exports.table import csv
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.page_samples import SMALL
from tests.reading import ceremony

EVIL = "'=cmd|''/C calc''!A1: \"x\"; #1 %% <b>]] --> end\\'"


def small(title: str = "Viết báo cáo") -> Schedule:
    return plan(ceremony(SMALL.replace("Viết báo cáo", title)))


def test_a_mermaid_gantt() -> None:
    assert gantt(timeline(small(), "vi"), small()).splitlines() == [
        "gantt",
        "    title Lễ kỷ niệm",
        "    dateFormat YYYY-MM-DDTHH:mm",
        "    axisFormat %d/%m",
        "    section Việc chung",
        "    A1 Ban hành kế hoạch :crit, milestone, t0, 2024-11-18T08:00, 2024-11-18T08:00",
        "    A2 Viết báo cáo :crit, t1, 2024-11-18T08:00, 2024-11-21T12:00",
        "    A3 Góp ý báo cáo :crit, t2, 2024-11-21T13:30, 2024-11-21T17:30",
        "    section Y tế",
        "    Y1 Phương án trực :t3, 2024-11-18T08:00, 2024-11-18T17:30",
        "    Y2 Danh sách trực :t4, 2024-11-19T08:00, 2024-11-19T17:30",
        "    section Sau buổi lễ",
        "    Q1 Trả hội trường :t5, 2024-11-22T09:30, 2024-11-22T15:00",
    ]


def test_a_mermaid_flowchart() -> None:
    found = flowchart(timeline(small(), "vi"), small()).splitlines()
    assert found[0] == "flowchart LR"
    assert found[2] == '    n1["A2 · Sở VHTT · 3,5 ngày<br>Viết báo cáo<br>T2 18/11 08h00 - T5 21/11 12h00"]'
    assert found[7:] == [
        "    n0 ==> n1",
        "    n1 ==> n2",
        "    n0 --> n3",
        "    n3 --> n4",
        "    classDef critical stroke:#a31621,stroke-width:3px",
        "    class n0,n1,n2 critical",
    ]


def test_no_title_breaks_mermaid() -> None:
    schedule = small(EVIL)
    (line,) = [one for one in gantt(timeline(schedule, "vi"), schedule).splitlines() if "A2" in one]
    assert re.fullmatch(r"    A2 [^:;#%]+ :crit, t1, 2024-11-18T08:00, 2024-11-21T12:00", line)
    (line,) = [one for one in flowchart(timeline(schedule, "vi"), schedule).splitlines() if "A2" in one]
    assert re.fullmatch(r'    n1\["[^"]+"\]', line)
    assert not re.search(r"<(?!br>)", line)


def test_a_dot_file() -> None:
    found = dot(timeline(small(), "vi"), small()).splitlines()
    assert found[0] == 'digraph "Lễ kỷ niệm" {'
    assert '    "Y1" -> "Y2";' in found
    assert '    "A2" -> "A3" [color="#a31621", penwidth=2.5];' in found
    assert found[-1] == "}"
    assert len([one for one in found if "->" in one]) == 4


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz reads DOT")
def test_graphviz_reads_it() -> None:
    schedule = small(EVIL)
    text = dot(timeline(schedule, "vi"), schedule)
    done = subprocess.run(["dot", "-Tplain"], input=text, capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\nnode ") == 6


def cells(schedule: Schedule, language: str = "vi") -> list[list[str]]:
    text = csv(timeline(schedule, language), schedule, language)
    assert text.startswith("\ufeff")
    return list(reading.reader(io.StringIO(text[1:], newline="")))


def test_the_tasks_as_csv() -> None:
    found = cells(small())
    assert found[0][:7] == ["Mã", "Phần việc", "Nội dung công việc", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành"]
    assert found[2][:7] == [
        *("A2", "Việc chung", "Viết báo cáo", "Sở VHTT", "Ban Tuyên giáo Thành ủy"),
        *("2024-11-18T08:00", "2024-11-21T12:00"),
    ]
    assert found[2][7:] == ["2024-11-21T12:00", "3,5 ngày", "0", "có", "", "", "A1", "Hai trang"]
    assert {len(row) for row in found} == {15}
    assert [row[0] for row in found[1:]] == ["A1", "A2", "A3", "Y1", "Y2", "n1", "n2", "p1", "p2", "Q1"]
    assert cells(small(), "en")[0][:3] == ["Id", "Phase", "Task"]


def test_no_cell_is_a_formula() -> None:
    for begin in ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\u00a0=1"):
        (row,) = [row for row in cells(small(f"'{begin}'")) if row[0] == "A2"]
        assert row[2] == "'" + begin.strip("\u00a0") or row[2] == "'" + begin


@given(st.text("=+-@\t ab\"',;\n", min_size=1, max_size=20))
def test_any_note_comes_back_and_is_no_formula(note: str) -> None:
    from runbook.render.exports.table import _cell

    ((found,),) = list(reading.reader(io.StringIO(_cell(note), newline=""))) or [[""]]
    assert found.removeprefix("'") == note.removeprefix("'")
    assert not found.strip().startswith(("=", "+", "-", "@"))
