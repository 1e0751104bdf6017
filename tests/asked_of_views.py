"""What every view is asked for: the chains it is drawn from, and what its sheets must show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from drawn_sheets import defects, of_one_status, shapes_of, shown, untold
from hypothesis import strategies as st
from sized_chains import LABELS, Sizes, sized_chain
from strategies import chains

from valuegraph.model.chain import ValueChain
from valuegraph.model.link import Flow
from valuegraph.model.part import Status
from valuegraph.render.page import PAGES
from valuegraph.render.scene import Connector
from valuegraph.render.sheets import Sheets, ViewOptions
from valuegraph.render.theme import DEFAULT_THEME
from valuegraph.render.views.actors import actors
from valuegraph.render.views.cycle import cycle
from valuegraph.render.views.extended import extended
from valuegraph.render.views.flow import flow
from valuegraph.render.views.framework import framework
from valuegraph.render.views.matrix import matrix
from valuegraph.render.views.network import network
from valuegraph.render.views.porter import porter
from valuegraph.render.views.system import system

USUAL = Sizes(3, 3, 3, 3, 3, 6)
FULL = Sizes(12, 8, 12, 10, 12, 40)
ANY = chains(evaluation=False, activities=(0, 6), circuits=(0, 4), impacts=(0, 6))

_BOXES = ("actor", "resource", "support", "activity", "output", "impact", "margin")
_ROLES = ("provides", "carries", "funds", "governs", "takes_part", "benefits", "costs")


def _plain(sizes: Sizes, kind: str) -> Iterator[ValueChain]:
    yield sized_chain(sizes, kind)


def lost_of_extended(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of the parts that stand on no sheet."""
    return {part.id for part in chain.parts() if part.kind in (*_BOXES, "modality")} - shown(sheets)


