"""Reciprocity in a foreign graph: which flows belong together, and the circuit that they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from valuegraph.io.reports.value_map import LEGAL_TENDER
from valuegraph.io.valueflows.naming import Names
from valuegraph.io.valueflows.nodes import Graph, Thing
from valuegraph.io.valueflows.terms import AGREEMENT, LAYERS, PROPOSAL
from valuegraph.model.words import fold

TRANSFERS = frozenset(
    ("transfer", "transferAllRights", "deliverService", "work", "use", "consume", "produce", "copy")
)
"""Actions by which something passes from one agent to another, and not its mere custody."""

_MONEY = frozenset(
    ("us dollar", "dollar", "euro", "pound sterling", "swiss franc", "canadian dollar",
     "cfa franc", "franc cfa", "Q4917", "Q4916", "Q25224", "Q25344", "Q1104069")
)  # fmt: skip
_MAIN = ("clauseOf", "realizationOf", "publishedIn")
_BACK = ("reciprocalClauseOf", "reciprocalRealizationOf", "reciprocalIn")

_PROMISES = ("fulfills", "satisfies")

NO_RECIPROCAL, IN_MONEY, IN_OTHER = "no_reciprocal", "reciprocal_in_money", "reciprocal_in_other"


@dataclass(slots=True)
class Flow:
    """A flow of a foreign graph.

    Attributes:
        thing: its node.
        kind: the address of what flows; empty where it is not said.
        provider, receiver: the addresses of who gives and who gets.
        process: the process it enters or leaves; empty for none.
        enters: whether it enters that process.
        root: the agreement, the proposal or the first promise that it belongs to.
        circuit, because: the circuit that its reciprocity shows, and why.
        back: what comes back.
    """

    thing: Thing
    kind: str
    provider: str
    receiver: str
    process: str
    enters: bool
    root: str = ""
    circuit: str = ""
    because: str = ""
    back: Thing | None = None

    @property
    def action(self) -> str:
        """The word of its action."""
        return self.thing.text("action")


@dataclass(slots=True)
class _Contract:
    main: list[Flow] = field(default_factory=list)
    back: list[Flow] = field(default_factory=list)


def flows_of(graph: Graph, names: Names) -> tuple[list[Flow], list[Flow]]:
    """Return the flows of a graph, each with the circuit it shows, and those that only move.

    Two flows of one agreement that go opposite ways, and of different things, come back for
    each other: the first of them is the flow. A promise that is kept is told by what keeps it;
    what only moves, or goes back, under an agreement is not told.
    """
    contracts: dict[str, _Contract] = {}
    stray: list[Flow] = []
    kept = _kept(graph)
    for thing in graph.of_type(*LAYERS):
        if thing.id in kept:
            continue
        flow = _flow(graph, thing, names)
        back = _via(graph, thing, _BACK)
        flow.root = back or _root(graph, thing)
        if back and not _is_contract(graph, back):
            stray.append(flow)
            continue
        contract = contracts.setdefault(flow.root, _Contract())
        (contract.back if back else contract.main).append(flow)
    for flow in stray:
        _answered(contracts, flow).back.append(flow)
    flows: list[Flow] = []
    moving: list[Flow] = []
    for contract in contracts.values():
        for flow, moves in _judged(graph, names, contract):
            (moving if moves else flows).append(flow)
    return flows, moving


def _kept(graph: Graph) -> set[str]:
    """Return the promises that flows of the same provider keep."""
    found = set()
    for thing in graph.of_type(*LAYERS):
        for word in _PROMISES:
            for end in graph.ends(thing, word):
                promise = graph.things.get(end)
                said = {graph.end(one, "provider") for one in (thing, promise) if one} - {""}
                if promise and len(said) < 2:
                    found.add(end)
    return found


def _flow(graph: Graph, thing: Thing, names: Names) -> Flow:
    entered, left = graph.end(thing, "inputOf"), graph.end(thing, "outputOf")
    kind = (
        graph.end(thing, "resourceConformsTo")
        or graph.end(thing, "resourceConforms")
        or names.kind(graph.end(thing, "resourceInventoriedAs"))
    )
    provider, receiver = graph.end(thing, "provider"), graph.end(thing, "receiver")
    return Flow(thing, kind, provider, receiver, entered or left, bool(entered))


def _via(graph: Graph, thing: Thing, words: Sequence[str]) -> str:
    """Return what a flow belongs to, by itself or by the promise that it keeps."""
    for one in _promises(graph, thing):
        for word in words:
            if end := graph.end(one, word):
                return end
    return ""


def _root(graph: Graph, thing: Thing) -> str:
    *_, first = _promises(graph, thing)
    return _via(graph, thing, _MAIN) or first.id


def _promises(graph: Graph, thing: Thing) -> Iterator[Thing]:
    """Yield a flow, the commitment that it fulfils, the intent that this satisfies."""
    met: set[str] = set()
    one: Thing | None = thing
    while one is not None and one.id not in met:
        met.add(one.id)
        yield one
        one = graph.things.get(
            next((end for word in _PROMISES if (end := graph.end(one, word))), "")
        )


def _is_contract(graph: Graph, address: str) -> bool:
    thing = graph.things.get(address)
    return thing is None or thing.type in (AGREEMENT, PROPOSAL, "")


def _answered(contracts: dict[str, _Contract], flow: Flow) -> _Contract:
    """Return the contract whose flow goes the other way; one of its own if there is none."""
    for contract in contracts.values():
        if any((one.provider, one.receiver) == (flow.receiver, flow.provider)
               for one in contract.main):  # fmt: skip
            return contract
    return contracts.setdefault(flow.thing.id, _Contract())


def _judged(graph: Graph, names: Names, contract: _Contract) -> Iterator[tuple[Flow, bool]]:
    """Yield the flows of a contract, each with its circuit, and whether it only moves a thing.

    Flows that come back for others are not told.
    """
    main, back = contract.main, contract.back
    if not main:
        main, back = back, []
    first = next((flow for flow in main if flow.action in TRANSFERS or flow.process), main[0])
    opposite = [one for one in main if not one.process
                and (one.provider, one.receiver) == (first.receiver, first.provider)
                and one.provider != one.receiver]  # fmt: skip
    if not back:
        back = [one for one in opposite
                if one.kind != first.kind and {one.action, first.action} <= TRANSFERS]  # fmt: skip
    for flow in main:
        moved = flow.action not in TRANSFERS and not flow.process and flow is not first
        if flow not in back:
            _infer(graph, names, flow, back)
            yield flow, moved or flow in opposite


def _infer(graph: Graph, names: Names, flow: Flow, back: Sequence[Flow]) -> None:
    if flow.action not in TRANSFERS:
        return
    medium = next((one for one in back if one.kind), back[0] if back else None)
    if medium is not None:
        flow.back = medium.thing
        in_money = _is_money(graph, names, medium)
        flow.circuit = "market" if in_money else "local_exchange"
        flow.because = IN_MONEY if in_money else IN_OTHER
    elif flow.provider and flow.receiver and flow.provider != flow.receiver:
        flow.circuit, flow.because = "gift", NO_RECIPROCAL


def _is_money(graph: Graph, names: Names, flow: Flow) -> bool:
    """Tell whether what comes back is a legal tender; a local currency, hours or goods are not."""
    unit = flow.thing.values.get("resourceQuantity")
    words = {flow.kind.rpartition("/")[2], fold(names.name(flow.kind))}
    return bool(words & _MONEY) or bool({word.upper() for word in words} & LEGAL_TENDER) or (
        unit is not None and _unit(graph, flow) in LEGAL_TENDER
    )  # fmt: skip


def _unit(graph: Graph, flow: Flow) -> str:
    from valuegraph.io.valueflows.entries import amount

    measured = amount(graph, flow.thing, "resourceQuantity")
    units = [entry.value for entry in measured or () if entry.key.text == "unit"]
    return getattr(units[0], "text", "") if units else ""
