"""The way to a page as text: whole, or as a piece of another page."""

from __future__ import annotations

import os
from collections.abc import Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.render.draw import draw
from valuegraph.render.formats import FORMATS
from valuegraph.render.page import Page
from valuegraph.render.sheets import View
from valuegraph.render.theme import Theme


def html(
    chain: ValueChain,
    *,
    fragment: bool = False,
    view: str | View | Sequence[str | View] | None = None,
    page: str | Page | None = None,
    language: str | None = None,
    columns: str = "activities",
    theme: Theme | str | os.PathLike[str] | None = None,
    grey: bool = False,
    highlight: object = None,
    only: object = None,
    detail: str = "full",
    basis: str | None = None,
    unit: str = "",
) -> str:
    """Return the interactive page of a chain as text; nothing is written.

    Args:
        chain: the chain; a draft will do.
        fragment: a piece to put into a page of yours instead of a whole page. It keeps its ids
            and styles to itself, several of them stand in one page, and it tells your page what
            is chosen by the event ``valuegraph:select``.
        view, page, language, columns, theme, grey, highlight, only, detail, basis, unit: as for
            :func:`valuegraph.draw`.

    Returns:
        HTML without any reference to elsewhere; it carries the chain's own text, which
        :func:`valuegraph.read` finds again.

    Raises:
        OptionError: an option has a value that does not exist.
        UnknownPartError: nothing answers to ``highlight`` or ``only``.
        ChainError: what they ask for is empty, or no route leads there.
    """
    from valuegraph.render.webpage.building import content_of
    from valuegraph.render.writers.page import document

    picture = draw(
        chain,
        view=FORMATS["html"].views if view is None else view,
        page=page,
        language=language,
        columns=columns,
        theme=theme,
        grey=grey,
        highlight=highlight,
        only=only,
        detail=detail,
        basis=basis,
        unit=unit,
    )
    return document.fragment(content_of(picture)) if fragment else picture.html