def lost_of_porter(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of the parts of the chart that stand on no sheet."""
    parts = (*chain.activities, *chain.support, *chain.impacts, *chain.margin)
    cells = chain.modalities if chain.activities else ()
    return {part.id for part in (*parts, *cells)} - shown(sheets)


def lost_of_matrix(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of the parts of the table that stand on no sheet."""
    invested = {
        link.start for link in chain.links if link.kind == "feeds" and link.status != "refuted"
    }
    parts = (*chain.activities, *chain.modalities, *chain.impacts, *chain.margin, *chain.circuits)
    wanted = {part.id for part in parts}
    return (wanted | invested if chain.activities else wanted - invested) - shown(sheets)


def lost_of_flow(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of parts and links that should stand on a sheet and do not."""
    parts = _standing(chain, _BOXES[1:])
    links = _running(chain, parts, (Flow.FORWARD, Flow.RETURN))
    return (parts | links) - shown(sheets) - set(_lines(sheets))


def lost_of_cycle(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of parts and returning links that stand on no sheet."""
    parts = _standing(chain, ("resource", "support", "activity", "impact", "margin"))
    lines = {ref for ref, line in _lines(sheets).items() if line.role == "return"}
    return (parts | _running(chain, parts, (Flow.RETURN,))) - shown(sheets) - lines


def lost_of_actors(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of actors, activities, cells with an actor and links that no sheet shows."""
    wanted = {part.id for part in (*chain.actors, *chain.activities)}
    wanted |= {cell.id for cell in chain.modalities if cell.with_}
    wanted |= {link.id for link in chain.links if link.kind in _ROLES and link.status != "refuted"}
    return wanted - shown(sheets)


def lost_of_framework(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of what the view shows that stand on no sheet."""
    framed = {part.id for part in (*chain.questions, *chain.criteria, *chain.indicators)}
    return (framed | _standing(chain, _BOXES[1:])) - shown(sheets)


def lost_of_network(chain: ValueChain, sheets: Sheets) -> set[str]:
    """Return the ids of parts and links that are not drawn (large chains leave actors out)."""
    parts = [part for part in chain.parts() if part.kind in _BOXES]
    people = {part.id for part in parts if part.kind == "actor"} if len(parts) > 60 else set()
    links = {link.id for link in chain.links if not {link.start, link.end} & people}
    cells = {cell.id for cell in chain.modalities if cell.with_ and cell.with_ not in people}
    drawn = set(_lines(Sheets(sheets.scenes[:1])))
    return ({part.id for part in parts} - shown(sheets)) | ((links | cells) - drawn)


def lost_of_system(given: list[ValueChain], sheets: Sheets) -> set[str]:
    """Return the ids of actors, resources, activities and results that no sheet shows."""
    kinds = {*_BOXES} - {"support"}
    parts = {part.id for chain in given for part in chain.parts() if part.kind in kinds}
    return parts - shown(sheets)


def crowded(sheets: Sheets) -> list[tuple[str, str]]:
    """Return the pairs of nodes of a network that lie on each other."""
    groups = [g for g in sheets.scenes[0].groups() if g.role in (*_BOXES, "chain")]
    boxes = [(g.id, shapes_of(g)[0]) for g in groups]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x + a.w, b.x + b.w) - max(a.x, b.x) > 0.1
        and min(a.y + a.h, b.y + b.h) - max(a.y, b.y) > 0.1
    ]


def returning(sizes: Sizes, kind: str) -> Iterator[ValueChain]:
    """Yield a chain of a size; a usual one has returns of every kind."""
    chain = sized_chain(sizes, kind)
    if sizes == USUAL:
        chain.add_impact(LABELS[kind](99), id="back", of=["act0", "act2", "imp0"],
                         renews=["res0", "res1"], depletes=["res2"],
                         reinforces=["act1", "sup0"])  # fmt: skip
        chain.link("act2", "regenerates", "res2")
    yield chain


def busy(sizes: Sizes, kind: str) -> Iterator[ValueChain]:
    """Yield a chain of a size, then one whose actors provide, fund, exchange and benefit."""
    if kind == "short":
        yield sized_chain(sizes)
    chain = sized_chain(sizes, kind)
    for number, cell in enumerate(chain.modalities):
        if sizes.actors and number % 2:
            chain.change(cell.id, with_=f"actor{number % sizes.actors}", amount=f"{number} kg")
    for number in range(sizes.actors):
        actor = f"actor{number}"
        if sizes.resources:
            chain.link(actor, "provides", f"res{number % sizes.resources}", amount="40 h")
        if sizes.activities:
            chain.link(actor, "takes_part", f"act{number % sizes.activities}")
        if sizes.impacts and number % 3:
            chain.link(f"imp{number % sizes.impacts}", "benefits", actor)
        if number % 4 == 0:
            chain.link(actor, "funds", "chain", amount="100 EUR", circuit="market")
    yield chain


def framed(sizes: Sizes, kind: str) -> Iterator[ValueChain]:
    """Yield a chain of a size, then one with a framework of questions whose labels are alike."""
    if kind == "short":
        yield sized_chain(sizes)
    chain, label, count = sized_chain(sizes, kind), LABELS[kind], 2 + sizes.activities
    parts = [part.id for part in (*chain.impacts, *chain.activities)]
    for number in range(count):
        about = parts[number::count]
        chain.add_question(label(200 + number), id=f"q{number}", about=about)
        for half in range(2):
            criterion, indicator = f"c{number}-{half}", f"i{number}-{half}"
            chain.add_criterion(label(300 + number), id=criterion, question=f"q{number}", by="nous")
            chain.add_indicator(label(400 + number), id=indicator, criterion=criterion,
                                indicator_kind="count", unit="kg", baseline={"2017": 0},
                                target={"2020": 30},
                                measures=parts[: 1 + number] if half else [])  # fmt: skip
        chain.add_observation(f"i{number}-0", date="2018", value=number)
    yield chain


def several(sizes: Sizes, kind: str) -> Iterator[list[ValueChain]]:
    """Yield one, two and four chains of a size, or three of different sizes."""
    if kind == "short":
        yield from ([sized_chain(sizes) for _ in range(count)] for count in (1, 2, 4))
    else:
        small = sized_chain(Sizes(2, 0, 2, 0, 1, 2), kind)
        yield [sized_chain(sizes, kind), sized_chain(Sizes(1, 0, 1, 0, 1, 2)), small]


def with_someone(status: str, label: str) -> ValueChain:
    """Return a chain of one status and label, with an actor in every cell."""
    chain = of_one_status(status, label)
    chain.add_actor(label, id="someone", status=status)
    for cell in chain.modalities:
        chain.change(cell.id, with_="someone", in_return={"what": label})
    return chain


@dataclass(frozen=True)
class Asked:
    """One view, and what it is asked for.

    Attributes:
        view: draws a chain (or, of the system, several).
        lost: returns the ids of what should stand on a sheet and does not.
        made: yields what is drawn of a size, with labels of a kind.
        any: what can be drawn at all.
        one_status: makes a chain whose parts all have one status and one label.
        columns: what stands as columns.
        bases: what widths are read from, in chains drawn at random.
        full: the largest chain that is drawn with long labels.
        more: returns what else would be wrong with the sheets.
        crosses: whether lines may cross cards in a chain drawn at random.
    """

    view: Callable[[Any, ViewOptions], Sheets]
    lost: Callable[[Any, Sheets], set[str]]
    made: Callable[[Sizes, str], Iterator[Any]] = _plain
    any: st.SearchStrategy[Any] = ANY
    one_status: Callable[[str, str], Any] = of_one_status
    columns: str = "activities"
    bases: tuple[str, ...] = ("",)
    full: Sizes = FULL
    more: Callable[[Sheets], list[Any]] = lambda sheets: []
    crosses: bool = False

    def drawn(self, chain: Any, page: str = "A4", language: str = "fr", **asked: str) -> Sheets:
        """Return the sheets of a chain."""
        options = ViewOptions(PAGES[page], language, DEFAULT_THEME, self.columns, **asked)
        return self.view(chain, options)

    def faults(self, chain: Any, sheets: Sheets) -> list[Any]:
        """Return the defects of sheets, what is lost, and what is shortened and nowhere whole."""
        return [*defects(sheets), *self.lost(chain, sheets), *untold(sheets), *self.more(sheets)]


_LINKED = chains(evaluation=False, resources=(0, 5), activities=(0, 6), outputs=(0, 3),
                 impacts=(0, 6), links=(0, 12))  # fmt: skip

VIEWS = {
    "extended": Asked(extended, lost_of_extended, any=chains(evaluation=False)),
    "extended by circuits": Asked(
        extended, lost_of_extended, any=chains(evaluation=False), columns="circuits"
    ),
    "porter": Asked(porter, lost_of_porter, any=chains(
        evaluation=False, activities=(0, 6), circuits=(0, 4), support=(0, 5), impacts=(0, 6))),
    "matrix": Asked(matrix, lost_of_matrix),
    "flow": Asked(flow, lost_of_flow, returning, _LINKED,
                  bases=("", "equal", "strength", "amount")),
    "cycle": Asked(cycle, lost_of_cycle, returning, _LINKED),
    "actors": Asked(actors, lost_of_actors, busy, one_status=with_someone,
                    full=Sizes(6, 4, 6, 6, 6, 14)),
    "framework": Asked(framework, lost_of_framework, framed,
                       chains(activities=(0, 6), circuits=(0, 4), impacts=(0, 6))),
    "network": Asked(network, lost_of_network, more=crowded, crosses=True),
    "system": Asked(system, lost_of_system, several, st.lists(
        chains(evaluation=False, activities=(0, 5), impacts=(0, 5)), max_size=4),
        full=Sizes(6, 4, 6, 6, 6, 14)),
}  # fmt: skip
"""Every view by its name, and the poster with its columns both ways."""


def _standing(chain: ValueChain, kinds: tuple[str, ...]) -> set[str]:
    return {
        part.id
        for part in chain.parts()
        if part.kind in kinds and part.status is not Status.REFUTED
    }


def _running(chain: ValueChain, parts: set[str], flows: tuple[Flow, ...]) -> set[str]:
    return {
        link.id
        for link in chain.links
        if link.flow in flows
        and link.status is not Status.REFUTED
        and {link.start, link.end} <= parts
    }


def _lines(sheets: Sheets) -> dict[str, Connector]:
    nodes = (node for scene in sheets.scenes for node in scene.walk())
    return {node.ref: node for node in nodes if isinstance(node, Connector)}
