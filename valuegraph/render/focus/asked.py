"""From what was asked to be highlighted to what is lit: parts, links, routes, loops, a loss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain as concatenated

from valuegraph.analysis.cycles import Cycle, Cycles
from valuegraph.analysis.loss import Loss, loss
from valuegraph.analysis.network import network as network_of
from valuegraph.analysis.reach import Reach
from valuegraph.analysis.result import Result
from valuegraph.analysis.route_finding.route import Route
from valuegraph.analysis.routes import Routes
from valuegraph.analysis.through import Through
from valuegraph.errors import ChainError, OptionError
from valuegraph.model.chain import ValueChain
from valuegraph.model.part import Told
from valuegraph.model.words import fold
from valuegraph.problems import Bilingual, Problem
from valuegraph.render.focus.lit import Focus
from valuegraph.render.focus.losses import focus_on_loss, focus_on_share
from valuegraph.render.focus.names import route_named, some_named
from valuegraph.render.focus.routes_asked import asked_routes
from valuegraph.render.focus.selecting import lit_by, together
from valuegraph.render.words import say

_Way = Route | Cycle
_WITHOUT = ("without", "sans")
_MOST_TOLD = 3
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
            loop; what ``loss``, ``through`` or ``reach`` answered, or ``without:part`` for a
            loss; or several of these.
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
            answer = _answer(chain, highlight)
            if answer is not None:
                return focus_on_loss(chain, answer, language)
            return _references(chain, [highlight], language)
    if not isinstance(highlight, Iterable) or isinstance(highlight, Mapping | Result):
        values = {"option": Bilingual("la mise en évidence", "the highlight"),
                  "value": type(highlight).__name__, "allowed": _ALLOWED}  # fmt: skip
        raise OptionError(Problem("VG450", values=values), language=language)
    items: list[object] = [_answer(chain, item) or item for item in highlight]
    ways = [item for item in items if isinstance(item, _Way)]
    if ways and len(ways) == len(items):
        return _ways(chain, ways, language)
    if any(not isinstance(item, str | Told) for item in items):
        return _merged([focus_on(chain, item, language) for item in items], language)
    return _references(chain, items, language)


def _answer(chain: ValueChain, item: object) -> Loss | None:
    """Return the loss that ``without:part`` asks for in words; nothing if it asks for none."""
    word, colon, what = item.partition(":") if isinstance(item, str) else ("", "", "")
    if not colon or fold(word) not in _WITHOUT:
        return None
    return loss(network_of(chain), without=what.strip())


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
    what = some_named(chain, chosen.named, language)
    if chosen.company:
        names = some_named(chain, chosen.company, language)
        what = say("with company", language, what=what, names=names)
    told = _and_the_rest(say("in focus", language, what=what), language)
    return Focus(chosen.lit, chosen.plain, named=chosen.named, told=told)


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
        if len(ways) <= _MOST_TOLD:
            each = (route_named(chain, _round(way), way.links, language) for way in ways)
            told = f"{told[:-1]}{say('colon', language)}{say('next', language).join(each)}."
        parts = tuple(dict.fromkeys(part for way in ways for part in way.parts))
        return Focus(
            frozenset(lit), frozenset(crossed), named=parts, told=_and_the_rest(told, language)
        )
    what = route_named(chain, _round(first), first.links, language)
    name = how or ("in focus: loop" if isinstance(last, Cycle) else "in focus: route")
    told = say(name, language, count=len(first.parts), what=what)
    return Focus(
        frozenset(lit), frozenset(crossed), steps=first.parts, named=first.parts,
        told=_and_the_rest(told, language),
    )  # fmt: skip


def _round(way: _Way) -> tuple[str, ...]:
    """Return the parts of a route; a loop comes back to where it begins."""
    return way.parts if isinstance(way, Route) else (*way.parts, way.parts[0])


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
