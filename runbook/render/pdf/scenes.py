"""Pages drawn as scenes: the timeline, the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, leaf

if TYPE_CHECKING:
    from runbook.render.drawing.scene import Scene


def scene_leaves(scenes: Sequence[Scene], name: str) -> Iterator[Data]:
    """A leaf a scene, on paper of the scene's own size; only the first is named among the bookmarks."""
    for number, scene in enumerate(scenes):
        yield leaf("scene", "", name, "", bookmark="" if number else name, scene=scene.to_data())
