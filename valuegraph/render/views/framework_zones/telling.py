"""The framework in words: its alternative text, question by question."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.framework_zones.rows import (
    Row,
    indicator_card,
    measured_card,
    measures_of,
)
from valuegraph.render.words import say


def told(
    rows: Sequence[Row], parts: Sequence[Part], chain: ValueChain, options: ViewOptions
) -> str:
    """Return the rows in words, one line an indicator, then what nothing measures."""
    language, setting = options.language, Setting(options, 1)
    lines = [
        say("framework in words", language, questions=len(chain.questions),
            criteria=len(chain.criteria), indicators=len(chain.indicators))
    ]  # fmt: skip
    if not rows and not chain.questions:
        lines.append(say("no framework", language))
    for row in rows:
        above = [part.label(language) for part in (row.question, row.criterion) if part]
        card = indicator_card(row, chain, setting)
        measured = [measured_card(m.part, chain, setting).name for m in measures_of(row, chain)]
        pieces = [card.name, card.note, ", ".join(measured)]
        here = " — ".join(piece for piece in pieces if piece)
        where = " > ".join(above)
        lines.append(say("told of", language, what=where, text=here) if where else here)
    if parts:
        names = ", ".join(part.label(language) for part in parts)
        lines.append(say("told of", language, what=say("unmeasured", language), text=names))
    return "\n".join(lines)
