"""After a power cut at any point a result is the old one or the new one; after its command ended, the new one."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from runbook.files import MARKER, write, write_folder
from tests.power.cuts import cuts
from tests.power.disk import Acknowledged, Sync
from tests.power.recording import record
from tests.power.subjects import build, rebuild, rewrite, rewritten
from tests.power.workspaces import next_build_begins


def built(out: Path, last: int) -> str:
    """What is left of a folder built for the `last` time, or the next, in the same words; "missing" where none is."""
    if not out.exists():
        return "missing"
    there = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return "sound" if there in (whole(last), whole(last + 1)) else "torn"


def whole(number: int) -> dict[str, bytes]:
    files = build(number)
    return files | {MARKER: (json.dumps({"files": list(files)}, indent=1) + "\n").encode()}


def test_a_file_is_old_or_new(tmp_path: Path) -> None:
    found = Counter(rewritten(*left) for left in cuts(record(rewrite, tmp_path, "runbook", 100), seed=2, draws=100))
    assert found.keys() == {"sound"}
    assert found.total() >= 1000


@pytest.mark.parametrize(("draws", "least"), [(4, 1000), pytest.param(40, 5000, marks=pytest.mark.slow)])
def test_a_build_is_old_or_new_or_put_back_by_the_next(tmp_path: Path, draws: int, least: int) -> None:
    write_folder(tmp_path / "le", build(0).items())
    found, mended = Counter[str](), Counter[str]()
    for folder, acknowledged in cuts(record(rebuild, tmp_path, "le", 20), seed=2, draws=draws):
        found[built(folder / "le", len(acknowledged))] += 1
        next_build_begins(folder / "le")
        mended[built(folder / "le", len(acknowledged))] += 1
    assert found.keys() == {"sound", "missing"}
    assert mended.keys() == {"sound"}
    assert found.total() >= least


def test_a_first_build_takes_the_folders_above_it_along(tmp_path: Path) -> None:
    for folder, acknowledged in cuts(record(rebuild, tmp_path, "out/2024/le", 2), seed=2, draws=8):
        if len(acknowledged) == 1:
            next_build_begins(folder / "out/2024/le")
            assert built(folder / "out/2024/le", 1) == "sound"


@pytest.mark.parametrize("old", [".le.0123abcd.old", "le"])
def test_a_build_that_mends_may_be_cut_off_itself(tmp_path: Path, old: str) -> None:
    write_folder(tmp_path / old, build(0).items())
    write_folder(tmp_path / ".le.89abcdef.old", build(0).items())
    write_folder(tmp_path / ".le.89abcdef.gone", [("index.html", b"")])
    (tmp_path / ".le.89abcdef.gone" / MARKER).unlink()
    for folder, acknowledged in cuts(record(rebuild, tmp_path, "le", 2), seed=2, draws=8):
        next_build_begins(folder / "le")
        assert built(folder / "le", len(acknowledged)) == "sound"


def test_a_reader_finds_none_only_between_the_two_renames_of_a_build(tmp_path: Path) -> None:
    write_folder(tmp_path / "le", build(0).items())
    recording, seen = record(rebuild, tmp_path, "le", 2), Counter[str]()
    disk, last = recording.before, 0
    for one in recording.operations:
        if isinstance(one, Acknowledged):
            last += 1
        elif not isinstance(one, Sync):
            disk = disk.after([one])
            tree = disk.tree()
            there = {name[3:]: data for name, data in tree.items() if name.startswith("le/") and data is not None}
            seen["sound" if there in (whole(last), whole(last + 1)) else "torn" if "le" in tree else "missing"] += 1
    assert (seen["missing"], seen["torn"]) == (2, 0)


def test_a_build_that_somebody_added_to_is_put_back_after_all_others(tmp_path: Path) -> None:
    for name in (".le.0123abcd.old", ".le.4567abcd.old"):
        write_folder(tmp_path / name, build(0).items())
    (tmp_path / ".le.0123abcd.old" / "mine.txt").write_bytes(b"mine")
    next_build_begins(tmp_path / "le")
    assert built(tmp_path / "le", 0) == "sound"
    assert (tmp_path / ".le.0123abcd.old" / "mine.txt").read_bytes() == b"mine"


def test_what_was_cut_off_long_ago_is_swept_away_and_what_is_at_work_is_not(tmp_path: Path) -> None:
    names = [".plan.ics.0123abcd.new", ".plan.ics.4567abcd.new", ".le.0123abcd.new", ".le.4567abcd.new", ".le.mine.new"]
    for name in names:
        write_folder(tmp_path / name, [("index.html", b"")]) if name.startswith(".le") else write(tmp_path / name, b"")
    for name in (names[0], names[2], names[4]):
        os.utime(tmp_path / name, (0, 0))
    write(tmp_path / "plan.ics", b"new")
    write_folder(tmp_path / "le", build(1).items())
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"plan.ics", "le", names[1], names[3], names[4]}
