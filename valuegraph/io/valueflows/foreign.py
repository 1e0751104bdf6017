"""A ValueFlows graph of others as a chain: the circuits are inferred, and said to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from valuegraph.io.tree import Entry, Table
from valuegraph.io.valueflows.adding import added
from valuegraph.io.valueflows.assembling import document_of
from valuegraph.io.valueflows.entries import amount, quoted, table, text, texts
from valuegraph.io.valueflows.gathering import Gathered, Said
from valuegraph.io.valueflows.handing import Handing
from valuegraph.io.valueflows.naming import Names
from valuegraph.io.valueflows.nodes import Graph
from valuegraph.io.valueflows.patterns import Flow, flows_of
from valuegraph.io.valueflows.terms import (
    AGENTS,
    AGREEMENT,
    INTENT,
    LAYERS,
    PLAN,
    PROCESS,
    PROPOSAL,
    SPECIFICATION,
    STATUS_OF_LAYER,
    STOCK,
)
from valuegraph.model.words import CIRCUIT_LABELS
from valuegraph.problems import Bilingual, Problem, Where

_SPOKEN = frozenset(
    (*LAYERS, *AGENTS, AGREEMENT, PROPOSAL, PLAN, PROCESS, SPECIFICATION, STOCK, "Unit",
     "ProcessSpecification", "")
)  # fmt: skip
_TYPE_OF_ACTION = {"work": "human", "cite": "knowledge"}
_RECIPES = {
    "Recipe": PLAN,
    "RecipeProcess": PROCESS,
    "RecipeFlow": INTENT,
    "RecipeExchange": PROPOSAL,
}
_RECIPE_WORDS = {
    "recipeInputOf": "inputOf",
    "recipeOutputOf": "outputOf",
    "recipeClauseOf": "publishedIn",
    "recipeReciprocalClauseOf": "reciprocalIn",
}
_WHY: Mapping[str, Bilingual] = {
    "no_reciprocal": Bilingual("rien ne revient", "nothing comes back"),
    "reciprocal_in_money": Bilingual("ce qui revient est une monnaie officielle",
                                     "what comes back is a legal tender"),
    "reciprocal_in_other": Bilingual("ce qui revient n’est pas une monnaie officielle connue",
                                     "what comes back is no legal tender that we know"),
}  # fmt: skip


def document_of_foreign(
    graph: Graph, comments: Iterable[Problem]
) -> tuple[Table | None, list[Problem]]:
    """Return the document that a graph means, and what is to be said about it.

    A process is an activity, what enters it a resource that feeds it, what leaves it an output,
    or, where another process takes it up, a link to that one. An exchange outside any process is
    an activity of its own. The circuit of each transfer is inferred from what comes back for it.

    Args:
        graph: the graph.
        comments: where texts stand behind addresses, which they name.
    """
    if not graph.of_type(PROCESS, *LAYERS):
        _take_recipes(graph)
    reading = _Foreign(graph, Names(graph, comments))
    if not reading.found.activities:
        return None, [Problem("VG683", Where(line=graph.place.line, column=graph.place.column))]
    return document_of(reading.found), reading.found.problems


class _Foreign:
    def __init__(self, graph: Graph, names: Names) -> None:
        self.graph, self.names = graph, names
        self.found = Gathered(graph, names)
        flows, moving = flows_of(graph, names)
        self.handing = Handing(graph, flows)
        self._tell(moving)
        for process in graph.of_type(PROCESS):
            self.found.activity(process.id, process)
            for scope in graph.ends(process, "inScopeOf"):
                self.found.link(self.found.actor(scope), "carries", process.id, process.place)
        for group in _groups(flows):
            self._group(group)
        for thing in graph.of_type(*AGENTS):
            self.found.actor(thing.id)
        back = {graph.end(flow.back, "resourceConformsTo") for flow in flows if flow.back}
        known = {*self.found.resources, *self.found.outputs, *back}
        for thing in graph.of_type(SPECIFICATION, STOCK):
            kind = names.kind(thing.id)
            if kind not in known and thing.text("mediumOfExchange") != "true":
                self.found.resource(kind)

    def _tell(self, moving: Sequence[Flow]) -> None:
        """Say what is set aside, and what is said twice."""
        for thing in self.graph.things.values():
            if thing.type not in _SPOKEN:
                self.found.note("VG684", thing, type=thing.type)
        for thing in self.graph.twice:
            self.found.note("VG685", thing)
        for flow in moving:
            self.found.note("VG687", flow.thing)

    # ---- flows

    def _group(self, group: Sequence[Flow]) -> None:
        """Take in the flows of one thing, by one way, between the same two."""
        first = min(group, key=lambda flow: LAYERS.index(flow.thing.type))
        alike = [flow for flow in group if flow.thing.type == first.thing.type]
        if first.process not in self.graph.things:
            self._exchange(first, alike)
        elif first.enters:
            self._entering(first, alike)
        else:
            self._leaving(first, alike)

    def _entering(self, flow: Flow, alike: Sequence[Flow]) -> None:
        process, place = flow.process, flow.thing.place
        said = self._said(flow, alike)
        before = self.handing.before(flow)
        if flow.receiver:
            self.found.link(self.found.actor(flow.receiver), "carries", process, place)
        if not flow.kind:
            if flow.provider:
                self.found.link(self.found.actor(flow.provider), "takes_part", process, place, said)
            return
        if before:
            for one in before:
                self.found.activity(one)
                circuit = text(flow.circuit, place) if flow.circuit else None
                self.found.link(one, "precedes", process, place, {**said, "circuit": circuit})
            self._tell_circuit(flow)
            return
        self._fed(flow, process, said)

    def _fed(self, flow: Flow, activity: str, said: Said) -> None:
        """Say that a resource feeds an activity, by a modality where its circuit is known."""
        place = flow.thing.place
        resource = self.found.resource(flow.kind, _TYPE_OF_ACTION.get(flow.action, ""))
        if flow.provider:
            self.found.link(self.found.actor(flow.provider), "provides", resource, place)
        if not flow.circuit:
            self.found.link(resource, "feeds", activity, place, said)
            return
        self.found.link(resource, "feeds", activity, place)
        self._cell(flow, activity, "receives", flow.provider, said, resource)

    def _leaving(self, flow: Flow, alike: Sequence[Flow]) -> None:
        process, place = flow.process, flow.thing.place
        said = self._said(flow, alike)
        if flow.provider:
            self.found.link(self.found.actor(flow.provider), "carries", process, place)
        if flow.kind:
            output = self.found.output(flow.kind)
            self.found.link(process, "produces", output, place, {} if flow.circuit else said)
        if flow.circuit:
            self._cell(flow, process, "gives", flow.receiver, said)

    def _exchange(self, flow: Flow, alike: Sequence[Flow]) -> None:
        """Take an exchange outside any process as an activity of its own."""
        contract = self.graph.things.get(flow.root)
        thing = contract or flow.thing
        address = thing.id
        if address not in self.found.activities:
            self.found.activity(address, thing, f"{flow.action}: {self.names.name(flow.kind)}")
            self.found.note("VG682", thing, id=self.found.id(address))
        said = self._said(flow, alike)
        for party in (flow.provider, flow.receiver):
            if party:
                self.found.link(self.found.actor(party), "takes_part", address, flow.thing.place)
        if flow.kind:
            self._fed(flow, address, said)
        elif flow.circuit:
            self._cell(flow, address, "receives", flow.provider, said)

    def _said(self, flow: Flow, alike: Sequence[Flow]) -> Said:
        """Return what a link or a modality says of flows in one layer."""
        found = [one for one in (amount(self.graph, other.thing, "resourceQuantity",
                                        "effortQuantity") for other in alike) if one]  # fmt: skip
        total = added(found) if found else None
        if found and total is None:
            self.found.note("VG686", flow.thing, id=self.found.id(flow.process or flow.root))
        return {
            "status": text(STATUS_OF_LAYER[flow.thing.type], flow.thing.place),
            "amount": total,
            "extra": self.found.kept_aside(flow.thing),
        }

    def _cell(
        self, flow: Flow, activity: str, way: str, party: str, said: Said,
        resource: str = "",
    ) -> None:  # fmt: skip
        place = flow.thing.place
        inferred = [Entry(text("circuit_inferred", place), text(flow.because, place))]
        extra = said["extra"]
        kept = extra.entries if isinstance(extra, Table) else ()
        back = None
        if flow.back is not None:
            kind = self.graph.end(flow.back, "resourceConformsTo") or self.names.kind(
                self.graph.end(flow.back, "resourceInventoriedAs")
            )
            what = self.names.name(kind) if kind else flow.back.text("note")
            back = table({"what": text(what, flow.back.place),
                          "amount": amount(self.graph, flow.back, "resourceQuantity",
                                           "effortQuantity")}, flow.back.place)  # fmt: skip
        told: Said = {
            "name": quoted(flow.thing, "name") or quoted(flow.thing, "note"),
            "with": text(self.found.id(self.found.actor(party)), place) if party else None,
            "status": said["status"],
            "amount": said["amount"],
            "in_return": back,
            "resources": texts([self.found.id(resource)], place) if resource else None,
            "extra": Table((*inferred, *kept), place),
        }
        cells = self.found.cells.setdefault(activity, {}).setdefault(f"{way}.{flow.circuit}", [])
        cells.append(table(told, place))
        self._tell_circuit(flow, activity)

    def _tell_circuit(self, flow: Flow, activity: str = "") -> None:
        if flow.circuit:
            self.found.note("VG681", flow.thing, id=self.found.id(activity or flow.process),
                       circuit=CIRCUIT_LABELS[flow.circuit], why=_WHY[flow.because])  # fmt: skip


def _take_recipes(graph: Graph) -> None:
    """Read recipes as what is possible, in a graph that has nothing else."""
    for thing in graph.things.values():
        thing.type = _RECIPES.get(thing.type, thing.type)
        for recipe, meant in _RECIPE_WORDS.items():
            if recipe in thing.values:
                thing.values.setdefault(meant, thing.values.pop(recipe))


def _groups(flows: Iterable[Flow]) -> Iterator[list[Flow]]:
    """Yield flows of the same thing by the same way, whichever their layers."""
    groups: dict[tuple[object, ...], list[Flow]] = {}
    for flow in flows:
        where = flow.process or flow.root
        party = flow.provider if flow.enters or not flow.process else flow.receiver
        key = (where, flow.enters, flow.kind, flow.circuit, party if flow.circuit else "")
        groups.setdefault(key, []).append(flow)
    yield from groups.values()
