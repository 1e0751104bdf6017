"""How the words of a view are set: the style of its texts, small headings, the room they take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Unpack

from valuegraph.render.fit import TextStyle, fit_line
from valuegraph.render.scene import Group, Node, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.wrap import line_width

CAPTION_TRACKING = 1.1


def written(options: ViewOptions, **style: Unpack[TextStyle]) -> TextStyle:
    """Return a text style in the language, the font and the ink of the drawing."""
    theme = options.theme
    usual: TextStyle = {
        "language": options.language,
        "font": theme.font,
        "colour": theme.ink,
    }
    usual.update(style)
    return usual


def caption(
    text: str,
    x: float,
    y: float,
    w: float,
    size: float,
    options: ViewOptions,
    *,
    h: float | None = None,
    **style: Unpack[TextStyle],
) -> Text:
    """Return a small heading in tracked capitals on one line of ``w`` du; muted unless coloured."""
    usual = written(options, colour=options.theme.muted, bold=True, caps=True)
    usual["tracking"] = CAPTION_TRACKING
    usual.update(style)
    return fit_line(text, x, y, w, size, h=h, **usual)


def caption_width(text: str, size: float, options: ViewOptions) -> float:
    """Return the width in du that a caption takes at ``size``."""
    return 1 + line_width(
        text.upper(), size, font=options.theme.font, bold=True, tracking=CAPTION_TRACKING
    )


def visible(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes without the texts that show nothing, such as a name of blanks."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Group):
            kept.append(replace(node, children=visible(node.children)))
        elif not isinstance(node, Text) or any(
            run.text.strip() for runs in node.lines for run in runs
        ):
            kept.append(node)
    return tuple(kept)
