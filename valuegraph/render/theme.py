"""The look of the drawings: colours by role and the font, with the proof that both can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from valuegraph.render.colour import DEFICIENCIES, contrast, difference, grey, simulated
from valuegraph.render.fontface import CARLITO, Font
from valuegraph.render.scene import INK

TEXT_CONTRAST = 4.5
"""The least contrast of a text with its ground (WCAG 2.2, level AA)."""
MARK_CONTRAST = 3.0
"""The least contrast of an icon or mark that carries meaning (WCAG 2.2, 1.4.11)."""

Sight = Literal["normal", "protan", "deutan", "tritan", "grey"]
SIGHTS: tuple[Sight, ...] = ("normal", *DEFICIENCIES, "grey")


@dataclass(frozen=True, slots=True)
class CircuitColours:
    """A circuit's colour for badges and headers (white text) and its tint for cells (ink text)."""

    full: str
    tint: str


@dataclass(frozen=True, slots=True)
class ContrastPair:
    """Two colours that lie on each other in the drawings, and the contrast they need."""

    use: str
    colour: str
    ground: str
    needed: float

    @property
    def ratio(self) -> float:
        """The contrast ratio of the two, 1 to 21."""
        return contrast(self.colour, self.ground)


@dataclass(frozen=True, slots=True)
class ClosestPair:
    """The two circuits most alike to one kind of sight, and their CIEDE2000 difference."""

    sight: Sight
    circuits: tuple[str, str]
    difference: float


@dataclass(frozen=True, slots=True)
class ThemeReport:
    """What ``Theme.validate`` computed."""

    contrasts: tuple[ContrastPair, ...]
    closest: tuple[ClosestPair, ...]

    @property
    def failures(self) -> tuple[ContrastPair, ...]:
        """The pairs whose contrast is below what they need."""
        return tuple(pair for pair in self.contrasts if pair.ratio < pair.needed)


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the drawings by its role; colours are written ``#RRGGBB``."""

    font: Font = CARLITO

    paper: str = "#FFFFFF"
    ink: str = INK
    muted: str = "#51606F"
    hairline: str = "#CBD3DC"
    highlight: str = "#C98A00"

    structure: str = "#1F3A5F"
    structure_tint: str = "#E9EEF5"
    structure_deep_tint: str = "#D5DFEB"
    structure_rule: str = "#B6C4D6"
    structure_bullet: str = "#6F88A8"
    on_structure: str = "#FFFFFF"
    panel: str = "#F9FAFC"
    panel_line: str = "#D5DCE5"

    frame: str = "#F6F4EE"
    frame_line: str = "#B9AF97"
    frame_label: str = "#6B5F45"
    pill_line: str = "#D9D0BA"

    resource: str = "#EFE6CF"
    resource_line: str = "#DCCFAE"
    resource_text: str = "#5F4A18"
    resource_icon: str = "#8A6D2F"
    resource_label: str = "#6E5420"

    impacts: tuple[str, str] = ("#8A2F66", "#9C4279")
    harms: tuple[str, str] = ("#5A5560", "#655F6C")
    on_impact: str = "#FFFFFF"
    impact_label: str = "#F4E0EB"
    impact_icon: str = "#F6DDEB"
    impact_tint: str = "#F5E9F0"

    circuits: tuple[tuple[str, CircuitColours], ...] = (
        ("gift", CircuitColours("#1B806A", "#E3F2EE")),
        ("local_exchange", CircuitColours("#1558A6", "#E3EDF8")),
        ("market", CircuitColours("#A8480C", "#FBEBDD")),
        ("redistribution", CircuitColours("#432A5E", "#EDE8F4")),
    )
    own_circuits: tuple[CircuitColours, ...] = (
        CircuitColours("#5C5B16", "#F1F0DC"),
        CircuitColours("#0B6478", "#DFF0F4"),
        CircuitColours("#6B4A35", "#F3EAE4"),
        CircuitColours("#4D5B6B", "#E8ECF1"),
    )
    on_circuit: str = "#FFFFFF"

    def circuit(self, name: str, *, position: int = 0) -> CircuitColours:
        """Return the colours of a circuit; those of a chain's own go round by ``position``."""
        named = dict(self.circuits)
        return named.get(name) or self.own_circuits[position % len(self.own_circuits)]

    def validate(self) -> ThemeReport:
        """Compute the contrast of every pair that is drawn and how alike circuits look."""
        return ThemeReport(
            tuple(self._pairs()), tuple(self._closest_circuits(sight) for sight in SIGHTS)
        )

    def _pairs(self) -> Iterator[ContrastPair]:
        for use, colour, ground in (
            ("title", self.structure, self.paper),
            ("text", self.ink, self.paper),
            ("text on a panel", self.ink, self.panel),
            ("text on the frame", self.ink, self.frame),
            ("text in a support band", self.ink, self.structure_tint),
            ("text on a deep tint", self.ink, self.structure_deep_tint),
            ("name in a support band", self.structure, self.structure_tint),
            ("actor in a support band", self.muted, self.structure_tint),
            ("note", self.muted, self.paper),
            ("note on a panel", self.muted, self.panel),
            ("strip title", self.on_structure, self.structure),
            ("frame label", self.frame_label, self.frame),
            ("resource", self.resource_text, self.resource),
            ("resource of an activity", self.resource_label, self.panel),
            ("resource of an activity, on paper", self.resource_label, self.paper),
            ("text on the strongest path", self.ink, self.highlight),
            ("text on an impact's tint", self.ink, self.impact_tint),
        ):
            yield ContrastPair(use, colour, ground, TEXT_CONTRAST)
        for ground in (*self.impacts, *self.harms):
            yield ContrastPair("impact", self.on_impact, ground, TEXT_CONTRAST)
            yield ContrastPair("impact label", self.impact_label, ground, TEXT_CONTRAST)
            yield ContrastPair("impact icon", self.impact_icon, ground, MARK_CONTRAST)
        own = ((f"own {number}", each) for number, each in enumerate(self.own_circuits, 1))
        for name, colours in (*self.circuits, *own):
            for use, colour, ground in (
                (f"text on {name}", self.on_circuit, colours.full),
                (f"text in a cell of {name}", self.ink, colours.tint),
                (f"note in a cell of {name}", self.muted, colours.tint),
            ):
                yield ContrastPair(use, colour, ground, TEXT_CONTRAST)
            yield ContrastPair(f"badge of {name}", colours.full, colours.tint, MARK_CONTRAST)
        yield ContrastPair("icon", self.structure, self.structure_tint, MARK_CONTRAST)
        yield ContrastPair("resource icon", self.resource_icon, self.resource, MARK_CONTRAST)
        yield ContrastPair("bullet", self.structure_bullet, self.structure_tint, MARK_CONTRAST)

    def _closest_circuits(self, sight: Sight) -> ClosestPair:
        seen = [(name, _seen(colours.full, sight)) for name, colours in self.circuits]
        distance, names = min(
            (difference(mine, yours), (name, other))
            for (name, mine), (other, yours) in combinations(seen, 2)
        )
        return ClosestPair(sight, names, distance)


def _seen(colour: str, sight: Sight) -> str:
    if sight == "normal":
        return colour
    return grey(colour) if sight == "grey" else simulated(colour, sight)


DEFAULT_THEME = Theme()
