"""The superuser without the power to write anywhere, so that tests of permissions hold for every user."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


@contextmanager
def powerless(folder: Path, mode: int) -> Iterator[None]:
    """Stand in that folder, which has that mode, as a user who owns nothing there.

    Paths in it must be written as relative ones: the folders above may be closed to that user.
    """
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no modes of folders")
    before, home, superuser = folder.stat().st_mode, Path.cwd(), os.geteuid() == 0
    os.chdir(folder)
    folder.chmod(mode)
    if superuser:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(before)
        os.chdir(home)
