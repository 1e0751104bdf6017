"""The view ``system``: several chains side by side, as in Porter's value system."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Part
from valuegraph.problems import Bilingual
from valuegraph.render.fit import largest_scale
from valuegraph.render.scene import Node, Paint, Scene
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import Mark, status_marks
from valuegraph.render.views.blocks.continuation import continued, dealt, sheets_for
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sheet import sheet_of
from valuegraph.render.views.blocks.tile import LOWEST, Tile, draw_tile, part_tile, tone_of
from valuegraph.render.views.system_zones.house import House, draw_house, needed
from valuegraph.render.views.system_zones.joined import Feed, Shared, feeds_of, shared_actors
from valuegraph.render.views.system_zones.lines import (
    actor_lines,
    actor_paint,
    alike_paint,
    feed_lines,
    feed_paint,
)
from valuegraph.render.views.system_zones.plan import MOST_HOUSES, Places, most_actors, placed
from valuegraph.render.views.system_zones.telling import told
from valuegraph.render.words import say

_BELOW_HEADING = 22.0
_ABOVE_FOOTING = 14.0
_LARGEST = 1.5


def system(chain: ValueChain | Sequence[ValueChain], options: ViewOptions) -> Sheets:
    """Draw several chains side by side: each a house of resources, activities and impacts.

    An actor named in several chains (same id, or same name) is drawn once and joined to each.
    Where an impact, an output or a resource of one chain is a resource of another, a line says
    so. More than three chains go on further sheets. A single chain is a system of one.
    """
    chains = (chain,) if isinstance(chain, ValueChain) else tuple(chain)
    whole = _cover(chains, options)
    shared, alone = shared_actors(chains)
    feeds = feeds_of(chains)
    marks = _marks(chains, shared, feeds, options)
    runs = dealt(tuple(range(len(chains))), sheets_for(len(chains), MOST_HOUSES))
    head = heading(whole, options, subtitle=_subtitle(len(chains), options), legend=False)
    top = head.bottom + _BELOW_HEADING
    bottom = footing(whole, options, marks=marks).top - _ABOVE_FOOTING
    scenes: list[Scene] = []
    left_out: list[Part] = []
    for number, run in enumerate(runs, 1):
        here = [each for each in shared if len(set(each.chains) & set(run)) > 0]
        most = most_actors(options.page, top, bottom)
        unplaced = here[most:]
        left_out += [each.actor for each in unplaced]
        here = here[:most]
        places = placed(options.page, len(run), len(here), top, bottom)
        setting = _setting(chains, run, alone, places, options)
        houses = {
            index: draw_house(chains[index], index, alone[index], box, setting)
            for index, box in zip(run, places.houses, strict=True)
        }
        left_out += [part for house in houses.values() for part in house.left_out]
        foot = footing(whole, options, marks=marks, sheet=number, sheets=len(runs))
        body = _body(houses, here, feeds, places, setting)
        words = told([chains[index] for index in run], here, feeds, chains, options)
        nodes = (*head.nodes, *body, *foot.nodes)
        scenes.append(sheet_of(whole, nodes, options, view="system", told=words))
    count = len(chains)
    why = Bilingual(f"{count} chaînes", f"{count} chains")
    problems = continued(len(runs), why)
    return with_annex(scenes, whole, options, problems=problems, left_out=left_out)


def _cover(chains: Sequence[ValueChain], options: ViewOptions) -> ValueChain:
    """Return what the heading and the footing are of: the only chain, or all of them together.

    Several chains of one territory are its value system; their source is that of the first
    that names one.
    """
    if len(chains) == 1:
        return chains[0]
    territories = dict.fromkeys(each.about.text("territory", options.language) for each in chains)
    name = say("system title", options.language)
    if len(territories) == 1 and (where := next(iter(territories)).strip()):
        name = f"{name} — {where}"
    sources = [each.about.extra["source"] for each in chains if "source" in each.about.extra]
    extra = {"source": sources[0]} if sources else {}
    return ValueChain(name, language=options.language[:2], extra=extra)


def _subtitle(count: int, options: ViewOptions) -> str:
    if count == 1:
        return say("system of one", options.language)
    words = "system subtitle" if count else "system of none"
    return say(words, options.language, count=count)


def _setting(
    chains: Sequence[ValueChain],
    run: Sequence[int],
    alone: Mapping[int, Sequence[Actor]],
    places: Places,
    options: ViewOptions,
) -> Setting:
    """Return the largest letters with which every house of a sheet has room for its words."""

    def build(scale: float) -> tuple[float, float]:
        setting = Setting(options, scale)
        over = (
            needed(chains[index], alone[index], box[2], setting) - box[3]
            for index, box in zip(run, places.houses, strict=True)
        )
        return scale, max(over, default=0.0)

    return Setting(options, largest_scale(build, low=LOWEST, high=_LARGEST).scale)


def _body(
    houses: dict[int, House],
    shared: Sequence[Shared],
    feeds: Sequence[Feed],
    places: Places,
    setting: Setting,
) -> list[Node]:
    options = setting.options
    if not houses:
        return [_prompt(setting)]
    nodes: list[Node] = [house.group for house in houses.values()]
    for each, box in zip(shared, places.actors, strict=True):
        card = replace(part_tile(each.actor, setting), parts=each.ids)
        nodes.append(draw_tile(card, *box, setting, id=f"shared..{each.actor.id}"))
    here = [feed for feed in feeds if {feed.start, feed.end} <= set(houses)]
    nodes += feed_lines(here, houses, places, options)
    nodes += actor_lines(shared, houses, places, options)
    return nodes


def _prompt(setting: Setting) -> Node:
    """Return the place that asks for chains."""
    page = setting.options.page
    tone = tone_of("other", setting.theme)
    words = say("system of none", setting.language)
    card = Tile("", "placeholder", words, tone, icon="layers", dashed=True, bold=False)
    box = ((page.width - 420) / 2, (page.height - 120) / 2, 420.0, 120.0)
    return draw_tile(card, *box, setting, id="prompt..0")


def _marks(
    chains: Sequence[ValueChain],
    shared: Sequence[Shared],
    feeds: Sequence[Feed],
    options: ViewOptions,
) -> tuple[Mark, ...]:
    """Return the legend of what occurs: statuses, shared actors, what feeds another chain."""
    language, marks = options.language, []
    if any(feed.part.kind == "resource" for feed in feeds):
        marks.append(Mark(say("alike", language), alike_paint(options), line=True))
    if any(feed.part.kind != "resource" for feed in feeds):
        marks.append(Mark(say("becomes", language), feed_paint(options), line=True))
    if shared:
        marks.append(Mark(say("shared link", language), actor_paint(options), line=True))
    elif len(chains) > 1:
        marks.append(Mark(say("none shared", language), Paint()))
    parts: list[Part] = [
        part
        for chain in chains
        for part in (*chain.resources, *chain.activities, *chain.outputs, *chain.impacts,
                     *chain.margin)
    ]  # fmt: skip
    return (*marks, *status_marks(parts, options))
