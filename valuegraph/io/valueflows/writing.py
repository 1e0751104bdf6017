"""From a chain to ValueFlows: agents, processes, specifications, flows; as JSON-LD or as YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from valuegraph.io.valueflows.flows import Flows, Node
from valuegraph.io.valueflows.keeping import kept
from valuegraph.io.valueflows.measures import unit_nodes
from valuegraph.io.valueflows.terms import (
    AGENT_TYPES,
    PLAN,
    PROCESS,
    SPECIFICATION,
    STOCK,
    classified,
    context_of,
    here,
    status_mark,
)
from valuegraph.io.yaml.writing import yaml_of
from valuegraph.model.activity import PrimaryActivity
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.words import CIRCUIT_LABELS, fold
from valuegraph.problems import Bilingual

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.part import Part

_MEDIUM = Bilingual("Moyen d’échange ({circuit})", "Medium of exchange ({circuit})")
_MONEY = ("monnaie", "money", "currency", "credit", "token", "jeton", "euro", "eur", "tic-tac")
"""Words that say that what comes back is a medium of exchange, not a thing."""


def valueflows_of(chain: ValueChain) -> str:
    """Return a chain as ValueFlows in JSON-LD, its context inside."""
    return json.dumps(graph_of(chain), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def valueflows_yaml_of(chain: ValueChain) -> str:
    """Return a chain as ValueFlows in YAML, as its own examples are written."""
    return yaml_of(graph_of(chain))


def graph_of(chain: ValueChain) -> dict[str, Any]:
    """Return a chain as the plain data of a ValueFlows graph."""
    held = kept(chain)
    flows = Flows(held)
    parts = [*_parts(held, flows)]
    moving = [*flows.nodes()]
    nodes = [_plan(held), *parts, *_media(held, flows), *moving, *unit_nodes(flows.units)]
    return {"@context": context_of(held.name, held.language), "@graph": nodes}


def _plan(chain: ValueChain) -> Node:
    about = chain.about
    return _node(WHOLE_CHAIN, PLAN, name=about.name, note=about.description)


def _parts(chain: ValueChain, flows: Flows) -> Iterator[Node]:
    for actor in chain.actors:
        kind = AGENT_TYPES.get(actor.type, "Organization" if actor.type else "Agent")
        type_ = "" if actor.type in AGENT_TYPES else actor.type
        yield _named(actor, kind, classifiedAs=classified(type_))
    for resource in chain.resources:
        yield _specified(resource, resource.type, "resource")
        yield from _stock(resource, flows)
    for circuit in chain.listed_circuits:
        yield _specified(circuit, "", "circuit", mediumOfExchange=_is_a_medium(circuit.id))
    for support in chain.support:
        yield _process(chain, support, support.type, "support")
    for activity in chain.activities:
        yield _process(chain, activity, "")
    for output in chain.outputs:
        yield _specified(output, "", "output")
        yield from _stock(output, flows)


def _media(chain: ValueChain, flows: Flows) -> Iterator[Node]:
    """Yield what comes back: in the words of the chain, else the medium of a circuit."""
    for what, number in flows.returned.items():
        paid = any(word in fold(what) for word in _MONEY)
        said = {"mediumOfExchange": True} if paid else {}
        marks = classified(marks=("returned",))
        yield _node(f"returned/{number}", SPECIFICATION, name=what, resourceClassifiedAs=marks,
                    **said)  # fmt: skip
    for code in flows.media:
        name = _MEDIUM.text(chain.language).format(
            circuit=chain.circuit(code).label(chain.language)
        )
        yield _node(f"medium/{code}", SPECIFICATION, name=name, mediumOfExchange=True,
                    resourceClassifiedAs=classified(marks=(f"medium/{code}",)))  # fmt: skip


def _is_a_medium(circuit: str) -> bool | None:
    return None if circuit in CIRCUIT_LABELS else True


def _process(chain: ValueChain, part: Part, type_: str, mark: str = "") -> Node:
    none = part.no_modality if isinstance(part, PrimaryActivity) else ()
    marks = (mark, status_mark(part.status), *(f"none/{cell}" for cell in none))
    carriers = [here(link.start) for link in chain.incoming(part, "carries")]
    return _named(part, PROCESS, classifiedAs=classified(type_, marks), inScopeOf=carriers,
                  plannedWithin=here(WHOLE_CHAIN))  # fmt: skip


def _specified(part: Part, type_: str, mark: str, **said: Any) -> Node:
    marks = (mark, status_mark(part.status))
    return _named(part, SPECIFICATION, resourceClassifiedAs=classified(type_, marks), **said)


def _stock(part: Any, flows: Flows) -> Iterator[Node]:
    if part.amount:
        yield _node(f"stock/{part.id}", STOCK, conformsTo=here(part.id),
                    accountingQuantity=flows.measure(part.amount))  # fmt: skip


def _named(part: Part, type_: str, **said: Any) -> Node:
    return _node(part.id, type_, name=part.name, note=part.description, **said)


def _node(path: str, type_: str, **said: Any) -> Node:
    told = {key: value for key, value in said.items() if value not in ("", None, [])}
    return {"@id": here(path), "@type": type_, **told}
