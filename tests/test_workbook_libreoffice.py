"""A workbook edited and saved by LibreOffice: an organiser's round without a hand on the keyboard."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from runbook.files import load
from runbook.schedule import plan
from runbook.workbook import layout
from tests.shipped import ROOT
from tests.workbooks import built, comparable, nodes, read, written

EVENT = (ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8")
SECONDS = 120

# A macro of the user profile, which opens the workbook, types into cells as a person does, and saves it.
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Edit(file As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
  tasks = book.Sheets.getByName("Công việc")
{typing}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(file), kind())
  book.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice of its own. Skips where there is no LibreOffice that opens workbooks."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    source = folder / "x.csv"
    source.write_text("1,2\n", encoding="utf-8")
    soffice(folder, "--convert-to", "xlsx", "--outdir", str(folder), str(source))
    if not (folder / "x.xlsx").exists():
        pytest.skip("LibreOffice is installed without Calc")
    return folder


def soffice(profile: Path, *words: str) -> None:
    setting = f"-env:UserInstallation={(profile / 'user').as_uri()}"
    command = ["soffice", setting, "--headless", "--norestore", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


def saved_again(profile: Path, data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice writes it."""
    source, out = folder / "ke-hoach.xlsx", folder / "out"
    source.write_bytes(data)
    soffice(profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(source))
    return (out / source.name).read_bytes()


SORTED = """
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = 1 : field(0).IsAscending = False
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields" : how(0).Value = field()
  tasks.getCellRangeByName("A2:AH{last}").sort(how())
  tasks.Rows.insertByIndex(4, 1)
"""


def typing(cells: dict[str, str]) -> str:
    """What types texts into cells of the sheet of tasks."""
    return "\n".join(f'  tasks.getCellRangeByName("{name}").setString("{text}")' for name, text in cells.items())


