"""The formats of a picture: one table says which there are and what each carries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from valuegraph.render.scene import Scene

if TYPE_CHECKING:
    from valuegraph.render.picture import Picture

SceneWriter = Callable[[Scene], bytes]
"""A writer of a host's own: one scene becomes the bytes of one file."""

TextMode = Literal["live", "paths"]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a picture is to be written.

    Attributes:
        text: for SVG, ``live`` or ``paths``.
        dpi: for PNG, dots per inch of the page.
    """

    text: TextMode = "live"
    dpi: float = 200


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a picture.

    Attributes:
        write: a picture becomes the bytes of one file a sheet, or of one file for all sheets.
        one_file: all sheets go into one file.
        views: the views that are drawn when none is asked for.
    """

    write: Callable[[Picture, WriteOptions], tuple[bytes, ...]]
    one_file: bool = False
    views: tuple[str, ...] = ("extended",)


def _svg(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.writers.svg import svg

    return tuple(svg(scene, text=options.text, physical=True) for scene in picture.scenes)


def _png(picture: Picture, options: WriteOptions) -> tuple[bytes, ...]:
    from valuegraph.render.writers.png import png

    return tuple(png(scene, dpi=options.dpi) for scene in picture.scenes)


FORMATS: Mapping[str, Format] = {
    "svg": Format(_svg),
    "png": Format(_png),
}
"""Each format by its ending: a new format is one line here."""
