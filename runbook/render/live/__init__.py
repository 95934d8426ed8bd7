"""The day itself on a screen: lines of text for a window of any size, and the same told once."""

from __future__ import annotations

from runbook.render.live.data import data
from runbook.render.live.screen import View, screen
from runbook.render.live.told import told

__all__ = ["View", "data", "screen", "told"]
