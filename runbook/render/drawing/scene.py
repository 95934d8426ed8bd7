"""Scenes: a page as a few kinds of shapes, which every way of drawing can draw.

Places and lengths are millimetres from the page's upper left corner, type sizes and stroke weights are points. Colours
are written #rrggbb, "" is none. Items are drawn in their order, later ones over earlier ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MM_PER_POINT = 25.4 / 72

Point: TypeAlias = "tuple[float, float]"
Align: TypeAlias = 'Literal["start", "middle", "end"]'
Item: TypeAlias = "Rect | Line | Polygon | Text"


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle; its border lies half inside and half outside. `of`: the id of the task it stands for."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    weight: float = 0.5
    radius: float = 0.0
    of: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An open line through two or more points. `dash`: lengths of stroke and gap in mm, empty for a solid line."""

    points: tuple[Point, ...]
    colour: str = "#000000"
    weight: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through three or more points. `of`: the id of the task it stands for."""

    points: tuple[Point, ...]
    fill: str = "#000000"
    stroke: str = ""
    weight: float = 0.5
    of: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, never wrapped by who draws it. `x` is its start, middle or end as `align` says, `y` its
    baseline, `size` in points, `room` the width in mm that it was made to fit."""

    x: float
    y: float
    text: str
    size: float
    align: Align = "start"
    bold: bool = False
    colour: str = "#000000"
    room: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """One page. `title` names it for those who cannot see it, `about` says in a sentence what it shows."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str
    about: str = ""

    def to_data(self) -> dict[str, object]:
        """The scene as JSON-ready values; `kind` is rect, line, polygon or text, places are to a thousandth of a mm."""
        page = {"width": self.width, "height": self.height, "title": self.title, "about": self.about}
        return {**page, "items": [_data(item) for item in self.items]}


def _data(item: Item) -> dict[str, object]:
    names = type(item).__slots__
    return {"kind": type(item).__name__.lower(), **{name: _plain(getattr(item, name)) for name in names}}


def _plain(value: object) -> object:
    if isinstance(value, float):
        return round(value, 3) + 0.0  # no minus zero
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
