"""A terminal taken over as a whole: lines drawn, keys read, everything given back at the end.

The one room that knows what a terminal is made of; what is drawn comes from elsewhere as lines of text.
"""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager

from runbook.fullscreen.window import ClosedError, Window

__all__ = ["ClosedError", "Window", "present", "taken"]


def present() -> bool:
    """Whether a person sits before a terminal that can be drawn on, to look and to press keys."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def taken() -> AbstractContextManager[Window]:
    """The terminal for as long as the context lasts. It is given back whatever ends it: an error, Ctrl-C, a signal."""
    if sys.platform == "win32":
        from runbook.fullscreen.windows import taken as on_windows

        return on_windows()
    from runbook.fullscreen.posix import taken as on_posix

    return on_posix()
