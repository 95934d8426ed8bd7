"""Writing is whole or not at all; reading says in words what is in the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runbook.files import MARKER, UnusableError, create, examples, load, read, safe_names, save, write, write_folder
from runbook.problems import Problem
from tests.powerless import powerless

ROOT = Path(__file__).resolve().parents[1]
CEREMONY = """\
ceremony: le
title: Lễ
date: 22/11/2024
hours: 08:30-10:30
worktime: {office: {hours: [08:00-12:00], holidays: [%s]}}
agencies: {a: Cơ quan A}
tasks:
  E1: {title: Họp, lead: a, work: 1d}
"""


def refused(what: object) -> UnusableError:
    assert isinstance(what, pytest.ExceptionInfo)
    assert isinstance(what.value, UnusableError)
    return what.value


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    write(path, b"one")
    write(path, b"two")
    assert (path.read_bytes(), names(tmp_path)) == (b"two", ["plan.ics"])


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write(path, b"two")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"two", 0o640)


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.ics").write_bytes(b"one")
    (tmp_path / "link.ics").symlink_to("real.ics")
    write(tmp_path / "link.ics", b"two")
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "real.ics").read_bytes() == b"two"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableError) as error:
        write(Path("/dev/full"), b"data")
    assert refused(error).code == "full"


def limited(code: str, folder: Path) -> str:
    """Run a piece of Python that may write no file longer than 1,000 bytes, as on a full disk."""
    resource = pytest.importorskip("resource", reason="this system cannot limit the size of files")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    head = "import signal\nfrom pathlib import Path\nfrom runbook.files import *\n"
    head += "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", head + code],
        cwd=folder,
        env=env,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_on_a_full_disk_the_old_file_stays_and_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "plan.ics").write_bytes(b"old")
    code = "try: write(Path('plan.ics'), b'x' * 5000)\nexcept UnusableError as error: print(error.code)"
    assert limited(code, tmp_path) == "full\n"
    assert (names(tmp_path), (tmp_path / "plan.ics").read_bytes()) == (["plan.ics"], b"old")


def test_on_a_full_disk_the_old_build_stays(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("index.html", b"old")])
    code = (
        "try: write_folder(Path('out'), [('index.html', b'new'), ('a/b.html', b'x' * 5000)])\n"
        "except UnusableError as error: print(error.code)"
    )
    assert limited(code, tmp_path) == "full\n"
    assert names(tmp_path) == ["out", "out/index.html", f"out/{MARKER}"]
    assert (tmp_path / "out/index.html").read_bytes() == b"old"


def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    with powerless(tmp_path, 0o555), pytest.raises(UnusableError) as error:
        write(Path("plan.ics"), b"data")
    assert refused(error).code == "denied"


def test_what_is_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cases: dict[str, Callable[[], None]] = {
        "is-folder": lambda: write(tmp_path, b""),
        "not-folder": lambda: write(tmp_path / "file" / "plan.ics", b""),
        "no-folder": lambda: write(tmp_path / "none" / "plan.ics", b""),
        "exists": lambda: create(tmp_path / "file", b""),
        "bad-name": lambda: write(tmp_path / ("x" * 300), b""),
    }
    found = {}
    for code, attempt in cases.items():
        with pytest.raises(UnusableError) as error:
            attempt()
        found[code] = refused(error).code
    assert found == {code: code for code in cases}
    assert names(tmp_path) == ["file"]


def test_reading_tells_what_is_in_the_way(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "is-folder"), (tmp_path / "none", "missing"), (Path("a\0b"), "bad-name")):
        with pytest.raises(UnusableError) as error:
            read(path)
        assert refused(error).code == code


def test_a_build_replaces_the_build_before_it_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert write_folder(out, [("index.html", b"1"), ("sheets/a.html", b"1"), ("old.html", b"1")]) == 3
    assert write_folder(out, [("index.html", b"2"), ("sheets/a.html", b"2")]) == 2
    assert names(tmp_path) == ["out", "out/index.html", f"out/{MARKER}", "out/sheets", "out/sheets/a.html"]
    assert json.loads((out / MARKER).read_text()) == {"files": ["index.html", "sheets/a.html"]}


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", [("index.html", b"1")])
    assert names(tmp_path / "out") == ["index.html", MARKER]


@pytest.mark.parametrize("built_before", [False, True])
def test_other_peoples_files_are_never_deleted(tmp_path: Path, built_before: bool) -> None:
    out = tmp_path / "out"
    if built_before:
        write_folder(out, [("index.html", b"1")])
    (out / "minutes").mkdir(parents=True)
    (out / "minutes" / "mine.docx").write_bytes(b"mine")
    with pytest.raises(UnusableError) as error:
        write_folder(out, [("index.html", b"2")])
    assert (refused(error).code, refused(error).facts["file"]) == ("foreign", "minutes/mine.docx")
    assert (out / "minutes" / "mine.docx").read_bytes() == b"mine"


def test_a_build_that_fails_half_way_leaves_the_one_before(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("index.html", b"1")])

    def breaking() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"2"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "out", breaking())
    assert names(tmp_path) == ["out", "out/index.html", f"out/{MARKER}"]
    assert (tmp_path / "out/index.html").read_bytes() == b"1"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(UnusableError) as error:
        write_folder(tmp_path / "out", [("index.html", b"1")])
    assert (refused(error).code, names(tmp_path)) == ("not-folder", ["out"])


def test_file_names_are_good_on_windows() -> None:
    assert safe_names(["so-y-te", "con", "NUL.x", "com1", "So-Y-Te", "so-y-te_2"]) == {
        "so-y-te": "so-y-te",
        "con": "con_",
        "NUL.x": "NUL.x_",
        "com1": "com1_",
        "So-Y-Te": "So-Y-Te_2",
        "so-y-te_2": "so-y-te_2_2",
    }


def test_a_file_name_that_another_file_bears_is_not_given_away() -> None:
    assert safe_names(["all", "ALL", "so-y-te"], "all") == {"all": "all_2", "ALL": "ALL_3", "so-y-te": "so-y-te"}


def test_a_result_replaces_an_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    source, mine, old, empty = (tmp_path / name for name in ("le.yaml", "mine.txt", "old.ics", "empty.ics"))
    for path, data in ((source, b"HEAD"), (mine, b"mine"), (old, b"HEAD 1"), (empty, b"")):
        path.write_bytes(data)
    (tmp_path / "link.ics").symlink_to("le.yaml")
    for path, code in ((source, "is-source"), (tmp_path / "link.ics", "is-source"), (mine, "not-ours")):
        with pytest.raises(UnusableError) as error:
            save(path, b"HEAD 2", b"HEAD", source)
        assert refused(error).code == code
    for path in (old, empty, tmp_path / "new.ics"):
        save(path, b"HEAD 2", b"HEAD", source)
        assert path.read_bytes() == b"HEAD 2"
    assert (source.read_bytes(), mine.read_bytes()) == (b"HEAD", b"mine")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_file_without_an_end_is_told() -> None:
    with pytest.raises(UnusableError) as error:
        read(Path("/dev/zero"))
    assert (refused(error).code, refused(error).facts["most"]) == ("too-large", "80")


def test_a_folder_in_the_place_of_a_file_is_told_even_where_it_is_closed(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0)
    with powerless(tmp_path, 0o555), pytest.raises(UnusableError) as error:
        read(Path("closed"))
    assert refused(error).code == "is-folder"


@pytest.mark.parametrize("folder", ["", ".", "..", "../.."])
def test_the_current_folder_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    with pytest.raises(UnusableError) as error:
        write_folder(Path(folder), [("index.html", b"1")])
    assert (refused(error).code, names(tmp_path)) == ("current-folder", ["a", "a/b"])


def test_a_build_cut_off_between_its_renames_is_put_back(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("index.html", b"1")])
    (tmp_path / "out").rename(tmp_path / ".out.0123abcd.old")

    def breaking() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"2"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "out", breaking())
    assert names(tmp_path) == ["out", "out/index.html", f"out/{MARKER}"]
    assert (tmp_path / "out/index.html").read_bytes() == b"1"


def test_an_old_build_left_aside_is_taken_away_but_nothing_of_others(tmp_path: Path) -> None:
    for name in (".out.0123abcd.old", ".out.4567abcd.old", ".out.mine.old", ".outs.0123abcd.old"):
        write_folder(tmp_path / name, [("index.html", b"1")])
    (tmp_path / ".out.4567abcd.old" / "mine.txt").write_bytes(b"mine")
    write_folder(tmp_path / "out", [("index.html", b"2")])
    write_folder(tmp_path / "out", [("index.html", b"2")])
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"out", ".out.4567abcd.old", ".out.mine.old", ".outs.0123abcd.old"}
    assert (tmp_path / "out/index.html").read_bytes() == b"2"


def problems(path: Path, text: str, changes: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    path.write_text(text, encoding="utf-8")
    found: tuple[Problem, ...] = load(path, changes).problems
    return [(one.code, Path(one.place.file).name if one.place else "") for one in found]


def test_a_holiday_table_beside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "nghi.csv").write_text("day,name\n21/11/2024,Nghỉ\n", encoding="utf-8")
    (tmp_path / "le.yaml").write_text(CEREMONY % "vietnam, nghi.csv", encoding="utf-8")
    ceremony = load(tmp_path / "le.yaml").ceremony
    assert ceremony is not None
    days = [day.isoformat() for day in ceremony.worktimes["office"].pattern.holidays if day.year == 2024]
    assert days[-1] == "2024-11-21"
    assert "2024-09-02" in days


@pytest.mark.parametrize("name", ["none.csv", "../le/nghi.csv", "/etc/passwd.csv", "atlantis", "vietnam/2024"])
def test_an_unknown_holiday_table_is_a_problem(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path / "le.yaml", CEREMONY % name) == [("unknown-holidays", "le.yaml")]


def test_a_bad_line_of_a_holiday_table_is_a_problem_in_that_table(tmp_path: Path) -> None:
    (tmp_path / "nghi.csv").write_text("day,name\n31/11/2024,Nghỉ\n", encoding="utf-8")
    (one,) = problems(tmp_path / "le.yaml", CEREMONY % "nghi.csv")
    assert one[1] == "nghi.csv"


def test_a_table_that_is_not_utf8_is_a_problem_in_that_table(tmp_path: Path) -> None:
    (tmp_path / "nghi.csv").write_bytes(b"day,name\n21/11/2024,\xff\n")
    assert problems(tmp_path / "le.yaml", CEREMONY % "nghi.csv") == [("not-utf8", "nghi.csv")]


def test_tried_changes_and_circles_are_problems_too(tmp_path: Path) -> None:
    path = tmp_path / "le.yaml"
    assert problems(path, CEREMONY % "vietnam", ("E1.work",)) == [("bad-set", "--set")]
    assert problems(path, CEREMONY % "vietnam", ("E1.after=E1",)) != []
    assert problems(path, CEREMONY % "vietnam") == []


def test_the_examples_are_the_events() -> None:
    assert list(examples()) == sorted(path.stem for path in (ROOT / "events").glob("*.yaml"))
