"""The chart of progress: a bar a value, a circle where it began, a flag where it is to arrive."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from valuegraph.render.fit import fit_line
from valuegraph.render.reporting.chart import MARGIN, WIDTH, chart_scene, name_block
from valuegraph.render.reporting.latest import Standing
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.scene import Group, Node, Paint, Scene, Shape
from valuegraph.render.told_values import told_value
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting

_NAME, _GAP = 330.0, 18.0
_LEFT = MARGIN + _NAME + _GAP
_VALUE = 150.0  # beside the longest bar: what it says
_LONG = WIDTH - MARGIN - _LEFT - _VALUE
_BAR, _FLAG, _DOT = 26.0, 10.0, 9.0
_NOTE, _BETWEEN = 24.0, 20.0
_KEY_TEXT, _KEY = 17.0, 44.0


def progress_chart(shown: Sequence[Standing], telling: Telling) -> Scene:
    """Return one row an indicator, each on a scale of its own that begins at nothing."""
    setting = Setting(telling.options, 1.0)
    nodes, y = _key(telling, setting)
    told = []
    for standing in shown:
        name = name_block(telling.name(standing.indicator), _NAME, setting, bold=True)
        height = max(name.text_height, _BAR + _FLAG + _NOTE)
        words = _words(standing, telling)
        nodes.append(name.at(MARGIN, y, h=height, valign="middle"))
        nodes.append(_row(standing, y, words, telling, setting))
        nodes.append(
            fit_line(words, _LEFT, y + _BAR + _FLAG, WIDTH - MARGIN - _LEFT, 15.5, h=_NOTE,
                     **written(setting.options, valign="middle", colour=setting.theme.muted))
        )  # fmt: skip
        value = told_value(standing.value, standing.indicator, telling.language)
        nodes.append(
            fit_line(value, _LEFT + _LONG + 12, y + _FLAG / 2, _VALUE - 12, 18, h=_BAR,
                     **written(setting.options, valign="middle", bold=True))
        )  # fmt: skip
        told.append(f"{telling.name(standing.indicator)} — {value} ({standing.date}). {words}")
        y += height + _BETWEEN
    return chart_scene(telling.say("chart progress"), "\n".join(told), nodes, y, setting)


def _row(standing: Standing, y: float, words: str, telling: Telling, setting: Setting) -> Group:
    theme = setting.theme
    amounts = standing.amounts() or {}
    most = max([*amounts.values(), Decimal(0)]) or Decimal(1)
    places = {name: _LEFT + _LONG * float(amount / most) for name, amount in amounts.items()}
    top = y + _FLAG / 2
    track = Shape("rect", _LEFT, top, _LONG, _BAR, Paint(theme.panel, theme.panel_line, 1))
    bar = Shape("rect", _LEFT, top, max(places["value"] - _LEFT, 1.5), _BAR,
                Paint(theme.structure_rule, theme.structure, 1.5))  # fmt: skip
    children: list[Node] = [track, bar]
    if "baseline" in places:
        children.append(_circle(places["baseline"], top + _BAR / 2, setting))
    children += _flag(places["target"], top, setting)
    told = told_value(standing.value, standing.indicator, telling.language)
    title = telling.say("told of", what=telling.name(standing.indicator), text=f"{told}. {words}")
    ref = standing.indicator.id
    return Group(f"progress..{ref}", tuple(children), ref=ref, role="progress", title=title)


def _circle(x: float, y: float, setting: Setting) -> Shape:
    """Return the sign of where it began, which stays within the chart."""
    theme = setting.theme
    paint = Paint(theme.paper, theme.ink, 2)
    return Shape("ellipse", x - _DOT / 2, y - _DOT / 2, _DOT, _DOT, paint, decorative=True)


def _flag(x: float, top: float, setting: Setting) -> list[Node]:
    """Return the sign of the target: a mast across the bar, and a triangle at its top."""
    ink = setting.theme.ink
    mast = Shape.line(
        ((x, top - _FLAG / 2), (x, top + _BAR + _FLAG / 2)), Paint(stroke=ink, width=2.5)
    )
    points = ((x, top - _FLAG / 2), (x - _FLAG, top), (x, top + _FLAG / 2))
    return [mast, Shape.polygon(points, Paint(ink), decorative=True)]


def _words(standing: Standing, telling: Telling) -> str:
    """Return the line below a bar: when it was seen, where it began, where it is to arrive."""
    language, indicator = telling.language, standing.indicator
    pieces = [telling.say("seen on", date=standing.date)]
    for name, dated in (("baseline", standing.baseline), ("target", standing.target)):
        if dated:
            date, value = dated
            pieces.append(
                telling.say(name, date=date, value=told_value(value, indicator, language))
            )
    if standing.reached is not None:
        pieces.append(telling.say("reached" if standing.reached else "not reached"))
    return " · ".join(pieces)


def _key(telling: Telling, setting: Setting) -> tuple[list[Node], float]:
    """Return what the signs mean, on one line, and where it ends."""
    theme, middle = setting.theme, MARGIN + _BAR / 2
    nodes: list[Node] = []
    x = MARGIN
    for name in ("last value", "start", "aim"):
        if name == "last value":
            paint = Paint(theme.structure_rule, theme.structure, 1.5)
            nodes.append(Shape("rect", x, middle - 8, 26, 16, paint, decorative=True))
        elif name == "start":
            nodes.append(_circle(x + 13, middle, setting))
        else:
            nodes += _flag(x + 13, MARGIN, setting)
        text = telling.say(name)
        w = setting.line(text, _KEY_TEXT)
        nodes.append(fit_line(text, x + 34, MARGIN, w, _KEY_TEXT, h=_BAR,
                              **written(setting.options, valign="middle")))  # fmt: skip
        x += 34 + w + 34
    return nodes, MARGIN + _KEY
