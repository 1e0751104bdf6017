"""The matrix in words: its alternative text, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.chain import ValueChain
from valuegraph.model.impact import Impact, Margin
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import CircuitLook
from valuegraph.render.views.blocks.cell_texts import cell_entries, entry_words
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.views.matrix_zones.resources import resources_of
from valuegraph.render.words import say


def told(
    chain: ValueChain,
    activities: Sequence[PrimaryActivity],
    looks: Sequence[CircuitLook],
    results: Sequence[Impact | Margin],
    options: ViewOptions,
) -> str:
    """Return the whole table in words: one line an activity, then one for the impacts."""
    language = options.language
    colon = " : " if language.startswith("fr") else ": "
    lines = []
    description = chain.about.text("description", language)
    if description:
        lines.append(description)
    lines.append(say("matrix in words", language, activities=len(activities), circuits=len(looks)))
    for activity in activities:
        pieces = []
        resources = resources_of(chain, activity)
        if resources:
            names = ", ".join(resource.label(language) for resource in resources)
            pieces.append(say("resources invested", language) + colon + names)
        for look in looks:
            entries = cell_entries(chain, activity, look.circuit, options)
            content = ", ".join(entry_words(entry, language) for entry in entries)
            pieces.append(look.label + colon + (content or say("not discussed", language)))
        lines.append(activity.label(language) + colon + "; ".join(pieces))
    if results:
        names = ", ".join(result.label(language) for result in results)
        lines.append(results_heading(results, language) + colon + names)
    return "\n".join(lines)
