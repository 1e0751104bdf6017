"""The view ``extended``, the poster: resources, the house of activities, impacts, actors."""

from __future__ import annotations

from collections.abc import Sequence

from valuegraph.model.chain import ValueChain
from valuegraph.problems import Bilingual
from valuegraph.render.scene import Group, Node, Scene
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.views.blocks.annex import with_annex
from valuegraph.render.views.blocks.body import share
from valuegraph.render.views.blocks.content import Content, content_of
from valuegraph.render.views.blocks.continuation import continued
from valuegraph.render.views.blocks.footing import footing
from valuegraph.render.views.blocks.heading import heading
from valuegraph.render.views.blocks.house import (
    INSET,
    LABEL_TOP,
    House,
    frame,
    house_on,
)
from valuegraph.render.views.blocks.impact_arrow import impact_arrow
from valuegraph.render.views.blocks.legend import marks_of
from valuegraph.render.views.blocks.pills import COMFORT, Pills, laid_out, stakeholders
from valuegraph.render.views.blocks.results import results_heading
from valuegraph.render.views.blocks.setting import Setting
from valuegraph.render.views.extended_zones.resources import resource_cards
from valuegraph.render.views.extended_zones.sheets import Plan, planned, zones_of
from valuegraph.render.views.extended_zones.words import in_words
from valuegraph.render.words import say

_BELOW_HEADING = 21.0
_ABOVE_FOOTING = 6.0
_MOST_PILLS = 160.0
_DENSE, _DENSE_COMFORT = 0.92, 0.72  # below that scale the pills give way to the house
_LEAST_ASIDE = 0.9  # the scale up to which letters beside a full house may be larger


def extended(chain: ValueChain, options: ViewOptions) -> Sheets:
    """Draw the extended value chain: one poster, continued on further sheets if it must be.

    Args:
        chain: the chain; a draft is drawn with what is still to come in words.
        options: page, language, theme, and whether activities or circuits stand as columns.

    Returns:
        The sheets, the annex with the texts that had to be shortened, and what was done.
    """
    content = content_of(chain, options)
    marks = marks_of(content, options)
    head = heading(chain, options)
    foot = footing(chain, options, marks=marks)
    heights = (head.bottom + _BELOW_HEADING, foot.top - _ABOVE_FOOTING)
    house, pills = _house(content, options, heights, COMFORT)
    plan = planned(content, house, options)
    if pills and len(pills.rows) > 1 and plan.scale < _DENSE:
        house, pills = _house(content, options, heights, _DENSE_COMFORT)
        plan = planned(content, house, options)
    count = len(plan.sheets)
    scenes = [
        _scene(
            sheet,
            house,
            pills,
            plan,
            options,
            number=number,
            before=head.nodes,
            after=footing(chain, options, marks=marks, sheet=number, sheets=count).nodes,
        )
        for number, sheet in enumerate(plan.sheets, 1)
    ]
    return with_annex(
        scenes,
        chain,
        options,
        problems=continued(count, _reason(content, plan)),
        left_out=(*content.left_out(), *(pills.left_out if pills else ())),
        unplaced=content.unplaced(),
    )


def _house(
    content: Content, options: ViewOptions, heights: tuple[float, float], comfort: float
) -> tuple[House, Pills | None]:
    cards = bool(content.resources)
    empty = house_on(options.page, *heights, cards=cards, pills=0)
    width = empty.right - empty.left - 22 - INSET - 4
    pills = laid_out(content.actors, width, _MOST_PILLS, options, comfort=comfort)
    if not pills:
        return empty, None
    return house_on(options.page, *heights, cards=cards, pills=pills.height), pills


def _scene(
    content: Content,
    house: House,
    pills: Pills | None,
    plan: Plan,
    options: ViewOptions,
    *,
    number: int,
    before: Sequence[Node],
    after: Sequence[Node],
) -> Scene:
    language, page = options.language, options.page
    setting = Setting(options, plan.scale)
    zones = zones_of(content, house, options)
    body = share(zones, house.edge, setting)
    drawn = [
        node
        for zone, spans in zip(zones, body.spans, strict=True)
        for node in zone.draw(setting, spans)
    ]
    ecosystem = "ecosystem" if content.resources else "ecosystem only"
    nodes: list[Node] = [*before, frame(house, say(ecosystem, language), options)]
    if pills:
        top = house.bottom - INSET - pills.height
        nodes.append(stakeholders(pills, house.left + 22, house.right - INSET - 4, top, options))
    nodes.append(Group("zone..house", tuple(drawn), role="house"))
    largest = max(_LEAST_ASIDE, plan.scale)
    nodes.append(
        impact_arrow(
            content.chain,
            content.results,
            house.arrow,
            options,
            heading=results_heading(content.results, language),
            above=house.top + LABEL_TOP,
            largest=largest,
        )
    )
    if content.resources:
        nodes.append(resource_cards(content, house, options, largest=largest))
    nodes += after
    title, description = in_words(content, options, number, len(plan.sheets))
    return Scene(
        title,
        description,
        tuple(nodes),
        language=language,
        width=page.width,
        height=page.height,
        background=options.theme.paper,
        page=page,
        font=options.theme.font,
    )


def _reason(content: Content, plan: Plan) -> Bilingual:
    """Return in words what did not fit on one sheet."""
    told: list[tuple[str, str]] = []
    for name, french, english in (
        ("activities", "activités", "activities"),
        ("circuits", "circuits", "circuits"),
        ("support", "activités de soutien", "support activities"),
        ("results", "impacts", "impacts"),
        ("resources", "ressources", "resources"),
    ):
        whole = len(getattr(content, name))
        most = max(len(getattr(sheet, name)) for sheet in plan.sheets)
        # Resources follow their activities: alone they are a reason of their own.
        if most < whole and not (told and name == "resources"):
            told.append(
                (f"{whole} {french}, {most} par feuille", f"{whole} {english}, {most} a sheet")
            )
    return Bilingual(" ; ".join(fr for fr, _ in told), "; ".join(en for _, en in told))
