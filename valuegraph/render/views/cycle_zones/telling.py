"""The value cycle in words: its alternative text."""

from __future__ import annotations

from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.cycle_zones.centre import count_words
from valuegraph.render.views.cycle_zones.content import Turning, leaving, loop_words, stations
from valuegraph.render.views.flow_zones.reading import Reading
from valuegraph.render.words import say


def told(reading: Reading, turning: Turning, options: ViewOptions) -> str:
    """Return the whole picture in words: stations, what returns, states and loops."""
    language = options.language
    lines = [reading.chain.about.text("description", language), say("cycle subtitle", language)]
    names = ("resources", "primary", "impacts and margin")
    for name, parts in zip(names, stations(reading), strict=True):
        if parts:
            text = ", ".join(
                _resource(part.label(language), turning.states.get(part.id, ""), language)
                for part in parts
            )
            lines.append(say("told of", language, what=say(name, language), text=text))
    lines += [bond.title for bond in reading.returns] or [say("ring open", language)]
    out = [part.label(language) for part in leaving(reading)]
    if out and reading.returns:
        what = say("leaves", language)
        lines.append(say("told of", language, what=what, text=", ".join(out)))
    lines.append(count_words(turning, language))
    lines += [loop_words(reading, loop, options) for loop in turning.loops]
    return "\n".join(line for line in lines if line)


def _resource(name: str, state: str, language: str) -> str:
    return f"{name} ({say(f'state {state}', language)})" if state else name
