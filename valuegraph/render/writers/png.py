"""Scene to PNG, by resvg, with the fonts of the package only."""

from __future__ import annotations

import struct
from zlib import crc32

from valuegraph.errors import OptionError
from valuegraph.problems import Problem
from valuegraph.render.page import MM_PER_INCH, printed_size
from valuegraph.render.scene import Scene
from valuegraph.render.writers.svg import live_without_fonts

MAX_SIDE = 20_000
MAX_PIXELS = 250_000_000

_HEADER_END = 33  # the PNG signature (8 bytes) and the IHDR chunk (25)


def png(scene: Scene, *, dpi: float = 150) -> bytes:
    """Return the scene as a PNG picture of its sheet at ``dpi`` pixels per inch (A4: 1754 wide).

    Raises:
        OptionError: the picture would have more than 20,000 pixels on a side or 250 million in all,
            or none.
    """
    import resvg_py

    width, _ = pixel_size(scene, dpi)
    font = scene.font
    drawn = resvg_py.svg_to_bytes(
        svg_string=live_without_fonts(scene).decode("utf-8"),
        width=width,
        font_files=[str(path) for path in (font.regular, font.bold, font.italic)],
        skip_system_fonts=True,
    )
    return _with_resolution(bytes(drawn), dpi)


def pixel_size(scene: Scene, dpi: float) -> tuple[int, int]:
    """Return the width and height in pixels of the scene at ``dpi``, or refuse absurd ones."""
    across, down = (
        side / MM_PER_INCH * dpi for side in printed_size(scene.page, scene.width, scene.height)
    )
    if not (0.5 < across <= MAX_SIDE and 0.5 < down <= MAX_SIDE and across * down <= MAX_PIXELS):
        values = {"dpi": f"{dpi:g}", "width": f"{across:.0f}", "height": f"{down:.0f}",
                  "most": MAX_SIDE, "millions": MAX_PIXELS // 1_000_000}  # fmt: skip
        raise OptionError(Problem("VG452", values=values), language=scene.language)
    return round(across), round(down)


def _with_resolution(picture: bytes, dpi: float) -> bytes:
    """Add the chunk that tells other programs the printed size (PNG specification, pHYs)."""
    per_metre = round(dpi / MM_PER_INCH * 1000)
    chunk = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", crc32(chunk))
    return picture[:_HEADER_END] + chunk + picture[_HEADER_END:]
