"""Next year's ceremony file made from this year's, its text edited in place and its days anchored to a new day N."""

from __future__ import annotations

from runbook.cloning.remarks import Remark
from runbook.cloning.whole import Clone, clone, day_n

__all__ = ["Clone", "Remark", "clone", "day_n"]
