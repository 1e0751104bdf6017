"""Links and modalities as flows, with the agreement and the reciprocal of their circuit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from valuegraph.io.valueflows.measures import is_time, measure_of
from valuegraph.io.valueflows.terms import (
    ACTIONS,
    AGREEMENT,
    CLAUSES,
    INTENT,
    LAYER_OF_STATUS,
    PAID_BACK,
    PROPOSAL,
    classified,
    here,
    status_mark,
)
from valuegraph.model.activity import InReturn, Modality, Way
from valuegraph.model.ids import WHOLE_CHAIN
from valuegraph.model.quantity import Quantity
from valuegraph.model.routing import arcs

if TYPE_CHECKING:
    from valuegraph.model.chain import ValueChain
    from valuegraph.model.link import Link

Node = dict[str, Any]


class Flows:
    """The flows of a chain that holds nothing but what ValueFlows holds.

    Attributes:
        units: the units met so far.
        returned: what comes back, in words -> the number of its specification.
        media: the circuits whose medium comes back, the chain not saying what.
    """

    def __init__(self, chain: ValueChain) -> None:
        self.units: set[str] = set()
        self.returned: dict[str, int] = {}
        self.media: dict[str, None] = {}
        self._chain = chain
        self._parts = {part.id: part for part in chain.parts()}
        self._entering: dict[str, list[Link]] = {}
        links = {link.id: link for link in chain.links}
        for arc in arcs(chain):
            if arc.enters_by:
                self._entering.setdefault(arc.enters_by, []).append(links[arc.link])
        self._crossing = {link.id for links in self._entering.values() for link in links}

    def nodes(self) -> Iterator[Node]:
        """Yield the flows: by each modality, then those of links that pass by none."""
        for modality in self._chain.modalities:
            yield from self._by_modality(modality)
        for link in self._chain.links:
            if link.kind != "carries" and link.id not in self._crossing:
                yield from self._of_link(link)

    def measure(self, quantity: Quantity) -> Node:
        """Return an amount as a measure, and remember its unit."""
        self.units.add(quantity.unit)
        return measure_of(quantity)

    def _by_modality(self, modality: Modality) -> Iterator[Node]:
        receives = modality.way is Way.RECEIVES
        links: Sequence[Link | None] = self._entering.get(modality.id) or [None]
        owner = self._carrier(modality.activity)
        base = f"cell/{modality.id}"
        flows: list[Node] = []
        for link in links:
            resource = link.start if link else ""
            flows.append(
                self._flow(
                    f"{base}/{link.id}" if link else base,
                    modality,
                    self._action(resource) if receives else "produce",
                    text=modality.name,
                    resource=resource,
                    provider=modality.with_ if receives else owner,
                    receiver=owner if receives else modality.with_,
                    marks=(
                        f"circuit/{modality.circuit}",
                        *(f"named/{one}" for one in modality.resources if not flows),
                    ),
                    **{"inputOf" if receives else "outputOf": modality.activity},
                )
            )
        yield from self._exchange(base, flows, modality.circuit, modality.in_return, receives)

    def _of_link(self, link: Link) -> Iterator[Node]:
        flows = [*_MAKERS[link.kind](self, link)]
        receives = link.kind in ("feeds", "precedes", "takes_part", "supports")
        if link.circuit:
            yield from flows[:-1]
            yield from self._exchange(f"flow/{link.id}", flows[-1:], link.circuit, None, receives)
        else:
            yield from flows

    def _feeds(self, link: Link) -> Iterator[Node]:
        yield self._direct(link, self._action(link.start), resource=link.start,
                           provider=self._provider(link.start),
                           receiver=self._carrier(link.end), inputOf=link.end)  # fmt: skip

    def _precedes(self, link: Link) -> Iterator[Node]:
        """Yield what one process makes and the next takes up: a resource between the two."""
        between = f"between/{link.id}"
        start, end = self._carrier(link.start), self._carrier(link.end)
        yield {"@id": here(between), "@type": "ResourceSpecification",
               "resourceClassifiedAs": classified(marks=("between",))}  # fmt: skip
        yield self._direct(link, "produce", "made/", resource=between, provider=start,
                           receiver=start, outputOf=link.start, bare=True)  # fmt: skip
        yield self._direct(link, "consume", resource=between, provider=start, receiver=end,
                           inputOf=link.end)  # fmt: skip

    def _produces(self, link: Link) -> Iterator[Node]:
        owner = self._carrier(link.start)
        yield self._direct(link, "produce", resource=link.end, provider=owner, receiver=owner,
                           outputOf=link.start)  # fmt: skip

    def _supports(self, link: Link) -> Iterator[Node]:
        end = "" if link.end == WHOLE_CHAIN else link.end
        parties = {"provider": self._carrier(link.start), "receiver": self._carrier(end)}
        yield self._direct(link, "deliverService", outputOf=link.start, inputOf=end, **parties)

    def _takes_part(self, link: Link) -> Iterator[Node]:
        yield self._direct(link, "work", provider=link.start, receiver=self._carrier(link.end),
                           inputOf=link.end)  # fmt: skip

    def _provides(self, link: Link) -> Iterator[Node]:
        yield self._direct(link, "transfer", resource=link.end, provider=link.start)

    def _direct(self, link: Link, action: str, before: str = "", **said: Any) -> Node:
        marks = (f"circuit/{link.circuit}" if link.circuit else "",)
        text = "" if said.pop("bare", False) else link.label
        return self._flow(f"flow/{before}{link.id}", link, action, text=text, marks=marks, **said)

    def _flow(
        self, path: str, item: Link | Modality, action: str, *, text: str, marks: Sequence[str],
        resource: str = "", **ends: str,
    ) -> Node:  # fmt: skip
        """Return a flow, in the layer that its status says."""
        status = item.status.value if item.status else None
        layer = LAYER_OF_STATUS.get(status or "", INTENT)
        node: Node = {"@id": here(path), "@type": layer}
        if text:
            node["name" if layer == INTENT else "note"] = text
        node["action"] = action
        node |= {key: here(end) for key, end in ends.items() if end}
        if resource:
            node["resourceConformsTo"] = here(resource)
        classes = classified(marks=(*marks, status_mark(status, layer)))
        node |= {"resourceClassifiedAs": classes} if classes else {}
        if item.amount:
            effort = action == "work" or (action == "use" and is_time(item.amount))
            node["effortQuantity" if effort else "resourceQuantity"] = self.measure(item.amount)
        return node

    def _exchange(
        self, base: str, flows: list[Node], circuit: str, back: InReturn | None, receives: bool
    ) -> Iterator[Node]:
        """Yield flows with what comes back for them: nothing for a gift."""
        if back is None and circuit not in PAID_BACK:
            yield from flows
            return
        layer = flows[0]["@type"]
        clauses, reciprocals, clause_of, reciprocal_of = CLAUSES[layer]
        contract = here(f"{base}/{'proposal' if layer == INTENT else 'agreement'}")
        reciprocal = self._reciprocal(base, flows[0], circuit, back)
        if clause_of:
            flows = [{**flow, clause_of: contract} for flow in flows]
            reciprocal[reciprocal_of] = contract
        purpose = {"purpose": "request" if receives else "offer"} if layer == INTENT else {}
        kind = PROPOSAL if layer == INTENT else AGREEMENT
        yield {"@id": contract, "@type": kind, **purpose,
               clauses: [flow["@id"] for flow in flows],
               reciprocals: [reciprocal["@id"]]}  # fmt: skip
        yield from flows
        yield reciprocal

    def _reciprocal(self, base: str, flow: Node, circuit: str, back: InReturn | None) -> Node:
        """Return the flow the other way: in the named medium, else in that of the circuit."""
        node: Node = {"@id": here(f"{base}/return"), "@type": flow["@type"], "action": "transfer"}
        for key, other in (("provider", "receiver"), ("receiver", "provider")):
            node |= {key: flow[other]} if other in flow else {}
        marks = ["" if back else "unsaid"]
        if back and back.what:
            number = self.returned.setdefault(back.what, len(self.returned) + 1)
            node["resourceConformsTo"] = here(f"returned/{number}")
        else:
            medium = (back.circuit if back else "") or circuit
            self.media[medium] = None
            node["resourceConformsTo"] = here(f"medium/{medium}")
        if back:
            marks.append(f"circuit/{back.circuit}" if back.circuit else "")
            node |= {"resourceQuantity": self.measure(back.amount)} if back.amount else {}
        classes = classified(marks=marks)
        return node | ({"resourceClassifiedAs": classes} if classes else {})

    def _action(self, resource: str) -> str:
        return ACTIONS.get(getattr(self._parts.get(resource), "type", ""), "use")

    def _carrier(self, part: str) -> str:
        """Return who carries a part, where it is one."""
        return _lone([link.start for link in self._incoming(part, "carries")])

    def _provider(self, part: str) -> str:
        """Return who provides a part, where it is one."""
        return _lone([link.start for link in self._incoming(part, "provides")])

    def _incoming(self, part: str, kind: str) -> Sequence[Link]:
        return self._chain.incoming(part, kind) if part in self._parts else ()


def _lone(ids: Sequence[str]) -> str:
    return ids[0] if len({*ids}) == 1 else ""


_MAKERS = {
    "feeds": Flows._feeds,
    "precedes": Flows._precedes,
    "produces": Flows._produces,
    "regenerates": Flows._produces,
    "supports": Flows._supports,
    "takes_part": Flows._takes_part,
    "provides": Flows._provides,
}
