"""The only place that touches the disk: ceremony files read, results written whole or not at all."""

from __future__ import annotations

from runbook.files.disk import (
    MARKER,
    UnusableError,
    create,
    put_in_place,
    read,
    safe_names,
    save,
    settle,
    write,
    write_folder,
)
from runbook.files.loading import Loaded, load, tables
from runbook.files.shipped import examples, starter

__all__ = [
    "MARKER",
    "Loaded",
    "UnusableError",
    "create",
    "examples",
    "load",
    "put_in_place",
    "read",
    "safe_names",
    "save",
    "settle",
    "starter",
    "tables",
    "write",
    "write_folder",
]
