"""How far two pictures of one sheet are apart, as an eye sees it from a little way off."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

COLUMNS, ROWS = 140, 99
"""A block is 10 x 10 design units of an A sheet: smaller than a word, larger than a stroke."""


def blocks(picture: bytes) -> np.ndarray:
    """Return the mean colour of each block of a PNG, as red, green and blue from 0 to 255."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    small = image.resize((COLUMNS, ROWS), Image.Resampling.BOX)
    return np.asarray(small, dtype=float)


def distances(one: bytes, other: bytes) -> np.ndarray:
    """Return the distance of each block's colours, from 0 (the same) to 255 (black and white)."""
    return np.abs(blocks(one) - blocks(other)).mean(axis=2)


def pages_of(pdftoppm: str, pdf: Path, dpi: int = 100) -> list[bytes]:
    """Return each page of a PDF as PNG, drawn by poppler."""
    stem = pdf.with_suffix("")
    command = [pdftoppm, "-png", "-r", str(dpi), str(pdf), str(stem)]
    subprocess.run(command, check=True, capture_output=True)
    return [page.read_bytes() for page in sorted(pdf.parent.glob(f"{stem.name}-*.png"))]
