"""The only place that touches the disk: ceremony files read, results written whole or not at all."""

from __future__ import annotations

from runbook.files.disk import MARKER, Unusable, create, read, safe_names, write, write_folder
from runbook.files.loading import Loaded, load

__all__ = ["MARKER", "Loaded", "Unusable", "create", "load", "read", "safe_names", "write", "write_folder"]
