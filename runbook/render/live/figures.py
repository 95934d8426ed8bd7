"""Clock times in figures that are seen from across a room."""

from __future__ import annotations

HIGH = 5  # lines of a figure
_SHAPES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}
_BLOCK = {"#": "██", " ": "  "}


def figures(text: str) -> list[str]:
    """Digits, colons and a plus as HIGH lines, each dot two columns wide."""
    rows = ("  ".join("".join(_BLOCK[dot] for dot in _SHAPES[sign][line]) for sign in text) for line in range(HIGH))
    return [row.rstrip() for row in rows]