def typed(profile: Path, file: Path, *lines: str) -> None:
    """Carry out these lines, `typing` among them, and save the workbook in its place."""
    basic = profile / "user" / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    head, body = MACRO.split("Sub Edit", 1)
    script = "Sub Edit" + body.replace("{typing}", "\n".join(lines)).replace("</script:module>\n", "")
    text = head + script.replace("&", "&amp;").replace('"', "&quot;") + "</script:module>\n"
    (basic / "Module1.xba").write_text(text, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    soffice(profile, f"macro:///Standard.Module1.Edit({file})")


def test_the_conference_saved_by_libreoffice_is_the_same(profile: Path, tmp_path: Path) -> None:
    data = saved_again(profile, written(EVENT), tmp_path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"LibreOffice" in archive.read("docProps/app.xml")
    found = read(data)
    assert found.told == []
    assert found.ceremony is not None
    assert comparable(found.ceremony) == comparable(built(nodes(EVENT)))


def test_the_gantt_follows_in_libreoffice(profile: Path, tmp_path: Path) -> None:
    """Its formulas are computed there: ids, dates and the first day are those of the sheet of tasks."""
    book = openpyxl.load_workbook(io.BytesIO(saved_again(profile, written(EVENT), tmp_path)), data_only=True)
    page, tasks = book["Gantt"], book["Công việc"]
    assert [page.cell(row, 1).value for row in range(3, 30)] == [tasks.cell(row, 1).value for row in range(2, 29)]
    assert [page.cell(row, 4).value for row in range(3, 30)] == [tasks.cell(row, 7).value for row in range(2, 29)]
    leads = {page.cell(row, 1).value: page.cell(row, 3).value for row in range(3, 30)}
    assert (leads["B1"], leads["B2"]) == ("Sở VHTT", "Các Sở, ngành, quận, huyện, thị xã")  # one, and each of a group
    assert page["G2"].value.date().isoformat() == "2024-11-08"
    label = [column.key for column in layout.AGENCIES.columns].index("label") + 1
    assert book["Cơ quan"].cell(4, label).value == "Sở VHTT"


def test_rows_sorted_or_put_in_between_keep_what_is_said_of_them(profile: Path, tmp_path: Path) -> None:
    """Each mark and bar is found by the task's id: none shifts to the task that now stands in its row."""
    file = tmp_path / "hoi-nghi.xlsx"
    file.write_bytes(written(EVENT))
    page = openpyxl.load_workbook(file)["Công việc"]
    assert page.max_column <= 34  # AH
    rows = {page.cell(row, 1).value: row for row in range(2, page.max_row + 1)}
    new = {"A5": "X1", "B5": "In thêm", "C5": "Sở VHTT", "E5": "1 ngày 4h", "F5": "F4"}
    lines = SORTED.replace("{last}", str(len(rows) + 1))
    lines += '  book.Sheets.getByName("Ngày nghỉ").getCellRangeByName("A2").setString("15/11/2024")\n'
    cells = {f"E{rows['B3']}": "3d", f"F{rows['B5']}": "A2", f"C{rows['G1']}": "Sở Y tế"}
    typed(profile, file, typing(cells), lines, typing(new))
    found = openpyxl.load_workbook(file, data_only=True)
    chart, tasks, matrix = found["Gantt"], found["Công việc"], found["Ma trận"]
    count = len(rows) + 2
    assert [chart.cell(row + 1, 1).value for row in range(2, count)] == [
        tasks.cell(row, 1).value for row in range(2, count)
    ]
    assert [tasks.cell(row, 2).value for row in (2, 5)] != [page.cell(row, 2).value for row in (2, 5)]
    shown = ([chart.cell(row, column).value for column in (1, 4, 5, 6)] for row in range(3, count + 2))
    own = {name: rest for name, *rest in shown}
    marks = {name for name, (_, _, mark) in own.items() if mark == "chưa tính lại"}
    assert marks == {"B3", "B5", "X1"}
    for name, row in rows.items():
        if name and name not in marks:
            assert own[name][:2] == [page.cell(row, column).value for column in (7, 8)], name
    assert own["B3"][:2] == [datetime(2024, 11, 14, 8), datetime(2024, 11, 19, 17, 30)]  # the 15th is off now
    assert own["B5"][:2] == [datetime(2024, 11, 11, 8), datetime(2024, 11, 11, 17, 30)]  # after A2, over on the 8th
    assert own["X1"][:2] == [datetime(2024, 11, 18, 8), datetime(2024, 11, 19, 12)]
    changed = {matrix.cell(row, 1).value for row in range(2, matrix.max_row + 1) if matrix.cell(row, 4).value}
    assert changed == {"G1"}
    assert "+ 1 việc chưa có trong bảng này" in [cell.value for cell in matrix["B"]]


def test_an_organiser_changes_three_durations_and_adds_a_task(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "hoi-nghi.xlsx"
    file.write_bytes(written(EVENT))
    page = openpyxl.load_workbook(file)["Công việc"]
    rows = {page.cell(row, 1).value: row for row in range(2, page.max_row + 1)}
    new = len([name for name in rows if name]) + 2
    cells = {f"E{rows['B3']}": "3d", f"E{rows['F6']}": "2", f"E{rows['G4']}": "1.5d"}
    cells |= {f"A{new}": "G10", f"B{new}": "In tài liệu phát cho báo chí", f"C{new}": "Sở VHTT", f"E{new}": "1d"}
    cells |= {f"F{new}": "B6; G3", f"K{new}": "Hội trường, chương trình, tài liệu"}
    typed(profile, file, typing(cells))
    chart = openpyxl.load_workbook(file, data_only=True)["Gantt"]
    marks = {chart.cell(row, 1).value: chart.cell(row, 6).value for row in range(3, new + 2)}
    assert {name for name, mark in marks.items() if mark == "chưa tính lại"} == {"B3", "F6", "G4", "G10"}
    assert (chart["A1"].value or "").startswith("Tính lúc xuất")
    bars = {chart.cell(row, 1).value: [chart.cell(row, column).value for column in (4, 5)] for row in range(3, new + 2)}
    assert bars["B3"] == [datetime(2024, 11, 14, 8), datetime(2024, 11, 18, 17, 30)]  # over a week-end
    assert bars["G4"] == [datetime(2024, 11, 13, 13, 30), datetime(2024, 11, 14, 17, 30)]
    assert bars["G10"] == [datetime(2024, 11, 20, 8), datetime(2024, 11, 20, 17, 30)]  # after B6, the later of both
    loaded = load(file)
    assert loaded.problems == ()
    before, after = built(nodes(EVENT)), loaded.ceremony
    assert after is not None
    changed = {task.id: task.minutes for task in after.tasks if task not in before.tasks}
    assert changed == {"B3": 1440, "F6": 960, "G4": 720, "G10": 480}
    assert {task.id for task in before.tasks} <= {task.id for task in after.tasks}
    added = after.task("G10")
    assert (added.lead, added.phase) == ("so-vhtt", "hoi-truong")
    assert [link.predecessor for link in after.links if link.successor == "G10"] == ["B6", "G3"]
    assert plan(after).rows["B3"].finish > plan(before).rows["B3"].finish
