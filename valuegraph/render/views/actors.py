"""The view ``actors``: who gives what to whom, by which circuit, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from valuegraph.model.actor import Actor
from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual
from valuegraph.render.fit import largest_scale
from valuegraph.render.scene import Node, Paint
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.actors_zones.drawing import draw_sheet
from valuegraph.render.views.actors_zones.flows import Flow, flows_of
from valuegraph.render.views.actors_zones.plan import Planner, Sheet, lanes_on
from valuegraph.render.views.actors_zones.telling import told_in_words, totals_of
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.badges import Mark, status_marks
from valuegraph.render.views.blocks.band import MARGIN
from valuegraph.render.views.blocks.continuation import continued
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.lettering import caption
from valuegraph.render.views.blocks.pills import laid_out, stakeholders
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.blocks.sheet import sheet_of
from valuegraph.render.views.blocks.tile import Tile, draw_tile, tone_of
from valuegraph.render.words import say

_BELOW_HEADING = 24.0
_ABOVE_FOOTING = 14.0
_CAPTION_ROOM = 26.0
_CAPTION_SIZE = 13.5
_PILLS_GAP = 16.0
_MOST_PILLS = 0.3  # of the height, what actors without a role may take
_LARGEST, _LOWEST, _CONTINUED = 1.25, 0.7, 0.8
_PROMPT = 120.0


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the view shows: actors with rows, those without, their rows and totals."""

    playing: tuple[Actor, ...]
    idle: tuple[Actor, ...]
    flows: Mapping[str, tuple[Flow, ...]]
    totals: Mapping[str, str]


def actors(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw who gives what to whom: each actor once, with a row for all that it gives or receives.

    Those who bring stand at the left, those who only receive at the right, the activities (and
    whatever else actors are joined to) between them. A line has the colour of its circuit, whose
    badge stands in the row, and points to who receives; what comes back is dashed. Totals are
    those of ``balance``. Actors without any role stand below.
    """
    shown = _shown(chain, options)
    marks = _marks(chain, shown, options)
    head = heading(chain, options, subtitle=say("actors subtitle", options.language))
    top = head.bottom + _BELOW_HEADING
    bottom = footing(chain, options, marks=marks).top - _ABOVE_FOOTING
    width = options.page.width - 2 * MARGIN
    pills = laid_out(shown.idle, width, (bottom - top) * _MOST_PILLS, options)
    floor = bottom - (pills.height + _PILLS_GAP if pills else 0)
    planner, sheets = _dealt(chain, shown, top + _CAPTION_ROOM, floor, options)
    scenes = []
    for number, sheet in enumerate(sheets, 1):
        foot = footing(chain, options, marks=marks, sheet=number, sheets=len(sheets))
        body = [
            *_captions(sheet, top, options),
            *(_prompt(top + _CAPTION_ROOM, floor, planner.setting) if not chain.actors else ()),
            *draw_sheet(sheet, planner, top + _CAPTION_ROOM, floor, chain),
        ]
        if pills and number == len(sheets):
            body.append(stakeholders(pills, MARGIN, MARGIN + width, floor + _PILLS_GAP, options,
                                     heading="no role"))  # fmt: skip
        here = dict.fromkeys(block.actor for block in (*sheet.left, *sheet.right))
        here.update(dict.fromkeys(shown.idle if number == len(sheets) else ()))
        words = told_in_words(tuple(here), shown.flows, shown.totals, chain, options)
        nodes = (*head.nodes, *body, *foot.nodes)
        scenes.append(sheet_of(chain, nodes, options, view="actors", told=words))
    count = len(shown.playing)
    why = Bilingual(f"{count} parties prenantes", f"{count} stakeholders")
    problems = continued(len(sheets), why)
    left_out = pills.left_out if pills else ()
    return with_annex(scenes, chain, options, problems=problems, left_out=left_out)


def _shown(chain: ValueChain, options: ViewOptions) -> _Shown:
    flows = flows_of(chain, options.language, options.theme)
    return _Shown(
        tuple(actor for actor in chain.actors if flows[actor.id]),
        tuple(actor for actor in chain.actors if not flows[actor.id]),
        flows,
        totals_of(chain, options.language),
    )


def _dealt(
    chain: ValueChain, shown: _Shown, top: float, bottom: float, options: ViewOptions
) -> tuple[Planner, list[Sheet]]:
    """Return the measures and the sheets: one if all fits, else as many as it takes."""
    room = bottom - top

    def planner(scale: float) -> Planner:
        return Planner(chain, shown.flows, shown.totals, room, Setting(options, scale))

    def build(scale: float) -> tuple[Sheet, float]:
        measures = planner(scale)
        sheet = measures.on_one(shown.playing)
        return sheet, max(sheet.height - room, 1.0 if measures.cuts(sheet) else 0.0)

    fitted = largest_scale(build, low=_LOWEST, high=_LARGEST)
    if fitted.overflow <= 0:
        return planner(fitted.scale), [fitted.layout]
    chosen = planner(_CONTINUED)
    return chosen, chosen.dealt(shown.playing)


def _captions(sheet: Sheet, top: float, options: ViewOptions) -> list[Node]:
    theme, lanes = options.theme, lanes_on(options.page)
    heads = [
        ("they bring", lanes.left, theme.frame_label, bool(sheet.left)),
        ("the chain", lanes.middle, theme.structure, bool(sheet.hubs)),
        ("they receive", lanes.right, theme.frame_label, bool(sheet.right)),
    ]
    return [
        caption(say(name, options.language), x, top, w, _CAPTION_SIZE, options, colour=colour)
        for name, (x, w), colour, shown in heads
        if shown
    ]


def _prompt(top: float, bottom: float, setting: Setting) -> list[Node]:
    """Return the place that asks for stakeholders, in an empty draft."""
    lanes = lanes_on(setting.options.page)
    words = say("no actors", setting.language)
    card = Tile("", "placeholder", words, tone_of("other", setting.theme), icon="person",
                dashed=True, bold=False)  # fmt: skip
    height = min(_PROMPT, bottom - top)
    y = (top + bottom - height) / 2
    return [draw_tile(card, *lanes.left[:1], y, lanes.left[1], height, setting, id="prompt..0")]


def _marks(chain: ValueChain, shown: _Shown, options: ViewOptions) -> tuple[Mark, ...]:
    """Return the legend of what occurs: statuses, what returns, rows without a circuit."""
    theme, language = options.theme, options.language
    rows = [flow for actor in shown.playing for flow in shown.flows[actor.id]]
    marks = list(status_marks((*chain.actors, *chain.activities, *rows), options))
    if any(flow.returns for flow in rows):
        paint = Paint(stroke=theme.muted, width=1.6, dash=(2.0, 5.0))
        marks.append(Mark(say("comes back", language), paint, line=True))
    if any(not flow.circuit for flow in rows):
        paint = Paint(theme.panel, theme.panel_line, 1.2)
        marks.append(Mark(say("role", language), paint))
    return tuple(marks)
