"""The charts of a report: by which circuits what comes in, and goes out."""

from __future__ import annotations

from collections.abc import Mapping

from valuegraph.analysis.mix import Mix
from valuegraph.analysis.telling.figures import percent
from valuegraph.render.fit import fit_line
from valuegraph.render.reporting.chart import MARGIN, WIDTH, chart_scene, name_block
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.scene import Group, Node, Paint, Scene, Shape
from valuegraph.render.views.blocks.badges import CircuitLook, circuit_badge, circuit_looks
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting

_NAME, _SIDE_NAME, _GAP = 300.0, 92.0, 14.0
_BAR, _BADGE = 40.0, 24.0
_LEFT = MARGIN + _NAME + _GAP + _SIDE_NAME
_LONG = WIDTH - MARGIN - _LEFT
_BETWEEN_BARS, _BETWEEN_ROWS = 6.0, 22.0
_KEY = 40.0
_SHOWN = 58.0  # a piece of a bar that is narrower has no words of its own


def circuits_chart(found: Mix, telling: Telling) -> Scene:
    """Return two bars an impact: above what comes in, below what goes out, by circuit."""
    setting = Setting(telling.options, 1.0)
    looks = circuit_looks(telling.chain, telling.options)
    crossed = {
        code for side in (found.entry, found.exit) for impact in side for code in side[impact]
    }
    nodes, y = _key([look for code, look in looks.items() if code in crossed], setting)
    told = []
    for impact in found.entry:
        name = name_block(telling.name(impact), _NAME, setting, bold=True)
        top = y
        for word, side in (("comes in", found.entry), ("goes out", found.exit)):
            shares = side[impact]
            nodes.append(_side(telling.say(word), top, setting))
            nodes += _bar(f"{impact}..{word[:5].strip()}", shares, top, looks, telling, setting)
            told.append(_in_words(telling.name(impact), telling.say(word), shares, looks, telling))
            top += _BAR + _BETWEEN_BARS
        height = max(name.text_height, top - _BETWEEN_BARS - y)
        nodes.append(name.at(MARGIN, y, h=height, valign="middle"))
        y += height + _BETWEEN_ROWS
    return chart_scene(telling.say("chart mix"), "\n".join(told), nodes, y, setting)


def _key(looks: list[CircuitLook], setting: Setting) -> tuple[list[Node], float]:
    """Return the key to the circuits, on as many lines as it takes, and where it ends."""
    nodes: list[Node] = []
    x, y = MARGIN, MARGIN
    for look in looks:
        room = _BADGE + 8 + setting.line(look.label, 17) + 26
        if x > MARGIN and x + room > WIDTH - MARGIN:
            x, y = MARGIN, y + _KEY - 6
        nodes += circuit_badge(look, x, y, _BADGE, setting.theme)
        nodes.append(
            fit_line(look.label, x + _BADGE + 8, y, min(room, WIDTH - MARGIN - x) - _BADGE - 8, 17,
                     h=_BADGE, **written(setting.options, valign="middle"))
        )  # fmt: skip
        x += room
    return nodes, y + (_KEY if looks else 0)


def _side(text: str, y: float, setting: Setting) -> Node:
    return fit_line(
        text, MARGIN + _NAME + _GAP, y, _SIDE_NAME - 8, 14, h=_BAR,
        **written(setting.options, valign="middle", colour=setting.theme.muted),
    )  # fmt: skip


def _bar(
    id: str,
    shares: Mapping[str, float],
    y: float,
    looks: Mapping[str, CircuitLook],
    telling: Telling,
    setting: Setting,
) -> list[Node]:
    """Return a bar as long as everything, cut where circuits meet."""
    nodes: list[Node] = []
    x, theme = _LEFT, setting.theme
    for number, (code, share) in enumerate(shares.items()):
        w = _LONG * share
        look = looks.get(code)
        known = look.colours.tint if look else theme.panel
        line = look.colours.full if look else theme.panel_line
        dash = () if look else (5.0, 4.0)
        shape = Shape("rect", x, y, max(w - 2, 1), _BAR, Paint(known, line, 1.5, dash))
        children: list[Node] = [shape]
        text = percent(share, telling.language)
        room = w - 14
        if look and w >= _BADGE + 12:
            children += circuit_badge(look, x + 7, y + (_BAR - _BADGE) / 2, _BADGE, theme)
            room -= _BADGE + 6
        if w >= _SHOWN and room >= setting.line(text, 15):
            whole = text if look else f"{text} {_special(code, telling)}"
            label = whole if room >= setting.line(whole, 15, bold=True) else text
            children.append(
                fit_line(label, x + w - 8 - room, y, room, 15, h=_BAR,
                         **written(setting.options, valign="middle", bold=True))
            )  # fmt: skip
        name = look.label if look else _special(code, telling)
        title = telling.say("told of", what=name, text=text)
        nodes.append(Group(f"{id}..{number}", tuple(children), role="share", title=title))
        x += w
    return nodes


def _special(code: str, telling: Telling) -> str:
    return telling.say("in circles" if code == "circular" else "no circuit told")


def _in_words(
    impact: str,
    side: str,
    shares: Mapping[str, float],
    looks: Mapping[str, CircuitLook],
    telling: Telling,
) -> str:
    pieces = (
        f"{looks[code].label if code in looks else _special(code, telling)} "
        f"{percent(share, telling.language)}"
        for code, share in shares.items()
    )
    return telling.say("told of", what=f"{impact} — {side}", text=", ".join(pieces))
