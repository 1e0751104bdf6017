"""The way in: a chain and the name of a view become a picture."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib import import_module

from valuegraph.errors import OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.page import PAGES, Page
from valuegraph.render.picture import Picture, Writer
from valuegraph.render.sheets import View, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME, Theme

VIEWS: Mapping[str, str] = {
    "extended": "valuegraph.render.views.extended",
    "flow": "valuegraph.render.views.flow",
    "matrix": "valuegraph.render.views.matrix",
    "porter": "valuegraph.render.views.porter",
}
"""Each view and the module whose function of that name draws it: a new view is one line here."""

COLUMNS = ("activities", "circuits")
BASES = ("equal", "strength", "amount")


def draw(
    chain: ValueChain,
    path: str | os.PathLike[str] | None = None,
    *,
    view: str | View = "extended",
    page: str | Page = "A4",
    language: str | None = None,
    columns: str = "activities",
    basis: str | None = None,
    unit: str = "",
    theme: Theme | None = None,
    format: str | Writer | None = None,
    text: str = "live",
    dpi: float = 200,
) -> Picture:
    """Draw a chain; a draft is always drawable.

    Args:
        chain: the chain.
        path: the file to write (``.svg`` or ``.png``); nothing is written without it. A second
            sheet goes to ``name-2.svg`` and so on.
        view: ``extended`` (the poster), ``porter``, ``matrix``, ``flow``, or a function of your own from
            a chain and :class:`ViewOptions` to :class:`Sheets`.
        page: ``A4``, ``A3``, ``A0`` (landscape), ``A4-portrait``..., or ``slide``.
        language: ``fr``, ``en`` or any language the chain has translations in; the chain's own
            by default. Headings are in French or English.
        columns: ``activities`` or ``circuits``, where the view offers both.
        basis: what the widths of ``flow`` show: ``equal`` (shares read with equal parts),
            ``strength`` or ``amount``; strengths where there are any by default, else ``equal``.
        unit: the unit of the amounts shown; the one most used by default.
        theme: colours and font; ours by default.
        format: the format, if the file's ending does not say it; or a writer of your own, a
            function from a scene to bytes.
        text: for SVG, ``live`` (texts that can be searched and copied, font embedded) or
            ``paths`` (outlines: the same everywhere).
        dpi: for PNG, dots per inch of the page.

    Returns:
        The picture, with ``problems``: what had to be shortened or continued elsewhere.

    Raises:
        OptionError: an option has a value that does not exist.
    """
    told = language or chain.language
    options = ViewOptions(
        page=page if isinstance(page, Page) else PAGES[_one_of("page", page, PAGES, told)],
        language=told,
        theme=theme or DEFAULT_THEME,
        columns=_one_of("columns", columns, dict.fromkeys(COLUMNS), told),
        basis="" if basis is None else _one_of("basis", basis, dict.fromkeys(BASES), told),
        unit=unit,
    )
    sheets = _view(view, told)(chain, options)
    picture = Picture(sheets.scenes, sheets.problems, language=told)
    return picture.save(path, format=format, text=text, dpi=dpi) if path is not None else picture


def _view(view: str | View, language: str) -> View:
    if callable(view):
        return view
    name = _one_of("view", view, VIEWS, language)
    found: Callable[..., object] = getattr(import_module(VIEWS[name]), name)
    return found  # type: ignore[return-value]  # the table names views only


_OPTIONS = {
    "page": Bilingual("la page", "the page"),
    "view": Bilingual("la vue", "the view"),
    "columns": Bilingual("les colonnes", "the columns"),
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
