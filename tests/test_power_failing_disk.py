"""A disk that is full, closed or failing is told in words; what was there stays, and all works again afterwards."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest

from tests.power.cuts import in_memory
from tests.power.failing import fail, third, workspaces
from tests.power.workspaces import build, ceremony, files, next_build_begins, release, releases_left, runbook
from tests.powerless import powerless

FULL = "the disk is full"


def test_a_release_fails_at_any_write_and_can_be_made_again() -> None:
    with in_memory() as home:
        workspaces(home, 60)
        fail(home, "release", "pwrite64", "ENOSPC", lasting=True)
        codes = {folder.name: release_left(folder, FULL) for folder in folders(home)}
        assert set(codes.values()) == {0, 1}


@pytest.mark.parametrize(("call", "error"), [("fdatasync", "EIO"), ("fsync", "ENOSPC"), ("pwrite64", "EIO")])
def test_a_release_fails_once_and_can_be_made_again(call: str, error: str) -> None:
    with in_memory() as home:
        workspaces(home, 12)
        fail(home, "release", call, error, lasting=False)
        for folder in folders(home):
            release_left(folder, "cannot be")


def release_left(folder: Path, why: str) -> int:
    """The exit code of the third release, after all that must hold of it is seen to hold."""
    code, said = int(folder.with_suffix(".code").read_text()), folder.with_suffix(".said").read_text("utf-8")
    assert (code == 1 and why in said) or (code == 0 and "Released as number 3" in said), said
    assert releases_left(folder, 2 if code else 3) == "sound"
    assert third("release", folder) == 0
    assert releases_left(folder, 3) == "sound"
    return code


@pytest.mark.parametrize(
    ("call", "error", "lasting", "count"),
    [
        ("write", "ENOSPC", False, 30),
        ("fsync", "ENOSPC", True, 30),
        ("rename", "EIO", False, 5),
        ("rename", "EIO", True, 5),
        ("mkdir", "ENOSPC", True, 24),
    ],
)
def test_a_build_fails_at_any_call_and_leaves_the_one_before(call: str, error: str, lasting: bool, count: int) -> None:
    with in_memory() as home:
        workspaces(home, count)
        old = files(home / "1" / "out")
        fail(home, "build", call, error, lasting)
        codes = set()
        for folder in folders(home):
            code = int(folder.with_suffix(".code").read_text())
            codes.add(code)
            assert lasting or (folder / "out").exists()  # a disk that fails for good is mended by a later build
            next_build_begins(folder / "out")
            found = files(folder / "out")
            said = folder.with_suffix(".said").read_text("utf-8")
            assert "Traceback" not in said
            assert code == 0 or (FULL if error == "ENOSPC" else "cannot be used") in said, said
            assert third("build", folder) == 0
            new = files(folder / "out")
            assert found in ((old, new) if code else (new,))
            assert not list(folder.glob(".*"))
        assert codes == {0, 1}


def folders(home: Path) -> list[Path]:
    return sorted(path for path in home.iterdir() if path.is_dir())


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of its own at a folder, of one megabyte."""
    if not which("mount"):
        pytest.skip("this system has no command mount")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1000k", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_nothing_is_lost_and_with_space_again_all_works(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with small_disk(tmp_path):
        (tmp_path / "ballast").write_bytes(bytes(100_000))
        number = codes = 0
        while not codes:
            number += 1
            (tmp_path / "le.yaml").write_text(ceremony(number), "utf-8")
            codes = runbook("release", str(tmp_path / "le.yaml"), "-m", str(number)) or third("build", tmp_path)
        (tmp_path / "more").write_bytes(bytes(1000))
        assert (codes, FULL in capfd.readouterr().err) == (1, True)
        assert releases_left(tmp_path, number - 1) == "sound"
        (tmp_path / "ballast").unlink()
        runbook("release", str(tmp_path / "le.yaml"), "-m", str(number))
        build(tmp_path)
        assert releases_left(tmp_path, number) == "sound"


def test_a_closed_folder_is_told_and_read(capfd: pytest.CaptureFixture[str]) -> None:
    with in_memory() as folder:
        release(folder, 1)
        build(folder)
        (folder / "le.yaml").write_text(ceremony(2), "utf-8")
        before = files(folder)
        runbook("history", str(folder / "le.yaml"))  # what it needs is read while it may be
        with powerless(folder, 0o555):
            for words in (
                ("release", "le.yaml", "-m", "2"),
                ("build", "le.yaml", "--only", "pages", "--output", "out"),
            ):
                assert runbook(*words) == 1
                assert "no permission" in capfd.readouterr().err
            assert runbook("history", "le.yaml") == 0
        assert files(folder) == before
