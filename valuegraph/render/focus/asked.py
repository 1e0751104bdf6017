"""From what was asked to be highlighted to what is lit: parts, links, routes, loops, a loss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain as concatenated

from valuegraph.analysis.cycles import Cycle, Cycles
from valuegraph.analysis.loss import Loss
from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.reach import Reach
from valuegraph.analysis.route_finding.route import Route
from valuegraph.analysis.routes import Routes
from valuegraph.analysis.through import Through
from valuegraph.errors import ChainError, OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Told
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.focus.lit import Focus
from valuegraph.render.focus.losses import focus_on_loss, focus_on_share
from valuegraph.render.focus.names import route_named, some_named
from valuegraph.render.focus.routes_asked import asked_routes
from valuegraph.render.focus.selecting import lit_by, together
from valuegraph.render.words import say

_Way = Route | Cycle
_ALLOWED = Bilingual(
    "une partie, un lien, un circuit, un acteur, un chemin, une boucle, une perte",
    "a part, a link, a circuit, an actor, a route, a loop, a loss",
)


def focus_on(chain: ValueChain, highlight: object, language: str) -> Focus:
    """Return what is lit when something is to be highlighted.

    Args:
        chain: the whole chain.
        highlight: a part, a link, an id, a name or a selector (``circuit:gift``); a route or
            ``routes:start>end`` for all of them, ``route:start>end`` for the strongest; a
            loop; what ``loss``, ``through`` or ``reach`` answered; or several of these.
        language: of the caption.

    Raises:
        UnknownPartError: nothing answers to a reference; near ids are named.
        ChainError: what was asked for is empty, or no route leads there.
        OptionError: it is of a kind that cannot be highlighted.
    """
    match highlight:
        case Loss():
            return focus_on_loss(chain, highlight, language)
        case Through():
            return focus_on_share(chain, highlight, language)
        case Reach():
            refs = (*highlight.network.ids(highlight.start), *highlight.ids(),
                    *highlight.network.ids(highlight.end))  # fmt: skip
            lit = lit_by(chain, refs) | frozenset(highlight.link_ids())
            _check(chain, lit)
            told = say("in focus", language, what=some_named(chain, refs, language))
            return Focus(lit, named=refs, told=_and_the_rest(told, language))
        case Routes() | Cycles():
            return _ways(chain, list(highlight), language, complete=_is_complete(highlight))
        case Route() | Cycle():
            return _ways(chain, [highlight], language)
        case str() | Told():
            return _references(chain, [highlight], language)
    if not isinstance(highlight, Iterable) or isinstance(highlight, Mapping):
        values = {"option": Bilingual("la mise en évidence", "the highlight"),
                  "value": type(highlight).__name__, "allowed": _ALLOWED}  # fmt: skip
        raise OptionError(Problem("VG450", values=values), language=language)
    items = list(highlight)
    if items and all(isinstance(item, _Way) for item in items):
        return _ways(chain, items, language)
    if any(not isinstance(item, str | Told) for item in items):
        return _merged([focus_on(chain, item, language) for item in items], language)
    return _references(chain, items, language)


def _references(chain: ValueChain, items: Sequence[object], language: str) -> Focus:
    """Return what ids, names, selectors and routes given as words light together."""
    if not items:
        problem = Problem("VG550", values={"option": "highlight", "value": "—"})
        raise ChainError(problem, language=chain.language)
    asked = [asked_routes(chain, item) for item in items]
    found = [routes for routes in asked if routes is not None]
    plain = [item for item, routes in zip(items, asked, strict=True) if routes is None]
    if not plain:
        ways = list(concatenated.from_iterable(each.routes for each in found))
        complete = all(each.is_complete for each in found)
        how = found[0].how if len(found) == 1 else ""
        return _ways(chain, ways, language, complete=complete, how=how)
    if found:
        return _merged(
            [focus_on(chain, each, language) for each in (*[f.routes for f in found], plain)],
            language,
        )
    chosen = together(chain, plain)
    told = say("in focus", language, what=some_named(chain, chosen.named, language))
    return Focus(chosen.lit, chosen.plain, named=chosen.named, told=_and_the_rest(told, language))


def _ways(
    chain: ValueChain,
    ways: Sequence[_Way],
    language: str,
    *,
    complete: bool = True,
    how: str = "",
) -> Focus:
    """Return the focus on routes or loops; the steps of a single one are numbered."""
    if not ways:
        raise ChainError(Problem("VG460"), language=chain.language)
    lit: set[str] = set()
    for way in ways:
        lit |= {*way.parts, *(link for links in way.links for link in links if link)}
        lit |= set(way.modalities) if isinstance(way, Route) else set()
    _check(chain, lit)
    crossed = {circuit for way in ways if isinstance(way, Route) for circuit in way.circuits}
    first, last = ways[0], ways[-1]
    if len(ways) > 1:
        starts = list(dict.fromkeys(way.parts[0] for way in ways))
        ends = list(dict.fromkeys(way.parts[-1] for way in ways))
        told = say(
            "in focus: routes" if complete else "in focus: routes, some", language,
            count=len(ways), start=some_named(chain, starts, language),
            end=some_named(chain, ends, language),
        )  # fmt: skip
        parts = tuple(dict.fromkeys(part for way in ways for part in way.parts))
        return Focus(
            frozenset(lit), frozenset(crossed), named=parts, told=_and_the_rest(told, language)
        )
    parts = first.parts if isinstance(first, Route) else (*first.parts, first.parts[0])
    what = route_named(chain, parts, first.links, language)
    name = how or ("in focus: loop" if isinstance(last, Cycle) else "in focus: route")
    told = say(name, language, count=len(first.parts), what=what)
    return Focus(
        frozenset(lit), frozenset(crossed), steps=first.parts, named=first.parts,
        told=_and_the_rest(told, language),
    )  # fmt: skip


def _merged(focuses: Sequence[Focus], language: str) -> Focus:
    """Return several focuses as one: all that is lit in one of them is lit."""
    rest = say("rest calmed", language)
    told = [each.told.removesuffix(rest).strip() for each in focuses]
    tags: dict[str, str] = {}
    for each in focuses:
        tags |= each.tags
    calms = all(each.calms for each in focuses)
    gone = frozenset().union(*(each.gone for each in focuses))
    steps = [each.steps for each in focuses if each.steps]
    return Focus(
        frozenset().union(*(each.lit for each in focuses)) - gone,
        frozenset().union(*(each.plain for each in focuses)),
        gone,
        steps[0] if len(steps) == 1 else (),
        tags,
        tuple(dict.fromkeys(ref for each in focuses for ref in each.named)),
        calms,
        " ".join([*dict.fromkeys(told), *([rest] if calms else [])]),
    )


def _and_the_rest(told: str, language: str) -> str:
    return f"{told} {say('rest calmed', language)}"


def _is_complete(found: Routes | Cycles) -> bool:
    return found.is_complete if isinstance(found, Routes) else found.total == len(found)


def _check(chain: ValueChain, refs: Iterable[str]) -> None:
    """Complain of the first id that the chain does not have: the answer is another chain's."""
    for ref in sorted(refs):
        if ref not in chain and ref not in network_of(chain).circuits:
            chain.find(ref)
