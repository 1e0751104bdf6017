"""The colours that follow from a few: tints, rules and texts that can be read on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from valuegraph.render.colour import contrast, mix, nearest_with_contrast, vivid
from valuegraph.render.theme import DEFAULT_THEME, MARK_CONTRAST, TEXT_CONTRAST, CircuitColours

_ROOM = 0.1  # colours are rounded, and views mix them a little
_WHITE = "#FFFFFF"

Colours = dict[str, Any]
"""Role -> its colour or colours."""


def completed(given: Mapping[str, Any]) -> Colours:
    """Return the colour of every role: as given, else what follows from those, else ours.

    Args:
        given: role -> colour; a tuple of one or two for ``impacts`` and ``harms``, a mapping of
            names for ``circuits`` and a tuple for ``own_circuits``, each with ``""`` for the tint
            that is to be found.
    """
    colours: Colours = {
        role: getattr(DEFAULT_THEME, role) for role in _every_role() if role not in given
    } | dict(given)
    known = set(given)
    for role, (sources, find) in _DERIVED.items():
        if role not in given and known & set(sources):
            made = find(colours)
            if made != colours[role]:
                known.add(role)
            colours[role] = made
    for role in ("impacts", "harms"):
        colours[role] = _two(colours[role], colours)
    named = dict(DEFAULT_THEME.circuits) | dict(given.get("circuits", {}))
    colours["circuits"] = tuple((name, _circuit(each, colours)) for name, each in named.items())
    colours["own_circuits"] = tuple(_circuit(each, colours) for each in colours["own_circuits"])
    return colours


def seeds_of(role: str) -> tuple[str, ...]:
    """Return the roles that a role follows from where it is not given, the nearest first."""
    sources = _DERIVED[role][0] if role in _DERIVED else ()
    further = (each for source in sources for each in seeds_of(source))
    return tuple(dict.fromkeys((*sources, *further)))


def _every_role() -> tuple[str, ...]:
    from valuegraph.render.theming.roles import ROLES

    return tuple(ROLES)


def _tint(colour: str, colours: Colours, paper_share: float, texts: Sequence[str]) -> str:
    """Return a pale ground of a colour on which these texts can be read."""
    paper: str = colours["paper"]
    hue = vivid(colour, 0.45)  # or the tints of a dark blue would be grey
    for step in range(round(paper_share * 100), 101):
        ground = mix(hue, paper, step / 100)
        if all(contrast(text, ground) >= TEXT_CONTRAST + _ROOM for text in texts):
            return ground
    return paper


def _readable(colour: str, grounds: Sequence[str], needed: float) -> str:
    """Return a colour made darker or lighter until it can be read on all these grounds."""
    made = [nearest_with_contrast(colour, ground, needed + _ROOM) for ground in grounds]
    return max(made, key=lambda each: min(contrast(each, ground) for ground in grounds))


def _over(colours: Colours, *grounds: str) -> str:
    """Return the text colour that is read best on dark or light grounds: white where it does."""
    for each in (_WHITE, colours["paper"], colours["ink"]):
        if all(contrast(each, ground) >= TEXT_CONTRAST for ground in grounds):
            return str(each)
    return _readable(_WHITE, grounds, TEXT_CONTRAST)


def _softened(colour: str, into: str, grounds: Sequence[str], needed: float) -> str:
    """Return a colour mixed a little into another, as far as it can still be read."""
    for step in range(14, -1, -1):
        made = mix(colour, into, step / 100)
        if all(contrast(made, ground) >= needed + _ROOM for ground in grounds):
            return made
    return colour


def _two(given: Sequence[str], colours: Colours) -> tuple[str, str]:
    """Return two tones of a colour where only one is given."""
    first = given[0]
    if len(given) > 1:
        return first, given[1]
    over, paper, ink = colours["on_impact"], colours["paper"], colours["ink"]
    for step in range(14, 0, -2):
        for other in (paper, ink):
            tone = mix(first, other, step / 100)
            if min(contrast(over, tone), contrast(tone, paper)) >= TEXT_CONTRAST + _ROOM:
                return first, tone
    return first, first


def _circuit(given: CircuitColours, colours: Colours) -> CircuitColours:
    if given.tint:
        return given
    texts = (colours["ink"], colours["muted"])
    return CircuitColours(given.full, _tint(given.full, colours, 0.88, texts))


def _deep(colour: str) -> str:
    """Return the dark or light tone of a ground's own hue, to write on it."""
    end = "#000000" if contrast(colour, "#000000") > contrast(colour, _WHITE) else _WHITE
    return mix(vivid(colour, 0.6), end, 0.62)


