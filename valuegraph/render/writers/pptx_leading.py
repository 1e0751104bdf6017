"""Which connectors of a slide PowerPoint may lead: those that it leads where they were drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from valuegraph.render.scene import Connector, Group, Node, Scene, Shape, Site
from valuegraph.render.writers.pptx_connectors import (
    NativeWay,
    facing_sites,
    meets,
    native_way,
)


class Leading:
    """The connectors of one scene, beside the shapes that they join."""

    def __init__(self, scene: Scene) -> None:
        self._shapes = dict(_named_shapes(scene.children))
        connectors = (node for node in scene.walk() if isinstance(node, Connector))
        self._tracks = Counter(track for track in map(_track, connectors) if track)

    def way(self, connector: Connector) -> NativeWay | None:
        """Return the way on which PowerPoint leads a connector; none where it would mislead.

        Two that join the same sides would lie on one another.
        """
        way, track = native_way(connector), _track(connector)
        if way is None or (track and self._tracks[track] > 1):
            return None
        points = connector.points[0], connector.points[-1]
        ends = zip((connector.start, connector.end), facing_sites(connector, way), points,
                   strict=True)  # fmt: skip
        near = all(meets(self._shapes.get(end), site, point) for end, site, point in ends)
        return way if near else None


def _track(connector: Connector) -> frozenset[tuple[str, Site]]:
    """Return the two sides that a curve joins; nothing for other ways, which are told apart."""
    way = native_way(connector) if connector.start and connector.end else None
    if way is None or way.form != "curvedConnector3":
        return frozenset()
    start, end = facing_sites(connector, way)
    return frozenset(((connector.start, start), (connector.end, end)))


def _named_shapes(nodes: Sequence[Node]) -> Iterator[tuple[str, Shape]]:
    """Yield each shape under its id, and under that of the group it stands for."""
    for node in nodes:
        if isinstance(node, Shape) and node.id:
            yield node.id, node
        elif isinstance(node, Group):
            yield from _named_shapes(node.children)
            own = (each for each in node.children if isinstance(each, Shape))
            yield from ((node.id, each) for each in own if not each.decorative)
