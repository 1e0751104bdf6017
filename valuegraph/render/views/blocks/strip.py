"""The vertical titles of the house's zones."""

from __future__ import annotations

from valuegraph.render.fit import TextStyle, fit_line, text_block
from valuegraph.render.scene import Group, Paint, Shape, Text
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.house import STRIP
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.words import say

_SIZE, _SMALL = 14.5, 11.5
_TRACKING = 1.6
_PAD = 8.0


def strip(name: str, left: float, top: float, bottom: float, options: ViewOptions) -> Group:
    """Return the title of a zone, read upwards: on one line, else on two, else in short."""
    theme, length = options.theme, bottom - top
    title = say(name, options.language)
    shape = Shape("rect", left, top, STRIP, length, Paint(theme.structure), radius=7)
    text = _title(name, title, length - 2 * _PAD, options)
    x = left + STRIP / 2 - text.w / 2
    y = (top + bottom) / 2 - STRIP / 2
    return Group(
        f"zone..{name}-title",
        (shape, text.at(x, y, h=STRIP, valign="middle")),
        role="section",
        title=title,
    )


def _title(name: str, title: str, length: float, options: ViewOptions) -> Text:
    for size, lines in ((_SIZE, 1), (_SMALL, 1), (_SMALL, 2)):
        tracking = _TRACKING if size == _SIZE else _TRACKING / 2
        text = text_block(title, 0, 0, length, size, **_style(options, tracking))
        drawn = " ".join(run.text for runs in text.lines for run in runs)
        if len(text.lines) <= lines and drawn.split() == title.upper().split():
            return text
    short = say(f"{name} in short", options.language)
    return fit_line(short, 0, 0, length, _SMALL, **_style(options, _TRACKING / 4))


def _style(options: ViewOptions, tracking: float) -> TextStyle:
    return written(
        options,
        bold=True,
        caps=True,
        align="center",
        rotate=-90,
        tracking=tracking,
        colour=options.theme.on_structure,
    )
