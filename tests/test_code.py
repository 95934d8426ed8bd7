"""The whole tree, no file exempt, passes the type checker and the linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "types": ["mypy"],
    "lint": ["ruff", "check", "--no-cache", "."],
    "format": ["ruff", "format", "--check", "--no-cache", "."],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_is_clean(check: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_exempt() -> None:
    settings = (ROOT / "setup.cfg").read_text("utf-8") + (ROOT / "pyproject.toml").read_text("utf-8")
    assert not [word for word in ("exclude", "per-file-ignores", "ignore_errors") if word in settings]
