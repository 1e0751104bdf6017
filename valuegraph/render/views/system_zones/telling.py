"""A value system in words: its alternative text, chain by chain."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.system_zones.joined import Feed, Shared
from valuegraph.render.words import say


def told(
    shown: Sequence[ValueChain],
    shared: Sequence[Shared],
    feeds: Sequence[Feed],
    chains: Sequence[ValueChain],
    options: ViewOptions,
) -> str:
    """Return one line a chain, then who plays in several and what feeds another."""
    language = options.language
    lines = [] if shown else [say("system of none", language)]
    for chain in shown:
        pieces = []
        for words, parts in (
            ("resources", chain.resources),
            ("activities", chain.activities),
            ("impacts in short", (*chain.outputs, *chain.impacts, *chain.margin)),
        ):
            text = _names(parts, language) or say("nothing named", language)
            pieces.append(say("told of", language, what=say(words, language), text=text))
        lines.append(f"{_name(chain, language)} — " + say("next", language).join(pieces))
    for each in shared:
        where = ", ".join(_name(chains[number], language) for number in each.chains)
        lines.append(say("told of", language, what=each.actor.label(language), text=where))
    lines += [
        f"{feed.part.label(language)} ({_name(chains[feed.start], language)}) → "
        f"{feed.resource.label(language)} ({_name(chains[feed.end], language)})"
        for feed in feeds
    ]
    return "\n".join(lines)


def _names(parts: Sequence[Part], language: str) -> str:
    return ", ".join(part.label(language) for part in parts)


def _name(chain: ValueChain, language: str) -> str:
    return chain.about.label(language) or say("untitled", language)
