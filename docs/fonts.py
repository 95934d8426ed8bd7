"""Write the fonts that are bundled for paper: the letters Vietnamese and English need, cut out of complete fonts.

Needs fontTools, and the complete fonts where Debian's fonts-croscore and fonts-noto-core put them. No arguments.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

COMPLETE = Path("/usr/share/fonts/truetype")
BUNDLED = Path(__file__).resolve().parent.parent / "runbook" / "render" / "pdf" / "fonts"

# Latin with every Vietnamese letter, composed or with marks of its own; punctuation, currency, numero sign.
LETTERS = [
    *range(0x0020, 0x0180),
    *range(0x01A0, 0x01B1),
    *range(0x0300, 0x0330),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2050),
    *range(0x2070, 0x20D0),
    0x2113,
    0x2116,
    0x2122,
]
# What text fonts leave out and office people type: arrows, comparison, boxes, ticks and stars.
SIGNS = [*range(0x2150, 0x2270), *range(0x25A0, 0x2600), *range(0x2605, 0x2607), *range(0x2610, 0x2613)]
SIGNS += [*range(0x2713, 0x2719), 0x260E, 0x2709, 0x26A0]

FACES = {
    **{f"Tinos-{style}": ("croscore", LETTERS) for style in ("Regular", "Bold", "Italic", "BoldItalic")},
    **{f"NotoSans-{style}": ("noto", LETTERS) for style in ("Regular", "Bold", "Italic", "BoldItalic")},
    "NotoSansMath-Regular": ("noto", SIGNS),
    "NotoSansSymbols-Regular": ("noto", SIGNS),
    "NotoSansSymbols2-Regular": ("noto", SIGNS),
}


def main() -> None:
    """Write every face into the folder of bundled fonts."""
    for name, (folder, letters) in FACES.items():
        font = TTFont(COMPLETE / folder / f"{name}.ttf", recalcTimestamp=False)
        cutter = Subsetter(Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True))
        cutter.populate(unicodes=letters)
        cutter.subset(font)
        font.save(BUNDLED / f"{name}.ttf")


if __name__ == "__main__":
    main()
