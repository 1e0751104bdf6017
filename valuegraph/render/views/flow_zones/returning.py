"""What comes back: lines round the outside of the columns, each with its name."""

from __future__ import annotations

from valuegraph.model.link import LINK_KINDS
from valuegraph.model.part import Part
from valuegraph.render.fit import fit_line
from valuegraph.render.scene import Connector, Group, Node, Point
from valuegraph.render.sheets import ViewOptions
from valuegraph.render.views.blocks.lettering import written
from valuegraph.render.views.flow_zones.columns import Plan
from valuegraph.render.views.flow_zones.lanes import RETURN_STEP, Bundle
from valuegraph.render.views.flow_zones.look import return_colour, return_paint
from valuegraph.render.views.flow_zones.ports import Ports, bundle_end
from valuegraph.render.views.flow_zones.reading import ACTIVITIES, RESOURCES, RESULTS, Reading
from valuegraph.render.words import say

_SIZE = 12.5
_RADIUS = 9.0
_INSET = 10.0


def drawn_returns(
    reading: Reading, plan: Plan, ports: Ports, options: ViewOptions
) -> tuple[Group, ...]:
    """Return every line that comes back, those to one part on one line with one name."""
    return tuple(
        _bundle(number, bundle, reading, plan, ports, options)
        for number, bundle in enumerate(plan.area.lanes.bundles)
    )


def _bundle(
    number: int,
    bundle: Bundle,
    reading: Reading,
    plan: Plan,
    ports: Ports,
    options: ViewOptions,
) -> Group:
    lanes, columns = plan.area.lanes, plan.area.columns
    base = plan.area.bottom + 8 + RETURN_STEP * (number + 1)
    end = lanes.columns[bundle.end]
    inner = columns[ACTIVITIES].x - 12 - lanes.lane * lanes.side_count
    if bundle in lanes.inner:
        inner -= lanes.step * (lanes.inner.index(bundle) + 0.5)
    target = columns[end].x
    if end == RESOURCES:
        lane = target - 12 - lanes.step * (lanes.ending_in(RESOURCES).index(bundle) + 0.5)
    else:
        lane = inner
    height = ports.at[bundle_end(number)]
    paint = return_paint(bundle.kind, bundle.negative, bundle.supposed, options.theme)
    nodes: list[Node] = []
    right = 0.0
    for bond in bundle.bonds:
        y = ports.at[bond.id, "start"]
        if lanes.columns[bond.start] == RESULTS:
            edge, site = columns[RESULTS].right, "right"
            out = edge + 8 + lanes.lane * lanes.across_count
            out += lanes.step * (lanes.leaving(RESULTS).index(bundle) + 0.5)
        else:
            edge, site, out = columns[ACTIVITIES].x, "left", inner
        right = max(right, out)
        points: tuple[Point, ...] = (
            (edge, y), (out, y), (out, base), (lane, base), (lane, height), (target, height),
        )  # fmt: skip
        nodes.append(
            Connector(
                f"{bond.start}..box", f"{bundle.end}..box", points, paint, route="elbow",
                start_site=site, end_site="left", radius=_RADIUS,  # type: ignore[arg-type]
                id=f"link..{bond.id}", ref=bond.ref, role="return", title=bond.title,
            )
        )  # fmt: skip
    if right > columns[ACTIVITIES].x:
        left, stop = columns[ACTIVITIES].x + _INSET, right - _INSET
    else:
        left, stop = lane + _INSET, max(right - lanes.inner_room, lane + 60)
    words = bundle_words(bundle, reading, options)
    style = written(
        options, bold=True, colour=return_colour(bundle.kind, bundle.negative, options.theme)
    )
    text = fit_line(words, left, base - 17.5, stop - left, _SIZE, h=15.5, **style)
    nodes.append(text)
    ref = bundle.bonds[0].ref if len(bundle.bonds) == 1 else bundle.end
    return Group(f"return..{number}", tuple(nodes), ref=ref, role="return", title=words)


def bundle_words(bundle: Bundle, reading: Reading, options: ViewOptions) -> str:
    """Return what a line says: the link's own label, the sentence, or the verb for several."""
    chain, language = reading.chain, options.language
    sign = "− " if bundle.negative else ""
    if len(bundle.bonds) == 1:
        bond = bundle.bonds[0]
        link = next(link for link in chain.links if link.id == bond.id)
        label = link.text("label", language).strip()
        told = say("told of", language, what=bond.title, text=label) if label else bond.title
        return sign + told
    names = []
    for part_id in dict.fromkeys((*(bond.start for bond in bundle.bonds), bundle.end)):
        part = chain.find(part_id)
        name = part.label(language) if isinstance(part, Part) else ""
        names.append(name or say("unnamed", language))
    verb = LINK_KINDS[bundle.kind].inverse.text(language)
    return f"{sign}{names[-1]} {verb} {', '.join(names[:-1])}"
