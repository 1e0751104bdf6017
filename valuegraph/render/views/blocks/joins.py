"""Lines between cards: where they leave and arrive, and the curves they take."""

from __future__ import annotations

from valuegraph.render.scene import Connector, Paint, Point, Site


def port(place: int, count: int, start: float, length: float) -> float:
    """Return where the line ``place`` of ``count`` meets a side that begins at ``start``."""
    return start + length * (place + 1) / (count + 1)


def curve(
    ends: tuple[str, str],
    start: Point,
    end: Point,
    paint: Paint,
    *,
    id: str,
    ref: str = "",
    role: str = "",
    title: str = "",
    head: bool = True,
    sites: tuple[Site, Site] = ("right", "left"),
) -> Connector:
    """Return a curve between two shapes, told by their ids.

    It leaves and arrives level where ``sites`` are sides, upright where they are top and bottom.
    """
    (x1, y1), (x2, y2) = start, end
    if sites[0] in ("top", "bottom"):
        middle = (y1 + y2) / 2
        points = (start, (x1, middle), (x2, middle), end)
    else:
        middle = (x1 + x2) / 2
        points = (start, (middle, y1), (middle, y2), end)
    return Connector(
        *ends,
        points,
        paint,
        route="curve",
        start_site=sites[0],
        end_site=sites[1],
        head=head,
        id=id,
        ref=ref,
        role=role,
        title=title,
    )
