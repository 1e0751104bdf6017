"""Colour arithmetic: contrast, mixing, differences as seen, and how colour-blind eyes see."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Literal

Deficiency = Literal["protan", "deutan", "tritan"]
DEFICIENCIES: tuple[Deficiency, ...] = ("protan", "deutan", "tritan")

Triple = tuple[float, float, float]
_Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color
# vision deficiency", IEEE TVCG 15(6), severity 1.0: linear RGB to linear RGB.
_MACHADO: dict[Deficiency, _Matrix] = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# IEC 61966-2-1, sRGB to XYZ under D65.
_TO_XYZ: _Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_D65: Triple = (0.95047, 1.0, 1.08883)


_WRITTEN = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)


def is_colour(text: str) -> bool:
    """Tell whether a text is a colour as we write them, ``#RRGGBB``."""
    return isinstance(text, str) and _WRITTEN.fullmatch(text) is not None


def mix(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with a ``share`` (0 to 1) of ``other`` mixed in, both as ``#RRGGBB``."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hex(tuple(mine * (1 - share) + yours * share for mine, yours in pairs))


def vivid(colour: str, share: float) -> str:
    """Return a colour mixed with the purest of its own hue; a grey stays as it is."""
    channels = _channels(colour)
    low, high = min(channels), max(channels)
    if high == low:
        return colour
    pure = _hex(tuple(255 * (channel - low) / (high - low) for channel in channels))
    return mix(colour, pure, share * min(1.0, (high - low) / 25))


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), after WCAG 2."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, after WCAG 2 (4.5 is enough for text)."""
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest_with_contrast(colour: str, ground: str, needed: float) -> str:
    """Return ``colour`` made darker or lighter, as little as gives the contrast needed.

    Where neither black nor white would do, the better of the two is returned.
    """
    made = [
        next((each for each in _towards(colour, end) if contrast(each, ground) >= needed), end)
        for end in ("#000000", "#FFFFFF")
    ]
    enough = [each for each in made if contrast(each, ground) >= needed]
    if not enough:
        return max(made, key=lambda each: contrast(each, ground))
    return min(enough, key=lambda each: difference(each, colour))


def mixed_while(colour: str, into: str, share: float, other: str, needed: float) -> str:
    """Return ``colour`` with at most ``share`` of another, as long as it is told from a third."""
    for step in range(10, 0, -1):
        made = mix(colour, into, share * step / 10)
        if contrast(made, other) >= needed:
            return made
    return colour


def _towards(colour: str, end: str) -> Iterator[str]:
    return (mix(colour, end, step / 100) for step in range(101))


def simulated(colour: str, deficiency: Deficiency) -> str:
    """Return the colour as a person without one kind of cone sees it (Machado et al. 2009)."""
    return _from_linear(_times(_MACHADO[deficiency], _linear(colour)))


def grey(colour: str) -> str:
    """Return the grey of the same luminance, as on a black and white print."""
    level = luminance(colour)
    return _from_linear((level, level, level))


def difference(colour: str, other: str) -> float:
    """Return the difference between two colours as seen, CIEDE2000 (1 is just noticeable)."""
    return ciede2000(lab(colour), lab(other))


def lab(colour: str) -> Triple:
    """Return the CIE L*a*b* coordinates of an sRGB colour under D65."""
    x, y, z = (
        _lab_curve(value / white)
        for value, white in zip(_times(_TO_XYZ, _linear(colour)), _D65, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(first: Triple, second: Triple) -> float:
    """Return the CIEDE2000 difference of two L*a*b* colours.

    Source: Sharma, Wu and Dalal (2005), "The CIEDE2000 color-difference formula: implementation
    notes, supplementary test data, and mathematical observations", Color Res. Appl. 30(1).
    """
    (light1, a1, b1), (light2, a2, b2) = first, second
    chroma7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - math.sqrt(chroma7 / (chroma7 + 25**7)))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360

    turn = h2 - h1
    if c1 * c2 == 0:
        turn = 0.0
    elif abs(turn) > 180:
        turn -= math.copysign(360, turn)
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))

    light, chroma = (light1 + light2) / 2, (c1 + c2) / 2
    if c1 * c2 == 0:
        hue = h1 + h2
    else:
        hue = (h1 + h2) / 2
        if abs(h1 - h2) > 180:
            hue += 180 if h1 + h2 < 360 else -180
    weight = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    s_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    s_chroma = 1 + 0.045 * chroma
    s_hue = 1 + 0.015 * chroma * weight
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    by_light = (light2 - light1) / s_light
    by_chroma = (c2 - c1) / s_chroma
    by_hue = d_hue / s_hue
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def _lab_curve(ratio: float) -> float:
    return ratio ** (1 / 3) if ratio > (6 / 29) ** 3 else ratio / (3 * (6 / 29) ** 2) + 4 / 29


def _channels(colour: str) -> Triple:
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"a colour is written #RRGGBB, not {colour!r}")
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _linear(colour: str) -> Triple:
    red, green, blue = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
        for level in (channel / 255 for channel in _channels(colour))
    )
    return red, green, blue


def _from_linear(levels: Triple) -> str:
    clipped = (min(1.0, max(0.0, level)) for level in levels)
    curved = (
        12.92 * level if level <= 0.0031308 else 1.055 * level ** (1 / 2.4) - 0.055
        for level in clipped
    )
    return _hex(tuple(255 * level for level in curved))


def _times(matrix: _Matrix, vector: Triple) -> Triple:
    first, second, third = (
        sum(factor * value for factor, value in zip(row, vector, strict=True)) for row in matrix
    )
    return first, second, third


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)
