"""Porter's chart in words: its alternative text, row by row and column by column."""

from __future__ import annotations

from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.cell_texts import cell_entries, entry_words
from valuegraph.render.views.blocks.content import Content
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.views.porter_zones.binding import binding
from valuegraph.render.words import say


def told(content: Content, options: ViewOptions) -> str:
    """Return the whole chart in words, one line for each part of it."""
    language = options.language
    lines = [content.chain.about.text("description", language)]
    for part in content.support:
        bound = binding(content, part, language)
        names = [part.label(language), *bound.carriers]
        what = f"{say('support', language)} — {', '.join(names)}"
        text = bound.told(part, content.activities, language).replace("\n", "; ")
        lines.append(say("told of", language, what=what, text=text) if text else what)
    for activity in content.activities:
        what = f"{say('primary', language)} — {activity.label(language)}"
        pieces = [activity.text("description", language)]
        for look in content.circuits:
            entries = cell_entries(content.chain, activity, look.circuit, options)
            texts = ", ".join(entry_words(entry, language) for entry in entries)
            if texts:
                pieces.append(say("told of", language, what=look.label, text=texts))
        text = "; ".join(piece for piece in pieces if piece)
        lines.append(say("told of", language, what=what, text=text) if text else what)
    if content.results:
        what = results_heading(content.results, language)
        names = [result.label(language) for result in content.results]
        lines.append(say("told of", language, what=what, text=", ".join(names)))
    return "\n".join(line for line in lines if line)
