"""Pages drawn as scenes: the timeline, the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, leaf

if TYPE_CHECKING:
    from runbook.render.drawing.scene import Scene


def scene_leaves(scenes: Sequence[Scene], name: str, bound: bool = False) -> Iterator[Data]:
    """A leaf a scene, on paper of the scene's own size; only the first is named among the bookmarks.

    A scene says itself where it comes from and which page of them it is; `bound` in a book, its page in the book too.
    """
    for number, scene in enumerate(scenes):
        yield leaf("scene", "", name, "", bookmark="" if number else name, bound=bound, scene=scene.to_data())
