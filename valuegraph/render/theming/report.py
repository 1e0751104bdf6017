"""The proof of a theme: the contrast of all that lies on each other, how alike circuits look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from valuegraph.model.words import CIRCUIT_LABELS
from valuegraph.problems import Bilingual, Problem, Problems
from valuegraph.render.colour import (
    DEFICIENCIES,
    contrast,
    difference,
    grey,
    nearest_with_contrast,
    simulated,
)
from valuegraph.render.theme import MARK_CONTRAST, TEXT_CONTRAST, Theme
from valuegraph.render.theming.roles import role_name

Sight = Literal["normal", "protan", "deutan", "tritan", "grey"]
SIGHTS: tuple[Sight, ...] = ("normal", *DEFICIENCIES, "grey")

LEAST_DIFFERENCE: Mapping[Sight, float] = {
    "normal": 20, "protan": 10, "deutan": 10, "tritan": 10, "grey": 4
}  # fmt: skip
"""The CIEDE2000 difference below which two circuits look too alike; 1 can just be seen. Grey is
weak for hues that all carry the same text: it is judged by what our own colours reach."""

_SIGHT_WORDS: Mapping[Sight, Bilingual] = {
    "normal": Bilingual("pour tout le monde", "to everyone"),
    "protan": Bilingual("sans cônes du rouge (protanopie)", "without red cones (protanopia)"),
    "deutan": Bilingual("sans cônes du vert (deutéranopie)", "without green cones (deuteranopia)"),
    "tritan": Bilingual("sans cônes du bleu (tritanopie)", "without blue cones (tritanopia)"),
    "grey": Bilingual("imprimés en gris", "printed in grey"),
}


@dataclass(frozen=True, slots=True)
class ContrastPair:
    """Two colours that lie on each other in the drawings, and the contrast they need.

    ``roles`` are those of the two colours: the keys of a theme file, ``circuits.gift`` among them.
    """

    use: Bilingual
    colour: str
    ground: str
    needed: float
    roles: tuple[str, str] = ("", "")

    @property
    def ratio(self) -> float:
        """The contrast ratio of the two, 1 to 21."""
        return contrast(self.colour, self.ground)

    @property
    def fails(self) -> bool:
        """Whether the contrast is below what is needed."""
        return self.ratio < self.needed

    @property
    def problem(self) -> Problem:
        """What to say of it where it fails: by how much, and which colour would do."""
        ratio = int(self.ratio * 100) / 100  # 4.499 is not 4.5
        values = {
            "use": self.use, "colour": self.colour, "ground": self.ground,
            "ratio": _number(ratio), "needed": _number(self.needed),
            "gap": _number(round(self.needed - ratio, 2)), "better": self._better(),
            "on": role_name(self.roles[1]),
            "ids": [role for role in self.roles if role],
        }  # fmt: skip
        return Problem("VG485", values=values)

    def _better(self) -> Bilingual:
        """Return which colour would do in the place of one of the two: the one nearest to it."""
        told: list[tuple[float, Bilingual]] = []
        mine, yours = self.roles
        for role, colour, other in ((mine, self.colour, self.ground),
                                    (yours, self.ground, self.colour)):  # fmt: skip
            found = nearest_with_contrast(colour, other, self.needed)
            if contrast(found, other) >= self.needed:
                name = role_name(role)
                does = Bilingual(f"« {name.fr} » : {found}", f"“{name.en}”: {found}")
                told.append((difference(found, colour), does))
        told.sort(key=lambda each: each[0])
        better = [each for change, each in told if change <= max(told[0][0] + 5, 12)]
        if not better:
            return Bilingual("Changez les deux.", "Change both.")
        french, english = (" ou bien ".join(one.fr for one in better),
                           " or ".join(one.en for one in better))  # fmt: skip
        return Bilingual(f"Suffirait : {french}.", f"This would do: {english}.")


@dataclass(frozen=True, slots=True)
class ClosestPair:
    """The two circuits most alike to one kind of sight, and their CIEDE2000 difference."""

    sight: Sight
    circuits: tuple[str, str]
    difference: float
    colours: tuple[str, str] = ("", "")

    @property
    def fails(self) -> bool:
        """Whether they look too alike."""
        return self.difference < LEAST_DIFFERENCE[self.sight]

    @property
    def problem(self) -> Problem:
        """What to say of them where they look too alike."""
        first, second = (CIRCUIT_LABELS.get(name, Bilingual(name, name)) for name in self.circuits)
        colour, other = self.colours
        values = {
            "first": first, "second": second, "colour": colour, "other": other,
            "sight": _SIGHT_WORDS[self.sight], "difference": _number(round(self.difference, 1)),
            "least": _number(LEAST_DIFFERENCE[self.sight]),
            "ids": [f"circuits.{name}" for name in self.circuits],
        }  # fmt: skip
        return Problem("VG486", values=values)


@dataclass(frozen=True, slots=True)
class ThemeReport:
    """What ``Theme.validate`` computed.

    Attributes:
        contrasts: every pair of colours that lie on each other.
        closest: for each kind of sight, the two circuits most alike.
    """

    contrasts: tuple[ContrastPair, ...]
    closest: tuple[ClosestPair, ...]

    @property
    def failures(self) -> tuple[ContrastPair, ...]:
        """The pairs whose contrast is below what they need."""
        return tuple(pair for pair in self.contrasts if pair.fails)

    @property
    def problems(self) -> Problems:
        """What is to be repaired: an error a contrast too low, a warning a likeness too great."""
        return Problems(self.found)

    @property
    def found(self) -> tuple[Problem, ...]:
        """The same, one after the other: two roles that fail together are told once, at worst."""
        worst: dict[tuple[str, str], ContrastPair] = {}
        for pair in self.failures:
            known = worst.setdefault(pair.roles, pair)
            if pair.needed - pair.ratio > known.needed - known.ratio:
                worst[pair.roles] = pair
        told = {(pair.colour, pair.ground): pair for pair in reversed(worst.values())}
        alike = (pair.problem for pair in self.closest if pair.fails)
        return (*(pair.problem for pair in reversed(told.values())), *alike)


def report_of(theme: Theme) -> ThemeReport:
    """Return the contrast of every pair that is drawn and how alike circuits look."""
    closest = tuple(_closest_circuits(theme, sight) for sight in SIGHTS)
    return ThemeReport(tuple(_pairs(theme)), closest if len(theme.circuits) > 1 else ())


# What lies on what, as the views draw it: the use in French and English, the role of the colour,
# the roles of its grounds. A status may put any dark colour on the paper, as a hypothesis does.
_TEXTS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("titre", "title", "structure", ("paper", "panel", "frame", "structure_tint",
                                         "structure_deep_tint")),
    ("texte", "text", "ink", ("paper", "panel", "frame", "structure_tint", "structure_deep_tint",
                              "highlight", "impact_tint", "resource")),
    ("texte secondaire", "secondary text", "muted",
     ("paper", "panel", "frame", "structure_tint", "impact_tint")),
    ("texte d’un bandeau", "text of a strip", "on_structure", ("structure",)),
    ("titre de l’écosystème", "title of the ecosystem", "frame_label", ("frame", "paper")),
    ("texte d’une ressource", "text of a resource", "resource_text", ("resource", "paper")),
    ("ressource d’une activité", "resource of an activity", "resource_label", ("panel", "paper")),
)  # fmt: skip
_MARKS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("icône", "icon", "structure", ("structure_tint",)),
    ("icône d’une ressource", "icon of a resource", "resource_icon", ("resource", "paper")),
    ("puce", "bullet", "structure_bullet", ("structure_tint",)),
)


def _pairs(theme: Theme) -> Iterator[ContrastPair]:
    for table, needed in ((_TEXTS, TEXT_CONTRAST), (_MARKS, MARK_CONTRAST)):
        for fr, en, role, grounds in table:
            for ground in grounds:
                yield ContrastPair(
                    Bilingual(fr, en), getattr(theme, role), getattr(theme, ground), needed,
                    (role, ground),
                )  # fmt: skip
    yield from _on_impacts(theme)
    yield from _on_circuits(theme)


def _on_impacts(theme: Theme) -> Iterator[ContrastPair]:
    paper = theme.paper
    for role, grounds in (("impacts", theme.impacts), ("harms", theme.harms)):
        for ground in grounds:
            yield ContrastPair(
                Bilingual("texte d’un impact", "text of an impact"),
                theme.on_impact,
                ground,
                TEXT_CONTRAST,
                ("on_impact", role),
            )
            yield ContrastPair(
                Bilingual("petit titre d’un impact", "small heading of an impact"),
                theme.impact_label,
                ground,
                TEXT_CONTRAST,
                ("impact_label", role),
            )
            yield ContrastPair(
                Bilingual("icône et note d’un impact", "icon and note of an impact"),
                theme.impact_icon,
                ground,
                TEXT_CONTRAST,
                ("impact_icon", role),
            )
            yield ContrastPair(Bilingual("impact à l’état d’hypothèse", "impact as a hypothesis"),
                               ground, paper, TEXT_CONTRAST, (role, "paper"))  # fmt: skip


def _on_circuits(theme: Theme) -> Iterator[ContrastPair]:
    named = [(f"circuits.{name}", CIRCUIT_LABELS.get(name, Bilingual(name, name)), colours)
             for name, colours in theme.circuits]  # fmt: skip
    own = [("own_circuits", Bilingual(f"Circuit propre {number}", f"Own circuit {number}"), colours)
           for number, colours in enumerate(theme.own_circuits, 1)]  # fmt: skip
    for role, name, colours in (*named, *own):
        for told, mine, colour, yours, ground, needed in (
            (("texte sur sa couleur", "text on its colour"), "on_circuit", theme.on_circuit,
             role, colours.full, TEXT_CONTRAST),
            (("texte d’une case", "text of a cell"), "ink", theme.ink, role, colours.tint,
             TEXT_CONTRAST),
            (("note d’une case", "note of a cell"), "muted", theme.muted, role, colours.tint,
             TEXT_CONTRAST),
            (("nom écrit sur la feuille", "name on the sheet"), role, colours.full, "paper",
             theme.paper, TEXT_CONTRAST),
            (("pastille", "badge"), role, colours.full, role, colours.tint, MARK_CONTRAST),
        ):  # fmt: skip
            use = Bilingual(f"{name.fr}, {told[0]}", f"{name.en}, {told[1]}")
            yield ContrastPair(use, colour, ground, needed, (mine, yours))


def _closest_circuits(theme: Theme, sight: Sight) -> ClosestPair:
    seen = [(name, _seen(colours.full, sight)) for name, colours in theme.circuits]
    if len(seen) < 2:
        return ClosestPair(sight, ("", ""), 100.0)
    distance, names = min(
        (difference(mine, yours), (name, other))
        for (name, mine), (other, yours) in combinations(seen, 2)
    )
    full = {name: colours.full for name, colours in theme.circuits}
    return ClosestPair(sight, names, distance, (full[names[0]], full[names[1]]))


def _seen(colour: str, sight: Sight) -> str:
    if sight == "normal":
        return colour
    return grey(colour) if sight == "grey" else simulated(colour, sight)


def _number(value: float) -> Bilingual:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return Bilingual(text.replace(".", ","), text)
