"""The icons: one family of line drawings on a grid of 24, always shown beside a word."""

from __future__ import annotations

from typing import Literal

from valuegraph.render.scene import Paint, Shape

GRID = 24.0
STROKE = 1.7
"""The width of the line on the grid; 2 in small badges."""

IconFor = Literal["resource", "circuit", "support", "impact", "part"]


def _ring(x: float, y: float, r: float) -> str:
    return f"M{x + r:g} {y:g}a{r:g} {r:g} 0 1 1 {-2 * r:g} 0a{r:g} {r:g} 0 1 1 {2 * r:g} 0Z"


def _card(x: float, y: float, w: float, h: float, r: float) -> str:
    """Return a rectangle with rounded corners."""
    arc = f"a{r:g} {r:g} 0 0 1 "
    return (
        f"M{x + r:g} {y:g}h{w - 2 * r:g}{arc}{r:g} {r:g}v{h - 2 * r:g}{arc}{-r:g} {r:g}"
        f"h{2 * r - w:g}{arc}{-r:g} {-r:g}v{2 * r - h:g}{arc}{r:g} {-r:g}Z"
    )


ICONS: dict[str, str] = {
    "apple": (
        "M12 8.2C10 6.6 6 6.7 5.2 10.5C4.4 14.5 7 20.5 9.6 20.5C10.6 20.5 11 20 12 20"
        "C13 20 13.4 20.5 14.4 20.5C17 20.5 19.6 14.5 18.8 10.5C18 6.7 14 6.6 12 8.2Z"
        "M12 8.2C12 6 12.8 4.2 14.8 3.4"
    ),
    "ballot": (
        "M7 11.5H5.8L3.5 15H20.5L18.2 11.5H17M3.5 15V19.5a1 1 0 0 0 1 1H19.5a1 1 0 0 0 1 -1V15"
        "M7 15V4.5a1 1 0 0 1 1 -1H16a1 1 0 0 1 1 1V15M9.7 8.8L11.4 10.5L14.5 7"
    ),
    "bars": "M2.8 20.5H21.2M4.2 20.5V14H7.4V20.5M10.4 20.5V9.2H13.6V20.5M16.6 20.5V4H19.8V20.5",
    "book": (
        "M12 6.3C9.8 4.8 7 4.3 3.5 4.5V18.3C7 18.1 9.8 18.6 12 20.1"
        "C14.2 18.6 17 18.1 20.5 18.3V4.5C17 4.3 14.2 4.8 12 6.3ZM12 6.3V20.1"
    ),
    "box": "M12 3.2L20 7.6V16.4L12 20.8L4 16.4V7.6ZM4 7.6L12 12L20 7.6M12 12V20.8",
    "building": (
        "M3 20.5H21M5 20.5V4.5a1 1 0 0 1 1 -1H13.5a1 1 0 0 1 1 1V20.5"
        "M14.5 9.5H18a1 1 0 0 1 1 1V20.5M8.3 7.8H11.2M8.3 11.8H11.2M8.3 15.8H11.2"
    ),
    "bulb": (
        "M9.5 18H14.5M10.3 21H13.7M9.5 15.5C9.5 14.3 8.7 13.5 7.9 12.6"
        "A5.8 5.8 0 1 1 16.1 12.6C15.3 13.5 14.5 14.3 14.5 15.5"
    ),
    "cap": (
        "M12 4.8L21.8 9.3L12 13.8L2.2 9.3ZM6 11.3V16.5C8 18.9 16 18.9 18 16.5V11.3M21.8 9.3V15"
    ),
    "cart": f"M2.5 4H5.1L7.6 15H18L20.5 7.5H5.9{_ring(9, 19, 1.6)}{_ring(16.6, 19, 1.6)}",
    "chip": (
        f"{_card(6, 6, 12, 12, 1.5)}{_card(10, 10, 4, 4, 0.4)}"
        "M9.5 6V3M14.5 6V3M9.5 21V18M14.5 21V18M6 9.5H3M6 14.5H3M21 9.5H18M21 14.5H18"
    ),
    "clipboard": (
        "M8.5 5H6.5a1.5 1.5 0 0 0 -1.5 1.5V19a1.5 1.5 0 0 0 1.5 1.5H17.5a1.5 1.5 0 0 0 1.5 -1.5"
        f"V6.5a1.5 1.5 0 0 0 -1.5 -1.5H15.5{_card(8.5, 3, 7, 4, 1)}M8.8 13.6L11.1 15.9L15.3 11.2"
    ),
    "coins": f"{_ring(9, 9, 5.8)}M15.9 9.27A5.8 5.8 0 1 1 9.27 15.9M7.6 7.3L9.2 6.4V11.6",
    "decline": "M3 6.8L9.5 13.3L13.5 9.3L21 16.8M15.3 16.8H21V11.1",
    "euro": (f"{_ring(12, 12, 8.7)}M15.5 8.7A4.3 4.3 0 1 0 15.5 15.3M7.3 10.9h5.2M7.3 13.1h5.2"),
    "fan": (
        f"{_ring(5, 12, 2.3)}M7.3 12H20.3M8.4 12C12.4 12 10 4.6 15.5 4.6H20.3"
        "M8.4 12C12.4 12 10 19.4 15.5 19.4H20.3M18.5 2.6L20.6 4.6L18.5 6.6M18.5 10L20.6 12L18.5 14"
        "M18.5 17.4L20.6 19.4L18.5 21.4"
    ),
    "gift": (
        "M3.5 9.5h17v4h-17ZM5.5 13.5v7h13v-7M12 9.5v11"
        "M12 9.5C12 9.5 7.3 9.2 7.3 6.3C7.3 4.7 8.7 4 9.8 4.5C11.5 5.2 12 9.5 12 9.5Z"
        "M12 9.5C12 9.5 16.7 9.2 16.7 6.3C16.7 4.7 15.3 4 14.2 4.5C12.5 5.2 12 9.5 12 9.5Z"
    ),
    "heart": (
        "M12 20C12 20 3.8 15.5 3.8 9.6A4.3 4.3 0 0 1 12 7.6"
        "A4.3 4.3 0 0 1 20.2 9.6C20.2 15.5 12 20 12 20Z"
    ),
    "hub": (
        f"{_ring(12, 12, 2.6)}{_ring(5, 5.3, 2)}{_ring(19, 5.3, 2)}{_ring(12, 20, 1.8)}"
        "M6.5 6.7L10.1 10.2M17.5 6.7L13.9 10.2M12 14.6V18.2"
    ),
    "layers": "M12 3.8L21 8.5L12 13.2L3 8.5ZM3 13L12 17.7L21 13M3 17.0L12 21L21 17.0",
    "leaf": ("M6 17.5C4.5 9.5 10 4.5 20 4C20.5 13.5 15.5 19.5 8.5 18.3M4 21C6 15.5 9.5 12 14 10"),
    "loop": "M20 12A8 8 0 1 1 17.66 6.34M17.9 2.6V6.6H13.9",
    "megaphone": (
        "M4 9.8V14.2H7.8L17 18.7V5.3L7.8 9.8ZM8.3 14.4L9.8 19.8H12.3L11.2 15.9"
        "M20 9.5C21 11 21 13 20 14.5"
    ),
    "palette": (
        "M12 3.5C7 3.5 3 7.3 3 12S7 20.5 11.5 20.5C13 20.5 13.7 19.5 13.3 18.2"
        "C12.9 16.6 13.8 15.5 15.5 15.5H17.5C19.6 15.5 21 14 21 11.8C21 7 17 3.5 12 3.5Z"
        f"{_ring(7.3, 12.2, 0.7)}{_ring(9.8, 8, 0.7)}{_ring(14.8, 7.8, 0.7)}"
    ),
    "people": (
        f"{_ring(9, 8, 3.4)}M3 19.8C3 16.3 5.4 14.2 9 14.2C12.6 14.2 15 16.3 15 19.8"
        "M15.6 4.9A3.2 3.2 0 0 1 15.6 11.1M17.3 14.5C19.6 15.2 21 17.1 21 19.8"
    ),
    "person": f"{_ring(12, 7.8, 3.9)}M4.5 20.3C4.5 16.3 7.5 14.4 12 14.4S19.5 16.3 19.5 20.3",
    "person_check": (
        f"{_ring(10, 7.8, 3.6)}M3.5 19.8C3.5 16.2 6.1 14.2 10 14.2C11.6 14.2 13 14.6 14.1 15.3"
        "M14.8 18.2L17 20.4L21.2 15.8"
    ),
    "plus": "M9.3 3.5H14.7V9.3H20.5V14.7H14.7V20.5H9.3V14.7H3.5V9.3H9.3Z",
    "question": (
        f"{_ring(12, 12, 8.7)}M9.4 9.6A2.7 2.7 0 1 1 13.3 12C12.4 12.5 12 13 12 13.9M12 16.7V16.8"
    ),
    "rise": "M3 17.2L9.5 10.7L13.5 14.7L21 7.2M15.3 7.2H21V12.9",
    "sliders": (
        "M3.5 7.5H12.7M17.7 7.5H20.5M3.5 16.5H6.3M11.3 16.5H20.5"
        f"{_ring(15.2, 7.5, 2.5)}{_ring(8.8, 16.5, 2.5)}"
    ),
    "spark": "M12 3L14.1 9.9L21 12L14.1 14.1L12 21L9.9 14.1L3 12L9.9 9.9Z",
    "sprout": (
        "M12 20.5V11.5M7 20.5H17M12 13.5C12 9.5 9 7.2 3.7 7.2C3.7 11.5 6.8 13.5 12 13.5Z"
        "M12 11.5C12 7 14.7 4 20.3 3.6C20.5 8.5 17.3 11.5 12 11.5Z"
    ),
    "step": "M3.5 6.5H14.8L20.5 12L14.8 17.5H3.5L9.2 12Z",
    "swap": "M4 8.5H19.5M15.5 4.5L19.5 8.5L15.5 12.5M20 16H4.5M8.5 12L4.5 16L8.5 20",
    "tag": (
        "M3.5 4.5V11.2L12.6 20.3a1.6 1.6 0 0 0 2.3 0L20.3 14.9a1.6 1.6 0 0 0 0 -2.3"
        f"L11.2 3.5H4.5a1 1 0 0 0 -1 1Z{_ring(7.9, 7.9, 1.2)}"
    ),
    "temple": ("M12 3.5L20.5 8.5H3.5ZM5.5 11.5V17M10 11.5V17M14 11.5V17M18.5 11.5V17M3.5 20H20.5"),
    "truck": (
        "M4.5 16.8H2.5V5.8H13.7V16.8H9.5M13.7 9.3H17.5L21.5 12.9V16.8H19.5M14.5 16.8H13.7"
        f"{_ring(7, 17, 2.4)}{_ring(17.1, 17, 2.4)}"
    ),
}

