"""The way in: a chain and the name of a view become a picture."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.focus.drawing import drawn_with_focus
from valuegraph.render.formats import FORMATS, SceneWriter
from valuegraph.render.grey import in_grey
from valuegraph.render.page import PAGES, Page
from valuegraph.render.picture import Picture, format_of
from valuegraph.render.several import SEVERAL, chains_of, of_all, refuse_for_several
from valuegraph.render.sheets import View, ViewOptions
from valuegraph.render.theme import Theme
from valuegraph.render.theming.chosen import theme_and_doubts

VIEWS: Mapping[str, str] = {
    "actors": "valuegraph.render.views.actors",
    "cycle": "valuegraph.render.views.cycle",
    "extended": "valuegraph.render.views.extended",
    "flow": "valuegraph.render.views.flow",
    "framework": "valuegraph.render.views.framework",
    "matrix": "valuegraph.render.views.matrix",
    "network": "valuegraph.render.views.network",
    "porter": "valuegraph.render.views.porter",
    "system": "valuegraph.render.views.system",
}
"""Each view and the module whose function of that name draws it: a new view is one line here."""

PLACED_ELSEWHERE = ("network",)
"""The views whose places come from another program: the same only for one build of it."""

COLUMNS = ("activities", "circuits")
DETAILS = ("full", "overview")
BASES = ("equal", "strength", "amount")


def draw(
    chain: ValueChain | Sequence[ValueChain],
    path: str | os.PathLike[str] | None = None,
    *,
    view: str | View | Sequence[str | View] | None = None,
    page: str | Page | None = None,
    language: str | None = None,
    columns: str = "activities",
    highlight: object = None,
    only: object = None,
    detail: str = "full",
    basis: str | None = None,
    unit: str = "",
    theme: Theme | str | os.PathLike[str] | None = None,
    grey: bool = False,
    format: str | SceneWriter | None = None,
    text: str = "live",
    dpi: float = 200,
) -> Picture:
    """Draw a chain; a draft is always drawable.

    Args:
        chain: the chain; for the view ``system`` several of them.
        path: the file to write, its ending the format; nothing is written without it. A format
            that holds one sheet a file writes the second sheet to ``name-2`` and so on.
        view: ``extended`` (the poster), another name in :data:`VIEWS`, or a function of your own
            from a chain and :class:`ViewOptions` to :class:`Sheets`; several of them for a picture
            of several views. By default what the format is best at: the poster; for several
            chains ``system``.
        page: ``A4``, ``A3``, ``A0`` (landscape), ``A4-portrait``..., or ``slide``; the theme's
            by default, else ``A4``.
        language: ``fr``, ``en`` or any language the chain has translations in; the chain's own
            by default. Headings are in French or English.
        columns: ``activities`` or ``circuits``, where the view offers both.
        highlight: what is to stand out, the rest being calmed: a part, a link, an id, a name,
            a selector (``circuit:gift``, ``actor:clirse``), ``route:start>end`` (the strongest)
            or ``routes:start>end``, ``without:part`` (what is lost without it); a route, a loop,
            or what ``loss``, ``through`` or ``reach`` answered; or several of these.
        only: draw a smaller chain: a part or selector with what leads to it and what it leads
            to, ``upstream:part`` or ``downstream:part`` for one side; or several.
        detail: ``full``, or ``overview``: the main story, to be read from afar.
        basis: what the widths of ``flow`` show: ``equal`` (shares read with equal parts),
            ``strength`` or ``amount``; strengths where there are any by default, else ``equal``.
        unit: the unit of the amounts shown; the one most used by default.
        theme: the look of the house: a theme, its file, or the name of one that comes with the
            package; ours by default.
        grey: a proof of what a black and white printer shows; formats made from the chain itself
            keep their colours.
        format: the format, if the file's ending does not say it; or a writer of your own, a
            function from a scene to bytes.
        text: for SVG, ``live`` (texts that can be searched and copied, font embedded) or
            ``paths`` (outlines: the same everywhere).
        dpi: for PNG, dots per inch of the page.

    Returns:
        The picture, with ``problems``: what had to be shortened or continued elsewhere.

    Raises:
        OptionError: an option has a value that does not exist, or a view cannot draw several
            chains.
        UnknownPartError: nothing answers to ``highlight`` or ``only``.
        ChainError: what they ask for is empty, or no route leads there.
        MissingExtraError: the view or the format needs a package that is not installed.
        FileFormatError: something in the theme's file cannot be accepted.
        FileAccessError: the theme's file cannot be opened.
    """
    chains = chains_of(chain)
    first = chains[0] if chains else ValueChain()
    told = language or first.language
    asked = {"highlight": highlight is not None, "only": only is not None}
    refuse_for_several(chains, {**asked, "detail": detail != "full"}, told)
    look, doubts = theme_and_doubts(theme, told)
    if page is None:
        page = look.default_page()
    options = ViewOptions(
        page=page if isinstance(page, Page) else PAGES[_one_of("page", page, PAGES, told)],
        language=told,
        theme=look,
        columns=_one_of("columns", columns, dict.fromkeys(COLUMNS), told),
        detail=_one_of("detail", detail, dict.fromkeys(DETAILS), told),
        basis="" if basis is None else _one_of("basis", basis, dict.fromkeys(BASES), told),
        unit=unit,
    )
    if path is not None and format is None:
        format = format_of(Path(path), told)
    views = _views(view, format, told, several=len(chains) > 1)
    drawn = [
        (name, drawn_with_focus(of_all(name, make, chains, told), first, options,
                                highlight=highlight, only=only))
        for name, make in views
    ]  # fmt: skip
    kept = tuple(each.copy() for each in chains)
    again = partial(draw, kept[0] if len(kept) == 1 else kept,
                    view=[name or make for name, make in views], page=options.page,
                    columns=options.columns, theme=look, grey=grey, highlight=highlight,
                    only=only, detail=options.detail, basis=basis, unit=unit)  # fmt: skip
    scenes = [scene for _, sheets in drawn for scene in sheets.scenes]
    picture = Picture(
        tuple(in_grey(scene) if grey else scene for scene in scenes),
        (*doubts, *(problem for _, sheets in drawn for problem in sheets.problems)),
        language=told,
        views=tuple(name for name, sheets in drawn for _ in sheets.scenes),
        chain=kept[0] if len(kept) == 1 else None,
        again=again,
    )
    return picture.save(path, format=format, text=text, dpi=dpi) if path is not None else picture


def _views(
    view: str | View | Sequence[str | View] | None,
    format: str | SceneWriter | None,
    language: str,
    *,
    several: bool,
) -> list[tuple[str, View]]:
    """Return the views to draw, each with its name; the name of a host's own is empty."""
    if view is None:
        known = FORMATS.get(format) if isinstance(format, str) else None
        view = SEVERAL if several else known.views if known else ("extended",)
    asked = [view] if isinstance(view, str) or callable(view) else list(view) or [""]
    return [("", one) if callable(one) else _named(one, language) for one in asked]


def _named(view: str, language: str) -> tuple[str, View]:
    name = _one_of("view", view, VIEWS, language)
    found: View = getattr(import_module(VIEWS[name]), name)
    return name, found


_OPTIONS = {
    "page": Bilingual("la page", "the page"),
    "view": Bilingual("la vue", "the view"),
    "columns": Bilingual("les colonnes", "the columns"),
    "detail": Bilingual("le détail", "the detail"),
    "basis": Bilingual("la base", "the basis"),
}


def _one_of(option: str, value: str, allowed: Mapping[str, object], language: str) -> str:
    """Return the allowed name that ``value`` means, whatever its case."""
    by_folded = {name.casefold(): name for name in allowed}
    name = by_folded.get(str(value).strip().casefold())
    if name is None:
        values = {"option": _OPTIONS[option], "value": value, "allowed": list(allowed)}
        raise OptionError(Problem("VG450", values=values), language=language)
    return name
