"""Which process takes up what another makes, in a foreign graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from valuegraph.io.valueflows.nodes import Graph
from valuegraph.io.valueflows.patterns import Flow


class Handing:
    """What the processes of a graph hand to one another."""

    def __init__(self, graph: Graph, flows: Sequence[Flow]) -> None:
        self._made = _makers(flows)
        self._handed = _handed(flows, self._made)
        self._order = {address: place for place, address in enumerate(graph.things)}

    def before(self, flow: Flow) -> list[str]:
        """Return the processes that made what enters another."""
        makers = self._made.get(flow.kind, ())
        return [maker.process for maker in makers if self._comes_before(maker, flow)]

    def _comes_before(self, maker: Flow, flow: Flow) -> bool:
        """Tell whether a process made what another takes up, and not only hands it back later.

        A process that the file tells of later may have made it only if it is not itself one
        that takes up what the other makes.
        """
        if maker.process == flow.process:
            return False
        if self._order[maker.process] < self._order[flow.process]:
            return True
        takes_back = (flow.process, maker.process) in self._handed
        return maker.action in ("produce", "deliverService") and not takes_back


def _makers(flows: Iterable[Flow]) -> dict[str, list[Flow]]:
    """Return what flows -> the first flow of it out of each process."""
    made: dict[str, dict[str, Flow]] = {}
    for flow in flows:
        if flow.process and not flow.enters and flow.kind:
            made.setdefault(flow.kind, {}).setdefault(flow.process, flow)
    return {kind: [*makers.values()] for kind, makers in made.items()}


def _handed(flows: Iterable[Flow], made: Mapping[str, list[Flow]]) -> set[tuple[str, str]]:
    """Return the pairs of processes where the second takes up what the first makes."""
    return {(maker.process, flow.process) for flow in flows if flow.enters
            for maker in made.get(flow.kind, ())}  # fmt: skip
