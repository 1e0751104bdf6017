"""The middle of the ring: how many loops there are, and how the resources stand."""

from __future__ import annotations

from collections import Counter

from valuegraph.problems import told_language
from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Group, Node
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.badges import centred_icon
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.cycle_zones.content import Turning
from valuegraph.render.views.cycle_zones.returns import Returns
from valuegraph.render.views.flow_zones.reading import RESOURCES, Reading
from valuegraph.render.words import say

_NUMBER, _LEAST_NUMBER = 84.0, 30.0
_TITLE = 19.0
_STATE = 15.5
_STATE_STEP = 24.0
_ICON = 19.0
_WIDEST = 420.0


def drawn_centre(reading: Reading, turning: Turning, free: Returns, options: ViewOptions) -> Group:
    """Return the number of loops, what it counts, and a line for each state that occurs."""
    theme, language = options.theme, options.language
    room, height = free.right - free.left, free.bottom - free.top
    width = min(_WIDEST, room)
    x = (free.left + free.right - width) / 2
    lines = _states(reading, turning, options)
    setting = Setting(options, 1.0)
    words = count_words(turning, language)
    closed = bool(reading.returns)
    lead = say("ring open", language) if not closed else words
    high = setting.height(lead, width, _TITLE, line_height=1.15, bold=True)
    rest = high + 10 + _STATE_STEP * len(lines)
    number = min(_NUMBER, (height - rest - 16) / 1.05) if closed else 0.0
    nodes: list[Node] = []
    shows_number = number >= _LEAST_NUMBER and turning.count > 0
    if rest > height:
        lines = lines[: max(0, int((height - high - 10) / _STATE_STEP))]
        rest = high + 10 + _STATE_STEP * len(lines)
    whole = rest + (number * 1.05 if shows_number else 0)
    y = free.top + max(0.0, (height - whole) / 2)
    if shows_number:
        told = f"{turning.count}{'+' if turning.at_least else ''}"
        style = written(options, bold=True, align="center", colour=theme.structure, line_height=1.0)
        nodes.append(fit_line(told, x, y, width, number, h=number, **style))
        y += number * 1.05
    if height > 26:
        top = min(high, height)
        nodes.append(setting.placed(lead, x, y, width, _TITLE, h=top, bold=True, align="center",
                                    colour=theme.structure, line_height=1.15))  # fmt: skip
        y += top + 10
        for icons, text in lines:
            nodes += _state(icons, text, x, y, width, options)
            y += _STATE_STEP
    return Group("zone..loops", tuple(nodes), ref="chain", role="loops", title=words)


def count_words(turning: Turning, language: str) -> str:
    """Return how many loops pass through a resource, in words."""
    if not turning.count:
        return say("no loop", language)
    if turning.at_least:
        return say("loops at least", language, count=turning.count)
    one = turning.count == 1
    return say("one loop" if one else "loops", language, count=turning.count)


def states_words(reading: Reading, turning: Turning, language: str) -> list[tuple[str, str]]:
    """Return each state that occurs, and the line that counts its resources."""
    counts = Counter(turning.states[part.id] for part in reading.columns[RESOURCES]
                     if part.id in turning.states)  # fmt: skip
    whole = sum(counts.values())
    found = []
    for state in ("renewed", "both", "depleted", "neither"):
        if counts[state]:
            text = say(f"resources {state}", language, count=counts[state], whole=whole)
            found.append((state, _plural(text, counts[state], language)))
    return found


def _plural(text: str, count: int, language: str) -> str:
    """Return the line with its bracketed endings: kept for several, dropped for one."""
    few = count < 2 if told_language(language) == "fr" else count == 1
    return text.replace("(s)", "" if few else "s")


def _states(
    reading: Reading, turning: Turning, options: ViewOptions
) -> list[tuple[tuple[str, ...], str]]:
    from valuegraph.render.views.cycle_zones.stations import STATE_MARKS

    return [(STATE_MARKS[state], text)
            for state, text in states_words(reading, turning, options.language)]  # fmt: skip


def _state(
    icons: tuple[str, ...], text: str, x: float, y: float, w: float, options: ViewOptions
) -> list[Node]:
    theme = options.theme
    setting = Setting(options, 1.0)
    aside = (_ICON + 4) * len(icons) + (4 if icons else 0)
    wide = min(w, setting.line(text, _STATE) + aside + 2)
    left = x + (w - wide) / 2
    nodes: list[Node] = [
        centred_icon(name, left + _ICON / 2 + (_ICON + 4) * place, y + _STATE_STEP / 2, _ICON,
                     theme.resource_icon, stroke=1.8)
        for place, name in enumerate(icons)
    ]  # fmt: skip
    style = written(options, valign="middle", colour=theme.ink)
    nodes.append(fit_line(text, left + aside, y, wide - aside, _STATE, h=_STATE_STEP, **style))
    return nodes
