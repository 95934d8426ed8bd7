"""What is installed is what stands in the tree."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def setup() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_package_of_the_tree_and_the_ceremonies_are_installed() -> None:
    listed = set(setup()["options"]["packages"].split())
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "runbook").rglob("__init__.py")}
    assert listed == folders | {"runbook.examples", "runbook.holidays"}


def test_every_data_file_of_the_tree_is_installed() -> None:
    patterns = dict(setup()["options.package_data"])
    homes = {"runbook": "runbook", "runbook.holidays": "runbook/holidays", "runbook.examples": "events"}
    homes |= {name: name.replace(".", "/") for name in patterns if name not in homes}
    covered = {
        path
        for name, globs in patterns.items()
        for pattern in globs.replace("\n", ",").split(",")
        for path in (ROOT / homes[name]).glob(pattern.strip())
    }
    held = (path for folder in ("runbook", "events") for path in (ROOT / folder).rglob("*") if path.is_file())
    data = [path for path in held if "__pycache__" not in path.parts]
    missing = [str(path) for path in data if path.suffix != ".py" and path not in covered]
    assert missing == []
