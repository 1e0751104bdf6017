"""The PNG writer: the right size, the right font, and no absurd picture."""

from __future__ import annotations

import struct
import zlib

import pytest

from valuegraph.render.fit import text_block
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Paint, Scene, Shape
from valuegraph.render.writers.png import pixel_size, png


def _scene(page: str = "A4", *children) -> Scene:
    sheet = PAGES[page]
    return Scene("t", "d", children, page=sheet, width=sheet.width, height=sheet.height)


def _chunks(picture: bytes) -> dict[bytes, bytes]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        name, data = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", picture[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(name + data)
        chunks[name] = chunks.get(name, b"") + data
        at += 12 + length
    return chunks


def _size(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", _chunks(picture)[b"IHDR"][:8])
    return width, height


@pytest.mark.parametrize(
    ("page", "dpi", "size"),
    [("A4", 150, (1754, 1240)), ("A4", 96, (1123, 794)), ("slide", 72, (960, 540))],
)
def test_picture_has_the_size_of_its_sheet(page: str, dpi: float, size: tuple[int, int]) -> None:
    """The picture is as large as its sheet at that resolution, give or take a pixel."""
    width, height = _size(png(_scene(page), dpi=dpi))
    assert width == size[0]
    assert abs(height - size[1]) <= 1


def test_picture_tells_its_resolution() -> None:
    """The file tells the resolution, so that it is inserted at its printed size."""
    across, down, unit = struct.unpack(">IIB", _chunks(png(_scene(), dpi=150))[b"pHYs"])
    assert (across, down, unit) == (5906, 5906, 1)


def test_text_is_drawn_with_the_font_of_the_package() -> None:
    """Text is drawn although the system's fonts are not looked at."""
    with_text = png(_scene("A4", text_block("Texte", 100, 100, 300, 40)), dpi=30)
    assert len(with_text) > len(png(_scene(), dpi=30))


def test_shapes_are_drawn_in_their_colour() -> None:
    """A shape that covers the sheet gives its colour to the pixels."""
    picture = png(_scene("A4", Shape("rect", 0, 0, 1400, 990, Paint("#1B806A"))), dpi=10)
    pixels = zlib.decompress(_chunks(picture)[b"IDAT"])
    assert b"\x1b\x80\x6a" in pixels


def test_same_scene_same_bytes() -> None:
    """A scene is drawn twice with the same bytes."""
    scene = _scene("A4", text_block("Texte", 100, 100, 300, 40))
    assert png(scene, dpi=40) == png(scene, dpi=40)


@pytest.mark.parametrize(
    ("page", "dpi"),
    [("A0", 600), ("A4", 0), ("A4", -10), ("A4", 1e9), ("A4", float("inf")), ("A4", float("nan"))],
)
def test_absurd_sizes_are_refused(page: str, dpi: float) -> None:
    """A picture of no pixel, or of too many, is refused before anything is drawn."""
    with pytest.raises(ValueError, match="pixels"):
        png(_scene(page), dpi=dpi)


def test_posters_are_drawn() -> None:
    """A0 at 300 dots per inch is within the limits."""
    assert pixel_size(_scene("A0"), 300) == (14043, 9933)
