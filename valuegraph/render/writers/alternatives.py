"""The alternative text of a whole sheet, for those who do not see it."""

from __future__ import annotations

from valuegraph.render.scene import Scene
from valuegraph.render.writers.svg_text import readable


def alternative(scene: Scene) -> str:
    """Return what a sheet shows in words: title, description, and whole what it shortens."""
    told = (scene.title, scene.description, *(text.full for text in scene.shortened()))
    return readable("\n".join(text for text in told if text))
