"""Write how wide the letters of the bundled Noto Sans are, as the table that drawings are laid out by.

Needs fontTools, and the fonts that fonts.py has written. No arguments.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

# As wide as an unknown letter, which is safe: Latin letters of neither language, figures above and below the line.
RARE = {*range(0x1E00, 0x1EA0), *range(0x2040, 0x20A0)}
RENDER = Path(__file__).resolve().parent.parent / "runbook" / "render"
HEAD = '''"""Advance widths of the letters of Noto Sans, in thousandths of the type size; written by docs/letters.py.

Each row is a width and the letters of it.
"""

from __future__ import annotations
'''


def main() -> None:
    """Write the module of widths."""
    tables = [f"{face.upper()} = {{\n{''.join(_rows(face))}}}\n" for face in ("Regular", "Bold")]
    (RENDER / "drawing" / "letter_widths.py").write_text("\n".join([HEAD, *tables]), "utf-8")


def widths(face: str) -> dict[str, int]:
    """The advance of every letter of a bundled face."""
    font = TTFont(RENDER / "pdf" / "fonts" / f"NotoSans-{face}.ttf")
    wanted = {code: glyph for code, glyph in sorted(font.getBestCmap().items()) if font["hmtx"][glyph][0]}
    return {chr(code): font["hmtx"][glyph][0] for code, glyph in wanted.items() if code not in RARE}


def _rows(face: str) -> list[str]:
    ordered = sorted(widths(face).items(), key=lambda pair: (pair[1], pair[0]))
    found = []
    for width, letters in groupby(ordered, key=lambda pair: pair[1]):
        shown = [_shown(letter) for letter, _ in letters]
        lines = ['"' + "".join(shown[first : first + 24]) + '"' for first in range(0, len(shown), 24)]
        found.append(f"    {width}: " + (lines[0] if len(lines) == 1 else "(" + " ".join(lines) + ")") + ",\n")
    return found


def _shown(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() and (letter.isascii() or letter.isalpha()) else f"\\u{ord(letter):04x}"


if __name__ == "__main__":
    main()
