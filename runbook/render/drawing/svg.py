"""A scene as SVG with real text, which can be searched and copied."""

from __future__ import annotations

import re
from html import escape

from runbook.render.drawing.scene import MM_PER_POINT, Item, Line, Point, Polygon, Rect, Scene, Text

FONTS = "Noto Sans, Liberation Sans, Arial, sans-serif"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")  # no place in an XML document


def svg(scene: Scene) -> str:
    """A file of its own, at the size of its paper. It loads nothing and runs nothing."""
    size = f'width="{_number(scene.width)}mm" height="{_number(scene.height)}mm"'
    told = f'<title id="title">{_text(scene.title)}</title>\n<desc id="about">{_text(scene.about)}</desc>\n'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {_box(scene)} role="img" aria-labelledby="title about"'
        f' font-family="{FONTS}">\n{told}<rect width="100%" height="100%" fill="#ffffff"/>\n{_items(scene)}</svg>\n'
    )


def inline(scene: Scene) -> str:
    """An element within an HTML page, as wide as the page lets it be."""
    label = " ".join(filter(None, [f"{scene.title}.", scene.about]))
    return f'<svg {_box(scene)} role="img" aria-label="{_text(label)}">\n{_items(scene)}</svg>\n'


def _box(scene: Scene) -> str:
    return f'viewBox="0 0 {_number(scene.width)} {_number(scene.height)}"'


def _items(scene: Scene) -> str:
    return "".join(map(_item, scene.items))


def _item(item: Item) -> str:
    if isinstance(item, Text):
        return _written(item)
    if isinstance(item, Line):
        dash = f' stroke-dasharray="{" ".join(map(_number, item.dash))}"' if item.dash else ""
        return f'<polyline points="{_points(item.points)}" fill="none"{_stroke(item.colour, item.weight)}{dash}/>\n'
    look = f' fill="{item.fill or "none"}"{_stroke(item.stroke, item.weight)}'
    of = f' data-task="{_text(item.of)}"' if item.of else ""
    if isinstance(item, Polygon):
        return f'<polygon points="{_points(item.points)}"{look}{of}/>\n'
    return _rect(item, look + of)


def _rect(item: Rect, look: str) -> str:
    x, y, width, height = map(_number, (item.x, item.y, item.width, item.height))
    radius = f' rx="{_number(item.radius)}"' if item.radius else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{radius}{look}/>\n'


def _written(item: Text) -> str:
    anchor = "" if item.align == "start" else f' text-anchor="{item.align}"'
    bold = ' font-weight="bold"' if item.bold else ""
    fill = "" if item.colour == "#000000" else f' fill="{item.colour}"'
    place = f'x="{_number(item.x)}" y="{_number(item.y)}" font-size="{_number(item.size * MM_PER_POINT)}"'
    return f"<text {place}{anchor}{bold}{fill}>{_text(item.text)}</text>\n"


def _stroke(colour: str, weight: float) -> str:
    return f' stroke="{colour}" stroke-width="{_number(weight * MM_PER_POINT)}"' if colour else ""


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(length: float) -> str:
    shown = f"{length:.3f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text), quote=True)
