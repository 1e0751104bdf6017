"""The colours of boxes and arrows in diagrams, from the theme of the drawings."""

from __future__ import annotations

from dataclasses import dataclass

from valuegraph.model.link import Flow
from valuegraph.render.diagrams.diagram import Arrow, Box
from valuegraph.render.theme import Theme


@dataclass(frozen=True, slots=True)
class BoxColours:
    """Ground, line and text of a box."""

    fill: str
    line: str
    text: str


def box_colours(kind: str, theme: Theme) -> BoxColours:
    """Return the colours of a kind of part; those of a modality are its circuit's."""
    match kind:
        case "resource":
            return BoxColours(theme.resource, theme.resource_line, theme.resource_text)
        case "activity":
            return BoxColours(theme.structure, theme.structure, theme.on_structure)
        case "support":
            return BoxColours(theme.structure_tint, theme.structure_rule, theme.structure)
        case "impact" | "margin":
            return BoxColours(theme.impacts[0], theme.impacts[0], theme.on_impact)
        case "output":
            return BoxColours(theme.impact_tint, theme.impacts[1], theme.ink)
        case "actor":
            return BoxColours(theme.paper, theme.pill_line, theme.ink)
    return BoxColours(theme.panel, theme.panel_line, theme.ink)


def circuit_line(circuit: str, circuits: tuple[str, ...], theme: Theme) -> str:
    """Return the full colour of a circuit; ``circuits`` are all those of the chain, in order."""
    own = [code for code in circuits if code not in dict(theme.circuits)]
    position = own.index(circuit) if circuit in own else 0
    return theme.circuit(circuit, position=position).full


def arrow_line(arrow: Arrow, circuits: tuple[str, ...], theme: Theme) -> str:
    """Return the colour of an arrow: its circuit's, or that of how it carries value."""
    if arrow.circuit:
        return circuit_line(arrow.circuit, circuits, theme)
    match arrow.flow:
        case Flow.FORWARD:
            return theme.structure
        case Flow.RETURN:
            return theme.resource_icon
    return theme.muted


def is_doubtful(thing: Box | Arrow) -> bool:
    """Tell whether a box or an arrow is not sure, and drawn with a broken line."""
    return thing.status in ("hypothesis", "planned", "disputed", "refuted")
