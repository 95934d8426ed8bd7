"""Exports: the plan as text that other programs read."""

from __future__ import annotations
