"""The logo of a house: paths with colours, drawn as shapes of the scene, so by every writer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from valuegraph.errors import OptionError
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.colour import is_colour
from valuegraph.render.scene import Group, Paint, Shape
from valuegraph.render.theming.paths import PathError, drawn_path

MOST_SHAPES = 60
WIDEST, HIGHEST = 8.0, 2.0
"""How many times wider than high a logo may be, and how many times higher than wide."""

_THE_LOGO = Bilingual("du logo", "the logo")


@dataclass(frozen=True, slots=True)
class LogoShape:
    """One shape of a logo: a path, filled, outlined or both; lengths on the logo's own grid.

    Raises:
        OptionError: it has no colour, or one that is not written ``#RRGGBB``.
    """

    path: str
    fill: str = ""
    stroke: str = ""
    width: float = 1

    def __post_init__(self) -> None:
        wrong = [_not_a_colour(role, value) for role, value in self._colours() if value]
        if not self.fill and not self.stroke:
            wrong = [_problem(Bilingual("une forme n’a pas de couleur", "a shape has no colour"))]
        elif not 0 < self.width <= 1000:
            wrong = [_problem(Bilingual("un trait a une largeur de 0 à 1000",
                                        "a line is 0 to 1000 wide"))]  # fmt: skip
        found = [problem for problem in wrong if problem]
        if found:
            raise OptionError(found)

    def _colours(self) -> tuple[tuple[str, str], ...]:
        return (("fill", self.fill), ("stroke", self.stroke))


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo on a grid of its own, from 0, 0 to ``width, height``.

    Attributes:
        shapes: what is drawn, the first at the bottom.
        width, height: the grid; any unit.
        name: what it shows, for those who do not see it.

    Raises:
        OptionError: a path cannot be drawn or leaves the grid, or the logo is too long or too high.
    """

    shapes: tuple[LogoShape, ...]
    width: float
    height: float
    name: str = ""

    def __post_init__(self) -> None:
        if not (0 < self.width <= 1e5 and 0 < self.height <= 1e5):
            raise OptionError(
                _problem(
                    Bilingual(
                        "sa largeur et sa hauteur sont des nombres plus grands que 0",
                        "its width and height are numbers above 0",
                    )
                )
            )
        if self.width > WIDEST * self.height or self.height > HIGHEST * self.width:
            raise OptionError(_problem(Bilingual(
                f"il est plus de {WIDEST:g} fois plus large que haut, ou plus de {HIGHEST:g} fois "
                "plus haut que large",
                f"it is more than {WIDEST:g} times wider than high, or more than {HIGHEST:g} times "
                "higher than wide",
            )))  # fmt: skip
        if not 0 < len(self.shapes) <= MOST_SHAPES:
            raise OptionError(
                _problem(
                    Bilingual(
                        f"il a de 1 à {MOST_SHAPES} formes", f"it has 1 to {MOST_SHAPES} shapes"
                    )
                )
            )
        drawn, wrong = [], []
        for shape in self.shapes:
            try:
                path = drawn_path(shape.path, self.width, self.height)
                drawn.append(replace(shape, path=path))
            except PathError as error:
                values = {"what": _THE_LOGO, "reason": error.reason}
                wrong.append(Problem("VG481", values=values))
        if wrong:
            raise OptionError(wrong)
        object.__setattr__(self, "shapes", tuple(drawn))

    def fitted(self, w: float, h: float) -> tuple[float, float]:
        """Return its width and height in a room of ``w`` by ``h``."""
        scale = min(w / self.width, h / self.height)
        return self.width * scale, self.height * scale

    def drawn(self, x: float, y: float, w: float) -> Group:
        """Return the logo, ``w`` du wide, its box beginning at ``x, y``."""
        # Path data lies on a square, as that of icons does: every writer draws those.
        grid = max(self.width, self.height)
        scale = w / self.width
        side = grid * scale
        shapes = tuple(
            Shape(
                "path", x, y, side, side, Paint(shape.fill, shape.stroke, _line(shape, scale)),
                d=shape.path, grid=grid, role="logo-shape", decorative=True,
            )
            for shape in self.shapes
        )  # fmt: skip
        return Group("zone..logo", shapes, role="logo", title=self.name)


def _line(shape: LogoShape, scale: float) -> float:
    return shape.width * scale if shape.stroke else 0


def _problem(reason: Bilingual) -> Problem:
    return Problem("VG482", values={"reason": reason})


def _not_a_colour(role: str, value: str) -> Problem | None:
    if is_colour(value):
        return None
    return Problem("VG480", values={"role": role, "value": value})
