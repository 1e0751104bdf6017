"""The chart of coverage: how many parts of each kind are measured, with data or without."""

from __future__ import annotations

from valuegraph.model.part import Status
from valuegraph.render.fit import fit_line
from valuegraph.render.reporting.chart import MARGIN, WIDTH, chart_scene, name_block
from valuegraph.render.reporting.telling import Telling
from valuegraph.render.scene import Group, Node, Paint, Scene, Shape
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.framework_zones.rows import measures_of, rows_of

_KINDS = ("resource", "support", "activity", "output", "impact")
_STATES = ("with data", "without data", "nothing measures")
_NAME, _GAP = 250.0, 16.0
_LEFT = MARGIN + _NAME + _GAP
_LONG = WIDTH - MARGIN - _LEFT
_BAR, _BETWEEN, _PAD = 34.0, 14.0, 10.0
_KEY, _KEY_TEXT, _SIZE = 44.0, 17.0, 16.0
_WIDEST = 120.0  # of one part in a bar


def coverage_chart(telling: Telling) -> Scene:
    """Return one bar a kind of part, cut into what has data, what waits for some, and the rest."""
    setting = Setting(telling.options, 1.0)
    counts = _counts(telling)
    nodes, y = _key(telling, setting)
    one = min(_WIDEST, _LONG / max([1, *(sum(each.values()) for each in counts.values())]))
    told = []
    for kind, states in counts.items():
        name = name_block(telling.say(f"{kind} many"), _NAME, setting, bold=True)
        height = max(name.text_height, _BAR)
        nodes.append(name.at(MARGIN, y, h=height, valign="middle"))
        x, top = _LEFT, y + (height - _BAR) / 2
        for state, count in states.items():
            if count:
                nodes.append(_piece(kind, state, count, x, top, one * count, telling, setting))
                x += one * count
        pieces = ", ".join(
            telling.say(f"{state} told", count=count) for state, count in states.items() if count
        )
        told.append(f"{telling.say(f'{kind} many')} — {pieces}")
        y += height + _BETWEEN
    return chart_scene(telling.say("chart coverage"), "\n".join(told), nodes, y, setting)


def _counts(telling: Telling) -> dict[str, dict[str, int]]:
    """Return kind -> state -> how many parts; kinds without parts are left out."""
    chain = telling.chain
    seen = {each.indicator for each in telling.observations}
    measured: dict[str, bool] = {}
    for row in rows_of(chain):
        for measure in measures_of(row, chain):
            has_data = row.indicator is not None and row.indicator.id in seen
            measured[measure.part.id] = measured.get(measure.part.id, False) or has_data
    counts: dict[str, dict[str, int]] = {}
    for part in chain.parts():
        if part.kind in _KINDS and part.status is not Status.REFUTED:
            known = measured.get(part.id)
            state = _STATES[2] if known is None else _STATES[0] if known else _STATES[1]
            counts.setdefault(part.kind, dict.fromkeys(_STATES, 0))[state] += 1
    return {kind: counts[kind] for kind in _KINDS if kind in counts}


def _piece(
    kind: str,
    state: str,
    count: int,
    x: float,
    y: float,
    w: float,
    telling: Telling,
    setting: Setting,
) -> Group:
    theme = setting.theme
    shape = Shape("rect", x, y, max(w - 3, 2), _BAR, _paint(state, setting))
    colour = theme.on_structure if state == "with data" else theme.ink
    number = fit_line(str(count), x, y, max(w - 3, 2), _SIZE, h=_BAR,
                      **written(setting.options, align="center", valign="middle", bold=True,
                                colour=colour))  # fmt: skip
    title = f"{telling.say(f'{kind} many')} — {telling.say(f'{state} told', count=count)}"
    return Group(f"coverage..{kind}..{_STATES.index(state)}", (shape, number), role="share",
                 title=title)  # fmt: skip


def _paint(state: str, setting: Setting) -> Paint:
    """Return full, tinted or dashed: three looks that stay apart in grey."""
    theme = setting.theme
    if state == "with data":
        return Paint(theme.structure, theme.structure, 1.5)
    if state == "without data":
        return Paint(theme.structure_deep_tint, theme.structure, 1.5)
    return Paint(theme.paper, theme.muted, 1.5, (5.0, 4.0))


def _key(telling: Telling, setting: Setting) -> tuple[list[Node], float]:
    nodes: list[Node] = []
    x = MARGIN
    for state in _STATES:
        box = Shape("rect", x, MARGIN + 4, 26, 16, _paint(state, setting), decorative=True)
        text = telling.say(state)
        w = setting.line(text, _KEY_TEXT)
        nodes += [box, fit_line(text, x + 34, MARGIN, w, _KEY_TEXT, h=24,
                                **written(setting.options, valign="middle"))]  # fmt: skip
        x += 34 + w + 30
    return nodes, MARGIN + _KEY
