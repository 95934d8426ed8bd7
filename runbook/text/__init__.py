"""Words: Vietnamese text made comparable, and every sentence a user sees in both languages."""

from __future__ import annotations

from runbook.text.catalogue import LANGUAGES, say
from runbook.text.folding import folded, nfc

__all__ = ["LANGUAGES", "folded", "nfc", "say"]
