"""A view drawn with its focus: a smaller chain before it, a highlight and a caption after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.scene import Scene, Text
from valuegraph.render.sheets import Sheets, View, ViewOptions


def drawn_with_focus(
    view: View,
    chain: ValueChain,
    options: ViewOptions,
    *,
    highlight: object = None,
    only: object = None,
) -> Sheets:
    """Return the sheets of a view, narrowed to what was asked for and with its highlight.

    Args:
        view: the view.
        chain: the whole chain.
        options: how it is drawn; ``detail`` and ``caption`` among them.
        highlight: what is to stand out; see :func:`valuegraph.render.focus.asked.focus_on`.
        only: what is to be drawn; see :func:`valuegraph.analysis.subchain.subchain`.

    Raises:
        UnknownPartError: nothing answers to a reference.
        ChainError: what was asked for is empty, or no route leads there.
        OptionError: it is of a kind that cannot be highlighted.
    """
    if highlight is None and only is None and options.detail == "full":
        return _with_caption(view(chain, options))
    from valuegraph.render.focus.narrowing import narrowed

    small = narrowed(chain, only, options.detail, options.language)
    captioned = options.telling(small.told)
    if highlight is None:
        return _with_caption(view(small.chain, captioned))
    return _highlighted(view, chain, small.chain, captioned, highlight)


def _highlighted(
    view: View, chain: ValueChain, small: ValueChain, options: ViewOptions, highlight: object
) -> Sheets:
    from valuegraph.render.focus.asked import focus_on
    from valuegraph.render.focus.lighting import lighted, shown
    from valuegraph.render.focus.names import some_named
    from valuegraph.render.words import say

    focus = focus_on(chain, highlight, options.language)
    captioned = options.telling(focus.told)
    sheets = view(small, captioned)
    seen = set().union(*(shown(scene) for scene in sheets.scenes))
    unseen = tuple(ref for ref in focus.named if ref not in seen)
    problems: tuple[Problem, ...] = ()
    if unseen:
        names = some_named(chain, unseen, options.language)
        told = say("not shown", options.language, names=names)
        sheets = view(small, captioned.telling(told))
        problems = (_not_shown(chain, unseen),)
    lit = [lighted(scene, focus, options.theme) for scene in sheets.scenes]
    return _with_caption(Sheets(tuple(lit), (*sheets.problems, *problems)))


def _with_caption(sheets: Sheets) -> Sheets:
    """Return the sheets, each alternative text beginning with the caption of its drawing."""
    return replace(sheets, scenes=tuple(_described(scene) for scene in sheets.scenes))


def _described(scene: Scene) -> Scene:
    captions = [group for group in scene.groups() if group.role == "caption"]
    told = [text.full or text.plain for group in captions for text in group.children
            if isinstance(text, Text)]  # fmt: skip
    lines = (*told, scene.description)
    return replace(scene, description="\n".join(line for line in lines if line)) if told else scene


def _not_shown(chain: ValueChain, refs: Sequence[str]) -> Problem:
    from valuegraph.render.focus.names import some_named

    names = Bilingual(some_named(chain, refs, "fr"), some_named(chain, refs, "en"))
    return Problem("VG405", values={"names": names, "ids": list(refs)})
