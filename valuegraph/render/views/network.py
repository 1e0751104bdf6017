"""The view ``network``: any chain as a graph in layers, with all its parts and links."""

from __future__ import annotations

from valuegraph.model.chain import ValueChain
from valuegraph.model.link import PART_KIND_WORDS
from valuegraph.model.part import Part
from valuegraph.render.scene import Node, Paint
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import DASH, Mark, status_marks
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sheet import sheet_of
from valuegraph.render.views.blocks.tile import Tile, draw_tile, tone_of
from valuegraph.render.views.network_zones.drawing import (
    draw_network,
    link_paint,
    link_words,
    unread,
)
from valuegraph.render.views.network_zones.graph import KINDS, Graph, graph_of
from valuegraph.render.views.network_zones.plan import Area, planned
from valuegraph.render.words import say

_BELOW_HEADING = 22.0
_ABOVE_FOOTING = 16.0
_PROMPT = (560.0, 130.0)
_FLOWS = {"forward": "forward", "return": "return", "accompanies": "accompanies",
          "none": "other links"}  # fmt: skip


def network(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw every part and every link in layers, placed by Graphviz, drawn by us.

    What leads to something stands before it; links that return run back. The circuits that a
    link crosses are badges on it; a link that hinders has its own dash and a minus sign. A large
    chain is drawn smaller; what cannot be read any more is named in the annex, as are the
    actors of a chain with more than 60 parts.

    Raises:
        MissingExtraError: there is no Graphviz here.
    """
    graph = graph_of(chain, options.language)
    marks = _marks(graph, options)
    head = heading(chain, options, subtitle=say("network subtitle", options.language))
    foot = footing(chain, options, marks=marks)
    top, bottom = head.bottom + _BELOW_HEADING, foot.top - _ABOVE_FOOTING
    area = (MARGIN, top, options.page.width - 2 * MARGIN, bottom - top)
    unnamed: tuple[Part, ...] = ()
    body: tuple[Node, ...]
    if graph.nodes:
        plan = planned(graph, chain, area, options)
        body = draw_network(graph, plan, chain)
        unnamed = unread(graph, plan)
    else:
        body = (_prompt(area, options),)
    nodes = (*head.nodes, *body, *foot.nodes)
    scene = sheet_of(chain, nodes, options, view="network", told=_told(graph, chain, options))
    return with_annex([scene], chain, options, left_out=(*unnamed, *graph.left_out))


def _prompt(area: Area, options: ViewOptions) -> Node:
    """Return the place that asks for parts, in an empty draft."""
    left, top, width, height = area
    words = say("nothing yet", options.language)
    tone = tone_of("other", options.theme)
    card = Tile("", "placeholder", words, tone, icon="hub", dashed=True, bold=False)
    w, h = min(_PROMPT[0], width), _PROMPT[1]
    box = (left + (width - w) / 2, top + (height - h) / 2, w, h)
    return draw_tile(card, *box, Setting(options, 1.1), id="prompt..0")


def _marks(graph: Graph, options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend of what occurs: kinds of part, kinds of link, how sure they are."""
    theme, language = options.theme, options.language
    parts = [node for node in graph.nodes if isinstance(node, Part)]
    marks: list[Mark] = []
    for kind in KINDS:
        if any(part.kind == kind for part in parts):
            tone = tone_of(kind, theme)
            word = PART_KIND_WORDS[kind].text(language).capitalize()
            marks.append(Mark(word, Paint(tone.ground, tone.line, 1.2 if tone.line else 0)))
    for flow, word in _FLOWS.items():
        first = next((edge for edge in graph.edges if edge.link.flow.value == flow), None)
        if first:
            sure = first.link.changed(status=None, sign=None)
            paint = link_paint(sure, theme, negative=False)
            marks.append(Mark(say(word, language), paint, line=True))
    hindering = next((edge.link for edge in graph.edges if edge.negative), None)
    if hindering:
        paint = link_paint(hindering.changed(status=None), theme, negative=True)
        marks.append(Mark(say("hinders", language), paint, line=True))
    doubtful = ("hypothesis", "planned", "disputed")
    if any(edge.link.status in doubtful for edge in graph.edges):
        paint = Paint(stroke=theme.muted, width=2, dash=DASH)
        marks.append(Mark(say("uncertain link", language), paint, line=True))
    return (*marks, *status_marks(parts, options))


def _told(graph: Graph, chain: ValueChain, options: ViewOptions) -> str:
    """Return the graph in words: one line a link, then the parts that nothing joins."""
    language = options.language
    lines = [say("network in words", language, parts=len(graph.nodes), links=len(graph.edges))]
    if not graph.nodes:
        return say("nothing yet", language)
    lines += [
        say("told of", language, what=edge.words, text=link_words(edge.link, chain, language))
        if edge.words
        else link_words(edge.link, chain, language)
        for edge in graph.edges
    ]
    joined = {end for edge in graph.edges for end in (edge.start, edge.end)}
    lines += [
        node.label(language)
        for number, node in enumerate(graph.nodes)
        if number not in joined and isinstance(node, Part)
    ]
    return "\n".join(lines)