_CHOICES: dict[str, dict[str, str]] = {
    "resource": {
        "food": "apple",
        "human": "people",
        "logistic": "truck",
        "financial": "coins",
        "material": "box",
        "knowledge": "book",
        "natural": "sprout",
        "": "layers",
    },
    "circuit": {
        "gift": "gift",
        "local_exchange": "swap",
        "market": "euro",
        "redistribution": "fan",
        "": "tag",
    },
    "support": {
        "governance": "temple",
        "rd": "bulb",
        "platform": "hub",
        "hr": "person_check",
        "technology": "chip",
        "procurement": "cart",
        "infrastructure": "building",
        "communication": "megaphone",
        "": "sliders",
    },
    "impact": {
        "social": "heart",
        "economic": "bars",
        "environmental": "leaf",
        "cultural": "palette",
        "health": "plus",
        "democratic": "ballot",
        "learning": "cap",
        "": "spark",
    },
    "part": {
        "activity": "step",
        "actor": "person",
        "output": "clipboard",
        "margin": "rise",
        "loss": "decline",
        "cycle": "loop",
        "": "question",
    },
}


def icon_choices(what: str) -> dict[str, str]:
    """Return the words of a family, by code, each with the name of its icon; "" is the rest."""
    return dict(_CHOICES[what])


def icon_for(what: IconFor, kind: str = "") -> str:
    """Return the name of the icon of a kind of thing, or of "other" things if it has none."""
    choices = _CHOICES[what]
    return choices.get(kind, choices[""])


def icon(
    symbol: str, x: float, y: float, size: float, colour: str, *, stroke: float = STROKE
) -> Shape:
    """Return an icon as a decorative shape; ``stroke`` is the line's width on the grid of 24.

    ``symbol`` is the name of one of ours, or path data on that grid as a theme gives it.
    """
    paint = Paint(stroke=colour, width=stroke * size / GRID)
    return Shape(
        "path",
        x,
        y,
        size,
        size,
        paint,
        d=ICONS.get(symbol, symbol),
        grid=GRID,
        role="icon",
        decorative=True,
    )
