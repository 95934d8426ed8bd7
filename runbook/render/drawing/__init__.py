"""Drawings: pages laid out as shapes in millimetres, the same for every kind of file."""

from __future__ import annotations
