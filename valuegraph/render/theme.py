"""The look of the drawings: colours by role, font, icons, logo, and what the title block says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal

from immutabledict import immutabledict

from valuegraph.errors import OptionError
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.colour import is_colour
from valuegraph.render.fontface import CARLITO, Font
from valuegraph.render.icons import IconFor, icon_for
from valuegraph.render.page import PAGES, Page
from valuegraph.render.scene import INK
from valuegraph.render.theming.icons import checked_icons
from valuegraph.render.theming.logo import Logo

if TYPE_CHECKING:
    from valuegraph.render.theming.report import ThemeReport

TEXT_CONTRAST = 4.5
"""The least contrast of a text with its ground (WCAG 2.2, level AA)."""
MARK_CONTRAST = 3.0
"""The least contrast of an icon or mark that carries meaning (WCAG 2.2, 1.4.11)."""

LogoSide = Literal["left", "right"]
Icons = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class CircuitColours:
    """A circuit's colour for badges and headers (white text) and its tint for cells (ink text)."""

    full: str
    tint: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of a house; colours are written ``#RRGGBB``, each by its role.

    What is not said is ours. :func:`valuegraph.read_theme` reads one from a file and finds the
    colours that follow from a few; here each is said.

    Attributes:
        font: the font, from :func:`valuegraph.read_font`.
        icons: ``resource``, ``circuit``, ``support`` or ``impact`` -> a word, known or new -> path
            data on a grid of 24, or the name of one of our icons.
        logo: the logo, drawn in the title block of every view.
        logo_side: where it stands.
        page: the page where none is asked for, by its name.
        organisation: a line above the title.
        source: a line below the drawing, after the chain's own source.

    Raises:
        OptionError: a colour, an icon or the page cannot be used; all of them at once.
    """

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

    icons: Icons = field(default_factory=immutabledict)
    logo: Logo | None = None
    logo_side: LogoSide = "left"
    page: str = ""
    organisation: str | Bilingual = ""
    source: str | Bilingual = ""

    def __post_init__(self) -> None:
        wrong = [
            Problem("VG480", values={"role": role, "value": value})
            for role, value in self.colours()
            if not is_colour(value)
        ]
        icons, refused = checked_icons(self.icons)
        object.__setattr__(self, "icons", icons)
        wrong += refused
        for option, value, allowed in (
            (Bilingual("la page", "the page"), self.page, ("", *PAGES)),
            (Bilingual("la place du logo", "the place of the logo"), self.logo_side,
             ("left", "right")),
        ):  # fmt: skip
            if value not in allowed:
                values = {"option": option, "value": value,
                          "allowed": [name for name in allowed if name]}  # fmt: skip
                wrong.append(Problem("VG450", values=values))
        if wrong:
            raise OptionError(wrong)

    def colours(self) -> Iterator[tuple[str, str]]:
        """Yield every colour with its role; those of a circuit are ``circuits.gift`` and so on."""
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name == "circuits":
                for name, circuit in value:
                    yield f"circuits.{name}", circuit.full
                    yield f"circuits.{name}", circuit.tint
            elif each.name == "own_circuits":
                for circuit in value:
                    yield each.name, circuit.full
                    yield each.name, circuit.tint
            elif each.name in ("impacts", "harms"):
                yield from ((each.name, colour) for colour in value)
            elif each.name not in _NO_COLOURS:
                yield each.name, value

    def icon(self, what: IconFor, word: str = "", *, code: str = "") -> str:
        """Return the icon of a kind of thing: the house's own, else one of ours.

        Args:
            what: which family.
            word: as it was typed; ``code`` is what it means, if we know it.
        """
        own = self.icons.get(what, {})
        return own.get(code) or own.get(fold(word)) or icon_for(what, code)

    def told(self, line: Literal["organisation", "source"], language: str) -> str:
        """Return a line of the house in a language."""
        text = self.organisation if line == "organisation" else self.source
        return text.text(language) if isinstance(text, Bilingual) else text

    def default_page(self) -> Page:
        """Return the page where none is asked for."""
        return PAGES[self.page or "A4"]

    def circuit(self, name: str, *, position: int = 0) -> CircuitColours:
        """Return the colours of a circuit; those of a chain's own go round by ``position``."""
        named = dict(self.circuits)
        return named.get(name) or self.own_circuits[position % len(self.own_circuits)]

    def validate(self) -> ThemeReport:
        """Compute the contrast of every pair that is drawn and how alike circuits look."""
        from valuegraph.render.theming.report import report_of

        return report_of(self)


_NO_COLOURS = ("font", "icons", "logo", "logo_side", "page", "organisation", "source")

DEFAULT_THEME = Theme()
