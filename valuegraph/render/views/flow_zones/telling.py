"""The flow in words: its alternative text, link by link."""

from __future__ import annotations

from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.flow_zones.below import notes, route_title, route_words
from valuegraph.render.views.flow_zones.reading import Reading, told_unit
from valuegraph.render.views.flow_zones.weights import Bond
from valuegraph.render.words import say


def told(reading: Reading, options: ViewOptions) -> str:
    """Return the whole picture in words: the route, every link with its weight, what returns."""
    language = options.language
    lines = [reading.chain.about.text("description", language)]
    lines.append(say(f"flow by {reading.basis}", language, unit=told_unit(reading, options)))
    route = route_words(reading, options)
    if route:
        what = route_title(reading, options)
        lines.append(say("told of", language, what=what, text=route))
    lines += [_line(bond, options) for bond in reading.bonds]
    lines += [_line(bond, options) for bond in reading.returns]
    if reading.support:
        names = ", ".join(part.label(language) for part in reading.support)
        lines.append(say("told of", language, what=say("support", language), text=names))
    joined = {end for bond in (*reading.bonds, *reading.returns) for end in (bond.start, bond.end)}
    alone = [part.label(language) for part in reading.parts() if part.id not in joined]
    if alone:
        what = say("joined to nothing", language)
        lines.append(say("told of", language, what=what, text=", ".join(alone)))
    lines += notes(reading, options)
    return "\n".join(line for line in lines if line)


def _line(bond: Bond, options: ViewOptions) -> str:
    said = [bond.told] if bond.told else []
    if bond.status is not None and bond.status.value in ("hypothesis", "planned", "disputed"):
        said.append(say(bond.status.value, options.language).lower())
    return f"{bond.title} ({', '.join(said)})" if said else bond.title
