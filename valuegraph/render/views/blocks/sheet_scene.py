"""The scene of one sheet: what is drawn on a page, with the chain's name and its words."""

from __future__ import annotations

from collections.abc import Iterable

from valuegraph.model.chain import ValueChain
from valuegraph.render.scene import Node, Scene
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import visible
from valuegraph.render.words import say


def sheet_scene(
    chain: ValueChain, view: str, told: str, nodes: Iterable[Node], options: ViewOptions
) -> Scene:
    """Return the scene of a sheet.

    Args:
        chain: the chain, whose name is the title.
        view: the words for the view, which follow that name.
        told: the whole sheet in words, its alternative text.
        nodes: what is drawn; texts that show nothing are left out.
        options: the page, the language and the theme.
    """
    page, language = options.page, options.language
    name = chain.about.label(language) or say("untitled", language)
    return Scene(
        f"{name} — {view}",
        told,
        visible(nodes),
        language=language,
        width=page.width,
        height=page.height,
        background=options.theme.paper,
        page=page,
        font=options.theme.font,
    )
