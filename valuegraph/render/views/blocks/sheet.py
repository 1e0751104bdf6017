"""One sheet of a view as a scene: its page, its language, its title and its words."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Node, Scene
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import visible
from valuegraph.render.words import say


def sheet_of(
    chain: ValueChain, nodes: Sequence[Node], options: ViewOptions, *, view: str, told: str
) -> Scene:
    """Return the scene of one sheet: ``view`` is the word of the view, ``told`` its words."""
    page, language = options.page, options.language
    name = chain.about.label(language) or say("untitled", language)
    return Scene(
        f"{name} — {say(view, language)}",
        told,
        visible(nodes),
        language=language,
        width=page.width,
        height=page.height,
        background=options.theme.paper,
        page=page,
        font=options.theme.font,
    )
