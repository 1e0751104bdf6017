"""A strip across a sheet, such as its heading, and the border that every sheet leaves empty."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.render.scene import Node

MARGIN = 40.0
"""The empty border of a sheet, in du."""


@dataclass(frozen=True, slots=True)
class Band:
    """A strip across the sheet: what it holds, and where it begins and ends."""

    nodes: tuple[Node, ...]
    top: float
    bottom: float
