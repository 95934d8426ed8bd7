"""Levelling on the instances of PSPLIB."""

from __future__ import annotations

from benchmarks.levelling.compared import run

__all__ = ["run"]