def _frame(colours: Colours) -> str:
    """Return the ground of the ecosystem: ours, where the house's texts can be read on it."""
    texts = [colours[role] for role in ("ink", "muted", "structure")]
    ours: str = colours["frame"]
    pale = contrast(ours, colours["paper"]) < 1.3
    if pale and all(contrast(text, ours) >= TEXT_CONTRAST for text in texts):
        return ours
    return _tint(colours["frame_line"], colours, 0.88, texts)


def _structure_ground(share: float) -> Callable[[Colours], str]:
    return lambda c: _tint(c["structure"], c, share, (c["ink"], c["muted"], c["structure"]))


def _towards(role: str, other: str, share: float) -> Callable[[Colours], str]:
    return lambda c: mix(c[role], c[other], share)


_DERIVED: Mapping[str, tuple[tuple[str, ...], Callable[[Colours], Any]]] = {
    "muted": (("ink", "paper"), lambda c: _readable(mix(c["ink"], c["paper"], 0.3), [c["paper"]],
                                                    6.0)),
    "hairline": (("ink", "paper"), _towards("ink", "paper", 0.77)),
    "structure_tint": (("structure", "paper"), _structure_ground(0.9)),
    "structure_deep_tint": (("structure", "paper"), _structure_ground(0.81)),
    "structure_rule": (("structure", "paper"), _towards("structure", "paper", 0.66)),
    "structure_bullet": (("structure", "paper"), lambda c: _readable(
        mix(c["structure"], c["paper"], 0.35), [c["structure_tint"]], MARK_CONTRAST)),
    "on_structure": (("structure",), lambda c: _over(c, c["structure"])),
    "panel": (("structure", "paper"), _structure_ground(0.97)),
    "panel_line": (("structure", "paper"), _towards("structure", "paper", 0.82)),
    "frame": (("paper", "ink", "structure"), _frame),
    "frame_line": (("frame",), _towards("frame", "ink", 0.28)),
    "frame_label": (("frame",), lambda c: _readable(mix(_deep(c["frame"]), c["ink"], 0.6),
                                                    [c["frame"], c["paper"]], TEXT_CONTRAST)),
    "pill_line": (("frame",), _towards("frame", "ink", 0.15)),
    "resource_line": (("resource",), lambda c: mix(c["resource"], _deep(c["resource"]), 0.3)),
    "resource_text": (("resource",), lambda c: _readable(_deep(c["resource"]),
                                                         [c["resource"], c["paper"]],
                                                         TEXT_CONTRAST)),
    "resource_icon": (("resource",), lambda c: _readable(
        mix(_deep(c["resource"]), c["resource"], 0.25), [c["resource"], c["paper"]],
        TEXT_CONTRAST)),
    "resource_label": (("resource_text", "panel", "paper"), lambda c: _readable(
        c["resource_text"], [c["panel"], c["paper"]], TEXT_CONTRAST)),
    "on_impact": (("impacts",), lambda c: _over(c, *c["impacts"], *c["harms"])),
    "impact_label": (("impacts", "harms", "on_impact"), lambda c: _softened(
        c["on_impact"], c["impacts"][0], [*_two(c["impacts"], c), *_two(c["harms"], c)],
        TEXT_CONTRAST)),
    "impact_icon": (("impacts", "harms", "on_impact"), lambda c: _softened(
        c["on_impact"], c["impacts"][0], [*_two(c["impacts"], c), *_two(c["harms"], c)],
        TEXT_CONTRAST)),
    "impact_tint": (("impacts", "paper"), lambda c: _tint(c["impacts"][0], c, 0.9,
                                                          (c["ink"], c["muted"]))),
    "on_circuit": (("circuits",), lambda c: _over(
        c, *(each.full for each in dict(c["circuits"]).values()))),
}  # fmt: skip
"""Role -> the roles it follows from, and how, in an order in which each source comes first."""
