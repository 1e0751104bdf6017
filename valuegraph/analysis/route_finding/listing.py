"""Routes listed up to a limit, page by page or the strongest first, as codes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from valuegraph.analysis.budget import TimeBudget, budget_of
from valuegraph.analysis.networks.columns import Codes
from valuegraph.analysis.networks.snapshot import Network
from valuegraph.analysis.route_finding import counting
from valuegraph.analysis.route_finding.cursor import cursor_of, place_of
from valuegraph.analysis.route_finding.search import LostPlaceError, Walk, in_order, strongest
from valuegraph.analysis.route_finding.ways import Ways, between, check_strengths
from valuegraph.errors import OptionError
from valuegraph.problems import Problem


class Wanted(NamedTuple):
    """Which routes are asked for.

    Attributes:
        starts, ends: codes of the parts they begin and stop at.
        limit: the most routes to list.
        max_links: the most links a route may have.
        top: list the so many strongest instead.
        time_budget: seconds after which no more are looked for.
        folded: whether parallel links and modalities are one step.
        cursor: where the page before ended.
    """

    starts: Codes
    ends: Codes
    limit: int
    max_links: int | None
    top: int | None
    time_budget: float | TimeBudget | None
    folded: bool
    cursor: str | None


class Listing(NamedTuple):
    """The routes that are listed, and what is known of the others.

    Attributes:
        ways: the steps of all routes.
        walks: those that are listed.
        total: how many there are in all, if that is known.
        at_least: how many there are at least.
        goes_on: whether there are more.
        cursor: where the next page begins; ``None`` after the last one.
        time: how long they were looked for.
    """

    ways: Ways
    walks: tuple[Walk, ...]
    total: int | None
    at_least: int
    goes_on: bool
    cursor: str | None
    time: TimeBudget


def listing(network: Network, wanted: Wanted) -> Listing:
    """Return the routes of a network that are asked for.

    Raises:
        ChainError: a strength is unknown and the strongest are asked for.
        OptionError: the cursor is that of another question.
    """
    time, top, most = budget_of(wanted.time_budget), wanted.top, wanted.max_links
    ways = between(network, wanted.starts, wanted.ends, folded=wanted.folded)
    total = None if ways.is_looped else counting.total(ways, most=most)
    if top is not None:
        check_strengths(ways)
        walks = strongest(ways, top, most=most, time=time).walks
        goes_on = time.is_spent and len(walks) < top
    else:
        after = place_of(ways, most, wanted.cursor) if wanted.cursor is not None else None
        following = in_order(ways, most=most, after=after)
        only_counted = wanted.limit == 0 and after is None and not ways.is_looped
        walks = [] if only_counted else _taken(time.while_it_lasts(following), wanted.limit + 1)
        goes_on = bool(total) if only_counted else len(walks) > wanted.limit or time.is_spent
        walks = walks[: wanted.limit]
    is_first = wanted.cursor is None
    if ways.is_looped and not goes_on and is_first and (top is None or len(walks) < top):
        total = len(walks)
    return Listing(
        ways,
        tuple(walks),
        total,
        len(walks) + (goes_on and not time.is_spent) if total is None else total,
        goes_on,
        cursor_of(ways, most, walks[-1]) if goes_on and walks and top is None else None,
        time,
    )


def _taken(walks: Iterator[Walk], count: int) -> list[Walk]:
    try:
        return list(islice(walks, count))
    except LostPlaceError:
        raise OptionError(Problem("VG561", values={"value": "cursor"})) from None
