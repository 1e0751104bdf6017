"""Themes that are valid, of any colours: what the drawings must bear."""

from __future__ import annotations

from hypothesis import strategies as st

from valuegraph.render.colour import contrast, nearest_with_contrast
from valuegraph.render.theme import CircuitColours, Theme
from valuegraph.render.theming.derived import completed
from valuegraph.render.theming.logo import Logo, LogoShape

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=90)


@st.composite
def logos(draw: st.DrawFn) -> Logo:
    """Draw a logo of one or two shapes, of any form that is allowed."""
    height = draw(st.floats(1, 500))
    width = height * draw(st.floats(0.5, 8))
    box = f"M0 0H{width - 0.01:.3f}V{height - 0.01:.3f}H0Z"
    ways = st.sampled_from(("fill", "stroke"))
    shapes = st.builds(lambda way, colour: LogoShape(box, **{way: colour}), ways, colours)
    return Logo(tuple(draw(st.lists(shapes, min_size=1, max_size=2))), width, height, "Maison")


@st.composite
def valid_themes(draw: st.DrawFn) -> Theme:
    """Draw a theme without an error: a few colours of any kind, and what follows from them."""
    paper = draw(st.one_of(st.just("#FFFFFF"), colours))
    ink = nearest_with_contrast(draw(colours), paper, 8)
    if contrast(ink, paper) < 8:
        paper, ink = "#FFFFFF", nearest_with_contrast(ink, "#FFFFFF", 8)
    over = draw(st.sampled_from((paper, "#FFFFFF")))

    def strong() -> str:
        """Return a colour that bears a text and can be read on the paper."""
        colour = nearest_with_contrast(draw(colours), paper, 4.8)
        return colour if contrast(colour, over) >= 4.8 else nearest_with_contrast(ink, paper, 4.8)

    given: dict[str, object] = {
        "paper": paper,
        "ink": ink,
        "structure": strong(),
        "impacts": (strong(),),
        "harms": (strong(),),
        "circuits": {name: CircuitColours(strong(), "")
                     for name in ("gift", "local_exchange", "market", "redistribution")},
        "own_circuits": tuple(CircuitColours(strong(), "") for _ in range(2)),
        "highlight": nearest_with_contrast(draw(colours), ink, 4.8),
        "resource": nearest_with_contrast(draw(colours), ink, 9),
    }  # fmt: skip
    return Theme(
        **completed(given),  # type: ignore[arg-type]
        logo=draw(st.none() | logos()),
        logo_side=draw(st.sampled_from(("left", "right"))),
        organisation=draw(texts),
        source=draw(texts),
    )
