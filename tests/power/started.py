"""A release and a build made once, so that a process forked from here needs not begin by reading the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.power.workspaces import release_and_build

with tempfile.TemporaryDirectory() as folder:
    release_and_build(Path(folder), 2)
