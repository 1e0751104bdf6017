"""A report put together: every section in its order."""

from __future__ import annotations

from types import MappingProxyType

from valuegraph.model.chain import ValueChain
from valuegraph.render.reporting.document import Document
from valuegraph.render.reporting.glossary import glossary
from valuegraph.render.reporting.measured import measured
from valuegraph.render.reporting.numbers import numbers
from valuegraph.render.reporting.opening import in_pictures, in_short
from valuegraph.render.reporting.standing import standing
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.reporting.thread import thread
from valuegraph.render.reporting.typesetting import well_set
from valuegraph.render.sheets import ViewOptions


def written_report(
    chain: ValueChain, options: ViewOptions, on: str = "", masked_below: int = 0
) -> Document:
    """Return the report of a chain as data: what every format is written from.

    Args:
        chain: what it is about.
        options: the language and the look of its pictures.
        on: the day after which nothing is told; empty for all that is known.
        masked_below: the fewest people of whom a value is told; 0 for any.
    """
    telling = Telling(chain, options, on, masked_below)
    about, language = chain.about, options.language
    sections = (
        in_short(telling),
        in_pictures(telling),
        *thread(telling),
        *measured(telling),
        *numbers(telling),
        *standing(telling),
        glossary(telling),
    )
    where = (about.text("territory", language), about.text("period", language))
    return well_set(
        Document(
            telling.say("report on", name=about.label(language)),
            " · ".join(text for text in where if text.strip()),
            language,
            sections,
            tuple(telling.sources),
            MappingProxyType(
                {name: telling.say(name) for name in ("contents", "sources", "source")}
            ),
        )
    )
