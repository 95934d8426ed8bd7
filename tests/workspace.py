"""A folder with a ceremony file and its store, worked in by the commands people type."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import icalendar
from click.testing import CliRunner, Result

import cli

ROOT = Path(__file__).resolve().parents[1]
FIRST, SECOND, THIRD = "13/11/2024T09:00", "14/11/2024T09:00", "15/11/2024T09:00"
CEREMONY = """\
ceremony: le
title: Lễ kỷ niệm
plan: {number: 12/KH-UBND, date: 11/11/2024, issuer: UBND Thành phố}
date: 22/11/2024
hours: 08:30-10:30
start: 14/11/2024 08:00
venue: {name: Nhà hát, address: số 1 Tràng Tiền}
agencies:
  van-phong: {name: Văn phòng UBND, short: Văn phòng, standing: yes, email: vp@example.vn}
  cong-an: {name: Công an Thành phố, short: Công an, email: ca@example.vn}
  so-y-te: {name: Sở Y tế}
  cac-quan: {name: Các quận, members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ}}
tasks:
  A: {title: Lập danh sách, lead: van-phong, work: 1d}
  B: {title: Phương án bảo vệ, lead: cong-an, support: [so-y-te], work: 2d, after: A}
  C: {title: Trực cấp cứu, lead: so-y-te, work: 1d, finish: by 20/11/2024}
  D: {title: Nộp báo cáo, each: cac-quan, work: 1d, after: A}
programme:
  - {id: p1, title: Chào cờ, lead: van-phong, length: 15m}
"""


@dataclass(frozen=True)
class Workspace:
    """The present folder; `file` is the ceremony file in it."""

    file: Path = Path("le.yaml")

    def write(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8", newline="")

    def release(self, text: str, at: str = FIRST, message: str = "Lý do") -> Result:
        """The text written and released, which must go well."""
        self.write(text)
        return done(run("release", str(self.file), "-m", message, "--at", at))

    def built(self, only: str = "pages,calendars") -> dict[str, bytes]:
        """The files of a build, by path."""
        done(run("build", str(self.file), "--only", only, "--output", "out"))
        return files("out")

    def feeds(self) -> dict[str, bytes]:
        done(run("build", str(self.file), "--feeds", "--output", "feeds"))
        return files("feeds")


def run(*args: str, language: str = "vi", columns: int = 100, **env: str) -> Result:
    """A command as it is typed, with a name for who issues."""
    environment = {"RUNBOOK_LANG": language, "COLUMNS": str(columns), "RUNBOOK_ACTOR": "thu-ky", "NO_COLOR": None} | env
    return CliRunner(env=environment).invoke(cli.runbook, list(args), prog_name="runbook")


def done(result: Result) -> Result:
    """What went well."""
    assert result.exit_code == 0, result.output
    return result


def process(*args: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own, in that folder."""
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "RUNBOOK", "PYTHON"))
    }
    words = [sys.executable, str(ROOT / "cli.py"), *args]
    return subprocess.run(words, env={**clean, **env}, cwd=folder, capture_output=True, check=False)


def files(folder: str | Path) -> dict[str, bytes]:
    """Every file below a folder by its path there."""
    there = Path(folder)
    return {path.relative_to(there).as_posix(): path.read_bytes() for path in there.rglob("*") if path.is_file()}


def own(agency: str, name: str) -> str:
    """The path of an agency's file in a build."""
    return f"don-vi/{agency}/{agency}-{name}"


def common(name: str) -> str:
    """The path of everybody's file in a build."""
    return f"tai-lieu-chung/{name}"


def readers(built: Iterable[str], name: str) -> set[str]:
    """The agencies with a file of that name in a build, "" for everybody."""
    found = {path.split("/")[1] for path in built if path.startswith("don-vi/") and path.endswith(f"-{name}")}
    return {one for one in found if own(one, name) in built} | ({""} if common(name) in built else set())


def entries(data: bytes) -> dict[str, Any]:
    """The entries of a calendar by UID, as the package icalendar reads them; a UID that stands twice fails."""
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    by_uid = {str(one["UID"]): one for one in found}
    assert len(by_uid) == len(found)
    return by_uid


def titles(data: bytes) -> list[str]:
    """The summaries of a calendar's entries, in its order."""
    return [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(data).walk("VEVENT")]
